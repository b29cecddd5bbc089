/* SPDX-License-Identifier: BSD-2-Clause */
/* A system from its beginning to its end. */
#include "syscall/system.h"

#include <bpf/btf.h>

#include "base/alloc.h"
#include "base/diag.h"

struct skep *skep_system_new(const struct skep_config *config, struct skep_diag *d)
{
	struct skep *skep = skep_alloc(sizeof(*skep));

	if (!skep) {
		skep_fail_nomem(d);
		return NULL;
	}
	skep->config = *config;
	pthread_mutex_init(&skep->mutex, NULL);
	return skep;
}

void skep_system_free(struct skep *skep)
{
	static const enum skep_entity_kind order[] = {SKEP_ENTITY_PROG, SKEP_ENTITY_MAP,
						      SKEP_ENTITY_BTF};

	if (!skep)
		return;
	for (size_t i = 0; i < SKEP_COUNT(order); i++) {
		struct skep_entity *next;

		for (struct skep_entity *e = skep->first[order[i]]; e; e = next) {
			next = e->next;
			e->free(e);
		}
	}
	skep_kernel_free(skep->kernel);
	pthread_mutex_destroy(&skep->mutex);
	skep_free(skep);
}

const struct skep_kernel *skep_system_kernel(struct skep *skep)
{
	pthread_mutex_lock(&skep->mutex);
	if (!skep->kernel_tried) {
		struct btf *btf = btf__load_vmlinux_btf();

		skep->kernel_tried = true;
		skep->kernel = btf ? skep_kernel_new(btf, NULL) : NULL;
	}
	pthread_mutex_unlock(&skep->mutex);
	return skep->kernel;
}

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
	if (!skep)
		return;
	/* Who uses whom no longer matters when nobody uses anything. */
	for (u32 kind = 0; kind < SKEP_ENTITY_KINDS; kind++)
		for (struct skep_entity *e = skep->first[kind]; e; e = e->next)
			e->ops->drop(e);
	for (u32 kind = 0; kind < SKEP_ENTITY_KINDS; kind++) {
		struct skep_entity *next;

		for (struct skep_entity *e = skep->first[kind]; e; e = next) {
			next = e->next;
			e->ops->free(e);
		}
	}
	for (size_t i = 0; i < skep->pins.count; i++)
		skep_free(skep->pins.data[i].path);
	skep_free(skep->pins.data);
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

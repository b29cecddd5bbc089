/* SPDX-License-Identifier: BSD-2-Clause */
/* What assign.c knows of a running object is enough of one: its maps, and whether it is loaded. */
#include "object/contents.h"

#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "object/running_parts.h"

struct skep_contents {
	struct skep_running running;
};

struct skep_contents *skep_contents_new(struct bpf_object *object, struct skep_diag *d)
{
	struct skep_contents *c = skep_alloc(sizeof(*c));
	int cpus = libbpf_num_possible_cpus();

	if (!c) {
		skep_fail_nomem(d);
		return NULL;
	}
	c->running.object = object;
	c->running.options.linux_side = true;
	c->running.options.cpus = cpus > 0 ? (u32)cpus : 1;
	if (skep_running_list_maps(&c->running, d))
		return c;
	skep_contents_free(c);
	return NULL;
}

bool skep_contents_set(struct skep_contents *c, bool loaded, const char *assignment,
		       struct skep_diag *d)
{
	c->running.loaded = loaded;
	return skep_running_set(&c->running, assignment, d);
}

void skep_contents_free(struct skep_contents *c)
{
	if (!c)
		return;
	skep_free(c->running.maps);
	skep_free(c);
}

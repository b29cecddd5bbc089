/* SPDX-License-Identifier: BSD-2-Clause */
/* Links to events of the host: what they would be attached to is checked as Linux does it, as far
 * as a process can look it up, and put down.
 *
 * Source of the order of checks: kernel/bpf/syscall.c, kernel/trace/bpf_trace.c. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "spec/spec.h"
#include "syscall/links.h"
#include "syscall/memory.h"
#include "syscall/probes.h"
#include "syscall/sites.h"
#include "syscall/tracepoints.h"

enum { PROGRAMS_MAX = 38 /* of one function */ };

void skep_link_release(struct skep_link_entity *link)
{
	if (link->perf)
		skep_probe_clear(&link->perf->probe);
	skep_entity_put(link->perf);
	link->perf = NULL;
	skep_sites_free(link->sites);
	link->sites = NULL;
}

/* ---- tracepoints and functions */

int skep_link_tracepoint(const struct skep_bpf_call *call, struct skep_link_entity *link,
			 const char *name)
{
	snprintf(link->name, sizeof(link->name), "%s",
		 name ?: skep_tracepoint_of(call->skep, link->prog->attach_btf_id));
	if (!skep_tracepoint_is(call->skep, link->name))
		return -ENOENT;
	return link->prog->context_end > skep_tracepoint_context(call->skep, link->name) ? -EINVAL
											 : 0;
}

int skep_link_function(const struct skep_bpf_call *call, const struct skep_link_entity *link)
{
	struct skep *skep = call->skep;
	u32 count = 0;
	int error = 0;

	skep_entity_sweep(skep);
	pthread_mutex_lock(&skep->mutex);
	for (struct skep_entity *e = skep->first[SKEP_ENTITY_LINK]; e && !error; e = e->next) {
		const struct skep_link_entity *other = (struct skep_link_entity *)e;

		if (other->type != BPF_LINK_TYPE_TRACING)
			continue;
		if (other->prog == link->prog)
			error = -EBUSY;
		count += other->prog->attach_btf_id == link->prog->attach_btf_id;
	}
	pthread_mutex_unlock(&skep->mutex);
	return error ?: count >= PROGRAMS_MAX ? -E2BIG : 0;
}

/* Another target than the one that the program was loaded for: there is none. */
static int check_target(const struct skep_bpf_call *call)
{
	return call->attr.link_create.target_fd || call->attr.link_create.target_btf_id ? -EINVAL
											: 0;
}

/* ---- perf events */

static int aim_perf(const struct skep_bpf_call *call, struct skep_link_entity *link)
{
	struct skep_perf_entity *perf;
	int error = 0;

	perf =
	    skep_entity_get(call, SKEP_ENTITY_PERF, (int)call->attr.link_create.target_fd, &error);
	if (!perf)
		return -EBADF;
	error = skep_probe_set(call->skep, perf, link->prog,
			       call->attr.link_create.perf_event.bpf_cookie);
	if (error)
		skep_entity_put(perf);
	else
		link->perf = perf;
	return error;
}

/* ---- all */

int skep_link_trace(const struct skep_bpf_call *call, struct skep_link_entity *link)
{
	bool flags = call->attr.link_create.flags != 0;

	switch (link->type) {
	case BPF_LINK_TYPE_RAW_TRACEPOINT:
		link->cookie = call->attr.link_create.tracing.cookie;
		return skep_link_tracepoint(call, link, NULL);
	case BPF_LINK_TYPE_TRACING:
		link->cookie = call->attr.link_create.tracing.cookie;
		return check_target(call) ?: skep_link_function(call, link);
	case BPF_LINK_TYPE_PERF_EVENT:
		return flags ? -EINVAL : aim_perf(call, link);
	case BPF_LINK_TYPE_KPROBE_MULTI:
		return flags ? -EINVAL : skep_sites_functions(call, &link->sites);
	default:
		return flags ? -EINVAL : skep_sites_places(call, &link->sites);
	}
}

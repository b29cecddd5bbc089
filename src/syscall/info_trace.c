/* SPDX-License-Identifier: BSD-2-Clause */
/* What is told of links to events of the host. Addresses of the kernel are hidden, as from users.
 *
 * Source: the fill_link_info and show_fdinfo of kernel/bpf/syscall.c and kernel/trace/bpf_trace.c.
 */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "spec/spec.h"
#include "syscall/info.h"
#include "syscall/memory.h"

/* Kinds of perf events, which headers of Linux 6.1 lack. */
enum {
	EVENT_UPROBE = 1,
	EVENT_URETPROBE,
	EVENT_KPROBE,
	EVENT_KRETPROBE,
	EVENT_TRACEPOINT,
	EVENT_COUNTER
};

/* A name, cut if there is less room than it needs; *length is the room, and gets what is needed. */
static int give_name(const struct skep_bpf_call *call, const char *name, u64 to, u32 *length)
{
	u32 room = *length, needed = (u32)strlen(name) + 1;
	int error;

	if (!to != !room)
		return -EINVAL;
	*length = needed;
	if (!to)
		return 0;
	if (room >= needed)
		return skep_memory_write(call, to, name, needed);
	error = skep_memory_write(call, to, name, room - 1)
		    ?: skep_memory_write(call, to + room - 1, "", 1);
	return error ?: -ENOSPC;
}

/* ---- one event */

static int tell_perf(const struct skep_bpf_call *call, const struct skep_probe *probe,
		     struct skep_link_info *info)
{
	int error = 0;

	if (probe->kind > SKEP_PROBE_SAMPLE)
		error = give_name(call, probe->name ?: "", info->perf.name, &info->perf.length);
	if (error)
		return error;
	switch (probe->kind) {
	case SKEP_PROBE_TRACEPOINT:
		info->perf.kind = EVENT_TRACEPOINT;
		info->perf.cookie = probe->cookie;
		break;
	case SKEP_PROBE_KERNEL:
		info->perf.kind = probe->returns ? EVENT_KRETPROBE : EVENT_KPROBE;
		info->perf.offset = (u32)probe->offset;
		info->perf.kernel.address = 0;
		info->perf.kernel.missed = 0;
		info->perf.kernel.cookie = probe->cookie;
		break;
	case SKEP_PROBE_USER:
		info->perf.kind = probe->returns ? EVENT_URETPROBE : EVENT_UPROBE;
		info->perf.offset = (u32)probe->offset;
		info->perf.user.cookie = probe->cookie;
		info->perf.user.counter = probe->address;
		break;
	default:
		info->perf.kind = EVENT_COUNTER;
		info->perf.name = probe->config;
		info->perf.length = probe->type;
		info->perf.cookie = probe->cookie;
	}
	return 0;
}

/* ---- many */

/* Writes a number of each site that there is room for. */
static int give_numbers(const struct skep_bpf_call *call, const struct skep_sites *s, size_t offset,
			u64 to, u32 room)
{
	int error = 0;

	for (u32 i = 0; i < s->count && i < room && to && !error; i++)
		error = skep_memory_write(call, to + i * sizeof(u64),
					  (const u8 *)&s->site[i] + offset, sizeof(u64));
	return error;
}

#define GIVE(field, to) give_numbers(call, s, offsetof(struct skep_site, field), to, room)

static int hide_numbers(const struct skep_bpf_call *call, u64 to, u32 count)
{
	static const u64 hidden;
	int error = 0;

	for (u32 i = 0; i < count && !error; i++)
		error = skep_memory_write(call, to + i * sizeof(u64), &hidden, sizeof(hidden));
	return error;
}

static int tell_functions(const struct skep_bpf_call *call, const struct skep_sites *s,
			  struct skep_link_info *info)
{
	u64 addresses = info->functions.addresses, cookies = info->functions.cookies;
	u32 room = info->functions.count, count = room < s->count ? room : s->count;
	int error;

	if (!addresses != !room || (cookies && !room))
		return -EINVAL;
	info->functions.count = s->count;
	info->functions.flags = s->flags;
	info->functions.missed = 0;
	if (!addresses)
		return 0;
	error = GIVE(cookie, cookies) ?: hide_numbers(call, addresses, count);
	return error ?: room < s->count ? -ENOSPC : 0;
}

static int give_path(const struct skep_bpf_call *call, const char *path, u64 to, u32 *length)
{
	u32 room = *length, needed = (u32)strlen(path) + 1;

	if (to && room < needed)
		return -ENAMETOOLONG;
	*length = needed;
	return to ? skep_memory_write(call, to, path, needed) : 0;
}

static int tell_places(const struct skep_bpf_call *call, const struct skep_sites *s,
		       struct skep_link_info *info)
{
	u64 offsets = info->places.offsets, counters = info->places.counters;
	u64 cookies = info->places.cookies;
	u32 room = info->places.count;
	int error;

	if (!info->places.path != !info->places.length ||
	    ((offsets || counters || cookies) && !room))
		return -EINVAL;
	info->places.count = s->count;
	info->places.flags = s->flags;
	info->places.pid = s->pid;
	error = give_path(call, s->names, info->places.path, &info->places.length);
	if (error || (!offsets && !counters && !cookies))
		return error;
	error = GIVE(at, offsets) ?: GIVE(counter, counters) ?: GIVE(cookie, cookies);
	return error ?: room < s->count ? -ENOSPC : 0;
}

/* ---- all */

int skep_info_trace(const struct skep_bpf_call *call, const struct skep_link_entity *e,
		    struct skep_link_info *info)
{
	switch (e->type) {
	case BPF_LINK_TYPE_RAW_TRACEPOINT:
		if (!info->tracepoint.name != !info->tracepoint.length)
			return -EINVAL;
		info->tracepoint.cookie = e->cookie;
		return give_name(call, e->name, info->tracepoint.name, &info->tracepoint.length);
	case BPF_LINK_TYPE_TRACING:
		info->function.attach_type = e->attach_type;
		info->function.object = 0;
		info->function.function = e->prog->attach_btf_id;
		info->function.cookie = e->cookie;
		return 0;
	case BPF_LINK_TYPE_PERF_EVENT:
		return tell_perf(call, &e->perf->probe, info);
	case BPF_LINK_TYPE_KPROBE_MULTI:
		return tell_functions(call, e->sites, info);
	default:
		return tell_places(call, e->sites, info);
	}
}

/* ---- fdinfo */

static void perf_lines(struct skep_buffer *b, const struct skep_probe *probe)
{
	const char *counter = probe->kind == SKEP_PROBE_USER ? "ref_ctr_offset" : "addr";
	const char *name = probe->name ?: "(null)";
	unsigned long long offset = probe->offset, cookie = probe->cookie;

	switch (probe->kind) {
	case SKEP_PROBE_TRACEPOINT:
		skep_buffer_printf(b, "tp_name:\t%s\nevent_type:\ttracepoint\n", name);
		break;
	case SKEP_PROBE_KERNEL:
		skep_buffer_printf(b, "name:\t%s\noffset:\t0x%llx\nmissed:\t0\naddr:\t0x0\n", name,
				   offset);
		skep_buffer_printf(b, "event_type:\t%s\n", probe->returns ? "kretprobe" : "kprobe");
		break;
	case SKEP_PROBE_USER:
		skep_buffer_printf(b, "name:\t%s\noffset:\t0x%llx\n%s:\t0x%llx\n", name, offset,
				   counter, (unsigned long long)probe->address);
		skep_buffer_printf(b, "event_type:\t%s\n", probe->returns ? "uretprobe" : "uprobe");
		break;
	default:
		skep_buffer_printf(b, "type:\t%u\nconfig:\t%llu\nevent_type:\tevent\n", probe->type,
				   (unsigned long long)probe->config);
	}
	skep_buffer_printf(b, "cookie:\t%llu\n", cookie);
}

static void function_lines(struct skep_buffer *b, const struct skep_sites *s)
{
	const char *name = s->names;

	skep_buffer_printf(b, "kprobe_cnt:\t%u\nmissed:\t0\ncookie\t func\n", s->count);
	for (u32 i = 0; i < s->count; i++) {
		skep_buffer_printf(b, "%llu\t %s\n", (unsigned long long)s->site[i].cookie,
				   name ?: "0x0");
		if (name)
			name += strlen(name) + 1;
	}
}

static void place_lines(struct skep_buffer *b, const struct skep_sites *s)
{
	skep_buffer_printf(b, "uprobe_cnt:\t%u\npid:\t%u\npath:\t%s\n", s->count, s->pid, s->names);
	skep_buffer_printf(b, "cookie\t offset\t ref_ctr_offset\n");
	for (u32 i = 0; i < s->count; i++)
		skep_buffer_printf(
		    b, "%llu\t 0x%llx\t 0x%llx\n", (unsigned long long)s->site[i].cookie,
		    (unsigned long long)s->site[i].at, (unsigned long long)s->site[i].counter);
}

void skep_info_trace_lines(struct skep_buffer *b, const struct skep_link_entity *e)
{
	switch (e->type) {
	case BPF_LINK_TYPE_RAW_TRACEPOINT:
		skep_buffer_printf(b, "tp_name:\t%s\ncookie:\t%llu\n", e->name,
				   (unsigned long long)e->cookie);
		break;
	case BPF_LINK_TYPE_TRACING:
		skep_buffer_printf(
		    b, "attach_type:\t%u\ntarget_obj_id:\t0\ntarget_btf_id:\t%u\ncookie:\t%llu\n",
		    e->attach_type, e->prog->attach_btf_id, (unsigned long long)e->cookie);
		break;
	case BPF_LINK_TYPE_PERF_EVENT:
		perf_lines(b, &e->perf->probe);
		break;
	case BPF_LINK_TYPE_KPROBE_MULTI:
		function_lines(b, e->sites);
		break;
	default:
		place_lines(b, e->sites);
	}
}

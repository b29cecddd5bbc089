/* SPDX-License-Identifier: BSD-2-Clause */
/* What /proc tells. fdinfo of a descriptor: Linux's lines for any file, then those that it would
 * have for one of BPF. kallsyms: functions of the kernel, which programs are attached to by their
 * names, and programs that run as machine code. */
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buffer.h"
#include "spec/spec.h"
#include "syscall/functions.h"
#include "syscall/info.h"
#include "syscall/links.h"
#include "syscall/symbols.h"
#include "syscall/system.h"
#include "vm/vm.h"

static void tell_map(struct skep_buffer *b, const struct skep_map_entity *e)
{
	skep_buffer_printf(b,
			   "map_type:\t%u\nkey_size:\t%u\nvalue_size:\t%u\nmax_entries:\t%u\n"
			   "map_flags:\t0x%x\nmap_extra:\t0x%llx\nmemlock:\t%llu\nmap_id:\t%u\n"
			   "frozen:\t%u\n",
			   e->desc.type, e->desc.key_size, e->desc.value_size, e->desc.max_entries,
			   e->desc.flags, (unsigned long long)e->extra,
			   (unsigned long long)skep_map_memory(e), e->e.id,
			   __atomic_load_n(&e->desc.frozen, __ATOMIC_ACQUIRE));
}

static void tell_tag(struct skep_buffer *b, const struct skep_prog_entity *e)
{
	for (size_t i = 0; i < sizeof(e->tag); i++)
		skep_buffer_printf(b, "%02x", e->tag[i]);
}

static void tell_prog(struct skep_buffer *b, const struct skep_prog_entity *e)
{
	skep_buffer_printf(b, "prog_type:\t%u\nprog_jited:\t%u\nprog_tag:\t", e->type,
			   skep_prog_is_jited(e));
	tell_tag(b, e);
	skep_buffer_printf(b,
			   "\nmemlock:\t%llu\nprog_id:\t%u\nrun_time_ns:\t%llu\nrun_cnt:\t%llu\n"
			   "recursion_misses:\t0\nverified_insns:\t%u\n",
			   (unsigned long long)skep_prog_memory(e), e->e.id,
			   (unsigned long long)__atomic_load_n(&e->run_ns, __ATOMIC_RELAXED),
			   (unsigned long long)__atomic_load_n(&e->run_count, __ATOMIC_RELAXED),
			   (u32)e->visited);
}

static void tell_btf(struct skep_buffer *b, const struct skep_btf_entity *e)
{
	skep_buffer_printf(b, "btf_id:\t%u\n", e->e.id);
}

/* As Linux names types of links. */
static const char *const link_names[] = {
    [BPF_LINK_TYPE_RAW_TRACEPOINT] = "raw_tracepoint",
    [BPF_LINK_TYPE_TRACING] = "tracing",
    [BPF_LINK_TYPE_CGROUP] = "cgroup",
    [BPF_LINK_TYPE_NETNS] = "netns",
    [BPF_LINK_TYPE_XDP] = "xdp",
    [BPF_LINK_TYPE_PERF_EVENT] = "perf",
    [BPF_LINK_TYPE_KPROBE_MULTI] = "kprobe_multi",
    [BPF_LINK_TYPE_NETFILTER] = "netfilter",
    [BPF_LINK_TYPE_TCX] = "tcx",
    [BPF_LINK_TYPE_UPROBE_MULTI] = "uprobe_multi",
};

static const char *link_name(const struct skep_link_entity *e)
{
	bool returns = e->sites && e->sites->flags;

	if (returns)
		return e->type == BPF_LINK_TYPE_KPROBE_MULTI ? "kretprobe_multi"
							     : "uretprobe_multi";
	return e->type < SKEP_COUNT(link_names) && link_names[e->type] ? link_names[e->type] : "";
}

static void tell_link(struct skep_buffer *b, const struct skep_link_entity *e)
{
	skep_buffer_printf(b, "link_type:\t%s\nlink_id:\t%u\nprog_tag:\t", link_name(e), e->e.id);
	tell_tag(b, e->prog);
	skep_buffer_printf(b, "\nprog_id:\t%u\n", e->prog->e.id);
	if (skep_link_is_trace(e->type))
		skep_info_trace_lines(b, e);
}

static void tell(struct skep_buffer *b, const struct skep_entity *e)
{
	if (e->kind == SKEP_ENTITY_MAP)
		tell_map(b, (const struct skep_map_entity *)e);
	else if (e->kind == SKEP_ENTITY_PROG)
		tell_prog(b, (const struct skep_prog_entity *)e);
	else if (e->kind == SKEP_ENTITY_BTF)
		tell_btf(b, (const struct skep_btf_entity *)e);
	else if (e->kind == SKEP_ENTITY_LINK)
		tell_link(b, (const struct skep_link_entity *)e);
}

/* Linux's own lines. */
static void copy_lines(struct skep_buffer *b, const struct skep_fdinfo_attr *attr)
{
	char path[48], text[1024];
	size_t got;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%u/fdinfo/%d", attr->pid, attr->fd);
	f = fopen(path, "re");
	if (!f)
		return;
	while ((got = fread(text, 1, sizeof(text), f)) > 0)
		skep_buffer_bytes(b, text, got);
	fclose(f);
}

int skep_text_open(const struct skep_buffer *b)
{
	int fd = b->failed ? -1 : memfd_create("proc", MFD_CLOEXEC), reader = -1;
	char path[32];

	if (b->failed)
		return -ENOMEM;
	if (fd < 0)
		return -errno;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (pwrite(fd, b->data, b->count, 0) == (ssize_t)b->count)
		reader = open(path, O_RDONLY | O_CLOEXEC);
	close(fd);
	return reader < 0 ? -ENOMEM : reader;
}

long skep_cmd_fdinfo(struct skep_bpf_call *call)
{
	struct skep_bpf_call other = *call;
	struct skep_fdinfo_attr attr;
	struct skep_buffer b = {0};
	struct skep_entity *e;
	int error = 0, fd;

	memcpy(&attr, call->bytes, sizeof(attr));
	other.client.pid = (pid_t)attr.pid;
	e = skep_entity_get_any(&other, attr.fd, &error);
	if (!e)
		return error;
	copy_lines(&b, &attr);
	tell(&b, e);
	fd = skep_text_open(&b);
	skep_buffer_fini(&b);
	skep_entity_put(e);
	return fd;
}

static void tell_symbols(struct skep_buffer *b, const struct skep_prog_entity *e)
{
	struct skep_functions f;

	if (!skep_functions_init(&f, e))
		b->failed = true;
	for (u32 i = 0; i < f.count; i++) {
		const char *name = skep_function_name(&f, e, i);

		skep_buffer_printf(b, "%016llx t bpf_prog_",
				   (unsigned long long)skep_function_address(&f, e, i));
		tell_tag(b, e);
		skep_buffer_printf(b, "%s%s\t[bpf]\n", name[0] ? "_" : "", name);
	}
	skep_functions_fini(&f);
}

/* Without addresses, as users see it: they have no meaning in a system of skep's, and none is what
 * Linux counts calls of helpers from. */
static void tell_function(void *context, const struct skep_symbol *s)
{
	static const char base[] = "__bpf_call_base";

	if (s->length != sizeof(base) - 1 || memcmp(s->name, base, s->length) != 0)
		skep_buffer_printf(context, "%016d %s", 0, s->line);
}

long skep_cmd_kallsyms(struct skep_bpf_call *call)
{
	struct skep_buffer b = {0};
	int fd;

	skep_symbols_each(tell_function, &b);
	pthread_mutex_lock(&call->skep->mutex);
	for (struct skep_entity *e = call->skep->first[SKEP_ENTITY_PROG]; e; e = e->next)
		if (skep_prog_is_jited((struct skep_prog_entity *)e))
			tell_symbols(&b, (struct skep_prog_entity *)e);
	pthread_mutex_unlock(&call->skep->mutex);
	fd = skep_text_open(&b);
	skep_buffer_fini(&b);
	return fd;
}

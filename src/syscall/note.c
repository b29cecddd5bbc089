/* SPDX-License-Identifier: BSD-2-Clause */
#include "syscall/note.h"

#include <errno.h>
#include <stdio.h>

#include "base/buffer.h"
#include "spec/spec.h"
#include "syscall/info.h"

enum { NONE, DUE, TOLD };

static void name_probe(struct skep_buffer *b, const struct skep_probe *probe)
{
	static const char *const kinds[] = {
	    [SKEP_PROBE_OUTPUT] = "events of programs",
	    [SKEP_PROBE_SAMPLE] = "samples of a CPU",
	    [SKEP_PROBE_TRACEPOINT] = "tracepoint",
	    [SKEP_PROBE_KERNEL] = "kernel function",
	    [SKEP_PROBE_USER] = "file",
	};

	skep_buffer_printf(b, "%s%s%s", kinds[probe->kind], probe->name ? " " : "",
			   probe->name ?: "");
}

static void name_target(struct skep *skep, struct skep_buffer *b,
			const struct skep_link_entity *link)
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);

	switch (link->type) {
	case BPF_LINK_TYPE_RAW_TRACEPOINT:
		skep_buffer_printf(b, "tracepoint %s", link->name);
		break;
	case BPF_LINK_TYPE_TRACING:
		skep_buffer_printf(b, "kernel function %s",
				   kernel ? skep_kernel_name(kernel, link->prog->attach_btf_id)
					  : "");
		break;
	case BPF_LINK_TYPE_KPROBE_MULTI:
		if (link->sites->count == 1 && link->sites->names)
			skep_buffer_printf(b, "kernel function %s", link->sites->names);
		else
			skep_buffer_printf(b, "%u kernel functions", link->sites->count);
		break;
	default:
		skep_buffer_printf(b, "file %s", link->sites->names);
	}
}

/* Keeps the text if it is the first; the buffer is empty then. */
static void keep(struct skep *skep, const struct skep_prog_entity *prog, struct skep_buffer *what)
{
	struct skep_buffer b = {0};

	skep_buffer_printf(&b,
			   "skep: program %s is attached to %s, but events of the host do not come "
			   "here; to see them run it without skep with, or skep trace\n",
			   prog->name[0] ? prog->name : "without name", what->data);
	pthread_mutex_lock(&skep->mutex);
	if (skep->note.state == NONE && !b.failed && !what->failed) {
		skep->note.text = skep_buffer_take(&b);
		skep->note.state = skep->note.text ? DUE : NONE;
	}
	pthread_mutex_unlock(&skep->mutex);
	skep_buffer_fini(&b);
}

static bool is_first(struct skep *skep)
{
	bool is;

	pthread_mutex_lock(&skep->mutex);
	is = skep->note.state == NONE;
	pthread_mutex_unlock(&skep->mutex);
	return is;
}

void skep_note_link(struct skep *skep, const struct skep_link_entity *link)
{
	struct skep_buffer what = {0};

	if (!is_first(skep))
		return;
	if (link->perf)
		name_probe(&what, &link->perf->probe);
	else
		name_target(skep, &what, link);
	keep(skep, link->prog, &what);
	skep_buffer_fini(&what);
}

void skep_note_perf(struct skep *skep, const struct skep_perf_entity *perf,
		    const struct skep_prog_entity *prog)
{
	struct skep_buffer what = {0};

	if (!is_first(skep))
		return;
	name_probe(&what, &perf->probe);
	keep(skep, prog, &what);
	skep_buffer_fini(&what);
}

/* The text as a file, once. */
long skep_cmd_note(struct skep_bpf_call *call)
{
	struct skep *skep = call->skep;
	struct skep_buffer b = {0};
	long fd = -ENOENT;

	pthread_mutex_lock(&skep->mutex);
	if (skep->note.state == DUE) {
		skep->note.state = TOLD;
		skep_buffer_text(&b, skep->note.text);
		fd = skep_text_open(&b);
	}
	pthread_mutex_unlock(&skep->mutex);
	skep_buffer_fini(&b);
	return fd;
}

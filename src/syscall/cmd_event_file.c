/* SPDX-License-Identifier: BSD-2-Clause */
/* Files of Linux by which loaders find events: numbers of tracefs' events, and the types of probes.
 * They are told here where Linux does not show them: tracefs is root's, and a kernel may have no
 * probes. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "syscall/info.h"
#include "syscall/memory.h"
#include "syscall/tracepoints.h"

#define DEVICES "/sys/bus/event_source/devices/"

/* Of SKEP_PERF_KPROBE and SKEP_PERF_UPROBE, and what their config says; and the probes that tracefs
 * has made: there are none. */
static const struct {
	const char *path;
	u32 number; /* 0: the text */
	const char *text;
} devices[] = {
    {DEVICES "kprobe/type", SKEP_PERF_KPROBE, ""},
    {DEVICES "kprobe/format/retprobe", 0, "config:0\n"},
    {DEVICES "uprobe/type", SKEP_PERF_UPROBE, ""},
    {DEVICES "uprobe/format/retprobe", 0, "config:0\n"},
    {DEVICES "uprobe/format/ref_ctr_offset", 0, "config:32-63\n"},
    {"/sys/kernel/tracing/kprobe_events", 0, ""},
    {"/sys/kernel/tracing/uprobe_events", 0, ""},
    {"/sys/kernel/debug/tracing/kprobe_events", 0, ""},
    {"/sys/kernel/debug/tracing/uprobe_events", 0, ""},
};

static bool tell_device(const char *path, struct skep_buffer *b)
{
	for (size_t i = 0; i < SKEP_COUNT(devices); i++) {
		if (strcmp(path, devices[i].path) != 0)
			continue;
		if (devices[i].number)
			skep_buffer_printf(b, "%u\n", devices[i].number);
		else
			skep_buffer_text(b, devices[i].text);
		return true;
	}
	return false;
}

/* An event's number, and of what describes it as much as is known: not its fields. */
static bool tell_event(struct skep *skep, const char *path, struct skep_buffer *b)
{
	char group[SKEP_EVENT_NAME], name[SKEP_EVENT_NAME], file[8];
	const char *events = strstr(path, "tracing/events/");
	int end = 0;
	u32 number;

	if (!events ||
	    sscanf(events, "tracing/events/%127[^/]/%127[^/]/%7[a-z]%n", group, name, file, &end) !=
		3 ||
	    events[end])
		return false;
	number = skep_tracepoint_number(skep, group, name);
	if (number && strcmp(file, "id") == 0)
		skep_buffer_printf(b, "%u\n", number);
	else if (number && strcmp(file, "format") == 0)
		skep_buffer_printf(b, "name: %s\nID: %u\nformat:\n", name, number);
	else
		return false;
	return true;
}

long skep_cmd_event_file(struct skep_bpf_call *call)
{
	char path[PATH_MAX];
	struct skep_buffer b = {0};
	u64 at;
	int fd;

	memcpy(&at, call->bytes, sizeof(at));
	fd = skep_memory_text(call, path, at, sizeof(path));
	if (!fd)
		fd = tell_device(path, &b) || tell_event(call->skep, path, &b) ? skep_text_open(&b)
									       : -ENOENT;
	skep_buffer_fini(&b);
	return fd;
}

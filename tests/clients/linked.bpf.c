/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A program for each way to be called by events of the host. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

#define PROGRAM(section, name)                                                                     \
	SEC(section) int name(void *context)                                                       \
	{                                                                                          \
		return 0;                                                                          \
	}

PROGRAM("tp_btf/sched_switch", btf_point)
PROGRAM("raw_tp/sched_switch", raw_point)
PROGRAM("tp/sched/sched_switch", point)
PROGRAM("tp/syscalls/sys_enter_openat", call)
PROGRAM("tp/syscalls/sys_exit_getpid", call_exit)
PROGRAM("fentry/do_unlinkat", function)
PROGRAM("fexit/do_unlinkat", function_exit)
PROGRAM("lsm/file_open", hook)
PROGRAM("kprobe/do_unlinkat", probe)
PROGRAM("kretprobe/do_unlinkat", probe_exit)
PROGRAM("kprobe.multi/do_unlink*", probes)
PROGRAM("uprobe", place)
PROGRAM("uretprobe", place_exit)
PROGRAM("perf_event", sample)

/* Not there. */
PROGRAM("tp/sched/no_such_event", no_point)
PROGRAM("raw_tp/no_such_point", no_raw_point)
PROGRAM("kprobe/no_such_function", no_function)
PROGRAM("kprobe.multi/no_such_function*", no_functions)

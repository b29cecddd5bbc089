/* SPDX-License-Identifier: BSD-2-Clause */
/* What /proc and tracefs tell of BPF. */
#ifndef SKEP_PRELOAD_PROC_H
#define SKEP_PRELOAD_PROC_H

#include <sys/types.h>

#include "syscall/skep.h"

/* What to ask the system for in place of opening the file of a path, with what that takes in *attr;
 * false if it is a file of Linux. `self` is who /proc/self is. */
bool skep_proc_find(const char *path, pid_t self, struct skep_bpf_args *args,
		    struct skep_fdinfo_attr *attr);

/* A descriptor to read from in place of the file of a path, with what Linux would tell if the
 * system were its own: for /proc/kallsyms, /proc/PID/fdinfo/N of descriptors of skep's, and
 * trace_pipe. -1 if the path is another one. errno is kept. */
int skep_proc_open(const char *path);

/* Whether events are found by files such as this one (syscall/cmd_event_file.c), which the system
 * makes if Linux does not let this process read them. */
bool skep_proc_is_event_file(const char *path);

#endif

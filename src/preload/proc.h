/* SPDX-License-Identifier: BSD-2-Clause */
/* What /proc and tracefs tell of BPF. */
#ifndef SKEP_PRELOAD_PROC_H
#define SKEP_PRELOAD_PROC_H

/* A descriptor to read from in place of the file of a path, with what Linux would tell if the
 * system were its own: for /proc/kallsyms, /proc/PID/fdinfo/N of descriptors of skep's, and
 * trace_pipe. -1 if the path is another one. errno is kept. */
int skep_proc_open(const char *path);

#endif

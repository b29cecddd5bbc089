/* SPDX-License-Identifier: BSD-2-Clause */
/* A system call of Linux, past whoever supplies syscall(3). */
#ifndef SKEP_PRELOAD_RAW_H
#define SKEP_PRELOAD_RAW_H

#include "base/types.h"

/* The machine in the words of seccomp(2), AUDIT_ARCH_...; 0: its calls are not known here. */
extern const u32 skep_raw_arch;

/* Returns what the kernel returns: -errno on failure. Thread-safe. */
long skep_raw_syscall(long number, const long args[6]);

#endif

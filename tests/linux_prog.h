/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs in Linux, through bpf(2) alone: load and try. */
#ifndef SKEP_TESTS_LINUX_PROG_H
#define SKEP_TESTS_LINUX_PROG_H

#include <linux/bpf.h>

#include "base/types.h"

/* Loads a program. Returns its descriptor, to be closed; -1 with errno set if Linux refuses it. */
int linux_prog_load(enum bpf_prog_type type, const struct bpf_insn *insns, u32 count);

/* Runs a BPF_PROG_TYPE_SYSCALL program with r1 = `size` bytes of memory, which it may change. */
bool linux_prog_run_memory(int prog, void *memory, u32 size);

/* Runs a program of packets on one; *result is the low half of r0. */
bool linux_prog_run_packet(int prog, const void *frame, u32 size, u32 *result);

#endif

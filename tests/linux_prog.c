/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux_prog.h"

#include <sys/syscall.h>
#include <unistd.h>

static long sys_bpf(enum bpf_cmd command, union bpf_attr *attr)
{
	return syscall(SYS_bpf, command, attr, sizeof(*attr));
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

int linux_prog_load(enum bpf_prog_type type, const struct bpf_insn *insns, u32 count)
{
	union bpf_attr attr = {.prog_type = type,
			       .insns = address(insns),
			       .insn_cnt = count,
			       .prog_flags = type == BPF_PROG_TYPE_SYSCALL ? BPF_F_SLEEPABLE : 0,
			       .license = address("GPL")};

	return (int)sys_bpf(BPF_PROG_LOAD, &attr);
}

bool linux_prog_run_memory(int prog, void *memory, u32 size)
{
	union bpf_attr attr = {
	    .test = {.prog_fd = (u32)prog, .ctx_in = address(memory), .ctx_size_in = size}};

	return sys_bpf(BPF_PROG_TEST_RUN, &attr) == 0;
}

bool linux_prog_run_packet(int prog, const void *frame, u32 size, u32 *result)
{
	union bpf_attr attr = {
	    .test = {.prog_fd = (u32)prog, .data_in = address(frame), .data_size_in = size}};

	if (sys_bpf(BPF_PROG_TEST_RUN, &attr) != 0)
		return false;
	*result = attr.test.retval;
	return true;
}

/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs that name maps by descriptors which are none: r1 = map[fd:N]. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

#define NAME_MAP(fd) asm volatile(".byte 0x18, 0x11, 0, 0\n.long " #fd "\n.quad 0" ::: "r1")

SEC("socket")
int no_descriptor(void *ctx)
{
	NAME_MAP(9999);
	return 0;
}

SEC("socket")
int negative(void *ctx)
{
	NAME_MAP(-1);
	return 0;
}

/* Code that no path comes to counts as well. */
SEC("xdp")
int unused(void *ctx)
{
	asm volatile("if r1 != 0 goto +2" ::: "r1");
	NAME_MAP(9999);
	return 0;
}

char _license[] SEC("license") = "GPL";

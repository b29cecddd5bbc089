/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* An iterator, which has nothing to walk over in skep. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct bpf_iter__bpf_map;

SEC("iter/bpf_map") int walk(struct bpf_iter__bpf_map *context)
{
	return 0;
}

char _license[] SEC("license") = "GPL";

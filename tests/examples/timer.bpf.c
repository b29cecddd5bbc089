/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Packets pass until a timer that the first of them started has fired. */
#include <linux/bpf.h>
#include <linux/time.h>

#include <bpf/bpf_helpers.h>

struct element {
	struct bpf_timer timer;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct element);
} timers SEC(".maps");

__u32 fired = 0;

static int fire(void *map, __u32 *key, struct element *element)
{
	fired++;
	return 0;
}

SEC("xdp")
int wait_for_timer(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct element *element = bpf_map_lookup_elem(&timers, &zero);

	if (fired || !element)
		return XDP_DROP;
	if (bpf_timer_init(&element->timer, &timers, CLOCK_MONOTONIC))
		return XDP_PASS;
	bpf_timer_set_callback(&element->timer, fire);
	bpf_timer_start(&element->timer, 0, 0);
	return XDP_PASS;
}

char LICENSE[] SEC("license") = "GPL";

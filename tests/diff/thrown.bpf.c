/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs that end where they throw, from any depth. */
#include "owned.bpf.h"

__u64 before, behind;

int target(struct __sk_buff *skb);

struct {
	__uint(type, MAP_PROG_ARRAY);
	__uint(max_entries, 2);
	__uint(key_size, sizeof(__u32));
	__array(values, int(void *));
} jumps SEC(".maps") = {.values = {[0] = (void *)&target}};

SEC("tc")
int target(struct __sk_buff *skb)
{
	bpf_throw(16);
	return 0;
}

SEC("tc")
int plain(struct __sk_buff *skb)
{
	before++;
	if (skb->len % 2)
		bpf_throw(skb->len);
	behind++;
	return 1;
}

static __attribute__((noinline)) int deeper(struct __sk_buff *skb, int depth)
{
	if (skb->len % 3 == 0)
		bpf_throw(skb->len + depth);
	return depth + skb->len % 5;
}

static __attribute__((noinline)) int deep(struct __sk_buff *skb, int depth)
{
	int got = deeper(skb, depth + 1);

	behind += got;
	return got;
}

SEC("tc")
int inner(struct __sk_buff *skb)
{
	before++;
	return deep(skb, 3) + 100;
}

static __attribute__((noinline)) int jump(struct __sk_buff *skb)
{
	volatile int result = 10;

	bpf_tail_call(skb, &jumps, 0);
	return result;
}

SEC("tc")
int jumps_inside(struct __sk_buff *skb)
{
	volatile int result = 0;

	result = jump(skb);
	return result + 8;
}

SEC("tc")
int jumps_outside(struct __sk_buff *skb)
{
	bpf_tail_call(skb, &jumps, 0);
	return 9;
}

char _license[] SEC("license") = "GPL";

/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* An object with all that a listing has to show: maps, data of every kind, calls between functions
 * and sections, addresses of functions, and what only a loader knows. Where the instructions matter
 * they are written out, so that every clang makes the same. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

const volatile char greeting[] = "hello\n";
const volatile __u32 limit = 7;
__u64 seen;
int state = 5;

extern int LINUX_KERNEL_VERSION __kconfig;
extern void bpf_rcu_read_lock(void) __ksym;

static __attribute__((noinline)) __u64 twice(__u64 value)
{
	asm volatile("%[value] += %[value]" : [value] "+r"(value));
	return value;
}

/* Kept in .text, as it is global. */
__attribute__((noinline)) int pass(void *context)
{
	asm volatile("" ::"r"(context));
	return 2;
}

SEC("xdp")
__attribute__((naked)) int drop(void *context)
{
	asm volatile("r0 = 1\n"
		     "exit");
}

SEC("xdp")
__attribute__((naked)) int count(void *context)
{
	asm volatile("r6 = r1\n"
		     "r1 = 7\n"
		     "*(u32 *)(r10 - 4) = r1\n"
		     "r2 = r10\n"
		     "r2 += -4\n"
		     "r1 = %[counts] ll\n"
		     "call %[lookup]\n"
		     "if r0 == 0 goto 1f\n"
		     "r1 = 1\n"
		     "lock *(u64 *)(r0 + 0) += r1\n"
		     "1:\n"
		     "r1 = %[seen] ll\n"
		     "r2 = %[state] ll\n"
		     "r3 = %[limit] ll\n"
		     "r1 = r6\n"
		     "call pass\n"
		     "exit" ::[counts] "i"(&counts),
		     [lookup] "i"(BPF_FUNC_map_lookup_elem), [seen] "i"(&seen), [state] "i"(&state),
		     [limit] "i"(&limit));
}

static int each(void *map, void *key, void *value, void *context)
{
	return 0;
}

/* As a compiler makes it: instructions differ, what they name does not. */
SEC("tc")
int compiled(struct __sk_buff *skb)
{
	char c = greeting[skb->len & 3];

	bpf_for_each_map_elem(&counts, each, &c, 0);
	bpf_rcu_read_lock();
	if (LINUX_KERNEL_VERSION > 5)
		seen += twice(skb->len);
	return pass(skb);
}

char _license[] SEC("license") = "GPL";

/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs that use what the kernel does not have. Linux names other instructions: libbpf rewrites
 * its log, and calls of nothing are looked at last. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct task_struct___not_there {
	int no_such_field;
} __attribute__((preserve_access_index));

SEC("raw_tp/sys_enter")
int no_field(void *ctx)
{
	struct task_struct___not_there *task = (void *)bpf_get_current_task_btf();

	return task->no_such_field;
}

extern int bpf_no_such_function(int number) __ksym __weak;

SEC("tc")
int no_function(struct __sk_buff *skb)
{
	return bpf_no_such_function((int)skb->len);
}

char _license[] SEC("license") = "GPL";

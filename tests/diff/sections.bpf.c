/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A program in each section that libbpf learnt behind 1.1: src/object/sections.def. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

#define PROGRAM(section, name, context, result)                                                    \
	SEC(section) int name(context *ctx)                                                        \
	{                                                                                          \
		return result;                                                                     \
	}

PROGRAM("tcx/ingress", tcx_ingress, struct __sk_buff, 0)
PROGRAM("tcx/egress", tcx_egress, struct __sk_buff, 0)
PROGRAM("tc/ingress", tc_ingress, struct __sk_buff, 0)
PROGRAM("tc/egress", tc_egress, struct __sk_buff, 0)
PROGRAM("netkit/primary", netkit_primary, struct __sk_buff, 0)
PROGRAM("netkit/peer", netkit_peer, struct __sk_buff, 0)
PROGRAM("netfilter", in_netfilter, void, 1)
PROGRAM("sk_skb/verdict", skb_verdict, struct __sk_buff, 1)
PROGRAM("cgroup/connect_unix", connect_unix, struct bpf_sock_addr, 1)
PROGRAM("cgroup/sendmsg_unix", sendmsg_unix, struct bpf_sock_addr, 1)
PROGRAM("cgroup/recvmsg_unix", recvmsg_unix, struct bpf_sock_addr, 1)
PROGRAM("cgroup/getpeername_unix", getpeername_unix, struct bpf_sock_addr, 1)
PROGRAM("cgroup/getsockname_unix", getsockname_unix, struct bpf_sock_addr, 1)
PROGRAM("uprobe.multi/libc.so.6:getpid", uprobe_multi, void, 0)
PROGRAM("uretprobe.multi/libc.so.6:getpid", uretprobe_multi, void, 0)
PROGRAM("uprobe.session/libc.so.6:getpid", uprobe_session, void, 0)
PROGRAM("kprobe.session/do_nanosleep", kprobe_session, void, 0)

char LICENSE[] SEC("license") = "GPL";

/* SPDX-License-Identifier: BSD-2-Clause */
/* The constants of linux/bpf.h that headers of Linux 6.1 lack and Linux 6.18 has. A newer header
 * has declared them as enumerators by then: a macro of the same value changes nothing. */
#ifndef SKEP_SPEC_UAPI_H
#define SKEP_SPEC_UAPI_H

#include <linux/bpf.h>

/* Commands of bpf(2). */
#define BPF_TOKEN_CREATE	   36
#define BPF_PROG_STREAM_READ_BY_FD 37

/* Program types. */
#define BPF_PROG_TYPE_NETFILTER 32
/* Outside Linux's numbering: r1 = memory, r2 = its length. */
#define SKEP_PROG_TYPE_RAW 63

/* Attach types. */
#define BPF_STRUCT_OPS		    44
#define BPF_NETFILTER		    45
#define BPF_TCX_INGRESS		    46
#define BPF_TCX_EGRESS		    47
#define BPF_TRACE_UPROBE_MULTI	    48
#define BPF_CGROUP_UNIX_CONNECT	    49
#define BPF_CGROUP_UNIX_SENDMSG	    50
#define BPF_CGROUP_UNIX_RECVMSG	    51
#define BPF_CGROUP_UNIX_GETPEERNAME 52
#define BPF_CGROUP_UNIX_GETSOCKNAME 53
#define BPF_NETKIT_PRIMARY	    54
#define BPF_NETKIT_PEER		    55
#define BPF_TRACE_KPROBE_SESSION    56
#define BPF_TRACE_UPROBE_SESSION    57

/* Link types. */
#define BPF_LINK_TYPE_NETFILTER	   10
#define BPF_LINK_TYPE_TCX	   11
#define BPF_LINK_TYPE_UPROBE_MULTI 12
#define BPF_LINK_TYPE_NETKIT	   13
#define BPF_LINK_TYPE_SOCKMAP	   14

/* Map types. */
#define BPF_MAP_TYPE_CGRP_STORAGE 32
#define BPF_MAP_TYPE_ARENA	  33

/* Helpers. */
#define BPF_FUNC_cgrp_storage_get    210
#define BPF_FUNC_cgrp_storage_delete 211

/* Flags of MAP_CREATE. */
#define BPF_F_PATH_FD	       (1U << 14)
#define BPF_F_VTYPE_BTF_OBJ_FD (1U << 15)
#define BPF_F_TOKEN_FD	       (1U << 16)
#define BPF_F_SEGV_ON_FAULT    (1U << 17)
#define BPF_F_NO_USER_CONV     (1U << 18)

/* Flags of PROG_LOAD. */
#define BPF_F_XDP_DEV_BOUND_ONLY  (1U << 6)
#define BPF_F_TEST_REG_INVARIANTS (1U << 7)

/* Flags of attaching. */
#define BPF_F_BEFORE   (1U << 3)
#define BPF_F_AFTER    (1U << 4)
#define BPF_F_ID       (1U << 5)
#define BPF_F_PREORDER (1U << 6)
#ifndef BPF_F_LINK
#define BPF_F_LINK (1U << 13)
#endif

/* Flags of LINK_CREATE. */
#define BPF_F_NETFILTER_IP_DEFRAG (1U << 0)
#define BPF_F_UPROBE_MULTI_RETURN (1U << 0)

/* Linux's own ENOTSUPP, which no header has. */
enum { SKEP_ENOTSUPP = 524 };

#endif

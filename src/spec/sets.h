/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets of program types and of attach types: the words in which the tables of this room say who may
 * do what. Only this room's tables are written in them. */
#ifndef SKEP_SPEC_SETS_H
#define SKEP_SPEC_SETS_H

#include "spec/uapi.h"

/* ---- program types */

#define PROG(type) (1ULL << BPF_PROG_TYPE_##type)

#define SOCKET_FILTER  PROG(SOCKET_FILTER)
#define KPROBE	       PROG(KPROBE)
#define SCHED_CLS      PROG(SCHED_CLS)
#define SCHED_ACT      PROG(SCHED_ACT)
#define TRACEPOINT     PROG(TRACEPOINT)
#define XDP	       PROG(XDP)
#define PERF_EVENT     PROG(PERF_EVENT)
#define CGROUP_SKB     PROG(CGROUP_SKB)
#define CGROUP_SOCK    PROG(CGROUP_SOCK)
#define LWT_IN	       PROG(LWT_IN)
#define LWT_OUT	       PROG(LWT_OUT)
#define LWT_XMIT       PROG(LWT_XMIT)
#define SOCK_OPS       PROG(SOCK_OPS)
#define SK_SKB	       PROG(SK_SKB)
#define CGROUP_DEVICE  PROG(CGROUP_DEVICE)
#define SK_MSG	       PROG(SK_MSG)
#define RAW_TRACEPOINT PROG(RAW_TRACEPOINT)
#define SOCK_ADDR      PROG(CGROUP_SOCK_ADDR)
#define LWT_SEG6       PROG(LWT_SEG6LOCAL)
#define LIRC	       PROG(LIRC_MODE2)
#define REUSEPORT      PROG(SK_REUSEPORT)
#define FLOW_DISSECTOR PROG(FLOW_DISSECTOR)
#define SYSCTL	       PROG(CGROUP_SYSCTL)
#define RAW_WRITABLE   PROG(RAW_TRACEPOINT_WRITABLE)
#define SOCKOPT	       PROG(CGROUP_SOCKOPT)
#define TRACING	       PROG(TRACING)
#define STRUCT_OPS     PROG(STRUCT_OPS)
#define EXT	       PROG(EXT)
#define LSM	       PROG(LSM)
#define SK_LOOKUP      PROG(SK_LOOKUP)
#define SYSCALL	       PROG(SYSCALL)
#define NETFILTER      PROG(NETFILTER)
#define RAW	       (1ULL << SKEP_PROG_TYPE_RAW)

/* All of Linux's that have helpers of their own: EXT has those of the program it replaces, and
 * infrared programs have next to none. */
#define ALL   ((2ULL << BPF_PROG_TYPE_NETFILTER) - 2 - EXT - LIRC)
#define EVERY (ALL | RAW)

#define TC	    (SCHED_CLS | SCHED_ACT)
#define LWT	    (LWT_IN | LWT_OUT | LWT_XMIT | LWT_SEG6)
#define PROBE	    (KPROBE | TRACEPOINT | PERF_EVENT | RAW_TRACEPOINT | RAW_WRITABLE)
#define BTF_TRACE   (TRACING | LSM | SYSCALL)
#define CGROUP_TASK (CGROUP_SOCK | CGROUP_DEVICE | SOCK_ADDR | SYSCTL | SOCKOPT)
#define NET                                                                                        \
	(SOCKET_FILTER | TC | XDP | CGROUP_SKB | LWT | SOCK_OPS | SK_SKB | FLOW_DISSECTOR |        \
	 SK_LOOKUP)

/* ---- attach types */

#define AT(type) (1ULL << BPF_##type)

#define ALWAYS	   (~0ULL)
#define SETSOCKOPT AT(CGROUP_SETSOCKOPT)
#define GETSOCKOPT AT(CGROUP_GETSOCKOPT)
#define CONNECT	   (AT(CGROUP_INET4_CONNECT) | AT(CGROUP_INET6_CONNECT))
#define RAW_TP	   AT(TRACE_RAW_TP)
#define ITER	   AT(TRACE_ITER)
#define FUNCTION   (AT(TRACE_FENTRY) | AT(TRACE_FEXIT))
#define TRAMPOLINE (FUNCTION | AT(MODIFY_RETURN))
#define LSM_HOOK   AT(LSM_MAC)
#define LSM_CGROUP AT(LSM_CGROUP)
#define MULTI                                                                                      \
	(AT(TRACE_KPROBE_MULTI) | AT(TRACE_UPROBE_MULTI) | AT(TRACE_KPROBE_SESSION) |              \
	 AT(TRACE_UPROBE_SESSION))
/* Hooks of cgroups whose caller takes no error number. */
#define VERDICT_ONLY                                                                               \
	(AT(CGROUP_INET_INGRESS) | AT(CGROUP_INET_EGRESS) | AT(CGROUP_SOCK_OPS) | RECVMSG |        \
	 PEERNAME | SOCKNAME)
#define RETVAL	(~VERDICT_ONLY)
#define RECVMSG (AT(CGROUP_UDP4_RECVMSG) | AT(CGROUP_UDP6_RECVMSG) | AT(CGROUP_UNIX_RECVMSG))
#define PEERNAME                                                                                   \
	(AT(CGROUP_INET4_GETPEERNAME) | AT(CGROUP_INET6_GETPEERNAME) | AT(CGROUP_UNIX_GETPEERNAME))
#define SOCKNAME                                                                                   \
	(AT(CGROUP_INET4_GETSOCKNAME) | AT(CGROUP_INET6_GETSOCKNAME) | AT(CGROUP_UNIX_GETSOCKNAME))

#endif

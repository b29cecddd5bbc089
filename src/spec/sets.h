/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets of program types and of attach types: the words in which the tables of this room say who may
 * do what. Only this room's tables are written in them. */
#ifndef SKEP_SPEC_SETS_H
#define SKEP_SPEC_SETS_H

#include "spec/spec.h"

/* ---- program types */

#define PROGRAM(type) (1ULL << BPF_PROG_TYPE_##type)

#define SOCKET_FILTER  PROGRAM(SOCKET_FILTER)
#define KPROBE	       PROGRAM(KPROBE)
#define SCHED_CLS      PROGRAM(SCHED_CLS)
#define SCHED_ACT      PROGRAM(SCHED_ACT)
#define TRACEPOINT     PROGRAM(TRACEPOINT)
#define XDP	       PROGRAM(XDP)
#define PERF_EVENT     PROGRAM(PERF_EVENT)
#define CGROUP_SKB     PROGRAM(CGROUP_SKB)
#define CGROUP_SOCK    PROGRAM(CGROUP_SOCK)
#define LWT_IN	       PROGRAM(LWT_IN)
#define LWT_OUT	       PROGRAM(LWT_OUT)
#define LWT_XMIT       PROGRAM(LWT_XMIT)
#define SOCK_OPS       PROGRAM(SOCK_OPS)
#define SK_SKB	       PROGRAM(SK_SKB)
#define CGROUP_DEVICE  PROGRAM(CGROUP_DEVICE)
#define SK_MSG	       PROGRAM(SK_MSG)
#define RAW_TRACEPOINT PROGRAM(RAW_TRACEPOINT)
#define SOCK_ADDR      PROGRAM(CGROUP_SOCK_ADDR)
#define LWT_SEG6       PROGRAM(LWT_SEG6LOCAL)
#define LIRC	       PROGRAM(LIRC_MODE2)
#define REUSEPORT      PROGRAM(SK_REUSEPORT)
#define FLOW_DISSECTOR PROGRAM(FLOW_DISSECTOR)
#define SYSCTL	       PROGRAM(CGROUP_SYSCTL)
#define RAW_WRITABLE   PROGRAM(RAW_TRACEPOINT_WRITABLE)
#define SOCKOPT	       PROGRAM(CGROUP_SOCKOPT)
#define TRACING	       PROGRAM(TRACING)
#define STRUCT_OPS     PROGRAM(STRUCT_OPS)
#define EXT	       PROGRAM(EXT)
#define LSM	       PROGRAM(LSM)
#define SK_LOOKUP      PROGRAM(SK_LOOKUP)
#define SYSCALL	       PROGRAM(SYSCALL)
#define NETFILTER      PROGRAM(NETFILTER)
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
/* Those whose context is a __sk_buff with the packet's metadata. */
#define SKB (LWT | TC | SOCKET_FILTER | CGROUP_SKB | SK_SKB)
#define NET                                                                                        \
	(SOCKET_FILTER | TC | XDP | CGROUP_SKB | LWT | SOCK_OPS | SK_SKB | FLOW_DISSECTOR |        \
	 SK_LOOKUP)

/* What pointers lead to, in the tables of fields, where no program type is. */
#define OBJECT(what) (1ULL << (40 + SKEP_OBJECT_##what))
#define COMMON	     OBJECT(SOCK_COMMON)
#define FULL	     OBJECT(SOCKET)
#define ANY_SOCK     (COMMON | FULL)

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

/* Hooks of cgroups that see a socket address, by its family. */
#define ADDRESS_4                                                                                  \
	(AT(CGROUP_INET4_BIND) | AT(CGROUP_INET4_CONNECT) | AT(CGROUP_UDP4_SENDMSG) |              \
	 AT(CGROUP_UDP4_RECVMSG) | AT(CGROUP_INET4_GETPEERNAME) | AT(CGROUP_INET4_GETSOCKNAME))
#define ADDRESS_6                                                                                  \
	(AT(CGROUP_INET6_BIND) | AT(CGROUP_INET6_CONNECT) | AT(CGROUP_UDP6_SENDMSG) |              \
	 AT(CGROUP_UDP6_RECVMSG) | AT(CGROUP_INET6_GETPEERNAME) | AT(CGROUP_INET6_GETSOCKNAME))
#define ADDRESS_UNIX                                                                               \
	(AT(CGROUP_UNIX_CONNECT) | AT(CGROUP_UNIX_SENDMSG) | AT(CGROUP_UNIX_RECVMSG) |             \
	 AT(CGROUP_UNIX_GETPEERNAME) | AT(CGROUP_UNIX_GETSOCKNAME))
#define BIND	    (AT(CGROUP_INET4_BIND) | AT(CGROUP_INET6_BIND))
#define POST_BIND_4 AT(CGROUP_INET4_POST_BIND)
#define POST_BIND_6 AT(CGROUP_INET6_POST_BIND)
#define POST_BIND   (POST_BIND_4 | POST_BIND_6)
#define SENDMSG_4   AT(CGROUP_UDP4_SENDMSG)
#define SENDMSG_6   AT(CGROUP_UDP6_SENDMSG)
/* A program of a type that says no attach type: 0. */
#define UNSAID	      1ULL
#define SOCK_LIFE     (UNSAID | AT(CGROUP_INET_SOCK_CREATE) | AT(CGROUP_INET_SOCK_RELEASE))
#define INGRESS	      AT(CGROUP_INET_INGRESS)
#define EGRESS	      AT(CGROUP_INET_EGRESS)
#define DEVMAP_EGRESS AT(XDP_DEVMAP)
#define SESSION	      (AT(TRACE_KPROBE_SESSION) | AT(TRACE_UPROBE_SESSION))
#define REUSE	      (UNSAID | AT(SK_REUSEPORT_SELECT) | AT(SK_REUSEPORT_SELECT_OR_MIGRATE))
#define LOOKUP	      AT(SK_LOOKUP)
#define NF	      AT(NETFILTER)

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* bpf(2) in user space. A struct skep is one BPF system: maps, programs and types with their
 * descriptors and ids; a process may have several.
 *
 * A descriptor is one of a memory file. The system has opened the same file for itself, and tells
 * by the lock that the caller's opening holds (flock(2)) whether anybody still has it: through dup,
 * fork, exec, another process or a mapping. So nobody needs to say that a descriptor was closed. */
#ifndef SKEP_SYSCALL_SKEP_H
#define SKEP_SYSCALL_SKEP_H

#include <errno.h>
#include <skep/diag.h>
#include <sys/types.h>

#include "base/types.h"

union bpf_attr;
struct skep;
struct skep_refutation;
struct skep_verdict;
struct skep_verify_input;

/* A program that was given to the verifier; all of it borrowed for the call. */
struct skep_loading {
	const char *name; /* "" if it has none */
	const struct skep_verify_input *input;
	const struct skep_verdict *verdict;
	const struct skep_diag *d; /* why it was refused */
	u64 nanoseconds;	   /* that the verifier took */
	/* An input that shows why it was refused; NULL: none was found, or wanted. */
	const struct skep_refutation *refutation;
};

struct skep_config {
	u32 kernel; /* whose helpers, features and limits: 601 is 6.1; 0: the newest known */
	bool no_perfmon, no_bpf; /* without these capabilities */
	bool beyond;		 /* programs are accepted that Linux refuses, where it is proved */
	u32 cpus;		 /* of per-CPU maps; 0: as many as the host may have */
	bool verify_only;	 /* nothing is made runnable, so nothing is missing */
	u32 mode;		 /* enum skep_code_mode: what runs programs */
	u32 reasons;		 /* how many refusals of a program are told with their reasons */
	bool tally;		 /* what the verifier did is counted for each instruction */
	bool refute;		 /* an input is looked for that shows why a program is refused */
	u64 budget; /* instructions that the verifier visits at most; 0: as many as Linux */
	void (*told)(void *context, const struct skep_loading *loading); /* NULL: nobody listens */
	/* Lines of trace_printk; NULL: clients read them from trace_pipe. From any thread that runs
	 * a program. */
	void (*print)(void *context, const char *text, size_t length);
	/* A copy of a packet for an interface (bpf_clone_redirect); NULL: it is lost on the way.
	 * From any such thread. */
	void (*send)(void *context, u32 interface, const void *packet, u32 size);
	void *context;
	/* An empty folder of an ordinary file system for pins, as in mounts.h: borrowed until the
	 * system is freed, which leaves it as it is. NULL: pins are names without files. */
	const char *folder;
	/* Types of the running kernel, borrowed until the system is freed; NULL: it loads them. */
	const struct skep_kernel *types;
};

/* Makes a system without any object. NULL with *d set if memory ran out or
 * the folder cannot be used. The caller owns it. */
SKEP_MUST_USE struct skep *skep_system_new(const struct skep_config *config, struct skep_diag *d);

/* Frees the system and all that it holds; descriptors that are still open name nothing then. */
void skep_system_free(struct skep *skep);

/* One call of bpf(2): what Linux returns, or -errno. `attr` need not be readable memory. May be
 * called from several threads. */
long skep_bpf(struct skep *skep, int cmd, union bpf_attr *attr, unsigned size);

/* A process that calls: addresses and descriptors that it gives are its own. */
struct skep_client {
	pid_t pid; /* 0: this one */
	u32 uid;
	int line;	  /* a socket that hangs up when it is gone; 0: nobody looks */
	const void *attr; /* what attr points to, if it lies here; NULL: it is the process's own */
};

struct skep_bpf_args {
	s32 cmd;
	u32 size;
	u64 attr; /* address */
};

/* Commands beside those of bpf(2), for skep_bpf_for() alone: rows of private.def. */
enum skep_bpf_private {
	SKEP_BPF_PRIVATE = 64, /* from here on */
#define PRIVATE(name, function, size) SKEP_BPF_##name,
#define PRIVATE_OPENS		      PRIVATE
#include "syscall/private.def"
#undef PRIVATE_OPENS
#undef PRIVATE
};

/* What EVENTS says of a map that has none. */
enum { SKEP_NO_EVENTS = ENOTTY };

/* What they take; UNPIN and MOUNT the address of a path, EVENTS a descriptor. */
struct skep_fdinfo_attr {
	u32 pid; /* whose descriptor */
	s32 fd;
};

/* mmap(2): what SKEP_MMAP_ names. An arena must have a place before it is mapped, the same in all
 * processes: the caller chooses one in which no multiple of 4 GiB lies, keeps it free, and asks
 * again. */
enum { SKEP_MMAP_GO_ON, SKEP_MMAP_FOREIGN, SKEP_MMAP_CHOOSE };
struct skep_mmap_attr {
	s32 fd;
	u32 protection; /* PROT_... */
	u32 shared;	/* MAP_SHARED; 0: private */
	u32 unused;
	u64 offset, length;
	u64 at;	    /* the address that was asked for, or 0 */
	u64 chosen; /* of an arena: where it will be; 0: not chosen yet */
};

/* perf_event_open(2). PERF_OPEN makes an event that programs of BPF write to, or of a number that
 * is skep's own, PERF_STAND_IN one that they can be attached to and that never happens: a
 * tracepoint, a probe, or a counter of all processes. -ENOSYS for others. */
struct skep_perf_attr {
	u64 event; /* address of a struct perf_event_attr */
	u32 cpu;   /* UINT32_MAX: all */
	s32 pid;   /* -1: all */
};

/* PERF_EVENT_IOC_SET_BPF; -ENOTTY: the descriptor is no event of skep's. */
struct skep_perf_set_attr {
	s32 event, prog; /* descriptors */
};

/* Types of events that skep has where Linux does not: probes of functions and of files. */
enum { SKEP_PERF_KPROBE = 0x40000001, SKEP_PERF_UPROBE };

/* A request of rtnetlink(7), one message (NETLINK_ASK): returns the bytes of the messages that
 * answer it, which are written; -ENOSYS: it is Linux's to answer. What a request for a list returns
 * comes before Linux's list. Or what Linux has told, messages of one datagram (NETLINK_TOLD):
 * returns the bytes of what it becomes; -ENOSYS: it stays as it is. -ENOSPC: there is too little
 * room, which does not happen to requests for no list that get SKEP_NETLINK_ROOM bytes more than
 * they have. */
enum { SKEP_NETLINK_ROOM = 4096 };
enum { SKEP_NETLINK_EXPLAIN = 1, SKEP_NETLINK_CUT = 2 };
struct skep_netlink_attr {
	u64 from, to; /* addresses */
	u32 size, room;
	u32 port;      /* of the client's socket */
	u32 interface; /* whose number is in the request, if there is such one; else 0 */
	u32 flags;     /* SKEP_NETLINK_...: as NETLINK_EXT_ACK and NETLINK_CAP_ACK are set */
	u32 unused;
};

/* The same for another process, whose memory and /proc/PID/fd this one may read and write. A
 * descriptor that is returned is one of this process, to be handed on and closed. */
long skep_bpf_for(struct skep *skep, const struct skep_client *client,
		  const struct skep_bpf_args *args);

/* Whether a command returns a descriptor where it succeeds. */
bool skep_bpf_opens(int cmd);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What surrounds a program that runs on a system: helpers find it through the run. */
#ifndef SKEP_VM_ENV_H
#define SKEP_VM_ENV_H

#include <sys/types.h>

#include "vm/frame.h"
#include "vm/vm.h"

struct skep_map;

/* An interface that packets come from and go to. */
struct skep_device {
	u32 index;  /* not 0 */
	u32 mtu;    /* bytes behind the link-layer header */
	u32 header; /* bytes of the link-layer header; 0: it has none */
	u8 mac[6], broadcast[6];
};

/* Timers in values of maps, by the addresses of their fields. Each returns what Linux's helper
 * does, flags that are wrong apart. */
struct skep_timer_services {
	int (*init)(void *system, struct skep_map *map, void *field, u32 clock);
	/* `function` of `code` is called with the map, the key and the value. */
	int (*set_function)(void *system, void *field, const struct skep_code *code, u64 function);
	int (*start)(void *system, void *field, u64 nanoseconds, u64 flags);
	int (*cancel)(void *system, void *field);
};

/* What a system does for programs. Functions may be called from several threads at once. */
struct skep_services {
	void *system; /* handed to each */
	/* A line of trace_printk, without an end that it does not have itself. */
	void (*print)(void *system, const char *text, size_t length);
	u32 cpus; /* virtual CPUs: numbers of CPUs are below */
	/* A call of bpf(2) by a program of this process: what Linux returns, or -errno. NULL: it
	 * may make none. */
	long (*bpf)(void *system, int cmd, void *attr, u32 size);
	/* The id of the kernel's type of a kind (BTF_KIND_...), 0: there is none. NULL: likewise.
	 */
	u32 (*find_type)(void *system, const char *name, u32 kind);
	const struct skep_timer_services *timers; /* NULL: there are none */
	/* Interfaces; none: there is a loopback interface alone, number 1. */
	const struct skep_device *devices;
	u32 device_count;
	/* Looks a route up: `params` is struct bpf_fib_lookup, its family and its interface are
	 * looked at already. Returns BPF_FIB_LKUP_RET_... or -errno. NULL: there is no table, and
	 * nothing is forwarded. */
	int (*route)(void *system, struct bpf_fib_lookup *params, u32 flags);
	/* Sends a copy of a packet (bpf_clone_redirect). Returns 0, NET_XMIT_... or -errno. NULL:
	 * it is lost on the way. */
	int (*send)(void *system, const struct skep_device *to, const void *packet, u32 size,
		    u64 flags);
};

enum skep_redirect_kind {
	SKEP_REDIRECT_NONE,
	SKEP_REDIRECT_DEVICE,
	SKEP_REDIRECT_PEER,  /* the other end of the interface */
	SKEP_REDIRECT_NEIGH, /* the interface, with a link-layer header made for `next` */
	SKEP_REDIRECT_MAP,   /* what an element of `map` names */
};

/* Where a program said that its packet goes; its verdict tells whether that counts. */
struct skep_redirect {
	u8 kind;	      /* enum skep_redirect_kind */
	bool has_next;	      /* NEIGH: `next` is the next hop, else the route to be looked up */
	u32 target;	      /* interface, or key of `map` */
	u64 flags;	      /* BPF_F_INGRESS, BPF_F_BROADCAST... */
	struct skep_map *map; /* MAP alone */
	struct bpf_redir_neigh next;
};

/* What r1 points to. */
enum skep_context_kind {
	SKEP_CONTEXT_MEMORY, /* without a packet */
	SKEP_CONTEXT_SKB,    /* struct skep_skb */
	SKEP_CONTEXT_XDP,    /* struct skep_xdp */
	SKEP_CONTEXT_FLOW,   /* struct skep_skb, of which only the packet's ends count */
};

enum { SKEP_STORAGE_MAX = 65536 /* bytes, more than a value may have */ };

struct skep_lent;

struct skep_env {
	const struct skep_services *services; /* borrowed */
	u32 prog_type, attach_type;	      /* BPF_... */
	u32 cpu;			      /* the virtual CPU; no other run has it at the time */
	pid_t client;		   /* the process that has the program run; 0: this one */
	u8 context_kind;	   /* enum skep_context_kind */
	void *context;		   /* r1 */
	u32 context_size;	   /* bytes of what is there */
	struct skep_packet packet; /* the same packet, for LD_ABS and LD_IND */
	struct skep_redirect redirect;
	u32 device;			 /* number of the interface that the packet came through */
	struct bpf_flow_keys *flow_keys; /* of flow dissectors, else NULL */
	/* What BPF_MAP_TYPE_CGROUP_STORAGE and _PERCPU_CGROUP_STORAGE hold for the cgroup, each
	 * SKEP_STORAGE_MAX bytes; NULL: the type has no cgroup. */
	u8 *storage[2];
	/* Asked by code that is watched about what is no part of stack, context and packet; NULL:
	 * nothing else is allowed. */
	bool (*allows)(void *allower, u64 address, u32 size, bool write);
	void *allower;
	u64 random; /* state of the generator, not 0 */
	/* What bpf_get_current_pid_tgid() said last, and in which thread: pthread_self(). */
	u64 pid_tgid, asking_thread;
	struct skep_lent *lent; /* see lend.h */
};

static inline struct skep_env *skep_env(const struct skep_run *run)
{
	return run->env;
}

#endif

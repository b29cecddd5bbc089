/* SPDX-License-Identifier: BSD-2-Clause */
/* What surrounds a program that runs on a system: helpers find it through the run. */
#ifndef SKEP_VM_ENV_H
#define SKEP_VM_ENV_H

#include "vm/frame.h"
#include "vm/vm.h"

struct skep_map;

/* What a system does for programs. Functions may be called from several threads at once. */
struct skep_services {
	void *system; /* handed to each */
	/* A line of trace_printk, without an end that it does not have itself. */
	void (*print)(void *system, const char *text, size_t length);
	u32 cpus; /* virtual CPUs: numbers of CPUs are below */
};

/* Where a program said that its packet goes. */
struct skep_redirect {
	struct skep_map *map; /* NULL: `target` is an interface */
	u32 target;	      /* interface, or key of `map` */
	u64 flags;
};

struct skep_env {
	const struct skep_services *services; /* borrowed */
	u32 prog_type, attach_type;	      /* BPF_... */
	u32 cpu;			      /* the virtual CPU; no other run has it at the time */
	void *context;		   /* r1: struct skep_skb, skep_xdp, or what the type has */
	struct skep_packet packet; /* the same packet, for LD_ABS and LD_IND */
	struct skep_redirect redirect;
	u64 random; /* state of the generator, not 0 */
};

static inline struct skep_env *skep_env(const struct skep_run *run)
{
	return run->env;
}

#endif

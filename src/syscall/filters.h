/* SPDX-License-Identifier: BSD-2-Clause */
/* What tc has of BPF: the qdisc clsact of an interface, and programs that are filters at its two
 * sides. Private to the room; all under the system's mutex. */
#ifndef SKEP_SYSCALL_FILTERS_H
#define SKEP_SYSCALL_FILTERS_H

#include "syscall/system.h"

enum { SKEP_ANY_CHAIN = -1 };

/* Which filters a message is about. */
struct skep_filter_place {
	u32 interface;
	u32 parent;   /* TC_H_... of a side */
	u32 chain;    /* mostly 0; SKEP_ANY_CHAIN */
	u32 priority; /* in the upper half, as in tcm_info; 0: any */
	u32 handle;   /* 0: any */
	u16 protocol; /* ETH_P_..., big endian; 0: any */
};

/* A program as a filter. Those of a chain stand in the order in which they run; those of a
 * priority have the same protocol. */
struct skep_filter {
	struct skep_filter_place place;
	u32 flags, gen_flags, class;   /* TCA_BPF_... */
	char name[256];		       /* "": it has none */
	struct skep_prog_entity *prog; /* used */
};

/* The clsact of an interface that has, or had one; NULL: it never had. */
struct skep_clsact *skep_clsact_find(struct skep *skep, u32 interface);

/* Makes one; -ENOMEM. */
int skep_clsact_add(struct skep *skep, u32 interface);

/* Takes it away, with all filters. */
void skep_clsact_remove(struct skep *skep, struct skep_clsact *c);

/* Whether a filter is in a chain, of a priority, with a handle, as far as the place says. */
bool skep_filter_is_at(const struct skep_filter *f, const struct skep_filter_place *place);

/* The first filter at a place, NULL: none. */
struct skep_filter *skep_filter_find(struct skep *skep, const struct skep_filter_place *place);

/* A priority before those that Linux has chosen. */
u32 skep_filter_choose_priority(struct skep *skep, const struct skep_filter_place *place);

/* The first handle that is free; 0: none. */
u32 skep_filter_choose_handle(struct skep *skep, struct skep_filter_place place);

/* Adds a filter, or puts it in place of the one with its handle, and uses its program; -ENOMEM. */
int skep_filter_put(struct skep *skep, const struct skep_filter *filter);

/* Takes away all filters at a place. */
void skep_filter_remove(struct skep *skep, const struct skep_filter_place *place);

void skep_filters_free(struct skep *skep);

#endif

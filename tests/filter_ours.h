/* SPDX-License-Identifier: BSD-2-Clause */
/* One expression compiled by skep in every way there is, and the engines that run the results. */
#ifndef SKEP_FILTER_OURS_H
#define SKEP_FILTER_OURS_H

#include <linux/filter.h>
#include <skep/filter.h>
#include <skep/packet.h>
#include <skep/prog.h>

#include "base/arena.h"
#include "base/types.h"
#include "filter/graph.h"

/* What one of the two compilers' runs left behind. */
struct ours_form {
	struct skep_filter *filter;
	const struct sock_filter *classic; /* borrowed from filter; NULL: cannot be said in it */
	u32 classic_count;
	struct skep_code *native, *plain, *checked; /* native: machine code where there is a JIT */
};

struct ours {
	struct ours_form form[2]; /* as the text has it, optimised */
	/* The condition that lowering made, for the tree walk. */
	struct skep_arena arena;
	struct skep_graph graph;
	skep_cid root;
	bool mixed; /* one form was accepted, another refused: skep contradicts itself */
};

/* Compiles for a link type (a DLT_ value); false with *d set where skep refuses, or where it is
 * `mixed`. Fini is due in either case. */
bool ours_compile(struct ours *o, u32 dlt, const char *text, u32 netmask, struct skep_diag *d);
void ours_fini(struct ours *o);

/* The verdict of a run that the checked interpreter has stopped: no filter has it. */
#define OURS_STOPPED UINT32_MAX

/* An engine: the verdict of one form, as bytes to keep. */
struct ours_engine {
	const char *name;
	u8 form;   /* index into ours.form */
	bool slow; /* for small captures, and to tell where a difference comes from */
	bool (*has)(const struct ours_form *form); /* NULL: always */
	u32 (*run)(const struct ours *o, const struct ours_form *form, const struct skep_packet *p);
};
extern const struct ours_engine ours_engines[];
extern const u32 ours_engine_count;

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* A tool's programs in Linux, called by the best mechanism that this kernel has (rungs.def). A tool
 * has a set of programs for each of its mechanisms; one set is loaded. One thread. */
#ifndef SKEP_TRACE_LADDER_H
#define SKEP_TRACE_LADDER_H

#include <skep/diag.h>

#include "base/buffer.h"
#include "trace/places.h"
#include "trace/tool.h"

struct bpf_object;
struct bpf_link;
struct bpf_program;
struct skep_rung;

struct skep_links {
	struct bpf_link **data;
	size_t count, room;
};

/* Zero-initialised. */
struct skep_ladder {
	const struct skep_trace_tool *tool;
	struct skep_trace_wish wish;
	const struct skep_rung *rung; /* the one that is taken */
	struct bpf_object *object;
	struct skep_links links;
	struct skep_places places; /* that the target names; ids of rows are their numbers */
};

/* Loads the programs of the first mechanism that can be loaded and attached, and runs once those
 * that look at what is there already. False with *d set: why the best one could not. */
SKEP_MUST_USE bool skep_ladder_climb(struct skep_ladder *l, struct skep_diag *d);

/* "BTF tracepoints sys_enter, sys_exit" */
void skep_ladder_describe(const struct skep_ladder *l, struct skep_buffer *b);

/* Names of all mechanisms, each with a space before it. */
#define RUNG(name, ...) " " #name
static const char skep_ladder_names[] =
#include "trace/rungs.def"
    ;
#undef RUNG

/* Whether there is a mechanism of that name. */
bool skep_ladder_knows(const char *name);

/* Keeps a link. False with *d set if memory ran out or `link` is NULL: then errno tells why. */
SKEP_MUST_USE bool skep_ladder_keep(struct skep_ladder *l, struct bpf_link *link,
				    struct skep_diag *d);

/* Lets the programs that look at what is left run once, while the others still see what ends; from
 * here on none is called any more. */
void skep_ladder_detach(struct skep_ladder *l);

void skep_ladder_fini(struct skep_ladder *l);

#endif

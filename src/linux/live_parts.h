/* SPDX-License-Identifier: BSD-2-Clause */
/* struct skep_live and the steps that make one. Private to the room. */
#ifndef SKEP_LINUX_LIVE_PARTS_H
#define SKEP_LINUX_LIVE_PARTS_H

#include "linux/attaching.h"
#include "linux/live.h"

struct bpf_object;
struct perf_buffer;
struct ring_buffer;

enum { SKEP_LIVE_LOG = 1 << 20 }; /* bytes of the verifier's log; what is not written takes none */

/* A program that is attached. */
struct skep_live_entry {
	struct skep_hook hook;
	struct skep_attaching attaching;
	char *log; /* owned; of the verifier */
};

/* A map whose events are read. */
struct skep_live_source {
	struct skep_live *live;
	const char *map;
	u32 type;		  /* of its events in the object's BTF; 0: not known */
	u32 size;		  /* of the type */
	struct perf_buffer *perf; /* NULL: a ring buffer */
};

struct skep_live {
	const struct skep_live_options *options;
	struct bpf_object *object;
	struct skep_contents *contents;	  /* owned; NULL: nobody fills it */
	struct skep_live_entry **entries; /* owned */
	u32 entry_count;
	struct ring_buffer *rings;	   /* NULL: there are none */
	struct skep_live_source **sources; /* owned */
	u32 source_count;
	const struct skep_live_events *to; /* while events are read */
};

/* Finds the programs and their hooks: fills entries, and marks what is not loaded. */
SKEP_MUST_USE bool skep_live_choose(struct skep_live *live, struct skep_diag *d);

/* Words a failed load, or a failed attachment of an entry; false. */
bool skep_live_explain_load(struct skep_live *live, int error, struct skep_buffer *log,
			    struct skep_diag *d);
bool skep_live_explain_attach(const struct skep_live_entry *entry, int error, struct skep_diag *d);

/* Whether the types that options give to events are there. */
SKEP_MUST_USE bool skep_live_check_types(const struct skep_live *live, struct skep_diag *d);

/* Makes the buffers of maps that hold events ready. */
SKEP_MUST_USE bool skep_live_listen(struct skep_live *live, struct skep_diag *d);

/* Frees them. */
void skep_live_deafen(struct skep_live *live);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* An object of the running Linux: loaded, its programs attached, its events read, its maps shown.
 * It ends with its process, but for what was pinned. One at a time in a process: libbpf's log and
 * the network namespace are the process's. */
#ifndef SKEP_LINUX_LIVE_H
#define SKEP_LINUX_LIVE_H

#include <skep/diag.h>

#include "base/buffer.h"
#include "object/contents.h"
#include "object/value.h"

struct skep_live;

struct skep_live_options {
	const char *path;
	const char *prog; /* NULL: the one that fits the hook; without a hook all that say where */
	const char *const *hooks; /* hook_count of them; none: as the section names say */
	u32 hook_count;
	int pid; /* 0: all processes */
	const char
	    *netns;	 /* a name of ip-netns(8), a file, or a process's number; NULL: this one */
	const char *pin; /* file below a bpffs; NULL */
	const char *const *types; /* "MAP=TYPE": what its events are; type_count of them */
	u32 type_count;
	bool replace; /* what is attached there gets this program, and its maps go on */
	/* Gives maps and variables their contents by skep_contents_set: called before the load and
	 * behind it, when nothing is attached yet. False with *d set. NULL: they have none. */
	bool (*fill)(void *context, struct skep_contents *contents, bool loaded,
		     struct skep_diag *d);
	void *fill_context;
};

/* An element of a map, a variable or an event; borrowed for the call. */
struct skep_live_value {
	const char *map;
	const char *variable; /* of the section `map`; NULL: it is none */
	struct skep_value_type key_type, type;
	const void *key; /* NULL: there is none */
	const void *value;
	u32 cpus; /* of a map with a value for each CPU: their number, each of type.size bytes
		     rounded up to 8; else 0 */
};

struct skep_live_events {
	void (*event)(void *context, const struct skep_live_value *value);
	void (*lost)(void *context, const char *map, u64 count);
	void *context;
};

/* Loads and attaches. NULL with *d set.
 *
 *   log  SKEP_E_REFUSED: what Linux's verifier says is appended to it */
struct skep_live *skep_live_open(const struct skep_live_options *options, struct skep_buffer *log,
				 struct skep_diag *d);

/* Each program with where it is attached: "xdp_firewall: xdp:eth0". */
void skep_live_describe(const struct skep_live *live, struct skep_buffer *b);

/* Writes what the attached iterators print to a descriptor. False with *d set; *any tells whether
 * there was an iterator. */
SKEP_MUST_USE bool skep_live_iterate(struct skep_live *live, int to, bool *any,
				     struct skep_diag *d);

/* Reads events until `stop` is readable or the time is over.
 *
 *   stop   descriptor; -1: none
 *   limit  milliseconds; -1: none */
SKEP_MUST_USE bool skep_live_events(struct skep_live *live, const struct skep_live_events *events,
				    int stop, int limit, struct skep_diag *d);

/* Detaches, but for what is pinned, and hands out the events that are left. */
void skep_live_detach(struct skep_live *live, const struct skep_live_events *events);

/* Hands out each element of each map that has any to look up, map by map. */
void skep_live_maps(struct skep_live *live, void (*each)(void *, const struct skep_live_value *),
		    void *context);

/* Frees; NULL is allowed. */
void skep_live_free(struct skep_live *live);

#endif

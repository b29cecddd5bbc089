/* SPDX-License-Identifier: BSD-2-Clause */
/* An object file loaded through libbpf in a system of skep's that nobody else has, or in Linux, so
 * that one of its programs can run on packets. The route of bpf(2) and libbpf's log are the
 * process's: where two are loaded, skep_running_enter() says whose turn it is. */
#ifndef SKEP_OBJECT_RUNNING_H
#define SKEP_OBJECT_RUNNING_H

#include "object/rings.h"
#include "object/value.h"
#include "object/verify.h"

struct skep_running;

struct skep_running_options {
	const char *path;
	const char *prog; /* its name or section; NULL: the only one that can run */
	u32 cpus;	  /* virtual ones, at least 1 */
	bool linux_side;  /* into Linux; `cpus` are then its, and `print` hears nothing */
	/* Called for a program that is refused; the verdict is borrowed. */
	void (*refused)(void *context, const struct skep_object_verdict *verdict);
	/* What trace_printk prints; from any thread that runs a program. */
	void (*print)(void *context, const char *text, size_t length);
	/* A record of a ring buffer or perf event array; from any such thread, but one at a time.
	 */
	void (*event)(void *context, const struct skep_event *event);
	void *context;
};

/* Opens the file and chooses the program. NULL with *d set: it cannot be opened, or has no such
 * program, none or several that run on packets. The caller owns it; options are borrowed. */
SKEP_MUST_USE struct skep_running *skep_running_new(const struct skep_running_options *options,
						    struct skep_diag *d);

/* Loads maps and programs; into Linux from a network of this thread's own, if that may be made.
 * False with *d set; SKEP_E_REFUSED where `refused` was told. */
SKEP_MUST_USE bool skep_running_load(struct skep_running *r, struct skep_diag *d);

/* The errno value that a load into Linux failed with, which libbpf may have explained wrongly; 0 if
 * its verifier refused. */
int skep_running_error(const struct skep_running *r);

/* How many CPUs Linux has values of per-CPU maps for. */
u32 skep_running_linux_cpus(void);

/* From here on bpf(2) of this process leads to where the object is. */
void skep_running_enter(const struct skep_running *r);

void skep_running_free(struct skep_running *r); /* NULL is allowed */

struct skep_running_program {
	const char *name, *section;
	const char *type_name; /* as libbpf has it */
	u32 type;	       /* BPF_PROG_TYPE_... */
	u32 attach_type;       /* BPF_XDP... */
};
struct skep_running_program skep_running_program(const struct skep_running *r);

/* Copies of packets that programs sent to interfaces (bpf_clone_redirect); they go nowhere. */
u64 skep_running_copies(const struct skep_running *r);

/* Gives something its contents, "NAME=JSON": to be called once before the load, which gives
 * variables theirs, and once behind it for maps; each call leaves the other kind alone. False with
 * *d set; a place in it counts in the text. */
SKEP_MUST_USE bool skep_running_set(struct skep_running *r, const char *assignment,
				    struct skep_diag *d);

/* Says what the records of a ring buffer are, "MAP=TYPE"; after the load. False with *d set. */
SKEP_MUST_USE bool skep_running_type(struct skep_running *r, const char *assignment,
				     struct skep_diag *d);

/* ---- what is in the system */

struct skep_running_map {
	const char *name;
	const char *type_name; /* as libbpf has it */
	u32 max_entries;
	u32 cpus; /* values of an element; 0: it has one, that of nobody in particular */
	struct skep_value_type key, value; /* key.size 0: elements have no keys */
	u32 elements;			   /* that are shown */
	bool events;			   /* records are sent through it, it has no elements */
	bool hides_zeros;		   /* elements of zeros are not shown */
};

struct skep_running_element {
	const struct skep_running_map *map;
	const void *key;
	const void *values; /* map->cpus of them, or one; each on a multiple of 8 bytes */
	const char *held;   /* name of what the element holds: a map or program; NULL: a value */
};

/* What is called in turn; all is borrowed for the call. A map comes before its elements, which are
 * in the order of their keys. NULL: not wanted. */
struct skep_running_show {
	void (*map)(void *context, const struct skep_running_map *map);
	void (*element)(void *context, const struct skep_running_element *element);
	void (*variable)(void *context, const char *section, const char *name,
			 const struct skep_value_type *type, const void *value);
	void *context;
};

/* Shows maps and variables in the order of the file. What is in queues and stacks is taken out.
 * False with *d set. */
SKEP_MUST_USE bool skep_running_show(struct skep_running *r, const struct skep_running_show *show,
				     struct skep_diag *d);

/* How far apart the values of CPUs are. */
static inline size_t skep_running_stride(const struct skep_running_map *map)
{
	return (map->value.size + 7) & ~(size_t)7;
}

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What lives in Linux's BPF system at one moment: programs with how often and how long they ran,
 * maps with how full they are, links with what they hold; found by id, so that it does not matter
 * who loaded it. Thread-safe. */
#ifndef SKEP_LINUX_PROGRAMS_H
#define SKEP_LINUX_PROGRAMS_H

#include <skep/diag.h>

#include "base/types.h"

enum { SKEP_LINUX_NAME = 16 }; /* bytes of a name and its NUL, as Linux keeps it */

struct skep_linux_program {
	u32 id, type;
	char name[SKEP_LINUX_NAME];
	char tag[17]; /* 16 hexadecimal digits */
	u64 runs;     /* counted while statistics were on */
	u64 nanoseconds;
	u64 missed; /* calls that were left out because the program ran already */
};

struct skep_linux_map {
	u32 id, type;
	char name[SKEP_LINUX_NAME];
	u32 key_size, value_size, max_entries;
	u32 btf, key_type, value_type; /* ids of BTF and of types in it; 0: none */
	u64 entries;
	bool counted; /* entries is how many there are; false: nothing is known of them */
	bool more;    /* entries is where counting ended */
};

struct skep_linux_attached {
	u32 id, type, program;
};

/* All of it, each list in the order of ids. */
struct skep_linux_living {
	struct {
		struct skep_linux_program *data;
		size_t count, room;
	} programs;
	struct {
		struct skep_linux_map *data;
		size_t count, room;
	} maps;
	struct {
		struct skep_linux_attached *data;
		size_t count, room;
	} links;
};

/* Lists what lives. False with *d set: a privilege is missing or memory ran out.
 *
 *   bound  elements of a map that are counted at most, one after the other */
SKEP_MUST_USE bool skep_linux_living_read(struct skep_linux_living *l, u32 bound,
					  struct skep_diag *d);
void skep_linux_living_fini(struct skep_linux_living *l);

/* Switches the statistics of runs on, until the descriptor that is returned is closed; -1 with *d
 * set if Linux does not. */
int skep_linux_statistics(struct skep_diag *d);

/* A descriptor of a map, or -errno. */
int skep_linux_map_open(u32 id);

/* Writes the key behind `key`, or the first one if that is NULL; false behind the last. */
bool skep_linux_map_next(int fd, const void *key, void *next);

/* Whether elements of a map can be listed: keys and values that user space may look up. */
bool skep_linux_map_lists(u32 type);

/* Whether the map is an array, whose elements are always there. */
bool skep_linux_map_is_array(u32 type);

/* "xdp", "hash"; a number in `room` for what has no name here. */
const char *skep_linux_program_type(u32 type, char room[16]);
const char *skep_linux_map_type(u32 type, char room[16]);

#endif

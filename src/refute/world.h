/* SPDX-License-Identifier: BSD-2-Clause */
/* What a run has around it: maps like those of the program but of its own, code of the path, a
 * stage; and the input, which is put there before each run. Private to the room. */
#ifndef SKEP_REFUTE_WORLD_H
#define SKEP_REFUTE_WORLD_H

#include "hook/hook.h"
#include "isa/isa.h"
#include "lower/lower.h"
#include "refute/refute.h"

enum {
	REFUTE_PACKET = 2048, /* bytes of a packet at the most */
	REFUTE_CONTEXT = 256, /* ... of a context */
	REFUTE_KEY = 64,
	REFUTE_VALUE = 256, /* bytes of a value that can be chosen */
	REFUTE_ELEMENTS = 12,
	REFUTE_RESULTS = 12,
	REFUTE_BEHIND = 8, /* instructions behind the refused one that may trap in its place */
};

struct refute_element {
	u32 map;
	bool chosen; /* it is put there; else it is only known that the program asks for it */
	u8 key[REFUTE_KEY], value[REFUTE_VALUE];
};

struct refute_result {
	u32 at; /* place on the path */
	u64 value;
};

struct refute_choice {
	u32 length;  /* of the packet */
	u64 touched; /* bit n: of the context, the bytes 4n to 4n+3 are chosen */
	u8 packet[REFUTE_PACKET];
	u8 context[REFUTE_CONTEXT];
	struct refute_element elements[REFUTE_ELEMENTS];
	u32 element_count;
	struct refute_result results[REFUTE_RESULTS];
	u32 result_count;
};

struct refute_world {
	const struct skep_refute_input *in;
	struct skep_arena *arena; /* of the search */
	struct skep_map **maps;	  /* owned, as many as in->in->map_count */
	int *files;		  /* of theirs */
	struct skep_lowered lowered;
	struct skep_code *code;
	const struct skep_insn_row **rows; /* by slot of the original program */
	struct skep_services services;
	struct skep_stage *stage;
	u64 addresses[REFUTE_ELEMENTS]; /* of values in this run; 0: not known */
	u8 *value;			/* room for the largest value */
};

/* False if there can be none: something that the path needs is not here. */
SKEP_MUST_USE bool refute_world_init(struct refute_world *w, const struct skep_refute_input *in,
				     struct skep_arena *arena);
void refute_world_fini(struct refute_world *w);

/* Puts all as the choice has it. False if the stage takes no such input. */
SKEP_MUST_USE bool refute_world_put(struct refute_world *w, const struct refute_choice *c);

/* Whether a field of the context of a packet may have any value. */
bool refute_field_is_free(const char *name);

/* The value that instructions name of a map, NULL: they name none. */
void *refute_world_variables(struct skep_map *map);

/* The packet as the program's pointers see it; NULL: there is none. */
const struct skep_packet_room *refute_world_room(const struct refute_world *w);

/* The address of the packet's first byte, link-layer header and all. */
u64 refute_world_packet(const struct refute_world *w);

/* The address of a value as the program is given it, 0: the map has no such element. */
u64 refute_world_find(struct refute_world *w, u32 map, const void *key);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What a running object is made of. Private to the room. */
#ifndef SKEP_OBJECT_RUNNING_PARTS_H
#define SKEP_OBJECT_RUNNING_PARTS_H

#include "object/running.h"

struct bpf_map;
struct bpf_object;
struct bpf_program;
struct skep;

/* A map and its types, which libbpf forgets of some maps when it makes them. */
struct skep_running_part {
	struct bpf_map *map;
	u32 key_type, value_type; /* of BTF; 0: not known */
};

struct skep_running {
	struct skep_running_options options;
	struct bpf_object *object;
	struct bpf_program *prog;
	struct skep_running_part *maps; /* in the order of the file */
	u32 map_count;
	struct skep_rings *rings;   /* once it is loaded */
	struct skep *skep, *before; /* the system, and the route there was */
	bool loaded, told;
	u64 copies; /* of packets, that programs sent */
	int error;  /* errno value of a load that failed in Linux; 0 */
	char *log;  /* of programs that are loaded: LOG_SIZE bytes for each of the object */
};

/* The descriptor of the program. */
int skep_running_fd(const struct skep_running *r);

/* Fills maps from the object. False with *d set. */
SKEP_MUST_USE bool skep_running_list_maps(struct skep_running *r, struct skep_diag *d);

/* Whether libbpf made a map for variables. */
bool skep_running_is_data(const struct skep_running_part *part);

/* The name of a map or program by its id, NULL: it is none of the object's. */
const char *skep_running_map_name(const struct skep_running *r, u32 id);
const char *skep_running_program_name(const struct skep_running *r, u32 id);

/* How a map is described to others, without its elements. */
struct skep_running_map skep_running_describe(const struct skep_running *r,
					      const struct skep_running_part *part);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that call helpers, run on a side: in Linux, or in skep by one of its engines. */
#ifndef SKEP_TESTS_HELPER_RUN_H
#define SKEP_TESTS_HELPER_RUN_H

#include <skep/prog.h>

#include "../verify/subject.h"
#include "../verify/text.h"

enum {
	RUN_OUT = 1024,
	RUN_LOG = 4096,
	RUN_PACKET = 64 /* bytes, if nothing else is said */,
	RUN_SIDES = 4
};

struct skep;

struct side {
	const char *name;
	struct skep *skep; /* NULL: Linux */
	u32 packet; /* bytes of the packets that programs run on; XDP: in parts if it is long */
	struct skep_buffer *printed; /* what trace_printk said there; skep alone */
};

/* Linux first, then the engines. False if Linux does not take programs; the engines are there then
 * as well. */
bool sides_open(struct side sides[RUN_SIDES]);
void sides_close(struct side sides[RUN_SIDES]);

/* A program of a side with its maps. */
struct loaded {
	const struct side *side;
	const struct subject *subject;
	long prog; /* descriptor, or -errno */
	int maps[SUBJECT_MAPS], btf;
	char log[RUN_LOG];
};

/* Loads a program; it is closed either way. */
bool side_load(const struct side *side, const struct subject *s, struct loaded *l);
void side_close(struct loaded *l);

/* What a run leaves. */
struct outcome {
	long load, run; /* 0 or -errno */
	u32 result;
	u8 out[RUN_OUT]; /* value 0 of the map `out` */
};

/* Runs it on a packet that is always the same. */
void side_run(const struct loaded *l, struct outcome *o);

/* Writes value 0 of the map of a name. */
bool side_put(const struct loaded *l, const char *map, const void *value);

/* Reads it, if there is such a map. */
void side_get(const struct loaded *l, const char *map, void *value);

/* Loads, runs, closes. */
void side_try(const struct side *side, const struct subject *s, struct outcome *o,
	      char log[RUN_LOG]);

long side_call(const struct side *side, int cmd, union bpf_attr *attr);

#endif

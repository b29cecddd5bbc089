/* SPDX-License-Identifier: BSD-2-Clause */
/* The two sides of test_attach.c: skep and Linux, each with programs, links and maps of its own;
 * and the cgroups that both are given. */
#ifndef SKEP_TESTS_ATTACH_SIDES_H
#define SKEP_TESTS_ATTACH_SIDES_H

#include "base/types.h"

enum { PROGS = 40, LINKS = 24, ROOM = 70, CGROUPS = 3 };

struct side {
	struct skep *skep; /* NULL: Linux */
	int progs[PROGS], links[LINKS], maps[2];
	u32 prog_ids[PROGS], link_ids[LINKS];
};

/* A field, and what it means on each side. */
struct field {
	enum { AS_IT_IS, PROG_FD, PROG_ID, LINK_FD, LINK_ID, MAP_FD } kind;
	u32 value;
};

/* What a field is on a side. */
u32 resolve(const struct side *s, struct field f);

/* bpf(2) of a side: a number, or -errno. */
long call(const struct side *s, u32 command, void *attr, u32 size);

/* Of a program or link. */
u32 id_of(const struct side *s, int fd);

/* ---- what is at a place */

/* Programs and links by their numbers, from 1. */
struct found {
	long result;
	u32 flags, count, progs[ROOM], prog_flags[ROOM], links[ROOM];
	u64 revision;
};

struct asked {
	u32 attach, flags, room;
	struct field target;
	bool lists; /* of flags and links, too */
};

void ask(const struct side *s, const struct asked *a, struct found *f);

/* ---- cgroups in each other, in a mount and a network namespace of their own */

bool make_cgroups(int cgroups[CGROUPS]);
void remove_cgroups(void);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* One input of fuzz_bpf: a system, what was opened in it, and memory of the caller's. All choices
 * come from the input's bytes; what is not there is 0. */
#ifndef SKEP_FUZZ_BPF_GAME_H
#define SKEP_FUZZ_BPF_GAME_H

#include <linux/bpf.h>

#include "base/types.h"
#include "syscall/skep.h"

struct subject;

enum {
	GAME_OBJECTS = 32,
	GAME_MEMORY = 1 << 14, /* bytes of the caller's memory */
	GAME_SLOT = 64,	       /* bytes of its parts, which keys and values are taken from */
	GAME_BTF = 1 << 13,    /* from here on BTF is made */
	GAME_ATTR = 152,
	GAME_MAPPINGS = 4,
};

struct game_object {
	int fd;
	u32 command; /* that opened it */
	u32 type;    /* of a map */
};

struct game {
	const u8 *bytes;
	size_t left;
	struct skep *skep;
	u8 *memory; /* GAME_MEMORY bytes, then none: a wrong address is not taken for the system's
		     */
	struct game_object objects[GAME_OBJECTS];
	u32 count;
	struct {
		u8 *at;
		size_t size;
		bool writable;
	} mappings[GAME_MAPPINGS];
	u32 mapped;
	bool checked; /* the checked interpreter runs programs: nothing may stop them */
	const struct subject *stock;
	u32 stock_count;
	const struct skep_kernel *kernel;
};

/* ---- choices */

u32 game_choose(struct game *g, u32 below);
u32 game_word(struct game *g);

static inline u64 game_address(const void *at)
{
	return (u64)(uintptr_t)at;
}

/* Memory of the caller's, often where a key or value lies; now and then none. */
u64 game_memory(struct game *g);

/* ---- what was opened */

/* An object that a command opened, 0: any. Its descriptor; often the wrong one by intent. */
int game_fd(struct game *g, u32 command);

/* A map that a helper takes, if one of a few does. */
int game_map_for(struct game *g, s32 helper);

/* Keeps a descriptor, in place of another if there are many. */
void game_keep(struct game *g, u32 command, int fd);

/* A call whose descriptor is kept. */
long game_bpf(struct game *g, u32 command, void *attr, u32 size);

/* ---- parts */

void game_make_map(struct game *g);
void game_load(struct game *g); /* a program, and runs it */

/* Types that are nearly right; returns their address. */
u64 game_make_btf(struct game *g, u32 *size);

/* Messages of rtnetlink that are nearly right; returns their address. */
u64 game_make_messages(struct game *g, u32 *size);

#endif

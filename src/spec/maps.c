/* SPDX-License-Identifier: BSD-2-Clause */
#include "spec/sets.h"
#include "spec/spec.h"

/* ---- the words of maps.def */

#define EXACTLY(n)                                                                                 \
	{                                                                                          \
		(n), (n), 1                                                                        \
	}
#define FROM(low, high)                                                                            \
	{                                                                                          \
		(low), (high), 1                                                                   \
	}
#define STEPS(low, high, step)                                                                     \
	{                                                                                          \
		(low), (high), (step)                                                              \
	}

#define KMALLOC_MAX 4194304
#define HASH_MAX    (KMALLOC_MAX - 49)
#define PERCPU_MAX  32768
#define STORAGE_MAX 65407

#define F(flag)	  BPF_F_##flag
#define NODE	  F(NUMA_NODE)
#define FROM_USER (F(RDONLY) | F(WRONLY))
#define ACCESS	  (FROM_USER | F(RDONLY_PROG) | F(WRONLY_PROG))
#define LOCAL	  (F(NO_PREALLOC) | F(CLONE))

#define T(trait) SKEP_MAP_##trait
#define INDEXED	 T(ARRAY_LIKE)
#define STORAGE	 (T(NO_LOOKUP) | T(NO_ENTRIES) | T(BTF) | T(SPIN_LOCK) | T(KPTR) | T(SLEEPS))

#define M(type)	     (1ULL << BPF_MAP_TYPE_##type)
#define SOCKS	     (M(SOCKMAP) | M(SOCKHASH))
#define DEVMAPS	     (M(DEVMAP) | M(DEVMAP_HASH))
#define MAPS_OF_MAPS (M(ARRAY_OF_MAPS) | M(HASH_OF_MAPS))
#define STORAGES     (M(SK_STORAGE) | M(INODE_STORAGE) | M(TASK_STORAGE) | M(CGRP_STORAGE))
#define PLAIN                                                                                      \
	(M(HASH) | M(ARRAY) | M(PERCPU_HASH) | M(PERCPU_ARRAY) | M(LRU_HASH) |                     \
	 M(LRU_PERCPU_HASH) | M(LPM_TRIE) | M(STRUCT_OPS))

static const struct skep_map_row rows[] = {
#define MAP(id, text, first, keys, values, sum, takes, wants, bits)                                \
	[BPF_MAP_TYPE_##id] = {.type = BPF_MAP_TYPE_##id,                                          \
			       .name = #text,                                                      \
			       .since = (first),                                                   \
			       .traits = (bits),                                                   \
			       .flags = (takes),                                                   \
			       .required = (wants),                                                \
			       .key = keys,                                                        \
			       .value = values,                                                    \
			       .both_max = (sum)},
#define FIT(...)
#define CHANGES_SOCKS(...)
#include "spec/maps.def"
#undef MAP
#undef FIT
#undef CHANGES_SOCKS
};

static const struct {
	s32 helper;
	u64 types;
} fits[] = {
#define MAP(...)
#define FIT(name, types) {BPF_FUNC_##name, types},
#define CHANGES_SOCKS(...)
#include "spec/maps.def"
#undef MAP
#undef FIT
#undef CHANGES_SOCKS
};

static const struct {
	s32 helper;
	u64 progs, attaches;
} changes[] = {
#define MAP(...)
#define FIT(...)
#define CHANGES_SOCKS(name, types, attach) {BPF_FUNC_##name, types, attach},
#include "spec/maps.def"
#undef MAP
#undef FIT
#undef CHANGES_SOCKS
};

const struct skep_map_row *skep_map_row(u32 type)
{
	return type < SKEP_COUNT(rows) && rows[type].name ? &rows[type] : NULL;
}

bool skep_map_fits_helper(u32 map_type, s32 helper)
{
	u64 type = map_type < 64 ? 1ULL << map_type : 0;

	for (size_t i = 0; i < SKEP_COUNT(fits); i++)
		if (fits[i].helper == helper)
			return fits[i].types & type;
	return PLAIN & type;
}

static bool changes_socks(s32 helper, struct skep_caller caller)
{
	u64 prog = skep_prog_bit(caller.prog_type), attach = skep_attach_bit(caller.attach_type);

	for (size_t i = 0; i < SKEP_COUNT(changes); i++)
		if (changes[i].helper == helper && changes[i].progs & prog &&
		    changes[i].attaches & attach)
			return true;
	return false;
}

bool skep_map_fits_caller(u32 map_type, s32 helper, struct skep_caller caller)
{
	bool socks = map_type < 64 && SOCKS & 1ULL << map_type;
	bool changing = helper == BPF_FUNC_map_update_elem || helper == BPF_FUNC_map_delete_elem;

	return skep_map_fits_helper(map_type, helper) &&
	       (!socks || !changing || changes_socks(helper, caller));
}

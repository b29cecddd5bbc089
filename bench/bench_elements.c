/* SPDX-License-Identifier: BSD-2-Clause */
/* Operations on maps inside programs, here and in Linux: the same instructions through bpf(2) of
 * both, run by BPF_PROG_TEST_RUN. A program makes OPERATIONS of them with keys in random order;
 * times are minima of rounds that alternate, in nanoseconds an operation, the arithmetic of the key
 * with it. */
#include <errno.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "syscall/skep.h"

enum { OPERATIONS = 32, FRAME = 64, BATCH = 4096, VALUE = 8, ROUNDS = 7, KEY_MOST = 64 };

/* ---- what is measured */

enum operation { LOOKUP, UPDATE };

struct row {
	const char *name;
	u32 type, key;
	u32 flags;
	enum operation operation;
};

static const struct row rows[] = {
    {"array lookup", BPF_MAP_TYPE_ARRAY, 4, 0, LOOKUP},
    {"array update", BPF_MAP_TYPE_ARRAY, 4, 0, UPDATE},
    {"percpu_array lookup", BPF_MAP_TYPE_PERCPU_ARRAY, 4, 0, LOOKUP},
    {"hash lookup, key 4", BPF_MAP_TYPE_HASH, 4, 0, LOOKUP},
    {"hash lookup, key 8", BPF_MAP_TYPE_HASH, 8, 0, LOOKUP},
    {"hash lookup, key 16", BPF_MAP_TYPE_HASH, 16, 0, LOOKUP},
    {"hash lookup, key 64", BPF_MAP_TYPE_HASH, 64, 0, LOOKUP},
    {"hash update, key 8", BPF_MAP_TYPE_HASH, 8, 0, UPDATE},
    {"hash update, key 64", BPF_MAP_TYPE_HASH, 64, 0, UPDATE},
    {"percpu_hash lookup, key 8", BPF_MAP_TYPE_PERCPU_HASH, 8, 0, LOOKUP},
    {"lru_hash lookup, key 8", BPF_MAP_TYPE_LRU_HASH, 8, 0, LOOKUP},
    {"lru_hash update, key 8", BPF_MAP_TYPE_LRU_HASH, 8, 0, UPDATE},
    {"lpm_trie lookup, IPv4", BPF_MAP_TYPE_LPM_TRIE, 8, BPF_F_NO_PREALLOC, LOOKUP},
};

static const u32 sizes[] = {10, 10000, 1000000};

/* ---- the two systems */

struct side {
	const char *name;
	struct skep *skep; /* NULL: Linux */
	int map, state, prog;
};

static long bpf(const struct side *side, int command, union bpf_attr *attr)
{
	long result;

	if (!side->skep)
		return syscall(SYS_bpf, command, attr, sizeof(*attr));
	result = skep_bpf(side->skep, command, attr, sizeof(*attr));
	if (result >= 0)
		return result;
	errno = (int)-result;
	return -1;
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

/* ---- keys */

/* Key number `index`: what the program computes, too. */
static void put_key(const struct row *row, u32 index, u8 *key)
{
	u32 length = 32;

	memset(key, 0, row->key);
	if (row->type != BPF_MAP_TYPE_LPM_TRIE) {
		memcpy(key, &index, sizeof(index));
		return;
	}
	memcpy(key, &length, sizeof(length));
	memcpy(key + sizeof(length), &index, sizeof(index));
}

static long fill(const struct side *side, const struct row *row, u32 entries)
{
	static u8 keys[BATCH * KEY_MOST];
	static u64 values[BATCH * 64];

	for (u32 at = 0; at < entries; at += BATCH) {
		u32 count = entries - at < BATCH ? entries - at : BATCH;
		union bpf_attr attr = {.batch = {.map_fd = (u32)side->map,
						 .keys = address(keys),
						 .values = address(values),
						 .count = count}};

		for (u32 i = 0; i < count; i++)
			put_key(row, at + i, keys + (size_t)i * row->key);
		if (bpf(side, BPF_MAP_UPDATE_BATCH, &attr))
			return -1;
	}
	return 0;
}

/* ---- the program */

struct code {
	struct bpf_insn insns[64 * OPERATIONS];
	u32 count;
};

static void add(struct code *c, u8 opcode, u8 dst, u8 src, s32 imm)
{
	c->insns[c->count++] = (struct bpf_insn){opcode, (u8)(dst & 15), (u8)(src & 15), 0, imm};
}

static void add_memory(struct code *c, u8 opcode, u8 dst, u8 src, s16 off)
{
	c->insns[c->count++] = (struct bpf_insn){opcode, (u8)(dst & 15), (u8)(src & 15), off, 0};
}

static void add_wide(struct code *c, u8 dst, u8 src, s32 low)
{
	add(c, BPF_LD | BPF_IMM | BPF_DW, dst, src, low);
	add(c, 0, 0, 0, 0);
}

enum { KEY_AT = -(s32)KEY_MOST, VALUE_AT = KEY_AT - VALUE };

/* r7 = the next random number; the index it stands for goes into the key. */
static void add_key(struct code *c, const struct row *row, u32 entries)
{
	s16 at = row->type == BPF_MAP_TYPE_LPM_TRIE ? KEY_AT + 4 : KEY_AT;

	add(c, BPF_ALU64 | BPF_MUL | BPF_K, 7, 0, 1103515245);
	add(c, BPF_ALU64 | BPF_ADD | BPF_K, 7, 0, 12345);
	add(c, BPF_ALU64 | BPF_MOV | BPF_X, 1, 7, 0);
	add(c, BPF_ALU64 | BPF_RSH | BPF_K, 1, 0, 32);
	add(c, BPF_ALU64 | BPF_MUL | BPF_K, 1, 0, (s32)entries);
	add(c, BPF_ALU64 | BPF_RSH | BPF_K, 1, 0, 32);
	add_memory(c, BPF_STX | BPF_MEM | BPF_W, 10, 1, at);
}

static void add_lookup(struct code *c)
{
	add(c, BPF_JMP | BPF_CALL, 0, 0, BPF_FUNC_map_lookup_elem);
	c->insns[c->count++] = (struct bpf_insn){BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2, 0};
	add_memory(c, BPF_LDX | BPF_MEM | BPF_DW, 1, 0, 0);
	add(c, BPF_ALU64 | BPF_ADD | BPF_X, 8, 1, 0);
}

static void add_update(struct code *c)
{
	add(c, BPF_ALU64 | BPF_MOV | BPF_X, 3, 10, 0);
	add(c, BPF_ALU64 | BPF_ADD | BPF_K, 3, 0, VALUE_AT);
	add(c, BPF_ALU64 | BPF_MOV | BPF_K, 4, 0, BPF_ANY);
	add(c, BPF_JMP | BPF_CALL, 0, 0, BPF_FUNC_map_update_elem);
	add(c, BPF_ALU64 | BPF_ADD | BPF_X, 8, 0, 0);
}

static void write_program(struct code *c, const struct side *side, const struct row *row,
			  u32 entries)
{
	c->count = 0;
	for (s32 at = VALUE_AT; at < 0; at += 8)
		c->insns[c->count++] =
		    (struct bpf_insn){BPF_ST | BPF_MEM | BPF_DW, 10, 0, (s16)at, 0};
	if (row->type == BPF_MAP_TYPE_LPM_TRIE)
		c->insns[c->count++] =
		    (struct bpf_insn){BPF_ST | BPF_MEM | BPF_W, 10, 0, KEY_AT, 32};
	add_wide(c, 6, BPF_PSEUDO_MAP_VALUE, side->state);
	add_memory(c, BPF_LDX | BPF_MEM | BPF_DW, 7, 6, 0);
	add(c, BPF_ALU64 | BPF_MOV | BPF_K, 8, 0, 0);
	for (u32 i = 0; i < OPERATIONS; i++) {
		add_key(c, row, entries);
		add_wide(c, 1, BPF_PSEUDO_MAP_FD, side->map);
		add(c, BPF_ALU64 | BPF_MOV | BPF_X, 2, 10, 0);
		add(c, BPF_ALU64 | BPF_ADD | BPF_K, 2, 0, KEY_AT);
		if (row->operation == LOOKUP)
			add_lookup(c);
		else
			add_update(c);
	}
	add_memory(c, BPF_STX | BPF_MEM | BPF_DW, 6, 7, 0);
	add(c, BPF_ALU64 | BPF_MOV | BPF_X, 0, 8, 0);
	add(c, BPF_JMP | BPF_EXIT, 0, 0, 0);
}

/* ---- one side of a row */

static int make_map(const struct side *side, u32 type, u32 key, u32 entries, u32 flags)
{
	union bpf_attr attr = {.map_type = type,
			       .key_size = key,
			       .value_size = VALUE,
			       .max_entries = entries,
			       .map_flags = flags};

	return (int)bpf(side, BPF_MAP_CREATE, &attr);
}

static int load(const struct side *side, const struct row *row, u32 entries)
{
	static struct code code;
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_XDP,
			       .insns = address(code.insns),
			       .license = address("GPL")};

	write_program(&code, side, row, entries);
	attr.insn_cnt = code.count;
	return (int)bpf(side, BPF_PROG_LOAD, &attr);
}

static void end(struct side *side)
{
	if (side->prog >= 0)
		close(side->prog);
	if (side->map >= 0)
		close(side->map);
	if (side->state >= 0)
		close(side->state);
	side->prog = side->map = side->state = -1;
}

static bool begin(struct side *side, const struct row *row, u32 entries)
{
	side->prog = -1;
	side->state = make_map(side, BPF_MAP_TYPE_ARRAY, 4, 1, 0);
	side->map = make_map(side, row->type, row->key, entries, row->flags);
	if (side->map >= 0 && side->state >= 0 && !fill(side, row, entries))
		side->prog = load(side, row, entries);
	if (side->prog >= 0)
		return true;
	printf("# %s, %u entries: %s: %s\n", row->name, entries, side->name, strerror(errno));
	end(side);
	return false;
}

/* Nanoseconds an operation. */
static double measure(const struct side *side, u32 repeat)
{
	static const u8 frame[FRAME];
	union bpf_attr attr = {.test = {.prog_fd = (u32)side->prog,
					.data_in = address(frame),
					.data_size_in = sizeof(frame),
					.repeat = repeat}};

	if (bpf(side, BPF_PROG_TEST_RUN, &attr))
		return 0;
	return (double)attr.test.duration / OPERATIONS;
}

static void compare(struct side sides[2], const struct row *row, u32 entries)
{
	double best[2] = {1e9, 1e9};

	for (u32 round = 0; round < ROUNDS; round++) {
		for (u32 i = 0; i < 2; i++) {
			double took = measure(&sides[i], entries > 100000 ? 40000 : 10000);

			best[i] = took < best[i] ? took : best[i];
		}
	}
	printf("%-28s %8u %8.2f %8.2f %6.2f\n", row->name, entries, best[0], best[1],
	       best[0] / best[1]);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	static const struct skep_config config;
	const char *only = argc > 1 ? argv[1] : "";
	struct side sides[2] = {{.name = "skep"}, {.name = "Linux"}};

	sides[0].skep = skep_system_new(&config, NULL);
	if (!sides[0].skep)
		return 1;
	printf("%-28s %8s %8s %8s %6s\n", "ns an operation", "entries", "skep", "Linux", "ratio");
	for (size_t r = 0; r < SKEP_COUNT(rows); r++) {
		for (size_t s = 0; strstr(rows[r].name, only) && s < SKEP_COUNT(sizes); s++) {
			if (begin(&sides[0], &rows[r], sizes[s]) &&
			    begin(&sides[1], &rows[r], sizes[s]))
				compare(sides, &rows[r], sizes[s]);
			end(&sides[0]);
			end(&sides[1]);
		}
	}
	skep_system_free(sides[0].skep);
	return 0;
}

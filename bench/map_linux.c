/* SPDX-License-Identifier: BSD-2-Clause */
#include "map_linux.h"

#include <linux/bpf.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/alloc.h"

enum {
	KEY_MAX = 64,
	VALUE_MAX = 64,
	RUNS = 64,
	INSNS_MAX = 128,
	KEY_AT = -KEY_MAX, /* on the program's stack */
	VALUE_AT = KEY_AT - VALUE_MAX,
};

struct map_linux {
	struct map_subject subject;
	int map;
};

#define CALL(cmd, ...)                                                                             \
	({                                                                                         \
		union bpf_attr attr_ = {__VA_ARGS__};                                              \
		syscall(SYS_bpf, cmd, &attr_, sizeof(attr_));                                      \
	})

#define at(pointer) ((u64)(uintptr_t)(pointer))

static bool fill(struct map_linux *peer)
{
	u8 key[KEY_MAX], values[8 * VALUE_MAX * 8] = {0};

	for (u32 i = 0; i < peer->subject.entries; i++) {
		map_key(&peer->subject, i, key);
		if (CALL(BPF_MAP_UPDATE_ELEM, .map_fd = (u32)peer->map, .key = at(key),
			 .value = at(values)))
			return false;
	}
	return true;
}

struct map_linux *map_linux_new(const struct map_subject *s)
{
	struct map_linux *peer = skep_alloc(sizeof(*peer));

	if (!peer)
		return NULL;
	peer->subject = *s;
	peer->map = (int)CALL(BPF_MAP_CREATE, .map_type = s->type, .key_size = s->key_size,
			      .value_size = s->value_size, .max_entries = s->entries,
			      .map_flags = s->flags);
	if (peer->map >= 0 && fill(peer))
		return peer;
	map_linux_free(peer);
	return NULL;
}

void map_linux_free(struct map_linux *peer)
{
	if (!peer)
		return;
	close(peer->map);
	skep_free(peer);
}

/* ---- the program */

struct writer {
	struct bpf_insn insns[INSNS_MAX];
	u32 count;
};

static void put(struct writer *w, u8 code, u32 regs, s16 off, s32 imm)
{
	w->insns[w->count++] = (struct bpf_insn){
	    .code = code, .dst_reg = regs & 15, .src_reg = regs >> 4 & 15, .off = off, .imm = imm};
}

#define REGS(dst, src) ((dst) | (src) << 4)

static void put_wide(struct writer *w, u8 dst, u8 src, u64 value)
{
	put(w, BPF_LD | BPF_IMM | BPF_DW, REGS(dst, src), 0, (s32)value);
	put(w, 0, 0, 0, (s32)(value >> 32));
}

/* r1: the element's number. */
static void put_key(struct writer *w, const struct map_subject *s)
{
	bool trie = s->type == BPF_MAP_TYPE_LPM_TRIE;
	bool index = s->type == BPF_MAP_TYPE_ARRAY || s->type == BPF_MAP_TYPE_PERCPU_ARRAY;

	if (trie)
		put(w, BPF_ST | BPF_MEM | BPF_W, REGS(10, 0), KEY_AT, 32);
	else
		for (u32 word = 4; word < s->key_size; word += 4)
			put(w, BPF_STX | BPF_MEM | BPF_W, REGS(10, 1), (s16)(KEY_AT + (s32)word),
			    0);
	if (!index)
		put(w, BPF_ALU | BPF_MUL | BPF_K, REGS(1, 0), 0, MAP_MIX);
	put(w, BPF_STX | BPF_MEM | BPF_W, REGS(10, 1), trie ? KEY_AT + 4 : KEY_AT, 0);
}

static void put_call(struct writer *w, const struct map_linux *peer, enum map_op op)
{
	put_wide(w, 1, BPF_PSEUDO_MAP_FD, (u32)peer->map);
	put(w, BPF_ALU64 | BPF_MOV | BPF_X, REGS(2, 10), 0, 0);
	put(w, BPF_ALU64 | BPF_ADD | BPF_K, REGS(2, 0), 0, KEY_AT);
	if (op == MAP_UPDATE) {
		put(w, BPF_ALU64 | BPF_MOV | BPF_X, REGS(3, 10), 0, 0);
		put(w, BPF_ALU64 | BPF_ADD | BPF_K, REGS(3, 0), 0, VALUE_AT);
		put(w, BPF_ALU64 | BPF_MOV | BPF_K, REGS(4, 0), 0, BPF_ANY);
	}
	put(w, BPF_JMP | BPF_CALL, 0, 0,
	    op == MAP_UPDATE ? BPF_FUNC_map_update_elem : BPF_FUNC_map_lookup_elem);
	if (op == MAP_UPDATE)
		return;
	put(w, BPF_JMP | BPF_JEQ | BPF_K, REGS(0, 0), 1, 0);
	put(w, BPF_LDX | BPF_MEM | BPF_B, REGS(1, 0), 0, 0);
}

static void write_program(struct writer *w, const struct map_linux *peer, enum map_op op)
{
	const struct map_subject *s = &peer->subject;
	u32 loop;

	for (s32 word = 0; word < VALUE_MAX + KEY_MAX; word += 8)
		put(w, BPF_ST | BPF_MEM | BPF_DW, REGS(10, 0), (s16)(VALUE_AT + word), 0);
	put(w, BPF_JMP | BPF_CALL, 0, 0, BPF_FUNC_get_prandom_u32);
	put(w, BPF_ALU64 | BPF_MOV | BPF_X, REGS(6, 0), 0, 0);
	put(w, BPF_ALU64 | BPF_MOV | BPF_K, REGS(7, 0), 0, MAP_CALLS);
	put_wide(w, 8, 0, 6364136223846793005u);
	loop = w->count;
	put(w, BPF_ALU64 | BPF_MUL | BPF_X, REGS(6, 8), 0, 0);
	put(w, BPF_ALU64 | BPF_ADD | BPF_K, REGS(6, 0), 0, 1);
	put(w, BPF_ALU64 | BPF_MOV | BPF_X, REGS(1, 6), 0, 0);
	put(w, BPF_ALU64 | BPF_RSH | BPF_K, REGS(1, 0), 0, 33);
	put(w, BPF_ALU64 | BPF_MUL | BPF_K, REGS(1, 0), 0, (s32)s->entries);
	put(w, BPF_ALU64 | BPF_RSH | BPF_K, REGS(1, 0), 0, 31);
	if (op == MAP_MISS)
		put(w, BPF_ALU64 | BPF_ADD | BPF_K, REGS(1, 0), 0, (s32)s->entries);
	put_key(w, s);
	put_call(w, peer, op);
	put(w, BPF_ALU64 | BPF_SUB | BPF_K, REGS(7, 0), 0, 1);
	put(w, BPF_JMP | BPF_JNE | BPF_K, REGS(7, 0), (s16)(loop - w->count - 1), 0);
	put(w, BPF_ALU64 | BPF_MOV | BPF_K, REGS(0, 0), 0, 0);
	put(w, BPF_JMP | BPF_EXIT, 0, 0, 0);
}

double map_linux_measure(struct map_linux *peer, enum map_op op)
{
	u8 packet[64] = {0};
	struct writer w = {.count = 0};
	union bpf_attr run = {
	    .test = {.data_in = at(packet), .data_size_in = sizeof(packet), .repeat = RUNS}};
	int fd;

	write_program(&w, peer, op);
	fd = (int)CALL(BPF_PROG_LOAD, .prog_type = BPF_PROG_TYPE_XDP, .insns = at(w.insns),
		       .insn_cnt = w.count, .license = at("GPL"));
	if (fd < 0)
		return -1;
	run.test.prog_fd = (u32)fd;
	if (syscall(SYS_bpf, BPF_PROG_TEST_RUN, &run, sizeof(run)))
		run.test.duration = 0;
	close(fd);
	return (double)run.test.duration / MAP_CALLS;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs: of the stock, with a few instructions changed, or calls of helpers with arguments that
 * are nearly right. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bpf_game.h"
#include "helper/run.h"
#include "run/packets.h"
#include "spec/spec.h"
#include <errno.h>

enum { INSNS = 256, HELPERS = 212, CONTEXT = 192 };

struct draft {
	struct game *g;
	struct skep_caller caller;
	struct bpf_insn insns[INSNS];
	u32 count;
};

/* ---- calls of helpers */

static void add(struct draft *d, u8 code, u8 dst, u8 src, s32 imm)
{
	if (d->count < INSNS)
		d->insns[d->count++] =
		    (struct bpf_insn){code, (u8)(dst & 15), (u8)(src & 15), 0, imm};
}

static void add_memory(struct draft *d, u8 code, u8 dst, u8 src, s16 off)
{
	add(d, code, dst, src, 0);
	d->insns[d->count - 1].off = off;
}

static void move(struct draft *d, u8 to, s32 number)
{
	add(d, BPF_ALU64 | BPF_MOV | BPF_K, to, 0, number);
}

static void copy(struct draft *d, u8 to, u8 from)
{
	add(d, BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0);
}

static void name_map(struct draft *d, u8 to, s32 helper)
{
	add(d, BPF_LD | BPF_IMM | BPF_DW, to, BPF_PSEUDO_MAP_FD, game_map_for(d->g, helper));
	add(d, 0, 0, 0, 0);
}

static void stack_address(struct draft *d, u8 to)
{
	copy(d, to, 10);
	add(d, BPF_ALU64 | BPF_ADD | BPF_K, to, 0, -8 * (s32)(1 + game_choose(d->g, 32)));
}

static s32 number(struct draft *d)
{
	u32 kind = game_choose(d->g, 256);

	return kind < 250 ? (s32)kind % 72 : (s32)game_word(d->g);
}

static void add_argument(struct draft *d, u8 to, const struct skep_arg *arg, s32 helper)
{
	switch (arg->kind) {
	case SKEP_ARG_CONST_MAP:
		name_map(d, to, helper);
		break;
	case SKEP_ARG_MAP_KEY:
	case SKEP_ARG_MAP_VALUE:
	case SKEP_ARG_MEM:
	case SKEP_ARG_STACK:
	case SKEP_ARG_DYNPTR:
		stack_address(d, to);
		break;
	case SKEP_ARG_CTX:
		copy(d, to, 6);
		break;
	case SKEP_ARG_CONST_SIZE:
	case SKEP_ARG_CONST_SIZE_OR_ZERO:
	case SKEP_ARG_CONST_ALLOC_SIZE_OR_ZERO:
	case SKEP_ARG_ANYTHING:
		move(d, to, number(d));
		break;
	default:
		copy(d, to, game_choose(d->g, 2) ? 0 : 9);
		break;
	}
}

/* One that the program may call, if a few tries find it. */
static s32 choose_helper(struct draft *d)
{
	s32 first = (s32)game_choose(d->g, HELPERS);

	for (s32 i = 0; i < HELPERS; i++) {
		s32 helper = (first + i) % HELPERS;

		if (helper != BPF_FUNC_sys_bpf && skep_helper_for(helper, d->caller))
			return helper;
	}
	return first;
}

static void add_call(struct draft *d)
{
	s32 helper = choose_helper(d);
	const struct skep_helper_row *row = skep_helper_for(helper, d->caller);
	u32 then = game_choose(d->g, 4);

	for (u8 i = 0; row && i < 5 && row->args[i].kind != SKEP_ARG_NONE; i++)
		add_argument(d, i + 1, &row->args[i], helper);
	add(d, BPF_JMP | BPF_CALL, 0, 0, helper);
	if (then)
		return;
	/* What came back is looked at, if it is something. */
	add_memory(d, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
	add_memory(d, BPF_LDX | BPF_MEM | BPF_W, 1, 0, 0);
	add_memory(d, BPF_STX | BPF_MEM | BPF_W, 0, 1, 4);
}

/* Direct access to the packet, of more or fewer bytes than were asked about. */
static void add_packet(struct draft *d)
{
	bool xdp = d->caller.prog_type == BPF_PROG_TYPE_XDP;

	add_memory(d, BPF_LDX | BPF_MEM | BPF_W, 2, 6, xdp ? 0 : 76);
	add_memory(d, BPF_LDX | BPF_MEM | BPF_W, 3, 6, xdp ? 4 : 80);
	copy(d, 4, 2);
	add(d, BPF_ALU64 | BPF_ADD | BPF_K, 4, 0, (s32)game_choose(d->g, 64));
	add_memory(d, BPF_JMP | BPF_JGT | BPF_X, 4, 3, 2);
	add_memory(d, BPF_LDX | BPF_MEM | BPF_B, 0, 2, (s16)game_choose(d->g, 64));
	add_memory(d, BPF_STX | BPF_MEM | BPF_B, 2, 0, (s16)game_choose(d->g, 64));
}

static void add_context(struct draft *d)
{
	static const u8 codes[] = {BPF_LDX | BPF_MEM | BPF_W, BPF_LDX | BPF_MEM | BPF_DW,
				   BPF_STX | BPF_MEM | BPF_W, BPF_LDX | BPF_MEM | BPF_B};
	u8 code = codes[game_choose(d->g, SKEP_COUNT(codes))];
	bool stores = BPF_CLASS(code) == BPF_STX;

	add_memory(d, code, stores ? 6 : 9, stores ? 9 : 6, (s16)(4 * game_choose(d->g, 50)));
}

static void write_calls(struct draft *d)
{
	u32 pieces = 1 + game_choose(d->g, 8);

	copy(d, 6, 1);
	move(d, 9, 0);
	move(d, 0, 0);
	for (s16 at = -256; at < 0; at = (s16)(at + 8)) {
		add_memory(d, BPF_ST | BPF_MEM | BPF_DW, 10, 0, at);
		d->insns[d->count - 1].imm = at & 64 ? 1 : 0;
	}
	for (u32 i = 0; i < pieces; i++) {
		u32 kind = game_choose(d->g, 8);

		if (kind == 0)
			add_context(d);
		else if (kind == 1)
			add_packet(d);
		else
			add_call(d);
	}
	move(d, 0, (s32)game_choose(d->g, 3));
	add(d, BPF_JMP | BPF_EXIT, 0, 0, 0);
}

/* ---- changes */

static void change_insn(struct game *g, struct bpf_insn *insn, const struct bpf_insn *other)
{
	switch (game_choose(g, 8)) {
	case 0:
		insn->imm = (s32)game_word(g);
		break;
	case 1:
		insn->imm = (s32)((u32)insn->imm + game_choose(g, 256) - 128);
		break;
	case 2:
		insn->off = (s16)(insn->off + (s32)game_choose(g, 256) - 128);
		break;
	case 3:
		insn->dst_reg = game_choose(g, 11) & 15;
		break;
	case 4:
		insn->src_reg = game_choose(g, 11) & 15;
		break;
	case 5:
		insn->code ^= (u8)(1 << game_choose(g, 8));
		break;
	case 6:
		*insn = (struct bpf_insn){.code = BPF_JMP | BPF_JA}; /* left out */
		break;
	default:
		*insn = *other;
		break;
	}
}

static bool calls(const struct bpf_insn *insns, u32 count, s32 helper)
{
	for (u32 i = 0; i < count; i++)
		if (insns[i].code == (BPF_JMP | BPF_CALL) && insns[i].imm == helper)
			return true;
	return false;
}

/* What calls bpf(2) says itself where answers are written, and must be right about it; what calls
 * bpf_loop says how often, and where no budget ends it, loops in loops would not end soon. */
static bool must_stay(const struct game *g, const struct bpf_insn *insns, u32 count)
{
	return calls(insns, count, BPF_FUNC_sys_bpf) ||
	       (!g->checked && calls(insns, count, BPF_FUNC_loop));
}

static void change(struct game *g, struct bpf_insn *insns, u32 count)
{
	u32 kind = game_choose(g, 8);

	if (must_stay(g, insns, count))
		return;
	for (u32 n = kind < 4 ? 0 : kind - 3; n; n--)
		change_insn(g, &insns[game_choose(g, count)], &insns[game_choose(g, count)]);
}

/* ---- runs */

/* Runs what was loaded on memory of its own: what stops it is a lie of the verifier's, unless it is
 * its budget, which bpf_loop may use up and Linux does not have. */
static void run(struct game *g, int fd, u32 type)
{
	static u8 packet[PACKET_ROOM], context[CONTEXT];
	u64 random = 1 + game_choose(g, 256);
	union bpf_attr attr = {.test = {.prog_fd = (u32)fd}};
	const struct skep_prog_row *row = skep_prog_row(type);

	if (type == BPF_PROG_TYPE_SYSCALL || (row && row->traits & SKEP_PROG_T_TRACING)) {
		attr.test.ctx_in = game_address(context);
		attr.test.ctx_size_in = 8 * game_choose(g, 9);
	} else {
		attr.test.data_in = game_address(packet);
		attr.test.data_size_in = packet_random(packet, &random);
		attr.test.repeat = 1 + game_choose(g, 3);
	}
	if (game_bpf(g, BPF_PROG_TEST_RUN, &attr, sizeof(attr)) == -EFAULT && g->checked) {
		fprintf(stderr, "an accepted program was stopped\n");
		abort();
	}
}

static void load_calls(struct game *g)
{
	static const u8 types[] = {BPF_PROG_TYPE_SOCKET_FILTER,	 BPF_PROG_TYPE_XDP,
				   BPF_PROG_TYPE_SCHED_CLS,	 BPF_PROG_TYPE_CGROUP_SKB,
				   BPF_PROG_TYPE_RAW_TRACEPOINT, BPF_PROG_TYPE_FLOW_DISSECTOR,
				   BPF_PROG_TYPE_LWT_XMIT,	 BPF_PROG_TYPE_SYSCALL,
				   BPF_PROG_TYPE_LWT_IN,	 BPF_PROG_TYPE_SK_LOOKUP,
				   BPF_PROG_TYPE_TRACEPOINT,	 BPF_PROG_TYPE_PERF_EVENT};
	struct draft d = {.g = g};
	union bpf_attr attr = {.license = game_address("GPL")};
	long fd;

	attr.prog_type = d.caller.prog_type = types[game_choose(g, SKEP_COUNT(types))];
	write_calls(&d);
	change(g, d.insns, d.count);
	if (must_stay(g, d.insns, d.count))
		return;
	attr.prog_flags = attr.prog_type == BPF_PROG_TYPE_SYSCALL ? BPF_F_SLEEPABLE : 0;
	attr.expected_attach_type =
	    attr.prog_type == BPF_PROG_TYPE_SK_LOOKUP ? (u32)BPF_SK_LOOKUP : 0;
	attr.insns = game_address(d.insns);
	attr.insn_cnt = d.count;
	fd = game_bpf(g, BPF_PROG_LOAD, &attr, sizeof(attr));
	if (fd >= 0)
		run(g, (int)fd, attr.prog_type);
}

/* The program once more, by an attr that is nearly right. */
static void load_again(struct game *g, const struct loaded *l, const struct bpf_insn *insns)
{
	const struct subject *s = l->subject;
	union bpf_attr attr = {.prog_type = s->type.prog_type,
			       .expected_attach_type = s->type.attach_type,
			       .insns = game_address(insns),
			       .insn_cnt = s->count,
			       .license = game_address("GPL"),
			       .fd_array = game_address(l->maps),
			       .prog_name = "name",
			       .log_level = game_choose(g, 8)};
	u32 at = game_choose(g, GAME_ATTR);

	if (attr.log_level) {
		attr.log_buf = game_memory(g);
		attr.log_size = game_choose(g, 1024);
	}
	((u8 *)&attr)[at % sizeof(attr)] ^= (u8)game_choose(g, 256);
	game_bpf(g, BPF_PROG_LOAD, &attr, sizeof(attr));
}

static void keep(struct game *g, struct loaded *l)
{
	for (u32 i = 0; l->subject->maps && i < l->subject->maps->count; i++) {
		if (l->maps[i] < 0)
			continue;
		game_keep(g, BPF_MAP_CREATE, l->maps[i]);
		for (u32 o = 0; o < g->count; o++)
			if (g->objects[o].fd == l->maps[i])
				g->objects[o].type = l->subject->maps->maps[i].desc.type;
	}
	if (l->btf >= 0)
		game_keep(g, BPF_BTF_LOAD, l->btf);
	if (l->prog >= 0)
		game_keep(g, BPF_PROG_LOAD, (int)l->prog);
}

static void load_stock(struct game *g)
{
	static struct loaded l;
	const struct subject *original = &g->stock[game_choose(g, 0x10000) % g->stock_count];
	struct subject s = *original;
	struct side side = {.name = "skep", .skep = g->skep, .packet = RUN_PACKET};
	struct bpf_insn *insns = malloc(s.count * sizeof(*insns));

	if (!insns)
		abort();
	memcpy(insns, s.insns, s.count * sizeof(*insns));
	s.insns = insns;
	change(g, insns, s.count);
	if (must_stay(g, insns, s.count))
		memcpy(insns, original->insns, s.count * sizeof(*insns));
	if (side_load(&side, &s, &l))
		for (u32 n = 1 + game_choose(g, 2); n; n--)
			run(g, (int)l.prog, s.type.prog_type);
	if (game_choose(g, 8) == 7)
		load_again(g, &l, insns);
	keep(g, &l);
	free(insns);
}

void game_load(struct game *g)
{
	if (g->stock_count && game_choose(g, 2))
		load_stock(g);
	else
		load_calls(g);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A program is some functions, each a prologue that gives every register a number and a body of
 * pieces. A piece may do anything but let an address of a stack become a number, since stacks lie
 * elsewhere in each engine. What leaves its memory or does not end, the checked interpreter finds.
 */
#include "random_program.h"

#include <skep/asm.h>
#include <skep/filter.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "jit/jit.h"
#include "prog/prog.h"

enum { FUNCTIONS = 3, MEMORY_OFFSETS = RANDOM_MEMORY - 8, STACK_SLOTS = 4, TABLE_SLOTS = 3 };

struct maker {
	struct choices *from;
	struct random_program *p;
	u32 end;	 /* instructions that the function may have */
	u32 registers;	 /* how many it uses: r0 and this many behind it */
	u8 pointer;	 /* the register that holds the memory's address */
	bool stack;	 /* uses its stack */
	bool calls;	 /* helpers and other functions */
	bool tails;	 /* tail calls */
	u32 *call_sites; /* local calls that have no target yet */
	u32 call_count;
};

static u32 choose(struct choices *c, u32 below)
{
	u32 value = 0;

	if (c->count) {
		value = *c->bytes++;
		c->count--;
		if (below > 256 && c->count) {
			value |= (u32)*c->bytes++ << 8;
			c->count--;
		}
		return value % below;
	}
	c->state = c->state * 6364136223846793005u + 1442695040888963407u;
	return (u32)(c->state >> 33) % below;
}

static s32 number(struct choices *c)
{
	static const s32 often[] = {
	    0,	1,  2,	3,   4,	   5,	 7,	 8,	  10,	     16,	31,	      32,
	    33, 63, 64, 100, 127,  128,	 129,	 255,	  256,	     641,	1000,	      -1,
	    -2, -3, -7, -8,  -128, -129, 0xffff, 0x10000, INT32_MAX, INT32_MIN, INT32_MIN + 1};
	u32 kind = choose(c, 4);

	if (kind)
		return often[choose(c, SKEP_COUNT(often))];
	return (s32)(choose(c, 0x10000) << 16 | choose(c, 0x10000));
}

static void emit(struct maker *m, enum skep_insn_id id, struct bpf_insn fields)
{
	m->p->insns[m->p->count++] = skep_insn_encode(id, fields);
}

#define EMIT(m, id, ...) emit(m, SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

static u8 any_register(struct maker *m)
{
	return (u8)choose(m->from, m->registers);
}

/* A register that may be written: not the pointer. */
static u8 result_register(struct maker *m)
{
	u8 reg = any_register(m);

	return reg == m->pointer ? 0 : reg;
}

static enum skep_insn_id any_of_kind(struct maker *m, enum skep_kind kind)
{
	u32 id = choose(m->from, SKEP_INSN_COUNT);

	while (skep_insn_row(id)->kind != kind)
		id = (id + 1) % SKEP_INSN_COUNT;
	return (enum skep_insn_id)id;
}

/* One that may go either way. */
static enum skep_insn_id any_jump(struct maker *m)
{
	u32 id = choose(m->from, SKEP_INSN_COUNT);

	while (skep_insn_row(id)->kind != SKEP_KIND_JUMP &&
	       skep_insn_row(id)->kind != SKEP_KIND_MAY)
		id = (id + 1) % SKEP_INSN_COUNT;
	return (enum skep_insn_id)id;
}

static void make_alu(struct maker *m)
{
	emit(m, any_of_kind(m, SKEP_KIND_ALU),
	     (struct bpf_insn){.dst_reg = result_register(m) & 15u,
			       .src_reg = any_register(m) & 15u,
			       .imm = number(m->from)});
}

/* Mostly forward; what is behind the function's end is its exit. */
static s16 distance(struct maker *m)
{
	u32 here = m->p->count + 1, far = m->end > here ? m->end - here : 1;

	if (choose(m->from, 12) == 0)
		return (s16) - (s32)choose(m->from, 8);
	return (s16)choose(m->from, far < 12 ? far : 12);
}

static void make_jump(struct maker *m)
{
	emit(m, any_jump(m),
	     (struct bpf_insn){.dst_reg = any_register(m) & 15u,
			       .src_reg = any_register(m) & 15u,
			       .off = distance(m),
			       .imm = number(m->from)});
}

/* Base and offset of an access. Packets are not written; what is written may be so atomically, and
 * is aligned. */
static struct bpf_insn place(struct maker *m, bool write)
{
	bool stack = m->stack && (choose(m->from, 3) == 0 || (write && m->p->packet));
	s16 off = (s16)(stack ? -8 * (s32)(1 + choose(m->from, STACK_SLOTS))
			      : (s32)choose(m->from, MEMORY_OFFSETS));

	if (write && !stack)
		off = (s16)(off & ~7);
	return (struct bpf_insn){.dst_reg = (stack ? 10u : m->pointer) & 15u, .off = off};
}

static void make_load(struct maker *m)
{
	struct bpf_insn at = place(m, false);
	enum skep_insn_id id = any_of_kind(m, SKEP_KIND_LOAD);

	/* These are aligned. */
	if (skep_insn_row(id)->op == SKEP_LOAD_ACQUIRE)
		at.off = (s16)(at.off & ~7);

	emit(m, id,
	     (struct bpf_insn){
		 .dst_reg = result_register(m) & 15u, .src_reg = at.dst_reg, .off = at.off});
}

/* What packet filters consist of: a load, perhaps a swap, a comparison. */
static void make_field(struct maker *m)
{
	static const enum skep_insn_id swaps[] = {SKEP_INSN_BE16, SKEP_INSN_BE32, SKEP_INSN_BE64,
						  SKEP_INSN_BSWAP16, SKEP_INSN_LE16};
	static const enum skep_insn_id loads[] = {SKEP_INSN_LDX16, SKEP_INSN_LDX32, SKEP_INSN_LDX64,
						  SKEP_INSN_LDX8};
	struct bpf_insn at = place(m, false);
	u32 dst = result_register(m) & 15u;

	emit(m, loads[choose(m->from, SKEP_COUNT(loads))],
	     (struct bpf_insn){.dst_reg = dst & 15u, .src_reg = at.dst_reg, .off = at.off});
	if (choose(m->from, 2))
		emit(m, swaps[choose(m->from, SKEP_COUNT(swaps))],
		     (struct bpf_insn){.dst_reg = dst & 15u});
	emit(m, any_of_kind(m, SKEP_KIND_JUMP),
	     (struct bpf_insn){.dst_reg = dst & 15u, .off = distance(m), .imm = number(m->from)});
	if (choose(m->from, 2))
		EMIT(m, MOV64_K, .dst_reg = dst & 15u, .imm = number(m->from));
}

static void make_sum(struct maker *m)
{
	u32 dst = result_register(m) & 15u;

	emit(m, choose(m->from, 2) ? SKEP_INSN_MOV64_X : SKEP_INSN_ADD64_X,
	     (struct bpf_insn){.dst_reg = dst & 15u, .src_reg = any_register(m) & 15u});
	emit(m, choose(m->from, 2) ? SKEP_INSN_ADD64_X : SKEP_INSN_ADD64_K,
	     (struct bpf_insn){
		 .dst_reg = dst & 15u, .src_reg = any_register(m) & 15u, .imm = number(m->from)});
}

static void make_store(struct maker *m)
{
	struct bpf_insn fields = place(m, true);

	if (m->p->packet && !m->stack)
		return;

	fields.src_reg = any_register(m) & 15u;
	fields.imm = number(m->from);
	emit(m, any_of_kind(m, SKEP_KIND_STORE), fields);
}

static void make_atomic(struct maker *m)
{
	struct bpf_insn fields = place(m, true);

	if (m->p->packet && !m->stack)
		return;

	fields.src_reg = result_register(m) & 15u;
	emit(m, any_of_kind(m, SKEP_KIND_ATOMIC), fields);
}

static void make_wide(struct maker *m)
{
	EMIT(m, LD_IMM64, .dst_reg = result_register(m) & 15u, .imm = number(m->from));
	m->p->insns[m->p->count++] = (struct bpf_insn){.imm = number(m->from)};
}

static void make_packet_load(struct maker *m)
{
	static const s32 offsets[] = {
	    0,	1,  13,	       RANDOM_MEMORY - 4, RANDOM_MEMORY - 1, RANDOM_MEMORY,
	    -1, -4, -0x100000, -0x100000 + 7,	  -0x200000 + 3,     INT32_MAX};

	if (m->p->packet)
		emit(m, any_of_kind(m, SKEP_KIND_PACKET),
		     (struct bpf_insn){.src_reg = any_register(m) & 15u,
				       .imm = offsets[choose(m->from, SKEP_COUNT(offsets))]});
}

/* A copy of r10 is used once and forgotten. */
static void make_stack_address(struct maker *m)
{
	u32 reg = result_register(m) & 15u;

	if (!m->stack)
		return;
	EMIT(m, MOV64_X, .dst_reg = reg & 15u, .src_reg = 10);
	EMIT(m, ADD64_K, .dst_reg = reg & 15u, .imm = -16);
	EMIT(m, STX32, .dst_reg = reg & 15u, .src_reg = m->pointer & 15u, .off = 4);
	EMIT(m, LDX64, .dst_reg = reg & 15u, .src_reg = reg & 15u, .off = 8);
}

/* Calls leave other things in r1 to r5 in each engine; what is called with the memory has it in r1.
 * Of a callback, r1 is the function, r2 how often, r3 the memory. */
static void make_call(struct maker *m)
{
	if (!m->calls)
		return;
	if (choose(m->from, 3) == 0 && m->call_count < FUNCTIONS * 4) {
		m->call_sites[m->call_count++] = m->p->count;
		EMIT(m, LD_FUNCTION, .dst_reg = 1);
		m->p->insns[m->p->count++] = (struct bpf_insn){0};
		EMIT(m, MOV64_X, .dst_reg = 2, .src_reg = any_register(m) & 15u);
		EMIT(m, MOV64_X, .dst_reg = 3, .src_reg = m->pointer & 15u);
		EMIT(m, CALL_HELPER, .imm = 2);
	} else if (choose(m->from, 2) && m->call_count < FUNCTIONS * 4) {
		EMIT(m, MOV64_X, .dst_reg = 1, .src_reg = m->pointer & 15u);
		m->call_sites[m->call_count++] = m->p->count;
		EMIT(m, CALL_LOCAL, .imm = 0);
	} else {
		EMIT(m, CALL_HELPER, .imm = 1);
	}
	for (u32 reg = 1; reg <= 5; reg++)
		EMIT(m, MOV64_K, .dst_reg = reg & 15u, .imm = number(m->from));
}

/* To the program itself, to the small one of compare, or to nothing. */
static void make_tail_call(struct maker *m)
{
	if (!m->tails)
		return;
	if (m->pointer != 1)
		EMIT(m, MOV64_X, .dst_reg = 1, .src_reg = m->pointer & 15u);
	EMIT(m, LD_MAP_IDX, .dst_reg = 2);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	if (choose(m->from, 2))
		EMIT(m, MOV32_K, .dst_reg = 3, .imm = (s32)choose(m->from, TABLE_SLOTS + 1));
	else
		EMIT(m, MOV64_X, .dst_reg = 3, .src_reg = any_register(m) & 15u);
	EMIT(m, CALL_HELPER, .imm = SKEP_HELPER_TAIL_CALL);
	for (u32 reg = m->pointer == 1 ? 2 : 1; reg <= 3; reg++)
		EMIT(m, MOV64_K, .dst_reg = reg & 15u, .imm = number(m->from));
}

static void make_ja(struct maker *m)
{
	bool wide = choose(m->from, 2);
	s16 off = distance(m);

	emit(m, wide ? SKEP_INSN_JA32 : SKEP_INSN_JA16,
	     (struct bpf_insn){.off = wide ? 0 : off, .imm = wide ? off : 0});
}

/* ---- what compilers make: addresses of elements, rotations, changes of width, operations on what
 * has just been loaded */

static void make_element(struct maker *m)
{
	u32 shift = choose(m->from, 4), index = result_register(m) & 15u,
	    at = result_register(m) & 15u;
	struct bpf_insn access = {.dst_reg = at & 15u, .src_reg = at & 15u};

	EMIT(m, AND64_K, .dst_reg = index & 15u, .imm = (s32)(31u >> shift));
	if (choose(m->from, 2))
		EMIT(m, LSH64_K, .dst_reg = index & 15u, .imm = (s32)shift);
	if (choose(m->from, 2) || index == at) {
		EMIT(m, ADD64_X, .dst_reg = index & 15u, .src_reg = m->pointer & 15u);
		access.dst_reg = access.src_reg = index & 15u;
	} else {
		EMIT(m, MOV64_X, .dst_reg = at & 15u, .src_reg = m->pointer & 15u);
		EMIT(m, ADD64_X, .dst_reg = at & 15u, .src_reg = index & 15u);
	}
	for (u32 n = choose(m->from, 3); n < 3; n++) {
		access.off = (s16)choose(m->from, 24);
		access.imm = number(m->from);
		if (choose(m->from, 3) == 0 && !m->p->packet) {
			struct bpf_insn store = access;

			store.src_reg = any_register(m) & 15u;
			emit(m, any_of_kind(m, SKEP_KIND_STORE), store);
		} else {
			struct bpf_insn load = access;

			load.dst_reg = result_register(m) & 15u;
			emit(m, any_of_kind(m, SKEP_KIND_LOAD), load);
			if (load.dst_reg == load.src_reg)
				return;
		}
		if (choose(m->from, 4) == 0)
			EMIT(m, ADD64_K, .dst_reg = access.src_reg, .imm = (s32)choose(m->from, 4));
	}
}

static void make_rotation(struct maker *m)
{
	bool wide = choose(m->from, 2), left = choose(m->from, 2), back = choose(m->from, 2);
	u32 bits = wide ? 64 : 32, count = 1 + choose(m->from, bits - 1);
	u32 from = result_register(m) & 15u, copy = result_register(m) & 15u;
	u32 other = choose(m->from, 8) ? bits - count : choose(m->from, bits);
	enum skep_insn_id first = left ? SKEP_INSN_LSH32_K : SKEP_INSN_RSH32_K;
	enum skep_insn_id second = left ? SKEP_INSN_RSH32_K : SKEP_INSN_LSH32_K;
	enum skep_insn_id join = choose(m->from, 4) ? SKEP_INSN_OR32_X : SKEP_INSN_XOR32_X;

	/* The row of 64 bits stands two behind. */
	emit(m, SKEP_INSN_MOV32_X + 2 * wide,
	     (struct bpf_insn){.dst_reg = copy & 15u, .src_reg = from & 15u});
	emit(m, first + 2 * wide, (struct bpf_insn){.dst_reg = copy & 15u, .imm = (s32)count});
	emit(m, second + 2 * wide, (struct bpf_insn){.dst_reg = from & 15u, .imm = (s32)other});
	emit(m, join + 2 * wide,
	     (struct bpf_insn){.dst_reg = (back ? copy : from) & 15u,
			       .src_reg = (back ? from : copy) & 15u});
	if (choose(m->from, 2))
		EMIT(m, MOV64_K, .dst_reg = (back ? from : copy) & 15u, .imm = number(m->from));
}

static void make_width(struct maker *m)
{
	u32 reg = result_register(m) & 15u;

	if (choose(m->from, 3) == 0) {
		EMIT(m, MOV32_X, .dst_reg = reg & 15u, .src_reg = reg & 15u);
		return;
	}
	EMIT(m, LSH64_K, .dst_reg = reg & 15u, .imm = 32);
	emit(m, choose(m->from, 2) ? SKEP_INSN_RSH64_K : SKEP_INSN_ARSH64_K,
	     (struct bpf_insn){.dst_reg = reg & 15u,
			       .imm = (s32)(choose(m->from, 2) ? 32 : choose(m->from, 64))});
}

static void make_guarded_division(struct maker *m)
{
	static const enum skep_insn_id divisions[] = {
	    SKEP_INSN_DIV32_X,	SKEP_INSN_DIV64_X,  SKEP_INSN_MOD32_X,	SKEP_INSN_MOD64_X,
	    SKEP_INSN_SDIV32_X, SKEP_INSN_SDIV64_X, SKEP_INSN_SMOD32_X, SKEP_INSN_SMOD64_X};
	static const enum skep_insn_id looks[] = {SKEP_INSN_JEQ64_K, SKEP_INSN_JEQ32_K,
						  SKEP_INSN_JLT64_K, SKEP_INSN_JNE32_K};
	u32 by = any_register(m) & 15u;

	emit(m, looks[choose(m->from, SKEP_COUNT(looks))],
	     (struct bpf_insn){
		 .dst_reg = by & 15u, .off = distance(m), .imm = (s32)choose(m->from, 2)});
	if (choose(m->from, 4) == 0)
		make_alu(m);
	emit(m, divisions[choose(m->from, SKEP_COUNT(divisions))],
	     (struct bpf_insn){.dst_reg = result_register(m) & 15u, .src_reg = by & 15u});
}

static void make_load_use(struct maker *m)
{
	u32 loaded = result_register(m) & 15u;
	struct bpf_insn at = place(m, false);
	enum skep_insn_id use = any_of_kind(m, SKEP_KIND_ALU);

	emit(m, any_of_kind(m, SKEP_KIND_LOAD),
	     (struct bpf_insn){.dst_reg = loaded & 15u, .src_reg = at.dst_reg, .off = at.off});
	emit(m, use,
	     (struct bpf_insn){.dst_reg = result_register(m) & 15u,
			       .src_reg = loaded & 15u,
			       .imm = number(m->from)});
	if (choose(m->from, 2))
		EMIT(m, MOV64_K, .dst_reg = loaded & 15u, .imm = number(m->from));
}

static void make_exit(struct maker *m)
{
	if (choose(m->from, 8) == 0)
		EMIT(m, EXIT, 0);
}

static void (*const pieces[])(struct maker *) = {make_alu,
						 make_alu,
						 make_alu,
						 make_alu,
						 make_alu,
						 make_jump,
						 make_jump,
						 make_field,
						 make_field,
						 make_sum,
						 make_load,
						 make_load,
						 make_store,
						 make_store,
						 make_call,
						 make_atomic,
						 make_wide,
						 make_exit,
						 make_packet_load,
						 make_stack_address,
						 make_tail_call,
						 make_ja,
						 make_element,
						 make_element,
						 make_element,
						 make_rotation,
						 make_rotation,
						 make_width,
						 make_load_use,
						 make_load_use,
						 make_guarded_division};

enum { LONGEST_PIECE = 12 };

/* r1 is the memory; all registers and the slots of the stack get numbers. */
static void make_function(struct maker *m, u32 length)
{
	m->registers = m->calls ? 10 : m->tails ? 4 + choose(m->from, 7) : 2 + choose(m->from, 9);
	m->pointer = (u8)(m->calls ? 6 + choose(m->from, 4)
				   : 1 + choose(m->from, m->tails ? 1 : m->registers - 1));
	m->stack = choose(m->from, 2) == 0;
	if (m->pointer != 1)
		EMIT(m, MOV64_X, .dst_reg = m->pointer & 15u, .src_reg = 1);
	for (u32 reg = 0; reg < m->registers; reg++)
		if (reg != m->pointer)
			EMIT(m, MOV64_K, .dst_reg = reg & 15u, .imm = number(m->from));
	for (u32 slot = 1; m->stack && slot <= STACK_SLOTS; slot++)
		EMIT(m, ST64, .dst_reg = 10, .off = (s16)(-8 * (s32)slot), .imm = number(m->from));
	m->end = m->p->count + length;
	while (m->p->count + LONGEST_PIECE < m->end)
		pieces[choose(m->from, SKEP_COUNT(pieces))](m);
	while (m->p->count < m->end)
		EMIT(m, MOV64_X, .dst_reg = 0, .src_reg = any_register(m) & 15u);
	for (u32 reg = 1; reg < m->registers; reg++)
		EMIT(m, XOR64_X, .dst_reg = 0, .src_reg = reg & 15u);
	/* Distances may go this far. */
	for (u32 i = 0; i < 4; i++)
		EMIT(m, XOR64_K, .dst_reg = 0, .imm = (s32)i);
	EMIT(m, EXIT, 0);
}

/* A call passes the memory on; calls go to functions behind, so that they end. Where there is none,
 * a number stands in. */
static void make_call_targets(struct maker *m, const u32 *starts, u32 functions)
{
	for (u32 i = 0; i < m->call_count; i++) {
		u32 at = m->call_sites[i], first = 0;

		while (first < functions && starts[first] <= at)
			first++;
		if (first < functions)
			m->p->insns[at].imm = (s32)(starts[first] - at - 1);
		else if (m->p->insns[at].code == SKEP_OPCODE_WIDE)
			m->p->insns[at].src_reg = 0;
		else
			m->p->insns[at] = skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){0});
	}
}

void random_program(struct choices *c, struct random_program *p)
{
	u32 call_sites[FUNCTIONS * 4], starts[FUNCTIONS];
	struct maker m = {.from = c,
			  .p = p,
			  .call_sites = call_sites,
			  .calls = choose(c, 3) == 0,
			  .tails = choose(c, 3) == 0};
	u32 functions = m.calls ? 1 + choose(c, FUNCTIONS) : 1;

	p->count = 0;
	p->packet = choose(c, 3) == 0;
	for (u32 i = 0; i < functions; i++) {
		starts[i] = p->count;
		make_function(&m, 10 + choose(c, 60));
	}
	make_call_targets(&m, starts, functions);
}

/* ---- the engines */

struct outcome {
	bool made, ok;
	u64 result;
	u8 memory[RANDOM_MEMORY];
};

static u64 mix(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run;
	return (r1 ^ r2 << 7) + (r3 ^ r4 << 9) * 3 + r5;
}

/* Calls back up to three times. Jumps may lead to the call with any number in r1. */
static u64 repeat(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	u64 offset = r1 - (u64)(uintptr_t)run->code->callbacks, sum = 0;

	(void)r4, (void)r5;
	if (offset >= run->code->callback_count * sizeof(struct skep_callback))
		return 0;
	for (u64 i = 0; i < (r2 & 3) && !run->fault; i++)
		sum = sum * 31 + skep_run_callback(run, r1, r3, i, 2 * i, 3 * i, 4 * i);
	return sum;
}

/* r0 = a word of the memory, which changes unless it is a packet's. */
static struct skep_prog *small_program(bool is_packet)
{
	const struct bpf_insn insns[] = {
	    skep_insn_encode(SKEP_INSN_LDX32, (struct bpf_insn){.src_reg = 1, .off = 8}),
	    skep_insn_encode(
		is_packet ? SKEP_INSN_NEG64 : SKEP_INSN_STX16,
		(struct bpf_insn){.dst_reg = is_packet ? 0 : 1, .off = is_packet ? 0 : 3}),
	    skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 6, .imm = 6}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};

	return skep_prog_new(SKEP_PROG_RAW, insns, SKEP_COUNT(insns), NULL);
}

static void run(const struct skep_prog *prog, const struct skep_code_options *options,
		bool is_packet, u8 *memory, struct outcome *o)
{
	static const skep_helper table[] = {NULL, mix, repeat};
	u64 room[1 + TABLE_SLOTS] = {0};
	struct skep_prog_table *programs = (struct skep_prog_table *)room;
	const struct skep_prog_table *const tables[] = {programs};
	const struct skep_helpers helpers = {
	    .table = table, .count = SKEP_COUNT(table), .tables = tables, .table_count = 1};
	const struct skep_packet packet = {
	    .data = memory, .caplen = RANDOM_MEMORY, .wirelen = RANDOM_MEMORY, .net_offset = 14};
	struct skep_code *code = skep_code_make(prog, options, &helpers, NULL);
	struct skep_prog *small = small_program(is_packet);
	struct skep_code *other = small ? skep_code_make(small, options, &helpers, NULL) : NULL;

	programs->count = TABLE_SLOTS;
	programs->slots[0] = code;
	programs->slots[1] = other;
	o->made = code != NULL;
	if (code && is_packet)
		o->ok = skep_code_try_packet(code, &packet, &o->result, NULL);
	else
		o->ok = code && skep_code_try(code, memory, RANDOM_MEMORY, &o->result, NULL);
	memcpy(o->memory, memory, RANDOM_MEMORY);
	skep_code_free(code);
	skep_code_free(other);
	skep_prog_free(small);
}

/* A text of many lines as comments. */
static void show_program(const struct skep_prog *prog)
{
	char *text = skep_prog_text(prog, NULL, NULL), *rest = NULL;

	for (char *line = text ? strtok_r(text, "\n", &rest) : NULL; line;
	     line = strtok_r(NULL, "\n", &rest))
		printf("# %s\n", line);
	skep_text_free(text);
}

static void show(const struct outcome *o, const char *name)
{
	printf("# %s: %s 0x%llx\n", name, o->ok ? "r0 =" : "stopped,",
	       (unsigned long long)o->result);
}

static bool same(const struct outcome *a, const struct outcome *b)
{
	return a->ok == b->ok && a->result == b->result &&
	       memcmp(a->memory, b->memory, sizeof(a->memory)) == 0;
}

/* The same memory for all, because programs may look at its address. */
static enum agreement compare(const struct skep_prog *prog, bool packet, u64 seed)
{
	static const struct skep_code_options others[] = {
	    {.mode = SKEP_CODE_DEFAULT},
	    {.mode = SKEP_CODE_DEFAULT, .blind_constants = true, .retpolines = true},
	    {.mode = SKEP_CODE_PLAIN}};
	static const char *const names[] = {"machine code", "blinded machine code", "plain"};
	_Alignas(8) u8 memory[RANDOM_MEMORY];
	struct skep_code_options options = {.mode = SKEP_CODE_CHECKED, .budget = 5000};
	struct outcome want = {0}, got = {0};

	for (u32 i = 0; i <= SKEP_COUNT(others); i++) {
		for (u32 at = 0; at < RANDOM_MEMORY; at++)
			memory[at] = (u8)(seed * 31 + at * 7 + (seed >> 8) * at);
		run(prog, &options, packet, memory, i ? &got : &want);
		if (!want.ok)
			return ENGINES_NOT_ASKED;
		if (i && !same(&want, &got)) {
			show_program(prog);
			show(&want, "checked");
			show(&got, names[i - 1]);
			return ENGINES_DIFFER;
		}
		if (i < SKEP_COUNT(others))
			options = others[i];
	}
	return ENGINES_AGREE;
}

enum agreement random_program_compare(const struct random_program *p, u64 seed)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, p->insns, p->count, NULL);
	enum agreement agreement = prog ? compare(prog, p->packet, seed) : ENGINES_NOT_ASKED;

	skep_prog_free(prog);
	return agreement;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* What registers hold is followed along the text, so that most instructions are ones that a
 * verifier takes; where jumps make it wrong, the run stops. */
#include "live_maker.h"

enum { FUNCTIONS = 4, SITES = 32, LONGEST_PIECE = 20, SLOTS = 8 };

enum holds { NOTHING, NUMBER, MEMORY, STACK };

struct maker {
	struct live_program *p;
	u64 state;
	u8 holds[10];
	u8 slots[SLOTS]; /* each eight bytes of the stack: NUMBER, or the pointer that lies there */
	s16 offset[10];	 /* of a STACK, from r10; 1: some caller's */
	struct {
		u32 at;
		bool address;
		bool next; /* of the function right behind */
	} sites[SITES];	   /* calls that have no target yet */
	u32 site_count;
	bool main;
	u32 end;
};

static u32 choose(struct maker *m, u32 below)
{
	m->state = m->state * 6364136223846793005u + 1442695040888963407u;
	return (u32)(m->state >> 33) % below;
}

static void emit(struct maker *m, enum skep_insn_id id, struct bpf_insn fields)
{
	m->p->insns[m->p->count++] = skep_insn_encode(id, fields);
}

#define EMIT(m, id, ...) emit(m, SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

static enum skep_insn_id any_of_kind(struct maker *m, enum skep_kind kind)
{
	u32 id = choose(m, SKEP_INSN_COUNT);

	while (skep_insn_row(id)->kind != kind)
		id = (id + 1) % SKEP_INSN_COUNT;
	return (enum skep_insn_id)id;
}

/* A register that holds something of the kind; 10 is what the caller falls back to. */
static u32 holding(struct maker *m, enum holds what)
{
	u32 reg = choose(m, 10);

	for (u32 i = 0; i < 10; i++, reg = (reg + 1) % 10)
		if (m->holds[reg] == what)
			return reg;
	return 10;
}

/* r6 is kept for packet loads in the main function. */
static u32 free_register(struct maker *m)
{
	u32 reg = choose(m, 10);

	return m->main && reg == 6 ? 7 : reg;
}

static void set(struct maker *m, u32 reg, enum holds what)
{
	m->holds[reg] = (u8)what;
}

static void make_number(struct maker *m)
{
	u32 reg = free_register(m);

	EMIT(m, MOV64_K, .dst_reg = reg & 15, .imm = (s32)choose(m, 20) - 4);
	set(m, reg, NUMBER);
}

static u32 number(struct maker *m)
{
	u32 reg = holding(m, NUMBER);

	if (reg < 10)
		return reg;
	EMIT(m, MOV64_K, .dst_reg = 0, .imm = 3);
	set(m, 0, NUMBER);
	return 0;
}

static void make_alu(struct maker *m)
{
	u32 dst = number(m), src = number(m);

	emit(
	    m, any_of_kind(m, SKEP_KIND_ALU),
	    (struct bpf_insn){.dst_reg = dst & 15, .src_reg = src & 15, .imm = (s32)choose(m, 32)});
}

static void make_copy(struct maker *m)
{
	u32 dst = free_register(m), src = choose(m, 10);

	if (m->holds[src] == NOTHING)
		return;
	EMIT(m, MOV64_X, .dst_reg = dst & 15, .src_reg = src & 15);
	set(m, dst, m->holds[src]);
	m->offset[dst] = m->offset[src];
}

static void make_address(struct maker *m)
{
	u32 reg = free_register(m);
	s32 off = -4 * (s32)(1 + choose(m, 2 * SLOTS));

	EMIT(m, MOV64_X, .dst_reg = reg & 15, .src_reg = 10);
	EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = off);
	set(m, reg, STACK);
	m->offset[reg] = (s16)off;
	if (choose(m, 8))
		return;
	/* by a number that is not known */
	u32 by = number(m);

	if (by == reg)
		return;
	EMIT(m, AND64_K, .dst_reg = by & 15, .imm = 8);
	EMIT(m, SUB64_X, .dst_reg = reg & 15, .src_reg = by & 15);
}

/* Base and offset in some stack; sizes fit. */
static struct bpf_insn place(struct maker *m, u32 size)
{
	u32 base = choose(m, 3) ? 10 : holding(m, STACK);
	s32 room = base == 10 ? 0 : m->offset[base], at;

	if (base < 10 && room == 1)
		return (struct bpf_insn){.dst_reg = base & 15,
					 .off =
					     (s16)(choose(m, 4) ? 0 : 8 * (s32)choose(m, 4) - 16)};
	at = -(s32)(size * (1 + choose(m, 8 * SLOTS / size)));
	return (struct bpf_insn){.dst_reg = base & 15, .off = (s16)(at - room)};
}

static void note_store(struct maker *m, struct bpf_insn at, enum holds what)
{
	s32 byte = at.off + (at.dst_reg == 10 ? 0 : m->offset[at.dst_reg]);

	if (byte < 0 && byte >= -8 * SLOTS)
		m->slots[(-byte - 1) / 8] = (u8)what;
}

static void make_store(struct maker *m)
{
	enum skep_insn_id id = any_of_kind(m, SKEP_KIND_STORE);
	u32 size = skep_insn_row(id)->bits / 8, src = number(m);
	struct bpf_insn at = place(m, choose(m, 10) ? size : 1);

	note_store(m, at, NUMBER);
	at.src_reg = src & 15;
	at.imm = (s32)choose(m, 100);
	emit(m, id, at);
}

static void make_spill(struct maker *m)
{
	u32 src = choose(m, 10);
	struct bpf_insn at = place(m, 8);

	if (m->holds[src] == NOTHING)
		return;
	note_store(m, at, m->holds[src]);
	at.src_reg = src & 15;
	emit(m, SKEP_INSN_STX64, at);
}

static void make_load(struct maker *m)
{
	enum skep_insn_id id = any_of_kind(m, SKEP_KIND_LOAD);
	u32 size = skep_insn_row(id)->bits / 8, dst = free_register(m);
	struct bpf_insn at = place(m, choose(m, 10) ? size : 1);

	emit(m, id, (struct bpf_insn){.dst_reg = dst & 15, .src_reg = at.dst_reg, .off = at.off});
	set(m, dst, NUMBER);
}

static void make_fill(struct maker *m)
{
	u32 slot = choose(m, SLOTS), dst = free_register(m);

	EMIT(m, LDX64, .dst_reg = dst & 15, .src_reg = 10, .off = (s16)(-8 * (s32)(slot + 1)));
	set(m, dst, m->slots[slot]);
	m->offset[dst] = 1;
}

/* Through a pointer that lies in a stack. */
static void make_chase(struct maker *m)
{
	u32 base = holding(m, STACK), dst = free_register(m);
	bool own = base == 10 || m->offset[base] != 1 || choose(m, 2);

	EMIT(m, LDX64, .dst_reg = dst & 15, .src_reg = own ? 10 : base & 15,
	     .off = (s16)(own ? -8 * (s32)(1 + choose(m, 3)) : 8 * (s32)choose(m, 2)));
	set(m, dst, STACK);
	m->offset[dst] = 1;
	EMIT(m, LDX8, .dst_reg = 0, .src_reg = dst & 15, .off = (s16)choose(m, 2));
	set(m, 0, NUMBER);
}

static void load_behind(struct maker *m, u32 base)
{
	u32 dst = free_register(m);

	m->offset[base] = 1;
	EMIT(m, LDX64, .dst_reg = dst & 15, .src_reg = base & 15,
	     .off = (s16)(8 * (s32)choose(m, 2)));
	set(m, dst, NUMBER);
}

/* An address and a number. */
static void make_moved(struct maker *m)
{
	u32 base = holding(m, STACK), by = number(m);

	if (base == 10 || by == base)
		return;
	if (choose(m, 2))
		EMIT(m, AND64_K, .dst_reg = by & 15, .imm = 24);
	if (choose(m, 2)) {
		EMIT(m, ADD64_X, .dst_reg = base & 15, .src_reg = by & 15);
		load_behind(m, base);
	} else {
		EMIT(m, ADD64_X, .dst_reg = by & 15, .src_reg = base & 15);
		set(m, by, STACK);
		load_behind(m, by);
	}
}

/* One of two addresses, or of an address and a number. */
static void make_either(struct maker *m)
{
	u32 base = holding(m, STACK), other = choose(m, 4) ? holding(m, STACK) : number(m);

	if (base == 10 || other == 10 || base == other)
		return;
	EMIT(m, JEQ64_K, .dst_reg = number(m) & 15, .imm = (s32)choose(m, 4), .off = 1);
	EMIT(m, MOV64_X, .dst_reg = base & 15, .src_reg = other & 15);
	load_behind(m, base);
}

static void make_memory_load(struct maker *m)
{
	u32 base = holding(m, MEMORY), dst = free_register(m);

	if (base == 10)
		return;
	emit(m, any_of_kind(m, SKEP_KIND_LOAD),
	     (struct bpf_insn){
		 .dst_reg = dst & 15, .src_reg = base & 15, .off = (s16)choose(m, 50)});
	set(m, dst, NUMBER);
}

static void make_memory_store(struct maker *m)
{
	u32 base = holding(m, MEMORY);

	if (base < 10)
		EMIT(m, STX64, .dst_reg = base & 15, .src_reg = number(m) & 15,
		     .off = (s16)choose(m, 50));
}

static void make_atomic(struct maker *m)
{
	u32 src = number(m);
	struct bpf_insn at = place(m, 8);

	if (m->holds[0] != NUMBER)
		return;
	at.src_reg = src & 15;
	emit(m, any_of_kind(m, SKEP_KIND_ATOMIC), at);
}

static s16 distance(struct maker *m)
{
	if (choose(m, 6) == 0)
		return (s16)(-1 - (s32)choose(m, 16));
	return (s16)(1 + choose(m, 8));
}

/* Where a jump goes is put right once the function is whole. */
static void make_jump(struct maker *m)
{
	u32 dst = number(m), src = number(m);

	emit(m, choose(m, 16) ? any_of_kind(m, SKEP_KIND_JUMP) : SKEP_INSN_MAY_GOTO,
	     (struct bpf_insn){.dst_reg = dst & 15,
			       .src_reg = src & 15,
			       .imm = (s32)choose(m, 8),
			       .off = distance(m)});
}

static void clobber(struct maker *m)
{
	for (u32 reg = 0; reg <= 5; reg++)
		set(m, reg, NOTHING);
	set(m, 0, NUMBER);
}

static void set_number(struct maker *m, u32 reg, s32 n)
{
	EMIT(m, MOV64_K, .dst_reg = reg & 15, .imm = n);
}

static void set_address(struct maker *m, u32 reg)
{
	u32 from = choose(m, 4) ? 10 : holding(m, STACK);

	EMIT(m, MOV64_X, .dst_reg = reg & 15, .src_reg = from & 15);
	if (from == 10)
		EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = -4 * (s32)(1 + choose(m, 2 * SLOTS)));
}

static void set_size(struct maker *m, u32 reg)
{
	static const u8 sizes[] = {1, 4, 6, 8, 12, 16};

	if (choose(m, 6) == 0 && m->holds[7] == NUMBER) {
		EMIT(m, MOV64_X, .dst_reg = reg & 15, .src_reg = 7);
		EMIT(m, AND64_K, .dst_reg = reg & 15, .imm = 12);
	} else {
		set_number(m, reg, sizes[choose(m, sizeof(sizes))]);
	}
}

static void set_any(struct maker *m, u32 reg)
{
	u32 from = holding(m, NUMBER);

	if (from > 5 && from < 10)
		EMIT(m, MOV64_X, .dst_reg = reg & 15, .src_reg = from & 15);
	else
		set_number(m, reg, (s32)choose(m, 9));
}

static void set_map(struct maker *m)
{
	static const u8 fds[] = {1, 1, 2, 9};

	EMIT(m, LD_MAP_FD, .dst_reg = 1, .imm = fds[choose(m, sizeof(fds))]);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
}

static void set_sized(struct maker *m)
{
	set_address(m, 1);
	set_size(m, 2);
	set_any(m, 3);
	set_any(m, 4);
}

static void call_helper(struct maker *m, s32 helper)
{
	EMIT(m, CALL_HELPER, .imm = helper);
	clobber(m);
}

static void make_helper(struct maker *m)
{
	static const s32 sized[] = {BPF_FUNC_trace_printk, BPF_FUNC_probe_read};
	u32 kind = choose(m, 8);

	if (kind == 0) {
		call_helper(m, BPF_FUNC_ktime_get_ns);
	} else if (kind == 1) {
		set_address(m, 2);
		set_map(m);
		call_helper(m, BPF_FUNC_map_lookup_elem);
		set(m, 0, MEMORY);
	} else if (kind == 2) {
		set_address(m, 2);
		set_address(m, 3);
		set_map(m);
		set_any(m, 4);
		call_helper(m, BPF_FUNC_map_update_elem);
	} else if (kind == 3) {
		set_address(m, 2);
		set_size(m, 3);
		set_any(m, 1);
		set_any(m, 4);
		call_helper(m, BPF_FUNC_fib_lookup);
	} else if (kind == 4) {
		set_sized(m);
		set_address(m, 4);
		call_helper(m, BPF_FUNC_strtol);
	} else if (kind == 5 && choose(m, 8) == 0) {
		set_sized(m);
		call_helper(m, BPF_FUNC_dynptr_from_mem);
	} else {
		set_sized(m);
		call_helper(m, sized[choose(m, SKEP_COUNT(sized))]);
	}
}

/* Odd registers hold addresses, the others numbers. */
static void set_argument(struct maker *m, u32 reg)
{
	if (reg & 1)
		set_address(m, reg);
	else
		set_any(m, reg);
}

static void note_site(struct maker *m, bool address)
{
	m->sites[m->site_count].at = m->p->count;
	m->sites[m->site_count++].address = address;
}

/* An address of some slots goes into others, which are given to the function. */
static void set_nested(struct maker *m, u32 reg)
{
	s16 at = (s16)(-8 * (s32)(1 + choose(m, 3)));
	u32 from = holding(m, STACK);

	if (from >= 6 && from < 10) {
		EMIT(m, MOV64_X, .dst_reg = 5, .src_reg = from & 15);
	} else {
		EMIT(m, MOV64_X, .dst_reg = 5, .src_reg = 10);
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = -8 * (s32)(3 + choose(m, 4)));
	}
	EMIT(m, STX64, .dst_reg = 10, .src_reg = 5, .off = at);
	EMIT(m, MOV64_X, .dst_reg = reg & 15, .src_reg = 10);
	EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = at);
}

/* Of a function that may put the second address where the first one is. */
static void make_exchange(struct maker *m)
{
	s16 at = (s16)(-8 * (s32)(1 + choose(m, 3)));

	if (m->site_count + FUNCTIONS > SITES)
		return;
	EMIT(m, MOV64_X, .dst_reg = 1, .src_reg = 10);
	EMIT(m, ADD64_K, .dst_reg = 1, .imm = at);
	set_address(m, 3);
	set_any(m, 2);
	set_any(m, 4);
	set_address(m, 5);
	EMIT(m, STX64, .dst_reg = 10, .src_reg = 5, .off = at);
	note_site(m, false);
	EMIT(m, MOV64_K, .dst_reg = 2);
	EMIT(m, MOV64_K, .dst_reg = 2);
	clobber(m);
	EMIT(m, LDX64, .dst_reg = 7, .src_reg = 10, .off = at);
	set(m, 7, STACK);
	m->offset[7] = 1;
	EMIT(m, LDX8, .dst_reg = 8, .src_reg = 7);
	set(m, 8, NUMBER);
}

static void make_call(struct maker *m)
{
	bool back = choose(m, 3) == 0;

	if (m->site_count + FUNCTIONS > SITES)
		return;
	for (u32 reg = 1; reg <= 5 && !back; reg++)
		set_argument(m, reg);
	if (choose(m, 3) == 0)
		set_nested(m, 3);
	else if (back)
		set_argument(m, 3);
	if (back) {
		set_any(m, 1);
		set_number(m, 4, 0);
	}
	note_site(m, back);
	EMIT(m, MOV64_K, .dst_reg = 2);
	EMIT(m, MOV64_K, .dst_reg = 2);
	if (back)
		EMIT(m, CALL_HELPER, .imm = BPF_FUNC_loop);
	clobber(m);
}

/* So that every function is reached. */
static void make_call_of_next(struct maker *m)
{
	for (u32 reg = 1; reg <= 5; reg++)
		set_argument(m, reg);
	m->sites[m->site_count].next = true;
	note_site(m, false);
	EMIT(m, MOV64_K, .dst_reg = 2);
	EMIT(m, MOV64_K, .dst_reg = 2);
	clobber(m);
}

static void make_packet(struct maker *m)
{
	if (!m->main)
		return;
	emit(m, any_of_kind(m, SKEP_KIND_PACKET), (struct bpf_insn){.src_reg = number(m) & 15});
	clobber(m);
}

static void make_exit(struct maker *m)
{
	if (choose(m, 4) || m->holds[0] != NUMBER)
		return;
	EMIT(m, JEQ64_K, .dst_reg = 0, .imm = (s32)choose(m, 4), .off = 1);
	EMIT(m, EXIT, 0);
}

static void (*const pieces[])(struct maker *) = {
    make_number,       make_alu,      make_alu,	     make_copy,	  make_copy,   make_address,
    make_address,      make_store,    make_store,    make_store,  make_spill,  make_spill,
    make_load,	       make_load,     make_load,     make_fill,	  make_fill,   make_memory_load,
    make_jump,	       make_jump,     make_jump,     make_helper, make_call,   make_chase,
    make_chase,	       make_exchange, make_exchange, make_atomic, make_exit,   make_packet,
    make_memory_store, make_moved,    make_moved,    make_either, make_either,
};

/* Second slots, and the places of calls, are no targets. */
static void mend_jumps(struct maker *m, u32 start)
{
	bool second[LIVE_INSNS] = {false};

	for (u32 i = start; i < m->p->count; i++)
		second[i + 1] |= m->p->insns[i].code == SKEP_OPCODE_WIDE;
	for (u32 i = 0; i < m->site_count; i++)
		second[m->sites[i].at + 1] = true;
	for (u32 i = start; i < m->p->count; i++) {
		struct bpf_insn *insn = &m->p->insns[i];
		const struct skep_insn_row *row =
		    second[i] ? NULL : skep_insn_decode(insn, i, NULL);
		s64 to = (s64)i + 1 + insn->off;

		if (!row || (row->kind != SKEP_KIND_JUMP && row->kind != SKEP_KIND_MAY))
			continue;
		if (to < start || to >= m->p->count || second[to])
			insn->off = 0;
		if (second[i + 1 + insn->off])
			*insn = skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){0});
	}
}

static void make_function(struct maker *m, u32 index, bool last)
{
	u32 length = 10 + choose(m, 80);
	u32 start = m->p->count;

	m->main = index == 0;
	for (u32 reg = 0; reg < 10; reg++)
		set(m, reg, NOTHING);
	for (u32 slot = 0; slot < SLOTS; slot++)
		m->slots[slot] = NUMBER;
	for (u32 reg = 1; index && reg <= 5; reg++) {
		set(m, reg, reg & 1 ? STACK : NUMBER);
		m->offset[reg] = 1;
	}
	if (index && choose(m, 3) == 0)
		EMIT(m, STX64, .dst_reg = 1, .src_reg = 3);
	if (index) {
		EMIT(m, MOV64_X, .dst_reg = 6, .src_reg = 2);
		EMIT(m, MOV64_X, .dst_reg = 7, .src_reg = 1);
		set(m, 6, m->holds[2]);
		set(m, 7, STACK);
		m->offset[6] = m->offset[7] = 1;
	}
	if (m->main) {
		EMIT(m, MOV64_X, .dst_reg = 6, .src_reg = 1);
		set(m, 1, MEMORY);
		set(m, 6, MEMORY);
	}
	m->end = start + length;
	while (m->p->count < m->end)
		pieces[choose(m, SKEP_COUNT(pieces))](m);
	if (!last)
		make_call_of_next(m);
	if (choose(m, 2))
		EMIT(m, MOV64_X, .dst_reg = 0, .src_reg = number(m) & 15);
	else if (m->holds[0] != NUMBER || choose(m, 2))
		EMIT(m, MOV64_K, .dst_reg = 0, .imm = 0);
	EMIT(m, EXIT, 0);
	mend_jumps(m, start);
}

/* Calls go to functions behind, so that they end. */
static void mend_calls(struct maker *m, const u32 *starts, u32 functions)
{
	for (u32 i = 0; i < m->site_count; i++) {
		u32 at = m->sites[i].at, first = 0;
		struct bpf_insn fields = {.dst_reg = 2};

		while (first < functions && starts[first] <= at)
			first++;
		if (first == functions)
			continue;
		if (!m->sites[i].next)
			first += choose(m, functions - first);
		fields.imm = (s32)(starts[first] - at - 1);
		m->p->insns[at] = skep_insn_encode(
		    m->sites[i].address ? SKEP_INSN_LD_FUNCTION : SKEP_INSN_CALL_LOCAL, fields);
		if (m->sites[i].address)
			m->p->insns[at + 1] = (struct bpf_insn){0};
	}
}

void live_make(struct live_program *p, u64 seed)
{
	struct maker m = {.p = p, .state = seed};
	u32 starts[FUNCTIONS], functions = 1 + choose(&m, FUNCTIONS);

	p->count = 0;
	for (u32 i = 0; i < functions; i++) {
		starts[i] = p->count;
		make_function(&m, i, i + 1 == functions);
	}
	mend_calls(&m, starts, functions);
}

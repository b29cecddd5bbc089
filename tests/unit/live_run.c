/* SPDX-License-Identifier: BSD-2-Clause */
#include "live_run.h"

#include <string.h>

#include "base/alloc.h"
#include "isa/alu.h"
#include "live_helpers.h"

enum tag { NOTHING, POISON, NUMBER, MEMORY, MAP, FUNCTION, STACK };

struct cell {
	u64 value;
	u8 tag;
};

struct frame {
	u8 bytes[SKEP_STACK_FRAME];
	bool poison[SKEP_STACK_FRAME];
	u8 spill[SKEP_STACK_FRAME / 8]; /* tag of a pointer, 0: bytes */
	struct cell kept[4];		/* r6 to r9 of this frame while it waits */
	u32 call;			/* slot of the call that it waits in */
	bool calls_back;
	u32 rounds, round; /* of its callback */
	struct cell given; /* to its callback */
};

#define MEMORY_START 0x10000000ull
#define STACK_START  0x20000000ull

enum { MEMORY_SIZE = 64, STRIDE = 0x1000, STEPS = 400, LARGEST = 64 };

struct run {
	const struct skep_vcode *c;
	struct cell r[SKEP_REGISTERS];
	struct frame frames[SKEP_CALL_FRAMES];
	u32 depth;
	u32 slot;
	u64 stream, random;
	enum live_change change;
	struct {
		u64 at;
		u32 size, depth;
	} keeps; /* memory that a helper may read at any time; size 0: none */
	bool dead, stop;
	struct live_outcome out;
};

static u64 draw(u64 *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 20 ^ *state << 17;
}

/* What is refused decides nothing any more. */
static void trace(struct run *run, u64 value)
{
	if (run->stop)
		return;
	run->out.trace = (run->out.trace ^ value) * 0x9e3779b97f4a7c15u;
	run->out.trace ^= run->out.trace >> 29;
}

static u64 frame_top(u32 depth)
{
	return STACK_START + (u64)(depth + 1) * STRIDE;
}

/* ---- changes */

static bool chance(struct run *run)
{
	return draw(&run->random) % 3 == 0;
}

static void change_cell(struct run *run, struct cell *cell, bool live, bool precise)
{
	if (run->change == LIVE_POISON && !live) {
		cell->tag = POISON;
		run->out.changes++;
	}
	if (run->change == LIVE_SCRAMBLE && !precise && cell->tag == NUMBER && chance(run)) {
		cell->value = draw(&run->random);
		run->out.changes++;
	}
}

static bool has_slot(const u64 *words, u32 n)
{
	return words[n / 64] >> n % 64 & 1;
}

/* Slots close to the top: programs use no others. */
static void change_stack(struct run *run, struct frame *f, const u64 *live, const u64 *precise)
{
	for (u32 n = 0; n < 32; n++) {
		u8 *bytes = &f->bytes[SKEP_STACK_FRAME - 4 * (n + 1)];
		bool *poison = &f->poison[SKEP_STACK_FRAME - 4 * (n + 1)];
		u8 *spill = &f->spill[SKEP_STACK_FRAME / 8 - 1 - n / 2];
		u32 random;

		if (run->change == LIVE_POISON && !has_slot(live, n)) {
			memset(poison, true, 4);
			*spill = 0;
			run->out.changes++;
		}
		if (run->change == LIVE_SCRAMBLE && !has_slot(precise, n) && !*spill &&
		    chance(run)) {
			random = (u32)draw(&run->random);
			memcpy(bytes, &random, 4);
			run->out.changes++;
		}
	}
}

static void change(struct run *run)
{
	const struct skep_vcode *c = run->c;

	for (u32 reg = 0; reg < 10; reg++)
		change_cell(run, &run->r[reg], c->live_regs[run->slot] >> reg & 1,
			    c->precise_regs[run->slot] >> reg & 1);
	change_stack(run, &run->frames[run->depth], c->live_stack[run->slot],
		     c->precise_stack[run->slot]);
	for (u32 i = 0; i < run->depth; i++) {
		struct frame *f = &run->frames[i];
		struct skep_vneed need = skep_vcode_waiting(c, f->call);

		for (u32 reg = 6; reg < 10; reg++)
			change_cell(run, &f->kept[reg - 6], need.live_regs >> reg & 1,
				    need.precise_regs >> reg & 1);
		change_stack(run, f, need.live_stack, need.precise_stack);
	}
}

/* ---- registers */

static struct cell get(struct run *run, u32 reg)
{
	struct cell cell = run->r[reg];

	run->dead |= cell.tag == POISON;
	run->stop |= cell.tag <= POISON;
	return cell;
}

static void put(struct run *run, u32 reg, u64 value)
{
	run->r[reg] = (struct cell){value, NUMBER};
}

static struct cell operand(struct run *run, const struct skep_vinsn *i)
{
	if (i->from == SKEP_FROM_X)
		return get(run, i->src);
	return (struct cell){(u64)(s64)i->imm, NUMBER};
}

/* ---- memory */

/* No number that is added to a pointer into a frame makes it one into another. */
static bool same_frame(u64 a, u64 b)
{
	return (a - STACK_START - 1) / STRIDE == (b - STACK_START - 1) / STRIDE;
}

/* The frame that an access lies in; NULL: it is not in any stack, and stops if it is nowhere. */
static struct frame *find(struct run *run, struct cell base, s64 off, u32 size, u32 *at)
{
	u64 address = base.value + (u64)off, inside = address - STACK_START;
	u32 depth = (u32)(inside / STRIDE), low = STRIDE - SKEP_STACK_FRAME;

	*at = (u32)(inside % STRIDE) - low;
	if (base.tag == STACK && depth <= run->depth && same_frame(base.value, address) &&
	    inside % STRIDE >= low && *at + size <= SKEP_STACK_FRAME)
		return &run->frames[depth];
	run->stop |= base.tag != MEMORY || address < MEMORY_START ||
		     address + size > MEMORY_START + MEMORY_SIZE;
	return NULL;
}

static void read_bytes(struct run *run, const struct frame *f, u32 at, u32 size)
{
	for (u32 i = 0; i < size; i++)
		run->dead |= f->poison[at + i];
}

static void write_bytes(struct frame *f, u32 at, const void *bytes, u32 size)
{
	if (size)
		memset(&f->spill[at / 8], 0, (at + size - 1) / 8 - at / 8 + 1);
	memset(&f->poison[at], false, size);
	memcpy(&f->bytes[at], bytes, size);
}

static u64 stack_load(struct run *run, const struct frame *f, u32 at, u32 size)
{
	u64 value = 0;

	read_bytes(run, f, at, size);
	memcpy(&value, &f->bytes[at], size);
	return value;
}

static struct cell load(struct run *run, struct cell base, s16 off, u32 size)
{
	u32 at;
	struct frame *f = find(run, base, off, size, &at);
	struct cell cell = {.tag = NUMBER};

	trace(run, base.value + (u64)(s64)off);
	if (run->stop)
		return cell;
	cell.value = f ? stack_load(run, f, at, size) : draw(&run->stream);
	cell.value &= size == 8 ? ~0ull : (1ull << size * 8) - 1;
	if (f && size == 8 && at % 8 == 0 && f->spill[at / 8])
		cell.tag = f->spill[at / 8];
	return cell;
}

/* Pointers are stored whole, and none into a frame that outlives what it points to. */
static void store(struct run *run, struct cell base, s16 off, u32 size, struct cell value)
{
	u32 at;
	struct frame *f = find(run, base, off, size, &at);
	bool pointer = value.tag != NUMBER;

	trace(run, base.value + (u64)(s64)off);
	if (f && pointer && (size != 8 || at % 8))
		run->stop = true;
	if (f && value.tag == STACK && frame_top((u32)(f - run->frames)) < value.value)
		run->stop = true;
	if (!f || run->stop)
		return;
	write_bytes(f, at, &value.value, size);
	if (pointer)
		f->spill[at / 8] = value.tag;
}

static u64 extend(const struct skep_vinsn *i, u64 value)
{
	u32 unused = 64 - i->bits;

	return i->op == SKEP_LOAD_SIGN ? (u64)((s64)(value << unused) >> unused) : value;
}

/* ---- instructions */

static u64 compute(const struct skep_vinsn *i, u64 d, u64 s)
{
	switch (i->row) {
#define ALU_CASE(name, bits, from)                                                                 \
	case SKEP_INSN_##name##bits##_##from:                                                      \
		return skep_alu##bits##_##name((u##bits)d, (u##bits)s);
#define ALU(name, ...)                                                                             \
	ALU_CASE(name, 32, K) ALU_CASE(name, 32, X) ALU_CASE(name, 64, K) ALU_CASE(name, 64, X)
#define ALU_SIGN_EXTEND(name, bits, ...)                                                           \
	case SKEP_INSN_##name##_##bits:                                                            \
		return skep_alu##bits##_##name((u##bits)d, (u##bits)s);
#define ALU_ONE(name, ...)                                                                         \
	case SKEP_INSN_##name##32:                                                                 \
		return skep_alu32_##name((u32)d, 0);                                               \
	case SKEP_INSN_##name##64:                                                                 \
		return skep_alu64_##name(d, 0);
#define ALU_SWAP(name, ...)                                                                        \
	case SKEP_INSN_##name:                                                                     \
		return skep_alu64_##name(d, 0);
#include "isa/alu.def"
	}
	return 0;
}

static bool is_pointer(struct cell c)
{
	return c.tag == MEMORY || c.tag == STACK;
}

/* The tag of a 64-bit result, NOTHING for what is refused. */
static u8 result_tag(const struct skep_vinsn *i, struct cell d, struct cell s)
{
	bool add = i->op == SKEP_ALU_ADD, subtract = i->op == SKEP_ALU_SUB;

	if (d.tag == NUMBER && s.tag == NUMBER)
		return NUMBER;
	if ((add || subtract) && is_pointer(d) && s.tag == NUMBER)
		return d.tag;
	if (add && is_pointer(s) && d.tag == NUMBER)
		return s.tag;
	return subtract && d.tag == s.tag ? NUMBER : NOTHING;
}

static void run_alu(struct run *run, const struct skep_vinsn *i)
{
	struct cell s = operand(run, i), d = {.tag = NUMBER};

	if (i->op == SKEP_ALU_MOV && i->bits == 64) {
		run->r[i->dst] = s;
		return;
	}
	if (i->op != SKEP_ALU_MOV && i->op != SKEP_ALU_MOVSX8 && i->op != SKEP_ALU_MOVSX16 &&
	    i->op != SKEP_ALU_MOVSX32)
		d = get(run, i->dst);
	run->r[i->dst].tag = i->bits == 64 ? result_tag(i, d, s) : NUMBER;
	run->r[i->dst].value = compute(i, d.value, s.value);
	run->stop |= run->r[i->dst].tag == NOTHING;
	run->stop |= run->r[i->dst].tag == STACK &&
		     !same_frame(run->r[i->dst].value, d.tag == STACK ? d.value : s.value);
	if (run->r[i->dst].tag != NUMBER)
		trace(run, run->r[i->dst].value);
}

static bool compare(const struct skep_vinsn *i, u64 d, u64 s)
{
	switch (i->row) {
#define CMP_CASE(name, bits, from)                                                                 \
	case SKEP_INSN_##name##bits##_##from:                                                      \
		return skep_jump##bits##_##name((u##bits)d, (u##bits)s);
#define CMP(name, ...)                                                                             \
	CMP_CASE(name, 32, K) CMP_CASE(name, 32, X) CMP_CASE(name, 64, K) CMP_CASE(name, 64, X)
#include "isa/cmp.def"
	}
	return false;
}

static void run_jump(struct run *run, const struct skep_vinsn *i)
{
	struct cell s = operand(run, i), d = get(run, i->dst);

	if (compare(i, d.value, s.value))
		run->slot = i->target - 1;
}

static u64 atomic_new(const struct skep_vinsn *i, u64 old, u64 src, u64 expected)
{
	switch (i->op) {
	case SKEP_ATOMIC_ADD:
	case SKEP_ATOMIC_FETCH_ADD:
		return old + src;
	case SKEP_ATOMIC_OR:
	case SKEP_ATOMIC_FETCH_OR:
		return old | src;
	case SKEP_ATOMIC_AND:
	case SKEP_ATOMIC_FETCH_AND:
		return old & src;
	case SKEP_ATOMIC_XOR:
	case SKEP_ATOMIC_FETCH_XOR:
		return old ^ src;
	case SKEP_ATOMIC_CMPXCHG:
		return old == expected ? src : old;
	}
	return src;
}

static void run_atomic(struct run *run, const struct skep_vinsn *i)
{
	struct cell base = get(run, i->dst), src = get(run, i->src), expected = {.tag = NUMBER};
	struct cell old = load(run, base, i->off, i->bits / 8u);
	bool plain = i->op == SKEP_ATOMIC_ADD || i->op == SKEP_ATOMIC_OR ||
		     i->op == SKEP_ATOMIC_AND || i->op == SKEP_ATOMIC_XOR;
	struct cell new = {.tag = NUMBER};

	if (i->op == SKEP_ATOMIC_CMPXCHG)
		expected = get(run, 0);
	run->stop |= old.tag != NUMBER || src.tag != NUMBER || expected.tag != NUMBER;
	new.value = atomic_new(i, old.value, src.value, expected.value);
	if (i->bits == 32 && i->op == SKEP_ATOMIC_CMPXCHG)
		new.value = atomic_new(i, old.value, (u32)src.value, (u32)expected.value);
	store(run, base, i->off, i->bits / 8u, new);
	if (!plain)
		run->r[i->op == SKEP_ATOMIC_CMPXCHG ? 0 : i->src] = old;
}

/* ---- calls */

static void clobber(struct run *run, u64 result)
{
	for (u32 reg = 1; reg <= 5; reg++)
		run->r[reg].tag = NOTHING;
	put(run, 0, result);
}

static u32 size_of(struct run *run, const struct skep_varg *arg, u32 reg)
{
	struct skep_vmap map = {.key = 8, .value = 12}; /* of maps that nothing is known of */
	struct cell next;

	if (arg->size_kind == SKEP_VSIZE_FIXED)
		return arg->size;
	if (arg->size_kind == SKEP_VSIZE_NEXT) {
		next = get(run, reg + 1);
		run->stop |= next.tag != NUMBER || next.value > LARGEST;
		trace(run, next.value);
		return (u32)next.value;
	}
	run->stop |= run->r[1].tag != MAP;
	if (!run->stop && live_map(run->c->in.context, (u32)run->r[1].value).key)
		map = live_map(run->c->in.context, (u32)run->r[1].value);
	return arg->size_kind == SKEP_VSIZE_MAP_KEY ? map.key : map.value;
}

static void use_memory(struct run *run, const struct skep_varg *arg, u32 reg)
{
	struct cell base = get(run, reg);
	u32 size = size_of(run, arg, reg), at;
	struct frame *f = run->stop ? NULL : find(run, base, 0, size, &at);
	u8 bytes[LARGEST];

	trace(run, base.value);
	if (!f || run->stop)
		return;
	if (arg->use != SKEP_VARG_WRITE)
		read_bytes(run, f, at, size);
	for (u32 k = 0; k < size && (arg->use == SKEP_VARG_KEY || arg->use == SKEP_VARG_BOTH); k++)
		trace(run, f->bytes[at + k]);
	for (u32 k = 0; k < size; k++)
		bytes[k] = (u8)draw(&run->stream);
	if (arg->use == SKEP_VARG_WRITE || arg->use == SKEP_VARG_BOTH)
		write_bytes(f, at, bytes, size);
}

static void use_arguments(struct run *run, const struct skep_vcall *call)
{
	/* Memory is read before any is written. */
	for (u32 pass = 0; pass < 2; pass++)
		for (u32 k = 0; k < call->args; k++) {
			const struct skep_varg *arg = &call->arg[k];
			struct cell cell = get(run, k + 1);

			if (arg->use == SKEP_VARG_VALUE)
				trace(run, cell.value);
			else if (arg->use != SKEP_VARG_ANYTHING &&
				 (arg->use == SKEP_VARG_WRITE) == pass)
				use_memory(run, arg, k + 1);
		}
}

static void read_kept(struct run *run)
{
	u32 at;
	struct cell base = {run->keeps.at, STACK};
	struct frame *f;

	if (!run->keeps.size || run->keeps.depth > run->depth)
		return;
	f = find(run, base, 0, run->keeps.size, &at);
	if (f)
		read_bytes(run, f, at, run->keeps.size);
}

static void enter(struct run *run, u32 target, bool calls_back)
{
	struct frame *f = &run->frames[run->depth];

	if (run->depth + 1 == SKEP_CALL_FRAMES) {
		run->stop = true;
		return;
	}
	memcpy(f->kept, &run->r[6], sizeof(f->kept));
	f->call = run->slot;
	f->calls_back = calls_back;
	run->depth++;
	memset(&run->frames[run->depth], 0, sizeof(*f));
	run->r[10].value = frame_top(run->depth);
	for (u32 reg = 6; reg < 10; reg++)
		run->r[reg].tag = NOTHING;
	run->r[0].tag = NOTHING;
	run->slot = target - 1;
}

static void next_round(struct run *run, struct frame *f, u32 function)
{
	clobber(run, 0);
	put(run, 1, f->round);
	run->r[2] = f->given;
	enter(run, function, true);
}

static void call_back(struct run *run)
{
	struct frame *f = &run->frames[run->depth];
	struct cell rounds = get(run, 1), function = get(run, 2);

	run->stop |= rounds.tag != NUMBER || function.tag != FUNCTION;
	if (run->stop)
		return;
	f->rounds = rounds.value % 4;
	f->round = 0;
	f->given = run->r[3];
	if (f->rounds)
		next_round(run, f, (u32)function.value);
	else
		clobber(run, 0);
}

static void run_helper(struct run *run, const struct skep_vinsn *i)
{
	struct skep_vcall call;
	u64 result = draw(&run->stream);

	if (!live_call(NULL, i, &call)) {
		run->stop = true;
		return;
	}
	use_arguments(run, &call);
	if (run->stop)
		return;
	if (call.flags & SKEP_VC_CALLS_BACK) {
		call_back(run);
		return;
	}
	if (call.flags & SKEP_VC_KEEPS && run->r[1].tag == STACK) {
		run->keeps.at = run->r[1].value;
		run->keeps.size = (u32)run->r[2].value;
		run->keeps.depth = (u32)((run->keeps.at - STACK_START) / STRIDE);
	}
	if (call.args == 0)
		read_kept(run);
	clobber(run, result);
	if (i->imm == BPF_FUNC_map_lookup_elem)
		run->r[0] = (struct cell){MEMORY_START, MEMORY};
}

static void run_call(struct run *run, const struct skep_vinsn *i)
{
	if (i->op == SKEP_CALL_LOCAL)
		enter(run, i->target, false);
	else
		run_helper(run, i);
}

/* Back to the frame below, or into its callback once more. */
static void leave(struct run *run)
{
	struct cell result = run->r[0];
	u32 function = run->c->funcs[run->c->func_of[run->slot]].start;
	struct frame *f = &run->frames[--run->depth];

	run->stop |= result.tag == STACK;
	memcpy(&run->r[6], f->kept, sizeof(f->kept));
	run->r[10].value = frame_top(run->depth);
	run->slot = f->call;
	if (run->keeps.depth > run->depth)
		run->keeps.size = 0;
	clobber(run, 0);
	run->r[0] = result;
	if (!f->calls_back)
		return;
	trace(run, result.value);
	run->stop |= result.tag != NUMBER;
	if (result.value % 4 == 0 && ++f->round < f->rounds)
		next_round(run, f, function);
	else
		put(run, 0, f->round);
}

static void run_exit(struct run *run)
{
	bool waits = run->depth && !run->frames[run->depth - 1].calls_back;

	run->dead |= run->r[0].tag == POISON;
	run->stop |= !waits && run->r[0].tag != NUMBER;
	if (run->stop || run->dead)
		return;
	if (run->depth) {
		leave(run);
		return;
	}
	if (run->c->in.checks_return)
		trace(run, run->r[0].value);
	run->out.end = LIVE_ENDS;
	run->stop = true;
}

static void run_wide(struct run *run, const struct skep_vinsn *i)
{
	struct cell *d = &run->r[i->dst];

	switch (i->op) {
	case SKEP_WIDE_NUMBER:
		*d = (struct cell){(u64)(u32)i[1].imm << 32 | (u32)i->imm, NUMBER};
		break;
	case SKEP_WIDE_MAP_FD:
		*d = (struct cell){run->slot, MAP};
		break;
	case SKEP_WIDE_FUNCTION:
		*d = (struct cell){i->target, FUNCTION};
		break;
	default:
		*d = (struct cell){MEMORY_START, MEMORY};
	}
	run->slot++;
}

static void run_insn(struct run *run)
{
	const struct skep_vinsn *i = &run->c->insns[run->slot];
	struct cell value;

	switch (i->kind) {
	case SKEP_KIND_ALU:
		run_alu(run, i);
		break;
	case SKEP_KIND_JUMP:
		run_jump(run, i);
		break;
	case SKEP_KIND_MAY:
		if (draw(&run->stream) % 2)
			run->slot = i->target - 1;
		break;
	case SKEP_KIND_JA:
		run->slot = i->target - 1;
		break;
	case SKEP_KIND_LOAD:
		value = load(run, get(run, i->src), i->off, i->bits / 8u);
		value.value = extend(i, value.value);
		run->r[i->dst] = value;
		break;
	case SKEP_KIND_STORE:
		value = operand(run, i);
		store(run, get(run, i->dst), i->off, i->bits / 8u, value);
		break;
	case SKEP_KIND_ATOMIC:
		run_atomic(run, i);
		break;
	case SKEP_KIND_CALL:
		run_call(run, i);
		break;
	case SKEP_KIND_EXIT:
		run_exit(run);
		break;
	case SKEP_KIND_WIDE:
		run_wide(run, i);
		break;
	case SKEP_KIND_PACKET:
		run->stop |= get(run, 6).tag != MEMORY;
		if (i->op == SKEP_PACKET_IND)
			run->stop |= get(run, i->src).tag != NUMBER;
		clobber(run, draw(&run->stream));
	}
	run->r[10].tag = STACK;
}

struct live_outcome live_run(const struct skep_vcode *c, u64 seed, enum live_change how,
			     u64 change_seed)
{
	struct run *run = skep_alloc(sizeof(*run));
	struct live_outcome out = {.end = LIVE_STOPS};

	if (!run)
		return out;
	*run = (struct run){.c = c, .stream = seed, .random = change_seed, .change = how};
	run->out.end = LIVE_STOPS;
	run->r[1] = (struct cell){MEMORY_START, MEMORY};
	run->r[10] = (struct cell){frame_top(0), STACK};
	while (!run->stop && !run->dead && run->out.steps < STEPS) {
		run->out.slot = run->slot;
		if (how && draw(&run->random) % 2)
			change(run);
		trace(run, run->slot);
		run_insn(run);
		run->slot++;
		run->out.steps++;
	}
	if (run->dead)
		run->out.end = LIVE_READS_DEAD;
	else if (!run->stop)
		run->out.end = LIVE_TIRES;
	out = run->out;
	skep_free(run);
	return out;
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "oracle.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/diag.h"
#include "claims.h"
#include "interpreter.h"
#include "isa/isa.h"
#include "prog/prog.h"
#include "proved.h"
#include "verify/rank.h"

enum { PAGE = 4096 };

/* What a program runs on. Fields of a context hold addresses in 32 bits, so packets lie below 4
 * GiB.
 */
struct world {
	_Alignas(8) u8 value[MAKER_VALUE];
	_Alignas(8) u8 frozen[MAKER_VALUE];
	_Alignas(8) u8 context[192];
	u8 *packet; /* MAKER_PACKET bytes at the most, and nothing behind them */
	u32 packet_size;
	u64 state; /* of the generator */
};

struct oracle {
	struct skep_run run; /* first: the interpreter hands it out */
	const struct oracle_question *q;
	struct oracle_result *result;
	struct world world;
	struct claims *claims; /* one a slot */
	struct proved proved;
	bool exact;
};

/* ---- inputs */

static u64 next(struct world *w)
{
	w->state = w->state * 6364136223846793005u + 1442695040888963407u;
	return w->state >> 20;
}

static u64 extreme(struct world *w)
{
	static const u64 often[] = {0,		1,
				    2,		3,
				    7,		8,
				    15,		16,
				    31,		32,
				    33,		40,
				    47,		48,
				    56,		63,
				    64,		65,
				    100,	127,
				    128,	255,
				    256,	0x7fff,
				    0x8000,	0xffff,
				    0x10000,	0x7fffffff,
				    0x80000000, 0xffffffff,
				    1ULL << 32, INT64_MAX,
				    1ULL << 63, UINT64_MAX,
				    -2ULL,	-8ULL,
				    -64ULL,	0xffffffff80000000};

	switch (next(w) % 4) {
	case 0:
		return next(w) << 32 ^ next(w);
	case 1:
		return often[next(w) % SKEP_COUNT(often)] + next(w) % 3 - 1;
	case 2:
		return next(w) % 70;
	default:
		return often[next(w) % SKEP_COUNT(often)];
	}
}

static void fill(struct world *w, u8 *at, u32 size)
{
	for (u32 i = 0; i + 8 <= size; i += 8) {
		u64 value = next(w) % 3 ? extreme(w) : (extreme(w) << 32 | (u32)extreme(w));

		memcpy(at + i, &value, 8);
	}
}

static void set_ends(struct world *w)
{
	u32 ends[2] = {(u32)(uintptr_t)w->packet, (u32)(uintptr_t)w->packet + w->packet_size};

	memcpy(w->context, ends, sizeof(ends));
}

static void make_input(struct oracle *o)
{
	struct world *w = &o->world;

	fill(w, w->value, sizeof(w->value));
	fill(w, w->context, sizeof(w->context));
	w->packet_size = (u32)(next(w) % 2 ? next(w) % (MAKER_PACKET + 1) : 0x40 + next(w) % 64);
	fill(w, w->packet, MAKER_PACKET);
	if (o->q->program->xdp)
		set_ends(w);
}

/* ---- claims */

static u64 base_of(const struct oracle *o, u8 type, const u64 *r)
{
	const struct world *w = &o->world;

	switch (type) {
	case SKEP_REG_CTX:
		return (u64)(uintptr_t)w->context;
	case SKEP_REG_PACKET:
		return (u64)(uintptr_t)w->packet;
	case SKEP_REG_PACKET_END:
		return (u64)(uintptr_t)w->packet + w->packet_size;
	case SKEP_REG_STACK:
		return r[10];
	default:
		return 0;
	}
}

/* A pointer to a value: of the one map or the other. */
static bool in_values(const struct oracle *o, const struct claim *c, u64 value)
{
	u64 in_value = value - (u64)(uintptr_t)o->world.value,
	    in_frozen = value - (u64)(uintptr_t)o->world.frozen;
	struct skep_scalar a = skep_scalar_const(in_value), b = skep_scalar_const(in_frozen);

	return skep_scalar_within(&c->v, &a) || skep_scalar_within(&c->v, &b);
}

static bool holds(const struct oracle *o, const struct claim *c, u64 value, const u64 *r)
{
	struct skep_scalar v;

	if (!c->made || c->open || (c->null && !value))
		return true;
	if (c->type == SKEP_REG_MAP_VALUE)
		return in_values(o, c, value);
	v = skep_scalar_const(value - base_of(o, c->type, r));
	if (!skep_scalar_within(&c->v, &v))
		return false;
	return c->type != SKEP_REG_PACKET || c->proven <= 0 ||
	       value + (u64)c->proven <= base_of(o, SKEP_REG_PACKET_END, r);
}

static bool broken(struct oracle *o, const char *what, u32 insn, u64 value)
{
	o->result->verdict = ORACLE_BROKEN;
	snprintf(o->result->what, sizeof(o->result->what), "instruction %u: %.140s (0x%llx)", insn,
		 what, (unsigned long long)value);
	return false;
}

static bool check_registers(struct oracle *o, const struct claims *c, u32 insn, const u64 *r)
{
	for (u32 n = 0; n < CLAIM_REGS; n++) {
		char what[16];

		if (!(c->live >> n & 1) || holds(o, &c->regs[n], r[n], r))
			continue;
		snprintf(what, sizeof(what), "r%u", n);
		return broken(o, what, insn, r[n]);
	}
	return true;
}

static bool check_slots(struct oracle *o, const struct claims *c, u32 insn, const u64 *r)
{
	for (u32 n = 0; n < CLAIM_SLOTS; n++) {
		char what[24];
		u64 value;

		memcpy(&value, (const void *)(uintptr_t)(r[10] - 8 * (n + 1)), 8);
		if (holds(o, &c->slots[n], value, r))
			continue;
		snprintf(what, sizeof(what), "stack at r10-%u", 8 * (n + 1));
		return broken(o, what, insn, value);
	}
	return true;
}

bool interpreter_look(struct skep_run *run, u32 insn, const u64 *r)
{
	struct oracle *o = (struct oracle *)(void *)run;
	const struct claims *c = &o->claims[insn];
	s64 before = o->proved.last;
	const char *wrong = proved_look(&o->proved, insn, r);

	o->result->executions++;
	if (!c->seen)
		return broken(o, "the verifier has never been here", insn, 0);
	if (wrong)
		return broken(o, wrong, insn, (u64)before);
	return !o->exact || (check_registers(o, c, insn, r) && check_slots(o, c, insn, r));
}

/* ---- helpers */

static void place(struct oracle *o, u32 number, struct proved_place where, u32 size)
{
	where.high = where.low + size;
	o->proved.places[number] = where;
}

/* The packet as it is now. */
static void place_packet(struct oracle *o)
{
	const struct world *w = &o->world;

	o->run.regions[3] =
	    (struct skep_region){"packet", (u64)(uintptr_t)w->packet, w->packet_size, true};
	place(o, 3, (struct proved_place){SKEP_REG_PACKET, 0, (u64)(uintptr_t)w->packet, 0},
	      w->packet_size);
}

static u64 get_random(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)r1, (void)r2, (void)r3, (void)r4, (void)r5;
	return (u32)extreme(&((struct oracle *)(void *)run)->world);
}

static u64 lookup(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	struct oracle *o = (struct oracle *)(void *)run;
	u32 key;

	(void)r3, (void)r4, (void)r5;
	if (r1 != (u64)(uintptr_t)o->q->maps || !skep_run_allows(run, r2, sizeof(key), false)) {
		broken(o, "arguments of map_lookup_elem", 0, r2);
		return 0;
	}
	memcpy(&key, (const void *)(uintptr_t)r2, sizeof(key));
	if (!proved_key(&o->proved, key)) {
		broken(o, "another key than was known", (u32)o->proved.last, key);
		return 0;
	}
	return key ? 0 : (u64)(uintptr_t)o->world.value;
}

static u64 adjust_tail(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	struct oracle *o = (struct oracle *)(void *)run;
	s64 size = (s64)o->world.packet_size + (s32)r2;

	(void)r1, (void)r3, (void)r4, (void)r5;
	if (size < 0 || size > MAKER_PACKET)
		return (u64)-EINVAL;
	o->world.packet_size = (u32)size;
	set_ends(&o->world);
	place_packet(o);
	return 0;
}

static u64 loop(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	struct oracle *o = (struct oracle *)(void *)run;
	u32 i;

	(void)r4, (void)r5;
	for (i = 0; i < (u32)r1; i++) {
		u64 stop = skep_run_callback(run, r2, i, r3, 0, 0, 0);

		if (run->fault != SKEP_FAULT_NONE || o->result->verdict == ORACLE_BROKEN)
			break;
		if (stop > 1)
			broken(o, "what a callback returns", (u32)o->proved.last, stop);
		if (stop)
			return i + 1;
	}
	return i;
}

static const skep_helper table[] = {
    [BPF_FUNC_loop] = loop,
    [BPF_FUNC_xdp_adjust_tail] = adjust_tail,
    [BPF_FUNC_map_lookup_elem] = lookup,
    [BPF_FUNC_get_prandom_u32] = get_random,
};

/* ---- running */

static void set_wide(struct bpf_insn *i, const void *at)
{
	u64 value = (u64)(uintptr_t)at;

	i[0].src_reg = 0;
	i[0].imm = (s32)value;
	i[1].imm = (s32)(value >> 32);
}

/* Maps become addresses. */
static void resolve(struct oracle *o, struct bpf_insn *insns, u32 count)
{
	for (u32 i = 0; i < count; i++) {
		u8 *block = insns[i].imm ? o->world.frozen : o->world.value;

		if (insns[i].code != SKEP_OPCODE_WIDE)
			continue;
		if (insns[i].src_reg == BPF_PSEUDO_MAP_IDX)
			set_wide(&insns[i], o->q->maps);
		else if (insns[i].src_reg == BPF_PSEUDO_MAP_IDX_VALUE)
			set_wide(&insns[i], block + insns[i + 1].imm);
		i++;
	}
}

/* Where a run has its memory, and that it begins. */
static void place_memory(struct oracle *o)
{
	const struct world *w = &o->world;

	place(o, 0, (struct proved_place){SKEP_REG_CTX, 0, (u64)(uintptr_t)w->context, 0},
	      sizeof(w->context));
	place(o, 1, (struct proved_place){SKEP_REG_MAP_VALUE, 1, (u64)(uintptr_t)w->value, 0},
	      sizeof(w->value));
	place(o, 2, (struct proved_place){SKEP_REG_MAP_VALUE, 2, (u64)(uintptr_t)w->frozen, 0},
	      sizeof(w->frozen));
	place_packet(o);
	o->proved.last = PROVED_NOWHERE;
}

static void run_once(struct oracle *o, const struct skep_code *code)
{
	struct world *w = &o->world;
	struct skep_diag d = {0};

	make_input(o);
	o->result->runs++;
	o->run = (struct skep_run){.code = code, .budget = 1000000, .region_count = 4};
	o->run.regions[0] =
	    (struct skep_region){"context", (u64)(uintptr_t)w->context, sizeof(w->context), true};
	o->run.regions[1] =
	    (struct skep_region){"value", (u64)(uintptr_t)w->value, sizeof(w->value), true};
	o->run.regions[2] =
	    (struct skep_region){"frozen", (u64)(uintptr_t)w->frozen, sizeof(w->frozen), false};
	place_memory(o);
	code->enter(&o->run, (u64)(uintptr_t)w->context, 0, 0, 0);
	if (o->result->verdict == ORACLE_BROKEN || o->run.fault == SKEP_FAULT_NONE)
		return;
	skep_run_explain(&o->run, &d);
	broken(o, d.what, o->run.fault_insn, o->run.fault_address);
}

static void run_all(struct oracle *o)
{
	const struct skep_helpers helpers = {.table = table, .count = SKEP_COUNT(table)};
	struct skep_diag d = {0};
	struct skep_prog *prog =
	    skep_prog_new(SKEP_PROG_RAW, o->q->program->insns, o->q->program->count, NULL);
	struct skep_code *code;

	if (!prog)
		return;
	resolve(o, prog->insns, prog->count);
	code = interpreter_make(prog, &helpers, &d);
	if (!code)
		broken(o, d.what, 0, 0);
	for (u32 i = 0; code && i < o->q->runs && o->result->verdict == ORACLE_HOLDS; i++)
		run_once(o, code);
	skep_code_free(code);
	skep_prog_free(prog);
}

/* ---- verifying */

static void note(struct skep_walk *w, void *data)
{
	struct oracle *o = data;

	if (o->exact && w->visited == 1) {
		memset(w->code.precise_regs, 0xff, w->code.count * sizeof(*w->code.precise_regs));
		memset(w->code.precise_stack, 0xff, w->code.count * sizeof(*w->code.precise_stack));
	}
	claims_add(&o->claims[w->now->insn], w);
}

static void nothing(struct skep_walk *w, void *data)
{
	(void)w, (void)data;
}

/* Pruning by value alone (exact), so that what holds for the states that were looked at holds for
 * all; or as it is, and then nothing is claimed but that the program is safe. */
static bool verify(struct oracle *o)
{
	const struct made *p = o->q->program;
	const struct skep_watch watch = {.data = o, .before = note, .after = nothing};
	struct skep_verify_input in = {.insns = p->insns,
				       .count = p->count,
				       .prog_type =
					   p->xdp ? BPF_PROG_TYPE_XDP : BPF_PROG_TYPE_SOCKET_FILTER,
				       .gpl = true,
				       .maps = o->q->maps->list,
				       .map_count = o->q->maps->count};
	struct skep_verify_options options = {.beyond = o->q->beyond, .budget = 30000};
	struct skep_walk *w = calloc(1, sizeof(*w));
	struct skep_verdict verdict = {0};
	struct skep_diag d = {0};
	bool ok;

	memset(o->claims, 0, MAKER_MAX * sizeof(*o->claims));
	skep_walk_init(w, &in, &options, &verdict);
	w->watch = &watch;
	ok = skep_walk_all(w, &d);
	o->result->widened |= ok && w->ranks && w->ranks->used;
	skep_walk_fini(w);
	free(w);
	if (ok) {
		proved_fini(&o->proved);
		proved_init(&o->proved, verdict.facts, p->insns, p->count);
		verdict.facts = NULL;
	}
	skep_verdict_fini(&verdict);
	return ok;
}

static void ask_one(struct oracle *o, bool exact)
{
	o->exact = exact;
	if (!verify(o))
		return;
	o->result->verdict = ORACLE_HOLDS;
	run_all(o);
}

/* A page below 4 GiB. */
static u8 *low_page(void)
{
	for (u64 at = 0x10000000; at < 0xf0000000; at += 0x1000000) {
		u8 *page = mmap((void *)(uintptr_t)at, PAGE, PROT_READ | PROT_WRITE,
				MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

		if (page != MAP_FAILED && (u64)(uintptr_t)page < 0xf0000000)
			return page;
		if (page != MAP_FAILED)
			munmap(page, PAGE);
	}
	abort();
}

void oracle_ask(const struct oracle_question *q, struct oracle_result *result)
{
	struct oracle *o = calloc(1, sizeof(*o));

	*result = (struct oracle_result){.verdict = ORACLE_REFUSED};
	o->q = q;
	o->result = result;
	o->world.state = q->seed;
	o->claims = calloc(MAKER_MAX, sizeof(*o->claims));
	o->world.packet = low_page();
	for (u32 i = 0; i < MAKER_VALUE; i++)
		o->world.frozen[i] = maker_frozen(i);
	ask_one(o, false);
	if (result->verdict == ORACLE_HOLDS)
		ask_one(o, true);
	proved_fini(&o->proved);
	munmap(o->world.packet, PAGE);
	free(o->claims);
	free(o);
}

const char *oracle_maps(struct subject_maps *maps)
{
	char text[512] = "values array 4 64 1\nfrozen array 4 64 1 rdonly_prog frozen=";

	for (u32 i = 0; i < MAKER_VALUE; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%02x", maker_frozen(i));
	return subject_read_maps(maps, text);
}

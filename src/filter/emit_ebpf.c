/* SPDX-License-Identifier: BSD-2-Clause */
/* From the decision graph to eBPF with direct packet access.
 *
 * As for classic BPF, each step gets its body first, knowing what the registers hold on every way
 * to it, and the bodies are then put together from the last to the first, when the distance of
 * every jump is known. A step of which no way leads to "accept" (emit_ebpf_need.c) is a jump to
 * the rejecting end. */
#include "filter/emit_ebpf.h"
#include "base/array.h"
#include "base/diag.h"
#include "prog/prog.h"

enum {
	TABLE_FROM = 1000,    /* larger sets are looked up in data */
	FARTHEST = INT16_MAX, /* distance of a jump */
	LONG_JUMP = BPF_JMP32 | BPF_JA,
};

enum outcome { DECIDED_NO, DECIDED_YES, OPEN };

struct body {
	size_t first;
	u32 count;
	u8 outcome;	      /* enum outcome */
	bool reached;	      /* at_entry is valid */
	struct bpf_insn jump; /* OPEN: to `yes`, without its distance */
	struct skep_ebpf_state at_entry;
};

struct layout {
	struct skep_ebpf *e;
	const struct body *bodies;
	u32 *rest; /* by step: instructions from its first to the end of the program */
	struct {
		struct bpf_insn *data;
		size_t count, room;
	} out; /* the program, last instruction first */
	bool failed;
};

static skep_nid resolve(const struct skep_ebpf *e, skep_nid n)
{
	if (n > SKEP_NODE_ACCEPT && e->needs.want[e->plan.position[n]] == SKEP_NOWHERE)
		return SKEP_NODE_REJECT;
	return n;
}

static void meet(struct body *b, const struct skep_ebpf_state *s)
{
	struct skep_ebpf_state *to = &b->at_entry;

	if (!b->reached) {
		b->reached = true;
		*to = *s;
		return;
	}
	if (s->have < to->have)
		to->have = s->have;
	for (u32 i = 0; i < SKEP_EBPF_REGS; i++) {
		struct skep_ebpf_reg *a = &to->r[i];
		const struct skep_ebpf_reg *c = &s->r[i];

		if (a->form != c->form || a->value != c->value || a->bias != c->bias)
			*a = (struct skep_ebpf_reg){0};
	}
}

static void decide(struct skep_ebpf *e, struct body *b, const struct skep_step *s, bool yes)
{
	skep_ebpf_ensure(e, s->a);
	b->outcome = yes ? DECIDED_YES : DECIDED_NO;
}

/* value(a) against a constant. */
static void test_constant(struct skep_ebpf *e, struct body *b, const struct skep_step *s)
{
	u32 k = s->b;
	u8 size, r;

	if ((s->cmp == SKEP_CMP_EQ || s->cmp == SKEP_CMP_SET) &&
	    skep_ebpf_has_wire(e, s->a, &size)) {
		u32 fits = size == 2 ? (u16)k : k;

		if (s->cmp == SKEP_CMP_EQ ? fits != k : fits == 0) {
			decide(e, b, s, false);
			return;
		}
		r = skep_ebpf_wire(e, s->a);
		k = skep_ebpf_as_wire(fits, size);
	} else {
		r = skep_ebpf_value(e, s->a);
	}
	b->jump.code |= BPF_K;
	b->jump.dst_reg = r & 15u;
	b->jump.imm = (s32)k;
}

static void test(struct skep_ebpf *e, struct body *b, const struct skep_step *s)
{
	static const u8 codes[] = {[SKEP_CMP_EQ] = BPF_JEQ,
				   [SKEP_CMP_GT] = BPF_JGT,
				   [SKEP_CMP_GE] = BPF_JGE,
				   [SKEP_CMP_SET] = BPF_JSET};
	u8 ra, rb;

	b->outcome = OPEN;
	b->jump = (struct bpf_insn){.code = BPF_JMP32 | codes[s->cmp]};
	if (s->imm) {
		test_constant(e, b, s);
		return;
	}
	skep_ebpf_values(e, s->a, s->b, &ra, &rb);
	b->jump.code |= BPF_X;
	b->jump.dst_reg = ra & 15u;
	b->jump.src_reg = rb & 15u;
}

static void write_body(struct skep_ebpf *e, struct body *b, const struct skep_step *s)
{
	b->first = e->code.count;
	e->now = b->at_entry;
	if (e->now.have < e->needs.own[e->at])
		skep_ebpf_check(e, e->needs.want[e->at]);
	if (s->kind == SKEP_COND_NEED) {
		decide(e, b, s, true);
	} else if (s->kind == SKEP_COND_IN) {
		b->jump = skep_ebpf_look_up(e, s);
		b->outcome = OPEN;
	} else {
		test(e, b, s);
	}
	b->count = (u32)(e->code.count - b->first);
}

/* r1 = struct xdp_md, of which the packet's two ends are needed. */
static void write_prologue(struct skep_ebpf *e)
{
	if (e->target->type != SKEP_PROG_XDP)
		return;
	skep_ebpf_load(e, 4, BPF_REG_2, BPF_REG_1, offsetof(struct xdp_md, data_end));
	skep_ebpf_load(e, 4, BPF_REG_1, BPF_REG_1, offsetof(struct xdp_md, data));
	if (e->pool & 1u << BPF_REG_3)
		return;
	skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, BPF_REG_3, BPF_REG_2);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_SUB, BPF_REG_3, BPF_REG_1);
	skep_ebpf_alu(e, BPF_ALU | BPF_MOV, BPF_REG_3, BPF_REG_3); /* for the verifier: 32 bits */
}

static bool write_bodies(struct skep_ebpf *e, struct body *bodies)
{
	static const struct skep_ebpf_state nothing = {0};
	const struct skep_plan *p = &e->plan;

	for (e->at = 0; e->at < p->count && !e->failed; e->at++) {
		skep_nid n = p->order[e->at];
		const struct skep_step *s = &p->steps.data[n];
		struct body *b = &bodies[e->at];

		if (resolve(e, n) <= SKEP_NODE_ACCEPT || (n != p->entry && !b->reached))
			continue;
		if (!p->g->optimise && n < p->g->nodes.count)
			b->at_entry = nothing;
		write_body(e, b, s);
		if (b->outcome != DECIDED_NO)
			meet(&bodies[p->position[s->yes]], &e->now);
		if (b->outcome != DECIDED_YES)
			meet(&bodies[p->position[s->no]], &e->now);
		b->reached = true;
	}
	return !e->failed;
}

/* --- putting the bodies together, from the end ----------------------------------------------- */

static void put(struct layout *l, struct bpf_insn insn)
{
	if (!SKEP_PUSH(&l->out, insn))
		l->failed = true;
}

static u32 distance(const struct layout *l, skep_nid to)
{
	return (u32)l->out.count - l->rest[resolve(l->e, to)];
}

static void put_jump(struct layout *l, skep_nid to)
{
	u32 far = distance(l, to);

	if (far == 0)
		return;
	if (far <= FARTHEST)
		put(l, (struct bpf_insn){.code = BPF_JMP | BPF_JA, .off = (s16)far});
	else
		put(l, (struct bpf_insn){.code = LONG_JUMP, .imm = (s32)far});
}

/* The jump that is taken where `jump` is not; BPF_JSET has none. */
static struct bpf_insn inverted(struct bpf_insn jump)
{
	static const u8 pairs[][2] = {{BPF_JEQ, BPF_JNE}, {BPF_JGT, BPF_JLE}, {BPF_JGE, BPF_JLT}};
	u8 op = BPF_OP(jump.code);

	for (size_t i = 0; i < SKEP_COUNT(pairs); i++) {
		if (op == pairs[i][0] || op == pairs[i][1]) {
			jump.code = (u8)((jump.code & ~0xf0u) | pairs[i][op == pairs[i][0]]);
			break;
		}
	}
	return jump;
}

/* A conditional jump; what is put already is where it goes on if it is not taken. */
static void put_conditional(struct layout *l, struct bpf_insn jump, skep_nid to)
{
	u32 far = distance(l, to);

	if (far <= FARTHEST) {
		jump.off = (s16)far;
		put(l, jump);
		return;
	}
	put_jump(l, to);
	if (BPF_OP(jump.code) == BPF_JSET) {
		put(l, (struct bpf_insn){.code = BPF_JMP | BPF_JA, .off = 1});
	} else {
		jump = inverted(jump);
	}
	jump.off = 1;
	put(l, jump);
}

static void put_test(struct layout *l, const struct body *b, const struct skep_step *s)
{
	if (b->outcome != OPEN) {
		put_jump(l, b->outcome == DECIDED_YES ? s->yes : s->no);
		return;
	}
	if (distance(l, s->yes) == 0 && BPF_OP(b->jump.code) != BPF_JSET) {
		if (distance(l, s->no) != 0)
			put_conditional(l, inverted(b->jump), s->no);
		return;
	}
	put_jump(l, s->no);
	put_conditional(l, b->jump, s->yes);
}

static void put_step(struct layout *l, u32 position)
{
	const struct skep_ebpf *e = l->e;
	skep_nid n = e->plan.order[position];
	const struct body *b = &l->bodies[position];

	if (resolve(e, n) <= SKEP_NODE_ACCEPT || !b->reached)
		return;
	put_test(l, b, &e->plan.steps.data[n]);
	for (u32 i = b->count; i-- > 0;) {
		const struct skep_ebpf_insn *insn = &e->code.data[b->first + i];

		if (insn->to == SKEP_NOWHERE)
			put(l, insn->insn);
		else
			put_conditional(l, insn->insn, insn->to);
	}
	l->rest[n] = (u32)l->out.count;
}

static void put_end(struct layout *l, skep_nid verdict, u32 result)
{
	put(l, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
	put(l, (struct bpf_insn){.code = BPF_ALU | BPF_MOV | BPF_K, .imm = (s32)result});
	l->rest[verdict] = (u32)l->out.count;
}

/* The verifier refuses instructions that nothing leads to: each end is written only if it is used.
 */
static void find_ends(const struct skep_ebpf *e, const struct body *bodies, bool used[2])
{
	used[SKEP_NODE_REJECT] = used[SKEP_NODE_ACCEPT] = false;
	if (resolve(e, e->plan.entry) <= SKEP_NODE_ACCEPT)
		used[resolve(e, e->plan.entry)] = true;
	for (u32 i = 0; i < e->plan.count; i++) {
		const struct skep_step *s = &e->plan.steps.data[e->plan.order[i]];
		const struct body *b = &bodies[i];

		if (resolve(e, e->plan.order[i]) <= SKEP_NODE_ACCEPT || !b->reached)
			continue;
		if (b->outcome != DECIDED_NO && resolve(e, s->yes) <= SKEP_NODE_ACCEPT)
			used[resolve(e, s->yes)] = true;
		if (b->outcome != DECIDED_YES && resolve(e, s->no) <= SKEP_NODE_ACCEPT)
			used[resolve(e, s->no)] = true;
	}
	for (size_t i = 0; i < e->code.count; i++)
		if (e->code.data[i].to != SKEP_NOWHERE && resolve(e, e->code.data[i].to) <= 1)
			used[resolve(e, e->code.data[i].to)] = true;
}

static bool lay_out(struct layout *l, size_t prologue)
{
	struct skep_ebpf *e = l->e;
	bool used[2];

	l->rest = skep_arena_array(e->plan.arena, e->plan.steps.count, sizeof(*l->rest));
	if (!l->rest)
		return false;
	find_ends(e, l->bodies, used);
	if (used[SKEP_NODE_REJECT])
		put_end(l, SKEP_NODE_REJECT, e->target->reject);
	if (used[SKEP_NODE_ACCEPT])
		put_end(l, SKEP_NODE_ACCEPT, e->target->accept);
	for (u32 i = e->plan.count; i-- > 0 && !l->failed;)
		put_step(l, i);
	for (size_t i = prologue; i-- > 0 && resolve(e, e->plan.entry) > SKEP_NODE_ACCEPT;)
		put(l, e->code.data[i].insn);
	for (size_t i = 0; i < l->out.count / 2 && !l->failed; i++) {
		struct bpf_insn swap = l->out.data[i];

		l->out.data[i] = l->out.data[l->out.count - 1 - i];
		l->out.data[l->out.count - 1 - i] = swap;
	}
	return !l->failed;
}

/* --- the whole ------------------------------------------------------------------------------- */

/* Registers 3 and 4 are given out as well unless the filter asks for what they hold. */
static bool find_values(struct skep_ebpf *e)
{
	const struct skep_plan *p = &e->plan;
	size_t count = p->g->values.count;

	e->only_base = skep_arena_alloc(p->arena, count);
	e->has_chain = skep_arena_alloc(p->arena, count);
	e->tables = skep_arena_array(p->arena, p->g->sets.count, sizeof(*e->tables));
	if (!e->only_base || !e->has_chain || !e->tables)
		return skep_fail_nomem(e->diag);
	e->pool = 1u << 0 | 0x1fu << 5 | 1u << 3 | 1u << 4;
	for (size_t i = 0; i < count; i++)
		e->only_base[i] = true;
	for (size_t i = 0; i < count; i++) {
		const struct skep_value *v = &p->g->values.data[i];

		e->has_chain[i] = v->kind == SKEP_VALUE_CHAIN;
		if (v->kind == SKEP_VALUE_ALU) {
			e->has_chain[i] = e->has_chain[v->a] || e->has_chain[v->b];
			e->only_base[v->a] = e->only_base[v->b] = false;
		}
		if (v->kind == SKEP_VALUE_CHAIN)
			e->only_base[v->a] = false;
		if (v->kind == SKEP_VALUE_LEN && p->uses[i])
			e->pool &= (u16) ~(1u << 3);
		if (v->kind == SKEP_VALUE_META && p->uses[i])
			e->pool &= (u16) ~(1u << 4);
	}
	for (u32 i = 0; i < p->count; i++) {
		const struct skep_step *s = &p->steps.data[p->order[i]];

		e->only_base[s->a] = false;
		if (s->kind == SKEP_COND_TEST && !s->imm)
			e->only_base[s->b] = false;
	}
	return true;
}

static bool check_target(const struct skep_ebpf *e)
{
	if (e->target->type == SKEP_PROG_RAW || (e->pool & 1u << 4))
		return true;
	skep_fail(e->diag, SKEP_E_UNSUPPORTED,
		  "an XDP program does not see what Linux keeps beside the packet's bytes, such as "
		  "the direction and a VLAN tag that was taken out");
	return skep_hint(e->diag, "compile it without `live`");
}

static bool emit(struct skep_ebpf *e, struct layout *l)
{
	struct body *bodies = skep_alloc(e->plan.count * sizeof(*bodies));
	size_t prologue;
	bool ok = bodies && skep_ebpf_find_needs(e);

	if (ok) {
		write_prologue(e);
		prologue = e->code.count;
		l->bodies = bodies;
		ok = write_bodies(e, bodies) && lay_out(l, prologue);
	}
	if (!ok && !e->failed)
		skep_fail_nomem(e->diag);
	skep_free(bodies);
	return ok;
}

struct skep_prog *skep_emit_ebpf(struct skep_graph *g, const struct skep_ebpf_target *target,
				 struct skep_diag *d)
{
	struct skep_arena arena = {0};
	struct skep_ebpf e = {.plan.no_follows_set = true, .target = target, .diag = d};
	struct layout l = {.e = &e};
	struct skep_prog *prog = NULL;

	if (skep_plan_init(&e.plan, g, TABLE_FROM, &arena, d) && find_values(&e) &&
	    check_target(&e) && emit(&e, &l))
		prog = skep_prog_new(target->type, l.out.data, (u32)l.out.count, d);
	if (prog && !skep_ebpf_fill_tables(&e, prog)) {
		skep_prog_free(prog);
		prog = NULL;
	}
	skep_plan_fini(&e.plan);
	skep_free(e.code.data);
	skep_free(l.out.data);
	skep_arena_fini(&arena);
	return prog;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* From the decision graph to classic BPF.
 *
 * Steps are written in an order in which each comes before its successors, so jumps go forward
 * only, as classic BPF asks. First each step gets its body: what brings its value into A, given
 * what A, X and the scratch words hold on EVERY way to it (the way of each predecessor is met into
 * the state at its entry). Then the bodies are put together from the last to the first, when the
 * distance of every jump is known: a distance over 255 goes over an instruction beside the jump,
 * which is a copy of the `ret` if that is where it leads. A step that would be written exactly like
 * one that stands further on is not written: what leads to it leads there, whatever the two have in
 * A.
 *
 * A graph that is not to be optimised starts each of its steps with nothing known; the steps that a
 * set was made of go on from one another all the same. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "filter/emit.h"
#include "filter/emit_classic.h"

enum {
	FARTHEST_JUMP = 255, /* jt and jf are one byte */
	DROPPED = UINT16_MAX /* code of an instruction that is left out */
};

struct body {
	size_t first;
	u32 count;
	bool reached;
	struct skep_classic_state at_entry;
};

struct layout {
	struct skep_classic *c;
	const struct body *bodies;
	u32 snaplen;
	u32 *rest;  /* by position: instructions from the step's first to the end of the program */
	u32 *table; /* open addressing: 1 + position of written steps by what was written */
	u32 table_size;
	struct {
		struct sock_filter *data;
		size_t count, room;
	} out; /* the program, last instruction first */
	bool failed;
};

static const struct skep_classic_state NOTHING_KNOWN = {
    .a = SKEP_NO_VALUE,
    .x = SKEP_NO_VALUE,
    .m = {[0 ... BPF_MEMWORDS - 1] = SKEP_NO_VALUE},
};

static void meet(struct body *b, const struct skep_classic_state *s)
{
	struct skep_classic_state *e = &b->at_entry;

	if (!b->reached) {
		b->reached = true;
		*e = *s;
		return;
	}
	if (e->a != s->a)
		e->a = SKEP_NO_VALUE;
	if (e->x != s->x)
		e->x = SKEP_NO_VALUE;
	for (u32 i = 0; i < BPF_MEMWORDS; i++)
		if (e->m[i] != s->m[i])
			e->m[i] = SKEP_NO_VALUE;
}

static void write_body(struct skep_classic *c, struct body *b, const struct skep_step *s)
{
	b->first = c->code.count;
	c->now = b->at_entry;
	if (s->kind == SKEP_COND_TEST && !s->imm)
		skep_classic_to_ax(c, s->a, s->b);
	else
		skep_classic_to_a(c, s->a);
	b->count = (u32)(c->code.count - b->first);
}

static bool write_bodies(struct skep_classic *c, struct body *bodies)
{
	const struct skep_plan *p = &c->plan;

	meet(&bodies[0], &NOTHING_KNOWN);
	for (c->at = 0; c->at < p->count && !c->failed; c->at++) {
		skep_nid n = p->order[c->at];
		const struct skep_step *s = &p->steps.data[n];

		if (n <= SKEP_NODE_ACCEPT)
			continue;
		if (!p->g->optimise && n < p->g->nodes.count)
			bodies[c->at].at_entry = NOTHING_KNOWN;
		write_body(c, &bodies[c->at], s);
		meet(&bodies[p->position[s->yes]], &c->now);
		meet(&bodies[p->position[s->no]], &c->now);
	}
	for (size_t i = 0; i < c->kept.count; i++)
		if (!c->reloaded[c->kept.data[i].value])
			c->code.data[c->kept.data[i].insn].code = DROPPED;
	return !c->failed;
}

static void put(struct layout *l, struct sock_filter insn)
{
	if (!SKEP_PUSH(&l->out, insn))
		l->failed = true;
}

static u32 distance(const struct layout *l, skep_nid target)
{
	return (u32)l->out.count - l->rest[l->c->plan.position[target]];
}

static void put_ret(struct layout *l, skep_nid verdict)
{
	u32 k = verdict == SKEP_NODE_ACCEPT ? l->snaplen : 0;

	put(l, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, k));
}

static void put_far(struct layout *l, skep_nid target)
{
	if (target <= SKEP_NODE_ACCEPT)
		put_ret(l, target);
	else
		put(l, (struct sock_filter)BPF_STMT(BPF_JMP | BPF_JA, distance(l, target)));
}

static void put_test(struct layout *l, const struct skep_step *s)
{
	static const u16 codes[] = {[SKEP_CMP_EQ] = BPF_JEQ,
				    [SKEP_CMP_GT] = BPF_JGT,
				    [SKEP_CMP_GE] = BPF_JGE,
				    [SKEP_CMP_SET] = BPF_JSET};
	bool far_yes = distance(l, s->yes) + 2 > FARTHEST_JUMP;
	bool far_no = distance(l, s->no) + 2 > FARTHEST_JUMP;
	struct sock_filter jump = {
	    .code = (u16)(BPF_JMP | codes[s->cmp] | (s->imm ? BPF_K : BPF_X)),
	    .k = s->imm ? s->b : 0,
	};

	if (far_no)
		put_far(l, s->no);
	if (far_yes)
		put_far(l, s->yes);
	jump.jt = far_yes ? 0 : (u8)distance(l, s->yes);
	jump.jf = far_no ? far_yes : (u8)distance(l, s->no);
	put(l, jump);
}

static u32 hash_code(u32 h, u32 number)
{
	h = (h ^ number) * 0x9e3779b1u;
	return h ^ h >> 15;
}

static u32 hash_step(const struct layout *l, u32 position)
{
	const struct skep_plan *p = &l->c->plan;
	const struct skep_step *s = &p->steps.data[p->order[position]];
	const struct body *b = &l->bodies[position];
	u32 h = (u32)(s->kind << 9 | s->cmp << 1 | s->imm);

	h = hash_code(h, s->imm ? s->b : 0);
	h = hash_code(h, l->rest[p->position[s->yes]]);
	h = hash_code(h, l->rest[p->position[s->no]]);
	for (u32 i = 0; i < b->count; i++) {
		h = hash_code(h, l->c->code.data[b->first + i].code);
		h = hash_code(h, l->c->code.data[b->first + i].k);
	}
	return h;
}

static bool same_code(const struct layout *l, u32 position, u32 other)
{
	const struct skep_plan *p = &l->c->plan;
	const struct skep_step *s = &p->steps.data[p->order[position]];
	const struct skep_step *t = &p->steps.data[p->order[other]];
	const struct body *b = &l->bodies[position], *c = &l->bodies[other];

	return s->kind == t->kind && s->cmp == t->cmp && s->imm == t->imm &&
	       (!s->imm || s->b == t->b) && b->count == c->count &&
	       l->rest[p->position[s->yes]] == l->rest[p->position[t->yes]] &&
	       l->rest[p->position[s->no]] == l->rest[p->position[t->no]] &&
	       (b->count == 0 || memcmp(&l->c->code.data[b->first], &l->c->code.data[c->first],
					b->count * sizeof(struct sock_filter)) == 0);
}

/* Whether the step is written already; else it is noted as the one that will be. */
static bool is_written(struct layout *l, u32 position)
{
	u32 i = hash_step(l, position) & (l->table_size - 1);

	while (l->table[i] && !same_code(l, position, l->table[i] - 1))
		i = (i + 1) & (l->table_size - 1);
	if (!l->table[i]) {
		l->table[i] = position + 1;
		return false;
	}
	l->rest[position] = l->rest[l->table[i] - 1];
	return true;
}

static void put_step(struct layout *l, u32 position)
{
	skep_nid n = l->c->plan.order[position];
	const struct skep_step *s = &l->c->plan.steps.data[n];
	const struct body *b = &l->bodies[position];

	if (n > SKEP_NODE_ACCEPT && l->c->plan.g->optimise && is_written(l, position))
		return;
	if (n <= SKEP_NODE_ACCEPT)
		put_ret(l, n);
	else if (s->kind == SKEP_COND_TEST)
		put_test(l, s);
	else if (distance(l, s->yes) > 0)
		put_far(l, s->yes);
	for (u32 i = b->count; i-- > 0;)
		if (l->c->code.data[b->first + i].code != DROPPED)
			put(l, l->c->code.data[b->first + i]);
	l->rest[position] = (u32)l->out.count;
}

static struct sock_filter *lay_out(struct skep_classic *c, const struct body *bodies, u32 snaplen,
				   u32 *count)
{
	struct layout l = {.c = c, .bodies = bodies, .snaplen = snaplen};

	for (l.table_size = 64; l.table_size < 2 * c->plan.count;)
		l.table_size *= 2;
	l.rest = skep_arena_array(c->plan.arena, c->plan.count, sizeof(*l.rest));
	l.table = skep_arena_array(c->plan.arena, l.table_size, sizeof(*l.table));
	l.failed = !l.rest || !l.table;
	for (u32 i = c->plan.count; i-- > 0 && !l.failed;)
		put_step(&l, i);
	if (l.failed) {
		skep_fail_nomem(c->diag);
		skep_free(l.out.data);
		return NULL;
	}
	for (size_t i = 0; i < l.out.count / 2; i++) {
		struct sock_filter swap = l.out.data[i];

		l.out.data[i] = l.out.data[l.out.count - 1 - i];
		l.out.data[l.out.count - 1 - i] = swap;
	}
	*count = (u32)l.out.count;
	return l.out.data;
}

/* Instructions that make each value when nothing of it is at hand. */
static void find_costs(struct skep_classic *c)
{
	const struct skep_graph *g = c->plan.g;
	u32 at;

	for (skep_vid i = 0; i < g->values.count; i++) {
		const struct skep_value *v = &g->values.data[i];
		u32 cost = 1;

		if (v->kind == SKEP_VALUE_CHAIN)
			cost = 100;
		else if (v->kind == SKEP_VALUE_LOAD && v->a != 0)
			cost = 2;
		else if (v->kind == SKEP_VALUE_ALU && !skep_classic_is_header_length(g, i, &at))
			cost =
			    1 + c->cost[v->a] +
			    (g->values.data[v->b].kind == SKEP_VALUE_CONST ? 0 : 1 + c->cost[v->b]);
		c->cost[i] = cost < 1000 ? cost : 1000;
	}
}

static struct sock_filter *emit(struct skep_classic *c, u32 snaplen, u32 *count)
{
	size_t values = c->plan.g->values.count;
	struct body *bodies = skep_alloc(c->plan.count * sizeof(*bodies));
	struct sock_filter *insns = NULL;

	c->cost = skep_arena_array(c->plan.arena, values, sizeof(*c->cost));
	c->reloaded = skep_arena_array(c->plan.arena, values, sizeof(*c->reloaded));
	c->slot = skep_arena_array(c->plan.arena, values, sizeof(*c->slot));
	if (!bodies || !c->cost || !c->reloaded || !c->slot) {
		skep_fail_nomem(c->diag);
	} else {
		find_costs(c);
		if (write_bodies(c, bodies))
			insns = lay_out(c, bodies, snaplen, count);
	}
	skep_free(bodies);
	return insns;
}

struct sock_filter *skep_emit_classic(struct skep_graph *g, u32 snaplen, u32 *count,
				      struct skep_diag *d)
{
	struct skep_arena arena = {0};
	struct skep_classic c = {.diag = d};
	struct sock_filter *insns = NULL;

	if (skep_plan_init(&c.plan, g, UINT32_MAX, &arena, d))
		insns = emit(&c, snaplen, count);
	skep_plan_fini(&c.plan);
	skep_free(c.code.data);
	skep_free(c.kept.data);
	skep_arena_fini(&arena);
	return insns;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Conditional jumps: which ways are open, and what is known on each: ranges of numbers and of their
 * linked copies, how far packets reach, and which pointers are not NULL. */
#include "verify/local.h"
#include "verify/undecided.h"

/* Both ways of a jump that can go either. */
struct ways {
	struct skep_vstate *fall, *taken;
};

static bool is_packet_any(const struct skep_reg *r)
{
	return skep_reg_is_packet(r) || r->type == SKEP_REG_PACKET_END;
}

static struct skep_reg second(const struct skep_walk *w, const struct skep_vinsn *i)
{
	return i->from == SKEP_FROM_X ? *skep_walk_reg(w, i->src)
				      : skep_reg_const((u64)(s64)i->imm);
}

static enum skep_jump flip(enum skep_jump op)
{
	static const u8 flipped[] = {
	    [SKEP_JUMP_JGT] = SKEP_JUMP_JLT,
	    [SKEP_JUMP_JLT] = SKEP_JUMP_JGT,
	    [SKEP_JUMP_JGE] = SKEP_JUMP_JLE,
	    [SKEP_JUMP_JLE] = SKEP_JUMP_JGE,
	};

	return flipped[op];
}

static bool is_order(enum skep_jump op)
{
	return op == SKEP_JUMP_JGT || op == SKEP_JUMP_JLT || op == SKEP_JUMP_JGE ||
	       op == SKEP_JUMP_JLE;
}

/* ---- what is decided already */

/* A pointer that was found at the packet's end, compared with it again. */
static int compare_ends(const struct skep_reg *a, const struct skep_reg *b, enum skep_jump op)
{
	const struct skep_reg *p = b->type == SKEP_REG_PACKET_END ? a : b;

	if (!is_order(op) || (a->type != SKEP_REG_PACKET_END && b->type != SKEP_REG_PACKET_END))
		return -1;
	if (p == b)
		op = flip(op);
	if (p->range >= 0)
		return -1;
	if (op == SKEP_JUMP_JGT || op == SKEP_JUMP_JLE)
		return p->range == SKEP_RANGE_BEYOND_END ? op == SKEP_JUMP_JGT : -1;
	return op == SKEP_JUMP_JGE;
}

static bool never_null(const struct skep_reg *r)
{
	if (r->flags & (SKEP_REG_F_NULL | SKEP_REG_F_UNTRUSTED))
		return false;
	/* Linux is sure of what is borrowed only if nobody else may have it. */
	if (r->type == SKEP_REG_OBJECT)
		return !(r->flags & SKEP_REG_F_BORROWED) ||
		       !skep_local_has(r, SKEP_SPECIAL_REFCOUNT);
	return r->type == SKEP_REG_SOCKET || r->type == SKEP_REG_TCP_SOCK ||
	       r->type == SKEP_REG_SOCK_COMMON || r->type == SKEP_REG_MAP_VALUE ||
	       r->type == SKEP_REG_MAP_KEY || r->type == SKEP_REG_MEM || r->type == SKEP_REG_MAP ||
	       (r->type == SKEP_REG_BTF &&
		(r->ref || (r->flags & (SKEP_REG_F_TRUSTED | SKEP_REG_F_RCU))));
}

/* The low 32 bits of an address may be 0: only all 64 say something. */
static int compare_null(const struct skep_reg *p, const struct skep_reg *n,
			const struct skep_vinsn *i)
{
	enum skep_jump op = i->op;

	if (i->bits == 32 || !never_null(p) || !skep_reg_is_zero(n))
		return -1;
	return op == SKEP_JUMP_JEQ ? 0 : op == SKEP_JUMP_JNE ? 1 : -1;
}

static int decide(const struct skep_vinsn *i, const struct skep_reg *a, const struct skep_reg *b)
{
	if (is_packet_any(a) && is_packet_any(b) && i->bits == 64)
		return compare_ends(a, b, i->op);
	if (skep_reg_is_pointer(a))
		return compare_null(a, b, i);
	if (skep_reg_is_pointer(b))
		return compare_null(b, a, i);
	return skep_scalar_compare(i->op, i->bits, &a->v, &b->v);
}

/* ---- numbers */

/* Numbers with one id differ by what has been added since. */
struct known {
	const struct skep_reg *r;
};

static void learn_linked(struct skep_reg *r, void *data)
{
	const struct skep_reg *known = ((struct known *)data)->r;
	struct skep_scalar apart;
	u32 bits = r->size == 32 || known->size == 32 ? 32 : 64;

	if (r->type != SKEP_REG_SCALAR || r->id != known->id || r == known)
		return;
	/* Sums of 32 bits and of 64 may differ by more. */
	if (r->size && known->size && r->size != known->size)
		return;
	r->v = known->v;
	if (r->off == known->off) {
		r->size = known->size;
		return;
	}
	apart = skep_scalar_const((u64)((s64)r->off - known->off));
	skep_scalar_alu(&r->v, &apart, SKEP_ALU_ADD, bits);
}

static void spread(struct skep_vstate *s, u32 number)
{
	struct skep_reg *r = &skep_state_frame(s)->r[number];
	struct known known = {r};

	if (r->type == SKEP_REG_SCALAR && r->id)
		skep_state_each(s, learn_linked, &known);
}

/* What one way says of the operands. False: this way cannot be gone. */
static bool learn_numbers(struct skep_vstate *s, const struct skep_vinsn *i, bool taken)
{
	struct skep_frame *f = skep_state_frame(s);
	struct skep_reg constant = skep_reg_const((u64)(s64)i->imm), same;
	struct skep_reg *a = &f->r[i->dst], *b = i->from == SKEP_FROM_X ? &f->r[i->src] : &constant;

	if (a->type != SKEP_REG_SCALAR || b->type != SKEP_REG_SCALAR)
		return true;
	same = *b;
	if (!skep_scalar_refine(i->op, i->bits, taken, &a->v, a == b ? &same.v : &b->v))
		return false;
	if (i->from == SKEP_FROM_X)
		spread(s, i->src);
	spread(s, i->dst);
	return true;
}

/* ---- packets */

static bool is_base(const struct skep_reg *r)
{
	return r->type == SKEP_REG_PACKET && !r->id && !r->off && skep_scalar_is_const(&r->v) &&
	       !r->v.t.value;
}

/* `a` lies in the packet, and `b` is where that ends: data and data_end, or data_meta and data. */
static bool are_ends(const struct skep_reg *a, const struct skep_reg *b)
{
	return (a->type == SKEP_REG_PACKET && b->type == SKEP_REG_PACKET_END) ||
	       (a->type == SKEP_REG_PACKET_META && is_base(b));
}

static void prove_one(struct skep_reg *r, void *data)
{
	const struct skep_reg *p = data;

	if (r->type == p->type && r->id == p->id && r->range < p->range)
		r->range = p->range;
}

/* p <= end, or if `open` p < end: what lies before p is in the packet. That p itself is, Linux does
 * not take from a pointer to which nothing was added. */
static void prove(struct skep_vstate *s, u32 number, bool open)
{
	struct skep_reg p = skep_state_frame(s)->r[number];

	if (p.off <= 0)
		return;
	if (p.v.umax > SKEP_MAX_PACKET || p.v.umax + (u64)p.off > SKEP_MAX_PACKET)
		return;
	p.range = p.off + open;
	skep_state_each(s, prove_one, &p);
}

static void mark_end(struct skep_vstate *s, u32 number, bool beyond)
{
	struct skep_reg *r = &skep_state_frame(s)->r[number];

	if (r->type == SKEP_REG_PACKET)
		r->range = beyond ? SKEP_RANGE_BEYOND_END : SKEP_RANGE_AT_END;
}

/* Returns whether the comparison is one of a packet pointer with its end. */
static bool learn_packet(const struct ways *ways, const struct skep_vinsn *i)
{
	const struct skep_frame *f = skep_state_frame(ways->fall);
	const struct skep_reg *a = &f->r[i->dst], *b = &f->r[i->src];
	bool forward, in_taken, open;
	enum skep_jump op = i->op;
	u32 number;

	if (i->from != SKEP_FROM_X || i->bits != 64 || !is_order(op))
		return false;
	forward = are_ends(a, b);
	if (!forward && !are_ends(b, a))
		return false;
	number = forward ? i->dst : i->src;
	op = forward ? op : flip(op);
	in_taken = op == SKEP_JUMP_JLT || op == SKEP_JUMP_JLE;
	open = op == SKEP_JUMP_JLT || op == SKEP_JUMP_JGE;
	prove(in_taken ? ways->taken : ways->fall, number, open);
	mark_end(in_taken ? ways->fall : ways->taken, number, !open);
	return true;
}

/* ---- NULL */

struct nullness {
	u32 id;
	bool null;
};

static void decide_null(struct skep_reg *r, void *data)
{
	const struct nullness *n = data;

	if (!(r->flags & SKEP_REG_F_NULL) || r->id != n->id)
		return;
	if (n->null)
		*r = skep_reg_const(0);
	else
		skep_reg_not_null(r);
}

/* Says of all copies of a pointer whether they are NULL. A reference that is NULL needs no release.
 */
static void learn_null(struct skep_vstate *s, u32 number, bool null)
{
	const struct skep_reg *r = &skep_state_frame(s)->r[number];
	struct nullness n = {.id = r->id, .null = null};

	if (null && r->ref && r->ref == r->id)
		skep_ref_drop(s, r->ref);
	skep_state_each(s, decide_null, &n);
}

static bool tests_null(const struct skep_vinsn *i, const struct skep_reg *a)
{
	return i->from == SKEP_FROM_K && i->imm == 0 && i->bits == 64 &&
	       (i->op == SKEP_JUMP_JEQ || i->op == SKEP_JUMP_JNE) && (a->flags & SKEP_REG_F_NULL);
}

static bool is_struct(const struct skep_reg *r)
{
	return r->type == SKEP_REG_BTF || r->type == SKEP_REG_OBJECT;
}

/* One pointer that may be NULL equals one that is not: then neither is. */
static void learn_equal(const struct ways *ways, const struct skep_vinsn *i)
{
	struct skep_vstate *equal = i->op == SKEP_JUMP_JEQ ? ways->taken : ways->fall;
	const struct skep_reg *a = &skep_state_frame(equal)->r[i->dst],
			      *b = &skep_state_frame(equal)->r[i->src];
	bool a_null = a->flags & SKEP_REG_F_NULL, b_null = b->flags & SKEP_REG_F_NULL;

	if (i->from != SKEP_FROM_X || i->bits != 64 ||
	    (i->op != SKEP_JUMP_JEQ && i->op != SKEP_JUMP_JNE))
		return;
	if (skep_reg_is_pointer(a) && skep_reg_is_pointer(b) && a_null != b_null && !is_struct(a) &&
	    !is_struct(b))
		learn_null(equal, a_null ? i->dst : i->src, false);
}

/* ---- the jump */

static bool check_secret(struct skep_walk *w, u32 number)
{
	if (!skep_reg_secret(w, skep_walk_reg(w, number)))
		return true;
	return skep_refuse(w, SKEP_RULE_LEAK, "r%u, an address, is compared", number);
}

static bool check_operands(struct skep_walk *w, const struct skep_vinsn *i)
{
	if (!skep_reg_readable(w, i->dst))
		return false;
	if (i->from != SKEP_FROM_X)
		return true;
	if (!skep_reg_readable(w, i->src))
		return false;
	return (is_packet_any(skep_walk_reg(w, i->dst)) &&
		is_packet_any(skep_walk_reg(w, i->src))) ||
	       check_secret(w, i->src);
}

/* Follows one way, the other being impossible. */
static void follow(struct skep_walk *w, const struct skep_vinsn *i, bool taken)
{
	skep_walk_fact(w)->flags |= taken ? SKEP_FACT_JUMPS : SKEP_FACT_FALLS;
	w->now->insn = taken ? i->target : w->now->insn + 1;
}

static bool learn(struct skep_walk *w, const struct skep_vinsn *i, const struct ways *ways)
{
	const struct skep_reg *a = &skep_state_frame(ways->fall)->r[i->dst];

	learn_equal(ways, i);
	if (tests_null(i, a)) {
		learn_null(ways->taken, i->dst, i->op == SKEP_JUMP_JEQ);
		learn_null(ways->fall, i->dst, i->op == SKEP_JUMP_JNE);
		return true;
	}
	return learn_packet(ways, i) || check_secret(w, i->dst);
}

static bool both_ways(struct skep_walk *w, const struct skep_vinsn *i)
{
	struct ways ways = {.fall = w->now};
	bool fall_lives, taken_lives;

	ways.taken = skep_path_fork(w, i->target, 1);
	if (!ways.taken)
		return false;
	taken_lives = learn_numbers(ways.taken, i, true);
	fall_lives = learn_numbers(ways.fall, i, false);
	if (!learn(w, i, &ways))
		return false;
	if (taken_lives)
		skep_walk_fact(w)->flags |= SKEP_FACT_JUMPS;
	if (!taken_lives || !fall_lives)
		skep_path_unfork(w, taken_lives);
	if (w->now == ways.fall)
		follow(w, i, false);
	return true;
}

bool skep_walk_jump(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);
	struct skep_reg b;
	int decided;

	if (!check_operands(w, i))
		return false;
	b = second(w, i);
	decided = decide(i, skep_walk_reg(w, i->dst), &b);
	if (decided < 0)
		return both_ways(w, i);
	skep_undecided_note(w);
	follow(w, i, decided);
	return true;
}

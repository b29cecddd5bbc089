/* SPDX-License-Identifier: BSD-2-Clause */
#include "refute/term.h"

#include <endian.h>
#include <string.h>

/* ---- making */

u64 refute_term_may(const struct refute_terms *t, u32 term, u64 value)
{
	return term ? t->list[term].may : value;
}

static u64 mask_of(u32 bits)
{
	return bits >= 64 ? UINT64_MAX : (1ULL << bits) - 1;
}

static u64 result_may(u32 op, u64 left, u64 right, u64 count)
{
	switch (op) {
	case SKEP_ALU_MOV:
		return right;
	case SKEP_ALU_AND:
		return left & right;
	case SKEP_ALU_OR:
	case SKEP_ALU_XOR:
		return left | right;
	case SKEP_ALU_LSH:
		return left << (count & 63);
	case SKEP_ALU_RSH:
		return left >> (count & 63);
	case SKEP_ALU_BE16:
	case SKEP_ALU_LE16:
	case SKEP_ALU_BSWAP16:
		return UINT16_MAX;
	case SKEP_ALU_BE32:
	case SKEP_ALU_LE32:
	case SKEP_ALU_BSWAP32:
		return UINT32_MAX;
	default:
		return UINT64_MAX;
	}
}

static u32 add(struct refute_terms *t, const struct refute_term *term)
{
	if (t->count + 1 >= REFUTE_TERMS)
		return 0;
	t->list[++t->count] = *term;
	return t->count;
}

u32 refute_term_part(struct refute_terms *t, struct refute_term part)
{
	bool bytes = part.part == REFUTE_PART_BYTES || part.part == REFUTE_PART_BIG ||
		     part.part == REFUTE_PART_CONTEXT || part.part == REFUTE_PART_VALUE;

	part.may = mask_of(bytes ? part.size * 8 : 64);
	return add(t, &part);
}

u32 refute_term_op(struct refute_terms *t, struct refute_term op)
{
	op.may = mask_of(op.bits) & result_may(op.op, refute_term_may(t, op.left, op.x),
					       refute_term_may(t, op.right, op.y), op.y);
	return add(t, &op);
}

/* ---- what an operand must be */

#define INVERSE(op, has_left, left, has_right, right)                                              \
	static bool left_##op(u64 w, u64 x, u64 y, u64 *result)                                    \
	{                                                                                          \
		u32 n = (u32)y & 63;                                                               \
                                                                                                   \
		(void)w, (void)x, (void)n;                                                         \
		if (!(has_left))                                                                   \
			return false;                                                              \
		*result = (left);                                                                  \
		return true;                                                                       \
	}                                                                                          \
	static bool right_##op(u64 w, u64 x, u64 y, u64 *result)                                   \
	{                                                                                          \
		(void)w, (void)x, (void)y;                                                         \
		if (!(has_right))                                                                  \
			return false;                                                              \
		*result = (right);                                                                 \
		return true;                                                                       \
	}
#include "refute/inverse.def"

static const struct {
	bool (*left)(u64 w, u64 x, u64 y, u64 *result);
	bool (*right)(u64 w, u64 x, u64 y, u64 *result);
} inverses[] = {
#define INVERSE(op, ...) [SKEP_ALU_##op] = {left_##op, right_##op},
#include "refute/inverse.def"
};

/* ---- the parts of an input */

static void put_bytes(u8 *to, u64 value, u32 size, bool big)
{
	for (u32 i = 0; i < size; i++)
		to[big ? size - 1 - i : i] = (u8)(value >> 8 * i);
}

static bool set_packet(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	if (p->at + p->size > c->length)
		return false;
	put_bytes(c->packet + p->at, wanted, p->size, p->part == REFUTE_PART_BIG);
	return true;
}

static bool set_length(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	u64 length = wanted - p->bias;

	if (length > REFUTE_PACKET)
		return false;
	c->length = (u32)length;
	return true;
}

static bool set_longer(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	if (p->bias > REFUTE_PACKET || (wanted && !p->bias))
		return false;
	c->length = (u32)p->bias - (wanted != 0);
	return true;
}

static bool set_context(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	if (p->at + p->size > REFUTE_CONTEXT)
		return false;
	for (u32 word = p->at / 4; word <= (p->at + p->size - 1) / 4; word++)
		c->touched |= 1ULL << word;
	put_bytes(c->context + p->at, wanted, p->size, false);
	return true;
}

static bool set_value(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	if (p->at + p->size > REFUTE_VALUE)
		return false;
	c->elements[p->which].chosen = true;
	put_bytes(c->elements[p->which].value + p->at, wanted, p->size, false);
	return true;
}

static bool set_present(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	c->elements[p->which].chosen = wanted != 0;
	return true;
}

static bool set_result(const struct refute_term *p, u64 wanted, struct refute_choice *c)
{
	struct refute_result *r = c->results;

	if (p->size == 4 && wanted > UINT32_MAX)
		return false;
	for (u32 i = 0; i < c->result_count; i++, r++) {
		if (r->at == p->which) {
			r->value = wanted;
			return true;
		}
	}
	if (c->result_count == REFUTE_RESULTS)
		return false;
	*r = (struct refute_result){.at = p->which, .value = wanted};
	c->result_count++;
	return true;
}

static bool (*const sets[REFUTE_PARTS])(const struct refute_term *p, u64 wanted,
					struct refute_choice *c) = {
    [REFUTE_PART_BYTES] = set_packet,	 [REFUTE_PART_BIG] = set_packet,
    [REFUTE_PART_LENGTH] = set_length,	 [REFUTE_PART_LONGER] = set_longer,
    [REFUTE_PART_CONTEXT] = set_context, [REFUTE_PART_VALUE] = set_value,
    [REFUTE_PART_PRESENT] = set_present, [REFUTE_PART_RESULT] = set_result,
};

/* ---- solving */

enum { DEEP = 32 /* operations between an input and a number */ };

static bool solve(const struct refute_terms *t, u32 term, u64 wanted, struct refute_choice *c,
		  u32 depth);

/* Bytes that were put together: each operand has bits of its own, and gets those. */
static bool is_split(const struct refute_terms *t, const struct refute_term *o)
{
	return o->left && o->right &&
	       (o->op == SKEP_ALU_OR || o->op == SKEP_ALU_ADD || o->op == SKEP_ALU_XOR) &&
	       !(t->list[o->left].may & t->list[o->right].may);
}

static bool solve_split(const struct refute_terms *t, const struct refute_term *o, u64 wanted,
			struct refute_choice *c, u32 depth)
{
	return solve(t, o->left, wanted & t->list[o->left].may, c, depth) &&
	       solve(t, o->right, wanted & t->list[o->right].may, c, depth);
}

static bool solve(const struct refute_terms *t, u32 term, u64 wanted, struct refute_choice *c,
		  u32 depth)
{
	const struct refute_term *o = &t->list[term];
	u64 operand;

	if (!term || !depth || wanted & ~o->may)
		return false;
	if (o->part)
		return sets[o->part](o, wanted, c);
	if (is_split(t, o))
		return solve_split(t, o, wanted, c, depth - 1);
	if (o->left && inverses[o->op].left(wanted, o->x, o->y, &operand))
		return solve(t, o->left, operand, c, depth - 1);
	return o->right && inverses[o->op].right(wanted, o->x, o->y, &operand) &&
	       solve(t, o->right, operand, c, depth - 1);
}

bool refute_term_solve(const struct refute_terms *t, u32 term, u64 wanted, struct refute_choice *c)
{
	return solve(t, term, wanted, c, DEEP);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* What Linux 6.18 does not see of a number. Our domain is as tight as its forms allow; Linux's
 * gives up on quotients, on byte swaps, on shifts by a count that is not known, and on parts of
 * numbers whose upper bits may differ. By default the verdict is Linux's, so what it does not see
 * is forgotten here: an object that passes loads there. Each result is a superset of the exact one.
 */
#include "verify/seen.h"

/* All of a number, or its low half. */
struct view {
	struct skep_tnum t;
	u64 umin, umax;
	s64 smin, smax;
};

static struct view view_full(const struct skep_scalar *v)
{
	return (struct view){v->t, v->umin, v->umax, v->smin, v->smax};
}

static struct view view_half(const struct skep_scalar *v)
{
	return (struct view){skep_tnum_low(v->t, 32), v->umin32, v->umax32, v->smin32, v->smax32};
}

static u64 umost(u32 bits)
{
	return UINT64_MAX >> (64 - bits);
}

static s64 smost(u32 bits)
{
	return (s64)(umost(bits) >> 1);
}

static void forget_signed(struct view *d, u32 bits)
{
	d->smin = -smost(bits) - 1;
	d->smax = smost(bits);
}

static void forget_unsigned(struct view *d, u32 bits)
{
	d->umin = 0;
	d->umax = umost(bits);
}

/* ---- sums: a range is kept if no end overflows, an unsigned one also if both do */

static void see_add(struct view *d, const struct view *s, u32 bits)
{
	u64 least = d->umin + s->umin, most = d->umax + s->umax;
	bool least_over = d->umin > umost(bits) - s->umin,
	     most_over = d->umax > umost(bits) - s->umax;
	s64 low, high;

	d->t = skep_tnum_add(d->t, s->t);
	d->umin = least & umost(bits);
	d->umax = most & umost(bits);
	if (!least_over && most_over)
		forget_unsigned(d, bits);
	if (__builtin_add_overflow(d->smin, s->smin, &low) ||
	    __builtin_add_overflow(d->smax, s->smax, &high) || low < -smost(bits) - 1 ||
	    low > smost(bits) || high > smost(bits) || high < -smost(bits) - 1) {
		forget_signed(d, bits);
		return;
	}
	d->smin = low;
	d->smax = high;
}

static void see_sub(struct view *d, const struct view *s, u32 bits)
{
	u64 least = d->umin - s->umax, most = d->umax - s->umin;
	bool least_under = d->umin < s->umax, most_under = d->umax < s->umin;
	s64 low, high;

	d->t = skep_tnum_sub(d->t, s->t);
	d->umin = least & umost(bits);
	d->umax = most & umost(bits);
	if (least_under && !most_under)
		forget_unsigned(d, bits);
	if (__builtin_sub_overflow(d->smin, s->smax, &low) ||
	    __builtin_sub_overflow(d->smax, s->smin, &high) || low < -smost(bits) - 1 ||
	    low > smost(bits) || high > smost(bits) || high < -smost(bits) - 1) {
		forget_signed(d, bits);
		return;
	}
	d->smin = low;
	d->smax = high;
}

/* ---- bits: the signed range is the unsigned one, where that does not cross the sign */

static void sign_from_unsigned(struct view *d, u32 bits)
{
	u32 up = 64 - bits;
	s64 min = (s64)(d->umin << up) >> up, max = (s64)(d->umax << up) >> up;

	forget_signed(d, bits);
	if (min > max)
		return;
	d->smin = min;
	d->smax = max;
}

static void see_and(struct view *d, const struct view *s, u32 bits)
{
	d->t = skep_tnum_and(d->t, s->t);
	d->umin = d->t.value & umost(bits);
	d->umax = d->umax < s->umax ? d->umax : s->umax;
	sign_from_unsigned(d, bits);
}

static void see_or(struct view *d, const struct view *s, u32 bits)
{
	d->t = skep_tnum_or(d->t, s->t);
	d->umin = d->umin > s->umin ? d->umin : s->umin;
	d->umax = (d->t.value | d->t.mask) & umost(bits);
	sign_from_unsigned(d, bits);
}

static void see_xor(struct view *d, const struct view *s, u32 bits)
{
	d->t = skep_tnum_xor(d->t, s->t);
	d->umin = d->t.value & umost(bits);
	d->umax = (d->t.value | d->t.mask) & umost(bits);
	sign_from_unsigned(d, bits);
}

/* ---- shifts to the left, by a count that is known */

static void see_lsh(struct view *d, const struct view *s, u32 bits)
{
	u32 count = (u32)s->umin;

	d->t = skep_tnum_lsh(d->t, count);
	forget_signed(d, bits);
	if (count >= bits || d->umax > 1ULL << (bits - 1 - count)) {
		forget_unsigned(d, bits);
		return;
	}
	d->umin <<= count;
	d->umax <<= count;
}

static void (*const views[])(struct view *d, const struct view *s, u32 bits) = {
    [SKEP_ALU_ADD] = see_add, [SKEP_ALU_SUB] = see_sub, [SKEP_ALU_AND] = see_and,
    [SKEP_ALU_OR] = see_or,   [SKEP_ALU_XOR] = see_xor, [SKEP_ALU_LSH] = see_lsh,
};

/* ---- putting it together */

static void put_half(struct skep_scalar *to, const struct view *half)
{
	to->umin32 = (u32)half->umin;
	to->umax32 = (u32)half->umax;
	to->smin32 = (s32)half->smin;
	to->smax32 = (s32)half->smax;
}

/* Shifted by 32, the low half becomes the upper one. */
static void put_shifted(struct skep_scalar *to, const struct skep_scalar *d)
{
	if (d->smax32 >= 0)
		to->smax = (s64)((u64)(s64)d->smax32 << 32);
	if (d->smin32 >= 0)
		to->smin = (s64)((u64)(s64)d->smin32 << 32);
}

static struct skep_scalar seen_full(const struct skep_scalar *d, const struct skep_scalar *s,
				    enum skep_alu op)
{
	struct view full = view_full(d), half = view_half(d);
	const struct view other = view_full(s), other_half = view_half(s);
	struct skep_scalar to = skep_scalar_unknown();

	views[op](&full, &other, 64);
	views[op](&half, &other_half, 32);
	to.t = full.t;
	to.umin = full.umin;
	to.umax = full.umax;
	to.smin = full.smin;
	to.smax = full.smax;
	put_half(&to, &half);
	if (op == SKEP_ALU_LSH && s->umin == 32)
		put_shifted(&to, d);
	return to;
}

static struct skep_scalar seen_half(const struct skep_scalar *d, const struct skep_scalar *s,
				    enum skep_alu op)
{
	struct view half = view_half(d);
	const struct view other = view_half(s);
	struct skep_scalar to = skep_scalar_unknown();

	views[op](&half, &other, 32);
	to.t = skep_tnum_low(half.t, 32);
	to.umin = half.umin;
	to.umax = half.umax;
	put_half(&to, &half);
	return to;
}

/* Linux: is_safe_to_compute_dst_reg_range. */
static bool is_computed(const struct skep_scalar *s, enum skep_alu op, u32 bits)
{
	switch (op) {
	case SKEP_ALU_LSH:
	case SKEP_ALU_RSH:
	case SKEP_ALU_ARSH:
		return bits == 32 ? !(u32)s->t.mask && s->umax32 < 32
				  : skep_scalar_is_const(s) && s->umax < 64;
	case SKEP_ALU_DIV:
	case SKEP_ALU_SDIV:
	case SKEP_ALU_MOD:
	case SKEP_ALU_SMOD:
		return false;
	default:
		return true;
	}
}

void skep_seen_alu(const struct skep_walk *w, const struct skep_vinsn *i, struct skep_scalar *d,
		   const struct skep_scalar *s)
{
	bool known = skep_scalar_is_const(d) && skep_scalar_is_const(s);
	struct skep_scalar to;

	if (w->options->beyond || (is_computed(s, i->op, i->bits) &&
				   (known || i->op >= SKEP_COUNT(views) || !views[i->op]))) {
		skep_scalar_alu(d, s, i->op, i->bits);
		return;
	}
	to = skep_scalar_unknown();
	if (is_computed(s, i->op, i->bits))
		to = i->bits == 64 ? seen_full(d, s, i->op) : seen_half(d, s, i->op);
	if (skep_scalar_sync(&to))
		*d = to;
	else
		skep_scalar_alu(d, s, i->op, i->bits);
}

/* Linux: coerce_reg_to_size. */
void skep_seen_truncate(const struct skep_walk *w, struct skep_scalar *v, u32 bytes)
{
	u64 mask = bytes < 8 ? (1ULL << 8 * bytes) - 1 : UINT64_MAX;
	struct skep_scalar to = skep_scalar_unknown();
	bool one = (v->umin & ~mask) == (v->umax & ~mask);

	if (w->options->beyond || bytes >= 4 || v->umax <= mask) {
		skep_scalar_truncate(v, bytes);
		return;
	}
	to.t = skep_tnum_low(v->t, 8 * bytes);
	to.umin = one ? v->umin & mask : 0;
	to.umax = one ? v->umax & mask : mask;
	if (skep_scalar_sync(&to))
		*v = to;
}

/* Cut to `bits` with its sign. */
static s64 part(s64 value, u32 bits)
{
	return (s64)((u64)value << (64 - bits)) >> (64 - bits);
}

static bool same_top(s64 min, s64 max, u32 bits)
{
	return bits == 64 || min >> bits == max >> bits;
}

/* Linux: coerce_reg_to_size_sx and coerce_subreg_to_size_sx, which look at the range alone. */
void skep_seen_sign_extend(const struct skep_walk *w, struct skep_scalar *v, u32 bytes, u32 bits)
{
	s64 min = bits == 64 ? v->smin : v->smin32, max = bits == 64 ? v->smax : v->smax32;
	s64 low = part(min, 8 * bytes), high = part(max, 8 * bytes);
	bool known = bits == 64 ? !v->t.mask : !(u32)v->t.mask;
	bool kept = known || (same_top(min, max, 8 * bytes) && (low >= 0) == (high >= 0));
	struct skep_scalar to = skep_scalar_unknown();

	if (!w->options->beyond && !kept)
		*v = to;
	skep_scalar_sign_extend(v, bytes, bits);
}

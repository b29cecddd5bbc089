/* SPDX-License-Identifier: BSD-2-Clause */
/* What Linux 6.18 does not see of a number. Our domain is as tight as its forms allow; Linux's
 * gives up on quotients, on byte swaps, on shifts by a count that is not known, and on parts of
 * numbers whose upper bits may differ. By default the verdict is Linux's, so what it does not see
 * is forgotten here: an object that passes loads there. Each result is a superset of the exact one.
 */
#include "verify/seen.h"

/* Linux: is_safe_to_compute_dst_reg_range. */
static bool sees(const struct skep_scalar *s, enum skep_alu op, u32 bits)
{
	switch (op) {
	case SKEP_ALU_ADD:
	case SKEP_ALU_SUB:
	case SKEP_ALU_AND:
	case SKEP_ALU_OR:
	case SKEP_ALU_XOR:
	case SKEP_ALU_MUL:
	case SKEP_ALU_NEG:
		return true;
	case SKEP_ALU_LSH:
	case SKEP_ALU_RSH:
	case SKEP_ALU_ARSH:
		return skep_scalar_is_const(s) && s->umax < bits;
	default:
		return false;
	}
}

void skep_seen_alu(const struct skep_walk *w, const struct skep_vinsn *i, struct skep_scalar *d,
		   const struct skep_scalar *s)
{
	if (w->options->beyond || sees(s, i->op, i->bits))
		skep_scalar_alu(d, s, i->op, i->bits);
	else
		*d = skep_scalar_unknown();
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

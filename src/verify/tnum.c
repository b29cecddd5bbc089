/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/tnum.h"

/* A sum over the bits of `a`, as on paper: a known 1 adds b, an unknown bit adds b or nothing. Once
 * every bit that can still change is unknown, nothing more can be learnt. */
struct skep_tnum skep_tnum_mul(struct skep_tnum a, struct skep_tnum b)
{
	struct skep_tnum sum = {0, 0};

	while (a.value | a.mask) {
		const unsigned zeros = (unsigned)__builtin_ctzll(a.value | a.mask);
		struct skep_tnum more;

		a = skep_tnum_rsh(a, zeros);
		b = skep_tnum_lsh(b, zeros);
		if (!(b.value | b.mask) || !(~sum.mask >> __builtin_ctzll(b.value | b.mask)))
			break;
		more = skep_tnum_add(sum, b);
		sum = a.value & 1 ? more : skep_tnum_join(sum, more);
		a.value &= ~1ull;
		a.mask &= ~1ull;
	}
	return sum;
}

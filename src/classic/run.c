/* SPDX-License-Identifier: BSD-2-Clause */
/* The interpreter: one switch made from classic.def.
 *
 * Where libpcap's bpf_filter() and Linux differ, it does what bpf_filter() does, so that a capture
 * file gives the packets that tcpdump finds in it:
 *
 *                          here and bpf_filter()          Linux
 *   shift by x > 31        the result is 0                shifts by x & 31
 *   load from [x + k]      exact: nothing is beyond 2^32  wraps at 2^32, so [x - 4] works
 *
 * Ancillary loads are those of Linux; bpf_filter() ends with 0 at nearly all of them.
 *
 * It trusts the check: no instruction is unknown, no jump leaves the program, no scratch word is
 * read before it was written.
 *
 * Half of a filter's work is to load a value and to compare it with one number after the other, so
 * a load runs the jeqs behind it by itself, without the switch. */
#include <skep/classic.h>

#include "base/bytes.h"
#include "classic/ancillary.h"

/* The offsets from here on mean something else in Linux, however much was captured. */
#define FIRST_NEGATIVE ((u32)SKF_LL_OFF)

static u32 get_1(const u8 *at)
{
	return *at;
}

static u32 get_2(const u8 *at)
{
	return skep_get_be16(at);
}

static u32 get_4(const u8 *at)
{
	return skep_get_be32(at);
}

/* A load from k that no captured bytes answer. */
SKEP_COLD static s64 load_elsewhere(const struct skep_packet *p, struct sock_filter insn, u32 size,
				    u32 a, u32 x)
{
	s64 value = skep_classic_ancillary(p, insn.k, a, x);

	return value >= 0 ? value : skep_classic_load_negative(p, insn.k, size);
}

/* r = n bytes at `at`, or else what `elsewhere` gives. */
#define LOAD_AT(r, n, at, elsewhere)                                                               \
	if ((at) + (n) <= end_of_data) {                                                           \
		r = get_##n(data + (at));                                                          \
	} else {                                                                                   \
		s64 value = (elsewhere);                                                           \
                                                                                                   \
		if (value < 0)                                                                     \
			return 0;                                                                  \
		r = (u32)value;                                                                    \
	}
#define LOAD(n)                                                                                    \
	LOAD_AT(a, n, (u64)k, load_elsewhere(packet, *pc, n, a, x))                                \
	JEQS
#define LOAD_X(n)                                                                                  \
	LOAD_AT(a, n, (u64)x + k, skep_classic_load_negative(packet, (u64)x + k, n))               \
	JEQS
#define JEQS                                                                                       \
	while (pc[1].code == (BPF_JMP | BPF_JEQ | BPF_K)) {                                        \
		pc++;                                                                              \
		if (a == pc->k)                                                                    \
			pc += pc->jt;                                                              \
		else                                                                               \
			pc += pc->jf;                                                              \
	}
#define HEADER                                                                                     \
	LOAD_AT(x, 1, (u64)k, skep_classic_load_negative(packet, k, 1))                            \
	x = (x & 0xf) * 4;
#define SET(r, v)  r = v;
#define FETCH(r)   r = m[k];
#define STORE(r)   m[k] = r;
#define ALU(op, v) a = a op v;
#define DIVIDE(op, v)                                                                              \
	if (v == 0)                                                                                \
		return 0;                                                                          \
	a = a op v;
#define SHIFT(op, v) a = v < 32 ? a op v : 0;
#define NEGATE	     a = -a;
#define JUMP	     pc += k;
#define TEST(op, v)  pc += (a op v) ? pc->jt : pc->jf;
#define RETURN(v)    return v;

u32 skep_classic_run(const struct sock_filter *insns, u32 count, const struct skep_packet *packet)
{
	const u64 end_of_data = packet->caplen < FIRST_NEGATIVE ? packet->caplen : FIRST_NEGATIVE;
	const u8 *data = packet->data;
	const u32 len = packet->wirelen;
	u32 a = 0, x = 0, m[BPF_MEMWORDS];

	(void)count;

	for (const struct sock_filter *pc = insns;; pc++) {
		const u32 k = pc->k;

		switch (pc->code) {
#define INSN(code, kind, name, text, action)                                                       \
	case code: {                                                                               \
		action                                                                             \
	} break;
#include "classic/classic.def"
		default:
			__builtin_unreachable();
		}
	}
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The rules of Linux for classic BPF (bpf_check_classic in net/core/filter.c): known opcodes,
 * operands in range, jumps forward and inside, a return at the end, and no scratch word read before
 * it was written.
 *
 * Linux may still refuse such a program for want of room (ENOMEM): it counts its own translation,
 * about 256 bytes for a packet load, against net.core.optmem_max (128 KiB). Where that is larger it
 * refuses (EINVAL) a jump over more than 32,767 instructions of the translation, which takes 1,724
 * or more packet loads. Both depend on the machine, so they are no part of the check. */
#include <skep/classic.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "classic/table.h"

/* A program under check. */
struct check {
	const struct sock_filter *insns;
	u32 count;
	struct skep_diag *d;
};

/* Fails at an instruction with a hint and a sentence. */
SKEP_COLD SKEP_PRINTF(5, 6) static bool fail(struct check *c, u32 at, enum skep_error code,
					     const char *hint, const char *what, ...)
{
	va_list args;

	va_start(args, what);
	skep_fail_va(c->d, code, skep_place_insn(at), what, args);
	va_end(args);
	return skep_hint(c->d, "%s", hint);
}

static bool check_place(struct check *c, u32 at)
{
	u32 k = c->insns[at].k;

	if (k < (u32)SKF_AD_OFF || skep_classic_ancillary_name(k))
		return true;
	return fail(
	    c, at, SKEP_E_RANGE,
	    "ancillary fields are SKF_AD_OFF plus 0, 4, 8 ... 60 (linux/filter.h)",
	    "instruction %u loads from offset %d, which is SKF_AD_OFF + %u: no field of Linux", at,
	    (s32)k, k - (u32)SKF_AD_OFF);
}

static bool check_word(struct check *c, u32 at)
{
	u32 k = c->insns[at].k;

	if (k < BPF_MEMWORDS)
		return true;
	return fail(c, at, SKEP_E_RANGE, "use one of M[0] to M[15]",
		    "instruction %u uses scratch word M[%u], the last one is M[%u]", at, k,
		    BPF_MEMWORDS - 1);
}

static bool check_bits(struct check *c, u32 at)
{
	u32 k = c->insns[at].k;

	if (k < 32)
		return true;
	return fail(c, at, SKEP_E_RANGE, "registers have 32 bits; to get 0 write 'ld #0'",
		    "instruction %u shifts by %u bits, the most is 31", at, k);
}

static bool check_divisor(struct check *c, u32 at)
{
	if (c->insns[at].k)
		return true;
	return fail(c, at, SKEP_E_RANGE, "to end without a match write 'ret #0'",
		    "instruction %u divides by the constant 0", at);
}

static bool check_distance(struct check *c, u32 at)
{
	u32 k = c->insns[at].k, most = c->count - at - 1;

	if (k < most)
		return true;
	if ((s32)k < 0)
		return fail(c, at, SKEP_E_RANGE, "classic BPF has no loops: unroll it",
			    "instruction %u jumps backward by %lld", at, -(long long)(s32)k);
	return fail(c, at, SKEP_E_RANGE, "jump to an instruction of the program",
		    "instruction %u jumps to instruction %llu, the last one is %u", at,
		    (unsigned long long)at + 1 + k, c->count - 1);
}

static bool check_test(struct check *c, u32 at)
{
	u32 jt = at + 1 + c->insns[at].jt, jf = at + 1 + c->insns[at].jf;

	if (jt < c->count && jf < c->count)
		return true;
	return fail(c, at, SKEP_E_RANGE, "jump to an instruction of the program",
		    "instruction %u jumps to instruction %u, the last one is %u", at,
		    jt < c->count ? jf : jt, c->count - 1);
}

static bool check_operand(struct check *c, u32 at, enum skep_classic_operand operand)
{
	switch (operand) {
	case SKEP_OPERAND_NONE:
	case SKEP_OPERAND_NUMBER:
		return true;
	case SKEP_OPERAND_PLACE:
		return check_place(c, at);
	case SKEP_OPERAND_WORD:
		return check_word(c, at);
	case SKEP_OPERAND_BITS:
		return check_bits(c, at);
	case SKEP_OPERAND_DIVISOR:
		return check_divisor(c, at);
	case SKEP_OPERAND_DISTANCE:
		return check_distance(c, at);
	}
	return true;
}

/* One instruction by itself; *reads is set if it reads a scratch word. */
static bool check_insn(struct check *c, u32 at, bool *reads)
{
	const struct skep_classic_row *row = skep_classic_row(c->insns[at].code);

	if (!row)
		return fail(c, at, SKEP_E_INVALID,
			    "linux/filter.h has the instructions that Linux allows",
			    "instruction %u has opcode 0x%x, which is not classic BPF of Linux", at,
			    c->insns[at].code);
	*reads |= row->action == SKEP_ACTION_FETCH;
	if (row->action == SKEP_ACTION_TEST)
		return check_test(c, at);
	return check_operand(c, at, row->operand);
}

/* written[i]: the scratch words that every jump to i has found written.
 *
 * A return does not start afresh what is known for the instruction behind it, as a jump does: so
 * Linux has it, and it refuses some programs that would be safe. */
static bool check_scratch(struct check *c, u16 *written)
{
	u16 now = 0;

	for (u32 at = 0; at < c->count; at++)
		written[at] = 0xffff;
	for (u32 at = 0; at < c->count; at++) {
		struct sock_filter insn = c->insns[at];

		now &= written[at];
		switch (skep_classic_row(insn.code)->action) {
		case SKEP_ACTION_STORE:
			now |= (u16)(1 << insn.k);
			break;
		case SKEP_ACTION_FETCH:
			if (now & 1 << insn.k)
				break;
			return fail(c, at, SKEP_E_INVALID,
				    "store it on every way that leads here (st, stx)",
				    "instruction %u reads M[%u] before every path has written it",
				    at, insn.k);
		case SKEP_ACTION_JUMP:
			written[at + 1 + insn.k] &= now;
			now = 0xffff;
			break;
		case SKEP_ACTION_TEST:
			written[at + 1 + insn.jt] &= now;
			written[at + 1 + insn.jf] &= now;
			now = 0xffff;
			break;
		default:
			break;
		}
	}
	return true;
}

static bool check_size(u32 count, u32 limit, struct skep_diag *d)
{
	if (!count) {
		skep_fail(d, SKEP_E_INVALID, "the program is empty");
		return skep_hint(d, "the shortest program is 'ret #0'");
	}
	if (count <= limit)
		return true;
	if (limit != SKEP_CLASSIC_LINUX_LIMIT)
		return skep_fail(d, SKEP_E_LIMIT,
				 "the program has %u instructions, the limit is %u", count, limit);
	skep_fail(
	    d, SKEP_E_LIMIT,
	    "the program has %u instructions, Linux takes %u (BPF_MAXINSNS in linux/bpf_common.h)",
	    count, limit);
	return skep_hint(d, "split the filter, or filter in user space, where %u are allowed",
			 SKEP_CLASSIC_LIMIT);
}

static bool check_last(struct check *c)
{
	u32 last = c->count - 1;

	if (skep_classic_row(c->insns[last].code)->action == SKEP_ACTION_RETURN)
		return true;
	return fail(c, last, SKEP_E_INVALID, "end with 'ret #0', 'ret #262144' or 'ret a'",
		    "the last instruction, %u, is '%s', not 'ret'", last,
		    skep_classic_row(c->insns[last].code)->mnemonic);
}

bool skep_classic_check(const struct sock_filter *insns, u32 count, u32 limit, struct skep_diag *d)
{
	struct check c = {.insns = insns, .count = count, .d = d};
	bool reads = false, ok;
	u16 *written;

	if (!check_size(count, limit, d))
		return false;
	for (u32 at = 0; at < count; at++)
		if (!check_insn(&c, at, &reads))
			return false;
	if (!check_last(&c))
		return false;
	if (!reads)
		return true;
	written = skep_alloc(count * sizeof(*written));
	if (!written)
		return skep_fail_nomem(d);
	ok = check_scratch(&c, written);
	skep_free(written);
	return ok;
}

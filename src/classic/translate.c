/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic BPF as an eBPF socket filter that Linux's verifier takes.
 *
 *   r0       a: what a packet load, a helper and the end of a program use anyhow
 *   r6       the struct __sk_buff, where packet loads want it
 *   r7       x
 *   r8       keeps a while ldxb loads
 *   r9       for comparisons that take one register more
 *   r10 - 4 * (n + 1)  scratch word M[n], 32 bits
 *
 * All arithmetic and all comparisons are in 32 bits. A packet load outside the packet ends an eBPF
 * program with 0, as it does a classic one. Shifts by more than 31 and x + k beyond 2^32 need a
 * test of their own (see run.c). Instructions that no path reaches are left out, because the
 * verifier refuses them.
 *
 * The program is made twice: the first time only counts, so that the second knows where each jump
 * goes. No instruction changes its size between the two. */
#include "classic/translate.h"

#include <skep/classic.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "classic/table.h"

enum { REG_A = BPF_REG_0, REG_CTX = BPF_REG_6, REG_X = BPF_REG_7, REG_SAVED = BPF_REG_8 };

/* Not in Linux's headers of Debian 12: a jump whose distance is imm (RFC 9669, section 4.3). */
#define LONG_JUMP (BPF_JMP32 | BPF_JA)

struct translator {
	const struct sock_filter *insns;
	u32 count;
	u32 *start;	      /* of each classic instruction, in eBPF instructions; UNREACHED */
	struct bpf_insn *out; /* NULL the first time */
	u32 n;		      /* instructions made */
	struct skep_diag *d;
};

enum { UNREACHED = UINT32_MAX, REACHED = 0 };

static void put(struct translator *t, struct bpf_insn insn)
{
	if (t->out)
		t->out[t->n] = insn;
	t->n++;
}

static void put_reg(struct translator *t, u8 op, u8 dst, u8 src)
{
	put(t, (struct bpf_insn){.code = op | BPF_X, .dst_reg = dst & 15u, .src_reg = src & 15u});
}

static void put_imm(struct translator *t, u8 op, u8 dst, u32 imm)
{
	put(t, (struct bpf_insn){.code = op | BPF_K, .dst_reg = dst & 15u, .imm = (s32)imm});
}

/* A test of dst against imm that skips `skip` instructions. */
static void put_skip(struct translator *t, u8 op, u8 dst, u32 imm, s16 skip)
{
	put(t, (struct bpf_insn){.code = BPF_JMP32 | op | BPF_K,
				 .dst_reg = dst & 15u,
				 .off = skip,
				 .imm = (s32)imm});
}

static void put_return(struct translator *t, u32 value)
{
	put_imm(t, BPF_ALU | BPF_MOV, BPF_REG_0, value);
	put(t, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
}

/* Completes a jump to a classic instruction. Conditional ones reach 256 classic instructions, which
 * are less than 2^15 of eBPF. */
static void put_jump(struct translator *t, struct bpf_insn jump, u32 target)
{
	s64 distance = (s64)t->start[target] - t->n - 1;

	jump.off = (s16)distance;
	if (jump.code == (BPF_JMP | BPF_JA) && distance > INT16_MAX)
		jump = (struct bpf_insn){.code = LONG_JUMP, .imm = (s32)distance};
	put(t, jump);
}

static void put_context(struct translator *t, u8 dst, size_t offset)
{
	put(t, (struct bpf_insn){.code = BPF_LDX | BPF_MEM | BPF_W,
				 .dst_reg = dst & 15u,
				 .src_reg = REG_CTX,
				 .off = (s16)offset});
}

/* Ancillary fields: the column `skb` of ancillary.def. */
#define FIELD(f) put_context(t, REG_A, offsetof(struct __sk_buff, f))
#define FIELD_BE16(f)                                                                              \
	FIELD(f);                                                                                  \
	put(t,                                                                                     \
	    (struct bpf_insn){.code = BPF_ALU | BPF_END | BPF_TO_BE, .dst_reg = REG_A, .imm = 16})
#define HELPER(h) put(t, (struct bpf_insn){.code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_##h})
#define XOR_X	  put_reg(t, BPF_ALU | BPF_XOR, REG_A, REG_X)
#define NOWHERE	  return false

/* Whether struct __sk_buff or a helper has the field; its load is then put. */
static bool put_ancillary(struct translator *t, u32 k)
{
	switch (k - (u32)SKF_AD_OFF) {
#define ANCILLARY(name, text, value, skb)                                                          \
	case SKF_AD_##name:                                                                        \
		skb;                                                                               \
		return true;
#include "classic/ancillary.def"
#undef ANCILLARY
	}
	return false;
}

static bool load(struct translator *t, u32 at, struct sock_filter i)
{
	if (!skep_classic_ancillary_name(i.k)) {
		put(t, (struct bpf_insn){.code = (u8)i.code, .imm = (s32)i.k});
		return true;
	}
	if (put_ancillary(t, i.k))
		return true;
	skep_fail_at(t->d, SKEP_E_UNSUPPORTED, skep_place_insn(at),
		     "instruction %u loads [%s] (%s), which eBPF cannot get at", at,
		     skep_classic_ancillary_text(i.k), skep_classic_ancillary_name(i.k));
	return skep_hint(t->d, "run it as classic BPF");
}

/* Linux takes x + k modulo 2^32, so sums beyond are sorted out first. */
static bool load_x(struct translator *t, u32 at, struct sock_filter i)
{
	(void)at;
	if (i.k) {
		put_skip(t, BPF_JLE, REG_X, UINT32_MAX - i.k, 2);
		put_return(t, 0);
	}
	put(t, (struct bpf_insn){.code = (u8)i.code, .src_reg = REG_X, .imm = (s32)i.k});
	return true;
}

static bool header(struct translator *t, u32 at, struct sock_filter i)
{
	(void)at;
	put_reg(t, BPF_ALU | BPF_MOV, REG_SAVED, REG_A);
	put(t, (struct bpf_insn){.code = BPF_LD | BPF_ABS | BPF_B, .imm = (s32)i.k});
	put_imm(t, BPF_ALU | BPF_AND, REG_A, 0xf);
	put_imm(t, BPF_ALU | BPF_LSH, REG_A, 2);
	put_reg(t, BPF_ALU | BPF_MOV, REG_X, REG_A);
	put_reg(t, BPF_ALU | BPF_MOV, REG_A, REG_SAVED);
	return true;
}

static bool set(struct translator *t, u32 at, struct sock_filter i)
{
	bool from_x = i.code == (BPF_MISC | BPF_TXA);
	u8 dst = from_x || BPF_CLASS(i.code) == BPF_LD ? REG_A : REG_X;

	(void)at;
	if (BPF_CLASS(i.code) == BPF_MISC)
		put_reg(t, BPF_ALU | BPF_MOV, dst, from_x ? REG_X : REG_A);
	else if (BPF_MODE(i.code) == BPF_LEN)
		put_context(t, dst, offsetof(struct __sk_buff, len));
	else
		put_imm(t, BPF_ALU | BPF_MOV, dst, i.k);
	return true;
}

static s16 word_offset(u32 word)
{
	return (s16)(-4 * (s32)(word + 1));
}

static bool fetch(struct translator *t, u32 at, struct sock_filter i)
{
	(void)at;
	put(t, (struct bpf_insn){.code = BPF_LDX | BPF_MEM | BPF_W,
				 .dst_reg = BPF_CLASS(i.code) == BPF_LD ? REG_A : REG_X,
				 .src_reg = BPF_REG_10,
				 .off = word_offset(i.k)});
	return true;
}

static bool store(struct translator *t, u32 at, struct sock_filter i)
{
	(void)at;
	put(t, (struct bpf_insn){.code = BPF_STX | BPF_MEM | BPF_W,
				 .dst_reg = BPF_REG_10,
				 .src_reg = i.code == BPF_ST ? REG_A : REG_X,
				 .off = word_offset(i.k)});
	return true;
}

/* The operation has the same code in eBPF. */
static bool alu(struct translator *t, u32 at, struct sock_filter i)
{
	u8 op = (u8)(BPF_ALU | BPF_OP(i.code));

	(void)at;
	if (BPF_SRC(i.code) == BPF_X)
		put_reg(t, op, REG_A, REG_X);
	else
		put_imm(t, op, REG_A, i.k);
	return true;
}

static bool divide(struct translator *t, u32 at, struct sock_filter i)
{
	if (BPF_SRC(i.code) == BPF_X) {
		put_skip(t, BPF_JNE, REG_X, 0, 2);
		put_return(t, 0);
	}
	return alu(t, at, i);
}

static bool shift(struct translator *t, u32 at, struct sock_filter i)
{
	if (BPF_SRC(i.code) == BPF_X) {
		put_skip(t, BPF_JLE, REG_X, 31, 2);
		put_imm(t, BPF_ALU | BPF_MOV, REG_A, 0);
		put(t, (struct bpf_insn){.code = BPF_JMP | BPF_JA, .off = 1});
	}
	return alu(t, at, i);
}

static bool negate(struct translator *t, u32 at, struct sock_filter i)
{
	(void)at, (void)i;
	put_imm(t, BPF_ALU | BPF_NEG, REG_A, 0);
	return true;
}

static bool jump(struct translator *t, u32 at, struct sock_filter i)
{
	put_jump(t, (struct bpf_insn){.code = BPF_JMP | BPF_JA}, at + 1 + i.k);
	return true;
}

/* The test that holds when op does not, or 0: eBPF has none for jset. */
static u8 opposite(u8 op)
{
	switch (op) {
	case BPF_JEQ:
		return BPF_JNE;
	case BPF_JGT:
		return BPF_JLE;
	case BPF_JGE:
		return BPF_JLT;
	default:
		return 0;
	}
}

static bool test(struct translator *t, u32 at, struct sock_filter i)
{
	struct bpf_insn jump_if = {.dst_reg = REG_A};
	bool with_x = BPF_SRC(i.code) == BPF_X;
	u8 op = (u8)BPF_OP(i.code);
	bool turned = i.jt == 0 && opposite(op);
	u8 taken = turned ? i.jf : i.jt, other = turned ? i.jt : i.jf;

	if (i.jt == i.jf)
		return jump(t, at, (struct sock_filter){.k = i.jt});
	jump_if.code = BPF_JMP32 | (turned ? opposite(op) : op) | BPF_SRC(i.code);
	jump_if.src_reg = with_x ? REG_X : 0;
	jump_if.imm = with_x ? 0 : (s32)i.k;
	put_jump(t, jump_if, at + 1 + taken);
	if (other)
		jump(t, at, (struct sock_filter){.k = other});
	return true;
}

static bool finish(struct translator *t, u32 at, struct sock_filter i)
{
	(void)at;
	if (BPF_RVAL(i.code) == BPF_K)
		put_return(t, i.k);
	else
		put(t, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
	return true;
}

/* Puts what a classic instruction is in eBPF; false with t->d set if there is no such thing. */
static bool (*const translations[SKEP_ACTION_COUNT])(struct translator *t, u32 at,
						     struct sock_filter i) = {
    [SKEP_ACTION_LOAD] = load,	   [SKEP_ACTION_LOAD_X] = load_x, [SKEP_ACTION_HEADER] = header,
    [SKEP_ACTION_SET] = set,	   [SKEP_ACTION_FETCH] = fetch,	  [SKEP_ACTION_STORE] = store,
    [SKEP_ACTION_ALU] = alu,	   [SKEP_ACTION_DIVIDE] = divide, [SKEP_ACTION_SHIFT] = shift,
    [SKEP_ACTION_NEGATE] = negate, [SKEP_ACTION_JUMP] = jump,	  [SKEP_ACTION_TEST] = test,
    [SKEP_ACTION_RETURN] = finish,
};

/* Marks in start[] what some path reaches: all jumps go forward, so one pass does. */
static void mark_reached(struct translator *t)
{
	for (u32 at = 0; at < t->count; at++)
		t->start[at] = UNREACHED;
	t->start[0] = REACHED;
	for (u32 at = 0; at < t->count; at++) {
		struct sock_filter i = t->insns[at];

		if (t->start[at] == UNREACHED)
			continue;
		switch (skep_classic_row(i.code)->action) {
		case SKEP_ACTION_RETURN:
			break;
		case SKEP_ACTION_JUMP:
			t->start[at + 1 + i.k] = REACHED;
			break;
		case SKEP_ACTION_TEST:
			t->start[at + 1 + i.jt] = REACHED;
			t->start[at + 1 + i.jf] = REACHED;
			break;
		default:
			t->start[at + 1] = REACHED;
		}
	}
}

static bool translate(struct translator *t)
{
	t->n = 0;
	put_reg(t, BPF_ALU64 | BPF_MOV, REG_CTX, BPF_REG_1);
	put_imm(t, BPF_ALU | BPF_MOV, REG_A, 0);
	put_imm(t, BPF_ALU | BPF_MOV, REG_X, 0);
	for (u32 at = 0; at < t->count; at++) {
		if (t->start[at] == UNREACHED)
			continue;
		t->start[at] = t->n;
		if (!translations[skep_classic_row(t->insns[at].code)->action](t, at, t->insns[at]))
			return false;
	}
	return true;
}

struct skep_prog *skep_classic_to_ebpf(const struct sock_filter *insns, u32 count,
				       struct skep_diag *d)
{
	struct translator t = {.insns = insns, .count = count, .d = d};
	struct skep_prog *prog = NULL;

	if (!skep_classic_check(insns, count, SKEP_CLASSIC_LIMIT, d))
		return NULL;
	t.start = skep_alloc(count * sizeof(*t.start));
	if (!t.start)
		goto no_memory;
	mark_reached(&t);
	if (!translate(&t))
		goto done;
	t.out = skep_alloc(t.n * sizeof(*t.out));
	if (!t.out)
		goto no_memory;
	translate(&t);
	prog = skep_prog_new(SKEP_PROG_SOCKET_FILTER, t.out, t.n, d);
	goto done;
no_memory:
	skep_fail_nomem(d);
done:
	skep_free(t.start);
	skep_free(t.out);
	return prog;
}

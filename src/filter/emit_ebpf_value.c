/* SPDX-License-Identifier: BSD-2-Clause */
/* Values in eBPF. A number loaded from the packet is left as it lies there where it is only
 * compared for equality or bits: the constants are turned round instead. A place that is counted
 * from a value becomes one pointer, moved forward to the end of what is needed from it and compared
 * once with the end of the packet; loads count back from there. */
#include <endian.h>
#include <skep/packet.h>

#include "base/diag.h"
#include "filter/emit_ebpf.h"

enum {
	STACK_SIZE = 512,
	PINS_MAX = 2,	      /* so many operands wait in registers, the others on the stack */
	FARTHEST_XDP = 0x7fff /* a variable part may be as large, and what is added to it as well */
};

/* Where struct skep_packet has what Linux calls ancillary data. */
static const struct meta {
	u32 ad;
	u16 offset;
	u8 size;
} META[] = {
    {SKF_AD_PROTOCOL, offsetof(struct skep_packet, protocol), 2},
    {SKF_AD_PKTTYPE, offsetof(struct skep_packet, pkttype), 1},
    {SKF_AD_IFINDEX, offsetof(struct skep_packet, ifindex), 4},
    {SKF_AD_MARK, offsetof(struct skep_packet, mark), 4},
    {SKF_AD_QUEUE, offsetof(struct skep_packet, queue), 2},
    {SKF_AD_HATYPE, offsetof(struct skep_packet, hatype), 2},
    {SKF_AD_RXHASH, offsetof(struct skep_packet, rxhash), 4},
    {SKF_AD_CPU, offsetof(struct skep_packet, cpu), 4},
    {SKF_AD_VLAN_TAG, offsetof(struct skep_packet, vlan_tci), 2},
    {SKF_AD_VLAN_TAG_PRESENT, offsetof(struct skep_packet, vlan_present), 1},
    {SKF_AD_VLAN_TPID, offsetof(struct skep_packet, vlan_tpid), 2},
};

static const struct skep_value *value_of(const struct skep_ebpf *e, skep_vid v)
{
	return &e->plan.g->values.data[v];
}

static void pin(struct skep_ebpf *e, u8 r)
{
	e->pinned |= (u16)(1u << r);
}

u32 skep_ebpf_as_wire(u32 k, u8 size)
{
	return size == 2 ? htobe16((u16)k) : htobe32(k);
}

bool skep_ebpf_has_wire(const struct skep_ebpf *e, skep_vid v, u8 *size)
{
	const struct skep_value *value = value_of(e, v);
	u32 k;

	if (skep_ebpf_find(e, SKEP_FORM_VALUE, v) < SKEP_EBPF_REGS)
		return false;
	if (value->kind == SKEP_VALUE_ALU && value->op == BPF_AND &&
	    skep_plan_is_const(&e->plan, value->b, &k)) {
		value = value_of(e, value->a);
		if (skep_ebpf_find(e, SKEP_FORM_VALUE, value_of(e, v)->a) < SKEP_EBPF_REGS)
			return false;
	}
	*size = value->size;
	return value->kind == SKEP_VALUE_LOAD && value->size > 1;
}

/* A register with the content of r that may be changed: r itself if nothing needs it any more. */
static u8 own(struct skep_ebpf *e, u8 r, bool last)
{
	u8 copy;

	if (last && (e->pool & 1u << r)) {
		e->now.r[r] = (struct skep_ebpf_reg){0};
		return r;
	}
	copy = skep_ebpf_take_beside(e, r);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, copy, r);
	return copy;
}

/* The verifier follows a packet pointer only so far; header lengths it knows to be small. */
static void bound(struct skep_ebpf *e, u8 r, u32 bytes)
{
	struct bpf_insn far = {.code = BPF_JMP32 | BPF_JGT | BPF_K, .dst_reg = r & 15u};

	far.imm = FARTHEST_XDP;
	if (bytes > FARTHEST_XDP) { /* always taken */
		far.code = BPF_JMP32 | BPF_JGE | BPF_K;
		far.imm = 0;
	}
	if (e->target->type == SKEP_PROG_XDP)
		skep_ebpf_leave(e, far, SKEP_NODE_REJECT);
}

/* A pointer from value(base) with `bytes` captured behind it; its bias is at least `bytes`. */
static u8 pointer(struct skep_ebpf *e, skep_vid base, u32 bytes)
{
	u8 r = skep_ebpf_find(e, SKEP_FORM_POINTER, base), end;
	u16 pinned = e->pinned;
	u32 bias;

	if (r == SKEP_EBPF_REGS) {
		r = skep_ebpf_value(e, base);
		bound(e, r, bytes);
		r = own(e, r, e->only_base[base]);
		skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, r, BPF_REG_1);
		skep_ebpf_hold(e, r, SKEP_FORM_POINTER, base);
	}
	bias = e->now.r[r].bias;
	if (bias >= bytes || e->failed)
		return r;
	bytes = skep_ebpf_want_from(e, base, bytes);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, r, bytes - bias);
	e->now.r[r].bias = bytes;
	pin(e, r);
	end = skep_ebpf_end(e);
	e->pinned = pinned;
	skep_ebpf_leave(e,
			(struct bpf_insn){.code = BPF_JMP | BPF_JGT | BPF_X,
					  .dst_reg = r & 15u,
					  .src_reg = end & 15u},
			SKEP_NODE_REJECT);
	return r;
}

/* Loads the bytes of a LOAD as they lie into a new register. */
static u8 load(struct skep_ebpf *e, const struct skep_value *v)
{
	u8 from = BPF_REG_1, r;
	s64 offset = v->k;

	if (v->a != 0) {
		from = pointer(e, v->a, v->k + v->size);
		offset -= e->now.r[from].bias;
	}
	r = skep_ebpf_take_beside(e, from);
	skep_ebpf_load(e, v->size, r, from, (s32)offset);
	return r;
}

u8 skep_ebpf_wire(struct skep_ebpf *e, skep_vid v)
{
	const struct skep_value *value = value_of(e, v);
	u8 r = skep_ebpf_find(e, SKEP_FORM_WIRE, v), size;
	u32 k;

	if (r < SKEP_EBPF_REGS)
		return r;
	if (value->kind == SKEP_VALUE_LOAD) {
		r = load(e, value);
	} else {
		size = value_of(e, value->a)->size;
		skep_plan_is_const(&e->plan, value->b, &k);
		r = own(e, skep_ebpf_wire(e, value->a), e->plan.uses[value->a] == 1);
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_AND, r, skep_ebpf_as_wire(k, size));
	}
	skep_ebpf_hold(e, r, SKEP_FORM_WIRE, v);
	return r;
}

static u8 load_value(struct skep_ebpf *e, skep_vid v)
{
	const struct skep_value *value = value_of(e, v);
	u8 r = skep_ebpf_find(e, SKEP_FORM_WIRE, v);

	if (r == SKEP_EBPF_REGS)
		r = load(e, value);
	else
		r = own(e, r, true);
	if (value->size > 1)
		skep_ebpf_put(e, (struct bpf_insn){.code = BPF_ALU | BPF_END | BPF_TO_BE,
						   .dst_reg = r & 15u,
						   .imm = value->size * 8});
	return r;
}

static u8 meta(struct skep_ebpf *e, u32 ad)
{
	u8 r = skep_ebpf_take(e);

	for (size_t i = 0; i < SKEP_COUNT(META); i++) {
		if (META[i].ad != ad)
			continue;
		skep_ebpf_load(e, META[i].size, r, BPF_REG_4, META[i].offset);
		return r;
	}
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, r, 0);
	return r;
}

static u8 operate_const(struct skep_ebpf *e, const struct skep_value *v, u32 k)
{
	u8 r = own(e, skep_ebpf_value(e, v->a), e->plan.uses[v->a] == 1);

	if ((v->op == BPF_LSH || v->op == BPF_RSH) && k >= 32)
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, r, 0);
	else
		skep_ebpf_alu_imm(e, BPF_ALU | v->op, r, k);
	return r;
}

static void check_divisor(struct skep_ebpf *e, u8 r)
{
	skep_ebpf_leave(e,
			(struct bpf_insn){.code = BPF_JMP32 | BPF_JEQ | BPF_K, .dst_reg = r & 15u},
			SKEP_NODE_REJECT);
}

static bool divides(const struct skep_value *v)
{
	return v->op == BPF_DIV || v->op == BPF_MOD;
}

static u8 operate(struct skep_ebpf *e, skep_vid id)
{
	const struct skep_value *v = value_of(e, id);
	u16 pinned = e->pinned; /* b may be among them: an operand of what is around */
	u8 a, b, r;
	u32 k;

	if (skep_plan_is_const(&e->plan, v->b, &k))
		return operate_const(e, v, k);
	skep_ebpf_values(e, v->a, v->b, &a, &b);
	if (divides(v))
		check_divisor(e, b);
	pin(e, b);
	r = own(e, a, e->plan.uses[v->a] == 1 && a != b);
	e->pinned = pinned;
	if (v->op == BPF_LSH || v->op == BPF_RSH) { /* by 32 and more gives 0; eBPF masks */
		skep_ebpf_put(e, (struct bpf_insn){.code = BPF_JMP32 | BPF_JLT | BPF_K,
						   .dst_reg = b & 15u,
						   .off = 1,
						   .imm = 32});
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, r, 0);
	}
	skep_ebpf_alu(e, BPF_ALU | v->op, r, b);
	return r;
}

static u8 chain(struct skep_ebpf *e, skep_vid v)
{
	u8 net = BPF_REG_0;
	u32 k;

	if (!skep_plan_is_const(&e->plan, value_of(e, v)->a, &k))
		net = skep_ebpf_value(e, value_of(e, v)->a);
	return skep_ebpf_chain(e, v, net);
}

/* Recursion is bounded: skep_plan_init has refused deep values. */
u8 skep_ebpf_value(struct skep_ebpf *e, skep_vid v)
{
	const struct skep_value *value = value_of(e, v);
	u8 r = skep_ebpf_find(e, SKEP_FORM_VALUE, v);

	if (r < SKEP_EBPF_REGS || e->failed)
		return r % SKEP_EBPF_REGS;
	switch ((enum skep_value_kind)value->kind) {
	case SKEP_VALUE_CONST:
		r = skep_ebpf_take(e);
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, r, value->k);
		break;
	case SKEP_VALUE_LEN:
		return BPF_REG_3;
	case SKEP_VALUE_META:
		r = meta(e, value->k);
		break;
	case SKEP_VALUE_LOAD:
		r = load_value(e, v);
		break;
	case SKEP_VALUE_ALU:
		r = operate(e, v);
		break;
	case SKEP_VALUE_CHAIN:
		r = chain(e, v);
		break;
	}
	skep_ebpf_hold(e, r, SKEP_FORM_VALUE, v);
	return r;
}

static void stack_access(struct skep_ebpf *e, u8 code, u8 dst, u8 src)
{
	skep_ebpf_put(e, (struct bpf_insn){.code = code,
					   .dst_reg = dst & 15u,
					   .src_reg = src & 15u,
					   .off = (s16) - (s32)e->stack});
}

static void values_through_stack(struct skep_ebpf *e, skep_vid b, u8 *ra, u8 *rb)
{
	if (e->stack == STACK_SIZE) {
		skep_fail(e->diag, SKEP_E_LIMIT,
			  "an arithmetic expression needs more than the %d bytes of stack that an "
			  "eBPF program has",
			  STACK_SIZE);
		skep_hint(e->diag, "compare parts of it on their own, or nest fewer parentheses");
		e->failed = true;
		return;
	}
	e->stack += 8;
	stack_access(e, BPF_STX | BPF_MEM | BPF_DW, BPF_REG_10, *ra);
	*rb = skep_ebpf_value(e, b);
	*ra = skep_ebpf_take_beside(e, *rb);
	stack_access(e, BPF_LDX | BPF_MEM | BPF_DW, *ra, BPF_REG_10);
	e->stack -= 8;
}

void skep_ebpf_values(struct skep_ebpf *e, skep_vid a, skep_vid b, u8 *ra, u8 *rb)
{
	u16 pinned = e->pinned;

	*ra = skep_ebpf_value(e, a);
	*rb = *ra;
	if (__builtin_popcount(e->pinned) >= PINS_MAX || e->has_chain[b]) {
		values_through_stack(e, b, ra, rb);
		return;
	}
	pin(e, *ra);
	*rb = skep_ebpf_value(e, b);
	e->pinned = pinned;
}

void skep_ebpf_ensure(struct skep_ebpf *e, skep_vid v)
{
	const struct skep_value *value = value_of(e, v);
	u32 k;

	if (e->failed || skep_ebpf_find(e, SKEP_FORM_VALUE, v) < SKEP_EBPF_REGS)
		return;
	if (value->kind == SKEP_VALUE_CHAIN) {
		skep_ebpf_value(e, v);
	} else if (value->kind == SKEP_VALUE_LOAD && value->a != 0) {
		pointer(e, value->a, value->k + value->size);
	} else if (value->kind == SKEP_VALUE_ALU) {
		skep_ebpf_ensure(e, value->a);
		skep_ebpf_ensure(e, value->b);
		if (divides(value) && !skep_plan_is_const(&e->plan, value->b, &k))
			check_divisor(e, skep_ebpf_value(e, value->b));
	}
}

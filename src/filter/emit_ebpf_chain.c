/* SPDX-License-Identifier: BSD-2-Clause */
/* `protochain` in eBPF: the walk of chain.h as a loop that ends after SKEP_CHAIN_TURNS headers; in
 * an XDP program after TURNS_XDP, because Linux's verifier walks it turn by turn: a packet with
 * more headers does not match.
 *
 * x is the place of the next header from the start of the packet, so what AH sets it to has the
 * place of the network header added: a constant, or a word of the stack. */
#include "filter/chain.h"

#include <netinet/in.h>

#include "filter/emit_ebpf.h"

enum { FARTHEST_XDP = 0x7fff, TURNS_XDP = 16 };

struct chain {
	u8 last, x, turns, at, end; /* registers */
	u32 proto;
	u32 net;     /* place of the network header, if it is constant */
	bool varies; /* else it lies on the stack, at -e->stack */
	bool ip6;
};

/* A jump in the walk; returns its index, to be completed by land(). */
static size_t jump(struct skep_ebpf *e, u8 code, u8 dst, u32 imm)
{
	skep_ebpf_put(e, (struct bpf_insn){.code = code, .dst_reg = dst & 15u, .imm = (s32)imm});
	return e->code.count - 1;
}

static size_t is(struct skep_ebpf *e, u8 r, u32 k)
{
	return jump(e, BPF_JMP32 | BPF_JEQ | BPF_K, r, k);
}

static void land(struct skep_ebpf *e, size_t from)
{
	if (!e->failed)
		e->code.data[from].insn.off = (s16)(e->code.count - from - 1);
}

/* at = where x and `bytes` more lie, all captured; the program ends if they are not. */
static void reach(struct skep_ebpf *e, const struct chain *c, u32 bytes)
{
	struct bpf_insn inside = {.code = BPF_JMP | BPF_JLE | BPF_X,
				  .dst_reg = c->at & 15u,
				  .src_reg = c->end & 15u,
				  .off = 2};
	struct bpf_insn near = {.code = BPF_JMP | BPF_JLE | BPF_K,
				.dst_reg = c->x & 15u,
				.off = 2,
				.imm = FARTHEST_XDP};

	if (e->target->type == SKEP_PROG_XDP) {
		skep_ebpf_put(e, near);
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, BPF_REG_0, e->target->reject);
		skep_ebpf_put(e, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
	}
	skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, c->at, c->x);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, c->at, BPF_REG_1);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, c->at, bytes);
	skep_ebpf_put(e, inside);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, BPF_REG_0, e->target->reject);
	skep_ebpf_put(e, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
}

static void add_net(struct skep_ebpf *e, const struct chain *c)
{
	if (!c->varies) {
		skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, c->x, c->net);
		return;
	}
	skep_ebpf_put(e, (struct bpf_insn){.code = BPF_LDX | BPF_MEM | BPF_DW,
					   .dst_reg = c->at & 15u,
					   .src_reg = BPF_REG_10,
					   .off = (s16) - (s32)e->stack});
	skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, c->x, c->at);
}

/* Sets `last` and x from the network header. */
static void begin(struct skep_ebpf *e, const struct chain *c)
{
	u32 bytes = c->ip6 ? 7 : 10;

	if (!c->varies)
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, c->x, c->net);
	reach(e, c, bytes);
	skep_ebpf_load(e, 1, c->last, c->at, -1);
	if (c->ip6) {
		skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, c->x, 40);
		return;
	}
	skep_ebpf_load(e, 1, c->at, c->at, -10);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_AND, c->at, 0xf);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_LSH, c->at, 2);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, c->x, c->at);
}

/* Passes one header: the length byte makes x. */
static void pass(struct skep_ebpf *e, const struct chain *c, bool ah)
{
	reach(e, c, 2);
	skep_ebpf_load(e, 1, c->last, c->at, -2);
	if (!ah) {
		skep_ebpf_load(e, 1, c->at, c->at, -1);
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_ADD, c->at, 1);
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_LSH, c->at, 3);
		skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, c->x, c->at);
		return;
	}
	skep_ebpf_load(e, 1, c->x, c->at, -1);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_ADD, c->x, 2);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_LSH, c->x, 2);
	add_net(e, c);
}

static void loop(struct skep_ebpf *e, const struct chain *c)
{
	static const u8 options[] = {IPPROTO_HOPOPTS, IPPROTO_DSTOPTS, IPPROTO_ROUTING,
				     IPPROTO_FRAGMENT};
	size_t top = e->code.count, out[2], header[SKEP_COUNT(options)], ah, next = 0, back;

	out[0] = is(e, c->last, c->proto);
	ah = is(e, c->last, IPPROTO_AH);
	for (size_t i = 0; c->ip6 && i < SKEP_COUNT(options); i++)
		header[i] = is(e, c->last, options[i]);
	out[1] = jump(e, BPF_JMP | BPF_JA, 0, 0);
	if (c->ip6) {
		for (size_t i = 0; i < SKEP_COUNT(options); i++)
			land(e, header[i]);
		pass(e, c, false);
		next = jump(e, BPF_JMP | BPF_JA, 0, 0);
	}
	land(e, ah);
	pass(e, c, true);
	if (c->ip6)
		land(e, next);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, c->turns, (u32)-1);
	back = jump(e, BPF_JMP | BPF_JNE | BPF_K, c->turns, 0);
	if (!e->failed)
		e->code.data[back].insn.off = (s16) - (s32)(back - top + 1);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, BPF_REG_0, e->target->reject);
	skep_ebpf_put(e, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
	land(e, out[0]);
	land(e, out[1]);
}

static u8 take(struct skep_ebpf *e)
{
	u8 r = skep_ebpf_take(e);

	e->pinned |= (u16)(1u << r);
	return r;
}

u8 skep_ebpf_chain(struct skep_ebpf *e, skep_vid v, u8 net)
{
	const struct skep_value *value = &e->plan.g->values.data[v];
	struct chain c = {.ip6 = value->k == SKEP_CHAIN_IP6};
	u16 pinned = e->pinned;

	skep_plan_is_const(&e->plan, value->b, &c.proto);
	c.varies = !skep_plan_is_const(&e->plan, value->a, &c.net);
	if (c.varies) {
		e->pinned |= (u16)(1u << net);
		e->stack += 8;
		skep_ebpf_put(e, (struct bpf_insn){.code = BPF_STX | BPF_MEM | BPF_DW,
						   .dst_reg = BPF_REG_10,
						   .src_reg = net & 15u,
						   .off = (s16) - (s32)e->stack});
	}
	c.x = take(e);
	if (c.varies)
		skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, c.x, net);
	e->pinned = (u16)(pinned | 1u << c.x);
	c.end = skep_ebpf_end(e);
	e->pinned |= (u16)(1u << c.end);
	c.last = take(e);
	c.at = take(e);
	c.turns = take(e);
	begin(e, &c);
	skep_ebpf_alu_imm(e, BPF_ALU | BPF_MOV, c.turns,
			  e->target->type == SKEP_PROG_XDP ? TURNS_XDP : SKEP_CHAIN_TURNS + 1);
	loop(e, &c);
	e->pinned = pinned;
	if (c.varies)
		e->stack -= 8;
	return c.last;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* `protochain` in classic BPF, which has no loops that Linux takes: the walk of chain.h is written
 * out for TURNS headers. A packet with more of them does not match. The limit keeps a filter that
 * walks both IPv4 and IPv6 below the 4,096 instructions of Linux.
 *
 * A holds `last` at the head of a turn, X the place of the next header from the start of the
 * packet. */
#include <netinet/in.h>

#include "filter/chain.h"
#include "filter/emit_classic.h"

enum { TURNS = 64 };

static void jump(struct skep_classic *c, u16 cmp, u32 k, u8 yes)
{
	skep_classic_put(c, BPF_JMP | cmp | BPF_K, k);
	if (!c->failed)
		c->code.data[c->code.count - 1].jt = yes;
}

struct chain {
	enum skep_chain_start start;
	u32 proto;
	u32 net;      /* fixed part of the network header's place */
	u32 net_word; /* scratch word with its variable part, or BPF_MEMWORDS */
	u32 last;     /* scratch word */
};

static void byte(struct skep_classic *c, const struct chain *w, u32 at)
{
	skep_classic_put(c, BPF_LD | BPF_B | BPF_IND, w->net + at);
}

/* A = last, X = where the next header lies. */
static void begin(struct skep_classic *c, const struct chain *w)
{
	bool ip = w->start == SKEP_CHAIN_IP;

	if (w->net_word < BPF_MEMWORDS)
		skep_classic_put(c, BPF_STX, w->net_word);
	else
		skep_classic_put(c, BPF_LDX | BPF_IMM, 0);
	byte(c, w, ip ? 9 : 6);
	skep_classic_put(c, BPF_ST, w->last);
	if (ip) {
		byte(c, w, 0);
		skep_classic_put(c, BPF_ALU | BPF_AND | BPF_K, 0xf);
		skep_classic_put(c, BPF_ALU | BPF_LSH | BPF_K, 2);
	} else {
		skep_classic_put(c, BPF_LD | BPF_IMM, 40);
	}
	skep_classic_put(c, BPF_ALU | BPF_ADD | BPF_X, 0);
	skep_classic_put(c, BPF_MISC | BPF_TAX, 0);
	skep_classic_put(c, BPF_LD | BPF_MEM, w->last);
}

/* Passes one header; AH counts from the network header, the others from where they lie. */
static void pass(struct skep_classic *c, const struct chain *w, bool ah)
{
	byte(c, w, 0);
	skep_classic_put(c, BPF_ST, w->last);
	byte(c, w, 1);
	skep_classic_put(c, BPF_ALU | BPF_ADD | BPF_K, ah ? 2 : 1);
	skep_classic_put(c, BPF_ALU | BPF_LSH | BPF_K, ah ? 2 : 3);
	if (ah && w->net_word < BPF_MEMWORDS)
		skep_classic_put(c, BPF_LDX | BPF_MEM, w->net_word);
	if (!ah || w->net_word < BPF_MEMWORDS)
		skep_classic_put(c, BPF_ALU | BPF_ADD | BPF_X, 0);
	skep_classic_put(c, BPF_MISC | BPF_TAX, 0);
	skep_classic_put(c, BPF_LD | BPF_MEM, w->last);
}

/* One turn; returns the index of its jump out of the walk. */
static size_t turn(struct skep_classic *c, const struct chain *w)
{
	enum { PASS_OPTIONS = 8 }; /* instructions of pass(), and the jump behind it */
	size_t out, ja;

	if (w->start == SKEP_CHAIN_IP) {
		jump(c, BPF_JEQ, w->proto, 1);
		jump(c, BPF_JEQ, IPPROTO_AH, 1);
		out = c->code.count;
		skep_classic_put(c, BPF_JMP | BPF_JA, 0);
		pass(c, w, true);
		return out;
	}
	jump(c, BPF_JEQ, w->proto, 5);
	jump(c, BPF_JEQ, IPPROTO_AH, 5 + PASS_OPTIONS + 1);
	jump(c, BPF_JEQ, IPPROTO_HOPOPTS, 4);
	jump(c, BPF_JEQ, IPPROTO_DSTOPTS, 3);
	jump(c, BPF_JEQ, IPPROTO_ROUTING, 2);
	jump(c, BPF_JEQ, IPPROTO_FRAGMENT, 1);
	out = c->code.count;
	skep_classic_put(c, BPF_JMP | BPF_JA, 0);
	pass(c, w, false);
	ja = c->code.count;
	skep_classic_put(c, BPF_JMP | BPF_JA, 0);
	pass(c, w, true);
	if (!c->failed)
		c->code.data[ja].k = (u32)(c->code.count - ja - 1);
	return out;
}

void skep_classic_chain(struct skep_classic *c, skep_vid v)
{
	const struct skep_value *value = &c->plan.g->values.data[v];
	struct chain w = {.start = value->k, .net_word = BPF_MEMWORDS};
	u32 varies = !skep_plan_is_const(&c->plan, value->a, &w.net);
	size_t out[TURNS];

	skep_plan_is_const(&c->plan, value->b, &w.proto);
	if (varies) {
		w.net = 0;
		w.net_word = skep_classic_scratch(c);
	}
	w.last = skep_classic_scratch(c);
	begin(c, &w);
	for (u32 i = 0; i < TURNS; i++)
		out[i] = turn(c, &w);
	skep_classic_put(c, BPF_RET | BPF_K, 0);
	for (u32 i = 0; i < TURNS && !c->failed; i++)
		c->code.data[out[i]].k = (u32)(c->code.count - out[i] - 1);
	c->busy &= (u16) ~(1u << w.last);
	if (varies)
		c->busy &= (u16) ~(1u << w.net_word);
	c->now.x = SKEP_NO_VALUE;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Addresses that a context shows in 32 bits are loaded from where the run has them in 64, and
 * fields that hold fewer bits than they show are written so. What is known of a load, because the
 * memory never changes, is not loaded at all. */
#include <string.h>

#include "base/diag.h"
#include "lower/rewrite.h"
#include "spec/spec.h"
#include "vm/frame.h"

struct address {
	const char *context;
	u32 user; /* offset as programs have it */
	u32 real; /* offset of the 64 bits */
};

#define ADDRESS(context, holder, field, real)                                                      \
	{                                                                                          \
#context, offsetof(struct context, field), offsetof(struct holder, room.real)      \
	}

static const struct address addresses[] = {
    ADDRESS(__sk_buff, skep_skb, data, data),	   ADDRESS(__sk_buff, skep_skb, data_end, end),
    ADDRESS(__sk_buff, skep_skb, data_meta, meta), ADDRESS(xdp_md, skep_xdp, data, data),
    ADDRESS(xdp_md, skep_xdp, data_end, end),	   ADDRESS(xdp_md, skep_xdp, data_meta, meta),
};

static const struct address *find(u32 prog_type, s32 offset)
{
	const struct skep_prog_row *prog = skep_prog_row(prog_type);

	for (size_t i = 0; prog && i < SKEP_COUNT(addresses); i++)
		if (addresses[i].user == (u32)offset && !strcmp(addresses[i].context, prog->ctx))
			return &addresses[i];
	return NULL;
}

static bool add_number(struct skep_draft *d, u8 dst, u64 value)
{
	if (value == (u64)(s32)value)
		return skep_draft_add(
		    d,
		    skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = (u8)(dst & 15),
									  .imm = (s32)value}));
	return skep_draft_wide(d, dst, value);
}

/* Sockets without a queue have number -1, in all bits of the register. */
static bool is_queue_of_socket(const struct skep_draft *d, const struct skep_insn_row *row,
			       const struct bpf_insn *insn)
{
	u8 memory = d->in->facts[d->at].memory;

	return (memory == SKEP_REG_SOCKET || memory == SKEP_REG_SOCK_COMMON) && row->bits == 32 &&
	       insn->off == offsetof(struct bpf_sock, rx_queue_mapping);
}

bool skep_rewrite_load(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn)
{
	const struct skep_fact *fact = &d->in->facts[d->at];
	const struct address *a = NULL;
	struct bpf_insn load = *insn;

	if (fact->memory == SKEP_REG_ARENA)
		return skep_rewrite_in_arena(d, row, insn);
	if (fact->flags & SKEP_FACT_UNTRUSTED)
		return skep_fail_at(
		    d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at), "instruction %u: %s", d->at,
		    fact->memory == SKEP_REG_MAP
			? "reads a field of struct bpf_map: maps are no structs of a kernel here"
			: "reads at an address that nobody vouches for: there is no kernel that "
			  "catches a fault");
	if (fact->flags & SKEP_FACT_KPTR)
		return skep_fail_at(
		    d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at),
		    "instruction %u: reads a pointer to a struct of the kernel that "
		    "is kept in a map value (kptr), which skep does not have",
		    d->at);
	if (fact->flags & SKEP_FACT_KNOWN)
		return add_number(d, insn->dst_reg, fact->value);
	if (fact->memory == SKEP_REG_CTX)
		a = find(d->in->prog_type, insn->off);
	if (a) {
		load.off = (s16)a->real;
		load = skep_insn_encode(SKEP_INSN_LDX64, load);
	}
	if (is_queue_of_socket(d, row, insn))
		load = skep_insn_encode(SKEP_INSN_LDSX32, load);
	return skep_draft_add(d, load);
}

/* Fields of 32 bits that keep 16. */
static bool is_short(const struct skep_draft *d, const struct bpf_insn *insn)
{
	const struct skep_prog_row *prog = skep_prog_row(d->in->prog_type);

	return d->in->facts[d->at].memory == SKEP_REG_CTX && strcmp(prog->ctx, "__sk_buff") == 0 &&
	       (insn->off == offsetof(struct __sk_buff, queue_mapping) ||
		insn->off == offsetof(struct __sk_buff, tc_index) ||
		insn->off == offsetof(struct __sk_buff, tc_classid));
}

enum { NO_QUEUE = 0xffff };

/* Queues from this number on are none: the field stays as it is. */
static bool add_queue_check(struct skep_draft *d, const struct bpf_insn *store)
{
	const struct bpf_insn check = {
	    .code = BPF_JMP | BPF_JGE | BPF_K, .dst_reg = store->src_reg, .imm = NO_QUEUE};

	return skep_draft_jump(d, check, d->at + 1);
}

bool skep_rewrite_store(struct skep_draft *d, const struct skep_insn_row *row,
			const struct bpf_insn *insn)
{
	struct bpf_insn store = *insn;

	if (d->in->facts[d->at].memory == SKEP_REG_ARENA)
		return skep_rewrite_in_arena(d, row, insn);
	if (!is_short(d, insn))
		return skep_draft_add(d, store);
	store.code = (u8)((store.code & ~BPF_DW) | BPF_H);
	if (insn->off != offsetof(struct __sk_buff, queue_mapping))
		return skep_draft_add(d, store);
	if (BPF_CLASS(insn->code) == BPF_ST)
		return insn->imm >= NO_QUEUE || skep_draft_add(d, store);
	return add_queue_check(d, insn) && skep_draft_add(d, store);
}

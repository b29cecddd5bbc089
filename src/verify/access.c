/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory, whatever kind of pointer leads to it; and the instructions that touch it. */
#include "verify/arena_map.h"
#include "verify/kernel.h"
#include "verify/local.h"
#include "verify/walk.h"
#include "verify/words.h"

/* Who knows the memory that a type of register points to. */
typedef bool access(struct skep_walk *w, const struct skep_access *a);

static access *const accesses[SKEP_REG_COUNT] = {
    [SKEP_REG_CTX] = skep_context_access,	  [SKEP_REG_MAP_VALUE] = skep_value_access,
    [SKEP_REG_MAP_KEY] = skep_value_access,	  [SKEP_REG_STACK] = skep_stack_access,
    [SKEP_REG_PACKET] = skep_packet_access,	  [SKEP_REG_PACKET_META] = skep_packet_access,
    [SKEP_REG_FLOW_KEYS] = skep_context_access,	  [SKEP_REG_SOCKET] = skep_context_access,
    [SKEP_REG_SOCK_COMMON] = skep_context_access, [SKEP_REG_TCP_SOCK] = skep_context_access,
    [SKEP_REG_XDP_SOCK] = skep_context_access,	  [SKEP_REG_MEM] = skep_value_access,
    [SKEP_REG_BUF] = skep_value_access,		  [SKEP_REG_BTF] = skep_kernel_access,
    [SKEP_REG_OBJECT] = skep_local_access,	  [SKEP_REG_ANYWHERE] = skep_anywhere_access,
    [SKEP_REG_ARENA] = skep_arena_map_access,
};

/* NULL: nobody, it is no memory. */
static access *who_knows(const struct skep_walk *w, const struct skep_reg *r,
			 const struct skep_access *a)
{
	if (r->type == SKEP_REG_MAP && !a->helper && skep_kernel_map_struct(w, r->of))
		return skep_kernel_map_access;
	return accesses[r->type];
}

static bool check_strict(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	/* A frame begins with 14 bytes, so that what follows is aligned: Linux's NET_IP_ALIGN. */
	u64 off = (u64)(s64)(r->off + a->off) + (skep_reg_is_packet(r) ? 2 : 0);

	if (r->type == SKEP_REG_ARENA || !(a->aligned || (w->strict && !a->helper)) ||
	    !(((r->v.t.value + off) | r->v.t.mask) & (a->size - 1)))
		return true;
	return skep_refuse(w, SKEP_RULE_ALIGNMENT,
			   "an access of %u bytes through r%u at offset %d is not aligned", a->size,
			   a->reg, r->off + a->off);
}

static bool refuse_mixed(struct skep_walk *w, const struct skep_access *a, const struct skep_reg *r,
			 u32 before)
{
	return skep_refuse(
	    w, SKEP_RULE_MIXED,
	    "r%u is a pointer to %s here and one to %s on another path: the same instruction "
	    "cannot be used with both",
	    a->reg, skep_words_target(w, r),
	    skep_words_target(w, &(struct skep_reg){.type = (u8)before}));
}

bool skep_access(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	struct skep_reg through = *r;
	u32 before = SKEP_REG_NONE;
	access *know;

	w->blame = a->reg;
	if (r->flags & SKEP_REG_F_NULL) {
		w->need = (struct skep_assumption){
		    .kind = SKEP_ASSUME_NOT_NULL, .insn = w->now->insn, .reg = a->reg, .high = 1};
		return skep_refuse(w, SKEP_RULE_MAYBE_NULL,
				   "r%u, a pointer to %s, may be NULL here", a->reg,
				   skep_words_target(w, r));
	}
	know = who_knows(w, r, a);
	if (!know)
		return skep_refuse(w, SKEP_RULE_NOT_POINTER,
				   "r%u is %s, through which no memory can be %s", a->reg,
				   skep_words_reg(w, r), a->write ? "written" : "read");
	if (!a->helper)
		before = skep_fact_memory(w, r);
	if (!check_strict(w, a))
		return false;
	if (r->type != SKEP_REG_STACK && a->write && a->value >= 0 &&
	    skep_reg_secret(w, skep_walk_reg(w, (u32)a->value)))
		return skep_refuse(
		    w, SKEP_RULE_LEAK,
		    "r%d, an address, is written where user space or the network may see it",
		    a->value);
	return know(w, a) && (!before || refuse_mixed(w, a, &through, before));
}

/* ---- instructions */

static bool check_atomic_memory(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);

	if (r->type == SKEP_REG_ARENA && !skep_arena_map_does(skep_walk_insn(w)))
		return skep_refuse(w, SKEP_RULE_NOT_POINTER,
				   "r%u is an address in an arena, where `%s` is not to be had: "
				   "compare and exchange in a loop",
				   a->reg, skep_words_insn(w));
	if (!a->aligned || (r->type != SKEP_REG_CTX && !skep_reg_is_packet(r) &&
			    r->type != SKEP_REG_FLOW_KEYS && !(skep_reg_traits(r) & SKEP_REG_T_SK)))
		return true;
	return skep_refuse(w, SKEP_RULE_NOT_POINTER,
			   "r%u is %s, where no atomic operation is allowed", a->reg,
			   skep_words_reg(w, r));
}

bool skep_walk_load(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);
	struct skep_access a = {.reg = i->src,
				.off = i->off,
				.size = i->bits / 8,
				.sign = i->op == SKEP_LOAD_SIGN,
				.aligned = i->op == SKEP_LOAD_ACQUIRE,
				.value = i->dst};

	return skep_reg_readable(w, i->src) && check_atomic_memory(w, &a) && skep_access(w, &a);
}

bool skep_walk_store(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);
	struct skep_access a = {.reg = i->dst,
				.off = i->off,
				.size = i->bits / 8,
				.write = true,
				.aligned = i->op == SKEP_STORE_RELEASE,
				.value = i->from == SKEP_FROM_X ? i->src : -1,
				.immediate = i->from == SKEP_FROM_K,
				.imm = i->imm};

	if ((a.value >= 0 && !skep_reg_readable(w, i->src)) || !skep_reg_readable(w, i->dst))
		return false;
	return check_atomic_memory(w, &a) && skep_access(w, &a);
}

/* ---- atomic operations */

static bool check_atomic_operand(struct skep_walk *w, u32 number)
{
	if (!skep_reg_readable(w, number))
		return false;
	if (!skep_reg_secret(w, skep_walk_reg(w, number)))
		return true;
	return skep_refuse(w, SKEP_RULE_LEAK,
			   "r%u, an address, is the operand of an atomic operation", number);
}

/* The register that gets the old value, or -1. */
static s32 fetched(const struct skep_vinsn *i)
{
	const struct skep_insn_row *row = skep_insn_row(i->row);

	if (i->op == SKEP_ATOMIC_CMPXCHG)
		return 0;
	return row->imm & BPF_FETCH ? (s32)i->src : -1;
}

bool skep_walk_atomic(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);
	struct skep_access a = {
	    .reg = i->dst, .off = i->off, .size = i->bits / 8, .aligned = true, .value = -1};
	struct skep_access write = a;
	s32 old = fetched(i);

	write.write = true;
	if (!check_atomic_operand(w, i->src) || !skep_reg_readable(w, i->dst))
		return false;
	if (i->op == SKEP_ATOMIC_CMPXCHG && !check_atomic_operand(w, 0))
		return false;
	if (!check_atomic_memory(w, &a) || !skep_access(w, &a))
		return false;
	a.value = old;
	return (old < 0 || skep_access(w, &a)) && skep_access(w, &write);
}

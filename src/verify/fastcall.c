/* SPDX-License-Identifier: BSD-2-Clause */
/* A pattern is a call with pairs around it, the innermost first: r1 to r5 that the call takes no
 * argument in, stored at the lowest offset of the function's stack, then 8 bytes above, and loaded
 * from there again (Linux: mark_fastcall_patterns). It counts as long as nothing else touches that
 * part of the stack. */
#include "verify/fastcall.h"

#include <string.h>

#include "verify/effects.h"
#include "verify/kproto.h"

enum { PAIRS = 6, WORD = 8, CALLER_SAVED = 0x3f };

/* What Linux does in place. */
static const struct {
	const char *name;
	s32 number; /* of a helper; 0: a function of the kernel */
} fast[] = {
    {"bpf_get_smp_processor_id", BPF_FUNC_get_smp_processor_id},
    {"bpf_cast_to_kern_ctx", 0},
    {"bpf_rdonly_cast", 0},
};

struct call {
	u32 changed; /* registers, as bits */
	bool fast;
};

static bool is_fast(const struct skep_walk *w, const char *name)
{
	if (w->options->kernel && w->options->kernel < 612)
		return false;
	for (u32 i = 0; i < SKEP_COUNT(fast); i++)
		if (strcmp(fast[i].name, name) == 0)
			return true;
	return false;
}

/* r0, if it returns something, and the registers of its arguments. */
static u32 changed(u32 arguments, bool returns)
{
	return ((1u << arguments) - 1) << 1 | returns;
}

static bool describe(const struct skep_walk *w, const struct skep_vinsn *i, struct call *call)
{
	const struct skep_helper_row *helper;
	struct skep_kfunc kfunc;
	const char *name;
	u32 count = 0;

	if (i->kind != SKEP_KIND_CALL || i->op == SKEP_CALL_LOCAL)
		return false;
	if (i->op == SKEP_CALL_BTF) {
		if (!w->in->kernel || !skep_kfunc_describe(w, i->imm, &kfunc, &name))
			return false;
		*call = (struct call){changed(kfunc.count, kfunc.result != 0), is_fast(w, name)};
		return true;
	}
	helper = skep_effects_helper(w, i->imm);
	if (!helper)
		return false;
	while (count < 5 && helper->args[count].kind != SKEP_ARG_NONE)
		count++;
	*call =
	    (struct call){changed(count, helper->ret != SKEP_RET_VOID), is_fast(w, helper->symbol)};
	return true;
}

static bool is_pair(const struct skep_vinsn *store, const struct skep_vinsn *load, s32 off)
{
	return store->kind == SKEP_KIND_STORE && store->from == SKEP_FROM_X &&
	       store->op == SKEP_STORE_ANY && store->bits == 64 && store->dst == 10 &&
	       load->kind == SKEP_KIND_LOAD && load->op == SKEP_LOAD_ZERO && load->bits == 64 &&
	       load->src == 10 && store->src == load->dst && store->off == off && load->off == off;
}

/* The pairs around the call in a slot, which become part of a pattern. */
static u32 take_pairs(struct skep_walk *w, u32 slot, u32 changed_regs, s32 lowest)
{
	u32 free = CALLER_SAVED & ~changed_regs, count = 0;

	while (count < PAIRS) {
		u32 n = count + 1;
		const struct skep_vinsn *store, *load;

		if (slot < n || slot + n >= w->code.count)
			break;
		store = &w->code.insns[slot - n];
		load = &w->code.insns[slot + n];
		if (!is_pair(store, load, lowest + WORD * (s32)count) || !(free >> store->src & 1))
			break;
		free &= ~(1u << store->src);
		w->fastcall.inside[slot - n] = w->fastcall.inside[slot + n] = true;
		count = n;
	}
	return count;
}

/* The lowest offset that a register is stored at as a whole. */
static s32 lowest_store(const struct skep_walk *w, u32 func)
{
	s32 lowest = 0;

	for (u32 slot = w->code.funcs[func].start; slot < w->code.funcs[func].end; slot++) {
		const struct skep_vinsn *i = &w->code.insns[slot];

		if (i->kind == SKEP_KIND_STORE && i->from == SKEP_FROM_X &&
		    i->op == SKEP_STORE_ANY && i->bits == 64 && i->dst == 10 && i->off < lowest)
			lowest = i->off;
	}
	return lowest;
}

static void find_in(struct skep_walk *w, u32 func)
{
	struct skep_fast_frame *f = &w->fastcall.frames[func];
	s32 lowest = lowest_store(w, func), rest = 0;

	for (u32 slot = w->code.funcs[func].start; slot < w->code.funcs[func].end; slot++) {
		struct call call;
		u32 pairs = 0;

		if (describe(w, &w->code.insns[slot], &call))
			pairs = take_pairs(w, slot, call.changed, lowest);
		if (!pairs)
			continue;
		f->drops |= call.fast;
		f->keeps |= !call.fast;
		if (lowest + WORD * (s32)pairs < rest)
			rest = lowest + WORD * (s32)pairs;
	}
	f->rest = (u16)-rest;
}

bool skep_fastcall_find(struct skep_walk *w)
{
	w->fastcall.frames =
	    skep_arena_array(&w->arena, w->code.func_count, sizeof(w->fastcall.frames[0]));
	w->fastcall.inside =
	    skep_arena_array(&w->arena, w->code.count, sizeof(w->fastcall.inside[0]));
	if (!w->fastcall.frames || !w->fastcall.inside)
		return skep_fail_nomem(w->d);
	for (u32 func = 0; func < w->code.func_count; func++)
		find_in(w, func);
	return true;
}

u32 skep_fastcall_depth(const struct skep_walk *w, u32 func)
{
	const struct skep_fast_frame *f = &w->fastcall.frames[func];

	if (f->drops && !f->keeps && f->others <= f->rest)
		return f->rest;
	return w->stack_depth[func];
}

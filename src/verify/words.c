/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "verify/effects.h"
#include "verify/kproto.h"
#include "verify/local.h"

/* A text in the arena; `instead` if memory ran out. */
static SKEP_PRINTF(3, 4) const
    char *print(struct skep_walk *w, const char *instead, const char *format, ...)
{
	char text[128];
	const char *kept;
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	kept = skep_arena_text(&w->arena, text, strlen(text));
	return kept ? kept : instead;
}

static const char *const titles[] = {
#define REG(type, name, title, traits) [SKEP_REG_##type] = title,
#include "prog/regs.def"
};

/* In the order of what matters most. */
static const struct {
	u16 flag;
	const char *word;
} pointers[] = {
    {SKEP_REG_F_UNTRUSTED, "an untrusted pointer"},
    {SKEP_REG_F_PERCPU, "a per-CPU pointer"},
    {SKEP_REG_F_BORROWED, "a borrowed pointer"},
    {SKEP_REG_F_RCU, "an RCU pointer"},
    {0, "a pointer"},
};

const char *skep_words_target(struct skep_walk *w, const struct skep_reg *r)
{
	const char *name = skep_reg_struct(r);

	return name[0] ? print(w, titles[r->type], "struct %s", name) : titles[r->type];
}

const char *skep_words_reg(struct skep_walk *w, const struct skep_reg *r)
{
	u32 i = 0;

	if (!skep_reg_is_pointer(r))
		return titles[r->type];
	while (pointers[i].flag && !(r->flags & pointers[i].flag))
		i++;
	return print(w, pointers[i].word, "%s to %s", pointers[i].word, skep_words_target(w, r));
}

const char *skep_words_range(struct skep_walk *w, s64 min, s64 max)
{
	if (min == INT64_MIN && max == INT64_MAX)
		return "any number";
	if (min == max)
		return print(w, "a number", "%lld", (long long)min);
	return print(w, "a number", "%lld to %lld", (long long)min, (long long)max);
}

const char *skep_words_from(struct skep_walk *w, s64 min)
{
	/* What is left when a bit was added or taken away is no bound, either. */
	return min <= INT64_MIN / 2 ? "" : print(w, "", ": from %lld on", (long long)min);
}

static const char *callee(const struct skep_walk *w, u32 insn)
{
	const struct skep_vinsn *i = &w->code.insns[insn];
	const struct skep_helper_row *helper;
	struct skep_kfunc kfunc;
	const char *name;

	if (i->kind != SKEP_KIND_CALL || i->op == SKEP_CALL_LOCAL)
		return NULL;
	if (i->op == SKEP_CALL_BTF)
		return w->in->kernel && skep_kfunc_describe(w, i->imm, &kfunc, &name) ? name : NULL;
	helper = skep_effects_helper(w, i->imm);
	return helper ? helper->symbol : NULL;
}

const char *skep_words_call(struct skep_walk *w, u32 insn)
{
	const char *name = callee(w, insn);

	return name ? print(w, name, "%s at instruction %u", name, insn)
		    : print(w, "an instruction", "instruction %u", insn);
}

const char *skep_words_bytes(struct skep_walk *w, s64 first, u32 size)
{
	if (size == 1)
		return print(w, "a byte", "byte %lld", (long long)first);
	return print(w, "bytes", "bytes %lld to %lld", (long long)first,
		     (long long)first + size - 1);
}

const char *skep_words_insn(struct skep_walk *w)
{
	struct skep_buffer b = {0};
	const char *text;

	skep_reason_insn(&b, w->in, w->now->insn);
	text = b.failed || !b.data ? NULL : skep_arena_text(&w->arena, b.data, b.count);
	skep_buffer_fini(&b);
	return text ? text : "the instruction";
}

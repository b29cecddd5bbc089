/* SPDX-License-Identifier: BSD-2-Clause */
/* How a program is refused: once, at the current instruction, with the class of the reason. */
#include <stdarg.h>

#include "isa/isa.h"
#include "verify/walk.h"
#include "verify/words.h"

static const struct {
	const char *name, *hint;
} rules[] = {
#define RULE(name_, text, hint_) [SKEP_RULE_##name_] = {.name = text, .hint = hint_},
#include "verify/rules.def"
};

const char *skep_rule_name(enum skep_rule rule)
{
	return rules[rule].name;
}

bool skep_refuse(struct skep_walk *w, enum skep_rule rule, const char *what, ...)
{
	va_list args;

	w->verdict->rule = rule;
	va_start(args, what);
	skep_fail_va(w->d, SKEP_E_REFUSED, skep_place_insn(w->now ? w->now->insn : 0), what, args);
	va_end(args);
	if (w->missing)
		return skep_hint(w->d,
				 "instruction %u calls a function of the kernel, declared __ksym "
				 "__weak, that is not there: test it before with bpf_ksym_exists()",
				 w->missing - 1);
	return skep_hint(w->d, "%s", rules[rule].hint);
}

/* ---- registers that may be used at all */

bool skep_reg_readable(struct skep_walk *w, u32 number)
{
	w->blame = number;
	if (skep_walk_reg(w, number)->type != SKEP_REG_NONE)
		return true;
	return skep_refuse(w, SKEP_RULE_UNREADABLE, "r%u is read, but nothing was written to it",
			   number);
}

bool skep_reg_set(struct skep_walk *w, u32 number, struct skep_reg value)
{
	if (number == 10)
		return skep_refuse(w, SKEP_RULE_FRAME_POINTER,
				   "r10, the frame pointer, is written to");
	*skep_walk_reg(w, number) = value;
	return true;
}

void skep_reg_link(struct skep_walk *w, struct skep_reg *r)
{
	if (r->type != SKEP_REG_SCALAR)
		return;
	/* Copies of a sum are linked to each other, and no more to what was added to. */
	if (r->size || !r->id) {
		skep_reg_unlink(r);
		r->id = skep_scalar_is_const(&r->v) ? 0 : skep_walk_id(w);
	}
}

bool skep_pointer_unmoved(struct skep_walk *w, u32 number, bool fixed)
{
	const struct skep_reg *r = skep_walk_reg(w, number);

	if (r->off < 0)
		return skep_refuse(w, SKEP_RULE_BOUNDS, "r%u points %d byte%s before %s", number,
				   -r->off, r->off == -1 ? "" : "s", skep_words_target(w, r));
	if (fixed && r->off)
		return skep_refuse(
		    w, SKEP_RULE_ARITHMETIC,
		    "r%u is the address of %s plus %d, where the address itself is wanted", number,
		    skep_words_target(w, r), r->off);
	if (!skep_scalar_is_const(&r->v) || r->v.t.value)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "a number that is not known was added to r%u, a pointer to %s",
				   number, skep_words_target(w, r));
	return true;
}

struct skep_reg skep_access_loaded(const struct skep_access *a)
{
	struct skep_reg r = skep_reg_scalar();

	if (a->sign)
		skep_scalar_sign_extend(&r.v, a->size, 64);
	else if (a->size < 8)
		skep_scalar_truncate(&r.v, a->size);
	return r;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Addresses in an arena have 32 bits, and wherever they lead there is memory, or nothing is done:
 * so nothing is known of them and nothing is asked, but that they come from a cast. What is loaded
 * from an arena is a number, also where the program stored an address. */
#include "verify/arena_map.h"

#include "verify/kernel.h"
#include "verify/words.h"

enum { CASTS_SINCE = 609 };

static bool refuse_map(struct skep_walk *w, const struct skep_map_desc *map, enum skep_rule rule,
		       const char *why)
{
	w->verdict->rule = rule;
	return skep_fail_at(w->d, SKEP_E_REFUSED, skep_place_insn(0), "map '%s' is an arena%s",
			    map->name, why);
}

bool skep_arena_map_find(struct skep_walk *w)
{
	for (u32 i = 0; i < w->in->map_count; i++) {
		const struct skep_map_desc *map = w->in->maps[i];

		if (map->type != BPF_MAP_TYPE_ARENA)
			continue;
		if (w->arena_map) {
			refuse_map(w, map, SKEP_RULE_MAP,
				   ", and so is another map of this program");
			return skep_hint(w->d, "a program has one arena: keep all of it there");
		}
		if (!w->leaks || !w->capable) {
			refuse_map(w, map, SKEP_RULE_PRIVILEGE,
				   ", which needs CAP_BPF and CAP_PERFMON");
			return skep_hint(w->d, "run with CAP_BPF and CAP_PERFMON");
		}
		if (!map->user_start) {
			refuse_map(w, map, SKEP_RULE_MAP,
				   " whose address in user space is not known");
			return skep_hint(w->d, "map it with mmap() before the program is loaded, "
					       "or say its address in map_extra");
		}
		w->arena_map = map;
	}
	return true;
}

/* ---- casts */

bool skep_walk_cast(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);
	u32 kernel = w->options->kernel;

	if (kernel && kernel < CASTS_SINCE)
		return skep_refuse(w, SKEP_RULE_FORM,
				   "`%s`: casts between address spaces are from Linux 6.9 on",
				   skep_words_insn(w));
	if (!w->arena_map)
		return skep_refuse(w, SKEP_RULE_FORM,
				   "`%s`: the program has no arena that the address could be in",
				   skep_words_insn(w));
	return skep_reg_readable(w, i->src) &&
	       skep_reg_set(w, i->dst,
			    i->op == SKEP_CAST_KERNEL ? skep_reg_pointer(SKEP_REG_ARENA)
						      : skep_reg_scalar());
}

/* ---- arithmetic */

bool skep_arena_map_alu(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *n)
{
	struct skep_reg *d = skep_walk_reg(w, i->dst);

	skep_walk_fact(w)->flags |= SKEP_FACT_ARENA;
	if (d->type != SKEP_REG_ARENA)
		*d = *n;
	return true;
}

/* ---- memory */

/* Linux: bpf_jit_supports_insn on x86-64, which would have to loop for these. */
bool skep_arena_map_does(const struct skep_vinsn *i)
{
	return i->kind != SKEP_KIND_ATOMIC ||
	       (i->op != SKEP_ATOMIC_FETCH_AND && i->op != SKEP_ATOMIC_FETCH_OR &&
		i->op != SKEP_ATOMIC_FETCH_XOR);
}

bool skep_arena_map_access(struct skep_walk *w, const struct skep_access *a)
{
	if (a->helper)
		return skep_refuse(w, SKEP_RULE_NOT_POINTER,
				   "r%u is an address in an arena, which no helper takes", a->reg);
	return a->write || a->value < 0 || skep_reg_set(w, (u32)a->value, skep_access_loaded(a));
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/code.h"

#include "base/diag.h"
#include "verify/live.h"
#include "verify/shape.h"

static bool check_count(const struct skep_vcode_input *in, struct skep_diag *d)
{
	u32 limit = in->unprivileged ? SKEP_VCODE_INSNS_LOW : SKEP_VCODE_INSNS;

	if (in->count && in->count <= limit)
		return true;
	skep_fail(d, SKEP_E_LIMIT, "the program has %u instructions, it may have 1 to %u",
		  in->count, limit);
	return skep_hint(d, "split a program that is too long with tail calls");
}

/* A call that calls back is made again by the function that it called, as far as the walk goes. */
struct skep_vneed skep_vcode_waiting(const struct skep_vcode *c, u32 call)
{
	bool again = c->insns[call].flags & SKEP_VI_CALLS_BACK;
	u16 kept = 0x3c0; /* r6 to r9 */

	return (struct skep_vneed){
	    .live_regs = (c->live_regs[call + 1] & kept) | (again ? c->live_regs[call] : 0),
	    .precise_regs =
		(c->precise_regs[call + 1] & kept) | (again ? c->precise_regs[call] : 0),
	    .live_stack = c->live_stack[call],
	    .precise_stack = c->precise_stack[call],
	};
}

bool skep_vcode_init(struct skep_vcode *c, struct skep_arena *arena,
		     const struct skep_vcode_input *in, struct skep_diag *d)
{
	*c = (struct skep_vcode){.in = *in, .count = in->count};
	if (!check_count(in, d))
		return false;
	c->insns = skep_arena_array(arena, c->count, sizeof(*c->insns));
	c->scc = skep_arena_array(arena, c->count, sizeof(*c->scc));
	if (!c->insns || !c->scc)
		return skep_fail_nomem(d);
	return skep_shape_functions(c, arena, d) && skep_shape_decode(c, d) &&
	       skep_shape_flow(c, arena, d) && skep_shape_loops(c, d) && skep_live(c, arena, d);
}

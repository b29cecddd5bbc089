/* SPDX-License-Identifier: BSD-2-Clause */
/* In skep: a system without any object, which the route leads to while libbpf loads. The verifier's
 * verdict comes from PROG_LOAD itself, because only a text fits through bpf(2). */
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "object/log.h"
#include "object/sides.h"
#include "preload/route.h"
#include "syscall/skep.h"
#include "verify/verify.h"

/* One load. */
struct listener {
	const struct skep_object_verify *how;
	const struct bpf_program *prog;
	bool told;
};

struct skep_object_verdict skep_side_begin(const struct bpf_program *prog)
{
	return (struct skep_object_verdict){
	    .prog = bpf_program__name(prog),
	    .section = bpf_program__section_name(prog),
	    .type = libbpf_bpf_prog_type_str(bpf_program__type(prog)),
	    .insn = -1,
	};
}

void skep_side_failed(const struct skep_object_verify *how, const struct bpf_program *prog,
		      int error)
{
	struct skep_object_verdict v = skep_side_begin(prog);
	struct skep_diag d = {0};

	skep_log_fail(&d, SKEP_E_FORMAT, (struct skep_log_task){"load", v.prog}, error);
	v.outcome = SKEP_OBJECT_FAILED;
	v.failure = d.what;
	how->each(how->context, &v);
}

/* ---- the verdict in the words of this room */

static const struct skep_verify_line *line_of(const struct skep_verify_input *in, u32 insn)
{
	const struct skep_verify_line *line = NULL;

	for (u32 i = 0; i < in->line_count && in->lines[i].insn <= insn; i++)
		line = &in->lines[i];
	return line;
}

/* The text that a buffer holds, in the arena; "" if memory ran out. */
static const char *keep(struct skep_arena *arena, struct skep_buffer *b)
{
	const char *text = b->failed || !b->data ? NULL : skep_arena_text(arena, b->data, b->count);

	skep_buffer_fini(b);
	return text ? text : "";
}

static void tell_reason(struct skep_arena *arena, const struct skep_verify_input *in,
			const struct skep_reason *r, struct skep_object_reason *to)
{
	const struct skep_verify_line *line;
	struct skep_buffer insn = {0}, place = {0};
	struct skep_object_step *steps = skep_arena_array(arena, r->step_count + 1, sizeof(*steps));

	*to = (struct skep_object_reason){.rule = skep_rule_name(r->rule),
					  .what = r->d.what,
					  .hint = r->d.hint,
					  .insn = (u32)r->d.place.at,
					  .insn_text = "",
					  .place = "",
					  .steps = steps,
					  .step_count = steps ? r->step_count : 0,
					  .lost = r->lost,
					  .lost_insn = r->lost_insn,
					  .fix = r->fix,
					  .fix_passes = r->fix_passes};
	for (u32 i = 0; i < to->step_count; i++)
		steps[i] = (struct skep_object_step){r->steps[i].insn, r->steps[i].note};
	if (to->insn >= in->count)
		return;
	line = line_of(in, to->insn);
	if (line) {
		to->file = line->file;
		to->source = line->text;
		to->line = line->line;
		to->column = line->column;
	}
	skep_reason_insn(&insn, in, to->insn);
	to->insn_text = keep(arena, &insn);
	skep_reason_print(&place, in, r);
	to->place = keep(arena, &place);
}

/* A refusal whose reasons nobody could tell has one without a way to it. */
static void tell_reasons(struct skep_arena *arena, const struct skep_loading *loading,
			 struct skep_object_verdict *v)
{
	const struct skep_verdict *verdict = loading->verdict;
	struct skep_reason plain = {.rule = verdict->rule, .d = *loading->d};
	u32 count = verdict->reason_count ? verdict->reason_count : 1;
	struct skep_object_reason *reasons = skep_arena_array(arena, count, sizeof(*reasons));

	if (!reasons)
		return;
	for (u32 i = 0; i < count; i++)
		tell_reason(arena, loading->input,
			    verdict->reason_count ? &verdict->reasons[i] : &plain, &reasons[i]);
	v->reasons = reasons;
	v->reason_count = count;
}

/* libbpf loads small programs to find out what the kernel can; names tell them from ours. */
static bool is_wanted(const struct listener *l, const struct skep_loading *loading)
{
	const char *name = bpf_program__name(l->prog);

	return !l->told && strncmp(name, loading->name, BPF_OBJ_NAME_LEN - 1) == 0;
}

static void told(void *context, const struct skep_loading *loading)
{
	struct listener *l = context;
	const struct skep_verify_stats *stats = &loading->verdict->stats;
	struct skep_object_verdict v = skep_side_begin(l->prog);
	struct skep_arena arena = {0};

	if (!is_wanted(l, loading))
		return;
	l->told = true;
	v.insns = loading->input->count;
	v.visited = stats->visited;
	v.states = stats->states;
	v.peak_states = stats->peak_states;
	v.stack = stats->stack_depth;
	v.memory = stats->memory;
	v.nanoseconds = loading->nanoseconds;
	v.outcome = loading->verdict->accepted ? SKEP_OBJECT_ACCEPTED : SKEP_OBJECT_REFUSED;
	if (!loading->verdict->accepted)
		tell_reasons(&arena, loading, &v);
	l->how->each(l->how->context, &v);
	skep_arena_fini(&arena);
}

/* ---- loading */

bool skep_side_skep(const struct skep_object_verify *how, struct bpf_object *object,
		    struct bpf_program *prog, struct skep_diag *d)
{
	struct listener listener = {.how = how, .prog = prog};
	struct skep_config config = {.kernel = how->kernel,
				     .verify_only = true,
				     .reasons = how->reasons,
				     .beyond = how->beyond,
				     .told = told,
				     .context = &listener};
	struct skep *skep = skep_system_new(&config, d), *before;
	char log[256];
	int error;

	if (!skep)
		return false;
	/* With a log of ours libbpf does not try again for its own. */
	bpf_program__set_log_buf(prog, log, sizeof(log));
	bpf_program__set_log_level(prog, 4);
	skep_log_begin();
	before = skep_route_set(skep);
	error = bpf_object__load(object);
	if (!listener.told)
		skep_side_failed(how, prog, -error);
	skep_route_set(before);
	skep_system_free(skep);
	return true;
}

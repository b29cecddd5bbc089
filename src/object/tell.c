/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/tell.h"

#include <linux/bpf.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "refute/refute.h"
#include "syscall/skep.h"
#include "verify/verify.h"

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

/* ---- an input that shows it */

static const char *insn_text(struct skep_arena *arena, const struct skep_verify_input *in, u32 insn)
{
	struct skep_buffer b = {0};

	skep_reason_insn(&b, in, insn);
	return keep(arena, &b);
}

static bool tell_elements(struct skep_arena *arena, const struct skep_loading *loading,
			  struct skep_object_example *to)
{
	const struct skep_refutation *r = loading->refutation;
	struct skep_object_element *list =
	    skep_arena_array(arena, r->element_count + 1, sizeof(*list));

	for (u32 i = 0; list && i < r->element_count; i++) {
		const struct skep_refute_element *e = &r->elements[i];

		list[i] = (struct skep_object_element){.map = loading->input->maps[e->map]->name,
						       .key = e->key,
						       .value = e->value,
						       .key_size = e->key_size,
						       .value_size = e->value_size};
	}
	to->elements = list;
	to->element_count = r->element_count;
	return list;
}

static bool tell_fields(struct skep_arena *arena, const struct skep_refutation *r,
			struct skep_object_example *to)
{
	struct skep_object_field *list = skep_arena_array(arena, r->field_count + 1, sizeof(*list));

	for (u32 i = 0; list && i < r->field_count; i++)
		list[i] = (struct skep_object_field){r->fields[i].name, r->fields[i].value};
	to->fields = list;
	to->field_count = r->field_count;
	return list;
}

static bool tell_results(struct skep_arena *arena, const struct skep_loading *loading,
			 struct skep_object_example *to)
{
	const struct skep_refutation *r = loading->refutation;
	struct skep_object_result *list =
	    skep_arena_array(arena, r->result_count + 1, sizeof(*list));

	for (u32 i = 0; list && i < r->result_count; i++)
		list[i] = (struct skep_object_result){
		    .insn = r->results[i].insn,
		    .insn_text = insn_text(arena, loading->input, r->results[i].insn),
		    .value = r->results[i].value};
	to->results = list;
	to->result_count = r->result_count;
	return list;
}

static const struct skep_object_example *tell_example(struct skep_arena *arena,
						      const struct skep_loading *loading)
{
	const struct skep_refutation *r = loading->refutation;
	struct skep_object_example *to = r ? skep_arena_alloc(arena, sizeof(*to)) : NULL;
	struct skep_buffer text = {0};

	if (!to)
		return NULL;
	skep_refutation_print(&text, loading->input, r);
	*to = (struct skep_object_example){.packet = r->packet,
					   .packet_size = r->packet_size,
					   .context = r->context,
					   .context_size = r->context_size,
					   .insn = r->insn,
					   .what = r->what,
					   .text = keep(arena, &text)};
	if (!tell_elements(arena, loading, to) || !tell_fields(arena, r, to) ||
	    !tell_results(arena, loading, to))
		return NULL;
	return to;
}

/* ---- each instruction */

static void tell_insn(struct skep_arena *arena, const struct skep_loading *loading, u32 insn,
		      struct skep_object_insn *to)
{
	const struct skep_verdict *verdict = loading->verdict;
	const struct skep_verify_line *line = line_of(loading->input, insn);
	const struct skep_verify_tally *tally = &verdict->tallies[insn];
	struct skep_buffer facts = {0};

	/* A refusal ends the exploration: nobody knows what had come there later. */
	if (!verdict->accepted && !tally->visits)
		skep_buffer_text(&facts, "not looked at");
	else
		skep_fact_text(&facts, loading->input, verdict->facts, insn);
	*to = (struct skep_object_insn){.insn = insn,
					.text = insn_text(arena, loading->input, insn),
					.file = line ? line->file : NULL,
					.source = line ? line->text : NULL,
					.line = line ? line->line : 0,
					.visits = tally->visits,
					.states = tally->states,
					.pruned = tally->pruned,
					.facts = keep(arena, &facts)};
}

static void tell_list(struct skep_arena *arena, const struct skep_loading *loading,
		      struct skep_object_verdict *v)
{
	const struct skep_verify_input *in = loading->input;
	struct skep_object_insn *list;

	if (!loading->verdict->tallies || !loading->verdict->facts)
		return;
	list = skep_arena_array(arena, in->count, sizeof(*list));
	for (u32 i = 0; list && i < in->count; i++) {
		tell_insn(arena, loading, i, &list[v->list_count++]);
		i += in->insns[i].code == (BPF_LD | BPF_IMM | BPF_DW);
	}
	v->list = list;
}

/* ---- the whole */

/* A refusal whose reasons nobody could tell has one without a way to it. */
static void tell_reasons(struct skep_arena *arena, const struct skep_loading *loading,
			 struct skep_object_verdict *v)
{
	const struct skep_verdict *verdict = loading->verdict;
	struct skep_reason *plain = skep_arena_alloc(arena, sizeof(*plain));
	u32 count = verdict->reason_count ? verdict->reason_count : 1;
	struct skep_object_reason *reasons = skep_arena_array(arena, count, sizeof(*reasons));

	if (!reasons || !plain)
		return;
	*plain = (struct skep_reason){.rule = verdict->rule, .d = *loading->d};
	for (u32 i = 0; i < count; i++)
		tell_reason(arena, loading->input,
			    verdict->reason_count ? &verdict->reasons[i] : plain, &reasons[i]);
	reasons[0].example = tell_example(arena, loading);
	v->reasons = reasons;
	v->reason_count = count;
}

void skep_tell(const struct skep_loading *loading, struct skep_object_verdict v,
	       skep_tell_each *each, void *context)
{
	const struct skep_verify_stats *stats = &loading->verdict->stats;
	struct skep_arena arena = {0};

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
	tell_list(&arena, loading, &v);
	each(context, &v);
	skep_arena_fini(&arena);
}

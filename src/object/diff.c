/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets are run in portions, first by Linux, then by skep; what each made of them is kept until
 * it is compared, and no longer. BPF_PROG_TEST_RUN takes no packets that are very short or long,
 * which on an interface would be run: those skep is not given either, so that maps stay the same.
 * skep has as many CPUs as Linux, so that values of per-CPU maps that are set add up to the same.
 */
#include "object/diff.h"

#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "object/diff_parts.h"

enum { SHOWN = 16 }; /* bytes of a packet from the first that differs */

/* ---- what the sides do */

static void keep_event(void *context, const struct skep_event *event)
{
	struct skep_diff_half *half = context;
	struct skep_diff_entry entry = {.kind = SKEP_DIFF_EVENTS, .name = event->map};

	if (skep_diff_ignores(half->diff, event->map, NULL))
		return;
	for (size_t i = 0; i < half->entries.count; i++)
		entry.number += strcmp(half->entries.data[i].name, event->map) == 0;
	skep_diff_keep(half, entry, &event->type, event->data);
}

static void keep_outcome(void *context, u32 packet, const struct skep_outcome *o)
{
	struct skep_diff_half *half = context;
	struct skep_diff_outcome *kept = &half->outcomes[packet];
	u8 *data = NULL;

	kept->ran = true;
	kept->verdict = o->verdict;
	kept->changed = o->data != half->diff->packets[packet].data;
	if (!kept->changed)
		return;
	data = skep_arena_alloc(&half->arena, o->size + 1);
	half->failed |= !data;
	if (data)
		memcpy(data, o->data, o->size);
	kept->data = data;
	kept->size = data ? o->size : 0;
}

static void refused(void *context, const struct skep_object_verdict *verdict)
{
	const struct skep_diff_half *half = context;

	half->diff->options.refused(half->diff->options.context, verdict);
}

/* What is printed goes to the kernel's trace in Linux, so that it is not compared. */
static void ignore_print(void *context, const char *text, size_t length)
{
	(void)context, (void)text, (void)length;
}

static bool run_half(struct skep_diff_half *half, u32 count, struct skep_diag *d)
{
	skep_running_enter(half->running);
	if (!half->lane)
		half->lane = skep_running_lane_new(half->running, d);
	if (!half->lane)
		return false;
	half->outcomes = skep_arena_array(&half->arena, count + 1, sizeof(*half->outcomes));
	if (!half->outcomes)
		return skep_fail_nomem(d);
	skep_running_lane_run(half->lane, half->diff->packets, count, keep_outcome, half);
	return !half->failed || skep_fail_nomem(d);
}

/* ---- packets */

static void tell(struct skep_diff *diff, struct skep_difference *difference,
		 const struct skep_buffer *texts)
{
	diff->counts.different[difference->kind]++;
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++) {
		difference->sides[side] = texts[side].data;
		diff->halves[side].failed |= texts[side].failed;
	}
	diff->options.different(diff->options.context, difference);
}

static void add_verdict(struct skep_buffer *b, const struct skep_diff_outcome *o,
			const struct skep_verdicts *v)
{
	if (!o->ran)
		skep_buffer_text(b, "it is not run");
	else if (v->by_size)
		skep_buffer_printf(b, "%u", o->verdict);
	else
		skep_buffer_printf(b, "%s (%u)", v->rows[skep_verdicts_find(v, o->verdict, 0)].name,
				   o->verdict);
}

static void compare_verdicts(struct skep_diff *diff, u32 packet)
{
	struct skep_difference difference = {.kind = SKEP_DIFF_VERDICTS,
					     .packet = diff->numbers[packet]};
	const struct skep_diff_outcome *ours = &diff->halves[SKEP_DIFF_SKEP].outcomes[packet];
	const struct skep_diff_outcome *theirs = &diff->halves[SKEP_DIFF_LINUX].outcomes[packet];
	struct skep_buffer texts[SKEP_DIFF_SIDES] = {0};
	struct skep_verdicts v;

	diff->counts.compared[SKEP_DIFF_VERDICTS]++;
	if (ours->ran == theirs->ran && ours->verdict == theirs->verdict)
		return;
	skep_verdicts_of(skep_running_program(diff->halves[0].running).type, &v);
	add_verdict(&texts[SKEP_DIFF_SKEP], ours, &v);
	add_verdict(&texts[SKEP_DIFF_LINUX], theirs, &v);
	tell(diff, &difference, texts);
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		skep_buffer_fini(&texts[side]);
}

static void add_bytes(struct skep_buffer *b, const struct skep_diff_outcome *o, u32 from)
{
	skep_buffer_printf(b, "%u bytes; at %u:", o->size, from);
	for (u32 i = from; i < o->size && i < from + SHOWN; i++)
		skep_buffer_printf(b, " %02x", o->data[i]);
	skep_buffer_text(b, from >= o->size ? " none" : from + SHOWN < o->size ? " .." : "");
}

static void compare_bytes(struct skep_diff *diff, u32 packet)
{
	struct skep_difference difference = {.kind = SKEP_DIFF_BYTES,
					     .packet = diff->numbers[packet]};
	const struct skep_diff_outcome *ours = &diff->halves[SKEP_DIFF_SKEP].outcomes[packet];
	const struct skep_diff_outcome *theirs = &diff->halves[SKEP_DIFF_LINUX].outcomes[packet];
	struct skep_buffer texts[SKEP_DIFF_SIDES] = {0};
	u32 at = 0, both = ours->size < theirs->size ? ours->size : theirs->size;

	if (!ours->changed || !theirs->changed)
		return;
	diff->counts.compared[SKEP_DIFF_BYTES]++;
	while (at < both && ours->data[at] == theirs->data[at])
		at++;
	if (at == both && ours->size == theirs->size)
		return;
	add_bytes(&texts[SKEP_DIFF_SKEP], ours, at);
	add_bytes(&texts[SKEP_DIFF_LINUX], theirs, at);
	tell(diff, &difference, texts);
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		skep_buffer_fini(&texts[side]);
}

/* Makes the packets that Linux ran, with their outcomes, those that are compared; how many. */
static bool select_tried(struct skep_diff *diff, u32 all, u32 *tried, struct skep_diag *d)
{
	struct skep_diff_half *half = &diff->halves[SKEP_DIFF_LINUX];
	struct skep_packet *own = skep_arena_array(&half->arena, all + 1, sizeof(*own));

	diff->numbers = skep_arena_array(&half->arena, all + 1, sizeof(*diff->numbers));
	if (!own || !diff->numbers)
		return skep_fail_nomem(d);
	*tried = 0;
	for (u32 i = 0; i < all; i++) {
		if (!half->outcomes[i].ran)
			continue;
		own[*tried] = diff->packets[i];
		half->outcomes[*tried] = half->outcomes[i];
		diff->numbers[(*tried)++] = diff->counts.packets + i + 1;
	}
	diff->packets = own;
	diff->counts.untried += all - *tried;
	return true;
}

bool skep_diff_run(struct skep_diff *diff, const struct skep_packet *packets, u32 count,
		   struct skep_diag *d)
{
	u32 tried = 0;
	bool ok;

	diff->packets = packets;
	ok = run_half(&diff->halves[SKEP_DIFF_LINUX], count, d) &&
	     select_tried(diff, count, &tried, d) &&
	     run_half(&diff->halves[SKEP_DIFF_SKEP], tried, d);
	for (u32 i = 0; i < tried && ok; i++) {
		compare_verdicts(diff, i);
		compare_bytes(diff, i);
	}
	if (ok)
		skep_diff_entries(diff);
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		ok = ok && (!diff->halves[side].failed || skep_fail_nomem(d));
	diff->counts.packets += count;
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		skep_arena_fini(&diff->halves[side].arena);
	return ok;
}

struct skep_diff_counts skep_diff_counts(const struct skep_diff *diff)
{
	struct skep_diff_counts counts = diff->counts;

	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++) {
		struct skep_counts sum = {0};

		skep_running_enter(diff->halves[side].running);
		if (diff->halves[side].lane)
			skep_running_sum(diff->halves[side].lane, &sum);
		counts.nanoseconds[side] = sum.nanoseconds;
	}
	return counts;
}

/* ---- from the beginning to the end */

static bool begin_half(struct skep_diff *diff, enum skep_diff_side side, struct skep_diag *d)
{
	struct skep_diff_half *half = &diff->halves[side];
	const struct skep_running_options options = {
	    .path = diff->options.path,
	    .prog = diff->options.prog,
	    .cpus = skep_running_linux_cpus(),
	    .linux_side = side == SKEP_DIFF_LINUX,
	    .refused = refused,
	    .print = ignore_print,
	    .event = keep_event,
	    .context = half,
	};

	half->diff = diff;
	half->running = skep_running_new(&options, d);
	return half->running;
}

struct skep_diff *skep_diff_new(const struct skep_diff_options *options, struct skep_diag *d)
{
	struct skep_diff *diff = skep_alloc(sizeof(*diff));

	if (!diff) {
		skep_fail_nomem(d);
		return NULL;
	}
	diff->options = *options;
	if (begin_half(diff, SKEP_DIFF_SKEP, d) && begin_half(diff, SKEP_DIFF_LINUX, d))
		return diff;
	skep_diff_free(diff);
	return NULL;
}

void skep_diff_free(struct skep_diff *diff)
{
	if (!diff)
		return;
	for (u32 side = SKEP_DIFF_SIDES; side-- > 0;) {
		struct skep_diff_half *half = &diff->halves[side];

		if (half->running)
			skep_running_enter(half->running);
		skep_running_lane_free(half->lane);
		skep_running_free(half->running);
		skep_free(half->entries.data);
		skep_arena_fini(&half->arena);
	}
	skep_free(diff);
}

struct skep_running *skep_diff_running(struct skep_diff *diff, enum skep_diff_side side)
{
	return diff->halves[side].running;
}

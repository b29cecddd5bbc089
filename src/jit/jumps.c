/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/jumps.h"

#include <string.h>

enum { ROUNDS = 16 }; /* of changing jumps' sizes */

size_t skep_jit_jumps_size(size_t branches, size_t labels)
{
	const struct skep_jit_jumps *j = NULL;

	return branches * sizeof(*j->branches.data) + labels * sizeof(*j->labels.data) +
	       (branches + 2) * sizeof(*j->offsets.data);
}

void skep_jit_jumps_init(struct skep_jit_jumps *j, struct skep_jit_block *block, size_t branches,
			 size_t labels)
{
	*j = (struct skep_jit_jumps){.block = block};
	SKEP_JIT_PART(block, &j->branches, branches);
	SKEP_JIT_PART(block, &j->labels, labels);
	SKEP_JIT_PART(block, &j->offsets, branches + 1);
}

void skep_jit_jumps_fini(struct skep_jit_jumps *j)
{
	skep_jit_array_free(j->block, j->branches.data);
	skep_jit_array_free(j->block, j->labels.data);
	skep_jit_array_free(j->block, j->offsets.data);
	*j = (struct skep_jit_jumps){0};
}

bool skep_jit_labels(struct skep_jit_jumps *j, u32 count, u32 *first)
{
	*first = (u32)j->labels.count;
	if (!SKEP_JIT_RESERVE(j->block, &j->labels, count))
		return false;
	j->labels.count += count;
	return true;
}

void skep_jit_bind(struct skep_jit_jumps *j, u32 label, size_t at)
{
	j->labels.data[label] = (struct skep_jit_label){(u32)at, (u32)j->branches.count};
}

/* Jumps to what follows them anyway. */
static bool goes_nowhere(const struct skep_jit_jumps *j, size_t i)
{
	const struct skep_jit_branch *b = &j->branches.data[i];
	const struct skep_jit_label *to = &j->labels.data[b->target];

	return to->at == b->at && to->branches == i + 1;
}

/* Where labels and branches lie with the sizes of now: offsets[i] bytes of branches come before
 * branch i. */
static void sum_sizes(const struct skep_jit_jumps *j, u32 *offsets)
{
	u32 sum = 0;

	for (size_t i = 0; i < j->branches.count; i++) {
		offsets[i] = sum;
		sum += j->branches.data[i].size;
	}
	offsets[j->branches.count] = sum;
}

/* Where a label lies, counted from the start of the code. */
static u64 label_offset(const struct skep_jit_jumps *j, const u32 *offsets, u64 label)
{
	const struct skep_jit_label *l = &j->labels.data[label];

	return (u64)l->at + offsets[l->branches];
}

static bool is_within(const struct skep_jit_form *form, s64 distance)
{
	return distance >= form->low && distance <= form->high;
}

static bool reaches_short(const struct skep_jit_jumps *j, const struct skep_jit_form *form,
			  const u32 *offsets, size_t i)
{
	const struct skep_jit_branch *b = &j->branches.data[i];
	s64 from = (s64)b->at + offsets[i], to = (s64)label_offset(j, offsets, b->target);

	/* A target behind it comes nearer by what the jump itself loses. */
	from += to > from ? b->size : form->short_size;
	return is_within(form, to - from);
}

/* Whether the size of a jump is still to be decided. */
static bool varies(const struct skep_jit_branch *b, const struct skep_jit_form *form)
{
	return form->short_size && b->size;
}

/* Changes short jumps that must be long (grow), or long ones that can be short. Returns whether
 * there were any. */
static bool resize(struct skep_jit_jumps *j, const struct skep_jit_form *forms, const u32 *offsets,
		   bool grow)
{
	bool changed = false;

	for (size_t i = 0; i < j->branches.count; i++) {
		struct skep_jit_branch *b = &j->branches.data[i];
		const struct skep_jit_form *form = &forms[b->form];

		if (!varies(b, form) || (b->size == form->short_size) != grow ||
		    reaches_short(j, form, offsets, i) == grow)
			continue;
		b->size = grow ? form->size : form->short_size;
		changed = true;
	}
	return changed;
}

/* All jumps begin in one form; rounds follow until nothing changes. Returns whether that came. */
static bool settle(struct skep_jit_jumps *j, const struct skep_jit_form *forms, u32 *offsets,
		   bool grow)
{
	for (size_t i = 0; i < j->branches.count; i++) {
		struct skep_jit_branch *b = &j->branches.data[i];
		const struct skep_jit_form *form = &forms[b->form];

		if (varies(b, form))
			b->size = grow ? form->short_size : form->size;
	}
	sum_sizes(j, offsets);
	for (u32 round = 0; round < ROUNDS; round++) {
		if (!resize(j, forms, offsets, grow))
			return true;
		sum_sizes(j, offsets);
	}
	return false;
}

size_t skep_jit_bound(const struct skep_jit_draft *draft)
{
	const struct skep_jit_jumps *j = draft->jumps;
	size_t bound = draft->count;

	for (size_t i = 0; i < j->branches.count; i++)
		bound += draft->forms[j->branches.data[i].form].size;
	return bound;
}

bool skep_jit_place(const struct skep_jit_draft *draft, size_t *size)
{
	struct skep_jit_jumps *j = draft->jumps;
	u32 *offsets;

	if (!SKEP_JIT_RESERVE(j->block, &j->offsets, j->branches.count + 1))
		return false;
	offsets = j->offsets.data;
	for (size_t i = 0; i < j->branches.count; i++) {
		struct skep_jit_branch *b = &j->branches.data[i];
		const struct skep_jit_form *form = &draft->forms[b->form];

		b->size = form->jumps && goes_nowhere(j, i) ? 0 : form->size;
	}
	if (!settle(j, draft->forms, offsets, true))
		settle(j, draft->forms, offsets, false);
	*size = draft->count + offsets[j->branches.count];
	return true;
}

size_t skep_jit_offset(const struct skep_jit_draft *draft, u32 label)
{
	return label_offset(draft->jumps, draft->jumps->offsets.data, label);
}

bool skep_jit_reaches(const struct skep_jit_draft *draft, u64 base, size_t size)
{
	const struct skep_jit_jumps *j = draft->jumps;

	for (size_t i = 0; i < j->branches.count; i++) {
		const struct skep_jit_branch *b = &j->branches.data[i];
		const struct skep_jit_form *form = &draft->forms[b->form];

		if (form->out && (!is_within(form, (s64)(b->target - base)) ||
				  !is_within(form, (s64)(b->target - base - size))))
			return false;
	}
	return true;
}

void skep_jit_copy(const struct skep_jit_draft *draft, u64 base, u8 *to)
{
	const struct skep_jit_jumps *j = draft->jumps;
	const u8 *start = to;
	size_t copied = 0;

	for (size_t i = 0; i < j->branches.count; i++) {
		const struct skep_jit_branch *b = &j->branches.data[i];
		u64 here, target = b->target;

		memcpy(to, draft->code + copied, b->at - copied);
		to += b->at - copied;
		copied = b->at;
		here = base + (u64)(to - start);
		if (!draft->forms[b->form].out)
			target = base + label_offset(j, j->offsets.data, target);
		to = draft->put(b, target - here, to);
	}
	memcpy(to, draft->code + copied, draft->count - copied);
}

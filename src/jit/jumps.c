/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/jumps.h"

#include <string.h>

#include "base/array.h"

enum { ROUNDS = 16 }; /* of changing jumps' sizes */

void skep_jit_jumps_fini(struct skep_jit_jumps *j)
{
	skep_free(j->branches.data);
	skep_free(j->labels.data);
	skep_free(j->offsets);
	*j = (struct skep_jit_jumps){0};
}

bool skep_jit_labels(struct skep_jit_jumps *j, u32 count, u32 *first)
{
	*first = (u32)j->labels.count;
	if (!SKEP_RESERVE(&j->labels, count))
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

static bool reaches_short(const struct skep_jit_jumps *j, const struct skep_jit_form *form,
			  const u32 *offsets, size_t i)
{
	const struct skep_jit_branch *b = &j->branches.data[i];
	const struct skep_jit_label *l = &j->labels.data[b->target];
	s64 from = (s64)b->at + offsets[i], to = (s64)l->at + offsets[l->branches];

	/* A target behind it comes nearer by what the jump itself loses. */
	from += to > from ? b->size : form->short_size;
	return to - from >= form->low && to - from <= form->high;
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

bool skep_jit_jumps_place(struct skep_jit_jumps *j, const struct skep_jit_form *forms, size_t *size)
{
	u32 *offsets = skep_realloc(j->offsets, (j->branches.count + 1) * sizeof(*offsets));

	if (!offsets)
		return false;
	j->offsets = offsets;
	for (size_t i = 0; i < j->branches.count; i++) {
		struct skep_jit_branch *b = &j->branches.data[i];
		const struct skep_jit_form *form = &forms[b->form];

		if (!form->out)
			b->size = form->jumps && goes_nowhere(j, i) ? 0 : form->size;
	}
	if (!settle(j, forms, offsets, true))
		settle(j, forms, offsets, false);
	*size = offsets[j->branches.count];
	return true;
}

void skep_jit_jumps_copy(const struct skep_jit_jumps *j, const u8 *code, size_t count,
			 const struct skep_jit_copy *copy)
{
	u8 *to = copy->to;
	size_t copied = 0;

	for (size_t i = 0; i < j->branches.count; i++) {
		const struct skep_jit_branch *b = &j->branches.data[i];
		u64 here, target = b->target;

		memcpy(to, code + copied, b->at - copied);
		to += b->at - copied;
		copied = b->at;
		here = copy->base + (u64)(to - copy->to);
		if (!copy->forms[b->form].out)
			target = copy->base + j->labels.data[b->target].at +
				 j->offsets[j->labels.data[b->target].branches];
		to = copy->put(b, target - here, to);
	}
	memcpy(to, code + copied, count - copied);
}

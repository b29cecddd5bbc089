/* SPDX-License-Identifier: BSD-2-Clause */
/* Both sides list their entries in one order: that of the object's maps and variables, then that of
 * the keys; so that two lists are compared like two sorted files. Values are compared as they are
 * printed by their types: padding, and bytes behind the end of a text, do not count. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "object/diff_parts.h"

/* ---- what is ignored */

/* The member that one of the ignored names of a thing; "": all of it; NULL: it is another's. */
static const char *ignored_part(const char *ignored, const char *name)
{
	size_t length = name ? strlen(name) : 0;

	if (!length || strncmp(ignored, name, length) != 0)
		return NULL;
	if (!ignored[length])
		return ignored + length;
	return ignored[length] == '.' ? ignored + length + 1 : NULL;
}

bool skep_diff_ignores(struct skep_diff *diff, const char *name, const char *other)
{
	bool all = false;

	for (u32 i = 0; i < diff->options.ignored_count; i++) {
		const char *part = ignored_part(diff->options.ignored[i], name);

		part = part ? part : ignored_part(diff->options.ignored[i], other);
		if (!part)
			continue;
		diff->met |= 1ull << i;
		all |= !*part;
	}
	return all;
}

/* Zeroes the members of a value that may differ. */
static void blank(struct skep_diff *diff, const char *name, const struct skep_value_type *type,
		  char *value)
{
	for (u32 i = 0; i < diff->options.ignored_count; i++) {
		const char *part = ignored_part(diff->options.ignored[i], name);
		struct skep_value_type member;
		u32 offset;

		if (!part || !*part)
			continue;
		if (skep_value_part(type, part, &member, &offset))
			memset(value + offset, 0, member.size);
		else
			diff->misnamed |= 1ull << i;
	}
}

static bool fail_ignored(const struct skep_diff *diff, struct skep_diag *d)
{
	for (u32 i = 0; i < diff->options.ignored_count; i++) {
		if (!(diff->met >> i & 1))
			return skep_fail(d, SKEP_E_NAME, "there is no map or variable %s to ignore",
					 diff->options.ignored[i]);
		if (!(diff->misnamed >> i & 1))
			continue;
		skep_fail(d, SKEP_E_NAME, "there is no member %s to ignore",
			  diff->options.ignored[i]);
		return skep_hint(d, "--event says what the records of a ring buffer are");
	}
	return true;
}

/* ---- lists */

/* A buffer's text in the arena; NULL if memory ran out. The buffer is empty behind it. */
static char *settle(struct skep_diff_half *half, struct skep_buffer *b)
{
	char *text =
	    b->failed ? NULL : skep_arena_text(&half->arena, b->data ? b->data : "", b->count);

	half->failed |= !text;
	skep_buffer_fini(b);
	*b = (struct skep_buffer){0};
	return text;
}

static char *text_of(struct skep_diff_half *half, const struct skep_value_type *type,
		     const void *value)
{
	struct skep_buffer b = {0};

	skep_value_print(&b, type, value, half->diff->options.json);
	return settle(half, &b);
}

void skep_diff_keep(struct skep_diff_half *half, struct skep_diff_entry entry,
		    const struct skep_value_type *type, const void *value)
{
	char *copy = skep_arena_text(&half->arena, value, type->size);

	half->failed |= !copy;
	if (!copy)
		return;
	blank(half->diff, entry.name, type, copy);
	entry.text = entry.text ? entry.text : text_of(half, type, copy);
	half->failed |= !SKEP_PUSH(&half->entries, entry);
}

/* ---- comparing */

static int compare_places(const struct skep_diff_entry *a, const struct skep_diff_entry *b)
{
	int names = a->kind == SKEP_DIFF_EVENTS ? strcmp(a->name, b->name) : 0;

	if (names)
		return names;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	if (a->key && b->key)
		return skep_value_compare(&a->key_type, a->key, b->key);
	return a->number < b->number ? -1 : a->number > b->number;
}

static void compare_entry(struct skep_diff *diff, const struct skep_diff_entry *ours,
			  const struct skep_diff_entry *theirs)
{
	const struct skep_diff_entry *any = ours ? ours : theirs;
	const struct skep_difference difference = {
	    .kind = any->kind,
	    .name = any->name,
	    .key = any->key_text,
	    .sides = {ours ? ours->text : NULL, theirs ? theirs->text : NULL},
	};

	diff->counts.compared[any->kind]++;
	if (ours && theirs && strcmp(ours->text, theirs->text) == 0)
		return;
	diff->counts.different[any->kind]++;
	diff->options.different(diff->options.context, &difference);
}

/* Records of several ring buffers come mixed. */
static int by_place(const void *a, const void *b)
{
	return compare_places(a, b);
}

void skep_diff_entries(struct skep_diff *diff)
{
	struct skep_diff_half *ours = &diff->halves[SKEP_DIFF_SKEP];
	struct skep_diff_half *theirs = &diff->halves[SKEP_DIFF_LINUX];
	size_t i = 0, j = 0;

	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		if (diff->halves[side].entries.count)
			qsort(diff->halves[side].entries.data, diff->halves[side].entries.count,
			      sizeof(struct skep_diff_entry), by_place);
	while (i < ours->entries.count || j < theirs->entries.count) {
		const struct skep_diff_entry *a = &ours->entries.data[i];
		const struct skep_diff_entry *b = &theirs->entries.data[j];
		int order = i == ours->entries.count	 ? 1
			    : j == theirs->entries.count ? -1
							 : compare_places(a, b);

		compare_entry(diff, order <= 0 ? a : NULL, order >= 0 ? b : NULL);
		i += order <= 0;
		j += order >= 0;
	}
	ours->entries.count = theirs->entries.count = 0;
}

/* ---- what maps and variables hold */

static void begin_map(void *context, const struct skep_running_map *map)
{
	struct skep_diff_half *half = context;

	half->order++;
	half->number = 0;
	(void)skep_diff_ignores(half->diff, map->name, NULL);
}

/* The value, of a per-CPU map all CPUs' added up, in the arena. */
static void *sum_of(struct skep_diff_half *half, const struct skep_running_element *el)
{
	size_t stride = skep_running_stride(el->map);
	char *sum = skep_arena_text(&half->arena, el->values, el->map->value.size);

	half->failed |= !sum;
	for (u32 cpu = 1; sum && cpu < el->map->cpus; cpu++)
		skep_value_add(&el->map->value, sum, (const u8 *)el->values + cpu * stride);
	return sum;
}

static void keep_element(void *context, const struct skep_running_element *el)
{
	struct skep_diff_half *half = context;
	struct skep_diff_entry entry = {.kind = SKEP_DIFF_ELEMENTS,
					.order = half->order,
					.number = half->number++,
					.name = el->map->name,
					.key_type = el->map->key};
	const void *value = sum_of(half, el);

	if (!value || skep_diff_ignores(half->diff, el->map->name, NULL))
		return;
	if (el->map->key.size) {
		entry.key = skep_arena_text(&half->arena, el->key, el->map->key.size);
		entry.key_text = text_of(half, &el->map->key, el->key);
	}
	if (el->held)
		entry.text = skep_arena_text(&half->arena, el->held, strlen(el->held));
	half->failed |= el->map->key.size && !entry.key;
	skep_diff_keep(half, entry, &el->map->value, value);
}

static void keep_variable(void *context, const char *section, const char *name,
			  const struct skep_value_type *type, const void *value)
{
	struct skep_diff_half *half = context;
	const struct skep_diff_entry entry = {
	    .kind = SKEP_DIFF_VARIABLES, .order = ++half->order, .name = name};

	if (!skep_diff_ignores(half->diff, name, section))
		skep_diff_keep(half, entry, type, value);
}

bool skep_diff_finish(struct skep_diff *diff, struct skep_diag *d)
{
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++) {
		struct skep_diff_half *half = &diff->halves[side];
		const struct skep_running_show show = {.map = begin_map,
						       .element = keep_element,
						       .variable = keep_variable,
						       .context = half};

		skep_running_enter(half->running);
		if (!skep_running_show(half->running, &show, d))
			return false;
		if (half->failed)
			return skep_fail_nomem(d);
	}
	skep_diff_entries(diff);
	return fail_ignored(diff, d);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "asm/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static int compare(const struct skep_name *a, const struct skep_name *b)
{
	int order = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);

	return order ? order : (a->length > b->length) - (a->length < b->length);
}

/* Equal names in the order of the text. */
static int compare_places(const void *left, const void *right)
{
	const struct skep_name *a = left, *b = right;
	int order = compare(a, b);

	return order ? order : (a->text > b->text) - (a->text < b->text);
}

static int compare_found(const void *wanted, const void *element)
{
	return compare(wanted, element);
}

void skep_names_fini(struct skep_names *names)
{
	skep_free(names->data);
	*names = (struct skep_names){0};
}

bool skep_names_add(struct skep_names *names, struct skep_name name)
{
	return SKEP_PUSH(names, name);
}

const struct skep_name *skep_names_sort(struct skep_names *names)
{
	if (names->count)
		qsort(names->data, names->count, sizeof(*names->data), compare_places);
	for (size_t i = 1; i < names->count; i++)
		if (compare(&names->data[i - 1], &names->data[i]) == 0)
			return &names->data[i];
	return NULL;
}

const struct skep_name *skep_names_find(const struct skep_names *names, const char *text,
					u32 length)
{
	const struct skep_name wanted = {.text = text, .length = length};

	if (!names->count)
		return NULL;
	return bsearch(&wanted, names->data, names->count, sizeof(wanted), compare_found);
}

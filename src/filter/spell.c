/* SPDX-License-Identifier: BSD-2-Clause */
/* Edit distance: letters to insert, drop, change or swap with a neighbour. A short word may differ
 * in one, a longer one in two; a word of two letters is not guessed at. */
#include "filter/spell.h"

#include <string.h>

enum { LONGEST = 40 };

void skep_spell_init(struct skep_spell *s, const char *word, size_t length)
{
	*s = (struct skep_spell){.word = word, .length = length};
	s->cost = length < 3 ? 0 : length < 6 ? 1 : 2;
	s->cost++; /* less than this */
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static u32 least(u32 a, u32 b)
{
	return a < b ? a : b;
}

static u32 distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	u32 rows[3][LONGEST + 1]; /* the row before last, the last, this one */
	u32 *older = rows[0], *old = rows[1], *row = rows[2];

	for (u32 j = 0; j <= b_length; j++)
		old[j] = older[j] = j;
	for (u32 i = 1; i <= a_length; i++) {
		u32 *spare = older;

		row[0] = i;
		for (u32 j = 1; j <= b_length; j++) {
			char x = lower(a[i - 1]), y = lower(b[j - 1]);

			row[j] = least(old[j - 1] + (x != y), least(old[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && x == lower(b[j - 2]) && y == lower(a[i - 2]))
				row[j] = least(row[j], older[j - 2] + 1);
		}
		older = old;
		old = row;
		row = spare;
	}
	return old[b_length];
}

void skep_spell_try(struct skep_spell *s, const char *known)
{
	size_t length = strlen(known);
	u32 cost;

	if (length == 0 || length > LONGEST || s->length > LONGEST || s->length == 0)
		return;
	cost = distance(s->word, s->length, known, length);
	if (cost >= s->cost || cost >= length)
		return;
	s->cost = cost;
	s->best = known;
}

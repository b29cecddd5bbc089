/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/near.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { NAME_MAX_LENGTH = 40 };

/* Insertions, deletions and exchanges that make one name the other (Levenshtein). Names beyond the
 * limit are never near. */
static size_t distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_LENGTH + 1], la = strlen(a), lb = strlen(b);

	if (la > NAME_MAX_LENGTH || lb > NAME_MAX_LENGTH)
		return NAME_MAX_LENGTH;
	for (size_t j = 0; j <= lb; j++)
		row[j] = j;
	for (size_t i = 1; i <= la; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= lb; j++) {
			bool same = tolower((u8)a[i - 1]) == tolower((u8)b[j - 1]);
			size_t best = diagonal + !same;

			diagonal = row[j];
			best = row[j] + 1 < best ? row[j] + 1 : best;
			row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
		}
	}
	return row[lb];
}

/* A third of the name may be wrong, or one is the beginning of the other. */
static bool is_near(const char *wanted, const char *name)
{
	size_t length = strlen(wanted);

	return distance(wanted, name) <= length / 3 ||
	       (length >= 2 && strncasecmp(wanted, name, length) == 0);
}

void skep_near_offer(struct skep_near *near, const char *name)
{
	size_t used = strlen(near->names);

	if (!is_near(near->wanted, name) || used + strlen(name) + 3 > sizeof(near->names))
		return;
	if (used)
		strcat(near->names, ", ");
	strcat(near->names, name);
}

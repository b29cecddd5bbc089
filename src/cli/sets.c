/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/sets.h"

#include <stdio.h>
#include <string.h>

#include "cli/input.h"

static enum skep_exit set_one(const struct skep_sets_taker *taker, const char *word)
{
	const char *json = strchr(word, '=');
	struct skep_diag d = {0};
	char name[64];

	if (taker->take(taker->context, word, &d))
		return SKEP_EXIT_OK;
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(word, "="), word);
	return skep_out_failure(&d, name, json ? json + 1 : NULL);
}

static enum skep_exit set_lines(const struct skep_sets_taker *taker, const char *path)
{
	struct skep_buffer text = {0};
	struct skep_diag d = {0};
	enum skep_exit code = SKEP_EXIT_OK;

	if (!skep_input_read(path, &text, &d) || !skep_input_is_text(&text, &d))
		code = skep_out_failure(&d, path, NULL);
	for (char *line = text.data; code == SKEP_EXIT_OK && line && *line;) {
		char *end = line + strcspn(line, "\n");
		bool last = !*end;

		*end = '\0';
		if (*line && *line != '#')
			code = set_one(taker, line);
		line = last ? end : end + 1;
	}
	skep_buffer_fini(&text);
	return code;
}

enum skep_exit skep_sets_each(const struct skep_words *sets, const struct skep_sets_taker *taker)
{
	enum skep_exit code = SKEP_EXIT_OK;

	for (u32 i = 0; i < sets->count && code == SKEP_EXIT_OK; i++)
		code = sets->words[i][0] == '@' ? set_lines(taker, sets->words[i] + 1)
						: set_one(taker, sets->words[i]);
	return code;
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/load.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "cli/input.h"
#include "cli/links.h"
#include "cli/linux_side.h"

enum { LINKTYPE_ETHERNET = 1 };

/* ---- what maps and variables hold */

/* Gives one its contents; explains what is wrong. */
static enum skep_exit set_one(struct skep_running *running, const char *word)
{
	const char *json = strchr(word, '=');
	struct skep_diag d = {0};
	char name[64];

	if (skep_running_set(running, word, &d))
		return SKEP_EXIT_OK;
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(word, "="), word);
	return skep_out_failure(&d, name, json ? json + 1 : NULL);
}

/* The lines of a file; empty ones and those that begin with # are none. */
static enum skep_exit set_lines(struct skep_running *running, const char *path)
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
			code = set_one(running, line);
		line = last ? end : end + 1;
	}
	skep_buffer_fini(&text);
	return code;
}

static enum skep_exit set_all(struct skep_running *running, const struct skep_words *sets)
{
	enum skep_exit code = SKEP_EXIT_OK;

	for (u32 i = 0; i < sets->count && code == SKEP_EXIT_OK; i++)
		code = sets->words[i][0] == '@' ? set_lines(running, sets->words[i] + 1)
						: set_one(running, sets->words[i]);
	return code;
}

static enum skep_exit set_types(struct skep_running *running, const struct skep_words *types)
{
	struct skep_diag d = {0};

	for (u32 i = 0; i < types->count; i++)
		if (!skep_running_type(running, types->words[i], &d))
			return skep_out_failure(&d, types->words[i], NULL);
	return SKEP_EXIT_OK;
}

enum skep_exit skep_load(struct skep_running *running, const struct skep_words *sets,
			 const struct skep_words *types)
{
	enum skep_exit code = set_all(running, sets);
	struct skep_diag d = {0};

	if (code != SKEP_EXIT_OK)
		return code;
	if (!skep_running_load(running, &d)) {
		skep_linux_side_explain(running, &d);
		return skep_out_failure(&d, NULL, NULL);
	}
	code = set_all(running, sets);
	return code == SKEP_EXIT_OK ? set_types(running, types) : code;
}

/* ---- packets */

enum skep_exit skep_load_source(const char *path, const struct skep_running *running, int stop_fd,
				struct skep_source **source)
{
	const struct skep_source_info *info;
	struct skep_diag d = {0};
	char number[16];

	*source = skep_source_open_file(path, stop_fd, &d);
	if (!*source)
		return skep_out_failure(&d, d.code == SKEP_E_FORMAT ? path : NULL, NULL);
	info = skep_source_info(*source);
	if (info->linktype == LINKTYPE_ETHERNET)
		return SKEP_EXIT_OK;
	skep_fail(&d, SKEP_E_UNSUPPORTED, "the packets have link type %s",
		  skep_links_name(info->dlt, number));
	skep_hint(&d, "programs of type %s run on frames of Ethernet",
		  skep_running_program(running).type_name);
	return skep_out_failure(&d, path, NULL);
}

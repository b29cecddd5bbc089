/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/load.h"

#include "base/diag.h"
#include "cli/links.h"
#include "cli/linux_side.h"
#include "cli/sets.h"

enum { LINKTYPE_ETHERNET = 1 };

/* ---- what maps and variables hold */

static bool take(void *running, const char *assignment, struct skep_diag *d)
{
	return skep_running_set(running, assignment, d);
}

static enum skep_exit set_all(struct skep_running *running, const struct skep_words *sets)
{
	return skep_sets_each(sets, &(struct skep_sets_taker){take, running});
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

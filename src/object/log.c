/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/log.h"

#include <bpf/libbpf.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"

/* The first warning: the ones behind it follow from it. */
static _Thread_local char said[256];

SKEP_PRINTF(2, 0) static int keep(enum libbpf_print_level level, const char *format, va_list args)
{
	if (level == LIBBPF_WARN && !said[0])
		vsnprintf(said, sizeof(said), format, args);
	return 0;
}

void skep_log_begin(void)
{
	said[0] = '\0';
	libbpf_set_print(keep);
}

bool skep_log_fail(struct skep_diag *d, enum skep_error code, struct skep_log_task task, int error)
{
	static const char prefix[] = "libbpf: ";
	const char *from = strncmp(said, prefix, strlen(prefix)) ? said : said + strlen(prefix);
	size_t length = strcspn(from, "\n");

	if (!length)
		return skep_fail(d, code, "libbpf cannot %s %s: %s", task.verb, task.about,
				 strerror(error));
	return skep_fail(d, code, "libbpf cannot %s %s: %.*s", task.verb, task.about, (int)length,
			 from);
}

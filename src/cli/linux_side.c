/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/linux_side.h"

#include <errno.h>
#include <stdio.h>

#include "linux/explain.h"

/* The two for which libbpf has words of its own. */
static bool is_guessed(int error)
{
	return error == EPERM || error == EACCES;
}

/* The error that is to be explained; 0 if libbpf has said what there is to say. A program may want
 * something that nobody gave it (freplace: its target), where Linux would have refused it anyhow.
 */
static int error_of(const struct skep_object_verdict *v)
{
	if (is_guessed(v->error))
		return v->error;
	return skep_linux_refuses_all(v->prog_type, v->attach_type, EPERM) ? EPERM : 0;
}

bool skep_linux_side_cause(const struct skep_object_verdict *v, struct skep_linux_side_cause *cause)
{
	struct skep_diag d = {0};
	int error = v->outcome == SKEP_OBJECT_FAILED ? error_of(v) : 0;

	if (!error)
		return false;
	skep_linux_explain_load(v->prog_type, v->attach_type, error, &d);
	snprintf(cause->text, sizeof(cause->text), "%s%s%s", d.what, d.hint[0] ? ": " : "", d.hint);
	cause->unable = d.code == SKEP_E_PERMISSION || d.code == SKEP_E_UNSUPPORTED;
	return true;
}

void skep_linux_side_explain(const struct skep_running *running, struct skep_diag *d)
{
	const struct skep_running_program program = skep_running_program(running);

	if (!is_guessed(skep_running_error(running)))
		return;
	*d = (struct skep_diag){0};
	skep_linux_explain_load(program.type, program.attach_type, skep_running_error(running), d);
}

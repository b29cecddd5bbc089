/* SPDX-License-Identifier: BSD-2-Clause */
/* The one place that talks: diagnostics to standard error as `skep: what failed: what to try`, with
 * the line and a caret for a place in a text. Colour only on a terminal and without NO_COLOR. */
#ifndef SKEP_CLI_OUT_H
#define SKEP_CLI_OUT_H

#include <skep/diag.h>

#include "base/types.h"

/* What a command returns. */
enum skep_exit {
	SKEP_EXIT_OK = 0,
	SKEP_EXIT_FAILED = 1,
	SKEP_EXIT_USAGE = 2,
	SKEP_EXIT_UNABLE = 3,	 /* this kernel or privilege cannot */
	SKEP_EXIT_REFUSED = 4,	 /* by the verifier */
	SKEP_EXIT_DIFFERENT = 5, /* a test or comparison failed */
};

/* Prints a failure and returns the exit code that fits it.
 *
 *   about  the file or interface it is about; NULL = nothing to name
 *   text   what the place of a text error counts in; NULL = none */
enum skep_exit skep_out_failure(const struct skep_diag *d, const char *about, const char *text);

/* The same as a warning. */
void skep_out_warning(const struct skep_diag *d, const char *text);

/* Prints `skep: ...` and a newline; returns SKEP_EXIT_USAGE. */
SKEP_PRINTF(1, 2) enum skep_exit skep_out_usage(const char *format, ...);

/* Prints a line to standard error as it is. */
SKEP_PRINTF(1, 2) void skep_out_note(const char *format, ...);

/* Prints data to standard output; false (and a message) if it cannot be written. */
bool skep_out_data(const char *text);

#endif

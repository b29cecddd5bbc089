/* SPDX-License-Identifier: BSD-2-Clause */
/* What `skep diff` tells. */
#ifndef SKEP_CLI_DIFF_PRINT_H
#define SKEP_CLI_DIFF_PRINT_H

#include "base/buffer.h"
#include "object/diff.h"

/* The verdict of one side on a program; texts are owned. */
struct skep_diff_verdict {
	char *prog;
	enum skep_object_outcome outcome;
	s64 insn;    /* that was refused; -1: none, or not known */
	char *why;   /* of a refusal or failure; NULL */
	bool unable; /* this kernel or these privileges cannot load it */
};

struct skep_diff_printer {
	struct skep_buffer out;
	u64 limit;		    /* of differences that are shown of each kind */
	u64 shown[SKEP_DIFF_KINDS]; /* so far */
	bool json;
};

/* Appends a program's verdicts. */
void skep_diff_print_verdicts(struct skep_diff_printer *p,
			      const struct skep_diff_verdict sides[SKEP_DIFF_SIDES], bool same);

/* Appends a difference, unless enough of its kind are shown; for struct skep_diff_options. */
void skep_diff_print_difference(void *context, const struct skep_difference *difference);

/* Appends how much was compared. */
void skep_diff_print_counts(struct skep_diff_printer *p, const struct skep_running_program *program,
			    const struct skep_diff_counts *counts);

#endif

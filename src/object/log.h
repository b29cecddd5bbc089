/* SPDX-License-Identifier: BSD-2-Clause */
/* What libbpf says, kept instead of printed. libbpf has one printer for the whole process, which
 * gets no context: what is said is kept for each thread. */
#ifndef SKEP_OBJECT_LOG_H
#define SKEP_OBJECT_LOG_H

#include <skep/diag.h>

#include "base/types.h"

/* From here on warnings are kept; those of before are forgotten. */
void skep_log_begin(void);

/* What libbpf was asked for. */
struct skep_log_task {
	const char *verb, *about; /* "open", a file; "load", a program */
};

/* Fails with what libbpf said first, or with the text of an errno value if it said nothing. */
bool skep_log_fail(struct skep_diag *d, enum skep_error code, struct skep_log_task task, int error);

#endif

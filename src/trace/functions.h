/* SPDX-License-Identifier: BSD-2-Clause */
/* What funccount, funclat and usdt share: a program is attached to each place that the target
 * names. */
#ifndef SKEP_TRACE_FUNCTIONS_H
#define SKEP_TRACE_FUNCTIONS_H

#include "trace/ladder.h"

/* As `attach` of a view. */
bool skep_attach_functions(struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d);
bool skep_attach_marks(struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d);

/* Work: calls getppid so many times. */
bool skep_trace_ask_parent(u32 count);

#endif

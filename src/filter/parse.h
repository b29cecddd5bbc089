/* SPDX-License-Identifier: BSD-2-Clause */
/* From text to tree. */
#ifndef SKEP_FILTER_PARSE_H
#define SKEP_FILTER_PARSE_H

#include <skep/diag.h>

#include "base/arena.h"
#include "filter/ast.h"

/* Parses an expression of pcap-filter(7). The tree and its texts lie in the arena; `text` is
 * borrowed for the call. NULL with *d set to the place, what stands there, what was expected and
 * what to write instead. Nothing is looked up and no link type is known here. */
SKEP_MUST_USE struct skep_ast *skep_filter_parse(const char *text, struct skep_arena *arena,
						 struct skep_diag *d);

#endif

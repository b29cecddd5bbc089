/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter expression in plain words. */
#ifndef SKEP_FILTER_EXPLAIN_H
#define SKEP_FILTER_EXPLAIN_H

#include "base/types.h"
#include "filter/ast.h"

/* Says what each primitive looks at, a line each, indented below `all of`, `any of` and `not`.
 * Values that differ in nothing else share a line. The caller frees the text with skep_free; NULL
 * if memory ran out. Thread-safe. */
SKEP_MUST_USE char *skep_filter_words(const struct skep_ast *ast);

#endif

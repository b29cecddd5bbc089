/* SPDX-License-Identifier: BSD-2-Clause */
/* A flame graph: stacks that begin alike are drawn as one, as wide as all of their values. One
 * thread. */
#ifndef SKEP_TRACE_FLAME_H
#define SKEP_TRACE_FLAME_H

#include <skep/diag.h>

#include "base/buffer.h"
#include "trace/stacks.h"

struct skep_flame;

/* NULL if memory ran out. */
struct skep_flame *skep_flame_new(void);

/* Adds a stack with its value. False if memory ran out. */
SKEP_MUST_USE bool skep_flame_add(struct skep_flame *f, const struct skep_stack *stack,
				  const char *root, u64 value);

/* Writes one SVG file that needs nothing else: click to zoom, search, reset. False with *d set. */
SKEP_MUST_USE bool skep_flame_write(const struct skep_flame *f, const char *path, const char *title,
				    const char *unit, struct skep_diag *d);

/* Frees; NULL is allowed. */
void skep_flame_free(struct skep_flame *f);

#endif

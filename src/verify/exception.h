/* SPDX-License-Identifier: BSD-2-Clause */
/* bpf_throw ends the program from within any of its functions. What it returns then is what was
 * thrown, or what its handler makes of that: a global function that a declaration tag of the
 * program's first function names, "exception_callback:NAME". */
#ifndef SKEP_VERIFY_EXCEPTION_H
#define SKEP_VERIFY_EXCEPTION_H

#include "verify/walk.h"

/* Finds the handler: w->handler_start. Before functions are known. */
SKEP_MUST_USE bool skep_exception_find(struct skep_walk *w);

/* Finds who throws: w->throws, w->handler and w->backs. False if memory ran out. */
SKEP_MUST_USE bool skep_exception_list(struct skep_walk *w);

/* Whether the handler takes one number. */
SKEP_MUST_USE bool skep_exception_check(struct skep_walk *w);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes filter expressions from the grammar in filter_grammar.def.
 *
 * Bytes decide: each choice takes one, and where they have run out the first, simplest alternative
 * is taken. So random bytes give a random expression, a fuzzer's bytes give whatever the fuzzer is
 * after, and a shorter or smaller list of bytes gives a simpler expression, which is all that a
 * shrinker needs. */
#ifndef SKEP_FILTER_MAKER_H
#define SKEP_FILTER_MAKER_H

#include "base/types.h"

/* Writes the expression that the bytes stand for, at most room - 1 characters and a NUL.
 *
 *   special  the rule that {special} stands for, by link type: "wlan", "atm", "ss7", "pf", "word"
 *
 * Returns how many bytes decided something. */
size_t filter_make(const u8 *bytes, size_t count, const char *special, char *text, size_t room);

/* The name of the special rule for a link type of the list of captures. */
const char *filter_special(const char *link);

#endif

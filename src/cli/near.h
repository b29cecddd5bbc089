/* SPDX-License-Identifier: BSD-2-Clause */
/* Names that somebody may have meant. Thread-safe. */
#ifndef SKEP_CLI_NEAR_H
#define SKEP_CLI_NEAR_H

#include "base/types.h"

struct skep_near {
	const char *wanted; /* borrowed */
	char names[160];    /* "EN10MB, EN3MB"; "" = nothing is near */
};

/* Offers a name; near ones are collected, as many as have room. Case does not matter. */
void skep_near_offer(struct skep_near *near, const char *name);

#endif

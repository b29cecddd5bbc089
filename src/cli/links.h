/* SPDX-License-Identifier: BSD-2-Clause */
/* Link types on the command line. */
#ifndef SKEP_CLI_LINKS_H
#define SKEP_CLI_LINKS_H

#include "base/types.h"

/* Finds the link type of -y, by name or number; NULL means Ethernet. Returns false after having
 * printed that it is not known, and which names are near. */
bool skep_links_find(const char *name, u32 *dlt);

/* Its name, or its number as a text in `number`. */
const char *skep_links_name(u32 dlt, char number[16]);

#endif

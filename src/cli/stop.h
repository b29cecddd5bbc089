/* SPDX-License-Identifier: BSD-2-Clause */
/* Ctrl-C as a descriptor: while packets are read, SIGINT and SIGTERM end the input and not the
 * process, so that what was found is still written. */
#ifndef SKEP_CLI_STOP_H
#define SKEP_CLI_STOP_H

#include "base/types.h"

/* Returns a descriptor that becomes readable at the first SIGINT or SIGTERM after
 * skep_stop_begin, -1 if there is none to be had. The caller closes it. */
int skep_stop_open(void);

/* From here on the signals go to the descriptor. */
void skep_stop_begin(void);

/* Whether one has come. */
bool skep_stop_asked(int fd);

#endif

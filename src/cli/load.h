/* SPDX-License-Identifier: BSD-2-Clause */
/* What commands that run an object on packets do first: its maps and variables are set, it is
 * loaded, and the capture file opened. What fails was explained. */
#ifndef SKEP_CLI_LOAD_H
#define SKEP_CLI_LOAD_H

#include "capture/source.h"
#include "cli/options.h"
#include "object/running.h"

/* Loads an object that was opened.
 *
 *   sets   NAME=JSON, or @FILE with such lines
 *   types  MAP=TYPE of ring buffers' records */
enum skep_exit skep_load(struct skep_running *running, const struct skep_words *sets,
			 const struct skep_words *types);

/* Opens a file with frames of Ethernet. *source is the caller's. */
enum skep_exit skep_load_source(const char *path, const struct skep_running *running, int stop_fd,
				struct skep_source **source);

#endif

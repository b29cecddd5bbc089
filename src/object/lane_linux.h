/* SPDX-License-Identifier: BSD-2-Clause */
/* A program of Linux on packets, through BPF_PROG_TEST_RUN. Private to the room. */
#ifndef SKEP_OBJECT_LANE_LINUX_H
#define SKEP_OBJECT_LANE_LINUX_H

#include <skep/diag.h>
#include <skep/packet.h>

#include "object/running.h"
#include "syscall/run.h"

struct skep_lane_linux;

/* NULL with *d set: Linux does not run programs of the type so. The caller owns it; `fd` is
 * borrowed. */
SKEP_MUST_USE struct skep_lane_linux *skep_lane_linux_new(
    int fd, const struct skep_running_program *program, struct skep_diag *d);
void skep_lane_linux_free(struct skep_lane_linux *lane); /* NULL is allowed */

/* As skep_lane_run(): the nanoseconds are those that Linux measured, each packet by itself. */
u64 skep_lane_linux_run(struct skep_lane_linux *lane, const struct skep_packet *packets, u32 count,
			struct skep_lane_result *results);

#endif

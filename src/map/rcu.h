/* SPDX-License-Identifier: BSD-2-Clause */
/* Who reads maps, so that nobody takes away what is being read. Whoever runs programs, or looks
 * into a map, does so between skep_map_read_begin() and skep_map_read_end(): once a run, not once a
 * lookup. What a lookup gave (values, inner maps, code in prog arrays) may be used until then.
 *
 * A thread needs no registration. Sections nest. They cost a nanosecond or two and never wait. */
#ifndef SKEP_MAP_RCU_H
#define SKEP_MAP_RCU_H

#include <stdbool.h>
#include <urcu/static/urcu-bp.h>

/* The library is always there from the start, so its variables have a fixed place. */
extern __thread struct urcu_bp_reader *urcu_bp_reader __attribute__((tls_model("initial-exec")));

static inline void skep_map_read_begin(void)
{
	_urcu_bp_read_lock();
}

static inline void skep_map_read_end(void)
{
	_urcu_bp_read_unlock();
}

/* Waits until all sections that were open are closed: what readers could no longer find before the
 * call can be freed after it. Not within a section. */
void skep_map_read_wait(void);

/* Whether the caller is in a section. */
bool skep_map_read_ongoing(void);

#endif

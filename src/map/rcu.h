/* SPDX-License-Identifier: BSD-2-Clause */
/* Who reads maps, so that nobody takes away what is being read. Whoever runs programs, or looks
 * into a map, does so between skep_map_read_begin() and skep_map_read_end(): once a run, not once a
 * lookup. What a lookup gave (values, inner maps, code in prog arrays) may be used until then.
 *
 * A thread needs no registration. Sections nest. They cost a nanosecond or two and never wait. */
#ifndef SKEP_MAP_RCU_H
#define SKEP_MAP_RCU_H

#include <stdbool.h>

/* The library aligns what it has of a thread less than its type says, which sanitizers would report
 * of its inline functions. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(__clang__)
#include <urcu/urcu-bp.h>
#define SKEP_MAP_READ_LOCK   urcu_bp_read_lock
#define SKEP_MAP_READ_UNLOCK urcu_bp_read_unlock
#else
#include <urcu/static/urcu-bp.h>
#define SKEP_MAP_READ_LOCK   _urcu_bp_read_lock
#define SKEP_MAP_READ_UNLOCK _urcu_bp_read_unlock

/* The library is always there from the start, so its variables have a fixed place. */
extern __thread struct urcu_bp_reader *urcu_bp_reader __attribute__((tls_model("initial-exec")));
#endif

/* The thread sanitizer does not see how sections and those who wait for them meet. */
#ifdef __SANITIZE_THREAD__
void __tsan_acquire(void *meeting);
void __tsan_release(void *meeting);
#define SKEP_MAP_READ_TELL()  __tsan_release((void *)urcu_bp_read_lock)
#define SKEP_MAP_READ_LEARN() __tsan_acquire((void *)urcu_bp_read_lock)
#else
#define SKEP_MAP_READ_TELL()  ((void)0)
#define SKEP_MAP_READ_LEARN() ((void)0)
#endif

static inline void skep_map_read_begin(void)
{
	SKEP_MAP_READ_LOCK();
}

static inline void skep_map_read_end(void)
{
	SKEP_MAP_READ_TELL();
	SKEP_MAP_READ_UNLOCK();
}

/* Waits until all sections that were open are closed: what readers could no longer find before the
 * call can be freed after it. Not within a section. */
void skep_map_read_wait(void);

/* Whether the caller is in a section. */
bool skep_map_read_ongoing(void);

#endif

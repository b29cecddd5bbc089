/* SPDX-License-Identifier: BSD-2-Clause */
/* Who waits for a ring buffer, a user ring buffer or a perf event waits for an eventfd in its
 * place: Linux says of the memory file behind such a descriptor that it is always ready (poll), or
 * that nobody can wait for it (epoll). The system writes to the eventfd for each wakeup. For a wait
 * that begins it is made to say what the ring says: a ring with data is left as it is, since Linux
 * does not wake anybody for records that were sent silently; one without is emptied.
 *
 * For other maps, which Linux says have an error, a pipe without a reader stands. */
#ifndef SKEP_PRELOAD_STAND_IN_H
#define SKEP_PRELOAD_STAND_IN_H

#include <sys/types.h>

#include "base/types.h"

enum stand_in_kind {
	STAND_IN_READER, /* of a ring buffer: ready when there is data */
	STAND_IN_SENDER, /* to a user ring buffer: ready when there is room */
	STAND_IN_EVENT,	 /* a perf event: ready once for each wakeup, for whoever asks first */
	STAND_IN_ERROR,
};

/* One for each object that this process has waited for. Those of objects that it has no descriptor
 * of any more go when others are made, now and then. Forked children have them, too. */
struct stand_in {
	dev_t dev; /* of the object's file */
	ino_t ino;
	int fd;
	enum stand_in_kind kind;
	const u64 *consumed, *produced; /* positions of a ring */
	u64 size;			/* bytes of a user ring buffer's data */
};

/* Between these, what skep_stand_in() has found stays. */
void skep_stand_in_begin(void);
void skep_stand_in_end(void);

/* What stands for a descriptor; false: it is none of skep's that can be waited for. errno is kept.
 */
bool skep_stand_in(int fd, struct stand_in *found);

/* Whether a ring is ready. */
bool skep_stand_in_is_ready(const struct stand_in *s);

/* Which of some events of poll(2) the stand-in is to be asked for; EPOLLIN and its like have the
 * same numbers. */
u32 skep_stand_in_events(const struct stand_in *s, u32 events);

/* Before a wait: what is not ready does not say so. */
void skep_stand_in_lower(const struct stand_in *s);
void skep_stand_in_lower_all(void);

/* Where a wait is asked for anew: it says what is. */
void skep_stand_in_settle(const struct stand_in *s);

#endif

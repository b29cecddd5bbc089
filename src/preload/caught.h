/* SPDX-License-Identifier: BSD-2-Clause */
/* What is answered to system calls that the kernel holds for the broker (catch.h). */
#ifndef SKEP_PRELOAD_CAUGHT_H
#define SKEP_PRELOAD_CAUGHT_H

#include <pthread.h>
#include <sys/types.h>

#include "syscall/skep.h"

struct skep_mounts;

/* What is caught: a system call, or one of whose arguments some bits have a value. */
struct skep_caught_row {
	u32 number;
	u32 argument, mask, value; /* mask 0: always */
};
enum { SKEP_CAUGHT_ROWS = 32 }; /* at most */

/* Fills in the rows and returns their number. */
u32 skep_caught_rows(struct skep_caught_row rows[SKEP_CAUGHT_ROWS]);

/* What stands for objects that processes wait for by epoll(7): one descriptor of the broker's each,
 * since epoll tells descriptors of a file apart by their numbers. They stay until the end. */
struct skep_watched {
	pthread_mutex_t mutex;
	struct skep_watched_file {
		dev_t dev;
		ino_t ino;
		int fd;
	} * data;
	size_t count, room;
};

/* A call that waits; what it points to is borrowed. */
struct skep_caught {
	struct skep *skep;
	const char *folder; /* of the system, with its mounts */
	const struct skep_mounts *mounts;
	struct skep_watched *watched;
	struct skep_client client; /* `pid` is the thread's */
	u32 number;
	u64 args[6];
};

enum skep_caught_end {
	SKEP_CAUGHT_GO_ON,  /* to Linux */
	SKEP_CAUGHT_ANSWER, /* *result is what it returns, or -errno */
	SKEP_CAUGHT_OPENED, /* *result is a descriptor of this process, to be handed on and closed
			     */
	SKEP_CAUGHT_STAYS,  /* the same, of one that is to stay open across exec(2) */
};

/* Answers a call for the process that makes it. From any thread. */
enum skep_caught_end skep_caught_answer(const struct skep_caught *c, long *result);

/* Answers epoll_ctl(2). */
enum skep_caught_end skep_caught_watch(const struct skep_caught *c, long *result);

/* The memory of the process that calls; false if it has none there. A text longer than `size` is
 * none. */
bool skep_caught_read(const struct skep_caught *c, void *to, u64 from, size_t size);
bool skep_caught_write(const struct skep_caught *c, u64 to, const void *from, size_t size);
bool skep_caught_text(const struct skep_caught *c, char *to, u64 from, size_t size);

/* Whether a descriptor of that process is one of a memory file, as all of skep's are. */
bool skep_caught_is_memory(const struct skep_caught *c, int fd);

/* The process of the thread that calls, and its user; false if it is gone. */
bool skep_caught_identify(const struct skep_caught *c, struct skep_client *client);

/* A private command whose attr lies here. */
long skep_caught_ask(const struct skep_caught *c, int cmd, const void *attr, u32 size);

#endif

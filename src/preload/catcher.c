/* SPDX-License-Identifier: BSD-2-Clause */
/* The broker's end of caught system calls: takes one from the kernel, has it answered (caught.h)
 * and lets its caller go on. */
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/alloc.h"
#include "preload/catch.h"
#include "preload/caught.h"
#include "preload/raw.h"
#include "syscall/mounts.h"

struct skep_catcher {
	struct skep *skep;
	const char *folder;
	struct skep_mounts *mounts;
	int listener;
	pthread_mutex_t turn; /* who waits has it */
	struct skep_watched watched;
};

/* The kernel's structs may have grown since this was compiled. */
union notice {
	struct seccomp_notif call;
	u8 room[512];
};
union reply {
	struct seccomp_notif_resp call;
	u8 room[512];
};

/* ---- a call */

static void let_go_on(const struct skep_catcher *catcher, u64 id, long result, u32 flags)
{
	union reply reply = {.call = {.id = id, .flags = flags}};

	if (result < 0)
		reply.call.error = (s32)result;
	else
		reply.call.val = result;
	/* Who is gone needs no answer. */
	ioctl(catcher->listener, SECCOMP_IOCTL_NOTIF_SEND, &reply);
}

static void hand_on(const struct skep_catcher *catcher, u64 id, int fd, u32 flags)
{
	struct seccomp_notif_addfd add = {
	    .id = id, .flags = SECCOMP_ADDFD_FLAG_SEND, .srcfd = (u32)fd, .newfd_flags = flags};

	if (ioctl(catcher->listener, SECCOMP_IOCTL_NOTIF_ADDFD, &add) < 0)
		let_go_on(catcher, id, -errno, 0);
	close(fd);
}

static void answer(struct skep_catcher *catcher, const struct seccomp_notif *n)
{
	struct skep_caught c = {
	    .skep = catcher->skep,
	    .folder = catcher->folder,
	    .mounts = catcher->mounts,
	    .watched = &catcher->watched,
	    .client = {.pid = (pid_t)n->pid, .line = catcher->listener},
	    .number = (u32)n->data.nr,
	};
	long result = 0;

	memcpy(c.args, n->data.args, sizeof(c.args));
	switch (skep_caught_answer(&c, &result)) {
	case SKEP_CAUGHT_OPENED:
		hand_on(catcher, n->id, (int)result, O_CLOEXEC);
		break;
	case SKEP_CAUGHT_STAYS:
		hand_on(catcher, n->id, (int)result, 0);
		break;
	case SKEP_CAUGHT_ANSWER:
		let_go_on(catcher, n->id, result, 0);
		break;
	case SKEP_CAUGHT_GO_ON:
		let_go_on(catcher, n->id, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE);
		break;
	}
}

/* The next call; false when nobody is left. One that was interrupted is no call any more. */
static bool take(struct skep_catcher *catcher, union notice *n)
{
	struct pollfd on = {.fd = catcher->listener, .events = POLLIN};

	for (;;) {
		memset(n, 0, sizeof(*n));
		if (poll(&on, 1, -1) < 0)
			continue;
		if (!(on.revents & POLLIN))
			return false;
		if (ioctl(catcher->listener, SECCOMP_IOCTL_NOTIF_RECV, n) == 0)
			return true;
	}
}

bool skep_catcher_serve(struct skep_catcher *catcher)
{
	union notice n;
	bool taken;

	pthread_mutex_lock(&catcher->turn);
	taken = take(catcher, &n);
	pthread_mutex_unlock(&catcher->turn);
	if (taken)
		answer(catcher, &n.call);
	return taken;
}

/* ---- the listener */

static bool fits(void)
{
	struct seccomp_notif_sizes sizes;
	long args[6] = {SECCOMP_GET_NOTIF_SIZES, 0, (long)&sizes};

	return skep_raw_syscall(SYS_seccomp, args) == 0 &&
	       sizes.seccomp_notif <= sizeof(union notice) &&
	       sizes.seccomp_notif_resp <= sizeof(union reply);
}

static int take_listener(struct skep_catcher *catcher, pid_t pid, int fd)
{
	long open_args[6] = {pid}, get_args[6] = {0, fd};
	long process = skep_raw_syscall(SYS_pidfd_open, open_args), got;

	if (process < 0)
		return (int)process;
	get_args[0] = process;
	got = skep_raw_syscall(SYS_pidfd_getfd, get_args);
	close((int)process);
	if (got < 0)
		return (int)got;
	catcher->listener = (int)got;
	return fits() ? 0 : -EOPNOTSUPP;
}

int skep_catcher_new(struct skep_catcher **made, struct skep *skep, const char *folder, pid_t pid,
		     int fd)
{
	struct skep_catcher *catcher = skep_alloc(sizeof(*catcher));
	int error;

	if (!catcher)
		return -ENOMEM;
	*catcher = (struct skep_catcher){.skep = skep,
					 .folder = folder,
					 .listener = -1,
					 .turn = PTHREAD_MUTEX_INITIALIZER,
					 .watched = {.mutex = PTHREAD_MUTEX_INITIALIZER}};
	catcher->mounts = skep_mounts_open(folder, false);
	error = catcher->mounts ? take_listener(catcher, pid, fd) : -errno;
	if (error) {
		skep_catcher_free(catcher);
		return error;
	}
	*made = catcher;
	return 0;
}

void skep_catcher_free(struct skep_catcher *catcher)
{
	for (size_t i = 0; i < catcher->watched.count; i++)
		close(catcher->watched.data[i].fd);
	skep_free(catcher->watched.data);
	skep_mounts_close(catcher->mounts);
	if (catcher->listener >= 0)
		close(catcher->listener);
	skep_free(catcher);
}

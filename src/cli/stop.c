/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/stop.h"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>

static sigset_t signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	return set;
}

int skep_stop_open(void)
{
	sigset_t set = signals();

	return signalfd(-1, &set, SFD_CLOEXEC);
}

void skep_stop_begin(void)
{
	sigset_t set = signals();

	sigprocmask(SIG_BLOCK, &set, NULL);
}

bool skep_stop_asked(int fd)
{
	struct pollfd stop = {.fd = fd, .events = POLLIN};

	return poll(&stop, 1, 0) > 0;
}

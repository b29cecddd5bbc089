/* SPDX-License-Identifier: BSD-2-Clause */
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "trace/counters.h"
#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("BY", "by", NUMBER, SKEP_ROW_ID, 7),
    SKEP_COLUMN("WAKEUPS", "count", NUMBER, SKEP_ROW_COUNT, 9),
};

static const char sleeper_name[] = "skep-sleeper";

static void sleep_and_read(int fd)
{
	char byte;

	prctl(PR_SET_NAME, sleeper_name);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (read(fd, &byte, 1) == 1)
		;
	_exit(0);
}

/* Whether the reader sleeps until there is more: one that is woken, but not on a processor yet,
 * looks as if it slept, with its byte still there. */
static bool waits(pid_t pid, int fd)
{
	int left;

	do {
		if (ioctl(fd, FIONREAD, &left) < 0 || !skep_trace_asleep(pid))
			return false;
	} while (left);
	return true;
}

/* Wakes a process that sleeps, each time when it does. */
static bool work(u32 count)
{
	bool ok;
	int fds[2];
	pid_t pid;

	if (pipe(fds) < 0)
		return false;
	pid = fork();
	if (pid == 0) {
		close(fds[1]);
		sleep_and_read(fds[0]);
	}
	ok = pid > 0;
	while (ok && count--)
		ok = waits(pid, fds[0]) && write(fds[1], "w", 1) == 1;
	ok = ok && waits(pid, fds[0]);
	if (pid > 0)
		kill(pid, SIGKILL);
	close(fds[0]);
	close(fds[1]);
	return ok && waitpid(pid, NULL, 0) == pid;
}

/* The last wakeup is that by which it is killed. */
static u64 counted(const struct skep_trace_event *e)
{
	return strcmp(e->head.comm, sleeper_name) == 0 ? e->numbers[SKEP_ROW_COUNT] - 1 : 0;
}

const struct skep_trace_view skep_trace_wakeups = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .can_stacks = true,
    .work = work,
    .counted = counted,
};

/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/network.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"

static struct sockaddr_in here(u16 port)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return to;
}

bool skep_trace_refused(u32 count)
{
	struct sockaddr_in to = here(SKEP_TRACE_NOBODY);
	bool ok = true;

	while (ok && count--) {
		int fd = socket(AF_INET, SOCK_STREAM, 0);

		ok = connect(fd, (struct sockaddr *)&to, sizeof(to)) < 0 && errno == ECONNREFUSED;
		close(fd);
	}
	return ok;
}

bool skep_trace_unheard(u32 count)
{
	struct sockaddr_in to = here(SKEP_TRACE_NOBODY);
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	bool ok = true;

	while (ok && count--)
		ok = sendto(fd, "skep", 4, 0, (struct sockaddr *)&to, sizeof(to)) == 4;
	close(fd);
	return ok;
}

/* ---- connections without an answer: the queue of the listener is full with one */

/* Linux asks so many times more without waiting longer; where it cannot be set it does not. */
static void ask_as_told(void)
{
	int fd = open("/proc/sys/net/ipv4/tcp_syn_linear_timeouts", O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (write(fd, "0", 1) != 1)
		errno = 0;
	close(fd);
}

static int ask(const struct sockaddr_in *to)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), once = 1;

	if (setsockopt(fd, IPPROTO_TCP, TCP_SYNCNT, &once, sizeof(once)) < 0 ||
	    connect(fd, (const struct sockaddr *)to, sizeof(*to)) == 0 || errno != EINPROGRESS) {
		close(fd);
		return -1;
	}
	return fd;
}

static bool ask_all(const struct sockaddr_in *to, struct pollfd *asking, u32 count)
{
	bool ok = true;

	for (u32 i = 0; i < count; i++)
		asking[i] = (struct pollfd){.fd = ask(to), .events = POLLOUT};
	for (u32 i = 0; i < count; i++) {
		ok = ok && asking[i].fd >= 0 && poll(&asking[i], 1, -1) == 1;
		close(asking[i].fd);
	}
	return ok;
}

bool skep_trace_unanswered(u32 count)
{
	struct pollfd *asking = skep_alloc(count * sizeof(*asking));
	int listener = socket(AF_INET, SOCK_STREAM, 0), first = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr_in to = here(0);
	socklen_t size = sizeof(to);
	bool ok;

	ask_as_told();
	ok = asking && bind(listener, (struct sockaddr *)&to, size) == 0 &&
	     listen(listener, 0) == 0 &&
	     getsockname(listener, (struct sockaddr *)&to, &size) == 0 &&
	     connect(first, (struct sockaddr *)&to, size) == 0 && ask_all(&to, asking, count);
	close(listener);
	close(first);
	skep_free(asking);
	return ok;
}

/* ---- counters: of each protocol a line of names, and then one of numbers */

/* Behind the protocol's `number`th line, counted from 0; NULL: there is none. */
static const char *find_line(const char *text, const char *protocol, u32 number)
{
	size_t length = strlen(protocol);

	for (const char *at = text; at && *at; at = strchr(at, '\n'), at += at != NULL) {
		if (strncmp(at, protocol, length) != 0 || at[length] != ':')
			continue;
		if (!number--)
			return at + length + 1;
	}
	return NULL;
}

static bool find_count(const char *text, const char *protocol, const char *name, u64 *count)
{
	const char *names = find_line(text, protocol, 0), *numbers = find_line(text, protocol, 1);
	size_t length;
	char *end;

	while (names && numbers && *names == ' ') {
		names++;
		length = strcspn(names, " \n");
		*count = strtoull(numbers, &end, 10);
		if (length == strlen(name) && strncmp(names, name, length) == 0)
			return end != numbers;
		names += length;
		numbers = end;
	}
	return false;
}

u64 skep_trace_retransmits(int pid)
{
	char path[64], text[4096];
	u64 count = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/net/snmp", pid);
	file = fopen(path, "re");
	if (!file)
		return 0;
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	return find_count(text, "Tcp", "RetransSegs", &count) ? count : 0;
}

bool skep_trace_resets_sent(const char *text, u64 *count)
{
	return find_count(text, "Tcp", "OutRsts", count);
}

bool skep_trace_passive_opens(const char *text, u64 *count)
{
	return find_count(text, "Tcp", "PassiveOpens", count);
}

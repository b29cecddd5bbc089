/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/converse.h"

#include <arpa/inet.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

#include "linux/pair.h"

static bool converse(int listener, const struct sockaddr_in *to)
{
	int client = socket(AF_INET, SOCK_STREAM, 0), server = -1;
	bool ok = connect(client, (const struct sockaddr *)to, sizeof(*to)) == 0;

	if (ok)
		server = accept(listener, NULL, NULL);
	ok = ok && server >= 0 && write(client, "skep", 4) == 4;
	close(client);
	if (server >= 0)
		close(server);
	return ok;
}

bool skep_trace_own_network(void)
{
	return unshare(CLONE_NEWNET) == 0 && skep_interface_up("lo") == 0;
}

bool skep_trace_converse(u32 count)
{
	struct sockaddr_in to = {.sin_family = AF_INET};
	socklen_t size = sizeof(to);
	int listener;
	bool ok;

	if (!skep_trace_own_network())
		return false;
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	listener = socket(AF_INET, SOCK_STREAM, 0);
	ok = bind(listener, (struct sockaddr *)&to, size) == 0 && listen(listener, 1) == 0 &&
	     getsockname(listener, (struct sockaddr *)&to, &size) == 0;
	while (ok && count--)
		ok = converse(listener, &to);
	close(listener);
	return ok;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A pair of Unix datagram sockets: Linux runs the filter of the receiving one on each datagram as
 * it is sent, cuts it to what the filter returns, and drops it without a word if that is 0. */
#include "linux/filtering.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "linux/attach.h"

enum { ROOM = 1 << 20 }; /* bytes that a packet may have, with what Linux keeps of it */

struct skep_linux_filter {
	int fds[2]; /* packets go in at 0 and come out at 1; -1 */
};

static bool open_pair(struct skep_linux_filter *f, struct skep_diag *d)
{
	static const int room = ROOM;

	if (socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, f->fds) != 0)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot make a pair of sockets: %s",
				 strerror(errno));
	/* Without CAP_NET_ADMIN the usual room has to do. */
	(void)!setsockopt(f->fds[0], SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof(room));
	return true;
}

struct skep_linux_filter *skep_linux_filter_new(const struct sock_filter *insns, u32 count,
						struct skep_diag *d)
{
	struct skep_linux_filter *f = skep_alloc(sizeof(*f));

	if (!f) {
		skep_fail_nomem(d);
		return NULL;
	}
	f->fds[0] = f->fds[1] = -1;
	if (open_pair(f, d) && skep_linux_attach_filter(f->fds[1], insns, count, d))
		return f;
	skep_linux_filter_free(f);
	return NULL;
}

void skep_linux_filter_free(struct skep_linux_filter *f)
{
	if (!f)
		return;
	for (u32 i = 0; i < SKEP_COUNT(f->fds); i++)
		if (f->fds[i] >= 0)
			close(f->fds[i]);
	skep_free(f);
}

bool skep_linux_filter_run(struct skep_linux_filter *f, const struct skep_packet *packet, u32 *keep,
			   struct skep_diag *d)
{
	ssize_t size;
	u8 first;

	*keep = 0;
	if (send(f->fds[0], packet->data, packet->caplen, 0) < 0)
		return skep_fail(d, SKEP_E_SYSTEM,
				 "Linux does not take a packet of %u bytes on a socket: %s",
				 packet->caplen, strerror(errno));
	size = recv(f->fds[1], &first, sizeof(first), MSG_TRUNC);
	if (size >= 0)
		/* All of an empty packet is kept. */
		*keep = size ? (u32)size : UINT32_MAX;
	else if (errno != EAGAIN)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot receive a packet: %s", strerror(errno));
	return true;
}

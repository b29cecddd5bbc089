/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry points that receive, for sockets of rtnetlink(7): an answer that waits comes where Linux
 * acknowledges what was sent for it, and what Linux tells of interfaces is told with the system's
 * programs at them (netlink.h). A datagram is received as it is before anything is looked at;
 * whoever only peeks at it, perhaps with room for nothing but its length, gets the length that it
 * will have. */
#include <errno.h>
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/uio.h>

#include "base/alloc.h"
#include "preload/netlink.h"
#include "preload/next.h"
#include "preload/route.h"

/* ---- what a datagram becomes */

static bool tells_links(const struct skep_buffer *datagram)
{
	struct nlmsghdr head;
	size_t left = datagram->count;
	const char *at = datagram->data;

	while (left >= sizeof(head)) {
		memcpy(&head, at, sizeof(head));
		if (head.nlmsg_type == RTM_NEWLINK)
			return true;
		if (head.nlmsg_len < sizeof(head) || NLMSG_ALIGN(head.nlmsg_len) > left)
			return false;
		at += NLMSG_ALIGN(head.nlmsg_len);
		left -= NLMSG_ALIGN(head.nlmsg_len);
	}
	return false;
}

/* An attribute that names programs is at most a header longer for each of an interface, which is
 * less than what else is said of it. */
static bool tell_links(const struct skep_buffer *datagram, struct skep_buffer *instead)
{
	u32 room = 2 * (u32)datagram->count;
	u8 *told = skep_alloc(room);
	struct skep_netlink_attr attr = {.from = (uintptr_t)datagram->data,
					 .to = (uintptr_t)told,
					 .size = (u32)datagram->count,
					 .room = room};
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_NETLINK_TOLD, .size = sizeof(attr), .attr = (uintptr_t)&attr};
	long size = told ? skep_route_call(&args) : -ENOMEM;

	if (size > 0)
		skep_buffer_bytes(instead, told, (size_t)size);
	skep_free(told);
	return size > 0;
}

/* Whether a datagram becomes another one. What was told longer than there is room for stays as
 * Linux told it. */
static bool replace(const struct skep_buffer *datagram, bool peeks, size_t room,
		    struct skep_buffer *instead)
{
	u32 ticket = skep_netlink_ticket(datagram->data, datagram->count);
	bool other = ticket ? skep_netlink_find(ticket, !peeks, instead)
			    : tells_links(datagram) && tell_links(datagram, instead);

	return other && !instead->failed && (ticket || peeks || instead->count <= room);
}

/* ---- a datagram that was received */

static bool resize(struct skep_buffer *b, size_t size)
{
	b->data = skep_alloc(size + 1);
	b->room = size + 1;
	b->count = b->data ? size : 0;
	return b->data;
}

/* The whole of the next datagram, of which the caller has seen a part. */
static bool peek(int fd, struct skep_buffer *datagram)
{
	char none;
	ssize_t size = SKEP_NEXT(recv)(fd, &none, 0, MSG_PEEK | MSG_TRUNC | MSG_DONTWAIT);

	return size > 0 && resize(datagram, (size_t)size) &&
	       SKEP_NEXT(recv)(fd, datagram->data, (size_t)size, MSG_PEEK | MSG_DONTWAIT) == size;
}

static bool read_back(const struct msghdr *m, size_t size, struct skep_buffer *datagram)
{
	return !(m->msg_flags & MSG_TRUNC) && resize(datagram, size) &&
	       skep_netlink_gather(m, datagram->data, size);
}

static ssize_t give(struct msghdr *m, int flags, const struct skep_buffer *instead)
{
	size_t room = skep_netlink_room(m);
	size_t size = instead->count < room ? instead->count : room;

	if (size)
		size = skep_netlink_scatter(m, instead->data, size);
	m->msg_flags &= ~MSG_TRUNC;
	if (size < instead->count)
		m->msg_flags |= MSG_TRUNC;
	return (ssize_t)(flags & MSG_TRUNC ? instead->count : size);
}

static ssize_t replace_received(int fd, struct msghdr *m, int flags, ssize_t got)
{
	struct skep_buffer datagram = {0}, instead = {0};
	bool peeks = flags & MSG_PEEK;
	int before = errno;

	if ((peeks ? peek(fd, &datagram) : read_back(m, (size_t)got, &datagram)) &&
	    replace(&datagram, peeks, skep_netlink_room(m), &instead))
		got = give(m, flags, &instead);
	skep_buffer_fini(&datagram);
	skep_buffer_fini(&instead);
	errno = before;
	return got;
}

static ssize_t receive(int fd, struct msghdr *m, int flags)
{
	ssize_t got = SKEP_NEXT(recvmsg)(fd, m, flags);

	if (got <= 0 || flags & (MSG_ERRQUEUE | MSG_OOB) || !skep_netlink_is(fd))
		return got;
	return replace_received(fd, m, flags, got);
}

/* ---- entry points */

SKEP_ENTRY ssize_t recvmsg(int fd, struct msghdr *m, int flags)
{
	return skep_netlink_has_asked() ? receive(fd, m, flags) : SKEP_NEXT(recvmsg)(fd, m, flags);
}

#define RECEIVED int fd, void *to, size_t size
#define FROM	 struct sockaddr *from, socklen_t *length

SKEP_ENTRY ssize_t recvfrom(RECEIVED, int flags, FROM)
{
	struct iovec all = {to, size};
	struct msghdr m = {.msg_name = from,
			   .msg_namelen = from && length ? *length : 0,
			   .msg_iov = &all,
			   .msg_iovlen = 1};
	ssize_t got;

	if (!skep_netlink_has_asked() || !skep_netlink_is(fd))
		return SKEP_NEXT(recvfrom)(fd, to, size, flags, from, length);
	got = receive(fd, &m, flags);
	if (got >= 0 && from && length)
		*length = m.msg_namelen;
	return got;
}

SKEP_ENTRY ssize_t recv(RECEIVED, int flags)
{
	return skep_netlink_has_asked() ? recvfrom(fd, to, size, flags, NULL, NULL)
					: SKEP_NEXT(recv)(fd, to, size, flags);
}

/* What programs call that were compiled with _FORTIFY_SOURCE; those that ask for too much end in
 * libc's own. */
ssize_t __recv_chk(RECEIVED, size_t room, int flags);
ssize_t __recvfrom_chk(RECEIVED, size_t room, int flags, FROM);

SKEP_ENTRY ssize_t __recv_chk(RECEIVED, size_t room, int flags)
{
	return size <= room ? recv(fd, to, size, flags)
			    : SKEP_NEXT(__recv_chk)(fd, to, size, room, flags);
}

SKEP_ENTRY ssize_t __recvfrom_chk(RECEIVED, size_t room, int flags, FROM)
{
	return size <= room ? recvfrom(fd, to, size, flags, from, length)
			    : SKEP_NEXT(__recvfrom_chk)(fd, to, size, room, flags, from, length);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* What sending and receiving share: whose sockets are looked at, and the answers that wait. */
#include "preload/netlink.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/array.h"

enum { MOST = 256 /* answers that nobody receives */ };

struct waiting {
	u32 ticket;
	struct skep_buffer bytes;
};

/* The answers are this process's, and so are the tickets: a child of fork(2) has both. */
static struct {
	pthread_mutex_t mutex;
	struct waiting *data;
	size_t count, room;
	u32 last;  /* ticket */
	bool asks; /* atomic */
} answers = {.mutex = PTHREAD_MUTEX_INITIALIZER};

bool skep_netlink_is(int fd)
{
	int before = errno, domain = 0, protocol = -1;
	socklen_t size = sizeof(int);
	bool is = getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 &&
		  domain == AF_NETLINK &&
		  getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &protocol, &size) == 0 &&
		  protocol == NETLINK_ROUTE;

	errno = before;
	return is;
}

bool skep_netlink_has_asked(void)
{
	return __atomic_load_n(&answers.asks, __ATOMIC_RELAXED);
}

void skep_netlink_asks(void)
{
	__atomic_store_n(&answers.asks, true, __ATOMIC_RELAXED);
}

/* ---- answers; the mutex is held */

static void forget(size_t i)
{
	skep_buffer_fini(&answers.data[i].bytes);
	answers.count--;
	memmove(&answers.data[i], &answers.data[i + 1],
		(answers.count - i) * sizeof(answers.data[0]));
}

static u32 keep(const void *bytes, size_t size)
{
	struct waiting w = {0};

	if (answers.count == MOST)
		forget(0);
	skep_buffer_bytes(&w.bytes, bytes, size);
	w.ticket = ++answers.last ?: ++answers.last;
	if (!w.bytes.failed && SKEP_PUSH(&answers, w))
		return w.ticket;
	skep_buffer_fini(&w.bytes);
	return 0;
}

static bool find(u32 ticket, bool take, struct skep_buffer *to)
{
	for (size_t i = 0; i < answers.count; i++) {
		if (answers.data[i].ticket != ticket)
			continue;
		skep_buffer_bytes(to, answers.data[i].bytes.data, answers.data[i].bytes.count);
		if (take)
			forget(i);
		return true;
	}
	return false;
}

/* ---- answers, from anywhere */

u32 skep_netlink_keep(const void *bytes, size_t size)
{
	u32 ticket;

	pthread_mutex_lock(&answers.mutex);
	ticket = keep(bytes, size);
	pthread_mutex_unlock(&answers.mutex);
	return ticket;
}

bool skep_netlink_find(u32 ticket, bool take, struct skep_buffer *to)
{
	bool found;

	pthread_mutex_lock(&answers.mutex);
	found = find(ticket, take, to);
	pthread_mutex_unlock(&answers.mutex);
	return found;
}

struct nlmsghdr skep_netlink_marker(u32 ticket, u32 sequence)
{
	return (struct nlmsghdr){.nlmsg_len = NLMSG_HDRLEN,
				 .nlmsg_type = NLMSG_NOOP,
				 .nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK,
				 .nlmsg_seq = sequence,
				 .nlmsg_pid = ticket};
}

u32 skep_netlink_ticket(const void *datagram, size_t size)
{
	struct {
		struct nlmsghdr head;
		struct nlmsgerr what;
	} ack;

	if (size != sizeof(ack))
		return 0;
	memcpy(&ack, datagram, sizeof(ack));
	return ack.head.nlmsg_type == NLMSG_ERROR && !ack.what.error &&
		       ack.what.msg.nlmsg_type == NLMSG_NOOP
		   ? ack.what.msg.nlmsg_pid
		   : 0;
}

/* ---- memory */

bool skep_netlink_gather(const struct msghdr *m, void *to, size_t size)
{
	struct iovec here = {to, size};

	return process_vm_readv(getpid(), &here, 1, m->msg_iov, m->msg_iovlen, 0) == (ssize_t)size;
}

size_t skep_netlink_scatter(const struct msghdr *m, const void *from, size_t size)
{
	struct iovec here = {(void *)(uintptr_t)from, size};
	ssize_t put = process_vm_writev(getpid(), &here, 1, m->msg_iov, m->msg_iovlen, 0);

	return put > 0 ? (size_t)put : 0;
}

size_t skep_netlink_room(const struct msghdr *m)
{
	size_t room = 0;

	for (size_t i = 0; i < m->msg_iovlen; i++)
		room += m->msg_iov[i].iov_len;
	return room;
}

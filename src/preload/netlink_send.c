/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry points that send, for sockets of rtnetlink(7): see netlink.h. A process that has none, as
 * socket(2) tells, pays one look at a flag. */
#include <errno.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>

#include "base/alloc.h"
#include "preload/netlink.h"
#include "preload/next.h"
#include "preload/route.h"
#include "syscall/requests.h"

enum { MOST = 1 << 20 /* bytes of a datagram that is looked at */ };

static bool has_sockets; /* atomic */

SKEP_ENTRY int socket(int domain, int type, int protocol)
{
	if (domain == AF_NETLINK && protocol == NETLINK_ROUTE)
		__atomic_store_n(&has_sockets, true, __ATOMIC_RELAXED);
	return SKEP_NEXT(socket)(domain, type, protocol);
}

static bool may_be_ours(int fd)
{
	return __atomic_load_n(&has_sockets, __ATOMIC_RELAXED) && skep_netlink_is(fd);
}

/* ---- one message */

/* A datagram on its way to Linux. */
struct sending {
	int fd;
	u32 port;
	struct skep_buffer out;
};

/* The number that is in a message if there is such an interface, where the socket is. */
static u32 find_interface(int fd, const u8 *message)
{
	struct ifreq request = {0};
	struct ifinfomsg about; /* has its number where struct tcmsg has it */

	memcpy(&about, message + NLMSG_HDRLEN, sizeof(about));
	request.ifr_ifindex = about.ifi_index;
	if (about.ifi_index <= 0 || SKEP_NEXT(ioctl)(fd, SIOCGIFNAME, &request))
		return 0;
	return (u32)about.ifi_index;
}

static bool is_set(int fd, int option)
{
	int on = 0;
	socklen_t size = sizeof(on);

	return getsockopt(fd, SOL_NETLINK, option, &on, &size) == 0 && on;
}

static u32 port_of(int fd)
{
	struct sockaddr_nl address = {.nl_family = AF_NETLINK};
	socklen_t size = sizeof(address);

	if (getsockname(fd, (struct sockaddr *)&address, &size) == 0 && !address.nl_pid &&
	    bind(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
		getsockname(fd, (struct sockaddr *)&address, &size);
	return address.nl_pid;
}

/* What the system answers; -ENOSYS: Linux shall. The caller frees it. */
static long ask(const struct sending *s, const u8 *message, u32 size, u8 **answer)
{
	struct skep_netlink_attr attr = {
	    .from = (uintptr_t)message,
	    .size = size,
	    .port = s->port,
	    .interface = find_interface(s->fd, message),
	    .flags = (is_set(s->fd, NETLINK_EXT_ACK) ? SKEP_NETLINK_EXPLAIN : 0) |
		     (is_set(s->fd, NETLINK_CAP_ACK) ? SKEP_NETLINK_CUT : 0)};
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_NETLINK_ASK, .size = sizeof(attr), .attr = (uintptr_t)&attr};
	long result = -ENOSPC;

	for (u32 room = size + SKEP_NETLINK_ROOM; result == -ENOSPC; room *= 2) {
		skep_free(*answer);
		*answer = skep_alloc(room);
		if (!*answer)
			return -ENOMEM;
		attr.to = (uintptr_t)*answer;
		attr.room = room;
		result = skep_route_call(&args);
	}
	return result;
}

static u32 length_of(const struct nlmsghdr *head, size_t left)
{
	return NLMSG_ALIGN(head->nlmsg_len) < left ? NLMSG_ALIGN(head->nlmsg_len) : (u32)left;
}

/* How many bytes of an answer are one datagram: a message, or all of a list. */
static size_t first_datagram(const u8 *answer, size_t size)
{
	size_t at = 0;
	struct nlmsghdr head;

	do {
		memcpy(&head, answer + at, sizeof(head));
		at += length_of(&head, size - at);
	} while (head.nlmsg_flags & NLM_F_MULTI && at < size);
	return at;
}

/* Keeps an answer, and has Linux acknowledge what is sent in its place. */
static void put_markers(struct sending *s, u32 sequence, const u8 *answer, size_t size)
{
	while (size) {
		size_t part = first_datagram(answer, size);
		u32 ticket = skep_netlink_keep(answer, part);
		struct nlmsghdr marker = skep_netlink_marker(ticket, sequence);

		s->out.failed |= !ticket;
		skep_netlink_asks();
		skep_buffer_bytes(&s->out, &marker, sizeof(marker));
		answer += part;
		size -= part;
	}
}

static bool is_request(const struct nlmsghdr *head)
{
	static const u16 types[] = {
#define REQUEST(name, function) RTM_##name,
#define DUMP			REQUEST
#include "syscall/requests.def"
#undef DUMP
#undef REQUEST
	};

	for (size_t i = 0; i < SKEP_COUNT(types); i++)
		if (types[i] == head->nlmsg_type)
			return head->nlmsg_flags & NLM_F_REQUEST &&
			       head->nlmsg_len >= NLMSG_LENGTH(sizeof(struct ifinfomsg));
	return false;
}

/* Puts a message on its way, or what stands for it. */
static void put_message(struct sending *s, const struct nlmsghdr *head, const u8 *message, u32 size)
{
	u8 *answer = NULL;
	long result = is_request(head) ? ask(s, message, head->nlmsg_len, &answer) : -ENOSYS;

	if (head->nlmsg_type == RTM_GETLINK)
		skep_netlink_asks();
	if (result > 0)
		put_markers(s, head->nlmsg_seq, answer, (size_t)result);
	if (result < 0 || skep_request_is_dump(head))
		skep_buffer_bytes(&s->out, message, size);
	skep_free(answer);
}

/* ---- a datagram */

/* Whether any message is such that the system, or whoever receives, must look at it. */
static bool is_looked_at(const u8 *bytes, size_t size)
{
	struct nlmsghdr head;

	for (size_t at = 0; size - at >= sizeof(head);) {
		memcpy(&head, bytes + at, sizeof(head));
		if (head.nlmsg_len < sizeof(head) || head.nlmsg_len > size - at)
			return false;
		if (is_request(&head) || head.nlmsg_type == RTM_GETLINK)
			return true;
		at += length_of(&head, size - at);
	}
	return false;
}

static void put_messages(struct sending *s, const u8 *bytes, size_t size)
{
	struct nlmsghdr head;
	size_t at = 0;

	while (size - at >= sizeof(head)) {
		u32 length;

		memcpy(&head, bytes + at, sizeof(head));
		if (head.nlmsg_len < sizeof(head) || head.nlmsg_len > size - at)
			break;
		length = length_of(&head, size - at);
		put_message(s, &head, bytes + at, length);
		at += length;
	}
	skep_buffer_bytes(&s->out, bytes + at, size - at);
}

static ssize_t send_instead(int fd, const struct msghdr *m, int flags, const u8 *bytes)
{
	size_t size = skep_netlink_room(m);
	struct sending s = {.fd = fd, .port = port_of(fd)};
	struct msghdr other = *m;
	struct iovec all;
	ssize_t sent = -1;

	put_messages(&s, bytes, size);
	all = (struct iovec){s.out.data, s.out.count};
	other.msg_iov = &all;
	other.msg_iovlen = 1;
	if (s.out.failed)
		errno = ENOMEM;
	else
		sent = s.out.count ? SKEP_NEXT(sendmsg)(fd, &other, flags) : 0;
	skep_buffer_fini(&s.out);
	return sent < 0 ? sent : (ssize_t)size;
}

/* Other processes may have such sockets, too. */
static bool is_to_kernel(const struct msghdr *m)
{
	struct sockaddr_nl to = {0};

	if (m->msg_name && m->msg_namelen == sizeof(to))
		memcpy(&to, m->msg_name, sizeof(to));
	return !to.nl_pid;
}

static ssize_t send_datagram(int fd, const struct msghdr *m, int flags)
{
	size_t size = skep_netlink_room(m);
	u8 *bytes = size >= NLMSG_HDRLEN && size <= MOST ? skep_alloc(size) : NULL;
	int before = errno;
	ssize_t sent;

	if (bytes && is_to_kernel(m) && skep_netlink_gather(m, bytes, size) &&
	    is_looked_at(bytes, size)) {
		errno = before;
		sent = send_instead(fd, m, flags, bytes);
	} else {
		errno = before;
		sent = SKEP_NEXT(sendmsg)(fd, m, flags);
	}
	skep_free(bytes);
	return sent;
}

/* ---- entry points */

SKEP_ENTRY ssize_t sendmsg(int fd, const struct msghdr *m, int flags)
{
	return m && may_be_ours(fd) ? send_datagram(fd, m, flags)
				    : SKEP_NEXT(sendmsg)(fd, m, flags);
}

#define SENT int fd, const void *bytes, size_t size, int flags

SKEP_ENTRY ssize_t sendto(SENT, const struct sockaddr *to, socklen_t length)
{
	struct iovec all = {(void *)(uintptr_t)bytes, size};
	struct msghdr m = {.msg_name = (void *)(uintptr_t)to,
			   .msg_namelen = to ? length : 0,
			   .msg_iov = &all,
			   .msg_iovlen = 1};

	return may_be_ours(fd) ? send_datagram(fd, &m, flags)
			       : SKEP_NEXT(sendto)(fd, bytes, size, flags, to, length);
}

SKEP_ENTRY ssize_t send(SENT)
{
	return may_be_ours(fd) ? sendto(fd, bytes, size, flags, NULL, 0)
			       : SKEP_NEXT(send)(fd, bytes, size, flags);
}

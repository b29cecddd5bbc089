/* SPDX-License-Identifier: BSD-2-Clause */
/* Sockets of rtnetlink(7), through which interfaces get programs: what they send goes by the
 * system (syscall/requests.def), which answers what is about its programs in Linux's place.
 *
 * An answer waits here until the client receives. In the request's place Linux gets a message that
 * does nothing but have itself acknowledged, which needs no privilege: so a socket becomes ready,
 * and answers come in their order, as ever. Where that acknowledgement is received, the answer is
 * what it was sent for. */
#ifndef SKEP_PRELOAD_NETLINK_H
#define SKEP_PRELOAD_NETLINK_H

#include <linux/netlink.h>
#include <sys/socket.h>

#include "base/buffer.h"
#include "base/types.h"

/* Whether a descriptor is such a socket; errno is kept. */
bool skep_netlink_is(int fd);

/* Whether this process has asked anything that is not Linux's alone to answer: until then nothing
 * that is received is looked at. Once it has, it stays so. */
bool skep_netlink_has_asked(void);
void skep_netlink_asks(void);

/* ---- answers that wait; from any thread */

/* Copies a datagram; the ticket for it, 0: no memory. Of very many that nobody receives the oldest
 * is forgotten. */
u32 skep_netlink_keep(const void *bytes, size_t size);

/* Appends the datagram of a ticket, and forgets it if it is taken; false if there is none. */
bool skep_netlink_find(u32 ticket, bool take, struct skep_buffer *to);

/* What Linux gets for a ticket: its acknowledgement names the ticket. */
struct nlmsghdr skep_netlink_marker(u32 ticket, u32 sequence);

/* The ticket that a datagram of Linux's acknowledges; 0: it is something else. */
u32 skep_netlink_ticket(const void *datagram, size_t size);

/* ---- the client's memory, which may be wrong */

/* Reads the first bytes that a message is made of; false if not all can be read. */
bool skep_netlink_gather(const struct msghdr *m, void *to, size_t size);

/* Writes them; how many could be. */
size_t skep_netlink_scatter(const struct msghdr *m, const void *from, size_t size);

/* Bytes that a message has, or has room for. */
size_t skep_netlink_room(const struct msghdr *m);

#endif

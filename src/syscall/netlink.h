/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages of rtnetlink(7): what is read of them, and how answers are written. Private to the room.
 */
#ifndef SKEP_SYSCALL_NETLINK_H
#define SKEP_SYSCALL_NETLINK_H

#include <linux/netlink.h>

#include "base/buffer.h"
#include "syscall/system.h"

/* Bytes of a message; borrowed. */
struct skep_nl_part {
	const u8 *at; /* NULL: there is none */
	u32 size;
};

/* A request that is being answered. */
struct skep_nl_call {
	struct skep_bpf_call *call;
	struct nlmsghdr head;
	struct skep_nl_part body; /* behind the header */
	u32 interface;		  /* that it names, 0: there is no such one */
	u32 port;		  /* of the client's socket */
	struct skep_buffer *out;  /* what it is told, before the acknowledgement */
	const char *why;	  /* Linux's own words for an error; NULL: it has none */
};

/* What a request comes to besides 0 and -errno: Linux shall answer it. */
enum { SKEP_NL_FOREIGN = 1 };

#define REQUEST(name, function) int skep_nl_##function(struct skep_nl_call *c);
#define DUMP			REQUEST
#include "syscall/requests.def"
#undef DUMP
#undef REQUEST

/* Messages that Linux tells, with skep's programs at the interfaces in them. */
void skep_nl_tell(struct skep *skep, struct skep_buffer *b, struct skep_nl_part told);

/* An error that is explained. */
static inline int skep_nl_fail(struct skep_nl_call *c, int error, const char *why)
{
	c->why = why;
	return error;
}

/* ---- reading */

static inline u32 skep_nl_align(u32 size)
{
	return (size + NLA_ALIGNTO - 1) & ~(u32)(NLA_ALIGNTO - 1);
}

/* What is behind the first bytes of a part; none if it is shorter. */
struct skep_nl_part skep_nl_behind(struct skep_nl_part part, u32 size);

/* Takes the first attribute off a list; false at the end. */
bool skep_nl_next(struct skep_nl_part *list, u16 *type, struct skep_nl_part *value);

/* The attributes of a list by their type, the last of each; types from `count` on are left out.
 * -ERANGE if one is shorter than `least` says for its type. */
int skep_nl_parse(struct skep_nl_part list, const u8 least[], u32 count,
		  struct skep_nl_part found[]);

/* The number of an attribute that has as many bytes, or what it is without one. */
u32 skep_nl_word(struct skep_nl_part value, u32 without);

/* Whether an attribute is a text. */
bool skep_nl_is(struct skep_nl_part value, const char *text);

/* ---- writing: what begins returns its place for the end */

size_t skep_nl_begin(struct skep_buffer *b, const struct nlmsghdr *head);
void skep_nl_end(struct skep_buffer *b, size_t message);
void skep_nl_put(struct skep_buffer *b, u16 type, const void *value, size_t size);
void skep_nl_put_word(struct skep_buffer *b, u16 type, u32 value);
size_t skep_nl_nest(struct skep_buffer *b, u16 type);
void skep_nl_unnest(struct skep_buffer *b, size_t nest);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What attaches programs through rtnetlink(7), not bpf(2): requests that the route has seen, and
 * what Linux tells of interfaces (preload/netlink.c). Messages are the client's and may be wrong in
 * any way; they are copied before anything is looked at. */
#include <errno.h>
#include <linux/rtnetlink.h>
#include <string.h>

#include "base/alloc.h"
#include "syscall/memory.h"
#include "syscall/netlink.h"
#include "syscall/requests.h"

enum { MOST = 1 << 20 }; /* bytes of messages */

static const struct {
	u16 type;
	bool dump;
	int (*answer)(struct skep_nl_call *c);
} requests[] = {
#define REQUEST(name, function) {RTM_##name, false, skep_nl_##function},
#define DUMP(name, function)	{RTM_##name, true, skep_nl_##function},
#include "syscall/requests.def"
#undef DUMP
#undef REQUEST
};

/* ---- memory */

/* The client's messages, which the caller frees; NULL with *error set. */
static u8 *copy_messages(const struct skep_bpf_call *call, const struct skep_netlink_attr *attr,
			 int *error)
{
	u8 *bytes = attr->size && attr->size <= MOST ? skep_alloc(attr->size) : NULL;

	if (!bytes) {
		*error = attr->size && attr->size <= MOST ? -ENOMEM : -EINVAL;
		return NULL;
	}
	*error = skep_memory_read(call, bytes, attr->from, attr->size);
	if (!*error)
		return bytes;
	skep_free(bytes);
	return NULL;
}

static long give(const struct skep_bpf_call *call, const struct skep_netlink_attr *attr,
		 const struct skep_buffer *out)
{
	if (out->failed)
		return -ENOMEM;
	if (out->count > attr->room)
		return -ENOSPC;
	return skep_memory_write(call, attr->to, out->data, out->count) ?: (long)out->count;
}

/* ---- requests */

static int answer(struct skep_nl_call *c)
{
	bool dump = skep_request_is_dump(&c->head);

	for (size_t i = 0; i < SKEP_COUNT(requests); i++)
		if (requests[i].type == c->head.nlmsg_type && requests[i].dump == dump)
			return requests[i].answer(c);
	return SKEP_NL_FOREIGN;
}

/* As netlink_ack() does (net/netlink/af_netlink.c): an error tells the whole request, but where the
 * client wants it cut. */
static void acknowledge(const struct skep_nl_call *c, int error, u32 flags)
{
	bool whole = error && !(flags & SKEP_NETLINK_CUT);
	const char *why = error && flags & SKEP_NETLINK_EXPLAIN ? c->why : NULL;
	struct nlmsghdr head = {.nlmsg_type = NLMSG_ERROR,
				.nlmsg_flags =
				    (whole ? 0 : NLM_F_CAPPED) | (why ? NLM_F_ACK_TLVS : 0),
				.nlmsg_seq = c->head.nlmsg_seq,
				.nlmsg_pid = c->port};
	size_t message = skep_nl_begin(c->out, &head);

	skep_buffer_bytes(c->out, &error, sizeof(error));
	skep_buffer_bytes(c->out, &c->head, sizeof(c->head));
	if (whole) {
		static const u8 zeros[NLA_ALIGNTO];

		skep_buffer_bytes(c->out, c->body.at, c->body.size);
		skep_buffer_bytes(c->out, zeros, skep_nl_align(c->body.size) - c->body.size);
	}
	if (why)
		skep_nl_put(c->out, NLMSGERR_ATTR_MSG, why, strlen(why) + 1);
	skep_nl_end(c->out, message);
}

/* The answers to a request; SKEP_NL_FOREIGN, or 0. */
static int make_answer(struct skep_nl_call *c, u32 flags)
{
	bool acks = c->head.nlmsg_flags & NLM_F_ACK && !skep_request_is_dump(&c->head);
	int error = answer(c);

	if (error == SKEP_NL_FOREIGN)
		return error;
	if (error || acks)
		acknowledge(c, error, flags);
	return 0;
}

static long ask(struct skep_bpf_call *call, const struct skep_netlink_attr *attr, const u8 *bytes)
{
	struct skep_buffer out = {0};
	struct skep_nl_call c = {
	    .call = call, .interface = attr->interface, .port = attr->port, .out = &out};
	long result = -ENOSYS;

	if (attr->size < sizeof(c.head))
		return -EINVAL;
	memcpy(&c.head, bytes, sizeof(c.head));
	if (c.head.nlmsg_len < sizeof(c.head) || c.head.nlmsg_len > attr->size)
		return -EINVAL;
	c.body =
	    (struct skep_nl_part){bytes + sizeof(c.head), c.head.nlmsg_len - (u32)sizeof(c.head)};
	if (make_answer(&c, attr->flags) != SKEP_NL_FOREIGN)
		result = give(call, attr, &out);
	skep_buffer_fini(&out);
	return result;
}

/* ---- what Linux tells */

static long tell(struct skep_bpf_call *call, const struct skep_netlink_attr *attr, const u8 *bytes)
{
	struct skep_buffer out = {0};
	long result = -ENOSYS;

	skep_nl_tell(call->skep, &out, (struct skep_nl_part){bytes, attr->size});
	if (out.failed || out.count != attr->size || memcmp(out.data, bytes, attr->size) != 0)
		result = give(call, attr, &out);
	skep_buffer_fini(&out);
	return result;
}

/* ---- the commands */

static long with_messages(struct skep_bpf_call *call,
			  long (*run)(struct skep_bpf_call *call,
				      const struct skep_netlink_attr *attr, const u8 *bytes))
{
	struct skep_netlink_attr attr;
	long result;
	int error;
	u8 *bytes;

	memcpy(&attr, call->bytes, sizeof(attr));
	bytes = copy_messages(call, &attr, &error);
	if (!bytes)
		return error;
	result = run(call, &attr, bytes);
	skep_free(bytes);
	return result;
}

long skep_cmd_netlink_ask(struct skep_bpf_call *call)
{
	return with_messages(call, ask);
}

long skep_cmd_netlink_told(struct skep_bpf_call *call)
{
	return with_messages(call, tell);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* XDP programs in messages about interfaces: attached by RTM_SETLINK, told of by RTM_NEWLINK
 * (net/core/rtnetlink.c). */
#include <errno.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <string.h>

#include "syscall/netlink.h"
#include "syscall/xdp.h"

/* ---- RTM_SETLINK */

enum { XDP_TYPES = IFLA_XDP_EXPECTED_FD + 1 };

static const u8 xdp_least[XDP_TYPES] = {[IFLA_XDP_FD] = 4,
					[IFLA_XDP_ATTACHED] = 1,
					[IFLA_XDP_FLAGS] = 4,
					[IFLA_XDP_PROG_ID] = 4,
					[IFLA_XDP_EXPECTED_FD] = 4};

/* The program of a descriptor, which must be one for XDP; NULL for a negative number. */
static int get_program(struct skep_bpf_call *call, s32 fd, struct skep_prog_entity **prog)
{
	int error = 0;

	if (fd < 0)
		return 0;
	*prog = skep_entity_get(call, SKEP_ENTITY_PROG, fd, &error);
	return error ?: (*prog)->type == BPF_PROG_TYPE_XDP ? 0 : -EINVAL;
}

static int set_program(struct skep_nl_call *c, u32 flags, s32 fd, s32 expected)
{
	struct skep_xdp_change change = {.interface = c->interface, .flags = flags};
	int error =
	    get_program(c->call, fd, &change.prog) ?: get_program(c->call, expected, &change.old);

	error = error ?: skep_xdp_set(c->call->skep, &change, &c->why);
	skep_entity_put(change.prog);
	skep_entity_put(change.old);
	return error;
}

static int set_xdp(struct skep_nl_call *c, struct skep_nl_part list)
{
	struct skep_nl_part xdp[XDP_TYPES];
	int error = skep_nl_parse(list, xdp_least, XDP_TYPES, xdp);
	u32 flags = skep_nl_word(xdp[IFLA_XDP_FLAGS], 0), modes = flags & XDP_FLAGS_MODES;
	s32 expected = (s32)skep_nl_word(xdp[IFLA_XDP_EXPECTED_FD], (u32)-1);

	if (error)
		return error;
	if (xdp[IFLA_XDP_ATTACHED].at || xdp[IFLA_XDP_PROG_ID].at || flags & ~(u32)XDP_FLAGS_MASK ||
	    modes & (modes - 1))
		return -EINVAL;
	if (!xdp[IFLA_XDP_FD].at)
		return 0;
	if (flags & XDP_FLAGS_REPLACE && !xdp[IFLA_XDP_EXPECTED_FD].at)
		return -EINVAL;
	return set_program(c, flags, (s32)skep_nl_word(xdp[IFLA_XDP_FD], 0),
			   flags & XDP_FLAGS_REPLACE ? expected : -1);
}

/* The programs in a message, whether there is anything else that it changes. */
static bool find_xdp(struct skep_nl_part list, struct skep_nl_part *xdp, bool *others)
{
	struct skep_nl_part value;
	u16 type;

	while (skep_nl_next(&list, &type, &value)) {
		if (type == IFLA_XDP)
			*xdp = value;
		else if (type != IFLA_IFNAME && type != IFLA_EXT_MASK)
			*others = true;
	}
	return xdp->at;
}

int skep_nl_set_link(struct skep_nl_call *c)
{
	struct skep_nl_part xdp = {0};
	struct ifinfomsg about;
	bool others = false;

	if (c->body.size < sizeof(about) ||
	    !find_xdp(skep_nl_behind(c->body, sizeof(about)), &xdp, &others))
		return SKEP_NL_FOREIGN;
	memcpy(&about, c->body.at, sizeof(about));
	if (about.ifi_index <= 0)
		return -EINVAL;
	if (!c->interface)
		return c->head.nlmsg_flags & NLM_F_CREATE ? SKEP_NL_FOREIGN : -ENODEV;
	if (others || about.ifi_change)
		return skep_nl_fail(c, -EOPNOTSUPP,
				    "skep attaches programs by messages that change nothing else");
	return set_xdp(c, xdp);
}

/* ---- RTM_NEWLINK */

/* What is attached, with what Linux tells in its order. */
static void put_xdp(struct skep *skep, struct skep_buffer *b, u32 interface)
{
	static const struct {
		u8 mode, attached;
		u16 type;
	} modes[] = {{SKEP_XDP_GENERIC, XDP_ATTACHED_SKB, IFLA_XDP_SKB_PROG_ID},
		     {SKEP_XDP_NATIVE, XDP_ATTACHED_DRV, IFLA_XDP_DRV_PROG_ID}};
	size_t nest = skep_nl_nest(b, IFLA_XDP);
	u8 attached = XDP_ATTACHED_NONE;
	u32 id = 0;

	pthread_mutex_lock(&skep->mutex);
	for (u32 i = 0; i < SKEP_COUNT(modes); i++) {
		const struct skep_prog_entity *prog = skep_xdp_find(skep, interface, modes[i].mode);

		if (!prog)
			continue;
		id = prog->e.id;
		attached = modes[i].attached;
		skep_nl_put_word(b, modes[i].type, id);
	}
	pthread_mutex_unlock(&skep->mutex);
	skep_nl_put(b, IFLA_XDP_ATTACHED, &attached, sizeof(attached));
	if (id)
		skep_nl_put_word(b, IFLA_XDP_PROG_ID, id);
	skep_nl_unnest(b, nest);
}

/* An interface that Linux tells of, with skep's programs in place of Linux's. */
static void tell_link(struct skep *skep, struct skep_buffer *b, const struct nlmsghdr *head,
		      struct skep_nl_part body)
{
	struct skep_nl_part list = skep_nl_behind(body, sizeof(struct ifinfomsg)), rest = list,
			    value;
	size_t message = skep_nl_begin(b, head);
	struct ifinfomsg about;
	u16 type;

	memcpy(&about, body.at, sizeof(about));
	skep_buffer_bytes(b, &about, sizeof(about));
	while (skep_nl_next(&rest, &type, &value)) {
		if (type == IFLA_XDP)
			put_xdp(skep, b, (u32)about.ifi_index);
		else
			skep_buffer_bytes(b, list.at, list.size - rest.size);
		list = rest;
	}
	skep_nl_end(b, message);
}

void skep_nl_tell(struct skep *skep, struct skep_buffer *b, struct skep_nl_part told)
{
	struct nlmsghdr head;

	skep_entity_sweep(skep);
	while (told.size >= sizeof(head)) {
		u32 step;

		memcpy(&head, told.at, sizeof(head));
		if (head.nlmsg_len < sizeof(head) || head.nlmsg_len > told.size)
			break;
		step = NLMSG_ALIGN(head.nlmsg_len) < told.size ? NLMSG_ALIGN(head.nlmsg_len)
							       : told.size;
		if (head.nlmsg_type == RTM_NEWLINK &&
		    head.nlmsg_len >= NLMSG_LENGTH(sizeof(struct ifinfomsg)))
			tell_link(skep, b, &head,
				  (struct skep_nl_part){told.at + NLMSG_HDRLEN,
							head.nlmsg_len - NLMSG_HDRLEN});
		else
			skep_buffer_bytes(b, told.at, step);
		told = skep_nl_behind(told, step);
	}
	skep_buffer_bytes(b, told.at, told.size);
}

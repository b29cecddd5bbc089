/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages of rtnetlink(7) that are nearly right: about few interfaces, sides, priorities and
 * handles, with programs and other descriptors, so that what one attaches others find. */
#include <linux/if_link.h>
#include <linux/pkt_cls.h>
#include <linux/rtnetlink.h>
#include <string.h>

#include "bpf_game.h"

enum { MOST = 1024 /* bytes of messages */ };

struct writer {
	struct game *g;
	u8 *to;
	u32 count;
};

static void put(struct writer *w, const void *bytes, u32 size)
{
	if (w->count + size > MOST)
		return;
	memcpy(w->to + w->count, bytes, size);
	w->count += size;
}

static void put_attribute(struct writer *w, u16 type, const void *value, u16 size)
{
	struct nlattr head = {.nla_len = (u16)(sizeof(head) + size), .nla_type = type};
	static const u8 zeros[NLA_ALIGNTO];

	put(w, &head, sizeof(head));
	put(w, value, size);
	put(w, zeros, -size & (NLA_ALIGNTO - 1));
}

/* Numbers by type, of which some name programs. */
static void put_numbers(struct writer *w, u16 nest, u32 types)
{
	u32 at = w->count, count = game_choose(w->g, 4);
	u16 length;

	put_attribute(w, nest, "", 0);
	for (u32 i = 0; i < count; i++) {
		u32 value = game_choose(w->g, 2) ? (u32)game_fd(w->g, BPF_PROG_LOAD)
						 : game_choose(w->g, 9) - 1;

		put_attribute(w, (u16)game_choose(w->g, types), &value, sizeof(value));
	}
	length = (u16)(w->count - at);
	memcpy(w->to + at, &length, sizeof(length));
}

static void put_link(struct writer *w)
{
	struct ifinfomsg about = {.ifi_index = (int)game_choose(w->g, 3)};

	put(w, &about, sizeof(about));
	put_numbers(w, IFLA_XDP, IFLA_XDP_EXPECTED_FD + 1);
}

static void put_traffic(struct writer *w)
{
	static const u32 parents[] = {TC_H_CLSACT, TC_H_MAKE(TC_H_CLSACT, TC_H_MIN_INGRESS),
				      TC_H_MAKE(TC_H_CLSACT, TC_H_MIN_EGRESS), 0};
	static const char *const kinds[] = {"bpf", "clsact", "u32"};
	struct tcmsg about = {.tcm_ifindex = (int)game_choose(w->g, 3),
			      .tcm_parent = parents[game_choose(w->g, SKEP_COUNT(parents))],
			      .tcm_handle = game_choose(w->g, 3),
			      .tcm_info =
				  TC_H_MAKE(game_choose(w->g, 4) << 16, game_choose(w->g, 3))};
	u32 kind = game_choose(w->g, SKEP_COUNT(kinds) + 1), chain = game_choose(w->g, 3);

	if (about.tcm_parent == TC_H_CLSACT)
		about.tcm_handle = TC_H_MAJ(TC_H_CLSACT);
	put(w, &about, sizeof(about));
	if (kind < SKEP_COUNT(kinds))
		put_attribute(w, TCA_KIND, kinds[kind], (u16)(strlen(kinds[kind]) + 1));
	if (chain)
		put_attribute(w, TCA_CHAIN, &chain, sizeof(chain));
	put_numbers(w, TCA_OPTIONS, TCA_BPF_ID + 1);
}

static void put_message(struct writer *w)
{
	static const u16 types[] = {RTM_SETLINK,    RTM_NEWLINK,    RTM_GETLINK,
				    RTM_NEWQDISC,   RTM_DELQDISC,   RTM_GETQDISC,
				    RTM_NEWTFILTER, RTM_DELTFILTER, RTM_GETTFILTER};
	struct nlmsghdr head = {.nlmsg_type = types[game_choose(w->g, SKEP_COUNT(types))],
				.nlmsg_flags = (u16)(NLM_F_REQUEST | game_choose(w->g, 256) << 3)};
	u32 at = w->count;

	put(w, &head, sizeof(head));
	if (head.nlmsg_type < RTM_NEWQDISC)
		put_link(w);
	else
		put_traffic(w);
	head.nlmsg_len = w->count - at;
	memcpy(w->to + at, &head, sizeof(head));
}

u64 game_make_messages(struct game *g, u32 *size)
{
	struct writer w = {g, g->memory + GAME_BTF, 0};

	for (u32 n = 1 + game_choose(g, 3); n; n--)
		put_message(&w);
	for (u32 n = game_choose(g, 3); n; n--)
		w.to[game_choose(g, w.count)] = (u8)game_choose(g, 256);
	*size = w.count;
	return game_address(w.to);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The words about ATM, on captures with the SunATM pseudo-header: one byte with what the packet is
 * (low half), one with the virtual path, two with the virtual channel, then the packet. */
#include "filter/link.h"

enum { AT_KIND = 0, AT_PATH = 1, AT_CHANNEL = 2, AT_PACKET = 4, AT_MESSAGE = 9 };
enum { KIND_LANE = 1, KIND_LLC = 2, KIND_MASK = 0x0f };

/* Channels of path 0 with a fixed use. */
enum {
	CHANNEL_META = 1,
	CHANNEL_BROADCAST = 2,
	CHANNEL_SEGMENT = 3,
	CHANNEL_END_TO_END = 4,
	CHANNEL_SIGNALLING = 5,
	CHANNEL_ILMI = 16,
};

static skep_cid kind_is(struct skep_lower *l, u32 kind)
{
	return skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, AT_KIND, 1), KIND_MASK,
				kind);
}

skep_cid skep_atm_is_llc(struct skep_lower *l)
{
	return kind_is(l, KIND_LLC);
}

static skep_cid channel_is(struct skep_lower *l, u32 channel)
{
	return skep_lower_cmp(l, SKEP_REL_LINK, AT_CHANNEL, 2, channel);
}

/* Path 0 and this channel. */
static skep_cid circuit_is(struct skep_lower *l, u32 channel)
{
	skep_cid path = skep_lower_cmp(l, SKEP_REL_LINK, AT_PATH, 1, 0);

	return skep_cond_and(l->g, path, channel_is(l, channel));
}

static skep_cid f4_flow(struct skep_lower *l)
{
	skep_cid path = skep_lower_cmp(l, SKEP_REL_LINK, AT_PATH, 1, 0);
	skep_cid either =
	    skep_cond_or(l->g, channel_is(l, CHANNEL_SEGMENT), channel_is(l, CHANNEL_END_TO_END));

	return skep_cond_and(l->g, path, either);
}

/* The messages of Q.2931 that set up and take down a connection. The acknowledgement is last, as
 * meta signalling has none. */
static skep_cid connection(struct skep_lower *l, u32 channel, bool acknowledged)
{
	static const u8 messages[] = {
	    0x5a /* release complete */, 0x4d /* release */, 0x07 /* connect */,
	    0x02 /* call proceeding */,	 0x05 /* setup */,   0x0f /* connect acknowledge */,
	};
	size_t count = SKEP_COUNT(messages) - !acknowledged;
	skep_cid any = SKEP_COND_FALSE;

	for (size_t i = 0; i < count; i++)
		any = skep_cond_or(l->g, any,
				   skep_lower_cmp(l, SKEP_REL_LINK, AT_MESSAGE, 1, messages[i]));
	return skep_cond_and(l->g, circuit_is(l, channel), any);
}

/* LAN emulation: an Ethernet frame behind a header of two bytes. What follows in the text is looked
 * for in that frame. */
static skep_cid lane(struct skep_lower *l)
{
	enum { DLT_EN10MB = 1, AT_ETHER = AT_PACKET + 2, AT_TYPE = AT_ETHER + 12 };
	skep_cid is_lane = kind_is(l, KIND_LANE);

	skep_encap_push(l, DLT_EN10MB, (struct skep_at){0, AT_ETHER});
	l->linktype = (struct skep_at){0, AT_TYPE};
	l->linkpl = (struct skep_at){0, AT_TYPE + 2};
	l->nl = l->link->net;
	l->nl_nosnap = l->link->net_llc;
	return is_lane;
}

skep_cid skep_atm_word(struct skep_lower *l, const struct skep_ast *ast)
{
	if (!l->is_atm)
		return skep_link_refuse(l, ast->span, "what ATM says of a packet");
	switch (ast->word) {
	case SKEP_WORD_ATM_LANE:
		return lane(l);
	case SKEP_WORD_ATM_METAC:
		return circuit_is(l, CHANNEL_META);
	case SKEP_WORD_ATM_BCC:
		return circuit_is(l, CHANNEL_BROADCAST);
	case SKEP_WORD_ATM_OAM:
	case SKEP_WORD_ATM_OAMF4:
		return f4_flow(l);
	case SKEP_WORD_ATM_OAMF4SC:
		return circuit_is(l, CHANNEL_SEGMENT);
	case SKEP_WORD_ATM_OAMF4EC:
		return circuit_is(l, CHANNEL_END_TO_END);
	case SKEP_WORD_ATM_SC:
		return circuit_is(l, CHANNEL_SIGNALLING);
	case SKEP_WORD_ATM_ILMIC:
		return circuit_is(l, CHANNEL_ILMI);
	case SKEP_WORD_ATM_CONNECTMSG:
		return connection(l, CHANNEL_SIGNALLING, true);
	}
	return connection(l, CHANNEL_META, false); /* metaconnect */
}

skep_cid skep_atm_field(struct skep_lower *l, const struct skep_ast *ast)
{
	bool path = ast->word == SKEP_WORD_ATM_VPI;

	if (!l->is_atm)
		return skep_link_refuse(l, ast->span, "what ATM says of a packet");
	return skep_link_relation(
	    l, ast, skep_lower_load(l, SKEP_REL_LINK, path ? AT_PATH : AT_CHANNEL, path ? 1 : 2),
	    ast->numbers[0]);
}

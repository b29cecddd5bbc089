/* SPDX-License-Identifier: BSD-2-Clause */
/* 802.11: frame types, directions, and addresses, whose places depend on both (IEEE 802.11, 9.3.2).
 *
 * The first byte of frame control has the type in bits 2 and 3 (management 0, control 1, data 2)
 * and the subtype above; the second has "to DS" in bit 0 and "from DS" in bit 1. */
#include "filter/link.h"

enum {
	TYPE_MASK = 0x0c,
	TYPE_CONTROL = 0x04,
	SUBTYPE_MASK = 0xf0,
	SUBTYPE_CTS = 0xc0,
	SUBTYPE_ACK = 0xd0,
	DIR_MASK = 0x03,
	DIR_DS_TO_DS = 0x03,
};

/* Places of the addresses. */
enum { ADDRESS1 = 4, ADDRESS2 = 10, ADDRESS3 = 16, ADDRESS4 = 24 };

/* What is asked of an address: equal to `mac`, or, if that is NULL, multicast. */
static skep_cid address_is(struct skep_lower *l, u32 at, const u8 *mac)
{
	if (mac)
		return skep_lower_bytes(l, SKEP_REL_LINK, at, mac, 6);
	return skep_cond_test(l->g, SKEP_CMP_SET, skep_lower_load(l, SKEP_REL_LINK, at, 1),
			      skep_value_const(l->g, 1));
}

/* Bit(s) of the first or second byte of frame control. */
static skep_cid control_has(struct skep_lower *l, u32 byte, u32 bits)
{
	return skep_cond_test(l->g, SKEP_CMP_SET, skep_lower_load(l, SKEP_REL_LINK, byte, 1),
			      skep_value_const(l->g, bits));
}

/* yes if cond, else no. */
static skep_cid choose(struct skep_lower *l, skep_cid cond, skep_cid yes, skep_cid no)
{
	return skep_cond_or(l->g, skep_cond_and(l->g, skep_cond_not(l->g, cond), no),
			    skep_cond_and(l->g, cond, yes));
}

/* As tests for equality, so that geneve.c can compute with it. */
skep_cid skep_wlan_is_data(struct skep_lower *l)
{
	return skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, 0, 1), TYPE_MASK, 0x08);
}

/* Source and destination: control frames have none, management frames in their plain places, data
 * frames where the direction says. */
static skep_cid in_frame(struct skep_lower *l, skep_cid in_data, u32 in_management, const u8 *mac)
{
	skep_cid plain = address_is(l, in_management, mac);
	skep_cid either = choose(l, control_has(l, 0, 0x08), in_data, plain);

	return skep_cond_and(l->g, skep_cond_not(l->g, control_has(l, 0, 0x04)), either);
}

static skep_cid source_is(struct skep_lower *l, const u8 *mac)
{
	skep_cid to_ds = control_has(l, 1, 0x01);
	skep_cid from_ds = control_has(l, 1, 0x02);
	skep_cid distant =
	    choose(l, to_ds, address_is(l, ADDRESS4, mac), address_is(l, ADDRESS3, mac));

	return in_frame(l, choose(l, from_ds, distant, address_is(l, ADDRESS2, mac)), ADDRESS2,
			mac);
}

static skep_cid destination_is(struct skep_lower *l, const u8 *mac)
{
	skep_cid to_ds = control_has(l, 1, 0x01);

	return in_frame(
	    l, choose(l, to_ds, address_is(l, ADDRESS3, mac), address_is(l, ADDRESS1, mac)),
	    ADDRESS1, mac);
}

static skep_cid not_masked(struct skep_lower *l, u32 mask, u32 k)
{
	return skep_cond_not(
	    l->g, skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, 0, 1), mask, k));
}

/* All but the control frames CTS and ACK have a second address. */
static skep_cid has_address2(struct skep_lower *l)
{
	skep_cid other = not_masked(l, TYPE_MASK, TYPE_CONTROL);
	skep_cid cts = not_masked(l, SUBTYPE_MASK, SUBTYPE_CTS);
	skep_cid ack = not_masked(l, SUBTYPE_MASK, SUBTYPE_ACK);

	return skep_cond_or(l->g, other, skep_cond_and(l->g, cts, ack));
}

/* `addr1` to `addr4`: whether the frame has it, and its place. `ra` and `ta` are the first two in
 * frames with bit 3: data frames, so that those of control frames are not found. */
static skep_cid numbered_is(struct skep_lower *l, const u8 mac[6], u8 dir)
{
	struct skep_graph *g = l->g;
	skep_cid has = SKEP_COND_TRUE;
	u32 at = ADDRESS1;

	if (dir == SKEP_Q_RA || dir == SKEP_Q_TA)
		has = control_has(l, 0, 0x08);
	if (dir == SKEP_Q_ADDR2 || dir == SKEP_Q_TA) {
		has = skep_cond_and(g, has, has_address2(l));
		at = ADDRESS2;
	} else if (dir == SKEP_Q_ADDR3) {
		has = not_masked(l, TYPE_MASK, TYPE_CONTROL);
		at = ADDRESS3;
	} else if (dir == SKEP_Q_ADDR4) {
		has = skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, 1, 1), DIR_MASK,
				       DIR_DS_TO_DS);
		at = ADDRESS4;
	}
	return skep_cond_and(g, has, address_is(l, at, mac));
}

skep_cid skep_wlan_host(struct skep_lower *l, struct skep_span span, const u8 mac[6], u8 dir)
{
	if (dir == SKEP_Q_RA || dir == SKEP_Q_TA)
		skep_lower_warn(l, span, "write `wlan addr1` or `wlan addr2` for all frames",
				"`ra` and `ta` find data frames only, no control frames");
	switch (dir) {
	case SKEP_Q_SRC:
		return source_is(l, mac);
	case SKEP_Q_DST:
		return destination_is(l, mac);
	case SKEP_Q_SRC_AND_DST:
		return skep_cond_and(l->g, source_is(l, mac), destination_is(l, mac));
	case SKEP_Q_DIR_DEFAULT:
	case SKEP_Q_SRC_OR_DST:
		return skep_cond_or(l->g, source_is(l, mac), destination_is(l, mac));
	}
	return numbered_is(l, mac, dir);
}

skep_cid skep_wlan_multicast(struct skep_lower *l)
{
	return destination_is(l, NULL);
}

skep_cid skep_wlan_word(struct skep_lower *l, const struct skep_ast *ast)
{
	if (!(l->link->can & SKEP_CAN_WLAN))
		return skep_link_refuse(l, ast->span, "an 802.11 frame type or direction");
	if (ast->word == SKEP_WORD_WLAN_DIR)
		return skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, 1, 1), DIR_MASK,
					ast->numbers[0]);
	return skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, 0, 1), ast->numbers[1],
				ast->numbers[0]);
}

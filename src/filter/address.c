/* SPDX-License-Identifier: BSD-2-Clause */
/* Link-layer addresses: hosts, broadcast and multicast, by where a link type has its addresses. */
#include "filter/link.h"

static const struct place {
	u8 dst, src, size;
} places[] = {
    [SKEP_ADDRESS_ETHER] = {0, 6, 6},  [SKEP_ADDRESS_FDDI] = {1, 7, 6},
    [SKEP_ADDRESS_TOKEN] = {2, 8, 6},  [SKEP_ADDRESS_FIBRE] = {2, 10, 6},
    [SKEP_ADDRESS_ARCNET] = {1, 0, 1},
};

static skep_cid refuse_dir(struct skep_lower *l, struct skep_span span)
{
	return skep_link_refuse(
	    l, span, "an address by its number in the 802.11 header ('addr1', 'ra' ...)");
}

static skep_cid at_place(struct skep_lower *l, struct skep_span span, const u8 *address, u8 dir)
{
	const struct place *p = &places[l->link->address];
	skep_cid src = skep_lower_bytes(l, SKEP_REL_LINK, p->src, address, p->size);
	skep_cid dst = skep_lower_bytes(l, SKEP_REL_LINK, p->dst, address, p->size);

	switch (dir) {
	case SKEP_Q_SRC:
		return src;
	case SKEP_Q_DST:
		return dst;
	case SKEP_Q_SRC_AND_DST:
		return skep_cond_and(l->g, src, dst);
	case SKEP_Q_DIR_DEFAULT:
	case SKEP_Q_SRC_OR_DST:
		return skep_cond_or(l->g, src, dst);
	}
	return refuse_dir(l, span);
}

/* The check of an encapsulation comes first; only Ethernet is ever inside another link layer. */
static skep_cid checked(struct skep_lower *l, skep_cid cond)
{
	if (l->link->address != SKEP_ADDRESS_ETHER)
		return cond;
	return skep_cond_and(l->g, skep_encap_check(l), cond);
}

skep_cid skep_lower_link_host(struct skep_lower *l, struct skep_span span, const u8 mac[6], u8 dir)
{
	switch (l->link->address) {
	case SKEP_ADDRESS_NONE:
	case SKEP_ADDRESS_ARCNET:
		return skep_link_refuse(l, span, "an Ethernet address");
	case SKEP_ADDRESS_WLAN:
		return skep_wlan_host(l, span, mac, dir);
	}
	return checked(l, at_place(l, span, mac, dir));
}

skep_cid skep_lower_arcnet_host(struct skep_lower *l, struct skep_span span, u8 address, u8 dir)
{
	if (l->link->address != SKEP_ADDRESS_ARCNET)
		return skep_link_refuse(l, span, "an ARCNET address");
	return at_place(l, span, &address, dir);
}

skep_cid skep_lower_link_broadcast(struct skep_lower *l, struct skep_span span)
{
	static const u8 all[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};

	if (l->link->address == SKEP_ADDRESS_NONE)
		return skep_link_refuse(l, span, "link-layer 'broadcast'");
	if (l->link->address == SKEP_ADDRESS_ARCNET)
		return skep_lower_arcnet_host(l, span, 0, SKEP_Q_DST);
	return skep_lower_link_host(l, span, all, SKEP_Q_DST);
}

skep_cid skep_lower_link_multicast(struct skep_lower *l, struct skep_span span)
{
	skep_vid first;

	switch (l->link->address) {
	case SKEP_ADDRESS_NONE:
		return skep_link_refuse(l, span, "link-layer 'multicast'");
	case SKEP_ADDRESS_ARCNET: /* has one address for both */
		return skep_lower_arcnet_host(l, span, 0, SKEP_Q_DST);
	case SKEP_ADDRESS_WLAN:
		return skep_wlan_multicast(l);
	}
	first = skep_lower_load(l, SKEP_REL_LINK, places[l->link->address].dst, 1);
	return checked(l, skep_cond_test(l->g, SKEP_CMP_SET, first, skep_value_const(l->g, 1)));
}

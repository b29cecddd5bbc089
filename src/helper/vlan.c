/* SPDX-License-Identifier: BSD-2-Clause */
/* VLAN tags. The outermost one is not in the packet but in the fields vlan_*, as hardware gives it;
 * a second one goes into the packet. Linux: net/core/skbuff.c, skb_vlan_push() and skb_vlan_pop().
 */
#include "helper/packet.h"

enum { TAG = 4, ADDRESSES = 2 * ETH_ALEN, VLAN_HEADER = ETH_HLEN + TAG };

static void set_tag(struct skep_skb *skb, u16 protocol, u16 tci)
{
	skb->user.vlan_present = 1;
	skb->user.vlan_proto = protocol;
	skb->user.vlan_tci = tci;
}

/* The tag of the fields goes into the packet. */
static int put_tag(struct skep_skb *skb)
{
	u16 protocol = (u16)skb->user.vlan_proto, tci = htons((u16)skb->user.vlan_tci);
	u8 *data;
	int error;

	if (skb->room.data != skb->mac)
		return -EINVAL;
	error = skep_skb_push(skb, TAG);
	if (error)
		return error;
	data = skb->room.data;
	memmove(data, data + TAG, ADDRESSES);
	memcpy(data + ADDRESSES, &protocol, sizeof(protocol));
	memcpy(data + ADDRESSES + sizeof(protocol), &tci, sizeof(tci));
	skb->mac -= TAG;
	skb->network -= TAG;
	skb->user.protocol = protocol;
	skep_skb_sum_add(skb, data + ADDRESSES, TAG, 0);
	return 0;
}

static int push(struct skep_skb *skb, u16 protocol, u16 tci)
{
	int error;

	if (!skep_is_vlan(protocol))
		protocol = htons(ETH_P_8021Q);
	error = skb->user.vlan_present ? put_tag(skb) : 0;
	if (!error)
		set_tag(skb, protocol, tci);
	return error;
}

u64 skep_do_skb_vlan_push(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	int error = push(skb, (u16)r2, (u16)r3);

	UNUSED_4;
	skb->mac_length = skep_skb_mac_length(skb);
	skep_env_show(skep_env(run));
	return skep_result(error);
}

/* What follows a tag: a type, or the length of an IEEE 802.3 frame. */
static u16 inner_protocol(const u8 *tag)
{
	u16 type = (u16)(tag[2] << 8 | tag[3]);

	if (type >= ETH_P_802_3_MIN)
		return type;
	return tag[4] == 0xff && tag[5] == 0xff ? ETH_P_802_3 : ETH_P_802_2;
}

/* A tag of the packet goes. */
static int take_tag(struct skep_skb *skb, u16 *tci)
{
	u8 *data = skb->room.data;

	if (data != skb->mac)
		return -EINVAL;
	if (!skep_skb_has(skb, VLAN_HEADER))
		return -ENOMEM;
	skep_skb_sum_sub(skb, data + ADDRESSES, TAG, 0);
	*tci = (u16)(data[ETH_HLEN] << 8 | data[ETH_HLEN + 1]);
	skep_skb_set_protocol(skb, inner_protocol(data + ETH_HLEN));
	memmove(data + TAG, data, ADDRESSES);
	skb->room.data += TAG;
	skb->headroom += TAG;
	skb->mac += TAG;
	if (skb->network - skb->room.data < ETH_HLEN)
		skb->network = skb->room.data + ETH_HLEN;
	skb->mac_length = skep_skb_mac_length(skb);
	return 0;
}

static int pop(struct skep_skb *skb)
{
	u16 protocol, tci;
	int error;

	if (skb->user.vlan_present) {
		skb->user.vlan_present = skb->user.vlan_proto = skb->user.vlan_tci = 0;
	} else {
		error = skep_is_vlan(skb->user.protocol) ? take_tag(skb, &tci) : 0;
		if (error)
			return error;
	}
	if (!skep_is_vlan(skb->user.protocol))
		return 0;
	protocol = (u16)skb->user.protocol;
	error = take_tag(skb, &tci);
	if (!error)
		set_tag(skb, protocol, tci);
	return error;
}

u64 skep_do_skb_vlan_pop(HELPER_ARGS)
{
	int error = pop(skep_pointer(r1));

	UNUSED_2;
	skep_env_show(skep_env(run));
	return skep_result(error);
}

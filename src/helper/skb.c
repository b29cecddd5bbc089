/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of socket buffers that leave their length alone: bytes, hash, type, time. Linux:
 * net/core/filter.c. */
#include <linux/if_packet.h>

#include "helper/packet.h"
#include "vm/headers.h"

enum { RELATIVE_MAX = 0xffff };

/* ---- bytes */

u64 skep_do_skb_store_bytes(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	struct skep_skb *skb = skep_pointer(r1);
	u32 offset = (u32)r2, size = (u32)r4;
	bool summed = r5 & BPF_F_RECOMPUTE_CSUM;
	u8 *at;

	if (r5 & ~(u64)(BPF_F_RECOMPUTE_CSUM | BPF_F_INVALIDATE_HASH))
		return skep_result(-EINVAL);
	if (offset > INT32_MAX)
		return skep_result(-EFAULT);
	skep_env_show(env);
	if (!skep_skb_has(skb, (u64)offset + size))
		return skep_result(-EFAULT);
	at = skb->room.data + offset;
	if (summed)
		skep_skb_sum_sub(skb, at, size, offset);
	memmove(at, skep_pointer(r3), size);
	if (summed)
		skep_skb_sum_add(skb, at, size, offset);
	if (r5 & BPF_F_INVALIDATE_HASH)
		skep_skb_forget_hash(skb);
	return 0;
}

/* What cannot be read is zeros. */
static u64 copy_or_clear(void *to, const void *from, u32 size)
{
	if (!from) {
		memset(to, 0, size);
		return skep_result(-EFAULT);
	}
	memmove(to, from, size);
	return 0;
}

u64 skep_do_skb_load_bytes(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);
	u32 offset = (u32)r2, size = (u32)r4;
	bool has = skep_env(run)->context_kind == SKEP_CONTEXT_SKB && offset <= INT32_MAX &&
		   skep_skb_has(skb, (u64)offset + size);

	UNUSED_5;
	return copy_or_clear(skep_pointer(r3), has ? skb->room.data + offset : NULL, size);
}

u64 skep_do_skb_load_bytes_relative(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);
	u32 offset = (u32)r2, size = (u32)r4, from = (u32)r5;
	const u8 *start = from == BPF_HDR_START_MAC ? skb->mac : skb->network;
	bool has = offset <= RELATIVE_MAX && from <= BPF_HDR_START_NET &&
		   (s64)offset + size <= skb->tail - start;

	(void)run;
	return copy_or_clear(skep_pointer(r3), has ? start + offset : NULL, size);
}

u64 skep_do_skb_pull_data(HELPER_ARGS)
{
	UNUSED_3;
	skep_env_show(skep_env(run));
	return skep_result(skep_skb_has(skep_pointer(r1), (u32)r2) ? 0 : -ENOMEM);
}

/* ---- hash, type, time */

/* FNV-1a over what makes a flow: the addresses, the protocol and the ports. Linux's own has a
 * secret key, so that its value is nobody's to expect. */
static u32 hash_bytes(u32 hash, const void *bytes, size_t size)
{
	const u8 *at = bytes;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ at[i]) * 0x01000193;
	return hash;
}

static u32 hash_ports(u32 hash, const struct skep_skb *skb, const u8 *ports, u8 protocol)
{
	enum { TCP = 6, UDP = 17, PORTS = 4 };

	hash = hash_bytes(hash, &protocol, sizeof(protocol));
	if ((protocol == TCP || protocol == UDP) && ports <= skb->tail &&
	    skb->tail - ports >= PORTS)
		hash = hash_bytes(hash, ports, PORTS);
	return hash;
}

static u32 flow_hash(const struct skep_skb *skb)
{
	u32 hash = hash_bytes(0x811c9dc5, &skb->user.protocol, sizeof(u16));
	size_t size = skb->tail > skb->network ? (size_t)(skb->tail - skb->network) : 0;

	if (skep_skb_is(skb, ETH_P_IP) && size >= SKEP_IP4_HEADER) {
		const skep_iphdr *ip = (const skep_iphdr *)skb->network;
		const u8 *ports = skb->network + (size_t)(skb->network[0] & 15) * 4;

		hash = hash_bytes(hash, &ip->saddr, 2 * sizeof(ip->saddr));
		hash = hash_ports(hash, skb, ports, ip->protocol);
	} else if (skep_skb_is(skb, ETH_P_IPV6) && size >= SKEP_IP6_HEADER) {
		const skep_ipv6hdr *ip = (const skep_ipv6hdr *)skb->network;

		hash = hash_bytes(hash, &ip->saddr, 2 * sizeof(ip->saddr));
		hash = hash_ports(hash, skb, skb->network + SKEP_IP6_HEADER, ip->nexthdr);
	}
	return hash ? hash : 1;
}

u64 skep_do_get_hash_recalc(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	if (!skb->has_hash) {
		skb->user.hash = flow_hash(skb);
		skb->has_hash = true;
	}
	return skb->user.hash;
}

u64 skep_do_set_hash_invalid(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	skep_skb_forget_hash(skep_pointer(r1));
	return 0;
}

u64 skep_do_set_hash(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	skb->user.hash = (u32)r2;
	skb->has_hash = true;
	return 0;
}

u64 skep_do_skb_change_type(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	if (skb->user.pkt_type > PACKET_OTHERHOST || (u32)r2 > PACKET_OTHERHOST)
		return skep_result(-EINVAL);
	skb->user.pkt_type = (u32)r2;
	return 0;
}

enum clock { CLOCK_IS_REAL, CLOCK_IS_MONOTONIC, CLOCK_IS_TAI };

u64 skep_do_skb_set_tstamp(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	u32 clock = (u32)r3;

	(void)run;
	UNUSED_4;
	if (!skep_skb_is(skb, ETH_P_IP) && !skep_skb_is(skb, ETH_P_IPV6))
		return skep_result(-EOPNOTSUPP);
	if (clock > CLOCK_IS_TAI || (clock != CLOCK_IS_REAL && !r2))
		return skep_result(-EINVAL);
	skb->user.tstamp = r2;
	skb->user.tstamp_type = (u8)clock;
	return 0;
}

/* ---- congestion */

enum { TAG = 4, TAGS_MAX = 8 };

/* What is behind the tags that are in the packet, 0: too many of them. */
static u16 protocol_behind_tags(const struct skep_skb *skb)
{
	u32 at = skb->mac_length >= TAG ? skb->mac_length - TAG : ETH_HLEN;
	u16 protocol = (u16)skb->user.protocol;

	for (u32 i = 1; skep_is_vlan(protocol); i++, at += TAG) {
		if (i == TAGS_MAX || skb->tail - skb->mac < (s64)at + TAG)
			return 0;
		memcpy(&protocol, skb->mac + at + sizeof(u16), sizeof(protocol));
	}
	return protocol;
}

enum { ECN_ECT = 2, ECN_CE = 3, ECN_CE_6 = ECN_CE << 20 };

static u16 add16(u16 a, u16 b)
{
	u16 sum = (u16)(a + b);

	return (u16)(sum + (sum < b));
}

/* What the checksum of an IPv4 header gains when its ECN bits become 11. */
static u64 mark_ip4(skep_iphdr *ip)
{
	u16 next = (ip->tos + 1) & ECN_CE;

	if (!(next & ECN_ECT))
		return !next;
	ip->check = add16(ip->check, (u16)(htons(0xfffb) + htons(next)));
	ip->tos |= ECN_CE;
	return 1;
}

static u64 mark_ip6(struct skep_skb *skb)
{
	u32 from, to;

	memcpy(&from, skb->network, sizeof(from));
	if (!(from & htonl(ECN_CE_6)))
		return 0;
	to = from | htonl(ECN_CE_6);
	memcpy(skb->network, &to, sizeof(to));
	if (skb->summed == SKEP_SUMMED_COMPLETE)
		skb->csum = skep_csum_add(skep_csum_sub(skb->csum, from), to);
	return 1;
}

u64 skep_do_skb_ecn_set_ce(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	u16 protocol = protocol_behind_tags(skb);
	bool ip4 = protocol == htons(ETH_P_IP), ip6 = protocol == htons(ETH_P_IPV6);
	u32 header = ip4 ? SKEP_IP4_HEADER : SKEP_IP6_HEADER;

	(void)run;
	UNUSED_2;
	if ((!ip4 && !ip6) || skb->tail - skb->network < header)
		return 0;
	return ip4 ? mark_ip4((skep_iphdr *)skb->network) : mark_ip6(skb);
}

/* ---- who sent it, and where it goes: nobody, and nowhere in particular */

u64 skep_do_get_cgroup_classid(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

u64 skep_do_skb_cgroup_classid(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

u64 skep_do_get_route_realm(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

u64 skep_do_skb_cgroup_id(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return skb->user.sk ? SKEP_ROOT_CGROUP : 0;
}

u64 skep_do_skb_ancestor_cgroup_id(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	return skb->user.sk && (s32)r2 == 0 ? SKEP_ROOT_CGROUP : 0;
}

u64 skep_do_skb_get_xfrm_state(HELPER_ARGS)
{
	(void)run, (void)r1, (void)r2;
	UNUSED_5;
	memset(skep_pointer(r3), 0, (u32)r4);
	return skep_result(-EINVAL);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of tunnels: a packet comes out of none, but where it is to go in can be set, and read
 * back. Linux: net/core/filter.c. */
#include "helper/packet.h"

enum {
	KEY = sizeof(struct bpf_tunnel_key),
	OPTIONS_MAX = 255,
	GET_FLAGS = BPF_F_TUNINFO_IPV6 | 1 << 4, /* BPF_F_TUNINFO_FLAGS, since 6.0 */
	SET_FLAGS = BPF_F_TUNINFO_IPV6 | BPF_F_ZERO_CSUM_TX | BPF_F_DONT_FRAGMENT |
		    BPF_F_SEQ_NUMBER | 1 << 4, /* BPF_F_NO_TUNNEL_KEY, since 6.5 */
	NO_KEY = 1 << 4,
	LABEL = 0xfffff,
};

/* TUNNEL_... of Linux */
enum {
	HAS_CSUM = 0x01,
	HAS_KEY = 0x04,
	HAS_SEQ = 0x08,
	DONT_FRAGMENT = 0x0100,
	NO_CACHE = 0x2000,    /* set by programs, always */
	HAS_OPTIONS = 0xd800, /* of any protocol that has some */
};

/* Older programs know fewer fields. */
static bool is_older_size(u32 size)
{
	return size == offsetof(struct bpf_tunnel_key, local_ipv6[0]) ||
	       size == offsetof(struct bpf_tunnel_key, tunnel_label) ||
	       size == offsetof(struct bpf_tunnel_key, tunnel_ext) ||
	       size == offsetof(struct bpf_tunnel_key, remote_ipv6[1]);
}

static int check_get(const struct skep_skb *skb, u32 size, u64 flags)
{
	if (!skb->has_tunnel || flags & ~(u64)GET_FLAGS)
		return -EINVAL;
	if (skb->tunnel.ip6 != !!(flags & BPF_F_TUNINFO_IPV6))
		return -EPROTO;
	if (size == KEY)
		return 0;
	if (size == offsetof(struct bpf_tunnel_key, remote_ipv6[1]) && skb->tunnel.ip6)
		return -EINVAL;
	return is_older_size(size) ? 0 : -EINVAL;
}

u64 skep_do_skb_get_tunnel_key(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);
	u32 size = (u32)r3;
	int error = check_get(skb, size, r4);
	struct bpf_tunnel_key key;

	(void)run;
	UNUSED_5;
	if (error) {
		memset(skep_pointer(r2), 0, size);
		return skep_result(error);
	}
	/* The sender's address is what the receiver of a packet calls the remote one. */
	key = skb->tunnel.key;
	memcpy(key.remote_ipv6, skb->tunnel.key.local_ipv6, sizeof(key.remote_ipv6));
	memcpy(key.local_ipv6, skb->tunnel.key.remote_ipv6, sizeof(key.local_ipv6));
	key.tunnel_ext = r4 & ~(u64)BPF_F_TUNINFO_IPV6 ? skb->tunnel.flags : 0;
	memcpy(skep_pointer(r2), &key, size);
	return 0;
}

static u16 tunnel_flags(u64 flags)
{
	u16 has = NO_CACHE;

	if (flags & BPF_F_DONT_FRAGMENT)
		has |= DONT_FRAGMENT;
	if (!(flags & BPF_F_ZERO_CSUM_TX))
		has |= HAS_CSUM;
	if (flags & BPF_F_SEQ_NUMBER)
		has |= HAS_SEQ;
	if (!(flags & NO_KEY))
		has |= HAS_KEY;
	return htons(has);
}

u64 skep_do_skb_set_tunnel_key(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	struct skep_tunnel *tunnel = &skb->tunnel;
	struct bpf_tunnel_key key = {0};
	u32 size = (u32)r3;
	bool ip6 = r4 & BPF_F_TUNINFO_IPV6;

	(void)run;
	UNUSED_5;
	if (r4 & ~(u64)SET_FLAGS || (size != KEY && !is_older_size(size)))
		return skep_result(-EINVAL);
	memcpy(&key, skep_pointer(r2), size);
	if ((!ip6 && key.tunnel_label) || key.tunnel_ext)
		return skep_result(-EINVAL);
	if (ip6)
		key.tunnel_label &= LABEL;
	else
		for (u32 i = 1; i < SKEP_COUNT(key.remote_ipv6); i++)
			key.remote_ipv6[i] = key.local_ipv6[i] = 0;
	*tunnel = (struct skep_tunnel){.ip6 = ip6, .flags = tunnel_flags(r4)};
	tunnel->key = key;
	skb->has_tunnel = true;
	return 0;
}

u64 skep_do_skb_get_tunnel_opt(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);
	u32 size = (u32)r3, has = skb->has_tunnel ? skb->tunnel.option_size : 0;
	bool known = skb->has_tunnel && skb->tunnel.has_options;
	u8 *to = skep_pointer(r2);

	(void)run;
	UNUSED_4;
	memset(to, 0, size);
	if (!known)
		return skep_result(-ENOENT);
	if (size < has)
		return skep_result(-ENOMEM);
	memcpy(to, skb->tunnel.options, has);
	return has;
}

u64 skep_do_skb_set_tunnel_opt(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	u32 size = (u32)r3;

	(void)run;
	UNUSED_4;
	if (!skb->has_tunnel || size % sizeof(u32))
		return skep_result(-EINVAL);
	if (size > OPTIONS_MAX)
		return skep_result(-ENOMEM);
	memcpy(skb->tunnel.options, skep_pointer(r2), size);
	skb->tunnel.option_size = size;
	skb->tunnel.has_options = true;
	skb->tunnel.flags |= htons(HAS_OPTIONS);
	return 0;
}

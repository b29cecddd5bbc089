/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that ask for routes and interfaces. Linux: net/core/filter.c. */
#include <sys/socket.h>

#include "helper/packet.h"

enum {
	/* Since Linux 6.3, 6.6 and 6.10. */
	LOOKUP_SKIP_NEIGH = 1 << 2,
	LOOKUP_TBID = 1 << 3,
	LOOKUP_SRC = 1 << 4,
	LOOKUP_MARK = 1 << 5,
	LOOKUP = BPF_FIB_LOOKUP_DIRECT | BPF_FIB_LOOKUP_OUTPUT | LOOKUP_SKIP_NEIGH | LOOKUP_TBID |
		 LOOKUP_SRC | LOOKUP_MARK,
};

/* Multicast, link-local and loopback addresses, which are never forwarded. */
static bool stays_on_link(const void *address)
{
	static const u8 loopback[16] = {[15] = 1};
	const u8 *a = address;

	return a[0] == 0xff || (a[0] == 0xfe && (a[1] & 0xc0) == 0x80) ||
	       memcmp(a, loopback, sizeof(loopback)) == 0;
}

/* -errno or BPF_FIB_LKUP_RET_..., 0: a route is to be looked up. */
static int check_lookup(const struct skep_env *env, const struct bpf_fib_lookup *params, u32 size,
			u32 flags)
{
	if (size < sizeof(*params) || flags & ~(u32)LOOKUP)
		return -EINVAL;
	if (params->family != AF_INET && params->family != AF_INET6)
		return -EAFNOSUPPORT;
	if (params->family == AF_INET6 &&
	    (stays_on_link(params->ipv6_dst) || stays_on_link(params->ipv6_src)))
		return BPF_FIB_LKUP_RET_NOT_FWDED;
	return skep_env_device(env, params->ifindex) ? 0 : -ENODEV;
}

u64 skep_do_fib_lookup(HELPER_ARGS)
{
	const struct skep_env *env = skep_env(run);
	const struct skep_services *services = env->services;
	struct bpf_fib_lookup *params = skep_pointer(r2);
	int known = check_lookup(env, params, (u32)r3, (u32)r4);

	(void)r1, UNUSED_5;
	if (known)
		return skep_result(known);
	if (!services->route)
		return BPF_FIB_LKUP_RET_FWD_DISABLED;
	return skep_result(services->route(services->system, params, (u32)r4));
}

/* ---- the longest packet */

/* How long the packet is, with its link-layer header, or as long as the caller says. */
static s32 checked_length(const struct skep_env *env, const struct skep_device *device, u32 said)
{
	const struct skep_xdp *xdp = env->context;

	if (said)
		return (s32)(said + device->header);
	if (env->context_kind == SKEP_CONTEXT_XDP)
		return (s32)(xdp->room.end - xdp->room.data);
	return (s32)skep_env_packet_size(env);
}

/* Whether a packet that stands for segments has such that are too long. */
static u64 check_segments(const struct skep_skb *skb, u64 flags, u32 mtu)
{
	u32 header = (u32)((skb->transport ? skb->transport : skb->network) - skb->network);

	if (flags & BPF_MTU_CHK_SEGS && header + skb->user.gso_size > mtu)
		return BPF_MTU_CHK_RET_SEGS_TOOBIG;
	return BPF_MTU_CHK_RET_SUCCESS;
}

u64 skep_do_check_mtu(HELPER_ARGS)
{
	const struct skep_env *env = skep_env(run);
	const struct skep_skb *skb = skep_pointer(r1);
	bool is_skb = env->context_kind == SKEP_CONTEXT_SKB;
	u32 *mtu = skep_pointer(r3), index = (u32)r2;
	const struct skep_device *device;
	s32 length;

	if (r5 & ~(u64)(is_skb ? BPF_MTU_CHK_SEGS : 0) || (r5 && ((s32)r4 || *mtu)))
		return skep_result(-EINVAL);
	device = skep_env_device(env, index ? index : env->device);
	if (!device)
		return skep_result(-ENODEV);
	length = (s32)((u32)checked_length(env, device, *mtu) + (u32)r4);
	*mtu = device->mtu;
	if (length <= (s32)(device->mtu + device->header))
		return BPF_MTU_CHK_RET_SUCCESS;
	if (is_skb && skb->user.gso_size)
		return check_segments(skb, r5, device->mtu);
	return BPF_MTU_CHK_RET_FRAG_NEEDED;
}

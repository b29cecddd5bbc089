/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that say where a packet goes. Linux: net/core/filter.c, include/linux/filter.h. */
#include <linux/pkt_cls.h>

#include "helper/packet.h"
#include "map/map.h"

static u64 to_device(struct skep_env *env, u32 target, u64 flags)
{
	env->redirect.kind = SKEP_REDIRECT_DEVICE;
	env->redirect.target = target;
	env->redirect.flags = flags;
	return env->context_kind == SKEP_CONTEXT_XDP ? XDP_REDIRECT : TC_ACT_REDIRECT;
}

u64 skep_do_redirect(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	bool xdp = env->context_kind == SKEP_CONTEXT_XDP;

	UNUSED_3;
	if (r2 & ~(u64)(xdp ? 0 : BPF_F_INGRESS))
		return xdp ? XDP_ABORTED : TC_ACT_SHOT;
	return to_device(env, (u32)r1, r2);
}

u64 skep_do_redirect_peer(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);

	UNUSED_3;
	if (r2)
		return TC_ACT_SHOT;
	to_device(env, (u32)r1, 0);
	env->redirect.kind = SKEP_REDIRECT_PEER;
	return TC_ACT_REDIRECT;
}

u64 skep_do_redirect_neigh(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	s32 size = (s32)r3;

	UNUSED_5;
	if ((size && (u32)size < sizeof(struct bpf_redir_neigh)) || r4)
		return TC_ACT_SHOT;
	to_device(env, (u32)r1, 0);
	env->redirect.kind = SKEP_REDIRECT_NEIGH;
	env->redirect.has_next = size != 0;
	if (size)
		memcpy(&env->redirect.next, skep_pointer(r2), sizeof(env->redirect.next));
	return TC_ACT_REDIRECT;
}

/* ---- maps */

enum { ACTIONS = XDP_ABORTED | XDP_DROP | XDP_PASS | XDP_TX };

static u64 flags_of(const struct skep_map *map)
{
	bool devices =
	    map->shape.type == BPF_MAP_TYPE_DEVMAP || map->shape.type == BPF_MAP_TYPE_DEVMAP_HASH;

	return devices ? BPF_F_BROADCAST | BPF_F_EXCLUDE_INGRESS : 0;
}

/* Sockets are in no map here. */
static bool has(struct skep_map *map, u32 key)
{
	return map->ops->lookup && map->ops->lookup(map, &key);
}

u64 skep_do_redirect_map(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	struct skep_map *map = skep_pointer(r1);
	u32 key = (u32)r2;

	UNUSED_4;
	if (r3 & ~(ACTIONS | flags_of(map)))
		return XDP_ABORTED;
	if (!(r3 & BPF_F_BROADCAST) && !has(map, key)) {
		env->redirect.kind = SKEP_REDIRECT_NONE;
		return r3 & ACTIONS;
	}
	env->redirect.kind = SKEP_REDIRECT_MAP;
	env->redirect.map = map;
	env->redirect.target = key;
	env->redirect.flags = r3;
	return XDP_REDIRECT;
}

/* ---- copies */

u64 skep_do_clone_redirect(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	struct skep_skb *skb = skep_pointer(r1);
	const struct skep_services *services = env->services;
	const struct skep_device *device;

	UNUSED_4;
	if (r3 & ~(u64)BPF_F_INGRESS)
		return skep_result(-EINVAL);
	/* Segments of no known kind, which only a context of user space can make. */
	if (skb->user.gso_size)
		return skep_result(-EBADMSG);
	device = skep_env_device(env, (u32)r2);
	if (!device)
		return skep_result(-EINVAL);
	skep_env_show(env);
	if (skb->mac >= skb->network || !skep_skb_length(skb))
		return skep_result(-ERANGE);
	if (!services->send)
		return 0;
	return skep_result(
	    services->send(services->system, device, skb->room.data, skep_skb_length(skb), r3));
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of sockets. There are none to be found; a packet may have one of its own that nobody has
 * opened, as PROG_TEST_RUN gives it. */
#include "helper/packet.h"
#include "map/map.h"

enum { COOKIE = 1, NETNS_COOKIE = 1, NOBODY = 65534, TCP = 6 };

static u64 nothing(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

#define FINDS_NOTHING(name)                                                                        \
	u64 skep_do_##name(HELPER_ARGS)                                                            \
	{                                                                                          \
		return nothing(run, r1, r2, r3, r4, r5);                                           \
	}

FINDS_NOTHING(sk_lookup_tcp)
FINDS_NOTHING(sk_lookup_udp)
FINDS_NOTHING(skc_lookup_tcp)
FINDS_NOTHING(get_listener_sock)
FINDS_NOTHING(sk_release)
FINDS_NOTHING(skc_to_tcp_sock)
FINDS_NOTHING(skc_to_tcp6_sock)
FINDS_NOTHING(skc_to_tcp_timewait_sock)
FINDS_NOTHING(skc_to_tcp_request_sock)
FINDS_NOTHING(skc_to_udp6_sock)
FINDS_NOTHING(skc_to_unix_sock)
FINDS_NOTHING(skc_to_mptcp_sock)

u64 skep_do_sk_fullsock(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return r1;
}

u64 skep_do_tcp_sock(HELPER_ARGS)
{
	const struct bpf_sock *sock = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return sock->protocol == TCP ? r1 : 0;
}

/* Of the types that there are here, socket lookup alone may give up a choice. */
u64 skep_do_sk_assign(HELPER_ARGS)
{
	const u64 known = BPF_SK_LOOKUP_F_REPLACE | BPF_SK_LOOKUP_F_NO_REUSEPORT;

	UNUSED_4;
	(void)r1;
	if (skep_env(run)->prog_type == BPF_PROG_TYPE_SK_LOOKUP)
		return skep_result(r3 & ~known ? -EINVAL : 0);
	return skep_result(!r2 || r3 ? -EINVAL : -EOPNOTSUPP);
}

u64 skep_do_get_socket_cookie(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);

	UNUSED_2;
	if (skep_env(run)->context_kind != SKEP_CONTEXT_SKB)
		return r1 ? COOKIE : 0;
	return skb->user.sk ? COOKIE : 0;
}

u64 skep_do_get_socket_uid(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return skb->user.sk ? 0 : NOBODY;
}

u64 skep_do_get_netns_cookie(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return NETNS_COOKIE;
}

/* ---- cookies of a socket that listens, which none does (those of a table are in syncookie.c) */

u64 skep_do_tcp_check_syncookie(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return skep_result(-EINVAL);
}

u64 skep_do_tcp_gen_syncookie(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return skep_result(-EINVAL);
}

/* ---- cgroups: a socket is in the root, and no cgroup is in any array */

u64 skep_do_sk_cgroup_id(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return SKEP_ROOT_CGROUP;
}

u64 skep_do_sk_ancestor_cgroup_id(HELPER_ARGS)
{
	(void)run, (void)r1;
	UNUSED_3;
	return (s32)r2 == 0 ? SKEP_ROOT_CGROUP : 0;
}

u64 skep_do_skb_under_cgroup(HELPER_ARGS)
{
	const struct skep_skb *skb = skep_pointer(r1);
	const struct skep_map *map = skep_pointer(r2);

	(void)run;
	UNUSED_4;
	if (!skb->user.sk)
		return skep_result(-ENOENT);
	return skep_result((u32)r3 >= map->shape.max_entries ? -E2BIG : -EAGAIN);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Connections: none is tracked, and there is no memory for new ones; nor is any transformed. What
 * is asked is checked as Linux does it (net/netfilter/nf_conntrack_bpf.c,
 * net/xfrm/xfrm_state_bpf.c), and the answer is an error in the options. */
#include "helper/packet.h"

/* struct bpf_ct_opts. Programs place it and the next where they like: no alignment is certain. */
struct options {
	s32 netns;
	s32 error;
	u8 protocol, direction;
	u16 zone;
	/* Since Linux 6.11. */
	u8 zone_direction, reserved[3];
} __attribute__((packed));

enum {
	OPTIONS_OLD = offsetof(struct options, zone_direction),
	TUPLE_4 = 12,
	TUPLE_6 = 36,
	TCP = 6,
	UDP = 17,
};

static int check_options(const struct options *o, u32 size)
{
	if (size != OPTIONS_OLD && size != sizeof(*o))
		return -EINVAL;
	if (size == OPTIONS_OLD ? o->zone : o->reserved[0] | o->reserved[1] | o->reserved[2])
		return -EINVAL;
	return 0;
}

static int check_namespace(const struct options *o)
{
	return o->netns < BPF_F_CURRENT_NETNS ? -EINVAL : 0;
}

static int check_protocol(const struct options *o)
{
	return o->protocol != TCP && o->protocol != UDP ? -EPROTO : 0;
}

static int check_tuple(u32 size)
{
	return size != TUPLE_4 && size != TUPLE_6 ? -EAFNOSUPPORT : 0;
}

/* There is one network namespace, and it has no number. */
static int find_namespace(const struct options *o)
{
	return o->netns >= 0 ? -ENONET : 0;
}

static int look_up(u64 tuple, u32 tuple_size, const struct options *o, u32 size)
{
	if (!tuple || !o)
		return -EINVAL;
	return check_options(o, size)
		   ?: check_protocol(o)
		   ?: check_namespace(o)
		   ?: check_tuple(tuple_size)
		   ?: find_namespace(o)
		   ?: -ENOENT;
}

static int allocate(u64 tuple, u32 tuple_size, const struct options *o, u32 size)
{
	if (!tuple || !o)
		return -EINVAL;
	return check_options(o, size)
		   ?: check_namespace(o)
		   ?: check_protocol(o)
		   ?: check_tuple(tuple_size)
		   ?: find_namespace(o)
		   ?: -ENOMEM;
}

static u64 tell(struct options *o, u32 size, int error)
{
	if (o && size >= offsetof(struct options, protocol))
		o->error = error;
	return 0;
}

#define LOOKS_UP(name, what)                                                                       \
	u64 skep_kfunc_##name(HELPER_ARGS)                                                         \
	{                                                                                          \
		struct options *o = skep_pointer(r4);                                              \
                                                                                                   \
		(void)run, (void)r1;                                                               \
		return tell(o, (u32)r5, what(r2, (u32)r3, o, (u32)r5));                            \
	}

LOOKS_UP(bpf_xdp_ct_lookup, look_up)
LOOKS_UP(bpf_skb_ct_lookup, look_up)
LOOKS_UP(bpf_xdp_ct_alloc, allocate)
LOOKS_UP(bpf_skb_ct_alloc, allocate)

/* ---- transforms */

/* struct bpf_xfrm_state_opts. */
struct transform {
	s32 error, netns;
	u32 mark, address[4], index;
	u8 protocol, unused;
	u16 family;
} __attribute__((packed));

static int find_transform(const struct transform *t, u32 size)
{
	if (size != sizeof(*t) || t->netns < BPF_F_CURRENT_NETNS)
		return -EINVAL;
	return t->netns >= 0 ? -ENONET : -ENOENT;
}

u64 skep_kfunc_bpf_xdp_get_xfrm_state(HELPER_ARGS)
{
	struct transform *t = skep_pointer(r2);

	(void)run, (void)r1;
	UNUSED_4;
	if (t && (u32)r3 >= sizeof(t->error))
		t->error = find_transform(t, (u32)r3);
	return 0;
}

/* ---- what needs a connection, and so is never reached */

#define UNREACHED(name)                                                                            \
	u64 skep_kfunc_##name(HELPER_ARGS)                                                         \
	{                                                                                          \
		(void)run;                                                                         \
		UNUSED_1;                                                                          \
		return 0;                                                                          \
	}

UNREACHED(bpf_ct_change_status)
UNREACHED(bpf_ct_change_timeout)
UNREACHED(bpf_ct_insert_entry)
UNREACHED(bpf_ct_release)
UNREACHED(bpf_ct_set_nat_info)
UNREACHED(bpf_ct_set_status)
UNREACHED(bpf_ct_set_timeout)
UNREACHED(bpf_xdp_xfrm_state_release)

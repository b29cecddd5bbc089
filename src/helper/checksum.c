/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of checksums. Linux: net/core/filter.c, net/core/utils.c. */
#include "helper/packet.h"

enum { OFFSET_MAX = 0xffff, MANGLED = 0xffff, CSUM_IP6 = 1 << 7 /* BPF_F_IPV6, since 6.15 */ };

u64 skep_do_csum_diff(HELPER_ARGS)
{
	const void *from = skep_pointer(r1), *to = skep_pointer(r3);
	u32 from_size = (u32)r2, to_size = (u32)r4, sum = (u32)r5;

	(void)run;
	if (from_size && to_size)
		sum = skep_csum_sub(skep_csum(to, to_size, sum), skep_csum(from, from_size, 0));
	else if (to_size)
		sum = skep_csum(to, to_size, sum);
	else if (from_size)
		sum = ~skep_csum(from, from_size, ~sum);
	return skep_csum_short(sum);
}

/* ---- checksums of headers */

static u16 add16(u16 a, u16 b)
{
	u16 sum = (u16)(a + b);

	return (u16)(sum + (sum < b));
}

static u16 replaced2(u16 sum, u16 from, u16 to)
{
	return (u16)~add16(add16((u16)~sum, (u16)~from), to);
}

static u16 replaced4(u16 sum, u32 from, u32 to)
{
	return skep_csum_fold(skep_csum_add(skep_csum_sub(~(u32)sum, from), to));
}

static u16 changed_by(u16 sum, u32 difference)
{
	return skep_csum_fold(skep_csum_add(difference, ~(u32)sum));
}

/* Where a checksum is. -EFAULT: nowhere in the packet. */
static int find(struct skep_skb *skb, u64 offset, u8 **at)
{
	if ((u32)offset > OFFSET_MAX || offset & 1 || !skep_skb_has(skb, (u32)offset + 2))
		return -EFAULT;
	*at = skb->room.data + (u32)offset;
	return 0;
}

static u16 load(const u8 *at)
{
	u16 sum;

	memcpy(&sum, at, sizeof(sum));
	return sum;
}

static void store(u8 *at, u16 sum)
{
	memcpy(at, &sum, sizeof(sum));
}

static int replace_l3(u8 *at, u64 from, u64 to, u64 flags)
{
	u16 sum = load(at);

	switch (flags) {
	case 0:
		if (from)
			return -EINVAL;
		store(at, changed_by(sum, (u32)to));
		return 0;
	case 2:
		store(at, replaced2(sum, (u16)from, (u16)to));
		return 0;
	case 4:
		store(at, replaced4(sum, (u32)from, (u32)to));
		return 0;
	default:
		return -EINVAL;
	}
}

u64 skep_do_l3_csum_replace(HELPER_ARGS)
{
	u8 *at = NULL;
	int error = r5 & ~(u64)BPF_F_HDR_FIELD_MASK ? -EINVAL : find(skep_pointer(r1), r2, &at);

	error = error ?: replace_l3(at, r3, r4, r5);
	skep_env_show(skep_env(run));
	return skep_result(error);
}

/* The sum of the packet follows one of a pseudo-header, whose bytes are not in it. */
static void follow(struct skep_skb *skb, u32 from, u32 to)
{
	if (skb->summed == SKEP_SUMMED_COMPLETE)
		skb->csum = ~skep_csum_add(skep_csum_sub(~skb->csum, from), to);
}

static int replace_l4(struct skep_skb *skb, u8 *at, const u64 *values, u64 flags)
{
	u64 from = values[0], to = values[1];
	u32 width = flags & BPF_F_HDR_FIELD_MASK;

	if (width == 0 && from)
		return -EINVAL;
	if (width != 0 && width != 2 && width != 4)
		return -EINVAL;
	if (width == 0) {
		store(at, changed_by(load(at), (u32)to));
		if (flags & BPF_F_PSEUDO_HDR && !(flags & CSUM_IP6) &&
		    skb->summed == SKEP_SUMMED_COMPLETE)
			skb->csum = ~skep_csum_sub((u32)to, skb->csum);
		return 0;
	}
	if (width == 2) {
		from = (u16)from;
		to = (u16)to;
	}
	store(at, replaced4(load(at), (u32)from, (u32)to));
	if (flags & BPF_F_PSEUDO_HDR)
		follow(skb, (u32)from, (u32)to);
	return 0;
}

u64 skep_do_l4_csum_replace(HELPER_ARGS)
{
	const u64 known = BPF_F_MARK_MANGLED_0 | BPF_F_MARK_ENFORCE | BPF_F_PSEUDO_HDR |
			  BPF_F_HDR_FIELD_MASK | CSUM_IP6;
	const u64 values[] = {r3, r4};
	struct skep_skb *skb = skep_pointer(r1);
	bool keeps_0 = r5 & BPF_F_MARK_MANGLED_0;
	u8 *at = NULL;
	int error = r5 & ~known ? -EINVAL : find(skb, r2, &at);

	skep_env_show(skep_env(run));
	if (error)
		return skep_result(error);
	if (keeps_0 && !(r5 & BPF_F_MARK_ENFORCE) && !load(at))
		return 0;
	error = replace_l4(skb, at, values, r5);
	if (!error && keeps_0 && !load(at))
		store(at, MANGLED);
	return skep_result(error);
}

/* ---- the checksum of a packet */

u64 skep_do_csum_update(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	if (skb->summed != SKEP_SUMMED_COMPLETE)
		return skep_result(-SKEP_ENOTSUPP);
	skb->csum = skep_csum_add(skb->csum, (u32)r2);
	return skb->csum;
}

enum { LEVEL_MAX = 3 };

static void raise_level(struct skep_skb *skb)
{
	if (skb->summed == SKEP_SUMMED_UNNECESSARY) {
		skb->csum_level = (u8)(skb->csum_level + (skb->csum_level < LEVEL_MAX));
	} else if (skb->summed == SKEP_SUMMED_NONE) {
		skb->summed = SKEP_SUMMED_UNNECESSARY;
		skb->csum_level = 0;
	}
}

static void lower_level(struct skep_skb *skb)
{
	if (skb->summed != SKEP_SUMMED_UNNECESSARY)
		return;
	if (skb->csum_level)
		skb->csum_level--;
	else
		skb->summed = SKEP_SUMMED_NONE;
}

u64 skep_do_csum_level(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	bool right = skb->summed == SKEP_SUMMED_UNNECESSARY;

	(void)run;
	UNUSED_3;
	switch (r2) {
	case BPF_CSUM_LEVEL_QUERY:
		return right ? skb->csum_level : skep_result(-EACCES);
	case BPF_CSUM_LEVEL_INC:
		raise_level(skb);
		return 0;
	case BPF_CSUM_LEVEL_DEC:
		lower_level(skb);
		return 0;
	case BPF_CSUM_LEVEL_RESET:
		if (right)
			skb->summed = SKEP_SUMMED_NONE;
		skb->csum_level = right ? 0 : skb->csum_level;
		return 0;
	default:
		return skep_result(-EINVAL);
	}
}

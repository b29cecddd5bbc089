/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of XDP programs: the ends of the packet, and its bytes wherever they lie. Linux:
 * net/core/filter.c. */
#include "helper/packet.h"

enum {
	FRAME_STRUCT = 40, /* struct xdp_frame at the start of the headroom */
	META_MAX = 255,
	SPAN_MAX = 0xffff,
};

u64 skep_do_xdp_adjust_head(HELPER_ARGS)
{
	struct skep_xdp *xdp = skep_pointer(r1);
	struct skep_packet_room *f = &xdp->room;
	s64 by = (s32)r2, meta = f->data - f->meta;

	(void)run;
	UNUSED_3;
	if (by < f->start + FRAME_STRUCT + meta - f->data || by > f->end - f->data - ETH_HLEN)
		return skep_result(-EINVAL);
	if (meta)
		memmove(f->meta + by, f->meta, (size_t)meta);
	f->meta += by;
	f->data += by;
	return 0;
}

u64 skep_do_xdp_adjust_meta(HELPER_ARGS)
{
	struct skep_packet_room *f = &((struct skep_xdp *)skep_pointer(r1))->room;
	s64 by = (s32)r2, size = f->data - f->meta - by;

	(void)run;
	UNUSED_3;
	if (by < f->start + FRAME_STRUCT - f->meta || size < 0)
		return skep_result(-EINVAL);
	if (size % (s64)sizeof(u32) || size > META_MAX)
		return skep_result(-EACCES);
	f->meta += by;
	return 0;
}

/* ---- the tail */

static int grow_last(struct skep_xdp *xdp, u32 by)
{
	struct skep_frag *last = &xdp->frags[xdp->frag_count - 1];
	u32 end = (u32)(last->at - xdp->room.start) % SKEP_FRAG_SIZE + last->size;

	if (by > SKEP_FRAG_SIZE - end)
		return -EINVAL;
	memset(last->at + last->size, 0, by);
	last->size += by;
	xdp->frag_bytes += by;
	return 0;
}

static int shrink_frags(struct skep_xdp *xdp, u32 by)
{
	u32 linear = (u32)(xdp->room.end - xdp->room.data);

	if ((s64)by > (s64)linear + xdp->frag_bytes - ETH_HLEN)
		return -EINVAL;
	while (by && xdp->frag_count) {
		struct skep_frag *last = &xdp->frags[xdp->frag_count - 1];
		u32 size = by < last->size ? by : last->size;

		last->size -= size;
		xdp->frag_bytes -= size;
		by -= size;
		if (!last->size)
			xdp->frag_count--;
	}
	xdp->room.end -= by;
	return 0;
}

u64 skep_do_xdp_adjust_tail(HELPER_ARGS)
{
	struct skep_xdp *xdp = skep_pointer(r1);
	struct skep_packet_room *f = &xdp->room;
	s64 by = (s32)r2;

	(void)run;
	UNUSED_3;
	if (xdp->frag_count)
		return skep_result(by < 0 ? shrink_frags(xdp, (u32)-by) : grow_last(xdp, (u32)by));
	if (by > f->limit - f->end || by < f->data + ETH_HLEN - f->end)
		return skep_result(-EINVAL);
	if (by > 0)
		memset(f->end, 0, (size_t)by);
	f->end += by;
	return 0;
}

/* ---- bytes of fragments that programs want to reach directly */

/* Moves the first bytes of a fragment behind the packet's end; false: it has more of them. */
static bool pull_from(struct skep_xdp *xdp, struct skep_frag *frag, u32 *size)
{
	u32 part = *size < frag->size ? *size : frag->size;

	memcpy(xdp->room.end, frag->at, part);
	xdp->room.end += part;
	xdp->frag_bytes -= part;
	frag->at += part;
	frag->size -= part;
	*size -= part;
	return !frag->size;
}

static void pull(struct skep_xdp *xdp, u32 size)
{
	u32 empty = 0;

	while (empty < xdp->frag_count && size && pull_from(xdp, &xdp->frags[empty], &size))
		empty++;
	xdp->frag_count -= empty;
	memmove(xdp->frags, xdp->frags + empty, xdp->frag_count * sizeof(xdp->frags[0]));
}

static int pull_data(struct skep_xdp *xdp, u32 size)
{
	struct skep_packet_room *f = &xdp->room;
	u32 linear = (u32)(f->end - f->data);
	s64 more = (s64)size - linear, before = f->meta - f->start - FRAME_STRUCT;
	s64 behind = f->limit - f->end, by = more - behind;

	if (more <= 0)
		return 0;
	if (size > (u64)linear + xdp->frag_bytes || more > before + behind)
		return -EINVAL;
	if (by > 0) {
		memmove(f->meta - by, f->meta, (size_t)(f->end - f->meta));
		f->meta -= by;
		f->data -= by;
		f->end -= by;
	}
	pull(xdp, (u32)more);
	return 0;
}

u64 skep_kfunc_bpf_xdp_pull_data(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return (u32)pull_data(skep_pointer(r1), (u32)r2);
}

/* ---- bytes */

u64 skep_do_xdp_get_buff_len(HELPER_ARGS)
{
	UNUSED_2;
	(void)r1;
	return skep_env_packet_size(skep_env(run));
}

static int check_span(const struct skep_env *env, u32 offset, u32 size)
{
	if (offset > SPAN_MAX || size > SPAN_MAX)
		return -EFAULT;
	return offset + size > skep_env_packet_size(env) ? -EINVAL : 0;
}

u64 skep_do_xdp_load_bytes(HELPER_ARGS)
{
	const struct skep_env *env = skep_env(run);
	int error = check_span(env, (u32)r2, (u32)r4);

	(void)r1, UNUSED_5;
	if (!error && !skep_env_packet_read(env, (u32)r2, skep_pointer(r3), (u32)r4))
		error = -EINVAL;
	return skep_result(error);
}

u64 skep_do_xdp_store_bytes(HELPER_ARGS)
{
	const struct skep_env *env = skep_env(run);
	int error = check_span(env, (u32)r2, (u32)r4);

	(void)r1, UNUSED_5;
	if (!error && !skep_env_packet_write(env, (u32)r2, skep_pointer(r3), (u32)r4))
		error = -EINVAL;
	return skep_result(error);
}

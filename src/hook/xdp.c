/* SPDX-License-Identifier: BSD-2-Clause */
/* XDP: a packet in a frame of one page with the headroom and the tailroom that Linux has, and what
 * does not fit behind it in fragments of a page each. Linux: net/bpf/test_run.c. */
#include <errno.h>
#include <string.h>

#include "hook/hook.h"
#include "vm/packet.h"

enum {
	FRAME = SKEP_FRAG_SIZE,
	HEADROOM = 256,
	TAILROOM = 320, /* struct skb_shared_info */
	ETH_HEADER = 14,
	META_MAX = HEADROOM - 40, /* struct xdp_frame is before it */
	WHOLE = (SKEP_FRAGS + 1) * FRAME,
	PACKET_MAX = FRAME * SKEP_FRAGS + FRAME - HEADROOM - TAILROOM,
};

struct xdp_stage {
	struct skep_stage stage;
	struct skep_xdp xdp;
	struct xdp_md user; /* the context as it is shown */
	u8 memory[WHOLE];   /* the frame, then fragments */
	u8 together[WHOLE]; /* a packet in fragments, as it is shown */
};

static void init(struct skep_stage *stage)
{
	struct xdp_stage *s = (struct xdp_stage *)stage;

	stage->env.context = &s->xdp;
	stage->env.context_size = sizeof(s->xdp);
	s->xdp.room.start = s->memory;
}

/* Puts a packet whose first `meta` bytes are metadata, and `linear` in the frame. */
static void fill(struct xdp_stage *s, const void *packet, u32 size, u32 linear, u32 meta)
{
	struct skep_xdp *xdp = &s->xdp;
	const u8 *from = packet;

	xdp->room.meta = s->memory + HEADROOM - meta;
	xdp->room.data = s->memory + HEADROOM;
	xdp->room.end = xdp->room.meta + linear;
	xdp->room.limit = s->memory + FRAME - TAILROOM;
	xdp->frag_bytes = size - linear;
	xdp->frag_count = 0;
	memcpy(xdp->room.meta, from, linear);
	while (linear < size) {
		u32 part = size - linear < SKEP_FRAG_SIZE ? size - linear : SKEP_FRAG_SIZE;
		u8 *at = s->memory + FRAME + xdp->frag_count * SKEP_FRAG_SIZE;

		xdp->frags[xdp->frag_count++] = (struct skep_frag){at, part};
		memcpy(at, from + linear, part);
		linear += part;
	}
}

static int check_context(const struct xdp_md *md, const struct skep_stage_input *in)
{
	if (md->data_meta || md->data_end > in->size || md->data > md->data_end ||
	    md->data % sizeof(u32) || md->data > META_MAX)
		return -EINVAL;
	if (md->data > in->size - ETH_HEADER)
		return -EINVAL;
	return 0;
}

/* The interface that a caller chose. */
static int choose_device(struct xdp_stage *s, const struct xdp_md *md)
{
	struct skep_env *env = &s->stage.env;

	if (md->egress_ifindex || (!md->ingress_ifindex && md->rx_queue_index))
		return -EINVAL;
	env->device = md->ingress_ifindex ? md->ingress_ifindex : 1;
	if (!md->ingress_ifindex)
		return 0;
	if (!skep_env_device(env, md->ingress_ifindex))
		return -ENODEV;
	return md->rx_queue_index ? -EINVAL : 0;
}

static int put(struct skep_stage *stage, const struct skep_stage_input *in)
{
	struct xdp_stage *s = (struct xdp_stage *)stage;
	u32 meta = 0, linear = (u32)in->size, room;
	int error;

	if (in->size < ETH_HEADER)
		return -EINVAL;
	s->user = (struct xdp_md){0};
	if (in->context) {
		memcpy(&s->user, in->context, in->context_size);
		error = check_context(&s->user, in);
		if (error)
			return error;
		meta = s->user.data;
		linear = s->user.data_end;
	}
	room = FRAME - TAILROOM - HEADROOM + meta;
	linear = linear < room ? linear : room;
	error = !in->packet && linear ? -EFAULT : choose_device(s, &s->user);
	if (error)
		return error;
	if (!in->packet)
		return -EFAULT;
	if (in->size - linear > SKEP_FRAGS * SKEP_FRAG_SIZE)
		return -ENOMEM;
	fill(s, in->packet, (u32)in->size, linear, meta);
	s->xdp.user = (struct xdp_md){.ingress_ifindex = stage->env.device};
	return 0;
}

static int put_packet(struct skep_stage *stage, const void *packet, u32 size)
{
	struct xdp_stage *s = (struct xdp_stage *)stage;
	u32 room = FRAME - TAILROOM - HEADROOM;

	if (size > PACKET_MAX)
		return -EMSGSIZE;
	fill(s, packet, size, size < room ? size : room, 0);
	s->xdp.user = (struct xdp_md){.ingress_ifindex = stage->env.device};
	return 0;
}

static const u8 *result(struct skep_stage *stage, size_t *size)
{
	struct xdp_stage *s = (struct xdp_stage *)stage;
	const struct skep_xdp *xdp = &s->xdp;
	size_t done = (size_t)(xdp->room.end - xdp->room.meta);

	*size = done + xdp->frag_bytes;
	if (!xdp->frag_count)
		return xdp->room.meta;
	memcpy(s->together, xdp->room.meta, done);
	for (u32 i = 0; i < xdp->frag_count; i++) {
		memcpy(s->together + done, xdp->frags[i].at, xdp->frags[i].size);
		done += xdp->frags[i].size;
	}
	return s->together;
}

static const void *shown(struct skep_stage *stage, size_t *size)
{
	struct xdp_stage *s = (struct xdp_stage *)stage;
	const struct skep_packet_room *room = &s->xdp.room;

	*size = sizeof(s->user);
	s->user.data = (u32)(room->data - room->meta);
	s->user.data_end = (u32)(room->end - room->meta);
	return &s->user;
}

const struct skep_hook_ops skep_hook_xdp = {
    .size = sizeof(struct xdp_stage),
    .kind = SKEP_STAGE_XDP,
    .context_kind = SKEP_CONTEXT_XDP,
    .packet_max = UINT32_MAX,
    .context_size = sizeof(struct xdp_md),
    .init = init,
    .put = put,
    .packet = put_packet,
    .result = result,
    .shown = shown,
};

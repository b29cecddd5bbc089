/* SPDX-License-Identifier: BSD-2-Clause */
/* XDP: a packet in a frame of one page, with the headroom and the tailroom that Linux has. */
#include <errno.h>
#include <string.h>

#include "hook/hook.h"

enum {
	FRAME = 4096,
	HEADROOM = 256,
	TAILROOM = 320, /* struct skb_shared_info */
	ETH_HEADER = 14,
};

struct xdp_stage {
	struct skep_stage stage;
	struct skep_xdp xdp;
	u8 memory[FRAME];
};

static int put(struct skep_stage *stage, const struct skep_stage_input *in)
{
	struct xdp_stage *s = (struct xdp_stage *)stage;
	struct skep_packet_room *f = &s->xdp.room;

	if (in->size < ETH_HEADER || in->size > FRAME - HEADROOM - TAILROOM || in->context)
		return -EINVAL;
	f->start = s->memory;
	f->limit = s->memory + FRAME - TAILROOM;
	f->data = f->meta = s->memory + HEADROOM;
	f->end = f->data + in->size;
	memcpy(f->data, in->packet, in->size);
	s->xdp.user = (struct xdp_md){0};
	stage->env.context = &s->xdp;
	return 0;
}

static const u8 *result(struct skep_stage *stage, size_t *size)
{
	struct skep_packet_room *f = &((struct xdp_stage *)stage)->xdp.room;

	*size = (size_t)(f->end - f->data);
	return f->data;
}

static const void *shown(struct skep_stage *stage, size_t *size)
{
	*size = sizeof(struct xdp_md);
	return &((struct xdp_stage *)stage)->xdp.user;
}

const struct skep_hook_ops skep_hook_xdp = {
    .size = sizeof(struct xdp_stage),
    .put = put,
    .result = result,
    .shown = shown,
};

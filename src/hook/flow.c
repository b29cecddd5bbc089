/* SPDX-License-Identifier: BSD-2-Clause */
/* Flow dissectors: a packet from its Ethernet header on, and keys that the program fills in. Linux:
 * net/core/flow_dissector.c, bpf_flow_dissect(). */
#include <errno.h>
#include <linux/if_ether.h>
#include <string.h>

#include "hook/hook.h"

enum { PACKET_MAX = 1 << 16, TEST_MAX = 4096 };

struct flow_stage {
	struct skep_stage stage;
	struct skep_skb skb;
	struct bpf_flow_keys keys;
	struct bpf_flow_keys user; /* the context as it is shown */
	u8 memory[PACKET_MAX];
};

static void init(struct skep_stage *stage)
{
	struct flow_stage *s = (struct flow_stage *)stage;

	stage->env.context = &s->skb;
	stage->env.context_size = sizeof(s->skb);
	stage->env.flow_keys = &s->keys;
	s->skb.user.flow_keys = &s->keys;
	s->skb.room.start = s->skb.room.data = s->skb.room.meta = s->memory;
	s->skb.room.limit = s->memory + PACKET_MAX;
}

static int put_packet(struct skep_stage *stage, const void *packet, u32 size)
{
	struct flow_stage *s = (struct flow_stage *)stage;

	if (size < ETH_HLEN)
		return -EINVAL;
	if (size > PACKET_MAX)
		return -EMSGSIZE;
	memcpy(s->memory, packet, size);
	s->skb.room.end = s->skb.tail = s->memory + size;
	return 0;
}

/* A caller may set flags alone. */
static bool sets_others(const struct bpf_flow_keys *user)
{
	struct bpf_flow_keys others = *user;
	static const struct bpf_flow_keys nothing;

	others.flags = 0;
	return memcmp(&others, &nothing, sizeof(others)) != 0;
}

static int put(struct skep_stage *stage, const struct skep_stage_input *in)
{
	struct flow_stage *s = (struct flow_stage *)stage;

	memset(&s->user, 0, sizeof(s->user));
	if (in->context)
		memcpy(&s->user, in->context, in->context_size);
	if (sets_others(&s->user))
		return -EINVAL;
	return put_packet(stage, in->packet, (u32)in->size);
}

static u16 within(u16 value, u16 low, u32 high)
{
	if (value < low)
		return low;
	return value > high ? (u16)high : value;
}

static u64 run(struct skep_stage *stage, const struct skep_code *code)
{
	struct flow_stage *s = (struct flow_stage *)stage;
	struct bpf_flow_keys *keys = &s->keys;
	u32 size = skep_skb_length(&s->skb);
	u64 r0;

	memset(keys, 0, sizeof(*keys));
	memcpy(&keys->n_proto, s->memory + 2 * ETH_ALEN, sizeof(keys->n_proto));
	keys->nhoff = keys->thoff = ETH_HLEN;
	keys->flags = s->user.flags;
	r0 = skep_code_enter(code, &stage->run, (u64)(uintptr_t)stage->env.context);
	keys->nhoff = within(keys->nhoff, ETH_HLEN, size);
	keys->thoff = within(keys->thoff, keys->nhoff, size);
	return r0;
}

static const u8 *result(struct skep_stage *stage, size_t *size)
{
	struct flow_stage *s = (struct flow_stage *)stage;

	*size = sizeof(s->keys);
	return (const u8 *)&s->keys;
}

static const void *shown(struct skep_stage *stage, size_t *size)
{
	struct flow_stage *s = (struct flow_stage *)stage;

	*size = sizeof(s->user);
	return &s->user;
}

const struct skep_hook_ops skep_hook_flow = {
    .size = sizeof(struct flow_stage),
    .kind = SKEP_STAGE_FLOW,
    .context_kind = SKEP_CONTEXT_FLOW,
    .packet_max = TEST_MAX,
    .context_size = sizeof(struct bpf_flow_keys),
    .init = init,
    .put = put,
    .packet = put_packet,
    .run = run,
    .result = result,
    .shown = shown,
};

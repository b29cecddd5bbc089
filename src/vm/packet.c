/* SPDX-License-Identifier: BSD-2-Clause */
#include "vm/packet.h"

#include <string.h>

/* ---- parts: the one that programs reach directly, then fragments */

struct part {
	u8 *at;
	u32 size;
};

/* Part number i of the packet; false past the last. */
static bool part_at(const struct skep_env *env, u32 i, struct part *part)
{
	const struct skep_xdp *xdp = env->context;
	const struct skep_skb *skb = env->context;

	if (env->context_kind == SKEP_CONTEXT_MEMORY)
		return false;
	if (env->context_kind != SKEP_CONTEXT_XDP) {
		*part = (struct part){skb->room.data, skep_skb_length(skb)};
		return i == 0;
	}
	if (i == 0)
		*part = (struct part){xdp->room.data, (u32)(xdp->room.end - xdp->room.data)};
	else if (i <= xdp->frag_count)
		*part = (struct part){xdp->frags[i - 1].at, xdp->frags[i - 1].size};
	return i <= xdp->frag_count;
}

u32 skep_env_packet_size(const struct skep_env *env)
{
	struct part part;
	u32 size = 0;

	for (u32 i = 0; part_at(env, i, &part); i++)
		size += part.size;
	return size;
}

/* Bytes of a packet on their way to or from other memory. */
struct span {
	u32 offset, size;
	u8 *other;
	bool write;
};

static void move(const struct part *part, struct span *span)
{
	u32 behind = part->size - span->offset, size = span->size < behind ? span->size : behind;

	if (span->write)
		memcpy(part->at + span->offset, span->other, size);
	else
		memcpy(span->other, part->at + span->offset, size);
	span->offset = 0;
	span->other += size;
	span->size -= size;
}

static bool move_all(const struct skep_env *env, struct span span)
{
	u32 size = skep_env_packet_size(env);
	struct part part;

	if (span.offset > size || span.size > size - span.offset)
		return false;
	for (u32 i = 0; span.size && part_at(env, i, &part); i++) {
		if (span.offset < part.size)
			move(&part, &span);
		else
			span.offset -= part.size;
	}
	return true;
}

bool skep_env_packet_read(const struct skep_env *env, u32 offset, void *to, u32 size)
{
	return move_all(env, (struct span){offset, size, to, false});
}

bool skep_env_packet_write(const struct skep_env *env, u32 offset, const void *from, u32 size)
{
	return move_all(env, (struct span){offset, size, (u8 *)(uintptr_t)from, true});
}

u8 *skep_env_packet_at(const struct skep_env *env, u32 offset, u32 size)
{
	struct part part;

	for (u32 i = 0; part_at(env, i, &part); i++) {
		if (offset < part.size)
			return size <= part.size - offset ? part.at + offset : NULL;
		offset -= part.size;
	}
	return NULL;
}

/* ---- the context */

void skep_env_show(struct skep_env *env)
{
	struct skep_skb *skb = env->context;
	struct skep_packet_room *room = &skb->room;
	u32 length = skep_skb_length(skb);
	u8 *data = room->data;

	/* Not one behind the other, so that nothing is read wider than it was written before. */
	room->end = skb->tail;
	env->packet.data = data;
	room->meta = data;
	env->packet.caplen = length;
	skb->user.len = length;
	env->packet.wirelen = length;
	env->packet.net_offset = (u32)(skb->network - data);
	env->packet.link_offset = (s32)(skb->mac - data);
}

const struct skep_device *skep_env_device(const struct skep_env *env, u32 index)
{
	static const struct skep_device loopback = {.index = 1, .mtu = 65536, .header = 14};
	const struct skep_services *services = env->services;

	for (u32 i = 0; i < services->device_count; i++)
		if (services->devices[i].index == index)
			return &services->devices[i];
	return !services->device_count && index == loopback.index ? &loopback : NULL;
}

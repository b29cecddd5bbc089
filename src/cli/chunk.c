/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/chunk.h"

#include <string.h>

#include "base/array.h"
#include "base/diag.h"

static void forget(struct skep_chunk *c)
{
	skep_arena_fini(&c->bytes);
	if (c->owns) {
		skep_free(c->packets);
		skep_free(c->ns);
	}
	c->packets = NULL;
	c->ns = NULL;
	c->count = c->room = 0;
	c->owns = false;
}

static bool reserve(struct skep_chunk *c, u32 more)
{
	size_t packets = c->room, times = c->room;
	void *grown;

	c->owns = true;
	if (c->room - c->count >= more)
		return true;
	grown = skep_array_reserve(c->packets, &packets, c->count + more, sizeof(*c->packets));
	if (!grown)
		return false;
	c->packets = grown;
	grown = skep_array_reserve(c->ns, &times, c->count + more, sizeof(*c->ns));
	if (!grown)
		return false;
	c->ns = grown;
	c->room = (u32)(packets < times ? packets : times);
	return true;
}

/* Appends a batch with the bytes of its packets. */
static bool append(struct skep_chunk *c, const struct skep_batch *batch)
{
	size_t size = 0;
	u8 *to;

	for (u32 i = 0; i < batch->count; i++)
		size += batch->packets[i].caplen;
	to = skep_arena_alloc(&c->bytes, size + 1);
	if (!to || !reserve(c, batch->count))
		return false;
	for (u32 i = 0; i < batch->count; i++) {
		struct skep_packet *packet = &c->packets[c->count];

		*packet = batch->packets[i];
		packet->data = memcpy(to, packet->data, packet->caplen);
		to += packet->caplen;
		c->ns[c->count++] = batch->ns[i];
	}
	return true;
}

static bool lend(struct skep_chunk *c, struct skep_source *source, struct skep_diag *d)
{
	if (!skep_source_read(source, &c->batch, d))
		return false;
	c->packets = c->batch.packets;
	c->ns = c->batch.ns;
	c->count = c->batch.count;
	c->end = c->batch.end;
	return true;
}

bool skep_chunk_fill(struct skep_chunk *c, struct skep_source *source, u32 limit,
		     struct skep_diag *d)
{
	forget(c);
	if (!limit)
		return lend(c, source, d);
	while (!c->end && c->count <= limit - limit / 4) {
		if (!skep_source_read(source, &c->batch, d))
			return false;
		c->end = c->batch.end;
		if (!append(c, &c->batch))
			return skep_fail_nomem(d);
	}
	return true;
}

bool skep_chunk_repeat(struct skep_chunk *c, u32 times, struct skep_diag *d)
{
	u32 once = c->count;

	if (!reserve(c, once * (times - 1)))
		return skep_fail_nomem(d);
	for (; c->count < once * times; c->count += once) {
		memcpy(c->packets + c->count, c->packets, once * sizeof(*c->packets));
		memcpy(c->ns + c->count, c->ns, once * sizeof(*c->ns));
	}
	return true;
}

void skep_chunk_fini(struct skep_chunk *c)
{
	forget(c);
}

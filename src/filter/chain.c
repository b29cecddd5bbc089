/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/chain.h"

#include <netinet/in.h>

struct walk {
	const struct skep_packet *packet;
	u64 net;
	u32 x;
	u32 last;
};

static bool byte_at(const struct walk *w, u64 at, u32 *result)
{
	if (w->net + at >= w->packet->caplen)
		return false;
	*result = w->packet->data[w->net + at];
	return true;
}

static bool begin(struct walk *w, enum skep_chain_start start)
{
	u32 first;

	if (start == SKEP_CHAIN_IP6) {
		w->x = 40;
		return byte_at(w, 6, &w->last);
	}
	if (!byte_at(w, 9, &w->last) || !byte_at(w, 0, &first))
		return false;
	w->x = (first & 0xf) * 4;
	return true;
}

static bool is_option_header(u32 proto)
{
	return proto == IPPROTO_HOPOPTS || proto == IPPROTO_DSTOPTS || proto == IPPROTO_ROUTING ||
	       proto == IPPROTO_FRAGMENT;
}

/* Passes one header. False: a byte was outside. */
static bool pass(struct walk *w)
{
	bool ah = w->last == IPPROTO_AH;
	u32 length;

	if (!byte_at(w, w->x, &w->last) || !byte_at(w, (u64)w->x + 1, &length))
		return false;
	w->x = ah ? (length + 2) * 4 : w->x + (length + 1) * 8;
	return true;
}

bool skep_chain_walk(const struct skep_packet *packet, enum skep_chain_start start, u64 net,
		     u32 proto, u32 *last)
{
	struct walk w = {.packet = packet, .net = net};
	bool passes;

	if (!begin(&w, start))
		return false;
	for (u32 turn = 0; turn <= SKEP_CHAIN_TURNS; turn++) {
		*last = w.last;
		passes =
		    w.last == IPPROTO_AH || (start == SKEP_CHAIN_IP6 && is_option_header(w.last));
		if (!passes || w.last == proto)
			return true;
		if (!pass(&w))
			return false;
	}
	return false;
}

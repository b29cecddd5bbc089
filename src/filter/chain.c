/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/chain.h"

#include <netinet/in.h>

static bool byte_at(const u8 *data, u32 caplen, u64 at, u32 *result)
{
	if (at >= caplen)
		return false;
	*result = data[at];
	return true;
}

static bool is_option_header(u32 proto)
{
	return proto == IPPROTO_HOPOPTS || proto == IPPROTO_DSTOPTS || proto == IPPROTO_ROUTING ||
	       proto == IPPROTO_FRAGMENT;
}

/* Each turn moves on by at least 8 bytes, so the walk ends within the packet. */
bool skep_chain_walk(const u8 *data, u32 caplen, enum skep_chain_start start, u64 net, u32 proto,
		     u32 *last)
{
	u32 header, length;
	u64 x = 40;

	if (start == SKEP_CHAIN_IP) {
		if (!byte_at(data, caplen, net, &header))
			return false;
		x = (header & 0xf) * 4;
	}
	if (!byte_at(data, caplen, net + (start == SKEP_CHAIN_IP ? 9 : 6), last))
		return false;
	while (*last != proto && *last != IPPROTO_NONE) {
		bool options = is_option_header(*last);

		if (!options && *last != IPPROTO_AH)
			return true;
		if (!byte_at(data, caplen, net + x, last) ||
		    !byte_at(data, caplen, net + x + 1, &length))
			return false;
		x += options ? (length + 1) * 8 : (length + 2) * 4;
	}
	return true;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Lengths that a packet itself tells: of the radio header before an 802.11 header, of the 802.11
 * header, and of the PF log header.
 *
 * They are pure values without branches. Where one depends on a bit, the bit is multiplied in;
 * where a load is made only if a bit is set, its place is multiplied by the bit, so that otherwise
 * it looks at byte 0, which is there. As in libpcap they are found before all of the text, if
 * anything in it looks at a place that depends on them: a packet too short for them matches
 * nothing. */
#include "base/array.h"
#include "filter/bits.h"
#include "filter/link.h"

static skep_vid alu(struct skep_lower *l, u8 op, skep_vid a, u32 k)
{
	return skep_bits_alu(l->g, op, a, k);
}

static skep_vid bit(struct skep_lower *l, skep_vid value, u32 n)
{
	return skep_bits_at(l->g, value, n);
}

static skep_vid both(struct skep_lower *l, skep_vid a, skep_vid b)
{
	return skep_value_alu(l->g, BPF_AND, a, b);
}

/* Bytes 2 and 3, little-endian: radiotap and PPI. */
static skep_vid radiotap_length(struct skep_lower *l)
{
	skep_vid high = alu(l, BPF_LSH, skep_value_load(l->g, 1, 0, 3), 8);

	return skep_value_alu(l->g, BPF_OR, skep_value_load(l->g, 1, 0, 2), high);
}

/* 144, unless the first word is the mark of an AVS header: drivers mix the two up. */
static skep_vid prism_length(struct skep_lower *l)
{
	enum { PRISM_LENGTH = 144 };
	skep_vid mark = alu(l, BPF_AND, skep_value_load(l->g, 4, 0, 0), 0xfffff000);
	skep_vid avs = skep_bits_equal(l->g, mark, skep_value_const(l->g, 0x80211000));
	skep_vid told = skep_value_load(l->g, 4, alu(l, BPF_LSH, avs, 2), 0);
	skep_vid more = alu(l, BPF_SUB, told, PRISM_LENGTH);

	return alu(l, BPF_ADD, skep_value_alu(l->g, BPF_MUL, avs, more), PRISM_LENGTH);
}

static skep_vid prefix_length(struct skep_lower *l)
{
	switch (l->link->vary) {
	case SKEP_VARY_RADIOTAP:
	case SKEP_VARY_PPI:
		return radiotap_length(l);
	case SKEP_VARY_AVS:
		return skep_value_load(l->g, 4, 0, 4);
	case SKEP_VARY_PRISM:
		return prism_length(l);
	}
	return 0;
}

/* Atheros cards pad the 802.11 header to four bytes and say so in the radiotap flags (bit 0x20).
 * The flags are there if the presence word has bit 1 and no more presence words follow (bit 31); an
 * eight-byte timestamp is before them if it has bit 0. The word is little-endian. */
static skep_vid padded(struct skep_lower *l, skep_vid payload, skep_vid data)
{
	skep_vid present = skep_value_load(l->g, 4, alu(l, BPF_LSH, data, 2), 0);
	skep_vid flagged =
	    both(l, both(l, data, bit(l, present, 25)), skep_bits_not(l->g, bit(l, present, 7)));
	skep_vid at = alu(l, BPF_ADD, alu(l, BPF_LSH, bit(l, present, 24), 3), 8);
	skep_vid flags = skep_value_load(l->g, 1, skep_value_alu(l->g, BPF_MUL, at, flagged), 0);
	skep_vid three = alu(l, BPF_MUL, both(l, flagged, bit(l, flags, 5)), 3);

	return skep_value_alu(l->g, BPF_AND, skep_value_alu(l->g, BPF_ADD, payload, three),
			      alu(l, BPF_XOR, three, UINT32_MAX));
}

/* The payload of 802.11 starts 24 bytes after the header, 26 in a data frame with QoS. */
static skep_vid wlan_payload(struct skep_lower *l, skep_vid prefix)
{
	skep_vid control = skep_value_load(l->g, 1, prefix, 0);
	skep_vid data = both(l, bit(l, control, 3), skep_bits_not(l->g, bit(l, control, 2)));
	skep_vid qos = both(l, data, bit(l, control, 7));
	skep_vid length = alu(l, BPF_ADD, alu(l, BPF_LSH, qos, 1), 24);
	skep_vid payload = prefix ? skep_value_alu(l->g, BPF_ADD, length, prefix) : length;

	return l->link->vary == SKEP_VARY_RADIOTAP ? padded(l, payload, data) : payload;
}

static skep_vid payload_place(struct skep_lower *l, skep_vid prefix)
{
	if (l->link->vary == SKEP_VARY_FIXED)
		return 0;
	if (l->link->vary == SKEP_VARY_PFLOG)
		return alu(l, BPF_AND, alu(l, BPF_ADD, skep_value_load(l->g, 1, 0, 0), 3),
			   UINT32_MAX - 3);
	return wlan_payload(l, prefix);
}

static void before(struct skep_lower *l, skep_cid cond)
{
	if (!SKEP_PUSH(&l->before, cond))
		l->g->failed = true;
}

void skep_prefix_init(struct skep_lower *l)
{
	l->prefix.value = prefix_length(l);
	l->payload.value = payload_place(l, l->prefix.value);
	l->prefix.needed = l->payload.needed = false;
	l->linkhdr.base = l->prefix.value;
	l->linkpl.base = l->payload.value;
	/* A PPI header can stand before any link type: what follows must be 802.11 (105). */
	if (l->link->vary == SKEP_VARY_PPI)
		before(l, skep_cond_is(l->g, skep_value_load(l->g, 4, 0, 4), 0x69000000));
}

void skep_prefix_need(struct skep_lower *l, skep_vid base)
{
	if (base && base == l->prefix.value && !l->prefix.needed) {
		l->prefix.needed = true;
		before(l, skep_cond_need(l->g, base));
	}
	if (base && base == l->payload.value && !l->payload.needed) {
		l->payload.needed = true;
		before(l, skep_cond_need(l->g, base));
	}
}

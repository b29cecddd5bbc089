/* SPDX-License-Identifier: BSD-2-Clause */
/* Filters that the fuzzer makes from the grammar, against libpcap, on a packet of the fuzzer's own.
 *
 * input: a byte for the link type, a byte that says how many bytes the expression gets, those, and
 * the packet */
#include <stdio.h>
#include <stdlib.h>

#include "filter_compare.h"
#include "filter_maker.h"
#include "fuzz.h"

enum { MAX_TEXT = 800 };

static const struct {
	const char *name;
	u32 linktype;
} links[] = {{"en10mb", 1},	  {"raw", 101},		{"null", 0},	      {"linux_sll", 113},
	     {"linux_sll2", 276}, {"ieee802_11", 105},	{"radiotap", 127},    {"ppi", 192},
	     {"ppp", 9},	  {"c_hdlc", 104},	{"fddi", 10},	      {"ieee802_5", 6},
	     {"sunatm", 123},	  {"mtp2", 140},	{"pflog", 117},	      {"frelay", 107},
	     {"ipnet", 226},	  {"juniper_ppp", 179}, {"atm_rfc1483", 100}, {"slip", 8}};

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	static struct differences known; /* read once, for the whole run */
	struct captures one;
	struct skep_packet packet;
	struct tally tally = {0};
	struct failure failure;
	char text[MAX_TEXT];
	u32 link, recipe;

	if (size < 2)
		return 0;
	if (!known.data)
		known = differences_load(FUZZ_DIFFERENCES, "*");
	link = data[0] % SKEP_COUNT(links);
	recipe = data[1] < size - 2 ? data[1] : (u32)size - 2;
	filter_make(data + 2, recipe, filter_special(links[link].name), text, sizeof(text));
	packet = (struct skep_packet){.data = data + 2 + recipe,
				      .caplen = (u32)size - 2 - recipe,
				      .wirelen = (u32)size - 2 - recipe};
	one = captures_around(links[link].name, links[link].linktype, &packet);
	if (!compare(text, &one, &known, &tally, &failure)) {
		fprintf(stderr, "%s: %s: %s\n", links[link].name, text, failure.text);
		abort();
	}
	captures_free(&one);
	return 0;
}

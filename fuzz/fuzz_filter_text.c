/* SPDX-License-Identifier: BSD-2-Clause */
/* Any text as a filter: compiling must end well or badly but not crash, and what is accepted gives
 * one verdict in every form, on packets made of the same bytes.
 *
 * input: a byte for the link type, then the text */
#include <netdb.h>
#include <skep/classic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "filter_ours.h"
#include "fuzz.h"

enum { MAX_TEXT = 2000 };

/* In place of the resolver: a fuzzer's names must not reach the network. */
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
		struct addrinfo **result)
{
	(void)node;
	(void)service;
	(void)hints;
	*result = NULL;
	return EAI_NONAME;
}

static void agree(const struct ours *o, const struct skep_packet *p, const char *text)
{
	u32 want = ours_engines[0].run(o, &o->form[ours_engines[0].form], p);

	for (u32 i = 1; i < ours_engine_count; i++) {
		const struct ours_engine *e = &ours_engines[i];
		const struct ours_form *form = &o->form[e->form];
		u32 got;

		if (e->has && !e->has(form))
			continue;
		got = e->run(o, form, p);
		if (got != want) {
			fprintf(stderr, "'%s', caplen %u: %s %u, %s %u\n", text, p->caplen,
				ours_engines[0].name, want, e->name, got);
			abort();
		}
	}
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	static const u8 dlts[] = {1,  0, 12,  105, 127, 113, 9,	  104,
				  10, 6, 123, 117, 140, 107, 192, 228};
	char text[MAX_TEXT + 1];
	struct skep_diag d = {0};
	struct ours o;

	if (size < 1 || size > MAX_TEXT)
		return 0;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	if (ours_compile(&o, dlts[data[0] % SKEP_COUNT(dlts)], text, 0xffffff00, &d)) {
		struct skep_packet p = {
		    .data = data, .caplen = (u32)size, .wirelen = (u32)size + 9};

		agree(&o, &p, text);
		for (u32 i = 0; i < SKEP_COUNT(o.form); i++)
			if (o.form[i].classic &&
			    !skep_classic_check(o.form[i].classic, o.form[i].classic_count,
						SKEP_CLASSIC_LIMIT, &d))
				o.mixed = true;
	}
	if (o.mixed) {
		fprintf(stderr, "'%s': %s\n", text, d.what);
		abort();
	}
	ours_fini(&o);
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic programs as data. Arguments: the directory data/classic, --bless.
 *
 *	-- program   in any form that the reader knows
 *	-- packet    hex; its length on the wire is 1,000
 *	-- fields    lines `name number` that set what Linux knows beside the bytes
 *	-- error     what the reader or the check says
 *	-- ebpf      what the translation says
 *	-- result    what the program returns for the packet */
#include <skep/classic.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "classic/translate.h"
#include "datafile.h"
#include "test.h"

/* Fields of struct skep_packet that a test sets. */
static void set_field(struct skep_packet *p, const char *name, u32 value)
{
#define SET(field)                                                                                 \
	if (strcmp(name, #field) == 0)                                                             \
		p->field = (typeof(p->field))value;
	SET(ifindex)
	SET(mark)
	SET(rxhash)
	SET(cpu)
	SET(protocol)
	SET(queue)
	SET(hatype)
	SET(vlan_tci)
	SET(vlan_tpid)
	SET(vlan_present)
	SET(pkttype)
	SET(net_offset)
#undef SET
}

static void set_fields(struct skep_packet *p, const char *text)
{
	char name[32], number[32];
	int used;

	for (; text && sscanf(text, "%31s %31s%n", name, number, &used) == 2; text += used)
		set_field(p, name, (u32)strtoul(number, NULL, 0));
}

static void expect_error(struct datafile *f, const char *section, const struct skep_diag *d,
			 bool bless)
{
	char text[800], place[64] = "";

	if (d->place.kind == SKEP_PLACE_TEXT)
		snprintf(place, sizeof(place), "line %u, column %u, %u long: ", d->place.line,
			 d->place.column, d->place.length);
	if (d->place.kind == SKEP_PLACE_INSN)
		snprintf(place, sizeof(place),
			 "instruction %llu: ", (unsigned long long)d->place.at);
	snprintf(text, sizeof(text), "%s%s: %s\nhint: %s\n", place, skep_error_name(d->code),
		 d->what, d->hint);
	datafile_expect(f, section, text, bless);
}

static void expect_result(struct datafile *f, const struct sock_filter *insns, u32 count,
			  bool bless)
{
	struct skep_packet packet = {.wirelen = 1000};
	size_t size = 0;
	u8 *bytes = datafile_hex(datafile_get(f, "packet"), &size);
	char text[32];

	if (!test_ok(bytes != NULL, "%s: the packet is hex", datafile_name(f)))
		return;
	packet.data = bytes;
	packet.caplen = (u32)size;
	set_fields(&packet, datafile_get(f, "fields"));
	snprintf(text, sizeof(text), "0x%x\n", skep_classic_run(insns, count, &packet));
	datafile_expect(f, "result", text, bless);
	free(bytes);
}

static void run(struct datafile *f, void *context)
{
	const bool *bless = context;
	const char *text = datafile_get(f, "program");
	struct skep_diag d = {0};
	struct sock_filter *insns;
	u32 count = 0;

	if (!test_ok(text != NULL, "%s: has a program", datafile_name(f)))
		return;
	insns = skep_classic_parse(text, strlen(text), &count, &d);
	if (!insns || !skep_classic_check(insns, count, SKEP_CLASSIC_LINUX_LIMIT, &d)) {
		expect_error(f, "error", &d, *bless);
		goto done;
	}
	test_ok(!datafile_get(f, "error"), "%s: no error", datafile_name(f));
	if (datafile_get(f, "ebpf")) {
		skep_prog_free(skep_classic_to_ebpf(insns, count, &d));
		expect_error(f, "ebpf", &d, *bless);
	}
	if (datafile_get(f, "packet"))
		expect_result(f, insns, count, *bless);
done:
	skep_classic_free(insns);
}

int main(int argc, char **argv)
{
	bool bless = datafile_blessing(argc, argv);

	datafile_each(argc > 1 ? argv[1] : "tests/data/classic", run, &bless);
	return test_end();
}

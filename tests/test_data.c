/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs tests/data/isa. Sections:
 *
 *   asm      the program as text, or raw: as hex, eight bytes an instruction
 *   mem      hex: memory of the program, r1 and r2; it may write there
 *   packet   hex: a packet instead; the program is then a socket filter
 *   result   r0, which all three interpreters must give, also for the program printed and read back
 *   error    why it is refused, or why the checked interpreter stops it
 */
#include <inttypes.h>
#include <skep/asm.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "datafile.h"
#include "prog/prog.h"
#include "test.h"

struct bytes {
	unsigned char *data; /* owned by free() */
	size_t size;
};

struct outcome {
	bool ok;
	u64 result;
	struct skep_diag d;
};

static struct bytes section_bytes(const struct datafile *f, const char *section)
{
	const char *text = datafile_get(f, section);
	struct bytes b = {0};

	if (!text)
		return b;
	b.data = datafile_hex(text, &b.size);
	if (!b.data)
		test_ok(false, "%s: section %s is no hex", datafile_name(f), section);
	return b;
}

static struct skep_prog *read_program(const struct datafile *f, struct skep_diag *d)
{
	enum skep_prog_type type =
	    datafile_get(f, "packet") ? SKEP_PROG_SOCKET_FILTER : SKEP_PROG_RAW;
	const char *text = datafile_get(f, "asm");
	struct skep_prog *prog;
	struct bytes raw;

	if (text)
		return skep_prog_parse(type, text, d);
	raw = section_bytes(f, "raw");
	prog =
	    skep_prog_new(type, (const struct bpf_insn *)(void *)raw.data, (u32)(raw.size / 8), d);
	free(raw.data);
	return prog;
}

static struct outcome run(const struct datafile *f, const struct skep_prog *prog,
			  enum skep_code_mode mode)
{
	const struct skep_code_options options = {.mode = mode, .budget = 10000};
	struct bytes memory = section_bytes(f, "mem"), packet = section_bytes(f, "packet");
	struct skep_packet p = {
	    .data = packet.data, .caplen = (u32)packet.size, .wirelen = (u32)packet.size};
	struct outcome o = {0};
	struct skep_code *code = skep_code_new_with(prog, &options, &o.d);

	if (code && packet.data)
		o.ok = skep_code_try_packet(code, &p, &o.result, &o.d);
	else if (code)
		o.ok = skep_code_try(code, memory.data, memory.size, &o.result, &o.d);
	skep_code_free(code);
	free(memory.data);
	free(packet.data);
	return o;
}

/* The program printed and read back. */
static struct skep_prog *retold(const struct skep_prog *prog, enum skep_syntax syntax)
{
	const struct skep_text_options options = {.syntax = syntax, .listing = true};
	char *text = skep_prog_text(prog, &options, NULL);
	struct skep_prog *again = skep_prog_parse(prog->type, text, NULL);

	skep_free(text);
	return again;
}

static void expect_same(const struct datafile *f, const struct skep_prog *prog, u64 result)
{
	/* The default is machine code where there is a JIT. */
	static const enum skep_code_mode modes[] = {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN,
						    SKEP_CODE_BUDGET};

	for (u32 i = 0; i < SKEP_COUNT(modes); i++) {
		struct outcome o = run(f, prog, modes[i]);

		test_ok(o.ok && o.result == result, "%s: engine %d agrees: 0x%" PRIx64 "%s",
			datafile_name(f), modes[i], o.result, o.d.what);
	}
	for (enum skep_syntax s = SKEP_SYNTAX_LINUX; s <= SKEP_SYNTAX_MNEMONIC; s++) {
		struct skep_prog *again = retold(prog, s);

		test_ok(again && again->count == prog->count &&
			    memcmp(again->insns, prog->insns, prog->count * sizeof(*prog->insns)) ==
				0,
			"%s: syntax %d reads back", datafile_name(f), s);
		skep_prog_free(again);
	}
}

static void expect_error(struct datafile *f, const struct skep_diag *d, bool bless)
{
	char text[800], place[40] = "";

	if (d->place.kind == SKEP_PLACE_TEXT)
		snprintf(place, sizeof(place), "%u:%u: ", d->place.line, d->place.column);
	snprintf(text, sizeof(text), "%s%s\n%s", place, d->what, d->hint);
	datafile_expect(f, "error", text, bless);
}

static void run_file(struct datafile *f, void *context)
{
	bool bless = *(const bool *)context;
	struct outcome o = {0};
	struct skep_prog *prog = read_program(f, &o.d);
	char text[40];

	if (prog)
		o = run(f, prog, SKEP_CODE_CHECKED);
	if (!o.ok) {
		expect_error(f, &o.d, bless);
	} else {
		snprintf(text, sizeof(text), "0x%" PRIx64, o.result);
		datafile_expect(f, "result", text, bless);
		expect_same(f, prog, o.result);
	}
	skep_prog_free(prog);
}

int main(int argc, char **argv)
{
	bool bless = datafile_blessing(argc, argv);

	if (argc < 2) {
		test_ok(false, "usage: test_data DIRECTORY [--bless]");
		return test_end();
	}
	datafile_each(argv[1], run_file, &bless);
	return test_end();
}

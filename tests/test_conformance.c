/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs tests/data/conformance, which tests/conformance/make.py makes, in every engine and in Linux.
 * Sections of a file:
 *
 *   asm      a program as text, with placeholders: '$' and a capital letter
 *   packet   hex: the program is a socket filter, and this its packet
 *   cases    lines of two kinds:
 *              program D=0 K=-1    the program of the cases below has these in place of $D and $K;
 *                                  `!linux` behind them: Linux may refuse it
 *              1 ff -> 100         64-bit words in hex. r1 is the address of 32 words that begin
 * with those left of the arrow and are 0 besides. Afterwards the words left of the arrow are as
 * they were, and those from the ninth on are what stands right of it. For a packet: r0.
 *
 * Words are of a little-endian machine. In Linux the same instructions are a BPF_PROG_TYPE_SYSCALL
 * program, whose context is the memory. Every instruction that a program on its own can have must
 * be in one of the programs. */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <skep/asm.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "datafile.h"
#include "isa/isa.h"
#include "linux_prog.h"
#include "prog/prog.h"
#include "test.h"

enum {
	WORDS = 32,
	RESULTS = 8,	/* the word where results begin */
	ETHERNET = 14,	/* bytes of a frame that a socket filter of Linux does not see */
	FRAME = 128,	/* bytes of the longest frame */
	MOST_SHOWN = 5, /* differences of one file */
};

static const struct {
	const char *name;
	enum skep_code_mode mode;
} engines[] = {
    {"default", SKEP_CODE_DEFAULT},
    {"plain", SKEP_CODE_PLAIN},
    {"budget", SKEP_CODE_BUDGET},
    {"checked", SKEP_CODE_CHECKED},
};
enum { ENGINES = SKEP_COUNT(engines) };

struct words {
	u64 at[WORDS];
	u32 count;
};

struct cell {
	struct words before, after;
	const char *line; /* in the section's text */
};

struct counts {
	u32 programs, cases, wrong;
	u32 linux_cases, linux_refused, linux_wrong;
};

/* What goes on through all files. */
struct suite {
	const char *no_linux; /* why there is no Linux to ask; NULL: there is */
	struct counts total;
	bool seen[SKEP_INSN_COUNT];
};

/* What goes on in one file. */
struct file {
	struct suite *suite;
	const struct datafile *data;
	struct counts counts;
	u8 frame[FRAME]; /* ETHERNET bytes, then the packet */
	u32 packet_size;
	bool has_packet;
	const char *line; /* `program ...` that made what follows */
	struct skep_prog *prog;
	struct skep_code *codes[ENGINES];
	int linux_prog; /* -1: refused, or there is no Linux */
};

static void show(struct file *f, const char *at, const char *engine, const char *what)
{
	if (f->counts.wrong + f->counts.linux_wrong <= MOST_SHOWN)
		printf("# %s: %.*s: %.*s: %s: %s\n", datafile_name(f->data),
		       (int)strcspn(f->line, "\n"), f->line, (int)strcspn(at, "\n"), at, engine,
		       what);
}

static void wrong(struct file *f, const char *at, const char *engine, const char *what)
{
	f->counts.wrong++;
	show(f, at, engine, what);
}

/* ---- programs */

/* The text of a section with its placeholders filled in from `program ...`; the caller's. */
static char *fill_in(const char *text, const char *line)
{
	const char *values[26] = {NULL};
	struct skep_buffer b = {0};

	for (const char *at = line; *at && *at != '\n'; at++)
		if (isupper((unsigned char)at[0]) && at[1] == '=' && at[-1] == ' ')
			values[at[0] - 'A'] = at + 2;
	for (; *text; text++) {
		const char *value = text[0] == '$' && isupper((unsigned char)text[1])
					? values[text[1] - 'A']
					: NULL;

		skep_buffer_printf(&b, "%.*s", value ? (int)strcspn(value, " \n") : 1,
				   value ? value : text);
		text += value != NULL;
	}
	return skep_buffer_take(&b);
}

static void note_rows(struct suite *suite, const struct skep_prog *prog)
{
	for (u32 i = 0; i < prog->count; i++) {
		const struct skep_insn_row *row = skep_insn_decode(&prog->insns[i], i, NULL);

		if (row)
			suite->seen[skep_insn_id(row)] = true;
		i += prog->insns[i].code == SKEP_OPCODE_WIDE;
	}
}

static void load_linux(struct file *f)
{
	enum bpf_prog_type type =
	    f->has_packet ? BPF_PROG_TYPE_SOCKET_FILTER : BPF_PROG_TYPE_SYSCALL;
	const char *mark = strstr(f->line, "!linux");
	bool may_refuse = mark && mark < f->line + strcspn(f->line, "\n");

	if (f->suite->no_linux)
		return;
	f->linux_prog = linux_prog_load(type, f->prog->insns, f->prog->count);
	if (f->linux_prog >= 0)
		return;
	f->counts.linux_refused++;
	if (may_refuse)
		return;
	f->counts.linux_wrong++;
	show(f, "load", "Linux", strerror(errno));
}

static void close_program(struct file *f)
{
	for (u32 e = 0; e < ENGINES; e++) {
		skep_code_free(f->codes[e]);
		f->codes[e] = NULL;
	}
	skep_prog_free(f->prog);
	f->prog = NULL;
	if (f->linux_prog >= 0)
		close(f->linux_prog);
	f->linux_prog = -1;
}

static void open_program(struct file *f, const char *line)
{
	enum skep_prog_type type = f->has_packet ? SKEP_PROG_SOCKET_FILTER : SKEP_PROG_RAW;
	struct skep_diag d = {0};
	char *text = fill_in(datafile_get(f->data, "asm"), line);

	close_program(f);
	f->line = line;
	f->counts.programs++;
	f->prog = text ? skep_prog_parse(type, text, &d) : NULL;
	for (u32 e = 0; f->prog && e < ENGINES; e++) {
		const struct skep_code_options options = {.mode = engines[e].mode};

		f->codes[e] = skep_code_new_with(f->prog, &options, &d);
		if (!f->codes[e])
			wrong(f, "making it", engines[e].name, d.what);
	}
	if (f->prog) {
		note_rows(f->suite, f->prog);
		load_linux(f);
	} else {
		wrong(f, "reading it", "assembler", d.what);
	}
	skep_free(text);
}

/* ---- cases */

/* Reads words up to the arrow or the end of the line; false if there is something else. */
static bool read_words(const char **at, struct words *words)
{
	while (**at == ' ')
		++*at;
	while (isxdigit((unsigned char)**at) && words->count < WORDS - RESULTS) {
		char *end;

		words->at[words->count++] = strtoull(*at, &end, 16);
		*at = end + strspn(end, " ");
	}
	return **at == '-' || **at == '\n' || !**at;
}

static bool read_case(const char *line, struct cell *c)
{
	const char *at = line;

	*c = (struct cell){.line = line};
	if (!read_words(&at, &c->before) || strncmp(at, "->", 2) != 0)
		return false;
	at += 2;
	return read_words(&at, &c->after) && c->after.count && *at != '-' &&
	       c->before.count <= RESULTS;
}

/* Words the program left must be those of the case. */
static void compare_memory(struct file *f, const struct cell *c, const char *engine, const u64 *got)
{
	const u64 *want = NULL;
	const u64 *have = NULL;
	char text[100];

	for (u32 i = 0; !want && i < c->before.count; i++)
		if (got[i] != c->before.at[i])
			want = &c->before.at[i], have = &got[i];
	for (u32 i = 0; !want && i < c->after.count; i++)
		if (got[RESULTS + i] != c->after.at[i])
			want = &c->after.at[i], have = &got[RESULTS + i];
	if (!want)
		return;
	snprintf(text, sizeof(text), "word %td is %" PRIx64 ", not %" PRIx64, have - got, *have,
		 *want);
	wrong(f, c->line, engine, text);
}

static void compare_result(struct file *f, const struct cell *c, const char *engine, u64 got)
{
	char text[60];

	if (got == c->after.at[0])
		return;
	snprintf(text, sizeof(text), "r0 is %" PRIx64, got);
	wrong(f, c->line, engine, text);
}

static void run_engine(struct file *f, const struct cell *c, u32 engine)
{
	const char *name = engines[engine].name;
	struct skep_packet packet = {
	    .data = f->frame + ETHERNET, .caplen = f->packet_size, .wirelen = f->packet_size};
	struct words memory = c->before;
	struct skep_diag d = {0};
	u64 result = 0;

	if (!f->codes[engine])
		return;
	if (f->has_packet && skep_code_try_packet(f->codes[engine], &packet, &result, &d))
		compare_result(f, c, name, result);
	else if (!f->has_packet &&
		 skep_code_try(f->codes[engine], memory.at, sizeof(memory.at), &result, &d))
		compare_memory(f, c, name, memory.at);
	else
		wrong(f, c->line, name, d.what);
}

static void run_linux(struct file *f, const struct cell *c)
{
	struct words memory = c->before;
	u32 result = 0;
	bool ran;

	if (f->linux_prog < 0)
		return;
	f->counts.linux_cases++;
	ran = f->has_packet ? linux_prog_run_packet(f->linux_prog, f->frame,
						    ETHERNET + f->packet_size, &result)
			    : linux_prog_run_memory(f->linux_prog, memory.at, sizeof(memory.at));
	if (!ran)
		wrong(f, c->line, "Linux", strerror(errno));
	else if (f->has_packet)
		compare_result(f, c, "Linux", result);
	else
		compare_memory(f, c, "Linux", memory.at);
}

static void run_case(struct file *f, const char *line)
{
	struct cell c;

	if (!f->prog || !read_case(line, &c)) {
		wrong(f, line, "runner", f->prog ? "this is no case" : "there is no program");
		return;
	}
	f->counts.cases++;
	for (u32 e = 0; e < ENGINES; e++)
		run_engine(f, &c, e);
	run_linux(f, &c);
}

/* ---- files */

static bool read_packet(struct file *f)
{
	const char *text = datafile_get(f->data, "packet");
	unsigned char *bytes;
	size_t size = 0;
	bool fits;

	if (!text)
		return true;
	bytes = datafile_hex(text, &size);
	fits = bytes && size <= FRAME - ETHERNET;
	if (fits)
		memcpy(f->frame + ETHERNET, bytes, size);
	f->packet_size = (u32)size;
	f->has_packet = true;
	free(bytes);
	return fits;
}

static void add_counts(struct counts *sum, const struct counts *c)
{
	sum->programs += c->programs;
	sum->cases += c->cases;
	sum->wrong += c->wrong;
	sum->linux_cases += c->linux_cases;
	sum->linux_refused += c->linux_refused;
	sum->linux_wrong += c->linux_wrong;
}

static void report(const struct file *f)
{
	const struct counts *c = &f->counts;
	const char *name = datafile_name(f->data);

	test_ok(!c->wrong && c->cases, "%s: %u programs, %u cases alike everywhere", name,
		c->programs, c->cases);
	if (!f->suite->no_linux)
		test_ok(!c->linux_wrong, "%s: Linux runs %u of them and refuses %u programs", name,
			c->linux_cases, c->linux_refused);
}

static void run_file(struct datafile *data, void *context)
{
	struct file f = {.suite = context, .data = data, .line = "no program", .linux_prog = -1};
	const char *cases = datafile_get(data, "cases");

	if (!cases || !datafile_get(data, "asm") || !read_packet(&f)) {
		test_ok(false, "%s: needs asm and cases, and at most %d bytes of packet",
			datafile_name(data), FRAME - ETHERNET);
		return;
	}
	for (const char *line = cases; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		if (strncmp(line, "program", 7) == 0)
			open_program(&f, line);
		else
			run_case(&f, line);
	}
	close_program(&f);
	report(&f);
	add_counts(&f.suite->total, &f.counts);
}

/* ---- the whole */

/* What only a system with maps, arenas, helpers and kernel functions can run. */
static bool is_alone(const struct skep_insn_row *row)
{
	if (row->kind == SKEP_KIND_WIDE)
		return row->op == SKEP_WIDE_NUMBER;
	if (row->kind == SKEP_KIND_CAST)
		return false;
	return row->kind != SKEP_KIND_CALL || row->op == SKEP_CALL_LOCAL;
}

static void check_rows(const struct suite *suite)
{
	u32 rows = 0, missing = 0;

	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		if (!is_alone(skep_insn_row(id)))
			continue;
		rows++;
		missing += !suite->seen[id];
		if (!suite->seen[id])
			printf("# no program has %s\n", skep_insn_row(id)->name);
	}
	test_ok(!missing, "%u instructions of the table are tried", rows);
}

/* Why Linux cannot be asked here; NULL if it can. */
static const char *find_linux(void)
{
	static const struct bpf_insn exit[] = {{.code = 0xb7}, {.code = 0x95}};
	static const struct bpf_insn version4[] = {{.code = 0xb7}, {.code = 0x06}, {.code = 0x95}};
	int fd = linux_prog_load(BPF_PROG_TYPE_SYSCALL, exit, SKEP_COUNT(exit));

	if (fd < 0)
		return strerror(errno);
	close(fd);
	fd = linux_prog_load(BPF_PROG_TYPE_SYSCALL, version4, SKEP_COUNT(version4));
	if (fd < 0)
		return "this kernel does not know version 4 of the instruction set";
	close(fd);
	return NULL;
}

int main(int argc, char **argv)
{
	struct suite suite = {.no_linux = find_linux()};
	const struct counts *sum = &suite.total;

	if (argc < 2) {
		test_ok(false, "usage: test_conformance DIRECTORY");
		return test_end();
	}
	datafile_each(argv[1], run_file, &suite);
	check_rows(&suite);
	if (suite.no_linux)
		test_skip("the same in Linux", suite.no_linux);
	printf("# %u cases of %u programs in %d engines; %u of them in Linux, which refuses %u "
	       "programs\n",
	       sum->cases, sum->programs, ENGINES, sum->linux_cases, sum->linux_refused);
	return test_end();
}

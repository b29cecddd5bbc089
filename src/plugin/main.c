/* SPDX-License-Identifier: BSD-2-Clause */
/* skep-plugin: one program for the suite bpf_conformance, whose plug-ins take the memory as their
 * first argument and the program on standard input, both in hex, and print r0.
 *
 * usage: skep-plugin [MEMORY] [--program HEX] [--jit | --interpret | --checked] */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <linux/bpf.h>
#include <skep/helper.h>
#include <skep/prog.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

static const char usage[] =
    "usage: skep-plugin [MEMORY] [--program HEX] [--jit | --interpret | --checked]\n"
    "\n"
    "Runs one eBPF program, unverified, and prints r0 in hex: a plug-in for bpf_conformance.\n"
    "MEMORY and HEX are bytes in hex, with or without blanks and 0x. The program is read from a "
    "line\n"
    "of standard input if it is not given. r1 is the memory, or 0 if there is none, r2 its "
    "length;\n"
    "helper 5 returns its first argument.\n"
    "\n";

static const char example[] =
    "\n"
    "example: echo b7 00 00 00 2a 00 00 00 95 00 00 00 00 00 00 00 | skep-plugin\n";

struct job {
	const char *memory;  /* hex; NULL: none */
	const char *program; /* hex; NULL: standard input */
	enum skep_code_mode mode;
	bool help;
};

static bool fail(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("skep-plugin: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	return false;
}

static const struct {
	const char *name;
	enum skep_code_mode mode;
	const char *help;
} modes[] = {
#define MODE(name, mode, help) {name, SKEP_CODE_##mode, help},
#include "plugin/modes.def"
#undef MODE
};

static void print_usage(void)
{
	fputs(usage, stdout);
	for (size_t i = 0; i < SKEP_COUNT(modes); i++)
		printf("  %-12s %s\n", modes[i].name, modes[i].help);
	fputs(example, stdout);
}

static bool read_option(struct job *job, const char *word)
{
	for (size_t i = 0; i < SKEP_COUNT(modes); i++)
		if (strcmp(word, modes[i].name) == 0) {
			job->mode = modes[i].mode;
			return true;
		}
	job->help = strcmp(word, "--help") == 0;
	return job->help || fail("there is no option %s: try --help", word);
}

/* Empty words are ignored: a suite without options may pass one. */
static bool read_arguments(struct job *job, int argc, char **argv)
{
	static const char program[] = "--program=";

	for (int i = 1; i < argc; i++) {
		bool is_option = strncmp(argv[i], "--", 2) == 0;

		if (strncmp(argv[i], program, sizeof(program) - 1) == 0) {
			job->program = argv[i] + sizeof(program) - 1;
		} else if (strcmp(argv[i], "--program") == 0) {
			if (++i == argc)
				return fail("--program needs bytes in hex");
			job->program = argv[i];
		} else if (is_option && !read_option(job, argv[i])) {
			return false;
		} else if (!is_option && argv[i][0] && job->memory) {
			return fail("the memory is given twice: '%s'", argv[i]);
		} else if (!is_option && argv[i][0]) {
			job->memory = argv[i];
		}
	}
	return true;
}

static int digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, tolower((unsigned char)c)) : NULL;

	return at ? (int)(at - digits) : -1;
}

static bool is_blank(int c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Appends the bytes that a text of hex digits stands for. */
static bool read_hex(struct skep_buffer *b, const char *what, const char *text)
{
	bool word = true; /* here begins a word */

	for (; *text; text++) {
		u8 byte;

		if (word && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
			text += 2;
		word = is_blank(*text);
		if (word)
			continue;
		if (digit(text[0]) < 0 || digit(text[1]) < 0)
			return fail("%s: '%.8s' is not a byte in hex", what, text);
		byte = (u8)(digit(text[0]) << 4 | digit(text[1]));
		text++;
		skep_buffer_bytes(b, &byte, 1);
	}
	return !b->failed || fail("%s: memory ran out", what);
}

/* Blank lines before the line do not count. */
static bool read_line(struct skep_buffer *line)
{
	int c;

	while ((c = getchar()) != EOF && (c != '\n' || !line->count)) {
		char byte = (char)c;

		if (line->count || !is_blank(c))
			skep_buffer_bytes(line, &byte, 1);
	}
	if (ferror(stdin))
		return fail("standard input: %s", strerror(errno));
	return !line->failed || fail("standard input: memory ran out");
}

static bool read_program(const struct job *job, struct skep_buffer *bytes)
{
	struct skep_buffer line = {0};
	bool ok;

	if (job->program)
		ok = read_hex(bytes, "the program", job->program);
	else
		ok = read_line(&line) && read_hex(bytes, "the program", line.data ? line.data : "");
	skep_buffer_fini(&line);
	if (ok && bytes->count % sizeof(struct bpf_insn))
		return fail("the program has %zu bytes, not a multiple of 8", bytes->count);
	return ok;
}

static u64 first_argument(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run, (void)r2, (void)r3, (void)r4, (void)r5;
	return r1;
}

static const struct skep_helper_prototype helper = {
    .number = 5, .name = "unwind", .function = first_argument};

static struct skep_prog *make_program(const struct skep_buffer *bytes, struct skep_diag *d)
{
	return skep_prog_new(SKEP_PROG_RAW, (const struct bpf_insn *)(const void *)bytes->data,
			     (u32)(bytes->count / sizeof(struct bpf_insn)), d);
}

static bool print(u64 result)
{
	printf("%" PRIx64 "\n", result);
	return fflush(stdout) == 0 || fail("standard output: %s", strerror(errno));
}

/* Long enough for what suites have, so that the checked mode ends no program that the others run.
 */
enum { BUDGET = 10000000 };

static bool run(const struct job *job, const struct skep_buffer *program,
		struct skep_buffer *memory)
{
	struct skep_diag d = {0};
	struct skep_helper_set *set = skep_helper_set_new(NULL, &d);
	const struct skep_code_options options = {
	    .mode = job->mode, .budget = BUDGET, .helpers = set};
	struct skep_prog *prog = make_program(program, &d);
	struct skep_code *code = NULL;
	u64 result = 0;
	bool ok;

	if (prog && set && skep_helper_set_add(set, &helper, &d))
		code = skep_code_new_with(prog, &options, &d);
	ok = code && skep_code_try(code, memory->data, memory->count, &result, &d);
	if (!ok)
		fail("%s%s%s", d.what, d.hint[0] ? ": " : "", d.hint);
	skep_code_free(code);
	skep_prog_free(prog);
	skep_helper_set_free(set);
	return ok && print(result);
}

int main(int argc, char **argv)
{
	struct job job = {.mode = SKEP_CODE_DEFAULT};
	struct skep_buffer program = {0}, memory = {0};
	bool ok = read_arguments(&job, argc, argv);

	if (ok && job.help) {
		print_usage();
		return 0;
	}
	ok = ok && read_hex(&memory, "the memory", job.memory ? job.memory : "") &&
	     read_program(&job, &program) && run(&job, &program, &memory);
	skep_buffer_fini(&program);
	skep_buffer_fini(&memory);
	return ok ? 0 : 1;
}

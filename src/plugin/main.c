/* SPDX-License-Identifier: BSD-2-Clause */
/* skep-plugin: one program for the suite bpf_conformance, whose plug-ins take the memory as their
 * first argument and the program on standard input, both in hex, and print r0.
 *
 * usage: skep-plugin [MEMORY] [--program HEX] [--jit | --interpret | --checked] */
#include <errno.h>
#include <inttypes.h>
#include <linux/bpf.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "jit/jit.h"

static const char usage[] =
    "usage: skep-plugin [MEMORY] [--program HEX] [--jit | --interpret | --checked]\n"
    "\n"
    "Runs one eBPF program, unverified, and prints r0 in hex: a plug-in for bpf_conformance.\n"
    "MEMORY and HEX are bytes in hex, with or without blanks. The program is read from a line of\n"
    "standard input if it is not given. r1 is the memory, or 0 if there is none, r2 its length;\n"
    "helper 5 returns its first argument.\n"
    "\n"
    "  --jit        machine code (default; the interpreter where there is no JIT)\n"
    "  --interpret  the interpreter\n"
    "  --checked    the interpreter that checks every access\n"
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

static bool read_option(struct job *job, const char *word)
{
	static const struct {
		const char *name;
		enum skep_code_mode mode;
	} modes[] = {{"--jit", SKEP_CODE_DEFAULT},
		     {"--interpret", SKEP_CODE_PLAIN},
		     {"--checked", SKEP_CODE_CHECKED}};

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
	for (int i = 1; i < argc; i++) {
		bool is_option = strncmp(argv[i], "--", 2) == 0;

		if (strcmp(argv[i], "--program") == 0) {
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
	const char *at = c ? strchr(digits, c | 0x20) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* Appends the bytes that a text of hex digits stands for. */
static bool read_hex(struct skep_buffer *b, const char *what, const char *text)
{
	for (; *text; text++) {
		u8 byte;

		if (strchr(" \t\r\n", *text))
			continue;
		if (digit(text[0]) < 0 || digit(text[1]) < 0)
			return fail("%s: '%.8s' is not a byte in hex", what, text);
		byte = (u8)(digit(text[0]) << 4 | digit(text[1]));
		text++;
		skep_buffer_bytes(b, &byte, 1);
	}
	return !b->failed || fail("%s: memory ran out", what);
}

static bool read_line(struct skep_buffer *line)
{
	int c;

	while ((c = getchar()) != EOF && c != '\n') {
		char byte = (char)c;

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

static const skep_helper helper_table[] = {[5] = first_argument};
static const struct skep_helpers helpers = {.table = helper_table,
					    .count = SKEP_COUNT(helper_table)};

static bool run(const struct job *job, const struct skep_buffer *program,
		struct skep_buffer *memory)
{
	const struct skep_code_options options = {.mode = job->mode};
	struct skep_diag d = {0};
	struct skep_prog *prog =
	    skep_prog_new(SKEP_PROG_RAW, (const struct bpf_insn *)(const void *)program->data,
			  (u32)(program->count / sizeof(struct bpf_insn)), &d);
	struct skep_code *code = prog ? skep_code_make(prog, &options, &helpers, &d) : NULL;
	u64 result = 0;
	bool ok = code && skep_code_try(code, memory->data, memory->count, &result, &d);

	if (ok)
		printf("%" PRIx64 "\n", result);
	else
		fail("%s%s%s", d.what, d.hint[0] ? ": " : "", d.hint);
	skep_code_free(code);
	skep_prog_free(prog);
	return ok;
}

int main(int argc, char **argv)
{
	struct job job = {.mode = SKEP_CODE_DEFAULT};
	struct skep_buffer program = {0}, memory = {0};
	bool ok = read_arguments(&job, argc, argv);

	if (ok && job.help) {
		fputs(usage, stdout);
		return 0;
	}
	ok = ok && read_hex(&memory, "the memory", job.memory ? job.memory : "") &&
	     read_program(&job, &program) && run(&job, &program, &memory);
	skep_buffer_fini(&program);
	skep_buffer_fini(&memory);
	return ok ? 0 : 1;
}

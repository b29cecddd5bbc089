/* SPDX-License-Identifier: BSD-2-Clause */
/* skep-plugin on the programs of tests/data/isa: what it prints is what the file says, in each of
 * its modes; what is refused or stopped is said on standard error.
 *
 * usage: test_plugin DIRECTORY PLUGIN [WRAPPER...] */
#include <skep/asm.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "base/buffer.h"
#include "datafile.h"
#include "prog/prog.h"
#include "test.h"

struct answer {
	char text[800]; /* of standard output, without its newline */
	int status;
};

/* Runs a line of the shell. */
static struct answer ask(const char *line)
{
	struct answer a = {.status = -1};
	FILE *pipe = popen(line, "r");

	if (!pipe)
		return a;
	if (!fgets(a.text, sizeof(a.text), pipe))
		a.text[0] = '\0';
	a.text[strcspn(a.text, "\n")] = '\0';
	a.status = pclose(pipe);
	a.status = WIFEXITED(a.status) ? WEXITSTATUS(a.status) : -1;
	return a;
}

static struct answer run(const char *plugin, const char *format, ...)
{
	struct skep_buffer line = {0};
	struct answer a;
	va_list args;
	char words[20000];

	va_start(args, format);
	vsnprintf(words, sizeof(words), format, args);
	va_end(args);
	skep_buffer_printf(&line, "%s %s", plugin, words);
	a = ask(line.data);
	skep_buffer_fini(&line);
	return a;
}

static void put_hex(struct skep_buffer *b, const void *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		skep_buffer_printf(b, "%02x%s", ((const u8 *)bytes)[i], i % 8 == 7 ? " " : "");
}

/* The program and the memory of a file; false if it needs what the plug-in does not have. */
static bool read_file(const struct datafile *f, struct skep_buffer *program,
		      struct skep_buffer *memory)
{
	const char *texts[] = {datafile_get(f, "raw"), datafile_get(f, "mem")};
	struct skep_buffer *to[] = {program, memory};
	struct skep_prog *prog;

	if (datafile_get(f, "packet"))
		return false;
	for (u32 i = 0; i < 2; i++) {
		size_t size = 0;
		unsigned char *bytes = texts[i] ? datafile_hex(texts[i], &size) : NULL;

		put_hex(to[i], bytes, size);
		free(bytes);
	}
	if (texts[0])
		return true;
	prog = skep_prog_parse(SKEP_PROG_RAW, datafile_get(f, "asm"), NULL);
	if (prog)
		put_hex(program, prog->insns, prog->count * sizeof(*prog->insns));
	skep_prog_free(prog);
	return prog != NULL;
}

static void compare(const struct datafile *f, const char *plugin, struct skep_buffer *program,
		    struct skep_buffer *memory)
{
	static const char *const modes[] = {"--checked", "--interpret", "--jit"};
	const char *want = datafile_get(f, "result"), *mem = memory->data ? memory->data : "";
	struct answer a;

	if (!want) {
		a = run(plugin, "'%s' --checked --program '%s' 2>&1 >/dev/null", mem,
			program->data);
		test_ok(a.status == 1 && strncmp(a.text, "skep-plugin: ", 13) == 0,
			"%s: refused or stopped: %s", datafile_name(f), a.text);
		return;
	}
	for (u32 i = 0; i < SKEP_COUNT(modes); i++) {
		char hex[90];

		a = run(plugin, "'%s' %s --program '%s'", mem, modes[i], program->data);
		snprintf(hex, sizeof(hex), "0x%.60s\n", a.text);
		test_ok(a.status == 0 && strcmp(hex, want) == 0, "%s %s: %s", datafile_name(f),
			modes[i], a.text);
	}
}

static void run_file(struct datafile *f, void *context)
{
	struct skep_buffer program = {0}, memory = {0};

	if (read_file(f, &program, &memory))
		compare(f, context, &program, &memory);
	skep_buffer_fini(&program);
	skep_buffer_fini(&memory);
}

#define LENGTH "bf 20 00 00 00 00 00 00 95 00 00 00 00 00 00 00"
#define MEMORY "bf 10 00 00 00 00 00 00 95 00 00 00 00 00 00 00"
#define HELPER "b7 01 00 00 ff ff ff ff 85 00 00 00 05 00 00 00 95 00 00 00 00 00 00 00"

static void test_words(const char *plugin)
{
	struct answer a = run(plugin, "'aa bb cc' '' --program '" LENGTH "'");

	test_text(a.text, "3", "r2 is the length of the memory");
	a = run(plugin, "--program '" MEMORY "'");
	test_text(a.text, "0", "without memory r1 is 0");
	a = run(plugin, "'' --program '" MEMORY "' --interpret");
	test_text(a.text, "0", "nor with an empty one");
	a = run(plugin, "--program '" HELPER "'");
	test_text(a.text, "ffffffffffffffff", "helper 5 returns its argument");
	a = run(plugin, "--program='B7000000FFFFFFFF 9500000000000000'");
	test_text(a.text, "ffffffffffffffff", "digits of both kinds, in words of any length");
	a = run(plugin, "'0x01 0xFf 02' --program '0xbf20000000000000 0x9500000000000000'");
	test_text(a.text, "3", "0x before a word");
	a = run(plugin, "--program 'b7 0' 2>&1");
	test_ok(a.status == 1 && strstr(a.text, "not a byte in hex"), "bad hex: %s", a.text);
	a = run(plugin, "--program 'b700' 2>&1");
	test_ok(a.status == 1 && strstr(a.text, "multiple of 8"), "bytes left over: %s", a.text);
	a = run(plugin, "--fast 2>&1");
	test_ok(a.status == 1 && strstr(a.text, "no option --fast"), "no such option: %s", a.text);
	a = run(plugin, "--help");
	test_ok(a.status == 0 && strstr(a.text, "usage: skep-plugin"), "help: %s", a.text);
}

/* What a suite may send, after the command `printf`. */
static void test_stdin(const char *plugin)
{
	static const struct {
		const char *sent, *words, *want;
	} cases[] = {
	    {"'" LENGTH "\\n'", "0102 --jit ''", "2"},
	    {"'bf  20  00  00  00  00  00  00  95  00  00  00  00  00  00  00  \\n'", "'01  02  '",
	     "2"},
	    {"'\\n \\n" LENGTH "\\r\\n'", "--interpret 01", "1"},
	    {"'" LENGTH "'", "--checked", "0"},
	    {"'" LENGTH "\\nand what else comes is not read\\n'", "", "0"},
	};

	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		struct skep_buffer line = {0};
		struct answer a;

		skep_buffer_printf(&line, "printf %s | %s %s", cases[i].sent, plugin,
				   cases[i].words);
		a = ask(line.data);
		test_text(a.text, cases[i].want, "standard input %zu", i);
		skep_buffer_fini(&line);
	}
}

/* Programs that are none: said on standard error alone, with exit 1. */
static void test_refused(const char *plugin)
{
	static const struct {
		const char *program, *why;
	} cases[] = {
	    {"", "no instructions"},
	    {"b7 00 00 00 00 00 00 00", "runs on past its end"},
	    {"07 10 00 00 01 00 00 00 95 00 00 00 00 00 00 00", "src_reg is 1"},
	    {"07 00 01 00 01 00 00 00 95 00 00 00 00 00 00 00", "off is 1"},
	    {"0f 00 00 00 01 00 00 00 95 00 00 00 00 00 00 00", "imm is 1"},
	    {"87 00 00 00 01 00 00 00 95 00 00 00 00 00 00 00", "imm is 1"},
	    {"d4 00 00 00 08 00 00 00 95 00 00 00 00 00 00 00", "imm is 8"},
	    {"b7 0b 00 00 00 00 00 00 95 00 00 00 00 00 00 00", "dst_reg is 11"},
	    {"95 01 00 00 00 00 00 00", "dst_reg is 1"},
	    {"05 00 05 00 00 00 00 00 95 00 00 00 00 00 00 00", "goes to instruction 6"},
	    {"05 00 01 00 00 00 00 00 18 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 "
	     "95 00 00 00 00 00 00 00",
	     "middle of a 64-bit immediate"},
	    {"18 00 00 00 01 00 00 00", "before the second half"},
	    {"18 00 00 00 01 00 00 00 95 00 00 00 00 00 00 00", "second half"},
	    {"18 01 00 00 01 00 00 00 00 00 00 00 00 00 00 00", "runs on past its end"},
	    {"18 11 00 00 01 00 00 00 00 00 00 00 00 00 00 00 95 00 00 00 00 00 00 00",
	     "LD_MAP_FD needs a map"},
	    {"85 00 00 00 06 00 00 00 95 00 00 00 00 00 00 00", "calls helper 6"},
	    {"85 20 00 00 2a 00 00 00 95 00 00 00 00 00 00 00", "calls kernel function 42"},
	    {"8d 02 00 00 00 00 00 00 95 00 00 00 00 00 00 00", "no opcode 0x8d"},
	    {"ff 00 00 00 00 00 00 00 95 00 00 00 00 00 00 00", "no opcode 0xff"},
	    {"db 1a f8 ff 02 00 00 00 95 00 00 00 00 00 00 00", "imm is 2"},
	    {"85 10 00 00 ff ff ff ff 95 00 00 00 00 00 00 00", "limit of 8 frames"},
	};

	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		struct answer a = run(plugin, "--program '%s' 2>/dev/null", cases[i].program);

		test_ok(a.status == 1 && !a.text[0], "refused %zu: nothing on standard output", i);
		a = run(plugin, "--program '%s' 2>&1", cases[i].program);
		test_ok(a.status == 1 && strstr(a.text, cases[i].why), "refused %zu: %s", i,
			a.text);
	}
}

int main(int argc, char **argv)
{
	struct skep_buffer plugin = {0};

	if (argc < 3) {
		test_ok(false, "usage: test_plugin DIRECTORY PLUGIN [WRAPPER...]");
		return test_end();
	}
	for (int i = 3; i < argc; i++)
		skep_buffer_printf(&plugin, "'%s' ", argv[i]);
	skep_buffer_printf(&plugin, "'%s'", argv[2]);
	datafile_each(argv[1], run_file, plugin.data);
	test_words(plugin.data);
	test_stdin(plugin.data);
	test_refused(plugin.data);
	skep_buffer_fini(&plugin);
	return test_end();
}

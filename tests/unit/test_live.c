/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs tests/data/verify/live: what is needed before each instruction. Sections:
 *
 *   asm      the program as text; helpers and maps are those of live_helpers.h
 *   options  words: checks_return, unknown_calls, global=SLOT
 *   live     of each instruction: registers and stack slots that are live; behind '!' those that
 *            are precise. Stack slots are bytes from r10, up to but not the second number:
 *            -16:-8
 *
 * Linux 6.18 says which registers it finds live and what is in a loop; where a program calls
 * nothing, we say the same.
 */
#include <errno.h>
#include <skep/asm.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/buffer.h"
#include "datafile.h"
#include "fault_alloc.h"
#include "live_helpers.h"
#include "prog/prog.h"
#include "test.h"

static const char *option(const struct datafile *f, const char *word)
{
	const char *options = datafile_get(f, "options");

	return options ? strstr(options, word) : NULL;
}

static u32 global_start;

static s32 global(const void *context, u32 start)
{
	(void)context;
	return start == global_start ? 5 : -1;
}

static bool has_slot(const u64 stack[2], u32 n)
{
	return n < 128 && (stack[n / 64] >> n % 64 & 1);
}

static void show_need(struct skep_buffer *b, u16 regs, const u64 stack[2])
{
	for (u32 r = 0; r < SKEP_REGISTERS; r++)
		if (regs & 1u << r)
			skep_buffer_printf(b, " r%u", r);
	for (u32 high = 128; high > 0; high--) {
		u32 low = high;

		while (low > 0 && has_slot(stack, low - 1))
			low--;
		if (low == high)
			continue;
		skep_buffer_printf(b, " %d:%d", -4 * (int)high, -4 * (int)low);
		high = low + 1;
	}
}

static char *show(const struct skep_vcode *c)
{
	struct skep_buffer b = {0};

	for (u32 i = 0; i < c->count; i++) {
		if (c->insns[i].flags & SKEP_VI_SECOND)
			continue;
		skep_buffer_printf(&b, "%u:", i);
		show_need(&b, c->live_regs[i], c->live_stack[i]);
		if (c->precise_regs[i] | c->precise_stack[i][0] | c->precise_stack[i][1])
			skep_buffer_text(&b, " !");
		show_need(&b, c->precise_regs[i], c->precise_stack[i]);
		skep_buffer_text(&b, "\n");
	}
	return skep_buffer_take(&b);
}

/* ---- Linux */

enum { LOG = 1 << 18 };

/* Loads it for the log alone. NULL: Linux cannot be asked, *why says it. */
static const char *linux_log(const struct skep_prog *prog, const char **why)
{
	static char log[LOG];
	struct utsname system;
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			       .insns = (u64)(uintptr_t)prog->insns,
			       .insn_cnt = prog->count,
			       .license = (u64)(uintptr_t) "GPL",
			       .log_buf = (u64)(uintptr_t)log,
			       .log_size = LOG,
			       .log_level = 2};
	int fd;

	if (uname(&system) != 0 || strncmp(system.release, "6.18.", 5) != 0) {
		*why = "this is not Linux 6.18";
		return NULL;
	}
	log[0] = 0;
	fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, &attr, sizeof(attr));
	*why = log[0] ? NULL : strerror(errno);
	if (fd >= 0)
		close(fd);
	return log[0] ? log : NULL;
}

/* Nor names a map, which Linux would have to have; and of packet loads Linux thinks that they read
 * every register. */
static bool calls_nothing(const struct skep_vcode *c)
{
	for (u32 i = 0; i < c->count; i++) {
		const struct skep_vinsn *v = &c->insns[i];

		if (v->kind == SKEP_KIND_CALL || v->kind == SKEP_KIND_PACKET ||
		    (v->kind == SKEP_KIND_WIDE && v->op != SKEP_WIDE_NUMBER))
			return false;
	}
	return true;
}

static u32 count_insns(const struct skep_vcode *c)
{
	u32 n = 0;

	for (u32 i = 0; i < c->count; i++)
		n += !(c->insns[i].flags & SKEP_VI_SECOND);
	return n;
}

/* A line of the log: the loop if there is one, the index, then ten places, a digit in each that is
 * live. */
static u32 count_same(const struct skep_vcode *c, const char *line)
{
	u32 same = 0, slot, scc = 0;
	char places[SKEP_REGISTERS];

	for (; sscanf(line, "%u: %10[0-9.]", &slot, places) == 2 ||
	       sscanf(line, "%u %u: %10[0-9.]", &scc, &slot, places) == 3;
	     line = strchr(line, '\n') + 1, scc = 0) {
		u16 live = 0;

		for (u32 r = 0; places[r]; r++)
			live |= (u16)((places[r] != '.') << r);
		if (live != c->live_regs[slot] || !scc != !c->scc[slot])
			printf("# %u: Linux has 0x%x, we 0x%x\n", slot, live, c->live_regs[slot]);
		else
			same++;
	}
	return same;
}

static void compare(const struct datafile *f, const struct skep_prog *prog,
		    const struct skep_vcode *c)
{
	static const char head[] = "Live regs before insn:\n";
	const char *why = NULL, *log, *lines;

	if (!calls_nothing(c))
		return;
	log = linux_log(prog, &why);
	lines = log ? strstr(log, head) : NULL;
	if (!log)
		test_skip(datafile_name(f), why);
	else if (test_ok(lines != NULL, "%s: Linux says what is live", datafile_name(f)))
		test_eq(count_same(c, lines + strlen(head)), count_insns(c),
			"%s: the same registers", datafile_name(f));
}

static void run_file(struct datafile *f, void *context)
{
	const bool *bless = context;
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, datafile_get(f, "asm"), &d);
	struct skep_arena arena = {0};
	struct skep_vcode c;
	char *text = NULL;

	if (prog) {
		const char *global_at = option(f, "global=");
		struct skep_vcode_input in = {.insns = prog->insns,
					      .count = prog->count,
					      .has_func_info = true,
					      .checks_return = option(f, "checks_return") != NULL,
					      .context = prog->insns,
					      .call = option(f, "unknown_calls") ? NULL : live_call,
					      .map = live_map,
					      .global = global};

		global_start = global_at ? (u32)strtoul(global_at + 7, NULL, 10) : UINT32_MAX;
		if (skep_vcode_init(&c, &arena, &in, &d))
			text = show(&c);
		if (text)
			compare(f, prog, &c);
	}
	if (!test_ok(text != NULL, "%s: is a program", datafile_name(f)))
		printf("# %s\n", d.what);
	else
		datafile_expect(f, "live", text, *bless);
	skep_free(text);
	skep_arena_fini(&arena);
	skep_prog_free(prog);
}

int main(int argc, char **argv)
{
	bool bless = datafile_blessing(argc, argv);

	if (argc < 2)
		return 2;
	datafile_each(argv[1], run_file, &bless);
	return test_end();
}

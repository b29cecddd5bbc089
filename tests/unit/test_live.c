/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs tests/data/verify/live: what is needed before each instruction. Sections:
 *
 *   asm      the program as text; helpers and maps are those of live_helpers.h
 *   options  words: checks_return, unknown_calls, global=SLOT
 *   live     of each instruction: registers and stack slots that are live; behind '!' those that
 *            are precise. Stack slots are bytes from r10, up to but not the second number:
 *            -16:-8
 */
#include <skep/asm.h>
#include <stdlib.h>

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

static bool is_global(const void *context, u32 start)
{
	(void)context;
	return start == global_start;
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

static void run_file(struct datafile *f, void *context)
{
	const bool *bless = context;
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, datafile_get(f, "asm"), &d);
	struct skep_arena arena = {0};
	struct skep_vcode c;
	char *text = NULL;

	if (prog) {
		const char *global = option(f, "global=");
		struct skep_vcode_input in = {.insns = prog->insns,
					      .count = prog->count,
					      .has_func_info = true,
					      .checks_return = option(f, "checks_return") != NULL,
					      .context = prog->insns,
					      .call = option(f, "unknown_calls") ? NULL : live_call,
					      .map = live_map,
					      .is_global = is_global};

		global_start = global ? (u32)strtoul(global + 7, NULL, 10) : UINT32_MAX;
		if (skep_vcode_init(&c, &arena, &in, &d))
			text = show(&c);
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

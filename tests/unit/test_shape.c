/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs tests/data/verify/shape: what is seen of a program before any path is explored, here and in
 * Linux. Sections:
 *
 *   asm      the program as text, or raw: as hex, eight bytes an instruction
 *   options  words: unprivileged, func_info (neither is asked of Linux)
 *   shape    of each slot: function, loop and flags
 *   error    or why it is refused, and at which instruction
 *   linux    the line that says why Linux 6.18 refuses it, here or later, or "accepted"
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
#include "prog/prog.h"
#include "test.h"
#include "verify/code.h"

/* Helpers of Linux by number: what these programs call. */
static bool describe(const void *context, const struct skep_vinsn *insn, struct skep_vcall *call)
{
	(void)context;
	if (insn->kind != SKEP_KIND_CALL || insn->op != SKEP_CALL_HELPER)
		return false;
	*call = (struct skep_vcall){.args = 5, .result = SKEP_VMAY_NUMBER};
	if (insn->imm == BPF_FUNC_loop)
		call->flags = SKEP_VC_CALLS_BACK;
	if (insn->imm == BPF_FUNC_timer_set_callback)
		call->flags = SKEP_VC_LATER;
	return true;
}

static struct skep_prog *read_program(const struct datafile *f, struct skep_diag *d)
{
	const char *text = datafile_get(f, "asm"), *raw = datafile_get(f, "raw");
	struct skep_prog *prog;
	unsigned char *bytes;
	size_t size;

	if (text)
		return skep_prog_parse(SKEP_PROG_RAW, text, d);
	bytes = raw ? datafile_hex(raw, &size) : NULL;
	if (!bytes)
		return NULL;
	prog = skep_prog_new(SKEP_PROG_RAW, (const struct bpf_insn *)(void *)bytes, (u32)(size / 8),
			     d);
	free(bytes);
	return prog;
}

/* ---- here */

static void show_flags(struct skep_buffer *b, u32 flags)
{
	static const struct {
		u32 flag;
		const char *name;
	} names[] = {{SKEP_VI_SECOND, "second"},	 {SKEP_VI_TARGET, "target"},
		     {SKEP_VI_CHECKPOINT, "checkpoint"}, {SKEP_VI_FORCED, "forced"},
		     {SKEP_VI_SUBPROG, "subprog"},	 {SKEP_VI_LOOP_HEAD, "loop_head"},
		     {SKEP_VI_FALLS, "falls"},		 {SKEP_VI_MALFORMED, "malformed"},
		     {SKEP_VI_CALLS_BACK, "calls_back"}};

	for (size_t i = 0; i < SKEP_COUNT(names); i++)
		if (flags & names[i].flag)
			skep_buffer_printf(b, " %s", names[i].name);
}

static char *show_code(const struct skep_vcode *c)
{
	struct skep_buffer b = {0};

	for (u32 i = 0; i < c->count; i++) {
		skep_buffer_printf(&b, "%u: f%u", i, c->func_of[i]);
		if (c->scc[i])
			skep_buffer_printf(&b, " loop%u", c->scc[i]);
		show_flags(&b, c->insns[i].flags);
		skep_buffer_text(&b, "\n");
	}
	return skep_buffer_take(&b);
}

static char *show_error(const struct skep_diag *d)
{
	struct skep_buffer b = {0};

	skep_buffer_printf(&b, "%s: %s\n%s\n", skep_error_name(d->code), d->what, d->hint);
	return skep_buffer_take(&b);
}

static bool has_word(const struct datafile *f, const char *word)
{
	const char *options = datafile_get(f, "options");

	return options && strstr(options, word);
}

static bool ours(struct datafile *f, const struct skep_prog *prog, struct skep_diag *d, bool bless)
{
	struct skep_vcode_input in = {.insns = prog->insns,
				      .count = prog->count,
				      .unprivileged = has_word(f, "unprivileged"),
				      .has_func_info = has_word(f, "func_info"),
				      .call = describe};
	struct skep_arena arena = {0};
	struct skep_vcode c;
	bool ok = skep_vcode_init(&c, &arena, &in, d);
	char *text = ok ? show_code(&c) : show_error(d);

	datafile_expect(f, ok ? "shape" : "error", text, bless);
	skep_free(text);
	skep_arena_fini(&arena);
	return ok;
}

/* ---- Linux */

enum { LOG = 1 << 20 };

static bool load(const struct skep_prog *prog, char *log)
{
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			       .insns = (u64)(uintptr_t)prog->insns,
			       .insn_cnt = prog->count,
			       .license = (u64)(uintptr_t) "GPL",
			       .log_buf = (u64)(uintptr_t)log,
			       .log_size = LOG,
			       .log_level = 2};
	int fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, &attr, sizeof(attr));

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* The last line that is not of the statistics. */
static void cut_reason(char *log)
{
	static const char *const ends[] = {"verification time", "processed ", "stack depth"};
	char *from;

	for (size_t i = 0; i < SKEP_COUNT(ends); i++) {
		char *end = strstr(log, ends[i]);

		if (end)
			*end = 0;
	}
	for (size_t n = strlen(log); n && log[n - 1] == '\n'; n--)
		log[n - 1] = 0;
	from = strrchr(log, '\n');
	if (from)
		memmove(log, from + 1, strlen(from));
}

/* Where Linux names the instruction, ours is the same. */
static void compare_place(const struct datafile *f, const char *log, const struct skep_diag *d)
{
	const char *at = strstr(log, "insn ");
	unsigned insn;

	if (at && sscanf(at, "insn %u", &insn) == 1)
		test_eq(d->place.at, insn, "%s: the instruction that Linux names",
			datafile_name(f));
}

/* Other versions look at reserved fields elsewhere and word some reasons anew. */
static bool is_judge(void)
{
	struct utsname system;

	return uname(&system) == 0 && strncmp(system.release, "6.18.", 5) == 0;
}

static void theirs(struct datafile *f, const struct skep_prog *prog, const struct skep_diag *d,
		   bool bless)
{
	static char log[LOG];
	bool refused;

	if (!is_judge()) {
		test_skip(datafile_name(f), "this is not Linux 6.18");
		return;
	}
	log[0] = 0;
	if (load(prog, log)) {
		strcpy(log, "accepted");
	} else if (errno == EPERM || errno == ENOSYS) {
		test_skip(datafile_name(f), "bpf(2) is not allowed");
		return;
	} else if (!log[0]) {
		snprintf(log, sizeof(log), "%s", strerror(errno));
	} else {
		cut_reason(log);
	}
	refused = strcmp(log, "accepted") != 0;
	if (d->code != SKEP_OK)
		test_ok(refused, "%s: Linux refuses it as well", datafile_name(f));
	if (d->code != SKEP_OK)
		compare_place(f, log, d);
	strcat(log, "\n");
	datafile_expect(f, "linux", log, bless);
}

static void run_file(struct datafile *f, void *context)
{
	const bool *bless = context;
	struct skep_diag d = {0};
	struct skep_prog *prog = read_program(f, &d);

	if (!test_ok(prog != NULL, "%s: is a program", datafile_name(f))) {
		printf("# %s\n", d.what);
		return;
	}
	ours(f, prog, &d, *bless);
	if (!datafile_get(f, "options"))
		theirs(f, prog, &d, *bless);
	skep_prog_free(prog);
}

/* Each allocation fails once. */
static void test_memory(void)
{
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(
	    SKEP_PROG_RAW, "call +2\nr0 = 0\nexit\nr0 += 1\nif r0 < 5 goto -2\nexit", &d);
	bool ok = false;
	u32 failed = 0;

	while (prog && !ok) {
		struct skep_vcode_input in = {.insns = prog->insns, .count = prog->count};
		struct skep_arena arena = {0};
		struct skep_vcode c;

		d = (struct skep_diag){0};
		fault_after(failed + 1);
		ok = skep_vcode_init(&c, &arena, &in, &d);
		fault_after(0);
		skep_arena_fini(&arena);
		if (!ok && d.code != SKEP_E_NOMEM)
			break;
		failed += !ok;
	}
	test_ok(ok && failed > 1, "%u allocations fail, each is reported", failed);
	skep_prog_free(prog);
}

/* A long program is neither recursed into nor slow: straight, one jump behind the other, and all in
 * one loop. */
static void test_long(void)
{
	enum { COUNT = 1000000 };
	struct bpf_insn *insns = calloc(COUNT, sizeof(*insns));
	struct skep_arena arena = {0};
	struct skep_vcode_input in = {.insns = insns, .count = COUNT};
	struct skep_vcode c;

	for (u32 i = 0; insns && i < COUNT; i++)
		insns[i] = skep_insn_encode(i & 1 ? SKEP_INSN_JEQ64_K : SKEP_INSN_ADD64_K,
					    (struct bpf_insn){.dst_reg = 1, .imm = 1});
	if (insns)
		insns[COUNT - 1] =
		    skep_insn_encode(SKEP_INSN_JA32, (struct bpf_insn){.imm = -COUNT});
	if (test_ok(insns && skep_vcode_init(&c, &arena, &in, NULL), "a million instructions"))
		test_ok(c.scc[0] && c.scc[0] == c.scc[COUNT - 1], "one loop of a million");
	skep_arena_fini(&arena);
	free(insns);
}

int main(int argc, char **argv)
{
	bool bless = datafile_blessing(argc, argv);

	if (argc < 2)
		return 2;
	datafile_each(argv[1], run_file, &bless);
	test_memory();
	test_long();
	return test_end();
}

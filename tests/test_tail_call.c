/* SPDX-License-Identifier: BSD-2-Clause */
/* Tail calls: every engine, and Linux where it can be asked, give the same result and leave the
 * same in memory. Each case is some programs, the first of which is run; program n is in slot n of
 * a table of SLOTS, whose last is empty. r1 is a struct __sk_buff, of which cb, at 48, may be
 * written. */
#include <errno.h>
#include <linux/btf.h>
#include <skep/asm.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "jit/jit.h"
#include "test.h"

enum { SLOTS = 4, CB = 48, CB_WORDS = 5 };

#define TABLE	"r2 = map[idx:0]\n"
#define TAIL(n) TABLE "r3 = " #n "\ncall bpf_tail_call\n"
#define COUNT	"r3 = *(u32 *)(r1 +48)\nr3 += 1\n*(u32 *)(r1 +48) = r3\n"

struct tail_case {
	const char *name;
	const char *programs[SLOTS];
	u64 r0;
	u32 cb[CB_WORDS];
};

static const struct tail_case cases[] = {
    {"a slot", {TAIL(1) "r0 = 5\nexit\n", "r0 = 7\nexit\n"}, 7, {0}},
    {"the target has r1", {TAIL(1) "r0 = 5\nexit\n", COUNT "r0 = 8\nexit\n"}, 8, {1}},
    {"past the end", {TAIL(4) "r0 = 5\nexit\n"}, 5, {0}},
    {"far past the end", {TAIL(-1) "r0 = 5\nexit\n"}, 5, {0}},
    {"an empty slot", {TAIL(3) "r0 = 5\nexit\n"}, 5, {0}},
    {"the index has 32 bits",
     {TABLE "r3 = 0x700000001 ll\ncall bpf_tail_call\nr0 = 5\nexit\n", "r0 = 7\nexit\n"},
     7,
     {0}},
    {"33 of them", {"r6 = r1\n" COUNT TAIL(0) "r0 = *(u32 *)(r6 +48)\nexit\n"}, 34, {34}},
    {"empty slots do not count",
     {"r6 = r1\n" COUNT TAIL(3) "r1 = r6\n" TAIL(0) "r0 = *(u32 *)(r6 +48)\nexit\n"},
     34,
     {34}},
    {"slots past the end do not count",
     {"r6 = r1\n" COUNT TAIL(9) "r1 = r6\n" TAIL(0) "r0 = *(u32 *)(r6 +48)\nexit\n"},
     34,
     {34}},
    {"two take turns",
     {"r6 = r1\n" COUNT TAIL(1) "r0 = *(u32 *)(r6 +48)\nexit\n",
      "*(u64 *)(r10 -8) = 3\nr8 = r1\n" COUNT TAIL(0) "r0 = *(u32 *)(r8 +48)\nr0 += 100\nexit\n"},
     134,
     {34}},
    {"in an inner frame the caller goes on",
     {"r6 = 100\ncall f\nr0 += r6\nexit\nf: " TAIL(1) "r0 = 5\nexit\n",
      "r6 = 1\nr7 = 2\nr8 = 3\nr9 = 4\nr0 = 7\nexit\n"},
     107,
     {0}},
    {"in an inner frame, not taken",
     {"r6 = 100\ncall f\nr0 += r6\nexit\nf: " TAIL(3) "r0 = 5\nexit\n"},
     105,
     {0}},
    {"stacks of inner frames stay",
     {"*(u64 *)(r10 -8) = 100\n*(u64 *)(r10 -16) = 7\ncall f\nr1 = *(u64 *)(r10 -8)\nr0 += r1\n"
      "exit\n"
      "f: *(u64 *)(r10 -8) = 3\nr6 = 9\n" TAIL(1) "r0 = 5\nexit\n",
      "*(u64 *)(r10 -8) = 1\n*(u64 *)(r10 -400) = 2\ncall g\nr1 = *(u64 *)(r10 -8)\nr0 += r1\n"
      "exit\ng: *(u64 *)(r10 -8) = 20\nr0 = 30\nexit\n"},
     131,
     {0}},
    {"all of a run share the limit",
     {"r6 = r1\n" COUNT "call f\nr1 = r6\ncall f\nr0 = *(u32 *)(r6 +48)\nexit\n"
      "f: " TAIL(0) "r0 = 5\nexit\n"},
     34,
     {34}},
    {"from the outer frame of a program with inner ones",
     {"r6 = r1\ncall f\nr1 = r6\n" TAIL(1) "r0 = 5\nexit\nf: r0 = 2\nexit\n",
      "r6 = r1\n" COUNT "call g\n*(u32 *)(r6 +52) = r0\nr1 = r6\n" TAIL(2) "r0 = 6\nexit\n"
									   "g: r0 = 9\nexit\n",
      COUNT "r0 = 11\nexit\n"},
     11,
     {2, 9}},
    {"a target has all frames of its own",
     {"call f\nr0 += 1000\nexit\nf: " TAIL(1) "r0 = 5\nexit\n",
      "call a\nr0 += 1\nexit\na: call b\nr0 += 1\nexit\nb: call c\nr0 += 1\nexit\n"
      "c: call d\nr0 += 1\nexit\nd: call e\nr0 += 1\nexit\ne: call f\nr0 += 1\nexit\n"
      "f: call g\nr0 += 1\nexit\ng: r0 = 1\nexit\n"},
     1008,
     {0}},
    {"inner frames, one in the other",
     {"r6 = r1\n" COUNT "call f\nr0 += 1\nexit\nf: r6 = 5\n" TAIL(1) "r0 = 100\nexit\n",
      "r6 = r1\n" COUNT "call f\nr0 += 10\nexit\nf: r6 = 6\n" TAIL(0) "r0 = 200\nexit\n"},
     100 + 17 * 1 + 17 * 10 + 100,
     {34}},
};

/* ---- here */

static struct skep_prog *parse(const char *text)
{
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, text, &d);

	if (!prog)
		printf("# %s\n%s\n", d.what, text);
	return prog;
}

struct made {
	struct skep_prog_table *table;
	struct skep_prog *progs[SLOTS];
	struct skep_code *codes[SLOTS];
	const struct skep_prog_table *tables[1];
};

/* Program n runs in modes[n % 2]. */
static void make(struct made *m, const char *const *texts, const enum skep_code_mode modes[2])
{
	struct skep_helpers helpers = {.tables = m->tables, .table_count = 1};
	struct skep_diag d = {0};

	m->table = calloc(1, sizeof(*m->table) + SLOTS * sizeof(m->table->slots[0]));
	m->table->count = SLOTS;
	m->tables[0] = m->table;
	for (u32 i = 0; i < SLOTS && texts[i]; i++) {
		struct skep_code_options options = {.mode = modes[i % 2], .budget = 10000};

		m->progs[i] = parse(texts[i]);
		m->codes[i] =
		    m->progs[i] ? skep_code_make(m->progs[i], &options, &helpers, &d) : NULL;
		if (!test_ok(m->codes[i] != NULL, "program %u can be run: %s", i, d.what))
			return;
		m->table->slots[i] = m->codes[i];
	}
}

static void done(struct made *m)
{
	for (u32 i = 0; i < SLOTS; i++) {
		skep_code_free(m->codes[i]);
		skep_prog_free(m->progs[i]);
	}
	free(m->table);
}

static void run_here(const struct tail_case *c, const enum skep_code_mode modes[2])
{
	struct made m = {0};
	_Alignas(8) u8 memory[sizeof(struct __sk_buff)] = {0};
	struct skep_diag d = {0};
	u64 r0 = 0;

	make(&m, c->programs, modes);
	if (m.codes[0] &&
	    test_ok(skep_code_try(m.codes[0], memory, sizeof(memory), &r0, &d),
		    "%s: engines %d and %d end well %s", c->name, modes[0], modes[1], d.what)) {
		test_eq(r0, c->r0, "%s: r0", c->name);
		test_ok(memcmp(memory + CB, c->cb, sizeof(c->cb)) == 0, "%s: memory", c->name);
	}
	done(&m);
}

/* The run ends, wherever it is. */
static void refuse(const char *const *texts, const enum skep_code_mode modes[2], u32 insn,
		   const char *what)
{
	struct made m = {0};
	_Alignas(8) u8 memory[sizeof(struct __sk_buff)] = {0};
	struct skep_diag d = {0};
	u64 r0 = 1;

	make(&m, texts, modes);
	test_ok(m.codes[0] && !skep_code_try(m.codes[0], memory, sizeof(memory), &r0, &d) &&
		    d.place.at == insn && strstr(d.what, what),
		"engines %d and %d stop: %s", modes[0], modes[1], d.what);
	test_eq(r0, 0, "a run that was stopped gives 0");
	test_eq(memory[CB], 0, "nothing happens behind the stop");
	done(&m);
}

/* ---- Linux */

static long sys_bpf(enum bpf_cmd command, union bpf_attr *attr)
{
	return syscall(SYS_bpf, command, attr, sizeof(*attr));
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

static int make_array(void)
{
	union bpf_attr attr = {.map_type = BPF_MAP_TYPE_PROG_ARRAY,
			       .key_size = 4,
			       .value_size = 4,
			       .max_entries = SLOTS};

	return (int)sys_bpf(BPF_MAP_CREATE, &attr);
}

/* Types of functions, without which Linux has no tail calls in inner frames: 1 int, 2 int(), 3 a
 * function of 2. */
static int load_types(void)
{
	static const struct {
		struct btf_header header;
		struct btf_type number;
		u32 encoding;
		struct btf_type prototype, function;
		char strings[8];
	} btf = {
	    .header = {.magic = BTF_MAGIC,
		       .version = BTF_VERSION,
		       .hdr_len = sizeof(struct btf_header),
		       .type_len = 3 * sizeof(struct btf_type) + 4,
		       .str_off = 3 * sizeof(struct btf_type) + 4,
		       .str_len = 8},
	    .number = {.name_off = 1, .info = BTF_KIND_INT << 24, .size = 4},
	    .encoding = BTF_INT_SIGNED << 24 | 32,
	    .prototype = {.info = BTF_KIND_FUNC_PROTO << 24, .type = 1},
	    .function = {.name_off = 5, .info = BTF_KIND_FUNC << 24, .type = 2},
	    .strings = "\0int\0f",
	};
	union bpf_attr attr = {.btf = address(&btf), .btf_size = sizeof(btf)};

	return (int)sys_bpf(BPF_BTF_LOAD, &attr);
}

/* Functions of a program: where each begins, with its type. */
static u32 find_functions(const struct skep_prog *prog, struct bpf_func_info *found)
{
	u32 count = 0;

	for (u32 i = 0; i < prog->count; i++) {
		bool called = i == 0;

		for (u32 n = 0; n < prog->count; n++)
			called |= prog->insns[n].code == 0x85 && prog->insns[n].src_reg == 1 &&
				  n + 1 + (u32)prog->insns[n].imm == i;
		if (called)
			found[count++] = (struct bpf_func_info){i, 3};
	}
	return count;
}

static int load(struct skep_prog *prog, int array, int types)
{
	static char log[1 << 16];
	struct bpf_func_info functions[16];
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SCHED_CLS,
			       .insns = address(prog->insns),
			       .insn_cnt = prog->count,
			       .license = address("GPL"),
			       .prog_btf_fd = (u32)types,
			       .func_info = address(functions),
			       .func_info_rec_size = sizeof(functions[0]),
			       .func_info_cnt = find_functions(prog, functions),
			       .log_buf = address(log),
			       .log_size = sizeof(log),
			       .log_level = 1};
	int fd;

	for (u32 i = 0; i < prog->count; i++)
		if (prog->insns[i].code == SKEP_OPCODE_WIDE && prog->insns[i].src_reg == 5) {
			prog->insns[i].src_reg = 1;
			prog->insns[i].imm = array;
		}
	fd = (int)sys_bpf(BPF_PROG_LOAD, &attr);
	if (fd < 0)
		printf("# load: %s: %s\n", strerror(errno), log);
	return fd;
}

static bool fill(int array, u32 slot, int prog)
{
	union bpf_attr attr = {
	    .map_fd = (u32)array, .key = address(&slot), .value = address(&prog)};

	return sys_bpf(BPF_MAP_UPDATE_ELEM, &attr) == 0;
}

static void run_on_linux(const struct tail_case *c, int types)
{
	int array = make_array(), fds[SLOTS] = {-1, -1, -1, -1};
	struct __sk_buff in = {0}, out = {0};
	u8 data[64] = {0};
	union bpf_attr attr = {.test = {.data_in = address(data),
					.data_size_in = sizeof(data),
					.ctx_in = address(&in),
					.ctx_size_in = sizeof(in),
					.ctx_out = address(&out),
					.ctx_size_out = sizeof(out)}};
	bool ok = array >= 0;

	for (u32 i = 0; i < SLOTS && c->programs[i]; i++) {
		struct skep_prog *prog = parse(c->programs[i]);

		fds[i] = prog ? load(prog, array, types) : -1;
		ok = ok && fds[i] >= 0 && fill(array, i, fds[i]);
		skep_prog_free(prog);
	}
	attr.test.prog_fd = (u32)fds[0];
	if (test_ok(ok && sys_bpf(BPF_PROG_TEST_RUN, &attr) == 0, "%s: Linux runs it", c->name)) {
		test_eq(attr.test.retval, (u32)c->r0, "%s: Linux's r0", c->name);
		test_ok(memcmp(out.cb, c->cb, sizeof(c->cb)) == 0, "%s: Linux's memory", c->name);
	}
	for (u32 i = 0; i < SLOTS; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	close(array);
}

static void test_refusals(const enum skep_code_mode modes[2])
{
	static const char *const deep[SLOTS] = {
	    "r6 = r1\ncall f\n*(u32 *)(r6 +48) = 1\nexit\nf: " TAIL(1) "r0 = 5\nexit\n",
	    "r6 = r1\ncall f\n*(u32 *)(r6 +48) = 1\nexit\nf: " TAIL(2) "r0 = 5\nexit\n",
	    "r0 = 1\nagain: call again\nexit\n"};

	refuse(deep, modes, 1, "past the limit of 8 frames");
}

static void test_table(void)
{
	static const enum skep_code_mode checked[] = {SKEP_CODE_CHECKED, SKEP_CODE_CHECKED};
	static const char *const wrong[SLOTS] = {"r2 = r10\nr3 = 0\ncall bpf_tail_call\nexit\n"};
	struct skep_diag d = {0};
	struct skep_prog *prog = parse(TAIL(0) "exit\n");
	struct skep_code *code = skep_code_new(prog, &d);

	refuse(wrong, checked, 2, "which is no table of programs");
	test_ok(!code && strstr(d.what, "LD_MAP_IDX needs a map"), "without tables: %s", d.what);
	skep_prog_free(prog);
}

int main(void)
{
	static const enum skep_code_mode modes[][2] = {
	    {SKEP_CODE_CHECKED, SKEP_CODE_CHECKED}, {SKEP_CODE_BUDGET, SKEP_CODE_BUDGET},
	    {SKEP_CODE_PLAIN, SKEP_CODE_PLAIN},	    {SKEP_CODE_DEFAULT, SKEP_CODE_DEFAULT},
	    {SKEP_CODE_PLAIN, SKEP_CODE_DEFAULT},   {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN}};
	int array = make_array(), types = load_types();

	for (size_t n = 0; n < SKEP_COUNT(modes); n++) {
		for (size_t i = 0; i < SKEP_COUNT(cases); i++)
			run_here(&cases[i], modes[n]);
		test_refusals(modes[n]);
	}
	test_table();
	if (array < 0 || types < 0)
		test_skip("tail calls as in Linux", strerror(errno));
	for (size_t i = 0; array >= 0 && types >= 0 && i < SKEP_COUNT(cases); i++)
		run_on_linux(&cases[i], types);
	close(array);
	close(types);
	return test_end();
}

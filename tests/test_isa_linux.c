/* SPDX-License-Identifier: BSD-2-Clause */
/* Each computing instruction on edge values, here and in Linux: one program a row works through all
 * pairs of values in an array map, and what it leaves there must be the same bytes. Operands come
 * from memory, so that Linux's verifier cannot know them. */
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "isa/isa.h"
#include "test.h"
#include "vm/vm.h"

static const u64 values[] = {
    0,
    1,
    2,
    (u64)-1,
    (u64)-2,
    7,
    31,
    32,
    33,
    63,
    64,
    65,
    0x7fffffff,
    0x80000000,
    0xffffffff,
    0xffffffff80000000,
    0x7fffffffffffffff,
    0x8000000000000000,
    0x123456789abcdef0,
    0xfedcba9876543210,
};
static const s32 imms[] = {0,  1,  2,  -1, -2, 7,	  31,	     32,
			   33, 63, 64, 65, 77, INT32_MAX, INT32_MIN, 0x12345678};

enum {
	VALUES = SKEP_COUNT(values),
	IMMS = SKEP_COUNT(imms),
	RESULTS = 3 * VALUES * VALUES,
	CELLS = VALUES + RESULTS, /* values, then what a program leaves */
	MAX_INSNS = 8 * VALUES * VALUES,
};

struct program {
	struct bpf_insn insns[MAX_INSNS];
	u32 count;
	u32 cell; /* the next one for a result */
};

static void emit(struct program *p, enum skep_insn_id id, struct bpf_insn fields)
{
	p->insns[p->count++] = skep_insn_encode(id, fields);
}

#define EMIT(p, id, ...) emit(p, SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

static s16 offset_of(u32 cell)
{
	return (s16)(cell * 8);
}

static void emit_load(struct program *p, u32 dst, u32 cell)
{
	EMIT(p, LDX64, .dst_reg = dst & 15, .src_reg = 9, .off = offset_of(cell));
}

/* The next result is what a register holds. */
static void emit_result(struct program *p, u32 src)
{
	EMIT(p, STX64, .dst_reg = 9, .src_reg = src & 15, .off = offset_of(p->cell++));
}

static void alu_case(struct program *p, enum skep_insn_id id, u32 d, u32 s, s32 imm)
{
	(void)d, (void)s;
	emit(p, id, (struct bpf_insn){.dst_reg = 1, .src_reg = 2, .imm = imm});
	emit_result(p, 1);
}

/* The load right before the jump: the plain interpreter does the two as one. */
static void jump_case(struct program *p, enum skep_insn_id id, u32 d, u32 s, s32 imm)
{
	(void)s;
	EMIT(p, MOV64_K, .dst_reg = 3, .imm = 1);
	emit_load(p, 1, d);
	emit(p, id, (struct bpf_insn){.dst_reg = 1, .src_reg = 2, .imm = imm, .off = 1});
	EMIT(p, MOV64_K, .dst_reg = 3, .imm = 0);
	emit_result(p, 3);
}

static void load_case(struct program *p, enum skep_insn_id id, u32 d, u32 s, s32 imm)
{
	(void)s, (void)imm;
	emit(p, id, (struct bpf_insn){.dst_reg = 1, .src_reg = 9, .off = offset_of(d)});
	emit_result(p, 1);
}

static void store_case(struct program *p, enum skep_insn_id id, u32 d, u32 s, s32 imm)
{
	(void)d, (void)s;
	emit(
	    p, id,
	    (struct bpf_insn){.dst_reg = 9, .src_reg = 2, .imm = imm, .off = offset_of(p->cell++)});
}

/* Memory holds d; r2 = s; r0 = d or s, so that comparisons succeed and fail. */
static void atomic_case(struct program *p, enum skep_insn_id id, u32 d, u32 s, s32 imm)
{
	s16 cell = offset_of(p->cell);

	(void)imm;
	emit_result(p, 1);
	emit_load(p, 0, (d + s) % 3 ? d : s);
	emit(p, id, (struct bpf_insn){.dst_reg = 9, .src_reg = 2, .off = cell});
	emit_result(p, 0);
	emit_result(p, 2);
}

static void (*const cases[])(struct program *, enum skep_insn_id, u32, u32, s32) = {
    [SKEP_KIND_ALU] = alu_case,	    [SKEP_KIND_JUMP] = jump_case,     [SKEP_KIND_LOAD] = load_case,
    [SKEP_KIND_STORE] = store_case, [SKEP_KIND_ATOMIC] = atomic_case,
};

/* Linux refuses to load what it can see to be pointless. */
static bool linux_refuses(const struct skep_insn_row *row, s32 imm)
{
	if (row->kind != SKEP_KIND_ALU || row->from != SKEP_FROM_K)
		return false;
	switch (row->op) {
	case SKEP_ALU_DIV:
	case SKEP_ALU_SDIV:
	case SKEP_ALU_MOD:
	case SKEP_ALU_SMOD:
		return imm == 0;
	case SKEP_ALU_LSH:
	case SKEP_ALU_RSH:
	case SKEP_ALU_ARSH:
		return imm < 0 || imm >= row->bits;
	}
	return false;
}

static void make_program(struct program *p, const struct skep_insn_row *row)
{
	u32 seconds = row->from == SKEP_FROM_X ? VALUES : row->from == SKEP_FROM_K ? IMMS : 1;
	bool one = row->kind == SKEP_KIND_LOAD;

	p->count = 0;
	p->cell = VALUES;
	EMIT(p, LD_MAP_FD_VALUE, .dst_reg = 9);
	p->insns[p->count++] = (struct bpf_insn){0};
	for (u32 d = 0; d < VALUES; d++) {
		for (u32 s = 0; s < (one ? 1 : seconds); s++) {
			s32 imm = row->from == SKEP_FROM_K ? imms[s] : 0;

			if (linux_refuses(row, imm))
				continue;
			emit_load(p, 1, d);
			emit_load(p, 2, s % VALUES);
			cases[row->kind](p, skep_insn_id(row), d, s % VALUES, imm);
		}
	}
	EMIT(p, MOV64_K, .dst_reg = 0, .imm = 0);
	EMIT(p, EXIT, 0);
}

/* ---- Linux */

static long sys_bpf(enum bpf_cmd command, union bpf_attr *attr)
{
	return syscall(SYS_bpf, command, attr, sizeof(*attr));
}

static int make_map(void)
{
	union bpf_attr attr = {.map_type = BPF_MAP_TYPE_ARRAY,
			       .key_size = 4,
			       .value_size = CELLS * 8,
			       .max_entries = 1};

	return (int)sys_bpf(BPF_MAP_CREATE, &attr);
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

static int load_program(const struct bpf_insn *insns, u32 count, char *log, u32 log_size)
{
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			       .insns = address(insns),
			       .insn_cnt = count,
			       .license = address("GPL")};
	int fd = (int)sys_bpf(BPF_PROG_LOAD, &attr);

	if (fd >= 0 || !log)
		return fd;
	attr.log_buf = address(log);
	attr.log_size = log_size;
	attr.log_level = 1;
	return (int)sys_bpf(BPF_PROG_LOAD, &attr);
}

static bool run_program(int prog, const u8 *data, u32 size, u32 *result)
{
	union bpf_attr attr = {
	    .test = {.prog_fd = (u32)prog, .data_in = address(data), .data_size_in = size}};

	if (sys_bpf(BPF_PROG_TEST_RUN, &attr) != 0)
		return false;
	*result = attr.test.retval;
	return true;
}

static bool linux_run(int map, struct program *p, u64 *cells)
{
	static const u8 frame[64] = {0};
	static char log[1 << 16];
	const u32 key = 0;
	union bpf_attr attr = {.map_fd = (u32)map, .key = address(&key), .value = address(cells)};
	u32 result;
	bool ok;
	int prog;

	if (sys_bpf(BPF_MAP_UPDATE_ELEM, &attr) != 0)
		return false;
	p->insns[0].src_reg = 2;
	p->insns[0].imm = map;
	log[0] = 0;
	prog = load_program(p->insns, p->count, log, sizeof(log));
	if (prog < 0) {
		size_t length = strlen(log);

		printf("# load: %s: %s\n", strerror(errno),
		       log + (length > 300 ? length - 300 : 0));
		return false;
	}
	ok = run_program(prog, frame, sizeof(frame), &result);
	close(prog);
	return ok && sys_bpf(BPF_MAP_LOOKUP_ELEM, &attr) == 0;
}

/* ---- here */

/* The program's data stands for the map. */
static bool our_run(struct program *p, u64 *cells)
{
	struct skep_diag d = {0};
	struct skep_prog *prog;
	struct skep_code *code = NULL;
	void *data = NULL;
	u32 index;

	p->insns[0].src_reg = 6;
	p->insns[0].imm = 0;
	prog = skep_prog_new(SKEP_PROG_RAW, p->insns, p->count, &d);
	if (prog)
		data = skep_prog_add_data(prog, CELLS * 8, &index, &d);
	if (data) {
		memcpy(data, cells, CELLS * 8);
		code = skep_code_new(prog, &d);
	}
	if (code) {
		skep_code_run(code, NULL, 0);
		memcpy(cells, data, CELLS * 8);
	} else {
		printf("# %s\n", d.what);
	}
	skep_code_free(code);
	skep_prog_free(prog);
	return code != NULL;
}

static void start_cells(u64 *cells)
{
	memset(cells, 0x5a, CELLS * 8);
	memcpy(cells, values, sizeof(values));
}

static void compare_row(int map, const struct skep_insn_row *row, struct program *p)
{
	static u64 theirs[CELLS], ours[CELLS];
	u32 cell = 0;

	make_program(p, row);
	start_cells(theirs);
	start_cells(ours);
	if (!test_ok(linux_run(map, p, theirs), "%s: Linux runs %u instructions", row->name,
		     p->count) ||
	    !test_ok(our_run(p, ours), "%s: so do we", row->name))
		return;
	while (cell < CELLS && ours[cell] == theirs[cell])
		cell++;
	if (!test_ok(cell == CELLS, "%s: %u results are equal", row->name, p->cell - VALUES))
		printf("# result %u: ours 0x%llx, Linux's 0x%llx\n", cell - VALUES,
		       (unsigned long long)ours[cell], (unsigned long long)theirs[cell]);
}

/* ---- packet loads: a socket filter of Linux sees the frame behind its 14-byte header here */

static void compare_packet(const struct skep_insn_row *row, s32 base, s32 imm)
{
	u8 frame[64];
	struct skep_packet packet = {.data = frame + 14, .caplen = 50, .wirelen = 50};
	struct bpf_insn insns[] = {
	    skep_insn_encode(SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 6, .src_reg = 1}),
	    skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 7, .imm = base}),
	    skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 0, .imm = 5}),
	    skep_insn_encode(skep_insn_id(row), (struct bpf_insn){.src_reg = 7, .imm = imm}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0}),
	};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_SOCKET_FILTER, insns, 5, NULL);
	struct skep_code *code = prog ? skep_code_new(prog, NULL) : NULL;
	int fd = load_program(insns, 5, NULL, 0);
	u32 result = 1;

	for (u32 i = 0; i < sizeof(frame); i++)
		frame[i] = (u8)(i * 7 + 1);
	if (test_ok(code && fd >= 0 && run_program(fd, frame, sizeof(frame), &result),
		    "%s %d %d: both run", row->name, base, imm))
		test_eq((u32)skep_code_run_packet(code, &packet), result, "%s %d %d: r0", row->name,
			base, imm);
	if (fd >= 0)
		close(fd);
	skep_code_free(code);
	skep_prog_free(prog);
}

static void compare_packets(void)
{
	static const s32 offsets[] = {0, 1, 40, 46, 47, 48, 49, 50, 51, INT32_MAX, -1, -0x1000};

	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row(id);

		if (row->kind != SKEP_KIND_PACKET)
			continue;
		for (size_t i = 0; i < SKEP_COUNT(offsets); i++) {
			compare_packet(row, 0, offsets[i]);
			if (row->op == SKEP_PACKET_IND)
				compare_packet(
				    row, 3, offsets[i] == INT32_MAX ? INT32_MAX : offsets[i] - 3);
		}
	}
}

int main(void)
{
	struct program *p = calloc(1, sizeof(*p));
	int map = make_map();

	if (map < 0) {
		test_skip("every computing instruction as in Linux", strerror(errno));
		free(p);
		return test_end();
	}
	for (enum skep_insn_id id = 0; p && id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row(id);

		if (row->kind < SKEP_COUNT(cases) && cases[row->kind])
			compare_row(map, row, p);
	}
	compare_packets();
	close(map);
	free(p);
	return test_end();
}

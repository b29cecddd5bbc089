/* SPDX-License-Identifier: BSD-2-Clause */
/* Every row of fused.def: it is found, it gives what the checked interpreter gives (which does one
 * instruction after the other), and it is not taken where its registers do not fit. */
#include "test.h"
#include "vm/fuse.h"

struct row {
	const char *name;
	u32 guards, count;
	enum skep_insn_id ids[5];
};

static const struct row rows[] = {
#define FUSED(name_, guards_, steps, ...)                                                          \
	{.name = #name_,                                                                           \
	 .guards = guards_,                                                                        \
	 .count = SKEP_COUNT(((u8[]){__VA_ARGS__})),                                               \
	 .ids = {__VA_ARGS__}},
#include "vm/fused.def"
};

enum { SETUP = 2, ROOM = SETUP + 5 + 2 + 3 };
static const s32 imms[] = {0, 1, 15, 0x45, 0x4645, -1, INT32_MIN};

/* r3 (r0 where the row ends in exit) works; r2 is the size, r4 a number. A jump that is taken adds
 * 1000 to the result. */
static u32 make_program(const struct row *row, u32 variant, u8 dst, struct bpf_insn *insns)
{
	u32 n = 0, taken = SETUP + row->count + 2;

	insns[n++] = skep_insn_encode(SKEP_INSN_MOV64_K,
				      (struct bpf_insn){.dst_reg = 4, .imm = (s32)variant * 7});
	insns[n++] = skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 3});
	for (u32 i = 0; i < row->count; i++) {
		const struct skep_insn_row *insn = skep_insn_row(row->ids[i]);
		bool jump = insn->kind == SKEP_KIND_JUMP, load = insn->kind == SKEP_KIND_LOAD;
		const struct bpf_insn fields = {
		    .dst_reg = (i < row->guards ? 2u : dst) & 15,
		    .src_reg = load ? 1 : 4,
		    .off = jump ? (s16)(taken - n - 1) : (s16)variant,
		    .imm = imms[(variant + i) % SKEP_COUNT(imms)],
		};

		insns[n++] = skep_insn_encode(row->ids[i], fields);
	}
	insns[n++] = skep_insn_encode(SKEP_INSN_MOV64_X,
				      (struct bpf_insn){.dst_reg = 0, .src_reg = dst & 15u});
	insns[n++] = skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0});
	insns[n++] = skep_insn_encode(SKEP_INSN_MOV64_X,
				      (struct bpf_insn){.dst_reg = 0, .src_reg = dst & 15u});
	insns[n++] =
	    skep_insn_encode(SKEP_INSN_ADD64_K, (struct bpf_insn){.dst_reg = 0, .imm = 1000});
	insns[n++] = skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0});
	return n;
}

static u64 run(const struct bpf_insn *insns, u32 count, enum skep_code_mode mode)
{
	const struct skep_code_options options = {.mode = mode};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, count, NULL);
	struct skep_code *code = prog ? skep_code_new_with(prog, &options, NULL) : NULL;
	u8 memory[32];
	u64 result = 0x5eed;

	for (u8 i = 0; i < sizeof(memory); i++)
		memory[i] = (u8)(0x45 + i);
	if (!code || !skep_code_try(code, memory, sizeof(memory), &result, NULL))
		result = 0xbad;
	skep_code_free(code);
	skep_prog_free(prog);
	return result;
}

/* What is found at the start of the run. */
static u32 label_of(const struct row *row, struct bpf_insn *insns)
{
	const struct skep_prog prog = {.insns = insns + SETUP, .count = row->count};
	u8 ids[5];
	const struct skep_code code = {.prog = &prog, .count = row->count, .rows = ids};
	struct skep_fuse fuse;

	for (u32 i = 0; i < row->count; i++)
		ids[i] = (u8)row->ids[i];
	skep_fuse_init(&fuse);
	return skep_fused_label(&fuse, &code, 0);
}

static void test_row(const struct row *row)
{
	bool returns = row->ids[row->count - 1] == SKEP_INSN_EXIT, same = true;
	struct bpf_insn insns[ROOM];
	u32 count, label = SKEP_INSN_ALL + (u32)(row - rows);

	for (u32 variant = 0; variant < 14; variant++) {
		u64 plain, checked;

		count = make_program(row, variant, returns ? 0 : 3, insns);
		plain = run(insns, count, SKEP_CODE_PLAIN);
		checked = run(insns, count, SKEP_CODE_CHECKED);
		if (plain != checked)
			printf("# variant %u: plain 0x%llx, checked 0x%llx\n", variant,
			       (unsigned long long)plain, (unsigned long long)checked);
		same &= plain == checked && checked != 0xbad;
	}
	test_ok(same, "%s computes what its instructions compute", row->name);
	test_eq(label_of(row, insns), label, "%s is found", row->name);
	insns[SETUP + row->count - 1].dst_reg = 5;
	test_ok(label_of(row, insns) != label, "%s is not, with another dst", row->name);
}

/* The value on its way is not in its register yet. */
static void test_own_source(void)
{
	const struct row sum = {
	    .name = "SUM", .count = 2, .ids = {SKEP_INSN_MOV64_X, SKEP_INSN_ADD64_X}};
	struct bpf_insn insns[ROOM];
	u32 count = make_program(&sum, 3, 3, insns);

	test_ok(label_of(&sum, insns) >= SKEP_INSN_ALL, "a sum is found");
	insns[SETUP + 1].src_reg = 3;
	test_eq(label_of(&sum, insns), SKEP_INSN_MOV64_X, "not one that adds its own dst");
	test_eq(run(insns, count, SKEP_CODE_PLAIN), 2 * 21, "which doubles");
}

int main(void)
{
	for (u32 i = 0; i < SKEP_COUNT(rows); i++)
		test_row(&rows[i]);
	test_own_source();
	return test_end();
}

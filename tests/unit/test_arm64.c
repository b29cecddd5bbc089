/* SPDX-License-Identifier: BSD-2-Clause */
/* The encoder for arm64 beside the assembler: this file is assembled with the texts of
 * arm64_rows.def in it, and each must be the words that the encoder writes. */
#include "jit/arm64_encode.h"

#include "base/alloc.h"
#include "base/bytes.h"
#include "jit/install.h"
#include "test.h"

static const char *const texts[] = {
#define ROW(text, ...) text,
#include "arm64_rows.def"
};

/* The words of all rows, one behind the other, and how many bytes each row has. */
__asm__(".pushsection .rodata.arm64_sizes, \"a\"\n"
	".balign 4\n"
	"arm64_sizes:\n"
	".popsection\n"
	".pushsection .rodata.arm64_words, \"a\"\n"
	".balign 4\n"
	".arch_extension lse\n"
	"arm64_words:\n"
#define ROW(text, ...)                                                                             \
	"1: " text "\n2:\n"                                                                        \
	".pushsection .rodata.arm64_sizes\n"                                                       \
	".word 2b - 1b\n"                                                                          \
	".popsection\n"
#include "arm64_rows.def"
	".popsection\n");

__attribute__((visibility("hidden"))) extern const u32 arm64_words[], arm64_sizes[];

enum { NOP_WORD = (s32)0xd503201f };

static void nops(struct skep_arm64 *a, u32 count)
{
	while (count--)
		skep_arm64_word(a, (u32)NOP_WORD);
}

static void write_row(struct skep_arm64 *a, u32 row)
{
	u32 label = skep_arm64_labels(a, 2), back = label + 1, n = 0;

	/* clang-format off */
#define NOP	    nops(a, 1)
#define NOPS(count) nops(a, count)
#define BACK	    skep_arm64_bind(a, back)
#define ROW(text, ...) if (n++ == row) { __VA_ARGS__; }
#include "arm64_rows.def"
	/* clang-format on */
	skep_arm64_bind(a, label);
}

static void test_row(u32 row, const u32 *want, u32 bytes)
{
	struct skep_arm64 a = {0};
	struct skep_jit_draft draft;
	size_t size = 0;
	u32 *got;

	write_row(&a, row);
	draft = skep_arm64_draft(&a);
	test_ok(!a.failed && skep_jit_place(&draft, &size) && size == bytes, "'%s' is %u bytes",
		texts[row], bytes);
	got = skep_alloc(size + 1);
	skep_jit_copy(&draft, 0, (u8 *)got);
	for (u32 n = 0; size == bytes && n < bytes / 4; n++) {
		if (got[n] == want[n])
			continue;
		test_eq(got[n], want[n], "word %u of '%s'", n, texts[row]);
		break;
	}
	skep_free(got);
	skep_arm64_fini(&a);
}

/* A run of `ones` ones in a piece of `size` bits, turned right by `turn`, as often as it fits. */
static u64 repeat(u32 size, u32 ones, u32 turn)
{
	u64 mask = UINT64_MAX >> (64 - size), piece = UINT64_MAX >> (64 - ones), value = 0;

	if (turn)
		piece = (piece >> turn | piece << (size - turn)) & mask;
	for (u32 at = 0; at < 64; at += size)
		value |= piece << at;
	return value;
}

/* Every logical constant there is, in one instruction with the fields that the manual gives it. */
static void test_logical(void)
{
	u32 wrong = 0, count = 0;

	for (u32 size = 2; size <= 64; size *= 2)
		for (u32 ones = 1; ones < size; ones++)
			for (u32 turn = 0; turn < size; turn++) {
				u32 sizes = (~(2 * size - 1) & 0x3f) | (ones - 1);
				u32 want =
				    0x92000000 | (size == 64) << 22 | turn << 16 | sizes << 10;
				struct skep_arm64 a = {0};

				skep_arm64_logic(&a, ARM64_AND, 64, (struct skep_arm64_two){0, 0},
						 repeat(size, ones, turn));
				wrong += a.code.count != 1 || a.code.data[0] != want;
				count++;
				skep_arm64_fini(&a);
			}
	test_eq(wrong, 0, "%u logical constants", count);
}

/* Jumps do not reach over more than 128 MiB, and that is said. */
static void test_limit(void)
{
	struct skep_arm64 a = {0};
	struct skep_jit_draft draft = skep_arm64_draft(&a);
	struct skep_diag d = {0};
	bool far = false;

	draft.count = draft.limit + 4;
	test_ok(!skep_jit_install(NULL, &draft, &far, &d) && d.code == SKEP_E_LIMIT,
		"too much code is refused: %s", d.what);
}

/* Calls out are single instructions, and known to reach or not. */
static void test_near(void)
{
	struct skep_arm64 a = {0};
	struct skep_jit_draft draft;
	u64 base = 0x500000000000;
	size_t size = 0;
	u8 got[4];

	skep_arm64_call_out(&a, base + (1 << 27) - 8);
	draft = skep_arm64_draft(&a);
	test_ok(skep_jit_place(&draft, &size), "a call out");
	test_eq(size, 4, "is one instruction");
	test_ok(skep_jit_reaches(&draft, base, size), "its end of reach is within");
	test_ok(!skep_jit_reaches(&draft, base - 4, size), "one further is not");
	test_ok(!skep_jit_reaches(&draft, base + (1 << 28), size), "nor is it the other way");
	skep_jit_copy(&draft, base, got);
	test_eq(skep_get_le32(got), 0x95fffffeu, "and it is a bl");
	skep_arm64_fini(&a);
}

int main(void)
{
	const u32 *want = arm64_words;

	for (u32 row = 0; row < SKEP_COUNT(texts); row++) {
		test_row(row, want, arm64_sizes[row]);
		want += arm64_sizes[row] / 4;
	}
	test_logical();
	test_near();
	test_limit();
	return test_end();
}

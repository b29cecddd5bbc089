/* SPDX-License-Identifier: BSD-2-Clause */
/* The domain of scalars at 64 and 32 bits: random knowledge is built around two random numbers, so
 * that both are members; the number that an operation gives, and both numbers after a comparison,
 * must be members of what skep makes of that. */
#include <stdlib.h>

#include "isa/alu.h"
#include "test.h"
#include "verify/scalar.h"

enum { CASES = 60000 }; /* of each operation */

static u64 seed = 1;

static u64 random_bits(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* Extremes, few bits, small numbers, or anything. */
static u64 random_number(void)
{
	static const u64 ends[] = {0,	       0x7f,	   0xff,       0x7fff,	   0xffff,
				   0x7fffffff, 0x80000000, 0xffffffff, 1ull << 32, INT64_MAX};

	switch (random_bits() % 5) {
	case 0:
		return ends[random_bits() % SKEP_COUNT(ends)] + random_bits() % 5 - 2;
	case 1:
		return ~(ends[random_bits() % SKEP_COUNT(ends)] + random_bits() % 5);
	case 2:
		return 1ull << random_bits() % 64;
	case 3:
		return (u64)((s64)random_bits() >> random_bits() % 64);
	default:
		return random_bits() >> random_bits() % 64;
	}
}

static u64 near_below(u64 number, u64 least)
{
	const u64 less = random_number();

	return number - least < less ? least : number - less;
}

static u64 near_above(u64 number, u64 most)
{
	const u64 more = random_number();

	return most - number < more ? most : number + more;
}

/* Ranges around a number in an order of unsigned numbers: signed ones are turned. */
static void ranges_of_64(struct skep_scalar *s, u64 number)
{
	const u64 turn = 1ull << 63;

	if (random_bits() & 1)
		s->umin = near_below(number, 0), s->umax = near_above(number, UINT64_MAX);
	if (random_bits() & 1) {
		s->smin = (s64)(near_below(number ^ turn, 0) ^ turn);
		s->smax = (s64)(near_above(number ^ turn, UINT64_MAX) ^ turn);
	}
}

static void ranges_of_32(struct skep_scalar *s, u32 number)
{
	const u32 turn = 1u << 31;

	if (random_bits() % 4 == 0) {
		s->umin32 = (u32)near_below(number, 0);
		s->umax32 = (u32)near_above(number, UINT32_MAX);
	}
	if (random_bits() % 4 == 0) {
		s->smin32 = (s32)((u32)near_below(number ^ turn, 0) ^ turn);
		s->smax32 = (s32)((u32)near_above(number ^ turn, UINT32_MAX) ^ turn);
	}
}

/* Knowledge that allows a number; sometimes nothing else. */
static struct skep_scalar around(u64 number)
{
	struct skep_scalar s = skep_scalar_unknown();

	if (random_bits() % 8 == 0)
		return skep_scalar_const(number);
	if (random_bits() % 3 == 0)
		s.t.mask = random_number() | random_number();
	s.t.value = number & ~s.t.mask;
	ranges_of_64(&s, number);
	ranges_of_32(&s, (u32)number);
	if (!skep_scalar_sync(&s)) {
		test_ok(false, "a number is lost in sync");
		exit(1);
	}
	return s;
}

static bool holds(const struct skep_scalar *s, u64 number)
{
	const struct skep_scalar one = skep_scalar_const(number);

	return skep_scalar_within(s, &one);
}

/* Every number is there, and nothing more follows. */
static bool good(const struct skep_scalar *s, u64 number)
{
	struct skep_scalar again = *s;

	return holds(s, number) && skep_scalar_sync(&again) && skep_scalar_equal(&again, s);
}

static bool complain(const struct skep_scalar *a, const struct skep_scalar *b, u64 x, u64 y)
{
	struct skep_buffer text = {0};

	skep_scalar_print(&text, a);
	skep_buffer_text(&text, "\n# ");
	skep_scalar_print(&text, b);
	printf("# %#llx and %#llx in\n# %s\n", (unsigned long long)x, (unsigned long long)y,
	       text.data);
	skep_buffer_fini(&text);
	return false;
}

typedef u64 operation(u64 d, u64 s);

#define OPERATION(bits, kind, name)                                                                \
	static u64 kind##bits##_##name(u64 d, u64 s)                                               \
	{                                                                                          \
		return skep_##kind##bits##_##name((u##bits)d, (u##bits)s);                         \
	}
#define ALU(name, ...)			 OPERATION(32, alu, name) OPERATION(64, alu, name)
#define ALU_ONE(name, ...)		 OPERATION(32, alu, name) OPERATION(64, alu, name)
#define ALU_SWAP(name, ...)		 OPERATION(64, alu, name)
#define ALU_SIGN_EXTEND(name, bits, ...) OPERATION(bits, alu, name)
#include "isa/alu.def"
#define CMP(name, ...) OPERATION(32, jump, name) OPERATION(64, jump, name)
#include "isa/cmp.def"

static const struct alu_row {
	const char *name;
	enum skep_alu op;
	u32 bits;
	operation *exact;
} alu_rows[] = {
#define ROW(name, bits)			 {#name, SKEP_ALU_##name, bits, alu##bits##_##name},
#define ALU(name, ...)			 ROW(name, 32) ROW(name, 64)
#define ALU_ONE(name, ...)		 ROW(name, 32) ROW(name, 64)
#define ALU_SWAP(name, ...)		 ROW(name, 64)
#define ALU_SIGN_EXTEND(name, bits, ...) ROW(name, bits)
#include "isa/alu.def"
#undef ROW
};

static const struct jump_row {
	const char *name;
	enum skep_jump op;
	u32 bits;
	operation *exact;
} jump_rows[] = {
#define CMP(name, ...)                                                                             \
	{#name, SKEP_JUMP_##name, 32, jump32_##name}, {#name, SKEP_JUMP_##name, 64, jump64_##name},
#include "isa/cmp.def"
};

static bool check_alu(const struct alu_row *row)
{
	const u64 x = random_number(), y = random_number();
	const struct skep_scalar a = around(x), b = around(y);
	struct skep_scalar d = a;

	skep_scalar_alu(&d, &b, row->op, row->bits);
	return good(&d, row->exact(x, y)) || complain(&a, &b, x, y);
}

static bool check_jump(const struct jump_row *row)
{
	const u64 x = random_number(), y = random_bits() % 4 ? random_number() : x;
	const bool taken = row->exact(x, y);
	const struct skep_scalar a = around(x), b = around(y);
	struct skep_scalar c = a, d = b;

	return (skep_scalar_compare(row->op, row->bits, &a, &b) != !taken &&
		skep_scalar_refine(row->op, row->bits, taken, &c, &d) && good(&c, x) &&
		good(&d, y)) ||
	       complain(&a, &b, x, y);
}

static bool check_parts(void)
{
	const u64 x = random_number(), y = random_number();
	const struct skep_scalar a = around(x), b = around(y), join = skep_scalar_join(&a, &b);
	struct skep_scalar one = a, two = a, four = a;

	skep_scalar_truncate(&one, 1);
	skep_scalar_truncate(&two, 2);
	skep_scalar_truncate(&four, 4);
	return (good(&one, (u8)x) && good(&two, (u16)x) && good(&four, (u32)x) && good(&join, x) &&
		good(&join, y) && skep_scalar_within(&join, &a) && skep_scalar_within(&join, &b)) ||
	       complain(&a, &b, x, y);
}

int main(int argc, char **argv)
{
	const u32 cases = argc > 1 ? (u32)strtoul(argv[1], NULL, 0) : CASES;

	if (argc > 2)
		seed = strtoull(argv[2], NULL, 0);
	for (const struct alu_row *row = alu_rows; row < alu_rows + SKEP_COUNT(alu_rows); row++) {
		bool held = true;

		for (u32 i = 0; i < cases && held; i++)
			held = check_alu(row);
		test_ok(held, "%s of %u bits", row->name, row->bits);
	}
	for (const struct jump_row *row = jump_rows; row < jump_rows + SKEP_COUNT(jump_rows);
	     row++) {
		bool held = true;

		for (u32 i = 0; i < cases && held; i++)
			held = check_jump(row);
		test_ok(held, "%s of %u bits", row->name, row->bits);
	}
	for (u32 i = 0; i < cases; i++) {
		if (!check_parts()) {
			test_ok(false, "low parts and joins");
			break;
		}
	}
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers with known bits: every operation on all pairs of BITS bits, at the low and at the high
 * end of 64, with all their members. Where an operation can be exact, it has to be. */
#include "test.h"
#include "verify/tnum.h"

enum { BITS = 4, NUMBERS = 1 << BITS, TNUMS = 81 };

static struct skep_tnum tnums[TNUMS];

static void make_tnums(void)
{
	u32 n = 0;

	for (u64 mask = 0; mask < NUMBERS; mask++)
		for (u64 value = 0; value < NUMBERS; value++)
			if (!(value & mask))
				tnums[n++] = (struct skep_tnum){value, mask};
}

static u64 exact_add(u64 a, u64 b)
{
	return a + b;
}

static u64 exact_sub(u64 a, u64 b)
{
	return a - b;
}

static u64 exact_mul(u64 a, u64 b)
{
	return a * b;
}

static u64 exact_and(u64 a, u64 b)
{
	return a & b;
}

static u64 exact_or(u64 a, u64 b)
{
	return a | b;
}

static u64 exact_xor(u64 a, u64 b)
{
	return a ^ b;
}

static const struct row {
	const char *name;
	struct skep_tnum (*tnum)(struct skep_tnum, struct skep_tnum);
	u64 (*exact)(u64, u64);
	bool best; /* the result is the smallest that holds all results */
} rows[] = {
    {"add", skep_tnum_add, exact_add, true},  {"sub", skep_tnum_sub, exact_sub, true},
    {"mul", skep_tnum_mul, exact_mul, false}, {"and", skep_tnum_and, exact_and, true},
    {"or", skep_tnum_or, exact_or, true},     {"xor", skep_tnum_xor, exact_xor, true},
};

/* The smallest that holds all results of the members. */
static struct skep_tnum best_of(const struct row *row, struct skep_tnum a, struct skep_tnum b)
{
	u64 all_one = ~0ull, all_zero = ~0ull;

	for (u64 x = 0; x < NUMBERS; x++) {
		for (u64 y = 0; y < NUMBERS; y++) {
			if (!skep_tnum_holds(a, x) || !skep_tnum_holds(b, y))
				continue;
			all_one &= row->exact(x, y);
			all_zero &= ~row->exact(x, y);
		}
	}
	return (struct skep_tnum){all_one, ~(all_one | all_zero)};
}

static bool equal(struct skep_tnum a, struct skep_tnum b)
{
	return a.value == b.value && a.mask == b.mask;
}

static void test_operations(void)
{
	for (const struct row *row = rows; row < rows + SKEP_COUNT(rows); row++) {
		bool holds = true, best = true;

		for (u32 i = 0; i < TNUMS; i++) {
			for (u32 j = 0; j < TNUMS; j++) {
				const struct skep_tnum got = row->tnum(tnums[i], tnums[j]);
				const struct skep_tnum want = best_of(row, tnums[i], tnums[j]);

				holds &= skep_tnum_within(got, want) && !(got.value & got.mask);
				best &= equal(got, want);
			}
		}
		test_ok(holds, "%s holds all results", row->name);
		if (row->best)
			test_ok(best, "%s holds nothing else", row->name);
	}
}

/* A shift by each count of a number that reaches both ends of 64 bits. */
static void test_shifts(void)
{
	bool held = true;

	for (u32 i = 0; i < TNUMS; i++) {
		const struct skep_tnum t = {tnums[i].value << (64 - BITS) | tnums[i].value,
					    tnums[i].mask << (64 - BITS) | tnums[i].mask};

		for (unsigned count = 0; count < 64; count++) {
			for (u64 x = 0; x < NUMBERS; x++) {
				const u64 number = x << (64 - BITS) | x;

				if (!skep_tnum_holds(t, number))
					continue;
				held &= skep_tnum_holds(skep_tnum_lsh(t, count), number << count);
				held &= skep_tnum_holds(skep_tnum_rsh(t, count), number >> count);
				held &= skep_tnum_holds(skep_tnum_arsh(t, count),
							(u64)((s64)number >> count));
			}
		}
	}
	test_ok(held, "shifts hold all results");
}

static void test_sets(void)
{
	bool meet = true, join = true, within = true;

	for (u32 i = 0; i < TNUMS; i++) {
		for (u32 j = 0; j < TNUMS; j++) {
			const struct skep_tnum a = tnums[i], b = tnums[j];
			bool common = false, inside = true;

			for (u64 x = 0; x < NUMBERS; x++) {
				const bool both = skep_tnum_holds(a, x) && skep_tnum_holds(b, x);

				common |= both;
				inside &= skep_tnum_holds(a, x) || !skep_tnum_holds(b, x);
				if (skep_tnum_meets(a, b))
					meet &= skep_tnum_holds(skep_tnum_meet(a, b), x) == both;
			}
			meet &= common == skep_tnum_meets(a, b);
			within &= inside == skep_tnum_within(a, b);
			join &= skep_tnum_within(skep_tnum_join(a, b), a) &&
				skep_tnum_within(skep_tnum_join(a, b), b);
		}
	}
	test_ok(meet, "meet is the common members");
	test_ok(within, "within is what it says");
	test_ok(join, "join holds both");
}

/* The nearest member each way, found by looking at all numbers. */
static bool check_neighbours(struct skep_tnum t, u64 number, u64 base)
{
	const struct skep_tnum high = {t.value | base, t.mask};
	u64 up = number, down = number, next = number | base, previous = number | base;

	while (up < NUMBERS && !skep_tnum_holds(t, up))
		up++;
	while (down < NUMBERS && !skep_tnum_holds(t, down))
		down--;
	if (skep_tnum_next(high, &next) != (up < NUMBERS) ||
	    skep_tnum_previous(high, &previous) != (down < NUMBERS))
		return false;
	return (up >= NUMBERS || next == (up | base)) &&
	       (down >= NUMBERS || previous == (down | base));
}

static void test_neighbours(void)
{
	bool held = true;

	for (u32 i = 0; i < TNUMS; i++)
		for (u64 number = 0; number < NUMBERS; number++)
			held &= check_neighbours(tnums[i], number, 0) &&
				check_neighbours(tnums[i], number, ~0ull << BITS);
	test_ok(held, "next and previous members");
}

static void test_widths(void)
{
	bool range = true, extend = true;

	for (u64 min = 0; min < NUMBERS; min++) {
		for (u64 max = min; max < NUMBERS; max++) {
			const struct skep_tnum t = skep_tnum_range(min, max);

			for (u64 x = min; x <= max; x++)
				range &= skep_tnum_holds(t, x);
			range &= t.mask == 0 || t.mask < 2 * (min ^ max);
		}
	}
	for (u32 i = 0; i < TNUMS; i++)
		for (u64 x = 0; x < NUMBERS; x++)
			if (skep_tnum_holds(tnums[i], x))
				extend &= skep_tnum_holds(skep_tnum_sign_extend(tnums[i], BITS),
							  x & NUMBERS / 2 ? x | ~0ull << BITS : x);
	test_ok(range, "range knows the leading bits");
	test_ok(extend, "sign extension");
	test_ok(
	    equal(skep_tnum_low((struct skep_tnum){0xf0, 0x0f}, 6), (struct skep_tnum){0x30, 0x0f}),
	    "low bits");
}

int main(void)
{
	make_tnums();
	test_operations();
	test_shifts();
	test_sets();
	test_neighbours();
	test_widths();
	return test_end();
}

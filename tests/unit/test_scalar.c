/* SPDX-License-Identifier: BSD-2-Clause */
/* The domain of scalars at 8 bits: every operation and every comparison on all pairs of a family of
 * known bits and ranges, and on random ones, against all the numbers that they stand for. */
#include "test.h"
#include "unit/scalar_small.h"
/* In this order: each part uses the one before. */
#include "verify/scalar_sync.inc"

#include "verify/scalar_alu.inc"

#include "verify/scalar_compare.inc"

enum { NUMBERS = 256, FAMILY = 32, RANDOM_CASES = 4000 };

/* A set of numbers. */
struct set {
	u64 bits[NUMBERS / 64];
};

static bool has(const struct set *set, u64 number)
{
	return set->bits[number / 64] >> number % 64 & 1;
}

static void add(struct set *set, u64 number)
{
	set->bits[number / 64] |= 1ull << number % 64;
}

static bool none(const struct set *set)
{
	return !(set->bits[0] | set->bits[1] | set->bits[2] | set->bits[3]);
}

static s64 extended(u64 number, unsigned bits)
{
	return straight(number ^ sign(bits), bits);
}

static bool holds(const struct skep_scalar *s, u64 number)
{
	const u64 half = number & ones(SCALAR_HALF);

	return skep_tnum_holds(s->t, number) && number >= s->umin && number <= s->umax &&
	       extended(number, 8) >= s->smin && extended(number, 8) <= s->smax &&
	       half >= s->umin32 && half <= s->umax32 && extended(half, 4) >= s->smin32 &&
	       extended(half, 4) <= s->smax32;
}

static struct set members(const struct skep_scalar *s)
{
	struct set set = {{0}};

	for (u64 number = 0; number < NUMBERS; number++)
		if (holds(s, number))
			add(&set, number);
	return set;
}

/* A scalar with its numbers, also as a list. */
struct known {
	struct skep_scalar s;
	struct set set;
	u32 count;
	u8 list[NUMBERS];
};

static struct known known_of(struct skep_scalar s)
{
	struct known k = {.s = s, .set = members(&s)};

	for (u32 number = 0; number < NUMBERS; number++)
		if (has(&k.set, number))
			k.list[k.count++] = (u8)number;
	return k;
}

/* ---- random and chosen scalars */

static u64 seed = 1;

static u32 random_below(u32 limit)
{
	seed = seed * 6364136223846793005ull + 1442695040888963407ull;
	return (u32)(seed >> 33) % limit;
}

static u64 random_number(void)
{
	static const u8 ends[] = {0, 1, 2, 7, 8, 15, 16, 127, 128, 129, 240, 247, 248, 254, 255};

	return random_below(2) ? ends[random_below(sizeof(ends))] : random_below(NUMBERS);
}

/* Not yet synced; perhaps without a number. */
static struct skep_scalar random_forms(void)
{
	struct skep_scalar s = small_unknown();
	const u32 forms = random_below(32);
	const u64 a = random_number(), b = random_number(), c = a & 15, d = b & 15;

	if (forms & 1)
		s.t.mask = random_number() | random_number() | random_number();
	s.t.value = random_number() & ~s.t.mask;
	if (forms & 2)
		s.umin = lesser(a, b), s.umax = greater(a, b);
	if (forms & 4)
		s.smin = straight(lesser(a, b), 8), s.smax = straight(greater(a, b), 8);
	if (forms & 8)
		s.umin32 = (u32)lesser(c, d), s.umax32 = (u32)greater(c, d);
	if (forms & 16)
		s.smin32 = (s32)straight(lesser(c, d), 4),
		s.smax32 = (s32)straight(greater(c, d), 4);
	return s;
}

static struct known random_known(void)
{
	for (;;) {
		struct skep_scalar s = random_forms();

		if (small_sync(&s))
			return known_of(s);
	}
}

/* Those whose shape matters first, then random ones. */
static void make_family(struct known *family)
{
	static const struct {
		u8 value, mask, umin, umax;
	} chosen[] = {
	    {0, 255, 0, 255},	{0, 255, 1, 255}, {0, 255, 0, 127},   {0, 255, 128, 255},
	    {0, 255, 120, 136}, {0, 15, 0, 15},	  {0, 240, 0, 255},   {5, 0, 0, 255},
	    {0, 0, 0, 255},	{255, 0, 0, 255}, {128, 0, 0, 255},   {127, 0, 0, 255},
	    {0, 254, 0, 255},	{1, 254, 0, 255}, {128, 127, 0, 255}, {0, 255, 7, 9},
	    {0, 255, 15, 17},	{0, 129, 0, 255}, {85, 170, 0, 255},  {0, 255, 3, 250},
	};
	u32 n = 0;

	for (; n < SKEP_COUNT(chosen); n++) {
		struct skep_scalar s = small_unknown();

		s.t = (struct skep_tnum){chosen[n].value, chosen[n].mask};
		s.umin = chosen[n].umin;
		s.umax = chosen[n].umax;
		family[n] = known_of(synced(s));
	}
	while (n < FAMILY)
		family[n++] = random_known();
}

/* ---- checks; each returns whether it held, so that a name is printed once */

static bool complain(const char *what, const struct known *a, const struct known *b, u64 number)
{
	const struct known *two[] = {a, b};
	struct skep_buffer text = {0};

	for (u32 i = 0; i < 2; i++)
		skep_buffer_printf(
		    &text, " t=%llx/%llx u=%llu..%llu s=%lld..%lld h=%u..%u sh=%d..%d;",
		    (unsigned long long)two[i]->s.t.value, (unsigned long long)two[i]->s.t.mask,
		    (unsigned long long)two[i]->s.umin, (unsigned long long)two[i]->s.umax,
		    (long long)two[i]->s.smin, (long long)two[i]->s.smax, two[i]->s.umin32,
		    two[i]->s.umax32, two[i]->s.smin32, two[i]->s.smax32);
	printf("# %s: %s number %llu\n", what, text.data, (unsigned long long)number);
	skep_buffer_fini(&text);
	return false;
}

/* Every number is one of s, and s is synced. */
static bool covers(const struct skep_scalar *s, const struct set *set, u64 *lost)
{
	struct skep_scalar again = *s;

	for (*lost = 0; *lost < NUMBERS; ++*lost)
		if (has(set, *lost) && !holds(s, *lost))
			return false;
	return small_sync(&again) && small_equal(&again, s);
}

typedef u64 operation(u64 d, u64 s);

/* What an operation gives for all pairs of numbers. */
static u8 results[NUMBERS][NUMBERS];

static void fill_results(operation *exact)
{
	for (u32 d = 0; d < NUMBERS; d++)
		for (u32 s = 0; s < NUMBERS; s++)
			results[d][s] = (u8)exact(d, s);
}

static const struct row {
	const char *name;
	enum skep_alu op;
	operation *of8, *of4; /* NULL: there is none */
} rows[] = {
#define ALU(name, ...)	    {#name, SKEP_ALU_##name, small8_##name, small4_##name},
#define ALU_ONE(name, ...)  {#name, SKEP_ALU_##name, small8_##name, small4_##name},
#define ALU_SWAP(name, ...) {#name, SKEP_ALU_##name, small8_##name, NULL},
#include "isa/alu.def"
};

static bool check_alu(const struct row *row, u32 bits, const struct known *a, const struct known *b)
{
	struct skep_scalar d = a->s;
	struct set possible = {{0}};
	u64 lost;

	small_alu(&d, &b->s, row->op, bits);
	for (u32 i = 0; i < a->count; i++)
		for (u32 j = 0; j < b->count; j++)
			add(&possible, results[a->list[i]][b->list[j]]);
	return covers(&d, &possible, &lost) || complain(row->name, a, b, lost);
}

static bool check_alu_pairs(const struct row *row, u32 bits, const struct known *family)
{
	fill_results(bits == SCALAR_FULL ? row->of8 : row->of4);
	for (u32 i = 0; i < FAMILY; i++)
		for (u32 j = 0; j < FAMILY; j++)
			if (!check_alu(row, bits, &family[i], &family[j]))
				return false;
	for (u32 i = 0; i < RANDOM_CASES / 10; i++) {
		const struct known a = random_known(), b = random_known();

		if (!check_alu(row, bits, &a, &b))
			return false;
	}
	return true;
}

static void test_alu(const struct known *family)
{
	for (const struct row *row = rows; row < rows + SKEP_COUNT(rows); row++) {
		test_ok(check_alu_pairs(row, SCALAR_FULL, family), "%s of 8 bits", row->name);
		if (row->of4)
			test_ok(check_alu_pairs(row, SCALAR_HALF, family), "%s of 4 bits",
				row->name);
	}
}

static const struct comparison_row {
	const char *name;
	enum skep_jump op;
	operation *of8, *of4;
} comparison_rows[] = {
#define CMP(name, ...) {#name, SKEP_JUMP_##name, small8_##name, small4_##name},
#include "isa/cmp.def"
};

static bool check_outcome(const struct comparison_row *row, u32 bits, bool taken,
			  const struct known *a, const struct known *b)
{
	const int decided = small_compare(row->op, bits, &a->s, &b->s);
	struct skep_scalar x = a->s, y = b->s;
	struct set of_a = {{0}}, of_b = {{0}};
	u64 lost = 0;

	for (u32 i = 0; i < a->count; i++) {
		for (u32 j = 0; j < b->count; j++) {
			if (results[a->list[i]][b->list[j]] != taken)
				continue;
			add(&of_a, a->list[i]);
			add(&of_b, b->list[j]);
		}
	}
	if (decided == !taken && !none(&of_a))
		return complain("decided wrongly", a, b, 0);
	if (!small_refine(row->op, bits, taken, &x, &y))
		return none(&of_a) || complain("thought impossible", a, b, 0);
	if (!small_within(&a->s, &x) || !small_within(&b->s, &y))
		return complain("wider than before", a, b, 0);
	return (covers(&x, &of_a, &lost) && covers(&y, &of_b, &lost)) ||
	       complain(row->name, a, b, lost);
}

static bool check_outcomes(const struct comparison_row *row, u32 bits, bool taken,
			   const struct known *family)
{
	fill_results(bits == SCALAR_FULL ? row->of8 : row->of4);
	for (u32 i = 0; i < FAMILY; i++)
		for (u32 j = 0; j < FAMILY; j++)
			if (!check_outcome(row, bits, taken, &family[i], &family[j]))
				return false;
	return true;
}

static void test_compare(const struct known *family)
{
	for (const struct comparison_row *row = comparison_rows;
	     row < comparison_rows + SKEP_COUNT(comparison_rows); row++) {
		for (u32 taken = 0; taken < 2; taken++) {
			test_ok(check_outcomes(row, SCALAR_FULL, taken, family), "%s of 8 bits, %u",
				row->name, taken);
			test_ok(check_outcomes(row, SCALAR_HALF, taken, family), "%s of 4 bits, %u",
				row->name, taken);
		}
	}
}

/* Sync loses no number, and finds out when there is none. */
static bool check_sync(struct skep_scalar forms)
{
	const struct known before = known_of(forms);
	u64 lost = 0;

	if (!small_sync(&forms))
		return none(&before.set) ||
		       complain("sync: thought impossible", &before, &before, 0);
	return covers(&forms, &before.set, &lost) || complain("sync", &before, &before, lost);
}

/* All known bits with all unsigned ranges; then random forms. */
static void test_sync(void)
{
	bool held = true;

	for (u64 mask = 0; mask < NUMBERS && held; mask++) {
		for (u32 i = 0; i < 64 && held; i++) {
			struct skep_scalar s = small_unknown();
			const u64 a = random_number(), b = random_number();

			s.t = (struct skep_tnum){random_number() & ~mask, mask};
			s.umin = lesser(a, b);
			s.umax = greater(a, b);
			held = check_sync(s);
		}
	}
	test_ok(held, "known bits and unsigned ranges");
	for (u32 i = 0; i < RANDOM_CASES && held; i++)
		held = check_sync(random_forms());
	test_ok(held, "random forms");
}

static bool check_parts(const struct known *a, u32 bytes)
{
	struct skep_scalar cut = a->s, half = a->s, full = a->s;
	struct set cuts = {{0}}, halves = {{0}}, fulls = {{0}};
	u64 lost = 0;

	for (u32 i = 0; i < a->count; i++) {
		const u64 low = a->list[i] & ones(bytes);
		const s64 number = extended(low, bytes);

		add(&cuts, low);
		add(&halves, (u64)number & ones(SCALAR_HALF));
		add(&fulls, (u64)number & ones(SCALAR_FULL));
	}
	small_truncate(&cut, bytes);
	small_sign_extend(&half, bytes, SCALAR_HALF);
	small_sign_extend(&full, bytes, SCALAR_FULL);
	return (covers(&cut, &cuts, &lost) && covers(&half, &halves, &lost) &&
		covers(&full, &fulls, &lost)) ||
	       complain("a part", a, a, lost);
}

static void test_parts(const struct known *family)
{
	for (u32 bytes = 1; bytes <= 4; bytes *= 2) {
		bool held = true;

		for (u32 i = 0; i < FAMILY && held; i++)
			held = check_parts(&family[i], bytes);
		for (u32 i = 0; i < RANDOM_CASES && held; i++) {
			const struct known a = random_known();

			held = check_parts(&a, bytes);
		}
		test_ok(held, "the low %u bytes, with and without sign", bytes);
	}
}

static void test_join(const struct known *family)
{
	bool held = true, found = true;

	for (u32 i = 0; i < FAMILY && held; i++) {
		for (u32 j = 0; j < FAMILY && held; j++) {
			struct skep_scalar s = small_join(&family[i].s, &family[j].s);
			u64 lost = 0;

			held = (covers(&s, &family[i].set, &lost) &&
				covers(&s, &family[j].set, &lost)) ||
			       complain("join", &family[i], &family[j], lost);
			found &= small_within(&s, &family[i].s) && small_within(&s, &family[j].s);
		}
	}
	test_ok(held, "join holds both");
	test_ok(found, "join is wider than both");
}

int main(void)
{
	static struct known family[FAMILY];

	make_family(family);
	test_sync();
	test_parts(family);
	test_join(family);
	test_alu(family);
	test_compare(family);
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* BTF_LOAD of types made at random, beside Linux: the same errno for each. Arguments: how many, the
 * seed, and whether all differences are shown.
 *
 * Kinds are drawn first, so that most references can be sound; then sizes, offsets and references
 * are drawn, some of them wrong, and in some a bit is turned. A part of them are chains, which lead
 * to depths and loops. */
#include <errno.h>
#include <linux/bpf.h>
#include <linux/btf.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "chance.h"
#include "syscall/skep.h"
#include "test.h"

enum {
	TYPES_MAX = 48,
	WORDS_MAX = 4096,
	SHOWN = 10,
};

static const char strings[] =
    "\0a\0b\0name.of_it\0.data\0 no name\0bpf_spin_lock\0kptr\0contains:a:b";

/* Offsets of them. */
enum { NAME_NONE = 0, NAME_A = 1, NAME_B = 3, NAME_LONG = 5, NAME_SECTION = 16, NAME_WRONG = 22 };

static struct {
	u64 state;
	u32 words[WORDS_MAX]; /* header, types, strings */
	u32 count;	      /* words of header and types */
	u32 size;	      /* bytes of all */
	u32 kinds[TYPES_MAX];
	u32 types; /* void among them */
	u32 loose; /* one in so many draws is any */
} t;

/* ---- chance */

static u32 chance(u32 below)
{
	return chance_below(&t.state, below);
}

#define ONE_OF(...)                                                                                \
	({                                                                                         \
		static const u32 list_[] = {__VA_ARGS__};                                          \
		list_[chance(SKEP_COUNT(list_))];                                                  \
	})

static bool is_loose(void)
{
	return t.loose && chance(t.loose) == 0;
}

/* ---- parts of types */

#define BIT(kind) (1u << BTF_KIND_##kind)

static const u32 modifiers =
    BIT(TYPEDEF) | BIT(VOLATILE) | BIT(CONST) | BIT(RESTRICT) | BIT(TYPE_TAG);
static const u32 wholes = BIT(INT) | BIT(PTR) | BIT(ARRAY) | BIT(STRUCT) | BIT(UNION) | BIT(ENUM) |
			  BIT(FLOAT) | BIT(ENUM64);

/* A type of one of the kinds if there is one; void counts as BTF_KIND_UNKN. */
static u32 draw_type(u32 kinds)
{
	u32 first = chance(t.types);

	if (is_loose())
		return chance(8) ? chance(t.types + 1) : ONE_OF(0, 1000, 0x100000, 0xffffffff);
	for (u32 i = 0; i < t.types; i++) {
		u32 id = (first + i) % t.types;

		if (kinds & 1u << t.kinds[id])
			return id;
	}
	return chance(t.types);
}

static u32 draw_name(u32 sound)
{
	return is_loose() ? ONE_OF(NAME_NONE, NAME_A, NAME_SECTION, NAME_WRONG, 1000) : sound;
}

static u32 draw_size(void)
{
	return is_loose() ? ONE_OF(0, 1, 2, 3, 5, 0x80000000, 0xffffffff)
			  : ONE_OF(4, 8, 16, 32, 64);
}

static void put(u32 word)
{
	if (t.count < WORDS_MAX)
		t.words[t.count++] = word;
}

static void put_type(u32 name, u32 kind, u32 count, u32 size_or_type)
{
	u32 flag = is_loose() ? 0x80000000 : 0;

	if (is_loose())
		count = chance(4);
	put(name);
	put(kind << 24 | count | flag);
	put(size_or_type);
}

/* ---- kinds */

static void put_int(u32 kind)
{
	u32 size = ONE_OF(1, 2, 4, 8, 16), bits = is_loose() ? chance(130) : size * 8;

	put_type(draw_name(NAME_A), kind, 0, is_loose() ? chance(20) : size);
	put(ONE_OF(0, 0, 1, 2, 4) << 24 | (is_loose() ? chance(256) : 0) << 16 | bits);
	if (is_loose())
		t.words[t.count - 1] ^= 1u << chance(32);
}

static void put_reference(u32 kind)
{
	bool named = kind == BTF_KIND_TYPEDEF || kind == BTF_KIND_TYPE_TAG;
	u32 to = BIT(UNKN) | wholes | BIT(FWD) | modifiers;

	if (kind == BTF_KIND_PTR)
		to |= BIT(FUNC_PROTO);
	put_type(draw_name(named ? NAME_B : NAME_NONE), kind, 0, draw_type(to));
}

static void put_array(u32 kind)
{
	put_type(draw_name(NAME_NONE), kind, 0, 0);
	put(draw_type(wholes | modifiers));
	put(draw_type(BIT(INT)));
	put(is_loose() ? ONE_OF(0, 0x40000000, 0xffffffff) : chance(5));
}

static void put_struct(u32 kind)
{
	u32 count = chance(4), offset = 0, flags = chance(3) ? 0 : 0x80000000, size = draw_size();

	put(draw_name(chance(2) ? NAME_A : NAME_NONE));
	put((u32)kind << 24 | count | flags);
	put(is_loose() ? size : size * (chance(3) ? 8 : 1));
	for (u32 i = 0; i < count; i++) {
		u32 bits = flags && !chance(2) ? chance(40) : 0;

		put(draw_name(NAME_B));
		put(draw_type(wholes | modifiers));
		put((flags ? bits << 24 : 0) | offset);
		offset += kind == BTF_KIND_UNION ? 0
			  : is_loose() || bits	 ? chance(80)
						 : chance(3) * 64;
	}
}

static void put_enum(u32 kind)
{
	u32 count = chance(3);

	put_type(draw_name(NAME_A), kind, count, is_loose() ? chance(17) : ONE_OF(1, 2, 4, 8));
	count = t.words[t.count - 2] & 0xffff;
	for (u32 i = 0; i < count; i++) {
		put(draw_name(NAME_B));
		put(i);
		if (kind == BTF_KIND_ENUM64)
			put(0);
	}
}

static void put_forward(u32 kind)
{
	put(draw_name(NAME_LONG));
	put(kind << 24 | (chance(2) ? 0x80000000 : 0));
	put(is_loose());
}

static void put_function(u32 kind)
{
	put_type(draw_name(NAME_LONG), kind, chance(3), draw_type(BIT(FUNC_PROTO)));
}

static void put_proto(u32 kind)
{
	u32 count = chance(4);

	put_type(draw_name(NAME_NONE), kind, count, draw_type(BIT(UNKN) | wholes | modifiers));
	count = t.words[t.count - 2] & 0xffff;
	for (u32 i = 0; i < count; i++) {
		bool end = i + 1 == count && !chance(4);

		put(draw_name(end || !chance(8) ? NAME_NONE : NAME_A));
		put(end ? 0 : draw_type(wholes | modifiers));
	}
}

static void put_variable(u32 kind)
{
	put_type(draw_name(NAME_A), kind, 0, draw_type(wholes | modifiers));
	put(is_loose() ? chance(4) : chance(2));
}

static void put_section(u32 kind)
{
	u32 count = chance(4), offset = 0;

	put_type(draw_name(NAME_SECTION), kind, count, is_loose() ? draw_size() : 256);
	count = t.words[t.count - 2] & 0xffff;
	for (u32 i = 0; i < count; i++) {
		u32 size = is_loose() ? draw_size() : 64;

		put(draw_type(BIT(VAR)));
		put(offset);
		put(size);
		offset += is_loose() ? chance(size + 1) : size;
	}
}

static void put_float(u32 kind)
{
	put_type(draw_name(NAME_A), kind, 0, is_loose() ? chance(20) : ONE_OF(2, 4, 8, 12, 16));
}

static void put_tag(u32 kind)
{
	put_type(draw_name(NAME_WRONG), kind, 0,
		 draw_type(BIT(STRUCT) | BIT(UNION) | BIT(FUNC) | BIT(VAR) | BIT(TYPEDEF)));
	put(chance(2) ? UINT32_MAX : is_loose() ? ONE_OF(-2, 100) : chance(3));
}

static void (*const makers[])(u32 kind) = {
    [BTF_KIND_INT] = put_int,
    [BTF_KIND_PTR] = put_reference,
    [BTF_KIND_ARRAY] = put_array,
    [BTF_KIND_STRUCT] = put_struct,
    [BTF_KIND_UNION] = put_struct,
    [BTF_KIND_ENUM] = put_enum,
    [BTF_KIND_FWD] = put_forward,
    [BTF_KIND_TYPEDEF] = put_reference,
    [BTF_KIND_VOLATILE] = put_reference,
    [BTF_KIND_CONST] = put_reference,
    [BTF_KIND_RESTRICT] = put_reference,
    [BTF_KIND_FUNC] = put_function,
    [BTF_KIND_FUNC_PROTO] = put_proto,
    [BTF_KIND_VAR] = put_variable,
    [BTF_KIND_DATASEC] = put_section,
    [BTF_KIND_FLOAT] = put_float,
    [BTF_KIND_DECL_TAG] = put_tag,
    [BTF_KIND_TYPE_TAG] = put_reference,
    [BTF_KIND_ENUM64] = put_enum,
};

/* ---- all of it */

/* Types that each lead to the next, the last to the first or to an integer. */
static void put_chain(void)
{
	u32 kinds = modifiers & ~BIT(TYPE_TAG), loops = chance(2);

	kinds = chance(2) ? kinds : chance(2) ? kinds | BIT(PTR) : BIT(ARRAY) | BIT(TYPEDEF);
	kinds |= chance(3) ? 0 : BIT(TYPE_TAG);
	put_int(BTF_KIND_INT);
	for (u32 id = 2; id < t.types; id++) {
		u32 kind = 1, next = id + 1 < t.types ? id + 1 : loops ? 2 : 1;

		while (!(kinds & 1u << kind))
			kind = 1 + chance(BTF_KIND_MAX);
		if (kind == BTF_KIND_ARRAY) {
			put_type(NAME_NONE, kind, 0, 0);
			put(next);
			put(1);
			put(1);
		} else {
			bool named = kind == BTF_KIND_TYPEDEF || kind == BTF_KIND_TYPE_TAG;

			put_type(named ? NAME_A : NAME_NONE, kind, 0, next);
		}
	}
}

static void put_any(void)
{
	t.kinds[0] = BTF_KIND_UNKN;
	for (u32 id = 1; id < t.types; id++)
		t.kinds[id] = 1 + chance(BTF_KIND_MAX);
	t.kinds[1] = BTF_KIND_INT;
	for (u32 id = 1; id < t.types; id++)
		makers[t.kinds[id]](t.kinds[id]);
}

static void put_header(void)
{
	struct btf_header *h = (struct btf_header *)t.words;
	u32 types = t.count * 4 - (u32)sizeof(*h);

	*h = (struct btf_header){.magic = BTF_MAGIC,
				 .version = BTF_VERSION,
				 .hdr_len = sizeof(*h),
				 .type_len = types,
				 .str_off = types,
				 .str_len = sizeof(strings)};
	if (!chance(60))
		((u8 *)h)[chance(sizeof(*h))] ^= (u8)(1 << chance(8));
}

static void make(void)
{
	bool chain = !chance(6);

	memset(t.words, 0, sizeof(t.words));
	t.count = sizeof(struct btf_header) / 4;
	t.loose = ONE_OF(0, 300, 100, 30);
	t.types = chain ? 4 + chance(TYPES_MAX - 4) : 2 + chance(14);
	if (chain)
		put_chain();
	else
		put_any();
	put_header();
	memcpy(t.words + t.count, strings, sizeof(strings));
	t.size = t.count * 4 + (u32)sizeof(strings);
	if (!chance(8))
		((u8 *)t.words)[chance(t.size)] ^= (u8)(1 << chance(8));
}

/* ---- both sides */

static long load(struct skep *skep)
{
	union bpf_attr attr = {.btf = (uintptr_t)t.words, .btf_size = t.size};
	long got = skep ? skep_bpf(skep, BPF_BTF_LOAD, &attr, sizeof(attr))
			: syscall(SYS_bpf, BPF_BTF_LOAD, &attr, sizeof(attr));

	if (!skep && got < 0)
		return -errno;
	if (got >= 0)
		close((int)got);
	return got < 0 ? got : 0;
}

static void show(u32 number, long theirs, long ours)
{
	printf("# %u: Linux %ld, skep %ld:", number, theirs, ours);
	for (u32 i = 0; i < t.count; i++)
		printf(" %x", t.words[i]);
	printf("\n");
}

static bool linux_can(void)
{
	t.loose = 0;
	t.types = 2;
	t.count = sizeof(struct btf_header) / 4;
	put_int(BTF_KIND_INT);
	put_header();
	memcpy(t.words + t.count, strings, sizeof(strings));
	t.size = t.count * 4 + (u32)sizeof(strings);
	return load(NULL) == 0;
}

int main(int argc, char **argv)
{
	u32 count = argc > 1 ? (u32)atoi(argv[1]) : 4000, differences = 0, taken = 0;
	u64 seed = argc > 2 ? (u64)atoll(argv[2]) : 1;
	u32 shown = argc > 3 ? UINT32_MAX : SHOWN;
	struct skep_config config = {0};
	struct skep *skep = skep_system_new(&config, NULL);

	t.state = 1;
	if (!linux_can()) {
		test_skip("types at random", "bpf(2) needs root");
		skep_system_free(skep);
		return test_end();
	}
	t.state = seed * 0x9e3779b97f4a7c15 | 1;
	for (u32 i = 0; i < count; i++) {
		long theirs, ours;

		make();
		theirs = load(NULL);
		ours = load(skep);
		taken += theirs == 0;
		differences += theirs != ours;
		if (theirs != ours && differences <= shown)
			show(i, theirs, ours);
	}
	test_eq(differences, 0, "%u types at random, seed %llu", count, (unsigned long long)seed);
	test_ok(taken > count / 8 && taken < count, "some are taken and some refused");
	printf("# %u taken\n", taken);
	skep_system_free(skep);
	return test_end();
}

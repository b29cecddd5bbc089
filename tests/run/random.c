/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that call helpers of packets with arguments made at random, on packets made at random:
 * what every engine of skep gives back is what Linux gives back, or without Linux what all engines
 * give. Arguments: how many programs, and the seed. */
#include <errno.h>
#include <skep/prog.h>
#include <stdlib.h>

#include "both.h"
#include "packets.h"
#include "spec/uapi.h"
#include "test.h"

enum {
	TC = 1,
	XDP = 2,
	LWT = 4,
	CGROUP = 8,
	SOCKET = 16,
	LWTIN = 32,
	FLOW = 64,
	LOOKUP = 128,
	SIDES = 4,
	TEXT = 1 << 14,
	CALLS = 7,
	SHOWN = 5,
	HASH_SLOT = BOTH_OUT / 8 - 1
};

static const char *const names[SIDES] = {"JIT", "interpreter", "checked interpreter", "Linux"};

static const struct {
	u32 programs;
	const char *text;
} calls[] = {
#define CALL(programs, text) {programs, text},
#include "calls.def"
#undef CALL
};

static const struct {
	u32 bit, type, attach;
	const char *reads, *writes; /* offsets of fields */
} types[] = {
    {TC, BPF_PROG_TYPE_SCHED_CLS, 0,
     "0 4 8 12 16 20 24 28 32 36 40 44 48 64 72 84 152 160 164 176 180 184",
     "8 12 32 44 48 52 64 72"},
    {XDP, BPF_PROG_TYPE_XDP, 0, "12 16", ""},
    {LWT, BPF_PROG_TYPE_LWT_XMIT, 0, "0 4 8 12 16 20 24 28 32 36 40 44 48 64 164 176",
     "8 32 48 64"},
    {CGROUP, BPF_PROG_TYPE_CGROUP_SKB, 0,
     "0 4 8 12 16 20 24 28 32 36 40 44 48 64 88 92 96 100 112 116 128 132 136 152 164 176 184",
     "8 32 48 56"},
    {SOCKET, BPF_PROG_TYPE_SOCKET_FILTER, 0, "0 4 8 12 16 20 24 28 32 36 40 44 48 60 64 164 176",
     "48 52 64"},
    {LWTIN, BPF_PROG_TYPE_LWT_IN, 0, "0 4 8 12 16 20 24 28 32 36 40 44 48 64 164 176",
     "8 32 48 64"},
    {FLOW, BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_FLOW_DISSECTOR, "", ""},
    {LOOKUP, BPF_PROG_TYPE_SK_LOOKUP, BPF_SK_LOOKUP, "8 12 16 20 24 32 36 40 44 48 56 60 64", ""},
};

/* ---- numbers */

static const struct {
	char letter;
	u8 count;
	s64 values[14];
} kinds[] = {
    {'o', 12, {0, 1, 2, 12, 14, 20, 33, 34, 50, 0x7fffffff, -1, 0xffff}},
    {'l', 8, {1, 2, 3, 4, 8, 16, 33, 63}},
    {'z', 8, {0, 0, 4, 4, 8, 12, 20, 32}},
    {'e', 12, {0, 2, 10, 14, 24, 24, 40, 13, 50, 0xffff, 0x10000, -2}},
    {'r', 6, {0, 0, 1, 2, 3, 4}},
    {'b', 4, {0, 1, 1, 2}},
    {'3', 7, {0, 2, 2, 4, 4, 3, 16}},
    {'4', 13, {0, 2, 4, 16, 0x12, 0x14, 0x22, 0x24, 0x32, 0x44, 0x94, 0x10, 0x100}},
    {'5', 8, {0, 1, 1, 1, 2, 3, 4, 5}},
    {'i', 6, {0, 1, 1, 1, 77, 0x10001}},
    {'P', 14, {0, 14, 60, 1000, 3519, 3520, 3521, 3600, 3736, 3737, 5000, 700, 3700, -1}},
    {'j', 12, {0, 2, 4, 6, 8, 10, 12, 14, 28, 44, 46, 54}},
    {'B', 6, {0, 1, 2, 14, 15, 22}},
    {'Z', 3, {20, 24, 33}},
    {'h', 6, {0x45, 0x46, 0x60, 0x4f, 0x41, 0x30}},
    {'q', 8, {20, 40, 24, 19, 60, 64, 39, 1}},
    {'Q', 3, {20, 40, 64}},
    {'x', 14, {0, 12, 14, 33, 50, 3519, 3500, 3520, 7600, 7616, 4999, 0xffff, 0x10000, -1}},
    {'y', 12, {0, 4, -4, -14, 20, -40, 100, -1000, 3000, -4000, 4096, -5000}},
    {'F', 5, {2, 2, 10, 10, 3}},
    {'v', 6, {0x81, 0xa888, 0x8100, 0, 0x81, 0x81}},
    {'s', 14, {0, 4, -4, 8, 14, -14, 20, -20, 40, -40, 1, -3, 4095, -4096}},
    {'m', 5, {0, 1, 0, 1, 2}},
    {'a', 14, {0, 1, 2, 4, 10, 18, 12, 34, 6, 0x20, 128, 256, 0x0e00000000000042, 64}},
    {'u', 8, {0, 2, 14, 20, 1, 300, 15000, 0xfffffff0}},
    {'t', 10, {0, 13, 14, 20, 34, 40, 60, 1000, 16064, 16065}},
    {'p', 4, {0xdd86, 0xdd86, 8, 0x86dd}},
    {'0', 6, {0, 0, 0, 0, 0, 1}},
    {'n', 6, {0, 1, 16, 17, 2, 0}},
    {'N', 10, {0, 0, 1, 2, 4, 8, 14, 32, 15, 64}},
    {'k', 8, {44, 44, 44, 28, 24, 24, 12, 30}},
    {'K', 4, {64, 64, 63, 60}},
    {'L', 4, {12, 36, 11, 0}},
    {'f', 4, {0, 0, 1, 2}},
    {'c', 6, {0, 1, 2, 4, 8, 64}},
    {'g', 6, {-4, -8, 4, -32, -128, 8}},
    {'d', 9, {0, 1, 2, 3, 4, 8, 9, 24, 32}},
};

static u32 below(u64 *random, u32 limit)
{
	return (u32)(random_next(random) % limit);
}

/* Sizes that the verifier wants to know. */
static bool is_size(char letter)
{
	return strchr("lzkKLqQjBZ", letter) != NULL;
}

static s64 number(u64 *random, char letter)
{
	if (!is_size(letter) && below(random, 16) == 0)
		return (s32)((u32)random_next(random) >> below(random, 32));
	if (letter == 'w')
		return below(random, 4) ? (s32)random_next(random) : (s64)below(random, 70000);
	for (size_t i = 0; i < SKEP_COUNT(kinds); i++)
		if (kinds[i].letter == letter)
			return kinds[i].values[below(random, kinds[i].count)];
	abort();
}

/* ---- programs */

struct text {
	char bytes[TEXT];
	size_t length;
};

static void put(struct text *t, const char *text)
{
	size_t length = strlen(text);

	if (t->length + length >= TEXT)
		abort();
	memcpy(t->bytes + t->length, text, length + 1);
	t->length += length;
}

__attribute__((format(printf, 2, 3))) static void put_line(struct text *t, const char *format, ...)
{
	char line[128];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	put(t, line);
}

static void put_call(struct text *t, const char *call, u64 *random)
{
	for (; *call; call++) {
		char letter[2] = {*call, 0};

		if (*call == '$') {
			s64 value = number(random, *++call);
			bool wide = value != (s32)value;

			put_line(t, wide ? "%lld ll" : "%lld", (long long)value);
		} else {
			put(t, letter);
		}
	}
}

static const char *pick_call(u32 bit, u64 *random)
{
	for (;;) {
		u32 i = below(random, SKEP_COUNT(calls));

		if (calls[i].programs & bit)
			return calls[i].text;
	}
}

/* A read of the packet, directly or by LD_ABS, into map[out]. */
static void put_read(struct text *t, u32 bit, u32 slot, u64 *random)
{
	u32 end = below(random, 60) + 1;
	bool xdp = bit == XDP;

	put_line(t, "r2 = *(u32 *)(r6 + %d)\n", xdp ? 0 : 76);
	put_line(t, "r3 = *(u32 *)(r6 + %d)\n", xdp ? 4 : 80);
	put_line(t, "r4 = r2\nr4 += %u\nif r4 > r3 goto +2\n", end);
	put_line(t, "r0 = *(u8 *)(r2 + %u)\n", end - 1);
	put_line(t, "*(u64 *)(r7 + %u) = r0\n", slot * 8);
}

/* One of the offsets in a list. */
static long offset_of(const char *list, u64 *random)
{
	u32 count = 1, chosen;

	for (const char *at = list; *at; at++)
		count += *at == ' ';
	for (chosen = below(random, count); chosen; chosen--)
		list = strchr(list, ' ') + 1;
	return strtol(list, NULL, 10);
}

static void put_fields(struct text *t, const char *fields, u64 *random)
{
	enum { TSTAMP = 152, TSTAMP_TYPE = 180, HWTSTAMP = 184 };

	for (u32 slot = 24; *fields && slot < HASH_SLOT; slot++) {
		long offset = offset_of(fields, random);
		u32 bits = offset == TSTAMP || offset == HWTSTAMP ? 64
			   : offset == TSTAMP_TYPE		  ? 8
								  : 32;

		put_line(t, "r0 = *(u%u *)(r6 + %ld)\n*(u64 *)(r7 + %u) = r0\n", bits, offset,
			 slot * 8);
	}
}

static void put_field_write(struct text *t, const char *fields, u64 *random)
{
	if (*fields)
		put_line(t, "r1 = %d\n*(u32 *)(r6 + %ld) = r1\n",
			 (s32)(random_next(random) >> below(random, 32)),
			 offset_of(fields, random));
}

/* A write to the packet, by programs that may. */
static void put_write(struct text *t, u32 bit, u64 *random)
{
	u32 end = below(random, 60) + 4;
	bool xdp = bit == XDP;

	put_line(t, "r2 = *(u32 *)(r6 + %d)\n", xdp ? 0 : 76);
	put_line(t, "r3 = *(u32 *)(r6 + %d)\n", xdp ? 4 : 80);
	put_line(t, "r4 = r2\nr4 += %u\nif r4 > r3 goto +2\n", end);
	put_line(t, "r1 = %d\n", (s32)random_next(random));
	put_line(t, "*(u%u *)(r2 + %u) = r1\n", 8u << below(random, 3), end - 4);
}

static void put_absolute(struct text *t, u64 *random)
{
	static const s64 from[] = {0, 0, -0x100000, -0x200000};
	static const u32 sizes[] = {8, 16, 32};

	for (u32 i = 0; i < 2; i++) {
		put_line(t, "r0 = *(u%u *)skb[%lld]\n", sizes[below(random, 3)],
			 (long long)(from[below(random, 4)] + below(random, 40)));
		put_line(t, "*(u64 *)(r7 + %u) = r0\n", (22 + i) * 8);
	}
}

static void make(struct text *t, u32 i, u64 *random)
{
	u32 count = 1 + below(random, CALLS);

	t->length = 0;
	put(t, "r6 = r1\nr7 = map[out][0]+0\n");
	for (u32 off = 64; off; off -= 8)
		put_line(t, "r1 = %d\n*(u64 *)(r10 - %u) = r1\n",
			 below(random, 3) ? (s32)random_next(random) : (s32)below(random, 16), off);
	for (u32 n = 0; n < count; n++) {
		put_call(t, pick_call(types[i].bit, random), random);
		put_line(t, "*(u64 *)(r7 + %u) = r0\n", n * 8);
		put_line(t, "r0 = *(u64 *)(r10 - %u)\n*(u64 *)(r7 + %u) = r0\n",
			 8 + 8 * below(random, 8), (CALLS + n) * 8);
		if (types[i].bit & ~(SOCKET | LOOKUP) && below(random, 3) == 0)
			put_read(t, types[i].bit, 2 * CALLS + n, random);
		if (types[i].bit & (TC | XDP | LWT) && below(random, 3) == 0)
			put_write(t, types[i].bit, random);
		if (below(random, 4) == 0)
			put_field_write(t, types[i].writes, random);
	}
	put_fields(t, types[i].reads, random);
	if (types[i].bit & (TC | LWT | CGROUP | SOCKET | LWTIN))
		put_line(t, "r0 = *(u32 *)(r6 + 68)\n*(u64 *)(r7 + %u) = r0\n", HASH_SLOT * 8);
	if (types[i].bit & (TC | SOCKET) && below(random, 3) == 0)
		put_absolute(t, random);
	put(t, "r0 = 1\nexit\n");
}

/* ---- answers */

struct runner {
	struct side *sides[SIDES];
	struct text text;
	u8 packet[PACKET_ROOM];
	u32 ran, refused, differed;
};

static void show(struct runner *r, u32 side, const char *want, const char *got)
{
	if (r->differed++ >= SHOWN)
		return;
	printf("# %s says\n%s# %s says\n%s# %s\n# of\n%s", names[0], want, names[side], got,
	       side_log(r->sides[side]), r->text.bytes);
}

/* Makes a packet one of fragments. */
static u32 grow(u8 *packet, u32 size, u64 *random)
{
	u32 to = 3000 + below(random, 7000);

	for (; size < to; size++)
		packet[size] = (u8)random_next(random);
	return to;
}

/* Fields of a socket buffer that a caller may set. */
static void fill_context(struct question *q, u64 *random)
{
	static const struct {
		u32 offset, below;
	} settable[] = {{8, 0xffffffff},  {32, 0xffffffff},  {36, 3},	       {48, 0xffffffff},
			{64, 0xffffffff}, {152, 0xffffffff}, {156, 100},       {160, 66000},
			{164, 66000},	  {176, 70000},	     {184, 0xffffffff}};

	q->context_size = 192;
	for (u32 n = 1 + below(random, 3); n; n--) {
		u32 i = below(random, SKEP_COUNT(settable));
		u32 value = below(random, settable[i].below);

		memcpy(q->context + settable[i].offset, &value, sizeof(value));
	}
}

static bool takes_sums(u32 type)
{
	return type != BPF_PROG_TYPE_XDP && type != BPF_PROG_TYPE_FLOW_DISSECTOR &&
	       type != BPF_PROG_TYPE_SK_LOOKUP;
}

/* Addresses and ports for which a socket is sought. */
static void fill_lookup(struct question *q, u64 *random)
{
	enum { FAMILY = 8, PROTOCOL = 12, REMOTE_PORT = 36, LOCAL_PORT = 60, SIZE = 72 };

	q->packet_size = 0;
	q->context_size = SIZE;
	for (u32 i = FAMILY; i < LOCAL_PORT + 8; i++)
		if (i < REMOTE_PORT + 2 || i >= REMOTE_PORT + 4)
			q->context[i] = (u8)random_next(random);
	memset(q->context + FAMILY, 0, REMOTE_PORT - FAMILY - 2 * sizeof(u64) - sizeof(u32));
	memset(q->context + LOCAL_PORT + 2, 0, 2);
	q->context[FAMILY] = below(random, 2) ? 2 : 10;
	q->context[PROTOCOL] = below(random, 2) ? 6 : 17;
}

static void fill(struct runner *r, struct question *q, u64 *random)
{
	q->text = r->text.bytes;
	q->packet = r->packet;
	q->packet_size = packet_random(r->packet, random);
	q->wants_context = below(random, 2);
	q->repeat = below(random, 4) ? 0 : below(random, 4);
	/* Maps that name interfaces belong to programs with fragments, or without. */
	if (q->type == BPF_PROG_TYPE_XDP && !strstr(q->text, "redirect_map") &&
	    below(random, 2) == 0) {
		q->load_flags = 1 << 5; /* BPF_F_XDP_HAS_FRAGS */
		q->packet_size = grow(r->packet, q->packet_size, random);
	}
	if (q->type == BPF_PROG_TYPE_SK_LOOKUP)
		fill_lookup(q, random);
	if (takes_sums(q->type) && below(random, 4) == 0)
		q->flags = 4; /* the sum of the packet is kept */
	if (q->type == BPF_PROG_TYPE_XDP && below(random, 4) == 0) {
		u32 meta = 4 * below(random, 4), end = q->packet_size - below(random, 9);

		memcpy(q->context, &meta, 4);
		memcpy(q->context + 4, &end, 4);
		q->context_size = 24;
	}
	if (takes_sums(q->type) && below(random, 6) == 0)
		fill_context(q, random);
}

static void run_one(struct runner *r, u64 *random)
{
	static const u8 often[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7};
	u32 i = often[below(random, SKEP_COUNT(often))], last = SIDES - !r->sides[SIDES - 1];
	struct question q = {0};
	u64 hides;
	char *want;

	q.type = types[i].type;
	q.attach = types[i].attach;
	make(&r->text, i, random);
	fill(r, &q, random);
	/* Linux's hash has a secret. */
	hides = strstr(r->text.bytes, "get_hash_recalc") ? 1u << HASH_SLOT : 0;
	want = strdup(side_ask(r->sides[0], &q, hides));
	r->ran++;
	r->refused += strncmp(want, "not loaded", 10) == 0;
	for (u32 side = 1; side < last; side++) {
		const char *got = side_ask(r->sides[side], &q, hides);

		if (strcmp(got, want) != 0) {
			show(r, side, want, got);
			break;
		}
	}
	free(want);
}

int main(int argc, char **argv)
{
	static const u32 modes[] = {SKEP_CODE_JIT, SKEP_CODE_PLAIN, SKEP_CODE_CHECKED};
	static struct runner r;
	u32 count = argc > 1 ? (u32)strtoul(argv[1], NULL, 0) : 1000;
	u64 random = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;

	r.sides[SIDES - 1] = side_linux();
	if (!r.sides[SIDES - 1])
		test_skip("Linux", strerror(errno));
	for (u32 i = 0; i < SKEP_COUNT(modes); i++)
		r.sides[i] = side_skep(modes[i]);
	while (r.ran < count)
		run_one(&r, &random);
	test_eq(r.differed, 0, "%u programs with calls at random give the same everywhere", r.ran);
	test_ok(r.refused * 4 < r.ran, "few of them are refused: %u", r.refused);
	for (u32 i = 0; i < SIDES; i++)
		side_free(r.sides[i]);
	return test_end();
}

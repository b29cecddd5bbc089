/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "base/sha.h"
#include "fault_alloc.h"
#include "test.h"

static void test_arena(void)
{
	struct skep_arena arena = {0};
	u8 *small = skep_arena_alloc(&arena, 3);
	u8 *next = skep_arena_alloc(&arena, 1);
	u8 *large = skep_arena_alloc(&arena, 3 << 20);

	test_ok(small && next && large, "arena gives small and large pieces");
	test_eq((uintptr_t)small % 16 + (uintptr_t)next % 16, 0, "pieces are 16-byte aligned");
	test_eq(large[0] | large[(3 << 20) - 1], 0, "pieces are zeroed");
	test_ok(!skep_arena_array(&arena, SIZE_MAX / 2, 4), "an overflowing product is refused");
	test_text(skep_arena_text(&arena, "abcdef", 3), "abc", "texts are cut and ended");
	skep_arena_fini(&arena);
	test_ok(!arena.newest, "fini empties");
}

static void test_array(void)
{
	struct {
		u32 *data;
		size_t count, room;
	} a = {0};
	u64 sum = 0;

	for (u32 i = 0; i < 1000; i++)
		test_failed += !SKEP_PUSH(&a, i);
	for (u32 i = 0; i < 1000; i++)
		sum += a.data[i];
	test_eq(sum, 499500, "an array keeps what was pushed");
	test_ok(a.room < 2 * a.count, "an array doubles");
	fault_after(1);
	test_ok(!SKEP_RESERVE(&a, 100000) && a.data[999] == 999,
		"a failed growth keeps the old block");
	fault_after(0);
	skep_free(a.data);
}

static void test_buffer(void)
{
	struct skep_buffer b = {0};
	char *text;

	for (int i = 0; i < 50; i++)
		skep_buffer_printf(&b, "%d,", i);
	test_eq(b.count, 10 * 2 + 40 * 3, "a buffer grows by printf");
	text = skep_buffer_take(&b);
	test_ok(strncmp(text, "0,1,2,", 6) == 0 && !b.data, "take hands the text over");
	skep_free(text);
	text = skep_buffer_take(&b);
	test_text(text, "", "an empty buffer gives an empty text");
	skep_free(text);
	fault_after(1);
	skep_buffer_text(&b, "lost");
	test_ok(b.failed && !skep_buffer_take(&b), "a failed buffer gives nothing");
	fault_after(0);
}

static void test_bytes(void)
{
	u8 raw[8] = {1, 2, 3, 4, 5, 6, 7, 8};

	test_eq(skep_get_be16(raw), 0x0102, "be16");
	test_eq(skep_get_le32(raw + 1), 0x05040302, "le32 at an odd address");
	test_eq(skep_get_be64(raw), 0x0102030405060708, "be64");
	skep_put_be32(raw + 3, 0xa0b0c0d0);
	test_eq(skep_get_le64(raw), 0x08d0c0b0a0030201, "be32 is written in order");
}

static void test_diag(void)
{
	struct skep_diag d = {0};
	struct skep_place p = skep_place_text("one\ntwo three\n", 8, 5);

	test_eq(p.line * 100 + p.column, 205, "a place counts lines and columns from 1");
	test_ok(!skep_fail_at(&d, SKEP_E_RANGE, p, "%d is over %d", 9, 8), "failing returns false");
	skep_fail(&d, SKEP_E_NAME, "second");
	skep_hint(&d, "use %d", 8);
	skep_hint(&d, "other");
	test_text(d.what, "9 is over 8", "the first failure stays");
	test_text(d.hint, "use 8", "the first hint stays");
	test_text(skep_error_name(d.code), "range", "a code has a name");
	test_text(skep_error_name((enum skep_error)99), "unknown", "an unknown code has one too");
	test_ok(!skep_fail(NULL, SKEP_E_NAME, "nobody asks"), "a diag may be absent");
}

/* Digests of bytes 0, 7, 14...: lengths at which the padding takes another block. */
static const struct {
	u32 size;
	const char *sha1, *sha256; /* the first 8 bytes */
} digests[] = {
    {0, "da39a3ee5e6b4b0d", "e3b0c44298fc1c14"},    {3, "75550941124b46eb", "b361d0f9a938a2bb"},
    {55, "aecd1643c9903b9b", "576a1bf8d4478657"},   {56, "f5d65c621c02cc8e", "9b20501dfd1d9916"},
    {63, "4952f0fe097e4d64", "30b345906b493f06"},   {64, "1e17ae1fc093e5da", "d8bc63b4fc1156e5"},
    {119, "b4a4e69060d0b1e7", "7a6589821178918c"},  {120, "b651390c29964063", "655250427d56b1b0"},
    {1000, "38f3aa587f4aa049", "89f4ff56a25dd1db"},
};

static const char *hex(const u8 digest[8], char text[17])
{
	for (int i = 0; i < 8; i++)
		snprintf(text + 2 * i, 3, "%02x", digest[i]);
	return text;
}

static void test_sha(void)
{
	u8 bytes[1000], digest[SKEP_SHA256_SIZE];
	char text[17];

	for (u32 i = 0; i < sizeof(bytes); i++)
		bytes[i] = (u8)(i * 7);
	for (size_t i = 0; i < SKEP_COUNT(digests); i++) {
		skep_sha1(bytes, digests[i].size, digest);
		test_text(hex(digest, text), digests[i].sha1, "SHA-1 of %u bytes", digests[i].size);
		skep_sha256(bytes, digests[i].size, digest);
		test_text(hex(digest, text), digests[i].sha256, "SHA-256 of %u bytes",
			  digests[i].size);
	}
}

int main(void)
{
	test_sha();
	test_arena();
	test_array();
	test_buffer();
	test_bytes();
	test_diag();
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The kernel's functions on texts at any address: no text is looked at further than 64 KiB
 * (-E2BIG), and an address that is none is -EFAULT. */
#include <errno.h>
#include <string.h>

#include "helper/do.h"
#include "helper/probe.h"

enum { LONGEST = 65536, CHUNK = 256 };

/* A text that is read piece by piece. */
struct text {
	u64 address;
	u64 held; /* where the piece begins in memory, 0: there is none */
	u8 piece[CHUNK];
};

static struct text text_at(u64 address)
{
	struct text t;

	t.address = address;
	t.held = 0;
	return t;
}

/* The character at an index, or -EFAULT. */
static int at(struct text *t, u32 index)
{
	u64 address = t->address + index, begin = address & ~(u64)(CHUNK - 1);

	if (!t->held || t->held != begin) {
		t->held = 0;
		if (skep_probe_read(0, t->piece, begin, CHUNK))
			return -EFAULT;
		t->held = begin;
	}
	return t->piece[address - begin];
}

/* They return an int, which leaves the high half zero. */
static u64 result(long value)
{
	return (u32)value;
}

/* How long a text of at most `size` bytes is. */
static long length_of(u64 address, u64 size)
{
	struct text t = text_at(address);

	for (u32 i = 0; i < size && i < LONGEST; i++) {
		int c = at(&t, i);

		if (c <= 0)
			return c ?: (long)i;
	}
	return size <= LONGEST ? (long)size : -E2BIG;
}

u64 skep_kfunc_bpf_strlen(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return result(length_of(r1, UINT64_MAX));
}

u64 skep_kfunc_bpf_strnlen(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return result(length_of(r1, r2));
}

u64 skep_kfunc_bpf_strcmp(HELPER_ARGS)
{
	struct text a = text_at(r1), b = text_at(r2);

	(void)run;
	UNUSED_3;
	for (u32 i = 0; i < LONGEST; i++) {
		int x = at(&a, i), y = at(&b, i);

		if (x < 0 || y < 0)
			return result(-EFAULT);
		if (x != y)
			return result(x < y ? -1 : 1);
		if (!x)
			return 0;
	}
	return result(-E2BIG);
}

/* Where a character is among `size` bytes of a text; its end counts. */
static long find(u64 address, u64 size, u8 wanted, bool or_end)
{
	struct text t = text_at(address);

	for (u32 i = 0; i < size && i < LONGEST; i++) {
		int c = at(&t, i);

		if (c < 0)
			return c;
		if (c == wanted || (or_end && !c))
			return (long)i;
		if (!c)
			return -ENOENT;
	}
	return size <= LONGEST ? -ENOENT : -E2BIG;
}

u64 skep_kfunc_bpf_strchr(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return result(find(r1, UINT64_MAX, (u8)r2, false));
}

u64 skep_kfunc_bpf_strchrnul(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return result(find(r1, UINT64_MAX, (u8)r2, true));
}

u64 skep_kfunc_bpf_strnchr(HELPER_ARGS)
{
	(void)run;
	UNUSED_4;
	return result(find(r1, r2, (u8)r3, false));
}

u64 skep_kfunc_bpf_strrchr(HELPER_ARGS)
{
	struct text t = text_at(r1);
	long last = -ENOENT;

	(void)run;
	UNUSED_3;
	for (u32 i = 0; i < LONGEST; i++) {
		int c = at(&t, i);

		if (c < 0)
			return result(c);
		if (c == (s32)r2)
			last = (long)i;
		if (!c)
			return result(last);
	}
	return result(-E2BIG);
}

/* Whether a character is in a set: 1, 0, or what went wrong. */
static long is_in(struct text *set, int wanted)
{
	for (u32 i = 0; i < LONGEST; i++) {
		int c = at(set, i);

		if (c <= 0)
			return c;
		if (c == wanted)
			return 1;
	}
	return -E2BIG;
}

/* How many characters at the beginning are in the set, or are not. */
static long span(u64 address, u64 characters, bool within)
{
	struct text t = text_at(address), set = text_at(characters);

	for (u32 i = 0; i < LONGEST; i++) {
		int c = at(&t, i);
		long found;

		if (c <= 0)
			return c ?: (long)i;
		found = is_in(&set, c);
		if (found < 0)
			return found;
		if (found != within)
			return (long)i;
	}
	return -E2BIG;
}

u64 skep_kfunc_bpf_strspn(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return result(span(r1, r2, true));
}

u64 skep_kfunc_bpf_strcspn(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return result(span(r1, r2, false));
}

/* Whether a text stands at an index of another one of which `left` bytes may be looked at: 1, 0
 * (not here), -ENOENT (nowhere), or what went wrong. */
static long stands(struct text *t, u32 index, struct text *wanted, u64 left)
{
	for (u32 i = 0; i + index < LONGEST; i++) {
		int w = at(wanted, i), c;

		if (w <= 0)
			return w ?: 1;
		if (i + index >= left)
			return -ENOENT;
		c = at(t, i + index);
		if (c <= 0)
			return c ?: -ENOENT;
		if (c != w)
			return 0;
	}
	return -E2BIG;
}

static long find_text(u64 address, u64 wanted_address, u64 size)
{
	struct text t = text_at(address), wanted = text_at(wanted_address);

	for (u32 i = 0; i < LONGEST; i++) {
		long found = stands(&t, i, &wanted, size);

		if (found)
			return found > 0 ? (long)i : found;
	}
	return -E2BIG;
}

u64 skep_kfunc_bpf_strstr(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return result(find_text(r1, r2, UINT64_MAX));
}

u64 skep_kfunc_bpf_strnstr(HELPER_ARGS)
{
	(void)run;
	UNUSED_4;
	return result(find_text(r1, r2, r3));
}

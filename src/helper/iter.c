/* SPDX-License-Identifier: BSD-2-Clause */
/* Iterators that programs keep on their stack: over numbers, and over the bits that are set in an
 * array of words. */
#include <errno.h>
#include <string.h>

#include "helper/do.h"
#include "helper/probe.h"
#include "vm/lend.h"

/* ---- numbers */

enum { STEPS_MAX = 8 << 20 };

struct numbers {
	s32 now, end;
};

u64 skep_kfunc_bpf_iter_num_new(HELPER_ARGS)
{
	struct numbers *it = skep_pointer(r1);
	s32 begin = (s32)r2, end = (s32)r3;
	int error = begin > end ? -EINVAL : (s64)end - begin > STEPS_MAX ? -E2BIG : 0;

	(void)run;
	UNUSED_4;
	*it = (struct numbers){0};
	if (!error)
		*it = (struct numbers){(s32)((u32)begin - 1), end};
	return skep_kfunc_result(error);
}

u64 skep_kfunc_bpf_iter_num_next(HELPER_ARGS)
{
	struct numbers *it = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	if ((s32)((u32)it->now + 1) >= it->end) {
		*it = (struct numbers){0};
		return 0;
	}
	it->now++;
	return (u64)(uintptr_t)&it->now;
}

u64 skep_kfunc_bpf_iter_num_destroy(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	memset(skep_pointer(r1), 0, sizeof(struct numbers));
	return 0;
}

/* ---- bits */

enum { WORDS_MAX = 511, WORD = 64 };

struct bits {
	union {
		u64 word;   /* one word */
		u64 *words; /* more: lent */
	};
	s32 count; /* bits */
	s32 now;
};
static_assert(sizeof(struct bits) == 16, "struct bpf_iter_bits");

static int read_bits(struct skep_env *env, struct bits *it, u64 from, u32 words)
{
	u64 *to = &it->word;

	if (words > 1) {
		to = skep_lend(env, words * sizeof(*to));
		if (!to)
			return -ENOMEM;
	}
	if (skep_probe_read(0, to, from, words * sizeof(*to))) {
		if (words > 1)
			skep_lend_end(to);
		return -EFAULT;
	}
	if (words > 1)
		it->words = to;
	it->count = (s32)(words * WORD);
	it->now = -1;
	return 0;
}

u64 skep_kfunc_bpf_iter_bits_new(HELPER_ARGS)
{
	struct bits *it = skep_pointer(r1);
	u32 words = (u32)r3;
	int error;

	UNUSED_4;
	*it = (struct bits){0};
	if (!r2 || !words)
		return skep_kfunc_result(-EINVAL);
	if (words > WORDS_MAX)
		return skep_kfunc_result(-E2BIG);
	error = read_bits(skep_env(run), it, r2, words);
	if (error)
		*it = (struct bits){0};
	return skep_kfunc_result(error);
}

u64 skep_kfunc_bpf_iter_bits_next(HELPER_ARGS)
{
	struct bits *it = skep_pointer(r1);
	const u64 *words = it->count <= WORD ? &it->word : it->words;
	s32 at = it->now + 1;

	(void)run;
	UNUSED_2;
	while (at < it->count && !(words[at / WORD] >> at % WORD & 1))
		at++;
	if (it->now >= it->count || at >= it->count) {
		it->now = it->count;
		return 0;
	}
	it->now = at;
	return (u64)(uintptr_t)&it->now;
}

u64 skep_kfunc_bpf_iter_bits_destroy(HELPER_ARGS)
{
	struct bits *it = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	if (it->count > WORD)
		skep_lend_end(it->words);
	return 0;
}

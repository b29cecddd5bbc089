/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/install.h"

#include "base/alloc.h"
#include "base/diag.h"
#include "jit/debug.h"
#include "jit/memory.h"

static void release(struct skep_native *native)
{
	skep_jit_debug_free(native->debug);
	skep_free(native->slots);
	skep_jit_memory_free(native->at, native->size);
}

static bool check_size(const struct skep_jit_draft *draft, struct skep_diag *d)
{
	size_t bound = skep_jit_bound(draft);

	if (bound <= draft->limit)
		return true;
	skep_fail(d, SKEP_E_LIMIT, "up to %zu bytes of machine code: the limit is %zu", bound,
		  draft->limit);
	return skep_hint(d, "run programs of this size in the interpreter: SKEP_CODE_PLAIN");
}

/* False if memory ran out. */
static bool place_debug(const struct skep_jit_draft *draft)
{
	struct skep_jit_debug *debug = draft->debug;

	if (!debug)
		return true;
	debug->offsets = skep_realloc(debug->offsets, debug->functions.count * sizeof(u32));
	if (!debug->offsets)
		return false;
	for (size_t i = 0; i < debug->functions.count; i++)
		debug->offsets[i] = (u32)skep_jit_offset(draft, debug->functions.data[i]);
	for (size_t i = 0; i < debug->marks.count; i++)
		debug->marks.data[i].place.at +=
		    draft->jumps->offsets.data[debug->marks.data[i].place.branches];
	return true;
}

/* Where the code of each slot begins, if that is wanted. False if memory ran out. */
static bool find_slots(const struct skep_code *code, const struct skep_jit_draft *draft,
		       u32 **slots)
{
	if (!code->helpers.places)
		return true;
	*slots = skep_alloc(code->count * sizeof(**slots));
	for (u32 i = 0; *slots && i < code->count; i++)
		(*slots)[i] = (u32)skep_jit_offset(draft, i);
	return *slots;
}

bool skep_jit_install(struct skep_code *code, const struct skep_jit_draft *draft, bool *far,
		      struct skep_diag *d)
{
	size_t size = 0;
	u32 *slots = NULL;
	u8 *memory;

	if (!check_size(draft, d))
		return false;
	if (!skep_jit_place(draft, &size) || !place_debug(draft))
		return skep_fail_nomem(d);
	memory = skep_jit_memory_new(size, (void *)(uintptr_t)skep_packet_at_slow,
				     (u64)(uintptr_t)code, d);
	if (!memory)
		return false;
	if (!skep_jit_reaches(draft, (u64)(uintptr_t)memory, size)) {
		*far = true;
		goto failed;
	}
	skep_jit_copy(draft, (u64)(uintptr_t)memory, memory);
	if (!find_slots(code, draft, &slots)) {
		skep_fail_nomem(d);
		goto failed;
	}
	if (!skep_jit_memory_seal(memory, size, d))
		goto failed;
	code->native = (struct skep_native){.at = memory,
					    .size = size,
					    .used = size,
					    .release = release,
					    .debug = draft->debug,
					    .slots = slots};
	skep_code_set_engine(code, (skep_entry *)(uintptr_t)memory);
	for (u32 i = 0; i < code->callback_count; i++)
		code->callbacks[i].call =
		    (skep_helper)((uintptr_t)memory + skep_jit_offset(draft, draft->callbacks + i));
	code->mode = SKEP_CODE_JIT;
	return true;
failed:
	skep_free(slots);
	skep_jit_memory_free(memory, size);
	return false;
}

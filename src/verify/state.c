/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/state.h"

#include <string.h>

#include "base/array.h"

#define ADD	  SKEP_REG_T_ADD
#define ADD_CONST SKEP_REG_T_ADD_CONST
#define SPILL	  SKEP_REG_T_SPILL
#define SK	  SKEP_REG_T_SK
static const struct {
	const char *name;
	u32 traits;
} types[] = {
#define REG(type, name_, title, traits_) [SKEP_REG_##type] = {.name = name_, .traits = traits_},
#include "prog/regs.def"
};

u32 skep_reg_traits(const struct skep_reg *r)
{
	return types[r->type].traits;
}

const char *skep_reg_name(const struct skep_reg *r)
{
	return types[r->type].name;
}

struct skep_reg skep_reg_scalar(void)
{
	return (struct skep_reg){.type = SKEP_REG_SCALAR, .v = skep_scalar_unknown()};
}

struct skep_reg skep_reg_const(u64 value)
{
	return (struct skep_reg){.type = SKEP_REG_SCALAR, .v = skep_scalar_const(value)};
}

struct skep_reg skep_reg_pointer(enum skep_reg_type type)
{
	return (struct skep_reg){.type = (u8)type, .v = skep_scalar_const(0)};
}

u32 skep_reg_width(const struct skep_reg *r)
{
	u64 bits = r->v.t.value | r->v.t.mask;

	return bits ? 64 - (u32)__builtin_clzll(bits) : 0;
}

/* ---- pool */

static void empty(struct skep_kept *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		skep_free(kept->data[i]);
	skep_free(kept->data);
	*kept = (struct skep_kept){0};
}

void skep_pool_fini(struct skep_pool *pool)
{
	empty(&pool->frames);
	empty(&pool->states);
}

/* Gives the block back where the list of kept ones cannot grow. */
static void keep(struct skep_kept *kept, void *block)
{
	if (!SKEP_PUSH(kept, block))
		skep_free(block);
}

/* A block of the list, or a new one. */
static void *take(struct skep_kept *kept, size_t size)
{
	return kept->count ? kept->data[--kept->count] : skep_alloc(size);
}

struct skep_frame *skep_frame_new(struct skep_pool *pool)
{
	return take(&pool->frames, sizeof(struct skep_frame));
}

void skep_frame_free(struct skep_pool *pool, struct skep_frame *f)
{
	if (f)
		keep(&pool->frames, f);
}

struct skep_vstate *skep_state_new(struct skep_pool *pool)
{
	struct skep_vstate *s = take(&pool->states, sizeof(*s));

	if (s)
		memset(s, 0, sizeof(*s));
	return s;
}

static void copy_frame(struct skep_frame *to, const struct skep_frame *from)
{
	memcpy(to, from,
	       offsetof(struct skep_frame, slots) + from->slot_count * sizeof(from->slots[0]));
}

struct skep_vstate *skep_state_copy(struct skep_pool *pool, const struct skep_vstate *s)
{
	struct skep_vstate *copy = skep_state_new(pool);

	if (!copy)
		return NULL;
	*copy = *s;
	for (u32 i = 0; i < s->depth; i++) {
		copy->frames[i] = skep_frame_new(pool);
		if (!copy->frames[i]) {
			copy->depth = i;
			skep_state_free(pool, copy);
			return NULL;
		}
		copy_frame(copy->frames[i], s->frames[i]);
	}
	return copy;
}

void skep_state_free(struct skep_pool *pool, struct skep_vstate *s)
{
	if (!s)
		return;
	for (u32 i = 0; i < s->depth; i++)
		skep_frame_free(pool, s->frames[i]);
	keep(&pool->states, s);
}

struct skep_frame *skep_state_enter(struct skep_pool *pool, struct skep_vstate *s, u32 func,
				    u32 call_site)
{
	struct skep_frame *f = skep_frame_new(pool);

	if (!f)
		return NULL;
	memset(f, 0, offsetof(struct skep_frame, slots));
	f->func = func;
	f->call_site = call_site;
	f->number = (u8)s->depth;
	f->r[10] = skep_reg_pointer(SKEP_REG_STACK);
	f->r[10].frame = f->number;
	s->frames[s->depth++] = f;
	return f;
}

void skep_state_leave(struct skep_pool *pool, struct skep_vstate *s)
{
	skep_frame_free(pool, s->frames[--s->depth]);
}

void skep_frame_grow(struct skep_frame *f, u32 last)
{
	while (f->slot_count <= last)
		f->slots[f->slot_count++] = (struct skep_slot){0};
}

void skep_state_each(struct skep_vstate *s, void (*visit)(struct skep_reg *r, void *data),
		     void *data)
{
	for (u32 i = 0; i < s->depth; i++) {
		struct skep_frame *f = s->frames[i];

		for (u32 n = 0; n < SKEP_REGISTERS; n++)
			visit(&f->r[n], data);
		for (u32 n = 0; n < f->slot_count; n++)
			if (skep_slot_is_spill(&f->slots[n]))
				visit(&f->slots[n].reg, data);
	}
}

bool skep_slot_number(const u8 *bytes, const struct skep_reg *spilled, bool uninit,
		      struct skep_reg *number)
{
	bool misc = true, zero = true;

	if (bytes[7] == SKEP_BYTE_SPILL && bytes[0] == SKEP_BYTE_SPILL) {
		*number = *spilled;
		return spilled->type == SKEP_REG_SCALAR;
	}
	for (u32 i = 0; i < 8; i++) {
		misc &= bytes[i] == SKEP_BYTE_MISC || (bytes[i] == SKEP_BYTE_NONE && uninit);
		zero &= bytes[i] == SKEP_BYTE_ZERO;
	}
	*number = zero ? skep_reg_const(0) : skep_reg_scalar();
	return misc || zero;
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "refute/tell.h"

#include <string.h>

#include "base/buffer.h"
#include "refute/shade.h"
#include "vm/frame.h"

/* ---- what happened */

/* "byte 34" or "bytes 34 to 37". */
static void write_bytes(struct skep_buffer *b, s64 offset, u64 size)
{
	if (size == 1)
		skep_buffer_printf(b, "byte %lld", (long long)offset);
	else
		skep_buffer_printf(b, "bytes %lld to %lld", (long long)offset,
				   (long long)(offset + (s64)size - 1));
}

static void write_place(struct skep_buffer *b, const struct refute_follow *f,
			const struct skep_run *run)
{
	const struct refute_question *q = &f->question;
	const struct refute_world *w = f->world;
	const struct skep_packet_room *room = refute_world_room(w);
	u64 at = run->fault_address, size = run->fault_size;

	if (at < REFUTE_NULL_PAGE) {
		skep_buffer_printf(b, "through a pointer that is NULL");
		if (at)
			skep_buffer_printf(b, " plus %llu", (unsigned long long)at);
	} else if (q->base == REFUTE_BASE_PACKET && room) {
		write_bytes(b, (s64)(at - (u64)(uintptr_t)room->data), size);
		skep_buffer_printf(b, " of a packet of %lld", (long long)(room->end - room->data));
	} else if (q->base == REFUTE_BASE_VALUE) {
		write_bytes(b, (s64)(at - w->addresses[q->which]), size);
		skep_buffer_printf(b, " of a value of %u bytes in the map %s",
				   refute_value_size(w, f->choice, q->which),
				   w->in->in->maps[f->choice->elements[q->which].map]->name);
	} else {
		skep_buffer_printf(b, "%llu byte%s at r10%+lld, and the stack is r10-512 to r10-1",
				   (unsigned long long)size, size == 1 ? "" : "s",
				   (long long)(s64)(at - run->stack_end));
	}
}

static const char *write_what(const struct refute_follow *f, struct skep_arena *arena)
{
	const struct skep_run *run = &f->world->stage->run;
	const struct bpf_insn *insn = &f->world->in->in->insns[f->insn];
	const struct skep_helper_row *helper =
	    f->world->rows[f->insn]->kind == SKEP_KIND_CALL ? skep_helper_row(insn->imm) : NULL;
	struct skep_buffer b = {0};
	const char *text;

	if (helper)
		skep_buffer_printf(&b, "%s ", helper->symbol);
	skep_buffer_text(&b, run->fault_write ? "writes " : "reads ");
	write_place(&b, f, run);
	text = b.failed ? NULL : skep_arena_text(arena, b.data, b.count);
	skep_buffer_fini(&b);
	return text;
}

/* ---- the input */

static const u8 *copy(struct skep_arena *arena, const void *bytes, size_t count)
{
	u8 *to = skep_arena_alloc(arena, count + 1);

	if (to)
		memcpy(to, bytes, count);
	return to;
}

static bool tell_elements(const struct refute_follow *f, struct skep_arena *arena,
			  struct skep_refutation *found)
{
	struct skep_refute_element *list = skep_arena_array(arena, REFUTE_ELEMENTS, sizeof(*list));

	found->elements = list;
	for (u32 i = 0; list && i < f->choice->element_count; i++) {
		const struct refute_element *e = &f->choice->elements[i];
		const struct skep_map_shape *shape = &f->world->maps[e->map]->shape;
		u32 size = shape->value_size < REFUTE_VALUE ? shape->value_size : REFUTE_VALUE;
		struct skep_refute_element *to = &list[found->element_count];

		if (!e->chosen)
			continue;
		*to = (struct skep_refute_element){.map = e->map,
						   .key = copy(arena, e->key, shape->key_size),
						   .value = copy(arena, e->value, size),
						   .key_size = shape->key_size,
						   .value_size = size};
		if (!to->key || !to->value)
			return false;
		found->element_count++;
	}
	return list;
}

static bool tell_results(const struct refute_follow *f, struct skep_arena *arena,
			 struct skep_refutation *found)
{
	struct skep_refute_result *list = skep_arena_array(arena, REFUTE_RESULTS, sizeof(*list));

	found->results = list;
	for (u32 i = 0; list && i < f->choice->result_count; i++)
		list[found->result_count++] = (struct skep_refute_result){
		    .insn = f->world->in->verdict->trail[f->choice->results[i].at],
		    .value = f->choice->results[i].value};
	return list;
}

enum { FIELDS = 16 };

/* Fields that the choice has touched; `off` goes on behind each. */
static bool tell_fields(const struct refute_follow *f, struct skep_arena *arena,
			struct skep_refutation *found)
{
	const struct skep_verify_input *in = f->world->in->in;
	struct skep_refute_field *list = skep_arena_array(arena, FIELDS, sizeof(*list));

	found->fields = list;
	for (u32 i = 0; list && i < 64 && found->field_count < FIELDS; i++) {
		struct skep_ctx_ask ask = {.off = i * 4, .size = 4};
		struct skep_field field = {0};
		u64 value = 0;

		if (!(f->choice->touched >> i & 1))
			continue;
		(void)skep_ctx_access(in->prog_type, in->attach_type, ask, &field);
		if (!field.name || (field.size == 8 && i * 4 != field.off))
			continue;
		memcpy(&value, f->choice->context + i * 4, field.size == 8 ? 8 : 4);
		list[found->field_count++] = (struct skep_refute_field){field.name, value};
	}
	return list;
}

bool refute_tell(const struct refute_follow *f, struct skep_arena *arena,
		 struct skep_refutation *found)
{
	const struct skep_hook_ops *ops = f->world->stage->ops;
	const struct refute_choice *c = f->choice;
	bool args = ops->kind == SKEP_STAGE_ARGS;

	*found = (struct skep_refutation){.insn = f->insn, .what = write_what(f, arena)};
	if (!args) {
		found->packet = copy(arena, c->packet, c->length);
		found->packet_size = c->length;
		if (!found->packet || !tell_fields(f, arena, found))
			return false;
	} else {
		found->context_size = f->world->in->verdict->stats.context_end;
		found->context = copy(arena, c->context, found->context_size);
	}
	return found->what && (!args || found->context) && tell_elements(f, arena, found) &&
	       tell_results(f, arena, found);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Only the path is made runnable: what is not on it may be anything, and a run that leaves the path
 * is ended before it comes there. Maps are smaller where nobody can tell. */
#include "refute/world.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "helper/helper.h"
#include "vm/frame.h"

enum {
	ENTRIES = 256,	   /* of maps whose elements do not lie side by side */
	RING = 1 << 16,	   /* bytes of a ring buffer */
	MEMORY = 16 << 20, /* bytes of all maps */
	FORGET = 64,	   /* elements that are taken out before a run */
};

/* ---- maps */

static bool is_array(u32 type)
{
	return skep_map_row(type)->traits & SKEP_MAP_ARRAY_LIKE;
}

static u32 entries(const struct skep_map_shape *shape)
{
	u32 most = shape->type == BPF_MAP_TYPE_RINGBUF ? RING : ENTRIES;

	return is_array(shape->type) || shape->max_entries < most ? shape->max_entries : most;
}

void *refute_world_variables(struct skep_map *map)
{
	return map->ops->direct ? map->ops->direct(map) : NULL;
}

/* What arrays hold when the program is loaded: constants, and variables with their first values.
 * What the map owns stays its own. */
static void copy_contents(struct skep_map *from, struct skep_map *to)
{
	void *source = refute_world_variables(from), *target = refute_world_variables(to);

	if (source && target)
		skep_map_copy(to, target, source);
}

/* What only functions may touch is never chosen, and stays zero: no object is made here. */
static bool set_spans(struct refute_world *w, u32 number, struct skep_map *like)
{
	const struct skep_map_desc *desc = w->in->in->maps[number];
	struct skep_map_span *spans =
	    skep_arena_array(w->arena, desc->special_count + 1, sizeof(*spans));

	if (!spans)
		return false;
	for (u32 i = 0; i < desc->special_count; i++)
		spans[i] = (struct skep_map_span){.off = desc->specials[i].off,
						  .size = desc->specials[i].size};
	like->spans = spans;
	like->span_count = desc->special_count;
	like->owns = false;
	return true;
}

static bool make_map(struct refute_world *w, u32 number, u64 *memory)
{
	struct skep_map *from = w->in->maps[number], like = *from;
	u64 element = (u64)like.shape.key_size + like.shape.value_size + 64;

	/* What one holds is user space's as well. */
	if (like.shape.type == BPF_MAP_TYPE_ARENA)
		return false;
	like.shape.max_entries = entries(&like.shape);
	like.cpus = 1;
	like.waker = (struct skep_map_waker){0};
	*memory += like.shape.type == BPF_MAP_TYPE_RINGBUF ? like.shape.max_entries
							   : element * like.shape.max_entries;
	w->files[number] = memfd_create("skep-refute", MFD_CLOEXEC);
	like.file = w->files[number];
	if (like.file < 0 || *memory > MEMORY || !set_spans(w, number, &like) ||
	    skep_map_new(&like, &w->maps[number]) != 0)
		return false;
	copy_contents(from, w->maps[number]);
	return true;
}

static bool make_maps(struct refute_world *w)
{
	u32 count = w->in->in->map_count, largest = 0;
	u64 memory = 0;

	w->maps = skep_arena_array(w->arena, count + 1, sizeof(*w->maps));
	w->files = skep_arena_array(w->arena, count + 1, sizeof(*w->files));
	if (!w->maps || !w->files)
		return false;
	memset(w->files, 0xff, count * sizeof(*w->files));
	for (u32 i = 0; i < count; i++) {
		if (!make_map(w, i, &memory))
			return false;
		if (w->maps[i]->shape.value_size > largest)
			largest = w->maps[i]->shape.value_size;
	}
	w->value = skep_arena_alloc(w->arena, largest + 8);
	return w->value;
}

/* ---- code */

static bool is_straight(const struct skep_insn_row *row)
{
	return row && (row->kind == SKEP_KIND_ALU || row->kind == SKEP_KIND_LOAD ||
		       row->kind == SKEP_KIND_STORE);
}

/* Where a helper calls back and the path goes on in the function, what the helper returns to is
 * there as well: what stands behind it would be taken for the path. */
static void mark_return(const struct refute_world *w, u32 at, struct skep_fact *facts)
{
	const struct skep_verdict *verdict = w->in->verdict;
	u32 slot = verdict->trail[at];

	if (w->rows[slot]->kind == SKEP_KIND_CALL && w->rows[slot]->op != SKEP_CALL_LOCAL &&
	    at + 1 < verdict->trail_count && verdict->trail[at + 1] != slot + 1)
		facts[slot + 1].flags = SKEP_FACT_SEEN;
}

/* What is on the path, with a few instructions behind it, and the end that all code must have. */
static void mark_path(const struct refute_world *w, struct skep_fact *facts)
{
	const struct skep_verify_input *in = w->in->in;
	const struct skep_verdict *verdict = w->in->verdict;
	u32 last = verdict->trail[verdict->trail_count - 1];

	for (u32 i = 0; i < verdict->trail_count; i++) {
		facts[verdict->trail[i]].flags = SKEP_FACT_SEEN;
		mark_return(w, i, facts);
	}
	for (u32 i = last + 1; i < in->count && i <= last + REFUTE_BEHIND; i++) {
		if (!is_straight(w->rows[i]))
			break;
		facts[i].flags = SKEP_FACT_SEEN;
	}
	facts[in->count - 1].flags = SKEP_FACT_SEEN;
	for (u32 i = 0; i < in->count; i++) {
		if (w->rows[i] && w->rows[i]->kind == SKEP_KIND_JUMP && facts[i].flags)
			facts[i].flags |= SKEP_FACT_JUMPS | SKEP_FACT_FALLS;
		facts[i].memory = facts[i].flags ? w->in->verdict->facts[i].memory : 0;
	}
}

static bool decode(struct refute_world *w)
{
	const struct skep_verify_input *in = w->in->in;

	w->rows = skep_arena_array(w->arena, in->count, sizeof(*w->rows));
	for (u32 i = 0; w->rows && i < in->count; i++) {
		w->rows[i] = skep_insn_decode_at(in->insns, in->count, i, NULL);
		if (!w->rows[i])
			return false;
		i += w->rows[i]->kind == SKEP_KIND_WIDE;
	}
	return w->rows;
}

static bool make_code(struct refute_world *w)
{
	const struct skep_verify_input *in = w->in->in;
	struct skep_fact *facts = skep_arena_array(w->arena, in->count, sizeof(*facts));
	struct skep_code_options options = {.mode = SKEP_CODE_CHECKED};
	struct skep_helpers helpers = skep_helper_table();
	struct skep_lower_input lower = {.insns = in->insns,
					 .count = in->count,
					 .facts = facts,
					 .prog_type = in->prog_type,
					 .maps = w->maps,
					 .map_count = in->map_count,
					 .helpers = &helpers,
					 .kfunc = w->in->kfunc,
					 .kfunc_name = w->in->kfunc_name,
					 .context = w->in->context};

	if (!facts || !decode(w))
		return false;
	helpers.maps = w->maps;
	helpers.map_count = in->map_count;
	mark_path(w, facts);
	if (!skep_lower(&lower, &w->lowered, NULL))
		return false;
	w->code = skep_code_decode(w->lowered.prog, &options, &helpers, NULL);
	return w->code && skep_code_follow(w->code, NULL);
}

/* ---- the stage */

static void print_nothing(void *system, const char *text, size_t length)
{
	(void)system;
	(void)text;
	(void)length;
}

static bool make_stage(struct refute_world *w)
{
	const struct skep_verify_input *in = w->in->in;
	int error = 0;

	w->services = (struct skep_services){.print = print_nothing, .cpus = 1};
	w->stage = skep_stage_new(in->prog_type, in->attach_type, &w->services, 0, &error);
	if (!w->stage)
		return false;
	if (w->stage->ops->kind == SKEP_STAGE_ARGS)
		return w->in->verdict->stats.context_end <= REFUTE_CONTEXT;
	return w->stage->ops->kind == SKEP_STAGE_SKB || w->stage->ops->kind == SKEP_STAGE_XDP;
}

bool refute_world_init(struct refute_world *w, const struct skep_refute_input *in,
		       struct skep_arena *arena)
{
	*w = (struct refute_world){.in = in, .arena = arena};
	return make_maps(w) && make_code(w) && make_stage(w);
}

void refute_world_fini(struct refute_world *w)
{
	u32 count = w->maps && w->files ? w->in->in->map_count : 0;

	skep_stage_free(w->stage);
	skep_code_free(w->code);
	skep_lowered_fini(&w->lowered);
	for (u32 i = 0; i < count; i++) {
		if (w->maps[i])
			skep_map_free(w->maps[i]);
		if (w->files[i] >= 0)
			close(w->files[i]);
	}
}

/* ---- an input */

static bool clear_spans(void *context, const void *key, void *value)
{
	const struct skep_map *map = context;

	(void)key;
	for (u32 i = 0; i < map->span_count; i++)
		memset((u8 *)value + map->spans[i].off, 0, map->spans[i].size);
	return true;
}

/* Elements that runs before this one have left; what they wrote to arrays, and the locks that they
 * held there when they were stopped. */
static void forget_elements(struct refute_world *w, u32 number)
{
	struct skep_map *map = w->maps[number];
	u8 key[REFUTE_KEY];

	copy_contents(w->in->maps[number], map);
	if (is_array(map->shape.type) && map->span_count && map->ops->for_each)
		map->ops->for_each(map, clear_spans, map, 0);
	if (is_array(map->shape.type) || !map->ops->next_key || !map->ops->remove ||
	    map->shape.key_size > sizeof(key))
		return;
	for (u32 i = 0; i < FORGET && map->ops->next_key(map, NULL, key) == 0; i++)
		(void)map->ops->remove(map, key);
}

static bool put_element(struct refute_world *w, const struct refute_element *e)
{
	struct skep_map *map = w->maps[e->map];
	u32 size = map->shape.value_size;
	const void *variables = refute_world_variables(map);

	memset(w->value, 0, size);
	if (variables)
		memcpy(w->value, variables, size);
	memcpy(w->value, e->value, size < REFUTE_VALUE ? size : REFUTE_VALUE);
	if (map->ops->update_cpu)
		return map->ops->update_cpu(map, e->key, w->value, 0, 0) == 0;
	return map->ops->update && map->ops->update(map, e->key, w->value, 0) == 0;
}

u64 refute_world_find(struct refute_world *w, u32 number, const void *key)
{
	struct skep_map *map = w->maps[number];

	if (map->ops->lookup_cpu)
		return (u64)(uintptr_t)map->ops->lookup_cpu(map, key, 0);
	return map->ops->lookup ? (u64)(uintptr_t)map->ops->lookup(map, key) : 0;
}

static bool put_elements(struct refute_world *w, const struct refute_choice *c)
{
	bool ok = true;

	skep_map_read_begin();
	for (u32 i = 0; i < w->in->in->map_count; i++)
		forget_elements(w, i);
	memset(w->addresses, 0, sizeof(w->addresses));
	for (u32 i = 0; ok && i < c->element_count; i++) {
		const struct refute_element *e = &c->elements[i];

		if (!e->chosen && !is_array(w->maps[e->map]->shape.type))
			continue;
		ok = put_element(w, e) || !e->chosen;
		w->addresses[i] = refute_world_find(w, e->map, e->key);
	}
	skep_map_read_end();
	return ok;
}

bool refute_field_is_free(const char *name)
{
	static const char *const names[] = {"mark",	  "priority", "ingress_ifindex",
					    "ifindex",	  "cb",	      "hash",
					    "tc_classid", "tstamp",   "rx_queue_index"};

	for (size_t i = 0; i < SKEP_COUNT(names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

bool refute_world_put(struct refute_world *w, const struct refute_choice *c)
{
	const struct skep_hook_ops *ops = w->stage->ops;
	struct skep_stage_input in = {.context = c->context, .context_size = REFUTE_CONTEXT};

	if (!put_elements(w, c))
		return false;
	w->stage->env.random = 1;
	if (ops->kind == SKEP_STAGE_ARGS)
		return ops->put(w->stage, &in) == 0;
	if (ops->packet(w->stage, c->packet, c->length) != 0)
		return false;
	/* A context begins as user space has it. */
	for (u32 i = 0; i < 64; i++)
		if (c->touched >> i & 1)
			memcpy((u8 *)w->stage->env.context + i * 4, c->context + i * 4, 4);
	return true;
}

const struct skep_packet_room *refute_world_room(const struct refute_world *w)
{
	if (w->stage->env.context_kind == SKEP_CONTEXT_XDP)
		return &((const struct skep_xdp *)w->stage->env.context)->room;
	if (w->stage->env.context_kind == SKEP_CONTEXT_SKB)
		return &((const struct skep_skb *)w->stage->env.context)->room;
	return NULL;
}

u64 refute_world_packet(const struct refute_world *w)
{
	if (w->stage->env.context_kind == SKEP_CONTEXT_SKB)
		return (u64)(uintptr_t)((const struct skep_skb *)w->stage->env.context)->mac;
	if (w->stage->env.context_kind == SKEP_CONTEXT_XDP)
		return (u64)(uintptr_t)refute_world_room(w)->data;
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Elements of maps: keys and values come from the caller's memory and go there. In maps of maps and
 * of programs a caller writes a descriptor and reads an id; the map holds the id, and uses what it
 * names. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/array.h"
#include "spec/spec.h"
#include "syscall/memory.h"
#include "syscall/system.h"

/* One call: what it is about, with room for a key and a value. */
struct element {
	struct skep_map_entity *map;
	void *key, *value; /* in one block, which `key` starts */
};

static void fini(struct element *el)
{
	skep_free(el->key);
	skep_entity_put(el->map);
}

static int init(struct skep_bpf_call *call, struct element *el)
{
	size_t key_room;
	int error = 0;

	*el = (struct element){0};
	el->map = skep_entity_get(call, SKEP_ENTITY_MAP, (int)call->attr.map_fd, &error);
	if (!el->map)
		return error;
	key_room = (el->map->desc.key_size + 7u) & ~(size_t)7;
	el->key = skep_alloc(key_room + el->map->desc.value_size + sizeof(u64));
	if (!el->key)
		return -ENOMEM;
	el->value = (u8 *)el->key + key_room;
	return 0;
}

static int read_key(const struct skep_bpf_call *call, struct element *el)
{
	u32 size = el->map->desc.key_size;

	/* Maps without keys take none. */
	if (!size)
		return call->attr.key ? -EINVAL : 0;
	return skep_memory_read(call, el->key, call->attr.key, size);
}

static int check_read(const struct element *el)
{
	return el->map->desc.flags & BPF_F_WRONLY ? -EPERM : 0;
}

static int check_write(const struct element *el)
{
	return el->map->desc.flags & BPF_F_RDONLY ||
		       __atomic_load_n(&el->map->desc.frozen, __ATOMIC_ACQUIRE)
		   ? -EPERM
		   : 0;
}

/* ---- maps that hold maps or programs */

static bool holds_entities(const struct element *el)
{
	return skep_map_row(el->map->desc.type)->traits & SKEP_MAP_OF_MAPS ||
	       el->map->desc.type == BPF_MAP_TYPE_PROG_ARRAY;
}

static bool is_like(const struct skep_map_desc *want, const struct skep_map_desc *got)
{
	bool any_size = got->type == BPF_MAP_TYPE_ARRAY && got->flags & BPF_F_INNER_MAP;

	return want->type == got->type && want->key_size == got->key_size &&
	       want->value_size == got->value_size && want->flags == got->flags &&
	       want->special_count == got->special_count &&
	       (got->type != BPF_MAP_TYPE_ARRAY || any_size ||
		want->max_entries == got->max_entries);
}

/* What a descriptor names, if the map may hold it; used by the caller then. */
static void *get_held(struct skep_bpf_call *call, struct element *el, int fd, int *error)
{
	bool maps = el->map->desc.type != BPF_MAP_TYPE_PROG_ARRAY;
	void *held = skep_entity_get(call, maps ? SKEP_ENTITY_MAP : SKEP_ENTITY_PROG, fd, error);
	struct skep_map_entity *map = held;

	if (!held || !maps || is_like(&el->map->inner->desc, &map->desc))
		return held;
	skep_entity_put(held);
	*error = -EINVAL;
	return NULL;
}

/* Stops using what an element held; `holding` is locked. */
static void release_id(struct skep_map_entity *e, u32 id)
{
	for (size_t i = 0; i < e->held.count; i++) {
		if (e->held.data[i]->id != id)
			continue;
		skep_entity_put(e->held.data[i]);
		e->held.data[i] = e->held.data[--e->held.count];
		return;
	}
}

/* The id that an element holds, 0: none. */
static u32 held_id(struct element *el)
{
	u32 id = 0;

	return skep_map_read(el->map->map, el->key, &id, 0) ? 0 : id;
}

/* Puts an entity into an element; `holding` is locked. */
static int hold(struct skep_map_entity *e, struct element *el, struct skep_entity *held, u64 flags)
{
	u32 old = held_id(el);
	int error = SKEP_RESERVE(&e->held, 1)
			? e->map->ops->update(e->map, el->key, &held->id, flags)
			: -ENOMEM;

	if (error)
		return error;
	e->held.data[e->held.count++] = held;
	if (old)
		release_id(e, old);
	return 0;
}

static int update_held(struct skep_bpf_call *call, struct element *el)
{
	struct skep_entity *held;
	int fd, error = 0;

	memcpy(&fd, el->value, sizeof(fd));
	held = get_held(call, el, fd, &error);
	if (!held)
		return error;
	pthread_mutex_lock(&el->map->holding);
	error = hold(el->map, el, held, call->attr.flags);
	pthread_mutex_unlock(&el->map->holding);
	if (error)
		skep_entity_put(held);
	return error;
}

static int remove_held(struct element *el)
{
	struct skep_map *map = el->map->map;
	u32 old, none = 0;
	int error;

	pthread_mutex_lock(&el->map->holding);
	old = held_id(el);
	if (!old)
		error = -ENOENT;
	else if (map->shape.type == BPF_MAP_TYPE_HASH_OF_MAPS)
		error = map->ops->remove(map, el->key);
	else
		error = map->ops->update(map, el->key, &none, BPF_ANY);
	if (!error)
		release_id(el->map, old);
	pthread_mutex_unlock(&el->map->holding);
	return error;
}

/* ---- the commands */

static int lookup(struct skep_bpf_call *call, struct element *el)
{
	int error = check_read(el);

	error = error ?: read_key(call, el);
	error = error ?: skep_map_read(el->map->map, el->key, el->value, call->attr.flags);
	if (!error && holds_entities(el) && !held_id(el))
		error = -ENOENT;
	return error
		   ?: skep_memory_write(call, call->attr.value, el->value,
					el->map->desc.value_size);
}

static int update(struct skep_bpf_call *call, struct element *el)
{
	int error = check_write(el);

	error = error ?: read_key(call, el);
	error =
	    error ?: skep_memory_read(call, el->value, call->attr.value, el->map->desc.value_size);
	if (error)
		return error;
	if (holds_entities(el))
		return update_held(call, el);
	return el->map->map->ops->update(el->map->map, el->key, el->value, call->attr.flags);
}

static int remove_key(struct skep_bpf_call *call, struct element *el)
{
	int error = check_write(el);

	error = error ?: read_key(call, el);
	if (error)
		return error;
	return holds_entities(el) ? remove_held(el)
				  : el->map->map->ops->remove(el->map->map, el->key);
}

static int next_key(struct skep_bpf_call *call, struct element *el)
{
	int error = check_read(el);

	if (!error && call->attr.key)
		error = read_key(call, el);
	error = error
		    ?: el->map->map->ops->next_key(el->map->map, call->attr.key ? el->key : NULL,
						   el->key);
	return error
		   ?: skep_memory_write(call, call->attr.next_key, el->key, el->map->desc.key_size);
}

static long run(struct skep_bpf_call *call, int (*part)(struct skep_bpf_call *, struct element *))
{
	struct element el;
	int error = init(call, &el);

	error = error ?: part(call, &el);
	fini(&el);
	return error;
}

long skep_cmd_elem_lookup(struct skep_bpf_call *call)
{
	return run(call, lookup);
}

long skep_cmd_elem_update(struct skep_bpf_call *call)
{
	return run(call, update);
}

long skep_cmd_elem_delete(struct skep_bpf_call *call)
{
	return run(call, remove_key);
}

long skep_cmd_elem_next(struct skep_bpf_call *call)
{
	return run(call, next_key);
}

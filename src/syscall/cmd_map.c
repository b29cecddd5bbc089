/* SPDX-License-Identifier: BSD-2-Clause */
/* MAP_CREATE, and MAP_FREEZE. */
#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/arena.h"
#include "map/layout.h"
#include "map/rcu.h"
#include "map/ringbuf.h"
#include "prog/specials.h"
#include "spec/spec.h"
#include "syscall/elem.h"
#include "syscall/events.h"
#include "syscall/map_rules.h"
#include "syscall/mapped.h"
#include "syscall/memory.h"
#include "syscall/objects.h"
#include "syscall/system.h"
#include "syscall/timers.h"

/* The program that a map is for, by its SHA-256: offsets in attr, behind what headers of Linux 6.1
 * have. */
enum { EXCLUSIVE = 80, EXCLUSIVE_SIZE = 88 };

/* ---- types of key and value */

/* Takes the special fields over; only locks that the map has are known to it. */
static int set_specials(struct skep_map_entity *e, const struct skep_special *found, u32 count,
			struct skep_map *like)
{
	e->specials = skep_alloc((count + 1) * sizeof(*e->specials));
	e->spans = skep_alloc((count + 1) * sizeof(*e->spans));
	if (!e->specials || !e->spans)
		return -ENOMEM;
	for (u32 i = 0; i < count; i++) {
		e->specials[i] = found[i];
		e->spans[i] = skep_span_of(&found[i]);
		if (found[i].kind == SKEP_SPECIAL_SPIN_LOCK)
			like->lock = (s32)found[i].off;
	}
	e->desc.specials = e->specials;
	e->desc.special_count = count;
	like->spans = e->spans;
	like->span_count = count;
	like->owns = skep_spans_own(e->spans, count);
	return 0;
}

/* The kernel's types are read only where they matter. Fields that do not go together are none, as
 * in Linux: what the value holds then are bytes. */
static u32 find_specials(struct skep_bpf_call *call, const struct btf *btf,
			 struct skep_special found[SKEP_SPECIALS_MAX])
{
	struct skep_specials_ask ask = {
	    .btf = btf, .version = call->skep->config.kernel, .holder = SKEP_SPECIALS_MAP};
	int count;

	ask.kernel = skep_specials_own(btf) ? skep_system_kernel(call->skep) : NULL;
	count = skep_specials_find(&ask, call->attr.btf_value_type_id, found);
	return count < 0 ? 0 : (u32)count;
}

static const struct btf_type *plain_type(const struct btf *btf, u32 id)
{
	const struct btf_type *t = btf__type_by_id(btf, id);

	while (t && (btf_is_mod(t) || btf_is_typedef(t)))
		t = btf__type_by_id(btf, t->type);
	return t;
}

/* A map of one element that is a section has a key, but no type of it. */
static bool is_section(const union bpf_attr *attr, const struct btf *btf)
{
	const struct btf_type *value = btf__type_by_id(btf, attr->btf_value_type_id);

	return attr->map_type == BPF_MAP_TYPE_ARRAY && attr->max_entries == 1 && value &&
	       btf_is_datasec(value);
}

/* Whether a map may have such types (Linux: map_check_btf). */
static int check_types(const union bpf_attr *attr, const struct btf *btf)
{
	u32 traits = skep_map_row(attr->map_type)->traits;
	const struct btf_type *key = plain_type(btf, attr->btf_key_type_id);

	if (traits & SKEP_MAP_UNTYPED)
		return -SKEP_ENOTSUPP;
	if (!attr->btf_key_type_id)
		return traits & SKEP_MAP_KEY_NONE || is_section(attr, btf) ? 0 : -EINVAL;
	if (traits & SKEP_MAP_KEY_STRUCT && !btf_is_struct(key))
		return -EINVAL;
	return traits & SKEP_MAP_KEY_U32 && !(btf_is_int(key) && key->size == sizeof(u32)) ? -EINVAL
											   : 0;
}

static int set_types(struct skep_bpf_call *call, struct skep_map_entity *e, struct skep_map *like)
{
	const union bpf_attr *attr = &call->attr;
	struct skep_special found[SKEP_SPECIALS_MAX];
	int error = 0;
	u32 count;

	if (!attr->btf_key_type_id && !attr->btf_value_type_id)
		return 0;
	e->btf = skep_entity_get(call, SKEP_ENTITY_BTF, (int)attr->btf_fd, &error);
	if (!e->btf)
		return error;
	e->desc.btf = e->btf->btf;
	e->desc.key_type = attr->btf_key_type_id;
	e->desc.value_type = attr->btf_value_type_id;
	if (attr->btf_key_type_id &&
	    skep_btf_size(e->btf->btf, attr->btf_key_type_id) != attr->key_size)
		return -EINVAL;
	if (skep_btf_size(e->btf->btf, attr->btf_value_type_id) != attr->value_size)
		return -EINVAL;
	count = find_specials(call, e->btf->btf, found);
	if (count && (attr->map_flags & (BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG)))
		return -EACCES;
	return skep_specials_check(attr->map_type, found, count)
		   ?: check_types(attr, e->btf->btf)
		   ?: set_specials(e, found, count, like);
}

/* ---- maps in maps */

static int set_inner(struct skep_bpf_call *call, struct skep_map_entity *e)
{
	int error = 0;

	if (!(skep_map_row(call->attr.map_type)->traits & SKEP_MAP_OF_MAPS))
		return 0;
	e->inner = skep_entity_get(call, SKEP_ENTITY_MAP, (int)call->attr.inner_map_fd, &error);
	if (!e->inner)
		return error;
	e->desc.inner = &e->inner->desc;
	if (e->inner->inner)
		return -EINVAL;
	if (e->inner->exclusive)
		return -SKEP_ENOTSUPP;
	return skep_map_row(e->inner->desc.type)->traits & SKEP_MAP_LONELY ? -SKEP_ENOTSUPP : 0;
}

/* ---- the command */

static int set_exclusive(const struct skep_bpf_call *call, struct skep_map_entity *e)
{
	u64 at;
	u32 size;

	memcpy(&at, call->bytes + EXCLUSIVE, sizeof(at));
	memcpy(&size, call->bytes + EXCLUSIVE_SIZE, sizeof(size));
	if (!at || size != sizeof(e->only_for))
		return at || size ? -EINVAL : 0;
	e->exclusive = true;
	return skep_memory_read(call, e->only_for, at, sizeof(e->only_for));
}

/* A map whose last descriptor is closed forgets its programs and timers, as in Linux: programs may
 * use the map, and would keep each other for ever. */
static bool unheld_map(struct skep_entity *entity)
{
	struct skep_map_entity *e = (struct skep_map_entity *)entity;
	bool any = e->desc.type == BPF_MAP_TYPE_PROG_ARRAY && e->held_count;

	if (any)
		skep_held_drop(e);
	if (e->timers)
		any |= skep_timers_forget(e->timers, e->map);
	return any;
}

static void drop_map(struct skep_entity *entity)
{
	struct skep_map_entity *e = (struct skep_map_entity *)entity;

	skep_held_drop(e);
	if (e->timers && e->map)
		skep_timers_forget(e->timers, e->map);
	skep_entity_put(e->btf);
	skep_entity_put(e->inner);
	e->btf = NULL;
	e->inner = NULL;
}

static void free_map(struct skep_entity *entity)
{
	struct skep_map_entity *e = (struct skep_map_entity *)entity;

	/* Programs that found the map in another one may still use it. */
	skep_map_read_wait();
	skep_map_free(e->map);
	skep_events_fini(&e->events);
	skep_free(e->drop_key);
	pthread_mutex_destroy(&e->holding);
	skep_free(e->specials);
	skep_free(e->spans);
	if (entity->file >= 0)
		close(entity->file);
	skep_free(e);
}

static const struct skep_entity_ops map_ops = {
    .unheld = unheld_map, .drop = drop_map, .free = free_map};

static void describe(const union bpf_attr *attr, struct skep_map_entity *e, struct skep_map *like)
{
	like->shape = (struct skep_map_shape){.type = attr->map_type,
					      .key_size = attr->key_size,
					      .value_size = attr->value_size,
					      .max_entries = attr->max_entries,
					      .flags = attr->map_flags,
					      .extra = attr->map_extra};
	e->extra = attr->map_extra;
	e->desc = (struct skep_map_desc){.name = e->name,
					 .type = attr->map_type,
					 .key_size = attr->key_size,
					 .value_size = attr->value_size,
					 .max_entries = attr->max_entries,
					 .flags = attr->map_flags};
}

static long create(struct skep_bpf_call *call, struct skep_map_entity *e)
{
	struct skep_map like = {.lock = -1};
	int error, fd;

	describe(&call->attr, e, &like);
	e->timers = call->skep->timers;
	error = set_inner(call, e)
		    ?: skep_call_name(e->name, call->attr.map_name)
			   ?: set_types(call, e, &like) ?: set_exclusive(call, e);
	if (error)
		return error;
	fd = skep_entity_open(&e->e, e->name, skep_access_of(call->attr.map_flags));
	if (fd < 0)
		return fd;
	like.file = e->e.file;
	like.cpus = call->skep->config.cpus;
	like.waker = skep_events_waker(&e->events, e->desc.type == BPF_MAP_TYPE_USER_RINGBUF);
	e->drop_key = skep_alloc(like.shape.key_size);
	error = e->drop_key ? skep_map_new(&like, &e->map) : -ENOMEM;
	if (error) {
		close(fd);
		return error;
	}
	e->desc.max_entries = e->map->shape.max_entries;
	if (e->map->ops->direct)
		e->desc.contents = e->map->ops->direct(e->map);
	return fd;
}

long skep_cmd_map_create(struct skep_bpf_call *call)
{
	int error = skep_map_check(call);
	struct skep_map_entity *e;
	long fd;

	if (error)
		return error;
	e = skep_alloc(sizeof(*e));
	if (!e)
		return -ENOMEM;
	e->e = (struct skep_entity){.kind = SKEP_ENTITY_MAP, .file = -1, .ops = &map_ops};
	pthread_mutex_init(&e->holding, NULL);
	fd = create(call, e);
	if (fd >= 0) {
		skep_entity_add(call->skep, &e->e);
		return fd;
	}
	drop_map(&e->e);
	free_map(&e->e);
	return fd;
}

/* Where the system has mapped a map's memory file, NULL: nobody can map it. */
static const void *mapped_at(const struct skep_map_entity *e)
{
	struct skep_map_layout layout;

	if (e->desc.type == BPF_MAP_TYPE_RINGBUF || e->desc.type == BPF_MAP_TYPE_USER_RINGBUF)
		return skep_ringbuf_pages(e->map);
	if (e->desc.type == BPF_MAP_TYPE_ARENA)
		return (const void *)(uintptr_t)(skep_map_arena_window(e->map) +
						 (u32)skep_map_arena_place(e->map).start);
	if (!(e->desc.flags & BPF_F_MMAPABLE) || !e->map->ops->layout)
		return NULL;
	e->map->ops->layout(e->map, &layout);
	return (const void *)(uintptr_t)layout.base;
}

static int freeze(struct skep_map_entity *e, int access)
{
	const void *own = mapped_at(e);

	if (e->desc.type == BPF_MAP_TYPE_STRUCT_OPS || e->desc.special_count)
		return -SKEP_ENOTSUPP;
	if (access == O_RDONLY || __atomic_load_n(&e->desc.frozen, __ATOMIC_ACQUIRE))
		return -EPERM;
	if (own && skep_is_mapped(&e->e, own))
		return -EBUSY;
	return __atomic_exchange_n(&e->desc.frozen, true, __ATOMIC_ACQ_REL) ? -EPERM : 0;
}

long skep_cmd_map_freeze(struct skep_bpf_call *call)
{
	int error = 0;
	struct skep_map_entity *e =
	    skep_entity_get(call, SKEP_ENTITY_MAP, (int)call->attr.map_fd, &error);

	if (!e)
		return error;
	error = freeze(e, skep_entity_access(call, (int)call->attr.map_fd));
	skep_entity_put(e);
	return error;
}

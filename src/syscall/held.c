/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps whose elements hold maps, programs or perf events: a caller writes a descriptor and reads an
 * id. Devices and CPUs may have a program that runs there. */
#include <errno.h>
#include <string.h>

#include "syscall/elem.h"

enum {
	QUEUE_MAX = 16384, /* packets, of a CPU of a cpumap */
	WITH_PROG = 8,	   /* bytes of a value that has a program */
};

/* What devices and CPUs are written as, and read as with an id in place of the descriptor. */
struct target {
	u32 number; /* of the interface, or length of the queue; 0: take the element out */
	int prog;
};

/* ---- what a descriptor names */

static bool is_like(const struct skep_map_desc *want, const struct skep_map_desc *got)
{
	bool any_size = got->type == BPF_MAP_TYPE_ARRAY && got->flags & BPF_F_INNER_MAP;

	return want->type == got->type && want->key_size == got->key_size &&
	       want->value_size == got->value_size && want->flags == got->flags &&
	       want->special_count == got->special_count &&
	       (got->type != BPF_MAP_TYPE_ARRAY || any_size ||
		want->max_entries == got->max_entries);
}

static int hold_map(const struct skep_elem *el, void *owner, struct skep_map_held *held)
{
	struct skep_map_entity *inner = owner;

	held->object = inner->map;
	if (inner->exclusive)
		return -SKEP_ENOTSUPP;
	return is_like(&el->entity->inner->desc, &inner->desc) ? 0 : -EINVAL;
}

/* All programs of an array go on in each other, so they are of one type. */
static int hold_prog(const struct skep_elem *el, void *owner, struct skep_map_held *held)
{
	const struct skep_prog_entity *prog = owner;
	struct skep_map_entity *e = el->entity;

	held->object = prog->code;
	if (e->prog_type && e->prog_type != prog->type)
		return -EINVAL;
	e->prog_type = prog->type;
	return 0;
}

static int hold_event(const struct skep_elem *el, void *owner, struct skep_map_held *held)
{
	struct skep_perf_entity *event = owner;

	(void)el;
	held->object = &event->ring;
	return 0;
}

static int hold_device_prog(const struct skep_elem *el, void *owner, struct skep_map_held *held)
{
	const struct skep_prog_entity *prog = owner;
	u32 attach = el->entity->desc.type == BPF_MAP_TYPE_CPUMAP ? BPF_XDP_CPUMAP : BPF_XDP_DEVMAP;

	held->object = prog->code;
	return prog->type == BPF_PROG_TYPE_XDP && prog->attach_type == attach ? 0 : -EINVAL;
}

static const struct {
	int (*hold)(const struct skep_elem *el, void *owner, struct skep_map_held *held);
	enum skep_entity_kind kind;
	bool is_target;	  /* the value is a struct target */
	bool sys_no_read; /* user space cannot read it */
} kinds[] = {
    [BPF_MAP_TYPE_ARRAY_OF_MAPS] = {hold_map, SKEP_ENTITY_MAP, false, false},
    [BPF_MAP_TYPE_HASH_OF_MAPS] = {hold_map, SKEP_ENTITY_MAP, false, false},
    [BPF_MAP_TYPE_PROG_ARRAY] = {hold_prog, SKEP_ENTITY_PROG, false, false},
    [BPF_MAP_TYPE_PERF_EVENT_ARRAY] = {hold_event, SKEP_ENTITY_PERF, false, true},
    [BPF_MAP_TYPE_DEVMAP] = {hold_device_prog, SKEP_ENTITY_PROG, true, false},
    [BPF_MAP_TYPE_DEVMAP_HASH] = {hold_device_prog, SKEP_ENTITY_PROG, true, false},
    [BPF_MAP_TYPE_CPUMAP] = {hold_device_prog, SKEP_ENTITY_PROG, true, false},
};

/* What a descriptor names, used by the element from now on. */
static int get_owner(struct skep_elem *el, int fd, struct skep_map_held *held)
{
	u32 type = el->entity->desc.type;
	int error = 0;

	held->owner = skep_entity_get(el->call, kinds[type].kind, fd, &error);
	if (!held->owner)
		return kinds[type].kind == SKEP_ENTITY_PERF ? -EBADF : error;
	return kinds[type].hold(el, held->owner, held);
}

static int check_target(const struct skep_elem *el, const struct target *target)
{
	if (el->entity->desc.type != BPF_MAP_TYPE_CPUMAP)
		return !target->number && target->prog > 0 ? -EINVAL : 0;
	if (target->number > QUEUE_MAX)
		return -EOVERFLOW;
	return *(u32 *)el->key < el->map->cpus ? 0 : -ENODEV;
}

static int get_target(struct skep_elem *el, struct skep_map_held *held)
{
	struct target target = {0};
	int error;

	memcpy(&target, el->value, el->value_size);
	error = check_target(el, &target);
	if (!error && target.number && target.prog > 0 && el->value_size == WITH_PROG &&
	    get_owner(el, target.prog, held))
		error = el->entity->desc.type == BPF_MAP_TYPE_CPUMAP ? -ENOMEM : -EINVAL;
	target.prog = held->owner ? (int)((struct skep_entity *)held->owner)->id : 0;
	memcpy(&held->value, &target, sizeof(target));
	return error;
}

static int get_held(struct skep_elem *el, struct skep_map_held *held)
{
	int fd;

	if (kinds[el->entity->desc.type].is_target)
		return get_target(el, held);
	memcpy(&fd, el->value, sizeof(fd));
	return get_owner(el, fd, held);
}

/* ---- elements */

/* The element lets something go. */
static void let_go(struct skep_map_entity *e, void *owner)
{
	if (!owner)
		return;
	e->held_count--;
	skep_entity_put(owner);
}

static int change(struct skep_elem *el, struct skep_map_held *held, u64 flags)
{
	bool remove = kinds[el->entity->desc.type].is_target && !(u32)held->value;
	void *old = NULL;
	int error;

	if (remove && el->entity->desc.type == BPF_MAP_TYPE_DEVMAP_HASH)
		return -EINVAL;
	held->value = remove ? 0 : held->value;
	error = el->map->ops->hold(el->map, el->key, held, flags, &old);
	if (error)
		return error;
	el->entity->held_count += held->owner != NULL;
	let_go(el->entity, old);
	return 0;
}

int skep_held_put(struct skep_elem *el, u64 flags)
{
	struct skep_map_held held = {0};
	int error;

	pthread_mutex_lock(&el->entity->holding);
	error = el->map->ops->hold(el->map, el->key, NULL, flags, NULL);
	error = error ?: get_held(el, &held);
	error = error ?: change(el, &held, flags);
	pthread_mutex_unlock(&el->entity->holding);
	if (error)
		skep_entity_put(held.owner);
	return error;
}

int skep_held_remove(struct skep_elem *el)
{
	void *old = NULL;
	int error;

	pthread_mutex_lock(&el->entity->holding);
	error = el->map->ops->release(el->map, el->key, &old);
	if (!error)
		let_go(el->entity, old);
	pthread_mutex_unlock(&el->entity->holding);
	return error;
}

int skep_held_get(struct skep_elem *el)
{
	struct skep_map_held held;
	bool any;

	if (kinds[el->entity->desc.type].sys_no_read)
		return -SKEP_ENOTSUPP;
	pthread_mutex_lock(&el->entity->holding);
	any = el->map->ops->held(el->map, el->key, &held);
	if (any && !kinds[el->entity->desc.type].is_target)
		held.value = ((struct skep_entity *)held.owner)->id;
	pthread_mutex_unlock(&el->entity->holding);
	if (!any)
		return -ENOENT;
	memcpy(el->value, &held.value, el->value_size);
	return 0;
}

/* The first key whose element holds something, behind another one; false: the end. */
static bool next_held(struct skep_map *map, void *key, bool *first)
{
	struct skep_map_held held;

	while (!map->ops->next_key(map, *first ? NULL : key, key)) {
		*first = false;
		if (map->ops->held(map, key, &held) && held.owner)
			return true;
	}
	return false;
}

void skep_held_drop(struct skep_map_entity *e)
{
	bool first = true;
	void *old;

	if (!e->map || !e->held_count)
		return;
	pthread_mutex_lock(&e->holding);
	while (e->held_count && next_held(e->map, e->drop_key, &first)) {
		old = NULL;
		e->map->ops->release(e->map, e->drop_key, &old);
		let_go(e, old);
	}
	pthread_mutex_unlock(&e->holding);
}

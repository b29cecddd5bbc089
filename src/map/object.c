/* SPDX-License-Identifier: BSD-2-Clause */
/* The last owner of an object drops what it owns at once, which may be the last owner of others:
 * those wait in a list, so that a long chain of objects takes no stack. The memory goes later. */
#include "map/object.h"

#include <stdalign.h>
#include <string.h>

#include "base/alloc.h"
#include "map/list.h"
#include "map/rcu.h"
#include "map/spin.h"
#include "map/tree.h"

enum {
	MANY = 256,	  /* objects that wait until readers are gone */
	GIVEN_MAX = 4088, /* bytes that Linux gives: bpf_mem_alloc() */
	CPU_ALIGN = 64,
};

struct skep_object {
	struct skep_object_type *type;	 /* used */
	struct skep_object *next, *back; /* of all objects */
	struct skep_object *after;	 /* once nobody has it: the next one of those */
	u32 owners;			 /* atomic */
	alignas(16) u8 bytes[];
};

struct skep_object_type {
	struct skep_objects *objects;
	u32 uses; /* atomic */
	u32 size, cpus;
	u32 stride; /* bytes from a CPU's to the next one's */
	u32 span_count;
	struct skep_map_span spans[];
};

struct skep_objects {
	u32 lock; /* of all below */
	u32 waiting;
	struct skep_object *first;
	struct skep_object *gone; /* nobody has them, but somebody may still read */
	u64 count;
};

static struct skep_object *object_of(const void *bytes)
{
	return (struct skep_object *)((u8 *)(uintptr_t)bytes - offsetof(struct skep_object, bytes));
}

/* ---- types */

struct skep_object_type *skep_object_type_new(struct skep_objects *objects,
					      const struct skep_object_plan *plan)
{
	size_t spans = plan->span_count * sizeof(*plan->spans);
	struct skep_object_type *type = skep_alloc(sizeof(*type) + spans);

	if (!type)
		return NULL;
	type->objects = objects;
	type->uses = 1;
	type->size = plan->size;
	type->cpus = plan->cpus;
	type->stride = (plan->size + CPU_ALIGN - 1) & ~(u32)(CPU_ALIGN - 1);
	type->span_count = plan->span_count;
	memcpy(type->spans, plan->spans, spans);
	return type;
}

void skep_object_type_put(struct skep_object_type *type)
{
	if (type && !__atomic_sub_fetch(&type->uses, 1, __ATOMIC_ACQ_REL))
		skep_free(type);
}

/* ---- memory */

static size_t bytes_of(const struct skep_object_type *type)
{
	return type->cpus ? (size_t)type->cpus * type->stride : type->size;
}

static void link_object(struct skep_objects *all, struct skep_object *o)
{
	skep_spin_lock(&all->lock);
	o->next = all->first;
	if (o->next)
		o->next->back = o;
	all->first = o;
	all->count++;
	skep_spin_unlock(&all->lock);
}

void *skep_object_new(struct skep_object_type *type)
{
	struct skep_object *o;

	if (!type->size || type->size > GIVEN_MAX)
		return NULL;
	o = skep_alloc(sizeof(*o) + bytes_of(type));
	if (!o)
		return NULL;
	__atomic_add_fetch(&type->uses, 1, __ATOMIC_RELAXED);
	o->type = type;
	o->owners = 1;
	link_object(type->objects, o);
	return o->bytes;
}

static void retire(struct skep_object *o)
{
	struct skep_objects *all = o->type->objects;

	skep_spin_lock(&all->lock);
	o->after = all->gone;
	all->gone = o;
	all->waiting++;
	all->count--;
	skep_spin_unlock(&all->lock);
}

/* The lock is held, or nobody else is there. */
static void unlink_object(struct skep_objects *all, const struct skep_object *o)
{
	if (o->back)
		o->back->next = o->next;
	else
		all->first = o->next;
	if (o->next)
		o->next->back = o->back;
}

static struct skep_object *take_gone(struct skep_objects *all)
{
	struct skep_object *gone;

	skep_spin_lock(&all->lock);
	gone = all->gone;
	all->gone = NULL;
	all->waiting = 0;
	skep_spin_unlock(&all->lock);
	return gone;
}

static void free_gone(struct skep_objects *all, struct skep_object *gone)
{
	while (gone) {
		struct skep_object *o = gone;

		gone = o->after;
		skep_spin_lock(&all->lock);
		unlink_object(all, o);
		skep_spin_unlock(&all->lock);
		skep_object_type_put(o->type);
		skep_free(o);
	}
}

void skep_objects_settle(struct skep_objects *objects)
{
	struct skep_object *gone;

	if (__atomic_load_n(&objects->waiting, __ATOMIC_RELAXED) < MANY)
		return;
	gone = take_gone(objects);
	if (gone)
		skep_map_read_wait();
	free_gone(objects, gone);
}

/* ---- owners */

void *skep_object_acquire(void *object)
{
	u32 *owners = &object_of(object)->owners;
	u32 count = __atomic_load_n(owners, __ATOMIC_RELAXED);

	while (count)
		if (__atomic_compare_exchange_n(owners, &count, count + 1, true, __ATOMIC_ACQ_REL,
						__ATOMIC_RELAXED))
			return object;
	return NULL;
}

/* One owner less; the object of the last one goes to those that wait. */
static void drop_to(struct skep_object **waiting, void *object)
{
	struct skep_object *o = object_of(object);

	if (__atomic_sub_fetch(&o->owners, 1, __ATOMIC_ACQ_REL))
		return;
	o->after = *waiting;
	*waiting = o;
}

/* ---- what values own */

static u32 *find_lock(const struct skep_map_span *spans, u32 count, u8 *value)
{
	for (u32 i = 0; i < count; i++)
		if (spans[i].kind == SKEP_SPAN_LOCK)
			return (u32 *)(value + spans[i].off);
	return NULL;
}

static void drop_pointer(void *at, struct skep_object **waiting)
{
	void *object = __atomic_exchange_n((void **)at, NULL, __ATOMIC_SEQ_CST);

	if (object)
		drop_to(waiting, object);
}

/* All nodes of a list leave it; they are in motion until their objects are dropped. */
static struct skep_list_node *empty_list(struct skep_list *list, u32 *lock)
{
	struct skep_list_node *first;

	skep_spin_lock(lock);
	first = list->first;
	list->first = list->last = NULL;
	for (struct skep_list_node *node = first; node; node = node->next)
		__atomic_store_n(&node->owner, SKEP_NODE_MOVED, __ATOMIC_RELAXED);
	skep_spin_unlock(lock);
	return first;
}

static void drop_list(u8 *at, u32 off, u32 *lock, struct skep_object **waiting)
{
	struct skep_list_node *node = empty_list((struct skep_list *)at, lock), *next;

	for (; node; node = next) {
		next = node->next;
		__atomic_store_n(&node->owner, NULL, __ATOMIC_RELEASE);
		drop_to(waiting, (u8 *)node - off);
	}
}

/* The same; they hang together by the places of their left children. */
static struct skep_tree_node *empty_tree(struct skep_tree *tree, u32 *lock)
{
	struct skep_tree_node *first = NULL, *node;

	skep_spin_lock(lock);
	while ((node = skep_tree_pick(tree))) {
		__atomic_store_n(&node->owner, SKEP_NODE_MOVED, __ATOMIC_RELAXED);
		node->side[0] = first;
		first = node;
	}
	skep_spin_unlock(lock);
	return first;
}

static void drop_tree(u8 *at, u32 off, u32 *lock, struct skep_object **waiting)
{
	struct skep_tree_node *node = empty_tree((struct skep_tree *)at, lock), *next;

	for (; node; node = next) {
		next = node->side[0];
		__atomic_store_n(&node->owner, NULL, __ATOMIC_RELEASE);
		drop_to(waiting, (u8 *)node - off);
	}
}

static void release(const struct skep_map_span *spans, u32 count, u8 *value,
		    struct skep_object **waiting)
{
	u32 *lock = find_lock(spans, count, value);

	for (u32 i = 0; i < count; i++) {
		u8 *at = value + spans[i].off;

		if (spans[i].kind == SKEP_SPAN_POINTER)
			drop_pointer(at, waiting);
		else if (spans[i].kind == SKEP_SPAN_LIST)
			drop_list(at, spans[i].node, lock, waiting);
		else if (spans[i].kind == SKEP_SPAN_TREE)
			drop_tree(at, spans[i].node, lock, waiting);
	}
}

static void finish(struct skep_object *waiting)
{
	while (waiting) {
		struct skep_object *o = waiting;

		waiting = o->after;
		release(o->type->spans, o->type->span_count, o->bytes, &waiting);
		retire(o);
	}
}

void skep_object_drop(void *object)
{
	struct skep_object *waiting = NULL;

	drop_to(&waiting, object);
	finish(waiting);
}

void skep_spans_release(const struct skep_map_span *spans, u32 count, void *value)
{
	struct skep_object *waiting = NULL;

	release(spans, count, value, &waiting);
	finish(waiting);
}

void *skep_object_of_cpu(void *object, u32 cpu)
{
	const struct skep_object_type *type = object_of(object)->type;

	return cpu < type->cpus ? (u8 *)object + (size_t)cpu * type->stride : NULL;
}

/* ---- all of them */

struct skep_objects *skep_objects_new(void)
{
	return skep_alloc(sizeof(struct skep_objects));
}

void skep_objects_free(struct skep_objects *objects)
{
	struct skep_object *o = objects ? objects->first : NULL, *next;

	for (; o; o = next) {
		next = o->next;
		skep_object_type_put(o->type);
		skep_free(o);
	}
	skep_free(objects);
}

u64 skep_objects_count(const struct skep_objects *objects)
{
	return __atomic_load_n(&objects->count, __ATOMIC_RELAXED);
}

/* Bytes that programs see as they are. */
static bool is_plain(const struct skep_object_type *type, u64 off, u32 size)
{
	if (type->cpus)
		off %= type->stride;
	if (off + size > ((type->size + 7u) & ~7u))
		return false;
	for (u32 i = 0; i < type->span_count; i++)
		if (off < (u64)type->spans[i].off + type->spans[i].size &&
		    type->spans[i].off < off + size)
			return false;
	return true;
}

bool skep_objects_allow(struct skep_objects *objects, u64 address, u32 size)
{
	struct skep_object *o;
	bool plain;

	skep_spin_lock(&objects->lock);
	for (o = objects->first; o; o = o->next)
		if (address - (u64)(uintptr_t)o->bytes < bytes_of(o->type))
			break;
	plain = o && is_plain(o->type, address - (u64)(uintptr_t)o->bytes, size);
	skep_spin_unlock(&objects->lock);
	return plain;
}

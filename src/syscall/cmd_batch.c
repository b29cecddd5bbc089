/* SPDX-License-Identifier: BSD-2-Clause */
/* The commands about many elements: how many were done is told in attr, also where one failed. A
 * walk goes on behind a key that the caller keeps, or in hashes at a position of four bytes. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "syscall/elem.h"
#include "syscall/memory.h"

struct batch {
	struct skep_elem el;
	u32 done;
	u32 position; /* in hashes */
	bool take;    /* remove what is looked up */
};

/* Which types have which commands. */
enum { LOOKUP = 1, TAKE = 2, UPDATE = 4, DELETE = 8, ALL = 15 };

static const u8 offered[] = {
    [BPF_MAP_TYPE_HASH] = ALL,
    [BPF_MAP_TYPE_PERCPU_HASH] = ALL,
    [BPF_MAP_TYPE_LRU_HASH] = ALL,
    [BPF_MAP_TYPE_LRU_PERCPU_HASH] = ALL,
    [BPF_MAP_TYPE_HASH_OF_MAPS] = ALL,
    [BPF_MAP_TYPE_ARRAY] = LOOKUP | UPDATE,
    [BPF_MAP_TYPE_PERCPU_ARRAY] = LOOKUP | UPDATE,
    [BPF_MAP_TYPE_ARRAY_OF_MAPS] = LOOKUP | UPDATE,
    [BPF_MAP_TYPE_LPM_TRIE] = LOOKUP | UPDATE | DELETE,
};

static bool is_offered(u32 type, u32 command)
{
	return type < SKEP_COUNT(offered) && offered[type] & command;
}

static int write_key(const struct batch *b, const void *key)
{
	return skep_memory_write(b->el.call,
				 b->el.call->attr.batch.keys + (u64)b->done * b->el.key_size, key,
				 b->el.key_size);
}

static u64 value_address(const struct batch *b)
{
	return b->el.call->attr.batch.values + b->done * b->el.value_size;
}

/* ---- walks */

/* Where the walk goes on: el->key, or the position. */
static int read_start(struct batch *b, bool *first)
{
	u64 at = b->el.call->attr.batch.in_batch;

	*first = !at;
	if (!at)
		return 0;
	if (b->el.map->ops->batch_key)
		return skep_memory_read(b->el.call, &b->position, at, sizeof(b->position));
	return skep_memory_read(b->el.call, b->el.key, at, b->el.key_size);
}

static int write_end(struct batch *b)
{
	u64 at = b->el.call->attr.batch.out_batch;

	if (b->el.map->ops->batch_key)
		return skep_memory_write(b->el.call, at, &b->position, sizeof(b->position));
	return b->done ? skep_memory_write(b->el.call, at, b->el.key, b->el.key_size) : 0;
}

/* The key behind the walk's place, which is there then. */
static int step(struct batch *b, bool *first)
{
	struct skep_elem *el = &b->el;
	int error;

	if (el->map->ops->batch_key)
		return el->map->ops->batch_key(el->map, &b->position, el->key);
	error = skep_elem_next(el, *first ? NULL : el->key, el->other_key);
	if (error)
		return error;
	memcpy(el->key, el->other_key, el->key_size);
	*first = false;
	return 0;
}

static int get(struct batch *b)
{
	u64 flags = b->el.call->attr.batch.elem_flags;
	int error;

	if (!b->take)
		return skep_elem_get(&b->el, flags);
	if (!b->el.map->ops->hold)
		return skep_elem_take(&b->el, flags);
	error = skep_held_get(&b->el);
	return error ?: skep_held_remove(&b->el);
}

/* Elements from the walk's place on, until there is no room; -ENOENT: none is left. */
static int walk(struct batch *b, u32 room)
{
	bool first;
	int error = read_start(b, &first);

	while (!error && b->done < room) {
		u32 before = b->position;

		error = step(b, &first);
		if (error)
			break;
		error = get(b);
		if (error == -ENOENT) {
			error = 0; /* gone since */
			continue;
		}
		error = error ?: write_key(b, b->el.key);
		error = error
			    ?: skep_memory_write(b->el.call, value_address(b), b->el.value,
						 b->el.value_size);
		b->done += !error;
		/* Another element may have the place of one that was removed. */
		if (b->take)
			b->position = before;
	}
	/* Hashes tell at once that the last element was among them. */
	if (!error && b->el.map->ops->batch_key) {
		u32 behind = b->position;

		if (b->el.map->ops->batch_key(b->el.map, &behind, b->el.other_key)) {
			b->position = behind;
			error = -ENOENT;
		}
	}
	return error;
}

/* ---- the commands */

static int write_count(const struct batch *b)
{
	return skep_memory_write(b->el.call, b->el.call->at + offsetof(union bpf_attr, batch.count),
				 &b->done, sizeof(b->done));
}

static int check(const struct batch *b)
{
	const union bpf_attr *attr = &b->el.call->attr;

	if (attr->batch.elem_flags & ~(u64)BPF_F_LOCK)
		return -EINVAL;
	return skep_elem_check_lock(&b->el, attr->batch.elem_flags);
}

static int do_lookup(struct batch *b)
{
	const union bpf_attr *attr = &b->el.call->attr;
	int error = check(b);

	if (error || (b->el.map->ops->batch_key && attr->batch.flags))
		return error ?: -EINVAL;
	if (!attr->batch.count)
		return 0;
	error = write_count(b);
	error = error ?: walk(b, attr->batch.count);
	if (error == -EFAULT)
		return error;
	return write_end(b) ?: write_count(b) ?: error;
}

/* What is done with the key of each element; -errno. */
typedef int deed(struct batch *b);

static int step_update(struct batch *b)
{
	int error = skep_memory_read(b->el.call, b->el.value, value_address(b), b->el.value_size);

	return error ?: skep_elem_put(&b->el, b->el.call->attr.batch.elem_flags);
}

static int step_delete(struct batch *b)
{
	return skep_elem_remove(&b->el);
}

/* Until one fails; the count tells how many did not. */
static int for_keys(struct batch *b, deed *do_one)
{
	const union bpf_attr *attr = &b->el.call->attr;
	int error = check(b);

	if (error || !attr->batch.count)
		return error;
	while (!error && b->done < attr->batch.count) {
		error = skep_memory_read(b->el.call, b->el.key,
					 attr->batch.keys + (u64)b->done * b->el.key_size,
					 b->el.key_size)
			    ?: do_one(b);
		b->done += !error;
	}
	return write_count(b) ?: error;
}

static int do_update(struct batch *b)
{
	return for_keys(b, step_update);
}

static int do_delete(struct batch *b)
{
	return for_keys(b, step_delete);
}

static long run(struct skep_bpf_call *call, u32 command, int (*part)(struct batch *))
{
	struct batch b = {.take = command == TAKE};
	int error = skep_elem_init(&b.el, call, call->attr.batch.map_fd);

	if (!error && command & (LOOKUP | TAKE))
		error = skep_elem_check_read(&b.el);
	if (!error && command != LOOKUP)
		error = skep_elem_check_write(&b.el);
	if (!error && !is_offered(b.el.entity->desc.type, command))
		error = -SKEP_ENOTSUPP;
	error = error ?: part(&b);
	skep_elem_fini(&b.el);
	return error;
}

long skep_cmd_batch_lookup(struct skep_bpf_call *call)
{
	return run(call, LOOKUP, do_lookup);
}

long skep_cmd_batch_take(struct skep_bpf_call *call)
{
	return run(call, TAKE, do_lookup);
}

long skep_cmd_batch_update(struct skep_bpf_call *call)
{
	return run(call, UPDATE, do_update);
}

long skep_cmd_batch_delete(struct skep_bpf_call *call)
{
	return run(call, DELETE, do_delete);
}

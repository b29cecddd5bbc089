/* SPDX-License-Identifier: BSD-2-Clause */
/* The commands about one element. */
#include <errno.h>

#include "syscall/elem.h"
#include "syscall/memory.h"

static int write_value(const struct skep_elem *el)
{
	return skep_memory_write(el->call, el->call->attr.value, el->value, el->value_size);
}

static int read_value(const struct skep_elem *el)
{
	return skep_memory_read(el->call, el->value, el->call->attr.value, el->value_size);
}

static int lookup(struct skep_elem *el)
{
	u64 flags = el->call->attr.flags;
	int error = skep_elem_check_read(el);

	error = error ?: skep_elem_check_lock(el, flags);
	error = error ?: skep_elem_read_key(el, el->call->attr.key);
	/* The question to a bloom filter is the value. */
	if (!error && el->entity->desc.type == BPF_MAP_TYPE_BLOOM_FILTER)
		error = read_value(el);
	return error ?: skep_elem_get(el, flags) ?: write_value(el);
}

static int update(struct skep_elem *el)
{
	u64 flags = el->call->attr.flags;
	int error = skep_elem_check_write(el);

	error = error ?: skep_elem_check_lock(el, flags);
	error = error ?: skep_elem_read_key(el, el->call->attr.key);
	return error ?: read_value(el) ?: skep_elem_put(el, flags);
}

static int remove_key(struct skep_elem *el)
{
	int error = skep_elem_check_write(el);

	return error ?: skep_elem_read_key(el, el->call->attr.key) ?: skep_elem_remove(el);
}

static int take(struct skep_elem *el)
{
	u64 flags = el->call->attr.flags;
	int error = skep_elem_check_read(el);

	error = error ?: skep_elem_check_write(el);
	error = error ?: el->map->ops->pop && flags ? -EINVAL : 0;
	error = error ?: skep_elem_check_lock(el, flags);
	error = error ?: skep_elem_read_key(el, el->call->attr.key);
	return error ?: skep_elem_take(el, flags) ?: write_value(el);
}

static int next_key(struct skep_elem *el)
{
	u64 at = el->call->attr.key;
	int error = skep_elem_check_read(el);

	if (!error && at)
		error = skep_elem_read_key(el, at);
	error = error ?: skep_elem_next(el, at ? el->key : NULL, el->other_key);
	return error
		   ?: skep_memory_write(el->call, el->call->attr.next_key, el->other_key,
					el->key_size);
}

static long run(struct skep_bpf_call *call, int (*part)(struct skep_elem *))
{
	struct skep_elem el;
	int error = skep_elem_init(&el, call, call->attr.map_fd);

	error = error ?: part(&el);
	skep_elem_fini(&el);
	return error;
}

long skep_cmd_elem_lookup(struct skep_bpf_call *call)
{
	return call->attr.flags & ~(u64)BPF_F_LOCK ? -EINVAL : run(call, lookup);
}

long skep_cmd_elem_update(struct skep_bpf_call *call)
{
	return run(call, update);
}

long skep_cmd_elem_delete(struct skep_bpf_call *call)
{
	return run(call, remove_key);
}

long skep_cmd_elem_take(struct skep_bpf_call *call)
{
	return call->attr.flags & ~(u64)BPF_F_LOCK ? -EINVAL : run(call, take);
}

long skep_cmd_elem_next(struct skep_bpf_call *call)
{
	return run(call, next_key);
}

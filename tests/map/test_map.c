/* SPDX-License-Identifier: BSD-2-Clause */
/* The contract of all maps with keys: each does what a list of keys and values does, as long as it
 * has room; and what happens when it has none, or no memory. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "fault_alloc.h"
#include "map/layout.h"
#include "maps.h"
#include "test.h"

enum { STEPS = 20000, NUMBERS = 1024 };

/* What the map should hold. */
struct model {
	bool there[NUMBERS];
	u64 words[NUMBERS][MAP_CPUS];
	u32 count;
};

struct subject {
	struct skep_map *map;
	struct model *model;
	u64 chance;
	u32 numbers; /* that are used: more than there is room for */
};

static bool per_cpu(const struct skep_map *map)
{
	return map->ops->lookup_cpu;
}

/* ---- single steps, beside the model */

static int expect_update(const struct subject *s, u32 number, u64 flags)
{
	const struct skep_map_shape *shape = &s->map->shape;
	bool there = map_is_array(s->map) ? number < shape->max_entries : s->model->there[number];

	if ((flags & ~(u64)BPF_F_LOCK) > BPF_EXIST)
		return -EINVAL;
	if (map_is_array(s->map) && !there)
		return -E2BIG;
	if (flags & BPF_F_LOCK)
		return -EINVAL; /* no map here has locks */
	if (flags == BPF_NOEXIST && there)
		return -EEXIST;
	if (flags == BPF_EXIST && !there)
		return -ENOENT;
	if (there || s->model->count < shape->max_entries)
		return 0;
	return shape->type == BPF_MAP_TYPE_LPM_TRIE ? -ENOSPC : -E2BIG;
}

static bool step_update(struct subject *s, u32 number)
{
	static const u64 flags[] = {BPF_ANY, BPF_ANY, BPF_NOEXIST, BPF_EXIST, 3, BPF_F_LOCK};
	u64 flag = flags[map_chance(&s->chance, SKEP_COUNT(flags))];
	u32 cpu = map_chance(&s->chance, MAP_CPUS);
	u64 word = map_chance(&s->chance, UINT32_MAX);
	int want = expect_update(s, number, flag);

	if (map_update(s->map, number, word, flag, cpu) != want)
		return false;
	if (want)
		return true;
	if (!s->model->there[number])
		memset(s->model->words[number], 0, sizeof(s->model->words[number]));
	s->model->count += !s->model->there[number];
	s->model->there[number] = true;
	s->model->words[number][per_cpu(s->map) ? cpu : 0] = word;
	return true;
}

static bool step_remove(struct subject *s, u32 number)
{
	_Alignas(8) u8 key[MAP_KEY_MAX];
	int want = map_is_array(s->map) ? -EINVAL : s->model->there[number] ? 0 : -ENOENT;

	map_key(s->map, number, key);
	if (s->map->ops->remove(s->map, key) != want)
		return false;
	if (!want) {
		s->model->there[number] = false;
		s->model->count--;
	}
	return true;
}

static bool step_lookup(struct subject *s, u32 number)
{
	_Alignas(8) u8 key[MAP_KEY_MAX];
	u32 cpu = map_chance(&s->chance, MAP_CPUS);
	bool there =
	    s->model->there[number] || (map_is_array(s->map) && number < s->map->shape.max_entries);
	void *value;

	map_key(s->map, number, key);
	value = map_lookup(s->map, key, cpu);
	if (!there)
		return !value;
	return value &&
	       map_word(s->map, value) == s->model->words[number][per_cpu(s->map) ? cpu : 0];
}

/* Tries find a shorter prefix where the one that is asked for is not there. */
static bool step_trie(struct subject *s, u32 number)
{
	_Alignas(8) u8 key[MAP_KEY_MAX], other[MAP_KEY_MAX];
	u32 bits = (s->map->shape.key_size - 4) * 8, best = 0, found = NUMBERS;
	void *value;

	map_key(s->map, number, key);
	memcpy(key, &bits, sizeof(bits));
	for (u32 i = 0; i < s->numbers; i++) {
		u32 length, same = 0;

		map_key(s->map, i, other);
		memcpy(&length, other, sizeof(length));
		while (same < length &&
		       !((key[4 + same / 8] ^ other[4 + same / 8]) >> (7 - same % 8) & 1))
			same++;
		if (s->model->there[i] && same == length && length >= best) {
			best = length;
			found = i;
		}
	}
	value = map_lookup(s->map, key, 0);
	if (found == NUMBERS)
		return !value;
	return value && map_word(s->map, value) == s->model->words[found][0];
}

static bool step_take(struct subject *s, u32 number)
{
	_Alignas(8) u8 key[MAP_KEY_MAX], values[MAP_VALUE_MAX * MAP_CPUS];
	u32 room = (s->map->shape.value_size + 7) & ~7u;

	map_key(s->map, number, key);
	if (s->map->ops->take(s->map, key, values, 0) != (s->model->there[number] ? 0 : -ENOENT))
		return false;
	if (!s->model->there[number])
		return true;
	s->model->there[number] = false;
	s->model->count--;
	for (u32 cpu = 0; cpu < (per_cpu(s->map) ? MAP_CPUS : 1u); cpu++)
		if (map_word(s->map, values + cpu * room) != s->model->words[number][cpu])
			return false;
	return true;
}

static bool step(struct subject *s)
{
	u32 number = map_chance(&s->chance, s->numbers);

	switch (map_chance(&s->chance, 5)) {
	case 0:
	case 1:
		return step_update(s, number);
	case 2:
		return step_remove(s, number);
	case 3:
		return s->map->ops->take ? step_take(s, number) : true;
	default:
		return s->map->shape.type == BPF_MAP_TYPE_LPM_TRIE ? step_trie(s, number)
								   : step_lookup(s, number);
	}
}

/* ---- walks */

/* Which of the keys are seen, each once. */
struct seen {
	struct subject *s;
	u32 times[NUMBERS], count;
};

static bool see(void *context, const void *key, void *value)
{
	struct seen *seen = context;
	_Alignas(8) u8 other[MAP_KEY_MAX];

	(void)value;
	for (u32 i = 0; i < seen->s->numbers; i++) {
		map_key(seen->s->map, i, other);
		if (memcmp(key, other, seen->s->map->shape.key_size) == 0)
			seen->times[i]++;
	}
	seen->count++;
	return true;
}

static bool saw_all(const struct seen *seen)
{
	const struct skep_map *map = seen->s->map;
	u32 want = map_is_array(map) ? map->shape.max_entries : seen->s->model->count;

	for (u32 i = 0; i < seen->s->numbers; i++) {
		bool there =
		    map_is_array(map) ? i < map->shape.max_entries : seen->s->model->there[i];

		if (seen->times[i] != there)
			return false;
	}
	return seen->count == want;
}

static bool walk_keys(struct subject *s)
{
	struct seen seen = {.s = s};
	_Alignas(8) u8 key[MAP_KEY_MAX], next[MAP_KEY_MAX];
	const void *from = NULL;

	while (seen.count <= NUMBERS && !s->map->ops->next_key(s->map, from, next)) {
		see(&seen, next, NULL);
		memcpy(key, next, sizeof(key));
		from = key;
	}
	return saw_all(&seen);
}

static bool walk_batch(struct subject *s)
{
	struct seen seen = {.s = s};
	_Alignas(8) u8 key[MAP_KEY_MAX];
	u32 position = 0;

	while (seen.count <= NUMBERS && !s->map->ops->batch_key(s->map, &position, key))
		see(&seen, key, NULL);
	return saw_all(&seen);
}

static bool walk_visit(struct subject *s)
{
	struct seen seen = {.s = s};
	u64 count = s->map->ops->for_each(s->map, see, &seen, 1);

	return count == seen.count && saw_all(&seen);
}

static bool walks(struct subject *s)
{
	return walk_keys(s) && (!s->map->ops->batch_key || walk_batch(s)) &&
	       (!s->map->ops->for_each || walk_visit(s));
}

static void test_contract(const struct map_kind *kind)
{
	static struct model model;
	int error;
	struct subject s = {.map = map_open(kind, &error), .model = &model, .chance = 7};
	bool same = true;
	u32 at;

	if (!test_ok(s.map, "%s: is made", kind->name))
		return;
	memset(&model, 0, sizeof(model));
	s.numbers = map_is_lru(s.map) ? kind->entries : kind->entries + kind->entries / 3 + 1;
	for (at = 0; same && at < STEPS; at++) {
		same = step(&s);
		if (same && at % 500 == 0)
			same = walks(&s);
	}
	test_ok(same, "%s: does what a list does, %u times", kind->name, at);
	map_close(s.map);
}

/* ---- LRU */

/* All that was added lately is there, and what is used stays, whatever else is added. */
static void test_lru(const struct map_kind *kind)
{
	int error;
	struct skep_map *map = map_open(kind, &error);
	_Alignas(8) u8 key[MAP_KEY_MAX];
	u32 added = 0, kept = 0, count = 0;
	const void *from = NULL;
	_Alignas(8) u8 next[MAP_KEY_MAX];

	for (u32 number = 0; number < 20 * kind->entries; number++) {
		added += !map_update(map, number, number, BPF_NOEXIST, 0);
		map_key(map, number, key);
		kept += map->ops->glance(map, key, 0) != NULL;
	}
	test_eq(added, 20 * kind->entries, "%s: always has room for another key", kind->name);
	test_eq(kept, added, "%s: what was just added is there", kind->name);
	for (; !map->ops->next_key(map, from, next); count++) {
		memcpy(key, next, sizeof(key));
		from = key;
	}
	test_eq(count, map->shape.max_entries, "%s: is full then", kind->name);
	if (kind->entries > 2) {
		kept = 0;
		for (u32 number = 0; number < 5 * kind->entries; number++) {
			map_key(map, 20 * kind->entries - 1, key);
			kept += map_lookup(map, key, 0) != NULL;
			map_update(map, 1000000 + number, number, BPF_ANY, 0);
		}
		test_eq(kept, 5 * kind->entries, "%s: what is used stays", kind->name);
	}
	map_close(map);
}

/* ---- values of all CPUs, as user space has them */

static void test_cpus(const struct map_kind *kind)
{
	int error;
	struct skep_map *map = map_open(kind, &error);
	_Alignas(8) u8 key[MAP_KEY_MAX], values[MAP_CPUS * MAP_VALUE_MAX];
	u32 room = (kind->value + 7) & ~7u, right = 0;

	map_key(map, 0, key);
	map_update(map, 0, 5, BPF_ANY, 1);
	test_eq(skep_map_user_size(map), room * MAP_CPUS, "%s: values of all CPUs", kind->name);
	test_eq(skep_map_read(map, key, values, 0), 0, "%s: are read", kind->name);
	for (u32 cpu = 0; cpu < MAP_CPUS; cpu++)
		right += map_word(map, values + cpu * room) == (cpu == 1 ? 5 : 0);
	test_eq(right, MAP_CPUS, "%s: a program writes its CPU's, others are zero", kind->name);
	for (u32 cpu = 0; cpu < MAP_CPUS; cpu++)
		map_value(map, 100 + cpu, values + cpu * room);
	test_eq(skep_map_write(map, key, values, BPF_EXIST), 0, "%s: are written", kind->name);
	right = 0;
	for (u32 cpu = 0; cpu < MAP_CPUS; cpu++)
		right += map_word(map, map->ops->lookup_cpu(map, key, cpu)) == 100 + cpu;
	test_eq(right, MAP_CPUS, "%s: and each program sees its own", kind->name);
	test_ok(!map->ops->lookup_cpu(map, key, MAP_CPUS), "%s: there is no other CPU", kind->name);
	map_close(map);
}

/* ---- parts of values that user space does not see, and locks */

static void test_spans(u32 type)
{
	static const struct skep_map_span spans[] = {{.off = 4, .size = 4}, {.off = 16, .size = 8}};
	struct skep_map like = {
	    .shape = {.type = type, .key_size = 4, .value_size = 32, .max_entries = 2},
	    .file = -1,
	    .cpus = 1,
	    .spans = spans,
	    .span_count = SKEP_COUNT(spans),
	    .lock = 4};
	_Alignas(8) u8 value[32], got[32], *inside;
	struct skep_map *map;
	u32 key = 1, secret = 0;

	memset(value, 0xee, sizeof(value));
	if (!test_ok(!skep_map_new(&like, &map), "type %u: with a lock", type))
		return;
	test_eq(skep_map_write(map, &key, value, BPF_ANY), 0, "type %u: written", type);
	inside = map->ops->lookup(map, &key);
	test_eq(inside[4], 0, "type %u: but not the lock", type);
	inside[17] = 99;
	test_eq(skep_map_write(map, &key, value, BPF_F_LOCK), 0, "type %u: written with the lock",
		type);
	inside = map->ops->lookup(map, &key);
	test_eq(inside[17], 99, "type %u: what is a program's stays", type);
	test_eq(skep_map_read(map, &key, got, BPF_F_LOCK), 0, "type %u: read with the lock", type);
	test_ok(got[0] == 0xee && got[24] == 0xee, "type %u: what was written", type);
	memcpy(&secret, got + 16, sizeof(secret));
	test_eq(secret, 0, "type %u: and not what is a program's", type);
	skep_map_free(map);
}

/* ---- memory */

static void test_memory(const struct map_kind *kind)
{
	unsigned long n = 0;
	struct skep_map *map;
	int error;

	do {
		fault_after(++n);
		map = map_open(kind, &error);
	} while (!map && error == -ENOMEM && n < 100);
	fault_after(0);
	test_ok(map, "%s: memory runs out at each of %lu allocations", kind->name, n);
	if (map)
		map_close(map);
}

static void test_layout(void)
{
	struct skep_map_layout layout;
	int error;
	struct skep_map *map = map_open(&map_kinds[1], &error);
	u32 key = 3;

	test_ok(skep_map_layout(map, &layout), "percpu array: has a layout");
	test_ok((u64)(uintptr_t)map->ops->lookup_cpu(map, &key, 2) ==
		    layout.base + 2 * layout.cpu_stride + 3 * (u64)layout.stride,
		"percpu array: values are where it says");
	map_close(map);
	map = map_open(&map_kinds[2], &error);
	test_ok(!skep_map_layout(map, &layout), "a hash has none");
	map_close(map);
}

int main(void)
{
	int error;

	for (u32 i = 0; i < map_kind_count; i++) {
		struct skep_map *map = map_open(&map_kinds[i], &error);
		bool lru = map_is_lru(map), cpus = per_cpu(map);

		map_close(map);
		test_contract(&map_kinds[i]);
		test_memory(&map_kinds[i]);
		if (lru)
			test_lru(&map_kinds[i]);
		if (cpus)
			test_cpus(&map_kinds[i]);
	}
	test_spans(BPF_MAP_TYPE_ARRAY);
	test_spans(BPF_MAP_TYPE_HASH);
	test_layout();
	return test_end();
}

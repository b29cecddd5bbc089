/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps that several threads use at once, for the thread sanitizer and for what must hold however
 * they meet: what nobody changes is found as it is, counts add up, nobody reads what was freed. */
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "map/rcu.h"
#include "maps.h"
#include "test.h"

enum { THREADS = 4, STEPS = 6000, STABLE = 12 };

struct worker {
	struct skep_map *map;
	u32 number;
	u64 chance;
	u32 wrong, refused;
	u64 pushed, popped; /* sums */
	bool *stop;
	pthread_t thread;
};

static void run_workers(struct worker workers[THREADS], struct skep_map *map,
			void *(*run)(void *worker))
{
	for (u32 i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){.map = map, .number = i, .chance = i + 1};
		pthread_create(&workers[i].thread, NULL, run, &workers[i]);
	}
	for (u32 i = 0; i < THREADS; i++)
		pthread_join(workers[i].thread, NULL);
}

/* ---- maps with keys */

static u64 stable_word(u32 number)
{
	return 1000 + number;
}

static void look_at_stable(struct worker *w)
{
	u32 number = map_chance(&w->chance, STABLE), cpu = map_chance(&w->chance, MAP_CPUS);
	_Alignas(8) u8 key[MAP_KEY_MAX];
	void *value;

	map_key(w->map, number, key);
	value = map_lookup(w->map, key, cpu);
	w->wrong += !value || map_word(w->map, value) != stable_word(number);
}

static void change(struct worker *w, u32 numbers)
{
	u32 number = STABLE + map_chance(&w->chance, numbers);
	_Alignas(8) u8 key[MAP_KEY_MAX], values[MAP_CPUS * MAP_VALUE_MAX];
	int error;

	map_key(w->map, number, key);
	switch (map_chance(&w->chance, 4)) {
	case 0:
		w->map->ops->remove(w->map, key);
		break;
	case 1:
		if (w->map->ops->take)
			w->map->ops->take(w->map, key, values, 0);
		break;
	default:
		error = map_update(w->map, number, number, BPF_ANY, w->number % MAP_CPUS);
		w->refused += error != 0;
	}
}

static bool count_one(void *context, const void *key, void *value)
{
	(void)key, (void)value;
	++*(u32 *)context;
	return true;
}

static void *use_keys(void *worker)
{
	struct worker *w = worker;
	u32 entries = w->map->shape.max_entries, count = 0;
	u32 numbers = map_is_array(w->map) ? entries - STABLE : entries;
	_Alignas(8) u8 key[MAP_KEY_MAX], next[MAP_KEY_MAX];

	for (u32 i = 0; i < STEPS; i++) {
		skep_map_read_begin();
		if (!map_is_lru(w->map))
			look_at_stable(w);
		change(w, numbers);
		map_key(w->map, i % entries, key);
		w->map->ops->next_key(w->map, key, next);
		if (i % 1000 == 0 && w->map->ops->for_each)
			w->map->ops->for_each(w->map, count_one, &count, 0);
		skep_map_read_end();
	}
	return NULL;
}

static u32 count_keys(struct skep_map *map)
{
	_Alignas(8) u8 key[MAP_KEY_MAX], next[MAP_KEY_MAX];
	const void *from = NULL;
	u32 count = 0;

	for (; !map->ops->next_key(map, from, next); count++) {
		memcpy(key, next, sizeof(key));
		from = key;
	}
	return count;
}

static void fill_stable(struct skep_map *map)
{
	for (u32 number = 0; number < STABLE; number++)
		for (u32 cpu = 0; cpu < MAP_CPUS; cpu++)
			map_update(map, number, stable_word(number), BPF_ANY, cpu);
}

/* Fills the map to its last element: none was lost. */
static u32 fill_up(struct skep_map *map)
{
	u32 count = count_keys(map);

	for (u32 number = 0; count < map->shape.max_entries && number < 4096; number++)
		count += !map_update(map, 10000 + number, 0, BPF_NOEXIST, 0);
	return count;
}

static void test_keys(const struct map_kind *kind)
{
	struct worker workers[THREADS];
	u32 wrong = 0, refused = 0;
	int error;
	struct skep_map *map = map_open(kind, &error);

	if (kind->entries <= STABLE) {
		map_close(map);
		return;
	}
	fill_stable(map);
	run_workers(workers, map, use_keys);
	for (u32 i = 0; i < THREADS; i++) {
		wrong += workers[i].wrong;
		refused += workers[i].refused;
	}
	test_eq(wrong, 0, "%s: what nobody changes is found", kind->name);
	if (map_is_lru(map))
		test_eq(refused, 0, "%s: always has room", kind->name);
	if (map->shape.type != BPF_MAP_TYPE_LPM_TRIE && !(kind->flags & BPF_F_ZERO_SEED))
		test_eq(fill_up(map), map->shape.max_entries, "%s: no element was lost",
			kind->name);
	map_close(map);
}

/* ---- queues */

static void *use_queue(void *worker)
{
	struct worker *w = worker;
	u64 value;

	for (u32 i = 0; i < STEPS; i++) {
		value = map_chance(&w->chance, 1000);
		if (map_chance(&w->chance, 2))
			w->pushed += w->map->ops->push(w->map, &value, 0) ? 0 : value;
		else
			w->popped += w->map->ops->pop(w->map, &value) ? 0 : value;
	}
	return NULL;
}

static void test_queue(u32 type)
{
	const struct map_kind kind = {"queue", type, 0, 8, 10, 0};
	struct worker workers[THREADS];
	u64 pushed = 0, popped = 0, value;
	int error;
	struct skep_map *map = map_open(&kind, &error);

	run_workers(workers, map, use_queue);
	for (u32 i = 0; i < THREADS; i++) {
		pushed += workers[i].pushed;
		popped += workers[i].popped;
	}
	while (!map->ops->pop(map, &value))
		popped += value;
	test_eq(popped, pushed, "type %u: what was pushed is popped, once", type);
	map_close(map);
}

/* ---- maps of maps */

static struct skep_map *make_inner(u64 word)
{
	struct skep_map like = {.shape = {.type = BPF_MAP_TYPE_HASH,
					  .key_size = 4,
					  .value_size = 16,
					  .max_entries = 20},
				.file = -1,
				.cpus = 1,
				.lock = -1};
	struct skep_map *map;

	if (skep_map_new(&like, &map))
		return NULL;
	for (u32 number = 0; number < 20; number++)
		map_update(map, number, word, BPF_ANY, 0);
	return map;
}

static void *read_inner(void *worker)
{
	struct worker *w = worker;
	u32 key = 2, inside = 5;

	while (!__atomic_load_n(w->stop, __ATOMIC_ACQUIRE)) {
		struct skep_map *inner;
		void *value;

		skep_map_read_begin();
		inner = w->map->ops->lookup(w->map, &key);
		value = inner ? inner->ops->lookup(inner, &inside) : NULL;
		w->wrong += !value || map_word(inner, value) == UINT64_MAX;
		skep_map_read_end();
	}
	return NULL;
}

static void change_inner(struct skep_map *map)
{
	u32 key = 2;

	for (u32 i = 0; i < 200; i++) {
		struct skep_map *inner = make_inner(i);
		struct skep_map_held held = {.object = inner, .owner = inner};
		void *old = NULL;

		map->ops->hold(map, &key, &held, BPF_ANY, &old);
		skep_map_read_wait();
		skep_map_free(old);
	}
}

static void test_inner(u32 type)
{
	const struct map_kind kind = {"maps", type, 4, 4, 8, 0};
	struct worker workers[THREADS];
	bool stop = false;
	u32 key = 2, wrong = 0;
	int error;
	struct skep_map *map = map_open(&kind, &error), *inner = make_inner(7);
	struct skep_map_held held = {.object = inner, .owner = inner};
	void *old = NULL;

	map->ops->hold(map, &key, &held, BPF_ANY, &old);
	for (u32 i = 0; i < THREADS - 1; i++) {
		workers[i] = (struct worker){.map = map, .stop = &stop};
		pthread_create(&workers[i].thread, NULL, read_inner, &workers[i]);
	}
	change_inner(map);
	__atomic_store_n(&stop, true, __ATOMIC_RELEASE);
	for (u32 i = 0; i < THREADS - 1; i++) {
		pthread_join(workers[i].thread, NULL);
		wrong += workers[i].wrong;
	}
	test_eq(wrong, 0, "type %u: there is always an inner map, and it lives", type);
	map->ops->release(map, &key, &old);
	skep_map_free(old);
	map_close(map);
}

int main(void)
{
	for (u32 i = 0; i < map_kind_count; i++)
		test_keys(&map_kinds[i]);
	test_queue(BPF_MAP_TYPE_QUEUE);
	test_queue(BPF_MAP_TYPE_STACK);
	test_inner(BPF_MAP_TYPE_ARRAY_OF_MAPS);
	test_inner(BPF_MAP_TYPE_HASH_OF_MAPS);
	return test_end();
}

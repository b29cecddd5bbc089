/* SPDX-License-Identifier: BSD-2-Clause */
/* Operations of maps, nanoseconds each with making a random key; beside them the same operations in
 * a BPF program that Linux runs. Here they are called from C, not from a program, so this shows
 * which structures are slow, not how programs run.
 *
 * usage: bench_map [NAME] */
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "map/map.h"
#include "map/rcu.h"
#include "map_linux.h"

enum { ROUNDS = 40, CALLS = 1 << 15, KEY_MAX = 64, VALUE_MAX = 64 };

static const struct map_subject subjects[] = {
#define SIZES(label, type, key, flags)                                                             \
	{label, type, key, 8, 10, flags}, {label, type, key, 8, 10000, flags},                     \
	{                                                                                          \
		label, type, key, 8, 1000000, flags                                                \
	}
    SIZES("array", BPF_MAP_TYPE_ARRAY, 4, 0),
    SIZES("percpu array", BPF_MAP_TYPE_PERCPU_ARRAY, 4, 0),
    SIZES("hash, keys of 4", BPF_MAP_TYPE_HASH, 4, 0),
    SIZES("hash, keys of 8", BPF_MAP_TYPE_HASH, 8, 0),
    SIZES("hash, keys of 16", BPF_MAP_TYPE_HASH, 16, 0),
    SIZES("hash, keys of 64", BPF_MAP_TYPE_HASH, 64, 0),
    SIZES("percpu hash", BPF_MAP_TYPE_PERCPU_HASH, 8, 0),
    SIZES("lru hash", BPF_MAP_TYPE_LRU_HASH, 8, 0),
    SIZES("lpm trie", BPF_MAP_TYPE_LPM_TRIE, 8, BPF_F_NO_PREALLOC),
#undef SIZES
};

static const char *const names[MAP_OPS] = {"lookup", "miss", "update"};

/* Of this thread on a CPU, as Linux counts its runs: others use the machine, too. */
static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

void map_key(const struct map_subject *s, u32 i, void *key)
{
	bool index = s->type == BPF_MAP_TYPE_ARRAY || s->type == BPF_MAP_TYPE_PERCPU_ARRAY;
	u32 *words = key, first = 0;

	if (s->type == BPF_MAP_TYPE_LPM_TRIE)
		words[first++] = 32;
	words[first] = index ? i : i * (u32)MAP_MIX;
	for (u32 at = first + 1; at < s->key_size / 4; at++)
		words[at] = i;
}

static struct skep_map *make(const struct map_subject *s)
{
	struct skep_map like = {.shape = {.type = s->type,
					  .key_size = s->key_size,
					  .value_size = s->value_size,
					  .max_entries = s->entries,
					  .flags = s->flags},
				.file = -1,
				.cpus = (u32)sysconf(_SC_NPROCESSORS_CONF),
				.lock = -1};
	u32 key[KEY_MAX / 4];
	u8 value[VALUE_MAX * 8] = {0};
	struct skep_map *map;

	if (skep_map_new(&like, &map))
		return NULL;
	for (u32 i = 0; i < s->entries; i++) {
		map_key(s, i, key);
		if (map->ops->update_cpu)
			map->ops->update_cpu(map, key, value, BPF_ANY, 0);
		else
			map->ops->update(map, key, value, BPF_ANY);
	}
	return map;
}

static u32 do_one(struct skep_map *map, enum map_op op, const void *key)
{
	static const u8 zeros[VALUE_MAX];
	const struct skep_map_ops *ops = map->ops;
	const u8 *value;

	if (op == MAP_UPDATE)
		return (u32)(ops->update_cpu ? ops->update_cpu(map, key, zeros, BPF_ANY, 0)
					     : ops->update(map, key, zeros, BPF_ANY));
	value = ops->lookup_cpu ? ops->lookup_cpu(map, key, 0) : ops->lookup(map, key);
	return value ? *(const volatile u8 *)value : 0;
}

static double measure(struct skep_map *map, const struct map_subject *s, enum map_op op)
{
	double best = 1e12;
	u64 random = 1;
	u32 key[KEY_MAX / 4], sum = 0;

	for (u32 round = 0; round < ROUNDS; round++) {
		double start = now();

		for (u32 i = 0; i < CALLS; i++) {
			u32 at;

			if (i % MAP_CALLS == 0)
				skep_map_read_begin();
			random = random * 6364136223846793005u + 1;
			at = (u32)((random >> 33) * s->entries >> 31);
			map_key(s, op == MAP_MISS ? at + s->entries : at, key);
			sum += do_one(map, op, key);
			if (i % MAP_CALLS == MAP_CALLS - 1)
				skep_map_read_end();
		}
		best = now() - start < best ? now() - start : best;
	}
	__asm__ volatile("" : : "r"(sum));
	return best / CALLS;
}

static double best_of_linux(struct map_linux *peer, enum map_op op)
{
	double best = -1;

	for (u32 round = 0; peer && round < ROUNDS; round++) {
		double ns = map_linux_measure(peer, op);

		best = best < 0 || ns < best ? ns : best;
	}
	return best;
}

static void show(const struct map_subject *s)
{
	struct skep_map *map = make(s);
	struct map_linux *peer = map_linux_new(s);

	for (enum map_op op = 0; map && op < MAP_OPS; op++) {
		double ns = measure(map, s, op), linux_ns = best_of_linux(peer, op);

		printf("%-18s %8u  %-7s %7.1f ns", s->name, s->entries, names[op], ns);
		if (linux_ns > 0)
			printf("  Linux %7.1f ns  %5.2f", linux_ns, ns / linux_ns);
		printf("\n");
	}
	map_linux_free(peer);
	skep_map_free(map);
}

int main(int argc, char **argv)
{
	for (size_t i = 0; i < SKEP_COUNT(subjects); i++)
		if (argc < 2 || strstr(subjects[i].name, argv[1]))
			show(&subjects[i]);
	return 0;
}

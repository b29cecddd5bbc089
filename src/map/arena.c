/* SPDX-License-Identifier: BSD-2-Clause */
/* The pages lie in the map's memory file, which is mapped into the window when the place of user
 * space is known; the rest of the window is memory of nobody's. A page is taken if it was allocated
 * or reserved, of which there is a bit, or if the file has it, because somebody touched it. */
#include "map/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/file.h"
#include "map/types.h"

enum { PAGE = 4096, WORD = 64 };

struct arena {
	struct skep_map map;
	u8 *window; /* its guard in front */
	struct skep_arena_place place;
	u64 *taken; /* a bit a page; NULL until there is a place */
	pthread_mutex_t lock;
};

static struct arena *arena_of(const struct skep_map *map)
{
	return (struct arena *)(uintptr_t)map;
}

static const size_t all = SKEP_ARENA_WINDOW + 2 * (size_t)SKEP_ARENA_GUARD;

/* ---- the map */

static int check_shape(const struct skep_map_shape *shape)
{
	u64 size = (u64)shape->max_entries * PAGE;

	if (size > SKEP_ARENA_WINDOW)
		return -E2BIG;
	return shape->extra >> 32 == (shape->extra + size - 1) >> 32 ? 0 : -ERANGE;
}

static void destroy(struct skep_map *map)
{
	struct arena *a = arena_of(map);

	munmap(a->window, all);
	pthread_mutex_destroy(&a->lock);
	skep_free(a->taken);
	skep_free(a);
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct arena *a;
	int error = check_shape(&like->shape);

	if (error)
		return error;
	a = skep_alloc(sizeof(*a));
	if (!a)
		return -ENOMEM;
	a->map = *like;
	a->window = mmap(NULL, all, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (a->window == MAP_FAILED) {
		skep_free(a);
		return -ENOMEM;
	}
	madvise(a->window, all, MADV_DONTDUMP);
	pthread_mutex_init(&a->lock, NULL);
	if (like->shape.extra)
		error = skep_map_arena_set_place(
		    &a->map, (struct skep_arena_place){like->shape.extra,
						       (u64)like->shape.max_entries * PAGE});
	if (error)
		destroy(&a->map);
	else
		*made = &a->map;
	return error;
}

/* ---- its place */

u64 skep_map_arena_window(const struct skep_map *map)
{
	return (uintptr_t)arena_of(map)->window + SKEP_ARENA_GUARD;
}

struct skep_arena_place skep_map_arena_place(struct skep_map *map)
{
	struct arena *a = arena_of(map);
	struct skep_arena_place place;

	pthread_mutex_lock(&a->lock);
	place = a->place;
	pthread_mutex_unlock(&a->lock);
	return place;
}

static int show_in_window(struct arena *a, struct skep_arena_place place)
{
	void *at = a->window + SKEP_ARENA_GUARD + (u32)place.start;
	size_t words = (place.size / PAGE + WORD - 1) / WORD;

	a->taken = skep_alloc(words * sizeof(*a->taken));
	if (!a->taken || !skep_map_file_size(a->map.file, place.size))
		return -ENOMEM;
	return mmap(at, place.size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, a->map.file,
		    0) == MAP_FAILED
		   ? -ENOMEM
		   : 0;
}

static int set_place(struct arena *a, struct skep_arena_place place)
{
	int error;

	if (a->place.size)
		return a->place.start == place.start && a->place.size == place.size ? 0 : -EBUSY;
	error = show_in_window(a, place);
	if (!error) {
		a->place = place;
		return 0;
	}
	skep_free(a->taken);
	a->taken = NULL;
	return error;
}

int skep_map_arena_set_place(struct skep_map *map, struct skep_arena_place place)
{
	struct arena *a = arena_of(map);
	int error;

	pthread_mutex_lock(&a->lock);
	error = set_place(a, place);
	pthread_mutex_unlock(&a->lock);
	return error;
}

/* ---- pages; the lock is held */

struct run {
	u64 first, count; /* pages */
};

static u64 page_count(const struct arena *a)
{
	return a->place.size / PAGE;
}

static u64 page_of(const struct arena *a, u64 address)
{
	return (u32)(address - (u32)a->place.start) / PAGE;
}

static bool is_marked(const struct arena *a, u64 page)
{
	return a->taken[page / WORD] >> page % WORD & 1;
}

static void mark(struct arena *a, struct run run, bool taken)
{
	for (u64 page = run.first; page < run.first + run.count; page++) {
		u64 bit = 1ULL << page % WORD;

		a->taken[page / WORD] =
		    taken ? a->taken[page / WORD] | bit : a->taken[page / WORD] & ~bit;
	}
}

/* The first page from `page` on that the file has, or has not. */
static u64 seek(const struct arena *a, u64 page, int what)
{
	off_t at = lseek(a->map.file, (off_t)(page * PAGE), what);

	return at < 0 ? page_count(a) : (u64)at / PAGE;
}

/* The next free run from a page on; count 0: there is none. */
static struct run free_run(const struct arena *a, u64 page)
{
	u64 end = page_count(a), data;
	struct run run = {0};

	while (page < end) {
		page = seek(a, page, SEEK_HOLE);
		if (page >= end)
			break;
		data = seek(a, page, SEEK_DATA);
		while (page < data && is_marked(a, page))
			page++;
		run.first = page;
		while (page < data && !is_marked(a, page))
			page++;
		run.count = page - run.first;
		if (run.count)
			break;
	}
	return run;
}

static bool is_free(const struct arena *a, struct run wanted)
{
	struct run run = free_run(a, wanted.first);

	return run.first == wanted.first && run.count >= wanted.count;
}

/* The smallest free run that is long enough, and of those the first. */
static bool find_room(const struct arena *a, struct run *wanted)
{
	struct run best = {0};

	for (struct run run = free_run(a, 0); run.count; run = free_run(a, run.first + run.count))
		if (run.count >= wanted->count && (!best.count || run.count < best.count))
			best = run;
	wanted->first = best.first;
	return best.count;
}

static u64 allocate(struct arena *a, u64 address, u32 count)
{
	struct run run = {.count = count};

	if (count > page_count(a) || address % PAGE)
		return 0;
	if (address) {
		run.first = page_of(a, address);
		if (run.first > page_count(a) - count || !is_free(a, run))
			return 0;
	} else if (!find_room(a, &run)) {
		return 0;
	}
	mark(a, run, true);
	return a->place.start + run.first * PAGE;
}

u64 skep_map_arena_alloc(struct skep_map *map, u64 address, u32 count)
{
	struct arena *a = arena_of(map);
	u64 at;

	pthread_mutex_lock(&a->lock);
	at = allocate(a, address, count);
	pthread_mutex_unlock(&a->lock);
	return at;
}

/* Of the address the low 32 bits count, less what is no whole page. */
static struct run inside(const struct arena *a, u64 address, u32 count)
{
	u64 low = (u32)address & ~(u64)(PAGE - 1), start = (u32)a->place.start;
	u64 end = low + (u64)count * PAGE;

	if (low < start || low >= start + a->place.size)
		return (struct run){0};
	if (end > start + a->place.size)
		end = start + a->place.size;
	return (struct run){(low - start) / PAGE, (end - low) / PAGE};
}

void skep_map_arena_free(struct skep_map *map, u64 address, u32 count)
{
	struct arena *a = arena_of(map);
	struct run run;

	pthread_mutex_lock(&a->lock);
	run = inside(a, address, count);
	if (run.count) {
		mark(a, run, false);
		fallocate(a->map.file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
			  (off_t)(run.first * PAGE), (off_t)(run.count * PAGE));
	}
	pthread_mutex_unlock(&a->lock);
}

static int reserve(struct arena *a, u64 address, u32 count)
{
	struct run run = {.count = count};

	if (address % PAGE)
		return 0;
	run.first = page_of(a, address);
	if (run.first + run.count > page_count(a))
		return -EINVAL;
	if (!is_free(a, run))
		return -EBUSY;
	mark(a, run, true);
	return 0;
}

int skep_map_arena_reserve(struct skep_map *map, u64 address, u32 count)
{
	struct arena *a = arena_of(map);
	int error;

	pthread_mutex_lock(&a->lock);
	error = reserve(a, address, count);
	pthread_mutex_unlock(&a->lock);
	return error;
}

const struct skep_map_ops skep_map_arena = {
    .create = create,
    .destroy = destroy,
    .update = skep_map_refuse_update,
    .remove = skep_map_refuse_remove,
    .next_key = skep_map_refuse_next,
};

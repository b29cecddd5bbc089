/* SPDX-License-Identifier: BSD-2-Clause */
/* Ring buffers and perf rings with readers of their own, who know no more than Linux's layout: they
 * map the file, or the pages, and follow positions. */
#include <errno.h>
#include <linux/perf_event.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/perf_ring.h"
#include "map/ringbuf.h"
#include "maps.h"
#include "test.h"

enum { SIZE = 4096, HEADER = 8, WRITERS = 3, RECORDS = 3000 };

/* ---- a reader as libbpf is one */

struct reader {
	u64 *consumer;
	const u64 *producer;
	const u8 *data;
	size_t page;
};

static bool reader_open(struct reader *r, int file)
{
	void *first, *rest;

	r->page = (size_t)sysconf(_SC_PAGESIZE);
	first = mmap(NULL, r->page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	rest = mmap(NULL, r->page + 2 * SIZE, PROT_READ, MAP_SHARED, file, (off_t)r->page);
	r->consumer = first;
	r->producer = rest;
	r->data = (u8 *)rest + r->page;
	return first != MAP_FAILED && rest != MAP_FAILED;
}

static void reader_close(struct reader *r)
{
	munmap(r->consumer, r->page);
	munmap((void *)r->producer, r->page + 2 * SIZE);
}

/* The next record, copied and passed over; its size, or -1: there is none. Discarded ones have no
 * bytes: -2. */
static long reader_next(struct reader *r, u8 *to)
{
	u64 at = *r->consumer;
	const u32 *header = (const u32 *)(r->data + (at & (SIZE - 1)));
	u32 length, size;

	if (at >= __atomic_load_n(r->producer, __ATOMIC_ACQUIRE))
		return -1;
	length = __atomic_load_n(header, __ATOMIC_ACQUIRE);
	if (length & BPF_RINGBUF_BUSY_BIT)
		return -1;
	size = length & ~BPF_RINGBUF_DISCARD_BIT;
	if (!(length & BPF_RINGBUF_DISCARD_BIT))
		memcpy(to, (const u8 *)header + HEADER, size);
	__atomic_store_n(r->consumer, at + ((size + HEADER + 7) & ~7ull), __ATOMIC_RELEASE);
	return length & BPF_RINGBUF_DISCARD_BIT ? -2 : (long)size;
}

static const struct map_kind ringbuf = {"ring buffer", BPF_MAP_TYPE_RINGBUF, 0, 0, SIZE, 0};

static void wake(void *context)
{
	__atomic_fetch_add((u32 *)context, 1, __ATOMIC_RELAXED);
}

/* ---- ring buffers */

/* Records of all sizes come out as they went in, also where they reach over the end. */
static void test_sizes(void)
{
	int error;
	struct skep_map *map = map_open(&ringbuf, &error);
	u8 in[SIZE], out[SIZE];
	struct reader r;
	u32 same = 0;

	if (!test_ok(reader_open(&r, map->file), "ring buffer: is mapped"))
		return;
	for (u32 size = 0; size <= SIZE - 16; size++) {
		memset(in, (int)(size % 251), size);
		if (skep_ringbuf_output(map, in, size, 0))
			break;
		same += reader_next(&r, out) == size && memcmp(in, out, size) == 0;
	}
	test_eq(same, SIZE - 15, "ring buffer: records of each size");
	test_ok(!skep_ringbuf_reserve(map, SIZE - 15, 0), "ring buffer: none is larger");
	test_ok(!skep_ringbuf_reserve(map, 1u << 31, 0), "ring buffer: much less");
	test_ok(!skep_ringbuf_reserve(map, 8, 1), "ring buffer: no flags of reserve");
	test_eq(skep_ringbuf_output(map, in, 8, 4), -EINVAL, "ring buffer: unknown flags");
	reader_close(&r);
	map_close(map);
}

static void test_room(void)
{
	int error;
	struct skep_map *map = map_open(&ringbuf, &error);
	u8 bytes[SIZE] = {0};
	struct reader r;
	void *first, *second;
	u32 count = 0;

	reader_open(&r, map->file);
	first = skep_ringbuf_reserve(map, 100, 0);
	second = skep_ringbuf_reserve(map, 100, 0);
	test_ok(first && second, "ring buffer: two records");
	test_eq(skep_ringbuf_query(map, BPF_RB_AVAIL_DATA), 2 * 112, "ring buffer: bytes there");
	test_eq(skep_ringbuf_query(map, BPF_RB_RING_SIZE), SIZE, "ring buffer: size");
	test_eq(skep_ringbuf_query(map, BPF_RB_PROD_POS), 2 * 112, "ring buffer: position");
	test_eq(skep_ringbuf_query(map, 99), 0, "ring buffer: an unknown question");
	skep_ringbuf_submit(second, 0);
	test_eq(reader_next(&r, bytes), -1, "ring buffer: the first one is waited for");
	skep_ringbuf_discard(first, 0);
	test_eq(reader_next(&r, bytes), -2, "ring buffer: a discarded one");
	test_eq(reader_next(&r, bytes), 100, "ring buffer: the second");
	test_eq(skep_ringbuf_query(map, BPF_RB_AVAIL_DATA), 0, "ring buffer: is empty");
	while (!skep_ringbuf_output(map, bytes, 56, 0))
		count++;
	test_eq(count, SIZE / 64 - 1, "ring buffer: is never quite full");
	test_eq(skep_ringbuf_output(map, bytes, 56, 0), -EAGAIN, "ring buffer: no room");
	reader_next(&r, bytes);
	test_eq(skep_ringbuf_output(map, bytes, 56, 0), 0, "ring buffer: room for one again");
	reader_close(&r);
	map_close(map);
}

static void test_wake(void)
{
	int error;
	struct skep_map *map = map_open(&ringbuf, &error);
	u64 word = 0;
	u8 bytes[8];
	struct reader r;
	u32 woken = 0;

	map->waker = (struct skep_map_waker){wake, &woken};
	reader_open(&r, map->file);
	skep_ringbuf_output(map, &word, sizeof(word), 0);
	test_eq(woken, 1, "ring buffer: who has read all is woken");
	skep_ringbuf_output(map, &word, sizeof(word), 0);
	test_eq(woken, 1, "ring buffer: who has not is awake");
	skep_ringbuf_output(map, &word, sizeof(word), BPF_RB_FORCE_WAKEUP);
	test_eq(woken, 2, "ring buffer: unless it is forced");
	while (reader_next(&r, bytes) >= 0)
		;
	skep_ringbuf_output(map, &word, sizeof(word), BPF_RB_NO_WAKEUP);
	test_eq(woken, 2, "ring buffer: or forbidden");
	reader_close(&r);
	map_close(map);
}

/* ---- several writers */

struct record {
	u32 writer, number;
	u8 fill[64];
};

struct writer {
	struct skep_map *map;
	struct skep_perf_ring *ring;
	u32 number, sent;
	pthread_t thread;
};

static void *write_records(void *context)
{
	struct writer *w = context;
	u64 chance = w->number + 1;

	while (w->sent < RECORDS) {
		u32 size = 8 + map_chance(&chance, 57);
		struct record *record = skep_ringbuf_reserve(w->map, size, 0);

		if (!record)
			continue;
		record->writer = w->number;
		record->number = w->sent;
		memset(record->fill, (int)(w->sent & 255), size - 8);
		if (map_chance(&chance, 8) == 0) {
			skep_ringbuf_discard(record, 0);
			continue;
		}
		skep_ringbuf_submit(record, 0);
		w->sent++;
	}
	return NULL;
}

static bool is_whole(const struct record *record, long size)
{
	for (long i = 0; i < size - 8; i++)
		if (record->fill[i] != (u8)record->number)
			return false;
	return true;
}

static void start(struct writer writers[WRITERS], const struct writer *like,
		  void *(*run)(void *writer))
{
	for (u32 i = 0; i < WRITERS; i++) {
		writers[i] = *like;
		writers[i].number = i;
		pthread_create(&writers[i].thread, NULL, run, &writers[i]);
	}
}

#ifdef __SANITIZE_THREAD__
/* The sanitizer does not know that two mappings are the same memory: take the writers' one. */
static void share_memory(struct reader *r, struct skep_map *map)
{
	u8 *first = skep_ringbuf_reserve(map, 0, 0);

	munmap(r->consumer, r->page);
	munmap((void *)r->producer, r->page + 2 * SIZE);
	r->data = first - HEADER;
	r->producer = (u64 *)(r->data - r->page);
	r->consumer = (u64 *)(r->data - 2 * r->page);
	skep_ringbuf_discard(first, 0);
}

static void end_sharing(struct reader *r)
{
	(void)r;
}
#else
static void share_memory(struct reader *r, struct skep_map *map)
{
	(void)r, (void)map;
}

static void end_sharing(struct reader *r)
{
	reader_close(r);
}
#endif

static void test_writers(void)
{
	int error;
	struct skep_map *map = map_open(&ringbuf, &error);
	struct writer writers[WRITERS];
	u32 next[WRITERS] = {0}, wrong = 0, seen = 0;
	struct record record;
	struct reader r;

	reader_open(&r, map->file);
	share_memory(&r, map);
	start(writers, &(struct writer){.map = map}, write_records);
	while (seen < WRITERS * RECORDS && !wrong) {
		long size = reader_next(&r, (u8 *)&record);

		if (size < 0)
			continue;
		seen++;
		wrong += record.writer >= WRITERS || record.number != next[record.writer]++ ||
			 !is_whole(&record, size);
	}
	for (u32 i = 0; i < WRITERS; i++)
		pthread_join(writers[i].thread, NULL);
	test_eq(wrong, 0, "ring buffer: %d writers, each record whole and in its order", WRITERS);
	end_sharing(&r);
	map_close(map);
}

/* ---- from user space to programs */

static long add_up(void *context, const void *sample, u32 size)
{
	u64 word;

	memcpy(&word, sample, sizeof(word));
	*(u64 *)context += word;
	return size != sizeof(word) || word == 5;
}

static void send(struct reader *r, u64 *position, u64 word, u32 bits)
{
	u8 *at = (u8 *)r->data + (*position & (SIZE - 1));
	u32 header[2] = {sizeof(word) | bits, 0};

	memcpy(at, header, sizeof(header));
	memcpy(at + HEADER, &word, sizeof(word));
	*position += HEADER + sizeof(word);
}

static void test_user(void)
{
	const struct map_kind kind = {"user ring buffer", BPF_MAP_TYPE_USER_RINGBUF, 0, 0, SIZE, 0};
	int error;
	struct skep_map *map = map_open(&kind, &error);
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	u8 *pages =
	    mmap(NULL, 2 * page + 2 * SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, map->file, 0);
	struct reader r = {.data = pages + 2 * page};
	u64 *producer = (u64 *)(pages + page), position = 0, sum = 0;
	struct skep_drain drain = {add_up, &sum};
	u32 woken = 0;

	map->waker = (struct skep_map_waker){wake, &woken};
	test_eq(skep_user_ringbuf_drain(map, drain, 0), 0, "user ring buffer: nothing was sent");
	test_eq(skep_user_ringbuf_drain(map, drain, 4), -EINVAL, "user ring buffer: unknown flags");
	send(&r, &position, 1, 0);
	send(&r, &position, 2, BPF_RINGBUF_DISCARD_BIT);
	send(&r, &position, 5, 0);
	send(&r, &position, 7, 0);
	*producer = position;
	test_eq(skep_user_ringbuf_drain(map, drain, 0), 2, "user ring buffer: until it is enough");
	test_eq(sum, 6, "user ring buffer: without what was discarded");
	test_eq(woken, 1, "user ring buffer: the sender is woken");
	test_eq(skep_user_ringbuf_drain(map, drain, BPF_RB_NO_WAKEUP), 1,
		"user ring buffer: the rest");
	*producer = position + 4;
	test_eq(skep_user_ringbuf_drain(map, drain, 0), -EINVAL,
		"user ring buffer: a crooked position");
	send(&r, &position, 1, 64);
	*producer = position;
	test_eq(skep_user_ringbuf_drain(map, drain, 0), -EINVAL,
		"user ring buffer: more than was sent");
	munmap(pages, 2 * page + 2 * SIZE);
	map_close(map);
}

/* ---- perf rings */

static void perf_open(struct skep_perf_ring *ring, u32 *woken)
{
	*ring = (struct skep_perf_ring){.page = skep_alloc(sizeof(*ring->page)),
					.data = skep_alloc(SIZE),
					.data_size = SIZE,
					.cpu = UINT32_MAX,
					.wake_events = 2,
					.id = 77,
					.waker = {wake, woken}};
}

static void perf_close(struct skep_perf_ring *ring)
{
	skep_free(ring->page);
	skep_free(ring->data);
}

/* Copies the next record; false: there is none. */
static bool perf_next(struct skep_perf_ring *ring, u8 *to)
{
	u64 tail = ring->page->data_tail, head;
	struct perf_event_header header;

	head = __atomic_load_n(&ring->page->data_head, __ATOMIC_ACQUIRE);
	if (tail == head)
		return false;
	for (u32 i = 0; i < sizeof(header); i++)
		to[i] = ring->data[(tail + i) % SIZE];
	memcpy(&header, to, sizeof(header));
	for (u32 i = 0; i < header.size; i++)
		to[i] = ring->data[(tail + i) % SIZE];
	__atomic_store_n(&ring->page->data_tail, tail + header.size, __ATOMIC_RELEASE);
	return true;
}

struct perf_sample {
	struct perf_event_header header;
	u32 size;
	u8 raw[SIZE];
};

static void test_perf(void)
{
	struct skep_perf_ring ring;
	struct skep_perf_part parts[2] = {{"abc", 3}, {"defgh", 5}};
	struct perf_sample sample = {0};
	u64 lost[3];
	u32 woken = 0, written = 0;

	perf_open(&ring, &woken);
	test_eq(skep_perf_ring_write(&ring, parts), 0, "perf: a sample");
	test_ok(perf_next(&ring, (u8 *)&sample), "perf: is there");
	test_eq(sample.header.type, PERF_RECORD_SAMPLE, "perf: its type");
	test_eq(sample.header.size, 24, "perf: its size, a multiple of 8");
	test_eq(sample.size, 12, "perf: of the data, filled up");
	test_ok(memcmp(sample.raw, "abcdefgh\0\0\0\0", 12) == 0, "perf: both parts of it");
	test_eq(woken, 0, "perf: nobody is woken by the first");
	skep_perf_ring_write(&ring, parts);
	test_eq(woken, 1, "perf: but by the second");
	perf_next(&ring, (u8 *)&sample);
	while (!skep_perf_ring_write(&ring, parts))
		written++;
	test_eq(written, SIZE / 24, "perf: as many as there is room for");
	test_eq(skep_perf_ring_write(&ring, parts), -ENOSPC, "perf: and no more");
	while (perf_next(&ring, (u8 *)&sample))
		;
	skep_perf_ring_write(&ring, parts);
	perf_next(&ring, (u8 *)lost);
	test_eq(lost[0] & UINT32_MAX, PERF_RECORD_LOST, "perf: what was lost is told");
	test_eq(lost[1], 77, "perf: of which event");
	test_eq(lost[2], 2, "perf: how many");
	test_ok(perf_next(&ring, (u8 *)&sample) && sample.header.type == PERF_RECORD_SAMPLE,
		"perf: before the next sample");
	perf_close(&ring);
}

static void *write_samples(void *context)
{
	struct writer *w = context;
	u64 word = 1;
	struct skep_perf_part parts[2] = {{&word, sizeof(word)}, {NULL, 0}};

	for (u32 i = 0; i < RECORDS; i++)
		w->sent += !skep_perf_ring_write(w->ring, parts);
	return NULL;
}

static void test_perf_writers(void)
{
	struct skep_perf_ring ring;
	struct writer writers[WRITERS];
	u64 record[SIZE / 8], seen = 0, lost = 0, sent = 0;
	u32 woken = 0, running = WRITERS;

	perf_open(&ring, &woken);
	start(writers, &(struct writer){.ring = &ring}, write_samples);
	do {
		while (perf_next(&ring, (u8 *)record)) {
			bool is_lost = (u32)record[0] == PERF_RECORD_LOST;

			lost += is_lost ? record[2] : 0;
			seen += !is_lost;
		}
		if (running)
			pthread_join(writers[--running].thread, NULL);
		else
			break;
	} while (true);
	for (u32 i = 0; i < WRITERS; i++)
		sent += writers[i].sent;
	test_eq(seen, sent, "perf: %d writers, each sample is read", WRITERS);
	test_eq(seen + lost + ring.lost, WRITERS * RECORDS, "perf: or counted as lost");
	perf_close(&ring);
}

static void test_perf_array(void)
{
	const struct map_kind kind = {
	    "perf event array", BPF_MAP_TYPE_PERF_EVENT_ARRAY, 4, 4, 3, 0};
	struct skep_perf_part parts[2] = {{"a", 1}, {NULL, 0}};
	int error;
	struct skep_map *map = map_open(&kind, &error);
	struct skep_perf_ring ring;
	struct skep_map_held held = {.object = &ring, .owner = &ring};
	u32 woken = 0, index = 1;
	void *old;

	perf_open(&ring, &woken);
	ring.cpu = 1;
	map->ops->hold(map, &index, &held, 0, &old);
	test_eq(skep_perf_output(map, 1, 1, parts), 0, "perf event array: a sample");
	test_eq(skep_perf_output(map, (u32)BPF_F_CURRENT_CPU, 1, parts), 0,
		"perf event array: of its CPU");
	test_eq(skep_perf_output(map, 1, 0, parts), -EOPNOTSUPP,
		"perf event array: not of another");
	test_eq(skep_perf_output(map, 0, 0, parts), -ENOENT, "perf event array: an empty element");
	test_eq(skep_perf_output(map, 3, 0, parts), -E2BIG, "perf event array: outside");
	test_eq(skep_perf_output(map, 1ull << 32, 0, parts), -EINVAL, "perf event array: flags");
	perf_close(&ring);
	map_close(map);
}

int main(void)
{
	test_sizes();
	test_room();
	test_wake();
	test_writers();
	test_user();
	test_perf();
	test_perf_writers();
	test_perf_array();
	return test_end();
}

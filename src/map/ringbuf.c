/* SPDX-License-Identifier: BSD-2-Clause */
/* Ring buffers. In front of the file's pages lies one of our own, from which a record finds its
 * map: its header says how many pages it is behind that. */
#include "map/ringbuf.h"

#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/file.h"
#include "map/spin.h"
#include "map/types.h"

enum {
	HEADER = BPF_RINGBUF_HDR_SZ,
	DRAIN_MAX = 128 * 1024, /* samples that one call takes */
	SAMPLE_MAX = (1 << 24) - 1,
};

struct header {
	u32 size; /* of the record, and BPF_RINGBUF_BUSY_BIT, _DISCARD_BIT */
	u32 pages;
};

struct ringbuf {
	struct skep_map map;
	u8 *pages; /* ours, then the file's */
	size_t page, mapped;
	u64 *consumer, *producer; /* positions */
	u8 *data;
	u64 mask;    /* bytes - 1 */
	u64 pending; /* position of the first record that was not submitted */
	u32 lock;    /* of reserve */
	u32 busy;    /* somebody drains */
};

static struct ringbuf *ringbuf_of(struct skep_map *map)
{
	return (struct ringbuf *)map;
}

/* ---- memory */

static bool map_pages(struct ringbuf *r)
{
	size_t file = r->mapped - r->page;

	if (!skep_map_file_size(r->map.file, file))
		return false;
	r->pages =
	    mmap(NULL, r->mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (r->pages == MAP_FAILED)
		return false;
	if (mmap(r->pages + r->page, file, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED,
		 r->map.file, 0) != MAP_FAILED)
		return true;
	munmap(r->pages, r->mapped);
	return false;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct ringbuf *r = skep_alloc(sizeof(*r));

	if (!r)
		return -ENOMEM;
	r->map = *like;
	r->page = (size_t)sysconf(_SC_PAGESIZE);
	r->mask = (u64)like->shape.max_entries - 1;
	r->mapped = 3 * r->page + 2 * (size_t)like->shape.max_entries;
	if (!map_pages(r)) {
		skep_free(r);
		return -ENOMEM;
	}
	*(struct ringbuf **)r->pages = r;
	r->consumer = (u64 *)(r->pages + r->page);
	r->producer = (u64 *)(r->pages + 2 * r->page);
	r->data = r->pages + 3 * r->page;
	*made = &r->map;
	return 0;
}

static void destroy(struct skep_map *map)
{
	munmap(ringbuf_of(map)->pages, ringbuf_of(map)->mapped);
	skep_free(map);
}

/* ---- writers */

static struct ringbuf *ringbuf_from(const struct header *header, size_t page)
{
	uintptr_t at = (uintptr_t)header & ~(page - 1);

	return *(struct ringbuf **)(at - header->pages * page);
}

static u64 load(const u64 *position)
{
	return __atomic_load_n(position, __ATOMIC_ACQUIRE);
}

static u64 whole(u64 size)
{
	return (size + HEADER + 7) & ~(u64)7;
}

static struct header *header_at(const struct ringbuf *r, u64 position)
{
	return (struct header *)(r->data + (position & r->mask));
}

/* Goes over records that were submitted. */
static void move_pending(struct ringbuf *r, u64 produced)
{
	while (r->pending < produced) {
		u32 size = __atomic_load_n(&header_at(r, r->pending)->size, __ATOMIC_RELAXED);

		if (size & BPF_RINGBUF_BUSY_BIT)
			return;
		r->pending += whole(size & ~BPF_RINGBUF_DISCARD_BIT);
	}
}

/* Room for a record; the lock is held. */
static struct header *reserve(struct ringbuf *r, u64 consumed, u32 size)
{
	u64 at = *r->producer, end = at + whole(size);
	struct header *header = header_at(r, at);

	move_pending(r, at);
	if (end - consumed > r->mask || end - r->pending > r->mask)
		return NULL;
	header->pages = (u32)((size_t)((u8 *)header - r->pages) / r->page);
	__atomic_store_n(&header->size, size | BPF_RINGBUF_BUSY_BIT, __ATOMIC_RELAXED);
	__atomic_store_n(r->producer, end, __ATOMIC_RELEASE);
	return header;
}

void *skep_ringbuf_reserve(struct skep_map *map, u64 size, u64 flags)
{
	struct ringbuf *r = ringbuf_of(map);
	struct header *header;
	u64 consumed;

	if (flags || size > UINT32_MAX / 4 || whole(size) > r->mask + 1)
		return NULL;
	consumed = load(r->consumer);
	skep_spin_lock(&r->lock);
	header = reserve(r, consumed, (u32)size);
	skep_spin_unlock(&r->lock);
	return header ? header + 1 : NULL;
}

static void wake(const struct ringbuf *r)
{
	if (r->map.waker.call)
		r->map.waker.call(r->map.waker.context);
}

static void commit(void *record, u64 flags, u32 discard)
{
	struct header *header = (struct header *)record - 1;
	struct ringbuf *r = ringbuf_from(header, (size_t)sysconf(_SC_PAGESIZE));
	u32 size = (header->size ^ BPF_RINGBUF_BUSY_BIT) | discard;
	bool caught_up;

	__atomic_exchange_n(&header->size, size, __ATOMIC_SEQ_CST);
	caught_up = header_at(r, load(r->consumer)) == header;
	if (flags & BPF_RB_FORCE_WAKEUP || (caught_up && !(flags & BPF_RB_NO_WAKEUP)))
		wake(r);
}

void skep_ringbuf_submit(void *record, u64 flags)
{
	commit(record, flags, 0);
}

void skep_ringbuf_discard(void *record, u64 flags)
{
	commit(record, flags, BPF_RINGBUF_DISCARD_BIT);
}

int skep_ringbuf_output(struct skep_map *map, const void *data, u64 size, u64 flags)
{
	void *record;

	if (flags & ~(u64)(BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP))
		return -EINVAL;
	record = skep_ringbuf_reserve(map, size, 0);
	if (!record)
		return -EAGAIN;
	memcpy(record, data, size);
	commit(record, flags, 0);
	return 0;
}

/* ---- questions */

static u64 available(const struct ringbuf *r)
{
	u64 consumed = load(r->consumer);

	return load(r->producer) - consumed;
}

u64 skep_ringbuf_query(struct skep_map *map, u64 what)
{
	const struct ringbuf *r = ringbuf_of(map);

	switch (what) {
	case BPF_RB_AVAIL_DATA:
		return available(r);
	case BPF_RB_RING_SIZE:
		return r->mask + 1;
	case BPF_RB_CONS_POS:
		return load(r->consumer);
	case BPF_RB_PROD_POS:
		return load(r->producer);
	default:
		return 0;
	}
}

const void *skep_ringbuf_pages(struct skep_map *map)
{
	struct ringbuf *r = ringbuf_of(map);

	return r->pages + r->page;
}

/* ---- from user space */

/* The next sample and its bytes; -ENODATA: there is none. One that its sender discarded is passed
 * over: -EAGAIN. */
static int next_sample(struct ringbuf *r, const void **sample, u32 *size)
{
	u64 produced = load(r->producer), consumed = *r->consumer, left = produced - consumed;
	u32 length, bits;

	if (produced % 8)
		return -EINVAL;
	if (consumed >= produced)
		return -ENODATA;
	length = __atomic_load_n(&header_at(r, consumed)->size, __ATOMIC_ACQUIRE);
	bits = length & (BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);
	*size = length & ~bits;
	if (whole(*size) > left)
		return -EINVAL;
	if (whole(*size) > r->mask + 1 || *size > SAMPLE_MAX)
		return -E2BIG;
	if (bits & BPF_RINGBUF_DISCARD_BIT) {
		__atomic_store_n(r->consumer, consumed + whole(*size), __ATOMIC_RELEASE);
		return -EAGAIN;
	}
	*sample = header_at(r, consumed) + 1;
	return bits ? -ENODATA : 0;
}

static long drain(struct ringbuf *r, struct skep_drain drain)
{
	long seen = 0, stop = 0;

	for (u32 i = 0; i < DRAIN_MAX && !stop; i++) {
		const void *sample;
		u32 size;
		int error = next_sample(r, &sample, &size);

		if (error == -ENODATA)
			break;
		if (error == -EAGAIN)
			continue;
		if (error)
			return error;
		stop = drain.visit(drain.context, sample, size);
		__atomic_store_n(r->consumer, *r->consumer + whole(size), __ATOMIC_RELEASE);
		seen++;
	}
	return seen;
}

long skep_user_ringbuf_drain(struct skep_map *map, struct skep_drain what, u64 flags)
{
	struct ringbuf *r = ringbuf_of(map);
	long seen;

	if (flags & ~(u64)(BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP))
		return -EINVAL;
	if (__atomic_exchange_n(&r->busy, 1, __ATOMIC_ACQUIRE))
		return -EBUSY;
	seen = drain(r, what);
	__atomic_store_n(&r->busy, 0, __ATOMIC_RELEASE);
	if (flags & BPF_RB_FORCE_WAKEUP || (seen > 0 && !(flags & BPF_RB_NO_WAKEUP)))
		wake(r);
	return seen;
}

const struct skep_map_ops skep_map_ringbuf = {.create = create, .destroy = destroy};

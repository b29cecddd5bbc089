/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/perf_reader.h"

#include <bpf/bpf.h>
#include <errno.h>
#include <linux/perf_event.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "preload/route.h"

enum {
	PAGES = 64,	      /* of data */
	RECORD_MAX = 1 << 16, /* sizes of records have 16 bits */
};

/* Events of one CPU. */
struct ring {
	int fd;
	struct perf_event_mmap_page *page; /* the data is behind it */
};

struct skep_perf_reader {
	struct ring *rings;
	u32 count;
	u8 record[RECORD_MAX]; /* one that goes on at the start of its ring */
};

static size_t page_size(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

static size_t map_size(void)
{
	return (PAGES + 1) * page_size();
}

/* A system of skep's is told of a mapping before it is made, because nobody stands between this
 * program and mmap(2). */
static bool tell(int fd)
{
	struct skep_mmap_attr how = {
	    .fd = fd, .protection = PROT_READ | PROT_WRITE, .shared = 1, .length = map_size()};
	const struct skep_bpf_args call = {
	    .cmd = SKEP_BPF_MMAP, .size = sizeof(how), .attr = (uintptr_t)&how};
	long result = skep_route_call(&call);

	if (result < 0 && result != -ENOSYS)
		errno = (int)-result;
	return result >= 0 || result == -ENOSYS;
}

static bool open_ring(struct ring *ring, int map, u32 cpu)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_SOFTWARE,
				       .size = sizeof(attr),
				       .config = PERF_COUNT_SW_BPF_OUTPUT,
				       .sample_type = PERF_SAMPLE_RAW,
				       .sample_period = 1,
				       .wakeup_events = 1};
	void *page;

	ring->fd = (int)syscall(SYS_perf_event_open, &attr, -1, (int)cpu, -1, PERF_FLAG_FD_CLOEXEC);
	if (ring->fd < 0 || !tell(ring->fd))
		return false;
	page = mmap(NULL, map_size(), PROT_READ | PROT_WRITE, MAP_SHARED, ring->fd, 0);
	if (page == MAP_FAILED)
		return false;
	ring->page = page;
	/* skep's are on from the start, and know no ioctl. */
	ioctl(ring->fd, PERF_EVENT_IOC_ENABLE, 0);
	return bpf_map_update_elem(map, &cpu, &ring->fd, BPF_ANY) == 0;
}

struct skep_perf_reader *skep_perf_reader_new(int map, u32 cpus, struct skep_diag *d)
{
	struct skep_perf_reader *reader = skep_alloc(sizeof(*reader));

	if (reader)
		reader->rings = skep_alloc((cpus + 1) * sizeof(*reader->rings));
	if (!reader || !reader->rings) {
		skep_fail_nomem(d);
		skep_free(reader);
		return NULL;
	}
	for (u32 cpu = 0; cpu < cpus; cpu++) {
		reader->count++;
		if (open_ring(&reader->rings[cpu], map, cpu))
			continue;
		skep_fail(d, SKEP_E_SYSTEM, "cannot open a ring of events for CPU %u: %s", cpu,
			  strerror(errno));
		skep_perf_reader_free(reader);
		return NULL;
	}
	return reader;
}

void skep_perf_reader_free(struct skep_perf_reader *reader)
{
	if (!reader)
		return;
	for (u32 i = 0; i < reader->count; i++) {
		if (reader->rings[i].page)
			munmap(reader->rings[i].page, map_size());
		if (reader->rings[i].fd >= 0)
			close(reader->rings[i].fd);
	}
	skep_free(reader->rings);
	skep_free(reader);
}

/* ---- reading */

/* Bytes of the ring, in a copy if they are not all before its end. */
static const u8 *bytes_at(struct skep_perf_reader *reader, const struct ring *ring, u64 at,
			  u32 size)
{
	u64 room = PAGES * page_size(), from = at & (room - 1), first = room - from;
	const u8 *data = (const u8 *)ring->page + page_size();

	if (first >= size)
		return data + from;
	memcpy(reader->record, data + from, first);
	memcpy(reader->record + first, data, size - first);
	return reader->record;
}

static void drain(struct skep_perf_reader *reader, const struct ring *ring, skep_perf_take *take,
		  void *context)
{
	u64 head = __atomic_load_n(&ring->page->data_head, __ATOMIC_ACQUIRE);
	u64 tail = ring->page->data_tail;

	while (tail < head) {
		struct perf_event_header header;
		const u8 *record;
		u32 size;

		memcpy(&header, bytes_at(reader, ring, tail, sizeof(header)), sizeof(header));
		record = bytes_at(reader, ring, tail, header.size) + sizeof(header);
		if (header.type == PERF_RECORD_SAMPLE) {
			memcpy(&size, record, sizeof(size));
			take(context, record + sizeof(size), size);
		}
		tail += header.size;
		__atomic_store_n(&ring->page->data_tail, tail, __ATOMIC_RELEASE);
	}
}

void skep_perf_reader_drain(struct skep_perf_reader *reader, skep_perf_take *take, void *context)
{
	for (u32 i = 0; i < reader->count; i++)
		drain(reader, &reader->rings[i], take, context);
}

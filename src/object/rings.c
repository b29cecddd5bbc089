/* SPDX-License-Identifier: BSD-2-Clause */
/* Ring buffers are mapped as libbpf maps those of Linux: the page with the reader's position, that
 * with the writer's, then the data twice. A record is a header of two words, then its bytes. Perf
 * event arrays have a reader of their own (perf_reader.h). */
#include "object/rings.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "object/perf_reader.h"
#include "object/running_parts.h"

struct ring {
	const char *name;
	u32 type; /* of its records, in BTF; 0: not known */
	u64 size; /* bytes of data, a power of two */
	u64 *consumer;
	const u64 *producer;
	const u8 *data;
	struct skep_perf_reader *perf; /* in place of the four before; NULL: none */
	struct skep_running *r;
};

struct skep_rings {
	struct skep_running *r;
	struct ring *rings;
	u32 count;
	u32 busy; /* somebody reads */
};

/* ---- mapping */

static size_t page(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

static bool map_ring(struct ring *ring, int fd, struct skep_diag *d)
{
	size_t behind = page() + 2 * ring->size;
	void *own = mmap(NULL, page(), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	u8 *others = mmap(NULL, behind, PROT_READ, MAP_SHARED, fd, (off_t)page());

	if (own == MAP_FAILED || others == MAP_FAILED) {
		skep_fail(d, SKEP_E_SYSTEM, "cannot map the ring buffer %s: %s", ring->name,
			  strerror(errno));
		if (own != MAP_FAILED)
			munmap(own, page());
		return false;
	}
	ring->consumer = own;
	ring->producer = (const u64 *)(const void *)others;
	ring->data = others + page();
	return true;
}

static void unmap_ring(struct ring *ring)
{
	skep_perf_reader_free(ring->perf);
	if (ring->perf)
		return;
	munmap(ring->consumer, page());
	munmap((void *)(uintptr_t)ring->producer, page() + 2 * ring->size);
}

static bool open_perf(struct ring *ring, const struct skep_running_part *part, struct skep_diag *d)
{
	u32 cpus = ring->r->options.cpus, entries = bpf_map__max_entries(part->map);

	ring->perf =
	    skep_perf_reader_new(bpf_map__fd(part->map), cpus < entries ? cpus : entries, d);
	return ring->perf;
}

static bool open_ring(struct ring *ring, const struct skep_running_part *part, struct skep_diag *d)
{
	ring->name = bpf_map__name(part->map);
	ring->size = bpf_map__max_entries(part->map);
	return bpf_map__type(part->map) == BPF_MAP_TYPE_RINGBUF
		   ? map_ring(ring, bpf_map__fd(part->map), d)
		   : open_perf(ring, part, d);
}

static bool open_all(struct skep_rings *rings, struct skep_diag *d)
{
	for (u32 i = 0; i < rings->r->map_count; i++) {
		const struct skep_running_part *part = &rings->r->maps[i];
		u32 type = bpf_map__type(part->map);

		if (type != BPF_MAP_TYPE_RINGBUF && type != BPF_MAP_TYPE_PERF_EVENT_ARRAY)
			continue;
		rings->rings[rings->count].r = rings->r;
		if (!open_ring(&rings->rings[rings->count], part, d))
			return false;
		rings->count++;
	}
	return true;
}

struct skep_rings *skep_rings_new(struct skep_running *r, struct skep_diag *d)
{
	struct skep_rings *rings = skep_alloc(sizeof(*rings));

	if (rings)
		rings->rings = skep_alloc((r->map_count + 1) * sizeof(*rings->rings));
	if (!rings || !rings->rings) {
		skep_fail_nomem(d);
		skep_free(rings);
		return NULL;
	}
	rings->r = r;
	if (open_all(rings, d))
		return rings;
	skep_rings_free(rings);
	return NULL;
}

void skep_rings_free(struct skep_rings *rings)
{
	if (!rings)
		return;
	for (u32 i = 0; i < rings->count; i++)
		unmap_ring(&rings->rings[i]);
	skep_free(rings->rings);
	skep_free(rings);
}

/* ---- types */

static bool set_type(struct skep_rings *rings, struct ring *ring, const char *name,
		     struct skep_diag *d)
{
	static const char word[] = "struct ";
	const struct btf *btf = bpf_object__btf(rings->r->object);
	int id = btf ? btf__find_by_name(
			   btf, strncmp(name, word, strlen(word)) ? name : name + strlen(word))
		     : -1;

	if (id > 0) {
		ring->type = (u32)id;
		return true;
	}
	skep_fail(d, SKEP_E_NAME, "the object has no type %s", name);
	return skep_hint(d, "clang keeps types of variables, maps and arguments of functions; "
			    "compile with -g");
}

bool skep_rings_type(struct skep_rings *rings, const char *assignment, struct skep_diag *d)
{
	const char *equals = strchr(assignment, '=');
	struct skep_buffer names = {0};

	if (!equals)
		return skep_fail(d, SKEP_E_SYNTAX, "expected MAP=TYPE, not '%s'", assignment);
	for (u32 i = 0; i < rings->count; i++) {
		struct ring *ring = &rings->rings[i];

		if (strlen(ring->name) == (size_t)(equals - assignment) &&
		    strncmp(ring->name, assignment, (size_t)(equals - assignment)) == 0)
			return set_type(rings, ring, equals + 1, d);
	}
	for (u32 i = 0; i < rings->count; i++)
		skep_buffer_printf(&names, "%s%s", i ? ", " : "there are ", rings->rings[i].name);
	skep_fail(d, SKEP_E_NAME, "there is no ring buffer %.*s", (int)(equals - assignment),
		  assignment);
	if (names.count && !names.failed)
		skep_hint(d, "%s", names.data);
	skep_buffer_fini(&names);
	return false;
}

/* ---- reading */

/* Hands on one record. Up to `more` of its last bytes may only fill it up. */
static void hand_on(const struct ring *ring, const void *data, u32 size, u32 more)
{
	const struct btf *btf = bpf_object__btf(ring->r->object);
	const struct skep_running_options *options = &ring->r->options;
	struct skep_event event = {
	    .map = ring->name, .type = {.btf = btf, .size = size}, .data = data};
	s64 known = ring->type ? btf__resolve_size(btf, ring->type) : 0;

	if (known > 0 && known <= size && size - known <= more) {
		event.type.id = ring->type;
		event.type.size = (u32)known;
	}
	options->event(options->context, &event);
}

static void take_sample(void *context, const void *data, u32 size)
{
	hand_on(context, data, size, 7);
}

static void drain(const struct ring *ring)
{
	u64 at = *ring->consumer;

	while (at < __atomic_load_n(ring->producer, __ATOMIC_ACQUIRE)) {
		const u8 *record = ring->data + (at & (ring->size - 1));
		u32 header = __atomic_load_n((const u32 *)(const void *)record, __ATOMIC_ACQUIRE);
		u32 size = header & ~(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);

		if (header & BPF_RINGBUF_BUSY_BIT)
			break;
		if (!(header & BPF_RINGBUF_DISCARD_BIT))
			hand_on(ring, record + BPF_RINGBUF_HDR_SZ, size, 0);
		at += (size + BPF_RINGBUF_HDR_SZ + 7) & ~7ull;
		__atomic_store_n(ring->consumer, at, __ATOMIC_RELEASE);
	}
}

void skep_rings_drain(struct skep_rings *rings)
{
	if (!rings->count || __atomic_exchange_n(&rings->busy, 1, __ATOMIC_ACQUIRE))
		return;
	for (u32 i = 0; i < rings->count; i++)
		if (rings->rings[i].perf)
			skep_perf_reader_drain(rings->rings[i].perf, take_sample, &rings->rings[i]);
		else
			drain(&rings->rings[i]);
	__atomic_store_n(&rings->busy, 0, __ATOMIC_RELEASE);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads a classic capture file in place: the file is mapped and packets point into the map.
 * Takes format 2.4 of both byte orders and both time resolutions, except link types whose bytes
 * libpcap would have to put into this machine's order first. */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "capture/links.h"
#include "capture/pcap_format.h"
#include "capture/source_ops.h"

enum {
	CACHE_LINE = 64,
	FETCH_DISTANCE = 2048,
	FETCH_MAX = 512, /* of a larger packet most will not be looked at */
};

struct mapped {
	struct skep_source source;
	int fd;
	bool swapped; /* the file is of the other byte order */
	u32 caplen_max;
	u32 unit;	 /* nanoseconds in one unit of a record's fraction */
	const u8 *bytes; /* the map; NULL if it failed */
	u64 size;
	u64 at; /* offset of the next record */
};

static struct mapped *self(struct skep_source *source)
{
	return (struct mapped *)source;
}

static u32 order(bool swapped, u32 value)
{
	return swapped ? __builtin_bswap32(value) : value;
}

/* What is wrong with the record at m->at; there are bytes left. */
SKEP_COLD static bool corrupt(const struct mapped *m, struct skep_diag *d)
{
	struct skep_place place = skep_place_offset(m->at);
	u64 left = m->size - m->at;
	struct skep_pcap_record record;
	u32 caplen;

	if (left < sizeof(record)) {
		skep_fail_at(d, SKEP_E_FORMAT, place,
			     "the file ends after %llu of the %zu bytes of a record's header",
			     (unsigned long long)left, sizeof(record));
		return skep_hint(d, "the file was cut short; the packets before it are complete");
	}
	memcpy(&record, m->bytes + m->at, sizeof(record));
	caplen = order(m->swapped, record.caplen);
	if (caplen > m->caplen_max) {
		skep_fail_at(d, SKEP_E_FORMAT, place,
			     "a record claims %u captured bytes, the limit is %u", caplen,
			     m->caplen_max);
		return skep_hint(d, "the file is damaged from here on");
	}
	skep_fail_at(d, SKEP_E_FORMAT, place,
		     "the file ends after %llu of the %u captured bytes of a packet",
		     (unsigned long long)(left - sizeof(record)), caplen);
	return skep_hint(d, "the file was cut short; the packets before it are complete");
}

/* Where a record starts is known only when the one before it was read, so each would wait for
 * memory: bytes that will be needed some records later are asked for now, as many as this record
 * has. Beyond the map's end, which the processor ignores, too. */
static inline void fetch_ahead(const u8 *at, u32 caplen)
{
	u32 size = caplen < FETCH_MAX ? caplen : FETCH_MAX;

	for (u32 i = 0; i <= size; i += CACHE_LINE)
		__builtin_prefetch(at + FETCH_DISTANCE + i);
}

/* Takes the record at m->at as packet i. False at the end and if it is not sound. */
static inline bool take(struct mapped *m, struct skep_batch *batch, u32 i)
{
	const u8 *at = m->bytes + m->at;
	u64 left = m->size - m->at;
	u32 snaplen = m->source.info.snaplen;
	struct skep_pcap_record record;
	u32 caplen, kept;

	if (left < sizeof(record))
		return false;
	memcpy(&record, at, sizeof(record));
	caplen = order(m->swapped, record.caplen);
	if (caplen > m->caplen_max || caplen > left - sizeof(record))
		return false;
	fetch_ahead(at, caplen);
	/* Some writers did not set the snapshot length right: cut, as libpcap does. */
	kept = caplen < snaplen ? caplen : snaplen;
	batch->packets[i] = (struct skep_packet){
	    .data = at + sizeof(record),
	    .caplen = kept,
	    .wirelen = order(m->swapped, record.wirelen),
	};
	batch->ns[i] = (s64)order(m->swapped, record.seconds) * 1000000000 +
		       (s64)order(m->swapped, record.fraction) * m->unit;
	batch->records[i] = m->swapped || kept != caplen ? NULL : at;
	m->at += sizeof(record) + caplen;
	return true;
}

static bool mapped_read(struct skep_source *source, struct skep_batch *batch, struct skep_diag *d)
{
	struct mapped *m = self(source);
	u32 n = 0;

	while (n < SKEP_BATCH_MAX && take(m, batch, n))
		n++;
	batch->count = n;
	batch->end = m->at == m->size;
	return n > 0 || batch->end || corrupt(m, d);
}

static struct skep_source_progress mapped_progress(const struct skep_source *source)
{
	const struct mapped *m = (const struct mapped *)source;

	return (struct skep_source_progress){.done = m->at, .total = m->size};
}

static void mapped_free(struct skep_source *source)
{
	struct mapped *m = self(source);

	if (m->bytes)
		munmap((void *)m->bytes, m->size);
	close(m->fd);
	skep_free(m);
}

static const struct skep_source_ops mapped_ops = {
    .read = mapped_read,
    .progress = mapped_progress,
    .free = mapped_free,
};

/* Reads the file header; false if the file is not for this reader. */
static bool describe(struct mapped *m, struct skep_pcap_file_header h)
{
	struct skep_source_info *info = &m->source.info;
	struct skep_link link;

	m->swapped = h.magic == __builtin_bswap32(SKEP_PCAP_MICRO) ||
		     h.magic == __builtin_bswap32(SKEP_PCAP_NANO);
	h.magic = order(m->swapped, h.magic);
	if (h.magic != SKEP_PCAP_MICRO && h.magic != SKEP_PCAP_NANO)
		return false;
	if (m->swapped) {
		h.major = __builtin_bswap16(h.major);
		h.minor = __builtin_bswap16(h.minor);
	}
	if (h.major != SKEP_PCAP_VERSION_MAJOR || h.minor != SKEP_PCAP_VERSION_MINOR)
		return false;
	h.linktype = order(m->swapped, h.linktype);
	h.snaplen = order(m->swapped, h.snaplen);
	link = skep_link_by_dlt(skep_link_by_linktype(h.linktype & SKEP_PCAP_LINKTYPE_MASK).dlt);
	if (link.libpcap == SKEP_LINK_LIBPCAP_ALWAYS ||
	    (m->swapped && link.libpcap == SKEP_LINK_LIBPCAP_SWAPPED))
		return false;
	m->caplen_max = link.caplen_max;
	m->unit = h.magic == SKEP_PCAP_NANO ? 1 : 1000;
	info->linktype = link.linktype;
	info->dlt = link.dlt;
	info->netmask = UINT32_MAX;
	info->linktype_flags = h.linktype & ~(u32)SKEP_PCAP_LINKTYPE_MASK;
	info->nanoseconds = h.magic == SKEP_PCAP_NANO;
	info->snaplen = h.snaplen == 0 || h.snaplen > INT_MAX ? link.caplen_max : h.snaplen;
	return true;
}

struct skep_source *skep_mapped_open(int fd, const struct stat *st, bool *done, struct skep_diag *d)
{
	struct skep_pcap_file_header header;
	struct mapped head = {.source.ops = &mapped_ops, .fd = fd, .at = sizeof(header)};
	struct mapped *m;
	void *map;

	*done = false;
	if (pread(fd, &header, sizeof(header), 0) != (ssize_t)sizeof(header) ||
	    !describe(&head, header))
		return NULL;
	head.size = (u64)st->st_size;
	map = mmap(NULL, head.size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED)
		return NULL;
	*done = true;
	m = skep_alloc(sizeof(*m));
	if (!m) {
		munmap(map, head.size);
		close(fd);
		skep_fail_nomem(d);
		return NULL;
	}
	madvise(map, head.size, MADV_SEQUENTIAL);
	head.bytes = map;
	*m = head;
	return &m->source;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads a classic capture file: a window of it lies in memory and packets point into the window.
 *
 * Takes format 2.4 of both byte orders and both time resolutions, except link types whose bytes
 * libpcap would have to put into this machine's order first. Mapping the file instead takes longer:
 * each record tells where the next one starts, so each waits for memory that nobody has fetched,
 * while the kernel's copy fetches ahead; besides, a mapped file kills the reader if it is cut. */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "capture/links.h"
#include "capture/pcap_format.h"
#include "capture/source_ops.h"

/* Bytes of the window, which grows for larger records: what a second-level cache holds with room to
 * spare, and less for a small file. */
enum { WINDOW_MAX = 1 << 18, WINDOW_MIN = 1 << 12 };

struct pcap_file {
	struct skep_source source;
	int fd;
	bool swapped; /* the file is of the other byte order */
	u32 caplen_max;
	u32 unit;   /* nanoseconds in one unit of a record's fraction */
	u8 *window; /* owned; `filled` bytes of the file from offset `start` on */
	size_t room;
	size_t filled;
	u64 start;
	u64 at;	  /* offset of the next record, in the window or at its end */
	u64 size; /* of the file when it was opened */
};

static struct pcap_file *self(struct skep_source *source)
{
	return (struct pcap_file *)source;
}

static u32 order(bool swapped, u32 value)
{
	return swapped ? __builtin_bswap32(value) : value;
}

/* What is wrong with the record at f->at, where the window starts and the file has ended. */
SKEP_COLD static bool corrupt(const struct pcap_file *f, struct skep_diag *d)
{
	struct skep_place place = skep_place_offset(f->at);
	struct skep_pcap_record record;
	u32 caplen;

	if (f->filled < sizeof(record)) {
		skep_fail_at(d, SKEP_E_FORMAT, place,
			     "the file ends after %zu of the %zu bytes of a record's header",
			     f->filled, sizeof(record));
		return skep_hint(d, "the file was cut short; the packets before it are complete");
	}
	memcpy(&record, f->window, sizeof(record));
	caplen = order(f->swapped, record.caplen);
	if (caplen > f->caplen_max) {
		skep_fail_at(d, SKEP_E_FORMAT, place,
			     "a record claims %u captured bytes, the limit is %u", caplen,
			     f->caplen_max);
		return skep_hint(d, "the file is damaged from here on");
	}
	skep_fail_at(d, SKEP_E_FORMAT, place,
		     "the file ends after %zu of the %u captured bytes of a packet",
		     f->filled - sizeof(record), caplen);
	return skep_hint(d, "the file was cut short; the packets before it are complete");
}

/* Takes the record at f->at as packet i. False if it is not sound, or not whole in the window. */
static inline bool take(struct pcap_file *f, struct skep_batch *batch, u32 i)
{
	const u8 *at = f->window + (f->at - f->start);
	u64 left = f->start + f->filled - f->at;
	u32 snaplen = f->source.info.snaplen;
	struct skep_pcap_record record;
	u32 caplen, kept;

	if (left < sizeof(record))
		return false;
	memcpy(&record, at, sizeof(record));
	caplen = order(f->swapped, record.caplen);
	if (caplen > f->caplen_max || caplen > left - sizeof(record))
		return false;
	/* Some writers did not set the snapshot length right: cut, as libpcap does. */
	kept = caplen < snaplen ? caplen : snaplen;
	batch->packets[i] = (struct skep_packet){
	    .data = at + sizeof(record),
	    .caplen = kept,
	    .wirelen = order(f->swapped, record.wirelen),
	};
	batch->ns[i] = (s64)order(f->swapped, record.seconds) * 1000000000 +
		       (s64)order(f->swapped, record.fraction) * f->unit;
	batch->records[i] = f->swapped || kept != caplen ? NULL : at;
	f->at += sizeof(record) + caplen;
	return true;
}

/* Reads the file from f->at on, until the window is full or the file ends. */
static bool fill(struct pcap_file *f, struct skep_diag *d)
{
	ssize_t got = 1;

	f->start = f->at;
	f->filled = 0;
	while (f->filled < f->room && got != 0) {
		got = pread(f->fd, f->window + f->filled, f->room - f->filled,
			    (off_t)(f->start + f->filled));
		if (got < 0 && errno != EINTR)
			return skep_fail_at(d, SKEP_E_IO, skep_place_offset(f->start + f->filled),
					    "cannot read the file: %s", strerror(errno));
		f->filled += got > 0 ? (size_t)got : 0;
	}
	return true;
}

/* Makes the window hold the record at its start. */
static bool make_room(struct pcap_file *f, struct skep_diag *d)
{
	struct skep_pcap_record record;
	size_t size;
	u8 *window;

	if (f->filled < sizeof(record))
		return true;
	memcpy(&record, f->window, sizeof(record));
	size = sizeof(record) + order(f->swapped, record.caplen);
	if (size <= f->room || size > sizeof(record) + f->caplen_max)
		return true;
	window = skep_realloc(f->window, size);
	if (!window)
		return skep_fail_nomem(d);
	f->window = window;
	f->room = size;
	return fill(f, d);
}

static bool pcap_file_read(struct skep_source *source, struct skep_batch *batch,
			   struct skep_diag *d)
{
	struct pcap_file *f = self(source);
	u32 n = 0;

	while (n < SKEP_BATCH_MAX && take(f, batch, n))
		n++;
	/* The packets of a batch are lent: the window may move only before the first. */
	if (n == 0) {
		if (!fill(f, d) || !make_room(f, d))
			return false;
		while (n < SKEP_BATCH_MAX && take(f, batch, n))
			n++;
	}
	batch->count = n;
	batch->end = f->filled == 0;
	return n > 0 || batch->end || corrupt(f, d);
}

static struct skep_source_progress pcap_file_progress(const struct skep_source *source)
{
	const struct pcap_file *f = (const struct pcap_file *)source;

	return (struct skep_source_progress){.done = f->at, .total = f->size};
}

static void pcap_file_free(struct skep_source *source)
{
	struct pcap_file *f = self(source);

	close(f->fd);
	skep_free(f->window);
	skep_free(f);
}

static const struct skep_source_ops pcap_file_ops = {
    .read = pcap_file_read,
    .progress = pcap_file_progress,
    .free = pcap_file_free,
};

/* Reads the file header; false if the file is not for this reader. */
static bool describe(struct pcap_file *f, struct skep_pcap_file_header h)
{
	struct skep_source_info *info = &f->source.info;
	struct skep_link link;

	f->swapped = h.magic == __builtin_bswap32(SKEP_PCAP_MICRO) ||
		     h.magic == __builtin_bswap32(SKEP_PCAP_NANO);
	h.magic = order(f->swapped, h.magic);
	if (h.magic != SKEP_PCAP_MICRO && h.magic != SKEP_PCAP_NANO)
		return false;
	if (f->swapped) {
		h.major = __builtin_bswap16(h.major);
		h.minor = __builtin_bswap16(h.minor);
	}
	if (h.major != SKEP_PCAP_VERSION_MAJOR || h.minor != SKEP_PCAP_VERSION_MINOR)
		return false;
	h.linktype = order(f->swapped, h.linktype);
	h.snaplen = order(f->swapped, h.snaplen);
	link = skep_link_by_dlt(skep_link_by_linktype(h.linktype & SKEP_PCAP_LINKTYPE_MASK).dlt);
	if (link.libpcap == SKEP_LINK_LIBPCAP_ALWAYS ||
	    (f->swapped && link.libpcap == SKEP_LINK_LIBPCAP_SWAPPED))
		return false;
	f->caplen_max = link.caplen_max;
	f->unit = h.magic == SKEP_PCAP_NANO ? 1 : 1000;
	info->linktype = link.linktype;
	info->dlt = link.dlt;
	info->netmask = UINT32_MAX;
	info->linktype_flags = h.linktype & ~(u32)SKEP_PCAP_LINKTYPE_MASK;
	info->nanoseconds = h.magic == SKEP_PCAP_NANO;
	info->swapped = f->swapped;
	info->snaplen = h.snaplen == 0 || h.snaplen > INT_MAX ? link.caplen_max : h.snaplen;
	return true;
}

struct skep_source *skep_pcap_file_open(int fd, const struct stat *st, bool *done,
					struct skep_diag *d)
{
	struct skep_pcap_file_header header;
	struct pcap_file head = {.source.ops = &pcap_file_ops,
				 .fd = fd,
				 .start = sizeof(header),
				 .at = sizeof(header),
				 .size = (u64)st->st_size};
	struct pcap_file *f;

	*done = pread(fd, &header, sizeof(header), 0) == (ssize_t)sizeof(header) &&
		describe(&head, header);
	if (!*done)
		return NULL;
	head.room = head.size < WINDOW_MAX ? (size_t)head.size : WINDOW_MAX;
	if (head.room < WINDOW_MIN)
		head.room = WINDOW_MIN;
	head.window = skep_alloc(head.room);
	f = head.window ? skep_alloc(sizeof(*f)) : NULL;
	if (!f) {
		skep_free(head.window);
		close(fd);
		skep_fail_nomem(d);
		return NULL;
	}
	*f = head;
	return &f->source;
}

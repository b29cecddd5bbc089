/* SPDX-License-Identifier: BSD-2-Clause */
/* Everything that is not a plain classic file, through libpcap: pcapng, old variants, pipes.
 *
 * libpcap lends one packet at a time, so a batch is collected by copying into a store of our own.
 * A packet that does not fit any more waits in libpcap for the next batch; one that is larger than
 * the whole store is lent from libpcap as a batch of one. On a pipe a batch ends as soon as nothing
 * more is there: a packet never waits for the next one. */
#include <errno.h>
#include <pcap/pcap.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "capture/links.h"
#include "capture/pcap_format.h"
#include "capture/source_ops.h"

enum {
	STORE_SIZE = 1 << 20,
	READ_SIZE = 1 << 16,		    /* bytes asked of the kernel at once */
	PCAPNG_SECTION_HEADER = 0x0a0d0d0a, /* block type that every pcapng file starts with */
};

struct foreign {
	struct skep_source source;
	pcap_t *pcap; /* owns the stream, which reads through read_some */
	int fd;
	int stop_fd; /* -1 = none */
	bool stopped;
	bool pipe;		    /* input may come slowly */
	bool ended;		    /* libpcap has said so */
	u64 done;		    /* bytes libpcap's stream took from fd */
	u64 size;		    /* of the file, 0 = not known */
	u32 magic;		    /* first word of the input, this machine's order */
	struct skep_diag failure;   /* kept until the packets before it are delivered */
	struct pcap_pkthdr *header; /* of the packet that waits in libpcap; NULL = none */
	const u8 *data;
	u8 store[STORE_SIZE];
};

static struct foreign *self(struct skep_source *source)
{
	return (struct foreign *)source;
}

/* Waits for input; false if the stop descriptor came first. */
static bool wait_for_input(struct foreign *f)
{
	struct pollfd fds[2] = {{.fd = f->fd, .events = POLLIN},
				{.fd = f->stop_fd, .events = POLLIN}};

	if (f->stop_fd < 0)
		return true;
	while (poll(fds, 2, -1) < 0 && errno == EINTR)
		;
	f->stopped |= fds[1].revents != 0;
	return !f->stopped;
}

static ssize_t read_some(void *cookie, char *buffer, size_t size)
{
	struct foreign *f = cookie;
	ssize_t got;

	if (!wait_for_input(f))
		return 0;
	got = read(f->fd, buffer, size);
	if (f->done == 0 && got >= (ssize_t)sizeof(f->magic))
		memcpy(&f->magic, buffer, sizeof(f->magic));
	if (got > 0)
		f->done += (u64)got;
	return got;
}

/* Only tells where the stream stands, which is what ftello asks. */
static int tell(void *cookie, off64_t *offset, int whence)
{
	const struct foreign *f = cookie;

	if (whence != SEEK_CUR || *offset != 0)
		return -1;
	*offset = (off64_t)f->done;
	return 0;
}

static int close_stream(void *cookie)
{
	return close(((struct foreign *)cookie)->fd);
}

static bool nothing_ready(const struct foreign *f)
{
	struct pollfd input = {.fd = f->fd, .events = POLLIN};

	return f->pipe && poll(&input, 1, 0) == 0;
}

/* Makes sure that a packet waits. False at the end (ended) or with f->failure set. */
static bool fetch(struct foreign *f)
{
	int got;
	off_t at;

	if (f->header)
		return true;
	if (f->ended || f->failure.code)
		return false;
	got = pcap_next_ex(f->pcap, &f->header, &f->data);
	if (got == 1)
		return true;
	f->header = NULL;
	f->ended = got == PCAP_ERROR_BREAK || f->stopped;
	if (f->ended)
		return false;
	at = ftello(pcap_file(f->pcap));
	return skep_fail_at(&f->failure, SKEP_E_FORMAT,
			    skep_place_offset(at < 0 ? f->done : (u64)at), "%s",
			    pcap_geterr(f->pcap));
}

/* pcapng has times that nanoseconds in 64 bits cannot say: they become the nearest that can. */
static s64 nanoseconds_of(const struct pcap_pkthdr *h)
{
	s64 limit = INT64_MAX / 1000000000 - 5;
	s64 seconds = h->ts.tv_sec;

	if (seconds > limit)
		seconds = limit;
	if (seconds < -limit)
		seconds = -limit;
	return seconds * 1000000000 + h->ts.tv_usec;
}

/* Moves the waiting packet into the batch, its bytes to data. */
static void put(struct foreign *f, struct skep_batch *batch, const u8 *data)
{
	const struct pcap_pkthdr *h = f->header;

	batch->packets[batch->count] =
	    (struct skep_packet){.data = data, .caplen = h->caplen, .wirelen = h->len};
	batch->ns[batch->count] = nanoseconds_of(h);
	batch->records[batch->count] = NULL;
	batch->count++;
	f->header = NULL;
}

static bool foreign_read(struct skep_source *source, struct skep_batch *batch, struct skep_diag *d)
{
	struct foreign *f = self(source);
	size_t used = 0;

	while (batch->count < SKEP_BATCH_MAX && fetch(f)) {
		u32 size = f->header->caplen;

		if (size > STORE_SIZE - used) {
			if (batch->count == 0)
				put(f, batch, f->data);
			break;
		}
		memcpy(f->store + used, f->data, size);
		put(f, batch, f->store + used);
		used += size;
		if (nothing_ready(f))
			break;
	}
	batch->end = f->ended;
	if (batch->count > 0 || !f->failure.code)
		return true;
	if (d)
		*d = f->failure;
	return false;
}

static struct skep_source_progress foreign_progress(const struct skep_source *source)
{
	const struct foreign *f = (const struct foreign *)source;

	return (struct skep_source_progress){.done = f->done, .total = f->size};
}

static void foreign_free(struct skep_source *source)
{
	struct foreign *f = self(source);

	pcap_close(f->pcap);
	skep_free(f);
}

static const struct skep_source_ops foreign_ops = {
    .read = foreign_read,
    .progress = foreign_progress,
    .free = foreign_free,
};

/* libpcap does not tell the time resolution of its input. A classic file's magic does; each
 * interface of a pcapng file has its own, so nanoseconds are kept to lose nothing. */
static void describe(struct foreign *f)
{
	struct skep_source_info *info = &f->source.info;
	u32 swapped = __builtin_bswap32(f->magic);

	info->nanoseconds = f->magic == SKEP_PCAP_NANO || swapped == SKEP_PCAP_NANO ||
			    f->magic == PCAPNG_SECTION_HEADER;
	info->linktype_flags = (u32)pcap_datalink_ext(f->pcap);
	info->swapped = pcap_is_swapped(f->pcap) == 1;
	info->dlt = (u32)pcap_datalink(f->pcap);
	info->linktype = skep_link_by_dlt(info->dlt).linktype;
	info->netmask = UINT32_MAX;
	info->snaplen = (u32)pcap_snapshot(f->pcap);
}

static FILE *open_stream(struct foreign *f)
{
	static const cookie_io_functions_t functions = {
	    .read = read_some, .seek = tell, .close = close_stream};
	FILE *stream = fopencookie(f, "r", functions);

	if (!stream)
		close(f->fd);
	else
		setvbuf(stream, NULL, _IOFBF, READ_SIZE);
	return stream;
}

struct skep_source *skep_foreign_open(int fd, int stop_fd, u64 size, struct skep_diag *d)
{
	char why[PCAP_ERRBUF_SIZE] = "";
	struct foreign *f = skep_alloc(sizeof(*f));
	FILE *stream;

	if (!f) {
		close(fd);
		skep_fail_nomem(d);
		return NULL;
	}
	f->source.ops = &foreign_ops;
	f->fd = fd;
	f->stop_fd = stop_fd;
	f->size = size;
	f->pipe = size == 0;
	stream = open_stream(f);
	if (stream) {
		f->pcap = pcap_fopen_offline_with_tstamp_precision(stream,
								   PCAP_TSTAMP_PRECISION_NANO, why);
		if (f->pcap) {
			describe(f);
			return &f->source;
		}
		fclose(stream);
		skep_fail(d, SKEP_E_FORMAT, "the input is not a capture: %s", why);
	} else {
		skep_fail_nomem(d);
	}
	skep_free(f);
	return NULL;
}

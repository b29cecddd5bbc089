/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets are copied into one large buffer that is written when it is full. Records that lie one
 * after the other in the source are not copied one by one: they are remembered as one run, and a
 * long run goes from the source to the kernel at once. */
#include "capture/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "capture/pcap_format.h"

enum {
	BUFFER_SIZE = 1 << 18, /* bytes */
	RUN_DIRECT = 1 << 15,  /* a run of so many bytes is written without copying */
};

struct skep_sink {
	int fd;
	u32 unit;	   /* nanoseconds in one unit of a record's fraction */
	bool take_records; /* records have the resolution that is written */
	const u8 *run;	   /* records of the batch, to be written after the buffer */
	size_t run_size;
	size_t used;	/* bytes of the buffer */
	char name[128]; /* for messages; cut if longer */
	u8 buffer[BUFFER_SIZE];
};

static bool write_all(struct skep_sink *s, const u8 *bytes, size_t size, struct skep_diag *d)
{
	while (size > 0) {
		ssize_t n = write(s->fd, bytes, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return skep_fail(d, SKEP_E_IO, "cannot write %s: %s", s->name,
					 strerror(errno));
		bytes += n;
		size -= (size_t)n;
	}
	return true;
}

static bool empty_buffer(struct skep_sink *s, struct skep_diag *d)
{
	size_t used = s->used;

	s->used = 0;
	return write_all(s, s->buffer, used, d);
}

/* Bytes that may be longer than the buffer. */
static bool append(struct skep_sink *s, const void *bytes, size_t size, struct skep_diag *d)
{
	if (size > BUFFER_SIZE - s->used && !empty_buffer(s, d))
		return false;
	if (size >= RUN_DIRECT)
		return empty_buffer(s, d) && write_all(s, bytes, size, d);
	memcpy(s->buffer + s->used, bytes, size);
	s->used += size;
	return true;
}

static bool end_run(struct skep_sink *s, struct skep_diag *d)
{
	size_t size = s->run_size;

	s->run_size = 0;
	return size == 0 || append(s, s->run, size, d);
}

static bool put_record(struct skep_sink *s, const u8 *record, size_t size, struct skep_diag *d)
{
	if (s->run_size > 0 && s->run + s->run_size == record) {
		s->run_size += size;
		return true;
	}
	if (!end_run(s, d))
		return false;
	s->run = record;
	s->run_size = size;
	return true;
}

bool skep_sink_put(struct skep_sink *s, const struct skep_batch *batch, u32 i, u32 keep,
		   struct skep_diag *d)
{
	const struct skep_packet *packet = &batch->packets[i];
	struct skep_pcap_record record;
	s64 seconds;

	if (s->take_records && batch->records[i] && keep >= packet->caplen)
		return put_record(s, batch->records[i], sizeof(record) + packet->caplen, d);
	seconds = batch->ns[i] / 1000000000;
	record.seconds = (u32)seconds;
	record.fraction = (u32)(batch->ns[i] - seconds * 1000000000) / s->unit;
	record.caplen = keep < packet->caplen ? keep : packet->caplen;
	record.wirelen = packet->wirelen;
	return end_run(s, d) && append(s, &record, sizeof(record), d) &&
	       append(s, packet->data, record.caplen, d);
}

bool skep_sink_settle(struct skep_sink *s, struct skep_diag *d)
{
	return end_run(s, d);
}

bool skep_sink_flush(struct skep_sink *s, struct skep_diag *d)
{
	return end_run(s, d) && empty_buffer(s, d);
}

bool skep_sink_close(struct skep_sink *s, struct skep_diag *d)
{
	bool ok;

	if (!s)
		return true;
	ok = skep_sink_flush(s, d);
	if (close(s->fd) < 0 && ok)
		ok = skep_fail(d, SKEP_E_IO, "cannot write %s: %s", s->name, strerror(errno));
	skep_free(s);
	return ok;
}

static bool write_header(struct skep_sink *s, const struct skep_source_info *info,
			 struct skep_diag *d)
{
	struct skep_pcap_file_header header = {
	    .magic = s->unit == 1 ? SKEP_PCAP_NANO : SKEP_PCAP_MICRO,
	    .major = SKEP_PCAP_VERSION_MAJOR,
	    .minor = SKEP_PCAP_VERSION_MINOR,
	    .snaplen = info->snaplen,
	    .linktype = info->linktype | info->linktype_flags,
	};

	return append(s, &header, sizeof(header), d) && skep_sink_flush(s, d);
}

/* Opens without emptying, so that the input is not lost if it is named as output too. */
static bool open_output(struct skep_sink *s, const char *path, const struct skep_source_info *info,
			struct skep_diag *d)
{
	struct stat st;

	s->fd = strcmp(path, "-") == 0 ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
				       : open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
	if (s->fd < 0)
		return skep_fail(d, SKEP_E_IO, "cannot create %s: %s", s->name, strerror(errno));
	if (fstat(s->fd, &st) < 0)
		return skep_fail(d, SKEP_E_IO, "cannot examine %s: %s", s->name, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return true;
	if (info->inode && st.st_ino == info->inode && st.st_dev == info->device) {
		skep_fail(d, SKEP_E_INVALID, "%s is both input and output", s->name);
		return skep_hint(d, "write to another file and rename it afterwards");
	}
	if (strcmp(path, "-") != 0 && ftruncate(s->fd, 0) < 0)
		return skep_fail(d, SKEP_E_IO, "cannot empty %s: %s", s->name, strerror(errno));
	return true;
}

struct skep_sink *skep_sink_open(const char *path, const struct skep_source_info *info,
				 bool nanoseconds, struct skep_diag *d)
{
	struct skep_sink *s = skep_alloc(sizeof(*s));

	if (!s) {
		skep_fail_nomem(d);
		return NULL;
	}
	strncpy(s->name, strcmp(path, "-") == 0 ? "standard output" : path, sizeof(s->name) - 1);
	s->take_records = info->nanoseconds == nanoseconds;
	s->unit = nanoseconds ? 1 : 1000;
	if (open_output(s, path, info, d) && write_header(s, info, d))
		return s;
	if (s->fd >= 0)
		close(s->fd);
	skep_free(s);
	return NULL;
}

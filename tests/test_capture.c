/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture files, read and written: libpcap does the same beside us and both must agree, on sound
 * files, on files cut at every byte and on files with any one byte changed. */
#include <fcntl.h>
#include <pcap/pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "capture/links.h"
#include "capture/sink.h"
#include "capture/source.h"
#include "fault_alloc.h"
#include "test.h"

enum { MICRO = 0xa1b2c3d4, NANO = 0xa1b23c4d, KUZNETZOV = 0xa1b2cd34 };

/* A file that is put together in memory. */
struct image {
	u8 bytes[4096];
	size_t size;
	bool big; /* byte order */
};

static char directory[] = "/tmp/skep-capture-XXXXXX";

static const char *path_of(const char *name)
{
	static char path[2][128];
	static int turn;

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", directory, name);
	return path[turn];
}

static const char *write_file(const char *name, const void *bytes, size_t size)
{
	const char *path = path_of(name);
	FILE *f;

	unlink(path); /* emptying a file may wait for the disk, a new one does not */
	f = fopen(path, "wb");

	if (!f || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
		abort();
	return path;
}

static void word(struct image *i, u32 value)
{
	(i->big ? skep_put_be32 : skep_put_le32)(i->bytes + i->size, value);
	i->size += 4;
}

static void half(struct image *i, u16 value)
{
	(i->big ? skep_put_be16 : skep_put_le16)(i->bytes + i->size, value);
	i->size += 2;
}

static void file_header(struct image *i, u32 magic, u32 snaplen, u32 linktype)
{
	word(i, magic);
	half(i, 2);
	half(i, 4);
	word(i, 0);
	word(i, 0);
	word(i, snaplen);
	word(i, linktype);
}

static void record(struct image *i, u32 fraction, u32 caplen, u32 wirelen)
{
	word(i, 1700000000 + fraction % 3);
	word(i, fraction);
	word(i, caplen);
	word(i, wirelen);
	for (u32 n = 0; n < caplen; n++)
		i->bytes[i->size++] = (u8)(n + fraction);
}

static struct image sample(u32 magic, bool big)
{
	struct image i = {.big = big};

	file_header(&i, magic, 65535, 1);
	record(&i, 999999, 20, 60);
	record(&i, 0, 0, 60);
	record(&i, 123456, 33, 33);
	return i;
}

static struct image sample_pcapng(void)
{
	struct image i = {0};

	word(&i, 0x0a0d0d0a);
	word(&i, 28);
	word(&i, 0x1a2b3c4d);
	half(&i, 1);
	half(&i, 0);
	word(&i, 0xffffffff);
	word(&i, 0xffffffff);
	word(&i, 28);
	word(&i, 1); /* interface */
	word(&i, 20);
	half(&i, 101);
	half(&i, 0);
	word(&i, 4096);
	word(&i, 20);
	for (u32 n = 0; n < 3; n++) {
		word(&i, 6); /* packet */
		word(&i, 40);
		word(&i, 0);
		word(&i, 0);
		word(&i, 1000 + n);
		word(&i, 8);
		word(&i, 8 + n);
		word(&i, 0x45454545);
		word(&i, n);
		word(&i, 40);
	}
	return i;
}

/* The first word, as the machine that wrote it meant it. */
static u32 magic_of(const char *path)
{
	FILE *f = fopen(path, "rb");
	u8 first[4];

	if (!f || fread(first, 1, 4, f) != 4)
		abort();
	fclose(f);
	return first[0] == 0xa1 ? skep_get_be32(first) : skep_get_le32(first);
}

/* What one reader says of one packet. */
static void tell(FILE *out, s64 ns, u32 caplen, u32 wirelen, const u8 *data)
{
	fprintf(out, "%lld %u %u ", (long long)ns, caplen, wirelen);
	for (u32 i = 0; i < caplen; i++)
		fprintf(out, "%02x", data[i]);
	fprintf(out, "\n");
}

/* libpcap 1.10 takes the 32-bit words of a classic file's times for signed ones. */
static s64 time_of(const struct pcap_pkthdr *h, u32 magic)
{
	s64 limit = INT64_MAX / 1000000000 - 5;
	s64 seconds = h->ts.tv_sec, fraction = h->ts.tv_usec;

	if (magic == NANO)
		return (s64)(u32)seconds * 1000000000 + (u32)fraction;
	if (magic == MICRO)
		return (s64)(u32)seconds * 1000000000 + (s64)(u32)(fraction / 1000) * 1000;
	seconds = seconds > limit ? limit : seconds < -limit ? -limit : seconds;
	return seconds * 1000000000 + fraction;
}

/* A file in the words of libpcap; the caller frees. */
static char *libpcap_says(const char *path)
{
	char why[PCAP_ERRBUF_SIZE], *text;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	pcap_t *p = pcap_open_offline_with_tstamp_precision(path, PCAP_TSTAMP_PRECISION_NANO, why);
	struct pcap_pkthdr *h;
	const u8 *data;
	u32 magic;
	int got = -1;

	if (p) {
		magic = magic_of(path);
		fprintf(out, "linktype %u snaplen %d\n",
			skep_link_by_dlt((u32)pcap_datalink(p)).linktype, pcap_snapshot(p));
		while ((got = pcap_next_ex(p, &h, &data)) == 1)
			tell(out, time_of(h, magic), h->caplen, h->len, data);
		pcap_close(p);
	}
	fprintf(out, got == PCAP_ERROR_BREAK ? "end\n" : "error\n");
	fclose(out);
	return text;
}

/* The same in ours. */
static char *skep_says(const char *path, struct skep_diag *d)
{
	struct skep_batch *batch = malloc(sizeof(*batch));
	char *text;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	struct skep_source *source = skep_source_open_file(path, -1, d);
	bool ok = source != NULL;

	batch->end = false;
	if (source)
		fprintf(out, "linktype %u snaplen %u\n", skep_source_info(source)->linktype,
			skep_source_info(source)->snaplen);
	while (ok && !batch->end && (ok = skep_source_read(source, batch, d))) {
		for (u32 i = 0; i < batch->count; i++)
			tell(out, batch->ns[i], batch->packets[i].caplen, batch->packets[i].wirelen,
			     batch->packets[i].data);
	}
	if (!ok && source && d->place.kind != SKEP_PLACE_OFFSET)
		fprintf(out, "no place: ");
	fprintf(out, ok ? "end\n" : "error\n");
	fclose(out);
	skep_source_free(source);
	free(batch);
	return text;
}

/* Whether both say the same of these bytes. */
static bool agree(const u8 *bytes, size_t size, struct skep_diag *d)
{
	const char *path = write_file("agree", bytes, size);
	char *want = libpcap_says(path), *got = skep_says(path, d);
	bool same = strcmp(want, got) == 0;

	if (!same)
		printf("# libpcap:\n%s# skep:\n%s# (%s)\n", want, got, d->what);
	free(want);
	free(got);
	return same;
}

static const struct {
	const char *name;
	u32 magic;
	bool big;
} variants[] = {
    {"microseconds, little-endian", MICRO, false}, {"microseconds, big-endian", MICRO, true},
    {"nanoseconds, little-endian", NANO, false},   {"nanoseconds, big-endian", NANO, true},
    {"Kuznetzov's variant", KUZNETZOV, false},
};

static void test_cut(const struct image *i, const char *name)
{
	u32 differ = 0;

	for (size_t size = 0; size <= i->size; size++) {
		struct skep_diag d = {0};

		differ += !agree(i->bytes, size, &d);
	}
	test_eq(differ, 0, "%s: cut at each of %zu bytes, as libpcap reads it", name, i->size);
}

static void test_changed(struct image *i, const char *name)
{
	static const u8 changes[] = {0x01, 0x80, 0xff, 0x10};
	u32 differ = 0;

	for (size_t at = 0; at < i->size; at++) {
		for (size_t n = 0; n < SKEP_COUNT(changes); n++) {
			struct skep_diag d = {0};

			i->bytes[at] ^= changes[n];
			differ += !agree(i->bytes, i->size, &d);
			i->bytes[at] ^= changes[n];
		}
	}
	test_eq(differ, 0, "%s: with any one byte changed, as libpcap reads it", name);
}

static void test_variants(void)
{
	struct image i;

	for (size_t n = 0; n < SKEP_COUNT(variants); n++) {
		i = sample(variants[n].magic, variants[n].big);
		if (variants[n].magic != KUZNETZOV)
			test_changed(&i, variants[n].name);
		test_cut(&i, variants[n].name);
	}
	i = sample_pcapng();
	test_cut(&i, "pcapng");
	test_changed(&i, "pcapng");
}

static void test_lengths(void)
{
	static const u32 caplens[] = {0, 64, 65, 262144, 262145, 0x7fffffff, 0xffffffff};
	static const u32 linktypes[] = {1, 101, 231, 249, 279, 0x10000001};
	u32 differ = 0;
	u8 *bytes = calloc(1, 600000);

	for (size_t n = 0; n < SKEP_COUNT(caplens); n++) {
		for (size_t l = 0; l < SKEP_COUNT(linktypes); l++) {
			struct image i = {0};
			struct skep_diag d = {0};

			file_header(&i, MICRO, l & 1 ? 0 : 64, linktypes[l]);
			record(&i, 0, 4, 4);
			record(&i, 5, 0, 100);
			skep_put_le32(i.bytes + i.size - 8, caplens[n]);
			memcpy(bytes, i.bytes, i.size);
			differ += !agree(bytes, 600000, &d);
		}
	}
	free(bytes);
	test_eq(differ, 0, "lengths beside the limits of snaplen and link type, as libpcap");
}

static void test_message(void)
{
	struct image i = sample(MICRO, false);
	struct skep_diag d = {0};

	skep_put_le32(i.bytes + 24 + 36 + 16 + 8, 262145);
	free(skep_says(write_file("message", i.bytes, i.size), &d));
	test_text(d.what, "a record claims 262145 captured bytes, the limit is 262144",
		  "an error names the value and the limit");
	test_eq(d.place.at, 24 + 36 + 16, "and the offset of the record");
	d = (struct skep_diag){0};
	free(skep_says("/nonexistent/file", &d));
	test_text(d.what, "cannot open /nonexistent/file: No such file or directory",
		  "a file that is not there");
}

static void test_links(void)
{
	u32 differ = 0;

	for (u32 linktype = 0; linktype < 400; linktype++) {
		struct image i = {0};
		char why[PCAP_ERRBUF_SIZE];
		struct skep_link link = skep_link_by_linktype(linktype);
		FILE *f;
		pcap_t *p;

		file_header(&i, MICRO, 0, linktype);
		f = fmemopen(i.bytes, i.size, "r");
		p = pcap_fopen_offline(f, why);
		if (!p || pcap_datalink(p) != (int)link.dlt ||
		    pcap_snapshot(p) != (int)link.caplen_max)
			printf("# link type %u (differs: %u)\n", linktype, ++differ);
		pcap_close(p);
	}
	test_eq(differ, 0, "link types and their longest packets are libpcap's");
}

/* Hands `count` bytes to standard input's pipe. */
static void feed(int fd, const u8 *bytes, size_t count)
{
	if (write(fd, bytes, count) != (ssize_t)count)
		abort();
}

static void test_pipe(void)
{
	struct image i = sample(NANO, true);
	struct skep_diag d = {0};
	struct skep_batch *batch = malloc(sizeof(*batch));
	struct skep_source *source;
	int data[2], stop[2], keep = dup(STDIN_FILENO);

	if (pipe(data) < 0 || pipe(stop) < 0 || dup2(data[0], STDIN_FILENO) < 0)
		abort();
	feed(data[1], i.bytes, 24 + 36);
	source = skep_source_open_file("-", stop[0], &d);
	test_ok(source && skep_source_info(source)->nanoseconds, "a pipe's time resolution");
	test_ok(skep_source_read(source, batch, &d) && batch->count == 1 && !batch->end,
		"a packet in a pipe does not wait for the next one");
	feed(data[1], i.bytes + 60, i.size - 60);
	test_ok(skep_source_read(source, batch, &d) && batch->count > 0, "then the others");
	feed(stop[1], i.bytes, 1);
	while (!batch->end && skep_source_read(source, batch, &d))
		;
	test_ok(batch->end, "the stop descriptor ends a pipe that is still open");
	skep_source_free(source);
	dup2(keep, STDIN_FILENO);
	for (int n = 0; n < 2; n++) {
		close(data[n]);
		close(stop[n]);
	}
	close(keep);
	free(batch);
}

static void test_redirected(void)
{
	struct image i = sample(MICRO, false);
	struct skep_diag d = {0};
	const char *path = write_file("redirected", i.bytes, i.size);
	int fd = open(path, O_RDONLY | O_CLOEXEC), keep = dup(STDIN_FILENO);
	char *want = libpcap_says(path), *got;

	dup2(fd, STDIN_FILENO);
	got = skep_says("-", &d);
	test_text(got, want, "standard input from a file");
	dup2(keep, STDIN_FILENO);
	close(fd);
	close(keep);
	free(want);
	free(got);
}

/* More packets than a batch has, and one that is larger than any buffer. */
static u8 *long_file(u32 magic, size_t *size)
{
	size_t large = 200000, records = 3000;
	u8 *bytes = calloc(1, 24 + 16 * (records + 1) + records * 100 + large), *at = bytes + 24;
	struct image head = {0};

	file_header(&head, magic, 262144, 1);
	memcpy(bytes, head.bytes, 24);
	for (u32 n = 0; n <= records; n++) {
		u32 caplen = n == 1500 ? (u32)large : n % 100;

		skep_put_le32(at, 1700000000 + n);
		skep_put_le32(at + 4, n);
		skep_put_le32(at + 8, caplen);
		skep_put_le32(at + 12, caplen + n % 2);
		at[16] = (u8)n;
		at += 16 + caplen;
	}
	*size = (size_t)(at - bytes);
	return bytes;
}

static void test_long(void)
{
	struct skep_diag d = {0};
	size_t size;
	u8 *bytes = long_file(MICRO, &size);

	test_ok(agree(bytes, size, &d), "a file of 3,001 packets, read here");
	skep_put_le16(bytes + 6, 3);
	test_ok(agree(bytes, size, &d), "the same through libpcap");
	free(bytes);
}

/* Writes each step-th packet of a file, `keep` bytes of it. */
static bool copy(const char *from, const char *to, u32 step, u32 keep, struct skep_diag *d)
{
	struct skep_batch *batch = malloc(sizeof(*batch));
	struct skep_source *source = skep_source_open_file(from, -1, d);
	struct skep_sink *sink = source ? skep_sink_open(to, skep_source_info(source),
							 skep_source_info(source)->nanoseconds, d)
					: NULL;
	bool ok = sink;
	u32 n = 0;

	batch->end = false;
	while (ok && !batch->end && (ok = skep_source_read(source, batch, d))) {
		for (u32 i = 0; ok && i < batch->count; i++) {
			if (n++ % step == 0)
				ok = skep_sink_put(sink, batch, i, keep, d);
		}
		ok = ok && skep_sink_settle(sink, d);
	}
	ok = skep_sink_close(sink, d) && ok;
	skep_source_free(source);
	free(batch);
	return ok;
}

static void libpcap_copy(const char *from, const char *to, u32 step, u32 keep, int precision)
{
	char why[PCAP_ERRBUF_SIZE];
	pcap_t *p = pcap_open_offline_with_tstamp_precision(from, (u32)precision, why);
	pcap_dumper_t *dumper = pcap_dump_open(p, to);
	struct pcap_pkthdr *h;
	const u8 *data;
	u32 n = 0;

	while (pcap_next_ex(p, &h, &data) == 1) {
		if (n++ % step)
			continue;
		h->caplen = h->caplen < keep ? h->caplen : keep;
		pcap_dump((u8 *)dumper, h, data);
	}
	pcap_dump_close(dumper);
	pcap_close(p);
}

static bool same_files(const char *a, const char *b)
{
	FILE *fa = fopen(a, "rb"), *fb = fopen(b, "rb");
	int ca, cb;

	if (!fa || !fb)
		abort();
	do {
		ca = getc(fa);
		cb = getc(fb);
	} while (ca == cb && ca != EOF);
	fclose(fa);
	fclose(fb);
	return ca == cb;
}

static void test_sink(void)
{
	static const struct {
		const char *name;
		u32 magic;
		u32 step, keep;
		bool libpcap; /* through libpcap */
	} cases[] = {
	    {"all packets", MICRO, 1, UINT32_MAX, false},
	    {"each second one", MICRO, 2, UINT32_MAX, false},
	    {"nanoseconds", NANO, 3, UINT32_MAX, false},
	    {"cut to 60 bytes", MICRO, 1, 60, false},
	    {"from libpcap", MICRO, 1, UINT32_MAX, true},
	};

	for (size_t n = 0; n < SKEP_COUNT(cases); n++) {
		struct skep_diag d = {0};
		size_t size;
		u8 *bytes = long_file(cases[n].magic, &size);
		char from[128], ours[128], theirs[128];

		skep_put_le16(bytes + 6, cases[n].libpcap ? 3 : 4);
		strcpy(from, write_file("from", bytes, size));
		strcpy(ours, path_of("ours"));
		strcpy(theirs, path_of("theirs"));
		libpcap_copy(from, theirs, cases[n].step, cases[n].keep, cases[n].magic == NANO);
		test_ok(copy(from, ours, cases[n].step, cases[n].keep, &d) &&
			    same_files(ours, theirs),
			"writes what pcap_dump writes: %s %s", cases[n].name, d.what);
		free(bytes);
	}
}

static void test_sink_failures(void)
{
	struct image i = sample(MICRO, false);
	struct skep_diag d = {0};
	char path[128];

	strcpy(path, write_file("same", i.bytes, i.size));
	test_ok(!copy(path, path, 1, 100, &d) && d.code == SKEP_E_INVALID,
		"the input is not overwritten: %s", d.what);
	d = (struct skep_diag){0};
	test_ok(agree(i.bytes, i.size, &d) && access(path, R_OK) == 0, "it is as it was");
	test_ok(!copy(path, "/dev/full", 1, 100, &d) && d.code == SKEP_E_IO,
		"a full disk is reported: %s", d.what);
	d = (struct skep_diag){0};
	test_ok(!copy(path, "/nonexistent/x", 1, 100, &d) && d.code == SKEP_E_IO,
		"so is a directory that is not there: %s", d.what);
}

/* Each allocation in turn fails; nothing leaks and the failure is told. */
static void test_memory(void)
{
	struct image i = sample(MICRO, false);
	char from[128], to[128];
	bool ok = false;
	u32 n = 0;

	strcpy(from, write_file("from", i.bytes, i.size));
	strcpy(to, path_of("to"));
	while (!ok && n < 20) {
		struct skep_diag d = {0};

		fault_after((int)++n);
		ok = copy(from, to, 1, 100, &d);
		fault_after(0);
		if (!ok && d.code != SKEP_E_NOMEM)
			break;
	}
	test_ok(ok && n > 1, "memory may run out at each of %u allocations", n - 1);
}

int main(void)
{
	char command[64];

	if (!mkdtemp(directory))
		return 1;
	test_links();
	test_variants();
	test_lengths();
	test_message();
	test_pipe();
	test_redirected();
	test_long();
	test_sink();
	test_sink_failures();
	test_memory();
	snprintf(command, sizeof(command), "rm -r %s", directory);
	if (system(command) != 0)
		return 1;
	return test_end();
}

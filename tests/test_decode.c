/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets that are cut anywhere or have any byte changed are decoded and printed without reading
 * beyond their end (each lies at the end of a block of its own; the sanitizer watches), and what a
 * shorter capture of a packet says never contradicts the whole packet.
 *
 * usage: test_decode CAPTURE */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/bytes.h"
#include "capture/source.h"
#include "cli/decode.h"
#include "cli/print_packet.h"
#include "test.h"

static const u32 link_types[] = {0, 1, 12, 101, 108, 113, 228, 229, 276, 105};

/* Prints to nowhere; both forms read all that a summary points to. */
static void print(struct skep_line *line, u32 dlt, const struct skep_packet *packet)
{
	for (u32 form = 0; form < 4; form++) {
		struct skep_printer p = {.line = line,
					 .dlt = dlt,
					 .link = form & 1,
					 .json = form & 2,
					 .hex = form,
					 .second = -1};

		skep_print_packet(&p, packet, 1);
	}
}

/* Prints a copy that ends where its block ends. */
static void print_copy(struct skep_line *line, u32 dlt, const u8 *bytes, u32 size)
{
	u8 *copy = malloc(size ? size : 1);
	struct skep_packet packet = {.data = copy, .caplen = size, .wirelen = size};

	if (size)
		memcpy(copy, bytes, size);
	print(line, dlt, &packet);
	free(copy);
}

/* Whether a shorter capture says the same of what both know. */
static bool agrees(const struct skep_summary *cut, const struct skep_summary *whole)
{
	if (cut->ethertype_known && cut->ethertype != whole->ethertype && !cut->cut)
		return false;
	if (cut->source && (cut->network != whole->network || cut->source != whole->source))
		return false;
	return !cut->ports_known ||
	       (cut->source_port == whole->source_port && cut->target_port == whole->target_port);
}

/* The numbers of a run over a capture. */
struct tally {
	u32 packets, disagree, damaged;
};

static void try_packet(struct skep_line *line, const struct skep_packet *packet,
		       struct tally *tally)
{
	struct skep_summary whole, cut;
	struct skep_packet shorter = *packet;
	u32 most = packet->caplen < 120 ? packet->caplen : 120;

	skep_decode(&whole, 1, packet);
	for (u32 size = 0; size <= most; size++) {
		shorter.caplen = size;
		skep_decode(&cut, 1, &shorter);
		tally->disagree += !agrees(&cut, &whole);
		for (size_t i = 0; i < SKEP_COUNT(link_types); i++)
			print_copy(line, link_types[i], packet->data, size);
	}
	tally->packets++;
}

/* Bytes of a generator of our own, so that each run is the same. */
static u32 next(u32 *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

static void damage(struct skep_line *line, const struct skep_packet *packet, struct tally *tally)
{
	u8 bytes[160];
	u32 size = packet->caplen < sizeof(bytes) ? packet->caplen : (u32)sizeof(bytes);
	u32 state = tally->packets;

	for (u32 round = 0; round < 200; round++) {
		memcpy(bytes, packet->data, size);
		for (u32 n = 0; n < 3; n++)
			bytes[next(&state) % size] = (u8)next(&state);
		print_copy(line, link_types[round % SKEP_COUNT(link_types)], bytes,
			   next(&state) % (size + 1));
		tally->damaged++;
	}
}

/* IPv6 extension headers, one after the other for ever. */
static void test_endless(struct skep_line *line)
{
	u8 bytes[1500] = {0x60, [6] = 60};
	struct skep_packet packet = {.data = bytes, .caplen = sizeof(bytes), .wirelen = 1500};
	struct skep_summary s;

	for (u32 at = 40; at < sizeof(bytes); at += 8)
		bytes[at] = 60;
	skep_decode(&s, 12, &packet);
	print(line, 12, &packet);
	test_ok(s.network == SKEP_NET_IP6 && !s.ports_known, "extension headers come to an end");
}

int main(int argc, char **argv)
{
	struct skep_diag d = {0};
	struct skep_source *source = argc > 1 ? skep_source_open_file(argv[1], -1, &d) : NULL;
	struct skep_batch *batch = malloc(sizeof(*batch));
	struct skep_line *line = calloc(1, sizeof(*line));
	struct tally tally = {0};

	line->fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
	batch->end = false;
	while (source && !batch->end && skep_source_read(source, batch, &d)) {
		for (u32 i = 0; i < batch->count; i++) {
			try_packet(line, &batch->packets[i], &tally);
			damage(line, &batch->packets[i], &tally);
		}
	}
	test_ok(tally.packets > 100 && d.code == 0, "%u packets, cut at each byte: %s",
		tally.packets, d.what);
	test_eq(tally.disagree, 0, "a shorter capture never contradicts the whole packet");
	test_ok(tally.damaged > 1000 && !line->error, "%u damaged packets", tally.damaged);
	test_endless(line);
	skep_source_free(source);
	close(line->fd);
	free(line);
	free(batch);
	return test_end();
}

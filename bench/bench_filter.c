/* SPDX-License-Identifier: BSD-2-Clause */
/* Running filters beside libpcap: nanoseconds for each packet, in one run, round by round.
 *
 * usage: bench_filter [ROUNDS]
 *
 * The packets lie in memory and all engines see the same ones. The ratio is that of the minima;
 * medians are shown beside them. */
#include <err.h>
#include <skep/classic.h>
#include <skep/filter.h>
#include <skep/prog.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "peer.h"
#include "traffic.h"

enum { PACKETS = 4096, PASSES = 8, MAX_ROUNDS = 101, MAX_TEXT = 1 << 16 };

struct subject {
	struct peer *peer;
	struct skep_filter *filter;
	const struct sock_filter *classic;
	u32 classic_count;
	struct skep_code *code;
};

static u64 run_peer(const struct subject *s, const struct skep_packet *packets)
{
	u64 matches = 0;

	for (u32 i = 0; i < PACKETS; i++)
		matches += peer_run(s->peer, &packets[i]) != 0;
	return matches;
}

static u64 run_classic(const struct subject *s, const struct skep_packet *packets)
{
	u64 matches = 0;

	for (u32 i = 0; i < PACKETS; i++)
		matches += skep_classic_run(s->classic, s->classic_count, &packets[i]) != 0;
	return matches;
}

static u64 run_ebpf(const struct subject *s, const struct skep_packet *packets)
{
	static u32 verdicts[PACKETS];
	u64 matches = 0;

	skep_code_run_packets(s->code, packets, PACKETS, verdicts);
	for (u32 i = 0; i < PACKETS; i++)
		matches += verdicts[i] != 0;
	return matches;
}

static const struct engine {
	const char *name;
	u64 (*run)(const struct subject *s, const struct skep_packet *packets);
} engines[] = {{"libpcap", run_peer}, {"classic", run_classic}, {"eBPF", run_ebpf}};
enum { ENGINES = SKEP_COUNT(engines) };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void compile(struct subject *s, const char *text)
{
	struct skep_filter_options options = {.netmask = SKEP_NETMASK_UNKNOWN};
	struct skep_diag d = {0};
	const struct skep_prog *prog;

	s->peer = peer_compile(text);
	s->filter = skep_filter_compile(text, &options, &d);
	if (!s->peer || !s->filter)
		errx(1, "%.60s: %s", text, d.what);
	s->classic = skep_filter_classic(s->filter, &s->classic_count, &d);
	prog = skep_filter_prog(s->filter, &d);
	s->code = prog ? skep_code_new(prog, &d) : NULL;
	if (!s->classic || !s->code)
		errx(1, "%.60s: %s", text, d.what);
}

static void measure(const char *label, const char *text, const struct skep_packet *packets,
		    u32 rounds)
{
	static double times[ENGINES][MAX_ROUNDS];
	struct subject s = {0};
	u64 matches[ENGINES] = {0};

	compile(&s, text);
	for (u32 round = 0; round < rounds; round++)
		for (u32 e = 0; e < ENGINES; e++) {
			double start = now();

			for (u32 pass = 0; pass < PASSES; pass++)
				matches[e] = engines[e].run(&s, packets);
			times[e][round] = (now() - start) / (PASSES * PACKETS);
		}
	printf("%-22s", label);
	for (u32 e = 0; e < ENGINES; e++) {
		qsort(times[e], rounds, sizeof(double), by_value);
		if (matches[e] != matches[0])
			errx(1, "%s: %s matches %lu packets, libpcap %lu", label, engines[e].name,
			     matches[e], matches[0]);
		printf("  %s %.1f (%.1f)", engines[e].name, times[e][0], times[e][rounds / 2]);
		if (e)
			printf(" ratio %.2f", times[e][0] / times[0][0]);
	}
	printf("  matches %lu%%\n", matches[0] * 100 / PACKETS);
	peer_free(s.peer);
	skep_code_free(s.code);
	skep_filter_free(s.filter);
}

/* The addresses are among those that traffic.c draws. */
static char *hosts(u32 count)
{
	struct traffic t = {.state = 7};
	char *text = malloc(MAX_TEXT);
	size_t length = 0;

	if (!text)
		err(1, "memory");
	for (u32 i = 0; i < count; i++) {
		u32 a = traffic_draw(&t, 65536);

		length += (size_t)snprintf(text + length, MAX_TEXT - length, "%shost 10.0.%u.%u",
					   i ? " or " : "", a >> 8, a & 255);
	}
	return text;
}

static struct skep_packet *make_packets(void)
{
	struct skep_packet *packets = calloc(PACKETS, sizeof(*packets));
	struct traffic t = {.state = 42};

	if (!packets)
		err(1, "memory");
	for (u32 i = 0; i < PACKETS; i++) {
		u8 frame[TRAFFIC_MAX] = {0};
		u32 size = traffic_next(&t, frame);
		u8 *data = malloc(size);

		if (!data)
			err(1, "memory");
		memcpy(data, frame, size);
		packets[i] = (struct skep_packet){.data = data, .caplen = size, .wirelen = size};
	}
	return packets;
}

int main(int argc, char **argv)
{
	static const char *const texts[] = {
	    "ip",
	    "udp port 53",
	    "host 1.2.3.4 and udp port 53",
	    "tcp port 80 and (((ip[2:2] - ((ip[0]&0xf)<<2)) - ((tcp[12]&0xf0)>>2)) != 0)",
	};
	static const char *const labels[] = {"ip", "udp port 53", "host and udp port 53",
					     "web with payload"};
	static const u32 counts[] = {64, 256};
	u32 rounds = argc > 1 ? (u32)atoi(argv[1]) : 21;
	struct skep_packet *packets = make_packets();

	if (rounds < 1 || rounds > MAX_ROUNDS)
		errx(2, "usage: bench_filter [ROUNDS], at most %u", MAX_ROUNDS);
	printf("ns a packet: minimum (median) of %u rounds; ratio of minima to libpcap's\n",
	       rounds);
	for (u32 i = 0; i < SKEP_COUNT(texts); i++)
		measure(labels[i], texts[i], packets, rounds);
	for (u32 i = 0; i < SKEP_COUNT(counts); i++) {
		char *text = hosts(counts[i]), label[32];

		snprintf(label, sizeof(label), "%u hosts", counts[i]);
		measure(label, text, packets, rounds);
		free(text);
	}
	for (u32 i = 0; i < PACKETS; i++)
		free((void *)packets[i].data);
	free(packets);
	return 0;
}

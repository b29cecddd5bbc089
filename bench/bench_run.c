/* SPDX-License-Identifier: BSD-2-Clause */
/* The examples on their captures, here and in Linux: nanoseconds of the program for a packet, both
 * asked through BPF_PROG_TEST_RUN, in turns, of each packet the least of some rounds; and their
 * ratio, and the geometric mean of all. Programs that leave packets alone run many times on each;
 * the others, which would find their own work the second time, once a call. What an empty program
 * takes is subtracted on both sides. Behind that, what `skep run` takes with its loop around the
 * program, packets in turn.
 *
 * usage: bench_run */
#include <bpf/bpf.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "capture/source.h"
#include "object/lane.h"
#include "object/running_parts.h"
#include "object/sides.h"
#include "preload/route.h"

enum {
	ROUNDS = 5,
	REPEAT = 1000,
	PASSES = 20, /* over the capture, of programs that run once a call */
	LOOP_PASSES = 2000,
	ROOM = 1 << 16,
};

static const struct example {
	const char *name;
	bool changes; /* packets */
} examples[] = {
    {"xdp_firewall", false}, {"xdp_balancer", true}, {"tc_nat", true},
    {"tc_policy", false},    {"sock_stats", false},
};

struct packets {
	struct skep_packet *data;
	size_t count, room;
};

enum side { SKEP, LINUX, SIDES };

/* One example on both sides. */
struct bench {
	const struct example *example;
	struct packets packets;
	struct skep_arena arena;
	struct skep_running *running[SIDES];
	int empty[SIDES]; /* a program that does nothing */
	u8 *out;
};

static void die(const char *what, const char *why)
{
	fprintf(stderr, "bench_run: %s: %s\n", what, why);
	exit(1);
}

/* ---- both sides */

static void go(struct bench *b, enum side side)
{
	skep_route_set(side == SKEP ? b->running[SKEP]->skep : NULL);
}

static void ignore_refusal(void *context, const struct skep_object_verdict *verdict)
{
	(void)context, (void)verdict;
}

static void ignore_print(void *context, const char *text, size_t length)
{
	(void)context, (void)text, (void)length;
}

static void ignore_event(void *context, const struct skep_event *event)
{
	(void)context, (void)event;
}

static void set_all(struct skep_running *running, const char *name)
{
	char path[256], *line = NULL;
	size_t room = 0;
	struct skep_diag d = {0};
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s.maps", EXAMPLES, name);
	file = fopen(path, "re");
	while (file && getline(&line, &room, file) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#' && !skep_running_set(running, line, &d))
			die(path, d.what);
	}
	free(line);
	if (file)
		fclose(file);
}

static void load(struct bench *b, enum side side)
{
	char path[256];
	struct skep_running_options options = {.path = path,
					       .cpus = 1,
					       .linux_side = side == LINUX,
					       .refused = ignore_refusal,
					       .print = ignore_print,
					       .event = ignore_event};
	const struct bpf_insn insns[] = {
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .imm = 2},
	    {.code = BPF_JMP | BPF_EXIT},
	};
	struct skep_running *running;
	struct skep_diag d = {0};

	snprintf(path, sizeof(path), "%s/%s.bpf.o", OBJECTS, b->example->name);
	running = skep_running_new(&options, &d);
	if (!running)
		die(path, d.what);
	b->running[side] = running;
	set_all(running, b->example->name);
	if (!skep_running_load(running, &d))
		die(path, d.what);
	set_all(running, b->example->name);
	b->empty[side] = bpf_prog_load(skep_running_program(running).type, "empty", "GPL", insns,
				       SKEP_COUNT(insns), NULL);
}

/* ---- packets */

static void read_packets(struct bench *b)
{
	char path[256];
	struct skep_diag d = {0};
	struct skep_source *source;
	struct skep_batch *batch = skep_alloc(sizeof(*batch));

	snprintf(path, sizeof(path), "%s/%s.pcap", EXAMPLES, b->example->name);
	source = skep_source_open_file(path, -1, &d);
	while (source && batch && !batch->end && skep_source_read(source, batch, &d)) {
		for (u32 i = 0; i < batch->count; i++) {
			struct skep_packet packet = batch->packets[i];
			u8 *data = skep_arena_alloc(&b->arena, packet.caplen + 1);

			if (!data)
				die(path, "memory ran out");
			packet.data = memcpy(data, packet.data, packet.caplen);
			if (!SKEP_PUSH(&b->packets, packet))
				die(path, "memory ran out");
		}
	}
	if (d.code)
		die(path, d.what);
	skep_source_free(source);
	skep_free(batch);
}

/* ---- measuring */

static u64 run_once(struct bench *b, int fd, const struct skep_packet *packet, int repeat)
{
	LIBBPF_OPTS(bpf_test_run_opts, test, .data_in = packet->data,
		    .data_size_in = packet->caplen, .data_out = b->out, .data_size_out = ROOM,
		    .repeat = repeat);

	if (bpf_prog_test_run_opts(fd, &test))
		die(b->example->name, strerror(errno));
	return test.duration;
}

/* Runs all packets, and keeps the least that each took; `times` is one a packet. */
static void run_round(struct bench *b, int fd, int repeat, u64 *times)
{
	for (size_t i = 0; i < b->packets.count; i++) {
		u64 took = run_once(b, fd, &b->packets.data[i], repeat);

		times[i] = times[i] && times[i] < took ? times[i] : took;
	}
}

static double mean(const struct bench *b, const u64 *times)
{
	u64 sum = 0;

	for (size_t i = 0; i < b->packets.count; i++)
		sum += times[i];
	return (double)sum / (double)b->packets.count;
}

/* Nanoseconds for a packet on both sides. */
static void run_rounds(struct bench *b, double least[SIDES])
{
	int repeat = b->example->changes ? 1 : REPEAT;
	int rounds = b->example->changes ? ROUNDS * PASSES : ROUNDS;
	u64 *times[2 * SIDES];

	for (u32 i = 0; i < 2 * SIDES; i++)
		times[i] = skep_alloc(b->packets.count * sizeof(*times[i]));
	for (int round = 0; round < rounds; round++) {
		for (u32 side = 0; side < SIDES; side++) {
			struct skep_running *running = b->running[side];

			go(b, (enum side)side);
			run_round(b, skep_running_fd(running), repeat, times[side]);
			run_round(b, b->empty[side], repeat, times[SIDES + side]);
			skep_rings_drain(running->rings);
		}
	}
	for (u32 side = 0; side < SIDES; side++)
		least[side] = mean(b, times[side]) - mean(b, times[SIDES + side]);
	for (u32 i = 0; i < 2 * SIDES; i++)
		skep_free(times[i]);
}

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

static u64 program_time(const struct skep_running_lane *lane, struct skep_counts *counts)
{
	memset(counts, 0, sizeof(*counts));
	skep_running_sum(lane, counts);
	return counts->nanoseconds;
}

/* Nanoseconds for a packet in the loop of `skep run`, and of that those of the program, of the
 * fastest pass. */
static double run_loop(struct bench *b, double *program)
{
	struct skep_diag d = {0};
	struct skep_running_lane *lane;
	struct skep_counts *counts = skep_alloc(sizeof(*counts));
	u64 least = UINT64_MAX, least_program = 0;

	go(b, SKEP);
	lane = skep_running_lane_new(b->running[SKEP], &d);
	if (!lane || !counts)
		die(b->example->name, d.what);
	for (int pass = 0; pass < LOOP_PASSES; pass++) {
		u64 before = program_time(lane, counts), begin = now(), took;

		skep_running_lane_run(lane, b->packets.data, (u32)b->packets.count, NULL, NULL);
		took = now() - begin;
		if (took >= least)
			continue;
		least = took;
		least_program = program_time(lane, counts) - before;
	}
	skep_running_lane_free(lane);
	skep_free(counts);
	*program = (double)least_program / (double)b->packets.count;
	return (double)least / (double)b->packets.count;
}

/* The ratio of skep's time to Linux's. */
static double measure(const struct example *example)
{
	struct bench b = {.example = example, .out = skep_alloc(ROOM)};
	double least[SIDES] = {0}, loop, program, ratio;

	read_packets(&b);
	load(&b, LINUX);
	load(&b, SKEP);
	run_rounds(&b, least);
	loop = run_loop(&b, &program);
	ratio = least[SKEP] / least[LINUX];
	printf("%-14s skep %7.1f ns  Linux %7.1f ns  ratio %.2f    skep run %6.1f ns, %.1f without "
	       "its loop\n",
	       example->name, least[SKEP], least[LINUX], ratio, loop, program);
	skep_running_free(b.running[SKEP]);
	skep_running_free(b.running[LINUX]);
	skep_free(b.packets.data);
	skep_arena_fini(&b.arena);
	skep_free(b.out);
	return ratio;
}

int main(void)
{
	struct skep_diag d = {0};
	double logs = 0;

	if (!skep_side_linux_allows(&d)) {
		printf("# skipped: %s\n", d.what);
		return 0;
	}
	for (size_t i = 0; i < SKEP_COUNT(examples); i++)
		logs += log(measure(&examples[i]));
	printf("geometric mean of the ratios to Linux: %.2f over %zu examples\n",
	       exp(logs / (double)SKEP_COUNT(examples)), SKEP_COUNT(examples));
	return 0;
}

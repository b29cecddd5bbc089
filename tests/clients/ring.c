/* SPDX-License-Identifier: BSD-2-Clause */
/* A client as libbpf's users write it: a skeleton of bpftool's, global data, loops over a ring
 * buffer and over perf events. Prints what happens; on Linux the same. */
#include <bpf/bpf.h>
#include <sched.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ring.skel.h"

static int print_event(void *context, void *data, size_t size)
{
	const unsigned *event = data;

	(void)context;
	printf("event: number %u, length %u, %zu bytes\n", event[0], event[1], size);
	return 0;
}

static void print_sample(void *context, int cpu, void *data, unsigned size)
{
	const unsigned *sample = data;

	(void)context, (void)cpu;
	/* Its length and what fills it up. */
	printf("sample: number %u, length %u, %u bytes\n", sample[0], sample[1], size);
}

/* Runs the program on a packet of zeros; its verdict. */
static int run(const struct bpf_program *program, unsigned length)
{
	static char packet[256];
	struct bpf_test_run_opts options = {
	    .sz = sizeof(options), .data_in = packet, .data_size_in = length, .repeat = 1};
	int error = bpf_prog_test_run_opts(bpf_program__fd(program), &options);

	return error ? error : (int)options.retval;
}

static void run_in_child(const struct ring *skeleton)
{
	pid_t child = fork();

	if (child == 0) {
		for (unsigned i = 0; i < 3; i++)
			run(skeleton->progs.report, 100 + i);
		_exit(0);
	}
	waitpid(child, NULL, 0);
}

static void show_samples(struct ring *skeleton, struct perf_buffer *samples)
{
	perf_buffer__consume(samples);
	for (unsigned i = 0; i < 3; i++) {
		printf("packet: %d\n", run(skeleton->progs.report, 60 + i));
		printf("ready: %d\n", perf_buffer__poll(samples, -1) > 0);
	}
	printf("nothing more: %d\n", perf_buffer__poll(samples, 0));
}

static void show(struct ring *skeleton, struct ring_buffer *events)
{
	printf("nothing yet: %d\n", ring_buffer__poll(events, 0));
	printf("short packet: %d\n", run(skeleton->progs.report, 14));
	printf("packet: %d\n", run(skeleton->progs.report, 64));
	printf("polled: %d\n", ring_buffer__poll(events, -1));
	printf("nothing more: %d\n", ring_buffer__poll(events, 0));
	skeleton->data->step = 1;
	run_in_child(skeleton);
	printf("polled: %d\n", ring_buffer__poll(events, -1));
	printf("packet: %d\n", run(skeleton->progs.report, 50));
	printf("consumed: %d\n", ring_buffer__consume(events));
	printf("seen: %u\n", skeleton->bss->seen);
}

/* Sends numbers until the ring is full, and waits for room once they are taken. */
static void send(struct ring *skeleton, struct user_ring_buffer *orders)
{
	unsigned sent = 0;

	for (unsigned long *order; (order = user_ring_buffer__reserve(orders, sizeof(*order)));) {
		*order = ++sent;
		user_ring_buffer__submit(orders, order);
	}
	printf("sent: %u\n", sent);
	printf("taken: %d\n", run(skeleton->progs.take, 64));
	printf("room: %d\n", user_ring_buffer__reserve_blocking(orders, 8, 1000) != NULL);
	printf("sum: %llu\n", (unsigned long long)skeleton->bss->sum);
}

/* Samples of one CPU are in order. */
static void stay(void)
{
	cpu_set_t here;

	CPU_ZERO(&here);
	CPU_SET(sched_getcpu(), &here);
	sched_setaffinity(0, sizeof(here), &here);
}

int main(void)
{
	struct ring *skeleton = ring__open();
	struct ring_buffer *events;
	struct perf_buffer *samples;
	struct user_ring_buffer *orders;

	stay();
	skeleton->rodata->limit = 32;
	skeleton->data->step = 10;
	if (ring__load(skeleton))
		return 1;
	printf("loaded: limit %u, step %u, seen %u\n", skeleton->rodata->limit,
	       skeleton->data->step, skeleton->bss->seen);
	events = ring_buffer__new(bpf_map__fd(skeleton->maps.events), print_event, NULL, NULL);
	samples = perf_buffer__new(bpf_map__fd(skeleton->maps.samples), 8, print_sample, NULL, NULL,
				   NULL);
	orders = user_ring_buffer__new(bpf_map__fd(skeleton->maps.orders), NULL);
	if (!events || !samples || !orders)
		return 1;
	show(skeleton, events);
	show_samples(skeleton, samples);
	send(skeleton, orders);
	user_ring_buffer__free(orders);
	ring_buffer__free(events);
	perf_buffer__free(samples);
	ring__destroy(skeleton);
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* An example on its capture, here and in Linux through BPF_PROG_TEST_RUN: for each packet the same
 * verdict and the same bytes, and behind the last one the same in maps, variables and events.
 *
 * usage: test_examples OBJECT CAPTURE [MAPS] */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "capture/source.h"
#include "object/lane.h"
#include "object/running_parts.h"
#include "object/sides.h"
#include "test.h"

enum { ROOM = 1 << 16 }; /* bytes of a packet that a program made longer */

struct outcome {
	u32 verdict;
	u8 *data;
	u32 size;
};

/* What came of a run. */
struct side {
	struct {
		struct outcome *data;
		size_t count, room;
	} outcomes;
	struct skep_buffer events, state;
	struct skep_arena arena;
	struct skep_running *running;
};

struct packets {
	struct {
		struct skep_packet *data;
		size_t count, room;
	} all;
	struct skep_arena arena;
};

static void die(const char *what, const struct skep_diag *d)
{
	fprintf(stderr, "%s: %s\n", what, d->what);
	exit(1);
}

/* ---- what is compared */

static void keep(struct side *side, u32 verdict, const void *data, u32 size)
{
	struct outcome o = {verdict, skep_arena_alloc(&side->arena, size + 1), size};

	if (!o.data || !SKEP_PUSH(&side->outcomes, o))
		abort();
	memcpy(o.data, data, size);
}

/* The time of an event is no other's. */
static void add_event(void *context, const struct skep_event *event)
{
	struct side *side = context;
	struct skep_buffer text = {0};
	char *time;

	skep_value_print(&text, &event->type, event->data, true);
	time = text.data ? strstr(text.data, "\"time\":") : NULL;
	if (time)
		memset(time + 7, '-', strcspn(time + 7, ","));
	skep_buffer_printf(&side->events, "%s %s\n", event->map, text.data);
	skep_buffer_fini(&text);
}

static void add_element(void *context, const struct skep_running_element *el)
{
	struct side *side = context;
	size_t stride = skep_running_stride(el->map);
	struct skep_buffer sum = {0};

	skep_buffer_bytes(&sum, el->values, el->map->value.size);
	for (u32 cpu = 1; cpu < el->map->cpus; cpu++)
		skep_value_add(&el->map->value, sum.data, (const u8 *)el->values + cpu * stride);
	skep_buffer_printf(&side->state, "%s ", el->map->name);
	skep_value_print(&side->state, &el->map->key, el->key, true);
	skep_buffer_text(&side->state, " ");
	skep_value_print(&side->state, &el->map->value, sum.data, true);
	skep_buffer_text(&side->state, "\n");
	skep_buffer_fini(&sum);
}

static void add_variable(void *context, const char *section, const char *name,
			 const struct skep_value_type *type, const void *value)
{
	struct side *side = context;

	skep_buffer_printf(&side->state, "%s %s ", section, name);
	skep_value_print(&side->state, type, value, true);
	skep_buffer_text(&side->state, "\n");
}

/* ---- a run */

static void set_all(struct side *side, const char *maps)
{
	FILE *file = maps ? fopen(maps, "re") : NULL;
	char *line = NULL;
	size_t room = 0;
	struct skep_diag d = {0};

	while (file && getline(&line, &room, file) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#' && !skep_running_set(side->running, line, &d))
			die(maps, &d);
	}
	free(line);
	if (file)
		fclose(file);
}

static void ignore_refusal(void *context, const struct skep_object_verdict *verdict)
{
	(void)context, (void)verdict;
}

static void ignore_print(void *context, const char *text, size_t length)
{
	(void)context, (void)text, (void)length;
}

static void load(struct side *side, const char *object, const char *maps, bool linux_side)
{
	struct skep_running_options options = {.path = object,
					       .cpus = 1,
					       .linux_side = linux_side,
					       .refused = ignore_refusal,
					       .print = ignore_print,
					       .event = add_event,
					       .context = side};
	struct skep_diag d = {0};

	side->running = skep_running_new(&options, &d);
	if (!side->running)
		die(object, &d);
	set_all(side, maps);
	if (!skep_running_load(side->running, &d))
		die(object, &d);
	set_all(side, maps);
	for (u32 i = 0; i < side->running->map_count; i++)
		if (strcmp(bpf_map__name(side->running->maps[i].map), "events") == 0 &&
		    !skep_running_type(side->running, "events=event", &d))
			die(object, &d);
}

static void finish(struct side *side)
{
	const struct skep_running_show show = {
	    .element = add_element, .variable = add_variable, .context = side};
	struct skep_diag d = {0};

	if (!skep_running_show(side->running, &show, &d))
		die("maps", &d);
	skep_running_free(side->running);
}

static void take(void *context, u32 packet, const struct skep_outcome *o)
{
	(void)packet;
	keep(context, o->verdict, o->data, o->size);
}

static void run_here(struct side *side, const struct packets *packets)
{
	struct skep_diag d = {0};
	struct skep_running_lane *lane = skep_running_lane_new(side->running, &d);

	if (!lane)
		die("lane", &d);
	skep_running_lane_run(lane, packets->all.data, (u32)packets->all.count, take, side);
	skep_running_lane_free(lane);
}

static void run_linux(struct side *side, const struct packets *packets)
{
	u8 *out = skep_alloc(ROOM);

	for (size_t i = 0; out && i < packets->all.count; i++) {
		const struct skep_packet *packet = &packets->all.data[i];
		LIBBPF_OPTS(bpf_test_run_opts, test, .data_in = packet->data,
			    .data_size_in = packet->caplen, .data_out = out, .data_size_out = ROOM,
			    .repeat = 1);

		if (bpf_prog_test_run_opts(skep_running_fd(side->running), &test))
			test_ok(false, "packet %zu: Linux: %s", i, strerror(errno));
		keep(side, test.retval, out, test.data_size_out);
		skep_rings_drain(side->running->rings);
	}
	skep_free(out);
}

/* ---- comparing */

static void compare(const struct side *ours, const struct side *theirs, bool changes)
{
	size_t verdicts = 0, bytes = 0, count = ours->outcomes.count;

	test_eq(count, theirs->outcomes.count, "packets");
	for (size_t i = 0; i < count && i < theirs->outcomes.count; i++) {
		const struct outcome *a = &ours->outcomes.data[i], *b = &theirs->outcomes.data[i];
		bool same = a->size == b->size && memcmp(a->data, b->data, a->size) == 0;

		if (a->verdict != b->verdict)
			printf("# packet %zu: verdict %u, Linux says %u\n", i, a->verdict,
			       b->verdict);
		if (changes && !same)
			printf("# packet %zu: %u bytes, Linux has %u, or others\n", i, a->size,
			       b->size);
		verdicts += a->verdict == b->verdict;
		bytes += same || !changes;
	}
	test_eq(verdicts, count, "verdicts that are Linux's");
	test_eq(bytes, count, "packets that are Linux's");
	test_text(ours->state.data, theirs->state.data, "maps and variables");
	test_text(ours->events.data ?: "", theirs->events.data ?: "", "events");
}

static void side_fini(struct side *side)
{
	skep_free(side->outcomes.data);
	skep_arena_fini(&side->arena);
	skep_buffer_fini(&side->events);
	skep_buffer_fini(&side->state);
}

static void read_packets(struct packets *packets, const char *path)
{
	struct skep_diag d = {0};
	struct skep_source *source = skep_source_open_file(path, -1, &d);
	static struct skep_batch batch;

	if (!source)
		die(path, &d);
	while (!batch.end) {
		if (!skep_source_read(source, &batch, &d))
			die(path, &d);
		for (u32 i = 0; i < batch.count; i++) {
			struct skep_packet packet = batch.packets[i];
			u8 *data = skep_arena_alloc(&packets->arena, packet.caplen + 1);

			if (!data)
				abort();
			packet.data = memcpy(data, packet.data, packet.caplen);
			if (!SKEP_PUSH(&packets->all, packet))
				abort();
		}
	}
	skep_source_free(source);
}

int main(int argc, char **argv)
{
	const char *maps = argc > 3 ? argv[3] : NULL;
	struct side ours = {0}, theirs = {0};
	struct packets packets = {0};
	struct skep_diag d = {0};
	bool changes;

	read_packets(&packets, argv[2]);
	load(&ours, argv[1], maps, false);
	changes = skep_running_program(ours.running).type != BPF_PROG_TYPE_SOCKET_FILTER;
	run_here(&ours, &packets);
	finish(&ours);
	test_eq(ours.outcomes.count, packets.all.count, "each packet has a verdict");
	if (skep_side_linux_allows(&d)) {
		load(&theirs, argv[1], maps, true);
		run_linux(&theirs, &packets);
		finish(&theirs);
		compare(&ours, &theirs, changes);
	} else {
		test_skip("Linux", d.what);
	}
	side_fini(&ours);
	side_fini(&theirs);
	skep_free(packets.all.data);
	skep_arena_fini(&packets.arena);
	return test_end();
}

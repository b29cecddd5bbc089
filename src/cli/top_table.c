/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/top_table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/json.h"

enum {
	SECOND = 1000000000,
	HEAD_LINES = 4, /* of the table, and the cursor's */
};

/* ---- the difference of two moments */

static int by_time(const void *left, const void *right)
{
	const struct skep_top_row *a = left, *b = right;

	if (a->nanoseconds != b->nanoseconds)
		return a->nanoseconds > b->nanoseconds ? -1 : 1;
	if (a->runs != b->runs)
		return a->runs > b->runs ? -1 : 1;
	return (a->program.id > b->program.id) - (a->program.id < b->program.id);
}

static double fill(const struct skep_linux_map *m)
{
	return m->counted && m->max_entries ? (double)m->entries / m->max_entries : -1;
}

static int by_fill(const void *left, const void *right)
{
	const struct skep_linux_map *a = left, *b = right;
	bool array = skep_linux_map_is_array(a->type), other = skep_linux_map_is_array(b->type);

	/* Arrays are always full. */
	if (array != other)
		return array - other;
	if (fill(a) > fill(b) || fill(a) < fill(b))
		return fill(a) > fill(b) ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static const struct skep_top_row *find(const struct skep_top_table *t, u32 id)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->rows[i].program.id == id)
			return &t->rows[i];
	return NULL;
}

static void set_row(struct skep_top_row *row, const struct skep_linux_program *program,
		    const struct skep_top_row *before)
{
	*row = (struct skep_top_row){.program = *program,
				     .runs = program->runs - (before ? before->program.runs : 0),
				     .nanoseconds = program->nanoseconds -
						    (before ? before->program.nanoseconds : 0)};
	if (before)
		memcpy(row->past, before->past + 1, sizeof(row->past) - sizeof(row->past[0]));
	row->past[SKEP_TOP_PAST - 1] = row->runs;
}

bool skep_top_table_next(struct skep_top_table *t, const struct skep_top_table *before,
			 const struct skep_linux_living *now, u64 nanoseconds)
{
	size_t known = 0;

	*t = (struct skep_top_table){
	    .rows = skep_alloc(now->programs.count * sizeof(*t->rows) + 1),
	    .count = now->programs.count,
	    .maps = skep_alloc(now->maps.count * sizeof(*t->maps) + 1),
	    .map_count = now->maps.count,
	    .nanoseconds = nanoseconds,
	};
	if (!t->rows || !t->maps) {
		skep_top_table_fini(t);
		return false;
	}
	for (size_t i = 0; i < t->count; i++) {
		const struct skep_top_row *row = find(before, now->programs.data[i].id);

		known += row != NULL;
		set_row(&t->rows[i], &now->programs.data[i], row);
	}
	t->ended = before->count - known;
	if (t->map_count)
		memcpy(t->maps, now->maps.data, t->map_count * sizeof(*t->maps));
	qsort(t->rows, t->count, sizeof(*t->rows), by_time);
	qsort(t->maps, t->map_count, sizeof(*t->maps), by_fill);
	return true;
}

void skep_top_table_fini(struct skep_top_table *t)
{
	skep_free(t->rows);
	skep_free(t->maps);
	*t = (struct skep_top_table){0};
}

/* ---- figures */

static double per_second(const struct skep_top_table *t, u64 count)
{
	return t->nanoseconds ? (double)count * SECOND / (double)t->nanoseconds : 0;
}

static double average(const struct skep_top_row *row)
{
	return row->runs ? (double)row->nanoseconds / (double)row->runs : 0;
}

/* Of one processor; 1 is all of it. */
static double share(const struct skep_top_table *t, u64 nanoseconds)
{
	return per_second(t, nanoseconds) / SECOND;
}

/* ---- text */

/* Heights are those of the program's own busiest interval. */
static void add_sparkline(struct skep_buffer *b, const struct skep_top_row *row)
{
	static const char *const levels[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	const u64 top = SKEP_COUNT(levels) - 1;
	u64 most = 1;

	for (u32 i = 0; i < SKEP_TOP_PAST; i++)
		most = row->past[i] > most ? row->past[i] : most;
	for (u32 i = 0; i < SKEP_TOP_PAST; i++) {
		double height = (double)row->past[i] * (double)top / (double)most;
		u64 level = (u64)height + ((double)(u64)height < height);

		skep_buffer_text(b, levels[level < top ? level : top]);
	}
}

static void add_row(struct skep_buffer *b, const struct skep_top_table *t,
		    const struct skep_top_row *row)
{
	char type[16];

	skep_buffer_printf(b, "%7u %-22.22s %-15s %12.1f %9.0f %7.3f  ", row->program.id,
			   skep_linux_program_type(row->program.type, type), row->program.name,
			   per_second(t, row->runs), average(row),
			   100 * share(t, row->nanoseconds));
	add_sparkline(b, row);
	skep_buffer_text(b, "\n");
}

static void add_map(struct skep_buffer *b, const struct skep_linux_map *m)
{
	char type[16], entries[24] = "-", full[16] = "-";

	if (m->counted)
		snprintf(entries, sizeof(entries), "%s%" PRIu64, m->more ? ">" : "", m->entries);
	if (fill(m) >= 0)
		snprintf(full, sizeof(full), "%s%.1f", m->more ? ">" : "", 100 * fill(m));
	skep_buffer_printf(b, "%7u %-22.22s %-15s %12s %9u %7s\n", m->id,
			   skep_linux_map_type(m->type, type), m->name, entries, m->max_entries,
			   full);
}

static void add_head(struct skep_buffer *b, const struct skep_top_table *t)
{
	u64 runs = 0, nanoseconds = 0;

	for (size_t i = 0; i < t->count; i++) {
		runs += t->rows[i].runs;
		nanoseconds += t->rows[i].nanoseconds;
	}
	skep_buffer_printf(b,
			   "%zu programs, %zu ended, %zu maps; %.1f runs/s, %.3f %% of one of %ld "
			   "processors\n",
			   t->count, t->ended, t->map_count, per_second(t, runs),
			   100 * share(t, nanoseconds), sysconf(_SC_NPROCESSORS_ONLN));
}

/* How many of `count` rows fit, if the last line says how many do not. */
static size_t fitting(size_t count, size_t lines)
{
	if (count <= lines)
		return count;
	return lines ? lines - 1 : 0;
}

/* The lines of `room` that maps get: a third, or what programs leave. */
static size_t lines_of_maps(const struct skep_top_table *t, size_t room)
{
	size_t third = (room + 2) / 3;

	if (t->map_count <= third)
		return t->map_count;
	return t->count < room - third ? room - t->count : third;
}

static void add_more(struct skep_buffer *b, size_t more)
{
	if (more)
		skep_buffer_printf(b, "        ... and %zu more\n", more);
}

void skep_top_table_print(struct skep_buffer *b, const struct skep_top_table *t, u32 lines)
{
	size_t room = lines > HEAD_LINES ? lines - HEAD_LINES : 0, maps = lines_of_maps(t, room),
	       rows = lines ? fitting(t->count, room - maps) : t->count;

	maps = lines ? fitting(t->map_count, maps) : t->map_count;
	add_head(b, t);
	skep_buffer_printf(b, "%7s %-22s %-15s %12s %9s %7s\n", "ID", "PROGRAM", "NAME", "RUNS/S",
			   "AVG NS", "CPU %");
	for (size_t i = 0; i < rows; i++)
		add_row(b, t, &t->rows[i]);
	add_more(b, t->count - rows);
	skep_buffer_printf(b, "%7s %-22s %-15s %12s %9s %7s\n", "ID", "MAP", "NAME", "ENTRIES",
			   "MAX", "FULL %");
	for (size_t i = 0; i < maps; i++)
		add_map(b, &t->maps[i]);
	add_more(b, t->map_count - maps);
}

/* ---- JSON */

static void add_row_json(struct skep_buffer *b, const struct skep_top_table *t,
			 const struct skep_top_row *row)
{
	char type[16];

	skep_buffer_printf(b, "{\"program\":%u,\"type\":\"%s\",\"name\":", row->program.id,
			   skep_linux_program_type(row->program.type, type));
	skep_json_string(b, row->program.name);
	skep_buffer_printf(b,
			   ",\"tag\":\"%s\",\"interval_ns\":%" PRIu64 ",\"runs\":%" PRIu64
			   ",\"run_ns\":%" PRIu64,
			   row->program.tag, t->nanoseconds, row->runs, row->nanoseconds);
	skep_buffer_printf(b,
			   ",\"runs_per_second\":%.3f,\"average_ns\":%.1f,\"cpu_share\":%.6f"
			   ",\"missed\":%" PRIu64 "}\n",
			   per_second(t, row->runs), average(row), share(t, row->nanoseconds),
			   row->program.missed);
}

static void add_map_json(struct skep_buffer *b, const struct skep_linux_map *m)
{
	char type[16];

	skep_buffer_printf(b, "{\"map\":%u,\"type\":\"%s\",\"name\":", m->id,
			   skep_linux_map_type(m->type, type));
	skep_json_string(b, m->name);
	if (m->counted)
		skep_buffer_printf(b, ",\"entries\":%" PRIu64 ",\"more\":%s", m->entries,
				   m->more ? "true" : "false");
	else
		skep_buffer_text(b, ",\"entries\":null,\"more\":null");
	skep_buffer_printf(b, ",\"max_entries\":%u}\n", m->max_entries);
}

void skep_top_table_json(struct skep_buffer *b, const struct skep_top_table *t)
{
	for (size_t i = 0; i < t->count; i++)
		add_row_json(b, t, &t->rows[i]);
	for (size_t i = 0; i < t->map_count; i++)
		add_map_json(b, &t->maps[i]);
}

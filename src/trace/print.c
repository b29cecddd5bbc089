/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/print.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/json.h"
#include "trace/columns.h"

enum { BAR = 40 }; /* columns of the longest one */

enum json_form { AS_TEXT, AS_UNSIGNED, AS_SIGNED, AS_SHOWN };

static enum json_form form_of(const struct skep_trace_column *c)
{
	static const enum json_form forms[] = {
#define KIND(name, json, words) [SKEP_SHOW_##name] = AS_##json,
#include "trace/kinds.def"
#undef KIND
	};

	return forms[c->show];
}

static bool has(const struct skep_trace_column *c, const struct skep_trace_event *e)
{
	return c->only < 0 || (u32)c->only == e->head.kind;
}

/* The least value that a slot counts. */
static u64 slot_begin(u32 slot, u32 step)
{
	if (step)
		return (u64)slot * step;
	return slot ? 1ULL << slot : 0;
}

/* ---- text */

static void pad(struct skep_buffer *b, size_t used, int width)
{
	for (size_t room = (size_t)(width < 0 ? -width : width); used < room; used++)
		skep_buffer_text(b, " ");
}

static void put_cell(struct skep_buffer *b, const struct skep_trace_column *c, const char *text,
		     bool last)
{
	size_t length = strlen(text);

	if (c->width > 0)
		pad(b, length, c->width);
	skep_buffer_text(b, text);
	if (c->width < 0 && !last)
		pad(b, length, c->width);
	skep_buffer_text(b, last ? "\n" : " ");
}

void skep_trace_print_heads(struct skep_buffer *b, const struct skep_trace_tool *tool,
			    const struct skep_trace_style *style)
{
	const struct skep_trace_view *view = tool->view;

	if (style->json)
		return;
	if (style->times)
		skep_buffer_text(b, "TIME            ");
	for (u32 i = 0; i < view->column_count; i++)
		put_cell(b, &view->columns[i], view->columns[i].head, i + 1 == view->column_count);
}

static void put_time(struct skep_buffer *b, s64 ns)
{
	time_t seconds = (time_t)(ns / 1000000000);
	struct tm tm;
	char text[16];

	localtime_r(&seconds, &tm);
	strftime(text, sizeof(text), "%H:%M:%S", &tm);
	skep_buffer_printf(b, "%s.%06d ", text, (int)(ns % 1000000000 / 1000));
}

static void print_text(struct skep_buffer *b, const struct skep_trace_tool *tool,
		       struct skep_trace_names *names, const struct skep_trace_event *e)
{
	const struct skep_trace_view *view = tool->view;

	for (u32 i = 0; i < view->column_count; i++) {
		struct skep_buffer cell = {0};

		if (has(&view->columns[i], e))
			skep_trace_show(&cell, tool, names, &view->columns[i], e);
		else
			skep_buffer_text(&cell, "-");
		put_cell(b, &view->columns[i], cell.data ? cell.data : "",
			 i + 1 == view->column_count);
		b->failed = b->failed || cell.failed;
		skep_buffer_fini(&cell);
	}
}

/* ---- JSON */

static void put_json(struct skep_buffer *b, const struct skep_trace_tool *tool,
		     struct skep_trace_names *names, const struct skep_trace_column *c,
		     const struct skep_trace_event *e)
{
	struct skep_buffer text = {0};

	skep_buffer_printf(b, ",\"%s\":", c->key);
	if (form_of(c) == AS_SIGNED) {
		skep_buffer_printf(b, "%lld", (long long)e->numbers[c->number]);
		return;
	}
	if (form_of(c) == AS_UNSIGNED) {
		skep_buffer_printf(b, "%llu", (unsigned long long)e->numbers[c->number]);
		return;
	}
	skep_trace_show(&text, tool, names, c, e);
	if (form_of(c) == AS_TEXT)
		skep_json_string(b, text.data ? text.data : "");
	else
		skep_buffer_text(b, text.data);
	b->failed = b->failed || text.failed;
	skep_buffer_fini(&text);
}

static void put_slots(struct skep_buffer *b, const char *unit, u32 step, const u64 *slots)
{
	const char *comma = "";

	skep_buffer_printf(b, ",\"unit\":\"%s\",\"histogram\":[", unit);
	for (u32 i = 0; i < SKEP_TRACE_SLOTS; i++) {
		if (!slots[i])
			continue;
		skep_buffer_printf(b, "%s{\"from\":%llu", comma,
				   (unsigned long long)slot_begin(i, step));
		if (i + 1 < SKEP_TRACE_SLOTS)
			skep_buffer_printf(b, ",\"to\":%llu",
					   (unsigned long long)slot_begin(i + 1, step) - 1);
		skep_buffer_printf(b, ",\"count\":%llu}", (unsigned long long)slots[i]);
		comma = ",";
	}
	skep_buffer_text(b, "]");
}

static void print_json(struct skep_buffer *b, const struct skep_trace_tool *tool,
		       const struct skep_trace_style *style, const struct skep_trace_event *e,
		       const struct skep_trace_sum *sum)
{
	const struct skep_trace_view *view = tool->view;

	skep_buffer_printf(b, "{\"tool\":\"%s\"", tool->name);
	if (!sum)
		skep_buffer_printf(b, ",\"time_ns\":%llu,\"tid\":%u,\"uid\":%u,\"cgroup\":%llu",
				   (unsigned long long)e->head.time, e->head.tid, e->head.uid,
				   (unsigned long long)e->head.cgroup);
	for (u32 i = 0; i < view->column_count; i++)
		if (has(&view->columns[i], e) && view->columns[i].show != SKEP_SHOW_UID)
			put_json(b, tool, style->names, &view->columns[i], e);
	if (sum)
		put_slots(b, tool->unit, style->step, sum->slots);
	if (style->stack)
		skep_stack_json(style->stack, b);
	skep_buffer_text(b, "}\n");
}

void skep_trace_print(struct skep_buffer *b, const struct skep_trace_tool *tool,
		      const struct skep_trace_style *style, const struct skep_trace_event *e,
		      const struct skep_trace_sum *sum)
{
	struct skep_trace_event shifted;

	if (style->json) {
		shifted = *e;
		shifted.head.time += (u64)style->epoch;
		print_json(b, tool, style, &shifted, sum);
		return;
	}
	if (style->times)
		put_time(b, (s64)e->head.time + style->epoch);
	print_text(b, tool, style->names, e);
	if (style->stack)
		skep_stack_text(style->stack, b);
}

/* ---- histograms */

static void print_slot(struct skep_buffer *b, u32 slot, u32 step, u64 count)
{
	char end[24] = "...";

	if (slot + 1 < SKEP_TRACE_SLOTS)
		snprintf(end, sizeof(end), "%llu",
			 (unsigned long long)slot_begin(slot + 1, step) - 1);
	skep_buffer_printf(b, "%12llu -> %-12s: %-8llu |",
			   (unsigned long long)slot_begin(slot, step), end,
			   (unsigned long long)count);
}

void skep_trace_print_histogram(struct skep_buffer *b, const char *unit, u32 step,
				const u64 slots[SKEP_TRACE_SLOTS])
{
	u32 first = SKEP_TRACE_SLOTS, last = 0;
	u64 most = 0;

	for (u32 i = 0; i < SKEP_TRACE_SLOTS; i++) {
		if (!slots[i])
			continue;
		first = i < first ? i : first;
		last = i;
		most = slots[i] > most ? slots[i] : most;
	}
	if (!most)
		return;
	skep_buffer_printf(b, "%20s%-6s: count     distribution\n", "", unit);
	for (u32 i = first; i <= last; i++) {
		u32 stars = (u32)((double)slots[i] * BAR / (double)most);

		print_slot(b, i, step, slots[i]);
		for (u32 k = 0; k < BAR; k++)
			skep_buffer_text(b, k < stars ? "*" : " ");
		skep_buffer_text(b, "|\n");
	}
}

/* ---- heat maps */

/* 2^slot, four columns wide: "16  ", "1K  ", "64M " */
static void put_power(struct skep_buffer *b, u32 slot)
{
	static const char *const thousands[] = {"", "K", "M", "G", "T"};
	char text[16];

	snprintf(text, sizeof(text), "%u%s", 1u << slot % 10, thousands[slot / 10]);
	skep_buffer_printf(b, "%-4s", text);
}

void skep_trace_print_heat_heads(struct skep_buffer *b, const char *unit)
{
	skep_buffer_printf(b, "%-15s ", unit);
	for (u32 i = 0; i < SKEP_TRACE_SLOTS; i += 4)
		put_power(b, i);
	skep_buffer_text(b, "\n");
}

void skep_trace_print_heat(struct skep_buffer *b, s64 time, const u64 slots[SKEP_TRACE_SLOTS])
{
	static const char shades[] = ".:-=+*#%@";
	u64 most = 0;

	put_time(b, time);
	for (u32 i = 0; i < SKEP_TRACE_SLOTS; i++)
		most = slots[i] > most ? slots[i] : most;
	for (u32 i = 0; i < SKEP_TRACE_SLOTS; i++) {
		size_t shade =
		    (size_t)((double)slots[i] * (sizeof(shades) - 2) / (double)(most ? most : 1));

		skep_buffer_bytes(b, slots[i] ? &shades[shade] : " ", 1);
	}
	skep_buffer_text(b, "|\n");
}

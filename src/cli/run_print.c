/* SPDX-License-Identifier: BSD-2-Clause */
/* Everything goes through one buffer, so that lines of several threads stay whole. */
#include "cli/run_print.h"

#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "base/json.h"
#include "cli/out.h"
#include "cli/verdict.h"

enum { FLUSH = 1 << 16 }; /* bytes */

static void flush(struct skep_run_printer *p)
{
	p->failed |= p->out.failed;
	if (p->out.count && !p->failed)
		p->failed = !skep_out_data(p->out.data);
	p->out.count = 0;
}

static void flush_full(struct skep_run_printer *p)
{
	if (p->out.count >= FLUSH)
		flush(p);
}

/* ---- while it runs */

void skep_run_print_refusal(void *context, const struct skep_object_verdict *verdict)
{
	struct skep_buffer b = {0};

	(void)context;
	skep_verdict_text(&b, verdict, false);
	if (!b.failed && b.count) {
		b.data[b.count - 1] = '\0'; /* a note has its own end of line */
		skep_out_note("%s", b.data);
	}
	skep_buffer_fini(&b);
}

static void trace_json(struct skep_run_printer *p, const char *text, size_t length)
{
	struct skep_buffer line = {0};

	skep_buffer_bytes(&line, text, length);
	if (!line.failed) {
		skep_buffer_text(&p->out, "{\"trace\":");
		skep_json_string(&p->out, line.data ? line.data : "");
		skep_buffer_text(&p->out, "}\n");
	}
	skep_buffer_fini(&line);
}

void skep_run_print_trace(void *context, const char *text, size_t length)
{
	struct skep_run_printer *p = context;
	size_t line = length && text[length - 1] == '\n' ? length - 1 : length;

	pthread_mutex_lock(&p->mutex);
	if (p->options->json)
		trace_json(p, text, line);
	else
		skep_out_note("%.*s", (int)line, text);
	flush_full(p);
	pthread_mutex_unlock(&p->mutex);
}

static u64 *records_of(struct skep_run_printer *p, const char *map)
{
	for (u32 i = 0; i < p->ring_count; i++)
		if (strcmp(p->rings[i].map, map) == 0)
			return &p->rings[i].records;
	if (p->ring_count == SKEP_RUN_RINGS)
		return NULL;
	p->rings[p->ring_count].map = map;
	return &p->rings[p->ring_count++].records;
}

void skep_run_print_event(void *context, const struct skep_event *event)
{
	struct skep_run_printer *p = context;
	bool json = p->options->json;
	u64 *records;

	pthread_mutex_lock(&p->mutex);
	records = records_of(p, event->map);
	if (records)
		++*records;
	if (!p->options->quiet) {
		skep_buffer_printf(&p->out,
				   json ? "{\"event\":\"%s\",\"data\":" : "%s: ", event->map);
		skep_value_print(&p->out, &event->type, event->data, json);
		skep_buffer_text(&p->out, json ? "}\n" : "\n");
		flush_full(p);
	}
	pthread_mutex_unlock(&p->mutex);
}

/* ---- figures */

/* What there is to say about a run, with what can be computed from it. */
struct summary {
	struct skep_running_program program;
	struct skep_verdicts verdicts;
	const struct skep_run_figures *figures;
	u64 copies;		     /* that were sent */
	double program_ns, total_ns; /* a packet */
	double rate;		     /* packets a second */
};

static struct summary summarise(const struct skep_running *running,
				const struct skep_run_figures *f)
{
	struct summary s = {.program = skep_running_program(running),
			    .figures = f,
			    .copies = skep_running_copies(running)};
	double packets = (double)f->counts.packets;

	skep_verdicts_of(s.program.type, &s.verdicts);
	if (f->counts.packets) {
		s.program_ns = (double)f->counts.nanoseconds / packets;
		s.total_ns = (double)f->nanoseconds / packets;
	}
	if (f->nanoseconds)
		s.rate = packets * 1e9 / (double)f->nanoseconds;
	return s;
}

static void add_targets(struct skep_buffer *b, const struct skep_tallies *t)
{
	for (u32 i = 0; i < t->count; i++) {
		const struct skep_tally *row = &t->rows[i];

		if (row->thing)
			skep_buffer_printf(b, "  redirected by %s[%u]: %llu\n",
					   row->name ? row->name : "?", row->target,
					   (unsigned long long)row->count);
		else
			skep_buffer_printf(b, "  redirected to interface %u: %llu\n", row->target,
					   (unsigned long long)row->count);
	}
	if (t->others)
		skep_buffer_printf(b, "  redirected elsewhere: %llu\n",
				   (unsigned long long)t->others);
}

static void add_text(struct skep_buffer *b, const struct summary *s)
{
	const struct skep_counts *c = &s->figures->counts;

	skep_buffer_printf(b, "%s (%s): %llu packets, %llu bytes\n", s->program.name,
			   s->program.type_name, (unsigned long long)c->packets,
			   (unsigned long long)c->bytes);
	for (u32 i = 0; i < s->verdicts.count; i++)
		if (c->verdicts[i])
			skep_buffer_printf(b, "  %-28s %llu\n", s->verdicts.rows[i].name,
					   (unsigned long long)c->verdicts[i]);
	add_targets(b, &c->targets);
	if (s->copies)
		skep_buffer_printf(b, "  copies sent: %llu\n", (unsigned long long)s->copies);
	for (u32 i = 0; i < c->ends.count; i++)
		skep_buffer_printf(b, "  ended in %s: %llu\n",
				   c->ends.rows[i].name ? c->ends.rows[i].name : "?",
				   (unsigned long long)c->ends.rows[i].count);
	if (c->refused)
		skep_buffer_printf(b, "  not run, too short or too long: %llu\n",
				   (unsigned long long)c->refused);
	if (c->packets)
		skep_buffer_printf(b,
				   "  %.1f ns a packet in the program, %.1f in all: %.0f packets "
				   "a second\n",
				   s->program_ns, s->total_ns, s->rate);
	if (s->figures->interrupted)
		skep_buffer_text(b, "  interrupted before the end\n");
}

static void add_number(struct skep_buffer *b, const char *key, u64 number)
{
	skep_buffer_printf(b, ",\"%s\":%llu", key, (unsigned long long)number);
}

static void add_json_tallies(struct skep_buffer *b, const struct skep_tallies *t, bool programs)
{
	for (u32 i = 0; i < t->count; i++) {
		const struct skep_tally *row = &t->rows[i];

		skep_buffer_text(b, i ? ",{" : "{");
		skep_buffer_printf(b, "\"%s\":", programs ? "program" : "map");
		if (row->name)
			skep_json_string(b, row->name);
		else
			skep_buffer_text(b, "null");
		if (!programs)
			add_number(b, "target", row->target);
		add_number(b, programs ? "runs" : "packets", row->count);
		skep_buffer_text(b, "}");
	}
}

static void add_json_counts(struct skep_buffer *b, const struct summary *s)
{
	const struct skep_counts *c = &s->figures->counts;

	add_number(b, "packets", c->packets);
	add_number(b, "bytes", c->bytes);
	add_number(b, "refused", c->refused);
	skep_buffer_text(b, ",\"verdicts\":{");
	for (u32 i = 0; i < s->verdicts.count; i++)
		skep_buffer_printf(b, "%s\"%s\":%llu", i ? "," : "", s->verdicts.rows[i].name,
				   (unsigned long long)c->verdicts[i]);
	skep_buffer_text(b, "}");
	add_number(b, "passed", c->fates[SKEP_FATE_PASS]);
	add_number(b, "dropped", c->fates[SKEP_FATE_DROP]);
	add_number(b, "sent_back", c->fates[SKEP_FATE_TX]);
	add_number(b, "redirected", c->fates[SKEP_FATE_REDIRECT]);
	add_number(b, "copies", s->copies);
	skep_buffer_text(b, ",\"targets\":[");
	add_json_tallies(b, &c->targets, false);
	skep_buffer_text(b, "],\"ended\":[");
	add_json_tallies(b, &c->ends, true);
	skep_buffer_text(b, "]");
}

static void add_json(struct skep_buffer *b, const struct summary *s)
{
	skep_buffer_text(b, "{\"program\":");
	skep_json_string(b, s->program.name);
	skep_buffer_text(b, ",\"section\":");
	skep_json_string(b, s->program.section);
	skep_buffer_text(b, ",\"type\":");
	skep_json_string(b, s->program.type_name);
	add_json_counts(b, s);
	add_number(b, "program_ns", s->figures->counts.nanoseconds);
	add_number(b, "total_ns", s->figures->nanoseconds);
	skep_buffer_printf(b, ",\"packets_per_second\":%.0f,\"interrupted\":%s}\n", s->rate,
			   s->figures->interrupted ? "true" : "false");
}

/* ---- maps and variables */

static u64 records_read(const struct skep_run_printer *p, const char *map)
{
	for (u32 i = 0; i < p->ring_count; i++)
		if (strcmp(p->rings[i].map, map) == 0)
			return p->rings[i].records;
	return 0;
}

static void show_map(void *context, const struct skep_running_map *map)
{
	struct skep_run_printer *p = context;
	unsigned long long records = records_read(p, map->name);

	if (p->options->json)
		skep_buffer_printf(&p->out,
				   "{\"map\":\"%s\",\"type\":\"%s\",\"max_entries\":%u,"
				   "\"elements\":%u,\"records\":%llu}\n",
				   map->name, map->type_name, map->max_entries, map->elements,
				   records);
	else if (map->events)
		skep_buffer_printf(&p->out, "%s (%s, %u): %llu records were read\n", map->name,
				   map->type_name, map->max_entries, records);
	else
		skep_buffer_printf(&p->out, "%s (%s, %u): %u elements%s\n", map->name,
				   map->type_name, map->max_entries, map->elements,
				   map->hides_zeros ? " that are not zero" : "");
}

/* Adds up the values of all CPUs; NULL if memory ran out. The caller frees it. */
static void *sum_of(const struct skep_running_element *el)
{
	size_t stride = skep_running_stride(el->map);
	struct skep_buffer sum = {0};

	skep_buffer_bytes(&sum, el->values, el->map->value.size);
	for (u32 cpu = 1; cpu < el->map->cpus && !sum.failed; cpu++)
		skep_value_add(&el->map->value, sum.data, (const u8 *)el->values + cpu * stride);
	return skep_buffer_take(&sum);
}

static void add_value(struct skep_run_printer *p, const struct skep_running_element *el,
		      const void *value)
{
	if (el->held)
		skep_buffer_printf(&p->out, p->options->json ? "\"%s\"" : "%s", el->held);
	else
		skep_value_print(&p->out, &el->map->value, value, p->options->json);
}

static void add_cpus(struct skep_run_printer *p, const struct skep_running_element *el)
{
	bool json = p->options->json;

	skep_buffer_text(&p->out, json ? ",\"cpus\":[" : " (");
	for (u32 cpu = 0; cpu < el->map->cpus; cpu++) {
		if (json)
			skep_buffer_text(&p->out, cpu ? "," : "");
		else
			skep_buffer_printf(&p->out, "%scpu %u: ", cpu ? ", " : "", cpu);
		add_value(p, el, (const u8 *)el->values + cpu * skep_running_stride(el->map));
	}
	skep_buffer_text(&p->out, json ? "]" : ")");
}

static void show_element(void *context, const struct skep_running_element *el)
{
	struct skep_run_printer *p = context;
	bool json = p->options->json;
	void *sum = el->map->cpus ? sum_of(el) : NULL;

	if (json)
		skep_buffer_printf(&p->out, "{\"map\":\"%s\",\"key\":", el->map->name);
	else
		skep_buffer_text(&p->out, "  ");
	if (el->map->key.size)
		skep_value_print(&p->out, &el->map->key, el->key, json);
	else if (json)
		skep_buffer_text(&p->out, "null");
	skep_buffer_text(&p->out, json ? ",\"value\":" : el->map->key.size ? ": " : "");
	add_value(p, el, sum ? sum : el->values);
	if (el->map->cpus > (json ? 0 : 1))
		add_cpus(p, el);
	skep_buffer_text(&p->out, json ? "}\n" : "\n");
	skep_free(sum);
	flush_full(p);
}

static void show_variable(void *context, const char *section, const char *name,
			  const struct skep_value_type *type, const void *value)
{
	struct skep_run_printer *p = context;
	bool json = p->options->json;

	if (json) {
		skep_buffer_printf(
		    &p->out, "{\"variable\":\"%s\",\"section\":\"%s\",\"value\":", name, section);
	} else {
		if (!p->section || strcmp(p->section, section) != 0)
			skep_buffer_printf(&p->out, "%s\n", section);
		skep_buffer_printf(&p->out, "  %s: ", name);
	}
	p->section = section;
	skep_value_print(&p->out, type, value, json);
	skep_buffer_text(&p->out, json ? "}\n" : "\n");
}

bool skep_run_print(struct skep_run_printer *p, struct skep_running *running,
		    const struct skep_run_figures *figures, struct skep_diag *d)
{
	const struct skep_running_show show = {
	    .map = show_map, .element = show_element, .variable = show_variable, .context = p};
	const struct summary s = summarise(running, figures);
	bool ok;

	if (p->options->json)
		add_json(&p->out, &s);
	else
		add_text(&p->out, &s);
	ok = skep_running_show(running, &show, d);
	flush(p);
	skep_buffer_fini(&p->out);
	return ok && !p->failed;
}

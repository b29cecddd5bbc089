/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/families.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/json.h"

static const char *const kinds[SKEP_METRIC_KINDS] = {
    [SKEP_METRIC_COUNTER] = "counter",
    [SKEP_METRIC_GAUGE] = "gauge",
    [SKEP_METRIC_HISTOGRAM] = "histogram",
};

/* ---- names */

static void add_name(struct skep_buffer *b, const char *name)
{
	for (; *name; name++)
		skep_buffer_bytes(b, isalnum((u8)*name) ? name : "_", 1);
}

/* Without what a counter's samples have behind the name. */
static void make_name(struct skep_buffer *b, const char *name, enum skep_metric kind)
{
	static const char total[] = "_total";
	size_t end = sizeof(total) - 1;

	add_name(b, name);
	if (kind == SKEP_METRIC_COUNTER && !b->failed && b->count > end &&
	    strcmp(b->data + b->count - end, total) == 0) {
		b->count -= end;
		b->data[b->count] = '\0';
	}
}

static struct skep_family *find(struct skep_families *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->data[i].name, name) == 0)
			return &f->data[i];
	return NULL;
}

static struct skep_family *fail(struct skep_families *f)
{
	f->failed = true;
	return NULL;
}

struct skep_family *skep_families_get(struct skep_families *f, const char *name,
				      enum skep_metric kind, const char *help)
{
	struct skep_family fresh = {.kind = kind, .help = help}, *found;
	struct skep_buffer b = {0};

	make_name(&b, name, kind);
	found = b.failed ? NULL : find(f, b.data);
	for (; found && found->kind != kind; found = b.failed ? NULL : find(f, b.data))
		skep_buffer_printf(&b, "_%s", kinds[kind]);
	fresh.name = b.failed || found ? NULL : skep_buffer_take(&b);
	skep_buffer_fini(&b);
	if (found)
		return found;
	if (fresh.name && SKEP_PUSH(f, fresh))
		return &f->data[f->count - 1];
	skep_free(fresh.name);
	return fail(f);
}

/* ---- labels */

void skep_label_add(struct skep_buffer *labels, const char *name, const char *value)
{
	struct skep_buffer json = {0};

	skep_buffer_text(labels, labels->count ? "," : "");
	if (isdigit((u8)*name))
		skep_buffer_text(labels, "_");
	add_name(labels, name);
	skep_buffer_text(labels, "=");
	skep_json_string(&json, value);
	/* Both forms escape quotes and backslashes alike; only JSON has \u. */
	for (const char *at = json.data; !json.failed && *at; at++) {
		bool wide = *at == '\\' && at[1] != 'u';

		skep_buffer_text(labels, *at == '\\' && !wide ? "\\" : "");
		skep_buffer_bytes(labels, at, wide ? 2 : 1);
		at += wide;
	}
	labels->failed |= json.failed;
	skep_buffer_fini(&json);
}

/* ---- samples */

static void begin(struct skep_family *f, const char *suffix, const char *labels, const char *more)
{
	struct skep_buffer *b = &f->samples;

	skep_buffer_printf(b, "%s%s", f->name, suffix);
	if (labels[0] || more[0])
		skep_buffer_printf(b, "{%s%s%s}", labels, labels[0] && more[0] ? "," : "", more);
	skep_buffer_text(b, " ");
}

void skep_family_add(struct skep_family *f, const char *labels, const char *value, ...)
{
	va_list args;
	char line[64];

	if (!f)
		return;
	va_start(args, value);
	vsnprintf(line, sizeof(line), value, args);
	va_end(args);
	begin(f, f->kind == SKEP_METRIC_COUNTER ? "_total" : "", labels, "");
	skep_buffer_printf(&f->samples, "%s\n", line);
}

void skep_family_add_log2(struct skep_family *f, const char *labels, const u64 *slots, u32 count)
{
	u64 sum = 0;

	if (!f)
		return;
	for (u32 i = 0; i < count; i++) {
		char bucket[40] = "le=\"+Inf\"";

		sum += slots[i];
		if (i + 1 < count)
			snprintf(bucket, sizeof(bucket), "le=\"%" PRIu64 ".0\"",
				 (UINT64_C(2) << i) - 1);
		begin(f, "_bucket", labels, bucket);
		skep_buffer_printf(&f->samples, "%" PRIu64 "\n", sum);
	}
	begin(f, "_count", labels, "");
	skep_buffer_printf(&f->samples, "%" PRIu64 "\n", sum);
}

/* ---- all of it */

void skep_families_write(const struct skep_families *families, struct skep_buffer *b)
{
	for (size_t i = 0; i < families->count; i++) {
		const struct skep_family *f = &families->data[i];

		skep_buffer_printf(b, "# TYPE %s %s\n# HELP %s %s\n", f->name, kinds[f->kind],
				   f->name, f->help);
		skep_buffer_text(b, f->samples.data ? f->samples.data : "");
		b->failed |= f->samples.failed;
	}
	skep_buffer_text(b, "# EOF\n");
	b->failed |= families->failed;
}

void skep_families_fini(struct skep_families *families)
{
	for (size_t i = 0; i < families->count; i++) {
		skep_free(families->data[i].name);
		skep_buffer_fini(&families->data[i].samples);
	}
	skep_free(families->data);
	*families = (struct skep_families){0};
}

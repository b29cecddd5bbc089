/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/metrics_value.h"

#include <bpf/btf.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "linux/cgroup.h"
#include "object/kind.h"

static const char help[] = "What the map or variable holds.";

/* A part of a value on the way down: "MAP.MEMBER", and the labels of indices behind the key's. */
struct part {
	char name[128];
	const char *labels;
	u32 depth; /* of arrays */
};

static void sample(const struct skep_sampling *s, const struct btf *btf, const struct part *part,
		   const struct skep_kinded *k, const u8 *value);

/* ---- numbers */

static bool is_unsigned(const struct skep_kinded *k)
{
	return (k->kind == SKEP_KIND_UNSIGNED || k->kind == SKEP_KIND_NETWORK) &&
	       (k->size == 4 || k->size == 8);
}

static bool is_gauge(const struct skep_sampling *s, const struct part *part,
		     const struct skep_kinded *k)
{
	for (u32 i = 0; i < s->options->gauge_count; i++)
		if (strcmp(s->options->gauges[i], part->name) == 0)
			return true;
	return !is_unsigned(k);
}

static struct skep_family *family(const struct skep_sampling *s, const struct part *part,
				  enum skep_metric kind)
{
	char name[192];

	snprintf(name, sizeof(name), "%s_%s", s->prefix, part->name);
	return skep_families_get(s->families, name, kind, help);
}

static void sample_number(const struct skep_sampling *s, const struct part *part,
			  const struct skep_kinded *k, u64 number, u32 bits)
{
	bool gauge = is_gauge(s, part, k);
	u32 shift = bits < 64 ? 64 - bits : 0;

	if (s->sum && (k->kind == SKEP_KIND_BOOL || k->kind == SKEP_KIND_ENUM))
		return;
	if (k->kind == SKEP_KIND_SIGNED)
		skep_family_add(family(s, part, SKEP_METRIC_GAUGE), part->labels, "%" PRId64,
				(s64)(number << shift) >> shift);
	else
		skep_family_add(family(s, part, gauge ? SKEP_METRIC_GAUGE : SKEP_METRIC_COUNTER),
				part->labels, "%" PRIu64, number);
}

/* ---- arrays */

bool skep_sample_is_log2(const char *name)
{
	const char *last = strrchr(name, '.');

	return strstr(name, "hist") || strcmp(last ? last + 1 : name, "slots") == 0;
}

/* `slots` is no part of the name. */
static void sample_log2(const struct skep_sampling *s, const struct part *part,
			const struct skep_kinded *k, const u8 *value, u32 count)
{
	u64 slots[SKEP_METRIC_SLOTS];
	struct part named = *part;
	char *last = strrchr(named.name, '.');

	if (last && strcmp(last, ".slots") == 0)
		*last = '\0';
	for (u32 i = 0; i < count; i++)
		slots[i] = skep_kind_get(k, value + (size_t)i * k->size);
	skep_family_add_log2(family(s, &named, SKEP_METRIC_HISTOGRAM), part->labels, slots, count);
}

static void sample_array(const struct skep_sampling *s, const struct btf *btf,
			 const struct part *part, const struct skep_kinded *k, const u8 *value)
{
	struct skep_kinded element = skep_kind_of(btf, btf_array(k->type)->type);
	u32 count = btf_array(k->type)->nelems;

	if (count > SKEP_METRIC_SLOTS)
		return;
	if (count && is_unsigned(&element) && skep_sample_is_log2(part->name)) {
		sample_log2(s, part, &element, value, count);
		return;
	}
	for (u32 i = 0; i < count; i++) {
		struct skep_buffer labels = {0};
		struct part inner = *part;
		char name[24] = "index", number[16];

		if (part->depth)
			snprintf(name, sizeof(name), "index_%u", part->depth + 1);
		snprintf(number, sizeof(number), "%u", i);
		skep_buffer_text(&labels, part->labels);
		skep_label_add(&labels, name, number);
		inner.labels = labels.data;
		inner.depth++;
		if (labels.failed)
			s->families->failed = true;
		else
			sample(s, btf, &inner, &element, value + (size_t)i * element.size);
		skep_buffer_fini(&labels);
	}
}

/* ---- structs */

static struct part part_of(const struct part *part, const char *member)
{
	struct part inner = *part;
	size_t length = strlen(inner.name);

	if (member[0])
		snprintf(inner.name + length, sizeof(inner.name) - length, "%s%s",
			 length ? "." : "", member);
	return inner;
}

static void sample_members(const struct skep_sampling *s, const struct btf *btf,
			   const struct part *part, const struct btf_type *t, const u8 *value)
{
	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		struct part inner = part_of(part, btf__name_by_offset(btf, m->name_off));
		struct skep_kinded k = skep_kind_of(btf, m->type);
		struct skep_bits bits = skep_kind_bits(t, i);

		if (bits.count)
			sample_number(s, &inner, &k, skep_bits_get(bits, value), bits.count);
		else
			sample(s, btf, &inner, &k, value + bits.at / 8);
	}
}

static void sample(const struct skep_sampling *s, const struct btf *btf, const struct part *part,
		   const struct skep_kinded *k, const u8 *value)
{
	switch (k->kind) {
	case SKEP_KIND_UNSIGNED:
	case SKEP_KIND_SIGNED:
	case SKEP_KIND_BOOL:
	case SKEP_KIND_ENUM:
	case SKEP_KIND_NETWORK:
		sample_number(s, part, k, skep_kind_get(k, value), 8 * k->size);
		break;
	case SKEP_KIND_ARRAY:
		sample_array(s, btf, part, k, value);
		break;
	case SKEP_KIND_STRUCT:
		sample_members(s, btf, part, k->type, value);
		break;
	default:
		break;
	}
}

void skep_sample_value(const struct skep_sampling *s, const char *name, const char *labels,
		       const struct skep_value_type *type, const void *value)
{
	struct skep_kinded k = skep_kind_of_value(type);
	struct part part = {.labels = labels};

	if (k.kind == SKEP_KIND_BYTES && !k.type && (k.size == 4 || k.size == 8))
		k.kind = SKEP_KIND_UNSIGNED;
	snprintf(part.name, sizeof(part.name), "%s", name);
	sample(s, type->btf, &part, &k, value);
}

/* ---- keys */

/* What a key's member is called in a label, where some names are ours. */
static void add_label_name(struct skep_buffer *b, const char *name)
{
	static const char *const ours[] = {"map_id", "index", "le", "id", "job", "instance"};

	for (size_t i = 0; i < SKEP_COUNT(ours); i++)
		skep_buffer_text(b, strcmp(name, ours[i]) == 0 ? "key_" : "");
	skep_buffer_text(b, name);
}

static bool add_cgroup(struct skep_buffer *b, const char *name, const struct skep_kinded *k,
		       const u8 *value)
{
	char path[256];

	if (k->kind != SKEP_KIND_UNSIGNED || k->size != 8 ||
	    (strcmp(name, "cgroup_id") != 0 && strcmp(name, "cgroup") != 0) ||
	    !skep_linux_cgroup_path(skep_kind_get(k, value), path, sizeof(path)))
		return false;
	skep_buffer_text(b, path);
	return true;
}

/* A text that is the word for many stands in brackets. */
static void add_chars(struct skep_buffer *b, const u8 *value, u32 size)
{
	size_t length = strnlen((const char *)value, size);
	bool mistaken = length == 5 && memcmp(value, "other", 5) == 0;

	skep_buffer_text(b, mistaken ? "(" : "");
	skep_buffer_bytes(b, value, length);
	skep_buffer_text(b, mistaken ? ")" : "");
}

static void add_label(struct skep_buffer *labels, const char *name,
		      const struct skep_value_type *type, const u8 *value)
{
	struct skep_kinded k = skep_kind_of_value(type);
	struct skep_buffer text = {0}, full = {0};

	add_label_name(&full, name);
	if (!value)
		skep_buffer_text(&text, "other");
	else if (k.kind == SKEP_KIND_CHARS)
		add_chars(&text, value, k.size);
	else if (!add_cgroup(&text, name, &k, value))
		skep_value_print(&text, type, value, false);
	if (full.failed || text.failed)
		labels->failed = true;
	else
		skep_label_add(labels, full.data, text.data ? text.data : "");
	skep_buffer_fini(&full);
	skep_buffer_fini(&text);
}

static void add_bits(struct skep_buffer *labels, const char *name, struct skep_bits bits,
		     const u8 *key)
{
	char number[24] = "other";

	if (!name[0])
		return;
	if (key)
		snprintf(number, sizeof(number), "%" PRIu64, skep_bits_get(bits, key));
	skep_label_add(labels, name, number);
}

static void add_members(struct skep_buffer *labels, const struct btf *btf, const char *prefix,
			const struct btf_type *t, const u8 *key)
{
	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		const char *member = btf__name_by_offset(btf, m->name_off);
		struct skep_kinded k = skep_kind_of(btf, m->type);
		const struct skep_value_type type = {.btf = btf, .id = m->type, .size = k.size};
		struct skep_bits bits = skep_kind_bits(t, i);
		char name[128];

		snprintf(name, sizeof(name), "%s%s%s", prefix, prefix[0] && member[0] ? "_" : "",
			 member);
		if (bits.count)
			add_bits(labels, name, bits, key);
		else if (k.kind == SKEP_KIND_STRUCT)
			add_members(labels, btf, name, k.type, key ? key + bits.at / 8 : NULL);
		else if (member[0])
			add_label(labels, name, &type, key ? key + bits.at / 8 : NULL);
	}
}

void skep_sample_labels(struct skep_buffer *labels, const struct skep_value_type *type,
			const void *key)
{
	struct skep_kinded k = skep_kind_of_value(type);

	if (k.kind == SKEP_KIND_STRUCT)
		add_members(labels, type->btf, "", k.type, key);
	else
		add_label(labels, "key", type, key);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Elements are read in the order in which Linux hands keys out. The first ones have labels of their
 * own; behind them all are added up in one row, `other`, so that a map that somebody fills does not
 * fill whoever stores the metrics. */
#include "linux/metrics_map.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "linux/metrics_value.h"
#include "linux/sys.h"
#include "object/kind.h"
#include "spec/spec.h"

/* One map with room for an element. */
struct reading {
	const struct skep_linux_map *map;
	struct skep_sampling sampling;
	struct skep_value_type key_type, type;
	int fd;
	u32 cpus;	/* values of an element */
	size_t stride;	/* how far they are apart */
	u8 *key, *next; /* owned, and with them: */
	u8 *value;	/* of all CPUs; the first one becomes their sum */
	u8 *other;	/* the sum of the elements without labels of their own */
	u64 others;	/* how many they are */
	u64 slots[SKEP_METRIC_SLOTS];
};

static bool begin(struct reading *r, const struct btf *btf)
{
	const struct skep_linux_map *m = r->map;
	bool array = skep_linux_map_is_array(m->type);
	int cpus =
	    skep_map_row(m->type)->traits & SKEP_MAP_PER_CPU ? libbpf_num_possible_cpus() : 1;

	r->cpus = cpus > 0 ? (u32)cpus : 1;
	r->stride = (m->value_size + 7) & ~(size_t)7;
	r->key =
	    skep_alloc((size_t)2 * ((m->key_size + 7) & ~(size_t)7) + r->stride * (r->cpus + 1));
	r->next = r->key + ((m->key_size + 7) & ~(size_t)7);
	r->value = r->next + ((m->key_size + 7) & ~(size_t)7);
	r->other = r->value + r->stride * r->cpus;
	r->key_type = (struct skep_value_type){btf, m->key_type, m->key_size, array};
	r->type = (struct skep_value_type){btf, m->value_type, m->value_size, false};
	return r->key;
}

/* Reads the value of a key, of all CPUs as one. */
static bool read_value(struct reading *r)
{
	union bpf_attr attr = {
	    .map_fd = (u32)r->fd, .key = (uintptr_t)r->key, .value = (uintptr_t)r->value};

	if (skep_linux_bpf(BPF_MAP_LOOKUP_ELEM, &attr, sizeof(attr)) < 0)
		return false;
	for (u32 cpu = 1; cpu < r->cpus; cpu++)
		skep_value_add(&r->type, r->value, r->value + cpu * r->stride);
	return true;
}

static void add_samples(struct reading *r, const void *key, const void *value)
{
	struct skep_buffer labels = {0};
	char id[16];

	snprintf(id, sizeof(id), "%u", r->map->id);
	skep_label_add(&labels, "map_id", id);
	skep_sample_labels(&labels, &r->key_type, key);
	r->sampling.sum = !key;
	if (labels.failed)
		r->sampling.families->failed = true;
	else
		skep_sample_value(&r->sampling, r->map->name[0] ? r->map->name : "unnamed",
				  labels.data, &r->type, value);
	skep_buffer_fini(&labels);
}

static void add_other(struct reading *r)
{
	if (r->others++)
		skep_value_add(&r->type, r->other, r->value);
	else
		memcpy(r->other, r->value, r->map->value_size);
}

static bool is_zero(const u8 *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

/* In arrays too long for a row an element, those that are zero were never used. */
static bool is_unused(const struct reading *r)
{
	return skep_linux_map_is_array(r->map->type) &&
	       r->map->max_entries > r->sampling.options->rows &&
	       is_zero(r->value, r->map->value_size);
}

static void read_elements(struct reading *r)
{
	u32 key_size = r->map->key_size;
	const void *before = NULL;
	u64 left = r->sampling.options->bound, rows = r->sampling.options->rows;

	for (; left && skep_linux_map_next(r->fd, before, r->next); left--) {
		memcpy(r->key, r->next, key_size);
		before = r->key;
		if (!read_value(r) || is_unused(r))
			continue;
		if (!rows) {
			add_other(r);
			continue;
		}
		add_samples(r, r->key, r->value);
		rows--;
	}
	if (r->others)
		add_samples(r, NULL, r->other);
}

/* ---- an array that is a histogram */

static bool is_log2(const struct reading *r)
{
	struct skep_kinded k = skep_kind_of_value(&r->type);

	return skep_linux_map_is_array(r->map->type) && strstr(r->map->name, "hist") &&
	       r->map->max_entries > 1 && r->map->max_entries <= SKEP_METRIC_SLOTS &&
	       k.kind == SKEP_KIND_UNSIGNED && k.size >= 4;
}

static void read_log2(struct reading *r)
{
	struct skep_kinded k = skep_kind_of_value(&r->type);
	char name[64], labels[32];

	for (u32 i = 0; i < r->map->max_entries; i++) {
		memcpy(r->key, &i, sizeof(i));
		r->slots[i] = read_value(r) ? skep_kind_get(&k, r->value) : 0;
	}
	snprintf(name, sizeof(name), "%s_%s", r->sampling.prefix, r->map->name);
	snprintf(labels, sizeof(labels), "map_id=\"%u\"", r->map->id);
	skep_family_add_log2(skep_families_get(r->sampling.families, name, SKEP_METRIC_HISTOGRAM,
					       "What the slots of the map count."),
			     labels, r->slots, r->map->max_entries);
}

/* ---- variables */

static const struct btf_type *section_of(const struct reading *r)
{
	const struct btf_type *t =
	    r->type.btf && r->type.id ? btf__type_by_id(r->type.btf, r->type.id) : NULL;

	return t && btf_is_datasec(t) ? t : NULL;
}

/* Constants are no news. */
static bool is_constant(const struct btf *btf, const struct btf_type *section)
{
	const char *name = btf__name_by_offset(btf, section->name_off);

	return strncmp(name, ".rodata", 7) == 0 || strcmp(name, ".kconfig") == 0;
}

static void read_section(struct reading *r, const struct btf_type *section)
{
	const struct btf *btf = r->type.btf;
	char labels[32];

	memset(r->key, 0, r->map->key_size);
	if (is_constant(btf, section) || !read_value(r))
		return;
	r->sampling.prefix = "skep_variable";
	snprintf(labels, sizeof(labels), "map_id=\"%u\"", r->map->id);
	for (u32 i = 0; i < btf_vlen(section); i++) {
		const struct btf_var_secinfo *var = &btf_var_secinfos(section)[i];
		const struct btf_type *t = btf__type_by_id(btf, var->type);
		const struct skep_value_type type = {
		    .btf = btf, .id = var->type, .size = var->size};

		if ((u64)var->offset + var->size <= r->map->value_size)
			skep_sample_value(&r->sampling, btf__name_by_offset(btf, t->name_off),
					  labels, &type, r->value + var->offset);
	}
}

bool skep_metrics_map(struct skep_families *families, const struct skep_metrics_options *options,
		      const struct skep_linux_map *map, const struct btf *btf)
{
	struct reading r = {
	    .map = map, .sampling = {families, options, "skep_value", false}, .fd = -1};
	const struct btf_type *section;

	if (!skep_linux_map_lists(map->type))
		return true;
	if (!begin(&r, btf))
		return false;
	section = section_of(&r);
	r.fd = skep_linux_map_open(map->id);
	if (r.fd >= 0 && section)
		read_section(&r, section);
	else if (r.fd >= 0 && is_log2(&r))
		read_log2(&r);
	else if (r.fd >= 0)
		read_elements(&r);
	if (r.fd >= 0)
		close(r.fd);
	skep_free(r.key);
	return true;
}

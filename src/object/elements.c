/* SPDX-License-Identifier: BSD-2-Clause */
/* What maps and variables hold, read through bpf(2). The keys of a map are collected first, so that
 * they can be put in order. */
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/diag.h"
#include "object/running_parts.h"
#include "prog/specials.h"

/* ---- what a map is */

/* What a map's elements are to those who look at them. */
enum shape {
	PLAIN,	/* keys and values */
	ARRAY,	/* the same, and all keys are there from the start */
	HOLDER, /* values are ids of maps or programs */
	QUEUE,	/* values alone, which are taken out */
	EVENTS, /* nothing that could be looked at */
};

static const struct {
	enum shape shape;
	bool per_cpu;
} shapes[] = {
    [BPF_MAP_TYPE_ARRAY] = {ARRAY, false},
    [BPF_MAP_TYPE_PERCPU_ARRAY] = {ARRAY, true},
    [BPF_MAP_TYPE_PERCPU_HASH] = {PLAIN, true},
    [BPF_MAP_TYPE_LRU_PERCPU_HASH] = {PLAIN, true},
    [BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE] = {PLAIN, true},
    [BPF_MAP_TYPE_PROG_ARRAY] = {HOLDER, false},
    [BPF_MAP_TYPE_ARRAY_OF_MAPS] = {HOLDER, false},
    [BPF_MAP_TYPE_HASH_OF_MAPS] = {HOLDER, false},
    [BPF_MAP_TYPE_QUEUE] = {QUEUE, false},
    [BPF_MAP_TYPE_STACK] = {QUEUE, false},
    [BPF_MAP_TYPE_BLOOM_FILTER] = {EVENTS, false},
    [BPF_MAP_TYPE_RINGBUF] = {EVENTS, false},
    [BPF_MAP_TYPE_USER_RINGBUF] = {EVENTS, false},
    [BPF_MAP_TYPE_PERF_EVENT_ARRAY] = {EVENTS, false},
};

static u32 type_of(const struct skep_running_part *part)
{
	return bpf_map__type(part->map);
}

static enum shape shape_of(const struct skep_running_part *part)
{
	return type_of(part) < SKEP_COUNT(shapes) ? shapes[type_of(part)].shape : PLAIN;
}

bool skep_running_is_data(const struct skep_running_part *part)
{
	return bpf_map__is_internal(part->map);
}

/* Types whose keys are numbers of elements. */
static bool has_index(u32 type)
{
	return type == BPF_MAP_TYPE_ARRAY || type == BPF_MAP_TYPE_PERCPU_ARRAY ||
	       type == BPF_MAP_TYPE_PROG_ARRAY || type == BPF_MAP_TYPE_ARRAY_OF_MAPS ||
	       type == BPF_MAP_TYPE_DEVMAP || type == BPF_MAP_TYPE_CPUMAP ||
	       type == BPF_MAP_TYPE_XSKMAP || type == BPF_MAP_TYPE_SOCKMAP;
}

/* Linux shows in the heads of lists where it has put the value meanwhile, skep nothing. */
struct heads {
	struct skep_special found[SKEP_SPECIALS_MAX];
	int count;
};

static void find_heads(struct heads *heads, const struct btf *btf, u32 type_id)
{
	struct skep_specials_ask ask = {.btf = btf, .holder = SKEP_SPECIALS_MAP};

	heads->count = btf && type_id ? skep_specials_find(&ask, type_id, heads->found) : 0;
}

static void clear_heads(const struct heads *heads, u8 *value)
{
	for (int i = 0; i < heads->count; i++)
		if (heads->found[i].kind == SKEP_SPECIAL_LIST_HEAD)
			memset(value + heads->found[i].off, 0, heads->found[i].size);
}

struct skep_running_map skep_running_describe(const struct skep_running *r,
					      const struct skep_running_part *part)
{
	const struct btf *btf = bpf_object__btf(r->object);
	const char *type = libbpf_bpf_map_type_str(type_of(part));
	bool per_cpu = type_of(part) < SKEP_COUNT(shapes) && shapes[type_of(part)].per_cpu;

	return (struct skep_running_map){
	    .name = bpf_map__name(part->map),
	    .type_name = type ? type : "unknown",
	    .max_entries = bpf_map__max_entries(part->map),
	    .cpus = per_cpu ? r->options.cpus : 0,
	    .key = {btf, part->key_type, bpf_map__key_size(part->map),
		    .index = has_index(type_of(part))},
	    .value = {btf, part->value_type, bpf_map__value_size(part->map), .index = false},
	    .events = type_of(part) == BPF_MAP_TYPE_RINGBUF ||
		      type_of(part) == BPF_MAP_TYPE_PERF_EVENT_ARRAY,
	    .hides_zeros = shape_of(part) == ARRAY,
	};
}

/* ---- elements */

/* A map while it is read. */
struct reading {
	const struct skep_running *r;
	const struct skep_running_part *part;
	const struct skep_running_show *show;
	struct skep_running_map map;
	struct heads heads; /* which values for each CPU do not have */
	size_t record;	    /* bytes of a key and its values, each on a multiple of 8 bytes */
	struct {
		u8 *data;
		size_t count, room; /* bytes */
	} records;
};

static size_t key_room(const struct reading *g)
{
	return (g->map.key.size + 7) & ~(size_t)7;
}

static size_t values_size(const struct reading *g)
{
	return g->map.cpus ? g->map.cpus * skep_running_stride(&g->map) : g->map.value.size;
}

static bool is_zero(const u8 *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

/* Reads an element behind those that are kept, and keeps it unless it went away meanwhile. False if
 * memory ran out. */
static bool read_element(struct reading *g, u8 *record)
{
	u8 *values = record + key_room(g);

	if (bpf_map_lookup_elem(bpf_map__fd(g->part->map), record, values))
		return errno != ENOMEM;
	clear_heads(&g->heads, values);
	if (!g->map.hides_zeros || !is_zero(values, values_size(g)))
		g->records.count += g->record;
	return true;
}

/* Room for one more record, zeroed; NULL if memory ran out. */
static u8 *reserve(struct reading *g)
{
	if (!SKEP_RESERVE(&g->records, g->record))
		return NULL;
	return memset(g->records.data + g->records.count, 0, g->record);
}

static bool read_keyed(struct reading *g, struct skep_diag *d)
{
	int fd = bpf_map__fd(g->part->map);
	u8 *key = skep_alloc(2 * key_room(g) + 8), *next = key ? key + key_room(g) : NULL;
	bool first = true, ok = key;

	while (ok) {
		u8 *record = reserve(g);

		ok = record != NULL;
		if (!ok)
			break;
		if (bpf_map_get_next_key(fd, first ? NULL : key, next)) {
			ok = errno != ENOMEM;
			break;
		}
		memcpy(key, next, g->map.key.size);
		memcpy(record, next, g->map.key.size);
		first = false;
		ok = read_element(g, record);
	}
	skep_free(key);
	return ok || skep_fail_nomem(d);
}

static bool read_queue(struct reading *g, struct skep_diag *d)
{
	u8 *record;

	while ((record = reserve(g)) &&
	       bpf_map_lookup_and_delete_elem(bpf_map__fd(g->part->map), NULL, record) == 0)
		g->records.count += g->record;
	return (record && errno != ENOMEM) || skep_fail_nomem(d);
}

static int compare(const void *a, const void *b, void *context)
{
	return skep_value_compare(context, a, b);
}

static const char *held_name(const struct reading *g, const u8 *value)
{
	u32 id;
	const char *name;

	if (shape_of(g->part) != HOLDER)
		return NULL;
	memcpy(&id, value, sizeof(id));
	name = type_of(g->part) == BPF_MAP_TYPE_PROG_ARRAY ? skep_running_program_name(g->r, id)
							   : skep_running_map_name(g->r, id);
	return name ? name : "?";
}

static void tell(struct reading *g)
{
	size_t count = g->records.count / g->record;

	g->map.elements = (u32)count;
	if (g->map.key.size && count)
		qsort_r(g->records.data, count, g->record, compare, &g->map.key);
	if (g->show->map)
		g->show->map(g->show->context, &g->map);
	for (size_t i = 0; g->show->element && i < count; i++) {
		const u8 *record = g->records.data + i * g->record;
		const struct skep_running_element element = {
		    .map = &g->map,
		    .key = record,
		    .values = record + key_room(g),
		    .held = held_name(g, record + key_room(g))};

		g->show->element(g->show->context, &element);
	}
}

static bool show_map(const struct skep_running *r, const struct skep_running_part *part,
		     const struct skep_running_show *show, struct skep_diag *d)
{
	struct reading g = {
	    .r = r, .part = part, .show = show, .map = skep_running_describe(r, part)};
	bool ok = true;

	find_heads(&g.heads, g.map.value.btf, g.map.value.id);
	g.record = (key_room(&g) + values_size(&g) + 7) & ~(size_t)7;
	g.record = g.record ?: 8;
	if (shape_of(part) == QUEUE)
		ok = read_queue(&g, d);
	else if (shape_of(part) != EVENTS)
		ok = read_keyed(&g, d);
	if (ok)
		tell(&g);
	skep_free(g.records.data);
	return ok;
}

/* ---- variables */

static void show_section(const struct btf *btf, const char *name, u8 *bytes,
			 const struct skep_running_show *show)
{
	int id = btf__find_by_name_kind(btf, name, BTF_KIND_DATASEC);
	const struct btf_type *t = id > 0 ? btf__type_by_id(btf, (u32)id) : NULL;
	struct heads heads;

	find_heads(&heads, btf, t ? (u32)id : 0);
	clear_heads(&heads, bytes);
	for (u32 i = 0; t && i < btf_vlen(t); i++) {
		const struct btf_var_secinfo *var = &btf_var_secinfos(t)[i];
		const struct skep_value_type type = {
		    .btf = btf, .id = var->type, .size = var->size};
		const char *called =
		    btf__name_by_offset(btf, btf__type_by_id(btf, var->type)->name_off);

		show->variable(show->context, name, called, &type, bytes + var->offset);
	}
}

static bool show_variables(const struct skep_running *r, const struct skep_running_part *part,
			   const struct skep_running_show *show, struct skep_diag *d)
{
	const struct btf *btf = bpf_object__btf(r->object);
	const char *name = strchr(bpf_map__name(part->map), '.');
	u32 zero = 0;
	u8 *bytes;
	bool ok;

	if (!btf || !name || !show->variable)
		return true;
	bytes = skep_alloc(bpf_map__value_size(part->map) + 8);
	if (!bytes)
		return skep_fail_nomem(d);
	ok = bpf_map_lookup_elem(bpf_map__fd(part->map), &zero, bytes) == 0;
	if (ok)
		show_section(btf, name, bytes, show);
	else
		skep_fail(d, SKEP_E_SYSTEM, "cannot read the variables in %s: %s", name,
			  strerror(errno));
	skep_free(bytes);
	return ok;
}

bool skep_running_show(struct skep_running *r, const struct skep_running_show *show,
		       struct skep_diag *d)
{
	for (u32 i = 0; i < r->map_count; i++) {
		bool data = skep_running_is_data(&r->maps[i]);

		if (data ? !show_variables(r, &r->maps[i], show, d)
			 : !show_map(r, &r->maps[i], show, d))
			return false;
	}
	return true;
}

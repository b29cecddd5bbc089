/* SPDX-License-Identifier: BSD-2-Clause */
/* The elements of an object's maps. Those of arrays that are zero are left out: they were never
 * written. */
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <string.h>

#include "base/alloc.h"
#include "linux/live_parts.h"
#include "spec/spec.h"

static bool is_shown(const struct bpf_map *map)
{
	const struct skep_map_row *row = skep_map_row(bpf_map__type(map));
	const char *section = strchr(bpf_map__name(map), '.');

	if (!row || row->traits & (SKEP_MAP_NO_KEY | SKEP_MAP_NO_LOOKUP | SKEP_MAP_OF_MAPS |
				   SKEP_MAP_LOOKUP_SOCK | SKEP_MAP_BTF))
		return false;
	/* What libbpf keeps for usdt; constants, and what the loader knows of the kernel. */
	if (strncmp(bpf_map__name(map), "__bpf_usdt", 10) == 0)
		return false;
	return !section ||
	       (strncmp(section, ".rodata", 7) != 0 && strcmp(section, ".kconfig") != 0);
}

static bool is_zero(const u8 *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

/* One map with room for an element. */
struct reading {
	const struct bpf_map *map;
	struct skep_live_value value; /* key and value point to the room */
	u8 *key, *next, *bytes;
	size_t size; /* of bytes */
};

static bool begin(struct reading *r, const struct skep_live *live, const struct bpf_map *map)
{
	const struct skep_map_row *row = skep_map_row(bpf_map__type(map));
	const struct btf *btf = bpf_object__btf(live->object);
	u32 key = bpf_map__key_size(map), value = bpf_map__value_size(map);
	int cpus = row->traits & SKEP_MAP_PER_CPU ? libbpf_num_possible_cpus() : 0;

	*r = (struct reading){.map = map};
	r->size = cpus > 0 ? (size_t)((value + 7) / 8 * 8) * (u32)cpus : value;
	r->key = skep_alloc(2 * key + r->size);
	if (!r->key)
		return false;
	r->next = r->key + key;
	r->bytes = r->next + key;
	r->value = (struct skep_live_value){
	    .map = bpf_map__name(map),
	    .key_type = {.btf = btf, .id = bpf_map__btf_key_type_id(map), .size = key},
	    .type = {.btf = btf, .id = bpf_map__btf_value_type_id(map), .size = value},
	    .key = r->key,
	    .value = r->bytes,
	    .cpus = cpus > 0 ? (u32)cpus : 0,
	};
	return true;
}

/* Global data: variable by variable. */
static void read_section(struct reading *r, void (*each)(void *, const struct skep_live_value *),
			 void *context)
{
	const struct btf *btf = r->value.type.btf;
	const struct btf_type *section =
	    btf && r->value.type.id ? btf__type_by_id(btf, r->value.type.id) : NULL;
	u32 zero = 0;

	if (!section || !btf_is_datasec(section) ||
	    bpf_map_lookup_elem(bpf_map__fd(r->map), &zero, r->bytes) < 0)
		return;
	for (u32 i = 0; i < btf_vlen(section); i++) {
		const struct btf_var_secinfo *var = &btf_var_secinfos(section)[i];
		const struct btf_type *type = btf__type_by_id(btf, var->type);
		const struct skep_live_value value = {
		    .map = strchr(bpf_map__name(r->map), '.'),
		    .variable = btf__name_by_offset(btf, type->name_off),
		    .type = {.btf = btf, .id = type->type, .size = var->size},
		    .value = r->bytes + var->offset,
		};

		each(context, &value);
	}
}

static void read_map(struct reading *r, void (*each)(void *, const struct skep_live_value *),
		     void *context)
{
	bool array = skep_map_row(bpf_map__type(r->map))->traits & SKEP_MAP_ARRAY_LIKE;
	int fd = bpf_map__fd(r->map);
	const void *before = NULL;

	while (bpf_map_get_next_key(fd, before, r->next) == 0) {
		memcpy(r->key, r->next, r->value.key_type.size);
		before = r->key;
		if (bpf_map_lookup_elem(fd, r->key, r->bytes) == 0 &&
		    (!array || !is_zero(r->bytes, r->size)))
			each(context, &r->value);
	}
}

void skep_live_maps(struct skep_live *live, void (*each)(void *, const struct skep_live_value *),
		    void *context)
{
	const struct bpf_map *map;

	bpf_object__for_each_map(map, live->object)
	{
		struct reading r;

		if (bpf_map__fd(map) < 0 || !is_shown(map) || !begin(&r, live, map))
			continue;
		if (bpf_map__is_internal(map))
			read_section(&r, each, context);
		else
			read_map(&r, each, context);
		skep_free(r.key);
	}
}

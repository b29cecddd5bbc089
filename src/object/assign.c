/* SPDX-License-Identifier: BSD-2-Clause */
/* Contents that a user gives: variables have theirs before the load, since constants are folded
 * into the program; maps have theirs once they exist.
 *
 *	a map		[{"key": .., "value": ..}, ..], or {"KEY": VALUE, ..}
 *	a queue		[VALUE, ..]
 *	a variable	VALUE
 *
 * In a map of programs or of maps a value is the name of one; on each CPU of a per-CPU map it is
 *the same. */
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "object/running_parts.h"

/* One assignment. */
struct assignment {
	struct skep_running *r;
	const char *text; /* of the value */
	const struct skep_json *json;
	struct skep_arena arena;
	struct skep_diag *d;
};

/* ---- variables */

/* A variable among those of a section. */
static bool find_in(const struct btf *btf, const struct btf_type *section, const char *name,
		    struct btf_var_secinfo *found)
{
	for (u32 i = 0; i < btf_vlen(section); i++) {
		const struct btf_type *var;

		*found = btf_var_secinfos(section)[i];
		var = btf__type_by_id(btf, found->type);
		if (strcmp(btf__name_by_offset(btf, var->name_off), name) == 0)
			return true;
	}
	return false;
}

/* The section that libbpf made a map for, NULL: there is none. */
static const struct btf_type *section_of(const struct btf *btf, const struct skep_running_part *p)
{
	const char *name = strchr(bpf_map__name(p->map), '.');
	int id = name ? btf__find_by_name_kind(btf, name, BTF_KIND_DATASEC) : -1;

	return id > 0 ? btf__type_by_id(btf, (u32)id) : NULL;
}

static const struct skep_running_part *find_variable(const struct skep_running *r, const char *name,
						     struct btf_var_secinfo *found)
{
	const struct btf *btf = bpf_object__btf(r->object);

	for (u32 i = 0; btf && i < r->map_count; i++) {
		const struct btf_type *section;

		if (!skep_running_is_data(&r->maps[i]))
			continue;
		section = section_of(btf, &r->maps[i]);
		if (section && find_in(btf, section, name, found))
			return &r->maps[i];
	}
	return NULL;
}

static bool set_variable(struct assignment *a, const struct skep_running_part *part,
			 const struct btf_var_secinfo *var)
{
	const struct skep_value_type type = {
	    .btf = bpf_object__btf(a->r->object), .id = var->type, .size = var->size};
	size_t size = 0;
	u8 *section = (u8 *)(uintptr_t)bpf_map__initial_value(part->map, &size);

	if (!section || var->offset > size || var->size > size - var->offset)
		return skep_fail(a->d, SKEP_E_FORMAT, "the variable lies outside its section");
	return skep_value_read(&type, a->json, section + var->offset, a->text, a->d);
}

/* ---- maps */

static bool fail_at(struct assignment *a, const struct skep_json *json, const char *what)
{
	return skep_fail_at(a->d, SKEP_E_SYNTAX,
			    skep_place_text(a->text, json->at, json->length ?: 1), "%s", what);
}

/* An element while it is read, in one block that `key` starts. */
struct element {
	u8 *key, *values;
};

static bool make_element(struct assignment *a, const struct skep_running_map *map,
			 struct element *el)
{
	size_t key = (map->key.size + 7) & ~(size_t)7, stride = skep_running_stride(map);

	el->key = skep_arena_alloc(&a->arena, key + stride * (map->cpus ?: 1) + 8);
	el->values = el->key ? el->key + key : NULL;
	return el->key || skep_fail_nomem(a->d);
}

/* A descriptor of what a text names, for maps that hold maps or programs. */
static bool read_name(struct assignment *a, const struct skep_json *json, u32 map_type, u8 *value)
{
	struct bpf_program *prog;
	struct bpf_map *map;
	int fd = -1;

	if (map_type == BPF_MAP_TYPE_PROG_ARRAY) {
		prog = bpf_object__find_program_by_name(a->r->object, json->text);
		fd = prog ? bpf_program__fd(prog) : -1;
	} else {
		map = bpf_object__find_map_by_name(a->r->object, json->text);
		fd = map ? bpf_map__fd(map) : -1;
	}
	if (fd < 0)
		return fail_at(a, json, "there is no such map or program in the object");
	memcpy(value, &fd, sizeof(fd));
	return true;
}

static bool holds_names(u32 map_type)
{
	return map_type == BPF_MAP_TYPE_PROG_ARRAY || map_type == BPF_MAP_TYPE_ARRAY_OF_MAPS ||
	       map_type == BPF_MAP_TYPE_HASH_OF_MAPS;
}

static bool read_value(struct assignment *a, const struct skep_running_part *part,
		       const struct skep_json *json, struct element *el)
{
	struct skep_running_map map = skep_running_describe(a->r, part);
	size_t stride = skep_running_stride(&map);

	if (holds_names(bpf_map__type(part->map)) && json->kind == SKEP_JSON_TEXT)
		return read_name(a, json, bpf_map__type(part->map), el->values);
	if (!skep_value_read(&map.value, json, el->values, a->text, a->d))
		return false;
	for (u32 cpu = 1; cpu < map.cpus; cpu++)
		memcpy(el->values + cpu * stride, el->values, map.value.size);
	return true;
}

static bool put(struct assignment *a, const struct skep_running_part *part,
		const struct skep_json *json, const struct element *el)
{
	const void *key = bpf_map__key_size(part->map) ? el->key : NULL;

	if (bpf_map_update_elem(bpf_map__fd(part->map), key, el->values, BPF_ANY) == 0)
		return true;
	return skep_fail_at(a->d, SKEP_E_INVALID,
			    skep_place_text(a->text, json->at, json->length ?: 1),
			    "the map does not take the element: %s",
			    errno == E2BIG ? "it is full, or ends before" : strerror(errno));
}

/* {"key": .., "value": ..} */
static bool set_pair(struct assignment *a, const struct skep_running_part *part,
		     const struct skep_json *pair, struct element *el)
{
	struct skep_running_map map = skep_running_describe(a->r, part);
	const struct skep_json *key = NULL, *value = NULL;

	for (const struct skep_json *m = pair->first; m; m = m->next) {
		if (strcmp(m->name ?: "", "key") == 0)
			key = m;
		else if (strcmp(m->name ?: "", "value") == 0)
			value = m;
		else
			return fail_at(a, m, "an element has \"key\" and \"value\", nothing else");
	}
	if (!key || !value)
		return fail_at(a, pair, "an element is {\"key\": .., \"value\": ..}");
	return skep_value_read(&map.key, key, el->key, a->text, a->d) &&
	       read_value(a, part, value, el) && put(a, part, pair, el);
}

/* "KEY": VALUE */
static bool set_member(struct assignment *a, const struct skep_running_part *part,
		       const struct skep_json *member, struct element *el)
{
	struct skep_running_map map = skep_running_describe(a->r, part);
	const struct skep_json name = skep_json_name(member);

	return skep_value_read(&map.key, &name, el->key, a->text, a->d) &&
	       read_value(a, part, member, el) && put(a, part, member, el);
}

static bool set_map(struct assignment *a, const struct skep_running_part *part)
{
	struct skep_running_map map = skep_running_describe(a->r, part);
	struct element el;

	if (a->json->kind != SKEP_JSON_ARRAY &&
	    (a->json->kind != SKEP_JSON_OBJECT || !map.key.size))
		return fail_at(a, a->json,
			       map.key.size
				   ? "the elements are [{\"key\": .., \"value\": ..}, ..] or "
				     "{\"KEY\": VALUE, ..}"
				   : "the elements are [VALUE, ..]");
	if (!make_element(a, &map, &el))
		return false;
	for (const struct skep_json *e = a->json->first; e; e = e->next) {
		bool ok = a->json->kind == SKEP_JSON_OBJECT ? set_member(a, part, e, &el)
			  : map.key.size		    ? set_pair(a, part, e, &el)
					 : read_value(a, part, e, &el) && put(a, part, e, &el);

		if (!ok)
			return false;
	}
	return true;
}

/* ---- which of them */

static const struct skep_running_part *find_map(const struct skep_running *r, const char *name)
{
	for (u32 i = 0; i < r->map_count; i++)
		if (!skep_running_is_data(&r->maps[i]) &&
		    strcmp(bpf_map__name(r->maps[i].map), name) == 0)
			return &r->maps[i];
	return NULL;
}

static void add_variables(struct skep_buffer *b, const struct skep_running *r)
{
	const struct btf *btf = bpf_object__btf(r->object);

	for (u32 i = 0; btf && i < r->map_count; i++) {
		const struct btf_type *t = section_of(btf, &r->maps[i]);

		for (u32 v = 0; t && v < btf_vlen(t); v++) {
			const struct btf_type *var =
			    btf__type_by_id(btf, btf_var_secinfos(t)[v].type);

			skep_buffer_printf(b, "%s%s", b->count ? ", " : "",
					   btf__name_by_offset(btf, var->name_off));
		}
	}
}

static bool fail_name(const struct skep_running *r, const char *name, struct skep_diag *d)
{
	struct skep_buffer names = {0};

	for (u32 i = 0; i < r->map_count; i++)
		if (!skep_running_is_data(&r->maps[i]))
			skep_buffer_printf(&names, "%s%s", names.count ? ", " : "",
					   bpf_map__name(r->maps[i].map));
	add_variables(&names, r);
	skep_fail(d, SKEP_E_NAME, "there is no map or variable %s", name);
	if (names.count && !names.failed)
		skep_hint(d, "there are %s", names.data);
	skep_buffer_fini(&names);
	return false;
}

static bool set(struct assignment *a, const char *name)
{
	struct btf_var_secinfo var = {0};
	const struct skep_running_part *map = find_map(a->r, name);
	const struct skep_running_part *data = map ? NULL : find_variable(a->r, name, &var);

	if (!map && !data)
		return fail_name(a->r, name, a->d);
	/* Maps have their turn once there are any. */
	if (a->r->loaded != (map != NULL))
		return true;
	a->json = skep_json_parse(&a->arena, a->text, a->d);
	if (!a->json)
		return false;
	return map ? set_map(a, map) : set_variable(a, data, &var);
}

bool skep_running_set(struct skep_running *r, const char *assignment, struct skep_diag *d)
{
	const char *equals = strchr(assignment, '=');
	struct assignment a = {.r = r, .d = d};
	char *name;
	bool ok;

	if (!equals)
		return skep_fail(d, SKEP_E_SYNTAX, "expected NAME=JSON, not '%s'", assignment);
	a.text = equals + 1;
	name = skep_arena_text(&a.arena, assignment, (size_t)(equals - assignment));
	ok = name ? set(&a, name) : skep_fail_nomem(d);
	skep_arena_fini(&a.arena);
	return ok;
}

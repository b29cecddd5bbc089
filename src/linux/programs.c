/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/programs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/diag.h"
#include "linux/sys.h"
#include "spec/spec.h"

static bool refused(const char *call, int error, struct skep_diag *d)
{
	if (error == EPERM || error == EACCES) {
		skep_fail(d, SKEP_E_PERMISSION, "Linux does not say which programs live: %s: %s",
			  call, strerror(error));
		return skep_hint(d, "it needs CAP_SYS_ADMIN: run it as root");
	}
	return skep_fail(d, SKEP_E_SYSTEM, "Linux does not say which programs live: %s: %s", call,
			 strerror(error));
}

/* ---- ids */

/* A kind of what has ids, and what is done with each. */
struct kind {
	int next, open; /* commands of bpf(2) */
	const char *next_name, *open_name;
	bool (*add)(struct skep_linux_living *l, int fd);
};

/* What ended between its id and its descriptor is left out, as is what is being made: a link has
 * its id, but answers EAGAIN, until it is attached. */
static bool read_kind(struct skep_linux_living *l, const struct kind *kind, struct skep_diag *d)
{
	union bpf_attr attr = {0};

	for (;;) {
		long error = skep_linux_bpf(kind->next, &attr, sizeof(attr));
		u32 id = attr.next_id;
		long fd;
		bool added;

		if (error == -ENOENT)
			return true;
		if (error < 0)
			return refused(kind->next_name, (int)-error, d);
		attr = (union bpf_attr){.prog_id = id};
		fd = skep_linux_bpf(kind->open, &attr, sizeof(attr));
		if (fd < 0 && fd != -ENOENT && fd != -EAGAIN)
			return refused(kind->open_name, (int)-fd, d);
		added = fd < 0 || kind->add(l, (int)fd);
		if (fd >= 0)
			close((int)fd);
		if (!added)
			return skep_fail_nomem(d);
		attr = (union bpf_attr){.start_id = id};
	}
}

static bool read_info(int fd, void *info, u32 size)
{
	union bpf_attr attr = {
	    .info = {.bpf_fd = (u32)fd, .info_len = size, .info = (uintptr_t)info}};

	return skep_linux_bpf(BPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) == 0;
}

static bool add_program(struct skep_linux_living *l, int fd)
{
	struct bpf_prog_info info = {0};
	struct skep_linux_program p;

	if (!read_info(fd, &info, sizeof(info)))
		return true;
	p = (struct skep_linux_program){.id = info.id,
					.type = info.type,
					.runs = info.run_cnt,
					.nanoseconds = info.run_time_ns,
					.missed = info.recursion_misses};
	memcpy(p.name, info.name, sizeof(p.name) - 1);
	for (u32 i = 0; i < sizeof(info.tag); i++)
		snprintf(p.tag + (size_t)2 * i, 3, "%02x", info.tag[i]);
	return SKEP_PUSH(&l->programs, p);
}

static bool add_map(struct skep_linux_living *l, int fd)
{
	struct bpf_map_info info = {0};
	struct skep_linux_map m;

	if (!read_info(fd, &info, sizeof(info)))
		return true;
	m = (struct skep_linux_map){.id = info.id,
				    .type = info.type,
				    .key_size = info.key_size,
				    .value_size = info.value_size,
				    .max_entries = info.max_entries,
				    .btf = info.btf_id,
				    .key_type = info.btf_key_type_id,
				    .value_type = info.btf_value_type_id};
	memcpy(m.name, info.name, sizeof(m.name) - 1);
	return SKEP_PUSH(&l->maps, m);
}

static bool add_link(struct skep_linux_living *l, int fd)
{
	struct bpf_link_info info = {0};
	struct skep_linux_attached a;

	if (!read_info(fd, &info, sizeof(info)))
		return true;
	a = (struct skep_linux_attached){info.id, info.type, info.prog_id};
	return SKEP_PUSH(&l->links, a);
}

/* ---- how full maps are */

int skep_linux_map_open(u32 id)
{
	union bpf_attr attr = {.map_id = id};

	return (int)skep_linux_bpf(BPF_MAP_GET_FD_BY_ID, &attr, sizeof(attr));
}

bool skep_linux_map_next(int fd, const void *key, void *next)
{
	union bpf_attr attr = {
	    .map_fd = (u32)fd, .key = (uintptr_t)key, .next_key = (uintptr_t)next};

	return skep_linux_bpf(BPF_MAP_GET_NEXT_KEY, &attr, sizeof(attr)) == 0;
}

bool skep_linux_map_is_array(u32 type)
{
	const struct skep_map_row *row = skep_map_row(type);

	return row && row->traits & SKEP_MAP_ARRAY_LIKE;
}

bool skep_linux_map_lists(u32 type)
{
	const struct skep_map_row *row = skep_map_row(type);

	return row && !(row->traits & (SKEP_MAP_NO_KEY | SKEP_MAP_NO_LOOKUP | SKEP_MAP_OF_MAPS |
				       SKEP_MAP_LOOKUP_SOCK | SKEP_MAP_BTF));
}

/* A map that changes meanwhile may hand out a key twice: never more than fit are counted. */
static bool count_map(struct skep_linux_map *m, u32 bound)
{
	u32 limit = bound < m->max_entries ? bound : m->max_entries;
	int fd = skep_linux_map_open(m->id);
	u8 *keys = skep_alloc((size_t)2 * m->key_size);
	bool any = fd >= 0 && keys && skep_linux_map_next(fd, NULL, keys);

	for (; any && m->entries < limit; m->entries++) {
		any = skep_linux_map_next(fd, keys, keys + m->key_size);
		if (any)
			memcpy(keys, keys + m->key_size, m->key_size);
	}
	m->counted = fd >= 0 && keys;
	m->more = any && limit < m->max_entries;
	if (fd >= 0)
		close(fd);
	skep_free(keys);
	return keys;
}

static bool count_maps(struct skep_linux_living *l, u32 bound, struct skep_diag *d)
{
	for (size_t i = 0; i < l->maps.count; i++) {
		struct skep_linux_map *m = &l->maps.data[i];

		if (skep_linux_map_is_array(m->type)) {
			m->entries = m->max_entries;
			m->counted = true;
		} else if (skep_linux_map_lists(m->type) && !count_map(m, bound)) {
			return skep_fail_nomem(d);
		}
	}
	return true;
}

/* ---- all of it */

bool skep_linux_living_read(struct skep_linux_living *l, u32 bound, struct skep_diag *d)
{
	static const struct kind kinds[] = {
	    {BPF_PROG_GET_NEXT_ID, BPF_PROG_GET_FD_BY_ID, "PROG_GET_NEXT_ID", "PROG_GET_FD_BY_ID",
	     add_program},
	    {BPF_MAP_GET_NEXT_ID, BPF_MAP_GET_FD_BY_ID, "MAP_GET_NEXT_ID", "MAP_GET_FD_BY_ID",
	     add_map},
	    {BPF_LINK_GET_NEXT_ID, BPF_LINK_GET_FD_BY_ID, "LINK_GET_NEXT_ID", "LINK_GET_FD_BY_ID",
	     add_link},
	};

	*l = (struct skep_linux_living){0};
	for (size_t i = 0; i < SKEP_COUNT(kinds); i++) {
		if (read_kind(l, &kinds[i], d))
			continue;
		skep_linux_living_fini(l);
		return false;
	}
	if (count_maps(l, bound, d))
		return true;
	skep_linux_living_fini(l);
	return false;
}

void skep_linux_living_fini(struct skep_linux_living *l)
{
	skep_free(l->programs.data);
	skep_free(l->maps.data);
	skep_free(l->links.data);
	*l = (struct skep_linux_living){0};
}

int skep_linux_statistics(struct skep_diag *d)
{
	union bpf_attr attr = {.enable_stats.type = BPF_STATS_RUN_TIME};
	long fd = skep_linux_bpf(BPF_ENABLE_STATS, &attr, sizeof(attr));

	if (fd >= 0)
		return (int)fd;
	skep_fail(d, fd == -EPERM ? SKEP_E_PERMISSION : SKEP_E_UNSUPPORTED,
		  "Linux does not count the runs of programs: ENABLE_STATS: %s",
		  strerror((int)-fd));
	skep_hint(d, fd == -EPERM ? "it needs CAP_SYS_ADMIN: run it as root"
				  : "Linux counts since 5.8");
	return -1;
}

/* ---- names */

const char *skep_linux_program_type(u32 type, char room[16])
{
	const struct skep_prog_row *row = skep_prog_row(type);

	snprintf(room, 16, "%u", type);
	return row ? row->name : room;
}

const char *skep_linux_map_type(u32 type, char room[16])
{
	const struct skep_map_row *row = skep_map_row(type);

	snprintf(room, 16, "%u", type);
	return row ? row->name : room;
}

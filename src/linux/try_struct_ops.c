/* SPDX-License-Identifier: BSD-2-Clause */
/* A congestion control of TCP whose functions are programs (struct_ops). It is registered by a
 * link, so that it goes with this process; for an instant Linux has it in its list, where nobody
 * asks for it by its name. */
#include <bpf/btf.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "linux/probe.h"
#include "spec/uapi.h"

/* What Linux registers (net/ipv4/bpf_tcp_ca.c): a counter and a state, then the struct itself. */
static const char holder[] = "bpf_struct_ops_tcp_congestion_ops", held[] = "tcp_congestion_ops";

/* The functions that a congestion control must have. */
static const char *const functions[] = {"ssthresh", "cong_avoid", "undo_cwnd"};

/* A member of one of the kernel's structs. */
struct place {
	u32 number; /* among the members */
	u32 offset; /* bytes */
};

static bool find_member(const struct btf *btf, u32 type, const char *name, struct place *place)
{
	const struct btf_type *t = btf__type_by_id(btf, type);

	for (u32 i = 0; t && i < btf_vlen(t); i++) {
		const struct btf_member *m = btf_members(t) + i;

		if (strcmp(btf__name_by_offset(btf, m->name_off), name) == 0) {
			*place = (struct place){i, btf_member_bit_offset(t, i) / 8};
			return true;
		}
	}
	return false;
}

/* Loads a program for each function and writes their descriptors where Linux looks for them; how
 * many were loaded, or -errno. */
static int load_all(struct skep_scene *scene, u32 struct_id, u8 *ops, int fds[])
{
	for (size_t i = 0; i < SKEP_COUNT(functions); i++) {
		struct place place;
		struct skep_scene_prog prog = {.type = BPF_PROG_TYPE_STRUCT_OPS};

		if (!find_member(scene->btf, struct_id, functions[i], &place))
			return skep_scene_note(scene, "BTF", -ENOENT);
		prog.attach = place.number;
		prog.target = held;
		fds[i] = skep_scene_load(scene, &prog);
		if (fds[i] < 0)
			return fds[i];
		memcpy(ops + place.offset, &fds[i], sizeof(fds[i]));
	}
	return 0;
}

/* Registers what a map holds, and takes it out again. */
static int register_map(struct skep_scene *scene, int map)
{
	struct skep_linux_link_attr attr = {.prog_fd = (u32)map, .attach_type = BPF_STRUCT_OPS};
	int link = skep_linux_link(&attr);

	if (link >= 0)
		close(link);
	return skep_scene_note(scene, "LINK_CREATE", link < 0 ? link : 0);
}

static int fill_and_register(struct skep_scene *scene, int map, const u8 *value)
{
	u32 key = 0;
	union bpf_attr attr = {
	    .map_fd = (u32)map, .key = (uintptr_t)&key, .value = (uintptr_t)value};
	int result = (int)skep_linux_bpf(BPF_MAP_UPDATE_ELEM, &attr, sizeof(attr));

	skep_scene_note(scene, "MAP_UPDATE_ELEM", result);
	return result < 0 ? result : register_map(scene, map);
}

/* The value with its programs; 0 or -errno. */
static int prepare(struct skep_scene *scene, u8 *value, int fds[])
{
	u32 holder_id = skep_scene_find(scene, holder, BTF_KIND_STRUCT);
	u32 struct_id = skep_scene_find(scene, held, BTF_KIND_STRUCT);
	struct place data, name;

	if (!find_member(scene->btf, holder_id, "data", &data) ||
	    !find_member(scene->btf, struct_id, "name", &name))
		return skep_scene_note(scene, "BTF", -ENOENT);
	memcpy(value + data.offset + name.offset, "skep_doctor", sizeof("skep_doctor"));
	return load_all(scene, struct_id, value + data.offset, fds);
}

SKEP_PROBE(skep_try_struct_ops)
{
	u32 id = skep_scene_find(scene, holder, BTF_KIND_STRUCT);
	s64 size = id ? btf__resolve_size(scene->btf, id) : -1;
	int fds[SKEP_COUNT(functions)] = {0}, result, map;
	u8 *value;

	(void)probe;
	if (size <= 0)
		return skep_scene_note(scene, "BTF", -ENOENT);
	value = skep_alloc((size_t)size);
	if (!value)
		return -ENOMEM;
	result = prepare(scene, value, fds);
	if (result >= 0) {
		result = map = skep_scene_map(scene, BPF_MAP_TYPE_STRUCT_OPS, BPF_F_LINK);
		if (map >= 0) {
			result = fill_and_register(scene, map, value);
			close(map);
		}
	}
	for (size_t i = 0; i < SKEP_COUNT(fds); i++)
		if (fds[i] > 0)
			close(fds[i]);
	skep_free(value);
	return result;
}

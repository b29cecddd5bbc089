/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/scene.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/btf.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "linux/pair.h"
#include "spec/spec.h"

/* ---- beginning and end */

static void cgroup_name(int id, char name[40])
{
	snprintf(name, 40, "skep-doctor-%d", id);
}

static int make_cgroup(int id)
{
	char name[40];
	int root = skep_linux_fs("cgroup2", NULL), fd;

	if (root < 0)
		return root;
	cgroup_name(id, name);
	if (mkdirat(root, name, 0700) < 0 && errno != EEXIST)
		fd = -errno;
	else
		fd = openat(root, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	close(root);
	return fd;
}

void skep_scene_clean(int id)
{
	char name[40];
	int root = skep_linux_fs("cgroup2", NULL);

	if (root < 0)
		return;
	cgroup_name(id, name);
	unlinkat(root, name, AT_REMOVEDIR);
	close(root);
}

static void make_network(struct skep_scene *scene)
{
	int error = 0;

	if (unshare(CLONE_NEWNET) < 0)
		error = errno;
	else
		error = -skep_pair_add("skep0", "skep1");
	scene->no_network = error;
	if (error)
		return;
	skep_interface_up("lo");
	scene->interface = if_nametoindex("skep0");
	scene->netns = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
}

void skep_scene_init(struct skep_scene *scene, const struct skep_linux_facts *facts, int id)
{
	*scene = (struct skep_scene){.facts = facts, .netns = -1};
	libbpf_set_print(NULL);
	make_network(scene);
	scene->cgroup = make_cgroup(id);
	if (scene->cgroup < 0) {
		scene->no_cgroup = -scene->cgroup;
		scene->cgroup = -1;
	}
	scene->btf = btf__load_vmlinux_btf();
}

void skep_scene_fini(struct skep_scene *scene)
{
	btf__free(scene->btf);
	if (scene->cgroup >= 0)
		close(scene->cgroup);
	if (scene->netns >= 0)
		close(scene->netns);
}

int skep_scene_note(struct skep_scene *scene, const char *call, int result)
{
	scene->call = call;
	return result;
}

/* ---- programs */

/* What programs that BTF describes are for if nothing is said. The attach type of struct_ops is the
 * number of a member. */
static const struct {
	u32 type, attach, kind;
	const char *name;
} targets[] = {
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_RAW_TP, BTF_KIND_TYPEDEF, "btf_trace_sched_switch"},
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_ITER, BTF_KIND_FUNC, "bpf_iter_task"},
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_FENTRY, BTF_KIND_FUNC, "security_file_permission"},
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_FEXIT, BTF_KIND_FUNC, "security_file_permission"},
    {BPF_PROG_TYPE_TRACING, BPF_MODIFY_RETURN, BTF_KIND_FUNC, "security_file_permission"},
    {BPF_PROG_TYPE_LSM, BPF_LSM_MAC, BTF_KIND_FUNC, "bpf_lsm_file_open"},
    {BPF_PROG_TYPE_LSM, BPF_LSM_CGROUP, BTF_KIND_FUNC, "bpf_lsm_socket_post_create"},
    {BPF_PROG_TYPE_STRUCT_OPS, 0, BTF_KIND_STRUCT, "tcp_congestion_ops"},
};

u32 skep_scene_find(struct skep_scene *scene, const char *name, u32 kind)
{
	s32 id = scene->btf ? btf__find_by_name_kind(scene->btf, name, kind) : -1;

	return id > 0 ? (u32)id : 0;
}

static u32 find_target(struct skep_scene *scene, const struct skep_scene_prog *prog)
{
	for (size_t i = 0; i < SKEP_COUNT(targets); i++)
		if (targets[i].type == prog->type &&
		    (targets[i].attach == prog->attach || prog->type == BPF_PROG_TYPE_STRUCT_OPS))
			return skep_scene_find(scene, prog->target ? prog->target : targets[i].name,
					       targets[i].kind);
	return 0;
}

int skep_scene_load_code(struct skep_scene *scene, const struct skep_scene_prog *prog,
			 const struct bpf_insn *insns, u32 count)
{
	const struct skep_prog_row *row = skep_prog_row(prog->type);
	struct skep_linux_prog load = {.type = prog->type,
				       .attach = prog->attach,
				       .btf_id = find_target(scene, prog),
				       .insns = insns,
				       .count = count,
				       .log = scene->log,
				       .log_size = SKEP_SCENE_LOG};

	if (row && row->traits & SKEP_PROG_T_ALWAYS_SLEEPS)
		load.flags = BPF_F_SLEEPABLE;
	scene->log[0] = '\0';
	scene->btf_id = load.btf_id;
	return skep_scene_note(scene, "PROG_LOAD", skep_linux_load(&load));
}

int skep_scene_load(struct skep_scene *scene, const struct skep_scene_prog *prog)
{
	struct skep_ret_range range = skep_prog_ret_range(prog->type, prog->attach);
	struct bpf_insn insns[] = {
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K},
	    {.code = BPF_JMP | BPF_EXIT},
	};

	/* What lets everything through; an iterator that returns 1 wants to be called again. */
	insns[0].imm = range.checked ? (range.max < 1 ? range.max : 1) : 0;
	if (prog->attach == BPF_TRACE_ITER && prog->type == BPF_PROG_TYPE_TRACING)
		insns[0].imm = 0;
	if (prog->type == BPF_PROG_TYPE_XDP)
		insns[0].imm = XDP_PASS;
	return skep_scene_load_code(scene, prog, insns, SKEP_COUNT(insns));
}

/* ---- maps */

/* BTF of a map whose key is an int and whose value is an array of bytes. */
static int plain_btf(u32 value)
{
	struct btf *btf = btf__new_empty();
	int number, byte, fd = -ENOMEM;

	if (!btf)
		return fd;
	number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	byte = btf__add_int(btf, "char", 1, BTF_INT_SIGNED);
	btf__add_array(btf, number, byte, value);
	fd = btf__load_into_kernel(btf) == 0 ? dup(btf__fd(btf)) : -errno;
	btf__free(btf);
	return fd;
}

static u32 smallest(const struct skep_map_sizes *sizes, u32 wanted)
{
	return sizes->min < wanted && sizes->max >= wanted ? wanted : sizes->min;
}

static u32 entries_of(const struct skep_map_row *row)
{
	if (row->traits & SKEP_MAP_NO_ENTRIES)
		return 0;
	return row->traits & SKEP_MAP_PAGES ? (u32)sysconf(_SC_PAGESIZE) : 1;
}

/* The kernel's own type of what a struct_ops map holds. */
static void name_struct_ops(struct skep_scene *scene, union bpf_attr *attr)
{
	u32 id = skep_scene_find(scene, "bpf_struct_ops_tcp_congestion_ops", BTF_KIND_STRUCT);

	attr->btf_key_type_id = 0;
	attr->btf_value_type_id = 0;
	attr->btf_vmlinux_value_type_id = id;
	attr->value_size = id ? (u32)btf__resolve_size(scene->btf, id) : 0;
}

int skep_scene_map(struct skep_scene *scene, u32 type, u32 flags)
{
	const struct skep_map_row *row = skep_map_row(type);
	union bpf_attr attr = {.map_type = type,
			       .key_size = smallest(&row->key, 4),
			       .value_size = smallest(&row->value, 8),
			       .max_entries = entries_of(row),
			       .map_flags = row->required | flags};
	int inner = -1, btf = -1, fd;

	if (row->traits & SKEP_MAP_OF_MAPS) {
		inner = skep_scene_map(scene, BPF_MAP_TYPE_ARRAY, 0);
		if (inner < 0)
			return inner;
		attr.inner_map_fd = (u32)inner;
	}
	if (row->traits & SKEP_MAP_BTF) {
		btf = plain_btf(attr.value_size);
		if (btf < 0)
			return skep_scene_note(scene, "BTF_LOAD", btf);
		attr.btf_fd = (u32)btf;
		attr.btf_key_type_id = 1;
		attr.btf_value_type_id = 3;
	}
	if (type == BPF_MAP_TYPE_STRUCT_OPS)
		name_struct_ops(scene, &attr);
	fd = (int)skep_linux_bpf(BPF_MAP_CREATE, &attr, sizeof(attr));
	if (inner >= 0)
		close(inner);
	if (btf >= 0)
		close(btf);
	return skep_scene_note(scene, "MAP_CREATE", fd);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* What MAP_CREATE takes, by the rows of spec/maps.def. Linux asks in this order: what holds for all
 * types; what the type's own check says; the token; and for some types only then what their flags
 * and sizes are, when they are made. */
#include "syscall/map_rules.h"

#include <bpf/btf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "map/map.h"
#include "prog/kernel.h"
#include "spec/spec.h"

/* Offsets in attr of descriptors. */
enum { MODULE = 72, TOKEN = 76 };

enum { LOOPBACK = 1 }; /* number of the interface */

/* ---- sizes */

/* Stacks of 127 frames at most: addresses, or where they lie in which file. */
static struct skep_map_sizes value_sizes(const struct skep_map_row *row, u32 flags)
{
	u32 size = sizeof(struct bpf_stack_build_id);
	bool by_file = row->type == BPF_MAP_TYPE_STACK_TRACE && flags & BPF_F_STACK_BUILD_ID;

	return by_file ? (struct skep_map_sizes){size, 127 * size, size} : row->value;
}

/* A size above the largest one has an errno of its own where there is a range of them. */
static bool is_range(const struct skep_map_row *row, const struct skep_map_sizes *sizes)
{
	return sizes->max != sizes->min && sizes->step == 1 && row->type != BPF_MAP_TYPE_LPM_TRIE;
}

static bool is_size(const struct skep_map_row *row, const struct skep_map_sizes *sizes, u32 size)
{
	if (size > sizes->max)
		return is_range(row, sizes);
	return size >= sizes->min && (size - sizes->min) % sizes->step == 0;
}

static int check_sizes(const struct skep_map_row *row, const union bpf_attr *attr)
{
	struct skep_map_sizes value = value_sizes(row, attr->map_flags);

	return is_size(row, &row->key, attr->key_size) && is_size(row, &value, attr->value_size)
		   ? 0
		   : -EINVAL;
}

/* Of sizes that are not too small. */
static int check_largest(const struct skep_map_row *row, const union bpf_attr *attr)
{
	u64 both = (u64)attr->key_size + attr->value_size;
	bool large = attr->key_size > row->key.max ||
		     attr->value_size > value_sizes(row, attr->map_flags).max ||
		     (row->both_max && both > row->both_max);

	return large ? -E2BIG : 0;
}

/* ---- flags and entries */

static bool has_both(u32 flags, u32 pair)
{
	return (flags & pair) == pair;
}

static int check_flags(const struct skep_map_row *row, const union bpf_attr *attr)
{
	u32 flags = attr->map_flags, known = row->flags;
	bool wrong;

	if (row->traits & SKEP_MAP_LRU)
		known |= BPF_F_NO_PREALLOC | BPF_F_NUMA_NODE;
	wrong = flags & ~known || (flags & row->required) != row->required ||
		has_both(flags, BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG) ||
		has_both(flags, BPF_F_MMAPABLE | BPF_F_INNER_MAP);
	if (wrong)
		return -EINVAL;
	if (row->traits & SKEP_MAP_LRU && flags & BPF_F_NO_PREALLOC)
		return -SKEP_ENOTSUPP;
	return flags & ~row->flags ? -EINVAL : 0;
}

/* As many CPUs as the kernel that runs could have. */
static u32 count_cpus(void)
{
	FILE *file = fopen("/sys/devices/system/cpu/kernel_max", "re");
	u32 last = 0;
	bool ok = file && fscanf(file, "%u", &last) == 1;

	if (file)
		fclose(file);
	return ok ? last + 1 : UINT32_MAX;
}

static int check_entries(const struct skep_map_row *row, const union bpf_attr *attr)
{
	u32 page = (u32)sysconf(_SC_PAGESIZE), entries = attr->max_entries;

	if (row->traits & SKEP_MAP_NO_ENTRIES)
		return entries ? -EINVAL : 0;
	if (row->traits & SKEP_MAP_PAGES)
		return entries && !(entries & (entries - 1)) && entries % page == 0 ? 0 : -EINVAL;
	if (row->type == BPF_MAP_TYPE_STRUCT_OPS)
		return entries == 1 ? 0 : -EINVAL;
	if (row->type == BPF_MAP_TYPE_CPUMAP && entries > count_cpus())
		return -E2BIG;
	return entries ? 0 : -EINVAL;
}

static int check_type(const struct skep_map_row *row, const union bpf_attr *attr)
{
	int error;

	if (row->traits & SKEP_MAP_LARGE_FIRST)
		return check_sizes(row, attr)
			   ?: check_largest(row, attr)
				  ?: check_flags(row, attr) ?: check_entries(row, attr);
	error = check_flags(row, attr);
	return error ?: check_sizes(row, attr) ?: check_entries(row, attr) ?: check_largest(row, attr);
}

/* ---- what holds for all types */

static bool is_extra(const union bpf_attr *attr)
{
	u64 page = (u64)sysconf(_SC_PAGESIZE);

	if (attr->map_type == BPF_MAP_TYPE_ARENA)
		return attr->map_extra % page == 0;
	return !attr->map_extra || attr->map_type == BPF_MAP_TYPE_BLOOM_FILTER;
}

static bool is_typed(const union bpf_attr *attr)
{
	bool ops = attr->map_type == BPF_MAP_TYPE_STRUCT_OPS;

	if (attr->btf_vmlinux_value_type_id || ops)
		return ops && attr->btf_vmlinux_value_type_id && !attr->btf_key_type_id &&
		       !attr->btf_value_type_id;
	if (skep_map_row(attr->map_type)->traits & SKEP_MAP_BTF)
		return attr->btf_key_type_id && attr->btf_value_type_id;
	return !attr->btf_key_type_id || attr->btf_value_type_id;
}

static int check_all(const struct skep_bpf_call *call)
{
	const union bpf_attr *attr = &call->attr;
	const struct skep_map_row *row = skep_map_row(attr->map_type);
	u32 kernel = call->skep->config.kernel;

	if (!row || (kernel && row->since > kernel))
		return -EINVAL;
	if (!is_typed(attr) || !is_extra(attr) ||
	    has_both(attr->map_flags, BPF_F_RDONLY | BPF_F_WRONLY))
		return -EINVAL;
	return attr->map_flags & BPF_F_NUMA_NODE && !skep_map_is_node((s32)attr->numa_node)
		   ? -EINVAL
		   : 0;
}

/* Operations of a struct of the kernel's, or of a module's. */
static int check_operations(struct skep_bpf_call *call)
{
	static const char prefix[] = "bpf_struct_ops_";
	const struct skep_kernel *kernel = skep_system_kernel(call->skep);
	const struct btf *btf = kernel ? skep_kernel_btf(kernel) : NULL;
	const struct btf_type *t =
	    btf ? btf__type_by_id(btf, call->attr.btf_vmlinux_value_type_id) : NULL;
	const char *name = t ? btf__name_by_offset(btf, t->name_off) : "";

	if (call->attr.map_flags & BPF_F_VTYPE_BTF_OBJ_FD)
		return skep_call_token(call, MODULE);
	if (!t || !btf_is_struct(t) || strncmp(name, prefix, sizeof(prefix) - 1) != 0)
		return -SKEP_ENOTSUPP;
	return call->attr.value_size == t->size ? 0 : -EINVAL;
}

/* Maps of devices that programs are offloaded to: the loopback interface has none, and others are
 * not known. */
static int check_device(const union bpf_attr *attr)
{
	bool may = attr->map_type == BPF_MAP_TYPE_ARRAY || attr->map_type == BPF_MAP_TYPE_HASH;

	return may && attr->map_ifindex == LOOPBACK ? -EOPNOTSUPP : -EINVAL;
}

/* What is said before the token. */
static int check_early(const struct skep_map_row *row, const union bpf_attr *attr)
{
	if (row->type == BPF_MAP_TYPE_BLOOM_FILTER && attr->value_size > row->value.max)
		return -E2BIG;
	return row->traits & SKEP_MAP_LATE ? 0 : check_type(row, attr);
}

int skep_map_check(struct skep_bpf_call *call)
{
	const struct skep_map_row *row = skep_map_row(call->attr.map_type);
	bool token = call->attr.map_flags & SKEP_TOKEN;
	int error;

	call->attr.map_flags &= ~(u32)SKEP_TOKEN;
	error = check_all(call) ?: check_early(row, &call->attr);
	if (!error && token)
		error = skep_call_token(call, TOKEN);
	if (!error && call->attr.map_ifindex)
		error = check_device(&call->attr);
	if (error)
		return error;
	if (row->type == BPF_MAP_TYPE_STRUCT_OPS)
		return check_operations(call);
	return row->traits & SKEP_MAP_LATE ? check_type(row, &call->attr) : 0;
}

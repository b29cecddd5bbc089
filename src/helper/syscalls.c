/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of syscall programs: calls of bpf(2) to the system that runs the program, as loaders that
 * are programs make them. Descriptors are those of this process: where another process has the
 * program run, it could not be given any, and -EPERM says so. */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <unistd.h>

#include "helper/do.h"

static u64 result(long error)
{
	return (u64)error;
}

/* Linux lets programs make these calls alone. */
static bool is_allowed(int cmd)
{
	static const u64 allowed =
	    1ULL << BPF_MAP_CREATE | 1ULL << BPF_MAP_DELETE_ELEM | 1ULL << BPF_MAP_UPDATE_ELEM |
	    1ULL << BPF_MAP_FREEZE | 1ULL << BPF_MAP_GET_FD_BY_ID | 1ULL << BPF_PROG_LOAD |
	    1ULL << BPF_BTF_LOAD | 1ULL << BPF_LINK_CREATE | 1ULL << BPF_RAW_TRACEPOINT_OPEN;

	return cmd >= 0 && cmd < 64 && allowed >> cmd & 1;
}

u64 skep_do_sys_bpf(HELPER_ARGS)
{
	const struct skep_services *services = skep_env(run)->services;

	UNUSED_4;
	if (!is_allowed((int)r1))
		return result(-EINVAL);
	if (skep_env(run)->client || !services->bpf)
		return result(-EPERM);
	return result(services->bpf(services->system, (int)r1, skep_pointer(r2), (u32)r3));
}

u64 skep_do_sys_close(HELPER_ARGS)
{
	UNUSED_2;
	if (skep_env(run)->client)
		return result(-EPERM);
	return result(close((int)r1) ? -errno : 0);
}

/* A name with its NUL. */
static bool is_name(const char *name, u32 size)
{
	return size > 1 && !name[size - 1];
}

u64 skep_do_btf_find_by_name_kind(HELPER_ARGS)
{
	const struct skep_services *services = skep_env(run)->services;
	const char *name = skep_pointer(r1);
	u32 id;

	(void)r5;
	if (r4 || !is_name(name, (u32)r2))
		return result(-EINVAL);
	id = services->find_type ? services->find_type(services->system, name, (u32)r3) : 0;
	return id ? id : result(-ENOENT);
}

/* No symbol has an address here. */
u64 skep_do_kallsyms_lookup_name(HELPER_ARGS)
{
	u64 *address = skep_pointer(r4);

	(void)run, (void)r5;
	*address = 0;
	return result(r3 || !is_name(skep_pointer(r1), (u32)r2) ? -EINVAL : -ENOENT);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/sys.h"

#include <assert.h>
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

static_assert(offsetof(struct skep_linux_link_attr, tcx.revision) == 24, "LINK_CREATE");
static_assert(offsetof(struct skep_linux_link_attr, uprobe_multi.count) == 48, "LINK_CREATE");
static_assert(offsetof(struct skep_linux_link_attr, iter.info_size) ==
		  offsetof(union bpf_attr, link_create.iter_info_len),
	      "LINK_CREATE");
static_assert(offsetof(struct skep_linux_query_attr, link_ids) == 40, "PROG_QUERY");

long skep_linux_bpf(int cmd, void *attr, size_t size)
{
	long result = syscall(SYS_bpf, cmd, attr, size);

	return result < 0 ? -errno : result;
}

int skep_linux_load(const struct skep_linux_prog *prog)
{
	union bpf_attr attr = {.prog_type = prog->type,
			       .insns = (uintptr_t)prog->insns,
			       .insn_cnt = prog->count,
			       .license = (uintptr_t) "GPL",
			       .log_level = prog->log ? 1 : 0,
			       .log_size = prog->log ? prog->log_size : 0,
			       .log_buf = (uintptr_t)prog->log,
			       .prog_flags = prog->flags,
			       .expected_attach_type = prog->attach,
			       .prog_btf_fd = prog->btf_fd,
			       .attach_btf_id = prog->btf_id};

	if (prog->functions) {
		attr.func_info = (uintptr_t)prog->functions;
		attr.func_info_rec_size = sizeof(*prog->functions);
		attr.func_info_cnt = prog->function_count;
	}
	attr.attach_prog_fd = prog->attach_fd;
	attr.fd_array = (uintptr_t)prog->fds;
	return (int)skep_linux_bpf(BPF_PROG_LOAD, &attr, sizeof(attr));
}

int skep_linux_link(const struct skep_linux_link_attr *attr)
{
	struct skep_linux_link_attr copy = *attr;

	return (int)skep_linux_bpf(BPF_LINK_CREATE, &copy, sizeof(copy));
}

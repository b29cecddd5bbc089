/* SPDX-License-Identifier: BSD-2-Clause */
/* bpf(2) of Linux without libbpf between: for what libbpf of Debian 12 does not know yet, and where
 * the errno itself is what is asked for. All functions are thread-safe. */
#ifndef SKEP_LINUX_SYS_H
#define SKEP_LINUX_SYS_H

#include "base/types.h"
#include "spec/uapi.h"

/* LINK_CREATE as Linux 6.18 reads it: the header of 6.1 lacks the last kinds. */
struct skep_linux_link_attr {
	u32 prog_fd;
	u32 target; /* descriptor or interface number */
	u32 attach_type;
	u32 flags;
	union {
		struct {
			u64 path, offsets, ref_ctr_offsets, cookies; /* addresses */
			u32 count, flags, pid;
		} uprobe_multi;
		struct {
			u32 flags, count;
			u64 symbols, addresses, cookies; /* addresses of arrays */
		} kprobe_multi;
		struct {
			u32 family, hook;
			s32 priority;
			u32 flags;
		} netfilter;
		struct {
			u32 relative, unused;
			u64 revision;
		} tcx;
		struct {
			u64 info; /* address of a union bpf_iter_link_info */
			u32 info_size;
		} iter;
		u32 btf_id;
	};
};

/* PROG_QUERY of an interface's tcx programs (Linux 6.6). */
struct skep_linux_query_attr {
	u32 target; /* interface number */
	u32 attach_type;
	u32 query_flags, attach_flags;
	u64 prog_ids; /* addresses of arrays of u32 */
	u32 count, unused;
	u64 prog_attach_flags, link_ids, link_attach_flags, revision;
};

/* A program to load; what is 0 is not said. */
struct skep_linux_prog {
	u32 type, attach;
	u32 btf_id;    /* of the kernel's function or type that it is for */
	u32 attach_fd; /* program that it replaces */
	u32 flags;
	const struct bpf_insn *insns;
	u32 count;
	u32 btf_fd;
	const struct bpf_func_info *functions;
	u32 function_count;
	const int *fds; /* of maps that instructions name by index; NULL */
	char *log;	/* NULL: not wanted */
	u32 log_size;
};

/* bpf(2): the result or -errno. */
long skep_linux_bpf(int cmd, void *attr, size_t size);

/* Loads under the GPL; the descriptor or -errno. */
int skep_linux_load(const struct skep_linux_prog *prog);

/* The descriptor of a link or -errno. */
int skep_linux_link(const struct skep_linux_link_attr *attr);

#endif

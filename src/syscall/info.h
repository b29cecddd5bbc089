/* SPDX-License-Identifier: BSD-2-Clause */
/* What OBJ_GET_INFO_BY_FD tells: one function a kind of entity. Private to the room. */
#ifndef SKEP_SYSCALL_INFO_H
#define SKEP_SYSCALL_INFO_H

#include "syscall/system.h"

/* The caller's info as it came in; bytes behind `size` must be zero. -errno. */
int skep_info_read(const struct skep_bpf_call *call, void *info, u32 size);

/* Copies an info as far as there is room, and tells how much that is; -errno. */
int skep_info_answer(const struct skep_bpf_call *call, const void *info, u32 size);

/* A list that is told beside an info. */
struct skep_info_list {
	u64 to;		  /* the caller's address */
	const void *data; /* NULL: there is none */
	u32 count, size;  /* elements, bytes of each */
};

/* Copies as much of a list as *room says there is room for, and puts its length there; -errno. */
int skep_info_list(const struct skep_bpf_call *call, const struct skep_info_list *list, u32 *room);

int skep_info_prog(const struct skep_bpf_call *call, const struct skep_prog_entity *e);
int skep_info_link(const struct skep_bpf_call *call, const struct skep_link_entity *e);

#endif

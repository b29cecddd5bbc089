/* SPDX-License-Identifier: BSD-2-Clause */
/* What OBJ_GET_INFO_BY_FD tells: one function a kind of entity. Private to the room. */
#ifndef SKEP_SYSCALL_INFO_H
#define SKEP_SYSCALL_INFO_H

#include "base/buffer.h"
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

/* struct bpf_link_info as Linux 6.18 has it, of links that are offered. */
struct skep_link_info {
	u32 type, id, prog_id, unused;
	union {
		struct {
			u64 name;
			u32 length, unused;
			u64 cookie;
		} tracepoint;
		struct {
			u32 attach_type, object, function, unused;
			u64 cookie;
		} function;
		struct {
			u32 kind, unused;
			u64 name;	    /* of a counter: its config */
			u32 length, offset; /* ...: its type */
			union {
				u64 cookie; /* of a tracepoint or counter */
				struct {
					u64 address, missed, cookie;
				} kernel;
				struct {
					u64 cookie, counter;
				} user;
			};
		} perf;
		struct {
			u64 addresses;
			u32 count, flags;
			u64 missed, cookies;
		} functions;
		struct {
			u64 path, offsets, counters, cookies;
			u32 length, count, flags, pid;
		} places;
		struct {
			u64 id;
			u32 attach_type;
		} cgroup;
		struct {
			u32 target, attach_type;
		} device; /* xdp, tcx, netns */
		u32 hook[4];
		u8 all[48];
	};
};

/* What is told of a link to events of the host: fields of an info, and lines of
 * fdinfo. The system's mutex is held. */
int skep_info_trace(const struct skep_bpf_call *call, const struct skep_link_entity *e,
		    struct skep_link_info *info);
void skep_info_trace_lines(struct skep_buffer *b, const struct skep_link_entity *e);

/* A descriptor from which a text can be read, from its beginning; -errno. */
int skep_text_open(const struct skep_buffer *b);

int skep_info_prog(const struct skep_bpf_call *call, const struct skep_prog_entity *e);
int skep_info_link(const struct skep_bpf_call *call, const struct skep_link_entity *e);

#endif

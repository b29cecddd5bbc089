/* SPDX-License-Identifier: BSD-2-Clause */
/* The formats of bpf_snprintf() and bpf_trace_printk(). They are read twice, as Linux does it:
 * packing copies what the arguments are, texts and addresses of networks included, into a block of
 * limited size; printing walks the format again and takes the arguments from the block. Private to
 * the room. */
#ifndef SKEP_HELPER_FORMAT_H
#define SKEP_HELPER_FORMAT_H

#include <sys/types.h>

#include "spec/format.h"

enum { SKEP_FORMAT_BLOCK = 512 /* bytes */ };

struct skep_format {
	const char *text; /* borrowed; its NUL lies within what skep_format_pack() was told */
	pid_t client;	  /* whose memory %pus reads; 0: this process */
	_Alignas(u64) u8 block[SKEP_FORMAT_BLOCK];
};

/* Checks a format of at most `size` bytes, and packs its arguments. -EINVAL: it has no NUL, or
 * something that it may not have, or wants more arguments; -ENOSPC: the block is full. */
SKEP_MUST_USE int skep_format_pack(struct skep_format *f, u64 size, const u64 *args, u32 count);

/* Prints what was packed as snprintf(3) does, and returns what it returns. */
int skep_format_print(const struct skep_format *f, char *to, u64 room);

#endif

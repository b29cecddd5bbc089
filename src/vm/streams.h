/* SPDX-License-Identifier: BSD-2-Clause */
/* The streams of a program: texts that its runs write (bpf_stream_vprintk) and that somebody reads
 * by its descriptor. May be used from several threads at once. */
#ifndef SKEP_VM_STREAMS_H
#define SKEP_VM_STREAMS_H

#include "base/types.h"

enum {
	SKEP_STREAMS = 2,	    /* 1 for what it says, 2 for errors */
	SKEP_STREAM_LIMIT = 100000, /* bytes that nobody has read yet, fewer than that */
};

struct skep_streams;

/* NULL if memory ran out. */
SKEP_MUST_USE struct skep_streams *skep_streams_new(void);
void skep_streams_free(struct skep_streams *s);

/* Appends to a stream; -ENOENT: there is none of that number, -ENOSPC: it is full, -ENOMEM. */
int skep_streams_write(struct skep_streams *s, s32 number, const char *text, size_t length);

/* Takes at most `size` bytes from the beginning of a stream that there is: how many. */
size_t skep_streams_take(struct skep_streams *s, u32 number, char *to, size_t size);

#endif

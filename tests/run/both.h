/* SPDX-License-Identifier: BSD-2-Clause */
/* One program on one packet, in skep's engines and in Linux: everything that comes back, as text.
 * Linux runs in a network namespace of the test's own, where the loopback interface is up. */
#ifndef SKEP_TESTS_RUN_BOTH_H
#define SKEP_TESTS_RUN_BOTH_H

#include <linux/bpf.h>

#include "base/types.h"

enum { BOTH_OUT = 256, BOTH_ANSWER = 1 << 18 };

struct question {
	u32 type, attach; /* BPF_... */
	u32 load_flags;	  /* BPF_F_XDP_HAS_FRAGS, BPF_F_SLEEPABLE */
	/* Of the program, as skep_prog_parse has it. map[out][0] are BOTH_OUT bytes of memory that
	 * the answer shows, map[dev], map[devhash] and map[cpu] are what redirect_map takes:
	 * device 1 is at key 1. kfunc[NAME] is a function of the kernel. */
	const char *text;
	const u8 *packet;
	u32 packet_size;
	u8 context[256];
	u32 context_size; /* 0: none is given */
	bool wants_context, no_data_out;
	u32 flags, repeat, cpu, batch;
	u32 data_out, context_out; /* room for them; 0: enough */
	/* data_in, data_out, ctx_in, ctx_out: 1 makes the address NULL, 2 one that is nobody's */
	u8 spoils[4];
	bool shows_all; /* also what is written where a call fails */
};

/* A side that can be asked; `mode` is enum skep_code_mode. */
struct side;
struct side *side_linux(void); /* NULL: it cannot be asked, with errno */
struct side *side_skep(u32 mode);
void side_free(struct side *side);

/* What a side answers, as lines of text that are valid until it is asked again. `hides` says which
 * words of map[out] (a bit each) are nobody's to compare. */
const char *side_ask(struct side *side, const struct question *q, u64 hides);

/* The last log of a program that was refused. */
const char *side_log(const struct side *side);

#endif

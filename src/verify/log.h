/* SPDX-License-Identifier: BSD-2-Clause */
/* The verifier's log, in the shape that Linux gives it: instructions with what they leave in
 * registers, and the closing line that libbpf, bpftool and veristat read. */
#ifndef SKEP_VERIFY_LOG_H
#define SKEP_VERIFY_LOG_H

#include "verify/walk.h"

/* A register as the log shows it: "scalar(umax=255)", "pkt(id=1,off=14,r=34)", "fp-8". */
void skep_log_reg(struct skep_buffer *b, const struct skep_reg *r);

/* "R1=ctx() R10=fp0 fp-8=mmmmmmmm": what is known in the innermost frame. */
void skep_log_state(struct skep_buffer *b, const struct skep_vstate *s);

/* The source line that an instruction is the first of, or NULL. */
const struct skep_verify_line *skep_log_line(const struct skep_verify_input *in, u32 insn);

/* The source line that an instruction belongs to, or NULL. */
const struct skep_verify_line *skep_log_line_of(const struct skep_verify_input *in, u32 insn);

/* What changes from one instruction to the next: a watcher of a walk that writes to `b`. */
struct skep_log_watch {
	struct skep_watch watch;
	struct skep_buffer *b;
	struct skep_frame before;
	u32 depth;
	bool begun;
};
void skep_log_watch_init(struct skep_log_watch *l, struct skep_buffer *b);

/* "processed 12 insns (limit 1000000) max_states_per_insn 0 ..." */
void skep_log_stats(struct skep_buffer *b, const struct skep_verify_stats *stats, u64 budget);

#endif

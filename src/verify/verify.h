/* SPDX-License-Identifier: BSD-2-Clause */
/* The verifier: decides whether a program is safe to run, as Linux does, and says why not.
 *
 * Functions of this header may be called from several threads, each with its own data. */
#ifndef SKEP_VERIFY_H
#define SKEP_VERIFY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "prog/fact.h"
#include "prog/kernel.h"
#include "prog/map.h"
#include "spec/spec.h"

struct bpf_insn;
struct btf;

/* A function of the program, as its BTF has it. */
struct skep_verify_func {
	u32 start;   /* slot number of its first instruction */
	u32 type_id; /* BTF_KIND_FUNC */
};

/* Where an instruction comes from. */
struct skep_verify_line {
	u32 insn;	  /* the first slot that it covers */
	const char *file; /* borrowed from the BTF */
	const char *text;
	u32 line, column; /* from 1 */
	u32 indent;	  /* blanks before the text in its line */
};

/* What is verified; all of it borrowed for the call. Maps are named by their number: instructions
 * have BPF_PSEUDO_MAP_IDX(_VALUE) in place of descriptors. */
struct skep_verify_input {
	const struct bpf_insn *insns;
	u32 count;
	u32 prog_type;	 /* BPF_PROG_TYPE_... */
	u32 attach_type; /* BPF_... of enum bpf_attach_type, 0 where the type has none */
	bool gpl;	 /* the licence is compatible with the GPL */
	bool sleepable;
	const struct skep_map_desc *const *maps;
	u32 map_count;
	const struct btf *btf; /* of the program; NULL: none */
	const struct skep_verify_func
	    *funcs; /* in the order of `start`; as many as functions, or 0 */
	u32 func_count;
	const struct skep_verify_line *lines; /* in the order of `insn` */
	u32 line_count;
	const struct skep_kernel *kernel; /* types of the kernel it will run in; NULL: none known */
	u32 attach_btf_id;		  /* of the function or tracepoint it is attached to */
};

struct skep_verify_options {
	u32 kernel;	 /* whose helpers, features and limits: 601 is 6.1; 0: the newest known */
	bool no_perfmon; /* without CAP_PERFMON: no pointer leaks, no uninitialised stack */
	bool no_bpf;	 /* without CAP_BPF: 4096 instructions, no loops besides */
	bool beyond;	 /* accept what is proved, though Linux does not see it */
	bool strict_alignment;	 /* BPF_F_STRICT_ALIGNMENT */
	u32 log_level;		 /* BPF_LOG_...: 1 the failing path, 2 all paths, 4 statistics */
	struct skep_buffer *log; /* where the log goes, without its end; NULL: nowhere */
	u64 budget;		 /* instructions visited at most; 0: 1,000,000 */
	u32 reasons;		 /* how many refusals are told with their reasons; 0: none */
	bool trail;		 /* of a refusal, the path to it is told (verdict->trail) */
	bool tally;		 /* verdict->tallies is wanted */
};

struct skep_verify_stats {
	u64 visited; /* instructions */
	u64 states;  /* stored */
	u64 peak_states;
	u64 pruned;
	u32 max_states_per_insn;
	u32 longest_path;
	u32 stack_depth; /* bytes, with all functions that are called */
	u32 context_end; /* bytes of the context up to the last that may be touched */
	size_t memory;	 /* bytes, at the most */
	bool one_attach; /* it returns what programs at its attach type alone may return */
};

/* What the exploration did at an instruction. */
struct skep_verify_tally {
	u64 visits;	    /* how often a path was followed over it */
	u32 states, pruned; /* stored there; paths that ended there, a state having been known */
};

enum skep_rule {
#define RULE(name, ...) SKEP_RULE_##name,
#include "verify/rules.def"
	SKEP_RULE_COUNT
};

/* One step of the way to a refusal. */
struct skep_reason_step {
	u32 insn;
	const char *note; /* what is known behind it */
};

/* Why a program is refused. All of it is owned by the verdict. */
struct skep_reason {
	enum skep_rule rule;
	struct skep_diag d; /* the sentence, the instruction, what helps */
	const struct skep_reason_step
	    *steps; /* where the value came from and what was tested, in order */
	u32 step_count;
	const char
	    *lost; /* the check that looks sufficient, and why it is not; NULL: there is none */
	u32 lost_insn;
	const char *fix; /* a check that was tried before the instruction; NULL: none is known */
	bool fix_passes; /* the program is accepted with it (and those of the other reasons) */
	bool fix_fails;	 /* it is refused at the same instruction with it */
};

struct skep_verdict {
	bool accepted;
	enum skep_rule rule; /* if not: the class of the reason */
	struct skep_verify_stats stats;
	/* One a slot, owned. Of a refusal with a trail or tallies, what was true on all paths that
	 * were followed; of others NULL. */
	struct skep_fact *facts;
	u32 handler; /* of exceptions: the slot where it begins; 0: there is none */
	struct skep_verify_tally
	    *tallies;	  /* one a slot; NULL: not wanted, or no path was followed */
	const u32 *trail; /* the instructions on the path to the first refusal, which is the last */
	u32 trail_count;  /* 0: there is none, or it begins in a function */
	struct skep_reason *reasons; /* owned; independent ones, as many as were asked for */
	u32 reason_count;
	struct skep_arena arena; /* of the reasons */
};

/* Decides. False with *d set if the program is refused (the place is the instruction) or memory ran
 * out (SKEP_E_NOMEM). *verdict is filled in either case, and freed with skep_verdict_fini. */
SKEP_MUST_USE bool skep_verify(const struct skep_verify_input *in,
			       const struct skep_verify_options *options,
			       struct skep_verdict *verdict, struct skep_diag *d);
void skep_verdict_fini(struct skep_verdict *verdict);

/* Appends the line that ends a log, "processed 12 insns ...", behind what else is to be in it. */
void skep_verify_log_end(const struct skep_verify_options *options,
			 const struct skep_verdict *verdict);

/* Appends what is known of a refusal but for its sentence, in lines. `in` is what was verified. */
void skep_reason_print(struct skep_buffer *b, const struct skep_verify_input *in,
		       const struct skep_reason *reason);

/* Appends an instruction as the log has it. `insn` is one of the program. */
void skep_reason_insn(struct skep_buffer *b, const struct skep_verify_input *in, u32 insn);

/* Appends what the facts say of an instruction, in words; nothing if no more than that it is
 * reached. */
void skep_fact_text(struct skep_buffer *b, const struct skep_verify_input *in,
		    const struct skep_fact *facts, u32 insn);

/* "packet-bounds" and so on. */
const char *skep_rule_name(enum skep_rule rule);

#endif

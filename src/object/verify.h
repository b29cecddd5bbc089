/* SPDX-License-Identifier: BSD-2-Clause */
/* The programs of an object file, each loaded through libbpf alone, and what the verifier says of
 * it: skep's, in a system of its own, or Linux's. One at a time in a process: libbpf's log and the
 * route of bpf(2) are the process's. */
#ifndef SKEP_OBJECT_VERIFY_H
#define SKEP_OBJECT_VERIFY_H

#include <skep/diag.h>

#include "base/types.h"

/* Why a program is refused, as in struct skep_reason of verify/verify.h. */
struct skep_object_step {
	u32 insn;
	const char *note;
};

/* An input with which the program traps, as in struct skep_refutation of refute/refute.h. */
struct skep_object_element {
	const char *map;
	const unsigned char *key, *value;
	u32 key_size, value_size;
};

struct skep_object_field {
	const char *name;
	u64 value;
};

struct skep_object_result {
	u32 insn;
	const char *insn_text;
	u64 value;
};

struct skep_object_example {
	const unsigned char *packet; /* NULL: there is none */
	u32 packet_size;
	const unsigned char *context; /* NULL: it is made from the packet, but for `fields` */
	u32 context_size;
	const struct skep_object_field *fields;
	u32 field_count;
	const struct skep_object_element *elements;
	u32 element_count;
	const struct skep_object_result *results;
	u32 result_count;
	u32 insn;
	const char *what;
	const char *text; /* all of it, in lines */
};

struct skep_object_reason {
	const char *rule; /* "packet-bounds" */
	const char *what, *hint;
	u32 insn;
	const char *insn_text;
	const char *file, *source; /* NULL if not known */
	u32 line, column;
	const char *place; /* all of the place and the way to it, in lines */
	const struct skep_object_step *steps;
	u32 step_count;
	const char *lost; /* NULL: there is no check that looks sufficient */
	u32 lost_insn;
	const char *fix; /* NULL: none is known */
	bool fix_passes;
	const struct skep_object_example *example; /* NULL: none was found */
};

/* What the verifier did at an instruction, and what it found. */
struct skep_object_insn {
	u32 insn;
	const char *text;
	const char *file, *source; /* NULL if not known */
	u32 line;
	u64 visits;
	u32 states, pruned;
	const char *facts; /* "" if there are none */
};

enum skep_object_outcome {
	SKEP_OBJECT_ACCEPTED,
	SKEP_OBJECT_REFUSED,
	SKEP_OBJECT_FAILED, /* before the verifier saw it */
};

struct skep_object_verdict {
	const char *prog, *section, *type; /* type as libbpf names it */
	enum skep_object_outcome outcome;
	const char *failure; /* why it FAILED */
	int error;	     /* errno value of that, which libbpf may have explained wrongly */
	u32 prog_type, attach_type; /* BPF_PROG_TYPE_..., BPF_... */
	u32 insns;		    /* slots, as loaded; 0: not known */
	u64 visited, states, peak_states;
	u32 stack;	 /* bytes */
	size_t memory;	 /* bytes, at the most; 0: not known */
	u64 nanoseconds; /* of the verifier */
	const struct skep_object_reason *reasons;
	u32 reason_count;
	const struct skep_object_insn *list; /* of all instructions, if it was asked for */
	u32 list_count;
	const char *log; /* Linux's, of a refusal; NULL */
	s64 insn;	 /* that Linux refused, -1: not known */
};

struct skep_object_verify {
	const char *path;
	const char *prog; /* by its name or section; NULL: all */
	u32 kernel;	  /* the version to be like, 601 is 6.1; 0: the newest known */
	u32 reasons;	  /* of a refusal, at most */
	/* Of the running kernel, borrowed for the call; NULL: loaded for it. */
	const struct skep_kernel *types;
	bool unprivileged; /* as without CAP_BPF and CAP_PERFMON */
	bool beyond;	   /* accept more than Linux does, where it is proved */
	bool list;	   /* tell of each instruction */
	bool examples;	   /* look for an input that shows why a program is refused */
	bool linux_side;
	void (*each)(void *context, const struct skep_object_verdict *verdict); /* borrowed */
	void *context;
};

/* Verifies; `each` is called for each program in the order of the file. False with *d set if the
 * object cannot be opened, or the program is not in it. */
SKEP_MUST_USE bool skep_object_verify(const struct skep_object_verify *how, struct skep_diag *d);

#endif

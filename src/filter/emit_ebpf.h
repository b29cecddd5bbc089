/* SPDX-License-Identifier: BSD-2-Clause */
/* Private to the emitter of eBPF (emit_ebpf*.c): what it knows at one point of the program, and how
 * it brings values into registers.
 *
 *   r1   start of the packet                     r3   its length on the wire, if that is asked for
 *   r2   RAW: captured length; XDP: its end      r4   RAW: struct skep_packet, if that is asked for
 *
 * All other registers are given out and hold what they were last given until that is needed least.
 */
#ifndef SKEP_FILTER_EMIT_EBPF_H
#define SKEP_FILTER_EMIT_EBPF_H

#include <linux/bpf.h>

#include "filter/emit.h"
#include "filter/plan.h"

enum skep_ebpf_form {
	SKEP_FORM_NONE,	   /* nothing that is known */
	SKEP_FORM_VALUE,   /* the value, upper half 0 */
	SKEP_FORM_WIRE,	   /* a loaded value of 2 or 4 bytes as they lie in the packet */
	SKEP_FORM_POINTER, /* start of the packet + value + `bias`; bytes below that are captured */
	SKEP_FORM_END,	   /* RAW: end of the captured bytes */
};

struct skep_ebpf_reg {
	u8 form; /* enum skep_ebpf_form */
	skep_vid value;
	u32 bias;
};

enum { SKEP_EBPF_REGS = 10, SKEP_EBPF_BASES = 8 };

struct skep_ebpf_state {
	struct skep_ebpf_reg r[SKEP_EBPF_REGS];
	u32 have; /* bytes at the start of the packet that are known to be captured */
};

/* An instruction whose jump, if `to` is a step, is completed when the distances are known. */
struct skep_ebpf_insn {
	struct bpf_insn insn;
	skep_nid to; /* SKEP_NOWHERE: complete as it is */
};

/* How far into the packet one step, and every way from it to "accept", looks. */
struct skep_ebpf_needs {
	u32 *own;  /* by position: bytes at the start of the packet */
	u32 *want; /* by position: the same for every way; SKEP_NOWHERE: no way to "accept" */

	/* The same from the values that loads are most often counted from. */
	u32 base_count;
	skep_vid base[SKEP_EBPF_BASES];
	u32 *base_want[SKEP_EBPF_BASES];
};

struct skep_ebpf {
	struct skep_plan plan;
	const struct skep_ebpf_target *target;
	struct skep_diag *diag;
	bool failed; /* diag is set */
	u32 at;	     /* position of the step in hand */

	struct {
		struct skep_ebpf_insn *data;
		size_t count, room;
	} code; /* bodies of all steps, without their last jumps; owned */

	struct skep_ebpf_state now;
	u16 pool;   /* registers that are given out */
	u16 pinned; /* those that hold an operand of what is being made */
	u32 stack;  /* bytes of the stack in use */

	struct skep_ebpf_needs needs;
	bool *only_base; /* by value: nothing but loads counts from it; in the arena */
	bool *has_chain; /* by value: a CHAIN is in it */

	u32 *tables; /* sets that are looked up in data, by number of data; in the arena */
	u32 table_count;
};

/* --- emit_ebpf_need.c: finds e->needs; false if memory ran out. */
SKEP_MUST_USE bool skep_ebpf_find_needs(struct skep_ebpf *e);

/* The bytes from value(base) that every way from the step in hand needs, at least `own`. */
u32 skep_ebpf_want_from(const struct skep_ebpf *e, skep_vid base, u32 own);

/* --- emit_ebpf_reg.c: instructions and registers. */
void skep_ebpf_put(struct skep_ebpf *e, struct bpf_insn insn);
void skep_ebpf_alu(struct skep_ebpf *e, u8 op, u8 dst, u8 src);
void skep_ebpf_alu_imm(struct skep_ebpf *e, u8 op, u8 dst, u32 imm);
void skep_ebpf_load(struct skep_ebpf *e, u8 size, u8 dst, u8 src, s32 offset);

/* A jump that leaves the body of the step: to another step. */
void skep_ebpf_leave(struct skep_ebpf *e, struct bpf_insn jump, skep_nid to);

/* The register that holds a form of a value, or SKEP_EBPF_REGS. */
u8 skep_ebpf_find(const struct skep_ebpf *e, enum skep_ebpf_form form, skep_vid v);

/* A register whose content may be overwritten; it holds nothing. */
u8 skep_ebpf_take(struct skep_ebpf *e);

/* The same, but not `other`, which stays as it is. */
u8 skep_ebpf_take_beside(struct skep_ebpf *e, u8 other);

void skep_ebpf_hold(struct skep_ebpf *e, u8 r, enum skep_ebpf_form form, skep_vid v);

/* Makes sure that `bytes` from the start of the packet are captured. */
void skep_ebpf_check(struct skep_ebpf *e, u32 bytes);

/* The end of the captured bytes. */
u8 skep_ebpf_end(struct skep_ebpf *e);

/* --- emit_ebpf_value.c: bring a value into a register, which they return; its loads and divisions
 * are made or proved possible on the way. */
u8 skep_ebpf_value(struct skep_ebpf *e, skep_vid v);
u8 skep_ebpf_wire(struct skep_ebpf *e, skep_vid v);

/* Two values: *ra and *rb. */
void skep_ebpf_values(struct skep_ebpf *e, skep_vid a, skep_vid b, u8 *ra, u8 *rb);

/* Only what can fail of a value. */
void skep_ebpf_ensure(struct skep_ebpf *e, skep_vid v);

/* Whether v can be had as it lies in the packet; *size is its size in bytes. */
bool skep_ebpf_has_wire(const struct skep_ebpf *e, skep_vid v, u8 *size);

/* A number as it would lie in the packet. */
u32 skep_ebpf_as_wire(u32 k, u8 size);

/* --- emit_ebpf_chain.c: the walk of protochain into a register; `net` holds the place of the
 * network header, if that is not a constant. */
u8 skep_ebpf_chain(struct skep_ebpf *e, skep_vid v, u8 net);

/* --- emit_ebpf_table.c: large sets as data of the program. Looks value r up; leaves to `no` or
 * ends in a register pair to compare: the value is in the set unless *jump is taken. */
struct bpf_insn skep_ebpf_look_up(struct skep_ebpf *e, const struct skep_step *s);

/* Fills the data of a program with the tables of its sets; false with *d set if memory ran out. */
struct skep_prog;
SKEP_MUST_USE bool skep_ebpf_fill_tables(struct skep_ebpf *e, struct skep_prog *prog);

#endif

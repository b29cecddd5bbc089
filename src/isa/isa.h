/* SPDX-License-Identifier: BSD-2-Clause */
/* The instruction set as data: the rows of insn.def, strict decoding and encoding, and the check
 * that makes a program safe to walk (RFC 9669). Read-only tables: all of it may be called from
 * several threads. */
#ifndef SKEP_ISA_H
#define SKEP_ISA_H

#include <linux/bpf.h>
#include <skep/diag.h>

#include "base/types.h"

enum { SKEP_REGISTERS = 11 }; /* r0 to r10 */
/* Runnable code has r11 besides, which holds nothing from one of the program's instructions to the
 * next. */
enum { SKEP_CODE_REGISTERS = 12, SKEP_CODE_SPARE = 11 };
enum { SKEP_ANY = INT32_MIN };	   /* in a row: the field may hold anything */
enum { SKEP_STACK_FRAME = 512 };   /* bytes below r10 */
enum { SKEP_CALL_FRAMES = 8 };	   /* local calls: this many frames in all */
enum { SKEP_TAIL_CALLS = 33 };	   /* this many in a run (Linux: MAX_TAIL_CALL_CNT) */
enum { SKEP_MAY_GOTOS = 8 << 20 }; /* this many go on in a run (Linux: BPF_MAX_LOOPS) */
enum { SKEP_HELPER_TAIL_CALL = 12, SKEP_HELPER_CPU = 8 };
enum { SKEP_OPCODE_WIDE = 0x18 }; /* the one instruction of two slots; the second has opcode 0 */

enum skep_insn_id {
#define INSN(id, ...) SKEP_INSN_##id,
#include "isa/insn.def"
	SKEP_INSN_COUNT, /* of what programs are written in; what code alone has stands behind */
	SKEP_INSN_BEFORE_INTERNAL = SKEP_INSN_COUNT - 1,
#define INSN(id, ...) SKEP_INSN_##id,
#include "isa/internal.def"
	SKEP_INSN_ALL
};

enum skep_kind {
	SKEP_KIND_ALU,	  /* dst = dst op src or imm */
	SKEP_KIND_JUMP,	  /* conditional, distance in off */
	SKEP_KIND_JA,	  /* always; distance in off (16 bits) or imm (32) */
	SKEP_KIND_MAY,	  /* goes on SKEP_MAY_GOTOS times in a run, then jumps; distance in off */
	SKEP_KIND_CALL,	  /* r0 = f(r1 to r5) */
	SKEP_KIND_EXIT,	  /* ends the program or returns from a local call */
	SKEP_KIND_LOAD,	  /* dst = memory at src + off */
	SKEP_KIND_STORE,  /* memory at dst + off = src or imm */
	SKEP_KIND_ATOMIC, /* memory at dst + off */
	SKEP_KIND_WIDE,	  /* dst = what 64 bits of immediate stand for */
	SKEP_KIND_CAST,	  /* dst = address src of an arena, for programs or for user space */
	SKEP_KIND_PACKET, /* r0 = packet bytes, or the program ends with 0 */
};

/* Which field has the distance of a jump or local call. */
enum skep_target { SKEP_TARGET_NONE, SKEP_TARGET_OFF, SKEP_TARGET_IMM };

enum skep_from { SKEP_FROM_K, SKEP_FROM_X, SKEP_FROM_NONE };

enum skep_group {
	SKEP_GROUP_BASE32,
	SKEP_GROUP_BASE64,
	SKEP_GROUP_DIVMUL32,
	SKEP_GROUP_DIVMUL64,
	SKEP_GROUP_ATOMIC32,
	SKEP_GROUP_ATOMIC64,
	SKEP_GROUP_PACKET,
	SKEP_GROUP_LINUX, /* not in RFC 9669 */
};

/* The operations of each kind. */
enum skep_alu {
#define ALU(name, ...)			 SKEP_ALU_##name,
#define ALU_SIGN_EXTEND(name, bits, ...) SKEP_ALU_SIGN_EXTEND_##bits(name)
#define SKEP_ALU_SIGN_EXTEND_32(name)
#define SKEP_ALU_SIGN_EXTEND_64(name) SKEP_ALU_##name,
#define ALU_ONE(name, ...)	      SKEP_ALU_##name,
#define ALU_SWAP(name, ...)	      SKEP_ALU_##name,
#include "isa/alu.def"
#undef SKEP_ALU_SIGN_EXTEND_32
#undef SKEP_ALU_SIGN_EXTEND_64
};

enum skep_jump {
#define CMP(name, ...) SKEP_JUMP_##name,
#include "isa/cmp.def"
};

enum skep_atomic {
#define ATOMIC(name, ...)      SKEP_ATOMIC_##name, SKEP_ATOMIC_FETCH_##name,
#define ATOMIC_SWAP(name, ...) SKEP_ATOMIC_##name,
#include "isa/atomic.def"
};

enum skep_cast { SKEP_CAST_KERNEL, SKEP_CAST_USER, SKEP_CAST_WINDOW };
enum skep_ja { SKEP_JA_ALWAYS };
enum skep_may { SKEP_MAY_GOTO };
enum skep_call {
	SKEP_CALL_HELPER,
	SKEP_CALL_LOCAL,
	SKEP_CALL_BTF,
	SKEP_CALL_TAIL,
	SKEP_CALL_MAP,
	SKEP_CALL_CPU
};
enum skep_exit { SKEP_EXIT_PROGRAM };
enum skep_load { SKEP_LOAD_ZERO, SKEP_LOAD_SIGN, SKEP_LOAD_ACQUIRE };
enum skep_store { SKEP_STORE_ANY, SKEP_STORE_RELEASE };
enum skep_packet_load { SKEP_PACKET_ABS, SKEP_PACKET_IND };
enum skep_wide {
	SKEP_WIDE_NUMBER,
	SKEP_WIDE_MAP_FD,
	SKEP_WIDE_MAP_FD_VALUE,
	SKEP_WIDE_VARIABLE,
	SKEP_WIDE_FUNCTION,
	SKEP_WIDE_MAP_IDX,
	SKEP_WIDE_MAP_IDX_VALUE,
};

struct skep_insn_row {
	const char *name;	/* the id, e.g. "ADD64_K" */
	const char *text;	/* patterns: see insn.def */
	const char *word;	/* mnemonic syntax */
	s32 dst, src, off, imm; /* SKEP_ANY or the one value the field must hold */
	u8 opcode;
	u8 kind; /* enum skep_kind */
	u8 op;	 /* of the kind's enum, e.g. enum skep_alu */
	u8 bits; /* width of the operation, 8 to 64 */
	u8 from; /* enum skep_from */
	u8 group;
	u8 target; /* enum skep_target */
};

extern const struct skep_insn_row skep_insn_rows[SKEP_INSN_ALL];

/* The row of an id; static storage. */
static inline const struct skep_insn_row *skep_insn_row(enum skep_insn_id id)
{
	return &skep_insn_rows[id];
}

/* The id of a row that skep_insn_row or skep_insn_decode lent. */
static inline enum skep_insn_id skep_insn_id(const struct skep_insn_row *row)
{
	return (enum skep_insn_id)(row - skep_insn_rows);
}

/* "base32" and so on. */
const char *skep_group_name(enum skep_group group);

/* Finds the row of one instruction. NULL with *d set if the opcode is not known, a field holds what
 * no row allows, or a register is past r10; `index` is the instruction's place for *d. Of a wide
 * instruction the first slot is looked at. */
SKEP_MUST_USE const struct skep_insn_row *skep_insn_decode(const struct bpf_insn *insn, u64 index,
							   struct skep_diag *d);

/* The same for an instruction of runnable code, which may name r11. */
SKEP_MUST_USE const struct skep_insn_row *skep_insn_decode_code(const struct bpf_insn *insn,
								u64 index, struct skep_diag *d);

/* The same as skep_insn_decode for the instruction at `index` < count of a program: of a wide one
 * both slots are looked at. */
SKEP_MUST_USE const struct skep_insn_row *skep_insn_decode_at(const struct bpf_insn *insns,
							      u32 count, u32 index,
							      struct skep_diag *d);

/* Makes an instruction: what the row fixes is filled in, the rest comes from `fields`. */
struct bpf_insn skep_insn_encode(enum skep_insn_id id, struct bpf_insn fields);

/* Where a jump or local call at `index` goes to: an index, not yet checked. Only for rows with
 * skep_insn_has_target. */
static inline s64 skep_insn_target(const struct skep_insn_row *row, const struct bpf_insn *insn,
				   u64 index)
{
	return (s64)index + 1 + (row->target == SKEP_TARGET_OFF ? insn->off : insn->imm);
}

static inline bool skep_insn_has_target(const struct skep_insn_row *row)
{
	return row->target != SKEP_TARGET_NONE;
}

/* Checks that a program can be walked without looking further: every instruction decodes, wide ones
 * have their second slot, jumps and calls go to the start of an instruction, and the end is not run
 * over. False with *d set to the first instruction that is wrong. */
SKEP_MUST_USE bool skep_isa_check(const struct bpf_insn *insns, u32 count, struct skep_diag *d);

/* The same, and rows[i] becomes the id of instruction i; both slots of a wide one have its id. */
SKEP_MUST_USE bool skep_isa_rows(const struct bpf_insn *insns, u32 count, u8 *rows,
				 struct skep_diag *d);

/* The same for runnable code of a program that has an arena, which may name r11. */
SKEP_MUST_USE bool skep_isa_code_rows(const struct bpf_insn *insns, u32 count, u8 *rows,
				      struct skep_diag *d);

#endif

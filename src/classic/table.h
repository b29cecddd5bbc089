/* SPDX-License-Identifier: BSD-2-Clause */
/* classic.def and ancillary.def as tables that can be looked up. Thread-safe. */
#ifndef SKEP_CLASSIC_TABLE_H
#define SKEP_CLASSIC_TABLE_H

#include <linux/filter.h>

#include "base/types.h"

/* What k of an instruction is: the column `operand` of classic.def. */
enum skep_classic_operand {
	SKEP_OPERAND_NONE,
	SKEP_OPERAND_NUMBER,
	SKEP_OPERAND_PLACE,
	SKEP_OPERAND_WORD,
	SKEP_OPERAND_BITS,
	SKEP_OPERAND_DIVISOR,
	SKEP_OPERAND_DISTANCE,
};

/* What an instruction does: the column `action` of classic.def without its arguments. */
enum skep_classic_action {
	SKEP_ACTION_LOAD,
	SKEP_ACTION_LOAD_X,
	SKEP_ACTION_HEADER,
	SKEP_ACTION_SET,
	SKEP_ACTION_FETCH,
	SKEP_ACTION_STORE,
	SKEP_ACTION_ALU,
	SKEP_ACTION_DIVIDE,
	SKEP_ACTION_SHIFT,
	SKEP_ACTION_NEGATE,
	SKEP_ACTION_JUMP,
	SKEP_ACTION_TEST,
	SKEP_ACTION_RETURN,
	SKEP_ACTION_COUNT,
};

struct skep_classic_row {
	const char *mnemonic; /* NULL: there is no such instruction */
	const char *text;     /* operand; %d or %x stands for k */
	enum skep_classic_operand operand;
	enum skep_classic_action action;
};

/* Opcodes run from 0 to this number less one; more than half of them are not used. */
enum { SKEP_CLASSIC_CODES = (BPF_LDX | BPF_B | BPF_MSH) + 1 };

/* Returns the row of an opcode, or NULL if there is no such instruction. */
const struct skep_classic_row *skep_classic_row(u16 code);

/* Returns tcpdump's name of the ancillary field that a load from k means, or NULL. */
const char *skep_classic_ancillary_text(u32 k);

/* Returns its SKF_AD_ name, or NULL. */
const char *skep_classic_ancillary_name(u32 k);

/* Finds the ancillary field of a name of `length` bytes; *k is its offset. */
bool skep_classic_ancillary_find(const char *text, size_t length, u32 *k);

#endif

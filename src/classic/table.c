/* SPDX-License-Identifier: BSD-2-Clause */
#include "classic/table.h"

#include <string.h>

#define LOAD(n)	      SKEP_ACTION_LOAD
#define LOAD_X(n)     SKEP_ACTION_LOAD_X
#define HEADER	      SKEP_ACTION_HEADER
#define SET(r, v)     SKEP_ACTION_SET
#define FETCH(r)      SKEP_ACTION_FETCH
#define STORE(r)      SKEP_ACTION_STORE
#define ALU(op, v)    SKEP_ACTION_ALU
#define DIVIDE(op, v) SKEP_ACTION_DIVIDE
#define SHIFT(op, v)  SKEP_ACTION_SHIFT
#define NEGATE	      SKEP_ACTION_NEGATE
#define JUMP	      SKEP_ACTION_JUMP
#define TEST(op, v)   SKEP_ACTION_TEST
#define RETURN(v)     SKEP_ACTION_RETURN

static const struct skep_classic_row rows[SKEP_CLASSIC_CODES] = {
#define INSN(code, kind, name, operand_text, does)                                                 \
	[code] = {.mnemonic = (name),                                                              \
		  .text = (operand_text),                                                          \
		  .operand = SKEP_OPERAND_##kind,                                                  \
		  .action = (does)},
#include "classic/classic.def"
#undef INSN
};

/* Indexed by SKF_AD_ value / 4. */
static const struct {
	const char *text, *name;
} fields[SKF_AD_MAX / 4] = {
#define ANCILLARY(name, text, value, skb) [SKF_AD_##name / 4] = {(text), "SKF_AD_" #name},
#include "classic/ancillary.def"
#undef ANCILLARY
};

const struct skep_classic_row *skep_classic_row(u16 code)
{
	return code < SKEP_CLASSIC_CODES && rows[code].mnemonic ? &rows[code] : NULL;
}

/* The number of the field that a load from k means, or -1. */
static int field_of(u32 k)
{
	u32 offset = k - (u32)SKF_AD_OFF;

	return offset < SKF_AD_MAX && offset % 4 == 0 ? (int)offset / 4 : -1;
}

const char *skep_classic_ancillary_text(u32 k)
{
	int field = field_of(k);

	return field < 0 ? NULL : fields[field].text;
}

const char *skep_classic_ancillary_name(u32 k)
{
	int field = field_of(k);

	return field < 0 ? NULL : fields[field].name;
}

bool skep_classic_ancillary_find(const char *text, size_t length, u32 *k)
{
	for (size_t i = 0; i < SKEP_COUNT(fields); i++) {
		if (strlen(fields[i].text) != length || memcmp(fields[i].text, text, length) != 0)
			continue;
		*k = (u32)SKF_AD_OFF + (u32)i * 4;
		return true;
	}
	return false;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A BPF program as it stands before it is checked and made runnable: what the opaque struct of
 * skep/prog.h holds. */
#ifndef SKEP_PROG_H
#define SKEP_PROG_H

#include <linux/bpf.h>
#include <skep/prog.h>

#include "base/types.h"

/* Read-only bytes of a program. `r = map_value(index)[offset]`, the 64-bit load with
 * src_reg = BPF_PSEUDO_MAP_IDX_VALUE, imm = index into data[], imm of the second half = offset,
 * gives their address. On Linux each becomes a frozen array map of one value. */
struct skep_prog_data {
	void *bytes; /* owned, 8-byte aligned; NULL for a map of which no more than the name is
			known */
	size_t size;
	char *name; /* owned; NULL if it has none */
};

struct skep_prog {
	enum skep_prog_type type;
	struct bpf_insn *insns; /* owned */
	u32 count;
	struct skep_prog_data *data; /* owned, data_count of them */
	u32 data_count;
};

/* Whether a text reads back as a name: letters, digits, '_' and '.', no digit first. */
bool skep_prog_is_name(const char *text, size_t length);

/* Names a block; the name is copied. False with *d set if memory ran out. */
SKEP_MUST_USE bool skep_prog_name_data(struct skep_prog *prog, u32 index, const char *name,
				       size_t length, struct skep_diag *d);

/* Adds a map of which only the name is known; *index is its number among the data. False with *d
 * set if memory ran out. */
SKEP_MUST_USE bool skep_prog_add_map(struct skep_prog *prog, const char *name, size_t length,
				     u32 *index, struct skep_diag *d);

#endif

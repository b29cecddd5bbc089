/* SPDX-License-Identifier: BSD-2-Clause */
/* A BPF program as it stands before it is checked and made runnable. */
#ifndef SKEP_PROG_H
#define SKEP_PROG_H

#include <linux/bpf.h>
#include <skep/diag.h>

#include "base/types.h"

/* What r1 (and more) hold at entry. */
enum skep_prog_type {
	/* r1 = memory, r2 = its length in bytes. A packet filter has r3 = length on the wire and
	 * r4 = address of the struct skep_packet besides. */
	SKEP_PROG_RAW,
	/* r1 = struct __sk_buff; the packet is reached by LD_ABS, LD_IND. */
	SKEP_PROG_SOCKET_FILTER,
	/* r1 = struct xdp_md. */
	SKEP_PROG_XDP,
};

/* Read-only bytes of a program. `r = map_value(index)[offset]`, the 64-bit load with
 * src_reg = BPF_PSEUDO_MAP_IDX_VALUE, imm = index into data[], imm of the second half = offset,
 * gives their address. On Linux each becomes a frozen array map of one value. */
struct skep_prog_data {
	void *bytes; /* owned, 8-byte aligned */
	size_t size;
};

struct skep_prog {
	enum skep_prog_type type;
	struct bpf_insn *insns; /* owned */
	u32 count;
	struct skep_prog_data *data; /* owned, data_count of them */
	u32 data_count;
};

/* Copies `count` instructions. The caller owns the result; NULL with *d set if memory ran out. */
SKEP_MUST_USE struct skep_prog *skep_prog_new(enum skep_prog_type type,
					      const struct bpf_insn *insns, u32 count,
					      struct skep_diag *d);

/* Adds `size` zeroed bytes of read-only data; *index is their number. The bytes are lent for
 * filling until skep_prog_free. NULL with *d set if memory ran out. */
SKEP_MUST_USE void *skep_prog_add_data(struct skep_prog *prog, size_t size, u32 *index,
				       struct skep_diag *d);

/* Frees; NULL is allowed. */
void skep_prog_free(struct skep_prog *prog);

#endif

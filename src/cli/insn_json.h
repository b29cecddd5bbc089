/* SPDX-License-Identifier: BSD-2-Clause */
/* Instructions and data as JSON objects, one a line. */
#ifndef SKEP_CLI_INSN_JSON_H
#define SKEP_CLI_INSN_JSON_H

#include "base/buffer.h"
#include "prog/prog.h"

/* Appends `"opcode":...,"dst":...,"src":...,"off":...,"imm":...`, and next_imm for an instruction
 * of two slots; `slots` is how many there are to read. Returns how many slots it has. */
u32 skep_json_insn(struct skep_buffer *b, const struct bpf_insn *insn, u32 slots);

/* Appends the data and maps of a program, an object each: index, data (a name, or null) and bytes
 * in hex; or index and map. */
void skep_json_data(struct skep_buffer *b, const struct skep_prog *prog);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* The checked interpreter once more, with somebody who looks before each instruction. */
#include "interpreter.h"

#include <string.h>

#include "base/bytes.h"
#include "isa/alu.h"
#include "vm/atomic.h"
#include "vm/env.h"

#define INTERPRETER interpreter_watched
#define LOOK                                                                                       \
	if (!interpreter_look(run, (u32)(op - code->ops), r))                                      \
	goto stopped
#define ARGUMENTS(number)
#include "vm/checked.inc"

static bool fill(struct skep_code *code, const void *const *labels)
{
	code->ops = skep_alloc(code->count * sizeof(*code->ops));
	for (u32 i = 0; code->ops && i < code->count; i++) {
		const struct bpf_insn *insn = &code->prog->insns[i];

		code->ops[i] = (struct skep_op){.label = labels[code->rows[i]],
						.dst = insn->dst_reg,
						.src = insn->src_reg,
						.off = insn->off,
						.imm = insn->imm};
		if (insn->code == SKEP_OPCODE_WIDE) {
			code->ops[i + 1].value = skep_code_wide(code, i);
			i++;
		}
	}
	return code->ops;
}

struct skep_code *interpreter_make(const struct skep_prog *prog, const struct skep_helpers *helpers,
				   struct skep_diag *d)
{
	struct skep_code_options options = {.mode = SKEP_CODE_CHECKED};
	struct skep_code *code = skep_code_decode(prog, &options, helpers, d);

	if (!code ||
	    !fill(code, (const void *const *)(uintptr_t)interpreter_watched(NULL, 0, 0, 0, 0)))
		return NULL;
	code->enter = interpreter_watched;
	for (u32 i = 0; i < code->callback_count; i++)
		code->callbacks[i].call = skep_interpret_callback;
	return code;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Facts in words. */
#include <linux/bpf.h>

#include "base/buffer.h"
#include "verify/verify.h"

static const char *const types[] = {
#define REG(type, name, ...) [SKEP_REG_##type] = name,
#include "prog/regs.def"
};

static const char *start(const struct skep_buffer *b, size_t from)
{
	return b->count == from ? "" : ", ";
}

void skep_fact_text(struct skep_buffer *b, const struct skep_verify_input *in,
		    const struct skep_fact *facts, u32 insn)
{
	const struct skep_fact *f = &facts[insn];
	bool call = BPF_CLASS(in->insns[insn].code) == BPF_JMP;
	int way = skep_fact_way(f);
	size_t from = b->count;

	if (skep_fact_is_dead(f)) {
		skep_buffer_text(b, "no path comes here");
		return;
	}
	if (way >= 0)
		skep_buffer_text(b, way ? "always jumps" : "never jumps");
	if (f->flags & SKEP_FACT_DIVIDES)
		skep_buffer_text(b, "the divisor is never 0");
	if (f->memory)
		skep_buffer_printf(b, "%sthrough %s", start(b, from), types[f->memory]);
	if (f->map)
		skep_buffer_printf(b, "%smap %s", start(b, from), in->maps[f->map - 1]->name);
	if (f->flags & SKEP_FACT_KNOWN)
		skep_buffer_printf(b, "%salways %s0x%llx", start(b, from), call ? "given " : "",
				   (unsigned long long)f->value);
}

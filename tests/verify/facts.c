/* SPDX-License-Identifier: BSD-2-Clause */
/* Facts as text: one line an instruction of which there is more to say than that it is reached. */
#include "isa/isa.h"
#include "subject.h"

static const char *const names[] = {
#define REG(type, name, ...) [SKEP_REG_##type] = name,
#include "prog/regs.def"
};

static void print_ways(struct skep_buffer *b, const struct skep_fact *f)
{
	static const char *const ways[] = {"", " never", " always"};

	skep_buffer_text(b, ways[1 + skep_fact_way(f)]);
}

static void print_fact(struct skep_buffer *b, const struct subject *s, const struct skep_fact *f)
{
	if (skep_fact_is_dead(f))
		skep_buffer_text(b, " dead");
	print_ways(b, f);
	if (f->flags & SKEP_FACT_DIVIDES)
		skep_buffer_text(b, " divides");
	if (f->memory)
		skep_buffer_printf(b, " %s", names[f->memory]);
	if (f->map)
		skep_buffer_printf(b, " map=%s", s->maps->list[f->map - 1]->name);
	if (f->flags & SKEP_FACT_KNOWN)
		skep_buffer_printf(b, " value=0x%llx", (unsigned long long)f->value);
}

void subject_print_facts(const struct subject *s, const struct skep_fact *facts)
{
	for (u32 i = 0; i < s->count; i++) {
		struct skep_buffer line = {0};

		print_fact(&line, s, &facts[i]);
		if (line.count)
			skep_buffer_printf(s->facts, "%u:%.*s\n", i, (int)line.count, line.data);
		skep_buffer_fini(&line);
		i += s->insns[i].code == SKEP_OPCODE_WIDE;
	}
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "syscall/functions.h"

#include <bpf/btf.h>

#include "base/alloc.h"
#include "prog/prog.h"
#include "vm/vm.h"

#define WIDE (BPF_LD | BPF_IMM | BPF_DW)

struct skep_runnable skep_prog_runnable(const struct skep_prog_entity *e)
{
	const struct skep_prog *prog = e->lowered.prog;

	if (!prog)
		return (struct skep_runnable){e->insns, NULL, e->count};
	return (struct skep_runnable){prog->insns, e->lowered.origin, prog->count};
}

/* Whether an instruction calls a function of the program, or takes its address. */
static bool names_function(const struct bpf_insn *insn)
{
	return (insn->code == (BPF_JMP | BPF_CALL) && insn->src_reg == BPF_PSEUDO_CALL) ||
	       (insn->code == WIDE && insn->src_reg == BPF_PSEUDO_FUNC);
}

/* 1 by slot where a function begins; how many there are. */
static u32 mark(const struct skep_runnable *r, u8 *marks)
{
	u32 count = 1;

	marks[0] = 1;
	for (u32 i = 0; i < r->count; i += r->insns[i].code == WIDE ? 2 : 1) {
		u32 target = i + 1 + (u32)r->insns[i].imm;

		if (!names_function(&r->insns[i]) || target >= r->count || marks[target])
			continue;
		marks[target] = 1;
		count++;
	}
	return count;
}

bool skep_functions_init(struct skep_functions *f, const struct skep_prog_entity *e)
{
	struct skep_runnable r = skep_prog_runnable(e);
	u8 *marks = skep_alloc(r.count + 1);
	u32 count = marks ? mark(&r, marks) : 0;

	*f = (struct skep_functions){.starts = skep_alloc((count + 1) * sizeof(u32))};
	for (u32 i = 0; f->starts && marks && i < r.count; i++)
		if (marks[i])
			f->starts[f->count++] = i;
	skep_free(marks);
	return f->starts && marks;
}

u32 skep_functions_count(const struct skep_prog_entity *e)
{
	struct skep_functions f;
	u32 count = skep_functions_init(&f, e) ? f.count : 0;

	skep_functions_fini(&f);
	return count;
}

void skep_functions_fini(struct skep_functions *f)
{
	skep_free(f->starts);
}

/* The first one has what stands before it. */
static u32 offset_of(const struct skep_functions *f, const struct skep_native *native, u32 i)
{
	if (i == f->count)
		return (u32)native->used;
	return i ? native->slots[f->starts[i]] : 0;
}

u64 skep_function_address(const struct skep_functions *f, const struct skep_prog_entity *e, u32 i)
{
	return (uintptr_t)e->code->native.at + offset_of(f, &e->code->native, i);
}

u32 skep_function_length(const struct skep_functions *f, const struct skep_prog_entity *e, u32 i)
{
	return offset_of(f, &e->code->native, i + 1) - offset_of(f, &e->code->native, i);
}

const char *skep_function_name(const struct skep_functions *f, const struct skep_prog_entity *e,
			       u32 i)
{
	struct skep_runnable r = skep_prog_runnable(e);
	u32 slot = r.origin ? r.origin[f->starts[i]] : f->starts[i];
	const struct btf_type *t = NULL;

	for (u32 k = 0; k < e->func_count && e->func_info[k].insn_off <= slot; k++)
		t = btf__type_by_id(e->btf->btf, e->func_info[k].type_id);
	return t ? btf__name_by_offset(e->btf->btf, t->name_off) : e->name;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The memory of a run: which accesses it allows, and what to say about one that it does not. */
#include <inttypes.h>

#include "base/diag.h"
#include "vm/vm.h"

/* Region number i of a run: the stack, those of the run, the program's data; false past the last.
 */
static bool region_at(const struct skep_run *run, u32 i, struct skep_region *region)
{
	const struct skep_prog *prog = run->code->prog;

	if (i == 0) {
		*region = (struct skep_region){"the stack", run->stack_start,
					       run->stack_end - run->stack_start, true};
		return true;
	}
	i--;
	if (i < run->region_count) {
		*region = run->regions[i];
		return true;
	}
	i -= run->region_count;
	if (i >= prog->data_count)
		return false;
	*region = (struct skep_region){"the program's data", (u64)(uintptr_t)prog->data[i].bytes,
				       prog->data[i].size, false};
	return true;
}

static bool inside(const struct skep_region *region, u64 address, u32 size)
{
	return address >= region->start && size <= region->size &&
	       address - region->start <= region->size - size;
}

bool skep_run_allows(struct skep_run *run, u64 address, u32 size, bool write)
{
	struct skep_region region;

	for (u32 i = 0; region_at(run, i, &region); i++)
		if (inside(&region, address, size) && (region.writable || !write))
			return true;
	if (run->allows && run->allows(run->env, address, size, write))
		return true;
	run->fault = SKEP_FAULT_ACCESS;
	run->fault_address = address;
	run->fault_size = size;
	run->fault_write = write;
	return false;
}

bool skep_run_knows_table(struct skep_run *run, u64 address)
{
	const struct skep_helpers *helpers = &run->code->helpers;

	for (u32 i = 0; i < helpers->table_count; i++)
		if (address == (u64)(uintptr_t)helpers->tables[i])
			return true;
	if (helpers->any_table)
		return true;
	run->fault = SKEP_FAULT_TABLE;
	run->fault_address = address;
	return false;
}

bool skep_run_allows_call(struct skep_run *run, u32 number, const u64 *r)
{
	const struct skep_helper_set *set = run->code->set;
	const struct skep_argument *arguments;

	if (!set)
		return true;
	arguments = skep_helper_set_get(set, number)->arguments;
	for (u32 i = 0; i < SKEP_HELPER_ARGUMENTS; i++) {
		const struct skep_argument *a = &arguments[i];
		bool write = a->takes == SKEP_TAKES_WRITABLE;
		u64 size = a->size ? a->size : r[i + 2], address = r[i + 1];

		if ((a->takes != SKEP_TAKES_READABLE && !write) || !size ||
		    (a->or_null && !address))
			continue;
		if (!skep_run_allows(run, address, size < UINT32_MAX ? (u32)size : UINT32_MAX,
				     write))
			return false;
	}
	return true;
}

/* How many bytes lie between an address and a region; 0 if it is inside. */
static u64 distance(const struct skep_region *region, u64 address)
{
	if (address < region->start)
		return region->start - address;
	return address - region->start < region->size ? 0
						      : address - region->start - region->size + 1;
}

static struct skep_region nearest_region(const struct skep_run *run, u64 address)
{
	struct skep_region nearest = {0}, region;

	for (u32 i = 0; region_at(run, i, &region); i++)
		if (i == 0 || distance(&region, address) < distance(&nearest, address))
			nearest = region;
	return nearest;
}

static bool explain_access(const struct skep_run *run, const char *name, struct skep_diag *d)
{
	struct skep_region region = nearest_region(run, run->fault_address);
	s64 offset = (s64)(run->fault_address - region.start);

	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(run->fault_insn),
		     "instruction %u: %s %s %u bytes at 0x%" PRIx64
		     "; nearest is %s: that is offset %" PRId64 " of its %" PRIu64 " bytes",
		     run->fault_insn, name, run->fault_write ? "writes" : "reads", run->fault_size,
		     run->fault_address, region.name, offset, region.size);
	if (inside(&region, run->fault_address, run->fault_size))
		return skep_hint(d, "%s may only be read", region.name);
	return skep_hint(d, "compare the offset with the length before the access");
}

/* What did it: a helper by its name. */
static const char *culprit(const struct skep_run *run, const struct bpf_insn *insn)
{
	const struct skep_insn_row *row = skep_insn_decode_code(insn, run->fault_insn, NULL);

	if (row->kind == SKEP_KIND_CALL && row->op == SKEP_CALL_HELPER && run->code->set)
		return skep_helper_set_get(run->code->set, (u32)insn->imm)->name;
	return row->name;
}

static bool explain_fault(const struct skep_run *run, struct skep_diag *d)
{
	const struct bpf_insn *insn = &run->code->prog->insns[run->fault_insn];
	const char *name = culprit(run, insn);
	struct skep_place place = skep_place_insn(run->fault_insn);
	u32 at = run->fault_insn;

	if (run->fault == SKEP_FAULT_ACCESS)
		return explain_access(run, name, d);
	if (run->fault == SKEP_FAULT_ALIGN)
		return skep_fail_at(d, SKEP_E_INVALID, place,
				    "instruction %u: %s at 0x%" PRIx64
				    ", which is not a multiple of %u",
				    at, name, run->fault_address, run->fault_size);
	if (run->fault == SKEP_FAULT_TABLE)
		return skep_fail_at(d, SKEP_E_INVALID, place,
				    "instruction %u: a tail call through r2 = 0x%" PRIx64
				    ", which is no table of programs",
				    at, run->fault_address);
	if (run->fault == SKEP_FAULT_DEPTH)
		return skep_fail_at(d, SKEP_E_LIMIT, place,
				    "instruction %u: a local call past the limit of %d frames", at,
				    SKEP_CALL_FRAMES);
	skep_fail_at(d, SKEP_E_LIMIT, place,
		     "instruction %u: the budget of %" PRIu64 " instructions is used up", at,
		     run->code->budget);
	return skep_hint(d, "a loop that does not end, or a larger budget is needed");
}

bool skep_run_explain(const struct skep_run *run, struct skep_diag *d)
{
	return run->fault == SKEP_FAULT_NONE || explain_fault(run, d);
}

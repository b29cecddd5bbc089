/* SPDX-License-Identifier: BSD-2-Clause */
#include "live_helpers.h"

#define VALUE                                                                                      \
	{                                                                                          \
		.use = SKEP_VARG_VALUE                                                             \
	}
#define ANYTHING                                                                                   \
	{                                                                                          \
		.use = SKEP_VARG_ANYTHING                                                          \
	}
#define SIZED(u)                                                                                   \
	{                                                                                          \
		.use = SKEP_VARG_##u, .size_kind = SKEP_VSIZE_NEXT                                 \
	}
#define FIXED(u, n)                                                                                \
	{                                                                                          \
		.use = SKEP_VARG_##u, .size_kind = SKEP_VSIZE_FIXED, .size = n                     \
	}
#define OF_MAP(u, of)                                                                              \
	{                                                                                          \
		.use = SKEP_VARG_##u, .size_kind = SKEP_VSIZE_MAP_##of                             \
	}

static const struct {
	s32 number;
	struct skep_vcall call;
} helpers[] = {
    {BPF_FUNC_map_lookup_elem,
     {.args = 2, .result = SKEP_VMAY_MEMORY, .arg = {VALUE, OF_MAP(KEY, KEY)}}},
    {BPF_FUNC_map_update_elem,
     {.args = 4,
      .result = SKEP_VMAY_NUMBER,
      .arg = {VALUE, OF_MAP(KEY, KEY), OF_MAP(READ, VALUE), VALUE}}},
    {BPF_FUNC_probe_read,
     {.args = 3, .result = SKEP_VMAY_NUMBER, .arg = {SIZED(WRITE), VALUE, ANYTHING}}},
    {BPF_FUNC_ktime_get_ns, {.args = 0, .result = SKEP_VMAY_NUMBER}},
    {BPF_FUNC_trace_printk,
     {.args = 4, .result = SKEP_VMAY_NUMBER, .arg = {SIZED(READ), VALUE, ANYTHING, ANYTHING}}},
    {BPF_FUNC_tail_call, {.args = 3, .result = SKEP_VMAY_NUMBER, .arg = {VALUE, VALUE, VALUE}}},
    {BPF_FUNC_fib_lookup,
     {.args = 4, .result = SKEP_VMAY_NUMBER, .arg = {VALUE, SIZED(BOTH), VALUE, ANYTHING}}},
    {BPF_FUNC_strtol, /* a result of fixed size */
     {.args = 4,
      .result = SKEP_VMAY_NUMBER,
      .arg = {SIZED(READ), VALUE, ANYTHING, FIXED(WRITE, 8)}}},
    {BPF_FUNC_loop,
     {.args = 4,
      .flags = SKEP_VC_CALLS_BACK,
      .result = SKEP_VMAY_NUMBER,
      .arg = {VALUE, VALUE, VALUE, VALUE}}},
    {BPF_FUNC_dynptr_from_mem, /* as one that keeps what it is given */
     {.args = 2, .flags = SKEP_VC_KEEPS, .result = SKEP_VMAY_NUMBER, .arg = {SIZED(READ), VALUE}}},
};

bool live_call(const void *context, const struct skep_vinsn *insn, struct skep_vcall *call)
{
	(void)context;
	for (size_t i = 0; i < SKEP_COUNT(helpers); i++) {
		if (insn->op != SKEP_CALL_HELPER || helpers[i].number != insn->imm)
			continue;
		*call = helpers[i].call;
		return true;
	}
	return false;
}

struct skep_vmap live_map(const void *context, u32 slot)
{
	static const struct skep_vmap maps[] = {
	    [1] = {.key = 4, .value = 16}, [2] = {.key = 8, .value = 4, .holds_pointers = true}};
	const struct bpf_insn *insns = context;
	u32 fd = (u32)insns[slot].imm;

	return fd < SKEP_COUNT(maps) ? maps[fd] : (struct skep_vmap){.holds_pointers = true};
}

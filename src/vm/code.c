/* SPDX-License-Identifier: BSD-2-Clause */
/* From a program to what runs: all that can be known before the first run is worked out here. */
#include "base/alloc.h"
#include "base/diag.h"
#include "vm/fuse.h"
#include "vm/vm.h"

enum { DEFAULT_BUDGET = 1000000 };

static skep_entry *const interpreters[] = {
    [SKEP_CODE_DEFAULT] = skep_interpret_plain,	  [SKEP_CODE_JIT] = skep_interpret_plain,
    [SKEP_CODE_PLAIN] = skep_interpret_plain,	  [SKEP_CODE_BUDGET] = skep_interpret_budget,
    [SKEP_CODE_CHECKED] = skep_interpret_checked,
};

static bool table_address(const struct skep_helpers *helpers, u32 number, u32 index, u64 *value,
			  struct skep_diag *d)
{
	if (number >= helpers->table_count)
		return skep_fail_at(d, SKEP_E_RANGE, skep_place_insn(index),
				    "instruction %u: table of programs %u of %u", index, number,
				    helpers->table_count);
	*value = (u64)(uintptr_t)helpers->tables[number];
	return true;
}

/* The value that a 64-bit immediate stands for. */
static bool wide_value(const struct skep_code *code, const struct skep_insn_row *row, u32 index,
		       u64 *value, struct skep_diag *d)
{
	const struct skep_helpers *helpers = &code->helpers;
	const struct skep_prog *prog = code->prog;
	u32 low = (u32)prog->insns[index].imm, high = (u32)prog->insns[index + 1].imm;

	if (row->op == SKEP_WIDE_NUMBER) {
		*value = (u64)high << 32 | low;
		return true;
	}
	if (row->op == SKEP_WIDE_FUNCTION && code->callbacks) {
		u32 target = (u32)skep_insn_target(row, &prog->insns[index], index);

		*value = (u64)(uintptr_t)&code->callbacks[code->functions[target] - 1];
		return true;
	}
	if (row->op == SKEP_WIDE_MAP_IDX && helpers->table_count)
		return table_address(helpers, low, index, value, d);
	if (row->op != SKEP_WIDE_MAP_IDX_VALUE) {
		skep_fail_at(d, SKEP_E_UNSUPPORTED, skep_place_insn(index),
			     "instruction %u: %s needs a map, a variable or a function's address, "
			     "which a program on its own does not have",
			     index, row->name);
		return skep_hint(d, "a program on its own has data: map[idx:N][0]+OFFSET");
	}
	if (low >= prog->data_count)
		return skep_fail_at(d, SKEP_E_RANGE, skep_place_insn(index),
				    "instruction %u: data block %u of %u", index, low,
				    prog->data_count);
	if (!prog->data[low].bytes)
		return skep_fail_at(d, SKEP_E_UNSUPPORTED, skep_place_insn(index),
				    "instruction %u: of map %s only the name is known", index,
				    prog->data[low].name);
	if (high > prog->data[low].size)
		return skep_fail_at(d, SKEP_E_RANGE, skep_place_insn(index),
				    "instruction %u: offset %u of a data block of %zu bytes", index,
				    high, prog->data[low].size);
	*value = (u64)(uintptr_t)prog->data[low].bytes + high;
	return true;
}

/* A function whose address is taken gets a number, the first time. */
static bool note_function(struct skep_code *code, u32 target, struct skep_diag *d)
{
	if (!code->functions)
		code->functions = skep_alloc(code->count * sizeof(*code->functions));
	if (!code->functions)
		return skep_fail_nomem(d);
	if (!code->functions[target])
		code->functions[target] = ++code->callback_count;
	return true;
}

/* Once all have numbers. */
static bool make_callbacks(struct skep_code *code, struct skep_diag *d)
{
	if (code->helpers.handler && !note_function(code, code->helpers.handler - 1, d))
		return false;
	if (!code->functions)
		return true;
	code->callbacks = skep_alloc(code->callback_count * sizeof(*code->callbacks));
	if (!code->callbacks)
		return skep_fail_nomem(d);
	for (u32 i = 0; i < code->count; i++)
		if (code->functions[i])
			code->callbacks[code->functions[i] - 1] =
			    (struct skep_callback){.code = code, .target = i};
	if (code->helpers.handler)
		code->handler = (u64)(uintptr_t)&code
				    ->callbacks[code->functions[code->helpers.handler - 1] - 1];
	return true;
}

static bool resolve_wide(struct skep_code *code, const struct skep_insn_row *row, u32 index,
			 struct skep_diag *d)
{
	u64 value;

	if (row->op != SKEP_WIDE_FUNCTION || !code->gives_callbacks)
		return wide_value(code, row, index, &value, d);
	return note_function(code, (u32)skep_insn_target(row, &code->prog->insns[index], index), d);
}

/* Whether a call of helpers means an operation that its map has. */
static bool is_map_call(const struct skep_helpers *helpers, s32 number)
{
	u32 map = skep_map_call_map(number);

	return skep_is_map_call(number) && map < helpers->map_count &&
	       skep_map_function(helpers->maps[map], skep_map_call_operation(number));
}

/* The row of a call: of helpers, there are some that engines do themselves. */
static enum skep_insn_id call_row(const struct skep_code *code, const struct skep_insn_row *row,
				  u32 index)
{
	const struct skep_helpers *helpers = &code->helpers;
	s32 number = code->prog->insns[index].imm;

	if (row->op != SKEP_CALL_HELPER)
		return skep_insn_id(row);
	if (number == SKEP_HELPER_TAIL_CALL && (helpers->table_count || helpers->any_table))
		return SKEP_INSN_TAIL_CALL;
	if (number == SKEP_HELPER_CPU && helpers->has_env)
		return SKEP_INSN_CPU;
	return is_map_call(helpers, number) ? SKEP_INSN_MAP_CALL : SKEP_INSN_CALL_HELPER;
}

static bool check_call(const struct skep_code *code, const struct skep_insn_row *row, u32 index,
		       struct skep_diag *d)
{
	u32 number = (u32)code->prog->insns[index].imm;

	if (row->op != SKEP_CALL_HELPER && row->op != SKEP_CALL_BTF)
		return true;
	if (row->op == SKEP_CALL_HELPER && number < code->helpers.count &&
	    code->helpers.table[number])
		return true;
	skep_fail_at(d, SKEP_E_UNSUPPORTED, skep_place_insn(index),
		     "instruction %u: calls %s %u, this run has %s", index,
		     row->op == SKEP_CALL_HELPER ? "helper" : "kernel function", number,
		     code->helpers.count ? "others only" : "none");
	if (row->op != SKEP_CALL_HELPER)
		return false;
	return skep_hint(d, "helpers of a program on its own are those of its options: "
			    "skep_helper_set_add");
}

static bool resolve_cast(struct skep_code *code, u32 index, struct skep_diag *d)
{
	if (code->helpers.window && code->prog->insns[index].dst_reg == SKEP_CODE_SPARE) {
		code->rows[index] = SKEP_INSN_WINDOW;
		return true;
	}
	return skep_fail_at(d, SKEP_E_UNSUPPORTED, skep_place_insn(index),
			    "instruction %u: casts an address of an arena, which a program on its "
			    "own does not have",
			    index);
}

enum {
	NAMING_CLASSES = 1 << BPF_LD | 1 << BPF_JMP | 1 << BPF_JMP32,
	READING_CLASSES = 1 << BPF_LDX | 1 << BPF_STX,
};

/* What the form of a program does not tell: whether what it names is there. Jumps are counted on
 * the way. */
static bool resolve(struct skep_code *code, struct skep_diag *d)
{
	const struct skep_prog *prog = code->prog;
	bool has_context = prog->type == SKEP_PROG_SOCKET_FILTER;
	u32 classes = NAMING_CLASSES | (has_context ? READING_CLASSES : 0);

	for (u32 i = 0; i < prog->count; i++) {
		const struct bpf_insn *insn = &prog->insns[i];
		const struct skep_insn_row *row;

		if (skep_insn_row(code->rows[i])->kind == SKEP_KIND_CAST &&
		    !resolve_cast(code, i, d))
			return false;
		if (!(classes >> BPF_CLASS(insn->code) & 1))
			continue;
		row = skep_insn_row(code->rows[i]);
		switch (row->kind) {
		case SKEP_KIND_CALL:
			code->rows[i] = (u8)call_row(code, row, i);
			if (!check_call(code, skep_insn_row(code->rows[i]), i, d))
				return false;
			code->calls_tail |= code->rows[i] == SKEP_INSN_TAIL_CALL;
			code->reads_cpu |= code->rows[i] == SKEP_INSN_CPU;
			code->reads_context = true;
			code->jumps++;
			break;
		case SKEP_KIND_MAY:
			code->may_goto = true;
			code->jumps++;
			break;
		case SKEP_KIND_JUMP:
		case SKEP_KIND_JA:
		case SKEP_KIND_EXIT:
		case SKEP_KIND_PACKET:
			code->jumps++;
			break;
		case SKEP_KIND_LOAD:
			code->reads_context |= insn->src_reg != 10;
			break;
		case SKEP_KIND_ATOMIC:
			code->reads_context |= insn->dst_reg != 10;
			break;
		case SKEP_KIND_WIDE:
			if (!resolve_wide(code, row, i, d))
				return false;
			i++;
			break;
		}
	}
	return make_callbacks(code, d);
}

u64 skep_code_wide(const struct skep_code *code, u32 index)
{
	u64 value = 0;
	bool ok = wide_value(code, skep_insn_row(code->rows[index]), index, &value, NULL);

	assert(ok);
	(void)ok;
	return value;
}

const void *skep_code_function(const struct skep_code *code, u32 index)
{
	const struct skep_helpers *helpers = &code->helpers;
	s32 number = code->prog->insns[index].imm;

	if (code->rows[index] != SKEP_INSN_MAP_CALL)
		return (const void *)(uintptr_t)helpers->table[number];
	return skep_map_function(helpers->maps[skep_map_call_map(number)],
				 skep_map_call_operation(number));
}

static void fill_op(const struct skep_code *code, u32 index, const void *label)
{
	const struct bpf_insn *insn = &code->prog->insns[index];

	code->ops[index] = (struct skep_op){.label = label,
					    .dst = insn->dst_reg,
					    .src = insn->src_reg,
					    .off = insn->off,
					    .imm = insn->imm};
}

static bool enter_by(struct skep_code *code, skep_entry *enter, struct skep_diag *d)
{
	const void *const *labels = (const void *const *)(uintptr_t)enter(NULL, 0, 0, 0, 0);
	struct skep_fuse fuse;

	code->ops = skep_alloc(code->count * sizeof(*code->ops));
	if (!code->ops)
		return skep_fail_nomem(d);
	skep_code_set_engine(code, enter);
	skep_fuse_init(&fuse);
	for (u32 i = 0; i < code->count; i++) {
		bool fuses = enter == skep_interpret_plain;

		fill_op(code, i, labels[fuses ? skep_fused_label(&fuse, code, i) : code->rows[i]]);
		if (code->prog->insns[i].code != SKEP_OPCODE_WIDE)
			continue;
		code->ops[i + 1].value = skep_code_wide(code, i);
		i++;
	}
	for (u32 i = 0; i < code->callback_count; i++)
		code->callbacks[i].call = skep_interpret_callback;
	return true;
}

void skep_code_settle(struct skep_code *code)
{
	skep_free(code->rows);
	code->rows = NULL;
	skep_free(code->functions);
	code->functions = NULL;
	code->helpers.maps = NULL;
	code->helpers.map_count = 0;
}

static void choose_helpers(struct skep_code *code, const struct skep_helpers *helpers,
			   const struct skep_helper_set *set)
{
	code->gives_callbacks = helpers;
	if (helpers)
		code->helpers = *helpers;
	else if (set)
		code->helpers = (struct skep_helpers){.table = set->functions, .count = set->count};
	if (!helpers)
		code->set = set;
}

static bool find_rows(struct skep_code *code, struct skep_diag *d)
{
	const struct skep_prog *prog = code->prog;

	if (code->helpers.window)
		return skep_isa_code_rows(prog->insns, prog->count, code->rows, d);
	return skep_isa_rows(prog->insns, prog->count, code->rows, d);
}

struct skep_code *skep_code_decode(const struct skep_prog *prog,
				   const struct skep_code_options *options,
				   const struct skep_helpers *helpers, struct skep_diag *d)
{
	static const struct skep_code_options usual = {.mode = SKEP_CODE_DEFAULT};
	struct skep_code *code;

	options = options ? options : &usual;
	if (prog->type == SKEP_PROG_XDP && !helpers) {
		skep_fail(
		    d, SKEP_E_UNSUPPORTED,
		    "an XDP program needs the context of a driver, which a program on its own "
		    "does not have");
		return NULL;
	}
	code = skep_alloc(sizeof(*code));
	if (!code)
		goto no_memory;
	code->rows = skep_alloc(prog->count);
	if (!code->rows)
		goto no_memory;
	code->mode = options->mode;
	code->budget = options->budget ? options->budget : DEFAULT_BUDGET;
	code->blind_constants = options->blind_constants;
	code->retpolines = options->retpolines;
	code->describes = options->profile & SKEP_CODE_GDB;
	code->prog = prog;
	code->count = prog->count;
	choose_helpers(code, helpers, options->helpers);
	if (find_rows(code, d) && resolve(code, d))
		return code;
	skep_code_free(code);
	return NULL;
no_memory:
	skep_code_free(code);
	skep_fail_nomem(d);
	return NULL;
}

SKEP_API void skep_code_free(struct skep_code *code)
{
	if (!code)
		return;
	if (code->native.release)
		code->native.release(&code->native);
	skep_free(code->ops);
	skep_free(code->rows);
	skep_free(code->functions);
	skep_free(code->callbacks);
	skep_free(code);
}

bool skep_code_interpret(struct skep_code *code, struct skep_diag *d)
{
	return enter_by(code, interpreters[code->mode], d);
}

bool skep_code_follow(struct skep_code *code, struct skep_diag *d)
{
	return enter_by(code, skep_interpret_followed, d);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/stacks.h"

#include <string.h>

#include "base/json.h"

static void push(struct skep_stack *stack, const char *frame)
{
	if (stack->count < SKEP_COUNT(stack->frames))
		stack->frames[stack->count++] = frame ? frame : "?";
}

/* What Linux calls between a tracepoint and our program is not the way that led there. */
static void leave_out_ours(struct skep_stack *stack)
{
	static const char call[] = "__traceiter_";
	u32 ours = stack->count;

	while (ours && strncmp(stack->frames[ours - 1], call, sizeof(call) - 1) != 0)
		ours--;
	stack->count -= ours;
	memmove(stack->frames, stack->frames + ours, stack->count * sizeof(stack->frames[0]));
}

void skep_stack_read(struct skep_stack *stack, const struct skep_session *trace,
		     struct skep_symbols *symbols, const struct skep_trace_event *row)
{
	static const enum skep_trace_row sides[] = {SKEP_ROW_KERNEL_STACK, SKEP_ROW_USER_STACK};
	u64 addresses[SKEP_TRACE_FRAMES];

	stack->count = 0;
	for (size_t side = 0; side < SKEP_COUNT(sides); side++) {
		u32 number = (u32)row->numbers[sides[side]];
		u32 count = skep_session_stack(trace, number, addresses);

		/* return addresses stand behind their calls; the innermost one is exact */
		for (u32 i = 0; i < count; i++)
			push(stack, side == 0 ? skep_symbols_kernel(symbols, addresses[i] - !!i)
					      : skep_symbols_user(symbols, row->head.pid,
								  addresses[i] - !!i));
		if (number == SKEP_TRACE_STACK_LOST)
			push(stack, "[lost]");
		if (side == 0) {
			leave_out_ours(stack);
			stack->kernel = stack->count;
		}
	}
}

/* What separates frames and values cannot stand in a name. */
static void put_name(struct skep_buffer *b, const char *name)
{
	for (size_t i = 0; name[i]; i++) {
		char c = name[i] == ';' || (u8)name[i] < ' ' ? '_' : name[i];

		skep_buffer_bytes(b, &c, 1);
	}
}

void skep_stack_fold(const struct skep_stack *stack, struct skep_buffer *b, const char *root,
		     u64 value)
{
	put_name(b, root);
	for (u32 i = stack->count; i-- > 0;) {
		skep_buffer_text(b, ";");
		put_name(b, stack->frames[i]);
		skep_buffer_text(b, i < stack->kernel ? "_[k]" : "");
	}
	skep_buffer_printf(b, " %llu\n", (unsigned long long)value);
}

void skep_stack_text(const struct skep_stack *stack, struct skep_buffer *b)
{
	for (u32 i = 0; i < stack->count; i++)
		skep_buffer_printf(b, "    %s%s\n", stack->frames[i],
				   i < stack->kernel ? " [k]" : "");
}

void skep_stack_json(const struct skep_stack *stack, struct skep_buffer *b)
{
	skep_buffer_text(b, ",\"stack\":[");
	for (u32 i = 0; i < stack->count; i++) {
		skep_buffer_text(b, i ? "," : "");
		skep_json_string(b, stack->frames[i]);
	}
	skep_buffer_text(b, "]");
}

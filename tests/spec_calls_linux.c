/* SPDX-License-Identifier: BSD-2-Clause */
/* Arguments, results and effects of helpers: a call is made whose arguments are right, one whose
 * nth argument is wrong, one with a packet pointer kept over it, and one for each type of map. */
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>

#include "spec_ask.h"
#include "test.h"

/* Registers that live over the call. */
enum { CTX = 6, OBJECT = 7, DATA = 8, DATA_END = 9, FRAME = 10 };
/* Each argument has its own part of the stack. */
enum { AREA = 64, ARGS = 5, WRONG = 0x1234 };

struct call {
	const struct skep_helper_row *row;
	struct ask_type type;
	struct ask_code code;
	u32 map_type; /* 0: the first that fits */
	u32 constant; /* the argument whose memory is read-only; 0: none */
	u32 raw;      /* the argument whose memory has not been written; 0: none */
	bool packet;  /* DATA is a packet pointer, DATA + 1 <= DATA_END */
};

/* ---- what the program has before the call */

static void leave(struct call *call)
{
	struct skep_ret_range range = skep_prog_ret_range(call->type.prog, call->type.attach);

	ask_mov(&call->code, 0, range.checked ? range.min : 0);
	ask_exit(&call->code);
}

/* Leaves if a register is 0. */
static void leave_if_null(struct call *call, u32 reg)
{
	ASK(&call->code, .code = BPF_JMP | BPF_JNE | BPF_K, .dst_reg = reg & 15, .off = 2);
	leave(call);
}

static bool load_socket(struct call *call)
{
	static const u8 kinds[] = {SKEP_FIELD_SOCKET, SKEP_FIELD_SOCKET_OR_NULL,
				   SKEP_FIELD_SOCK_COMMON_OR_NULL};

	for (size_t i = 0; i < SKEP_COUNT(kinds); i++) {
		u32 size;
		s32 off = ask_field(&call->type, kinds[i], &size);

		if (off < 0)
			continue;
		ask_load_mem(&call->code, OBJECT, CTX, off, size);
		leave_if_null(call, OBJECT);
		return true;
	}
	return false;
}

static bool load_packet(struct call *call)
{
	u32 size, end_size;
	s32 data = ask_field(&call->type, SKEP_FIELD_PACKET, &size);
	s32 end = ask_field(&call->type, SKEP_FIELD_PACKET_END, &end_size);

	if (data < 0 || end < 0)
		return false;
	ask_load_mem(&call->code, DATA, CTX, data, size);
	ask_load_mem(&call->code, DATA_END, CTX, end, end_size);
	ask_copy(&call->code, 1, DATA);
	ASK(&call->code, .code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = 1, .imm = 1);
	ASK(&call->code, .code = BPF_JMP | BPF_JLE | BPF_X, .dst_reg = 1, .src_reg = DATA_END,
	    .off = 2);
	leave(call);
	return true;
}

static bool wants(const struct skep_helper_row *row, u32 kind)
{
	for (u32 i = 0; i < ARGS; i++)
		if (row->args[i].kind == kind && !(row->args[i].flags & SKEP_ARG_F_NULL))
			return true;
	return false;
}

static bool prologue(struct call *call)
{
	const struct skep_helper_row *row = call->row;

	ask_copy(&call->code, CTX, 1);
	ask_mov(&call->code, 0, 0);
	for (s32 off = -AREA * ARGS; off < 0; off += 8)
		if (!call->raw || off < -AREA * (s32)call->raw ||
		    off >= -AREA * (s32)(call->raw - 1))
			ask_store_mem(&call->code, FRAME, off, 0, 8);
	if (wants(row, SKEP_ARG_BTF_ID)) {
		ask_call(&call->code, BPF_FUNC_get_current_task_btf);
		ask_copy(&call->code, OBJECT, 0);
	}
	if (wants(row, SKEP_ARG_SOCK_COMMON) || wants(row, SKEP_ARG_SOCKET) ||
	    wants(row, SKEP_ARG_BTF_ID_SOCK_COMMON))
		if (!load_socket(call))
			return false;
	return !call->packet || load_packet(call);
}

/* ---- arguments */

static bool put_map(struct call *call, u32 reg)
{
	struct skep_caller caller = {.prog_type = call->type.prog,
				     .attach_type = call->type.attach};
	u32 type = call->map_type;

	for (u32 i = 1; !type && i <= BPF_MAP_TYPE_ARENA; i++)
		if (skep_map_fits_caller(i, call->row->number, caller) && ask_map(i) >= 0)
			type = i;
	if (!type)
		return false;
	ask_load_map(&call->code, reg, ask_map(type), false);
	return true;
}

/* Memory of an argument's own. */
static void put_stack(struct call *call, u32 reg)
{
	if (reg == call->constant) {
		ask_load_map(&call->code, reg, ask_string_map(), true);
		return;
	}
	ask_copy(&call->code, reg, FRAME);
	ASK(&call->code, .code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = reg & 15,
	    .imm = -AREA * (s32)reg);
}

static bool put_object(struct call *call, u32 reg)
{
	const struct skep_arg *arg = &call->row->args[reg - 1];

	if (arg->kind == SKEP_ARG_BTF_ID && (!arg->btf || strcmp(arg->btf, "task_struct") != 0))
		return false;
	ask_copy(&call->code, reg, OBJECT);
	return true;
}

/* Their values are sockets: what map_update_elem takes there is one. */
static bool holds_sockets(u32 map_type)
{
	return map_type == BPF_MAP_TYPE_SOCKMAP || map_type == BPF_MAP_TYPE_SOCKHASH;
}

/* What an argument should be; false if this test cannot make it. */
static bool put_right(struct call *call, u32 reg)
{
	const struct skep_arg *arg = &call->row->args[reg - 1];

	if (arg->flags & SKEP_ARG_F_RELEASE)
		return false;
	switch (arg->kind) {
	case SKEP_ARG_CONST_MAP:
		return put_map(call, reg);
	case SKEP_ARG_CTX:
		ask_copy(&call->code, reg, CTX);
		return true;
	case SKEP_ARG_MAP_VALUE:
		if (holds_sockets(call->map_type))
			return false;
		put_stack(call, reg);
		return true;
	case SKEP_ARG_MAP_KEY:
	case SKEP_ARG_MEM:
	case SKEP_ARG_STACK:
		put_stack(call, reg);
		return true;
	case SKEP_ARG_CONST_STR:
		ask_load_map(&call->code, reg, ask_string_map(), true);
		return true;
	case SKEP_ARG_ANYTHING:
		ask_mov(&call->code, reg, 0);
		return true;
	case SKEP_ARG_CONST_SIZE:
	case SKEP_ARG_CONST_SIZE_OR_ZERO:
	case SKEP_ARG_CONST_ALLOC_SIZE_OR_ZERO:
		ask_mov(&call->code, reg, 8);
		return true;
	default:
		if (arg->flags & SKEP_ARG_F_NULL)
			ask_mov(&call->code, reg, 0);
		else if (arg->kind == SKEP_ARG_BTF_ID || arg->kind == SKEP_ARG_SOCK_COMMON ||
			 arg->kind == SKEP_ARG_SOCKET || arg->kind == SKEP_ARG_BTF_ID_SOCK_COMMON)
			return put_object(call, reg);
		return arg->flags & SKEP_ARG_F_NULL;
	}
}

static u32 arg_count(const struct skep_helper_row *row)
{
	u32 count = 0;

	while (count < ARGS && row->args[count].kind != SKEP_ARG_NONE)
		count++;
	return count;
}

/* Makes a call with right arguments before register `wrong`; 0: all are right. */
static bool make(struct call *call, u32 wrong)
{
	u32 count = arg_count(call->row);

	call->code.count = 0;
	if (!prologue(call))
		return false;
	for (u32 reg = 1; reg <= count; reg++)
		if (wrong && reg >= wrong)
			ask_mov(&call->code, reg, WRONG);
		else if (!put_right(call, reg))
			return false;
	if (wrong && strcmp(skep_arg_row(call->row->args[wrong - 1].kind)->log, "scalar") == 0)
		ask_copy(&call->code, wrong, CTX);
	ask_call(&call->code, call->row->number);
	if (call->packet) {
		ask_load_mem(&call->code, 0, DATA, 0, 1);
		ask_mov(&call->code, 0, 0);
	}
	leave(call);
	return true;
}

/* A reference that is kept is no matter of arguments. */
static bool taken(struct call *call, u32 level)
{
	return ask_load(&call->type, &call->code, level) == 0 || ask_said("Unreleased reference");
}

/* ---- the questions */

struct tally {
	u32 asked, differences;
};

static void ask_wrong(struct call *call, struct tally *t)
{
	for (u32 reg = 1; reg <= arg_count(call->row); reg++) {
		const struct skep_arg *arg = &call->row->args[reg - 1];
		const char *want = skep_arg_row(arg->kind)->log;
		char text[200];

		if (!*want || !make(call, reg))
			continue;
		t->asked++;
		snprintf(text, sizeof(text), "expected=%s\n", want);
		if (taken(call, 1) || !ask_said(text))
			ask_differs(&t->differences, "%s: argument %u is not '%s': %s",
				    call->row->name, reg, want, ask_why());
	}
}

static const char *const result_words[] = {
    [SKEP_RET_INTEGER] = "scalar(",
    [SKEP_RET_MAP_VALUE] = "map_value(",
    [SKEP_RET_MAP_VALUE_OR_NULL] = "map_value_or_null(",
    [SKEP_RET_SOCKET_OR_NULL] = "sock_or_null(",
    [SKEP_RET_TCP_SOCK_OR_NULL] = "tcp_sock_or_null(",
    [SKEP_RET_SOCK_COMMON_OR_NULL] = "sock_common_or_null(",
    [SKEP_RET_RINGBUF_MEM_OR_NULL] = "ringbuf_mem_or_null(",
    [SKEP_RET_DYNPTR_MEM_OR_NULL] = "mem_or_null(",
    [SKEP_RET_BTF_ID_OR_NULL] = "ptr_or_null_",
    [SKEP_RET_BTF_ID] = "ptr_",
    [SKEP_RET_BTF_ID_TRUSTED] = "trusted_ptr_",
};

/* Whether r0 behind the call is in the log what the row says. */
static bool result_fits(const struct skep_helper_row *row)
{
	char call[80];
	const char *at, *word = row->ret < SKEP_COUNT(result_words) ? result_words[row->ret] : NULL;

	snprintf(call, sizeof(call), ": (85) call %s#%d", row->symbol, row->number);
	at = strstr(ask_log(), call);
	at = at ? strstr(at, "R0") : NULL;
	at = at ? strchr(at, '=') : NULL;
	if (!word || !at)
		return true;
	return strncmp(at + 1, word, strlen(word)) == 0 &&
	       (!row->ret_btf ||
		strncmp(at + 1 + strlen(word), row->ret_btf, strlen(row->ret_btf)) == 0);
}

static void ask_right(struct call *call, struct tally *t)
{
	if (!make(call, 0))
		return;
	t->asked++;
	if (!taken(call, 2))
		ask_differs(&t->differences, "%s: refused: %s", call->row->name, ask_why());
	else if (!result_fits(call->row))
		ask_differs(&t->differences, "%s: another result: %s", call->row->name, ask_why());
	if (ask_said("Unreleased reference") != !!(call->row->flags & SKEP_HELPER_ACQUIRES))
		ask_differs(&t->differences, "%s: acquires", call->row->name);
}

/* Whether a packet pointer outlives the call. */
static void ask_packet(struct call *call, struct tally *t)
{
	bool ours = call->row->flags & SKEP_HELPER_CHANGES_PACKET, theirs;

	call->packet = true;
	if (make(call, 0)) {
		t->asked++;
		theirs = !taken(call, 1);
		if (ours != theirs)
			ask_differs(&t->differences, "%s: packet pointers %s: %s", call->row->name,
				    theirs ? "are lost" : "stay", ask_why());
	}
	call->packet = false;
}

static void ask_maps(struct call *call, struct tally *t)
{
	struct skep_caller caller = {.prog_type = call->type.prog,
				     .attach_type = call->type.attach};

	if (!wants(call->row, SKEP_ARG_CONST_MAP))
		return;
	for (u32 type = 1; type <= BPF_MAP_TYPE_ARENA; type++) {
		bool ours = skep_map_fits_caller(type, call->row->number, caller), theirs;

		call->map_type = type;
		if (ask_map(type) < 0 || !make(call, 0))
			continue;
		t->asked++;
		theirs = taken(call, 1);
		if (ours != theirs)
			ask_differs(&t->differences,
				    "%s, program type %u: Linux %s maps of type %s: %s",
				    call->row->name, call->type.prog, theirs ? "takes" : "refuses",
				    skep_map_row(type)->name, ask_why());
	}
	call->map_type = 0;
}

static bool is_memory(const struct skep_arg *arg)
{
	return arg->kind == SKEP_ARG_MAP_KEY || arg->kind == SKEP_ARG_MAP_VALUE ||
	       arg->kind == SKEP_ARG_MEM;
}

/* Whether read-only memory will do for an argument. */
static void ask_constant(struct call *call, struct tally *t)
{
	for (u32 reg = 1; reg <= arg_count(call->row); reg++) {
		const struct skep_arg *arg = &call->row->args[reg - 1];
		bool ours = arg->flags & SKEP_ARG_F_WRITE, theirs;

		call->constant = reg;
		if (!is_memory(arg) || !make(call, 0))
			continue;
		t->asked++;
		theirs = !taken(call, 1);
		if (ours != theirs)
			ask_differs(&t->differences, "%s: argument %u is %s: %s", call->row->name,
				    reg, theirs ? "written" : "read alone", ask_why());
	}
	call->constant = 0;
}

/* Whether memory that was not written will do for an argument. Only who has no CAP_PERFMON minds.
 */
static void ask_raw(struct call *call, struct tally *t)
{
	for (u32 reg = 1; reg <= arg_count(call->row); reg++) {
		const struct skep_arg *arg = &call->row->args[reg - 1];
		bool ours = arg->flags & SKEP_ARG_F_UNINIT, theirs;

		call->raw = 0;
		if (!is_memory(arg) || !make(call, 0) || !taken(call, 1))
			continue;
		call->raw = reg;
		make(call, 0);
		t->asked++;
		theirs = taken(call, 1);
		if (ours != theirs)
			ask_differs(&t->differences, "%s: argument %u is %s: %s", call->row->name,
				    reg, theirs ? "written" : "read first", ask_why());
	}
	call->raw = 0;
}

static const struct {
	const char *name;
	void (*ask)(struct call *call, struct tally *tally);
} questions[] = {
    {"wrong arguments are refused for what the table says", ask_wrong},
    {"right arguments are taken, and r0 is what the table says", ask_right},
    {"packet pointers over a call", ask_packet},
    {"types of maps for a helper", ask_maps},
    {"read-only memory as an argument", ask_constant},
    {"memory that was not written as an argument", ask_raw},
};

/* Who calls it: what sleeps is called by a program that may. */
static bool type_for(const struct skep_helper_row *row, struct ask_type *type)
{
	struct skep_caller sleeper = {.prog_type = BPF_PROG_TYPE_SYSCALL};

	if (row->flags & SKEP_HELPER_SLEEPS && skep_helper_for(row->number, sleeper) == row)
		return ask_type(sleeper.prog_type, 0, type);
	return ask_type_for(row, type);
}

static void ask_row(const struct skep_helper_row *row, size_t question, struct tally *t)
{
	struct call call = {.row = row};

	if (!row->more && type_for(row, &call.type) && !ask_lacks(&call.type, row->number))
		questions[question].ask(&call, t);
}

struct round {
	size_t question;
	struct tally tally;
};

static void ask_all(void *shared)
{
	struct round *round = shared;

	for (s32 number = 1; number <= BPF_FUNC_cgrp_storage_delete; number++)
		for (const struct skep_helper_row *row = skep_helper_row(number); row;
		     row = skep_helper_next(row))
			ask_row(row, round->question, &round->tally);
}

void spec_calls_linux(void)
{
	for (size_t i = 0; i < SKEP_COUNT(questions); i++) {
		struct round round = {.question = i};

		if (questions[i].ask == ask_raw)
			ask_without(CAP_PERFMON, ask_all, &round, sizeof(round));
		else
			ask_all(&round);
		test_eq(round.tally.differences, 0, "%s: %u asked", questions[i].name,
			round.tally.asked);
	}
}

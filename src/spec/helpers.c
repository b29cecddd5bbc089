/* SPDX-License-Identifier: BSD-2-Clause */
#include "spec/spec.h"

#include <string.h>

#include "spec/sets.h"

/* ---- the words of helpers.def */

#define GPL	 SKEP_HELPER_GPL
#define PACKET	 SKEP_HELPER_PACKET
#define CHANGES	 SKEP_HELPER_CHANGES_PACKET
#define SLEEPS	 SKEP_HELPER_SLEEPS
#define PERFMON	 SKEP_HELPER_PERFMON
#define BPF	 SKEP_HELPER_BPF
#define ACQUIRES SKEP_HELPER_ACQUIRES
#define RELEASES SKEP_HELPER_RELEASES
#define CALLBACK SKEP_HELPER_CALLBACK
#define LATER	 SKEP_HELPER_CALLBACK_LATER
#define FASTCALL SKEP_HELPER_FASTCALL

#define RETURNS(what)		.ret = SKEP_RET_##what
#define INTEGER			RETURNS(INTEGER)
#define VOID			RETURNS(VOID)
#define TO_VALUE		RETURNS(MAP_VALUE)
#define TO_VALUE_OR_NULL	RETURNS(MAP_VALUE_OR_NULL)
#define TO_SOCKET		RETURNS(SOCKET_OR_NULL)
#define TO_TCP_SOCK		RETURNS(TCP_SOCK_OR_NULL)
#define TO_SOCK_COMMON		RETURNS(SOCK_COMMON_OR_NULL)
#define TO_RECORD		RETURNS(RINGBUF_MEM_OR_NULL)
#define TO_DYNPTR_MEM		RETURNS(DYNPTR_MEM_OR_NULL)
#define TO_PERCPU		RETURNS(MEM_OR_BTF)
#define TO_PERCPU_OR_NULL	RETURNS(MEM_OR_BTF_OR_NULL)
#define TO_TRUSTED(name)	RETURNS(BTF_ID_TRUSTED), .ret_btf = #name
#define TO_STRUCT(name)		RETURNS(BTF_ID), .ret_btf = #name
#define TO_STRUCT_OR_NULL(name) RETURNS(BTF_ID_OR_NULL), .ret_btf = #name
#define TO_STRUCT_OR_NULL_ANY	RETURNS(BTF_ID_OR_NULL)

#define F(flag) SKEP_ARG_F_##flag
#define A(name, ...)                                                                               \
	{                                                                                          \
		.kind = SKEP_ARG_##name, __VA_ARGS__                                               \
	}
#define ANY		     A(ANYTHING)
#define CTX		     A(CTX)
#define CTX_OR_NULL	     A(CTX, .flags = F(NULL))
#define MAP		     A(CONST_MAP)
#define KEY		     A(MAP_KEY)
#define VALUE		     A(MAP_VALUE)
#define VALUE_OR_NULL	     A(MAP_VALUE, .flags = F(NULL))
#define VALUE_OUT	     A(MAP_VALUE, .flags = F(UNINIT) | F(WRITE))
#define SIZE		     A(CONST_SIZE)
#define SIZE0		     A(CONST_SIZE_OR_ZERO)
#define MEM		     A(MEM, .flags = F(RDONLY))
#define MEM_OR_NULL	     A(MEM, .flags = F(RDONLY) | F(NULL))
#define MEM_OUT		     A(MEM, .flags = F(UNINIT) | F(WRITE))
#define MEM_CHANGED	     A(MEM, .flags = F(WRITE))
#define MEM_CHANGED_OR_NULL  A(MEM, .flags = F(WRITE) | F(NULL))
#define BYTES(n)	     A(MEM, .flags = F(RDONLY), .size = n)
#define OUT(n)		     A(MEM, .flags = F(UNINIT) | F(WRITE) | F(ALIGNED), .size = n)
#define CHANGED(n)	     A(MEM, .flags = F(WRITE) | F(ALIGNED), .size = n)
#define STR		     A(CONST_STR)
#define STACK_OR_NULL	     A(STACK, .flags = F(NULL))
#define FUNC		     A(FUNC)
#define SPIN_LOCK	     A(SPIN_LOCK)
#define TIMER		     A(TIMER)
#define ALLOC_SIZE	     A(CONST_ALLOC_SIZE_OR_ZERO)
#define RECORD		     A(RINGBUF_MEM, .flags = F(RELEASE))
#define SOCK_COMMON	     A(SOCK_COMMON)
#define SOCK		     A(BTF_ID_SOCK_COMMON)
#define SOCK_OR_NULL	     A(BTF_ID_SOCK_COMMON, .flags = F(NULL))
#define SOCK_END	     A(BTF_ID_SOCK_COMMON, .flags = F(RELEASE))
#define FULLSOCK_OR_NULL     A(SOCKET, .flags = F(NULL))
#define STRUCT(name)	     A(BTF_ID, .btf = #name)
#define STRUCT_OR_NULL(name) A(BTF_ID, .flags = F(NULL), .btf = #name)
#define PERCPU		     A(PERCPU_BTF_ID)
#define KPTR_PLACE	     A(KPTR_XCHG_DEST)
#define KPTR_OR_NULL	     A(BTF_ID, .flags = F(NULL) | F(RELEASE))
#define DYNPTR		     A(DYNPTR, .flags = F(RDONLY))
#define DYNPTR_NEW	     A(DYNPTR, .flags = F(UNINIT) | F(WRITE) | F(LOCAL))
#define DYNPTR_RECORD_NEW    A(DYNPTR, .flags = F(UNINIT) | F(WRITE) | F(RINGBUF))
#define DYNPTR_RECORD_END    A(DYNPTR, .flags = F(RELEASE) | F(RINGBUF))

/* ---- the tables */

static const struct skep_helper_row rows[] = {
#define HELPER(word, id, first, types, attach, bits, returns, ...)                                 \
	{.number = (id),                                                                           \
	 .name = #word,                                                                            \
	 .symbol = "bpf_" #word,                                                                   \
	 .flags = (bits),                                                                          \
	 .since = (first),                                                                         \
	 .progs = (types),                                                                         \
	 .attaches = (attach),                                                                     \
	 returns,                                                                                  \
	 .args = {__VA_ARGS__}},
#define ALSO(word, id, first, types, attach)                                                       \
	{.number = (id),                                                                           \
	 .name = #word,                                                                            \
	 .symbol = "bpf_" #word,                                                                   \
	 .since = (first),                                                                         \
	 .progs = (types),                                                                         \
	 .attaches = (attach),                                                                     \
	 .more = true},
#include "spec/helpers.def"
#undef HELPER
#undef ALSO
};

static const struct skep_arg_row arg_rows[SKEP_ARG_COUNT] = {
#define MEMORY			   "fp, pkt, pkt_meta, map_key, map_value, mem, ringbuf_mem, buf, trusted_ptr_"
#define ARG(name, expected, words) [SKEP_ARG_##name] = {.log = (expected), .title = (words)},
#include "spec/args.def"
#undef ARG
};

const struct skep_arg_row *skep_arg_row(enum skep_arg_kind kind)
{
	return &arg_rows[kind];
}

/* Rows are in the order of their numbers. Behind the last row of a number stands the next one's. */
static size_t first_row(s32 number)
{
	size_t low = 0, high = SKEP_COUNT(rows);

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (rows[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_row_of(size_t index, s32 number)
{
	return index < SKEP_COUNT(rows) && rows[index].number == number;
}

const struct skep_helper_row *skep_helper_row(s32 number)
{
	size_t index = first_row(number);

	return is_row_of(index, number) ? &rows[index] : NULL;
}

const struct skep_helper_row *skep_helper_next(const struct skep_helper_row *row)
{
	size_t next = (size_t)(row - rows) + 1;

	return is_row_of(next, row->number) ? &rows[next] : NULL;
}

static bool row_fits(const struct skep_helper_row *row, struct skep_caller caller)
{
	return row->progs & skep_prog_bit(caller.prog_type) &&
	       row->attaches & skep_attach_bit(caller.attach_type) &&
	       (!caller.kernel || row->since <= caller.kernel);
}

const struct skep_helper_row *skep_helper_for(s32 number, struct skep_caller caller)
{
	const struct skep_helper_row *prototype = NULL;

	for (size_t i = first_row(number); is_row_of(i, number); i++) {
		if (!rows[i].more)
			prototype = &rows[i];
		if (row_fits(&rows[i], caller))
			return prototype;
	}
	return NULL;
}

bool skep_helper_allowed(const struct skep_helper_row *helper, u32 prog_type, u32 attach_type)
{
	struct skep_caller caller = {.prog_type = prog_type, .attach_type = attach_type};

	return skep_helper_for(helper->number, caller) != NULL;
}

s32 skep_helper_find(const char *name, size_t length)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		if (strlen(rows[i].name) == length && memcmp(rows[i].name, name, length) == 0)
			return rows[i].number;
	return 0;
}

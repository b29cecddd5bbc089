/* SPDX-License-Identifier: BSD-2-Clause */
/* Program types: every access to the context, what it gives, what r0 may be at exit, and the attach
 * types that PROG_LOAD takes. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "spec_ask.h"
#include "test.h"

enum { AROUND = 264 /* bytes asked for at either end of a long context */ };

/* How the log names what a field holds. */
static const char *const log_words[] = {
    [SKEP_FIELD_SCALAR] = "scalar(",
    [SKEP_FIELD_PACKET] = "pkt(",
    [SKEP_FIELD_PACKET_END] = "pkt_end(",
    [SKEP_FIELD_PACKET_META] = "pkt_meta(",
    [SKEP_FIELD_SOCK_COMMON_OR_NULL] = "sock_common_or_null(",
    [SKEP_FIELD_SOCKET] = "sock(",
    [SKEP_FIELD_SOCKET_OR_NULL] = "sock_or_null(",
    [SKEP_FIELD_FLOW_KEYS] = "flow_keys(",
    [SKEP_FIELD_BTF_ID] = "trusted_ptr_",
    [SKEP_FIELD_BUFFER] = "tp_buffer(",
};

/* Sets r0 to what may be returned and exits. */
static void end(struct ask_code *code, const struct ask_type *type)
{
	struct skep_ret_range range = skep_prog_ret_range(type->prog, type->attach);

	ask_mov(code, 0, range.checked ? range.min : 0);
	ask_exit(code);
}

static bool linux_access(const struct ask_type *type, struct skep_ctx_ask ask)
{
	struct ask_code code = {0};

	if (ask.write) {
		ask_mov(&code, 2, 0);
		ask_store_mem(&code, 1, (s32)ask.off, 2, ask.size);
	} else {
		ask_load_mem(&code, 2, 1, (s32)ask.off, ask.size);
	}
	end(&code, type);
	return ask_load(type, &code, 2) == 0;
}

/* Whether the log's "R2=..." is what the field's kind is called. */
static bool same_kind(const struct skep_field *field)
{
	const char *at = strstr(ask_log(), " R2");
	const char *word = log_words[field->kind];

	at = at ? strchr(at, '=') : NULL;
	if (!at || strncmp(at + 1, word, strlen(word)) != 0)
		return false;
	return !field->btf || strncmp(at + 1 + strlen(word), field->btf, strlen(field->btf)) == 0;
}

static void compare_access(const struct ask_type *type, struct skep_ctx_ask ask, u32 *differences)
{
	struct skep_field field;
	bool ours = skep_ctx_access(type->prog, type->attach, ask, &field);
	bool theirs = linux_access(type, ask);
	bool by_btf = ours && field.kind == SKEP_FIELD_BTF_ARG;

	if (by_btf ? theirs && !ours : ours != theirs)
		ask_differs(differences, "attach type %u: Linux %s %s of %u bytes at %u (%s)",
			    type->attach, theirs ? "allows the" : "refuses the",
			    ask.write ? "write" : "read", ask.size, ask.off,
			    field.name ? field.name : "nothing there");
	else if (ours && theirs && !ask.write && !by_btf && !same_kind(&field))
		ask_differs(differences, "attach type %u: %s is not called '%s'", type->attach,
			    field.name, log_words[field.kind]);
}

static u32 compare_offset(const struct ask_type *type, u32 off, u32 *differences)
{
	for (u32 size = 1; size <= 8; size *= 2)
		for (int write = 0; write < 2; write++) {
			struct skep_ctx_ask ask = {.off = off, .size = size, .write = write};

			compare_access(type, ask, differences);
		}
	return 8;
}

static u32 compare_context(const struct ask_type *type, u32 *differences)
{
	u32 size = skep_prog_row(type->prog)->ctx_size, asked = 0;

	for (u32 off = 0; off < size + 16; off++)
		if (off < AROUND || off + AROUND / 8 > size)
			if (off <= 32767) /* what an instruction's offset can say */
				asked += compare_offset(type, off, differences);
	return asked;
}

/* ---- what r0 may be at exit */

static const s32 returned[] = {-4096, -4095, -5, -4, -3, -2, -1, 0,   1,    2,	       3,
			       4,     5,     6,	 7,  8,	 9,  10, 100, 4095, INT32_MAX, INT32_MIN};

static u32 compare_returns(const struct ask_type *type, u32 *differences)
{
	struct skep_ret_range range = skep_prog_ret_range(type->prog, type->attach);

	for (size_t i = 0; i < SKEP_COUNT(returned); i++) {
		s32 value = returned[i];
		bool ours = !range.checked || (value >= range.min && value <= range.max);
		struct ask_code code = {0};
		bool theirs;

		ask_mov(&code, 0, value);
		ask_exit(&code);
		theirs = ask_load(type, &code, 1) == 0;
		if (ours != theirs)
			ask_differs(differences, "attach type %u: Linux %s %d", type->attach,
				    theirs ? "takes" : "refuses", value);
	}
	return SKEP_COUNT(returned);
}

/* ---- by type */

static bool several_contexts(const struct skep_prog_row *prog)
{
	return prog->traits & SKEP_PROG_T_ATTACH || prog->type == BPF_PROG_TYPE_XDP;
}

struct tally {
	u32 attaches, fields, values;
	u32 wrong_attach, wrong_field, wrong_value;
};

static void check_attach(const struct skep_prog_row *prog, u32 attach, struct tally *t)
{
	bool ours = prog->attaches & skep_attach_bit(attach);
	struct ask_type type;
	bool theirs = ask_type(prog->type, attach, &type) && ask_loadable(&type);

	if (theirs && !ours)
		ask_differs(&t->wrong_attach, "Linux takes attach type %u", attach);
	if (!theirs && ours && !(prog->traits & SKEP_PROG_T_BTF_CTX))
		ask_differs(&t->wrong_attach, "Linux refuses attach type %u", attach);
	if (!theirs || !ours || !ask_is_sample(prog, attach))
		return;
	t->values += compare_returns(&type, &t->wrong_value);
	if (!t->attaches++ || several_contexts(prog))
		t->fields += compare_context(&type, &t->wrong_field);
}

void spec_ctx_linux(void)
{
	for (u32 number = 1; number <= BPF_PROG_TYPE_NETFILTER; number++) {
		const struct skep_prog_row *prog = skep_prog_row(number);
		struct tally t = {0};
		struct ask_type type;

		if (!ask_some_type(number, &type)) {
			printf("# %s\n", prog->name);
			test_skip("a program type", "cannot be loaded on this kernel");
			continue;
		}
		for (u32 attach = 0; attach < ASK_ATTACH_TYPES; attach++)
			check_attach(prog, attach, &t);
		test_eq(t.wrong_attach, 0, "%s: attach types, %u taken", prog->name, t.attaches);
		test_eq(t.wrong_field, 0, "%s: %u accesses to the context", prog->name, t.fields);
		test_eq(t.wrong_value, 0, "%s: %u values of r0 at exit", prog->name, t.values);
	}
}

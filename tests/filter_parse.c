/* SPDX-License-Identifier: BSD-2-Clause */
/* Filter expressions as data: what the parser makes of them. Arguments: the directory
 * data/filter/parse, --bless.
 *
 *	-- filter   the expression; the newline at its end does not belong to it
 *	-- tree     a node a line, its members below it; arithmetic in full parentheses
 *	-- words    what `explain` says; looked at if it is there
 *	-- error    place, sentence and hint */
#include <inttypes.h>
#include <linux/filter.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "datafile.h"
#include "filter/explain.h"
#include "filter/parse.h"
#include "test.h"

static const char *const types[] = {"-",	 "host",    "net",   "port",
				    "portrange", "gateway", "proto", "protochain"};
static const char *const dirs[] = {"-",	    "src",   "dst",   "src-or-dst", "src-and-dst", "addr1",
				   "addr2", "addr3", "addr4", "ra",	    "ta"};
static const char *const protos[] = {
#define PROTO(id, word, ...) [SKEP_Q_##id] = word,
#include "filter/protos.def"
#undef PROTO
};
static const char *const words[] = {
#define WORD(id, word, ...) [SKEP_WORD_##id] = word,
#include "filter/words.def"
#undef WORD
};
static const char *const relops[] = {"=", "!=", "<", "<=", ">", ">="};
static const char *const operators[] = {
    [BPF_ADD >> 4] = "+", [BPF_SUB >> 4] = "-", [BPF_MUL >> 4] = "*",  [BPF_DIV >> 4] = "/",
    [BPF_OR >> 4] = "|",  [BPF_AND >> 4] = "&", [BPF_LSH >> 4] = "<<", [BPF_RSH >> 4] = ">>",
    [BPF_MOD >> 4] = "%", [BPF_XOR >> 4] = "^",
};

static void put_arith(struct skep_buffer *b, const struct skep_arith *a)
{
	switch (a->kind) {
	case SKEP_ARITH_NUMBER:
		skep_buffer_printf(b, "%" PRIu32, a->number);
		return;
	case SKEP_ARITH_LEN:
		skep_buffer_text(b, "len");
		return;
	case SKEP_ARITH_LOAD:
		skep_buffer_printf(b, "%s[", protos[a->proto]);
		put_arith(b, a->left);
		skep_buffer_printf(b, ":%u]", a->size);
		return;
	case SKEP_ARITH_NEG:
		skep_buffer_text(b, "-");
		put_arith(b, a->left);
		return;
	default:
		skep_buffer_text(b, "(");
		put_arith(b, a->left);
		skep_buffer_printf(b, " %s ", operators[a->op >> 4]);
		put_arith(b, a->right);
		skep_buffer_text(b, ")");
	}
}

static void put_literal(struct skep_buffer *b, const struct skep_literal *l)
{
	static const char *const kinds[] = {"", "name", "number", "ipv4", "ipv6", "mac", "arcnet"};

	if (l->kind == SKEP_LIT_NONE)
		return;
	skep_buffer_printf(b, " %s '%s'", kinds[l->kind], l->text);
	if (l->kind == SKEP_LIT_NUMBER)
		skep_buffer_printf(b, " = %" PRIu32, l->number);
	if (l->kind == SKEP_LIT_IPV4)
		skep_buffer_printf(b, " = 0x%" PRIx32 "/%" PRIu32, l->number, l->bits);
	if (l->kind == SKEP_LIT_MAC || l->kind == SKEP_LIT_IPV6)
		for (int i = 0; i < (l->kind == SKEP_LIT_MAC ? 6 : 16); i++)
			skep_buffer_printf(b, "%s%02x", i ? "" : " = ", l->bytes[i]);
	if (l->kind == SKEP_LIT_ARCNET)
		skep_buffer_printf(b, " = %02x", l->bytes[0]);
	if (l->mask_kind == SKEP_MASK_BITS)
		skep_buffer_printf(b, " / %" PRIu32, l->mask);
	if (l->mask_kind == SKEP_MASK_IPV4)
		skep_buffer_printf(b, " mask 0x%" PRIx32 "/%" PRIu32, l->mask, l->mask_bits);
}

static void put_word(struct skep_buffer *b, const struct skep_ast *ast)
{
	skep_buffer_printf(b, "word %s", words[ast->word]);
	if (ast->qual.proto)
		skep_buffer_printf(b, " of %s", protos[ast->qual.proto]);
	if (ast->relop)
		skep_buffer_printf(b, " %s", relops[ast->relop]);
	if (ast->byte_op)
		skep_buffer_printf(b, " %c", ast->byte_op);
	if (ast->has_number || ast->numbers[0])
		skep_buffer_printf(b, " 0x%" PRIx32 " 0x%" PRIx32, ast->numbers[0],
				   ast->numbers[1]);
	if (ast->text)
		skep_buffer_printf(b, " '%s'", ast->text);
}

static void put_ast(struct skep_buffer *b, const struct skep_ast *ast, int level)
{
	static const char *const joins[] = {"all", "any", "not"};

	skep_buffer_printf(b, "%*s", 2 * level, "");
	if (ast->kind == SKEP_AST_PRIM) {
		skep_buffer_printf(b, "prim %s %s %s",
				   ast->qual.proto ? protos[ast->qual.proto] : "-",
				   dirs[ast->qual.dir], types[ast->qual.type]);
		put_literal(b, &ast->literal);
	} else if (ast->kind == SKEP_AST_WORD) {
		put_word(b, ast);
	} else if (ast->kind == SKEP_AST_REL) {
		put_arith(b, ast->left);
		skep_buffer_printf(b, " %s ", relops[ast->relop]);
		put_arith(b, ast->right);
	} else {
		skep_buffer_text(b, joins[ast->kind]);
	}
	skep_buffer_printf(b, "  [%" PRIu32 "+%" PRIu32 "]\n", ast->span.at, ast->span.length);
	for (u32 i = 0; i < ast->count; i++)
		put_ast(b, ast->kids[i], level + 1);
}

static void put_diag(struct skep_buffer *b, const struct skep_diag *d)
{
	skep_buffer_printf(b, "%" PRIu32 ":%" PRIu32 "+%" PRIu32 ": %s: %s\n", d->place.line,
			   d->place.column, d->place.length, skep_error_name(d->code), d->what);
	if (d->hint[0])
		skep_buffer_printf(b, "hint: %s\n", d->hint);
}

static void expect_words(struct datafile *f, const struct skep_ast *ast, bool bless)
{
	char *plain = skep_filter_words(ast);

	datafile_expect(f, "words", plain, bless);
	skep_free(plain);
}

static void run(struct datafile *f, void *context)
{
	const char *filter = datafile_get(f, "filter");
	size_t length = filter ? strlen(filter) : 0;
	struct skep_arena arena = {0};
	struct skep_buffer b = {0};
	struct skep_diag d = {0};
	const struct skep_ast *ast;
	char *text;

	if (!test_ok(filter != NULL, "%s has a filter", datafile_name(f)))
		return;
	text = strndup(filter, length && filter[length - 1] == '\n' ? length - 1 : length);
	ast = skep_filter_parse(text, &arena, &d);
	if (ast)
		put_ast(&b, ast, 0);
	else
		put_diag(&b, &d);
	datafile_expect(f, ast ? "tree" : "error", b.data, *(bool *)context);
	if (ast && datafile_get(f, "words"))
		expect_words(f, ast, *(bool *)context);
	skep_buffer_fini(&b);
	skep_arena_fini(&arena);
	free(text);
}

int main(int argc, char **argv)
{
	bool bless = datafile_blessing(argc, argv);

	datafile_each(argc > 1 ? argv[1] : "tests/data/filter/parse", run, &bless);
	return test_end();
}

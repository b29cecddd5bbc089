/* SPDX-License-Identifier: BSD-2-Clause */
/* Primitives that are words of their own: for each way of giving arguments in words.def there is
 * one function here. */
#include <linux/filter.h>
#include <strings.h>

#include "base/array.h"
#include "base/diag.h"
#include "filter/parser.h"
#include "filter/values.h"

/* First byte of IEEE 802.11 frame control. */
enum { WLAN_TYPE_MASK = 0x0c, WLAN_SUBTYPE_MASK = 0xf0 };

static bool read_NONE(struct skep_parser *p, struct skep_ast *ast)
{
	(void)p;
	(void)ast;
	return true;
}

static bool read_number(struct skep_parser *p, u32 *number)
{
	if (p->tok.kind != SKEP_TOK_NUMBER)
		return skep_parse_expected(p, "a number after '%.*s'", (int)p->last.span.length,
					   p->text + p->last.span.at);
	*number = p->tok.value;
	return skep_parse_next(p);
}

static bool read_NUM(struct skep_parser *p, struct skep_ast *ast)
{
	ast->has_number = true;
	return read_number(p, &ast->numbers[0]);
}

static bool read_OPT(struct skep_parser *p, struct skep_ast *ast)
{
	struct skep_span open = p->tok.span;
	u32 depth = 0;

	if (p->tok.kind != SKEP_TOK_NUMBER && p->tok.kind != SKEP_TOK_OPEN)
		return true;
	for (; p->tok.kind == SKEP_TOK_OPEN; depth++)
		if (!skep_parse_next(p))
			return false;
	if (!read_NUM(p, ast))
		return false;
	for (; depth > 0; depth--) {
		if (p->tok.kind != SKEP_TOK_CLOSE)
			return skep_parse_unclosed(p, open);
		if (!skep_parse_next(p))
			return false;
	}
	return true;
}

static bool read_CMP(struct skep_parser *p, struct skep_ast *ast)
{
	ast->relop = SKEP_REL_EQ;
	if (p->tok.kind == SKEP_TOK_REL) {
		ast->relop = (u8)p->tok.value;
		if (!skep_parse_next(p))
			return false;
	}
	return read_NUM(p, ast);
}

/* The operators of `byte`; a relation of one character, but for `==`, which is `=`. */
static char byte_operator(const struct skep_token *t)
{
	static const struct {
		u8 kind;
		u32 value;
		char as;
	} operators[] = {
	    {SKEP_TOK_REL, SKEP_REL_EQ, '='}, {SKEP_TOK_REL, SKEP_REL_LT, '<'},
	    {SKEP_TOK_REL, SKEP_REL_GT, '>'}, {SKEP_TOK_ARITH, BPF_AND, '&'},
	    {SKEP_TOK_ARITH, BPF_OR, '|'},
	};

	for (size_t i = 0; i < SKEP_COUNT(operators); i++)
		if (operators[i].kind == t->kind && operators[i].value == t->value)
			return operators[i].as;
	return '\0';
}

static bool read_BYTE(struct skep_parser *p, struct skep_ast *ast)
{
	ast->has_number = true;
	if (!read_number(p, &ast->numbers[0]))
		return false;
	ast->byte_op = (u8)byte_operator(&p->tok);
	if (ast->byte_op == '\0')
		return skep_parse_expected(p, "one of = < > & | after `byte` and its offset");
	return skep_parse_next(p) && read_number(p, &ast->numbers[1]);
}

static bool read_NAME(struct skep_parser *p, struct skep_ast *ast)
{
	if (p->tok.kind != SKEP_TOK_NAME)
		return skep_parse_expected(p, "a name after '%.*s'", (int)p->last.span.length,
					   p->text + p->last.span.at);
	ast->text = skep_parse_text(p, &p->tok);
	return ast->text && skep_parse_next(p);
}

/* The name at p->tok is in none of the sets that it should be in; `set` has examples. */
static SKEP_COLD bool unknown_value(struct skep_parser *p, const char *what, const char *name,
				    enum skep_values set)
{
	char names[250];

	skep_parse_fail(p, p->tok.span, SKEP_E_NAME, "there is no %s named '%s'", what, name);
	skep_value_names(set, names, sizeof(names));
	return skep_hint(p->diag, "there are %s", names);
}

/* A name of the set, or a number. */
static bool read_value(struct skep_parser *p, struct skep_ast *ast, enum skep_values set,
		       const char *what)
{
	ast->has_number = true;
	if (p->tok.kind == SKEP_TOK_NUMBER)
		return read_number(p, &ast->numbers[0]);
	if (p->tok.kind != SKEP_TOK_NAME)
		return skep_parse_expected(p, "the name or number of %s", what);
	ast->text = skep_parse_text(p, &p->tok);
	if (!ast->text)
		return false;
	if (!skep_value_find(set, ast->text, &ast->numbers[0]))
		return unknown_value(p, what, ast->text, set);
	return skep_parse_next(p);
}

static bool read_REASON(struct skep_parser *p, struct skep_ast *ast)
{
	return read_value(p, ast, SKEP_VALUES_PF_REASON, "PF reason");
}

static bool read_ACTION(struct skep_parser *p, struct skep_ast *ast)
{
	if (p->tok.kind == SKEP_TOK_NUMBER)
		return skep_parse_expected(p, "the name of a PF action");
	return read_value(p, ast, SKEP_VALUES_PF_ACTION, "PF action");
}

static bool read_DIR(struct skep_parser *p, struct skep_ast *ast)
{
	return read_value(p, ast, SKEP_VALUES_WLAN_DIR, "802.11 direction");
}

static void find_llc(const char *name, struct skep_ast *ast)
{
	static const char formats[] = "isu";

	for (u32 i = 0; i < 3; i++)
		if (strncasecmp(name, formats + i, 1) == 0 && name[1] == '\0')
			ast->numbers[0] = SKEP_LLC_I + i;
	if (skep_value_find(SKEP_VALUES_LLC_S, name, &ast->numbers[1]))
		ast->numbers[0] = SKEP_LLC_S_SUBTYPE;
	if (skep_value_find(SKEP_VALUES_LLC_U, name, &ast->numbers[1]))
		ast->numbers[0] = SKEP_LLC_U_SUBTYPE;
}

static bool read_LLC(struct skep_parser *p, struct skep_ast *ast)
{
	/* `rnr` is a word for PF rule numbers as well, and so is any spelling of that one. */
	if (p->tok.kind == SKEP_TOK_WORD && p->tok.value == SKEP_WORD_PF_RULENUM) {
		ast->text = "rnr";
	} else {
		if (p->tok.kind != SKEP_TOK_NAME)
			return true;
		ast->text = skep_parse_text(p, &p->tok);
		if (!ast->text)
			return false;
	}
	ast->numbers[0] = SKEP_LLC_ANY;
	find_llc(ast->text, ast);
	if (ast->numbers[0] != SKEP_LLC_ANY)
		return skep_parse_next(p);
	skep_parse_fail(p, p->tok.span, SKEP_E_NAME, "there is no LLC type named '%s'", ast->text);
	return skep_hint(p->diag, "there are i, s and u; rr, rnr and rej; ui, ua, disc, dm, sabme, "
				  "test, xid and frmr");
}

/* The set with the subtypes of a type of frame; false for a type that has none. */
static bool subtype_set(u32 type, enum skep_values *set)
{
	static const struct {
		enum skep_values set;
		const char *type;
	} sets[] = {{SKEP_VALUES_WLAN_MGT, "mgt"},
		    {SKEP_VALUES_WLAN_CTL, "ctl"},
		    {SKEP_VALUES_WLAN_DATA, "data"}};
	u32 number;

	for (size_t i = 0; i < SKEP_COUNT(sets); i++) {
		*set = sets[i].set;
		if (skep_value_find(SKEP_VALUES_WLAN_TYPE, sets[i].type, &number) && number == type)
			return true;
	}
	return false;
}

static bool outside_mask(struct skep_parser *p, const struct skep_token *t, u32 mask,
			 const char *what)
{
	if ((t->value & ~mask) == 0)
		return false;
	skep_parse_fail(p, t->span, SKEP_E_RANGE,
			"0x%02x is no 802.11 %s: it has bits outside of 0x%02x", t->value, what,
			mask);
	return true;
}

/* `subtype` after `type T`: p->tok stands on its value. */
static bool read_subtype_of(struct skep_parser *p, struct skep_ast *ast)
{
	struct skep_ast sub = {0};
	struct skep_token t = p->tok;
	enum skep_values set = SKEP_VALUES_WLAN_MGT;

	if (t.kind == SKEP_TOK_NUMBER && outside_mask(p, &t, WLAN_SUBTYPE_MASK, "subtype"))
		return false;
	if (t.kind == SKEP_TOK_NAME && !subtype_set(ast->numbers[0], &set))
		return skep_parse_fail(p, t.span, SKEP_E_NAME,
				       "the subtypes of 802.11 type 0x%02x have no names",
				       ast->numbers[0]);
	if (!read_value(p, &sub, set, "802.11 subtype of that type"))
		return false;
	ast->word = SKEP_WORD_WLAN_SUBTYPE;
	ast->text = sub.text;
	ast->numbers[0] |= sub.numbers[0];
	ast->numbers[1] |= WLAN_SUBTYPE_MASK;
	return true;
}

static bool read_TYPE(struct skep_parser *p, struct skep_ast *ast)
{
	struct skep_token t = p->tok;

	if (t.kind == SKEP_TOK_NUMBER && outside_mask(p, &t, WLAN_TYPE_MASK, "type"))
		return false;
	if (!read_value(p, ast, SKEP_VALUES_WLAN_TYPE, "802.11 type"))
		return false;
	ast->numbers[1] = WLAN_TYPE_MASK;
	if (p->tok.kind != SKEP_TOK_WORD || p->tok.value != SKEP_WORD_WLAN_SUBTYPE)
		return true;
	return skep_parse_next(p) && read_subtype_of(p, ast);
}

static bool read_SUBTYPE(struct skep_parser *p, struct skep_ast *ast)
{
	static const u8 types[] = {0x00, 0x04, 0x08};
	enum skep_values set;

	if (p->tok.kind != SKEP_TOK_NAME)
		return skep_parse_expected(p, "the name of an 802.11 subtype");
	ast->text = skep_parse_text(p, &p->tok);
	if (!ast->text)
		return false;
	ast->has_number = true;
	ast->numbers[1] = WLAN_TYPE_MASK | WLAN_SUBTYPE_MASK;
	for (size_t i = 0; i < SKEP_COUNT(types); i++) {
		if (subtype_set(types[i], &set) &&
		    skep_value_find(set, ast->text, &ast->numbers[0])) {
			ast->numbers[0] |= types[i];
			return skep_parse_next(p);
		}
	}
	return unknown_value(p, "802.11 subtype", ast->text, SKEP_VALUES_WLAN_MGT);
}

enum arguments { NONE, NUM, OPT, CMP, BYTE, NAME, REASON, ACTION, LLC, TYPE, SUBTYPE, DIR };

static const struct {
	enum arguments arguments;
	bool (*read)(struct skep_parser *p, struct skep_ast *ast);
} words[] = {
#define WORD(id, word, arguments, title) [SKEP_WORD_##id] = {arguments, read_##arguments},
#include "filter/words.def"
#undef WORD
};

/* Whether a word may have a protocol before it. */
static bool is_qualified(u32 word)
{
	return word == SKEP_WORD_BROADCAST || word == SKEP_WORD_MULTICAST ||
	       word == SKEP_WORD_WLAN_TYPE || word == SKEP_WORD_WLAN_SUBTYPE ||
	       word == SKEP_WORD_WLAN_DIR;
}

static struct skep_ast *new_word(struct skep_parser *p, u8 word, u8 proto, u32 at)
{
	struct skep_ast *ast = skep_parse_node(p, SKEP_AST_WORD, at);

	if (!ast)
		return NULL;
	ast->word = word;
	ast->qual.proto = proto;
	return ast;
}

struct list {
	struct skep_ast **data;
	size_t count, room;
};

/* The next element, after p->tok: the parenthesis or `or`. */
static bool read_element(struct skep_parser *p, u8 word, struct list *list)
{
	struct skep_ast *ast;

	if (!skep_parse_next(p))
		return false;
	ast = new_word(p, word, SKEP_Q_PROTO_DEFAULT, p->tok.span.at);
	if (!ast || !read_NUM(p, ast))
		return false;
	ast->relop = SKEP_REL_EQ;
	ast->span = p->last.span;
	return SKEP_PUSH(list, ast) || skep_fail_nomem(p->diag);
}

static bool read_elements(struct skep_parser *p, u8 word, struct list *list)
{
	struct skep_span open = p->tok.span;

	do {
		if (!read_element(p, word, list))
			return false;
	} while (p->tok.kind == SKEP_TOK_OR);
	if (p->tok.kind == SKEP_TOK_END)
		return skep_parse_unclosed(p, open);
	if (p->tok.kind != SKEP_TOK_CLOSE)
		return skep_parse_expected(p, "'or' or ')' in a list of numbers");
	return skep_parse_next(p);
}

/* `vpi (1 or 2)`: p->tok stands on the parenthesis. */
static struct skep_ast *read_list(struct skep_parser *p, u8 word)
{
	struct list list = {0};
	struct skep_ast *ast = NULL;

	if (read_elements(p, word, &list))
		ast = list.count == 1 ? list.data[0]
				      : skep_parse_join(p, SKEP_AST_ANY, list.data, list.count);
	skep_free(list.data);
	return ast;
}

/* A protocol alone. */
static struct skep_ast *new_protocol(struct skep_parser *p, u8 proto, u32 at)
{
	struct skep_ast *ast = skep_parse_node(p, SKEP_AST_PRIM, at);

	if (ast)
		ast->qual.proto = proto;
	return ast;
}

struct skep_ast *skep_parse_word(struct skep_parser *p, u8 proto, u32 at)
{
	u8 word = (u8)p->tok.value;
	struct skep_ast *ast;

	if (proto != SKEP_Q_PROTO_DEFAULT && (p->tok.kind != SKEP_TOK_WORD || !is_qualified(word)))
		return new_protocol(p, proto, at);
	if (!skep_parse_next(p))
		return NULL;
	if (words[word].arguments == CMP && p->tok.kind == SKEP_TOK_OPEN)
		return read_list(p, word);
	ast = new_word(p, word, proto, at);
	if (!ast || !words[word].read(p, ast))
		return NULL;
	ast->span = skep_parse_span(p, at);
	return ast;
}

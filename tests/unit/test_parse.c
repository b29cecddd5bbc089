/* SPDX-License-Identifier: BSD-2-Clause */
/* Limits of the parser, memory that runs out, and the spelling of keywords. What it makes of a text
 * is in data/filter/parse, which texts libpcap takes is in filter_grammar.c. */
#include <stdlib.h>

#include "fault_alloc.h"
#include "filter/explain.h"
#include "filter/parse.h"
#include "filter/spell.h"
#include "test.h"

/* `count` times `piece`. */
static char *repeat(const char *piece, size_t count)
{
	size_t length = strlen(piece);
	char *text = malloc(count * length + 1);

	for (size_t i = 0; text && i < count; i++)
		memcpy(text + i * length, piece, length);
	if (text)
		text[count * length] = '\0';
	return text;
}

/* before, `count` times piece, after: accepted, or refused with `code`; calls `look` if accepted.
 */
struct big {
	const char *name, *before, *piece, *after;
	size_t count;
	enum skep_error code;
};

static void test_big(const struct big *big)
{
	char *middle = repeat(big->piece, big->count), *text = NULL;
	struct skep_arena arena = {0};
	struct skep_diag d = {0};
	const struct skep_ast *ast;
	char *words = NULL;

	if (middle && asprintf(&text, "%s%s%s", big->before, middle, big->after) < 0)
		text = NULL;
	ast = text ? skep_filter_parse(text, &arena, &d) : NULL;
	test_eq(d.code, big->code, "%s", big->name);
	if (ast) {
		test_ok(ast->depth <= SKEP_AST_DEPTH, "%s: the tree is not too deep", big->name);
		words = skep_filter_words(ast);
		test_ok(words && words[0], "%s: in words", big->name);
		skep_free(words);
	}
	free(text);
	free(middle);
	skep_arena_fini(&arena);
}

static void test_limits(void)
{
	static const struct big cases[] = {
	    {"a hundred thousand members", "host 1.2.3.4", " or 5.6.7.8", "", 100000, SKEP_OK},
	    {"a hundred thousand terms", "tcp", " and not udp port 53", "", 100000, SKEP_OK},
	    {"a list of circuits", "vpi (1", " or 2", ")", 10000, SKEP_OK},
	    {"parentheses at the limit", "", "(", "tcp", 1900, SKEP_E_SYNTAX},
	    {"too many parentheses", "", "(", "tcp", 2500, SKEP_E_LIMIT},
	    {"parentheses of values", "host 1.1.1.1", " or not (2.2.2.2", "", 3000, SKEP_E_LIMIT},
	    {"many nots", "", "not ", "tcp", 1900, SKEP_OK},
	    {"too many nots", "", "! ", "tcp", 2500, SKEP_E_LIMIT},
	    {"many changes", "tcp", " or udp and icmp", "", 900, SKEP_OK},
	    {"too many changes", "tcp", " or udp and icmp", "", 100000, SKEP_E_LIMIT},
	    {"a long sum", "len", " + 1", " > 5", 1900, SKEP_OK},
	    {"too long a sum", "len", " + 1", " > 5", 100000, SKEP_E_LIMIT},
	    {"too many remainders", "len", " % 3", " > 5", 100000, SKEP_E_LIMIT},
	    {"too many signs", "", "- ", "5 > 3", 100000, SKEP_E_LIMIT},
	    {"too many brackets", "", "ip[", "0", 100000, SKEP_E_LIMIT},
	    {"parentheses of numbers", "vlan ", "(", "5", 100000, SKEP_E_SYNTAX},
	};

	for (size_t i = 0; i < SKEP_COUNT(cases); i++)
		test_big(&cases[i]);
}

/* A run is one node, whatever its length. */
static void test_run(void)
{
	char *text = repeat("port 80 or ", 5000);
	struct skep_arena arena = {0};
	const struct skep_ast *ast;

	text[strlen(text) - strlen(" or ")] = '\0';
	ast = skep_filter_parse(text, &arena, NULL);
	test_ok(ast && ast->kind == SKEP_AST_ANY, "a run of `or` is one node");
	test_eq(ast ? ast->count : 0, 5000, "with all its members");
	test_eq(ast ? ast->depth : 0, 1, "and one level");
	free(text);
	skep_arena_fini(&arena);
}

/* Every allocation fails once: the parser says so and gives back what it has. */
static void test_memory(const char *text)
{
	for (unsigned long n = 1; n < 200; n++) {
		struct skep_arena arena = {0};
		struct skep_diag d = {0};
		const struct skep_ast *ast;
		char *words;

		fault_after(n);
		ast = skep_filter_parse(text, &arena, &d);
		words = ast ? skep_filter_words(ast) : NULL;
		fault_after(0);
		if (words) {
			test_ok(n > 1, "'%.20s...' needs %lu allocations", text, n - 1);
			skep_free(words);
			skep_arena_fini(&arena);
			return;
		}
		test_eq(d.code, ast ? SKEP_OK : SKEP_E_NOMEM, "allocation %lu fails", n);
		skep_arena_fini(&arena);
	}
	test_ok(false, "'%.20s...' needs too much memory", text);
}

static void test_spelling(void)
{
	static const char *const known[] = {"port", "portrange", "proto", "host", "and", "tcp"};
	static const struct {
		const char *word, *best;
		u32 cost;
	} cases[] = {
	    {"prot", "port", 1},
	    {"prt", "port", 1},
	    {"PORT", "port", 0},
	    {"hsot", "host", 1},
	    {"portrnage", "portrange", 1},
	    {"an", NULL, 0},
	    {"nad", "and", 1},
	    {"xyz", NULL, 0},
	    {"", NULL, 0},
	    {"TCP", "tcp", 0},
	    {"pootrenge", "portrange", 2},
	    {"potrenga", NULL, 0},
	};

	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		struct skep_spell s;

		skep_spell_init(&s, cases[i].word, strlen(cases[i].word));
		for (size_t k = 0; k < SKEP_COUNT(known); k++)
			skep_spell_try(&s, known[k]);
		test_text(s.best ? s.best : "none", cases[i].best ? cases[i].best : "none",
			  "closest to '%s'", cases[i].word);
		if (s.best)
			test_eq(s.cost, cases[i].cost, "letters to change in '%s'", cases[i].word);
	}
}

int main(void)
{
	char *many = repeat("host 1.2.3.4 or net 10.0.0.0/8 and ", 40);

	memcpy(many + strlen(many) - 4, "    ", 4);
	test_limits();
	test_run();
	test_memory("");
	test_memory(
	    "tcp port 80 or 443 and not (host a or b) and vpi (1 or 2) or ip[0] & 15 > len");
	test_memory("llc ua or type mgt subtype beacon or action drop or ether host $5");
	test_memory(many);
	test_spelling();
	free(many);
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the parser share. Of no interest outside parse*.c.
 *
 * Every read_ function starts at p->tok, leaves p->tok behind what it read, and returns NULL or
 * false with the diag set if it cannot. */
#ifndef SKEP_FILTER_PARSER_H
#define SKEP_FILTER_PARSER_H

#include <skep/diag.h>

#include "base/arena.h"
#include "filter/ast.h"
#include "filter/lex.h"

struct skep_parser {
	struct skep_lexer lex;
	struct skep_token tok;	/* the next one */
	struct skep_token last; /* the one before it */
	u32 level;		/* of recursion */
	const char *text;
	struct skep_arena *arena;
	struct skep_diag *diag;
};

/* The qualifiers that a bare value (`443` in `port 80 or 443`) takes over. */
struct skep_inherit {
	struct skep_qual qual;
	bool valid; /* false: there are none */
};

/* --- parser.c ----------------------------------------------------------------------------------
 */

/* Steps to the next token. */
SKEP_MUST_USE bool skep_parse_next(struct skep_parser *p);

/* Enters a level of recursion; false if there are too many. Leave with p->level--. */
SKEP_MUST_USE bool skep_parse_enter(struct skep_parser *p);

/* From `at` to the end of the token before p->tok. */
struct skep_span skep_parse_span(const struct skep_parser *p, u32 at);

/* A node that starts at `at` and ends before p->tok. */
SKEP_MUST_USE struct skep_ast *skep_parse_node(struct skep_parser *p, enum skep_ast_kind kind,
					       u32 at);

/* Joins nodes under ALL, ANY or NOT; copies `kids`. */
SKEP_MUST_USE struct skep_ast *skep_parse_join(struct skep_parser *p, enum skep_ast_kind kind,
					       struct skep_ast *const *kids, size_t count);

/* A copy of the text of a token, a name without its backslash. */
SKEP_MUST_USE const char *skep_parse_text(struct skep_parser *p, const struct skep_token *t);

/* --- parse_prim.c ------------------------------------------------------------------------------
 */

/* Qualifiers up to the value that they say something of, `src and dst port`; `proto` has been read
 * before them. */
SKEP_MUST_USE bool skep_parse_head(struct skep_parser *p, u8 proto, struct skep_qual *head);

/* A name or address, p->tok, that is what `q` says. */
SKEP_MUST_USE struct skep_ast *skep_parse_value(struct skep_parser *p,
						const struct skep_inherit *q);

/* The same for a number that has been read. */
SKEP_MUST_USE struct skep_ast *skep_parse_number_value(struct skep_parser *p,
						       const struct skep_inherit *q,
						       struct skep_span span, u32 number);

/* --- parse_word.c ------------------------------------------------------------------------------
 */

/* A primitive that is a word of its own with its arguments, or a protocol alone. `proto` has been
 * read before p->tok, at `at`. */
SKEP_MUST_USE struct skep_ast *skep_parse_word(struct skep_parser *p, u8 proto, u32 at);

/* --- parse_arith.c -----------------------------------------------------------------------------
 */

/* A number, `len`, `proto[...]`, `- x` or `(x)`. */
SKEP_MUST_USE struct skep_arith *skep_parse_operand(struct skep_parser *p);

/* `[index]` or `[index:size]` after a protocol that began at `at`. */
SKEP_MUST_USE struct skep_arith *skep_parse_load(struct skep_parser *p, u8 proto, u32 at);

/* What follows `left`: operators and their right sides. */
SKEP_MUST_USE struct skep_arith *skep_parse_arith_tail(struct skep_parser *p,
						       struct skep_arith *left);

/* `relop arith` after `left`. */
SKEP_MUST_USE struct skep_ast *skep_parse_relation(struct skep_parser *p, struct skep_arith *left);

/* --- parse_error.c -----------------------------------------------------------------------------
 */

/* p->tok cannot stand here: "expected <what>, not '<token>'", with a hint if there is a good one.
 */
SKEP_COLD SKEP_PRINTF(2, 3) bool skep_parse_expected(struct skep_parser *p, const char *what, ...);

/* Fails at a span. */
SKEP_COLD SKEP_PRINTF(4, 5) bool skep_parse_fail(struct skep_parser *p, struct skep_span span,
						 enum skep_error code, const char *what, ...);

/* A value of a kind of token stands where nothing says what it is. */
SKEP_COLD bool skep_parse_bare(struct skep_parser *p, struct skep_span span, u8 kind);

/* A parenthesis or bracket, opened at `open`, is not closed by p->tok. */
SKEP_COLD bool skep_parse_unclosed(struct skep_parser *p, struct skep_span open);

/* p->tok follows a whole primitive. */
SKEP_COLD bool skep_parse_trailing(struct skep_parser *p);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* From text to tokens: the longest piece that any rule takes, as a generated scanner would choose;
 * of equal pieces the rule that is told first in match.h. */
#ifndef SKEP_FILTER_LEX_H
#define SKEP_FILTER_LEX_H

#include <skep/diag.h>

#include "base/types.h"
#include "filter/ast.h"

enum skep_tok {
	SKEP_TOK_END,
	SKEP_TOK_NAME,	 /* anything name-like that is no keyword; also `\name` */
	SKEP_TOK_NUMBER, /* value = the number; also the names of constants.def */
	SKEP_TOK_IPV4,	 /* 2 to 4 dotted numbers, not yet checked */
	SKEP_TOK_IPV6,	 /* not yet checked */
	SKEP_TOK_MAC,
	SKEP_TOK_ARCNET, /* `$hex` */
	SKEP_TOK_PROTO,	 /* value = enum skep_q_proto */
	SKEP_TOK_WORD,	 /* value = enum skep_word */
	SKEP_TOK_TYPE,	 /* value = enum skep_q_type */
	SKEP_TOK_DIR,	 /* value = enum skep_q_dir */
	SKEP_TOK_MASK,
	SKEP_TOK_AND,
	SKEP_TOK_OR,
	SKEP_TOK_NOT,
	SKEP_TOK_LEN,
	SKEP_TOK_REL,	/* value = enum skep_relop */
	SKEP_TOK_ARITH, /* value = BPF_ADD ... BPF_XOR; `-` too where it stands before a number */
	SKEP_TOK_COLON,
	SKEP_TOK_OPEN,	/* ( */
	SKEP_TOK_CLOSE, /* ) */
	SKEP_TOK_LOAD,	/* [ */
	SKEP_TOK_UNLOAD /* ] */
};

struct skep_token {
	u8 kind; /* enum skep_tok */
	u32 value;
	struct skep_span span;
};

enum { SKEP_KEYWORD_SLOTS = 1024 };

struct skep_lexer {
	const char *text; /* borrowed */
	u32 at;
	struct skep_diag *diag;
	u16 slots[SKEP_KEYWORD_SLOTS]; /* hash of the keywords: 1 + index, or 0 */
};

/* One keyword or constant. */
struct skep_keyword {
	const char *text;
	u8 token;
	u32 value;
};

void skep_lex_init(struct skep_lexer *lex, const char *text, struct skep_diag *d);

/* Reads the next token; false with the diag set if there is none that could be one. */
SKEP_MUST_USE bool skep_lex_next(struct skep_lexer *lex, struct skep_token *token);

/* All keywords, `*count` of them, in static storage. Those of protocols without a word are "". */
const struct skep_keyword *skep_keywords(size_t *count);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree of a filter expression: what the text says, with places, before anything is known of
 * packets.
 *
 * The parser has done all that is grammar: inherited qualifiers are filled in (in `tcp port 80 or
 * 443` both primitives carry tcp and port), runs of one operator are one node with many children,
 * named offsets and flags (`tcpflags`, `tcp-syn`, `icmp-echo`) are numbers. Nodes and texts lie in
 * the arena of the compilation. */
#ifndef SKEP_FILTER_AST_H
#define SKEP_FILTER_AST_H

#include "base/types.h"

/* Where in the text: byte offset and length. */
struct skep_span {
	u32 at;
	u32 length;
};

/* What kind of thing a name or number is: the qualifier `type` of pcap-filter(7). */
enum skep_q_type {
	SKEP_Q_TYPE_DEFAULT, /* nothing said: a host, or a protocol by itself */
	SKEP_Q_HOST,
	SKEP_Q_NET,
	SKEP_Q_PORT,
	SKEP_Q_PORTRANGE,
	SKEP_Q_GATEWAY,
	SKEP_Q_PROTO,
	SKEP_Q_PROTOCHAIN,
};

enum skep_q_dir {
	SKEP_Q_DIR_DEFAULT, /* nothing said: src or dst */
	SKEP_Q_SRC,
	SKEP_Q_DST,
	SKEP_Q_SRC_OR_DST,
	SKEP_Q_SRC_AND_DST,
	SKEP_Q_ADDR1,
	SKEP_Q_ADDR2,
	SKEP_Q_ADDR3,
	SKEP_Q_ADDR4,
	SKEP_Q_RA,
	SKEP_Q_TA,
};

/* The protocols that can qualify a primitive or stand alone: src/filter/protos.def. */
enum skep_q_proto {
#define PROTO(id, word, ...) SKEP_Q_##id,
#include "filter/protos.def"
#undef PROTO
	SKEP_Q_PROTO_COUNT,
};

struct skep_qual {
	u8 type;  /* enum skep_q_type */
	u8 dir;	  /* enum skep_q_dir */
	u8 proto; /* enum skep_q_proto */
};

enum skep_literal_kind {
	SKEP_LIT_NONE,	 /* a protocol word alone: `tcp` */
	SKEP_LIT_NAME,	 /* text: a host, network, port, protocol name or "80-90" of portrange;
			  * escapes and   the backslash of `\tcp` are taken away */
	SKEP_LIT_NUMBER, /* number */
	SKEP_LIT_IPV4, /* text as written: 2 to 4 dotted parts; number = value, bits = 8 * parts */
	SKEP_LIT_IPV6, /* bytes[16] */
	SKEP_LIT_MAC,  /* bytes[6] */
	SKEP_LIT_ARCNET, /* bytes[0], `$hex` */
};

enum skep_mask_kind {
	SKEP_MASK_NONE,
	SKEP_MASK_BITS, /* `/len`: mask = len */
	SKEP_MASK_IPV4, /* `mask a.b.c.d`: mask = value, mask_bits = 8 * parts written */
};

struct skep_literal {
	u8 kind;      /* enum skep_literal_kind */
	u8 mask_kind; /* enum skep_mask_kind; IPV4, IPV6 and NUMBER */
	u32 bits;
	u32 number;
	u32 mask;
	u32 mask_bits;
	u8 bytes[16];
	const char *text; /* as written, NUL-terminated */
	const char *mask_text;
};

/* Primitives that are words of their own, some with numbers: src/filter/words.def. */
enum skep_word {
#define WORD(id, word, ...) SKEP_WORD_##id,
#include "filter/words.def"
#undef WORD
	SKEP_WORD_COUNT,
};

/* Relational operators as written. */
enum skep_relop { SKEP_REL_EQ, SKEP_REL_NE, SKEP_REL_LT, SKEP_REL_LE, SKEP_REL_GT, SKEP_REL_GE };

enum skep_ast_kind {
	SKEP_AST_ALL,  /* kids, in text order; count >= 2, or 0 for the empty expression (matches
			  all) */
	SKEP_AST_ANY,  /* kids, count >= 2 */
	SKEP_AST_NOT,  /* kids[0] */
	SKEP_AST_PRIM, /* qual, literal */
	SKEP_AST_WORD, /* word and its arguments */
	SKEP_AST_REL,  /* left relop right */
};

enum skep_arith_kind {
	SKEP_ARITH_NUMBER, /* number */
	SKEP_ARITH_LEN,	   /* `len` */
	SKEP_ARITH_LOAD,   /* proto[left:size] */
	SKEP_ARITH_NEG,	   /* - left */
	SKEP_ARITH_BINARY, /* left op right; op = BPF_ADD ... BPF_XOR */
};

struct skep_arith {
	struct skep_span span;
	u8 kind;  /* enum skep_arith_kind */
	u8 op;	  /* BINARY */
	u8 proto; /* LOAD: enum skep_q_proto */
	u8 size;  /* LOAD: 1, 2, 4 */
	u32 number;
	struct skep_arith *left, *right;
};

struct skep_ast {
	struct skep_span span;
	u8 kind; /* enum skep_ast_kind */

	struct skep_ast **kids; /* ALL, ANY, NOT */
	u32 count;

	struct skep_qual qual; /* PRIM, and WORD for `ether broadcast`, `ip multicast` */
	struct skep_literal literal;

	u8 word;	 /* WORD: enum skep_word */
	u8 relop;	 /* REL; WORD with a comparison (ATM, SS7: `vpi > 3`; `byte 0 > 3`) */
	bool has_number; /* WORD: the optional argument is there (`vlan`, `vlan 5`) */
	u32 numbers[3];	 /* WORD: arguments in text order; `byte IDX OP N`: 0 = IDX, 1 = N, op in
			    `byte_op` */
	u8 byte_op;	 /* `byte`: '=', '<', '>', '&', '|' as written */
	/* WORD with a list of comparisons (`vpi (1 or 2)`, `sio 3 or 4` of pcap-filter(7)): kids
	 * holds one WORD per element under ANY/ALL as usual, so lowering never sees a list. */
	const char *text; /* WORD: a name argument (PF `ifname en0`, `reason match`) */

	struct skep_arith *left, *right; /* REL */
};

#endif

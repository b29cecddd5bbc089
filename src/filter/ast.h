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
	SKEP_LIT_NAME,	 /* text: a host, network, port, protocol name or "80-90" of portrange,
			  * without the backslash of `\tcp` */
	SKEP_LIT_NUMBER, /* number */
	SKEP_LIT_IPV4,	 /* 2 to 4 dotted parts of at most 255; number = the parts side by side,
			  * not shifted (`1.2` = 0x0102), bits = 8 * parts. With `decnet` and
			  * no mask the parts may be larger; then only text counts. */
	SKEP_LIT_IPV6,	 /* bytes[16] */
	SKEP_LIT_MAC,	 /* bytes[6] */
	SKEP_LIT_ARCNET, /* bytes[0], `$hex` */
};

enum skep_mask_kind {
	SKEP_MASK_NONE,
	SKEP_MASK_BITS, /* `/len`: mask = len, at most 32, for IPv6 128 */
	SKEP_MASK_IPV4, /* `mask a.b.c.d`: mask = the parts, not shifted; mask_bits = 8 * parts */
};

struct skep_literal {
	u8 kind;      /* enum skep_literal_kind */
	u8 mask_kind; /* enum skep_mask_kind; IPV4 and IPV6 */
	u32 bits;
	u32 number;
	u32 mask;
	u32 mask_bits;
	u8 bytes[16];
	const char *text;      /* as written, NUL-terminated; all but NONE */
	const char *mask_text; /* the same of the mask */
};

/* Primitives that are words of their own, some with numbers: src/filter/words.def. */
enum skep_word {
#define WORD(id, word, ...) SKEP_WORD_##id,
#include "filter/words.def"
#undef WORD
	SKEP_WORD_COUNT,
};

/* What `llc` asks for: numbers[0]. */
enum skep_llc_kind {
	SKEP_LLC_ANY,	    /* `llc` */
	SKEP_LLC_I,	    /* `llc i`: information */
	SKEP_LLC_S,	    /* `llc s`: supervisory */
	SKEP_LLC_U,	    /* `llc u`: unnumbered */
	SKEP_LLC_S_SUBTYPE, /* numbers[1] = the control field's bits under 0x0f: 1 RR, 5 RNR, 9 REJ
			     */
	SKEP_LLC_U_SUBTYPE, /* numbers[1] = the control field's bits under 0xef: 3 UI ... */
};

/* Levels of parentheses, `not` and changes between `and` and `or`; also of arithmetic. More is an
 * error, so that whoever walks a tree may recurse. */
enum { SKEP_AST_DEPTH = 2000 };

/* Relational operators as written. */
enum skep_relop { SKEP_REL_EQ, SKEP_REL_NE, SKEP_REL_LT, SKEP_REL_LE, SKEP_REL_GT, SKEP_REL_GE };

enum skep_ast_kind {
	SKEP_AST_ALL,  /* kids, in text order; count >= 2, or 0 for the empty expression, which
			* matches every packet */
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
	u16 depth; /* levels of nodes below this one; at most SKEP_AST_DEPTH */
	u8 kind;   /* enum skep_arith_kind */
	u8 op;	   /* BINARY */
	u8 proto;  /* LOAD: enum skep_q_proto */
	u8 size;   /* LOAD: 1, 2, 4 */
	u32 number;
	struct skep_arith *left, *right;
};

struct skep_ast {
	struct skep_span span; /* of the whole node */
	u8 kind;	       /* enum skep_ast_kind */
	u16 depth;	       /* levels of nodes below this one; at most SKEP_AST_DEPTH */

	struct skep_ast **kids; /* ALL, ANY, NOT */
	u32 count;

	struct skep_qual qual; /* PRIM; of a WORD only proto, e.g. `ether broadcast` */
	struct skep_literal literal;
	struct skep_span literal_span;

	u8 word;	 /* WORD: enum skep_word */
	u8 relop;	 /* REL; WORD with a comparison (ATM, SS7: `vpi > 3`), EQ for `vpi 3` */
	bool has_number; /* WORD: the optional number is there (`vlan 5`) */
	/* WORD: its arguments as numbers, names resolved:
	 *   a number       `vlan 5`, `less 100`, `ifindex 2`, `vpi 3`, `dir tods`, `reason match`,
	 *                  `action pass`: 0 = number
	 *   byte I OP N    0 = I, 1 = N
	 *   type, subtype  (`type mgt subtype beacon` is one WLAN_SUBTYPE) of the frame control
	 *                  byte: 0 = value, 1 = mask
	 *   llc            0 = enum skep_llc_kind, 1 = subtype
	 * A list, `vpi (1 or 2)`, is an ANY with one WORD per element: lowering never sees a list.
	 */
	u32 numbers[2];
	u8 byte_op;	  /* `byte`: '=', '<', '>', '&', '|' as written */
	const char *text; /* WORD: the name of `ifname en0`, `rset name`; for the others the
			   * argument as written, or NULL */

	struct skep_arith *left, *right; /* REL */
};

#endif

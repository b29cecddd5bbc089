/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree in plain words. A line tells what a primitive really looks at, also what the language
 * leaves unsaid: that `port 80` means three protocols over two, and first fragments only. */
#include "filter/explain.h"

#include <assert.h>
#include <inttypes.h>
#include <linux/filter.h>

#include "base/buffer.h"
#include "filter/lower_net.h"

enum { DEEPEST = 40 /* levels that are indented; more look like this one */ };

struct words {
	struct skep_buffer out;
	u32 level;
	u64 loads; /* protocols of the loads of this line, a bit each */
};
static_assert(SKEP_Q_PROTO_COUNT <= 64, "a bit for each protocol");

static const char *const titles[] = {
#define PROTO(id, word, title, ...) [SKEP_Q_##id] = title,
#include "filter/protos.def"
#undef PROTO
};

/* `#` stands for the argument; what is in braces is left out without one. */
static const char *const templates[] = {
#define WORD(id, word, arguments, title) [SKEP_WORD_##id] = title,
#include "filter/words.def"
#undef WORD
};

static const char *const directions[] = {
    [SKEP_Q_DIR_DEFAULT] = "source or destination",
    [SKEP_Q_SRC] = "source",
    [SKEP_Q_DST] = "destination",
    [SKEP_Q_SRC_OR_DST] = "source or destination",
    [SKEP_Q_SRC_AND_DST] = "source and destination",
    [SKEP_Q_ADDR1] = "first 802.11",
    [SKEP_Q_ADDR2] = "second 802.11",
    [SKEP_Q_ADDR3] = "third 802.11",
    [SKEP_Q_ADDR4] = "fourth 802.11",
    [SKEP_Q_RA] = "802.11 receiver",
    [SKEP_Q_TA] = "802.11 transmitter",
};

/* ARP and reverse ARP speak of senders and targets. */
static const char *const arp_directions[] = {
    [SKEP_Q_DIR_DEFAULT] = "sender or target",
    [SKEP_Q_SRC] = "sender",
    [SKEP_Q_DST] = "target",
    [SKEP_Q_SRC_OR_DST] = "sender or target",
    [SKEP_Q_SRC_AND_DST] = "sender and target",
};

static const char *const relations[] = {
    [SKEP_REL_EQ] = "is",	  [SKEP_REL_NE] = "is not",	     [SKEP_REL_LT] = "is less than",
    [SKEP_REL_LE] = "is at most", [SKEP_REL_GT] = "is greater than", [SKEP_REL_GE] = "is at least",
};

static const char *const operators[] = {
    [BPF_ADD >> 4] = "+",   [BPF_SUB >> 4] = "-",	  [BPF_MUL >> 4] = "*",
    [BPF_DIV >> 4] = "/",   [BPF_OR >> 4] = "or'ed with", [BPF_AND >> 4] = "&",
    [BPF_LSH >> 4] = "<<",  [BPF_RSH >> 4] = ">>",	  [BPF_MOD >> 4] = "modulo",
    [BPF_XOR >> 4] = "xor",
};

static void put_node(struct words *w, const struct skep_ast *ast);

static void text(struct words *w, const char *words)
{
	skep_buffer_text(&w->out, words);
}

static void indent(struct words *w)
{
	u32 level = w->level < DEEPEST ? w->level : DEEPEST;

	skep_buffer_printf(&w->out, "%*s", (int)(2 * level), "");
}

/* --- protocols ---------------------------------------------------------------------------------
 */

static void put_proto(struct words *w, u8 proto)
{
	static const char *const carriers[] = {
	    [SKEP_FIELD_IP4] = " over IPv4",
	    [SKEP_FIELD_IP6] = " over IPv6",
	    [SKEP_FIELD_IP46] = " over IPv4 or IPv6",
	    [SKEP_FIELD_PDUS] = "",
	};
	const char *carrier = carriers[skep_proto_row(proto)->field];

	text(w, titles[proto]);
	text(w, carrier ? carrier : "");
}

/* --- addresses ---------------------------------------------------------------------------------
 */

static void put_ipv4(struct words *w, u32 address, u32 bits)
{
	skep_buffer_printf(&w->out, "%u.%u.%u.%u", address >> 24, address >> 16 & 255,
			   address >> 8 & 255, address & 255);
	if (bits < 32)
		skep_buffer_printf(&w->out, "/%" PRIu32, bits);
}

/* `10` of a network is 10.0.0.0/8; of a host it is 0.0.0.10. */
static void put_number_address(struct words *w, u32 number, bool net)
{
	u32 bits = 32;

	while (net && number && number >> 24 == 0) {
		number <<= 8;
		bits -= 8;
	}
	put_ipv4(w, number, bits);
}

static void put_ipv4_literal(struct words *w, const struct skep_literal *l)
{
	if (l->mask_kind == SKEP_MASK_NONE && l->bits > 0) {
		put_ipv4(w, l->number << (32 - l->bits), l->bits);
		return;
	}
	text(w, l->text);
	if (l->mask_kind == SKEP_MASK_BITS)
		skep_buffer_printf(&w->out, "/%" PRIu32, l->mask);
	if (l->mask_kind == SKEP_MASK_IPV4)
		skep_buffer_printf(&w->out, " under the mask %s", l->mask_text);
}

static void put_address(struct words *w, const struct skep_ast *ast)
{
	const struct skep_literal *l = &ast->literal;
	bool net = ast->qual.type == SKEP_Q_NET;

	if (l->kind == SKEP_LIT_NUMBER && ast->qual.proto != SKEP_Q_DECNET) {
		put_number_address(w, l->number, net);
		return;
	}
	if (l->kind == SKEP_LIT_IPV4) {
		put_ipv4_literal(w, l);
		return;
	}
	skep_buffer_printf(&w->out, l->kind == SKEP_LIT_NAME ? "'%s'" : "%s", l->text);
	if (l->mask_kind == SKEP_MASK_BITS)
		skep_buffer_printf(&w->out, "/%" PRIu32, l->mask);
}

/* Which packets have an address at all. */
static void put_address_carrier(struct words *w, const struct skep_ast *ast)
{
	u8 proto = ast->qual.proto, kind = ast->literal.kind;

	if (proto == SKEP_Q_LINK)
		text(w, "a frame");
	else if (proto != SKEP_Q_PROTO_DEFAULT)
		text(w, titles[proto]);
	else if (kind == SKEP_LIT_IPV6)
		text(w, "IPv6");
	else if (kind == SKEP_LIT_NAME && ast->qual.type != SKEP_Q_NET)
		text(w, "IPv4, ARP, reverse ARP or IPv6");
	else
		text(w, "IPv4, ARP or reverse ARP");
}

static void put_address_head(struct words *w, const struct skep_ast *ast)
{
	bool arp = ast->qual.proto == SKEP_Q_ARP || ast->qual.proto == SKEP_Q_RARP;
	const char *direction = directions[ast->qual.dir];

	if (arp && ast->qual.dir < SKEP_COUNT(arp_directions))
		direction = arp_directions[ast->qual.dir];
	put_address_carrier(w, ast);
	skep_buffer_printf(&w->out, " with %s %s ", direction,
			   ast->qual.type == SKEP_Q_NET ? "network" : "address");
}

/* --- ports and protocols -----------------------------------------------------------------------
 */

static void put_port_head(struct words *w, const struct skep_ast *ast)
{
	u8 proto = ast->qual.proto;

	text(w, proto == SKEP_Q_PROTO_DEFAULT ? "TCP, UDP or SCTP" : titles[proto]);
	skep_buffer_printf(&w->out, " over IPv4 (first fragments only) or IPv6, with %s port%s ",
			   directions[ast->qual.dir],
			   ast->qual.type == SKEP_Q_PORTRANGE ? " in" : "");
}

static void put_proto_head(struct words *w, const struct skep_ast *ast)
{
	u8 proto = ast->qual.proto;

	if (proto == SKEP_Q_LINK)
		text(w, "a frame that carries protocol ");
	else if (proto == SKEP_Q_PROTO_DEFAULT)
		text(w, "IPv4 or IPv6 that carries protocol ");
	else
		skep_buffer_printf(&w->out, "%s that carries protocol ", titles[proto]);
}

static void put_protochain_head(struct words *w, const struct skep_ast *ast)
{
	bool any = ast->qual.proto == SKEP_Q_PROTO_DEFAULT;

	skep_buffer_printf(&w->out, "%s that carries, perhaps behind other headers, protocol ",
			   any ? "IPv4 or IPv6" : titles[ast->qual.proto]);
}

static void put_gateway_head(struct words *w, const struct skep_ast *ast)
{
	(void)ast;
	text(w, "passed on by a gateway (from or to its link-layer address, but not its IPv4 "
		"address): ");
}

static void put_value(struct words *w, const struct skep_ast *ast)
{
	skep_buffer_printf(&w->out, ast->literal.kind == SKEP_LIT_NAME ? "'%s'" : "%s",
			   ast->literal.text);
}

/* --- primitives --------------------------------------------------------------------------------
 */

static const struct {
	void (*head)(struct words *w, const struct skep_ast *ast);
	void (*value)(struct words *w, const struct skep_ast *ast);
} types[] = {
    [SKEP_Q_TYPE_DEFAULT] = {put_address_head, put_address},
    [SKEP_Q_HOST] = {put_address_head, put_address},
    [SKEP_Q_NET] = {put_address_head, put_address},
    [SKEP_Q_PORT] = {put_port_head, put_value},
    [SKEP_Q_PORTRANGE] = {put_port_head, put_value},
    [SKEP_Q_GATEWAY] = {put_gateway_head, put_value},
    [SKEP_Q_PROTO] = {put_proto_head, put_value},
    [SKEP_Q_PROTOCHAIN] = {put_protochain_head, put_value},
};

/* Whether two primitives differ in their values alone. */
static bool is_alike(const struct skep_ast *a, const struct skep_ast *b)
{
	return a->kind == SKEP_AST_PRIM && b->kind == SKEP_AST_PRIM &&
	       a->qual.type == b->qual.type && a->qual.dir == b->qual.dir &&
	       a->qual.proto == b->qual.proto && a->literal.kind == b->literal.kind &&
	       a->literal.kind != SKEP_LIT_NONE;
}

/* The first of `count` alike primitives gives the words, all give their values. */
static void put_prims(struct words *w, struct skep_ast *const *prims, u32 count)
{
	const struct skep_ast *first = prims[0];

	if (first->literal.kind == SKEP_LIT_NONE) {
		put_proto(w, first->qual.proto);
		return;
	}
	types[first->qual.type].head(w, first);
	for (u32 i = 0; i < count; i++) {
		text(w, i == 0 ? "" : i + 1 == count ? " or " : ", ");
		types[first->qual.type].value(w, prims[i]);
	}
}

/* --- words -------------------------------------------------------------------------------------
 */

static void put_argument(struct words *w, const struct skep_ast *ast)
{
	if (ast->text)
		skep_buffer_printf(&w->out, "'%s'", ast->text);
	else if (ast->relop != SKEP_REL_EQ)
		skep_buffer_printf(&w->out, "that %s %" PRIu32, relations[ast->relop],
				   ast->numbers[0]);
	else
		skep_buffer_printf(&w->out, "%" PRIu32, ast->numbers[0]);
}

static void put_template(struct words *w, const struct skep_ast *ast)
{
	bool argument = ast->has_number || ast->text;
	bool skip = false;

	for (const char *s = templates[ast->word]; *s; s++) {
		if (*s == '{')
			skip = !argument;
		else if (*s == '}')
			skip = false;
		else if (*s == '#' && !skip)
			put_argument(w, ast);
		else if (!skip)
			skep_buffer_bytes(&w->out, s, 1);
	}
}

static void put_word(struct words *w, const struct skep_ast *ast)
{
	put_template(w, ast);
	if (ast->word == SKEP_WORD_BYTE)
		skep_buffer_printf(&w->out, " %c %" PRIu32, ast->byte_op, ast->numbers[1]);
	if ((ast->word == SKEP_WORD_BROADCAST || ast->word == SKEP_WORD_MULTICAST) &&
	    ast->qual.proto != SKEP_Q_PROTO_DEFAULT)
		skep_buffer_printf(&w->out, " of %s", titles[ast->qual.proto]);
}

/* --- comparisons -------------------------------------------------------------------------------
 */

static void put_arith(struct words *w, const struct skep_arith *a);

static void put_load(struct words *w, const struct skep_arith *a)
{
	const struct skep_arith *index = a->left;

	w->loads |= UINT64_C(1) << a->proto;
	if (index->kind == SKEP_ARITH_NUMBER && a->size == 1) {
		skep_buffer_printf(&w->out, "byte %" PRIu32, index->number);
	} else if (index->kind == SKEP_ARITH_NUMBER) {
		skep_buffer_printf(&w->out, "bytes %" PRIu32 " to %" PRIu64, index->number,
				   (u64)index->number + a->size - 1);
	} else {
		skep_buffer_printf(&w->out, "%u byte%s at ", a->size, a->size > 1 ? "s" : "");
		put_arith(w, index);
	}
	skep_buffer_printf(&w->out, " of %s", titles[a->proto]);
}

static void put_arith(struct words *w, const struct skep_arith *a)
{
	switch (a->kind) {
	case SKEP_ARITH_NUMBER:
		skep_buffer_printf(&w->out, "%" PRIu32, a->number);
		return;
	case SKEP_ARITH_LEN:
		text(w, "the length");
		return;
	case SKEP_ARITH_LOAD:
		put_load(w, a);
		return;
	case SKEP_ARITH_NEG:
		text(w, "minus ");
		put_arith(w, a->left);
		return;
	}
	text(w, "(");
	put_arith(w, a->left);
	skep_buffer_printf(&w->out, " %s ", operators[a->op >> 4]);
	put_arith(w, a->right);
	text(w, ")");
}

/* What packets have the bytes that were spoken of. */
static void put_load_carriers(struct words *w)
{
	for (u8 proto = 0; proto < SKEP_Q_PROTO_COUNT; proto++) {
		u8 access = skep_proto_row(proto)->access;

		if ((w->loads >> proto & 1) == 0)
			continue;
		if (access == SKEP_ACCESS_TRAN)
			skep_buffer_printf(&w->out, "; %s over IPv4, first fragments only",
					   titles[proto]);
		else if (access == SKEP_ACCESS_ICMP6)
			skep_buffer_printf(&w->out, "; %s directly behind the IPv6 header",
					   titles[proto]);
	}
}

static void put_relation(struct words *w, const struct skep_ast *ast)
{
	w->loads = 0;
	put_arith(w, ast->left);
	skep_buffer_printf(&w->out, " %s ", relations[ast->relop]);
	put_arith(w, ast->right);
	put_load_carriers(w);
}

/* --- the tree ----------------------------------------------------------------------------------
 */

/* The members of ANY, of which alike neighbours share a line, or of ALL. */
static void put_members(struct words *w, const struct skep_ast *ast)
{
	u32 next;

	for (u32 i = 0; i < ast->count; i = next) {
		next = i + 1;
		while (ast->kind == SKEP_AST_ANY && next < ast->count &&
		       is_alike(ast->kids[i], ast->kids[next]))
			next++;
		if (next == i + 1) {
			put_node(w, ast->kids[i]);
			continue;
		}
		indent(w);
		put_prims(w, ast->kids + i, next - i);
		text(w, "\n");
	}
}

/* Whether ANY holds nothing but alike primitives: then it is a line itself. */
static bool is_one_line(const struct skep_ast *ast)
{
	for (u32 i = 1; i < ast->count; i++)
		if (!is_alike(ast->kids[0], ast->kids[i]))
			return false;
	return ast->kind == SKEP_AST_ANY;
}

static void put_leaf(struct words *w, const struct skep_ast *ast)
{
	struct skep_ast *const one[] = {(struct skep_ast *)ast};

	if (ast->kind == SKEP_AST_PRIM)
		put_prims(w, one, 1);
	else if (ast->kind == SKEP_AST_WORD)
		put_word(w, ast);
	else if (ast->kind == SKEP_AST_REL)
		put_relation(w, ast);
	else
		text(w, "every packet");
	text(w, "\n");
}

static void put_node(struct words *w, const struct skep_ast *ast)
{
	if (ast->count > 1 && is_one_line(ast)) {
		put_members(w, ast);
		return;
	}
	indent(w);
	if (ast->count == 0) {
		put_leaf(w, ast);
		return;
	}
	text(w, ast->kind == SKEP_AST_NOT   ? "not:\n"
		: ast->kind == SKEP_AST_ALL ? "all of:\n"
					    : "any of:\n");
	w->level++;
	put_members(w, ast);
	w->level--;
}

char *skep_filter_words(const struct skep_ast *ast)
{
	struct words w = {0};

	put_node(&w, ast);
	return skep_buffer_take(&w.out);
}

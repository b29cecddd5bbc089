/* SPDX-License-Identifier: BSD-2-Clause */
/* Relations between arithmetic expressions, and the words that are relations in disguise.
 *
 * An accessor checks that the packet is of its protocol. These checks are collected while the
 * expression is walked, and all of them come before the relation, in this order: those of the left
 * side, then those of the right. In `a op b` only the checks of a are kept: libpcap loses those of
 * b (a warning says so). */
#include <linux/filter.h>

#include "filter/lower_net.h"

enum { PROTO_ICMP6 = 58 };

struct sum {
	skep_vid value;
	skep_cid checks;
	u32 first;	/* the number that its evaluation begins with, */
	bool has_first; /* unless that is `len` */
};

static const struct sum nothing;

static struct sum walk(struct skep_lower *l, const struct skep_arith *a);

static void also(struct skep_lower *l, struct sum *s, skep_cid check)
{
	s->checks = skep_cond_and(l->g, s->checks, check);
}

/* Bytes at `index` from a place: the variable part and the index are added modulo 2^32, the fixed
 * part is not. */
static skep_vid access_at(struct skep_lower *l, struct skep_at at, skep_vid index, u8 size)
{
	if (at.base)
		index = skep_value_alu(l->g, BPF_ADD, index, at.base);
	return skep_value_load(l->g, size, index, at.offset);
}

static struct sum access_tran(struct skep_lower *l, const struct skep_arith *a, struct sum s)
{
	struct skep_graph *g = l->g;
	skep_vid fragment = skep_lower_load(l, SKEP_REL_NET, 6, 2);
	skep_cid later = skep_cond_test(g, SKEP_CMP_SET, fragment, skep_value_const(g, 0x1fff));

	s.checks = skep_cond_and(g, skep_lower_linktype(l, SKEP_ETHER_IP), s.checks);
	also(l, &s, skep_lower_proto_word(l, a->span, a->proto));
	also(l, &s, skep_cond_not(g, later));
	s.value = access_at(l, skep_lower_at(l, SKEP_REL_TRAN_IPV4), s.value, a->size);
	return s;
}

static struct sum no_access(struct skep_lower *l, const struct skep_arith *a)
{
	const char *word = skep_proto_row(a->proto)->word;

	if (a->proto == SKEP_Q_RADIO) {
		skep_lower_fail(l, a->span, SKEP_E_UNSUPPORTED,
				"this link type has no radio header");
		skep_lower_hint(l, "`radio[]` needs 802.11 with a radiotap, AVS or Prism header");
		return nothing;
	}
	skep_lower_fail(l, a->span, SKEP_E_INVALID, "the bytes of '%s' cannot be accessed", word);
	skep_lower_hint(l, "write `%s and ip[N]`, with N counted from the IPv4 header", word);
	return nothing;
}

static struct sum access_bytes(struct skep_lower *l, const struct skep_arith *a)
{
	struct sum s = walk(l, a->left);
	struct skep_at at;

	switch ((enum skep_access)skep_proto_row(a->proto)->access) {
	case SKEP_ACCESS_NONE:
		return no_access(l, a);
	case SKEP_ACCESS_RADIO:
		if (!skep_lower_has_radio(l))
			return no_access(l, a);
		at = skep_lower_at(l, SKEP_REL_PACKET);
		break;
	case SKEP_ACCESS_LINK:
		at = skep_lower_at(l, SKEP_REL_LINK);
		break;
	case SKEP_ACCESS_NET:
		also(l, &s, skep_lower_proto_word(l, a->span, a->proto));
		at = skep_lower_at(l, SKEP_REL_NET);
		break;
	case SKEP_ACCESS_TRAN:
		return access_tran(l, a, s);
	case SKEP_ACCESS_ICMP6:
		also(l, &s, skep_lower_linktype(l, SKEP_ETHER_IP6));
		also(l, &s, skep_lower_cmp(l, SKEP_REL_NET, 6, 1, PROTO_ICMP6));
		at = skep_lower_at(l, SKEP_REL_NET);
		at.offset += 40;
		break;
	}
	s.value = access_at(l, at, s.value, a->size);
	return s;
}

/* libpcap takes the number that the right side begins with for the whole of it: `len / ip[0]` and
 * `len / (0 + 2)` divide by zero for it. */
static bool check_right(struct skep_lower *l, const struct skep_arith *a, const struct sum *right)
{
	bool divides = a->op == BPF_DIV || a->op == BPF_MOD;
	bool shifts = a->op == BPF_LSH || a->op == BPF_RSH;
	bool plain = a->right->kind == SKEP_ARITH_NUMBER;

	if (!right->has_first ||
	    (!(divides && right->first == 0) && !(shifts && right->first > 31)))
		return true;
	if (!plain) {
		skep_lower_fail(l, a->right->span, SKEP_E_UNSUPPORTED,
				"a divisor or shift must not begin with %u: libpcap takes that "
				"number for the whole",
				right->first);
		skep_lower_hint(l, "write it as `1 * (...)`");
	} else if (divides) {
		skep_lower_fail(l, a->right->span, SKEP_E_RANGE, "division by 0");
	} else {
		skep_lower_fail(l, a->right->span, SKEP_E_RANGE, "a shift by %u: the largest is 31",
				right->first);
	}
	return false;
}

static struct sum binary(struct skep_lower *l, const struct skep_arith *a)
{
	struct sum left = walk(l, a->left), right = walk(l, a->right);

	if (l->failed || !check_right(l, a, &right))
		return nothing;
	if (right.checks != SKEP_COND_TRUE)
		skep_lower_warn(l, a->right->span, "put the protocol before it: `tcp and ...`",
				"the right side of an operator is read from every packet: its "
				"protocol is not checked");
	left.value = skep_value_alu(l->g, a->op, left.value, right.value);
	return left;
}

static struct sum walk(struct skep_lower *l, const struct skep_arith *a)
{
	struct sum s = {.checks = SKEP_COND_TRUE};

	if (l->failed)
		return nothing;
	switch ((enum skep_arith_kind)a->kind) {
	case SKEP_ARITH_NUMBER:
		s.value = skep_value_const(l->g, a->number);
		s.first = a->number;
		s.has_first = true;
		return s;
	case SKEP_ARITH_LEN:
		s.value = skep_value_len(l->g);
		return s;
	case SKEP_ARITH_LOAD:
		return access_bytes(l, a);
	case SKEP_ARITH_NEG:
		s = walk(l, a->left);
		s.value = skep_value_alu(l->g, BPF_SUB, skep_value_const(l->g, 0), s.value);
		return s;
	case SKEP_ARITH_BINARY:
		return binary(l, a);
	}
	return s;
}

static const struct relation {
	u8 cmp;
	bool negated;
} relations[] = {
    [SKEP_REL_EQ] = {SKEP_CMP_EQ, false}, [SKEP_REL_NE] = {SKEP_CMP_EQ, true},
    [SKEP_REL_LT] = {SKEP_CMP_GE, true},  [SKEP_REL_LE] = {SKEP_CMP_GT, true},
    [SKEP_REL_GT] = {SKEP_CMP_GT, false}, [SKEP_REL_GE] = {SKEP_CMP_GE, false},
};

skep_cid skep_lower_relation(struct skep_lower *l, const struct skep_ast *ast)
{
	struct sum left = walk(l, ast->left), right = walk(l, ast->right);
	const struct relation *r = &relations[ast->relop];
	skep_cid test;

	if (l->failed)
		return SKEP_COND_FALSE;
	test = skep_cond_test(l->g, r->cmp, left.value, right.value);
	if (r->negated)
		test = skep_cond_not(l->g, test);
	return skep_cond_all(l->g, (skep_cid[]){left.checks, right.checks, test}, 3);
}

/* `less N` is len <= N, `greater N` is len >= N. */
skep_cid skep_lower_length_word(struct skep_lower *l, const struct skep_ast *ast)
{
	bool less = ast->word == SKEP_WORD_LESS;
	skep_cid test = skep_cond_test(l->g, less ? SKEP_CMP_GT : SKEP_CMP_GE, skep_value_len(l->g),
				       skep_value_const(l->g, ast->numbers[0]));

	return less ? skep_cond_not(l->g, test) : test;
}

skep_cid skep_lower_byte(struct skep_lower *l, const struct skep_ast *ast)
{
	u32 at = ast->numbers[0], number = ast->numbers[1];
	skep_vid byte = skep_lower_load(l, SKEP_REL_LINK, at, 1),
		 n = skep_value_const(l->g, number);

	switch (ast->byte_op) {
	case '=':
		return skep_cond_test(l->g, SKEP_CMP_EQ, byte, n);
	case '<':
		return skep_cond_not(l->g, skep_cond_test(l->g, SKEP_CMP_GE, byte, n));
	case '>':
		return skep_cond_test(l->g, SKEP_CMP_GT, byte, n);
	}
	skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED,
			"`byte %u %c %u` loads no byte in libpcap: what it tests is chance", at,
			ast->byte_op, number);
	skep_lower_hint(l, "write `ether[%u] %c %u != 0`", at, ast->byte_op, number);
	return SKEP_COND_FALSE;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* `port` and `portrange`, over TCP, UDP and SCTP.
 *
 * IPv4 (asked last): the protocol, not a later fragment, then the ports behind the header. IPv6
 * (asked first): the protocol of the first header, then the ports at byte 40; what lies behind
 * extension headers is not found. */
#include <netinet/in.h>

#include "filter/lower_net.h"
#include "filter/names.h"

/* What has ports, in the order in which it is tried. */
static const struct carrier {
	u8 proto;  /* enum skep_q_proto */
	u8 number; /* IPPROTO_ */
	const char *word;
} carriers[] = {
    {SKEP_Q_TCP, IPPROTO_TCP, "tcp"},
    {SKEP_Q_UDP, IPPROTO_UDP, "udp"},
    {SKEP_Q_SCTP, IPPROTO_SCTP, "sctp"},
};

/* --- what a primitive means ------------------------------------------------------------------ */

static const struct carrier *carrier_of(s32 number)
{
	for (size_t i = 0; i < SKEP_COUNT(carriers); i++)
		if (carriers[i].number == number)
			return &carriers[i];
	return NULL;
}

/* The protocol that the primitive names; *over = 0 for none. */
static bool qualified(struct skep_lower *l, const struct skep_ast *ast, u8 *over)
{
	const char *word = skep_proto_row(ast->qual.proto)->word;

	*over = 0;
	if (ast->qual.proto == SKEP_Q_PROTO_DEFAULT)
		return true;
	for (size_t i = 0; i < SKEP_COUNT(carriers); i++)
		if (carriers[i].proto == ast->qual.proto) {
			*over = carriers[i].number;
			return true;
		}
	skep_lower_fail(l, ast->span, SKEP_E_INVALID, "'%s' has no ports", word);
	skep_lower_hint(l, "write `port %s`, or `%s and port %s` for both", ast->literal.text, word,
			ast->literal.text);
	return false;
}

/* A name may be of one protocol only: *over is that one if the text names none. */
static bool agree(struct skep_lower *l, const struct skep_ast *ast, s32 named, u8 *over)
{
	const struct carrier *c = carrier_of(named);

	if (!c || c->number == *over)
		return true;
	if (*over == 0) {
		*over = c->number;
		return true;
	}
	skep_lower_fail(l, ast->literal_span, SKEP_E_NAME, "port '%s' is known for %s only",
			ast->literal.text, c->word);
	skep_lower_hint(l, "write `%s port %s`, or the number of the port", c->word,
			ast->literal.text);
	return false;
}

static bool by_name(struct skep_lower *l, const struct skep_ast *ast, struct skep_ports *ports)
{
	const char *text = ast->literal.text;
	struct skep_diag d = {0};
	s32 named = -1;
	bool found;

	if (ast->qual.type == SKEP_Q_PORTRANGE) {
		found = skep_name_portrange(text, &ports->lo, &ports->hi, &named, &d);
	} else {
		found = skep_name_port(text, &ports->lo, &named, &d);
		ports->hi = ports->lo;
	}
	if (!found) {
		skep_lower_fail(l, ast->literal_span, d.code, "%s", d.what);
		if (d.hint[0])
			skep_lower_hint(l, "%s", d.hint);
		return false;
	}
	return agree(l, ast, named, &ports->over);
}

static bool address_for_port(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->literal_span, SKEP_E_INVALID, "'%s' is an address, not a port",
			ast->literal.text);
	skep_lower_hint(l, "write a number of 0 to 65535 or a name, or `host %s`",
			ast->literal.text);
	return false;
}

bool skep_literal_ports(struct skep_lower *l, const struct skep_ast *ast, struct skep_ports *ports)
{
	u32 swap;

	if (!qualified(l, ast, &ports->over))
		return false;
	if (ast->literal.kind == SKEP_LIT_NUMBER)
		ports->lo = ports->hi = ast->literal.number;
	else if (ast->literal.kind != SKEP_LIT_NAME)
		return address_for_port(l, ast);
	else if (!by_name(l, ast, ports))
		return false;
	if (ports->lo > ports->hi) {
		swap = ports->lo;
		ports->lo = ports->hi;
		ports->hi = swap;
	}
	if (ports->hi > 65535)
		return skep_lower_fail(l, ast->literal_span, SKEP_E_RANGE,
				       "%u is no port: the largest is 65535", ports->hi);
	return skep_lower_check_dir(l, ast);
}

/* --- what is looked at ----------------------------------------------------------------------- */

static skep_cid ends(struct skep_lower *l, enum skep_rel rel, u8 dir, struct skep_want want)
{
	skep_cid src = skep_lower_want(l, skep_lower_load(l, rel, 0, 2), want);
	skep_cid dst = skep_lower_want(l, skep_lower_load(l, rel, 2, 2), want);

	return skep_lower_ends(l, dir, src, dst);
}

static skep_cid first_fragment(struct skep_lower *l)
{
	skep_vid field = skep_lower_load(l, SKEP_REL_NET, 6, 2);
	skep_vid offset = skep_value_const(l->g, 0x1fff);

	return skep_cond_not(l->g, skep_cond_test(l->g, SKEP_CMP_SET, field, offset));
}

/* A packet is of one protocol: the loads behind the one that fits are the only ones that are
 * reached, so that all that may have the ports can be asked first, together. */
static skep_cid behind(struct skep_lower *l, u32 offset, u8 over, skep_cid ports)
{
	skep_vid field = skep_lower_load(l, SKEP_REL_NET, offset, 1);
	skep_cid any[SKEP_COUNT(carriers)];
	size_t count = 0;

	for (size_t i = 0; i < SKEP_COUNT(carriers); i++)
		if (over == 0 || over == carriers[i].number)
			any[count++] = skep_cond_is(l->g, field, carriers[i].number);
	return skep_cond_and(l->g, skep_cond_any(l->g, any, count), ports);
}

skep_cid skep_lower_ports(struct skep_lower *l, u8 over, u8 dir, struct skep_want want)
{
	struct skep_graph *g = l->g;
	skep_cid ports6 = ends(l, SKEP_REL_TRAN_IPV6, dir, want);
	skep_cid ports4 = ends(l, SKEP_REL_TRAN_IPV4, dir, want);
	skep_cid ip6 =
	    skep_cond_and(g, skep_lower_linktype(l, SKEP_ETHER_IP6), behind(l, 6, over, ports6));
	skep_cid ip4 =
	    skep_cond_and(g, skep_lower_linktype(l, SKEP_ETHER_IP),
			  behind(l, 9, over, skep_cond_and(g, first_fragment(l), ports4)));

	return skep_cond_or(g, ip6, ip4);
}

skep_cid skep_lower_port(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_want want;
	struct skep_ports p;

	if (!skep_literal_ports(l, ast, &p))
		return SKEP_COND_FALSE;
	want = ast->qual.type == SKEP_Q_PORTRANGE ? (struct skep_want){SKEP_WANT_RANGE, p.lo, p.hi}
						  : skep_want_number(p.lo);
	return skep_lower_ports(l, p.over, ast->qual.dir, want);
}

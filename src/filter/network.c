/* SPDX-License-Identifier: BSD-2-Clause */
/* Addresses in network headers: IPv4 (RFC 791), ARP (RFC 826), IPv6 (RFC 8200). */
#include "filter/lower_net.h"

/* Where IPv4 addresses lie in the packets of one EtherType. */
static const struct place {
	u8 proto; /* enum skep_q_proto */
	u16 type;
	u8 src, dst;
} places[] = {
    {SKEP_Q_IP, SKEP_ETHER_IP, 12, 16},
    {SKEP_Q_ARP, SKEP_ETHER_ARP, 14, 24},
    {SKEP_Q_RARP, SKEP_ETHER_RARP, 14, 24},
};

struct skep_want skep_want_number(u32 number)
{
	return (struct skep_want){SKEP_WANT_MASKED, number, UINT32_MAX};
}

skep_cid skep_lower_want(struct skep_lower *l, skep_vid value, struct skep_want want)
{
	struct skep_graph *g = l->g;
	skep_cid low, high;

	switch ((enum skep_want_kind)want.kind) {
	case SKEP_WANT_MASKED:
		return skep_cond_masked(g, value, want.b, want.a);
	case SKEP_WANT_RANGE:
		low = skep_cond_test(g, SKEP_CMP_GE, value, skep_value_const(g, want.a));
		high = skep_cond_test(g, SKEP_CMP_GT, value, skep_value_const(g, want.b));
		return skep_cond_and(g, low, skep_cond_not(g, high));
	case SKEP_WANT_SET:
		return skep_cond_in(g, value, want.a);
	}
	return SKEP_COND_FALSE;
}

skep_cid skep_lower_ends(struct skep_lower *l, u8 dir, skep_cid src, skep_cid dst)
{
	switch ((enum skep_q_dir)dir) {
	case SKEP_Q_SRC:
		return src;
	case SKEP_Q_DST:
		return dst;
	case SKEP_Q_SRC_AND_DST:
		return skep_cond_and(l->g, src, dst);
	default:
		return skep_cond_or(l->g, src, dst);
	}
}

bool skep_lower_check_dir(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->qual.dir < SKEP_Q_ADDR1)
		return true;
	skep_lower_fail(l, ast->span, SKEP_E_INVALID,
			"'addr1' to 'addr4', 'ra' and 'ta' name 802.11 addresses, not '%s'",
			ast->literal.text);
	skep_lower_hint(l, "write `wlan addr1 MAC`, or use src and dst");
	return false;
}

static skep_cid ip4_at(struct skep_lower *l, const struct place *p, u8 dir, struct skep_want want)
{
	skep_cid type = skep_lower_linktype(l, p->type);
	skep_cid src = skep_lower_want(l, skep_lower_load(l, SKEP_REL_NET, p->src, 4), want);
	skep_cid dst = skep_lower_want(l, skep_lower_load(l, SKEP_REL_NET, p->dst, 4), want);

	return skep_cond_and(l->g, type, skep_lower_ends(l, dir, src, dst));
}

/* Under MPLS there is no EtherType, and only IP is looked for. */
skep_cid skep_lower_ip4_address(struct skep_lower *l, u8 proto, u8 dir, struct skep_want want)
{
	skep_cid any[SKEP_COUNT(places)];
	size_t count = 0;

	for (size_t i = 0; i < SKEP_COUNT(places); i++) {
		bool meant = proto == places[i].proto ||
			     (proto == SKEP_Q_PROTO_DEFAULT && (i == 0 || l->mpls_depth == 0));

		if (meant)
			any[count++] = ip4_at(l, &places[i], dir, want);
	}
	return skep_cond_any(l->g, any, count);
}

/* The words are compared from the first to the last, and each is loaded also where its mask is 0: a
 * network needs the whole address. */
static skep_cid ip6_at(struct skep_lower *l, u32 offset, const struct skep_ip6_net *net)
{
	skep_cid words[4];

	for (u32 i = 0; i < 4; i++)
		words[i] =
		    skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, offset + 4 * i, 4),
				     net->mask[i], net->address[i]);
	return skep_cond_all(l->g, words, 4);
}

skep_cid skep_lower_ip6_address(struct skep_lower *l, u8 dir, const struct skep_ip6_net *net)
{
	skep_cid type = skep_lower_linktype(l, SKEP_ETHER_IP6);
	skep_cid src = ip6_at(l, 8, net), dst = ip6_at(l, 24, net);

	return skep_cond_and(l->g, type, skep_lower_ends(l, dir, src, dst));
}

skep_cid skep_lower_broadcast(struct skep_lower *l, const struct skep_ast *ast)
{
	u32 host = ~l->options->netmask;
	skep_cid zeros, ones;

	if (ast->qual.proto == SKEP_Q_PROTO_DEFAULT || ast->qual.proto == SKEP_Q_LINK)
		return skep_lower_link_broadcast(l, ast->span);
	if (ast->qual.proto != SKEP_Q_IP) {
		skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED, "'%s' has no broadcast address",
				skep_proto_row(ast->qual.proto)->word);
		skep_lower_hint(l, "write `ether broadcast` or `ip broadcast`");
		return SKEP_COND_FALSE;
	}
	if (l->options->netmask == SKEP_NETMASK_UNKNOWN) {
		skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED,
				"'ip broadcast' needs the netmask of the network, which is not "
				"known here");
		skep_lower_hint(l, "write `dst host` with the broadcast address, or `ether "
				   "broadcast`");
		return SKEP_COND_FALSE;
	}
	zeros = skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 16, 4), host, 0);
	ones = skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 16, 4), host, host);
	return skep_cond_and(l->g, skep_lower_linktype(l, SKEP_ETHER_IP),
			     skep_cond_or(l->g, zeros, ones));
}

skep_cid skep_lower_multicast(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_graph *g = l->g;
	skep_vid first;

	switch (ast->qual.proto) {
	case SKEP_Q_PROTO_DEFAULT:
	case SKEP_Q_LINK:
		return skep_lower_link_multicast(l, ast->span);
	case SKEP_Q_IP: /* 224.0.0.0 and all above, 255.255.255.255 too */
		first = skep_lower_load(l, SKEP_REL_NET, 16, 1);
		return skep_cond_and(
		    g, skep_lower_linktype(l, SKEP_ETHER_IP),
		    skep_cond_test(g, SKEP_CMP_GE, first, skep_value_const(g, 224)));
	case SKEP_Q_IPV6:
		return skep_cond_and(g, skep_lower_linktype(l, SKEP_ETHER_IP6),
				     skep_lower_cmp(l, SKEP_REL_NET, 24, 1, 255));
	}
	skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED, "'%s' has no multicast addresses",
			skep_proto_row(ast->qual.proto)->word);
	skep_lower_hint(l, "write `ether multicast`, `ip multicast` or `ip6 multicast`");
	return SKEP_COND_FALSE;
}

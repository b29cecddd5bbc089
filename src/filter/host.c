/* SPDX-License-Identifier: BSD-2-Clause */
/* `host` and `net`: what a name, number or address means, and which protocols have such. */
#include "base/bytes.h"
#include "filter/decnet.h"
#include "filter/lower_net.h"
#include "filter/names.h"

/* --- literals -------------------------------------------------------------------------------- */

static bool network_bits(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->literal_span, SKEP_E_RANGE,
			"'%s' has bits set behind its network part", ast->literal.text);
	skep_lower_hint(l, "set them to 0, or write `host` for one address");
	return false;
}

static bool masks_are_for_nets(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->literal_span, SKEP_E_INVALID,
			"'%s' has a mask, and only networks have one", ast->literal.text);
	skep_lower_hint(l, "write `net` for `host`, or leave the mask out");
	return false;
}

/* `net 10` is 10.0.0.0/8: a short number is moved to the left. */
static struct skep_want promote(u32 number)
{
	u32 mask = UINT32_MAX;

	while (number && (number & 0xff000000) == 0) {
		number <<= 8;
		mask <<= 8;
	}
	return (struct skep_want){SKEP_WANT_MASKED, number, mask};
}

static u32 mask_of_length(u32 length)
{
	return length ? UINT32_MAX << (32 - length) : 0;
}

bool skep_literal_ip4(struct skep_lower *l, const struct skep_ast *ast, struct skep_want *want)
{
	const struct skep_literal *lit = &ast->literal;
	bool net = ast->qual.type == SKEP_Q_NET;

	if (lit->kind == SKEP_LIT_NUMBER) {
		*want = net ? promote(lit->number) : skep_want_number(lit->number);
		return true;
	}
	*want = (struct skep_want){SKEP_WANT_MASKED, lit->number << (32 - lit->bits),
				   mask_of_length(lit->bits)};
	if (lit->mask_kind == SKEP_MASK_BITS)
		want->b = mask_of_length(lit->mask);
	if (lit->mask_kind == SKEP_MASK_IPV4)
		want->b = lit->mask << (32 - lit->mask_bits);
	if (want->a & ~want->b)
		return network_bits(l, ast);
	if (lit->mask_kind != SKEP_MASK_NONE && !net)
		return masks_are_for_nets(l, ast);
	return true;
}

bool skep_literal_ip6(struct skep_lower *l, const struct skep_ast *ast, struct skep_ip6_net *net)
{
	const struct skep_literal *lit = &ast->literal;
	u32 length = lit->mask_kind == SKEP_MASK_BITS ? lit->mask : 128;

	for (u32 i = 0; i < 4; i++) {
		u32 left = length > 32 * i ? length - 32 * i : 0;

		net->address[i] = skep_get_be32(lit->bytes + 4 * i);
		net->mask[i] = mask_of_length(left < 32 ? left : 32);
		if (net->address[i] & ~net->mask[i])
			return network_bits(l, ast);
	}
	if (length != 128 && ast->qual.type != SKEP_Q_NET)
		return masks_are_for_nets(l, ast);
	return true;
}

/* --- which protocols have addresses ---------------------------------------------------------- */

static bool has_no_addresses(struct skep_lower *l, const struct skep_ast *ast, const char *family)
{
	const char *word = skep_proto_row(ast->qual.proto)->word;
	const char *type = ast->qual.type == SKEP_Q_NET ? "net" : "host";

	skep_lower_fail(l, ast->span, SKEP_E_INVALID, "'%s' packets have no %s addresses", word,
			family);
	skep_lower_hint(l, "write `%s %s`, or `%s and %s %s` for both", type, ast->literal.text,
			word, type, ast->literal.text);
	return false;
}

static bool check_ip4(struct skep_lower *l, const struct skep_ast *ast)
{
	switch (ast->qual.proto) {
	case SKEP_Q_PROTO_DEFAULT:
	case SKEP_Q_IP:
	case SKEP_Q_ARP:
	case SKEP_Q_RARP:
		return skep_lower_check_dir(l, ast);
	}
	return has_no_addresses(l, ast, "IPv4");
}

static bool check_ip6(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->qual.proto == SKEP_Q_PROTO_DEFAULT || ast->qual.proto == SKEP_Q_IPV6)
		return skep_lower_check_dir(l, ast);
	return has_no_addresses(l, ast, "IPv6");
}

/* --- primitives ------------------------------------------------------------------------------ */

static skep_cid ip4(struct skep_lower *l, const struct skep_ast *ast, struct skep_want want)
{
	if (!check_ip4(l, ast))
		return SKEP_COND_FALSE;
	return skep_lower_ip4_address(l, ast->qual.proto, ast->qual.dir, want);
}

static skep_cid literal_ip4(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_want want;

	if (!skep_literal_ip4(l, ast, &want))
		return SKEP_COND_FALSE;
	return ip4(l, ast, want);
}

static skep_cid literal_ip6(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_ip6_net net;

	if (!skep_literal_ip6(l, ast, &net) || !check_ip6(l, ast))
		return SKEP_COND_FALSE;
	return skep_lower_ip6_address(l, ast->qual.dir, &net);
}

static skep_cid unknown_name(struct skep_lower *l, const struct skep_ast *ast,
			     const struct skep_diag *d)
{
	skep_lower_fail(l, ast->literal_span, d->code, "%s", d->what);
	if (d->hint[0])
		skep_lower_hint(l, "%s", d->hint);
	return SKEP_COND_FALSE;
}

static skep_cid link_host(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_diag d = {0};
	u8 mac[6];

	if (!skep_name_ether(ast->literal.text, mac, &d))
		return unknown_name(l, ast, &d);
	return skep_lower_link_host(l, ast->span, mac, ast->qual.dir);
}

static skep_cid no_address(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->literal_span, SKEP_E_NAME, "host '%s' has no %s address",
			ast->literal.text, ast->qual.proto == SKEP_Q_IPV6 ? "IPv6" : "IPv4");
	return SKEP_COND_FALSE;
}

static skep_cid has_ip6_too(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->literal_span, SKEP_E_NAME,
			"host '%s' has IPv6 addresses too, and '%s' packets have none",
			ast->literal.text, skep_proto_row(ast->qual.proto)->word);
	skep_lower_hint(l, "write the IPv4 address");
	return SKEP_COND_FALSE;
}

static skep_cid ip6_host(struct skep_lower *l, u8 dir, const u8 address[16])
{
	struct skep_ip6_net net;

	for (u32 w = 0; w < 4; w++) {
		net.address[w] = skep_get_be32(address + 4 * w);
		net.mask[w] = UINT32_MAX;
	}
	return skep_lower_ip6_address(l, dir, &net);
}

/* Every address of a host that the qualifiers allow, one after another. Where nothing in the packet
 * names its protocol, ARP is not looked for. */
static skep_cid host_addresses(struct skep_lower *l, const struct skep_ast *ast,
			       const struct skep_host_addresses *found)
{
	u8 proto = ast->qual.proto, dir = ast->qual.dir;
	bool arp = proto == SKEP_Q_ARP || proto == SKEP_Q_RARP;
	u8 proto4 = proto == SKEP_Q_PROTO_DEFAULT && !l->has_linktype ? SKEP_Q_IP : proto;
	skep_cid any = SKEP_COND_FALSE;
	u32 used = 0;

	for (u32 i = 0; i < found->count; i++) {
		const struct skep_host_address *address = &found->data[i];
		bool wanted = proto != (address->is_ip6 ? SKEP_Q_IP : SKEP_Q_IPV6);

		if (address->is_ip6 && arp)
			return has_ip6_too(l, ast);
		if (!wanted)
			continue;
		used++;
		any = skep_cond_or(
		    l->g, any,
		    address->is_ip6
			? ip6_host(l, dir, address->ip6)
			: skep_lower_ip4_address(l, proto4, dir, skep_want_number(address->ip4)));
	}
	return used ? any : no_address(l, ast);
}

static skep_cid host_name(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_host_addresses found = {0};
	struct skep_diag d = {0};
	u8 proto = ast->qual.proto;

	if (proto == SKEP_Q_LINK)
		return link_host(l, ast);
	if (proto == SKEP_Q_DECNET) {
		skep_lower_fail(l, ast->literal_span, SKEP_E_UNSUPPORTED,
				"'%s' is a name, and DECnet hosts are known by number only",
				ast->literal.text);
		skep_lower_hint(l, "write `decnet host AREA.NODE`");
		return SKEP_COND_FALSE;
	}
	if (proto == SKEP_Q_IPV6 ? !check_ip6(l, ast) : !check_ip4(l, ast))
		return SKEP_COND_FALSE;
	if (!skep_name_host(ast->literal.text, l->arena, &found, &d))
		return unknown_name(l, ast, &d);
	return host_addresses(l, ast, &found);
}

static skep_cid net_name(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_diag d = {0};
	u32 net;

	if (!skep_name_net(ast->literal.text, &net, &d))
		return unknown_name(l, ast, &d);
	if (ast->qual.proto == SKEP_Q_DECNET)
		return skep_lower_decnet(l, ast, promote(net).a);
	return ip4(l, ast, promote(net));
}

static skep_cid decnet_literal(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_want want;

	if (ast->literal.mask_kind == SKEP_MASK_NONE)
		return skep_lower_decnet(l, ast, skep_decnet_address(&ast->literal));
	if (!skep_literal_ip4(l, ast, &want))
		return SKEP_COND_FALSE;
	return skep_lower_decnet(l, ast, want.a);
}

static skep_cid not_here(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->span, SKEP_E_INVALID, "'%s' is a link-layer address",
			ast->literal.text);
	skep_lower_hint(l, "write `ether host %s`", ast->literal.text);
	return SKEP_COND_FALSE;
}

static skep_cid mac_host(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->qual.proto != SKEP_Q_LINK || ast->qual.type == SKEP_Q_NET)
		return not_here(l, ast);
	if (ast->literal.kind == SKEP_LIT_ARCNET)
		return skep_lower_arcnet_host(l, ast->span, ast->literal.bytes[0], ast->qual.dir);
	return skep_lower_link_host(l, ast->span, ast->literal.bytes, ast->qual.dir);
}

static skep_cid by_literal(struct skep_lower *l, const struct skep_ast *ast)
{
	switch ((enum skep_literal_kind)ast->literal.kind) {
	case SKEP_LIT_NUMBER:
	case SKEP_LIT_IPV4:
		if (ast->qual.proto == SKEP_Q_DECNET)
			return decnet_literal(l, ast);
		return literal_ip4(l, ast);
	case SKEP_LIT_IPV6:
		return literal_ip6(l, ast);
	case SKEP_LIT_MAC:
	case SKEP_LIT_ARCNET:
		return mac_host(l, ast);
	case SKEP_LIT_NONE:
	case SKEP_LIT_NAME:
		break;
	}
	return SKEP_COND_FALSE;
}

skep_cid skep_lower_host(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->literal.kind == SKEP_LIT_NAME)
		return host_name(l, ast);
	return by_literal(l, ast);
}

skep_cid skep_lower_net(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->literal.kind == SKEP_LIT_NAME)
		return net_name(l, ast);
	return by_literal(l, ast);
}

skep_cid skep_lower_gateway(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED,
			"'gateway' is not to be had: libpcap with IPv6 has none either");
	skep_lower_hint(l, "write `ether host MAC and not host ADDRESS`");
	return SKEP_COND_FALSE;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* How each link type tells which protocol its payload has.
 *
 * A protocol is an EtherType above 1500, or the service access point of an LLC header up to there;
 * link types with numbers of their own translate. A protocol that a link type cannot carry is
 * "false", which selects no packet; a link type that does not tell at all is an error. */
#include "filter/link.h"

/* Address families as the BSDs number them; the writer's own system decides for IPv6. */
enum {
	FAMILY_IPV4 = 2,
	FAMILY_IPV6_BSD = 24,
	FAMILY_IPV6_FREEBSD = 28,
	FAMILY_IPV6_DARWIN = 30,
	FAMILY_IPV6_LINUX = 10,
};

/* A protocol and the number that a link type has for it. */
struct mapping {
	u16 proto, number;
};

/* The number for `proto`, else `proto` itself. */
static u32 mapped(const struct mapping *map, size_t count, u32 proto)
{
	for (size_t i = 0; i < count; i++)
		if (map[i].proto == proto)
			return map[i].number;
	return proto;
}

static skep_cid type_is(struct skep_lower *l, u32 k)
{
	return skep_lower_cmp(l, SKEP_REL_LINKTYPE, 0, 2, k);
}

/* Service access points that are tested in both places of the LLC header. */
static bool is_pair(u32 proto)
{
	return proto == SKEP_SAP_ISO || proto == SKEP_SAP_IP || proto == SKEP_SAP_NETBEUI;
}

static skep_cid pair_is(struct skep_lower *l, u32 sap)
{
	return skep_lower_cmp(l, SKEP_REL_LLC, 0, 2, sap << 8 | sap);
}

skep_cid skep_lower_snap(struct skep_lower *l, u32 orgcode, u32 ptype)
{
	const u8 bytes[8] = {
	    SKEP_SAP_SNAP,	 SKEP_SAP_SNAP,	     3, /* unnumbered information */
	    (u8)(orgcode >> 16), (u8)(orgcode >> 8), (u8)orgcode, (u8)(ptype >> 8), (u8)ptype};

	return skep_lower_bytes(l, SKEP_REL_LLC, 0, bytes, sizeof(bytes));
}

/* AppleTalk has an organisation code of its own, its ARP has not. */
static skep_cid apple_snap(struct skep_lower *l, u32 proto)
{
	return skep_lower_snap(l, proto == ETH_P_ATALK ? 0x080007 : 0, proto);
}

static skep_cid test_none(struct skep_lower *l, u32 proto)
{
	(void)proto;
	return skep_link_refuse(l, l->span, "the protocol of a packet");
}

static skep_cid test_field(struct skep_lower *l, u32 proto)
{
	return type_is(l, proto);
}

/* --- Ethernet, and the others with LLC ------------------------------------------------------- */

/* IPX on Ethernet in its four forms: by EtherType; with a length and LLC, with a length and nothing
 * (the checksum 0xffff of IPX), with a length and SNAP. */
static skep_cid ether_ipx(struct skep_lower *l, skep_cid is_length)
{
	struct skep_graph *g = l->g;
	skep_cid by_type = type_is(l, ETH_P_IPX);
	skep_cid snap = skep_lower_snap(l, 0, ETH_P_IPX);
	skep_cid llc = skep_lower_cmp(l, SKEP_REL_LLC, 0, 1, SKEP_SAP_IPX);
	skep_cid bare = skep_lower_cmp(l, SKEP_REL_LLC, 0, 2, 0xffff);
	skep_cid forms = skep_cond_any(g, (skep_cid[]){snap, llc, bare}, 3);

	return skep_cond_or(g, by_type, skep_cond_and(g, is_length, forms));
}

static skep_cid ether(struct skep_lower *l, u32 proto)
{
	struct skep_graph *g = l->g;
	skep_vid type = skep_lower_load(l, SKEP_REL_LINKTYPE, 0, 2);
	skep_cid is_length = skep_cond_not(
	    g, skep_cond_test(g, SKEP_CMP_GT, type, skep_value_const(g, SKEP_ETHER_LENGTH_MAX)));

	if (is_pair(proto))
		return skep_cond_and(g, is_length, pair_is(l, proto));
	if (proto == SKEP_SAP_IPX)
		return ether_ipx(l, is_length);
	if (proto == ETH_P_ATALK || proto == ETH_P_AARP)
		return skep_cond_or(g, type_is(l, proto),
				    skep_cond_and(g, is_length, apple_snap(l, proto)));
	if (proto <= SKEP_ETHER_LENGTH_MAX)
		return skep_cond_and(g, is_length,
				     skep_lower_cmp(l, SKEP_REL_LINKTYPE, 2, 1, proto));
	return type_is(l, proto);
}

/* Geneve has an EtherType also where no Ethernet header follows. */
static skep_cid test_ether(struct skep_lower *l, u32 proto)
{
	skep_cid check = l->is_geneve ? SKEP_COND_TRUE : skep_encap_check(l);

	return skep_cond_and(l->g, check, ether(l, proto));
}

/* SNAP is taken for granted where an EtherType is asked for: only its type field is looked at. */
static skep_cid test_llc(struct skep_lower *l, u32 proto)
{
	if (is_pair(proto))
		return pair_is(l, proto);
	if (proto == ETH_P_ATALK)
		return apple_snap(l, proto);
	if (proto <= SKEP_ETHER_LENGTH_MAX)
		return skep_lower_cmp(l, SKEP_REL_LLC, 0, 1, proto);
	return skep_lower_cmp(l, SKEP_REL_LLC, 6, 2, proto);
}

static skep_cid test_wlan(struct skep_lower *l, u32 proto)
{
	skep_cid data = skep_wlan_is_data(l);

	return skep_cond_and(l->g, data, test_llc(l, proto));
}

static skep_cid test_sunatm(struct skep_lower *l, u32 proto)
{
	skep_cid llc = skep_atm_is_llc(l);

	return skep_cond_and(l->g, llc, test_llc(l, proto));
}

/* The protocol field of cooked captures says 802.2 (4) or 802.3 without LLC (1). */
static skep_cid test_sll(struct skep_lower *l, u32 proto)
{
	struct skep_graph *g = l->g;
	skep_cid is_llc = type_is(l, ETH_P_802_2);
	skep_cid llc_ipx;

	if (is_pair(proto))
		return skep_cond_and(g, is_llc, pair_is(l, proto));
	if (proto == SKEP_SAP_IPX) {
		llc_ipx = skep_cond_or(g, skep_lower_cmp(l, SKEP_REL_LLC, 0, 1, SKEP_SAP_IPX),
				       skep_lower_snap(l, 0, ETH_P_IPX));
		return skep_cond_any(g,
				     (skep_cid[]){type_is(l, ETH_P_IPX), type_is(l, ETH_P_802_3),
						  skep_cond_and(g, is_llc, llc_ipx)},
				     3);
	}
	if (proto == ETH_P_ATALK || proto == ETH_P_AARP)
		return skep_cond_or(g, type_is(l, proto),
				    skep_cond_and(g, is_llc, apple_snap(l, proto)));
	if (proto <= SKEP_ETHER_LENGTH_MAX)
		return skep_cond_and(g, is_llc,
				     skep_lower_cmp(l, SKEP_REL_LINK, l->linkpl.offset, 1, proto));
	return type_is(l, proto);
}

/* --- IP without a type field ----------------------------------------------------------------- */

static skep_cid version_is(struct skep_lower *l, enum skep_rel rel, u32 version)
{
	return skep_cond_masked(l->g, skep_lower_load(l, rel, 0, 1), 0xf0, version << 4);
}

static skep_cid test_version(struct skep_lower *l, u32 proto)
{
	if (proto == ETH_P_IP)
		return version_is(l, SKEP_REL_LINK, 4);
	if (proto == ETH_P_IPV6)
		return version_is(l, SKEP_REL_LINK, 6);
	return SKEP_COND_FALSE;
}

static skep_cid test_ipv4(struct skep_lower *l, u32 proto)
{
	(void)l;
	return proto == ETH_P_IP ? SKEP_COND_TRUE : SKEP_COND_FALSE;
}

static skep_cid test_ipv6(struct skep_lower *l, u32 proto)
{
	(void)l;
	return proto == ETH_P_IPV6 ? SKEP_COND_TRUE : SKEP_COND_FALSE;
}

static skep_cid test_ltalk(struct skep_lower *l, u32 proto)
{
	(void)l;
	return proto == ETH_P_ATALK ? SKEP_COND_TRUE : SKEP_COND_FALSE;
}

/* --- numbers of their own -------------------------------------------------------------------- */

enum { PPP_IP = 0x21, PPP_VJ_COMPRESSED = 0x2d, PPP_VJ_UNCOMPRESSED = 0x2f };

static const struct mapping ppp[] = {
    {ETH_P_IP, PPP_IP},	       {SKEP_SAP_ISO, 0x23},
    {SKEP_ETHERTYPE_NS, 0x25}, {SKEP_ETHERTYPE_DECNET, 0x27},
    {ETH_P_ATALK, 0x29},       {SKEP_SAP_IPX, 0x2b},
    {SKEP_SAP_STP, 0x31}, /* bridging */
    {ETH_P_IPV6, 0x57},
};

static skep_cid test_ppp(struct skep_lower *l, u32 proto)
{
	return type_is(l, mapped(ppp, SKEP_COUNT(ppp), proto));
}

/* IP may be compressed as RFC 1144 has it. */
static skep_cid test_ppp_bsdos(struct skep_lower *l, u32 proto)
{
	if (proto != ETH_P_IP)
		return test_ppp(l, proto);
	return skep_cond_any(l->g,
			     (skep_cid[]){type_is(l, PPP_IP), type_is(l, PPP_VJ_COMPRESSED),
					  type_is(l, PPP_VJ_UNCOMPRESSED)},
			     3);
}

static skep_cid test_chdlc(struct skep_lower *l, u32 proto)
{
	return type_is(l, proto == SKEP_SAP_ISO ? SKEP_SAP_ISO << 8 | SKEP_SAP_ISO : proto);
}

/* The family is in the byte order of the machine that wrote it, but for LOOP: big-endian. */
static skep_cid family_is(struct skep_lower *l, u32 family)
{
	enum { DLT_LOOP = 108 };

	if (l->link->dlt != DLT_LOOP && !l->options->swapped)
		family = __builtin_bswap32(family);
	return skep_lower_cmp(l, SKEP_REL_LINK, 0, 4, family);
}

static skep_cid test_family(struct skep_lower *l, u32 proto)
{
	if (proto == ETH_P_IP)
		return family_is(l, FAMILY_IPV4);
	if (proto != ETH_P_IPV6)
		return SKEP_COND_FALSE;
	if (l->options->live)
		return family_is(l, FAMILY_IPV6_LINUX);
	return skep_cond_any(l->g,
			     (skep_cid[]){family_is(l, FAMILY_IPV6_DARWIN),
					  family_is(l, FAMILY_IPV6_BSD),
					  family_is(l, FAMILY_IPV6_FREEBSD)},
			     3);
}

/* A PF log that another system wrote numbers IPv6 differently; libpcap asks for Linux's number. */
static skep_cid test_pflog(struct skep_lower *l, u32 proto)
{
	enum { PFLOG_FAMILY = 1 };

	if (proto == ETH_P_IP)
		return skep_lower_cmp(l, SKEP_REL_LINK, PFLOG_FAMILY, 1, FAMILY_IPV4);
	if (proto != ETH_P_IPV6)
		return SKEP_COND_FALSE;
	skep_lower_warn(l, l->span,
			"write link[1] = 24 (OpenBSD), 28 (FreeBSD) or 30 (macOS) and look for "
			"fields with link[...]",
			"IPv6 in a PF log is looked for as family %d, the number of Linux",
			FAMILY_IPV6_LINUX);
	return skep_lower_cmp(l, SKEP_REL_LINK, PFLOG_FAMILY, 1, FAMILY_IPV6_LINUX);
}

/* ARCNET has an older number for some protocols (RFC 1051 beside RFC 1201). */
static skep_cid test_arcnet(struct skep_lower *l, u32 proto)
{
	static const struct mapping numbers[] = {
	    {ETH_P_IP, 212},   {ETH_P_IP, 240},	   {ETH_P_ARP, 213},  {ETH_P_ARP, 241},
	    {ETH_P_RARP, 214}, {ETH_P_ATALK, 221}, {ETH_P_IPV6, 196},
	};
	skep_cid any = SKEP_COND_FALSE;

	for (size_t i = 0; i < SKEP_COUNT(numbers); i++)
		if (numbers[i].proto == proto)
			any = skep_cond_or(
			    l->g, any,
			    skep_lower_cmp(l, SKEP_REL_LINKTYPE, 0, 1, numbers[i].number));
	return any;
}

/* Frame Relay: after a two-byte address the control byte 3 and a network layer identifier. */
static skep_cid test_frelay(struct skep_lower *l, u32 proto)
{
	static const struct mapping identifiers[] = {
	    {ETH_P_IP, 0xcc},	  {ETH_P_IPV6, 0x8e},	{SKEP_SAP_ISO, 0x81},
	    {SKEP_SAP_ISO, 0x82}, {SKEP_SAP_ISO, 0x83},
	};
	skep_cid any = SKEP_COND_FALSE;

	for (size_t i = 0; i < SKEP_COUNT(identifiers); i++)
		if (identifiers[i].proto == proto)
			any = skep_cond_or(
			    l->g, any,
			    skep_lower_cmp(l, SKEP_REL_LINK, 2, 2, 0x300u | identifiers[i].number));
	return any;
}

static skep_cid test_ipnet(struct skep_lower *l, u32 proto)
{
	enum { IPNET_IPV4 = 2, IPNET_IPV6 = 26 };

	if (proto == ETH_P_IP)
		return skep_lower_cmp(l, SKEP_REL_LINKTYPE, 0, 1, IPNET_IPV4);
	if (proto == ETH_P_IPV6)
		return skep_lower_cmp(l, SKEP_REL_LINKTYPE, 0, 1, IPNET_IPV6);
	return SKEP_COND_FALSE;
}

/* --- only a mark at the start ---------------------------------------------------------------- */

static skep_cid mark_is(struct skep_lower *l, u32 mark, u32 mask)
{
	skep_lower_warn(l, l->span, "test the bytes of the protocol yourself, with link[...]",
			"on %s every protocol is taken to be there once the packet's first bytes "
			"are right",
			l->link->title);
	return skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, 0, 4), mask, mark);
}

static skep_cid test_juniper(struct skep_lower *l, u32 proto)
{
	(void)proto;
	return mark_is(l, 0x4d474300, 0xffffff00);
}

static skep_cid test_bacnet(struct skep_lower *l, u32 proto)
{
	(void)proto;
	return mark_is(l, 0x55ff0000, 0xffff0000);
}

/* Under a label there is no type: the last label must be the bottom one, and IP tells its version.
 */
static skep_cid under_label(struct skep_lower *l, u32 proto)
{
	skep_cid bottom;

	if (proto != ETH_P_IP && proto != ETH_P_IPV6) {
		skep_lower_fail(l, l->span, SKEP_E_UNSUPPORTED,
				"under an MPLS label only IPv4 and IPv6 can be told apart");
		skep_lower_hint(l, "put this before 'mpls' if it is meant for packets without a "
				   "label");
		return SKEP_COND_FALSE;
	}
	bottom = skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LABEL, 2, 1), 1, 1);
	return skep_cond_and(l->g, bottom, version_is(l, SKEP_REL_NET, proto == ETH_P_IP ? 4 : 6));
}

static skep_cid (*const tests[])(struct skep_lower *l, u32 proto) = {
#define TEST(name) [SKEP_LINK_TEST_##name] = test_##name,
#include "filter/link_tests.def"
#undef TEST
};

skep_cid skep_lower_linktype(struct skep_lower *l, u32 proto)
{
	return l->mpls_depth ? under_label(l, proto) : tests[l->link->test](l, proto);
}

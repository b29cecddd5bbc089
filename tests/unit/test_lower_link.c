/* SPDX-License-Identifier: BSD-2-Clause */
/* What the link rooms make of an expression: on packets written out here (the differential suite
 * has the many), what the kernel knows beside the bytes, what is refused and what is warned of. */
#include <ctype.h>
#include <linux/if_packet.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "filter/eval.h"
#include "filter/link.h"
#include "filter/parse.h"
#include "test.h"

/* A compiled expression. */
struct lowered {
	struct skep_arena arena;
	struct skep_graph graph;
	struct skep_filter_options options;
	struct skep_lower lower;
	struct skep_diag diag;
	skep_cid root;
	bool ok;
};

static void lower(struct lowered *x, const char *link, const char *text, bool live)
{
	struct skep_ast *ast;

	*x = (struct lowered){.options = {.live = live, .netmask = SKEP_NETMASK_UNKNOWN}};
	if (!skep_linktype_by_name(link, &x->options.linktype))
		x->options.linktype = (u32)atoi(link);
	x->options.null_link = x->options.linktype == 0;
	x->lower = (struct skep_lower){.g = &x->graph,
				       .arena = &x->arena,
				       .options = &x->options,
				       .diag = &x->diag,
				       .text = text};
	ast = skep_filter_parse(text, &x->arena, &x->diag);
	x->ok = skep_graph_init(&x->graph, &x->arena, false) && ast &&
		skep_lower_filter(&x->lower, ast, &x->root);
}

static void done(struct lowered *x)
{
	skep_free(x->lower.before.data);
	skep_free(x->lower.warnings.data);
	skep_graph_fini(&x->graph);
	skep_arena_fini(&x->arena);
}

/* Hexadecimal digits, spaces between; `*N` repeats the byte before it N times in all. */
static u32 bytes(const char *hex, u8 *out)
{
	u32 count = 0;
	char *end;

	for (const char *s = hex; *s; s++) {
		char two[3] = {s[0], isxdigit((u8)s[0]) ? s[1] : '\0', '\0'};

		if (*s == ' ')
			continue;
		if (*s == '*') {
			for (long n = strtol(s + 1, &end, 10); n > 1; n--, count++)
				out[count] = out[count - 1];
			s = end - 1;
			continue;
		}
		out[count++] = (u8)strtol(two, NULL, 16);
		s++;
	}
	return count;
}

static bool matches(const struct lowered *x, const struct skep_packet *like, const char *hex)
{
	u8 room[512], *exact;
	struct skep_packet p = *like;
	bool match;

	p.caplen = p.wirelen = bytes(hex, room);
	exact = malloc(p.caplen ? p.caplen : 1); /* so that the sanitizer sees its end */
	if (!exact)
		return false;
	memcpy(exact, room, p.caplen);
	p.data = exact;
	match = skep_eval_cond(&x->graph, x->root, &p);
	free(exact);
	return match;
}

/* Headers without the type field, and packets. */
#define MACS	     "010203040506 0a0b0c0d0e0f "
#define IP4	     "4500001c 00000000 40110000 0a000001 0a000002 "
#define IP6	     "60000000 00081140 00*15 01 00*15 02 "
#define UDP53	     "00350400 00080000"
#define RADIOTAP     "0000 0800 00000000 "
#define RADIOTAP_PAD "0000 0900 02000000 20 "
#define WLAN_DATA    "08010000 " MACS "111213141516 0000 "
#define WLAN_QOS     "88010000 " MACS "111213141516 0000 0000 "
#define SNAP_IP	     "aaaa03000000 0800 "
#define PFLOG_IP4    "3d02 01 03 656e3000*13 72756c6500*12 00000007 00000008 00*16 01 000000 "

/* A load that fails ends the filter: `not X` and X both miss a packet that is too short. */
static const struct {
	const char *link, *text, *yes, *no;
} cases[] = {
    {"EN10MB", "ip", MACS "0800 ", MACS "0806 "},
    {"EN10MB", "udp port 53", MACS "0800 " IP4 UDP53, MACS "0800 " IP4 "0400"},
    {"EN10MB", "stp", MACS "0026 42", MACS "8100 42"},
    {"EN10MB", "iso", MACS "0026 fefe", MACS "0026 feff"},
    {"EN10MB", "ipx", MACS "0026 ffff00000000 0000", MACS "0026 fffe00000000 0000"},
    {"EN10MB", "ipx", MACS "8137", MACS "0026 e0"},
    {"EN10MB", "atalk", MACS "0026 aaaa03080007809b", MACS "0026 aaaa03000000809b"},
    {"EN10MB", "aarp", MACS "0026 aaaa0300000080f3", MACS "0026 aaaa0308000780f3"},
    {"EN10MB", "llc", MACS "0026 4242", MACS "0026 ffff"},
    {"EN10MB", "llc i", MACS "0026 424200", MACS "0026 424203"},
    {"EN10MB", "llc rnr", MACS "0026 424205", MACS "0026 424209"},
    {"EN10MB", "ether src 0a:0b:0c:0d:0e:0f", MACS, "0a0b0c0d0e0f 010203040506"},
    {"EN10MB", "ether broadcast", "ff*6 00*6 0800", MACS "0800"},
    {"EN10MB", "ether multicast", MACS, "020304050607 0a0b0c0d0e0f"},
    {"EN10MB", "vlan", MACS "88a8 0005 0800", MACS "0800"},
    {"EN10MB", "vlan 5 and ip", MACS "8100 e005 0800", MACS "8100 0006 0800"},
    {"EN10MB", "vlan 5 and vlan 6 and ip", MACS "8100 0005 8100 0006 0800",
     MACS "8100 0006 8100 0005 0800"},
    {"EN10MB", "not vlan and ip", MACS "0801 0000 0800", MACS "0800 0000 0000"},
    {"EN10MB", "mpls 16 and ip", MACS "8847 000101ff 45", MACS "8847 000100ff 45"},
    {"EN10MB", "mpls and mpls 2 and ip6", MACS "8847 00010000 00002100 60",
     MACS "8847 00010100 00002100 60"},
    {"EN10MB", "pppoed", MACS "8863", MACS "8864"},
    {"EN10MB", "pppoes 7 and ip6", MACS "8864 1100 0007 0000 0057",
     MACS "8864 1100 0007 0000 0021"},
    {"EN10MB", "geneve 11 and arp", MACS "0800 " IP4 "000017c1 00000000 00000806 00000b00",
     MACS "0800 " IP4 "000017c1 00000000 00000806 00000c00"},
    {"EN10MB", "geneve and ether dst 01:02:03:04:05:06 and ip6",
     MACS "86dd " IP6 "000017c1 00000000 01006558 00000b00 00*4 " MACS "86dd",
     MACS "86dd " IP6 "000017c1 00000000 010086dd 00000b00 00*4 " MACS "86dd"},
    {"IEEE802", "ip", "00*14 " SNAP_IP, "00*14 aaaa03000000 0806"},
    {"FDDI", "ether dst 01:02:03:04:05:06", "50 " MACS, "50 00 " MACS},
    {"IP_OVER_FC", "ether src 0a:0b:0c:0d:0e:0f", "0000 010203040506 0000 0a0b0c0d0e0f",
     "0000 " MACS "0000"},
    {"ARCNET", "arp", "0102 d5", "0102 d6"},
    {"ARCNET_LINUX", "ip", "0102 0000 f0", "0102 0000 d5"},
    {"ARCNET", "broadcast", "0100 f0", "0001 f0"},
    {"NULL", "ip", "02000000", "00000002"},
    {"NULL", "ip6", "1c000000", "0a000000"},
    {"LOOP", "ip6", "0000001e", "1e000000"},
    {"RAW", "ip6", "60", "40"},
    {"RAW", "not arp", "", "-"},
    {"IPV4", "ip", "", "-"},
    {"IPV6", "not ip", "", "-"},
    {"SLIP", "inbound", "00", "01"},
    {"PPP", "ip6", "ff03 0057", "ff03 0021"},
    {"PPP", "mpls", "ff03 0281", "ff03 8847"},
    {"PPP_BSDOS", "ip", "00*5 002d", "00*5 0057"},
    {"PPP_PPPD", "outbound", "01", "00"},
    {"C_HDLC", "iso", "0f00 fefe", "0f00 00fe"},
    {"FRELAY", "iso", "0000 0382", "0000 0384"},
    {"LINUX_SLL", "ip", "00*14 0800", "00*14 0806"},
    {"LINUX_SLL", "stp", "00*14 0004 42", "00*14 0001 42"},
    {"LINUX_SLL", "outbound", "0004", "0000"},
    {"LINUX_SLL2", "inbound", "00*11", "00*10 04"},
    {"LINUX_SLL2", "ifindex 3", "00*4 00000003", "00*4 00000004"},
    {"IPNET", "inbound", "0000 0002", "0000 0001"},
    {"JUNIPER_PPP", "outbound", "4d474300", "4d474301"},
    {"BACNET_MS_TP", "arp", "55ff0000", "55fe0000"},
    {"NETANALYZER", "ip", "00*4 " MACS "0800", "00*4 " MACS "0806"},
    {"IEEE802_11", "ip", WLAN_DATA SNAP_IP, WLAN_DATA "aaaa03000000 0806"},
    {"IEEE802_11", "ip", WLAN_QOS SNAP_IP,
     "8001"
     "0000 " MACS "111213141516 0000 " SNAP_IP},
    {"IEEE802_11", "wlan src 0a:0b:0c:0d:0e:0f", WLAN_DATA, "08020000 " MACS "111213141516"},
    {"IEEE802_11", "wlan dst 11:12:13:14:15:16", WLAN_DATA, "08000000 " MACS "111213141516"},
    {"IEEE802_11", "wlan addr2 0a:0b:0c:0d:0e:0f", "b4000000 " MACS, "c4000000 " MACS},
    {"IEEE802_11", "wlan ra 01:02:03:04:05:06", "08000000 " MACS, "80000000 " MACS},
    {"IEEE802_11", "type mgt subtype beacon", "80", "50"},
    {"IEEE802_11", "dir tods", "0801", "0803"},
    {"IEEE802_11_RADIO", "ip", RADIOTAP WLAN_DATA SNAP_IP, RADIOTAP WLAN_DATA "0000 " SNAP_IP},
    {"IEEE802_11_RADIO", "ip", RADIOTAP_PAD WLAN_DATA "00*3 " SNAP_IP,
     RADIOTAP_PAD WLAN_DATA SNAP_IP "00*3"},
    {"IEEE802_11_RADIO", "not ip", RADIOTAP "80000000", RADIOTAP},
    {"PRISM_HEADER", "type data", "00000044 00*140 08", "00000044 00*140 04"},
    {"PRISM_HEADER", "type data", "80211001 00000009 00 08", "80211001 0000000a 00 08 00"},
    {"IEEE802_11_RADIO_AVS", "type data", "80211001 00000009 00 08", "80211001 0000000a 00 08"},
    {"PPI", "wlan addr1 01:02:03:04:05:06", "0000 0800 69000000 08000000 " MACS,
     "0000 0800 01000000 08000000 " MACS},
    {"PFLOG", "udp port 53", PFLOG_IP4 IP4 UDP53, PFLOG_IP4 IP4},
    {"PFLOG", "ifname en0", PFLOG_IP4, "3d02 01 03 656d30"},
    {"PFLOG", "rset rule and rulenum 7 and srnr 8", PFLOG_IP4, "00*60"},
    {"PFLOG", "action block and reason short and inbound", PFLOG_IP4, "00*64"},
    {"SUNATM", "ip", "02 00 0000 " SNAP_IP, "01 00 0000 " SNAP_IP},
    {"SUNATM", "lane and ip", "01 00 0000 0000 " MACS "0800", "01 00 0000 ff00 " MACS "0800"},
    {"SUNATM", "vpi < 3 and vci 32", "00 02 0020", "00 03 0020"},
    {"SUNATM", "vpi != 3", "00 03", "00 02"},
    {"SUNATM", "metac", "00 00 0001", "00 00 0002"},
    {"SUNATM", "oam", "00 00 0004", "00 01 0004"},
    {"SUNATM", "connectmsg", "00 00 0005 00*5 0f", "00 00 0001 00*5 0f"},
    {"SUNATM", "metaconnect", "00 00 0001 00*5 05", "00 00 0001 00*5 0f"},
    {"MTP2", "lssu", "0000 02", "0000 03"},
    {"MTP2", "hmsu", "00*4 0180", "00*4 0100"},
    {"MTP2_WITH_PHDR", "sio 3", "00*7 03", "00*7 04"},
    {"MTP2", "opc 5461 and dpc 3 and sls 9", "00*4 03405595", "00*4 03405585"},
    {"DOCSIS", "link[2] = 7 and len > 2", "0000 07", "0000 08"},
    {"147", "ether[0] = 1", "01", "02"},
};

static void check_cases(void)
{
	static const struct skep_packet plain;
	struct lowered x;

	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		lower(&x, cases[i].link, cases[i].text, false);
		if (!test_ok(x.ok, "%s: %s", cases[i].link, cases[i].text))
			printf("# refused: %s\n", x.diag.what);
		else
			test_ok(matches(&x, &plain, cases[i].yes), "  matches %s", cases[i].yes);
		if (x.ok && strcmp(cases[i].no, "-") != 0)
			test_ok(!matches(&x, &plain, cases[i].no), "  not %s", cases[i].no);
		done(&x);
	}
}

/* A capture in the kernel: the tag may be beside the packet or in it. */
static void check_live(void)
{
	static const struct {
		const char *text, *hex;
		struct skep_packet beside;
		bool match;
	} lives[] = {
	    {"vlan", MACS "0800", {.vlan_present = true}, true},
	    {"vlan", MACS "8100 0005 0800", {0}, true},
	    {"vlan", MACS "0800", {0}, false},
	    {"vlan 5", MACS "0800 0006", {.vlan_present = true, .vlan_tci = 0xe005}, true},
	    {"vlan 5", MACS "8100 0005", {.vlan_present = true, .vlan_tci = 6}, false},
	    {"vlan 5 and ip", MACS "0800", {.vlan_present = true, .vlan_tci = 5}, true},
	    {"vlan 5 and ip", MACS "8100 0005 0800", {0}, true},
	    {"vlan and vlan 7", MACS "8100 0007", {.vlan_present = true}, true},
	    {"inbound", MACS, {.pkttype = PACKET_OUTGOING}, false},
	    {"outbound", MACS, {.pkttype = PACKET_OUTGOING}, true},
	    {"ifindex 3", "", {.ifindex = 3}, true},
	};
	struct lowered x;

	for (size_t i = 0; i < SKEP_COUNT(lives); i++) {
		lower(&x, "EN10MB", lives[i].text, true);
		test_ok(x.ok && matches(&x, &lives[i].beside, lives[i].hex) == lives[i].match,
			"live: %s%s on %s", lives[i].match ? "" : "not ", lives[i].text,
			lives[i].hex);
		done(&x);
	}
}

static void check_refusals(void)
{
	static const struct {
		const char *link, *text, *what;
		u32 column;
	} refusals[] = {
	    {"DOCSIS", "len > 3 and ip", "link type DOCSIS", 13},
	    {"147", "ip", "link type without a name", 1},
	    {"PPP", "ether host 1:2:3:4:5:6", "link type PPP", 1},
	    {"RAW", "vlan", "link type RAW", 1},
	    {"EN10MB", "vlan 4096", "4096", 1},
	    {"EN10MB", "mpls and vlan", "'vlan' after 'mpls'", 10},
	    {"EN10MB", "mpls and arp", "MPLS", 10},
	    {"EN10MB", "inbound", "EN10MB", 1},
	    {"EN10MB", "wlan addr1 1:2:3:4:5:6", "EN10MB", 1},
	    {"EN10MB", "pppoes 65536", "65535", 1},
	    {"EN10MB", "geneve 16777216", "16777215", 1},
	    {"PFLOG", "ifname a2345678901234567", "15", 1},
	    {"PPI", "type mgt", "PPI", 1},
	    {"MTP2", "opc 16384", "16383", 1},
	    {"EN10MB", "fisu", "EN10MB", 1},
	    {"EN10MB", "vpi 3", "EN10MB", 1},
	};
	struct lowered x;

	for (size_t i = 0; i < SKEP_COUNT(refusals); i++) {
		lower(&x, refusals[i].link, refusals[i].text, false);
		test_ok(!x.ok && strstr(x.diag.what, refusals[i].what), "%s refuses %s: %s",
			refusals[i].link, refusals[i].text, x.diag.what);
		test_eq(x.diag.place.column, refusals[i].column, "  at its place");
		done(&x);
	}
	lower(&x, "90", "", false);
	test_ok(!x.ok && strstr(x.diag.what, "90"), "no link type 90: %s", x.diag.what);
	done(&x);
}

static void check_warnings(void)
{
	static const struct {
		const char *link, *text;
		bool warned;
	} warnings[] = {
	    {"EN10MB", "vlan and ip", false},
	    {"EN10MB", "ip or (vlan and ip)", false},
	    {"EN10MB", "vlan or ip", true},
	    {"EN10MB", "not vlan and ip", true},
	    {"EN10MB", "vlan 5 or vlan 6", true},
	    {"EN10MB", "(ip or mpls) and udp", true},
	    {"EN10MB", "vlan or less 100", false},
	    {"SUNATM", "vpi != 3", true},
	    {"JUNIPER_ETHER", "ip", true},
	    {"PFLOG", "ip6", true},
	    {"IEEE802_11", "wlan ra 1:2:3:4:5:6", true},
	};
	struct lowered x;

	for (size_t i = 0; i < SKEP_COUNT(warnings); i++) {
		lower(&x, warnings[i].link, warnings[i].text, false);
		test_ok(x.ok && (x.lower.warnings.count > 0) == warnings[i].warned, "%s: %s %s",
			warnings[i].link, warnings[i].text,
			warnings[i].warned ? "gives a warning" : "gives none");
		done(&x);
	}
}

static void check_names(void)
{
	u32 dlt = 0, bad = 0;

	for (u32 i = 0; i < 400; i++) {
		const char *name = skep_linktype_name(i);

		bad += name && (!skep_linktype_by_name(name, &dlt) || dlt != i);
	}
	test_eq(bad, 0, "each link type is found by its name");
	test_ok(skep_linktype_by_name("linux_sll2", &dlt) && dlt == 276, "in any case");
	test_ok(!skep_linktype_by_name("ETHERNET", &dlt), "no such name");
	test_ok(!skep_linktype_name(147) && !skep_linktype_name(90), "numbers without a name");
}

int main(void)
{
	check_cases();
	check_live();
	check_refusals();
	check_warnings();
	check_names();
	return test_end();
}

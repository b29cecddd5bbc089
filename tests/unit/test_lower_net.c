/* SPDX-License-Identifier: BSD-2-Clause */
/* What primitives above the link layer mean, what is refused, what is warned of, and that a run of
 * members means what its members mean. filter_truth asks libpcap about far more of the same. */
#include <stdlib.h>

#include "base/buffer.h"
#include "fault_alloc.h"
#include "filter/chain.h"
#include "filter/eval.h"
#include "filter/lower.h"
#include "filter/parse.h"
#include "random_graph.h"
#include "test.h"

#define ETHER(type) "020000000001 020000000002 " type
#define IP4_TCP                                                                                    \
	"45000028 0000 0000 4006 0000 0a000001 0a000002 0050 01bb 00000000 00000000 5002 0000 "    \
	"0000 0000"
#define IP6_FROM_TO "20010db8000000000000000000000001 20010db8000000000000000000000002"

static const struct {
	const char *name, *hex;
} frames[] = {
    {"tcp4", ETHER("0800") IP4_TCP},
    {"later fragment", ETHER("0800") "45000028 0000 0001 4006 0000 0a000001 0a000002 005001bb"},
    {"options4", ETHER("0800") "46000000 0000 0000 4011 0000 0a000001 e0000001 01010101 0035 0400"},
    {"icmp", ETHER("0800") "4500001c 0000 0000 4001 0000 0a000001 0a0000ff 0800 0000 0001 0001"},
    {"arp", ETHER("0806") "0001 0800 06 04 0001 020000000002 0a000001 000000000000 0a000002"},
    {"tcp6", ETHER("86dd") "60000000 0014 06 40" IP6_FROM_TO "0050 01bb 0000"},
    {"fragment6", ETHER("86dd") "60000000 0014 2c 40" IP6_FROM_TO "11000000 00000000 0035 0035"},
    {"options6", ETHER("86dd") "60000000 0014 00 40" IP6_FROM_TO "3a00000000000000 8000"},
    {"mcast6", ETHER("86dd") "60000000 0000 3a 40 20010db8000000000000000000000001"
			     "ff020000000000000000000000000001 8700"},
    {"isis", ETHER("0026") "fefe03 83 1b 01 00 0f"},
    {"decnet", ETHER("6003") "0000 02 0404 0204 00"},
};

static const struct meaning {
	const char *text, *frame;
	u32 cut; /* bytes captured; 0: all */
	bool match;
} meanings[] = {
    {"host 10.0.0.1", "tcp4", 0, true},
    {"dst host 10.0.0.1", "tcp4", 0, false},
    {"src and dst host 10.0.0.1", "tcp4", 0, false},
    {"src and dst net 10.0.0.0/30", "tcp4", 0, true},
    {"host 10.0.0.2", "arp", 0, true},
    {"ip host 10.0.0.2", "arp", 0, false},
    {"arp host 10.0.0.2", "arp", 0, true},
    {"src host 10.0.0.1", "tcp4", 30, true},
    {"host 10.0.0.2", "tcp4", 30, false}, /* dst is cut off */
    {"not host 10.0.0.2", "tcp4", 30, false},
    {"host 10.0", "tcp4", 0, true},
    {"net 10", "tcp4", 0, true},
    {"net 11", "tcp4", 0, false},
    {"net 10.0.0.0 mask 255.0.255.0", "tcp4", 0, true},
    {"net 0.0.0.0/0", "tcp4", 0, true},
    {"net 0.0.0.0/0", "tcp4", 29, false}, /* the address is loaded all the same */
    {"net 0.0.0.0/0", "tcp6", 0, false},
    {"host 2001:db8::1", "tcp6", 0, true},
    {"dst host 2001:db8::1", "tcp6", 0, false},
    {"net 2001:db8::/33", "tcp6", 0, true},
    {"src net 2001:db8::/32", "tcp6", 37, false},    /* so is every word of an IPv6 one */
    {"not src net 2001:db9::/32", "tcp6", 26, true}, /* but not behind one that differs */
    {"src net 2002::/16 or src net 2001:db8::/32 or src net 2003::/16", "tcp6", 0, true},
    {"src net 2002::/16 or src net 2001:db8::/32 or src net 2003::/16", "tcp6", 37, false},
    {"host 2001:db9::9 or 2001:db8::3 or 2001:db8::1", "tcp6", 54, true},
    {"host 2001:db9::9 or 2001:db8::3 or 2001:db8::1", "tcp6", 50, false}, /* dst ::3 fails */
    {"host 2001:db8::1", "tcp4", 0, false},
    {"decnet host 1.2", "decnet", 0, true},
    {"decnet src 1.4", "decnet", 0, false},
    {"decnet dst 1.4", "decnet", 0, true},
    {"port 80", "tcp4", 0, true},
    {"src port 80 and dst port 443", "tcp4", 0, true},
    {"udp port 80", "tcp4", 0, false},
    {"tcp port 443", "tcp6", 0, true},
    {"port 80", "later fragment", 0, false},
    {"tcp", "later fragment", 0, true},
    {"tcp[0:2] = 80", "later fragment", 0, false},
    {"port 53", "options4", 0, true},
    {"port 53", "fragment6", 0, false}, /* not behind extension headers */
    {"portrange 100-50", "tcp4", 0, true},
    {"portrange 81-442", "tcp4", 0, false},
    {"udp", "fragment6", 0, true}, /* one fragment header is looked behind */
    {"ip6 proto 44", "fragment6", 0, true},
    {"icmp6", "options6", 0, false},
    {"ip6 protochain 58", "options6", 0, true},
    {"protochain 6", "tcp4", 0, true},
    {"protochain 17", "fragment6", 0, true},
    {"icmp[icmptype] = icmp-echo", "icmp", 0, true},
    {"icmp6[0] = 135", "mcast6", 0, true},
    {"icmp6[0] = 128", "options6", 0, false},
    {"ip multicast", "options4", 0, true},
    {"ip multicast", "tcp4", 0, false},
    {"ip6 multicast", "mcast6", 0, true},
    {"ip broadcast", "icmp", 0, true},
    {"ip broadcast", "tcp4", 0, false},
    {"isis", "isis", 0, true},
    {"l1", "isis", 0, true},
    {"l2", "isis", 0, false},
    {"iih and not snp", "isis", 0, true},
    {"isis proto 15", "isis", 0, true},
    {"iso proto \\clnp", "isis", 0, false},
    {"less 54 and greater 54", "tcp4", 0, true},
    {"len = 54", "tcp4", 20, true},
    {"byte 12 = 8", "tcp4", 0, true},
    {"byte 12 > 8 or byte 12 < 8", "tcp4", 0, false},
    {"tcp[13] & 2 != 0", "tcp4", 0, true},
    {"tcp[13] & 2 != 0", "tcp6", 0, false},
    {"tcp[13] != 2", "arp", 0, false}, /* the check of the protocol is not negated */
    {"not tcp[13] = 2", "arp", 0, true},
    {"5 + tcp[0] = 5", "arp", 0, true}, /* the right side is not checked */
    {"ip[2:2] - 20 = 20", "tcp4", 0, true},
    {"ip[0] & 0xf << 2 = 4", "tcp4", 0, true},
    {"-1 = 0xffffffff", "tcp4", 0, true},
    {"ether[-1] = 0", "tcp4", 0, false},
    {"not ether[-1] = 0", "tcp4", 0, false},
    {"ether[100] = 0 or ip", "tcp4", 0, false}, /* a failing load ends all */
    {"ip or ether[100] = 0", "tcp4", 0, true},
    {"1 << (len - 22) = 0", "tcp4", 0, true},
    {"1 / (ip[1] + 0) = 1", "arp", 0, true}, /* nor is that of a divisor */
    {"1 / (1 * ip[1]) = 1", "tcp4", 0, false},
    {"not 1 / (1 * ip[1]) = 1", "tcp4", 0, false}, /* dividing by zero fails like a load */
    {"", "arp", 0, true},
};

static const struct {
	const char *text;
	enum skep_error code;
	u32 column;
} refusals[] = {
    {"tcp host 1.2.3.4", SKEP_E_INVALID, 1},
    {"ip host ::1", SKEP_E_INVALID, 1},
    {"ip6 host 1.2.3.4", SKEP_E_INVALID, 1},
    {"addr1 1.2.3.4", SKEP_E_INVALID, 1},
    {"net 1.2.3.4/24", SKEP_E_RANGE, 5},
    {"host 1.2.0.0/16", SKEP_E_INVALID, 6},
    {"net 2001:db8::1/64", SKEP_E_RANGE, 5},
    {"decnet host foo", SKEP_E_UNSUPPORTED, 13},
    {"gateway foo", SKEP_E_UNSUPPORTED, 1},
    {"icmp port 80", SKEP_E_INVALID, 1},
    {"port 65536", SKEP_E_RANGE, 6},
    {"ip or port 70000", SKEP_E_RANGE, 12},
    {"tcp proto 6", SKEP_E_INVALID, 1},
    {"iso proto \\foo", SKEP_E_NAME, 11},
    {"isis proto \\foo", SKEP_E_NAME, 12},
    {"ether protochain 6", SKEP_E_INVALID, 1},
    {"arp broadcast", SKEP_E_UNSUPPORTED, 1},
    {"tcp multicast", SKEP_E_UNSUPPORTED, 1},
    {"ah[0] = 1", SKEP_E_INVALID, 1},
    {"radio[0] = 1", SKEP_E_UNSUPPORTED, 1},
    {"ip[0] / 0 = 1", SKEP_E_RANGE, 9},
    {"ip[0] % 0 = 1", SKEP_E_RANGE, 9},
    {"ip[0] << 32 = 1", SKEP_E_RANGE, 10},
    {"len / ip[0] = 1", SKEP_E_UNSUPPORTED, 7},
    {"byte 0 & 1", SKEP_E_UNSUPPORTED, 1},
    {"ether host 1.2.3.4", SKEP_E_INVALID, 1},
    {"host 00:11:22:33:44:55", SKEP_E_INVALID, 1},
};

/* A part of the warning; NULL: there is none. */
static const struct {
	const char *text, *warning;
} warnings[] = {
    {"ip or ip6 and tcp", "bind equally"},
    {"(ip or ip6) and tcp", NULL},
    {"ip and tcp or udp", NULL},
    {"not port 80 or 443", "not '443'"},
    {"not port 80 and not port 443", NULL},
    {"not (port 80 or 443)", NULL},
    {"tcp or udp port 53", "'tcp' alone"},
    {"tcp or port 53", NULL},
    {"dst 80", "0.0.0.80"},
    {"dst port 80", NULL},
    {"host 10.1", "16 bits"},
    {"net 10.1", NULL},
    {"len % 3 + 1 = 2", "'%' takes all"},
    {"len % (3 + 1) = 2", NULL},
    {"len + 1 % 3 = 2", NULL},
    {"not ip[30] = 1", "too short"},
    {"not ip[9] = 6", NULL},
    {"tcp[13] & 2 != 0", "`tcp[]` looks at IPv4 only"},
    {"ip and tcp[13] & 2 != 0", NULL},
    {"ip[8] = 300", "255 at most"},
    {"ip[8:2] = 300", NULL},
    {"ip[0] + arp[0] = 5", "is not checked"},
};

/* --- compiling and asking ----------------------------------------------------------------------
 */

struct compiled {
	struct skep_arena arena;
	struct skep_graph g;
	struct skep_lower l;
	struct skep_filter_options options;
	struct skep_diag d;
	skep_cid root;
	bool ok;
};

static void compile(struct compiled *c, const char *text, bool optimise)
{
	const struct skep_ast *ast;

	*c = (struct compiled){.options = {.linktype = 1, .netmask = 0xffffff00}};
	c->l = (struct skep_lower){
	    .g = &c->g, .arena = &c->arena, .options = &c->options, .diag = &c->d, .text = text};
	if (!skep_graph_init(&c->g, &c->arena, optimise)) {
		c->d.code = SKEP_E_NOMEM;
		return;
	}
	ast = skep_filter_parse(text, &c->arena, &c->d);
	c->ok = ast && skep_lower_filter(&c->l, ast, &c->root);
}

static void release(struct compiled *c)
{
	skep_free(c->l.before.data);
	skep_free(c->l.warnings.data);
	skep_graph_fini(&c->g);
	skep_arena_fini(&c->arena);
}

static u32 read_hex(const char *hex, u8 *bytes)
{
	u32 count = 0;

	for (; *hex; hex++)
		if (*hex != ' ') {
			char digits[3] = {hex[0], hex[1], '\0'};

			bytes[count++] = (u8)strtoul(digits, NULL, 16);
			hex++;
		}
	return count;
}

static u32 frame_named(const char *name, u8 *bytes)
{
	for (size_t i = 0; i < SKEP_COUNT(frames); i++)
		if (strcmp(frames[i].name, name) == 0)
			return read_hex(frames[i].hex, bytes);
	return 0;
}

/* --- the tables --------------------------------------------------------------------------------
 */

static void test_meaning(const struct meaning *m, bool optimise)
{
	u8 bytes[128];
	u32 length = frame_named(m->frame, bytes);
	struct skep_packet p = {
	    .data = bytes, .caplen = m->cut ? m->cut : length, .wirelen = length};
	struct compiled c;

	compile(&c, m->text, optimise);
	test_ok(length && c.ok && skep_eval_cond(&c.g, c.root, &p) == m->match,
		"`%s` %s %s, %u bytes of it%s%s", m->text, m->match ? "matches" : "does not match",
		m->frame, p.caplen, c.ok ? "" : ": ", c.d.what);
	release(&c);
}

static void test_refusals(void)
{
	struct compiled c;

	for (size_t i = 0; i < SKEP_COUNT(refusals); i++) {
		compile(&c, refusals[i].text, true);
		test_ok(!c.ok && c.d.code == refusals[i].code && c.d.what[0],
			"`%s` is refused: %s error, got %s: %s", refusals[i].text,
			skep_error_name(refusals[i].code), skep_error_name(c.d.code), c.d.what);
		test_eq(c.d.place.column, refusals[i].column, "`%s`: at this column",
			refusals[i].text);
		release(&c);
	}
}

static void test_warnings(void)
{
	struct compiled c;

	for (size_t i = 0; i < SKEP_COUNT(warnings); i++) {
		const char *want = warnings[i].warning;

		compile(&c, warnings[i].text, true);
		test_eq(c.l.warnings.count, want != NULL, "warnings of `%s`", warnings[i].text);
		if (want && c.l.warnings.count)
			test_ok(strstr(c.l.warnings.data[0].what, want) != NULL &&
				    c.l.warnings.data[0].hint[0],
				"`%s`: %s", warnings[i].text, c.l.warnings.data[0].what);
		release(&c);
	}
}

/* --- protochain --------------------------------------------------------------------------------
 */

static const struct {
	const char *name;
	enum skep_chain_start start;
	u32 proto;
	const char *hex; /* from the network header on; short ones are filled up with zeros */
	u32 length;
	bool ends;
	u32 last;
} chains[] = {
    {"nothing to pass", SKEP_CHAIN_IP, 6, "450000000000000000 06", 20, true, 6},
    {"another protocol", SKEP_CHAIN_IP, 17, "450000000000000000 06", 20, true, 6},
    {"AH behind 20 bytes", SKEP_CHAIN_IP, 6, "45000000000000000033000000000000000000000604", 44,
     true, 6},
    {"AH cut off", SKEP_CHAIN_IP, 6, "450000000000000000330000000000000000000006", 21, false, 0},
    {"options are walked in IPv6 alone", SKEP_CHAIN_IP, 6, "4500000000000000003c", 60, true, 60},
    {"two headers of 8 bytes", SKEP_CHAIN_IP6, 58,
     "600000000000 3c 00 00000000000000000000000000000000 00000000000000000000000000000000"
     "2b00000000000000 3a00",
     60, true, 58},
    {"no next header", SKEP_CHAIN_IP6, 58, "600000000000 3b", 40, true, 59},
    {"AH is not added to", SKEP_CHAIN_IP6, 6,
     "600000000000 33 00 00000000000000000000000000000000 3a000000000000000000000000000000"
     "3c04",
     80, true, 58},
    {"AH in a circle", SKEP_CHAIN_IP6, 58,
     "600000000000 33 00 00000000000000000000000000000000 00000000000000000000000000000000"
     "3308",
     80, false, 0},
};

static void test_chains(void)
{
	for (size_t i = 0; i < SKEP_COUNT(chains); i++) {
		u8 bytes[128] = {0};
		struct skep_packet p = {.data = bytes, .caplen = chains[i].length};
		u32 last = 0;
		bool ends;

		read_hex(chains[i].hex, bytes);
		ends = skep_chain_walk(&p, chains[i].start, 0, chains[i].proto, &last);
		test_eq(ends, chains[i].ends, "the walk ends: %s", chains[i].name);
		if (ends)
			test_eq(last, chains[i].last, "where it ends: %s", chains[i].name);
	}
}

/* --- runs --------------------------------------------------------------------------------------
 */

static const char *const members[] = {
    "host 10.0.0.%u",
    "src host 10.0.0.%u",
    "dst net 10.0.%u.0/24",
    "ip host 10.0.0.%u",
    "arp host 10.0.0.%u",
    "src net 10.0.0.%u/32",
    "host 2001:db8::%u",
    "src host 2001:db8::%u",
    "dst net 2001:db8:%u::/48",
    "src net 2001:db8::/3%u",
    "src host 2001:db8:%u:%u::1",
    "dst net 2001:db%u:%u::/64",
    "dst host 2001:db8::%u:%u",
    "port 8%u",
    "dst port 44%u",
    "src portrange 7%u-90",
    "tcp port 8%u",
    "ip proto %u",
    "ip6 proto 4%u",
    "proto %u",
    "tcp[%u] = 80",
    "src and dst host 10.0.0.%u",
    "icmp6",
    "tcp",
    "net 10.0.0.0 mask 255.0.255.0",
};

static void random_list(struct random *r, struct skep_buffer *text)
{
	bool all = random_below(r, 3) == 0;
	u32 first = random_below(r, SKEP_COUNT(members));
	u32 kinds = 1 + random_below(r, 4), count = 2 + random_below(r, 12);

	for (u32 i = 0; i < count; i++) {
		u32 kind = (first + random_below(r, kinds) * 5) % SKEP_COUNT(members);
		char member[64];

		/* The formats are those of the table, with two %u at most. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
		snprintf(member, sizeof(member), members[kind], random_below(r, 4),
			 random_below(r, 4));
#pragma GCC diagnostic pop
		skep_buffer_text(text, i == 0 ? "" : all ? " and " : " or ");
		skep_buffer_text(text, all ? "not " : "");
		skep_buffer_text(text, member);
	}
}

/* Whether both agree on every frame, cut everywhere. */
static bool agree(const struct compiled *a, const struct compiled *b)
{
	u8 bytes[128];

	for (size_t i = 0; i < SKEP_COUNT(frames); i++) {
		u32 length = read_hex(frames[i].hex, bytes);

		for (u32 cut = 0; cut <= length; cut++) {
			struct skep_packet p = {.data = bytes, .caplen = cut, .wirelen = length};

			if (skep_eval_cond(&a->g, a->root, &p) !=
			    skep_eval_cond(&b->g, b->root, &p))
				return false;
		}
	}
	return true;
}

static void test_random_runs(void)
{
	struct random r = {.state = 1};
	const char *wrong = NULL;
	u32 tried = 0;

	for (; tried < 1500 && !wrong; tried++) {
		struct skep_buffer text = {0};
		struct compiled runs, plain;

		random_list(&r, &text);
		compile(&runs, text.data, true);
		compile(&plain, text.data, false);
		if (!runs.ok || !plain.ok || !agree(&runs, &plain)) {
			printf("# %s\n", text.data);
			wrong = "differs";
		}
		release(&runs);
		release(&plain);
		skep_buffer_fini(&text);
	}
	test_ok(!wrong, "runs mean what their members mean: %u random lists", tried);
}

/* `count` members that differ in two numbers. */
static void long_list(struct skep_buffer *text, const char *before, const char *after, u32 count)
{
	for (u32 i = 0; i < count; i++)
		skep_buffer_printf(text, "%s%s%u%s%u", i ? " or " : "", before, i / 200, after,
				   i % 200);
}

static const struct {
	const char *before, *after;
	u32 conds; /* more than these: it has become no set */
} lists[] = {
    {"host 10.1.", ".", 100},	       {"src net 10.2.", ".", 60},    {"tcp port 1", "", 100},
    {"src host 2001:db8::", ":", 100}, {"host 2001:db8::", ":", 100}, {"ip proto 1", "", 30},
};

static void test_long_runs(void)
{
	for (size_t i = 0; i < SKEP_COUNT(lists); i++) {
		struct skep_buffer text = {0};
		struct compiled c;

		long_list(&text, lists[i].before, lists[i].after, 1000);
		compile(&c, text.data, true);
		test_ok(c.ok && c.g.conds.count < lists[i].conds,
			"1,000 of `%s...` are a set: %zu conditions, fewer than %u %s",
			lists[i].before, c.g.conds.count, lists[i].conds, c.d.what);
		release(&c);
		skep_buffer_fini(&text);
	}
}

/* --- memory ------------------------------------------------------------------------------------
 */

static void test_memory(void)
{
	static const char text[] =
	    "src host ::1 or src net ::2/127 or host 1.2.3.4 or host 1.2.3.5 or "
	    "tcp or ip or ip6 and protochain 6 and 1 + tcp[0] % 2 + 1 = 300";
	unsigned long n = 1;
	bool right = true;
	struct compiled c;

	for (;; n++) {
		fault_after(n);
		compile(&c, text, true);
		if (c.ok) {
			release(&c);
			break;
		}
		right = right && c.d.code == SKEP_E_NOMEM;
		release(&c);
	}
	fault_after(0);
	test_ok(right && n > 5, "each of %lu allocations may fail", n - 1);
}

int main(void)
{
	for (size_t i = 0; i < SKEP_COUNT(meanings); i++) {
		test_meaning(&meanings[i], true);
		test_meaning(&meanings[i], false);
	}
	test_refusals();
	test_warnings();
	test_chains();
	test_random_runs();
	test_long_runs();
	test_memory();
	return test_end();
}

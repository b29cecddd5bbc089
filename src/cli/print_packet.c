/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/print_packet.h"

#include "cli/decode.h"
#include "cli/print_json.h"

enum { NS = 1000000000 };

static void print_time(struct skep_printer *p, s64 ns)
{
	struct skep_line *l = p->line;
	s64 second = ns / NS, rest = ns % NS;
	time_t t;

	if (rest < 0) {
		second--;
		rest += NS;
	}
	if (second != p->second) {
		t = (time_t)second;
		localtime_r(&t, &p->local);
		p->second = second;
	}
	skep_line_decimal(l, (u64)p->local.tm_hour, 2);
	skep_line_char(l, ':');
	skep_line_decimal(l, (u64)p->local.tm_min, 2);
	skep_line_char(l, ':');
	skep_line_decimal(l, (u64)p->local.tm_sec, 2);
	skep_line_char(l, '.');
	skep_line_decimal(l, (u64)(p->nanoseconds ? rest : rest / 1000), p->nanoseconds ? 9 : 6);
	skep_line_char(l, ' ');
}

static void print_ethertype(struct skep_line *l, u16 ethertype)
{
	const char *name = skep_ethertype_name(ethertype);

	skep_line_text(l, "ethertype ");
	skep_line_text(l, name ? name : "unknown");
	skep_line_text(l, " (0x");
	skep_line_hex(l, ethertype, 4);
	skep_line_text(l, "), ");
}

static void print_link(struct skep_line *l, const struct skep_summary *s, u32 wirelen)
{
	if (s->link_source)
		skep_line_mac(l, s->link_source);
	if (s->link_target) {
		skep_line_text(l, " > ");
		skep_line_mac(l, s->link_target);
	}
	if (s->link_source)
		skep_line_text(l, ", ");
	if (s->ethertype_known)
		print_ethertype(l, s->tag_count ? s->tags[0].tpid : s->ethertype);
	skep_line_text(l, "length ");
	skep_line_decimal(l, wirelen, 0);
	skep_line_text(l, ": ");
	for (u32 i = 0; i < s->tag_count; i++) {
		skep_line_text(l, "vlan ");
		skep_line_decimal(l, s->tags[i].tci & 0xfff, 0);
		skep_line_text(l, ", p ");
		skep_line_decimal(l, s->tags[i].tci >> 13, 0);
		skep_line_text(l, ", ");
		print_ethertype(l, i + 1 < s->tag_count ? s->tags[i + 1].tpid : s->ethertype);
	}
}

static void print_address(struct skep_line *l, const struct skep_summary *s, const u8 *address,
			  u16 port)
{
	if (s->network == SKEP_NET_IP6)
		skep_line_ip6(l, address);
	else
		skep_line_ip4(l, address);
	if (s->ports_known) {
		skep_line_char(l, '.');
		skep_line_decimal(l, port, 0);
	}
}

/* In the order in which tcpdump names them. */
static void print_tcp_flags(struct skep_line *l, u8 flags)
{
	static const struct {
		u8 bit;
		char letter;
	} letters[] = {{0x01, 'F'}, {0x02, 'S'}, {0x04, 'R'}, {0x08, 'P'},
		       {0x10, '.'}, {0x20, 'U'}, {0x40, 'E'}, {0x80, 'W'}};

	skep_line_text(l, " [");
	for (size_t i = 0; i < SKEP_COUNT(letters); i++) {
		if (flags & letters[i].bit)
			skep_line_char(l, letters[i].letter);
	}
	if (!flags)
		skep_line_text(l, "none");
	skep_line_char(l, ']');
}

static void print_icmp_type(struct skep_line *l, const struct skep_summary *s)
{
	const char *name = skep_icmp_name(s->protocol, s->icmp_type);

	skep_line_text(l, name ? " " : " type ");
	if (name)
		skep_line_text(l, name);
	else
		skep_line_decimal(l, s->icmp_type, 0);
}

static void print_transport(struct skep_line *l, const struct skep_summary *s, bool quiet)
{
	const char *name = skep_transport_name(s->protocol);

	if (name) {
		skep_line_text(l, name);
	} else {
		skep_line_text(l, "protocol ");
		skep_line_decimal(l, s->protocol, 0);
	}
	if (!quiet && !s->cut && s->transport == SKEP_TRANSPORT_TCP)
		print_tcp_flags(l, s->tcp_flags);
	if (!quiet && !s->cut && s->transport == SKEP_TRANSPORT_ICMP)
		print_icmp_type(l, s);
	if (s->fragment) {
		skep_line_text(l, ", fragment at ");
		skep_line_decimal(l, s->fragment_at, 0);
	}
}

static void print_arp(struct skep_line *l, const struct skep_summary *s)
{
	bool request = s->arp_operation == 1, reply = s->arp_operation == 2;

	if (s->arp_sender && request) {
		skep_line_text(l, "Request who-has ");
		skep_line_ip4(l, s->target);
		skep_line_text(l, " tell ");
		skep_line_ip4(l, s->source);
	} else if (s->arp_sender && reply) {
		skep_line_text(l, "Reply ");
		skep_line_ip4(l, s->source);
		skep_line_text(l, " is-at ");
		skep_line_mac(l, s->arp_sender);
	} else {
		skep_line_text(l, "operation ");
		skep_line_decimal(l, s->arp_operation, 0);
	}
}

static void print_ip(struct skep_line *l, const struct skep_summary *s, bool quiet)
{
	if (!s->source)
		return skep_line_text(l, "header");
	print_address(l, s, s->source, s->source_port);
	skep_line_text(l, " > ");
	print_address(l, s, s->target, s->target_port);
	skep_line_text(l, ": ");
	print_transport(l, s, quiet);
}

/* What no header tells more about. */
static void print_unknown(struct skep_line *l, const struct skep_summary *s, const char *name)
{
	if (s->ethertype_known && !name) {
		skep_line_text(l, "ethertype 0x");
		skep_line_hex(l, s->ethertype, 4);
		return;
	}
	skep_line_text(l, name ? name : s->link_known ? "not IP" : "packet");
}

static void print_network(struct skep_printer *p, const struct skep_summary *s)
{
	static const char *const names[] = {
	    [SKEP_NET_ARP] = "ARP, ", [SKEP_NET_IP4] = "IP ", [SKEP_NET_IP6] = "IP6 "};
	struct skep_line *l = p->line;

	/* -e has named the protocol as EtherType. */
	if (names[s->network] && !(p->link && s->ethertype_known))
		skep_line_text(l, names[s->network]);
	if (s->network == SKEP_NET_UNKNOWN)
		print_unknown(l, s, s->ethertype_known ? skep_ethertype_name(s->ethertype) : NULL);
	else if (s->network == SKEP_NET_ARP)
		print_arp(l, s);
	else
		print_ip(l, s, p->quiet);
	skep_line_text(l, ", length ");
	skep_line_decimal(l, s->length, 0);
	skep_line_text(l, s->cut ? " [cut short]\n" : "\n");
}

/* Lines of 16 bytes in groups of two, as tcpdump -x. */
static void print_hex(struct skep_line *l, const u8 *bytes, u32 size)
{
	for (u32 i = 0; i < size; i++) {
		if (i % 16 == 0) {
			skep_line_text(l, i ? "\n\t0x" : "\t0x");
			skep_line_hex(l, i, i > 0xffff ? 8 : 4);
			skep_line_text(l, ": ");
		}
		if (i % 2 == 0)
			skep_line_char(l, ' ');
		skep_line_hex(l, bytes[i], 2);
	}
	if (size)
		skep_line_char(l, '\n');
}

void skep_print_packet(struct skep_printer *p, const struct skep_packet *packet, s64 ns)
{
	struct skep_summary s;
	u32 skip;

	skep_decode(&s, p->dlt, packet);
	if (p->json) {
		skep_print_json(p, &s, packet, ns);
		return;
	}
	print_time(p, ns);
	if (p->link)
		print_link(p->line, &s, packet->wirelen);
	print_network(p, &s);
	skip = p->hex > 1 ? 0 : s.link_size;
	if (p->hex)
		print_hex(p->line, packet->data + skip, packet->caplen - skip);
}

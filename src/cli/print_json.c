/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/print_json.h"

enum { NS = 1000000000 };

static void key(struct skep_line *l, const char *name)
{
	skep_line_text(l, ",\"");
	skep_line_text(l, name);
	skep_line_text(l, "\":");
}

static void number(struct skep_line *l, const char *name, u64 value)
{
	key(l, name);
	skep_line_decimal(l, value, 0);
}

static void text(struct skep_line *l, const char *name, const char *value)
{
	key(l, name);
	skep_line_char(l, '"');
	skep_line_text(l, value);
	skep_line_char(l, '"');
}

static void address(struct skep_line *l, const char *name, const u8 *bytes,
		    void (*print)(struct skep_line *, const u8 *))
{
	if (!bytes)
		return;
	key(l, name);
	skep_line_char(l, '"');
	print(l, bytes);
	skep_line_char(l, '"');
}

/* Seconds since 1970 with all the digits that are known. */
static void print_time(const struct skep_printer *p, s64 ns)
{
	struct skep_line *l = p->line;
	u64 size = ns < 0 ? 0 - (u64)ns : (u64)ns;

	skep_line_text(l, ns < 0 ? "{\"time\":-" : "{\"time\":");
	skep_line_decimal(l, size / NS, 0);
	skep_line_char(l, '.');
	skep_line_decimal(l, p->nanoseconds ? size % NS : size % NS / 1000, p->nanoseconds ? 9 : 6);
}

static void print_link(struct skep_line *l, const struct skep_summary *s)
{
	address(l, "link_src", s->link_source, skep_line_mac);
	address(l, "link_dst", s->link_target, skep_line_mac);
	if (s->ethertype_known)
		number(l, "ethertype", s->ethertype);
	if (s->tag_count) {
		key(l, "vlans");
		for (u32 i = 0; i < s->tag_count; i++) {
			skep_line_char(l, i ? ',' : '[');
			skep_line_decimal(l, s->tags[i].tci & 0xfff, 0);
		}
		skep_line_char(l, ']');
	}
}

static void print_protocol(struct skep_line *l, const struct skep_summary *s)
{
	const char *name = skep_transport_name(s->protocol);

	if (s->network == SKEP_NET_ARP)
		text(l, "proto", "ARP");
	else if (name)
		text(l, "proto", name);
	if (s->network == SKEP_NET_ARP)
		number(l, "arp_op", s->arp_operation);
	else
		number(l, "ip_proto", s->protocol);
}

static void print_network(struct skep_line *l, const struct skep_summary *s)
{
	bool ip6 = s->network == SKEP_NET_IP6;

	address(l, "src", s->source, ip6 ? skep_line_ip6 : skep_line_ip4);
	address(l, "dst", s->target, ip6 ? skep_line_ip6 : skep_line_ip4);
	if (s->ports_known) {
		number(l, "sport", s->source_port);
		number(l, "dport", s->target_port);
	}
	print_protocol(l, s);
	if (s->fragment)
		number(l, "fragment_at", s->fragment_at);
	if (s->transport == SKEP_TRANSPORT_TCP && !s->cut)
		number(l, "tcp_flags", s->tcp_flags);
	if (s->transport == SKEP_TRANSPORT_ICMP && !s->cut)
		number(l, "icmp_type", s->icmp_type);
	number(l, "payload", s->length);
}

static void print_bytes(struct skep_line *l, const u8 *bytes, u32 size)
{
	key(l, "data");
	skep_line_char(l, '"');
	for (u32 i = 0; i < size; i++)
		skep_line_hex(l, bytes[i], 2);
	skep_line_char(l, '"');
}

void skep_print_json(const struct skep_printer *p, const struct skep_summary *s,
		     const struct skep_packet *packet, s64 ns)
{
	struct skep_line *l = p->line;
	u32 skip = p->hex > 1 ? 0 : s->link_size;

	print_time(p, ns);
	number(l, "caplen", packet->caplen);
	number(l, "len", packet->wirelen);
	print_link(l, s);
	if (s->source)
		print_network(l, s);
	if (s->cut)
		skep_line_text(l, ",\"cut\":true");
	if (p->hex)
		print_bytes(l, packet->data + skip, packet->caplen - skip);
	skep_line_text(l, "}\n");
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "traffic.h"

#include <string.h>

#include "base/bytes.h"

enum { ETHER = 14, IPV4 = 20, IPV6 = 40, TCP = 20, UDP = 8 };

/* xorshift64*, Marsaglia 2003 */
u32 traffic_draw(struct traffic *t, u32 below)
{
	t->state ^= t->state >> 12;
	t->state ^= t->state << 25;
	t->state ^= t->state >> 27;
	return (u32)((t->state * 0x2545f4914f6cdd1dull) >> 33) % below;
}

static void ether(struct traffic *t, u8 *frame, u16 type)
{
	memcpy(frame, "\x00\x11\x22\x33\x44\x55\x00\xaa\xbb\xcc\xdd", 11);
	frame[11] = (u8)traffic_draw(t, 16);
	skep_put_be16(frame + 12, type);
}

/* Ports and flags of a segment or datagram; the payload is what the frame held before. */
static void transport(struct traffic *t, u8 *at, u8 protocol, u32 payload)
{
	static const u16 tcp_ports[] = {443, 443, 443, 443, 80, 80, 22, 25, 993, 8080};
	static const u16 udp_ports[] = {53, 53, 443, 443, 123, 5060};
	bool tcp = protocol == 6;
	u16 service = tcp ? tcp_ports[traffic_draw(t, SKEP_COUNT(tcp_ports))]
			  : udp_ports[traffic_draw(t, SKEP_COUNT(udp_ports))];
	bool reply = traffic_draw(t, 2);
	u16 other = (u16)(32768 + traffic_draw(t, 28000));

	skep_put_be16(at, reply ? service : other);
	skep_put_be16(at + 2, reply ? other : service);
	if (!tcp) {
		skep_put_be16(at + 4, (u16)(UDP + payload));
		return;
	}
	at[12] = 0x50;
	at[13] = payload ? 0x18 : 0x10;
}

static u32 ipv4(struct traffic *t, u8 *frame, u8 protocol, u32 payload)
{
	u32 header = protocol == 6 ? TCP : UDP;
	u8 *ip = frame + ETHER;

	ether(t, frame, 0x0800);
	memset(ip, 0, IPV4 + header);
	ip[0] = 0x45;
	skep_put_be16(ip + 2, (u16)(IPV4 + header + payload));
	ip[8] = 64;
	ip[9] = protocol;
	skep_put_be32(ip + 12, 0x0a000000 | traffic_draw(t, 65536));
	skep_put_be32(ip + 16, traffic_draw(t, 0x60000000));
	transport(t, ip + IPV4, protocol, payload);
	return ETHER + IPV4 + header + payload;
}

static u32 ipv6(struct traffic *t, u8 *frame, u8 protocol, u32 payload)
{
	u32 header = protocol == 6 ? TCP : UDP;
	u8 *ip = frame + ETHER;

	ether(t, frame, 0x86dd);
	memset(ip, 0, IPV6 + header);
	ip[0] = 0x60;
	skep_put_be16(ip + 4, (u16)(header + payload));
	ip[6] = protocol;
	ip[7] = 64;
	for (u32 at = 8; at < IPV6; at += 16) {
		skep_put_be32(ip + at, 0x20010db8);
		skep_put_be32(ip + at + 12, traffic_draw(t, 65536));
	}
	transport(t, ip + IPV6, protocol, payload);
	return ETHER + IPV6 + header + payload;
}

static u32 arp(struct traffic *t, u8 *frame)
{
	ether(t, frame, 0x0806);
	memset(frame + ETHER, 0, 46);
	memcpy(frame + ETHER, "\0\1\x08\0\6\4\0\1", 8);
	skep_put_be32(frame + ETHER + 14, 0x0a000000 | traffic_draw(t, 65536));
	skep_put_be32(frame + ETHER + 24, 0x0a000000 | traffic_draw(t, 65536));
	return 60;
}

u32 traffic_next(struct traffic *t, u8 *frame)
{
	static const u32 sizes[] = {0, 0, 0, 40, 120, 512, 1200, 1440, 1440, 1440};
	u32 kind = traffic_draw(t, 100);
	u32 payload = sizes[traffic_draw(t, SKEP_COUNT(sizes))];

	if (kind < 2)
		return arp(t, frame);
	if (kind < 62)
		return ipv4(t, frame, 6, payload);
	if (kind < 82)
		return ipv4(t, frame, 17, payload ? payload : 40);
	return ipv6(t, frame, kind < 94 ? 6 : 17, payload > 1400 ? 1400 : payload);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Cookies: sequence numbers that tell who answers a SYN without anything being kept of it. A cookie
 * is a hash of addresses and ports by a secret of the process, with the minute and an index of the
 * segment size hidden in it. Linux: net/ipv4/syncookies.c, net/ipv6/syncookies.c. */
#include <sys/auxv.h>
#include <time.h>

#include "helper/packet.h"
#include "vm/headers.h"

enum { WORDS = 6, MINUTE = 60, AGE_MAX = 2 /* minutes */, DATA_BITS = 24, SIZES = 4 };

static const u32 data_mask = (1u << DATA_BITS) - 1;

/* Whom a cookie is for. */
struct flow {
	u64 words[WORDS]; /* what is hashed; the last one is free */
	const u16 *sizes; /* segments, from the smallest on */
};

static const u16 sizes_4[SIZES] = {536, 1300, 1440, 1460};
static const u16 sizes_6[SIZES] = {1220, 1420, 1440, 8940};

static void set_ports(struct flow *flow, const skep_tcphdr *tcp)
{
	flow->words[WORDS - 2] = (u64)tcp->source << 16 | tcp->dest;
}

static struct flow flow_4(const skep_iphdr *ip, const skep_tcphdr *tcp)
{
	struct flow flow = {.words = {(u64)ip->saddr << 32 | ip->daddr}, .sizes = sizes_4};

	set_ports(&flow, tcp);
	return flow;
}

static struct flow flow_6(const skep_ipv6hdr *ip, const skep_tcphdr *tcp)
{
	struct flow flow = {.sizes = sizes_6};

	memcpy(flow.words, &ip->saddr, 2 * sizeof(ip->saddr));
	set_ports(&flow, tcp);
	return flow;
}

/* ---- SipHash-2-4 of a few words */

static u64 turn(u64 x, u32 by)
{
	return x << by | x >> (64 - by);
}

static void mix(u64 v[4], u32 rounds)
{
	while (rounds--) {
		v[0] += v[1];
		v[2] += v[3];
		v[1] = turn(v[1], 13) ^ v[0];
		v[3] = turn(v[3], 16) ^ v[2];
		v[0] = turn(v[0], 32) + v[3];
		v[2] += v[1];
		v[1] = turn(v[1], 17) ^ v[2];
		v[3] = turn(v[3], 21) ^ v[0];
		v[2] = turn(v[2], 32);
	}
}

static u32 hash(const u64 words[WORDS])
{
	u64 key[2], v[4];

	memcpy(key, skep_pointer(getauxval(AT_RANDOM)), sizeof(key));
	v[0] = key[0] ^ 0x736f6d6570736575;
	v[1] = key[1] ^ 0x646f72616e646f6d;
	v[2] = key[0] ^ 0x6c7967656e657261;
	v[3] = key[1] ^ 0x7465646279746573;
	for (u32 i = 0; i < WORDS; i++) {
		v[3] ^= words[i];
		mix(v, 2);
		v[0] ^= words[i];
	}
	v[2] ^= 0xff;
	mix(v, 4);
	return (u32)(v[0] ^ v[1] ^ v[2] ^ v[3]);
}

static u32 hash_of(struct flow *flow, u32 minute, u32 which)
{
	flow->words[WORDS - 1] = (u64)which << 32 | minute;
	return hash(flow->words);
}

/* ---- cookies */

static u32 minutes(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u32)(t.tv_sec / MINUTE);
}

static u32 make_cookie(struct flow *flow, u32 sequence, u32 data)
{
	u32 minute = minutes();

	return hash_of(flow, 0, 0) + sequence + (minute << DATA_BITS) +
	       ((hash_of(flow, minute, 1) + data) & data_mask);
}

/* The data of a cookie; all ones: it is too old, or none of ours. */
static u32 read_cookie(struct flow *flow, u32 cookie, u32 sequence)
{
	u32 minute = minutes(), age;

	cookie -= hash_of(flow, 0, 0) + sequence;
	age = (minute - (cookie >> DATA_BITS)) & (UINT32_MAX >> DATA_BITS);
	if (age >= AGE_MAX)
		return UINT32_MAX;
	return (cookie - hash_of(flow, minute - age, 1)) & data_mask;
}

/* ---- the segment size that a SYN tells, 0: none */

static u32 told_size(const skep_tcphdr *tcp)
{
	const u8 *at = (const u8 *)(tcp + 1), *end = (const u8 *)tcp + tcp->doff * 4u;
	u32 told = 0;

	while (at < end && *at != TCPOPT_EOL) {
		u32 left = (u32)(end - at);

		if (*at == TCPOPT_NOP) {
			at++;
			continue;
		}
		if (left < 2 || at[1] < 2 || at[1] > left)
			break;
		if (at[0] == TCPOPT_MAXSEG && at[1] == TCPOLEN_MAXSEG && (at[2] || at[3]))
			told = (u32)at[2] << 8 | at[3];
		at += at[1];
	}
	return told;
}

static u64 generate(struct flow *flow, const skep_tcphdr *tcp)
{
	u32 told = told_size(tcp) ?: flow->sizes[0], i = SIZES - 1;

	while (i && told < flow->sizes[i])
		i--;
	return make_cookie(flow, ntohl(tcp->seq), i) | (u64)flow->sizes[i] << 32;
}

static u64 check(struct flow *flow, const skep_tcphdr *tcp)
{
	u32 data = read_cookie(flow, ntohl(tcp->ack_seq) - 1, ntohl(tcp->seq) - 1);

	return data < SIZES ? 0 : skep_result(-EACCES);
}

static bool is_whole(const skep_tcphdr *tcp, u32 size)
{
	return size >= sizeof(*tcp) && size == tcp->doff * 4u;
}

u64 skep_do_tcp_raw_gen_syncookie_ipv4(HELPER_ARGS)
{
	const skep_tcphdr *tcp = skep_pointer(r2);
	struct flow flow;

	(void)run;
	UNUSED_4;
	if (!is_whole(tcp, (u32)r3))
		return skep_result(-EINVAL);
	flow = flow_4(skep_pointer(r1), tcp);
	return generate(&flow, tcp);
}

u64 skep_do_tcp_raw_gen_syncookie_ipv6(HELPER_ARGS)
{
	const skep_tcphdr *tcp = skep_pointer(r2);
	struct flow flow;

	(void)run;
	UNUSED_4;
	if (!is_whole(tcp, (u32)r3))
		return skep_result(-EINVAL);
	flow = flow_6(skep_pointer(r1), tcp);
	return generate(&flow, tcp);
}

u64 skep_do_tcp_raw_check_syncookie_ipv4(HELPER_ARGS)
{
	const skep_tcphdr *tcp = skep_pointer(r2);
	struct flow flow = flow_4(skep_pointer(r1), tcp);

	(void)run;
	UNUSED_3;
	return check(&flow, tcp);
}

u64 skep_do_tcp_raw_check_syncookie_ipv6(HELPER_ARGS)
{
	const skep_tcphdr *tcp = skep_pointer(r2);
	struct flow flow = flow_6(skep_pointer(r1), tcp);

	(void)run;
	UNUSED_3;
	return check(&flow, tcp);
}

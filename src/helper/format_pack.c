/* SPDX-License-Identifier: BSD-2-Clause */
/* Arguments of a format go into its block: numbers and pointers on multiples of 4 bytes, characters
 * and texts as they are. What a pointer leads to is read now. */
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "helper/format.h"
#include "helper/probe.h"

enum { IP4 = 4, IP6 = 16, IP_TEXT = 40 };

struct packer {
	struct skep_format *f;
	size_t at; /* in the block */
};

static int pack(struct packer *p, const void *from, size_t size)
{
	if (SKEP_FORMAT_BLOCK - p->at < size)
		return -ENOSPC;
	memcpy(p->f->block + p->at, from, size);
	p->at += size;
	return 0;
}

static int pack_value(struct packer *p, u64 value, size_t size)
{
	size_t aligned = (p->at + sizeof(u32) - 1) & ~(sizeof(u32) - 1);
	u32 half = (u32)value;

	if (aligned > SKEP_FORMAT_BLOCK)
		return -ENOSPC;
	p->at = aligned;
	return size == sizeof(half) ? pack(p, &half, size) : pack(p, &value, size);
}

static int pack_text(struct packer *p, const struct skep_conversion *c, u64 from)
{
	char *to = (char *)p->f->block + p->at;
	pid_t owner = c->letter == 'u' ? p->f->client : 0;
	long got;

	if (p->at == SKEP_FORMAT_BLOCK)
		return -ENOSPC;
	got = skep_probe_text(owner, to, from, SKEP_FORMAT_BLOCK - p->at);
	if (got < 0) {
		*to = '\0';
		got = 1;
	}
	p->at += (size_t)got;
	return 0;
}

static int print_ip4(char *to, const u8 *ip, char letter)
{
	return snprintf(to, IP_TEXT, letter == 'i' ? "%03u.%03u.%03u.%03u" : "%u.%u.%u.%u", ip[0],
			ip[1], ip[2], ip[3]);
}

static int print_ip6(char *to, const u8 *ip, char letter)
{
	int length = 0;

	for (u32 i = 0; i < IP6; i += 2)
		length += snprintf(to + length, (size_t)(IP_TEXT - length), "%s%02x%02x",
				   i && letter == 'I' ? ":" : "", ip[i], ip[i + 1]);
	return length;
}

static int pack_ip(struct packer *p, const struct skep_conversion *c, u64 from)
{
	u8 ip[IP6] = {0};
	char text[IP_TEXT];
	size_t size = c->family == '4' ? IP4 : IP6;
	int length;

	if (skep_probe_read(0, ip, from, size))
		memset(ip, 0, sizeof(ip));
	length = size == IP4 ? print_ip4(text, ip, c->letter) : print_ip6(text, ip, c->letter);
	return pack(p, text, (size_t)length + 1);
}

static int pack_trace(struct packer *p, u64 address)
{
	char text[IP_TEXT];
	int length = snprintf(text, sizeof(text), "0x%" PRIx64, address);

	return pack(p, text, (size_t)length + 1);
}

static int pack_arg(struct packer *p, const struct skep_conversion *c, u64 arg)
{
	u8 character = (u8)arg;

	switch (c->kind) {
	case SKEP_FORMAT_NUMBER:
		return pack_value(p, arg, c->flags & SKEP_FORMAT_LONG ? sizeof(u64) : sizeof(u32));
	case SKEP_FORMAT_CHAR:
		return pack(p, &character, 1);
	case SKEP_FORMAT_TEXT:
		return pack_text(p, c, arg);
	case SKEP_FORMAT_IP:
		return pack_ip(p, c, arg);
	case SKEP_FORMAT_TRACE:
		return pack_trace(p, arg);
	}
	return pack_value(p, arg, sizeof(u64));
}

int skep_format_pack(struct skep_format *f, u64 size, const u64 *args, u32 count)
{
	const char *at = f->text;
	struct packer p = {.f = f};
	struct skep_conversion c;
	int got;

	if (!memchr(at, '\0', size))
		return -EINVAL;
	for (u32 used = 0; (got = skep_format_next(&at, &c)) > 0; at += c.length) {
		int error = used == count ? -EINVAL : pack_arg(&p, &c, args[used++]);

		if (error)
			return error;
	}
	return got ? -EINVAL : 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter_pcap.h"

#include <err.h>
#include <pcap/pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SNAPLEN = 262144 }; /* of every capture */

struct truth {
	struct bpf_program program;
};

static void *must(void *block)
{
	if (!block)
		err(1, "memory");
	return block;
}

/* The packets' data pointers are offsets until all bytes have been read. */
static void read_packets(struct capture *c, const char *path)
{
	struct pcap_pkthdr *header;
	const u_char *data;
	size_t room = 0, size = 0, space = 0;
	int got;

	while ((got = pcap_next_ex(c->handle, &header, &data)) == 1) {
		if (c->count == room) {
			room = room ? 2 * room : 256;
			c->packets = must(realloc(c->packets, room * sizeof(*c->packets)));
		}
		if (size + header->caplen > space) {
			space = 2 * (size + header->caplen);
			c->bytes = must(realloc(c->bytes, space));
		}
		if (header->caplen)
			memcpy(c->bytes + size, data, header->caplen);
		c->packets[c->count++] =
		    (struct skep_packet){.caplen = header->caplen, .wirelen = header->len};
		size += header->caplen;
	}
	if (got != PCAP_ERROR_BREAK)
		errx(1, "%s: %s", path, pcap_geterr(c->handle));
}

/* Each packet gets a block of its own, so that the sanitizer sees a read past its end. */
static void place_packets(struct capture *c)
{
	size_t at = 0;

	for (size_t i = 0; i < c->count; i++) {
		struct skep_packet *p = &c->packets[i];
		u8 *data = must(malloc(p->caplen ? p->caplen : 1));

		if (p->caplen)
			memcpy(data, c->bytes + at, p->caplen);
		at += p->caplen;
		p->data = data;
	}
	free(c->bytes);
	c->bytes = NULL;
}

static bool uses_scratch(struct capture *c)
{
	struct bpf_program program;
	bool uses = false;

	if (pcap_compile(c->handle, &program, "ip proto 0", 0, TRUTH_NETMASK))
		return false;
	for (u32 i = 0; i < program.bf_len; i++)
		uses |= BPF_CLASS(program.bf_insns[i].code) == BPF_ST;
	pcap_freecode(&program);
	return uses;
}

static void load(struct capture *c, const char *directory)
{
	char path[4200], error[PCAP_ERRBUF_SIZE];

	snprintf(path, sizeof(path), "%s/%s", directory, c->file);
	c->handle = pcap_open_offline(path, error);
	if (!c->handle)
		errx(1, "%s: %s", path, error);
	c->dlt = (u32)pcap_datalink(c->handle);
	read_packets(c, path);
	place_packets(c);
	c->variable = uses_scratch(c);
}

struct captures captures_load(const char *list, capture_wanted *wanted, void *closure)
{
	struct captures all = {0};
	char directory[4096], line[256];
	FILE *file = fopen(list, "r");
	char *slash;

	if (!file)
		err(1, "%s", list);
	snprintf(directory, sizeof(directory), "%s", list);
	slash = strrchr(directory, '/');
	if (!slash)
		errx(1, "%s: want a path with its directory", list);
	*slash = '\0';
	while (fgets(line, sizeof(line), file)) {
		struct capture c = {0};

		if (sscanf(line, "%63s %31s %*u %*u %15s", c.file, c.link, c.kind) != 3)
			errx(1, "%s: bad line: %s", list, line);
		if (!wanted(&c, closure))
			continue;
		load(&c, directory);
		all.data = must(realloc(all.data, (all.count + 1) * sizeof(c)));
		all.data[all.count++] = c;
	}
	fclose(file);
	return all;
}

struct captures captures_around(const char *link, u32 linktype, const struct skep_packet *packet)
{
	u32 header[] = {0xa1b2c3d4, 4 << 16 | 2, 0, 0, SNAPLEN, linktype};
	struct capture *c = must(calloc(1, sizeof(*c)));
	FILE *file = must(fmemopen(header, sizeof(header), "r"));
	char error[PCAP_ERRBUF_SIZE];

	snprintf(c->file, sizeof(c->file), "memory");
	snprintf(c->kind, sizeof(c->kind), "small");
	snprintf(c->link, sizeof(c->link), "%s", link);
	c->handle = pcap_fopen_offline(file, error);
	if (!c->handle)
		errx(1, "%s: %s", link, error);
	c->dlt = (u32)pcap_datalink(c->handle);
	c->packets = must(calloc(1, sizeof(*c->packets)));
	c->packets[0] = *packet;
	c->count = 1;
	c->bytes = must(malloc(packet->caplen ? packet->caplen : 1));
	if (packet->caplen)
		memcpy(c->bytes, packet->data, packet->caplen);
	place_packets(c);
	c->variable = uses_scratch(c);
	return (struct captures){c, 1};
}

void captures_free(struct captures *captures)
{
	for (size_t i = 0; i < captures->count; i++) {
		struct capture *c = &captures->data[i];

		for (size_t k = 0; k < c->count; k++)
			free((void *)c->packets[k].data);
		free(c->packets);
		pcap_close(c->handle);
	}
	free(captures->data);
	*captures = (struct captures){0};
}

struct truth *truth_compile(const struct capture *capture, const char *text, bool optimise,
			    char *error)
{
	struct truth *truth = must(calloc(1, sizeof(*truth)));

	if (pcap_compile(capture->handle, &truth->program, text, optimise, TRUTH_NETMASK) == 0)
		return truth;
	snprintf(error, PCAP_ERRBUF_SIZE, "%s", pcap_geterr(capture->handle));
	free(truth);
	return NULL;
}

u32 truth_run(const struct truth *truth, const struct skep_packet *packet)
{
	return bpf_filter(truth->program.bf_insns, packet->data, packet->wirelen, packet->caplen);
}

/* A machine that knows which scratch words hold something. */
struct watched {
	u32 a, x, scratch[BPF_MEMWORDS];
	u32 written; /* a bit for each scratch word */
};

/* Whether `size` bytes at `at` were captured; the number that they are, big-endian. */
static bool watched_load(const struct skep_packet *p, u64 at, u32 size, u32 *value)
{
	if (at + size > p->caplen)
		return false;
	*value = 0;
	for (u32 i = 0; i < size; i++)
		*value = *value << 8 | p->data[at + i];
	return true;
}

/* The operations that libpcap emits; a failed one is reported as the end of the program. */
static bool watched_alu(struct watched *m, const struct bpf_insn *i)
{
	u32 b = BPF_SRC(i->code) == BPF_X ? m->x : i->k;

	switch (BPF_OP(i->code)) {
	case BPF_ADD:
		m->a += b;
		return true;
	case BPF_SUB:
		m->a -= b;
		return true;
	case BPF_MUL:
		m->a *= b;
		return true;
	case BPF_DIV:
		m->a = b ? m->a / b : 0;
		return b != 0;
	case BPF_MOD:
		m->a = b ? m->a % b : 0;
		return b != 0;
	case BPF_AND:
		m->a &= b;
		return true;
	case BPF_OR:
		m->a |= b;
		return true;
	case BPF_XOR:
		m->a ^= b;
		return true;
	case BPF_LSH:
		m->a = b < 32 ? m->a << b : 0;
		return true;
	case BPF_RSH:
		m->a = b < 32 ? m->a >> b : 0;
		return true;
	case BPF_NEG:
		m->a = 0U - m->a;
		return true;
	}
	return false;
}

static bool watched_jump(const struct watched *m, const struct bpf_insn *i)
{
	u32 b = BPF_SRC(i->code) == BPF_X ? m->x : i->k;

	switch (BPF_OP(i->code)) {
	case BPF_JEQ:
		return m->a == b;
	case BPF_JGT:
		return m->a > b;
	case BPF_JGE:
		return m->a >= b;
	}
	return (m->a & b) != 0;
}

/* Loads into A or X; *defined becomes false for a scratch word that nobody has written. */
static bool watched_fetch(struct watched *m, const struct bpf_insn *i, const struct skep_packet *p,
			  bool *defined)
{
	u32 *to = BPF_CLASS(i->code) == BPF_LD ? &m->a : &m->x;
	u32 size = BPF_SIZE(i->code) == BPF_W ? 4 : BPF_SIZE(i->code) == BPF_H ? 2 : 1;
	u32 byte;

	switch (BPF_MODE(i->code)) {
	case BPF_IMM:
		*to = i->k;
		return true;
	case BPF_LEN:
		*to = p->wirelen;
		return true;
	case BPF_MEM:
		*defined = *defined && m->written & 1u << i->k;
		*to = m->scratch[i->k];
		return true;
	case BPF_ABS:
		return watched_load(p, i->k, size, to);
	case BPF_IND:
		return watched_load(p, (u32)(m->x + i->k), size, to);
	case BPF_MSH:
		if (!watched_load(p, i->k, 1, &byte))
			return false;
		m->x = (byte & 0xf) << 2;
		return true;
	}
	return false;
}

static void watched_store(struct watched *m, const struct bpf_insn *i)
{
	m->scratch[i->k] = BPF_CLASS(i->code) == BPF_ST ? m->a : m->x;
	m->written |= 1u << i->k;
}

/* One instruction but a jump or return; false where it ends the program. */
static bool watched_step(struct watched *m, const struct bpf_insn *i, const struct skep_packet *p,
			 bool *defined)
{
	switch (BPF_CLASS(i->code)) {
	case BPF_LD:
	case BPF_LDX:
		return watched_fetch(m, i, p, defined);
	case BPF_ST:
	case BPF_STX:
		watched_store(m, i);
		return true;
	case BPF_ALU:
		return watched_alu(m, i);
	}
	if (BPF_MISCOP(i->code) == BPF_TAX)
		m->x = m->a;
	else
		m->a = m->x;
	return true;
}

struct truth_course truth_follow(const struct truth *truth, const struct skep_packet *packet)
{
	struct truth_course course = {.defined = true};
	struct watched m = {0};

	for (const struct bpf_insn *i = truth->program.bf_insns; course.defined; i++) {
		if (BPF_CLASS(i->code) == BPF_RET) {
			course.verdict = i->k;
			break;
		}
		if (i->code == (BPF_JMP | BPF_JA))
			i += (bpf_int32)i->k; /* back, in a chain of headers */
		else if (BPF_CLASS(i->code) == BPF_JMP)
			i += watched_jump(&m, i) ? i->jt : i->jf;
		else if (!watched_step(&m, i, packet, &course.defined))
			break;
	}
	return course;
}

u32 truth_length(const struct truth *truth)
{
	return truth->program.bf_len;
}

void truth_free(struct truth *truth)
{
	if (!truth)
		return;
	pcap_freecode(&truth->program);
	free(truth);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "classic_programs.h"

#include <pcap/pcap.h>
#include <stdio.h>
#include <string.h>

#include "classic/table.h"

_Static_assert(sizeof(struct sock_filter) == sizeof(struct bpf_insn), "the same instruction");

static const struct {
	int linktype, snaplen, optimise;
} variants[] = {
    {DLT_EN10MB, 262144, 1},
    {DLT_EN10MB, 65535, 0},
    {DLT_RAW, 262144, 1},
    {DLT_LINUX_SLL2, 96, 1},
};

static bool compile(struct program *p, const char *expression, size_t variant)
{
	pcap_t *pcap = pcap_open_dead(variants[variant].linktype, variants[variant].snaplen);
	struct bpf_program code;
	bool ok = pcap_compile(pcap, &code, expression, variants[variant].optimise,
			       PCAP_NETMASK_UNKNOWN) == 0;

	pcap_close(pcap);
	if (!ok)
		return false;
	ok = code.bf_len <= PROGRAM_ROOM;
	if (ok) {
		p->count = code.bf_len;
		memcpy(p->insns, code.bf_insns, code.bf_len * sizeof(*code.bf_insns));
		snprintf(p->name, sizeof(p->name), "%s (link type %d, %s)", expression,
			 variants[variant].linktype,
			 variants[variant].optimise ? "optimised" : "plain");
	}
	pcap_freecode(&code);
	return ok;
}

u32 programs_compiled(const char *path, void (*use)(const struct program *program, void *context),
		      void *context)
{
	static struct program program;
	FILE *file = fopen(path, "r");
	char line[512];
	u32 count = 0;

	while (file && fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		for (size_t v = 0; v < SKEP_COUNT(variants); v++) {
			if (!compile(&program, line, v))
				continue;
			use(&program, context);
			count++;
		}
	}
	if (file)
		fclose(file);
	return count;
}

/* xorshift64* (Vigna, 2016) */
u32 program_random(u64 *seed)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (u32)(*seed * 2685821657736338717u >> 32);
}

static u16 some_code(u64 *seed)
{
	for (;;) {
		u16 code = (u16)(program_random(seed) % SKEP_CLASSIC_CODES);

		if (skep_classic_row(code))
			return code;
	}
}

/* Numbers at which rules and arithmetic turn. */
static u32 some_number(u64 *seed)
{
	static const u32 edges[] = {
	    0,
	    1,
	    2,
	    4,
	    14,
	    15,
	    16,
	    31,
	    32,
	    33,
	    0xff,
	    0xffff,
	    0x7fffffff,
	    0x80000000,
	    0xffffffff,
	    (u32)SKF_AD_OFF,
	    (u32)SKF_AD_OFF + SKF_AD_CPU,
	    (u32)SKF_AD_OFF + 3,
	    (u32)SKF_AD_OFF - 1,
	    (u32)SKF_AD_OFF + 64,
	    (u32)SKF_NET_OFF,
	    (u32)SKF_NET_OFF + 9,
	    (u32)SKF_LL_OFF,
	    (u32)SKF_LL_OFF + 12,
	};
	u32 n = program_random(seed);

	if (n % 4 == 0)
		return program_random(seed);
	return n % 4 == 1 ? n / 4 % 64 : edges[n / 4 % SKEP_COUNT(edges)];
}

static u32 some_operand(enum skep_classic_operand operand, u32 left, u32 words, u64 *seed)
{
	u32 n = program_random(seed);

	switch (operand) {
	case SKEP_OPERAND_NONE:
		return 0;
	case SKEP_OPERAND_PLACE:
		if (n % 4 == 0)
			return (u32)SKF_AD_OFF + n / 4 % 16 * 4;
		return n % 4 == 1 ? (u32)SKF_NET_OFF + n / 4 % 80 : n / 4 % 80;
	case SKEP_OPERAND_WORD:
		return words ? n % words : 0;
	case SKEP_OPERAND_BITS:
		return n % 32;
	case SKEP_OPERAND_DIVISOR:
		return some_number(seed) | 1;
	case SKEP_OPERAND_DISTANCE:
		return left > 1 ? n % (left < 12 ? left : 12) : 0;
	default:
		return some_number(seed);
	}
}

static bool keeps_rules(u16 code, u32 left, u32 words)
{
	const struct skep_classic_row *row = skep_classic_row(code);

	return !(row->operand == SKEP_OPERAND_WORD && !words) &&
	       !(row->action == SKEP_ACTION_RETURN && left > 2);
}

void program_make(struct program *p, u32 count, u32 words, u64 *seed)
{
	snprintf(p->name, sizeof(p->name), "made from %llx", (unsigned long long)*seed);
	p->count = count;
	for (u32 at = 0; at < count; at++) {
		u32 left = count - 1 - at; /* instructions behind this one */
		struct sock_filter insn = {.code = at < words ? BPF_ST : some_code(seed)};

		while (at >= words && !keeps_rules(insn.code, left, words))
			insn.code = some_code(seed);
		if (left == 0)
			insn = (struct sock_filter){.code = BPF_RET | BPF_A};
		insn.k = some_operand(skep_classic_row(insn.code)->operand, left, words, seed);
		if (at < words)
			insn.k = at;
		if (left && skep_classic_row(insn.code)->action == SKEP_ACTION_TEST) {
			insn.jt = (u8)(program_random(seed) % (left < 6 ? left : 6));
			insn.jf = (u8)(program_random(seed) % (left < 6 ? left : 6));
		}
		p->insns[at] = insn;
	}
}

void program_mutate(struct program *p, u64 *seed)
{
	for (u32 changes = program_random(seed) % 3 + 1; changes; changes--) {
		struct sock_filter *insn = &p->insns[program_random(seed) % p->count];
		u32 n = program_random(seed);

		switch (n % 6) {
		case 0:
			insn->code = (u16)(n / 8 % 512);
			break;
		case 1:
			insn->code = some_code(seed);
			break;
		case 2:
			insn->jt = (u8)(n / 8);
			break;
		case 3:
			insn->jf = (u8)(n / 8);
			break;
		default:
			insn->k = some_number(seed);
		}
	}
}

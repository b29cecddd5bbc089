/* SPDX-License-Identifier: BSD-2-Clause */
/* libpcap as the judge of classic BPF: how programs are written, and what they return.
 * Argument: data/classic/expressions.txt */
#include <pcap/pcap.h>
#include <skep/classic.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "classic/table.h"
#include "classic_programs.h"
#include "test.h"

static const struct bpf_insn *as_pcap(const struct program *p)
{
	return (const struct bpf_insn *)(const void *)p->insns;
}

static char *listing(const struct program *p)
{
	struct skep_buffer b = {0};

	for (u32 at = 0; at < p->count; at++)
		skep_buffer_printf(&b, "%s\n", bpf_image(&as_pcap(p)[at], (int)at));
	return skep_buffer_take(&b);
}

/* -dd and -ddd as tcpdump(1) describes them. */
static char *numbers(const struct program *p, enum skep_classic_form form)
{
	struct skep_buffer b = {0};

	if (form == SKEP_CLASSIC_DECIMAL)
		skep_buffer_printf(&b, "%u\n", p->count);
	for (u32 at = 0; at < p->count; at++) {
		struct sock_filter i = p->insns[at];

		skep_buffer_printf(
		    &b, form == SKEP_CLASSIC_C ? "{ 0x%x, %d, %d, 0x%08x },\n" : "%u %u %u %u\n",
		    i.code, i.jt, i.jf, i.k);
	}
	return skep_buffer_take(&b);
}

/* Whether two instructions are the same; a listing does not show fields that have no meaning. */
static bool same_insn(struct sock_filter got, struct sock_filter want, bool listed)
{
	const struct skep_classic_row *row = skep_classic_row(want.code);

	if (listed && row && row->operand == SKEP_OPERAND_NONE)
		got.k = want.k;
	return got.code == want.code && got.jt == want.jt && got.jf == want.jf && got.k == want.k;
}

static bool reads_back(const char *text, const struct program *p, bool listed)
{
	struct skep_diag d = {0};
	u32 count = 0;
	struct sock_filter *insns = skep_classic_parse(text, strlen(text), &count, &d);
	bool same = insns && count == p->count;

	for (u32 at = 0; same && at < count; at++)
		same = same_insn(insns[at], p->insns[at], listed);
	if (!same)
		printf("# %s\n", insns ? "other instructions" : d.what);
	skep_classic_free(insns);
	return same;
}

static void use_texts(const struct program *p, void *context)
{
	bool readable = context == NULL;

	for (enum skep_classic_form form = 0; form <= SKEP_CLASSIC_DECIMAL; form++) {
		char *want = form == SKEP_CLASSIC_LISTING ? listing(p) : numbers(p, form);
		char *got = skep_classic_print(p->insns, p->count, form, NULL);

		test_text(got, want, "form %d of %s", form, p->name);
		if (readable)
			test_ok(reads_back(got, p, form == SKEP_CLASSIC_LISTING),
				"form %d read back: %s", form, p->name);
		skep_free(want);
		skep_classic_free(got);
	}
}

/* All opcodes but the one that bpf_image does not know, with operands that it writes in a special
 * way. */
static void test_every_opcode(void)
{
	static const u32 operands[] = {0,	   9,	       0x80000001, 0xfffff000,
				       0xfffff03c, 0xfffff001, 0xfffffffd};
	static struct program p;
	bool unreadable = true;

	p.count = 0;
	snprintf(p.name, sizeof(p.name), "every opcode");
	for (u32 code = 0; code < 0x120; code++)
		for (size_t i = 0; i < SKEP_COUNT(operands); i++)
			if (code != (BPF_LDX | BPF_LEN))
				p.insns[p.count++] = (struct sock_filter){
				    .code = (u16)code, .jt = 3, .jf = 250, .k = operands[i]};
	use_texts(&p, &unreadable);
}

/* Programs of every kind over packets of every length. */
struct results {
	u8 data[128];
	u64 seed;
	u32 differences, refused;
};

static void use_results(const struct program *p, void *context)
{
	struct results *r = context;
	struct skep_packet packet = {.data = r->data, .wirelen = 200};

	if (!skep_classic_check(p->insns, p->count, SKEP_CLASSIC_LINUX_LIMIT, NULL)) {
		r->refused++;
		return;
	}
	for (u32 round = 0; round < 40; round++) {
		u32 got, want;

		packet.caplen = program_random(&r->seed) % sizeof(r->data);
		for (u32 i = 0; i < sizeof(r->data); i++)
			r->data[i] =
			    (u8)(program_random(&r->seed) >> (program_random(&r->seed) % 32));
		got = skep_classic_run(p->insns, p->count, &packet);
		want = bpf_filter(as_pcap(p), r->data, packet.wirelen, packet.caplen);
		if (got != want && r->differences++ < 5)
			printf("# %s: we give %u, bpf_filter() %u\n", p->name, got, want);
	}
}

/* Negative offsets mean nothing to bpf_filter(). */
static bool plain(const struct program *p)
{
	for (u32 at = 0; at < p->count; at++)
		if (BPF_CLASS(p->insns[at].code) <= BPF_LDX && p->insns[at].k >= (u32)SKF_LL_OFF)
			return false;
	return true;
}

static void test_results(const char *path)
{
	struct results r = {.seed = 4711};
	static struct program p;
	u32 made = 0;

	programs_compiled(path, use_results, &r);
	test_eq(r.refused, 4, "only the backward jumps of protochain are refused");
	test_eq(r.differences, 0, "compiled programs return what they return in bpf_filter()");
	for (u32 i = 0; i < 4000; i++) {
		u32 words = program_random(&r.seed) % 4;

		program_make(&p, words + 2 + program_random(&r.seed) % 20, words, &r.seed);
		if (!plain(&p))
			continue;
		use_results(&p, &r);
		made++;
	}
	test_eq(r.differences, 0, "so do %u made ones", made);
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : "tests/data/classic/expressions.txt";

	test_ok(programs_compiled(path, use_texts, NULL) >= 300, "at least 300 programs compiled");
	test_every_opcode();
	test_results(path);
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts at random: formats for bpf_snprintf(), and numbers for bpf_strtol() and bpf_strtoul(). What
 * is written and returned must be the same in Linux and in each engine.
 *
 * usage: helper_random SEED COUNT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "prog/prog.h"
#include "run.h"
#include "test.h"

enum {
	ROOM = 1000,  /* bytes that a format is printed into */
	FORMAT = 128, /* bytes of a format with its NUL */
	ARGS = 12,
	PIECE = 24,
	TEXT = 96, /* bytes of a number's text */
	SHOWN = 5,
};

struct maker {
	u64 state;
	char text[FORMAT];
	size_t length;
	u32 wanted; /* arguments */
	u32 room;   /* to print into */
	u64 args[ARGS];
};

static u32 below(struct maker *m, u32 limit)
{
	m->state ^= m->state << 13;
	m->state ^= m->state >> 7;
	m->state ^= m->state << 17;
	return (u32)(m->state >> 16) % limit;
}

static u64 any_number(struct maker *m)
{
	static const u64 edges[] = {0,	       1,	   9,	       10,
				    255,       INT32_MAX,  1u << 31,   UINT32_MAX,
				    INT64_MAX, 1ULL << 63, UINT64_MAX, 0xffffffff80000000,
				    123456789};

	if (below(m, 2))
		return edges[below(m, SKEP_COUNT(edges))];
	return ((u64)below(m, UINT32_MAX) << 32 | below(m, UINT32_MAX)) >> below(m, 64);
}

static void add(struct maker *m, const char *text)
{
	size_t length = strlen(text);

	if (m->length + length >= sizeof(m->text))
		return;
	memcpy(m->text + m->length, text, length + 1);
	m->length += length;
}

/* ---- formats */

/* Conversions whose arguments are numbers, and those of pointers that Linux prints as they are. */
static const char *const numbers[] = {"d",  "i",   "u",	  "x",	 "X",	"ld",  "li", "lu", "lx",
				      "lX", "lld", "lli", "llu", "llx", "llX", "c",  "px"};
/* ... that lead to the map `in`. Where there is no more room Linux prints what memory held before
 * in place of what follows all but the first. */
static const char *const texts[] = {"s", "pks", "pi4", "pI4", "pi6", "pI6"};
/* ... of small numbers: no address, so that they print alike. */
static const char *const symbols[] = {"pS", "ps", "pB"};
static const char *const nothing[] = {"p", "pK"};
static const char *const wrong[] = {"",	   "#x",   "5.3d", "*d",    "hd",    "f",    "n",
				    "lls", "ls",   "lc",   "pd",    "pM",    "pi5",  "pks5",
				    "sX",  "llld", "o",	   "p\xe9", "s\xa0", "s\xe9"};
/* The last three are not allowed. */
static const char *const pieces[] = {" ",    "a",    "%%",   "1",    ",",   "xyz",  "\n",
				     "\t",   "",     "",     "(",    "0s",  "\xe9", "\xa0",
				     "\xd7", "\x80", "\x01", "\x1b", "\x7f"};

static void add_conversion(struct maker *m)
{
	char piece[PIECE];
	static const char *const flags[] = {"", "", "", "-", "0", "+", " ", "-0", "+-", " 0", "00"};
	static const char *const widths[] = {"", "", "", "1", "5", "12", "20", "33"};
	u32 kind = below(m, 100);
	const char *letters = numbers[below(m, SKEP_COUNT(numbers))];
	u64 value = any_number(m);

	if (kind >= 50 && kind < 70) {
		letters = texts[m->room == ROOM ? below(m, SKEP_COUNT(texts)) : 0];
		value = below(m, 64);
		value |= 1ULL << 63; /* an offset in `in` */
	} else if (kind >= 70 && kind < 80) {
		letters = symbols[m->room == ROOM ? below(m, SKEP_COUNT(symbols)) : 0];
		value = below(m, 100000);
	} else if (kind >= 80 && kind < 85) {
		letters = nothing[below(m, SKEP_COUNT(nothing))];
		value = 0;
	} else if (kind == 99) {
		letters = wrong[below(m, SKEP_COUNT(wrong))];
	} else {
		value &= ~(1ULL << 63 & -(u64)(below(m, 2)));
		value = value >> 63 ? value | 1ULL << 62 : value; /* not taken for an offset */
	}
	if (m->wanted < ARGS)
		m->args[m->wanted++] = value;
	snprintf(piece, sizeof(piece), "%%%s%s%s", flags[below(m, SKEP_COUNT(flags))],
		 widths[below(m, SKEP_COUNT(widths))], letters);
	add(m, piece);
}

static void make_format(struct maker *m)
{
	u32 count = below(m, 7);

	m->length = 0;
	m->room = below(m, 3) ? ROOM : below(m, 40);
	m->text[0] = '\0';
	m->wanted = 0;
	memset(m->args, 0, sizeof(m->args));
	for (u32 i = 0; i < count; i++) {
		u32 piece =
		    below(m, 40) ? below(m, SKEP_COUNT(pieces) - 3) : below(m, SKEP_COUNT(pieces));

		add(m, pieces[piece]);
		add_conversion(m);
	}
	add(m, pieces[below(m, SKEP_COUNT(pieces) - 3)]);
}

/* A program that prints a format: arguments are put on the stack, offsets in `in` as addresses. */
static char *program_of(struct maker *m, u32 room, u32 given)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	fprintf(out, "r7 = map[out][0]+0\n");
	for (u32 i = 0; i < ARGS; i++) {
		if (m->args[i] >> 62 == 2)
			fprintf(out, "r1 = map[in][0]+%llu\n",
				(unsigned long long)(m->args[i] & 63));
		else
			fprintf(out, "r1 = 0x%llx ll\n", (unsigned long long)m->args[i]);
		fprintf(out, "*(u64 *)(r10 - %u) = r1\n", 8 * (ARGS - i));
	}
	fprintf(out,
		"r1 = r7\nr1 += 8\nr2 = %u\nr3 = map[format][0]+0\nr4 = r10\nr4 += -%u\nr5 = %u\n"
		"call bpf_snprintf\n*(u64 *)(r7 + 0) = r0\nr0 = 0\nexit\n",
		room, 8 * ARGS, given * 8);
	fclose(out);
	return text;
}

static const char map_text[] = "out array 4 1024 1\n"
			       "in array 4 128 1\n"
			       "format array 4 128 1 rdonly_prog\n";

static void fill_in(u8 in[128])
{
	static const char text[] = "a text of some length, with a comma";

	for (u32 i = 0; i < 128; i++)
		in[i] = (u8)(i * 37 + 11);
	memcpy(in, text, sizeof(text));
	memcpy(in + 40, "short", 6);
	in[127] = 0;
}

/* ---- comparing */

struct runner {
	struct side sides[RUN_SIDES];
	bool linux_there;
	struct subject_maps maps;
	u32 shown;
};

static void ask(const struct runner *r, u32 side, const struct subject *s, struct outcome *o)
{
	struct loaded *l = malloc(sizeof(*l));
	u8 in[128];

	fill_in(in);
	memset(o, 0, sizeof(*o));
	if (side_load(&r->sides[side], s, l)) {
		side_put(l, "in", in);
		side_run(l, o);
	} else {
		o->load = l->prog;
	}
	side_close(l);
	free(l);
}

static void show_text(const char *text)
{
	for (; *text; text++)
		printf(*text < ' ' || *text > '~' ? "\\x%02x" : "%c", (u8)*text);
}

static bool try_format(struct runner *r, struct maker *m)
{
	struct names names = {.maps = &r->maps};
	char wrong_text[SUBJECT_TEXT];
	u32 room = m->room, given = m->wanted;
	char *text;
	struct skep_prog *prog;
	struct subject s = {.type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &r->maps};
	struct outcome outcomes[RUN_SIDES];
	u32 first = r->linux_there ? 0 : 1;
	bool ok = true;

	if (below(m, 20) == 0 && given)
		given--;
	text = program_of(m, room, given);
	prog = text_assemble(text, &names, wrong_text);
	free(text);
	if (!prog)
		return test_ok(false, "assembles: %s", wrong_text);
	s.insns = prog->insns;
	s.count = prog->count;
	memset(r->maps.maps[2].contents, 0, FORMAT);
	memcpy(r->maps.maps[2].contents, m->text, m->length);
	for (u32 i = first; i < RUN_SIDES; i++) {
		ask(r, i, &s, &outcomes[i]);
		ok &= memcmp(&outcomes[i], &outcomes[first], sizeof(outcomes[i])) == 0;
	}
	for (u32 i = first; i < RUN_SIDES && !ok && r->shown < SHOWN; i++) {
		printf("# %s: \"", r->sides[i].name);
		show_text(m->text);
		printf("\", room %u, %u args: load %ld run %ld returns %lld \"", room, given,
		       outcomes[i].load, outcomes[i].run, *(long long *)(void *)outcomes[i].out);
		show_text((char *)outcomes[i].out + 8);
		printf("\"\n");
	}
	r->shown += !ok;
	skep_prog_free(prog);
	return ok;
}

static void run_formats(struct runner *r, struct maker *m, u32 count)
{
	u32 differ = 0;
	const char *bad = subject_read_maps(&r->maps, map_text);

	if (bad) {
		test_ok(false, "maps: %s", bad);
		return;
	}
	r->maps.maps[2].contents = calloc(1, FORMAT);
	r->maps.maps[2].desc.frozen = true;
	for (u32 i = 0; i < count; i++) {
		make_format(m);
		differ += !try_format(r, m);
	}
	test_ok(!differ, "%u formats, %u differ", count, differ);
	subject_free_maps(&r->maps);
}

/* ---- numbers */

static const char number_program[] =
    "r7 = map[out][0]+0\n"
    "r8 = map[in][0]+0\n"
    "r6 = *(u32 *)(r8 + 0)\n"
    "if r6 > 96 goto out\n"
    "if r6 == 0 goto out\n"
    "r1 = r8\nr1 += 16\nr2 = r6\nr3 = *(u64 *)(r8 + 8)\nr4 = r7\nr4 += 8\n"
    "call bpf_strtol\n*(u64 *)(r7 + 0) = r0\n"
    "r1 = r8\nr1 += 16\nr2 = r6\nr3 = *(u64 *)(r8 + 8)\nr4 = r7\nr4 += 24\n"
    "call bpf_strtoul\n*(u64 *)(r7 + 16) = r0\n"
    "out: r0 = 0\nexit\n";

struct number_input {
	u32 size, pad;
	u64 flags;
	char text[TEXT + 16];
};
static_assert(sizeof(struct number_input) == 128, "the value of `in`");

static void make_number(struct maker *m, struct number_input *in)
{
	static const char *const heads[] = {"",	  "",	 "-", " ",    "\t -", "+",
					    "0x", "-0x", "0", "\xa0", "0X",   "--"};
	static const char letters[] = "0123456789abcdefABCDEFg -\n";
	static const u64 bases[] = {0, 8, 10, 16, 0, 10, 2, 32, 1ULL << 32};
	u32 digits = below(m, 30) ? below(m, 24) : below(m, 80), set = below(m, 3) ? 10 : 26;
	size_t at;

	memset(in, 0, sizeof(*in));
	in->flags = bases[below(m, SKEP_COUNT(bases))];
	strcpy(in->text, heads[below(m, SKEP_COUNT(heads))]);
	at = strlen(in->text);
	for (u32 i = 0; i < digits; i++)
		in->text[at++] = letters[below(m, set)];
	in->size = below(m, 2) ? (u32)at : 1 + below(m, TEXT);
	in->size = in->size ? in->size : 1;
}

static bool try_number(struct runner *r, struct maker *m, struct loaded loaded[RUN_SIDES])
{
	struct outcome outcomes[RUN_SIDES];
	struct number_input in;
	u32 first = r->linux_there ? 0 : 1;
	bool ok = true;

	make_number(m, &in);
	for (u32 i = first; i < RUN_SIDES; i++) {
		side_put(&loaded[i], "in", &in);
		side_run(&loaded[i], &outcomes[i]);
		ok &= memcmp(&outcomes[i], &outcomes[first], sizeof(outcomes[i])) == 0;
	}
	for (u32 i = first; i < RUN_SIDES && !ok && r->shown < SHOWN; i++) {
		const s64 *out = (const s64 *)(const void *)outcomes[i].out;

		printf("# %s: \"", r->sides[i].name);
		show_text(in.text);
		printf("\", size %u, flags 0x%llx: strtol %lld: %lld, strtoul %lld: %llu\n",
		       in.size, (unsigned long long)in.flags, (long long)out[0], (long long)out[1],
		       (long long)out[2], (unsigned long long)out[3]);
	}
	r->shown += !ok;
	return ok;
}

static void run_numbers(struct runner *r, struct maker *m, u32 count)
{
	struct names names = {.maps = &r->maps};
	struct loaded *loaded = calloc(RUN_SIDES, sizeof(*loaded));
	const char *bad = subject_read_maps(&r->maps, "out array 4 1024 1\nin array 4 128 1\n");
	char wrong_text[SUBJECT_TEXT] = "";
	struct skep_prog *prog = text_assemble(number_program, &names, wrong_text);
	struct subject s = {.type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &r->maps};
	u32 differ = 0, first = r->linux_there ? 0 : 1;
	bool ok = !bad && prog;

	s.insns = prog->insns;
	s.count = prog->count;
	for (u32 i = first; i < RUN_SIDES && ok; i++)
		ok = test_ok(side_load(&r->sides[i], &s, &loaded[i]), "%s takes the program",
			     r->sides[i].name);
	for (u32 i = 0; i < count && ok; i++)
		differ += !try_number(r, m, loaded);
	test_ok(ok && !differ, "%u numbers, %u differ", count, differ);
	for (u32 i = first; i < RUN_SIDES; i++)
		side_close(&loaded[i]);
	skep_prog_free(prog);
	subject_free_maps(&r->maps);
	free(loaded);
}

/* ---- lines, which the system that runs a program is given */

static const char line_program[] = "r1 = 0x20756c2520732520 ll\n" /* " %s %lu " */
				   "*(u64 *)(r10 - 16) = r1\n"
				   "r1 = 0x0a7825 ll\n" /* "%x\n" */
				   "*(u64 *)(r10 - 8) = r1\n"
				   "r1 = r10\nr1 += -16\nr2 = 16\n"
				   "r3 = map[in][0]+0\nr4 = -1\nr5 = 0xbeef\n"
				   "call bpf_trace_printk\nr0 = 0\nexit\n";

static void run_line(struct runner *r, const struct side *side)
{
	static const char want[] =
	    " a text of some length, with a comma 18446744073709551615 beef\n";
	struct names names = {.maps = &r->maps};
	const char *bad = subject_read_maps(&r->maps, "in array 4 128 1\n");
	char wrong_text[SUBJECT_TEXT] = "";
	struct skep_prog *prog = text_assemble(line_program, &names, wrong_text);
	struct subject s = {.type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &r->maps};
	struct loaded *l = calloc(1, sizeof(*l));
	struct outcome o;
	u8 in[128];

	fill_in(in);
	s.insns = prog->insns;
	s.count = prog->count;
	if (test_ok(!bad && side_load(side, &s, l), "%s takes a program that prints", side->name)) {
		side_put(l, "in", in);
		side_run(l, &o);
		skep_buffer_bytes(side->printed, "", 1);
		test_text(side->printed->data, want, "%s prints a line", side->name);
	}
	side_close(l);
	free(l);
	skep_prog_free(prog);
	subject_free_maps(&r->maps);
}

int main(int argc, char **argv)
{
	struct runner *r = calloc(1, sizeof(*r));
	struct maker m;

	if (argc != 3 || !r)
		return 2;
	m.state = strtoull(argv[1], NULL, 0) * 0x9e3779b97f4a7c15 | 1;
	r->linux_there = sides_open(r->sides);
	if (!r->linux_there)
		test_skip("the same in Linux", strerror(errno));
	run_formats(r, &m, (u32)strtoul(argv[2], NULL, 0));
	r->shown = 0;
	run_numbers(r, &m, (u32)strtoul(argv[2], NULL, 0) * 4);
	for (u32 i = 1; i < RUN_SIDES; i++)
		run_line(r, &r->sides[i]);
	sides_close(r->sides);
	free(r);
	return test_end();
}

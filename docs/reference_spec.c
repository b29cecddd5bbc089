/* SPDX-License-Identifier: BSD-2-Clause */
#include "reference_spec.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "spec/sets.h"
#include "spec/spec.h"

/* ---- sets and versions */

static void version(u16 since)
{
	printf(" %u.%u |", since / 100, since % 100);
}

/* Names of a set with commas between; or, if few are missing, "all but" those. */
struct names {
	u64 set, whole;
	const char *(*name)(u32 bit);
};

static const char *prog_name(u32 bit)
{
	static const char *const pointers[SKEP_OBJECT_COUNT] = {
	    [SKEP_OBJECT_SOCK_COMMON] = "pointer to sock_common",
	    [SKEP_OBJECT_SOCKET] = "pointer to sock",
	    [SKEP_OBJECT_TCP_SOCK] = "pointer to tcp_sock",
	    [SKEP_OBJECT_XDP_SOCK] = "pointer to xdp_sock",
	    [SKEP_OBJECT_FLOW_KEYS] = "pointer to flow_keys",
	};
	const struct skep_prog_row *row = skep_prog_row(bit);

	if (bit >= 40 && bit < 40 + SKEP_OBJECT_COUNT)
		return pointers[bit - 40];
	return row ? row->name : NULL;
}

static const char *attach_name(u32 bit)
{
	const struct skep_attach_row *row = skep_attach_row(bit);

	return row ? row->name : NULL;
}

static void list(u64 set, const char *(*name)(u32 bit))
{
	const char *between = "";

	for (u32 bit = 0; bit < 64; bit++)
		if (set >> bit & 1 && name(bit)) {
			printf("%s%s", between, name(bit));
			between = ", ";
		}
}

static void put_names(struct names n)
{
	u64 missing = n.whole & ~n.set, beside = n.set & ~n.whole;

	if (missing && __builtin_popcountll(missing) > 12) {
		list(n.set, n.name);
		return;
	}
	printf("all");
	if (missing)
		printf(" but ");
	list(missing, n.name);
	if (beside)
		printf(", and ");
	list(beside, n.name);
}

static void progs_cell(u64 set)
{
	printf(" ");
	put_names((struct names){set, ALL, prog_name});
	printf(" |");
}

static void attaches_cell(u64 set)
{
	if (set != ALWAYS) {
		printf(" ");
		put_names((struct names){set, ALWAYS, attach_name});
	}
	printf(" |");
}

/* The words of a table, in lower case and with commas: "T(PER_CPU) | T(KPTR)" as "per cpu, kptr".
 */
static void words_cell(const char *text)
{
	if (strcmp(text, "0") == 0)
		text = "";
	if (strncmp(text, "TO_", 3) == 0)
		text += 3;
	putchar(' ');
	for (; *text; text++) {
		if (strncmp(text, " | ", 3) == 0) {
			printf(", ");
			text += 2;
		} else if (strncmp(text, "T(", 2) == 0) {
			for (text += 2; *text != ')'; text++)
				putchar(*text == '_' ? ' ' : tolower(*text));
		} else {
			putchar(*text == '_' ? ' ' : tolower(*text));
		}
	}
	printf(" |");
}

/* ---- helpers */

static void argument(const struct skep_arg *arg, const char *between)
{
	static const char *const kinds[] = {
#define ARG(name, ...) #name,
#include "spec/args.def"
#undef ARG
	};
	static const struct {
		u16 flag;
		const char *text;
	} flags[] = {
	    {SKEP_ARG_F_NULL, " or NULL"},    {SKEP_ARG_F_UNINIT, " new"},
	    {SKEP_ARG_F_WRITE, " written"},   {SKEP_ARG_F_RELEASE, " released"},
	    {SKEP_ARG_F_LOCAL, " of memory"}, {SKEP_ARG_F_RINGBUF, " of a record"},
	};

	printf("%s", between);
	for (const char *c = kinds[arg->kind]; *c; c++)
		putchar(*c == '_' ? ' ' : tolower(*c));
	if (arg->btf)
		printf(" `%s`", arg->btf);
	if (arg->size)
		printf(" of %u bytes", arg->size);
	for (size_t i = 0; i < SKEP_COUNT(flags); i++)
		if (arg->flags & flags[i].flag)
			printf("%s", flags[i].text);
}

static void arguments_cell(const struct skep_helper_row *row)
{
	putchar(' ');
	for (u32 i = 0; i < SKEP_COUNT(row->args) && row->args[i].kind != SKEP_ARG_NONE; i++)
		argument(&row->args[i], i ? "; " : "");
	printf(" |");
}

void reference_helpers(void)
{
	static const struct {
		const char *flags, *returns;
	} words[] = {
#define HELPER(name, number, since, programs, attach, flags, returns, ...) {#flags, #returns},
#define ALSO(...)							   {NULL, NULL},
#include "spec/helpers.def"
#undef HELPER
#undef ALSO
	};
	size_t index = 0;

	printf(
	    "# Helpers\n\nWhat programs may call, as of Linux 6.18. A row without arguments adds "
	    "programs to the one above it.\n\n"
	    "| helper | number | since | program types | attach types | flags | returns | "
	    "arguments |\n|---|---|---|---|---|---|---|---|\n");
	for (s32 number = 1; skep_helper_row(number); number++) {
		const struct skep_helper_row *row = skep_helper_row(number);

		for (; row; row = skep_helper_next(row), index++) {
			printf("| %s | %d |", row->symbol, row->number);
			version(row->since);
			progs_cell(row->progs);
			attaches_cell(row->attaches);
			if (row->more) {
				printf(" | | |\n");
				continue;
			}
			words_cell(words[index].flags);
			words_cell(words[index].returns);
			arguments_cell(row);
			putchar('\n');
		}
	}
	printf("\n## Kinds of arguments\n\n| kind | what it must be |\n|---|---|\n");
	for (u32 kind = SKEP_ARG_NONE + 1; kind < SKEP_ARG_COUNT; kind++) {
		argument(&(struct skep_arg){.kind = (u8)kind}, "| ");
		printf(" | %s |\n", skep_arg_row(kind)->title);
	}
}

/* ---- maps */

static void sizes_cell(struct skep_map_sizes sizes)
{
	if (sizes.min == sizes.max)
		printf(" %u |", sizes.min);
	else if (sizes.step == 1)
		printf(" %u to %u |", sizes.min, sizes.max);
	else
		printf(" %u, %u ... %u |", sizes.min, sizes.min + sizes.step, sizes.max);
}

static void flags_cell(u32 set)
{
	static const struct {
		u32 flag;
		const char *name;
	} flags[] = {
#define FLAG(name) {BPF_F_##name, #name}
	    FLAG(NO_PREALLOC),	FLAG(NO_COMMON_LRU),  FLAG(NUMA_NODE),	      FLAG(RDONLY),
	    FLAG(WRONLY),	FLAG(STACK_BUILD_ID), FLAG(ZERO_SEED),	      FLAG(RDONLY_PROG),
	    FLAG(WRONLY_PROG),	FLAG(CLONE),	      FLAG(MMAPABLE),	      FLAG(PRESERVE_ELEMS),
	    FLAG(INNER_MAP),	FLAG(LINK),	      FLAG(VTYPE_BTF_OBJ_FD), FLAG(SEGV_ON_FAULT),
	    FLAG(NO_USER_CONV),
#undef FLAG
	};
	const char *between = " ";

	for (size_t i = 0; i < SKEP_COUNT(flags); i++)
		if (set & flags[i].flag) {
			printf("%s%s", between, flags[i].name);
			between = ", ";
		}
	printf(" |");
}

static void helpers_of_map(u32 type)
{
	const char *between = "";

	for (s32 number = 1; skep_helper_row(number); number++) {
		const struct skep_helper_row *row = skep_helper_row(number);
		bool takes = false;

		for (u32 i = 0; i < SKEP_COUNT(row->args); i++)
			takes |= row->args[i].kind == SKEP_ARG_CONST_MAP;
		if (!takes || !skep_map_fits_helper(type, number))
			continue;
		printf("%s%s", between, row->name);
		between = ", ";
	}
}

void reference_maps(void)
{
	static const char *const traits[] = {
#define MAP(type, name, since, key, value, both, flags, required, traits)                          \
	[BPF_MAP_TYPE_##type] = #traits,
#define FIT(...)
#define CHANGES_SOCKS(...)
#include "spec/maps.def"
#undef MAP
#undef FIT
#undef CHANGES_SOCKS
	};

	printf("# Map types\n\nWhat MAP_CREATE of Linux 6.18 takes, in bytes.\n\n"
	       "| type | number | since | key | value | flags | flags it insists on | traits |\n"
	       "|---|---|---|---|---|---|---|---|\n");
	for (u32 type = 1; skep_map_row(type); type++) {
		const struct skep_map_row *row = skep_map_row(type);

		printf("| %s | %u |", row->name, type);
		version(row->since);
		sizes_cell(row->key);
		sizes_cell(row->value);
		flags_cell(row->flags);
		flags_cell(row->required);
		words_cell(traits[type]);
		putchar('\n');
	}
	printf("\n## Helpers that take a map\n\n| type | helpers |\n|---|---|\n");
	for (u32 type = 1; skep_map_row(type); type++) {
		printf("| %s | ", skep_map_row(type)->name);
		helpers_of_map(type);
		printf(" |\n");
	}
}

/* ---- program types */

static void range_row(const struct skep_prog_row *row, u64 attaches, struct skep_ret_range range)
{
	printf("| %s |", row->name);
	attaches_cell(attaches);
	if (range.checked)
		printf(" %d to %d |\n", range.min, range.max);
	else
		printf(" any |\n");
}

/* The attach types from `first` on that have the same range. */
static u64 same_range(const struct skep_prog_row *row, u32 first)
{
	struct skep_ret_range range = skep_prog_ret_range(row->type, first);
	u64 same = 0;

	for (u32 bit = 0; bit < 64; bit++) {
		struct skep_ret_range other = skep_prog_ret_range(row->type, bit);

		if (row->attaches >> bit & 1 && other.checked == range.checked &&
		    other.min == range.min && other.max == range.max)
			same |= 1ULL << bit;
	}
	return same;
}

static void ranges(const struct skep_prog_row *row)
{
	u64 left = row->attaches;

	while (left) {
		u32 first = (u32)__builtin_ctzll(left);
		u64 same = same_range(row, first);

		range_row(row, same, skep_prog_ret_range(row->type, first));
		left &= ~same;
	}
}

void reference_program_types(void)
{
	static const char *const traits[] = {
#define PROG(type, name, since, attach, context, size, traits) [BPF_PROG_TYPE_##type] = #traits,
#define RETURNS(...)
#include "spec/progs.def"
#undef PROG
#undef RETURNS
	};

	printf("# Program types\n\n"
	       "| type | number | since | context | attach types | traits |\n"
	       "|---|---|---|---|---|---|\n");
	for (u32 type = 1; type <= BPF_PROG_TYPE_NETFILTER; type++) {
		const struct skep_prog_row *row = skep_prog_row(type);

		printf("| %s | %u |", row->name, type);
		version(row->since);
		printf(" %s |", row->ctx);
		attaches_cell(row->attaches);
		words_cell(traits[type]);
		putchar('\n');
	}
	printf("\n## What r0 may be at exit\n\n| type | attach types | values |\n|---|---|---|\n");
	for (u32 type = 1; type <= BPF_PROG_TYPE_NETFILTER; type++)
		ranges(skep_prog_row(type));
}

/* ---- contexts */

struct access {
	const char *context, *field, *widths, *kind;
	u64 progs, attaches;
	bool write;
};

/* The words of ctx.def for widths, spelled out. */
static void widths_cell(const char *words)
{
	static const struct {
		const char *word, *text;
	} texts[] = {
	    {"W1", "1"},	   {"W2", "2"},
	    {"W4", "4"},	   {"W8", "8"},
	    {"W4 | W8", "4, 8"},   {"W2 | W4", "2, 4"},
	    {"NARROW", "1, 2, 4"}, {"NARROW | HEAD", "1, 2, 4 from its start"},
	    {"ANY", "1, 2, 4, 8"}, {"ANY | LOOSE", "1, 2, 4, 8 at any byte"},
	};

	for (size_t i = 0; i < SKEP_COUNT(texts); i++)
		if (strcmp(words, texts[i].word) == 0)
			words = texts[i].text;
	printf(" %s |", words);
}

void reference_contexts(void)
{
	static const struct access rows[] = {
#define READ(context, field, widths, kind, programs, attach)                                       \
	{#context, #field, #widths, #kind, programs, attach, false},
#define WRITE(context, field, widths, programs, attach)                                            \
	{#context, #field, #widths, "SCALAR", programs, attach, true},
#define READS  false
#define WRITES true
#define AREA(name, first, end, direction, widths, kind, btf, programs, attach)                     \
	{"", #name, #widths, #kind, programs, attach, direction},
#include "spec/ctx.def"
#undef READ
#undef WRITE
#undef AREA
	};

	printf("# Contexts\n\nWhat programs may read from and write to what r1 points to, with how "
	       "many "
	       "bytes at a\ntime, aligned to their number.\n\n"
	       "| struct | field | | bytes | gives | program types | attach types |\n"
	       "|---|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		printf("| %s | %s | %s |", rows[i].context, rows[i].field,
		       rows[i].write ? "write" : "read");
		widths_cell(rows[i].widths);
		words_cell(rows[i].write ? "" : rows[i].kind);
		progs_cell(rows[i].progs);
		attaches_cell(rows[i].attaches);
		putchar('\n');
	}
}

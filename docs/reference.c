/* SPDX-License-Identifier: BSD-2-Clause */
/* Prints the pages of docs/reference/ from the tables, so that they cannot say anything else.
 * usage: reference --list | reference PAGE */
#include <linux/filter.h>
#include <stdio.h>
#include <string.h>

#include "isa/isa.h"
#include "reference_spec.h"

/* A cell of a table: a bar would end it. */
static void code_cell(const char *text)
{
	printf(" `");
	for (; *text; text++) {
		if (*text == '|')
			putchar('\\');
		putchar(*text);
	}
	printf("` |");
}

static void field_cell(s32 value)
{
	if (value == SKEP_ANY)
		printf(" any |");
	else
		printf(" %d |", value);
}

static void instructions(void)
{
	printf(
	    "# Instructions of eBPF\n\n"
	    "RFC 9669 and what Linux has besides (group linux), one row an instruction. In the "
	    "texts `$d` and `$s`\n"
	    "are register numbers, `$o` an offset with its sign, `$i` the immediate and `$x` the "
	    "same in hexadecimal,\n"
	    "`$w` and `$n` the 64-bit immediate and its second half, `$h` a helper, `$m` a map by "
	    "index or name,\n"
	    "`$j $J $t $T` a distance.\n\n"
	    "| opcode | src | off | imm | group | as Linux's verifier writes it | mnemonic |\n"
	    "|---|---|---|---|---|---|---|\n");
	for (int id = 0; id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row((enum skep_insn_id)id);

		printf("| 0x%02x |", row->opcode);
		field_cell(row->src);
		field_cell(row->off);
		field_cell(row->imm);
		printf(" %s |", skep_group_name((enum skep_group)row->group));
		code_cell(row->text);
		code_cell(row->word);
		putchar('\n');
	}
}

static void classic(void)
{
	static const struct {
		unsigned code;
		const char *word, *operand;
	} rows[] = {
#define INSN(code, operand, mnemonic, text, ...) {code, mnemonic, text},
#include "classic/classic.def"
#undef INSN
	};

	printf("# Instructions of classic BPF\n\n"
	       "| opcode | mnemonic | operand |\n|---|---|---|\n");
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		printf("| 0x%04x |", rows[i].code);
		code_cell(rows[i].word);
		code_cell(rows[i].operand);
		putchar('\n');
	}
}

struct entry {
	const char *word, *title;
};

/* A title of words.def: N for an argument, brackets around what goes without one. */
static void put_title(const char *title)
{
	static const char from[] = "#{}", to[] = "N[]";

	for (; *title; title++) {
		const char *at = strchr(from, *title);

		putchar(at ? to[at - from] : *title);
	}
}

static void entries(const char *heading, const struct entry *list, size_t count)
{
	printf("\n## %s\n\n| word | meaning |\n|---|---|\n", heading);
	for (size_t i = 0; i < count; i++)
		if (list[i].word[0]) {
			printf("| `%s` | ", list[i].word);
			put_title(list[i].title);
			printf(" |\n");
		}
}

static void words(void)
{
	static const struct entry protos[] = {
#define PROTO(id, word, title, ...) {word, title},
#include "filter/protos.def"
#undef PROTO
	};
	static const struct entry primitives[] = {
#define WORD(id, word, arguments, title) {word, title},
#include "filter/words.def"
#undef WORD
	};
	static const struct {
		const char *word;
		unsigned number;
	} constants[] = {
#define CONSTANT(text, number) {text, number},
#include "filter/constants.def"
#undef CONSTANT
	};

	printf("# Words of the filter language\n");
	entries("Protocols", protos, SKEP_COUNT(protos));
	entries("Primitives", primitives, SKEP_COUNT(primitives));
	printf("\n## Numbers with names\n\n| name | number |\n|---|---|\n");
	for (size_t i = 0; i < SKEP_COUNT(constants); i++)
		printf("| `%s` | %u |\n", constants[i].word, constants[i].number);
}

static void link_types(void)
{
	static const struct {
		const char *name, *title;
		unsigned dlt;
		bool raw;
	} rows[] = {
#define LINK(id, dlt, link, type, payload, net, net_llc, test, vary, address, direction, llc, can, \
	     mtp2, title)                                                                          \
	{#id, title, dlt, false},
#define RAW(id, dlt, title) {#id, title, dlt, true},
#include "filter/links.def"
#undef LINK
#undef RAW
	};

	printf("# Link types of the filter language\n\n"
	       "Of those marked *raw*, `len` and bytes at fixed places are known, nothing else.\n\n"
	       "| name | DLT | what | |\n|---|---|---|---|\n");
	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		printf("| %s | %u | %s | %s |\n", rows[i].name, rows[i].dlt, rows[i].title,
		       rows[i].raw ? "raw" : "");
}

static const struct {
	const char *name;
	void (*print)(void);
} pages[] = {
    {"instructions", instructions},
    {"classic", classic},
    {"filter-words", words},
    {"link-types", link_types},
    {"helpers", reference_helpers},
    {"maps", reference_maps},
    {"program-types", reference_program_types},
    {"contexts", reference_contexts},
};

int main(int argc, char **argv)
{
	bool known = argc == 2 && strcmp(argv[1], "--list") == 0;

	for (size_t i = 0; i < SKEP_COUNT(pages) && argc == 2; i++) {
		if (strcmp(argv[1], "--list") == 0) {
			puts(pages[i].name);
		} else if (strcmp(argv[1], pages[i].name) == 0) {
			pages[i].print();
			known = true;
		}
	}
	if (!known)
		fprintf(stderr, "usage: reference --list | reference PAGE\n");
	return known ? 0 : 2;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The assembler. A line is tried against the patterns of every row; the instruction is the one row
 * that fits, and where none does, the error is where the best of them gave up. Labels and the names
 * of data are looked up when all lines are read: sorted once, then searched. */
#include <skep/asm.h>
#include <string.h>

#include "asm/data.h"
#include "asm/names.h"
#include "asm/pattern.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "isa/isa.h"

enum { NO_OPCODE = -1 }; /* none is written before an instruction */

/* An instruction that names what is not known yet: the label it goes to, or a map. */
struct use {
	const char *name; /* in the text */
	u32 length;	  /* bytes */
	u32 index;	  /* of the instruction */
	bool in_imm;	  /* where a jump has its distance */
};

struct uses {
	struct use *data;
	size_t count, room;
};

struct assembler {
	const char *text;
	struct skep_diag *d;
	struct {
		struct bpf_insn *data;
		size_t count, room;
	} insns;
	struct {
		const char **data; /* for each slot, where its instruction is in the text */
		size_t count, room;
	} places;
	struct skep_names labels; /* the instruction each stands before */
	struct skep_blocks blocks;
	struct uses jumps, maps;
};

static struct skep_place place_of(const struct assembler *a, const char *at, size_t length)
{
	return skep_place_text(a->text, (size_t)(at - a->text), length ? length : 1);
}

/* ---- one line */

/* Where the instruction of a line ends: before a comment and the blanks in front of it. */
static const char *code_end(const char *at, const char *end)
{
	const char *start = at;

	for (; at < end; at++) {
		bool slashes = at[0] == '/' && at + 1 < end && at[1] == '/';
		bool hash = at[0] == '#' && (at == start || strchr(" \t", at[-1]));

		if (*at == ';' || slashes || hash)
			break;
	}
	while (at > start && strchr(" \t\r", at[-1]))
		at--;
	return at;
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && strchr(" \t", *at))
		at++;
	return at;
}

/* A listing has the index before the opcode, `12: (15) if r1 == ...`: not a label, as one text may
 * hold several listings. `colon` is behind the name. */
static bool is_index(const char *name, const char *colon, const char *end)
{
	while (name < colon && *name >= '0' && *name <= '9')
		name++;
	return name == colon && end - colon >= 3 && colon[1] == ' ' && colon[2] == '(';
}

/* labels = { name ":" }; moves *at behind them. */
static bool read_labels(struct assembler *a, const char **at, const char *end)
{
	for (;;) {
		const char *name = *at = skip_blanks(*at, end), *behind = name;

		while (behind < end && skep_is_word(*behind))
			behind++;
		if (behind == name || behind == end || *behind != ':')
			return true;
		if (!is_index(name, behind, end) &&
		    !skep_names_add(&a->labels, (struct skep_name){name, (u32)(behind - name),
								   (u32)a->insns.count}))
			return skep_fail_nomem(a->d);
		*at = behind + 1;
	}
}

/* A listing has the opcode before the instruction: `(15) if r1 == ...`. Moves *at behind it;
 * returns NO_OPCODE if there is none. */
static int read_opcode(const char **at, const char *end)
{
	static const char hex[] = "0123456789abcdef";
	const char *start = *at, *high, *low;

	if (end - start < 4 || start[0] != '(' || start[3] != ')')
		return NO_OPCODE;
	high = strchr(hex, start[1]);
	low = strchr(hex, start[2]);
	if (!high || !low)
		return NO_OPCODE;
	*at = skip_blanks(start + 4, end);
	return (int)((high - hex) << 4 | (low - hex));
}

static void list_expected(struct skep_buffer *b, const struct skep_match *m)
{
	for (u32 i = 0; i < m->expected_count; i++) {
		const char *between = i == 0 ? "" : i + 1 == m->expected_count ? " or " : ", ";
		bool words =
		    m->expected_length[i] > 1 && memchr(m->expected[i], ' ', m->expected_length[i]);

		skep_buffer_printf(b, words ? "%s%.*s" : "%s'%.*s'", between,
				   (int)m->expected_length[i], m->expected[i]);
	}
}

/* The bytes at `at` up to a blank, at least one; 0 at the end of the line. */
static int shown_length(const char *at, const char *end)
{
	const char *behind = at;

	while (behind < end && behind - at < 40 && !strchr(" \t,()[]", *behind))
		behind++;
	return (int)(behind > at ? behind - at : end - at > 0);
}

static bool fail_start(struct assembler *a, const struct skep_match *m)
{
	int length = shown_length(m->at, m->end);

	skep_fail_at(a->d, SKEP_E_SYNTAX, place_of(a, m->at, (size_t)length),
		     "no instruction begins with '%.*s'", length, m->at);
	return skep_hint(a->d, "write `r1 += 2`, `if r1 > 5 goto +3`, `r0 = *(u32 *)(r1 +8)`, or "
			       "mnemonics: `add %%r1, 2`, `jgt %%r1, 5, +3`");
}

static bool fail_expected(struct assembler *a, const struct skep_match *m, int length)
{
	struct skep_buffer b = {0};
	char *list;

	list_expected(&b, m);
	list = skep_buffer_take(&b);
	if (!list)
		return skep_fail_nomem(a->d);
	if (length)
		skep_fail_at(a->d, SKEP_E_SYNTAX, place_of(a, m->far, (size_t)length),
			     "'%.*s' does not fit here", length, m->far);
	else
		skep_fail_at(a->d, SKEP_E_SYNTAX, place_of(a, m->far, 1),
			     "the line ends too early");
	skep_hint(a->d, "expected %s%s", list,
		  m->expected_count == SKEP_EXPECTED ? ", among others" : "");
	skep_free(list);
	return false;
}

static bool fail_line(struct assembler *a, const struct skep_match *m)
{
	int length = shown_length(m->far, m->end);

	if (m->why[0] && length)
		return skep_fail_at(
		    a->d, SKEP_E_SYNTAX, place_of(a, m->far, m->far_length), "'%.*s' %s",
		    length > (int)m->far_length ? length : (int)m->far_length, m->far, m->why);
	if (m->why[0])
		return skep_fail_at(a->d, SKEP_E_SYNTAX, place_of(a, m->far, 1),
				    "the end of the "
				    "line %s",
				    m->why);
	if (m->far == m->at)
		return fail_start(a, m);
	return fail_expected(a, m, length);
}

static bool match_line(struct skep_match *m, int opcode, enum skep_insn_id *id)
{
	for (*id = 0; *id < SKEP_INSN_COUNT; ++*id) {
		const struct skep_insn_row *row = skep_insn_row(*id);

		if (opcode != NO_OPCODE && row->opcode != opcode)
			continue;
		if (skep_pattern_match(m, row->text) || skep_pattern_match(m, row->word))
			return true;
	}
	/* Linux's log leaves the "ll" out. */
	*id = SKEP_INSN_LD_IMM64;
	return opcode == SKEP_OPCODE_WIDE && skep_pattern_match(m, "r$d = $w");
}

/* Says why a line with an opcode before it, at `start`, is no instruction of that opcode. */
static bool fail_listed(struct assembler *a, const struct skep_match *listed, const char *start)
{
	struct skep_match m = {.at = listed->at, .end = listed->end};
	enum skep_insn_id id;

	if (!match_line(&m, NO_OPCODE, &id))
		return fail_line(a, &m);
	return skep_fail_at(a->d, SKEP_E_SYNTAX, place_of(a, start, 4),
			    "'%.4s' stands before an instruction with opcode %02x", start,
			    skep_insn_row(id)->opcode);
}

static bool add_insn(struct assembler *a, const struct skep_match *m, enum skep_insn_id id)
{
	struct bpf_insn first = skep_insn_encode(id, m->insn[0]);
	u32 index = (u32)a->insns.count;

	if (m->label && !SKEP_PUSH(&a->jumps, ((struct use){m->label, m->label_length, index,
							    m->label_in_imm})))
		return skep_fail_nomem(a->d);
	if (m->map && !SKEP_PUSH(&a->maps, ((struct use){m->map, m->map_length, index, true})))
		return skep_fail_nomem(a->d);
	if (!SKEP_PUSH(&a->insns, first) || !SKEP_PUSH(&a->places, m->at))
		return skep_fail_nomem(a->d);
	if (first.code != SKEP_OPCODE_WIDE)
		return true;
	return (SKEP_PUSH(&a->insns, m->insn[1]) && SKEP_PUSH(&a->places, m->at)) ||
	       skep_fail_nomem(a->d);
}

/* Labels may begin with a dot, as directives do. */
static bool is_label(const char *at, const char *end)
{
	while (at < end && skep_is_word(*at))
		at++;
	return at < end && *at == ':';
}

static bool read_line(struct assembler *a, const char *at, const char *end)
{
	struct skep_match m = {0};
	enum skep_insn_id id;
	int opcode;

	at = skip_blanks(at, end);
	if (skep_is_directive(at, end) && !is_label(at, end))
		return skep_blocks_read(&a->blocks, at, end, a->d);
	end = code_end(at, end);
	if (!read_labels(a, &at, end))
		return false;
	m.at = at;
	opcode = read_opcode(&m.at, end);
	m.end = end;
	if (m.at == end)
		return true;
	if (match_line(&m, opcode, &id))
		return add_insn(a, &m, id);
	return opcode == NO_OPCODE ? fail_line(a, &m) : fail_listed(a, &m, at);
}

/* ---- labels */

static bool sort_labels(struct assembler *a)
{
	const struct skep_name *twice = skep_names_sort(&a->labels);

	return !twice || skep_fail_at(a->d, SKEP_E_SYNTAX, place_of(a, twice->text, twice->length),
				      "label '%.*s' stands here for the second time",
				      (int)twice->length, twice->text);
}

static bool resolve(struct assembler *a, const struct use *jump)
{
	const struct skep_name *label = skep_names_find(&a->labels, jump->name, jump->length);
	struct bpf_insn *insn = &a->insns.data[jump->index];
	s64 distance;

	if (!label && insn->code == (BPF_JMP | BPF_CALL))
		return skep_fail_at(a->d, SKEP_E_NAME, place_of(a, jump->name, jump->length),
				    "'%.*s' is neither a helper nor a label", (int)jump->length,
				    jump->name);
	if (!label) {
		skep_fail_at(a->d, SKEP_E_NAME, place_of(a, jump->name, jump->length),
			     "there is no label '%.*s'", (int)jump->length, jump->name);
		return skep_hint(a->d,
				 "a label is a line `%.*s:` before the instruction it names; "
				 "a distance has a sign, like +3",
				 (int)jump->length, jump->name);
	}
	distance = (s64)label->index - jump->index - 1;
	if (jump->in_imm) {
		insn->imm = (s32)distance;
		return true;
	}
	if (distance != (s16)distance) {
		skep_fail_at(
		    a->d, SKEP_E_RANGE, place_of(a, jump->name, jump->length),
		    "label '%.*s' is %lld instructions away, a jump reaches -32768 to 32767",
		    (int)jump->length, jump->name, (long long)distance);
		return skep_hint(a->d, "jump over a `gotol %.*s`", (int)jump->length, jump->name);
	}
	insn->off = (s16)distance;
	return true;
}

static bool resolve_map(struct assembler *a, const struct use *map)
{
	const struct skep_name *name = skep_names_find(&a->blocks.names, map->name, map->length);

	if (name) {
		a->insns.data[map->index].imm = (s32)name->index;
		return true;
	}
	skep_fail_at(a->d, SKEP_E_NAME, place_of(a, map->name, map->length),
		     "there is no data or map '%.*s'", (int)map->length, map->name);
	return skep_hint(a->d,
			 "a line `.data %.*s \"text\" 00ff` makes it, `.map %.*s` declares it",
			 (int)map->length, map->name, (int)map->length, map->name);
}

/* ---- the whole */

static bool read_text(struct assembler *a)
{
	for (const char *at = a->text; *at;) {
		const char *end = at + strcspn(at, "\n");

		if (!read_line(a, at, end))
			return false;
		at = end + (*end != 0);
	}
	if (!sort_labels(a) || !skep_blocks_close(&a->blocks, a->d))
		return false;
	for (size_t i = 0; i < a->maps.count; i++)
		if (!resolve_map(a, &a->maps.data[i]))
			return false;
	for (size_t i = 0; i < a->jumps.count; i++)
		if (!resolve(a, &a->jumps.data[i]))
			return false;
	return a->insns.count <= UINT32_MAX ||
	       skep_fail(a->d, SKEP_E_LIMIT, "more than %u instructions", UINT32_MAX);
}

/* The rules of all programs; what breaks one is shown in the text. */
static bool check(struct assembler *a)
{
	const char *at;

	if (skep_isa_check(a->insns.data, (u32)a->insns.count, a->d))
		return true;
	if (!a->d || a->d->place.kind != SKEP_PLACE_INSN)
		return false;
	at = a->places.data[a->d->place.at];
	a->d->place = place_of(a, at, (size_t)(code_end(at, at + strcspn(at, "\n")) - at));
	return false;
}

SKEP_API struct skep_prog *skep_prog_parse(enum skep_prog_type type, const char *text,
					   struct skep_diag *d)
{
	struct assembler a = {.text = text, .d = d, .blocks.text = text};
	struct skep_prog *prog = NULL;

	if (read_text(&a) && check(&a))
		prog = skep_prog_new(type, a.insns.data, (u32)a.insns.count, d);
	if (prog && !skep_blocks_add(&a.blocks, prog, d)) {
		skep_prog_free(prog);
		prog = NULL;
	}
	skep_free(a.insns.data);
	skep_free(a.places.data);
	skep_names_fini(&a.labels);
	skep_blocks_fini(&a.blocks);
	skep_free(a.jumps.data);
	skep_free(a.maps.data);
	return prog;
}

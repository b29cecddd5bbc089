/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/listing.h"

#include <string.h>

#include "asm/data.h"
#include "asm/print.h"
#include "base/diag.h"
#include "base/json.h"
#include "cli/insn_json.h"
#include "isa/isa.h"

/* What there is to say about one instruction. */
struct entry {
	u32 index;
	u32 slots; /* 1, or 2 */
	struct bpf_insn insn[2];
	const struct skep_insn_row *row; /* NULL: it is none */
	const char *why;		 /* it is none */
	struct skep_operand_names names;
	const struct skep_object_function *function; /* it belongs to; NULL: none */
	const struct skep_object_line *line;	     /* it begins; NULL: none */
	const char *external;			     /* what it refers to; NULL: nothing */
};

/* Names come from a file: what would leave its comment, or change a terminal, does not show. */
static void add_plain(struct skep_buffer *b, const char *text)
{
	for (; *text; text++)
		skep_buffer_bytes(b, (u8)*text < ' ' || *text == 0x7f ? "?" : text, 1);
}

static const char *function_label(const struct skep_object *object, s64 first)
{
	for (u32 low = 0, high = object->function_count; low < high;) {
		u32 middle = low + (high - low) / 2;
		const struct skep_object_function *f = &object->functions[middle];

		if (f->first == first)
			return f->is_label ? f->name : NULL;
		if (f->first < first)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* A call, or an address, of a function of the object is named after it. */
static const char *target_label(const struct skep_listing *l, const struct entry *e)
{
	bool names_function =
	    e->row && l->object && !e->external &&
	    ((e->row->kind == SKEP_KIND_CALL && e->row->op == SKEP_CALL_LOCAL) ||
	     (e->row->kind == SKEP_KIND_WIDE && e->row->op == SKEP_WIDE_FUNCTION));

	return names_function
		   ? function_label(l->object, skep_insn_target(e->row, e->insn, e->index))
		   : NULL;
}

/* Moves on in what the object knows, which is in the order of instructions. */
static void look_up(struct skep_listing *l, struct entry *e)
{
	const struct skep_object *o = l->object;

	if (!o)
		return;
	while (l->next_function < o->function_count &&
	       o->functions[l->next_function].first <= e->index)
		l->next_function++;
	if (l->next_function)
		e->function = &o->functions[l->next_function - 1];
	while (l->next_line < o->line_count && o->lines[l->next_line].insn <= e->index)
		if (o->lines[l->next_line++].insn == e->index)
			e->line = &o->lines[l->next_line - 1];
	while (l->next_extern < o->extern_count && o->externs[l->next_extern].insn <= e->index)
		e->external = o->externs[l->next_extern++].name;
}

static void note_error(struct skep_listing *l, struct skep_diag *d)
{
	if (d->place.kind == SKEP_PLACE_INSN)
		d->place = skep_place_offset(d->place.at * sizeof(struct bpf_insn));
	if (l->error_count < SKEP_LISTING_ERRORS)
		l->errors[l->error_count] = *d;
	l->error_count++;
}

/* An entry that is no instruction, and why; `d` must not move while it is used. */
static void note_none(struct skep_listing *l, struct entry *e, struct skep_diag *d)
{
	const char *colon = strchr(d->what, ':');

	note_error(l, d);
	/* The sentence begins with the number of the instruction, which the line has already. */
	e->why = colon ? colon + 2 : d->what;
}

static void add_fields(struct skep_buffer *b, const struct bpf_insn *insn)
{
	skep_buffer_printf(b, "%02x dst %u src %u off %d imm 0x%x", insn->code, insn->dst_reg,
			   insn->src_reg, insn->off, (u32)insn->imm);
}

static void add_bytes(struct skep_buffer *b, const struct entry *e)
{
	const u8 *bytes = (const u8 *)e->insn;

	for (size_t i = 0; i < e->slots * sizeof(e->insn[0]); i++)
		skep_buffer_printf(b, "%s%02x", i ? " " : "", bytes[i]);
}

static void add_function(struct skep_buffer *b, const struct skep_object_function *f)
{
	skep_buffer_text(b, "\n; section ");
	add_plain(b, f->section);
	skep_buffer_text(b, f->type ? ", program " : ", function ");
	add_plain(b, f->name);
	if (f->type)
		skep_buffer_printf(b, " (%s)", f->type);
	skep_buffer_printf(b, ", %u instruction%s\n", f->count, f->count == 1 ? "" : "s");
	if (f->is_label)
		skep_buffer_printf(b, "%s:\n", f->name);
}

/* Instructions of one line may be many, and differ in the column alone. */
static bool is_same_line(const struct skep_object_line *a, const struct skep_object_line *b)
{
	return a && a->number == b->number && strcmp(a->file, b->file) == 0;
}

static void add_source(struct skep_listing *l, struct skep_buffer *b,
		       const struct skep_object_line *line)
{
	if (is_same_line(l->shown, line) || (!line->text[0] && !line->number))
		return;
	l->shown = line;
	skep_buffer_text(b, "; ");
	add_plain(b, line->text);
	if (line->file[0]) {
		skep_buffer_text(b, " @ ");
		add_plain(b, line->file);
		skep_buffer_printf(b, ":%u", line->number);
	}
	skep_buffer_text(b, "\n");
}

static void add_text(struct skep_listing *l, struct skep_buffer *b, const struct entry *e)
{
	if (e->function && e->function->first == e->index) {
		add_function(b, e->function);
		l->shown = NULL;
	}
	if (e->line)
		add_source(l, b, e->line);
	if (!e->row) {
		skep_buffer_printf(b, "; %u: no instruction: ", e->index);
		add_fields(b, e->insn);
		skep_buffer_printf(b, ": %s", e->why);
	} else {
		skep_buffer_printf(b, "%u: (%02x) ", e->index, e->insn[0].code);
		skep_asm_print_named(b, e->insn, l->syntax, &e->names);
	}
	if (e->external) {
		skep_buffer_text(b, " ; extern ");
		add_plain(b, e->external);
	}
	if (l->bytes) {
		skep_buffer_text(b, " ; ");
		add_bytes(b, e);
	}
	skep_buffer_text(b, "\n");
}

static void add_key(struct skep_buffer *b, const char *key, const char *value)
{
	skep_buffer_printf(b, ",\"%s\":", key);
	skep_json_string(b, value);
}

static void add_json(struct skep_listing *l, struct skep_buffer *b, const struct entry *e)
{
	struct skep_buffer text = {0};

	skep_buffer_printf(b, "{\"index\":%u,", e->index);
	skep_json_insn(b, e->insn, e->slots);
	if (e->row)
		skep_asm_print_named(&text, e->insn, l->syntax, &e->names);
	add_key(b, e->row ? "text" : "error", e->row && text.data ? text.data : e->why);
	b->failed |= text.failed;
	skep_buffer_fini(&text);
	if (e->function) {
		add_key(b, "section", e->function->section);
		add_key(b, e->function->type ? "program" : "function", e->function->name);
	}
	if (e->external)
		add_key(b, "extern", e->external);
	if (e->line) {
		add_key(b, "source", e->line->text);
		add_key(b, "file", e->line->file);
		skep_buffer_printf(b, ",\"line\":%u", e->line->number);
	}
	skep_buffer_text(b, "}\n");
}

static void add_maps(const struct skep_listing *l, struct skep_buffer *b)
{
	if (l->json) {
		skep_json_data(b, l->prog);
		return;
	}
	for (u32 i = 0; l->object && i < l->prog->data_count; i++)
		if (l->object->maps[i])
			skep_buffer_printf(b, "; map %s: %s\n", l->prog->data[i].name,
					   l->object->maps[i]);
	skep_blocks_print(b, l->prog);
}

static void check(struct skep_listing *l)
{
	struct skep_diag d = {0};

	if (!l->error_count && !skep_isa_check(l->prog->insns, l->prog->count, &d))
		note_error(l, &d);
}

void skep_listing_print(struct skep_listing *l, struct skep_buffer *b)
{
	const struct skep_prog *prog = l->prog;
	struct entry e;

	add_maps(l, b);
	for (u32 i = 0; i < prog->count && !b->failed; i += e.slots) {
		struct skep_diag d = {0};

		e = (struct entry){.index = i, .slots = 1, .insn = {prog->insns[i]}};
		e.row = skep_insn_decode_at(prog->insns, prog->count, i, &d);
		if (e.row && e.row->kind == SKEP_KIND_WIDE)
			e.slots = 2;
		if (i + 1 < prog->count)
			e.insn[1] = prog->insns[i + 1];
		if (!e.row)
			note_none(l, &e, &d);
		look_up(l, &e);
		e.names.map = skep_asm_map_name(prog, e.insn);
		e.names.target = target_label(l, &e);
		if (l->json)
			add_json(l, b, &e);
		else
			add_text(l, b, &e);
	}
	check(l);
}

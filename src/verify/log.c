/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/log.h"

#include <stdio.h>
#include <string.h>

#include "asm/print.h"

/* ---- registers */

static void item(struct skep_buffer *b, const char **comma, const char *name, s64 value)
{
	skep_buffer_printf(b, "%s%s=%lld", *comma, name, (long long)value);
	*comma = ",";
}

static void print_map(struct skep_buffer *b, const char **comma, const struct skep_reg *r)
{
	const struct skep_map_desc *map = r->of;

	if (r->type != SKEP_REG_MAP && r->type != SKEP_REG_MAP_VALUE && r->type != SKEP_REG_MAP_KEY)
		return;
	skep_buffer_printf(b, "%smap=%s,ks=%u,vs=%u", *comma, map->name, map->key_size,
			   map->value_size);
	*comma = ",";
}

/* The ranges of what was added, without the word around them. */
static void print_added(struct skep_buffer *b, const char **comma, const struct skep_scalar *v)
{
	struct skep_buffer text = {0};
	size_t length;

	skep_scalar_print(&text, v);
	length = text.count;
	if (length > 8 && memcmp(text.data, "scalar(", 7) == 0) {
		skep_buffer_text(b, *comma);
		skep_buffer_bytes(b, text.data + 7, length - 8);
		*comma = ",";
	}
	skep_buffer_fini(&text);
}

static const char *trust_of(const struct skep_reg *r)
{
	return r->flags & SKEP_REG_F_UNTRUSTED ? "untrusted_"
	       : r->flags & SKEP_REG_F_PERCPU  ? "percpu_"
	       : r->flags & SKEP_REG_F_RCU     ? "rcu_"
	       : r->flags & SKEP_REG_F_TRUSTED ? "trusted_"
					       : "";
}

static void print_pointer(struct skep_buffer *b, const struct skep_reg *r)
{
	const char *comma = "";

	skep_buffer_printf(b, "%s%s%s%s(", trust_of(r), skep_reg_name(r), skep_reg_struct(r),
			   r->flags & SKEP_REG_F_NULL ? "_or_null" : "");
	if (r->id)
		item(b, &comma, "id", r->id);
	if (r->ref)
		item(b, &comma, "ref_obj_id", r->ref);
	print_map(b, &comma, r);
	if (r->off)
		item(b, &comma, "off", r->off);
	if (skep_reg_is_packet(r))
		item(b, &comma, "r", r->range);
	if (r->type == SKEP_REG_MEM)
		item(b, &comma, "sz", r->size);
	if (!skep_scalar_is_const(&r->v))
		print_added(b, &comma, &r->v);
	else if (r->v.t.value)
		item(b, &comma, "imm", (s64)r->v.t.value);
	skep_buffer_text(b, ")");
}

static void print_number(struct skep_buffer *b, const struct skep_reg *r)
{
	if (!r->id || skep_scalar_is_const(&r->v)) {
		skep_scalar_print(b, &r->v);
		return;
	}
	skep_buffer_printf(b, "scalar(id=%u%s", r->id, r->off ? "+" : "");
	if (r->off)
		skep_buffer_printf(b, "%d", r->off);
	print_added(b, &(const char *){","}, &r->v);
	skep_buffer_text(b, ")");
}

void skep_log_reg(struct skep_buffer *b, const struct skep_reg *r)
{
	if (r->type == SKEP_REG_SCALAR)
		print_number(b, r);
	else if (r->type == SKEP_REG_STACK && skep_scalar_is_const(&r->v))
		skep_buffer_printf(b, "fp%d", r->off + (s32)r->v.t.value);
	else
		print_pointer(b, r);
}

/* ---- states */

static void print_slot(struct skep_buffer *b, const struct skep_slot *s, u32 number)
{
	static const char letters[] = "?rm0diq";
	char bytes[9] = {0};

	/* The highest address first, as Linux counts the bytes of a slot. */
	for (u32 i = 0; i < 8; i++)
		bytes[i] = letters[s->bytes[7 - i]];
	if (strcmp(bytes, "????????") == 0)
		return;
	skep_buffer_printf(b, " fp-%u=", 8 * (number + 1));
	if (strcmp(bytes, "rrrrrrrr") == 0)
		skep_log_reg(b, &s->reg);
	else
		skep_buffer_text(b, bytes);
}

void skep_log_state(struct skep_buffer *b, const struct skep_vstate *s)
{
	const struct skep_frame *f = skep_state_frame(s);

	if (f->number)
		skep_buffer_printf(b, " frame%u:", f->number);
	for (u32 n = 0; n < SKEP_REGISTERS; n++) {
		if (f->r[n].type == SKEP_REG_NONE)
			continue;
		skep_buffer_printf(b, " R%u=", n);
		skep_log_reg(b, &f->r[n]);
	}
	for (u32 n = 0; n < f->slot_count; n++)
		print_slot(b, &f->slots[n], n);
	if (s->ref_count)
		skep_buffer_printf(b, " refs=%u", s->ref_count);
}

/* ---- lines */

const struct skep_verify_line *skep_log_line_of(const struct skep_verify_input *in, u32 insn)
{
	u32 low = 0, high = in->line_count;

	while (low < high) {
		u32 middle = low + (high - low) / 2;

		if (in->lines[middle].insn <= insn)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &in->lines[low - 1] : NULL;
}

const struct skep_verify_line *skep_log_line(const struct skep_verify_input *in, u32 insn)
{
	const struct skep_verify_line *line = skep_log_line_of(in, insn);

	return line && line->insn == insn ? line : NULL;
}

/* ---- watching */

static void begin(struct skep_log_watch *l, struct skep_walk *w)
{
	l->begun = true;
	skep_buffer_printf(l->b, "%u:", w->now->insn);
	skep_log_state(l->b, w->now);
	skep_buffer_text(l->b, "\n");
}

static void before(struct skep_walk *w, void *data)
{
	struct skep_log_watch *l = data;
	const struct skep_verify_line *line = skep_log_line(w->in, w->now->insn);
	const struct skep_vinsn *i = skep_walk_insn(w);

	if (!l->begun)
		begin(l, w);
	if (line && line->text[0])
		skep_buffer_printf(l->b, "; %s @ %s:%u\n", line->text, line->file, line->line);
	skep_buffer_printf(l->b, "%u: (%02x) ", w->now->insn, w->in->insns[w->now->insn].code);
	if (i->flags & SKEP_VI_MALFORMED)
		skep_buffer_text(l->b, "?");
	else
		skep_asm_print(l->b, &w->in->insns[w->now->insn], SKEP_SYNTAX_LINUX);
	l->before = *skep_walk_frame(w);
	l->depth = w->now->depth;
}

static bool changed(const struct skep_reg *a, const struct skep_reg *b)
{
	return a->type != b->type || a->off != b->off || a->id != b->id || a->range != b->range ||
	       a->flags != b->flags || a->of != b->of || !skep_scalar_equal(&a->v, &b->v);
}

static void print_changes(struct skep_log_watch *l, const struct skep_frame *f)
{
	const char *open = " ;";

	for (u32 n = 0; n < SKEP_REGISTERS; n++) {
		if (f->r[n].type == SKEP_REG_NONE || !changed(&l->before.r[n], &f->r[n]))
			continue;
		skep_buffer_printf(l->b, "%s R%u=", open, n);
		skep_log_reg(l->b, &f->r[n]);
		open = "";
	}
	for (u32 n = 0; n < f->slot_count; n++) {
		if (n < l->before.slot_count &&
		    !memcmp(l->before.slots[n].bytes, f->slots[n].bytes, 8) &&
		    !changed(&l->before.slots[n].reg, &f->slots[n].reg))
			continue;
		skep_buffer_text(l->b, open);
		open = "";
		print_slot(l->b, &f->slots[n], n);
	}
}

static void after(struct skep_walk *w, void *data)
{
	struct skep_log_watch *l = data;

	if (w->now && w->now->depth == l->depth && skep_walk_frame(w)->func == l->before.func)
		print_changes(l, skep_walk_frame(w));
	skep_buffer_text(l->b, "\n");
	if (w->now && w->now->depth != l->depth)
		l->begun = false;
}

void skep_log_watch_init(struct skep_log_watch *l, struct skep_buffer *b)
{
	memset(l, 0, sizeof(*l));
	l->b = b;
	l->watch = (struct skep_watch){.data = l, .before = before, .after = after};
}

void skep_log_stats(struct skep_buffer *b, const struct skep_verify_stats *s, u64 budget)
{
	skep_buffer_printf(
	    b,
	    "processed %llu insns (limit %llu) max_states_per_insn %u total_states %llu "
	    "peak_states %llu mark_read 0\n",
	    (unsigned long long)s->visited, (unsigned long long)budget, s->max_states_per_insn,
	    (unsigned long long)s->states, (unsigned long long)s->peak_states);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Why: the part of a refused path that the refusal depends on, and the check that looked
 * sufficient.
 *
 * The path is followed again, and each instruction leaves an event: the places (registers, stack
 * slots) that it reads and the one that it writes. Going backward from the refusal, an event is
 * kept if it writes a place that is wanted, and then what it reads is wanted in its stead; a jump
 * is kept if it tests such a place. Values are numbered: a copy has the number of what it copies,
 * and what is made from a value remembers it. A test of a value of the same origin that did not
 * narrow the one in question is the check that looked sufficient. */
#include "verify/story.h"

#include <string.h>

#include "asm/print.h"
#include "base/array.h"
#include "verify/log.h"

enum {
	PLACES = 80,	 /* of a frame: registers, then slots of the stack */
	SLOTS_FROM = 16, /* the first slot's place */
	NOWHERE = UINT16_MAX,
	EVENTS = 1 << 18, /* longer paths are told from their end */
	STEPS = 40,	  /* told at most: the newest */
};

/* How a value was made from another. */
enum how { NEW, TO_32_BITS, SIGNED, ADDED, CHANGED };

struct value {
	u32 from; /* number; 0: none */
	u32 event;
	u8 how; /* enum how */
};

struct event {
	u32 insn;
	u16 write;   /* place; NOWHERE: none */
	u16 read[2]; /* places */
	u8 depth;
	bool jump, taken, call;
	u32 value; /* number of what is written, or tested */
	struct skep_reg
	    after; /* what is written; for jumps the first operand as it is then known */
};

struct recorder {
	struct skep_watch watch;
	struct {
		struct event *data;
		size_t count, room;
	} events;
	struct {
		struct value *data;
		size_t count, room;
	} values;
	u32 number[SKEP_CALL_FRAMES * PLACES]; /* of the value in each place */
	u16 result; /* the place where the current instruction leaves its result */
	bool failed;
};

/* ---- recording */

static u16 reg_place(u32 depth, u32 reg)
{
	return (u16)((depth - 1) * PLACES + reg);
}

/* The slot that an address on the stack lies in, or NOWHERE. */
static u16 memory_place(const struct skep_walk *w, u32 reg, s32 off)
{
	const struct skep_reg *r = skep_walk_reg(w, reg);
	s64 at = (s64)r->off + off + (s64)r->v.t.value;

	if (r->type != SKEP_REG_STACK || !skep_scalar_is_const(&r->v) || at >= 0 ||
	    at < -SKEP_STACK_FRAME)
		return NOWHERE;
	return (u16)(r->frame * PLACES + SLOTS_FROM + (u32)(-at - 1) / 8);
}

static void note_alu(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	e->write = reg_place(w->now->depth, i->dst);
	if (i->from == SKEP_FROM_X)
		e->read[1] = reg_place(w->now->depth, i->src);
	if (i->op != SKEP_ALU_MOV && i->op != SKEP_ALU_MOVSX8 && i->op != SKEP_ALU_MOVSX16 &&
	    i->op != SKEP_ALU_MOVSX32)
		e->read[0] = e->write;
}

static void note_jump(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	e->jump = true;
	e->read[0] = reg_place(w->now->depth, i->dst);
	if (i->from == SKEP_FROM_X)
		e->read[1] = reg_place(w->now->depth, i->src);
}

static void note_load(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	u16 slot = memory_place(w, i->src, i->off);

	e->write = reg_place(w->now->depth, i->dst);
	e->read[0] = slot == NOWHERE ? reg_place(w->now->depth, i->src) : slot;
}

static void note_store(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	e->write = memory_place(w, i->dst, i->off);
	if (i->from == SKEP_FROM_X)
		e->read[0] = reg_place(w->now->depth, i->src);
}

static void note_wide(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	e->write = reg_place(w->now->depth, i->dst);
}

static void note_call(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	(void)i;
	e->call = true;
	e->write = reg_place(w->now->depth, 0);
}

static void note_nothing(const struct skep_walk *w, const struct skep_vinsn *i, struct event *e)
{
	(void)w;
	(void)i;
	(void)e;
}

static void (*const notes[])(const struct skep_walk *w, const struct skep_vinsn *i,
			     struct event *e) = {
    [SKEP_KIND_ALU] = note_alu,	    [SKEP_KIND_JUMP] = note_jump,    [SKEP_KIND_JA] = note_nothing,
    [SKEP_KIND_CALL] = note_call,   [SKEP_KIND_EXIT] = note_nothing, [SKEP_KIND_LOAD] = note_load,
    [SKEP_KIND_STORE] = note_store, [SKEP_KIND_ATOMIC] = note_store, [SKEP_KIND_WIDE] = note_wide,
    [SKEP_KIND_PACKET] = note_call, [SKEP_KIND_MAY] = note_nothing,  [SKEP_KIND_CAST] = note_alu,
};

static void before(struct skep_walk *w, void *data)
{
	struct recorder *r = data;
	const struct skep_vinsn *i = skep_walk_insn(w);
	struct event e = {.insn = w->now->insn,
			  .write = NOWHERE,
			  .read = {NOWHERE, NOWHERE},
			  .depth = (u8)w->now->depth};

	if (r->events.count == EVENTS)
		r->failed = true;
	if (r->failed)
		return;
	if (!(i->flags & SKEP_VI_MALFORMED))
		notes[i->kind](w, i, &e);
	r->failed = !SKEP_PUSH(&r->events, e);
}

/* How an instruction makes its result from what it reads first. */
static enum how how_made(const struct skep_vinsn *i)
{
	if (i->kind != SKEP_KIND_ALU)
		return NEW;
	if (i->op == SKEP_ALU_MOV)
		return i->from == SKEP_FROM_K ? NEW : TO_32_BITS;
	if (i->op == SKEP_ALU_MOVSX8 || i->op == SKEP_ALU_MOVSX16 || i->op == SKEP_ALU_MOVSX32)
		return SIGNED;
	return i->op == SKEP_ALU_ADD && i->from == SKEP_FROM_K ? ADDED : CHANGED;
}

/* A copy keeps the number of its value. */
static bool is_copy(const struct skep_vinsn *i, const struct event *e)
{
	if (i->kind == SKEP_KIND_ALU)
		return i->op == SKEP_ALU_MOV && i->from == SKEP_FROM_X && i->bits == 64;
	if (i->kind == SKEP_KIND_STORE)
		return e->write != NOWHERE && i->bits == 64 && i->from == SKEP_FROM_X;
	return i->kind == SKEP_KIND_LOAD && i->bits == 64 && e->read[0] != NOWHERE &&
	       e->read[0] % PLACES >= SLOTS_FROM;
}

static u16 source(const struct event *e)
{
	return e->read[0] != NOWHERE ? e->read[0] : e->read[1];
}

static void number_value(struct recorder *r, const struct skep_vinsn *i, struct event *e)
{
	u16 from = source(e);
	u32 number = from == NOWHERE ? 0 : r->number[from];

	if (!is_copy(i, e) || !number) {
		enum how how = how_made(i);

		if (!SKEP_PUSH(&r->values, ((struct value){.from = how == NEW ? 0 : number,
							   .event = (u32)r->events.count - 1,
							   .how = (u8)how})))
			r->failed = true;
		number = (u32)r->values.count - 1;
	}
	e->value = number;
	r->number[e->write] = number;
}

static const struct skep_reg *content(const struct skep_walk *w, u16 place)
{
	const struct skep_frame *f = w->now->frames[place / PLACES];
	u32 at = place % PLACES;

	return at < SLOTS_FROM ? &f->r[at] : &f->slots[at - SLOTS_FROM].reg;
}

static void enter_function(struct recorder *r, const struct skep_walk *w)
{
	for (u32 n = 1; n <= 5; n++)
		r->number[reg_place(w->now->depth, n)] = r->number[reg_place(w->now->depth - 1, n)];
}

static void after(struct skep_walk *w, void *data)
{
	struct recorder *r = data;
	struct event *e = &r->events.data[r->events.count - 1];
	const struct skep_vinsn *i = &w->code.insns[e->insn];

	if (r->failed || !w->now)
		return;
	if (w->now->depth > e->depth) {
		e->write = NOWHERE;
		enter_function(r, w);
		return;
	}
	if (e->jump) {
		e->taken = w->now->insn == i->target;
		e->value = r->number[e->read[0]];
		e->after = *content(w, e->read[0]);
	} else if (e->write != NOWHERE && e->write / PLACES < w->now->depth) {
		number_value(r, i, e);
		e->after = *content(w, e->write);
	}
}

/* ---- the slice */

struct slice {
	struct skep_walk *w;
	struct recorder *r;
	bool wanted[SKEP_CALL_FRAMES * PLACES];
	u32 kept[STEPS]; /* events, newest first */
	u32 count;
};

static void want(struct slice *s, u16 place)
{
	if (place != NOWHERE && place % PLACES != 10)
		s->wanted[place] = true;
}

static bool clobbers(const struct slice *s, const struct event *e)
{
	for (u32 n = 1; e->call && n <= 5; n++)
		if (s->wanted[reg_place(e->depth, n)])
			return true;
	return false;
}

static void keep(struct slice *s, u32 index)
{
	if (s->count < STEPS)
		s->kept[s->count++] = index;
}

/* Arguments become what the caller has in its registers. */
static void leave_function(struct slice *s, const struct event *e)
{
	for (u32 n = 1; n <= 5; n++) {
		u16 inside = reg_place(e->depth + 1u, n);

		if (e->depth < SKEP_CALL_FRAMES && s->wanted[inside])
			want(s, reg_place(e->depth, n));
		if (e->depth < SKEP_CALL_FRAMES)
			s->wanted[inside] = false;
	}
}

static void look_at(struct slice *s, u32 index)
{
	const struct event *e = &s->r->events.data[index];

	if (e->call && e->write == NOWHERE)
		leave_function(s, e);
	if (e->jump) {
		if (s->wanted[e->read[0]] || (e->read[1] != NOWHERE && s->wanted[e->read[1]]))
			keep(s, index);
		return;
	}
	if (clobbers(s, e)) {
		keep(s, index);
		for (u32 n = 1; n <= 5; n++)
			s->wanted[reg_place(e->depth, n)] = false;
	}
	if (e->write == NOWHERE || !s->wanted[e->write])
		return;
	keep(s, index);
	s->wanted[e->write] = false;
	want(s, e->read[0]);
	want(s, e->read[1]);
}

static void cut(struct slice *s, u32 blame)
{
	u32 last = (u32)s->r->events.count - 1;
	const struct event *e = &s->r->events.data[last];

	want(s, reg_place(e->depth, blame));
	for (u32 i = last; i-- > 0;)
		look_at(s, i);
}

/* What is held was got somewhere, and every branch since then is part of the story. */
static void cut_held(struct slice *s)
{
	u32 got = s->w->now->refs[0].insn;

	for (u32 i = (u32)s->r->events.count - 1; i-- > 0;) {
		const struct event *e = &s->r->events.data[i];

		if (e->jump || e->insn == got)
			keep(s, i);
		if (e->insn == got)
			return;
	}
}

static bool is_held(const struct skep_walk *w, enum skep_rule rule)
{
	return (rule == SKEP_RULE_REFERENCE || rule == SKEP_RULE_LOCK) && w->now &&
	       w->now->ref_count;
}

/* ---- what is said of each step */

static char *finish(struct skep_buffer *b, struct skep_arena *arena)
{
	char *text = b->failed ? NULL : skep_arena_text(arena, b->data ? b->data : "", b->count);

	skep_buffer_fini(b);
	return text;
}

static void print_place(struct skep_buffer *b, u16 place)
{
	u32 at = place % PLACES;

	if (at < SLOTS_FROM)
		skep_buffer_printf(b, "r%u", at);
	else
		skep_buffer_printf(b, "the stack at %d", -8 * (s32)(at - SLOTS_FROM + 1));
}

static char *describe(const struct slice *s, const struct event *e, struct skep_arena *arena)
{
	struct skep_buffer b = {0};

	if (e->jump) {
		skep_buffer_text(&b, e->taken ? "taken: " : "not taken: ");
		print_place(&b, e->read[0]);
	} else if (e->write != NOWHERE && e->after.type != SKEP_REG_NONE) {
		print_place(&b, e->write);
	} else {
		skep_buffer_text(&b, "r1 to r5 have no value behind a call");
		return finish(&b, arena);
	}
	skep_buffer_text(&b, " is ");
	skep_log_reg(&b, &e->after);
	(void)s;
	return finish(&b, arena);
}

/* ---- the check that looked sufficient */

/* The number in question: what was added to a pointer last, or the register itself. */
static u32 number_in_question(const struct slice *s, u32 blame)
{
	const struct event *last = &s->r->events.data[s->r->events.count - 1];

	for (u32 i = 0; i < s->count; i++) {
		const struct event *e = &s->r->events.data[s->kept[i]];

		if (!e->jump && e->read[1] != NOWHERE && skep_reg_is_pointer(&e->after) &&
		    s->w->code.insns[e->insn].kind == SKEP_KIND_ALU &&
		    s->w->code.insns[e->insn].op == SKEP_ALU_ADD)
			return s->r->number[e->read[1]];
	}
	return s->r->number[reg_place(last->depth, blame)];
}

/* How far a value is made from the one that was tested: the first step away from it. */
static const struct value *made_from(const struct slice *s, u32 number, u32 tested)
{
	const struct value *v = &s->r->values.data[number], *last = NULL;

	while (number && number != tested) {
		last = v;
		number = v->from;
		v = &s->r->values.data[number];
	}
	return number == tested ? last : NULL;
}

static const char *const changes[] = {
    [NEW] = "was loaded anew",
    [TO_32_BITS] = "is a copy of its low 32 bits",
    [SIGNED] = "was made from it with sign extension",
    [ADDED] = "had a number added",
    [CHANGED] = "was made from it by other arithmetic",
};

/* A signed comparison that was to be an upper bound. */
static bool lets_negative(const struct skep_vinsn *i, const struct skep_reg *after)
{
	bool with_sign = i->op == SKEP_JUMP_JSGT || i->op == SKEP_JUMP_JSGE ||
			 i->op == SKEP_JUMP_JSLT || i->op == SKEP_JUMP_JSLE;

	return with_sign && (i->bits == 32 ? after->v.smin32 < 0 : after->v.smin < 0);
}

static char *explain_test(const struct slice *s, const struct event *e, u32 number,
			  struct skep_arena *arena)
{
	const struct skep_vinsn *i = &s->w->code.insns[e->insn];
	const struct value *made = made_from(s, number, e->value),
			   *tested = made_from(s, e->value, number);
	struct skep_buffer b = {0};

	if (lets_negative(i, &e->after))
		skep_buffer_text(&b,
				 "it compares as signed numbers, and lets negative ones through");
	else if (made)
		skep_buffer_printf(
		    &b,
		    "what is used %s at instruction %u, and what is learnt of the one "
		    "is not known of the other",
		    changes[made->how], s->r->events.data[made->event].insn);
	else if (tested)
		skep_buffer_printf(
		    &b, "what is tested %s at instruction %u: it is not the number that is used",
		    changes[tested->how], s->r->events.data[tested->event].insn);
	else if (i->bits == 32 && e->after.v.umax > UINT32_MAX)
		skep_buffer_text(&b,
				 "it looks at the low 32 bits alone, the upper ones stay unknown");
	else
		skep_buffer_text(&b, "it leaves more than is allowed");
	return finish(&b, arena);
}

/* The newest test of a value that is, or was made from, the one in question. */
static void find_lost(const struct slice *s, u32 blame, struct skep_arena *arena,
		      struct skep_reason *reason)
{
	u32 number = number_in_question(s, blame);

	for (u32 i = (u32)s->r->events.count; number && i-- > 0;) {
		const struct event *e = &s->r->events.data[i];

		if (!e->jump || !e->value || e->after.type != SKEP_REG_SCALAR)
			continue;
		if (e->value != number && !made_from(s, number, e->value) &&
		    !made_from(s, e->value, number))
			continue;
		reason->lost = explain_test(s, e, number, arena);
		reason->lost_insn = e->insn;
		return;
	}
}

/* ---- the whole */

static void write_steps(const struct slice *s, struct skep_arena *arena, struct skep_reason *reason)
{
	struct skep_reason_step *steps = skep_arena_array(arena, s->count + 1, sizeof(*steps));

	if (!steps)
		return;
	for (u32 i = 0; i < s->count; i++) {
		const struct event *e = &s->r->events.data[s->kept[s->count - 1 - i]];

		steps[i] =
		    (struct skep_reason_step){.insn = e->insn, .note = describe(s, e, arena)};
		if (!steps[i].note)
			return;
	}
	reason->steps = steps;
	reason->step_count = s->count;
}

static bool has_value_in_question(enum skep_rule rule)
{
	return rule == SKEP_RULE_BOUNDS || rule == SKEP_RULE_ARITHMETIC || rule == SKEP_RULE_SIZE ||
	       rule == SKEP_RULE_PACKET_BOUNDS || rule == SKEP_RULE_STACK;
}

void skep_story_tell(struct skep_walk *w, struct skep_arena *arena, struct skep_reason *reason)
{
	struct recorder *r = skep_arena_alloc(&w->arena, sizeof(*r));
	struct slice *s = skep_arena_alloc(&w->arena, sizeof(*s));
	struct skep_diag again = {0};
	u32 blame = w->blame;

	if (!r || !s)
		return;
	r->watch = (struct skep_watch){.data = r, .before = before, .after = after};
	s->w = w;
	s->r = r;
	/* Number 0 is no value. */
	if (SKEP_PUSH(&r->values, (struct value){0}) && skep_walk_again(w, &r->watch, &again) &&
	    !r->failed && r->events.count) {
		if (is_held(w, reason->rule))
			cut_held(s);
		else
			cut(s, blame);
		write_steps(s, arena, reason);
		if (has_value_in_question(reason->rule))
			find_lost(s, blame, arena, reason);
	}
	skep_free(r->events.data);
	skep_free(r->values.data);
}

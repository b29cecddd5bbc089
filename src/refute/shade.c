/* SPDX-License-Identifier: BSD-2-Clause */
#include "refute/shade.h"

#include <linux/bpf.h>
#include <string.h>

#include "vm/frame.h"

static bool within(u64 address, u64 start, u64 end)
{
	return address >= start && address < end;
}

u32 refute_value_size(const struct refute_world *w, const struct refute_choice *c, u32 element)
{
	return w->maps[c->elements[element].map]->shape.value_size;
}

/* ---- elements */

/* The element of a map that the program asks for, as it is before the run; -1: there is no room. */
static s32 element_of(struct refute_follow *f, u32 map, const void *key)
{
	struct skep_map *from = f->world->in->maps[map];
	u32 size = from->shape.key_size, value_size = from->shape.value_size;
	struct refute_choice *c = f->choice;
	struct refute_element *e;
	const void *value;

	for (u32 i = 0; i < c->element_count; i++)
		if (c->elements[i].map == map && memcmp(c->elements[i].key, key, size) == 0)
			return (s32)i;
	if (c->element_count == REFUTE_ELEMENTS || size > REFUTE_KEY)
		return -1;
	e = &c->elements[c->element_count];
	*e = (struct refute_element){.map = map};
	memcpy(e->key, key, size);
	value = refute_world_variables(from);
	if (value)
		memcpy(e->value, value, value_size < REFUTE_VALUE ? value_size : REFUTE_VALUE);
	return (s32)c->element_count++;
}

/* ---- calls */

static s32 map_of(const struct refute_world *w, u64 handle)
{
	for (u32 i = 0; i < w->in->in->map_count; i++)
		if (skep_map_handle(w->maps[i]) == handle)
			return (s32)i;
	return -1;
}

/* Helpers whose result nothing binds. */
static u32 free_result(s32 helper)
{
	switch (helper) {
	case BPF_FUNC_get_prandom_u32:
		return 4;
	case BPF_FUNC_ktime_get_ns:
	case BPF_FUNC_ktime_get_boot_ns:
	case BPF_FUNC_ktime_get_coarse_ns:
	case BPF_FUNC_ktime_get_tai_ns:
	case BPF_FUNC_get_current_pid_tgid:
	case BPF_FUNC_get_current_uid_gid:
	case BPF_FUNC_jiffies64:
		return 8;
	default:
		return 0;
	}
}

void refute_shade_call(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	struct refute_pending p = {.helper = insn->imm, .at = f->at, .element = -1};
	s32 map;

	if (row->op == SKEP_CALL_LOCAL)
		return;
	memset(f->regs, 0, 6 * sizeof(f->regs[0]));
	if (row->op != SKEP_CALL_HELPER)
		return;
	if (p.helper == BPF_FUNC_map_lookup_elem) {
		map = map_of(f->world, r[1]);
		if (map >= 0)
			p.element = element_of(f, (u32)map, (const void *)(uintptr_t)r[2]);
	} else if (p.helper == BPF_FUNC_skb_load_bytes) {
		p.offset = (u32)r[2];
		p.to = r[3];
		p.size = (u32)r[4];
	}
	f->pending = p;
}

static void settle_lookup(struct refute_follow *f, u64 value)
{
	u32 element = (u32)f->pending.element;

	f->regs[0] = (struct refute_shade){
	    .term = refute_term_part(
		&f->terms, (struct refute_term){.part = REFUTE_PART_PRESENT, .which = element}),
	    .base = REFUTE_BASE_VALUE,
	    .which = (u8)element};
	f->world->addresses[element] = value;
}

static void settle_result(struct refute_follow *f, u32 size, u64 *r)
{
	for (u32 i = 0; i < f->choice->result_count; i++)
		if (f->choice->results[i].at == f->pending.at)
			r[0] = f->choice->results[i].value;
	f->regs[0].term = refute_term_part(
	    &f->terms,
	    (struct refute_term){.part = REFUTE_PART_RESULT, .which = f->pending.at, .size = size});
}

/* Bytes from the packet are on the stack now; or the packet has too few. */
static void settle_copy(struct refute_follow *f, const struct skep_run *run, const u64 *r)
{
	const struct skep_packet_room *room = refute_world_room(f->world);
	u64 start = (u64)(uintptr_t)room->data - refute_world_packet(f->world);
	u64 from = start + f->pending.offset, at = f->pending.to - run->stack_start;

	f->regs[0].term =
	    refute_term_part(&f->terms, (struct refute_term){.part = REFUTE_PART_LONGER,
							     .bias = from + f->pending.size});
	for (u64 i = 0; !r[0] && i < f->pending.size; i++) {
		u64 byte = at + i;

		if (byte >= sizeof(f->slots) / sizeof(f->slots[0]) * 8)
			return;
		f->slots[byte / 8].shade = (struct refute_shade){0};
		f->slots[byte / 8].size = 0;
		f->slots[byte / 8].from_packet = (u32)(1 + from + i - byte % 8);
	}
}

static void settle_frames(struct refute_follow *f, const struct skep_run *run, const u64 *r)
{
	u32 depth = (u32)((r[10] - run->stack_start) / SKEP_STACK_FRAME) - 1;

	if (depth >= SKEP_CALL_FRAMES || depth == f->depth)
		return;
	if (depth > f->depth) {
		memcpy(f->kept[f->depth], &f->regs[6], sizeof(f->kept[0]));
		memset(&f->regs[6], 0, sizeof(f->kept[0]));
	} else {
		memcpy(&f->regs[6], f->kept[depth], sizeof(f->kept[0]));
	}
	f->depth = depth;
}

void refute_shade_settle(struct refute_follow *f, const struct skep_run *run, u64 *r)
{
	struct refute_pending *p = &f->pending;
	u32 size = free_result(p->helper);

	settle_frames(f, run, r);
	f->regs[10].base = REFUTE_BASE_STACK;
	if (p->helper == BPF_FUNC_map_lookup_elem && p->element >= 0)
		settle_lookup(f, r[0]);
	else if (p->helper == BPF_FUNC_skb_load_bytes && refute_world_room(f->world))
		settle_copy(f, run, r);
	else if (size)
		settle_result(f, size, r);
	p->helper = 0;
}

/* ---- memory that helpers are given */

bool refute_argument_size(const struct refute_world *w, const struct skep_helper_row *row, u32 i,
			  const u64 *r, u64 *size)
{
	const struct skep_arg *a = &row->args[i];
	s32 map = map_of(w, r[1]);

	if (a->kind == SKEP_ARG_MEM) {
		*size = a->size ? a->size : i < 4 ? r[i + 2] : 0;
		return true;
	}
	if (map < 0 || (a->kind != SKEP_ARG_MAP_KEY && a->kind != SKEP_ARG_MAP_VALUE))
		return false;
	*size = a->kind == SKEP_ARG_MAP_KEY ? w->maps[map]->shape.key_size
					    : w->maps[map]->shape.value_size;
	return true;
}

/* ---- arithmetic */

void refute_shade_alu(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	bool from_register = row->from == SKEP_FROM_X;
	struct refute_shade *dst = &f->regs[insn->dst_reg], other = from_register
									? f->regs[insn->src_reg]
									: (struct refute_shade){0};
	struct refute_term op = {.op = row->op,
				 .bits = row->bits,
				 /* Where things lie is not for the input to say. */
				 .left = dst->base ? 0 : dst->term,
				 .right = other.base ? 0 : other.term,
				 .x = r[insn->dst_reg],
				 .y = from_register ? r[insn->src_reg] : (u64)(s64)insn->imm};

	if (row->op == SKEP_ALU_MOV || row->op == SKEP_ALU_MOVSX8 || row->op == SKEP_ALU_MOVSX16 ||
	    row->op == SKEP_ALU_MOVSX32) {
		op.left = 0;
		op.right = other.term;
		*dst = other;
		if (row->op == SKEP_ALU_MOV && row->bits == 64)
			return;
	} else if (!dst->base) {
		dst->base = other.base;
		dst->which = other.which;
	}
	dst->marked |= other.marked;
	dst->term = op.left || op.right ? refute_term_op(&f->terms, op) : 0;
}

void refute_shade_wide(struct refute_follow *f, const struct bpf_insn *insn)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	struct refute_shade *dst = &f->regs[insn->dst_reg];
	u8 key[REFUTE_KEY] = {0};
	s32 element;

	*dst = (struct refute_shade){0};
	if (row->op != SKEP_WIDE_MAP_IDX_VALUE)
		return;
	element = element_of(f, (u32)insn->imm, key);
	if (element < 0)
		return;
	*dst = (struct refute_shade){.base = REFUTE_BASE_VALUE, .which = (u8)element};
	f->world->addresses[element] = refute_world_find(f->world, (u32)insn->imm, key);
}

/* ---- loads and stores */

struct access {
	u8 base, which;
	u64 address;
	u32 size, reg; /* reg: what is loaded into or stored from */
	s32 off;
};

static bool is_constant(const struct refute_follow *f, u32 element)
{
	return f->world->in->in->maps[f->choice->elements[element].map]->frozen;
}

static struct refute_shade load_packet(struct refute_follow *f, const struct access *a)
{
	u64 at = a->address - refute_world_packet(f->world);
	struct refute_term part = {.part = REFUTE_PART_BYTES, .at = (u32)at, .size = a->size};

	if (at >= REFUTE_PACKET)
		return (struct refute_shade){0};
	return (struct refute_shade){.term = refute_term_part(&f->terms, part)};
}

static struct refute_shade load_value(struct refute_follow *f, const struct access *a)
{
	u64 at = a->address - f->world->addresses[a->which];
	struct refute_term part = {
	    .part = REFUTE_PART_VALUE, .which = a->which, .at = (u32)at, .size = a->size};

	if (at >= REFUTE_VALUE || is_constant(f, a->which))
		return (struct refute_shade){0};
	return (struct refute_shade){.term = refute_term_part(&f->terms, part)};
}

static struct refute_slot *slot_at(struct refute_follow *f, const struct access *a)
{
	const struct skep_run *run = &f->world->stage->run;
	u64 at = a->address - run->stack_start;

	return within(a->address, run->stack_start,
		      run->stack_start + SKEP_CALL_FRAMES * SKEP_STACK_FRAME)
		   ? &f->slots[at / 8]
		   : NULL;
}

static struct refute_shade load_stack(struct refute_follow *f, const struct access *a)
{
	struct refute_slot *slot = slot_at(f, a);
	u32 at = (u32)a->address % 8;
	struct refute_term part = {.part = REFUTE_PART_BYTES, .size = a->size};

	if (slot && slot->size == a->size && slot->at == at)
		return slot->shade;
	if (!slot || !slot->from_packet || at + a->size > 8)
		return (struct refute_shade){0};
	part.at = slot->from_packet - 1 + at;
	return (struct refute_shade){.term = refute_term_part(&f->terms, part)};
}

static void store_stack(struct refute_follow *f, const struct access *a)
{
	struct refute_slot *slot = slot_at(f, a);

	if (!slot)
		return;
	*slot = (struct refute_slot){.at = a->address % 8, .size = (u8)a->size};
	if (a->reg < SKEP_REGISTERS)
		slot->shade = f->regs[a->reg];
}

/* Fields of the context: where the packet is, how long it is, and numbers. */
static struct refute_shade load_context(struct refute_follow *f, const struct access *a)
{
	const struct skep_verify_input *in = f->world->in->in;
	const struct skep_packet_room *room = refute_world_room(f->world);
	struct skep_ctx_ask ask = {.off = (u32)a->off, .size = a->size};
	struct refute_term part = {.part = REFUTE_PART_CONTEXT, .at = (u32)a->off, .size = a->size};
	struct refute_shade shade = {0};
	struct skep_field field = {0};
	bool known = skep_ctx_access(in->prog_type, in->attach_type, ask, &field);

	if (known && field.kind == SKEP_FIELD_PACKET) {
		shade.base = REFUTE_BASE_PACKET;
		return shade;
	}
	if (known && field.kind == SKEP_FIELD_PACKET_END && room) {
		part.part = REFUTE_PART_LENGTH;
		part.bias = refute_world_packet(f->world);
		shade.base = REFUTE_BASE_END;
	} else if (room && in->prog_type != BPF_PROG_TYPE_XDP && known &&
		   strcmp(field.name, "len") == 0) {
		part.part = REFUTE_PART_LENGTH;
		part.bias = refute_world_packet(f->world) - (u64)(uintptr_t)room->data;
	} else if (room && known && strcmp(field.name, "protocol") == 0) {
		part = (struct refute_term){.part = REFUTE_PART_BYTES, .at = 12, .size = 2};
	} else if (room && !(known && refute_field_is_free(field.name))) {
		return shade;
	}
	shade.term = refute_term_part(&f->terms, part);
	return shade;
}

static struct refute_shade load(struct refute_follow *f, const struct access *a)
{
	const struct skep_packet_room *room = refute_world_room(f->world);

	if (a->base == REFUTE_BASE_CONTEXT)
		return load_context(f, a);
	if (a->base == REFUTE_BASE_STACK)
		return load_stack(f, a);
	if (a->base == REFUTE_BASE_VALUE)
		return load_value(f, a);
	if (room && within(a->address, (u64)(uintptr_t)room->data, (u64)(uintptr_t)room->end))
		return load_packet(f, a);
	return (struct refute_shade){0};
}

/* A load that extends the sign, of a part of the input. */
static struct refute_shade extend(struct refute_follow *f, const struct skep_insn_row *row,
				  struct refute_shade shade)
{
	u8 op = row->bits == 8	  ? SKEP_ALU_MOVSX8
		: row->bits == 16 ? SKEP_ALU_MOVSX16
				  : SKEP_ALU_MOVSX32;
	struct refute_term term = {.op = op, .bits = 64, .right = shade.term};

	if (row->op == SKEP_LOAD_SIGN && shade.term)
		shade.term = refute_term_op(&f->terms, term);
	return shade;
}

/* Memory that is what the verifier takes it for, whatever the run. */
static bool is_memory(u8 type)
{
	return type == SKEP_REG_CTX || type == SKEP_REG_MAP_VALUE || type == SKEP_REG_MAP_KEY ||
	       type == SKEP_REG_STACK || type == SKEP_REG_PACKET || type == SKEP_REG_PACKET_META ||
	       type == SKEP_REG_MEM || type == SKEP_REG_BUF || type == SKEP_REG_FLOW_KEYS ||
	       type == SKEP_REG_SOCKET || type == SKEP_REG_SOCK_COMMON;
}

bool refute_shade_memory(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	bool loads = row->kind == SKEP_KIND_LOAD;
	u32 reg = loads ? insn->src_reg : insn->dst_reg;
	struct access a = {.base = f->regs[reg].base,
			   .which = f->regs[reg].which,
			   .address = r[reg] + (u64)(s64)insn->off,
			   .size = row->bits / 8u,
			   .reg = loads			     ? insn->dst_reg
				  : row->from == SKEP_FROM_X ? insn->src_reg
							     : SKEP_REGISTERS,
			   .off = insn->off};

	if (!a.base && !is_memory(f->world->in->verdict->facts[f->insn].memory))
		return false;
	if (loads)
		f->regs[a.reg] = extend(f, row, load(f, &a));
	else if (row->kind == SKEP_KIND_STORE && a.base == REFUTE_BASE_STACK)
		store_stack(f, &a);
	else if (row->kind == SKEP_KIND_ATOMIC)
		f->regs[insn->src_reg] = f->regs[0] = (struct refute_shade){0};
	return true;
}

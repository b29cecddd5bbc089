/* SPDX-License-Identifier: BSD-2-Clause */
/* The arguments of helpers: for each kind of args.def which types of register fit, and what the
 * memory behind it must be. */
#include <bpf/btf.h>

#include "verify/call.h"
#include "verify/kernel.h"
#include "verify/kproto.h"
#include "verify/kptr.h"
#include "verify/local.h"
#include "verify/words.h"

enum { PLACES = 612 }; /* first Linux where bpf_kptr_xchg also changes fields of objects */

/* Sets of register types. */
#define T(type) (1u << SKEP_REG_##type)
#define MEMORY                                                                                     \
	(T(STACK) | T(PACKET) | T(PACKET_META) | T(MAP_KEY) | T(MAP_VALUE) | T(MEM) | T(BUF) |     \
	 T(BTF))
#define SOCKETS (T(SOCK_COMMON) | T(SOCKET) | T(TCP_SOCK) | T(XDP_SOCK))

struct argument {
	struct skep_walk *w;
	struct skep_calling *c;
	const struct skep_arg *arg;
	u32 number; /* of the register */
	struct skep_reg *r;
};

static bool refuse_type(const struct argument *a)
{
	return skep_refuse(a->w, SKEP_RULE_ARGUMENT, "r%u is %s, but argument %u of %s is %s",
			   a->number, skep_words_reg(a->w, a->r), a->number, a->c->helper->symbol,
			   skep_arg_row(a->arg->kind)->title);
}

/* ---- memory */

/* Flags of the argument in a register: the one that is looked at, or the one before its size. */
static u16 flags_of(const struct argument *a, u32 number)
{
	return number == a->number ? a->arg->flags : a->c->helper->args[number - 1].flags;
}

/* Whether the helper writes all of the memory, so that it need not be initialised: stack, at a
 * place that is known. Who may not see old stack must give a size that is known, too. */
static bool is_filled(const struct argument *a, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(a->w, number);
	bool exact = number == a->number || skep_reg_is_const(a->r);

	return r->type == SKEP_REG_STACK && (flags_of(a, number) & SKEP_ARG_F_UNINIT) &&
	       skep_scalar_is_const(&r->v) && (a->w->leaks || exact);
}

/* The helper touches `size` bytes behind the register. What it fills, it fills when all arguments
 * have been looked at. */
static bool touch(const struct argument *a, u32 number, u64 size, bool zero_size)
{
	u16 flags = flags_of(a, number);
	struct skep_access access = {.reg = number,
				     .size = (u32)size,
				     .write = flags & (SKEP_ARG_F_WRITE | SKEP_ARG_F_UNINIT),
				     .helper = true,
				     .zero_size = zero_size,
				     .aligned = flags & SKEP_ARG_F_ALIGNED,
				     .uninit = is_filled(a, number),
				     .value = -1};
	struct skep_reg *r = skep_walk_reg(a->w, number);
	u16 null = flags & SKEP_ARG_F_NULL ? r->flags & SKEP_REG_F_NULL : 0;
	bool ok;

	if (zero_size && !size && skep_reg_is_zero(r))
		return true;
	if (r->type == SKEP_REG_SCALAR)
		return refuse_type(a);
	if (access.uninit)
		a->c->fill = access;
	/* Where NULL is allowed, the memory has to be right if it is not NULL. */
	r->flags &= (u16)~null;
	ok = skep_access(a->w, &access);
	r->flags |= null;
	return ok;
}

static bool map_memory(const struct argument *a, u32 size)
{
	if (!a->c->map)
		return skep_refuse(a->w, SKEP_RULE_ARGUMENT, "%s has no map argument before r%u",
				   a->c->helper->symbol, a->number);
	return touch(a, a->number, size, false);
}

/* How many bytes of one kind follow each other in a slot, from number `first` on. */
static u32 run_of(const struct skep_slot *s, u32 first, enum skep_byte kind)
{
	u32 n = 0;

	while (first + n < 8 && s->bytes[first + n] == kind)
		n++;
	return n;
}

/* A key on the stack whose value is known: zeros, or a number that was stored there as wide as the
 * key is. Of a wider number Linux takes the upper half for the whole: if that is an index of the
 * array, the half is 0, which is one as well. */
static void note_key(const struct argument *a)
{
	u32 size = a->c->map->key_size, slot, first;
	const struct skep_reg *r = a->r;
	const struct skep_frame *f = a->w->now->frames[r->frame];
	s64 off = r->off + (s64)r->v.t.value;

	if (r->type != SKEP_REG_STACK || !skep_scalar_is_const(&r->v) || off >= 0)
		return;
	slot = (u32)(-off - 1) / 8;
	first = (u32)(off + 8 * (s64)(slot + 1));
	if (slot >= f->slot_count)
		return;
	if (run_of(&f->slots[slot], first, SKEP_BYTE_ZERO) >= size) {
		a->c->key_known = true;
		a->c->key = 0;
	} else if (run_of(&f->slots[slot], first, SKEP_BYTE_SPILL) == size &&
		   skep_reg_is_const(&f->slots[slot].reg)) {
		a->c->key_known = true;
		a->c->key = f->slots[slot].reg.v.t.value;
	}
}

static bool check_key(const struct argument *a)
{
	if (!a->c->map)
		return map_memory(a, 0);
	note_key(a);
	if (!map_memory(a, a->c->map->key_size))
		return false;
	skep_fact_key(a->w, a->r, a->c->map->key_size);
	return true;
}

static bool check_value(const struct argument *a)
{
	return map_memory(a, a->c->map ? a->c->map->value_size : 0);
}

static bool check_memory(const struct argument *a)
{
	return !a->arg->size || touch(a, a->number, a->arg->size, false);
}

/* ---- sizes of the memory before them */

/* How many bytes there are behind the register before it: what its size may be. */
static u64 room_before(const struct argument *a)
{
	const struct skep_reg *r = skep_walk_reg(a->w, a->number - 1);
	const struct skep_map_desc *map = r->of;
	s64 room = r->type == SKEP_REG_STACK	   ? -(s64)r->off
		   : r->type == SKEP_REG_MAP_VALUE ? (s64)map->value_size - r->off
		   : r->type == SKEP_REG_MEM	   ? (s64)r->size - r->off
						   : 0;

	return room > 0 ? (u64)room : 0;
}

static bool check_size(const struct argument *a)
{
	const struct skep_scalar *v = &a->r->v;
	bool zero = a->arg->kind == SKEP_ARG_CONST_SIZE_OR_ZERO;

	a->c->size_max = v->umax;
	a->w->need = (struct skep_assumption){.kind = SKEP_ASSUME_NUMBER,
					      .insn = a->w->now->insn,
					      .reg = a->number,
					      .low = !zero,
					      .high = room_before(a)};
	if (v->smin < 0)
		return skep_refuse(a->w, SKEP_RULE_SIZE, "r%u, the size of r%u, may be negative%s",
				   a->number, a->number - 1, skep_words_from(a->w, v->smin));
	if (!v->umin && !zero)
		return skep_refuse(a->w, SKEP_RULE_SIZE,
				   "r%u, the size of r%u, may be 0: it lies between 0 and %llu",
				   a->number, a->number - 1, (unsigned long long)v->umax);
	if (v->umax >= SKEP_MAX_OFFSET)
		return skep_refuse(a->w, SKEP_RULE_SIZE,
				   "r%u, the size of r%u, has no upper bound below %d", a->number,
				   a->number - 1, SKEP_MAX_OFFSET);
	return touch(a, a->number - 1, v->umax, zero);
}

static bool check_alloc_size(const struct argument *a)
{
	if (!skep_reg_is_const(a->r))
		return skep_refuse(
		    a->w, SKEP_RULE_SIZE,
		    "r%u, the size of what %s returns, must be one number on every path", a->number,
		    a->c->helper->symbol);
	a->c->memory = (u32)a->r->v.t.value;
	return true;
}

/* ---- the rest */

static bool check_map(const struct argument *a)
{
	if (a->c->map && (a->c->map != a->r->of || a->c->map_uid != a->r->size))
		return skep_refuse(a->w, SKEP_RULE_ARGUMENT,
				   "r%u is another map than the one whose timer is in r1",
				   a->number);
	a->c->map = a->r->of;
	a->c->map_uid = a->r->size;
	return true;
}

static bool check_func(const struct argument *a)
{
	a->c->func = a->r->size;
	return true;
}

bool skep_call_string(struct skep_walk *w, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	const struct skep_map_desc *map = r->of;
	s64 off = (s64)r->off + (s64)r->v.t.value;

	if (!skep_value_is_frozen(map))
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r%u is a string of map '%s', which is not frozen and read-only",
				   number, map->name);
	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r%u is a string at an offset that is not known", number);
	for (s64 i = off; i >= 0 && i < map->value_size; i++)
		if (!((const char *)map->contents)[i])
			return true;
	return skep_refuse(w, SKEP_RULE_ARGUMENT,
			   "r%u is not the address of a string: no NUL behind it", number);
}

static bool check_string(const struct argument *a)
{
	return skep_call_string(a->w, a->number);
}

/* The special field of a kind that lies where the register points to. */
static const struct skep_special *find_special(const struct argument *a, u32 low, u32 high)
{
	const struct skep_special *found = NULL;

	if (a->r->type != SKEP_REG_MAP_VALUE && a->r->type != SKEP_REG_OBJECT)
		return NULL;
	for (u32 kind = low; !found && kind <= high; kind++)
		found = skep_special_at(a->r, kind);
	return found;
}

static bool special_argument(const struct argument *a, u32 low, u32 high)
{
	if (!skep_scalar_is_const(&a->r->v))
		return skep_refuse(a->w, SKEP_RULE_SPECIAL,
				   "r%u points into a map value at an offset that is not known",
				   a->number);
	if (find_special(a, low, high))
		return true;
	return skep_refuse(a->w, SKEP_RULE_SPECIAL, "r%u: there is no %s at offset %lld of %s",
			   a->number, skep_special_name((u8)low),
			   (long long)(a->r->off + (s64)a->r->v.t.value),
			   skep_words_target(a->w, a->r));
}

static bool check_lock(const struct argument *a)
{
	if (a->r->type == SKEP_REG_OBJECT && a->r->flags)
		return refuse_type(a);
	return special_argument(a, SKEP_SPECIAL_SPIN_LOCK, SKEP_SPECIAL_SPIN_LOCK);
}

static bool check_timer(const struct argument *a)
{
	a->c->map = a->r->of;
	a->c->map_uid = a->r->size;
	return special_argument(a, SKEP_SPECIAL_TIMER, SKEP_SPECIAL_TIMER);
}

static bool check_kptr(const struct argument *a)
{
	u32 kernel = a->w->options->kernel;

	if (a->r->type == SKEP_REG_OBJECT && (a->r->flags || (kernel && kernel < PLACES)))
		return refuse_type(a);
	if (skep_scalar_is_const(&a->r->v) &&
	    find_special(a, SKEP_SPECIAL_KPTR_UNTRUSTED, SKEP_SPECIAL_KPTR_UNTRUSTED))
		return skep_refuse(a->w, SKEP_RULE_SPECIAL,
				   "r%u leads to a pointer that owns nothing (kptr_untrusted): "
				   "loads and stores are for it, %s is not",
				   a->number, a->c->helper->symbol);
	return special_argument(a, SKEP_SPECIAL_KPTR, SKEP_SPECIAL_KPTR_PERCPU) &&
	       skep_kptr_type(a->w, a->r,
			      find_special(a, SKEP_SPECIAL_KPTR, SKEP_SPECIAL_KPTR_PERCPU),
			      &a->c->kptr);
}

/* A kernel pointer must lead to a struct, or to one that begins with it. */
static bool check_struct(const struct argument *a, u32 want)
{
	const struct skep_kernel *kernel = a->w->in->kernel;
	u32 id = a->r->size;

	if (skep_struct_begins(skep_kernel_btf(kernel), id, a->r->off, want))
		return true;
	return skep_refuse(a->w, SKEP_RULE_ARGUMENT,
			   "r%u points to struct %s, but argument %u of %s is a struct %s",
			   a->number, skep_kernel_name(kernel, id), a->number, a->c->helper->symbol,
			   skep_kernel_name(kernel, want));
}

/* Without a name it is what the place before it holds. */
static bool check_object(const struct argument *a)
{
	const char *name = a->arg->btf;

	if (!name)
		return skep_kptr_takes(a->w, a->number, &a->c->kptr);
	if (a->r->type == SKEP_REG_OBJECT)
		return refuse_type(a);
	return check_struct(a, skep_kernel_find(a->w->in->kernel, BTF_KIND_STRUCT, name));
}

static bool check_socket(const struct argument *a)
{
	u32 common;

	if (a->r->type != SKEP_REG_BTF)
		return true;
	common = skep_kernel_find(a->w->in->kernel, BTF_KIND_STRUCT, "sock_common");
	return check_struct(a, common);
}

static bool check_percpu(const struct argument *a)
{
	if (a->r->type == SKEP_REG_OBJECT) {
		if (a->r->flags != (SKEP_REG_F_PERCPU | SKEP_REG_F_RCU))
			return refuse_type(a);
		a->c->kptr = skep_local_pointer(a->r->of, 0, SKEP_REG_F_RCU);
	}
	a->c->object = a->r->size;
	a->c->percpu = true;
	return true;
}

static bool check_secret(const struct argument *a)
{
	if (!skep_reg_secret(a->w, a->r))
		return true;
	return skep_refuse(a->w, SKEP_RULE_LEAK,
			   "r%u, an address, is given to %s, where any number will do", a->number,
			   a->c->helper->symbol);
}

static bool check_dynptr(const struct argument *a)
{
	return skep_dynptr_argument(a->w, a->c, a->number, a->arg->flags);
}

static bool no_more(const struct argument *a)
{
	(void)a;
	return true;
}

static bool not_yet(const struct argument *a)
{
	return skep_refuse(a->w, SKEP_RULE_UNSUPPORTED, "%s wants %s in r%u", a->c->helper->symbol,
			   skep_arg_row(a->arg->kind)->title, a->number);
}

/* By kind: the types that fit (0: any), whether the pointer may have been moved, and what is looked
 * at. */
static const struct {
	u32 types;
	bool moved;
	bool (*check)(const struct argument *a);
} kinds[SKEP_ARG_COUNT] = {
    [SKEP_ARG_CONST_MAP] = {T(MAP), false, check_map},
    [SKEP_ARG_MAP_KEY] = {MEMORY, true, check_key},
    [SKEP_ARG_MAP_VALUE] = {MEMORY, true, check_value},
    [SKEP_ARG_MEM] = {MEMORY, true, check_memory},
    [SKEP_ARG_ARENA] = {T(ARENA), true, not_yet},
    [SKEP_ARG_CONST_SIZE] = {T(SCALAR), true, check_size},
    [SKEP_ARG_CONST_SIZE_OR_ZERO] = {T(SCALAR), true, check_size},
    [SKEP_ARG_CTX] = {T(CTX), false, no_more},
    [SKEP_ARG_ANYTHING] = {0, true, check_secret},
    [SKEP_ARG_SPIN_LOCK] = {T(MAP_VALUE) | T(OBJECT), true, check_lock},
    [SKEP_ARG_SOCK_COMMON] = {SOCKETS, false, no_more},
    [SKEP_ARG_SOCKET] = {T(SOCKET), false, no_more},
    [SKEP_ARG_BTF_ID] = {T(BTF) | T(OBJECT), true, check_object},
    [SKEP_ARG_RINGBUF_MEM] = {T(MEM), false, no_more},
    [SKEP_ARG_CONST_ALLOC_SIZE_OR_ZERO] = {T(SCALAR), true, check_alloc_size},
    [SKEP_ARG_BTF_ID_SOCK_COMMON] = {SOCKETS | T(BTF), false, check_socket},
    [SKEP_ARG_PERCPU_BTF_ID] = {T(BTF) | T(OBJECT), false, check_percpu},
    [SKEP_ARG_FUNC] = {T(FUNC), false, check_func},
    [SKEP_ARG_STACK] = {T(STACK), true, no_more},
    [SKEP_ARG_CONST_STR] = {T(MAP_VALUE), true, check_string},
    [SKEP_ARG_TIMER] = {T(MAP_VALUE), true, check_timer},
    [SKEP_ARG_KPTR_XCHG_DEST] = {T(MAP_VALUE) | T(OBJECT), true, check_kptr},
    [SKEP_ARG_DYNPTR] = {T(STACK) | T(DYNPTR), true, check_dynptr},
};

/* ---- one argument */

/* What kernel pointers a kind takes: as memory those that live for certain. */
static bool check_trust(const struct argument *a)
{
	bool percpu = a->arg->kind == SKEP_ARG_PERCPU_BTF_ID, rcu = a->r->flags & SKEP_REG_F_RCU;
	if (percpu != !!(a->r->flags & SKEP_REG_F_PERCPU))
		return refuse_type(a);
	if (a->arg->kind == SKEP_ARG_BTF_ID_SOCK_COMMON && rcu)
		return refuse_type(a);
	if (!(kinds[a->arg->kind].types & T(STACK)))
		return true;
	return (a->arg->kind == SKEP_ARG_MEM && a->r->flags & SKEP_REG_F_TRUSTED) || refuse_type(a);
}

static bool check_flags(const struct argument *a)
{
	bool ringbuf = a->r->flags & SKEP_REG_F_RINGBUF;

	if ((a->r->flags & SKEP_REG_F_NULL) && !(a->arg->flags & SKEP_ARG_F_NULL)) {
		a->w->need = (struct skep_assumption){.kind = SKEP_ASSUME_NOT_NULL,
						      .insn = a->w->now->insn,
						      .reg = a->number,
						      .high = 1};
		return skep_refuse(a->w, SKEP_RULE_MAYBE_NULL,
				   "r%u, a pointer to %s that may be NULL, is given to %s",
				   a->number, skep_words_target(a->w, a->r), a->c->helper->symbol);
	}
	if ((a->arg->kind == SKEP_ARG_RINGBUF_MEM && !ringbuf) ||
	    (a->r->flags & SKEP_REG_F_UNTRUSTED))
		return refuse_type(a);
	return a->r->type != SKEP_REG_BTF || check_trust(a);
}

static bool check_packet(const struct argument *a)
{
	if (!skep_reg_is_packet(a->r) || (a->c->helper->flags & SKEP_HELPER_PACKET))
		return true;
	return skep_refuse(
	    a->w, SKEP_RULE_ARGUMENT,
	    "%s may not be given the packet (r%u): copy the bytes to the stack first",
	    a->c->helper->symbol, a->number);
}

static bool check_type(const struct argument *a)
{
	u32 types = kinds[a->arg->kind].types;

	if (types && !(types & 1u << a->r->type))
		return refuse_type(a);
	if (a->arg->kind == SKEP_ARG_ANYTHING)
		return true;
	if (!check_flags(a) || !check_packet(a))
		return false;
	return kinds[a->arg->kind].moved || skep_pointer_unmoved(a->w, a->number, true);
}

static bool note_reference(const struct argument *a)
{
	if (a->arg->kind == SKEP_ARG_DYNPTR)
		return true; /* the register points to what holds the reference */
	if (a->arg->flags & SKEP_ARG_F_RELEASE) {
		if (!a->r->ref && !skep_reg_is_zero(a->r))
			return skep_refuse(a->w, SKEP_RULE_REFERENCE,
					   "r%u is released by %s, but holds no reference",
					   a->number, a->c->helper->symbol);
		a->c->release = a->number;
	}
	if (!a->r->ref || a->arg->kind == SKEP_ARG_KPTR_XCHG_DEST)
		return true;
	if (a->c->ref)
		return skep_refuse(a->w, SKEP_RULE_REFERENCE, "two arguments of %s hold references",
				   a->c->helper->symbol);
	a->c->ref = a->r->ref;
	return true;
}

static bool check_argument(const struct argument *a)
{
	a->w->blame = a->number;
	if (!skep_reg_readable(a->w, a->number))
		return false;
	if (a->arg->kind == SKEP_ARG_ANYTHING)
		return check_packet(a) && check_secret(a);
	if (skep_reg_is_zero(a->r) && (a->arg->flags & SKEP_ARG_F_NULL))
		return note_reference(a);
	return check_type(a) && note_reference(a) && kinds[a->arg->kind].check(a);
}

/* What the prototype says, and the map changes: maps of sockets have sockets for values, and what a
 * Bloom filter is asked for must be there. */
static struct skep_arg resolve(const struct skep_calling *c, struct skep_arg arg)
{
	if (arg.kind != SKEP_ARG_MAP_VALUE || !c->map)
		return arg;
	if (c->map->type == BPF_MAP_TYPE_SOCKMAP || c->map->type == BPF_MAP_TYPE_SOCKHASH)
		return (struct skep_arg){.kind = SKEP_ARG_BTF_ID_SOCK_COMMON};
	if (c->map->type == BPF_MAP_TYPE_BLOOM_FILTER &&
	    c->helper->number == BPF_FUNC_map_peek_elem)
		arg.flags = 0;
	return arg;
}

bool skep_call_args(struct skep_walk *w, struct skep_calling *c)
{
	struct argument a = {.w = w, .c = c};

	for (u32 i = 0; i < 5 && c->helper->args[i].kind != SKEP_ARG_NONE; i++) {
		struct skep_arg arg = resolve(c, c->helper->args[i]);

		a.arg = &arg;
		a.number = i + 1;
		a.r = skep_walk_reg(w, a.number);
		if (!check_argument(&a))
			return false;
	}
	return true;
}

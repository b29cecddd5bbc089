/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls: of helpers, by their prototypes, and what they leave in r0. */
#include <bpf/btf.h>

#include "spec/format.h"
#include "verify/call.h"
#include "verify/effects.h"
#include "verify/kernel.h"
#include "verify/kptr.h"
#include "verify/local.h"
#include "verify/lock.h"
#include "verify/words.h"

/* ---- may it be called at all */

/* Calls that libbpf puts where it finds nothing in the kernel to put. */
enum { NO_FIELD = 0xbad2310, NO_MAP = 2001000000, NO_FUNCTION = 2002000000, MARKS = 1000000 };

static bool refuse_mark(struct skep_walk *w, s32 number)
{
	const char *what = "a type or a field of the kernel that a CO-RE relocation asks for",
		   *hint = "test it before with bpf_core_field_exists() or bpf_core_type_exists()";

	if (number >= NO_FUNCTION) {
		what = "a function or a variable of the kernel that is declared __ksym __weak";
		hint = "test it before with bpf_ksym_exists()";
	} else if (number >= NO_MAP) {
		what = "a map that was not made";
		hint = "test it before, or let the map be created";
	}
	w->verdict->rule = SKEP_RULE_HELPER;
	skep_fail_at(w->d, SKEP_E_REFUSED, skep_place_insn(w->now->insn),
		     "%s is not there, and the program comes to where it is used (libbpf has put a "
		     "call of helper %d there)",
		     what, number);
	return skep_hint(w->d, "%s", hint);
}

static bool refuse_helper(struct skep_walk *w, s32 number)
{
	const struct skep_helper_row *any = skep_helper_row(number);

	if (number == NO_FIELD || (number >= NO_MAP && number < NO_FUNCTION + MARKS))
		return refuse_mark(w, number);
	if (!any)
		return skep_refuse(w, SKEP_RULE_HELPER, "there is no helper %d", number);
	return skep_refuse(w, SKEP_RULE_HELPER, "programs of type %s may not call %s (helper %d)",
			   skep_prog_row(w->in->prog_type)->name, any->symbol, number);
}

static bool check_rights(struct skep_walk *w, const struct skep_helper_row *helper)
{
	if ((helper->flags & SKEP_HELPER_GPL) && !w->in->gpl)
		return skep_refuse(
		    w, SKEP_RULE_HELPER,
		    "%s is for programs under a licence compatible with the GPL, this one's is not",
		    helper->symbol);
	if ((helper->flags & SKEP_HELPER_SLEEPS) && !skep_kernel_may_sleep(w))
		return skep_refuse(w, SKEP_RULE_HELPER, "%s may sleep, and this program may not",
				   helper->symbol);
	if ((helper->flags & SKEP_HELPER_PERFMON) && !w->leaks)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE, "%s needs CAP_PERFMON", helper->symbol);
	if ((helper->flags & SKEP_HELPER_BPF) && !w->capable)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE, "%s needs CAP_BPF", helper->symbol);
	return true;
}

static bool check_sections(struct skep_walk *w, const struct skep_helper_row *helper)
{
	if (skep_ref_locked(w->now) && helper->number != BPF_FUNC_spin_unlock)
		return skep_refuse(w, SKEP_RULE_LOCK, "%s is called while a lock is held",
				   helper->symbol);
	if (skep_ref_sleepless(w->now) && (helper->flags & SKEP_HELPER_SLEEPS))
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "%s may sleep, which is not allowed in this section",
				   helper->symbol);
	return true;
}

static bool changes_map(s32 number)
{
	return number == BPF_FUNC_map_update_elem || number == BPF_FUNC_map_delete_elem ||
	       number == BPF_FUNC_map_push_elem || number == BPF_FUNC_map_pop_elem;
}

static bool check_map_flags(struct skep_walk *w, const struct skep_calling *c)
{
	if (!c->map || !(c->map->flags & BPF_F_RDONLY_PROG) || !changes_map(c->helper->number))
		return true;
	return skep_refuse(w, SKEP_RULE_READ_ONLY, "map '%s' may not be written by programs",
			   c->map->name);
}

static bool check_map_fit(struct skep_walk *w, const struct skep_calling *c)
{
	struct skep_caller caller = {w->in->prog_type, w->in->attach_type, (u16)w->options->kernel};
	const struct skep_map_row *row;

	if (!c->map || skep_map_fits_caller(c->map->type, c->helper->number, caller))
		return true;
	row = skep_map_row(c->map->type);
	return skep_refuse(w, SKEP_RULE_ARGUMENT, "%s does not take map '%s' of type %s",
			   c->helper->symbol, c->map->name, row ? row->name : "?");
}

/* What cannot fail takes no flags that it may not know. */
static bool check_own(struct skep_walk *w, const struct skep_calling *c)
{
	if (c->helper->number != BPF_FUNC_get_local_storage ||
	    skep_reg_is_zero(skep_walk_reg(w, 2)))
		return true;
	w->blame = 2;
	return skep_refuse(w, SKEP_RULE_ARGUMENT, "r2, the flags of %s, must be 0",
			   c->helper->symbol);
}

/* ---- what it does to the state */

static bool release(struct skep_walk *w, const struct skep_calling *c)
{
	const struct skep_reg *r = skep_walk_reg(w, c->release);

	if (c->release && c->dynptr.ref)
		return skep_dynptr_end(w, c->dynptr.ref);
	if (!c->release || skep_reg_is_zero(r))
		return true;
	return c->helper->number == BPF_FUNC_kptr_xchg ? skep_kptr_give(w, c->release)
						       : skep_ref_release(w, r->ref);
}

static bool lock(struct skep_walk *w, const struct skep_calling *c)
{
	(void)c;
	return skep_lock_take(w, SKEP_REF_LOCK);
}

static bool unlock(struct skep_walk *w, const struct skep_calling *c)
{
	(void)c;
	return skep_lock_give(w, SKEP_REF_LOCK);
}

static bool tail_call(struct skep_walk *w, const struct skep_calling *c)
{
	(void)c;
	return skep_ref_none(w, "a tail call leaves the program");
}

static bool dynptr_from_mem(struct skep_walk *w, const struct skep_calling *c)
{
	const struct skep_reg *r = skep_walk_reg(w, 1);

	if (r->type == SKEP_REG_MAP_VALUE)
		return true;
	return skep_refuse(w, SKEP_RULE_ARGUMENT, "r1 is %s: %s makes dynptrs of map values alone",
			   skep_words_reg(w, r), c->helper->symbol);
}

/* Writing to a packet may move it. */
static bool dynptr_write(struct skep_walk *w, const struct skep_calling *c)
{
	if (c->dynptr.kind == SKEP_DYNPTR_SKB || c->dynptr.kind == SKEP_DYNPTR_SKB_META)
		skep_packet_forget(w);
	return true;
}

/* r3 is a string that never changes: its conversions and the bytes of r5 must go together. */
static bool format(struct skep_walk *w, const struct skep_calling *c)
{
	const struct skep_reg *r = skep_walk_reg(w, 3);
	const struct skep_map_desc *map = r->of;
	const char *text = (const char *)map->contents + r->off + (s64)r->v.t.value;
	u64 size = skep_walk_reg(w, 5)->v.t.value;

	if (size % sizeof(u64))
		return skep_refuse(w, SKEP_RULE_CALL,
				   "r5 is %llu: %s takes numbers of 8 bytes each",
				   (unsigned long long)size, c->helper->symbol);
	if (skep_format_is_valid(text, (u32)(size / sizeof(u64))))
		return true;
	return skep_refuse(w, SKEP_RULE_CALL, "r3 is no format for %llu arguments",
			   (unsigned long long)size / sizeof(u64));
}

/* What some helpers do besides what their prototype says. */
static const struct {
	s32 number;
	bool (*act)(struct skep_walk *w, const struct skep_calling *c);
} acts[] = {
    {BPF_FUNC_spin_lock, lock},
    {BPF_FUNC_spin_unlock, unlock},
    {BPF_FUNC_tail_call, tail_call},
    {BPF_FUNC_dynptr_from_mem, dynptr_from_mem},
    {BPF_FUNC_dynptr_write, dynptr_write},
    {BPF_FUNC_snprintf, format},
};

static bool act(struct skep_walk *w, const struct skep_calling *c)
{
	for (u32 i = 0; i < SKEP_COUNT(acts); i++)
		if (acts[i].number == c->helper->number && !acts[i].act(w, c))
			return false;
	return true;
}

/* ---- r0 */

/* Helpers that return how many bytes they wrote, or an error. */
static bool returns_length(s32 number)
{
	return number == BPF_FUNC_get_stack || number == BPF_FUNC_get_task_stack ||
	       number == BPF_FUNC_probe_read_str || number == BPF_FUNC_probe_read_kernel_str ||
	       number == BPF_FUNC_probe_read_user_str;
}

static struct skep_reg integer(const struct skep_calling *c)
{
	struct skep_reg r = skep_reg_scalar();

	if (!returns_length(c->helper->number) || c->size_max > INT32_MAX)
		return r;
	r.v.smin = -SKEP_MAX_ERRNO;
	r.v.smax = (s64)c->size_max;
	r.v.smin32 = -SKEP_MAX_ERRNO;
	r.v.smax32 = (s32)c->size_max;
	return skep_scalar_sync(&r.v) ? r : skep_reg_scalar();
}

/* An element of an array that is known to be there. */
static bool is_there(const struct skep_calling *c)
{
	return c->key_known && c->helper->number == BPF_FUNC_map_lookup_elem &&
	       c->key < c->map->max_entries &&
	       (c->map->type == BPF_MAP_TYPE_ARRAY || c->map->type == BPF_MAP_TYPE_PERCPU_ARRAY);
}

static struct skep_reg map_value(struct skep_walk *w, const struct skep_calling *c)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_MAP_VALUE);

	r.of = c->map;
	r.size = c->map_uid;
	if (c->helper->ret == SKEP_RET_MAP_VALUE_OR_NULL && !is_there(c))
		r.flags = SKEP_REG_F_NULL;
	else if (c->map->special_count)
		r.id = skep_walk_id(w);
	return r;
}

/* By enum skep_ret_kind: the type, and whether it may be NULL. */
static const struct {
	u8 type;
	u16 flags;
} results[] = {
    [SKEP_RET_INTEGER] = {SKEP_REG_SCALAR, 0},
    [SKEP_RET_VOID] = {SKEP_REG_NONE, 0},
    [SKEP_RET_MAP_VALUE] = {SKEP_REG_MAP_VALUE, 0},
    [SKEP_RET_MAP_VALUE_OR_NULL] = {SKEP_REG_MAP_VALUE, SKEP_REG_F_NULL},
    [SKEP_RET_SOCKET_OR_NULL] = {SKEP_REG_SOCKET, SKEP_REG_F_NULL},
    [SKEP_RET_TCP_SOCK_OR_NULL] = {SKEP_REG_TCP_SOCK, SKEP_REG_F_NULL},
    [SKEP_RET_SOCK_COMMON_OR_NULL] = {SKEP_REG_SOCK_COMMON, SKEP_REG_F_NULL},
    [SKEP_RET_RINGBUF_MEM_OR_NULL] = {SKEP_REG_MEM, SKEP_REG_F_NULL | SKEP_REG_F_RINGBUF},
    [SKEP_RET_DYNPTR_MEM_OR_NULL] = {SKEP_REG_MEM, SKEP_REG_F_NULL | SKEP_REG_F_SLICE},
    [SKEP_RET_BTF_ID_OR_NULL] = {SKEP_REG_BTF, SKEP_REG_F_NULL},
    [SKEP_RET_BTF_ID] = {SKEP_REG_BTF, 0},
    [SKEP_RET_BTF_ID_TRUSTED] = {SKEP_REG_BTF, SKEP_REG_F_TRUSTED},
    [SKEP_RET_MEM_OR_BTF] = {SKEP_REG_BTF, 0},
    [SKEP_RET_MEM_OR_BTF_OR_NULL] = {SKEP_REG_BTF, SKEP_REG_F_NULL},
};

/* The struct that a helper's kernel pointer leads to; 0 if it is not known. */
static u32 result_struct(const struct skep_walk *w, const struct skep_calling *c)
{
	if (!c->helper->ret_btf)
		return c->object;
	return w->in->kernel ? skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, c->helper->ret_btf)
			     : 0;
}

/* A CPU's own variable: numbers are memory that is read. */
static struct skep_reg percpu_result(const struct skep_walk *w, const struct skep_calling *c)
{
	const struct btf *btf = skep_kernel_btf(w->in->kernel);
	struct skep_reg r = skep_reg_pointer(SKEP_REG_MEM);
	s64 size = btf__resolve_size(btf, c->object);

	if (btf_is_composite(btf__type_by_id(btf, c->object)))
		return skep_kernel_pointer(w, c->object, results[c->helper->ret].flags);
	r.flags = SKEP_REG_F_RDONLY | results[c->helper->ret].flags;
	r.size = size > 0 ? (u32)size : 0;
	return r;
}

static struct skep_reg plain_result(struct skep_walk *w, const struct skep_calling *c)
{
	struct skep_reg r = skep_reg_pointer(results[c->helper->ret].type);

	if (c->kptr.type != SKEP_REG_NONE) {
		r = c->kptr;
		/* Nothing of the kernel's is one for each CPU there. */
		if (r.type == SKEP_REG_BTF)
			r.flags = 0;
		r.flags |= results[c->helper->ret].flags;
		return r;
	}
	if (c->percpu)
		return percpu_result(w, c);

	r.flags = results[c->helper->ret].flags;
	if (r.flags & SKEP_REG_F_SLICE)
		r = skep_dynptr_slice(w, &c->dynptr, c->memory, r.flags);
	else if (r.type == SKEP_REG_MEM)
		r.size = c->memory;
	else if (r.type == SKEP_REG_BTF)
		r = skep_kernel_pointer(w, result_struct(w, c), r.flags);
	return r;
}

/* Sockets cast to another kind stay the same reference. */
static bool is_cast(s32 number)
{
	return number == BPF_FUNC_tcp_sock || number == BPF_FUNC_sk_fullsock ||
	       number == BPF_FUNC_skc_to_tcp_sock || number == BPF_FUNC_skc_to_tcp6_sock ||
	       number == BPF_FUNC_skc_to_udp6_sock || number == BPF_FUNC_skc_to_tcp_timewait_sock ||
	       number == BPF_FUNC_skc_to_tcp_request_sock || number == BPF_FUNC_skc_to_mptcp_sock ||
	       number == BPF_FUNC_skc_to_unix_sock;
}

/* What must be released: also sockets that are found in a map. */
static bool acquires(const struct skep_calling *c)
{
	return (c->helper->flags & SKEP_HELPER_ACQUIRES) ||
	       (c->helper->number == BPF_FUNC_map_lookup_elem &&
		(c->map->type == BPF_MAP_TYPE_SOCKMAP || c->map->type == BPF_MAP_TYPE_SOCKHASH));
}

static bool set_result(struct skep_walk *w, const struct skep_calling *c)
{
	u8 type = results[c->helper->ret].type;
	struct skep_reg r = type == SKEP_REG_NONE	 ? (struct skep_reg){0}
			    : type == SKEP_REG_SCALAR	 ? integer(c)
			    : type == SKEP_REG_MAP_VALUE ? map_value(w, c)
							 : plain_result(w, c);

	if (r.flags & SKEP_REG_F_NULL)
		r.id = skep_walk_id(w);
	if (is_cast(c->helper->number)) {
		r.ref = c->ref;
	} else if (acquires(c)) {
		r.ref = skep_ref_take(w);
		if (!r.ref)
			return false;
		r.id = r.ref;
	}
	return skep_reg_set(w, 0, r);
}

static void forget_arguments(struct skep_walk *w)
{
	for (u32 n = 0; n <= 5; n++)
		*skep_walk_reg(w, n) = (struct skep_reg){0};
}

/* ---- the call */

static void note(struct skep_walk *w, const struct skep_calling *c)
{
	const struct skep_reg *index = skep_walk_reg(w, 3);

	skep_fact_map(w, c->map);
	if (c->helper->number == BPF_FUNC_tail_call)
		skep_fact_value(w, index->type == SKEP_REG_SCALAR && !(u32)index->v.t.mask,
				(u32)index->v.t.value);
}

static struct skep_reg kernel_struct(const struct skep_walk *w, const char *name)
{
	return skep_kernel_pointer(w, skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, name), 0);
}

static bool call_helper(struct skep_walk *w)
{
	s32 number = skep_walk_insn(w)->imm;
	struct skep_calling c = {.helper = skep_effects_helper(w, number)};

	if (!c.helper)
		return refuse_helper(w, number);
	if (!check_rights(w, c.helper) || !check_sections(w, c.helper) || !skep_call_args(w, &c) ||
	    !check_map_fit(w, &c) || !check_map_flags(w, &c) || !check_own(w, &c))
		return false;
	note(w, &c);
	if (c.fill.size)
		skep_stack_fill(w, &c.fill);
	if (!release(w, &c) || !act(w, &c))
		return false;
	if (number == BPF_FUNC_find_vma && w->in->kernel) {
		c.types[0] = kernel_struct(w, "task_struct");
		c.types[1] = kernel_struct(w, "vm_area_struct");
	}
	if ((c.helper->flags & (SKEP_HELPER_CALLBACK | SKEP_HELPER_CALLBACK_LATER)) &&
	    !skep_call_back(w, &c))
		return false;
	forget_arguments(w);
	if (c.helper->flags & SKEP_HELPER_CHANGES_PACKET)
		skep_packet_forget(w);
	if (!set_result(w, &c))
		return false;
	w->now->insn++;
	return true;
}

bool skep_walk_call(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);

	if (i->op == SKEP_CALL_LOCAL)
		return skep_call_local(w);
	if (i->op == SKEP_CALL_BTF)
		return skep_call_kernel(w);
	return call_helper(w);
}

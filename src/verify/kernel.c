/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernel pointers: reading through one is always allowed where its type has a member, because a
 * fault is caught; what may be passed on depends on how far the pointer is trusted. */
#include "verify/kernel.h"

#include <bpf/btf.h>
#include <string.h>

#include "verify/call.h"

struct skep_reg skep_kernel_pointer(const struct skep_walk *w, u32 id, u16 flags)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_BTF);

	r.of = w->in->kernel;
	r.size = id;
	r.flags = flags;
	return r;
}

bool skep_kernel_may_sleep(const struct skep_walk *w)
{
	const struct skep_frame *first = w->now->frames[0];

	return w->in->sleepable ||
	       (first->kind == SKEP_FRAME_LATER &&
		(first->helper == SKEP_CALLBACK_WORK || first->helper == SKEP_CALLBACK_TASK));
}

bool skep_kernel_in_rcu(const struct skep_walk *w)
{
	return w->now->rcu || !skep_kernel_may_sleep(w) || skep_ref_locked(w->now);
}

/* What is known of it now; its type is that of the field or member it was read from. */
static void distrust(struct skep_reg *r, void *data)
{
	(void)data;
	if (!(r->flags & SKEP_REG_F_RCU))
		return;
	r->flags &= (u16)~SKEP_REG_F_RCU;
	r->flags |= SKEP_REG_F_UNTRUSTED;
}

static void lapse(struct skep_reg *r, void *data)
{
	if (!(r->flags & SKEP_REG_F_RCU))
		return;
	distrust(r, data);
	r->flags &= (u16)~SKEP_REG_F_NULL;
	if (r->type == SKEP_REG_OBJECT)
		r->flags |= SKEP_REG_F_LAPSED;
}

void skep_rcu_end(struct skep_vstate *s)
{
	skep_state_each(s, lapse, NULL);
	for (u32 n = 0; n < s->depth; n++)
		for (u32 i = 0; i < s->frames[n]->slot_count; i++)
			if (s->frames[n]->slots[i].bytes[0] == SKEP_BYTE_ITER)
				lapse(&s->frames[n]->slots[i].reg, NULL);
}

void skep_rcu_unlocked(struct skep_walk *w)
{
	if (!skep_kernel_in_rcu(w))
		skep_state_each(w->now, distrust, NULL);
}

/* ---- members */

struct search {
	struct skep_walk *w;
	const struct btf *btf;
	u32 id; /* the struct */
	s64 off;
	u32 size; /* bytes */
	struct skep_member *m;
};

enum found { MISSING, FOUND, INSIDE, REFUSED };

enum { NESTED = 32 }; /* structs in each other */

/* The struct, or the one around it that has a name. */
static const char *name_of(const struct search *s)
{
	const char *name = skep_types_name(s->btf, s->id);

	if (name[0] || !s->m->owner)
		return name[0] ? name : "without a name";
	return skep_types_name(s->btf, s->m->owner);
}

static bool refuse_member(const struct search *s)
{
	return skep_refuse(s->w, SKEP_RULE_BOUNDS,
			   "struct %s has no member of %u bytes at offset %lld", name_of(s),
			   s->size, (long long)s->off);
}

static u16 read_tags(const struct btf *btf, const struct btf_type *pointer)
{
	const struct btf_type *t = btf__type_by_id(btf, pointer->type);
	const char *name;

	if (!t || !btf_is_type_tag(t))
		return 0;
	name = btf__name_by_offset(btf, t->name_off);
	return strcmp(name, "rcu") == 0	     ? SKEP_TAG_RCU
	       : strcmp(name, "percpu") == 0 ? SKEP_TAG_PERCPU
	       : strcmp(name, "user") == 0   ? SKEP_TAG_USER
					     : 0;
}

/* A pointer is read as a whole, and leads somewhere only if to a struct. */
static enum found take_pointer(struct search *s, const struct btf_type *t, s64 start)
{
	u32 id;
	const struct btf_type *to = skep_types_plain(s->btf, t->type, &id);

	if (s->off != start || s->size != 8) {
		skep_refuse(s->w, SKEP_RULE_BOUNDS,
			    "%u bytes at offset %lld of struct %s are part of the pointer '%s'",
			    s->size, (long long)s->off, name_of(s), s->m->name);
		return REFUSED;
	}
	s->m->tags |= read_tags(s->btf, t);
	s->m->pointer = to && btf_is_composite(to);
	s->m->leaf = !s->m->pointer;
	s->m->id = id;
	return FOUND;
}

static enum found take_bits(const struct search *s, s64 start, u32 first, u32 bits)
{
	s64 end = ((s64)first + bits + 7) / 8;

	return s->off <= start && end <= s->off + s->size ? FOUND : MISSING;
}

/* An element of an array stands for the array; its end is where the access must end. */
static const struct btf_type *element(const struct search *s, const struct btf_type *t, s64 *start,
				      u32 *id)
{
	while (t && btf_is_array(t)) {
		s64 size = btf__resolve_size(s->btf, btf_array(t)->type);

		t = skep_types_plain(s->btf, btf_array(t)->type, id);
		if (size > 0)
			*start += (s->off - *start) / size * size;
	}
	return t;
}

static enum found look_inside(struct search *s, const struct btf_member *m, s64 start, s64 end)
{
	u32 id;
	const struct btf_type *t = skep_types_plain(s->btf, m->type, &id);

	s->m->name = btf__name_by_offset(s->btf, m->name_off);
	if (skep_types_name(s->btf, s->id)[0])
		s->m->owner = s->id;
	t = element(s, t, &start, &id);
	if (!t)
		return MISSING;
	if (btf_is_composite(t)) {
		s->id = id;
		s->off -= start;
		return INSIDE;
	}
	if (btf_is_ptr(t))
		return take_pointer(s, t, start);
	if (s->off + s->size > end && !(s->m->tags & SKEP_TAG_UNION)) {
		skep_refuse(s->w, SKEP_RULE_BOUNDS,
			    "%u bytes at offset %lld of struct %s go past the end of '%s'", s->size,
			    (long long)s->off, name_of(s), s->m->name);
		return REFUSED;
	}
	return FOUND;
}

/* What stands last may go on without an end: numbers, or structs. */
static enum found look_behind(struct search *s, const struct btf_type *t)
{
	u32 last = btf_vlen(t) - 1, id; /* there is one */
	const struct btf_member *m = &btf_members(t)[last];
	const struct btf_type *array = skep_types_plain(s->btf, m->type, NULL);
	s64 start = btf_member_bit_offset(t, last) / 8;

	if (!array || !btf_is_array(array) || btf_array(array)->nelems || s->off < start)
		return MISSING;
	t = skep_types_plain(s->btf, btf_array(array)->type, &id);
	if (t && btf_is_int(t)) {
		s->m->name = btf__name_by_offset(s->btf, m->name_off);
		s->m->owner = s->id;
		return FOUND;
	}
	if (!t || !btf_is_composite(t) || !t->size)
		return MISSING;
	s->id = id;
	s->off = (s->off - start) % t->size;
	return INSIDE;
}

static enum found look(struct search *s)
{
	const struct btf_type *t = btf__type_by_id(s->btf, s->id);

	if (!t || !btf_is_composite(t) || !btf_vlen(t))
		return MISSING;
	if (btf_is_union(t) && btf_vlen(t) != 1)
		s->m->tags |= SKEP_TAG_UNION;
	if (s->off + s->size > t->size)
		return look_behind(s, t);
	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		u32 first = btf_member_bit_offset(t, i), bits = btf_member_bitfield_size(t, i);
		s64 start = first / 8, size = btf__resolve_size(s->btf, m->type);
		enum found found;

		if (s->off + s->size <= start && !btf_is_union(t))
			return MISSING;
		if (bits) {
			found = take_bits(s, start, first, bits);
			if (found != FOUND)
				continue;
			s->m->name = btf__name_by_offset(s->btf, m->name_off);
			s->m->owner = s->id;
			return found;
		}
		if (s->off < start || s->off >= start + size)
			continue;
		found = look_inside(s, m, start, start + size);
		if (found != MISSING)
			return found;
	}
	return MISSING;
}

static bool find(struct search *s)
{
	enum found found = INSIDE;

	*s->m = (struct skep_member){0};
	for (u32 depth = 0; found == INSIDE && depth < NESTED; depth++)
		found = look(s);
	return found == FOUND || (found != REFUSED && refuse_member(s));
}

bool skep_member_look(struct skep_walk *w, const struct btf *btf, u32 id,
		      const struct skep_spot *at, struct skep_member *m)
{
	return find(&(struct search){
	    .w = w, .btf = btf, .id = id, .off = at->off, .size = at->size, .m = m});
}

bool skep_member_find(struct skep_walk *w, u32 id, const struct skep_access *a, s64 off,
		      struct skep_member *m)
{
	return skep_member_look(w, skep_kernel_btf(w->in->kernel), id,
				&(struct skep_spot){off, a->size}, m);
}

/* ---- trust */

enum safety { UNSAFE, TRUSTED, TRUSTED_NULL, RCU, RCU_NULL };

static const struct {
	const char *owner, *member;
	enum safety how;
} safes[] = {
#define SAFE(owner_, member_, how_) {.owner = #owner_, .member = #member_, .how = how_},
#include "verify/safe.def"
};

static enum safety safety_of(const struct skep_walk *w, const struct skep_member *m)
{
	const char *owner = skep_kernel_name(w->in->kernel, m->owner);

	for (u32 i = 0; i < SKEP_COUNT(safes); i++)
		if (strcmp(safes[i].member, m->name) == 0 && strcmp(safes[i].owner, owner) == 0)
			return safes[i].how;
	return UNSAFE;
}

static bool is_trusted(const struct skep_reg *r)
{
	return r->ref || (r->flags & (SKEP_REG_F_TRUSTED | SKEP_REG_F_RCU));
}

/* How far a pointer that was read through another one is to be trusted. */
static u16 inherit(const struct skep_walk *w, const struct skep_reg *r, const struct skep_member *m)
{
	static const u16 flags[] = {
	    [UNSAFE] = 0,
	    [TRUSTED] = SKEP_REG_F_TRUSTED,
	    [TRUSTED_NULL] = SKEP_REG_F_TRUSTED | SKEP_REG_F_NULL,
	    [RCU] = SKEP_REG_F_RCU,
	    [RCU_NULL] = SKEP_REG_F_RCU | SKEP_REG_F_NULL,
	};
	enum safety how;

	if (r->flags & SKEP_REG_F_UNTRUSTED)
		return SKEP_REG_F_UNTRUSTED;
	if (!is_trusted(r))
		return 0;
	how = safety_of(w, m);
	if (how == TRUSTED || how == TRUSTED_NULL)
		return flags[how];
	if (!skep_kernel_in_rcu(w))
		return SKEP_REG_F_UNTRUSTED;
	if (how == UNSAFE && (m->tags & SKEP_TAG_RCU))
		how = RCU_NULL;
	if (how == UNSAFE && (m->tags & SKEP_TAG_UNION))
		return SKEP_REG_F_UNTRUSTED;
	if (how == UNSAFE && (m->tags & SKEP_TAG_PERCPU))
		return SKEP_REG_F_PERCPU;
	return flags[how];
}

/* ---- access */

/* What congestion control may write (Linux: bpf_tcp_ca_btf_struct_access), and programs on the
 * packet's way (nf_conntrack_btf_struct_access). */
#define CONTROL (1ULL << BPF_PROG_TYPE_STRUCT_OPS)
#define PACKETS (1ULL << BPF_PROG_TYPE_XDP | 1ULL << BPF_PROG_TYPE_SCHED_CLS)
static const struct {
	u64 progs;
	const char *owner, *member;
} writables[] = {
    {CONTROL, "sock", "sk_pacing_rate"},
    {CONTROL, "sock", "sk_pacing_status"},
    {CONTROL, "inet_connection_sock", "icsk_ca_priv"},
    {CONTROL, "tcp_sock", "snd_cwnd"},
    {CONTROL, "tcp_sock", "snd_cwnd_cnt"},
    {CONTROL, "tcp_sock", "snd_cwnd_stamp"},
    {CONTROL, "tcp_sock", "snd_ssthresh"},
    {CONTROL, "tcp_sock", "ecn_flags"},
    {CONTROL, "tcp_sock", "app_limited"},
    {CONTROL, "inet_connection_sock", "pending"},
    {CONTROL, "bpf_dummy_ops_state", "val"},
    {PACKETS, "nf_conn", "mark"},
};

static bool writes_anything(const struct skep_walk *w)
{
	u64 progs = 0;

	for (u32 i = 0; i < SKEP_COUNT(writables); i++)
		progs |= writables[i].progs;
	return progs & skep_prog_bit(w->in->prog_type);
}

static bool is_writable(const struct skep_walk *w, const struct skep_member *m)
{
	const char *owner = skep_kernel_name(w->in->kernel, m->owner);

	for (u32 i = 0; i < SKEP_COUNT(writables); i++)
		if ((writables[i].progs & skep_prog_bit(w->in->prog_type)) &&
		    strcmp(writables[i].member, m->name) == 0 &&
		    strcmp(writables[i].owner, owner) == 0)
			return true;
	return false;
}

static bool check_kernel_access(struct skep_walk *w, const struct skep_access *a,
				const struct skep_reg *r, s64 off)
{
	const char *name = skep_kernel_name(w->in->kernel, r->size);

	if (!w->leaks)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE, "reading struct %s needs CAP_PERFMON",
				   name);
	if (!w->in->gpl)
		return skep_refuse(
		    w, SKEP_RULE_HELPER,
		    "reading struct %s is for programs under a licence compatible with the GPL",
		    name);
	if (off < 0)
		return skep_refuse(w, SKEP_RULE_BOUNDS, "offset %lld of struct %s", (long long)off,
				   name);
	if (!skep_scalar_is_const(&r->v) || r->v.t.value)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "an offset of struct %s that is not known", name);
	if (r->flags & SKEP_REG_F_PERCPU)
		return skep_refuse(w, SKEP_RULE_NOT_POINTER,
				   "r%u points to per-CPU memory: see bpf_per_cpu_ptr", a->reg);
	if (a->write && !writes_anything(w))
		return skep_refuse(w, SKEP_RULE_READ_ONLY, "struct %s may only be read", name);
	return true;
}

/* What was read and leads to no struct: since Linux 6.17 it may be followed without a type. */
static struct skep_reg no_struct(const struct skep_walk *w, const struct skep_access *a,
				 const struct skep_member *m)
{
	u32 kernel = w->options->kernel;

	return m->leaf && (!kernel || kernel >= 617) ? skep_reg_pointer(SKEP_REG_ANYWHERE)
						     : skep_access_loaded(a);
}

bool skep_kernel_access(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	s64 off = (s64)r->off + a->off;
	struct skep_member m;
	struct skep_reg value;

	if (!w->in->kernel)
		return skep_refuse(w, SKEP_RULE_UNSUPPORTED,
				   "r%u is a kernel pointer, and no kernel's types are known",
				   a->reg);
	if (!check_kernel_access(w, a, r, off) || !skep_member_find(w, r->size, a, off, &m))
		return false;
	if (a->write && !is_writable(w, &m))
		return skep_refuse(w, SKEP_RULE_READ_ONLY, "struct %s may only be read",
				   skep_kernel_name(w->in->kernel, r->size));
	if (a->write || a->value < 0)
		return true;
	if (!m.pointer || (m.tags & SKEP_TAG_USER))
		return skep_reg_set(w, (u32)a->value, no_struct(w, a, &m));
	value = skep_kernel_pointer(w, m.id, inherit(w, r, &m));
	if (value.flags & SKEP_REG_F_NULL)
		value.id = skep_walk_id(w);
	return skep_reg_set(w, (u32)a->value, value);
}

/* ---- maps as the kernel has them */

/* What a map of a type is a part of; all else is a struct bpf_map alone. */
static const char *const map_structs[] = {
    [BPF_MAP_TYPE_HASH] = "bpf_htab",
    [BPF_MAP_TYPE_ARRAY] = "bpf_array",
    [BPF_MAP_TYPE_PROG_ARRAY] = "bpf_array",
    [BPF_MAP_TYPE_PERF_EVENT_ARRAY] = "bpf_array",
    [BPF_MAP_TYPE_PERCPU_HASH] = "bpf_htab",
    [BPF_MAP_TYPE_PERCPU_ARRAY] = "bpf_array",
    [BPF_MAP_TYPE_STACK_TRACE] = "bpf_stack_map",
    [BPF_MAP_TYPE_CGROUP_ARRAY] = "bpf_array",
    [BPF_MAP_TYPE_LRU_HASH] = "bpf_htab",
    [BPF_MAP_TYPE_LRU_PERCPU_HASH] = "bpf_htab",
    [BPF_MAP_TYPE_LPM_TRIE] = "lpm_trie",
    [BPF_MAP_TYPE_ARRAY_OF_MAPS] = "bpf_array",
    [BPF_MAP_TYPE_HASH_OF_MAPS] = "bpf_htab",
    [BPF_MAP_TYPE_DEVMAP] = "bpf_dtab",
    [BPF_MAP_TYPE_SOCKMAP] = "bpf_stab",
    [BPF_MAP_TYPE_CPUMAP] = "bpf_cpu_map",
    [BPF_MAP_TYPE_XSKMAP] = "xsk_map",
    [BPF_MAP_TYPE_SOCKHASH] = "bpf_shtab",
    [BPF_MAP_TYPE_QUEUE] = "bpf_queue_stack",
    [BPF_MAP_TYPE_STACK] = "bpf_queue_stack",
    [BPF_MAP_TYPE_DEVMAP_HASH] = "bpf_dtab",
    [BPF_MAP_TYPE_RINGBUF] = "bpf_ringbuf_map",
};

u32 skep_kernel_map_struct(const struct skep_walk *w, const struct skep_map_desc *map)
{
	const char *name = map->type < SKEP_COUNT(map_structs) ? map_structs[map->type] : NULL;

	return w->in->kernel
		   ? skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, name ? name : "bpf_map")
		   : 0;
}

bool skep_kernel_map_access(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	struct skep_member m;

	if (!w->leaks)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE,
				   "reading the kernel's struct of a map needs CAP_PERFMON");
	if (a->write || a->off < 0)
		return skep_refuse(
		    w, SKEP_RULE_READ_ONLY,
		    "the kernel's struct of a map may only be read, from its start on");
	if (!skep_member_find(w, skep_kernel_map_struct(w, r->of), a, a->off, &m))
		return false;
	if (a->value < 0)
		return true;
	return skep_reg_set(w, (u32)a->value,
			    m.pointer ? skep_kernel_pointer(w, m.id, 0) : no_struct(w, a, &m));
}

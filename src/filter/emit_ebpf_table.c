/* SPDX-License-Identifier: BSD-2-Clause */
/* A large set as data of the program.
 *
 * The span of the set is cut into about twice as many equal buckets as there are ranges. The first
 * table has, for each bucket, the number of the last range that begins at or before the bucket
 * does; the second has the ranges. From there a binary search finds the last range that begins at
 * or before the value: a fixed number of halvings, as many as the fullest bucket needs. Behind the
 * ranges the last one is repeated, so that a halving never looks beyond the table, and finds
 * nothing else there. */
#include "base/diag.h"
#include "filter/emit_ebpf.h"
#include "prog/prog.h"

enum { BUCKETS_MAX = 1 << 20, NEAREST = INT16_MAX - 8 };

struct shape {
	const struct skep_range *ranges;
	u32 count;
	u32 min, max;
	u32 shift; /* bucket = (value - min) >> shift */
	u32 buckets;
	u32 first;   /* the first halving: a power of two, 0 for none */
	u32 size;    /* bytes of an entry: 4 if all ranges are single numbers, else 8 */
	size_t base; /* bytes before the second table */
	size_t total;
};

static u32 bucket_of(const struct shape *s, u32 value)
{
	return (value - s->min) >> s->shift;
}

/* The most ranges that begin within one bucket, not counting one at its very start. */
static u32 fullest(const struct shape *s)
{
	u32 most = 0, run = 0;

	for (u32 i = 1; i < s->count; i++) {
		bool same = bucket_of(s, s->ranges[i].lo) == bucket_of(s, s->ranges[i - 1].lo);

		run = same ? run + 1 : 1;
		most = run > most ? run : most;
	}
	return most;
}

static struct shape shape_of(const struct skep_set *set)
{
	struct shape s = {.ranges = set->ranges, .count = set->count, .size = 4};
	u32 span, most;

	s.min = set->ranges[0].lo;
	s.max = set->ranges[set->count - 1].hi;
	span = s.max - s.min;
	while (span >> s.shift >= 2 * s.count || span >> s.shift >= BUCKETS_MAX)
		s.shift++;
	s.buckets = (span >> s.shift) + 1;
	for (u32 i = 0; i < s.count; i++)
		if (s.ranges[i].lo != s.ranges[i].hi)
			s.size = 8;
	most = fullest(&s);
	s.first = most > 0;
	while (s.first && s.first * 2 <= most)
		s.first *= 2;
	s.base = ((size_t)s.buckets * 4 + 7) & ~(size_t)7;
	s.total = s.base + ((size_t)s.count + 2 * (size_t)s.first) * s.size;
	return s;
}

static u32 table_of(struct skep_ebpf *e, u32 set)
{
	for (u32 i = 0; i < e->table_count; i++)
		if (e->tables[i] == set)
			return i;
	e->tables[e->table_count] = set;
	return e->table_count++;
}

/* dst = address of byte `offset` of a table. */
static void address(struct skep_ebpf *e, u8 dst, u32 table, size_t offset)
{
	skep_ebpf_put(e, (struct bpf_insn){.code = BPF_LD | BPF_IMM | BPF_DW,
					   .dst_reg = dst & 15u,
					   .src_reg = BPF_PSEUDO_MAP_IDX_VALUE,
					   .imm = (s32)table});
	skep_ebpf_put(e, (struct bpf_insn){.imm = (s32)offset});
}

static void compare(struct skep_ebpf *e, u8 code, u8 dst, u32 k, skep_nid to)
{
	skep_ebpf_leave(e, (struct bpf_insn){.code = code, .dst_reg = dst & 15u, .imm = (s32)k},
			to);
}

static void halve(struct skep_ebpf *e, u8 p, u8 t, u8 v, u32 bytes)
{
	bool near = bytes <= NEAREST;
	struct bpf_insn skip = {.code = BPF_JMP32 | BPF_X | (near ? BPF_JGT : BPF_JLE),
				.dst_reg = t & 15u,
				.src_reg = v & 15u,
				.off = 1};

	if (!near)
		skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, p, bytes);
	skep_ebpf_load(e, 4, t, p, near ? (s32)bytes : 0);
	skep_ebpf_put(e, skip);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, p, near ? bytes : 0 - bytes);
}

struct bpf_insn skep_ebpf_look_up(struct skep_ebpf *e, const struct skep_step *s)
{
	struct shape shape = shape_of(&e->plan.g->sets.data[s->b]);
	u32 table = table_of(e, s->b);
	u8 v = skep_ebpf_value(e, s->a), t, p;
	u16 pinned = e->pinned;

	e->pinned |= (u16)(1u << v);
	t = skep_ebpf_take(e);
	p = skep_ebpf_take_beside(e, t);
	e->pinned = pinned;
	if (shape.min > 0)
		compare(e, BPF_JMP32 | BPF_JLT | BPF_K, v, shape.min, s->no);
	if (shape.max < UINT32_MAX)
		compare(e, BPF_JMP32 | BPF_JGT | BPF_K, v, shape.max, s->no);
	skep_ebpf_alu(e, BPF_ALU | BPF_MOV, t, v);
	if (shape.min > 0)
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_SUB, t, shape.min);
	if (shape.shift > 0)
		skep_ebpf_alu_imm(e, BPF_ALU | BPF_RSH, t, shape.shift);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_LSH, t, 2);
	address(e, p, table, 0);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, p, t);
	skep_ebpf_load(e, 4, t, p, 0);
	if (e->target->type == SKEP_PROG_XDP) /* never taken, but the verifier has to see it */
		compare(e, BPF_JMP32 | BPF_JGT | BPF_K, t, shape.count - 1, s->no);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_LSH, t, shape.size == 4 ? 2 : 3);
	address(e, p, table, shape.base);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, p, t);
	for (u32 half = shape.first; half > 0; half /= 2)
		halve(e, p, t, v, half * shape.size);
	skep_ebpf_load(e, 4, t, p, (s32)shape.size - 4);
	return (struct bpf_insn){.code = BPF_JMP32 | BPF_X | (shape.size == 4 ? BPF_JEQ : BPF_JLE),
				 .dst_reg = v & 15u,
				 .src_reg = t & 15u};
}

static void fill(const struct shape *s, u8 *bytes)
{
	u32 *starts = (void *)bytes, *entries = (void *)(bytes + s->base);
	size_t entry_count = (s->total - s->base) / s->size;
	u32 last = 0;

	for (u32 i = 0; i < s->buckets; i++) {
		u64 start = s->min + ((u64)i << s->shift);

		while (last + 1 < s->count && s->ranges[last + 1].lo <= start)
			last++;
		starts[i] = last;
	}
	for (size_t i = 0; i < entry_count; i++) {
		const struct skep_range *r = &s->ranges[i < s->count ? i : s->count - 1];

		*entries++ = r->lo;
		if (s->size == 8)
			*entries++ = r->hi;
	}
}

bool skep_ebpf_fill_tables(struct skep_ebpf *e, struct skep_prog *prog)
{
	for (u32 i = 0; i < e->table_count; i++) {
		struct shape s = shape_of(&e->plan.g->sets.data[e->tables[i]]);
		u32 index;
		u8 *bytes = skep_prog_add_data(prog, s.total, &index, e->diag);

		if (!bytes)
			return false;
		fill(&s, bytes);
	}
	return true;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* r6 context, r7 whether it matches, r8 length of the packet, r9 record.
 *
 * A record of the ring has the size it was reserved with, which the verifier wants to be a
 * constant: the smallest of a few that the packet fits in. */
#include "linux/xdp_code.h"

#define LENGTH(size) ((size) + (u32)sizeof(struct skep_xdp_record))

enum { KEY = -8 }; /* of the counters, on the stack */

struct code {
	struct bpf_insn *insns;
	u32 count;
	u32 to_end[16]; /* jumps to the verdict */
	u32 jumps;
};

static u32 put(struct code *c, struct bpf_insn insn)
{
	c->insns[c->count] = insn;
	return c->count++;
}

static void move(struct code *c, u32 to, u32 from)
{
	put(c, (struct bpf_insn){
		   .code = BPF_ALU64 | BPF_MOV | BPF_X, .dst_reg = to & 15, .src_reg = from & 15});
}

static void set(struct code *c, u32 to, u32 value)
{
	put(c, (struct bpf_insn){
		   .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = to & 15, .imm = (s32)value});
}

static void add(struct code *c, u32 to, s32 value)
{
	put(c, (struct bpf_insn){
		   .code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = to & 15, .imm = value});
}

static void call(struct code *c, s32 helper)
{
	put(c, (struct bpf_insn){.code = BPF_JMP | BPF_CALL, .imm = helper});
}

static void map(struct code *c, u32 to, int fd)
{
	put(c, (struct bpf_insn){.code = BPF_LD | BPF_IMM | BPF_DW,
				 .dst_reg = to & 15,
				 .src_reg = BPF_PSEUDO_MAP_FD,
				 .imm = fd});
	put(c, (struct bpf_insn){0});
}

static void store(struct code *c, u8 size, u32 base, s16 offset, u32 from)
{
	put(c, (struct bpf_insn){.code = BPF_STX | BPF_MEM | size,
				 .dst_reg = base & 15,
				 .src_reg = from & 15,
				 .off = offset});
}

/* A jump whose target is not known yet. */
static u32 jump(struct code *c, u8 operation, u32 reg, u32 value)
{
	return put(c, (struct bpf_insn){.code = BPF_JMP | operation | BPF_K,
					.dst_reg = reg & 15,
					.imm = (s32)value});
}

static void land(struct code *c, u32 at)
{
	c->insns[at].off = (s16)(c->count - at - 1);
}

static void to_end(struct code *c, u32 at)
{
	c->to_end[c->jumps++] = at;
}

/* value[offset] += r8, or 1 */
static void increase(struct code *c, s16 offset, bool by_length)
{
	put(c, (struct bpf_insn){
		   .code = BPF_LDX | BPF_MEM | BPF_DW, .dst_reg = 1, .src_reg = 0, .off = offset});
	if (by_length)
		put(c, (struct bpf_insn){
			   .code = BPF_ALU64 | BPF_ADD | BPF_X, .dst_reg = 1, .src_reg = 8});
	else
		add(c, 1, 1);
	store(c, BPF_DW, 0, offset, 1);
}

/* Counts the packet under the key in a register. */
static void count(struct code *c, const struct skep_xdp_program *p, u32 key)
{
	u32 missing;

	store(c, BPF_W, 10, KEY, key);
	map(c, 1, p->counters);
	move(c, 2, 10);
	add(c, 2, KEY);
	call(c, BPF_FUNC_map_lookup_elem);
	missing = jump(c, BPF_JEQ, 0, 0);
	increase(c, 0, false);
	increase(c, 8, true);
	land(c, missing);
}

/* r4 = r8, 1 to size */
static void bound(struct code *c, u32 size)
{
	u32 at;

	move(c, 4, 8);
	at = jump(c, BPF_JLE, 4, size);
	set(c, 4, size);
	land(c, at);
	at = jump(c, BPF_JGE, 4, 1);
	set(c, 4, 1);
	land(c, at);
}

/* Copies a packet to a record with room for `size` bytes; returns the jump where none was left. */
static u32 copy(struct code *c, const struct skep_xdp_program *p, u32 size)
{
	u32 lost;

	map(c, 1, p->ring);
	set(c, 2, LENGTH(size));
	set(c, 3, 0);
	call(c, BPF_FUNC_ringbuf_reserve);
	lost = jump(c, BPF_JEQ, 0, 0);
	move(c, 9, 0);
	call(c, BPF_FUNC_ktime_get_ns);
	store(c, BPF_DW, 9, offsetof(struct skep_xdp_record, time), 0);
	store(c, BPF_W, 9, offsetof(struct skep_xdp_record, wirelen), 8);
	bound(c, size);
	store(c, BPF_W, 9, offsetof(struct skep_xdp_record, caplen), 4);
	move(c, 1, 6);
	set(c, 2, 0);
	move(c, 3, 9);
	add(c, 3, sizeof(struct skep_xdp_record));
	call(c, BPF_FUNC_xdp_load_bytes);
	move(c, 1, 9);
	set(c, 2, 0);
	call(c, BPF_FUNC_ringbuf_submit);
	to_end(c, jump(c, BPF_JA, 0, 0));
	return lost;
}

static void capture(struct code *c, const struct skep_xdp_program *p)
{
	static const u32 sizes[] = {128, 512};
	u32 lost[SKEP_COUNT(sizes) + 1], losses = 0;

	to_end(c, jump(c, BPF_JEQ, 7, 0));
	for (size_t i = 0; i < SKEP_COUNT(sizes); i++) {
		u32 larger;

		if (sizes[i] >= p->snaplen)
			break;
		larger = jump(c, BPF_JGT, 8, sizes[i]);
		lost[losses++] = copy(c, p, sizes[i]);
		land(c, larger);
	}
	lost[losses++] = copy(c, p, p->snaplen);
	for (u32 i = 0; i < losses; i++)
		land(c, lost[i]);
	set(c, 1, SKEP_XDP_LOST);
	count(c, p, 1);
}

u32 skep_xdp_code(const struct skep_xdp_program *p, struct bpf_insn insns[SKEP_XDP_CODE_MAX])
{
	struct code c = {.insns = insns};
	u32 filter, other;

	move(&c, 6, 1);
	filter = put(&c, (struct bpf_insn){.code = BPF_JMP | BPF_CALL, .src_reg = BPF_PSEUDO_CALL});
	move(&c, 7, 0);
	move(&c, 1, 6);
	call(&c, BPF_FUNC_xdp_get_buff_len);
	move(&c, 8, 0);
	count(&c, p, 7);
	if (p->ring >= 0)
		capture(&c, p);
	for (u32 i = 0; i < c.jumps; i++)
		land(&c, c.to_end[i]);
	other = jump(&c, BPF_JEQ, 7, 0);
	set(&c, 0, p->match);
	put(&c, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
	land(&c, other);
	set(&c, 0, p->other);
	put(&c, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
	insns[filter].imm = (s32)(c.count - filter - 1);
	return c.count;
}

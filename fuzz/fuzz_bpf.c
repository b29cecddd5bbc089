/* SPDX-License-Identifier: BSD-2-Clause */
/* Choices of calls of bpf(2) on one system: maps of all types, BTF that is nearly right, programs
 * that are nearly right or call helpers with nearly right arguments, run in the checked interpreter
 * or as machine code. Nothing may happen but answers; a program that the verifier let pass keeps to
 * its memory.
 *
 * The caller's memory is one block with nothing behind it, so that a wrong address of its own is
 * not mistaken for one of the system's. */
#include <errno.h>
#include <linux/bpf.h>
#include <linux/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <skep/prog.h>

#include "fuzz.h"
#include "spec/spec.h"
#include "syscall/skep.h"
#include "verify/maker.h"

enum { CALLS = 40, DESCRIPTORS = 24, MEMORY = 1 << 14, INSNS = 256, ATTR = 152 };

enum field_kind {
	KIND_TYPE,
	KIND_LITTLE,
	KIND_FLAGS,
	KIND_DESCRIPTOR,
	KIND_NAME,
	KIND_MEMORY,
	KIND_PATH,
	KIND_BTF,
};

struct field {
	u8 off, kind;
};

struct call {
	u8 command;
	struct field fields[12]; /* ends where `off` is 0 once more */
};

#define CALL(name)                                                                                 \
	{                                                                                          \
		BPF_##name,                                                                        \
		{
#define FIELD(off, kind) {off, KIND_##kind},
#define END()                                                                                      \
	}                                                                                          \
	}                                                                                          \
	,
static const struct call calls[] = {
#include "bpf_fields.def"
};

struct game {
	const u8 *bytes;
	size_t left;
	struct skep *skep;
	u8 *memory; /* of the caller; MEMORY bytes, then none */
	int fds[DESCRIPTORS];
	u32 fd_count;
	bool checked;
};

/* ---- choices */

static u32 choose(struct game *g, u32 below)
{
	u32 value = 0;

	for (u32 most = below; most && g->left; most >>= 8) {
		value = value << 8 | *g->bytes++;
		g->left--;
	}
	return below ? value % below : value;
}

static u32 choose_word(struct game *g)
{
	return choose(g, 0x10000) << 16 | choose(g, 0x10000);
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

static u64 choose_memory(struct game *g)
{
	static const u64 wrong[] = {0, 1, 0xffff888000000000, (u64)-8};
	u32 kind = choose(g, 16);

	if (kind < SKEP_COUNT(wrong))
		return wrong[kind];
	return address(g->memory) + (kind < 6 ? MEMORY - choose(g, 32) : choose(g, MEMORY / 2));
}

static u32 choose_fd(struct game *g)
{
	u32 kind = choose(g, 16);

	if (!kind || !g->fd_count)
		return kind ? 0 : choose_word(g);
	return (u32)g->fds[choose(g, g->fd_count)];
}

static void scatter(struct game *g)
{
	u32 at = choose(g, MEMORY / 2), count = choose(g, 32);

	for (u32 i = 0; i < count; i++)
		g->memory[at + i] = (u8)choose(g, 256);
}

/* ---- BTF: a header, a few types, names */

static u64 put_btf(struct game *g, u32 *size)
{
	static const char names[] = "\0int\0value\0bpf_spin_lock\0lock\0bpf_timer";
	static const u32 types[] = {
	    1,	BTF_KIND_INT << 24,	   4, 32,		  /* 1: int */
	    11, BTF_KIND_STRUCT << 24 | 1, 4, 25, 1, 0,		  /* 2: bpf_spin_lock */
	    5,	BTF_KIND_STRUCT << 24 | 2, 8, 25, 2, 0, 1, 1, 32, /* 3: value */
	    0,	BTF_KIND_PTR << 24,	   3,			  /* 4 */
	    0,	BTF_KIND_ARRAY << 24,	   0, 1,  1, 4};	  /* 5 */
	struct btf_header head = {.magic = BTF_MAGIC,
				  .version = BTF_VERSION,
				  .hdr_len = sizeof(head),
				  .type_len = sizeof(types),
				  .str_off = sizeof(types),
				  .str_len = sizeof(names)};
	u8 *to = g->memory + MEMORY / 2;

	memcpy(to, &head, sizeof(head));
	memcpy(to + sizeof(head), types, sizeof(types));
	memcpy(to + sizeof(head) + sizeof(types), names, sizeof(names));
	*size = sizeof(head) + sizeof(types) + sizeof(names);
	for (u32 n = choose(g, 4); n; n--)
		to[choose(g, *size)] = (u8)choose(g, 256);
	return address(to);
}

/* ---- programs */

struct draft {
	struct game *g;
	struct bpf_insn insns[INSNS];
	u32 count;
};

static void add(struct draft *d, struct bpf_insn insn)
{
	if (d->count < INSNS)
		d->insns[d->count++] = insn;
}

static void move(struct draft *d, u8 to, s32 number)
{
	add(d, (struct bpf_insn){BPF_ALU64 | BPF_MOV | BPF_K, (u8)(to & 15), 0, 0, number});
}

static void copy(struct draft *d, u8 to, u8 from)
{
	add(d,
	    (struct bpf_insn){BPF_ALU64 | BPF_MOV | BPF_X, (u8)(to & 15), (u8)(from & 15), 0, 0});
}

static void name_map(struct draft *d, u8 to)
{
	add(d, (struct bpf_insn){BPF_LD | BPF_IMM | BPF_DW, (u8)(to & 15), BPF_PSEUDO_MAP_FD, 0,
				 (s32)choose_fd(d->g)});
	add(d, (struct bpf_insn){0});
}

static void stack_address(struct draft *d, u8 to)
{
	copy(d, to, 10);
	add(d, (struct bpf_insn){BPF_ALU64 | BPF_ADD | BPF_K, (u8)(to & 15), 0, 0,
				 -8 * (s32)(1 + choose(d->g, 32))});
}

static void add_argument(struct draft *d, u8 to, const struct skep_arg *arg)
{
	switch (arg->kind) {
	case SKEP_ARG_CONST_MAP:
		name_map(d, to);
		break;
	case SKEP_ARG_MAP_KEY:
	case SKEP_ARG_MAP_VALUE:
	case SKEP_ARG_MEM:
	case SKEP_ARG_STACK:
	case SKEP_ARG_DYNPTR:
		stack_address(d, to);
		break;
	case SKEP_ARG_CTX:
		copy(d, to, 6);
		break;
	case SKEP_ARG_CONST_SIZE:
	case SKEP_ARG_CONST_SIZE_OR_ZERO:
	case SKEP_ARG_CONST_ALLOC_SIZE_OR_ZERO:
		move(d, to, (s32)choose(d->g, 64));
		break;
	case SKEP_ARG_ANYTHING:
		move(d, to, choose(d->g, 4) ? (s32)choose(d->g, 64) : (s32)choose_word(d->g));
		break;
	default:
		copy(d, to, choose(d->g, 2) ? 0 : 9);
		break;
	}
}

static void add_call(struct draft *d)
{
	s32 number = (s32)choose(d->g, 212);
	const struct skep_helper_row *row = skep_helper_row(number);

	for (u8 i = 0; row && i < 5 && row->args[i].kind != SKEP_ARG_NONE; i++)
		add_argument(d, i + 1, &row->args[i]);
	add(d, (struct bpf_insn){BPF_JMP | BPF_CALL, 0, 0, 0, number});
	if (choose(d->g, 2))
		return;
	/* What came back is looked at, if it is something. */
	add(d, (struct bpf_insn){BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2, 0});
	add(d, (struct bpf_insn){BPF_LDX | BPF_MEM | BPF_W, 1, 0, 0, 0});
	add(d, (struct bpf_insn){BPF_STX | BPF_MEM | BPF_W, 0, 1, 4, 0});
}

/* Direct access to the packet, of more or fewer bytes than were asked about. */
static void add_packet(struct draft *d)
{
	s32 room = (s32)choose(d->g, 64);

	add(d, (struct bpf_insn){BPF_LDX | BPF_MEM | BPF_W, 2, 6, choose(d->g, 2) ? 0 : 76, 0});
	add(d, (struct bpf_insn){BPF_LDX | BPF_MEM | BPF_W, 3, 6, choose(d->g, 2) ? 4 : 80, 0});
	copy(d, 4, 2);
	add(d, (struct bpf_insn){BPF_ALU64 | BPF_ADD | BPF_K, 4, 0, 0, room});
	add(d, (struct bpf_insn){BPF_JMP | BPF_JGT | BPF_X, 4, 3, 2, 0});
	add(d, (struct bpf_insn){BPF_LDX | BPF_MEM | BPF_B, 0, 2, (s16)choose(d->g, 64), 0});
	add(d, (struct bpf_insn){BPF_STX | BPF_MEM | BPF_B, 2, 0, (s16)choose(d->g, 64), 0});
}

static void add_any(struct draft *d)
{
	struct bpf_insn insn = {.code = (u8)choose(d->g, 256)};
	u32 registers = choose(d->g, 256);

	insn.dst_reg = registers & 15;
	insn.src_reg = registers >> 4 & 15;
	insn.off = (s16)choose(d->g, 16);
	insn.imm = (s32)choose(d->g, 64);
	add(d, insn);
}

static void write_calls(struct draft *d)
{
	u32 pieces = 1 + choose(d->g, 12);

	copy(d, 6, 1);
	move(d, 9, 0);
	move(d, 0, 0);
	for (s16 at = -256; at < 0; at = (s16)(at + 8))
		add(d, (struct bpf_insn){BPF_ST | BPF_MEM | BPF_DW, 10, 0, at, at & 64});
	for (u32 i = 0; i < pieces; i++) {
		u32 kind = choose(d->g, 8);

		if (kind == 0)
			add_any(d);
		else if (kind == 1)
			add_packet(d);
		else
			add_call(d);
	}
	move(d, 0, (s32)choose(d->g, 3));
	add(d, (struct bpf_insn){BPF_JMP | BPF_EXIT, 0, 0, 0, 0});
}

/* A program of the maker's, whose maps are the first two descriptors. */
static bool write_made(struct game *g, struct made *made)
{
	struct choices c = {.bytes = g->bytes, .count = g->left < 200 ? g->left : 200};

	maker_make(&c, made);
	g->left -= (size_t)(c.bytes - g->bytes);
	g->bytes = c.bytes;
	memcpy(g->memory, g->fds, 2 * sizeof(g->fds[0]));
	return g->fd_count >= 2;
}

static long bpf(struct game *g, int command, u8 *attr, u32 size)
{
	long result = skep_bpf(g->skep, command, (union bpf_attr *)attr, size);

	if (result >= 0 && skep_bpf_opens(command)) {
		if (g->fd_count == DESCRIPTORS) {
			close(g->fds[DESCRIPTORS / 2]);
			g->fds[DESCRIPTORS / 2] = (int)result;
		} else {
			g->fds[g->fd_count++] = (int)result;
		}
	}
	return result;
}

/* Runs what was loaded on memory of its own: what stops it is a lie of the verifier's. */
static void run(struct game *g, int fd)
{
	static u8 packet[256];
	union bpf_attr attr = {.test = {.prog_fd = (u32)fd,
					.data_size_in = 14 + choose(g, 200),
					.data_in = address(packet),
					.repeat = 1 + choose(g, 3)}};

	packet[12] = 8;
	packet[14] = 0x45;
	packet[23] = choose(g, 2) ? 6 : 17;
	if (skep_bpf(g->skep, BPF_PROG_TEST_RUN, &attr, sizeof(attr)) == -EFAULT && g->checked) {
		fprintf(stderr, "an accepted program was stopped\n");
		abort();
	}
}

static void load(struct game *g)
{
	static const u8 types[] = {BPF_PROG_TYPE_SOCKET_FILTER,	 BPF_PROG_TYPE_XDP,
				   BPF_PROG_TYPE_SCHED_CLS,	 BPF_PROG_TYPE_CGROUP_SKB,
				   BPF_PROG_TYPE_RAW_TRACEPOINT, BPF_PROG_TYPE_FLOW_DISSECTOR,
				   BPF_PROG_TYPE_LWT_XMIT,	 BPF_PROG_TYPE_SYSCALL};
	union bpf_attr attr = {.license = address("GPL"), .fd_array = address(g->memory)};
	struct draft d = {.g = g};
	struct made made;
	long fd;

	if (choose(g, 3) == 0 && write_made(g, &made)) {
		attr.prog_type = made.xdp ? BPF_PROG_TYPE_XDP : BPF_PROG_TYPE_SOCKET_FILTER;
		attr.insns = address(made.insns);
		attr.insn_cnt = made.count;
	} else {
		write_calls(&d);
		attr.prog_type = types[choose(g, SKEP_COUNT(types))];
		attr.prog_flags = attr.prog_type == BPF_PROG_TYPE_SYSCALL ? BPF_F_SLEEPABLE : 0;
		attr.insns = address(d.insns);
		attr.insn_cnt = d.count;
	}
	fd = bpf(g, BPF_PROG_LOAD, (u8 *)&attr, sizeof(attr));
	if (fd >= 0)
		run(g, (int)fd);
}

/* ---- calls */

static void fill(struct game *g, u8 *attr, const struct field *f)
{
	u32 word = 0;
	u64 wide = 0;

	switch ((enum field_kind)f->kind) {
	case KIND_TYPE:
		word = choose(g, 36);
		break;
	case KIND_LITTLE:
		word = choose(g, 8) ? choose(g, 70) : choose_word(g) & 0xfffff;
		break;
	case KIND_FLAGS:
		word = choose(g, 2) ? 0 : 1u << choose(g, 20);
		break;
	case KIND_DESCRIPTOR:
		word = choose_fd(g);
		break;
	case KIND_NAME:
		memcpy(attr + f->off, "name", 5);
		return;
	case KIND_MEMORY:
		wide = choose_memory(g);
		break;
	case KIND_PATH:
		snprintf((char *)g->memory, 64, "/sys/fs/bpf/%c", 'a' + choose(g, 4));
		wide = choose(g, 8) ? address(g->memory) : choose_memory(g);
		break;
	case KIND_BTF:
		wide = put_btf(g, &word);
		memcpy(attr + 16, &word, sizeof(word));
		break;
	}
	if (wide)
		memcpy(attr + f->off, &wide, sizeof(wide));
	else
		memcpy(attr + f->off, &word, sizeof(word));
}

static void call(struct game *g, const struct call *c)
{
	u8 attr[ATTR] = {0};

	for (u32 i = 0; i < SKEP_COUNT(c->fields) && (!i || c->fields[i].off); i++)
		fill(g, attr, &c->fields[i]);
	if (choose(g, 16) == 0)
		attr[choose(g, ATTR)] ^= (u8)choose(g, 256);
	bpf(g, c->command, attr, choose(g, 16) ? ATTR : choose(g, ATTR + 1));
}

/* What programs of the maker's want first. */
static void begin(struct game *g)
{
	u32 key = 0;

	for (u32 i = 0; i < 2; i++) {
		union bpf_attr attr = {.map_type = BPF_MAP_TYPE_ARRAY,
				       .key_size = 4,
				       .value_size = MAKER_VALUE,
				       .max_entries = 1,
				       .map_flags = i ? BPF_F_RDONLY_PROG : 0};

		bpf(g, BPF_MAP_CREATE, (u8 *)&attr, sizeof(attr));
	}
	for (u32 i = 0; i < MAKER_VALUE; i++)
		g->memory[i] = maker_frozen(i);
	if (g->fd_count == 2) {
		union bpf_attr element = {
		    .map_fd = (u32)g->fds[1], .key = address(&key), .value = address(g->memory)};
		union bpf_attr freeze = {.map_fd = (u32)g->fds[1]};

		skep_bpf(g->skep, BPF_MAP_UPDATE_ELEM, &element, sizeof(element));
		skep_bpf(g->skep, BPF_MAP_FREEZE, &freeze, sizeof(freeze));
	}
}

static u8 *make_memory(void)
{
	u8 *block =
	    mmap(NULL, 2 * MEMORY, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (block == MAP_FAILED || mprotect(block + MEMORY, MEMORY, PROT_NONE))
		abort();
	return block;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct game g = {.bytes = data, .left = size};
	struct skep_config config = {.cpus = 2};

	g.checked = choose(&g, 2);
	config.mode = g.checked ? SKEP_CODE_CHECKED : SKEP_CODE_DEFAULT;
	g.skep = skep_system_new(&config, NULL);
	g.memory = make_memory();
	if (!g.skep)
		return 0;
	begin(&g);
	for (u32 i = 0; i < CALLS && g.left; i++) {
		u32 kind = choose(&g, 4);

		if (kind == 0)
			scatter(&g);
		else if (kind == 1)
			load(&g);
		else
			call(&g, &calls[choose(&g, SKEP_COUNT(calls))]);
	}
	for (u32 i = 0; i < g.fd_count; i++)
		close(g.fds[i]);
	skep_system_free(g.skep);
	munmap(g.memory, 2 * MEMORY);
	return 0;
}

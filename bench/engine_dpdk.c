/* SPDX-License-Identifier: BSD-2-Clause */
/* DPDK's librte_bpf, its machine code. Its own verifier refuses every loop, so this file takes the
 * verifier's place at link time (the library is the static one): its code generator needs nothing
 * of it but the size of the stack. It knows no BPF_JMP32, so programs are compiled with -mcpu=v2;
 * what else it lacks (local calls, most atomic operations) it refuses. */
#include <errno.h>
#include <rte_bpf.h>
#include <rte_errno.h>
#include <rte_log.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"

enum { PROLOGUE = 1, STACK = 512 };

/* The library's own, of release 22.11, up to what is used here. */
struct rte_bpf {
	struct rte_bpf_prm prm;
	struct rte_bpf_jit jit;
	size_t size;
	uint32_t stack;
};

/* Says that a program is good, and how much stack it uses. */
int bpf_validate(struct rte_bpf *bpf);

int bpf_validate(struct rte_bpf *bpf)
{
	bpf->stack = STACK;
	return 0;
}

static uint64_t node(uint64_t r1, uint64_t r2, uint64_t r3, uint64_t r4, uint64_t r5)
{
	(void)r1, (void)r2, (void)r3, (void)r4, (void)r5;
	return bench_node();
}

static const struct rte_bpf_xsym helper = {
    .name = "node",
    .type = RTE_BPF_XTYPE_FUNC,
    .func = {.val = node, .ret = {.type = RTE_BPF_ARG_RAW, .size = sizeof(uint64_t)}},
};

/* Calls name helpers by their index, and data is reached by its address. */
static void adapt(const struct bench_object *o, struct bpf_insn *insns)
{
	for (u32 i = 0; i < o->count; i++) {
		struct bpf_insn *insn = &insns[i];

		if (insn->code == (BPF_JMP | BPF_CALL) && insn->src_reg == 0)
			insn->imm = 0;
		if (insn->code == (BPF_LD | BPF_IMM | BPF_DW)) {
			u64 at = (u64)(uintptr_t)o->data + (u32)insn[1].imm;

			if (insn->src_reg == BPF_PSEUDO_MAP_IDX_VALUE) {
				insn->imm = (s32)at;
				insn[1].imm = (s32)(at >> 32);
			}
			insn->src_reg = 0;
			i++;
		}
	}
}

/* r1 alone is set at entry: the size comes from an instruction before the program. */
static struct rte_bpf *load(const struct bench_program *p, const struct bench_object *o)
{
	struct bpf_insn *insns = calloc(PROLOGUE + o->count, sizeof(*insns));
	struct rte_bpf_prm prm = {.ins = (const void *)insns,
				  .nb_ins = PROLOGUE + o->count,
				  .xsym = &helper,
				  .nb_xsym = 1,
				  .prog_arg = {.type = RTE_BPF_ARG_PTR, .size = p->size}};
	struct rte_bpf *bpf;

	if (!insns)
		return NULL;
	insns[0] = (struct bpf_insn){BPF_ALU64 | BPF_MOV | BPF_K, 2, 0, 0, (s32)p->size};
	memcpy(insns + PROLOGUE, o->insns, o->count * sizeof(*insns));
	adapt(o, insns + PROLOGUE);
	bpf = rte_bpf_load(&prm);
	free(insns);
	return bpf;
}

/* What its code generator would take for something else; NULL: nothing. */
static const char *find_lack(const struct bench_object *o)
{
	for (u32 i = 0; i < o->count; i++) {
		const struct bpf_insn *insn = &o->insns[i];
		u8 mode = insn->code & 0xe7;

		if (insn->code == (BPF_JMP | BPF_CALL) && insn->src_reg == BPF_PSEUDO_CALL)
			return "local calls";
		if (mode == (BPF_STX | BPF_ATOMIC) && insn->imm != BPF_ADD)
			return "atomic operations but addition";
		if (insn->code == (BPF_LD | BPF_IMM | BPF_DW))
			i++;
	}
	return NULL;
}

static bool open_dpdk(struct bench_run *r)
{
	const struct bench_object *o = r->program->object_v2;
	const char *lack = find_lack(o);
	struct rte_bpf *bpf;

	if (lack)
		return bench_cannot(r, "it has no %s", lack);
	rte_log_set_global_level(RTE_LOG_EMERG);
	bpf = load(r->program, o);
	if (!bpf)
		return bench_cannot(r, "rte_bpf_load: %s", strerror(rte_errno));
	if (!bpf->jit.func) {
		rte_bpf_destroy(bpf);
		return bench_cannot(r, "it has no machine code for some instruction");
	}
	r->state = bpf;
	r->memory = bench_memory(r->program);
	return true;
}

static u64 run_dpdk(struct bench_run *r, u32 times)
{
	const struct rte_bpf *bpf = r->state;
	u64 result = 0;

	for (u32 i = 0; i < times; i++)
		result = bpf->jit.func(r->memory);
	return result;
}

static void close_dpdk(struct bench_run *r)
{
	rte_bpf_destroy(r->state);
	free(r->memory);
}

const struct bench_engine bench_engine_dpdk = {
    .open = open_dpdk, .run = run_dpdk, .close = close_dpdk, .result = UINT64_MAX};

/* SPDX-License-Identifier: BSD-2-Clause */
/* The tag of a program: the beginning of a digest of its instructions, with zeros where they name
 * maps by descriptor. SHA-1 until Linux 6.17, SHA-256 since (bpf_prog_calc_tag()). */
#include <errno.h>
#include <string.h>

#include "base/sha.h"
#include "syscall/load.h"

enum { FIRST_SHA256 = 618 }; /* Linux 6.18 */

#define WIDE (BPF_LD | BPF_IMM | BPF_DW)

/* Forgets the numbers in an instruction and the second half of it. */
static void forget_map(struct bpf_insn *insns, u32 count)
{
	insns[0].imm = 0;
	if (count > 1 && !insns[1].code && !insns[1].dst_reg && !insns[1].src_reg && !insns[1].off)
		insns[1].imm = 0;
}

int skep_load_tag(struct skep_prog_load *l)
{
	u32 kernel = l->call->skep->config.kernel, count = l->prog->count;
	struct bpf_insn *insns = skep_arena_array(&l->arena, count, sizeof(*insns));

	if (!insns)
		return -ENOMEM;
	memcpy(insns, l->prog->insns, count * sizeof(*insns));
	for (u32 i = 0; i < count; i++)
		if (insns[i].code == WIDE && (insns[i].src_reg == BPF_PSEUDO_MAP_FD ||
					      insns[i].src_reg == BPF_PSEUDO_MAP_VALUE))
			forget_map(insns + i, count - i);
	if (!kernel || kernel >= FIRST_SHA256)
		skep_sha256(insns, count * sizeof(*insns), l->digest);
	else
		skep_sha1(insns, count * sizeof(*insns), l->digest);
	memcpy(l->prog->tag, l->digest, sizeof(l->prog->tag));
	return 0;
}

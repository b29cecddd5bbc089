/* SPDX-License-Identifier: BSD-2-Clause */
#include "prog/prog.h"

#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"

SKEP_API struct skep_prog *skep_prog_new(enum skep_prog_type type, const struct bpf_insn *insns,
					 u32 count, struct skep_diag *d)
{
	struct skep_prog *prog = skep_alloc(sizeof(*prog));

	if (!prog)
		goto fail;
	prog->type = type;
	prog->count = count;
	prog->insns = skep_alloc(count * sizeof(*insns));
	if (!prog->insns)
		goto fail;
	if (count)
		memcpy(prog->insns, insns, count * sizeof(*insns));
	return prog;
fail:
	skep_prog_free(prog);
	skep_fail_nomem(d);
	return NULL;
}

SKEP_API void *skep_prog_add_data(struct skep_prog *prog, size_t size, u32 *index,
				  struct skep_diag *d)
{
	struct skep_prog_data *grown;
	void *bytes = skep_alloc(size);

	grown = skep_realloc(prog->data, (prog->data_count + 1) * sizeof(*grown));
	if (grown)
		prog->data = grown;
	if (!grown || !bytes) {
		skep_free(bytes);
		skep_fail_nomem(d);
		return NULL;
	}
	*index = prog->data_count++;
	grown[*index] = (struct skep_prog_data){.bytes = bytes, .size = size};
	return bytes;
}

SKEP_API void skep_prog_free(struct skep_prog *prog)
{
	if (!prog)
		return;
	for (u32 i = 0; i < prog->data_count; i++)
		skep_free(prog->data[i].bytes);
	skep_free(prog->data);
	skep_free(prog->insns);
	skep_free(prog);
}

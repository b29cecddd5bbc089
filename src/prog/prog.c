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

/* Takes over the bytes. */
static bool add_block(struct skep_prog *prog, struct skep_prog_data block, u32 *index)
{
	struct skep_prog_data *grown =
	    skep_realloc(prog->data, (prog->data_count + 1) * sizeof(*grown));

	if (!grown)
		return false;
	prog->data = grown;
	*index = prog->data_count++;
	grown[*index] = block;
	return true;
}

SKEP_API void *skep_prog_add_data(struct skep_prog *prog, size_t size, u32 *index,
				  struct skep_diag *d)
{
	void *bytes = skep_alloc(size);

	if (bytes && add_block(prog, (struct skep_prog_data){.bytes = bytes, .size = size}, index))
		return bytes;
	skep_free(bytes);
	skep_fail_nomem(d);
	return NULL;
}

bool skep_prog_is_name(const char *text, size_t length)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.";
	static const char digits[] = "0123456789";

	for (size_t i = 0; i < length; i++)
		if (!text[i] || !(strchr(letters, text[i]) || (i && strchr(digits, text[i]))))
			return false;
	return length > 0;
}

static char *copy_name(const char *name, size_t length)
{
	char *copy = skep_alloc(length + 1);

	if (copy)
		memcpy(copy, name, length);
	return copy;
}

bool skep_prog_name_data(struct skep_prog *prog, u32 index, const char *name, size_t length,
			 struct skep_diag *d)
{
	char *copy = copy_name(name, length);

	if (!copy)
		return skep_fail_nomem(d);
	skep_free(prog->data[index].name);
	prog->data[index].name = copy;
	return true;
}

bool skep_prog_add_map(struct skep_prog *prog, const char *name, size_t length, u32 *index,
		       struct skep_diag *d)
{
	char *copy = copy_name(name, length);

	if (copy && add_block(prog, (struct skep_prog_data){.name = copy}, index))
		return true;
	skep_free(copy);
	return skep_fail_nomem(d);
}

SKEP_API void skep_prog_free(struct skep_prog *prog)
{
	if (!prog)
		return;
	for (u32 i = 0; i < prog->data_count; i++) {
		skep_free(prog->data[i].bytes);
		skep_free(prog->data[i].name);
	}
	skep_free(prog->data);
	skep_free(prog->insns);
	skep_free(prog);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A program that the verifier accepted becomes runnable, if programs of its type run here. */
#include <bpf/btf.h>
#include <errno.h>

#include "helper/helper.h"
#include "hook/hook.h"
#include "jit/jit.h"
#include "map/arena.h"
#include "spec/spec.h"
#include "syscall/functions.h"
#include "syscall/load.h"
#include "syscall/objects.h"
#include "vm/streams.h"

const char *skep_load_kfunc_name(void *context, const struct bpf_insn *call)
{
	const struct skep_prog_load *l = context;
	const struct btf_type *t;

	if (!l->in.kernel || call->off)
		return NULL;
	t = btf__type_by_id(skep_kernel_btf(l->in.kernel), (u32)call->imm);
	return t ? btf__name_by_offset(skep_kernel_btf(l->in.kernel), t->name_off) : NULL;
}

u32 skep_load_kfunc(void *context, const struct bpf_insn *call)
{
	const char *name = skep_load_kfunc_name(context, call);

	return name ? skep_helper_kfunc(name) : 0;
}

static bool may_throw(const struct skep_prog *prog)
{
	const u8 call = BPF_JMP | BPF_CALL;
	u32 throw = skep_helper_kfunc("bpf_throw");

	for (u32 i = 0; i < prog->count; i++)
		if (prog->insns[i].code == call && prog->insns[i].src_reg == 0 &&
		    (u32)prog->insns[i].imm == throw)
			return true;
	return false;
}

static bool make(struct skep_prog_load *l, const struct skep_lower_input *in, struct skep_diag *d)
{
	const struct skep_config *config = &l->call->skep->config;
	struct skep_code_options options = {.mode = config->mode, .name = l->prog->name};
	struct skep_helpers helpers = *in->helpers;

	if (!skep_lower(in, &l->prog->lowered, d))
		return false;
	helpers.places = l->prog->line_count || skep_functions_count(l->prog) != 1;
	helpers.throws = may_throw(l->prog->lowered.prog);
	if (helpers.throws && in->handler)
		helpers.handler = 1 + l->prog->lowered.handler;
	l->prog->code = skep_code_make(l->prog->lowered.prog, &options, &helpers, d);
	if (l->prog->code)
		l->prog->code->owner = l->prog;
	return l->prog->code != NULL;
}

static u64 make_streams(void *context)
{
	struct skep_prog_load *l = context;

	if (!l->prog->streams)
		l->prog->streams = skep_streams_new();
	return (u64)(uintptr_t)l->prog->streams;
}

/* Programs that look at a kernel have none here: they are loaded all the same, and cannot be
 * tested. Of others, what is missing is an error. */
static int refuse(struct skep_prog_load *l, const struct skep_diag *d)
{
	bool traces = skep_prog_row(l->prog->type)->traits & SKEP_PROG_T_TRACING;

	if (d->code == SKEP_E_NOMEM)
		return -ENOMEM;
	skep_buffer_printf(&l->log, "skep cannot run this program: %s\n", d->what);
	return traces ? 0 : -EOPNOTSUPP;
}

int skep_load_code(struct skep_prog_load *l, const struct skep_verdict *verdict)
{
	struct skep_helpers helpers = skep_helper_table();
	struct skep_prog_entity *prog = l->prog;
	struct skep_map **maps;
	struct skep_diag d = {0};

	if (l->call->skep->config.verify_only || !skep_hook_is_offered(prog->type))
		return 0;
	maps = skep_arena_array(&l->arena, prog->map_count + 1, sizeof(*maps));
	if (!maps)
		return -ENOMEM;
	for (size_t i = 0; i < prog->map_count; i++) {
		maps[i] = prog->maps[i]->map;
		if (prog->maps[i]->desc.type == BPF_MAP_TYPE_ARENA)
			helpers.window = skep_map_arena_window(maps[i]);
	}
	helpers.maps = maps;
	helpers.map_count = (u32)prog->map_count;
	if (!make(l,
		  &(struct skep_lower_input){.insns = prog->insns,
					     .count = prog->count,
					     .facts = verdict->facts,
					     .prog_type = prog->type,
					     .maps = maps,
					     .map_count = (u32)prog->map_count,
					     .helpers = &helpers,
					     .kfunc = skep_load_kfunc,
					     .kfunc_name = skep_load_kfunc_name,
					     .object_type = skep_load_object_type,
					     .streams = make_streams,
					     .handler = verdict->handler,
					     .context = l},
		  &d))
		return refuse(l, &d);
	return 0;
}

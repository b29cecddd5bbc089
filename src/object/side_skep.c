/* SPDX-License-Identifier: BSD-2-Clause */
/* In skep: a system without any object, which the route leads to while libbpf loads. The verifier's
 * verdict comes from PROG_LOAD itself, because only a text fits through bpf(2). */
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>

#include "base/diag.h"
#include "object/log.h"
#include "object/sections.h"
#include "object/sides.h"
#include "object/tell.h"
#include "preload/route.h"
#include "syscall/skep.h"

/* One load. */
struct listener {
	const struct skep_object_verify *how;
	const struct bpf_program *prog;
	bool told;
};

struct skep_object_verdict skep_side_begin(const struct bpf_program *prog)
{
	return (struct skep_object_verdict){
	    .prog = bpf_program__name(prog),
	    .section = bpf_program__section_name(prog),
	    .type = skep_sections_type_name(bpf_program__type(prog)),
	    .prog_type = bpf_program__type(prog),
	    .attach_type = bpf_program__expected_attach_type(prog),
	    .insn = -1,
	};
}

void skep_side_failed(const struct skep_object_verify *how, const struct bpf_program *prog,
		      int error)
{
	struct skep_object_verdict v = skep_side_begin(prog);
	struct skep_diag d = {0};

	skep_log_fail(&d, SKEP_E_FORMAT, (struct skep_log_task){"load", v.prog}, error);
	v.outcome = SKEP_OBJECT_FAILED;
	v.failure = d.what;
	v.error = error;
	how->each(how->context, &v);
}

/* libbpf loads small programs to find out what the kernel can; names tell them from ours. */
static bool is_wanted(const struct listener *l, const struct skep_loading *loading)
{
	const char *name = bpf_program__name(l->prog);

	return !l->told && strncmp(name, loading->name, BPF_OBJ_NAME_LEN - 1) == 0;
}

static void told(void *context, const struct skep_loading *loading)
{
	struct listener *l = context;

	if (!is_wanted(l, loading))
		return;
	l->told = true;
	skep_tell(loading, skep_side_begin(l->prog), l->how->each, l->how->context);
}

/* ---- loading */

bool skep_side_skep(const struct skep_object_verify *how, struct bpf_object *object,
		    struct bpf_program *prog, struct skep_diag *d)
{
	struct listener listener = {.how = how, .prog = prog};
	struct skep_config config = {.kernel = how->kernel,
				     .verify_only = true,
				     .reasons = how->reasons,
				     .tally = how->list,
				     .refute = how->examples,
				     .no_perfmon = how->unprivileged,
				     .no_bpf = how->unprivileged,
				     .beyond = how->beyond,
				     .types = how->types,
				     .told = told,
				     .context = &listener};
	struct skep *skep = skep_system_new(&config, d), *before;
	char log[256];
	int error;

	if (!skep)
		return false;
	/* With a log of ours libbpf does not try again for its own. */
	bpf_program__set_log_buf(prog, log, sizeof(log));
	bpf_program__set_log_level(prog, 4);
	skep_log_begin();
	before = skep_route_set(skep);
	error = bpf_object__load(object);
	if (!listener.told)
		skep_side_failed(how, prog, -error);
	skep_route_set(before);
	skep_system_free(skep);
	return true;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A load stops at the first program that is refused; so the object is opened and loaded once for
 * each of its programs, with the others left out. */
#include "object/verify.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "object/log.h"
#include "object/sections.h"
#include "object/sides.h"
#include "prog/kernel.h"

static struct bpf_object *open_object(const struct skep_object_verify *how, struct skep_diag *d)
{
	struct bpf_object *object;

	skep_log_begin();
	object = skep_sections_type(bpf_object__open_file(how->path, NULL));
	skep_sections_unpin(object);
	if (!object)
		skep_log_fail(d, SKEP_E_FORMAT, (struct skep_log_task){"open", how->path}, errno);
	return object;
}

/* Loads one program of the object, which `number` counts. */
static bool verify_one(const struct skep_object_verify *how, u32 number, struct skep_diag *d)
{
	struct bpf_object *object = open_object(how, d);
	struct bpf_program *prog, *chosen = NULL;
	u32 at = 0;
	bool ok;

	if (!object)
		return false;
	bpf_object__for_each_program(prog, object)
	{
		bpf_program__set_autoload(prog, at == number);
		if (at++ == number)
			chosen = prog;
	}
	ok = how->linux_side ? skep_side_linux(how, object, chosen, d)
			     : skep_side_skep(how, object, chosen, d);
	bpf_object__close(object);
	return ok;
}

static bool fail_name(const struct skep_object_verify *how, struct bpf_object *object,
		      struct skep_diag *d)
{
	struct skep_buffer names = {0};
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, object)
	    skep_buffer_printf(&names, "%s%s", names.count ? ", " : "", bpf_program__name(prog));
	if (how->prog)
		skep_fail(d, SKEP_E_NAME, "there is no program %s", how->prog);
	else
		skep_fail(d, SKEP_E_FORMAT, "the object file holds no program");
	if (names.count && !names.failed)
		skep_hint(d, "there are %s", names.data);
	skep_buffer_fini(&names);
	return false;
}

static bool verify_all(const struct skep_object_verify *how, struct skep_diag *d)
{
	struct bpf_object *object = open_object(how, d);
	struct bpf_program *prog;
	u32 number = 0, chosen = 0;
	bool ok = object;

	if (!object)
		return false;
	bpf_object__for_each_program(prog, object)
	{
		bool wanted = !how->prog || strcmp(how->prog, bpf_program__name(prog)) == 0 ||
			      strcmp(how->prog, bpf_program__section_name(prog)) == 0;

		ok = ok && (!wanted || verify_one(how, number, d));
		chosen += wanted;
		number++;
	}
	if (ok && !chosen)
		ok = fail_name(how, object, d);
	bpf_object__close(object);
	return ok;
}

/* The types of the kernel are many: they are loaded once for all programs. */
bool skep_object_verify(const struct skep_object_verify *how, struct skep_diag *d)
{
	struct skep_object_verify with_types = *how;
	struct skep_kernel *types = NULL;
	struct btf *btf;
	bool ok;

	if (!how->types && !how->linux_side) {
		btf = btf__load_vmlinux_btf();
		types = btf ? skep_kernel_new(btf, NULL) : NULL;
		with_types.types = types;
	}
	ok = verify_all(&with_types, d);
	skep_kernel_free(types);
	return ok;
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/functions.h"

#include <bpf/libbpf.h>
#include <string.h>
#include <unistd.h>

static bool attach_places(struct skep_ladder *l, struct bpf_program *prog, bool marks,
			  struct skep_diag *d)
{
	bool returns = strcmp(bpf_program__section_name(prog), "uretprobe") == 0;

	if (!l->places.count &&
	    !skep_places_find(&l->places, l->wish.target, l->wish.filter.pid, marks, d))
		return false;
	for (size_t i = 0; i < l->places.count; i++) {
		LIBBPF_OPTS(bpf_uprobe_opts, options, .bpf_cookie = i, .retprobe = returns,
			    .ref_ctr_offset = l->places.data[i].counter);
		struct bpf_link *link = bpf_program__attach_uprobe_opts(
		    prog, -1, l->places.path, l->places.data[i].offset, &options);

		if (!skep_ladder_keep(l, link, d))
			return false;
	}
	return true;
}

bool skep_attach_functions(struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d)
{
	return attach_places(l, prog, false, d);
}

bool skep_attach_marks(struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d)
{
	return attach_places(l, prog, true, d);
}

bool skep_trace_ask_parent(u32 count)
{
	while (count--)
		if (getppid() < 0)
			return false;
	return true;
}

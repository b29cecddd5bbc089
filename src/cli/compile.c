/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/compile.h"

#include <skep/asm.h>
#include <skep/prog.h>

struct skep_filter *skep_compile(const struct skep_compilation *c, enum skep_exit *code)
{
	struct skep_filter_options options = {
	    .linktype = c->dlt,
	    .null_link = c->dlt == 0,
	    .snaplen = c->snaplen,
	    .netmask = c->netmask,
	    .no_optimise = c->no_optimise,
	    .swapped = c->swapped,
	    .live = c->live,
	};
	struct skep_diag d = {0};
	struct skep_filter *filter = skep_filter_compile(c->text, &options, &d);

	if (!filter) {
		*code = skep_out_failure(&d, NULL, c->text);
		return NULL;
	}
	for (u32 i = 0; i < skep_filter_warning_count(filter); i++)
		skep_out_warning(skep_filter_warning(filter, i), c->text);
	return filter;
}

enum skep_exit skep_list_classic(struct skep_filter *filter, enum skep_classic_form form)
{
	struct skep_diag d = {0};
	u32 count;
	const struct sock_filter *insns = skep_filter_classic(filter, &count, &d);
	char *text = insns ? skep_classic_print(insns, count, form, &d) : NULL;
	bool ok;

	if (!text)
		return skep_out_failure(&d, NULL, NULL);
	ok = skep_out_data(text);
	skep_classic_free(text);
	return ok ? SKEP_EXIT_OK : SKEP_EXIT_FAILED;
}

enum skep_exit skep_list_ebpf(struct skep_filter *filter)
{
	struct skep_text_options options = {
	    .syntax = SKEP_SYNTAX_LINUX, .listing = true, .data = true};
	struct skep_diag d = {0};
	const struct skep_prog *prog = skep_filter_prog(filter, &d);
	char *text = prog ? skep_prog_text(prog, &options, &d) : NULL;
	bool ok;

	if (!text)
		return skep_out_failure(&d, NULL, NULL);
	ok = skep_out_data(text);
	skep_text_free(text);
	return ok ? SKEP_EXIT_OK : SKEP_EXIT_FAILED;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Which engine runs a program: machine code where there can be, else the plain interpreter. */
#include "base/diag.h"
#include "jit/jit.h"
#include "jit/profile.h"

struct skep_code *skep_code_make(const struct skep_prog *prog,
				 const struct skep_code_options *options,
				 const struct skep_helpers *helpers, struct skep_diag *d)
{
	enum skep_code_mode mode = options ? options->mode : SKEP_CODE_DEFAULT;
	struct skep_code *code = skep_code_decode(prog, options, helpers, d);

	if (!code)
		return NULL;
	if (mode <= SKEP_CODE_JIT && skep_jit_compile(code, mode == SKEP_CODE_JIT ? d : NULL)) {
		if (options && !skep_jit_announce(code, options, d))
			goto failed;
		goto made;
	}
	if (mode == SKEP_CODE_JIT)
		goto failed;
	if (mode == SKEP_CODE_DEFAULT)
		code->mode = SKEP_CODE_PLAIN;
	if (!skep_code_interpret(code, d))
		goto failed;
made:
	skep_code_settle(code);
	return code;
failed:
	skep_code_free(code);
	return NULL;
}

SKEP_API struct skep_code *skep_code_new_with(const struct skep_prog *prog,
					      const struct skep_code_options *options,
					      struct skep_diag *d)
{
	return skep_code_make(prog, options, NULL, d);
}

SKEP_API struct skep_code *skep_code_new(const struct skep_prog *prog, struct skep_diag *d)
{
	return skep_code_make(prog, NULL, NULL, d);
}

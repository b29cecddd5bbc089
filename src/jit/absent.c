/* SPDX-License-Identifier: BSD-2-Clause */
/* Where there is no JIT. */
#include "base/diag.h"
#include "jit/jit.h"

bool skep_jit_compile(struct skep_code *code, struct skep_diag *d)
{
	(void)code;
	skep_fail(d, SKEP_E_UNSUPPORTED, "there is no JIT for this processor");
	return skep_hint(d, "run programs in the interpreter: SKEP_CODE_PLAIN");
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/debug.h"

#include "base/alloc.h"

void skep_jit_debug_free(struct skep_jit_debug *debug)
{
	if (!debug)
		return;
	skep_free(debug->marks.data);
	skep_free(debug->functions.data);
	skep_free(debug->offsets);
	skep_free(debug);
}

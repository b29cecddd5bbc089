/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/lower_net.h"

void skep_lower_surprises(struct skep_lower *l, const struct skep_ast *ast)
{
	(void)l;
	(void)ast;
}

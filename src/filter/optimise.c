/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/optimise.h"

void skep_graph_optimise(struct skep_graph *g)
{
	(void)g;
}

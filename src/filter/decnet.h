/* SPDX-License-Identifier: BSD-2-Clause */
/* DECnet phase IV hosts: 16 bits, 6 of area and 10 of node. */
#ifndef SKEP_FILTER_DECNET_H
#define SKEP_FILTER_DECNET_H

#include "filter/lower.h"

/* The address that a literal means: `10.15` is area and node, a number is the whole. */
u32 skep_decnet_address(const struct skep_literal *literal);

/* A DECnet address (its low 16 bits) in a data packet with 0 or 1 bytes of padding. */
skep_cid skep_lower_decnet(struct skep_lower *l, const struct skep_ast *ast, u32 address);

#endif

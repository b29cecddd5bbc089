/* SPDX-License-Identifier: BSD-2-Clause */
/* The operations of each map type, for types.c's table. */
#ifndef SKEP_MAP_TYPES_H
#define SKEP_MAP_TYPES_H

#include "map/map.h"

#define OPS(type, operations) extern const struct skep_map_ops skep_map_##operations;
#include "map/ops.def"
#undef OPS
extern const struct skep_map_ops skep_map_unoffered;

#endif

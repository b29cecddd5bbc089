/* SPDX-License-Identifier: BSD-2-Clause */
/* The operations of each map type, for map.c's table. */
#ifndef SKEP_MAP_TYPES_H
#define SKEP_MAP_TYPES_H

#include "map/map.h"

extern const struct skep_map_ops skep_map_array, skep_map_hash, skep_map_unoffered;

#endif

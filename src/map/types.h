/* SPDX-License-Identifier: BSD-2-Clause */
/* The operations of each map type, for types.c's table. */
#ifndef SKEP_MAP_TYPES_H
#define SKEP_MAP_TYPES_H

#include "map/map.h"

#define OPS(type, operations) extern const struct skep_map_ops skep_map_##operations;
#include "map/ops.def"
#undef OPS
extern const struct skep_map_ops skep_map_unoffered;

/* Of types that have nothing but their shape. */
int skep_map_create_plain(struct skep_map *map, struct skep_map **made);
void skep_map_destroy_plain(struct skep_map *map);

/* Of types without elements: -EOPNOTSUPP. */
int skep_map_refuse_update(struct skep_map *map, const void *key, const void *value, u64 flags);
int skep_map_refuse_remove(struct skep_map *map, const void *key);
int skep_map_refuse_next(struct skep_map *map, const void *key, void *next);

#endif

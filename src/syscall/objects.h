/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects of programs' own types, as far as types describe them. Private to the room. */
#ifndef SKEP_SYSCALL_OBJECTS_H
#define SKEP_SYSCALL_OBJECTS_H

#include "map/object.h"
#include "prog/map.h"
#include "syscall/system.h"

/* What maps and objects know of a special field. */
struct skep_map_span skep_span_of(const struct skep_special *special);

/* Whether one of them owns objects. */
bool skep_spans_own(const struct skep_map_span *spans, u32 count);

/* The address of what runs make objects of a type from, which the program keeps: `context` is the
 * struct skep_prog_load, `id` a struct of the program's BTF. 0: memory ran out. */
u64 skep_load_object_type(void *context, u32 id, bool per_cpu);

/* The program makes no objects any more. */
void skep_object_types_drop(struct skep_prog_entity *prog);

#endif

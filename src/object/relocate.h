/* SPDX-License-Identifier: BSD-2-Clause */
/* What instructions refer to: functions, maps, data, and what is defined elsewhere. */
#ifndef SKEP_OBJECT_RELOCATE_H
#define SKEP_OBJECT_RELOCATE_H

#include "object/functions.h"

/* Makes wanted what wanted functions call. False with build->d set. */
SKEP_MUST_USE bool skep_relocate_callees(struct skep_build *build);

/* Fills in the instructions of the object's program, which lie where the functions say, and adds
 * the maps and data that they use, and the externs. False with build->d set. */
SKEP_MUST_USE bool skep_relocate(struct skep_build *build);

#endif

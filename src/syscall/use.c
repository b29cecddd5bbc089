/* SPDX-License-Identifier: BSD-2-Clause */
/* How many use an entity. */
#include "syscall/system.h"

void skep_entity_put(void *entity)
{
	struct skep_entity *e = entity;

	if (e)
		__atomic_sub_fetch(&e->uses, 1, __ATOMIC_ACQ_REL);
}

void *skep_entity_use(void *entity)
{
	struct skep_entity *e = entity;

	if (e)
		__atomic_add_fetch(&e->uses, 1, __ATOMIC_ACQ_REL);
	return e;
}

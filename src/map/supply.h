/* SPDX-License-Identifier: BSD-2-Clause */
/* Which elements of a map are free: numbers from 1 on, in shares so that threads on several CPUs
 * take and give without waiting for each other. Memory of an element is never given back, so who
 * still reads one that is free sees an element, if a wrong one. */
#ifndef SKEP_MAP_SUPPLY_H
#define SKEP_MAP_SUPPLY_H

#include "base/types.h"

struct skep_supply_share;

struct skep_supply {
	struct skep_supply_share *shares;
	u32 share_count;
	u32 count;  /* elements that can be taken */
	u8 *links;  /* borrowed: of element n its first four bytes are at links + n * stride */
	u64 stride; /* bytes */
};

/* `count` elements; links and stride are set. False: no memory. */
SKEP_MUST_USE bool skep_supply_init(struct skep_supply *supply, u32 count, u32 cpus);
void skep_supply_fini(struct skep_supply *supply);

/* A free element, 0: there is none. */
u32 skep_supply_take(struct skep_supply *supply);
void skep_supply_give(struct skep_supply *supply, u32 number);

/* Beside those that are counted, each share has one that takes the place of another. Who borrowed
 * it gives back either one soon: others wait. Elements have numbers up to skep_supply_last(). */
u32 skep_supply_borrow(struct skep_supply *supply, struct skep_supply_share **share);
void skep_supply_return(struct skep_supply_share *share, u32 number);

/* How many elements there may be for `count` that can be taken. */
u32 skep_supply_last(u32 count, u32 cpus);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What the verifier proved of each instruction of a program that it accepted: true on every path
 * that can be gone, whatever the inputs. Those who make programs runnable read it. */
#ifndef SKEP_PROG_FACT_H
#define SKEP_PROG_FACT_H

#include <assert.h>

#include "base/types.h"

/* What a register can hold. */
enum skep_reg_type {
#define REG(type, ...) SKEP_REG_##type,
#include "prog/regs.def"
	SKEP_REG_COUNT
};

enum skep_fact_flag {
	SKEP_FACT_SEEN = 1 << 0,    /* may be reached; never set in second slots */
	SKEP_FACT_JUMPS = 1 << 1,   /* a conditional jump may be taken */
	SKEP_FACT_FALLS = 1 << 2,   /* ... or not */
	SKEP_FACT_DIVIDES = 1 << 3, /* the divisor is never 0 */
	SKEP_FACT_KNOWN = 1 << 4,   /* `value` is it */
	SKEP_FACT_KPTR = 1 << 10,   /* a load gives a pointer to a struct of the kernel (kptr) */
	SKEP_FACT_ARENA = 1 << 11,  /* arithmetic: an operand is an address in an arena */
	/* While paths are still followed: */
	SKEP_FACT_TYPES = 1 << 5,     /* `memory` differs */
	SKEP_FACT_MAPS = 1 << 6,      /* `map` differs, or is not known on some path */
	SKEP_FACT_VALUES = 1 << 7,    /* so is `value` */
	SKEP_FACT_ZERO = 1 << 8,      /* the divisor may be 0 */
	SKEP_FACT_NO_ARENA = 1 << 12, /* on some path none is */
	/* A load that only a kernel can do: it catches faults, and has structs of its maps. */
	SKEP_FACT_UNTRUSTED = 1 << 9,
};

/* One a slot. */
struct skep_fact {
	u16 flags; /* enum skep_fact_flag */
	u8 memory; /* loads, stores, atomics: enum skep_reg_type of the pointer; 0: none, several
		    */
	u16 map;   /* 1 + number of the map that is accessed, loaded, or given to the helper; 0:
		    * none, several, or one that came out of another map */
	u64 value; /* KNOWN: of a load, what it gives (from a map that is frozen and read-only),
		    * extended as the load says; of a helper that takes a key, the key, of 4 or 8
		    * bytes; of tail_call, the index; of what makes an object, the BTF id of its
		    * type; of what puts one into a list or tree, where its node lies, bytes;
		    * else 0 */
};
static_assert(sizeof(struct skep_fact) == 16, "programs have up to a million");

/* No path comes here. */
static inline bool skep_fact_is_dead(const struct skep_fact *f)
{
	return !(f->flags & SKEP_FACT_SEEN);
}

/* A conditional jump that always goes the same way: 1 taken, 0 not taken; -1: it may go either. */
static inline int skep_fact_way(const struct skep_fact *f)
{
	u32 ways = f->flags & (SKEP_FACT_JUMPS | SKEP_FACT_FALLS);

	return ways == SKEP_FACT_JUMPS ? 1 : ways == SKEP_FACT_FALLS ? 0 : -1;
}

#endif

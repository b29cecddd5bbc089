/* SPDX-License-Identifier: BSD-2-Clause */
/* The operations of atomic.def as functions: atomic64_ADD(at, &src, &r0) ... `at` is naturally
 * aligned. All are sequentially consistent, the strongest that RFC 9669 section 5.3 lets a program
 * count on. */
#ifndef SKEP_VM_ATOMIC_H
#define SKEP_VM_ATOMIC_H

#include "base/types.h"

#define ATOMIC_BITS(bits, NAME, name)                                                              \
	static inline void atomic##bits##_##NAME(u##bits *at, u64 *src, u64 *r0)                   \
	{                                                                                          \
		(void)r0;                                                                          \
		__atomic_fetch_##name(at, (u##bits) * src, __ATOMIC_SEQ_CST);                      \
	}                                                                                          \
	static inline void atomic##bits##_FETCH_##NAME(u##bits *at, u64 *src, u64 *r0)             \
	{                                                                                          \
		(void)r0;                                                                          \
		*src = __atomic_fetch_##name(at, (u##bits) * src, __ATOMIC_SEQ_CST);               \
	}
#define ATOMIC(NAME, imm, text, word, name)                                                        \
	ATOMIC_BITS(32, NAME, name)                                                                \
	ATOMIC_BITS(64, NAME, name)
#include "isa/atomic.def"
#undef ATOMIC_BITS

#define ATOMIC_SWAPS(bits)                                                                         \
	static inline void atomic##bits##_XCHG(u##bits *at, u64 *src, u64 *r0)                     \
	{                                                                                          \
		(void)r0;                                                                          \
		*src = __atomic_exchange_n(at, (u##bits) * src, __ATOMIC_SEQ_CST);                 \
	}                                                                                          \
	static inline void atomic##bits##_CMPXCHG(u##bits *at, u64 *src, u64 *r0)                  \
	{                                                                                          \
		u##bits old = (u##bits) * r0;                                                      \
                                                                                                   \
		__atomic_compare_exchange_n(at, &old, (u##bits) * src, false, __ATOMIC_SEQ_CST,    \
					    __ATOMIC_SEQ_CST);                                     \
		*r0 = old;                                                                         \
	}
ATOMIC_SWAPS(32)
ATOMIC_SWAPS(64)
#undef ATOMIC_SWAPS

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* The width that scalar_*.inc are compiled for: here 64 bits with halves of 32. A test compiles
 * the same files for 8 bits with halves of 4, where everything can be tried; a "byte" is then 1
 * bit. */
#ifndef SKEP_VERIFY_SCALAR_MODEL_H
#define SKEP_VERIFY_SCALAR_MODEL_H

#define SCALAR_PUBLIC
#define SCALAR(name) skep_scalar_##name

enum { SCALAR_BYTE = 8, SCALAR_HALF = 4 * SCALAR_BYTE, SCALAR_FULL = 8 * SCALAR_BYTE };

/* What an operation of isa/alu.def gives for two numbers. */
#define SCALAR_EXACT_FULL(name, d, s) skep_alu64_##name(d, s)
#define SCALAR_EXACT_HALF(name, d, s) skep_alu32_##name((u32)(d), (u32)(s))

#endif

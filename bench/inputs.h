/* SPDX-License-Identifier: BSD-2-Clause */
/* What the memory of a benchmark program holds before its first run; always the same. */
#ifndef SKEP_BENCH_INPUTS_H
#define SKEP_BENCH_INPUTS_H

#include "base/types.h"

typedef void bench_fill(u8 *memory, u32 size);

bench_fill bench_fill_zeros;
bench_fill bench_fill_random;
bench_fill bench_fill_text;    /* English with numbers and some of UTF-8; ends in "packets." */
bench_fill bench_fill_strings; /* the same string in both halves, NUL only at their ends */
bench_fill bench_fill_sorted;  /* 256 ascending 32-bit numbers, then random ones */
bench_fill bench_fill_packets; /* the first 128 bytes of frames, of all kinds in turn */

#endif

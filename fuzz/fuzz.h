/* SPDX-License-Identifier: BSD-2-Clause */
/* What every fuzz target defines; libFuzzer calls it, or replay.c. */
#ifndef SKEP_FUZZ_H
#define SKEP_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* The domain of scalars, compiled for 64 bits. */
#include "verify/scalar.h"

#include <assert.h>
#include <string.h>

#include "isa/alu.h"
#include "verify/scalar_model.h"
#include "verify/scalar_word.h"
/* The order matters: each part uses the one before. */
#include "verify/scalar_sync.inc"

#include "verify/scalar_alu.inc"

#include "verify/scalar_compare.inc"

/* SPDX-License-Identifier: BSD-2-Clause */
/* The pages of docs/reference/ that are about the tables of src/spec. */
#ifndef REFERENCE_SPEC_H
#define REFERENCE_SPEC_H

void reference_helpers(void);
void reference_maps(void);
void reference_contexts(void);
void reference_program_types(void);

#endif

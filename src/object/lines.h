/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines of source, from the section .BTF.ext (Documentation/bpf/btf.rst of Linux). */
#ifndef SKEP_OBJECT_LINES_H
#define SKEP_OBJECT_LINES_H

#include "object/functions.h"

/* Fills in the lines of the object; it has none if the file has none, or they are damaged. False
 * with build->d set if memory ran out. */
SKEP_MUST_USE bool skep_lines_read(struct skep_build *build);

#endif

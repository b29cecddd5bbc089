/* SPDX-License-Identifier: BSD-2-Clause */
/* What every public header needs: the mark of an exported function. */
#ifndef SKEP_API_H
#define SKEP_API_H

#ifdef __cplusplus
#error "skep has a C interface: wrap the include in extern \"C\" { }"
#endif

#define SKEP_API __attribute__((visibility("default")))

#endif

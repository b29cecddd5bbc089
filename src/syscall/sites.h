/* SPDX-License-Identifier: BSD-2-Clause */
/* Many functions or places at once. Private to the room. */
#ifndef SKEP_SYSCALL_SITES_H
#define SKEP_SYSCALL_SITES_H

#include "syscall/system.h"

/* What attr of LINK_CREATE names; -errno. *sites is the caller's to free, also then. */
SKEP_MUST_USE int skep_sites_functions(const struct skep_bpf_call *call, struct skep_sites **sites);
SKEP_MUST_USE int skep_sites_places(const struct skep_bpf_call *call, struct skep_sites **sites);

/* NULL is allowed. */
void skep_sites_free(struct skep_sites *s);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What links are about. Private to the room. */
#ifndef SKEP_SYSCALL_LINKS_H
#define SKEP_SYSCALL_LINKS_H

#include "syscall/hooks.h"

/* The type of a link for a program at an attach type, 0: there is none. */
u32 skep_link_type(const struct skep_prog_entity *prog, u32 attach);

/* The rules of the hooks of an attach type, NULL: there are none. */
const struct skep_hook_ops *skep_attach_ops(u32 attach);

/* The type of the programs that PROG_ATTACH wants for an attach type, 0: it knows none. */
u32 skep_attach_prog_type(u32 attach);

/* Whether links of a type are about events of the host. */
bool skep_link_is_trace(u32 type);

/* What LINK_CREATE asks for of a link of such a type. What `link` gets is given back by
 * skep_link_release(), also after an error. */
int skep_link_trace(const struct skep_bpf_call *call, struct skep_link_entity *link);

/* The same of a tracepoint that is named; NULL: the one that the program was loaded for. */
int skep_link_tracepoint(const struct skep_bpf_call *call, struct skep_link_entity *link,
			 const char *name);

/* The same of the function that the program was loaded for. */
int skep_link_function(const struct skep_bpf_call *call, const struct skep_link_entity *link);

/* The system's mutex is held. */
void skep_link_release(struct skep_link_entity *link);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* Names that keep entities. In a system with a folder they are files (mounts.h), and a pin ends
 * when its file is removed, by whomever; without a folder they are texts. Private to the room. */
#ifndef SKEP_SYSCALL_PINS_H
#define SKEP_SYSCALL_PINS_H

#include "syscall/system.h"

/* Gives an entity a name, taking over a use of it; -errno. */
int skep_pins_add(const struct skep_bpf_call *call, const char *path, struct skep_entity *e);

/* The entity of a name, used by the caller then; NULL with *error set. */
struct skep_entity *skep_pins_get(const struct skep_bpf_call *call, const char *path, int *error);

/* Takes a name away where names are texts; -errno. */
int skep_pins_remove(const struct skep_bpf_call *call, const char *path);

/* From here on a folder is one for pins; -errno. */
int skep_pins_mount(const struct skep_bpf_call *call, const char *path);

/* What TOKEN_CREATE says of a descriptor; -errno. */
int skep_pins_token(const struct skep_bpf_call *call, u32 fd);

/* Stops using what no name is left of; the mutex is held. */
void skep_pins_sweep(struct skep *skep);

void skep_pins_free(struct skep *skep);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* The section `system` of skep doctor: what is read, not tried. Private to the room. */
#ifndef SKEP_LINUX_SYSTEM_H
#define SKEP_LINUX_SYSTEM_H

#include "linux/doctor.h"

/* Tells each fact. */
void skep_system_tell(const struct skep_linux_facts *facts,
		      void (*each)(void *context, const struct skep_doctor_row *row),
		      void *context);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What this kernel, its configuration and this process's privileges allow of BPF, by trying it. The
 * probes run in a process of their own, on objects of their own (scene.h). */
#ifndef SKEP_LINUX_DOCTOR_H
#define SKEP_LINUX_DOCTOR_H

#include "linux/explain.h"

enum skep_doctor_state {
	SKEP_DOCTOR_WORKS,
	SKEP_DOCTOR_REFUSED,
	SKEP_DOCTOR_UNTRIED, /* `why` says why */
	SKEP_DOCTOR_TELLS,   /* a fact of the system: `why` has it */
	SKEP_DOCTOR_STATES
};

struct skep_doctor_row {
	enum skep_linux_section section;
	enum skep_doctor_state state;
	int error; /* errno value; 0 */
	char name[56];
	char why[320];	/* the cause, or the fact; "" where it works */
	char hint[320]; /* what to do; may be "" */
};

struct skep_doctor {
	u32 sections; /* bits of the enum: those that are wanted */
	void (*each)(void *context, const struct skep_doctor_row *row); /* borrowed */
	void *context;
};

/* Examines; `each` is called in this process. False with *d set if the probes did not come to their
 * end. */
SKEP_MUST_USE bool skep_doctor_examine(const struct skep_doctor *doctor, struct skep_diag *d);

/* "works" */
const char *skep_doctor_state_name(enum skep_doctor_state state);

#endif

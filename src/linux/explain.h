/* SPDX-License-Identifier: BSD-2-Clause */
/* Why Linux refused: an errno, and what was tried, turned into the cause that can be seen on this
 * machine, with what to do. A cause is told only if it was found: a capability that is missing, an
 * option that the kernel is built without, a file that is not there, its version, lockdown. Else it
 * is said what was ruled out. */
#ifndef SKEP_LINUX_EXPLAIN_H
#define SKEP_LINUX_EXPLAIN_H

#include <skep/diag.h>

#include "linux/facts.h"

enum skep_linux_section {
	SKEP_LINUX_SYSTEM,
	SKEP_LINUX_PROGRAMS, /* named as in spec/progs.def */
	SKEP_LINUX_MAPS,     /* ... in spec/maps.def */
	SKEP_LINUX_HELPERS,  /* ... in spec/helpers.def */
	SKEP_LINUX_ATTACH,   /* ... in linux/probes.def */
	SKEP_LINUX_FEATURES, /* ... in linux/probes.def */
	SKEP_LINUX_SECTIONS
};

/* What was tried. */
struct skep_linux_failure {
	enum skep_linux_section section;
	const char *name;
	const char *call;	    /* that failed: "PROG_LOAD", "perf_event_open" */
	u32 prog_type, attach_type; /* of the program in it; 0: there is none */
	u32 btf_id;		    /* it was to be attached to; 0: nothing of the kernel's */
	int error;		    /* errno value */
};

/* "maps" */
const char *skep_linux_section_name(enum skep_linux_section section);

/* Fills *d with the cause: SKEP_E_PERMISSION if a privilege is missing, SKEP_E_UNSUPPORTED if the
 * kernel cannot, else SKEP_E_SYSTEM. Returns false, as skep_fail does.
 *
 *   facts  NULL: they are read for this call */
SKEP_COLD bool skep_linux_explain(const struct skep_linux_facts *facts,
				  const struct skep_linux_failure *f, struct skep_diag *d);

/* The same of a program that could not be loaded. */
SKEP_COLD bool skep_linux_explain_load(u32 prog_type, u32 attach_type, int error,
				       struct skep_diag *d);

/* Whether Linux refuses programs of a type with this errno value before its verifier sees them. */
bool skep_linux_refuses_all(u32 prog_type, u32 attach_type, int error);

/* Words a refusal of Linux's verifier, whose log is not empty: SKEP_E_REFUSED, or SKEP_E_PERMISSION
 * for what is refused for want of CAP_PERFMON alone. Returns false.
 *
 *   what  "program count" */
SKEP_COLD bool skep_linux_refused(const char *log, const char *what, struct skep_diag *d);

/* Whether the verifier's last words are of what it allows only to CAP_PERFMON, which this process
 * lacks. */
bool skep_linux_wants_perfmon(const char *log);

/* What to use instead of a thing; "" if nothing is known. */
const char *skep_linux_instead(enum skep_linux_section section, const char *name);

#endif

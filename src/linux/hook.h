/* SPDX-License-Identifier: BSD-2-Clause */
/* A place that a program is attached to, as text: `xdp:eth0,native`. Thread-safe. */
#ifndef SKEP_LINUX_HOOK_H
#define SKEP_LINUX_HOOK_H

#include <limits.h>
#include <skep/diag.h>

#include "base/types.h"

struct skep_attaching;
struct skep_buffer;

enum skep_hook_trait {
	SKEP_HOOK_PID = 1 << 0,
	SKEP_HOOK_PIN = 1 << 1,
	SKEP_HOOK_REPLACE = 1 << 2,
	SKEP_HOOK_PIN_PID = 1 << 3,
};

/* A type that the section of the program decides. */
#define SKEP_HOOK_SECTION UINT32_MAX

struct skep_hook_row {
	const char *word;
	int (*attach)(struct skep_attaching *a); /* 0 or -errno */
	u32 prog, attach_type;
	const char *sections, *form;
	u32 least, most; /* arguments */
	char separator;
	u32 traits; /* enum skep_hook_trait */
	const char *probe;
};

struct skep_hook {
	const struct skep_hook_row *row;
	u32 count;	     /* arguments */
	const char *args[3]; /* into text; "" behind the last */
	char text[PATH_MAX];
};

/* Reads a hook. False with *d set. */
SKEP_MUST_USE bool skep_hook_read(struct skep_hook *hook, const char *text, struct skep_diag *d);

/* Reads the hook that a section name says; false if it says none. */
bool skep_hook_of_section(struct skep_hook *hook, const char *section);

/* Writes a hook as it was said: xdp:eth0,native. */
void skep_hook_text(const struct skep_hook *hook, struct skep_buffer *b);

/* The hooks by number; NULL behind the last. */
const struct skep_hook_row *skep_hook_row(size_t number);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What the running kernel and this process say of themselves: release, configuration, lockdown,
 * capabilities, sysctls, file systems. Read when asked, never guessed; nothing is left behind.
 * Functions without facts among their parameters are thread-safe. */
#ifndef SKEP_LINUX_FACTS_H
#define SKEP_LINUX_FACTS_H

#include <linux/capability.h>

#include "base/types.h"

struct skep_linux_facts {
	char release[65]; /* as uname -r */
	u32 version;	  /* 618 is 6.18 */
	char *config;	  /* owned; NULL: not to be read */
	const char *config_path;
	char lockdown[24]; /* "none", "integrity", "confidentiality"; "" if not known */
};

/* Reads; what cannot be read is marked so. */
void skep_linux_facts_init(struct skep_linux_facts *facts);
void skep_linux_facts_fini(struct skep_linux_facts *facts);

enum skep_linux_config {
	SKEP_CONFIG_UNKNOWN,
	SKEP_CONFIG_OFF,
	SKEP_CONFIG_MODULE,
	SKEP_CONFIG_ON,
};

/* What the configuration says of an option, "CONFIG_BPF". */
enum skep_linux_config skep_linux_config(const struct skep_linux_facts *facts, const char *option);

/* Whether this process has a capability in effect. */
bool skep_linux_has(u32 capability);

/* "CAP_BPF"; "" if it has no name here. */
const char *skep_linux_capability_name(u32 capability);

/* Reads the first line of a file, e.g. of /proc/sys; false if it cannot be read. */
bool skep_linux_line(const char *path, char *line, size_t size);

/* Opens the root of a file system of the kernel's, "tracefs": where it is mounted, else by a mount
 * that nobody else sees and that ends with the descriptor. -errno if neither can be had.
 *
 *   where  PATH_MAX bytes for the place it is mounted at, "" if it is not; may be NULL */
int skep_linux_fs(const char *type, char *where);

/* Reads the first line of a file below such a root. */
bool skep_linux_fs_line(const char *type, const char *path, char *line, size_t size);

#endif

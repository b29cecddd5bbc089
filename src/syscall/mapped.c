/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether anybody may write to the memory file of a map through a mapping: nobody tells when one
 * ends, but /proc/PID/maps shows those there are. The system's own one does not count. What was
 * mapped for writing and then protected does not either, which Linux would still count. */
#include "syscall/mapped.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* Whether a line of maps is of a file and may write, but not where the system has it. */
static bool is_foreign(const char *line, const struct skep_entity *e, u64 own)
{
	unsigned long long from, to, inode;
	unsigned major, minor;
	char access[5];

	if (sscanf(line, "%llx-%llx %4s %*x %x:%x %llu", &from, &to, access, &major, &minor,
		   &inode) != 6)
		return false;
	return inode == e->ino && makedev(major, minor) == e->dev && access[1] == 'w' &&
	       access[3] == 's' && !(own >= from && own < to);
}

static bool is_mapped_by(const char *pid, const struct skep_entity *e, u64 own)
{
	char path[300], line[512];
	bool found = false;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%s/maps", pid);
	f = fopen(path, "re");
	while (f && !found && fgets(line, sizeof(line), f))
		found = is_foreign(line, e, own);
	if (f)
		fclose(f);
	return found;
}

bool skep_is_mapped(const struct skep_entity *e, const void *own)
{
	DIR *all = opendir("/proc");
	struct dirent *process;
	bool found = is_mapped_by("self", e, (u64)(uintptr_t)own);
	char self[16];

	snprintf(self, sizeof(self), "%d", getpid());
	while (all && !found && (process = readdir(all)))
		if (process->d_name[0] >= '1' && process->d_name[0] <= '9' &&
		    strcmp(process->d_name, self) != 0)
			found = is_mapped_by(process->d_name, e, 0);
	if (all)
		closedir(all);
	return found;
}

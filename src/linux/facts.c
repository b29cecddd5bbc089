/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/facts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <zlib.h>

#include "base/alloc.h"

#define CAPABILITY_NAME(name) [CAP_##name] = "CAP_" #name

enum { CONFIG_MAX = 4 << 20 }; /* bytes; that of 6.18 has 0.3 MiB */

/* ---- small files */

static bool first_line(int fd, char *line, size_t size)
{
	ssize_t count = fd < 0 ? -1 : read(fd, line, size - 1);

	if (fd >= 0)
		close(fd);
	if (count < 0)
		return false;
	line[count] = '\0';
	line[strcspn(line, "\n")] = '\0';
	return true;
}

bool skep_linux_line(const char *path, char *line, size_t size)
{
	return first_line(open(path, O_RDONLY | O_CLOEXEC), line, size);
}

/* ---- file systems */

static bool find_mount(const char *type, char where[PATH_MAX])
{
	FILE *mounts = setmntent("/proc/self/mounts", "re");
	struct mntent entry;
	char names[PATH_MAX * 2];
	bool found = false;

	while (mounts && !found && getmntent_r(mounts, &entry, names, sizeof(names))) {
		found = strcmp(entry.mnt_type, type) == 0;
		if (found)
			snprintf(where, PATH_MAX, "%s", entry.mnt_dir);
	}
	if (mounts)
		endmntent(mounts);
	return found;
}

/* A mount that is attached nowhere. */
static int detached_mount(const char *type)
{
	int fs = fsopen(type, FSOPEN_CLOEXEC), mount = -1;

	if (fs < 0)
		return -errno;
	if (fsconfig(fs, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == 0)
		mount = fsmount(fs, FSMOUNT_CLOEXEC, 0);
	mount = mount < 0 ? -errno : mount;
	close(fs);
	return mount;
}

int skep_linux_fs(const char *type, char *where)
{
	char path[PATH_MAX];
	int fd = -1;

	if (where)
		where[0] = '\0';
	if (!find_mount(type, path))
		return detached_mount(type);
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (where)
		snprintf(where, PATH_MAX, "%s", path);
	return fd < 0 ? -errno : fd;
}

bool skep_linux_fs_line(const char *type, const char *path, char *line, size_t size)
{
	int root = skep_linux_fs(type, NULL);
	int fd = root < 0 ? -1 : openat(root, path, O_RDONLY | O_CLOEXEC);

	if (root >= 0)
		close(root);
	return first_line(fd, line, size);
}

/* ---- configuration */

static char *read_packed(const char *path)
{
	gzFile file = gzopen(path, "re"); /* reads what is not packed as well */
	char *text = file ? skep_alloc(CONFIG_MAX) : NULL;
	int count = text ? gzread(file, text, CONFIG_MAX - 1) : -1;

	if (file)
		gzclose(file);
	if (count > 0)
		return text;
	skep_free(text);
	return NULL;
}

static void read_config(struct skep_linux_facts *facts)
{
	char boot[96];

	snprintf(boot, sizeof(boot), "/boot/config-%s", facts->release);
	facts->config_path = "/proc/config.gz";
	facts->config = read_packed(facts->config_path);
	if (facts->config)
		return;
	facts->config_path = "/boot";
	facts->config = read_packed(boot);
}

enum skep_linux_config skep_linux_config(const struct skep_linux_facts *facts, const char *option)
{
	size_t length = strlen(option);

	if (!facts->config)
		return SKEP_CONFIG_UNKNOWN;
	for (const char *at = facts->config; (at = strstr(at, option)); at += length) {
		if (at[length] == '=' && (at == facts->config || at[-1] == '\n'))
			return at[length + 1] == 'm' ? SKEP_CONFIG_MODULE : SKEP_CONFIG_ON;
	}
	return SKEP_CONFIG_OFF;
}

/* ---- lockdown: "none [integrity] confidentiality" */

static void read_lockdown(struct skep_linux_facts *facts)
{
	char line[80], *level, *end;

	if (!skep_linux_fs_line("securityfs", "lockdown", line, sizeof(line)))
		return;
	level = strchr(line, '[');
	end = level ? strchr(level, ']') : NULL;
	if (end)
		snprintf(facts->lockdown, sizeof(facts->lockdown), "%.*s", (int)(end - level - 1),
			 level + 1);
}

/* ---- capabilities */

bool skep_linux_has(u32 capability)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[2] = {0};

	if (syscall(SYS_capget, &head, data) < 0)
		return false;
	return data[capability / 32].effective & 1U << capability % 32;
}

const char *skep_linux_capability_name(u32 capability)
{
	static const char *const names[] = {
	    CAPABILITY_NAME(NET_ADMIN),	   CAPABILITY_NAME(NET_RAW), CAPABILITY_NAME(SYS_ADMIN),
	    CAPABILITY_NAME(SYS_PTRACE),   CAPABILITY_NAME(BPF),     CAPABILITY_NAME(PERFMON),
	    CAPABILITY_NAME(SYS_RESOURCE),
	};

	return capability < SKEP_COUNT(names) && names[capability] ? names[capability] : "";
}

/* ---- all of it */

void skep_linux_facts_init(struct skep_linux_facts *facts)
{
	struct utsname name;
	unsigned major = 0, minor = 0;

	*facts = (struct skep_linux_facts){0};
	uname(&name);
	snprintf(facts->release, sizeof(facts->release), "%s", name.release);
	if (sscanf(name.release, "%u.%u", &major, &minor) == 2)
		facts->version = major * 100 + (minor < 99 ? minor : 99);
	read_config(facts);
	read_lockdown(facts);
}

void skep_linux_facts_fini(struct skep_linux_facts *facts)
{
	skep_free(facts->config);
	*facts = (struct skep_linux_facts){0};
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/system.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *name, *path, *value, *meaning;
} settings[] = {
#define SETTING(name, path, value, meaning) {name, path, value, meaning},
#include "linux/settings.def"
#undef SETTING
};

/* Who is told. */
struct teller {
	const struct skep_linux_facts *facts;
	void (*each)(void *context, const struct skep_doctor_row *row);
	void *context;
};

SKEP_PRINTF(4, 5)
static void tell(const struct teller *t, enum skep_doctor_state state, const char *name,
		 const char *format, ...)
{
	struct skep_doctor_row row = {.section = SKEP_LINUX_SYSTEM, .state = state};
	va_list args;

	snprintf(row.name, sizeof(row.name), "%s", name);
	va_start(args, format);
	vsnprintf(row.why, sizeof(row.why), format, args);
	va_end(args);
	t->each(t->context, &row);
}

static void tell_kernel(const struct teller *t)
{
	const struct skep_linux_facts *facts = t->facts;
	struct stat btf;

	tell(t, SKEP_DOCTOR_TELLS, "kernel", "Linux %s", facts->release);
	if (facts->config)
		tell(t, SKEP_DOCTOR_TELLS, "configuration", "%s", facts->config_path);
	else
		tell(t, SKEP_DOCTOR_REFUSED, "configuration",
		     "neither /proc/config.gz nor /boot/config-%s can be read", facts->release);
	if (facts->lockdown[0])
		tell(t, SKEP_DOCTOR_TELLS, "lockdown", "%s", facts->lockdown);
	else
		tell(t, SKEP_DOCTOR_UNTRIED, "lockdown",
		     "/sys/kernel/security/lockdown cannot be read: securityfs is not mounted, and "
		     "mounting it needs CAP_SYS_ADMIN");
	if (stat("/sys/kernel/btf/vmlinux", &btf) == 0)
		tell(t, SKEP_DOCTOR_TELLS, "BTF of the kernel", "%lld bytes",
		     (long long)btf.st_size);
	else
		tell(t, SKEP_DOCTOR_REFUSED, "BTF of the kernel", "/sys/kernel/btf/vmlinux: %s",
		     strerror(errno));
}

static void tell_settings(const struct teller *t)
{
	const char *done = "";

	for (size_t i = 0; i < SKEP_COUNT(settings); i++) {
		char line[64];

		if (strcmp(settings[i].name, done) == 0)
			continue;
		if (!skep_linux_line(settings[i].path, line, sizeof(line))) {
			tell(t, SKEP_DOCTOR_UNTRIED, settings[i].name, "%s: %s", settings[i].path,
			     strerror(errno));
			done = settings[i].name;
		} else if (!settings[i].value[0] || strcmp(settings[i].value, line) == 0) {
			tell(t, SKEP_DOCTOR_TELLS, settings[i].name, "%s: %s", line,
			     settings[i].meaning);
			done = settings[i].name;
		}
	}
}

static void tell_capabilities(const struct teller *t)
{
	static const struct {
		u32 number;
		const char *use;
	} rows[] = {
	    {CAP_BPF, "maps and programs"},
	    {CAP_PERFMON, "tracing programs"},
	    {CAP_NET_ADMIN, "network programs"},
	    {CAP_NET_RAW, "packet sockets"},
	    {CAP_SYS_ADMIN, "ids of other programs, mounts, namespaces"},
	    {CAP_SYS_RESOURCE, "raising limits"},
	};

	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		bool has = skep_linux_has(rows[i].number);

		tell(t, has ? SKEP_DOCTOR_WORKS : SKEP_DOCTOR_REFUSED,
		     skep_linux_capability_name(rows[i].number), "%s%s",
		     has ? "" : "missing: ", rows[i].use);
	}
}

static void tell_file_systems(const struct teller *t)
{
	static const char *const types[] = {"bpf", "tracefs", "cgroup2", "securityfs", "debugfs"};

	for (size_t i = 0; i < SKEP_COUNT(types); i++) {
		char where[PATH_MAX];
		int fd = skep_linux_fs(types[i], where);

		if (fd >= 0 && where[0])
			tell(t, SKEP_DOCTOR_WORKS, types[i], "mounted at %s", where);
		else if (fd >= 0)
			tell(t, SKEP_DOCTOR_WORKS, types[i],
			     "not mounted; skep reaches it without");
		else if (where[0])
			tell(t, SKEP_DOCTOR_REFUSED, types[i], "%s: %s", where, strerror(-fd));
		else
			tell(t, SKEP_DOCTOR_REFUSED, types[i], "not mounted, and cannot be: %s",
			     strerror(-fd));
		if (fd >= 0)
			close(fd);
	}
}

static void tell_limits(const struct teller *t)
{
	struct rlimit limit;
	bool counts = t->facts->version && t->facts->version < 511;

	if (getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
		tell(t, SKEP_DOCTOR_TELLS, "locked memory (ulimit -l)", "%llu bytes, %s",
		     (unsigned long long)limit.rlim_cur,
		     counts ? "which maps and programs count into"
			    : "but maps and programs do not count: their memory is the cgroup's");
	else
		tell(t, SKEP_DOCTOR_TELLS, "locked memory (ulimit -l)", "not limited");
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
		tell(t, SKEP_DOCTOR_TELLS, "open files (ulimit -n)",
		     "%llu: each map, program and link is one", (unsigned long long)limit.rlim_cur);
}

void skep_system_tell(const struct skep_linux_facts *facts,
		      void (*each)(void *context, const struct skep_doctor_row *row), void *context)
{
	const struct teller t = {facts, each, context};

	tell_kernel(&t);
	tell_capabilities(&t);
	tell_settings(&t);
	tell_file_systems(&t);
	tell_limits(&t);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* skep with: starts a broker with a system, and becomes a command with libskep-preload.so in it
 * (ld.so(8)). A command that is linked statically never asks the dynamic linker, so it is refused
 * instead of being run on Linux. */
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "preload/broker.h"
#include "preload/wire.h"

struct with_options {
	u32 help;
};

#define OPTION(...) SKEP_OPTION_ROW(with_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/with_options.def"
};
#undef OPTION
const struct skep_options skep_options_with = {rows, SKEP_COUNT(rows)};

static const char library[] = "libskep-preload.so";

/* ---- where things are */

static bool is_executable(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISREG(s.st_mode) && access(path, X_OK) == 0;
}

/* The file that execvp(3) would run; false if there is none. */
static bool find_command(const char *name, char path[PATH_MAX])
{
	const char *folders = getenv("PATH");

	if (strchr(name, '/') || !folders) {
		snprintf(path, PATH_MAX, "%s", name);
		return is_executable(path);
	}
	while (*folders) {
		size_t length = strcspn(folders, ":");

		snprintf(path, PATH_MAX, "%.*s/%s", (int)length, folders, name);
		if (is_executable(path))
			return true;
		folders += length + (folders[length] == ':');
	}
	return false;
}

/* Beside the command, where a build has it, else where it is installed. */
static bool find_library(char path[PATH_MAX])
{
	char self[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *slash;

	if (length > 0) {
		self[length] = '\0';
		slash = strrchr(self, '/');
		if (slash &&
		    snprintf(path, PATH_MAX, "%.*s/%s", (int)(slash - self), self, library) <
			PATH_MAX &&
		    access(path, R_OK) == 0)
			return true;
	}
	snprintf(path, PATH_MAX, "%s/%s", SKEP_LIBDIR, library);
	return access(path, R_OK) == 0;
}

/* ---- static programs */

static bool has_interpreter(int fd, const ElfW(Ehdr) * head)
{
	for (u32 i = 0; i < head->e_phnum; i++) {
		ElfW(Phdr) part;
		off_t at = (off_t)(head->e_phoff + (u64)i * head->e_phentsize);

		if (pread(fd, &part, sizeof(part), at) != sizeof(part))
			return false;
		if (part.p_type == PT_INTERP)
			return true;
	}
	return false;
}

/* Whether a file is an ELF program that the dynamic linker does not start. A script is none. */
static bool is_static(const char *path)
{
	ElfW(Ehdr) head;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool is_elf;

	if (fd < 0)
		return false;
	is_elf = pread(fd, &head, sizeof(head), 0) == sizeof(head) &&
		 memcmp(head.e_ident, ELFMAG, SELFMAG) == 0;
	is_elf = is_elf && !has_interpreter(fd, &head);
	close(fd);
	return is_elf;
}

/* ---- the run */

/* What is preloaded already stays in front: sanitizers must be first. */
static bool set_preload(const char *path)
{
	const char *before = getenv("LD_PRELOAD");
	struct skep_buffer b = {0};
	bool ok;

	skep_buffer_printf(&b, "%s%s%s", before ? before : "", before && *before ? ":" : "", path);
	ok = !b.failed && setenv("LD_PRELOAD", b.data, 1) == 0;
	skep_buffer_fini(&b);
	return ok;
}

static enum skep_exit run(char **argv)
{
	char command[PATH_MAX], preload[PATH_MAX], folder[PATH_MAX];
	struct skep_diag d = {0};

	if (!find_command(argv[0], command)) {
		skep_out_note("skep: there is no command %s", argv[0]);
		return SKEP_EXIT_FAILED;
	}
	if (is_static(command)) {
		skep_out_note("skep: %s is linked statically: nothing can be put between it and "
			      "Linux",
			      command);
		return SKEP_EXIT_UNABLE;
	}
	if (!find_library(preload)) {
		skep_out_note("skep: there is no %s, neither beside skep nor in %s", library,
			      SKEP_LIBDIR);
		return SKEP_EXIT_FAILED;
	}
	if (!skep_broker_start(folder, &d))
		return skep_out_failure(&d, NULL, NULL);
	if (set_preload(preload) && setenv(SKEP_WIRE_FOLDER, folder, 1) == 0)
		execv(command, argv);
	skep_out_note("skep: cannot run %s: %s", command, strerror(errno));
	return SKEP_EXIT_FAILED;
}

enum skep_exit skep_cmd_with(const struct skep_call *call)
{
	struct with_options o = {0};
	int first = 1;

	/* Options behind the command are the command's. */
	if (call->argc > 1 && call->argv[1][0] == '-' && strcmp(call->argv[1], "--") != 0)
		first = skep_options_parse(&skep_options_with, 2, call->argv, &o);
	else if (call->argc > 1 && strcmp(call->argv[1], "--") == 0)
		first = 2;
	if (first < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (first >= call->argc)
		return skep_out_usage("which command? see skep with --help");
	return run(call->argv + first);
}

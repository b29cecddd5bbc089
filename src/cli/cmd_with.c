/* SPDX-License-Identifier: BSD-2-Clause */
/* skep with: starts a broker with a system, and becomes a command with libskep-preload.so in it
 * (ld.so(8)). Of a command that the dynamic linker does not start, system calls are caught; one
 * that neither reaches is refused instead of being run on Linux. --linux runs it there, and takes
 * the library out again. */
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
#include "preload/catch.h"
#include "preload/wire.h"

struct with_options {
	u32 help, linux_side, seccomp;
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

/* ---- programs that nothing can be put into */

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

/* Whether a program gets privileges when it starts: the dynamic linker puts nothing into it then.
 */
static bool is_privileged(int fd)
{
	struct stat s;

	return fstat(fd, &s) == 0 && ((s.st_mode & S_ISUID && s.st_uid != getuid()) ||
				      (s.st_mode & S_ISGID && s.st_gid != getgid()));
}

/* The machine that this command is made for. */
static u32 our_machine(void)
{
	ElfW(Ehdr) head = {.e_machine = EM_NONE};
	int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);

	if (fd >= 0 && pread(fd, &head, sizeof(head), 0) != sizeof(head))
		head.e_machine = EM_NONE;
	close(fd);
	return head.e_machine;
}

/* Why a program cannot be reached, NULL: it can. *is_static: by seccomp(2) alone. A script is no
 * ELF program, and can. */
static const char *find_obstacle(int fd, bool *is_static)
{
	ElfW(Ehdr) head;
	bool is_elf = pread(fd, &head, sizeof(head), 0) == sizeof(head) &&
		      memcmp(head.e_ident, ELFMAG, SELFMAG) == 0;

	*is_static = is_elf && !has_interpreter(fd, &head);
	if (is_privileged(fd))
		return "gets privileges of its own";
	return is_elf && head.e_machine != our_machine() ? "is made for another machine" : NULL;
}

static const char *obstacle_of(const char *path, bool *is_static)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	const char *obstacle = fd < 0 ? NULL : find_obstacle(fd, is_static);

	if (fd >= 0)
		close(fd);
	return obstacle;
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

/* Whether an entry of LD_PRELOAD is this library, wherever it lies. */
static bool is_library(const char *entry, size_t length)
{
	size_t size = sizeof(library) - 1;

	return length >= size && memcmp(entry + length - size, library, size) == 0 &&
	       (length == size || entry[length - size - 1] == '/');
}

/* Takes the library out of LD_PRELOAD, whose entries blanks and colons separate. */
static bool clear_preload(void)
{
	static const char separators[] = ": ";
	const char *at = getenv("LD_PRELOAD");
	struct skep_buffer b = {0};
	bool ok;

	for (; at && *at; at += strspn(at, separators)) {
		size_t length = strcspn(at, separators);

		if (length && !is_library(at, length))
			skep_buffer_printf(&b, "%s%.*s", b.count ? ":" : "", (int)length, at);
		at += length;
	}
	ok = !b.failed && (b.count ? setenv("LD_PRELOAD", b.data, 1) : unsetenv("LD_PRELOAD")) == 0;
	skep_buffer_fini(&b);
	return ok && unsetenv(SKEP_WIRE_FOLDER) == 0;
}

static enum skep_exit become(const char *command, char **argv)
{
	execv(command, argv);
	skep_out_note("skep: cannot run %s: %s", command, strerror(errno));
	return SKEP_EXIT_FAILED;
}

/* With a system of skep. `seccomp`: also where a library would do. */
static enum skep_exit run_here(const char *command, char **argv, bool seccomp)
{
	bool is_static = false;
	const char *obstacle = obstacle_of(command, &is_static);
	char preload[PATH_MAX], folder[PATH_MAX];
	struct skep_diag d = {0};

	if (obstacle) {
		skep_out_note("skep: %s %s: nothing can be put between it and Linux", command,
			      obstacle);
		return SKEP_EXIT_UNABLE;
	}
	if (!find_library(preload)) {
		skep_out_note("skep: there is no %s, neither beside skep nor in %s", library,
			      SKEP_LIBDIR);
		return SKEP_EXIT_FAILED;
	}
	if (!skep_broker_start(folder, &d))
		return skep_out_failure(&d, NULL, NULL);
	if (!set_preload(preload) || setenv(SKEP_WIRE_FOLDER, folder, 1)) {
		skep_out_note("skep: cannot set the environment: %s", strerror(errno));
		return SKEP_EXIT_FAILED;
	}
	if ((is_static || seccomp) && !skep_catch_begin(folder, &d)) {
		skep_out_failure(&d, NULL, NULL);
		return SKEP_EXIT_UNABLE;
	}
	return become(command, argv);
}

static enum skep_exit run_on_linux(const char *command, char **argv)
{
	if (clear_preload())
		return become(command, argv);
	skep_out_note("skep: cannot set the environment: %s", strerror(errno));
	return SKEP_EXIT_FAILED;
}

static enum skep_exit run(char **argv, const struct with_options *o)
{
	char command[PATH_MAX];

	if (!find_command(argv[0], command)) {
		skep_out_note("skep: there is no command %s", argv[0]);
		return SKEP_EXIT_FAILED;
	}
	return o->linux_side ? run_on_linux(command, argv) : run_here(command, argv, o->seccomp);
}

static bool ends_options(const char *word)
{
	return strcmp(word, "--") == 0;
}

enum skep_exit skep_cmd_with(const struct skep_call *call)
{
	struct with_options o = {0};
	int first = 1;

	/* Options behind the command are the command's. */
	while (first < call->argc && call->argv[first][0] == '-' &&
	       !ends_options(call->argv[first]))
		first++;
	if (skep_options_parse(&skep_options_with, first, call->argv, &o) < 0)
		return SKEP_EXIT_USAGE;
	first += first < call->argc && ends_options(call->argv[first]);
	if (o.help)
		return skep_usage_self(call);
	if (first >= call->argc)
		return skep_out_usage("which command? see skep with --help");
	return run(call->argv + first, &o);
}

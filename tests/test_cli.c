/* SPDX-License-Identifier: BSD-2-Clause */
/* The command as a user sees it: each file of tests/cli is a line for the shell, and what comes
 * out. $T is an empty directory, times are UTC.
 *
 * usage: test_cli COMMAND DIRECTORY [--bless]   (in the source folder) */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "datafile.h"
#include "test.h"

static char scratch[] = "/tmp/skep-cli-XXXXXX";

/* A file as text; the caller frees. */
static char *slurp(const char *name)
{
	char path[64], *text = NULL;
	size_t size = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", scratch, name);
	file = fopen(path, "re");
	if (!file || getdelim(&text, &size, '\0', file) < 0) {
		free(text);
		text = strdup("");
	}
	if (file)
		fclose(file);
	return text;
}

static void expect(struct datafile *f, const char *section, bool bless)
{
	char *got = slurp(section);

	/* Empty streams need no section. */
	if (got[0] || datafile_get(f, section))
		datafile_expect(f, section, got, bless);
	free(got);
}

static void run(struct datafile *f, void *context)
{
	const bool *bless = context;
	const char *line = datafile_get(f, "run");
	char *command = NULL, code[16];
	int status;

	if (!line) {
		test_ok(false, "%s: no section 'run'", datafile_name(f));
		return;
	}
	if (asprintf(
		&command,
		"T=%s/t; rm -rf $T; mkdir $T && { %s\n} >%s/stdout 2>%s/stderr </dev/null; s=$?; "
		"rm -r $T; exit $s",
		scratch, line, scratch, scratch) < 0)
		abort();
	status = system(command);
	free(command);
	expect(f, "stdout", *bless);
	expect(f, "stderr", *bless);
	snprintf(code, sizeof(code), "%d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	datafile_expect(f, "exit", code, *bless);
}

/* The command is found by its name, and answers alike everywhere. */
static void set_up(const char *command)
{
	char *path = NULL, *directory = realpath(command, NULL), *slash;

	slash = directory ? strrchr(directory, '/') : NULL;
	if (!slash)
		abort();
	*slash = '\0';
	if (asprintf(&path, "%s:%s", directory, getenv("PATH")) < 0 || !mkdtemp(scratch))
		abort();
	setenv("PATH", path, 1);
	setenv("TZ", "UTC", 1);
	setenv("LC_ALL", "C", 1);
	setenv("NO_COLOR", "1", 1);
	free(path);
	free(directory);
}

int main(int argc, char **argv)
{
	bool bless = datafile_blessing(argc, argv);
	char path[64];

	if (argc < 3)
		return 2;
	set_up(argv[1]);
	datafile_each(argv[2], run, &bless);
	snprintf(path, sizeof(path), "%s/stdout", scratch);
	unlink(path);
	snprintf(path, sizeof(path), "%s/stderr", scratch);
	unlink(path);
	rmdir(scratch);
	return test_end();
}

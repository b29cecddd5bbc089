/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs a fuzz target on the files of its corpus, as an ordinary test.
 *
 * usage: replay_NAME DIRECTORY */
#include <dirent.h>
#include <err.h>
#include <stdlib.h>

#include "fuzz.h"
#include "test.h"

enum { MAX_SIZE = 1 << 20 };

static void replay(const char *directory, const char *name)
{
	char path[4096];
	uint8_t *data = malloc(MAX_SIZE);
	FILE *file;
	size_t size;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	file = fopen(path, "rb");
	if (!file || !data)
		err(1, "%s", path);
	size = fread(data, 1, MAX_SIZE, file);
	fclose(file);
	/* A block of the exact size, so that the sanitizer sees a read past its end. */
	data = realloc(data, size ? size : 1);
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	test_ok(true, "%s", name);
}

int main(int argc, char **argv)
{
	struct dirent **names;
	int count;

	if (argc != 2)
		errx(2, "usage: replay_NAME DIRECTORY");
	count = scandir(argv[1], &names, NULL, alphasort);
	if (count < 0)
		err(1, "%s", argv[1]);
	for (int i = 0; i < count; i++) {
		if (names[i]->d_name[0] != '.')
			replay(argv[1], names[i]->d_name);
		free(names[i]);
	}
	free(names);
	test_ok(test_count > 0, "there is a corpus");
	return test_end();
}

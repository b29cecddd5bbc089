/* SPDX-License-Identifier: BSD-2-Clause */
/* The reader of data tests, on itself. */
#include "datafile.h"

#include <stdlib.h>
#include <unistd.h>

#include "test.h"

static const char sample[] =
    "What it shows.\n\n-- asm\nr0 = 1\n\nexit\n\n-- empty\n-- result\n0x1\n";

static void test_sections(const char *path)
{
	struct datafile f;

	test_ok(datafile_read(path, &f), "a data file is read");
	test_eq(f.count, 3, "it has three sections");
	test_text(f.comment, "What it shows.\n", "what stands before them is a comment");
	test_text(datafile_get(&f, "asm"), "r0 = 1\n\nexit\n",
		  "blank lines at the end do not count");
	test_eq(f.sections[0].line, 4, "a section knows its first line");
	test_eq(f.sections[2].line, 10, "also after others");
	test_text(datafile_get(&f, "empty"), "", "an empty section is there");
	test_ok(!datafile_get(&f, "error"), "a missing one is not");
	datafile_expect(&f, "result", "0x1", false);
	datafile_expect(&f, "result", "0x2", true);
	datafile_expect(&f, "more", "new", true);
	datafile_free(&f);

	test_ok(datafile_read(path, &f), "a blessed file is read");
	test_text(datafile_get(&f, "result"), "0x2\n", "a blessed section holds the new text");
	test_text(datafile_get(&f, "more"), "new\n", "a missing one was made");
	test_text(datafile_get(&f, "asm"), "r0 = 1\n\nexit\n", "the others are as they were");
	datafile_free(&f);
}

static void test_hex(void)
{
	size_t size;
	unsigned char *bytes = datafile_hex("00 ff1A # comment 33\n 7f\n", &size);

	test_ok(bytes && size == 4 && memcmp(bytes, "\x00\xff\x1a\x7f", 4) == 0, "hex is read");
	free(bytes);
	bytes = datafile_hex("0x11", &size);
	test_ok(!bytes, "what is no hex is refused");
	free(bytes);
}

int main(void)
{
	char path[] = "/tmp/skep-datafile-XXXXXX";
	int fd = mkstemp(path);

	if (test_ok(fd >= 0 && write(fd, sample, strlen(sample)) == (ssize_t)strlen(sample),
		    "a file to read")) {
		close(fd);
		test_sections(path);
		unlink(path);
	}
	test_hex();
	return test_end();
}

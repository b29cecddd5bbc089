/* SPDX-License-Identifier: BSD-2-Clause */
/* Decides who reads a file: pcap_file.c what it can, foreign.c all else. */
#include "capture/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "capture/source_ops.h"

static int open_path(const char *path, struct skep_diag *d)
{
	bool standard_input = strcmp(path, "-") == 0;
	int fd = standard_input ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
				: open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		skep_fail(d, SKEP_E_IO, "cannot open %s: %s",
			  standard_input ? "standard input" : path, strerror(errno));
	return fd;
}

/* A file that was handed over half read has to be read on from where it stands. */
static bool is_at_start(int fd)
{
	return lseek(fd, 0, SEEK_CUR) == 0;
}

static struct skep_source *open_fd(int fd, int stop_fd, struct skep_diag *d)
{
	struct stat st;
	bool done = false;
	struct skep_source *source = NULL;
	u64 size;

	if (fstat(fd, &st) < 0) {
		skep_fail(d, SKEP_E_IO, "cannot examine the input: %s", strerror(errno));
		close(fd);
		return NULL;
	}
	size = S_ISREG(st.st_mode) ? (u64)st.st_size : 0;
	if (size > 0 && is_at_start(fd))
		source = skep_pcap_file_open(fd, &st, &done, d);
	if (!done)
		source = skep_foreign_open(fd, stop_fd, size, d);
	if (source && S_ISREG(st.st_mode)) {
		source->info.device = st.st_dev;
		source->info.inode = st.st_ino;
	}
	return source;
}

struct skep_source *skep_source_open_file(const char *path, int stop_fd, struct skep_diag *d)
{
	int fd = open_path(path, d);

	return fd < 0 ? NULL : open_fd(fd, stop_fd, d);
}

bool skep_source_read(struct skep_source *source, struct skep_batch *batch, struct skep_diag *d)
{
	batch->count = 0;
	batch->end = false;
	return source->ops->read(source, batch, d);
}

const struct skep_source_info *skep_source_info(const struct skep_source *source)
{
	return &source->info;
}

struct skep_source_progress skep_source_progress(const struct skep_source *source)
{
	return source->ops->progress(source);
}

void skep_source_free(struct skep_source *source)
{
	if (source)
		source->ops->free(source);
}

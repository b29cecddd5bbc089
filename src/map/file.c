/* SPDX-License-Identifier: BSD-2-Clause */
#include "map/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* A file that can have no seals is one that no client has. */
bool skep_map_file_size(int file, size_t size)
{
	if (ftruncate(file, (off_t)size))
		return false;
	return fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0 ||
	       errno == EPERM || errno == EINVAL;
}

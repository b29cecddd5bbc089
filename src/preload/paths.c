/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry points that do nothing but lead paths: rows of paths.def. */
#undef _FILE_OFFSET_BITS /* each name is the entry point of that name */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "preload/next.h"

#define TO(path)   skep_there(path, room)
#define ALSO(path) skep_there(path, other_room)
#define PATH(result, name, parameters, arguments)                                                  \
	SKEP_ENTRY result name parameters                                                          \
	{                                                                                          \
		char room[PATH_MAX];                                                               \
                                                                                                   \
		return SKEP_NEXT(name) arguments;                                                  \
	}
#define PATHS(result, name, parameters, arguments)                                                 \
	SKEP_ENTRY result name parameters                                                          \
	{                                                                                          \
		char room[PATH_MAX], other_room[PATH_MAX];                                         \
                                                                                                   \
		return SKEP_NEXT(name) arguments;                                                  \
	}
#include "preload/paths.def"

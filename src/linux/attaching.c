/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/attaching.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/array.h"

int skep_attaching_keep(struct skep_attaching *a, const char *call, long fd)
{
	a->call = call;
	if (fd < 0)
		return (int)fd;
	if (SKEP_PUSH(&a->fds, (int)fd))
		return 0;
	close((int)fd);
	return -ENOMEM;
}

void skep_attaching_fini(struct skep_attaching *a)
{
	bpf_link__destroy(a->link);
	for (size_t i = 0; i < a->fds.count; i++)
		close(a->fds.data[i]);
	skep_free(a->fds.data);
	if (a->guard > 0) {
		close(a->guard_pipe);
		while (waitpid(a->guard, NULL, 0) < 0 && errno == EINTR)
			;
	}
	*a = (struct skep_attaching){0};
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The types of the kernel that runs, read when they are first asked for. */
#include <bpf/btf.h>

#include "syscall/system.h"

const struct skep_kernel *skep_system_kernel(struct skep *skep)
{
	if (skep->config.types)
		return skep->config.types;
	pthread_mutex_lock(&skep->mutex);
	if (!skep->kernel_tried) {
		struct btf *btf = btf__load_vmlinux_btf();

		skep->kernel_tried = true;
		skep->kernel = btf ? skep_kernel_new(btf, NULL) : NULL;
	}
	pthread_mutex_unlock(&skep->mutex);
	return skep->kernel;
}

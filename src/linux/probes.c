/* SPDX-License-Identifier: BSD-2-Clause */
#include <bpf/libbpf.h>
#include <linux/btf.h>
#include <linux/if_link.h>
#include <linux/lwtunnel.h>
#include <linux/netfilter.h>
#include <linux/perf_event.h>
#include <sys/socket.h>

#include "linux/probe.h"

/* What NONE is. */
#define BPF_PROG_TYPE_NONE 0
#define BPF_NONE	   0

const struct skep_probe skep_probes[] = {
#define PROBE(section, name, function, prog, attach, number, text)                                 \
	{SKEP_LINUX_##section,                                                                     \
	 name,                                                                                     \
	 skep_try_##function,                                                                      \
	 BPF_PROG_TYPE_##prog,                                                                     \
	 BPF_##attach,                                                                             \
	 number,                                                                                   \
	 text},
#include "linux/probes.def"
#undef PROBE
};
const size_t skep_probe_count = SKEP_COUNT(skep_probes);

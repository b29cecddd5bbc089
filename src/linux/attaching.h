/* SPDX-License-Identifier: BSD-2-Clause */
/* One program on its way to its hook: loaded, and then attached by the function of the hook's row.
 * What it hangs on are descriptors, libbpf's links and, for tc, a guard; letting them go detaches.
 * Private to the room. */
#ifndef SKEP_LINUX_ATTACHING_H
#define SKEP_LINUX_ATTACHING_H

#include <sys/types.h>

#include "linux/hook.h"

struct bpf_link;
struct bpf_object;
struct bpf_program;

/* The call of an event that would be sampled more often than this file says. */
#define SKEP_ATTACHING_RATE "/proc/sys/kernel/perf_event_max_sample_rate"

/* The call by which one of Linux's maps is found. */
#define SKEP_ATTACHING_MAP "MAP_GET_FD_BY_ID"

struct skep_attaching {
	const struct skep_hook *hook;
	struct bpf_program *prog;
	const struct bpf_object *object; /* that it is of */
	int pid;			 /* 0: all processes */
	int fd;				 /* the program's */
	const char *call;		 /* that failed */
	struct {
		int *data;
		size_t count, room;
	} fds;		       /* that hold it */
	struct bpf_link *link; /* libbpf's, that holds it; NULL */
	/* A process that removes what no descriptor holds, as soon as nobody has the other end of
	 * this pipe any more. */
	pid_t guard;
	int guard_pipe;
};

/* Keeps a descriptor, or the error; returns 0 or -errno. */
int skep_attaching_keep(struct skep_attaching *a, const char *call, long fd);

/* Lets go: detaches, but for what is pinned. */
void skep_attaching_fini(struct skep_attaching *a);

/* The numbers of a hook; -errno if there is no such thing. */
long skep_attaching_interface(const struct skep_attaching *a);

/* The attach type that a hook of `cgroup` names; SKEP_HOOK_SECTION if it names none, 0 with *bad
 * set if there is none of that name. */
u32 skep_cgroup_attach_type(const char *name, bool *bad);

#define SKEP_HOOK_FUNCTION(name)  int skep_attach_##name(struct skep_attaching *a)
#define HOOK(word, function, ...) SKEP_HOOK_FUNCTION(function);
#include "linux/hooks.def"
#undef HOOK

#endif

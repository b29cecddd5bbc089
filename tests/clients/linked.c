/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Attaches a program in each way that libbpf knows, tells which were, then runs a command. */
#include <errno.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "linked.skel.h"

static struct bpf_link *attach_sample(struct bpf_program *p)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_SOFTWARE,
				       .size = sizeof(attr),
				       .config = PERF_COUNT_SW_CONTEXT_SWITCHES,
				       .sample_period = 1};

	return bpf_program__attach_perf_event(p, syscall(SYS_perf_event_open, &attr, -1, 0, -1, 0));
}

static struct bpf_link *attach(struct bpf_program *p)
{
	const char *name = bpf_program__name(p);

	if (strncmp(name, "place", 5) == 0)
		return bpf_program__attach_uprobe(p, name[5], -1, "/bin/sh", 16);
	return strcmp(name, "sample") == 0 ? attach_sample(p) : bpf_program__attach(p);
}

/* As loaders of old do: the program is set on the event, which has no link. */
static int set_program(struct bpf_program *p)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_SOFTWARE,
				       .size = sizeof(attr),
				       .config = PERF_COUNT_SW_CONTEXT_SWITCHES,
				       .exclude_kernel = 1};
	int fd = syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0);

	if (fd < 0 || ioctl(fd, PERF_EVENT_IOC_SET_BPF, bpf_program__fd(p)))
		return -errno;
	return ioctl(fd, PERF_EVENT_IOC_ENABLE, 0);
}

static int quiet(enum libbpf_print_level level, const char *format, va_list list)
{
	return 0;
}

int main(int argc, char **argv)
{
	struct linked *a = linked__open();
	struct bpf_program *p;

	libbpf_set_print(quiet);
	if (!a || linked__load(a)) {
		printf("not loaded: %s\n", strerror(errno));
		return 1;
	}
	bpf_object__for_each_program(p, a->obj)
	{
		struct bpf_link *link = attach(p);

		printf("%s: %s\n", bpf_program__name(p), link ? "attached" : strerror(errno));
	}
	printf("set: %s\n", strerror(-set_program(a->progs.sample)));
	fflush(stdout);
	return argc > 1 ? system(argv[1]) : 0;
}

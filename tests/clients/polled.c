/* SPDX-License-Identifier: BSD-2-Clause */
/* Waits for rings with loops of its own: poll, select and epoll, for levels and for edges, of ring
 * buffers, user ring buffers and perf events; and of what nobody can wait for. What it prints is
 * the same on Linux. */
#define _GNU_SOURCE
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/perf_event.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "polled.skel.h"

enum { PAGE = 4096, LONG = 20000 /* ms: only what never comes takes so long */ };

static struct polled *skel;

struct ring {
	int fd;
	volatile unsigned long *consumed, *produced;
	unsigned char *data;
};

static void run(const struct bpf_program *prog, unsigned long flags)
{
	unsigned char packet[64] = {0};
	LIBBPF_OPTS(bpf_test_run_opts, opts, .data_in = packet, .data_size_in = sizeof(packet));
	int error;

	skel->bss->flags = flags;
	error = bpf_prog_test_run_opts(bpf_program__fd(prog), &opts);
	if (error)
		printf("run: %s\n", strerror(-error));
}

/* ---- asking */

static void say_poll(const char *what, int fd, short events, int timeout)
{
	struct pollfd p = {.fd = fd, .events = events};
	int got = poll(&p, 1, timeout);

	printf("%s: poll %d %#x\n", what, got, p.revents);
}

static void say_select(const char *what, int fd)
{
	struct timeval now = {0};
	fd_set in, out, err;
	int got;

	FD_ZERO(&in);
	FD_SET(fd, &in);
	out = err = in;
	got = select(fd + 1, &in, &out, &err, &now);
	printf("%s: select %d %d %d %d\n", what, got, FD_ISSET(fd, &in) != 0,
	       FD_ISSET(fd, &out) != 0, FD_ISSET(fd, &err) != 0);
}

static int watch(int fd, unsigned events)
{
	struct epoll_event e = {.events = events, .data.fd = fd};
	int at = epoll_create1(EPOLL_CLOEXEC);

	if (epoll_ctl(at, EPOLL_CTL_ADD, fd, &e))
		printf("epoll_ctl: %s\n", strerror(errno));
	return at;
}

static void say_epoll(const char *what, int at, int timeout)
{
	struct epoll_event e = {0};
	int got = epoll_wait(at, &e, 1, timeout);

	printf("%s: epoll %d %#x\n", what, got, got > 0 ? e.events : 0);
}

/* ---- ring buffers */

static struct ring map_ring(int fd, int user)
{
	unsigned char *first =
	    mmap(NULL, PAGE, user ? PROT_READ : PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	unsigned char *rest =
	    mmap(NULL, 3 * PAGE, user ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, fd, PAGE);

	if (first == MAP_FAILED || rest == MAP_FAILED)
		exit(1);
	return (struct ring){fd, (void *)first, (void *)rest, rest + PAGE};
}

static void take_all(struct ring *r)
{
	__atomic_store_n(r->consumed, __atomic_load_n(r->produced, __ATOMIC_ACQUIRE),
			 __ATOMIC_RELEASE);
}

static void asked(struct ring *r)
{
	short all = POLLIN | POLLOUT | POLLRDNORM | POLLPRI;

	say_poll("empty", r->fd, all, 0);
	say_select("empty", r->fd);
	run(skel->progs.to_ring, 0);
	say_poll("a record", r->fd, all, 0);
	say_poll("asked for output", r->fd, POLLOUT, 0);
	say_poll("for nothing", r->fd, 0, 0);
	say_select("a record", r->fd);
	take_all(r);
	say_poll("taken", r->fd, all, 0);
	say_select("taken", r->fd);
	run(skel->progs.to_ring, BPF_RB_NO_WAKEUP);
	say_poll("a silent one", r->fd, all, 0);
	take_all(r);
}

static void levels(struct ring *r)
{
	int at = watch(r->fd, EPOLLIN);

	say_epoll("level, empty", at, 0);
	run(skel->progs.to_ring, 0);
	say_epoll("a record", at, LONG);
	say_epoll("still there", at, LONG);
	run(skel->progs.to_ring, 0);
	say_epoll("one more", at, LONG);
	take_all(r);
	say_epoll("taken", at, 0);
	run(skel->progs.to_ring, BPF_RB_NO_WAKEUP);
	say_epoll("a silent one", at, 0);
	run(skel->progs.to_ring, BPF_RB_FORCE_WAKEUP);
	say_epoll("a loud one", at, LONG);
	take_all(r);
	run(skel->progs.to_ring, BPF_RB_NO_WAKEUP);
	say_epoll("silent behind one that was told", at, 0);
	close(at);
	at = watch(r->fd, EPOLLIN);
	say_epoll("there when watched", at, LONG);
	take_all(r);
	close(at);
}

static void edges(struct ring *r)
{
	int at = watch(r->fd, EPOLLIN | EPOLLET), once = watch(r->fd, EPOLLIN | EPOLLONESHOT);
	struct epoll_event again = {.events = EPOLLIN | EPOLLONESHOT};

	say_epoll("edge, empty", at, 0);
	run(skel->progs.to_ring, 0);
	say_epoll("a record", at, LONG);
	say_epoll("told already", at, 0);
	run(skel->progs.to_ring, 0);
	say_epoll("the reader is not there yet", at, 0);
	run(skel->progs.to_ring, BPF_RB_FORCE_WAKEUP);
	say_epoll("a loud one", at, LONG);
	say_epoll("once", once, LONG);
	say_epoll("not twice", once, 0);
	epoll_ctl(once, EPOLL_CTL_MOD, r->fd, &again);
	say_epoll("armed again", once, LONG);
	take_all(r);
	epoll_ctl(once, EPOLL_CTL_MOD, r->fd, &again);
	say_epoll("armed, but nothing is there", once, 0);
	run(skel->progs.to_ring, 0);
	take_all(r);
	say_epoll("taken before it was told", at, 0);
	printf("unwatched: %d\n", epoll_ctl(at, EPOLL_CTL_DEL, r->fd, NULL));
	printf("twice: %d\n", epoll_ctl(at, EPOLL_CTL_DEL, r->fd, NULL));
	close(at);
	close(once);
}

static void *write_late(void *unused)
{
	(void)unused;
	run(skel->progs.to_other, 0);
	return NULL;
}

/* Two rings and a pipe: one of them becomes ready while it is waited for, or before. */
static void several(struct ring *r, struct ring *other)
{
	int ends[2];
	pthread_t thread;

	if (pipe(ends))
		exit(1);
	struct pollfd p[] = {{r->fd, POLLIN, 0},
			     {-1, POLLIN, 0},
			     {other->fd, POLLIN, 0},
			     {ends[0], POLLIN, 0},
			     {1000, POLLIN, 0}};
	fd_set in;

	pthread_create(&thread, NULL, write_late, NULL);
	printf("waited: %d", poll(p, 4, LONG));
	printf(" %#x %#x %#x %#x\n", p[0].revents, p[1].revents, p[2].revents, p[3].revents);
	pthread_join(thread, NULL);
	if (write(ends[1], "x", 1) != 1)
		exit(1);
	printf("with a pipe and one that is closed: %d", ppoll(p, 5, NULL, NULL));
	printf(" %#x %#x %#x %#x %#x\n", p[0].revents, p[1].revents, p[2].revents, p[3].revents,
	       p[4].revents);
	FD_ZERO(&in);
	FD_SET(r->fd, &in);
	FD_SET(other->fd, &in);
	FD_SET(ends[0], &in);
	printf("selected: %d", pselect(FD_SETSIZE, &in, NULL, NULL, NULL, NULL));
	printf(" %d %d %d\n", FD_ISSET(r->fd, &in) != 0, FD_ISSET(other->fd, &in) != 0,
	       FD_ISSET(ends[0], &in) != 0);
	take_all(other);
	close(ends[0]);
	printf("one that is closed: %d", select(FD_SETSIZE, &in, NULL, NULL, NULL));
	printf(" %s\n", strerror(errno));
	close(ends[1]);
}

/* ---- user ring buffers: who sends waits for room */

static void send_some(struct ring *r, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		unsigned long at = *r->produced;

		*(unsigned *)(r->data + at % PAGE) = 8;
		__atomic_store_n(r->produced, at + 16, __ATOMIC_RELEASE);
	}
}

static void drain(unsigned long flags)
{
	skel->bss->seen = 0;
	run(skel->progs.drain, flags);
	printf("drained %llu\n", (unsigned long long)skel->bss->seen);
}

static void room(struct ring *r)
{
	short all = POLLIN | POLLOUT | POLLWRNORM;
	int level = watch(r->fd, EPOLLOUT), edge = watch(r->fd, EPOLLOUT | EPOLLIN | EPOLLET);

	say_poll("room", r->fd, all, 0);
	say_select("room", r->fd);
	say_epoll("room, level", level, LONG);
	say_epoll("again", level, LONG);
	say_epoll("edge", edge, LONG);
	say_epoll("told already", edge, 0);
	send_some(r, PAGE / 16);
	say_poll("full", r->fd, all, 0);
	say_select("full", r->fd);
	say_epoll("full, level", level, 0);
	say_epoll("full, edge", edge, 0);
	drain(0);
	say_poll("room again", r->fd, all, 0);
	say_epoll("level", level, LONG);
	say_epoll("edge", edge, LONG);
	send_some(r, 3);
	drain(0);
	say_epoll("edge, though it was not full", edge, LONG);
	send_some(r, PAGE / 16);
	say_epoll("full", level, 0);
	drain(BPF_RB_NO_WAKEUP);
	say_epoll("silently drained, level", level, 0);
	say_poll("silently drained", r->fd, all, 0);
	close(level);
	close(edge);
}

/* ---- perf events: being asked is being told, once */

enum { CPUS = 256 };

static struct {
	int fd[CPUS];
	void *memory[CPUS];
	int count;
} perf;

static void open_events(void)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_SOFTWARE,
				       .config = PERF_COUNT_SW_BPF_OUTPUT,
				       .size = sizeof(attr),
				       .sample_type = PERF_SAMPLE_RAW,
				       .sample_period = 1,
				       .wakeup_events = 1};

	perf.count = libbpf_num_possible_cpus();
	for (int i = 0; i < perf.count; i++) {
		int key = i;

		perf.fd[i] =
		    (int)syscall(SYS_perf_event_open, &attr, -1, i, -1, PERF_FLAG_FD_CLOEXEC);
		if (bpf_map_update_elem(bpf_map__fd(skel->maps.events), &key, &perf.fd[i], 0))
			printf("event: %s\n", strerror(errno));
	}
}

static void poll_events(const char *what, int timeout)
{
	struct pollfd p[CPUS];
	int all = 0, got;

	for (int i = 0; i < perf.count; i++)
		p[i] = (struct pollfd){perf.fd[i], POLLIN | POLLOUT | POLLRDNORM, 0};
	got = poll(p, (nfds_t)perf.count, timeout);
	for (int i = 0; i < perf.count; i++)
		all |= p[i].revents;
	printf("%s: poll %d %#x\n", what, got == perf.count ? 999 : got, (unsigned)all);
}

static void events(void)
{
	int at = epoll_create1(0);

	open_events();
	poll_events("not mapped", 0);
	for (int i = 0; i < perf.count; i++) {
		struct epoll_event e = {.events = EPOLLIN};

		perf.memory[i] =
		    mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, perf.fd[i], 0);
		if (perf.memory[i] == MAP_FAILED || epoll_ctl(at, EPOLL_CTL_ADD, perf.fd[i], &e))
			printf("watch: %s\n", strerror(errno));
	}
	poll_events("mapped", 0);
	say_epoll("mapped", at, 0);
	run(skel->progs.to_event, 0);
	poll_events("a sample", LONG);
	poll_events("told already", 0);
	run(skel->progs.to_event, 0);
	say_epoll("one more", at, LONG);
	say_epoll("told already", at, 0);
	run(skel->progs.to_event, 0);
	say_epoll("one more", at, LONG);
	close(at);
}

/* ---- what nobody can wait for */

static void others(void)
{
	int map = bpf_map__fd(skel->maps.array), prog = bpf_program__fd(skel->progs.drain), at;
	short all = POLLIN | POLLOUT | POLLRDNORM | POLLWRNORM;

	say_poll("an array", map, all, 0);
	say_poll("asked for nothing", map, 0, LONG);
	say_select("an array", map);
	at = watch(map, EPOLLIN);
	say_epoll("an array", at, LONG);
	close(at);
	at = watch(map, EPOLLOUT | EPOLLET);
	say_epoll("its edge", at, LONG);
	say_epoll("told already", at, 0);
	close(at);
	say_poll("a program", prog, all, 0);
	say_select("a program", prog);
	close(watch(prog, EPOLLIN));
}

int main(void)
{
	struct ring ring, other, sent;
	cpu_set_t first;

	CPU_ZERO(&first);
	CPU_SET(0, &first);
	sched_setaffinity(0, sizeof(first), &first);
	skel = polled__open_and_load();
	if (!skel)
		return 1;
	ring = map_ring(bpf_map__fd(skel->maps.ring), 0);
	other = map_ring(bpf_map__fd(skel->maps.other), 0);
	sent = map_ring(bpf_map__fd(skel->maps.sent), 1);
	asked(&ring);
	levels(&ring);
	edges(&ring);
	several(&ring, &other);
	room(&sent);
	events();
	others();
	polled__destroy(skel);
	return 0;
}

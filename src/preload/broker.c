/* SPDX-License-Identifier: BSD-2-Clause */
/* The broker of `skep with`: one thread a connection, some for calls that are caught, one struct
 * skep for all.
 *
 * `skep with` starts it and then becomes COMMAND itself, so that exit status, signals, job control
 * and the process's number are COMMAND's own, with nothing in between to forward them. The broker
 * is nobody's child and has no terminal. How it knows that the tree of processes has ended: the
 * writing end of a pipe stays open in all of them across fork(2) and exec(2). A process that closes
 * what it does not know is counted by its connections. */
#include "preload/broker.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "preload/catch.h"
#include "preload/wire.h"

enum {
	TREE_NUMBER = 250, /* of the lifeline's end: above what programs choose by hand */
	WAITING = 128,	   /* connections that are not accepted yet */
	CATCHERS = 8,	   /* threads that answer caught system calls */
	DEPTH = 16,	   /* descriptors that nftw(3) may use */
};

struct broker {
	struct skep *skep;
	const char *folder;
	struct skep_catcher *catcher; /* NULL: nobody is caught */
	int socket;		      /* listens */
	int lifeline;		      /* ends with the last process of the tree */
	int ready;		      /* tells the parent that it serves */
	int left;		      /* eventfd: a connection ended */
	u32 connections;
};

/* What a thread serves: a socket, or the calls that are caught. */
struct connection {
	struct broker *broker;
	bool (*serve)(struct connection *c); /* once; false: it has ended */
	int fd;				     /* -1: none */
};

/* ---- a connection */

/* The next request and who sent it; false at the end. */
static bool receive(int fd, struct skep_bpf_args *args, struct skep_client *client)
{
	union skep_wire_control control;
	struct iovec data = {args, sizeof(*args)};
	struct msghdr message = {.msg_iov = &data,
				 .msg_iovlen = 1,
				 .msg_control = &control,
				 .msg_controllen = sizeof(control)};
	const struct ucred *sender;
	ssize_t got;

	do
		got = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
	while (got < 0 && errno == EINTR);
	sender = skep_wire_control(&message, SCM_CREDENTIALS, sizeof(*sender));
	if (got != (ssize_t)sizeof(*args) || !sender || sender->pid <= 0)
		return false;
	*client = (struct skep_client){.pid = sender->pid, .uid = sender->uid, .line = fd};
	return true;
}

static bool send_answer(int to, long result, int opened)
{
	struct skep_wire_answer answer = {.result = result};
	union skep_wire_control control = {
	    .head = {.cmsg_len = CMSG_LEN(sizeof(int)),
		     .cmsg_level = SOL_SOCKET,
		     .cmsg_type = SCM_RIGHTS},
	};
	struct iovec data = {&answer, sizeof(answer)};
	struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1};

	if (opened >= 0) {
		memcpy(CMSG_DATA(&control.head), &opened, sizeof(opened));
		message.msg_control = &control;
		message.msg_controllen = sizeof(control.fd);
	}
	return sendmsg(to, &message, MSG_NOSIGNAL) == (ssize_t)sizeof(answer);
}

static void *serve(void *of)
{
	struct connection *c = of;
	struct broker *broker = c->broker;

	while (c->serve(c))
		;
	if (c->fd >= 0)
		close(c->fd);
	skep_free(c);
	__atomic_sub_fetch(&broker->connections, 1, __ATOMIC_RELEASE);
	eventfd_write(broker->left, 1);
	return NULL;
}

static bool start_thread(const struct connection *like)
{
	struct connection *c = skep_alloc(sizeof(*c));
	pthread_attr_t detached;
	pthread_t thread;
	bool ok;

	if (!c)
		return false;
	*c = *like;
	pthread_attr_init(&detached);
	pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
	__atomic_add_fetch(&c->broker->connections, 1, __ATOMIC_RELAXED);
	ok = pthread_create(&thread, &detached, serve, c) == 0;
	pthread_attr_destroy(&detached);
	if (!ok) {
		__atomic_sub_fetch(&c->broker->connections, 1, __ATOMIC_RELAXED);
		skep_free(c);
	}
	return ok;
}

static bool serve_caught(struct connection *c)
{
	return skep_catcher_serve(c->broker->catcher);
}

/* Once. As many threads as there can be serve. */
static long begin_catching(struct broker *broker, const struct skep_client *client, int listener)
{
	const struct connection c = {broker, serve_caught, -1};
	int error, threads = 0;

	if (broker->catcher)
		return -EBUSY;
	error =
	    skep_catcher_new(&broker->catcher, broker->skep, broker->folder, client->pid, listener);
	while (!error && threads < CATCHERS && start_thread(&c))
		threads++;
	if (error || threads)
		return error;
	/* Without a listener caught calls fail; nobody waits for ever. */
	skep_catcher_free(broker->catcher);
	broker->catcher = NULL;
	return -EAGAIN;
}

static bool serve_client(struct connection *c)
{
	struct skep_bpf_args args;
	struct skep_client client;
	bool sent;
	int opened;
	long result;

	if (!receive(c->fd, &args, &client))
		return false;
	result = args.cmd == SKEP_WIRE_CATCH ? begin_catching(c->broker, &client, (int)args.attr)
					     : skep_bpf_for(c->broker->skep, &client, &args);
	opened = result >= 0 && skep_bpf_opens(args.cmd) ? (int)result : -1;
	sent = send_answer(c->fd, result, opened);
	if (opened >= 0)
		close(opened);
	return sent;
}

static void accept_one(struct broker *broker)
{
	struct connection c = {broker, serve_client, -1};

	c.fd = accept4(broker->socket, NULL, NULL, SOCK_CLOEXEC);
	if (c.fd >= 0 && !start_thread(&c))
		close(c.fd);
}

/* Until the tree has ended and nobody is connected. */
static void run(struct broker *broker)
{
	struct pollfd on[] = {
	    {broker->socket, POLLIN, 0}, {broker->left, POLLIN, 0}, {broker->lifeline, POLLIN, 0}};
	bool alone = false;
	eventfd_t count;

	while (!alone || __atomic_load_n(&broker->connections, __ATOMIC_ACQUIRE)) {
		if (poll(on, SKEP_COUNT(on), -1) < 0)
			continue;
		if (on[0].revents)
			accept_one(broker);
		if (on[1].revents)
			eventfd_read(broker->left, &count);
		if (on[2].revents) {
			alone = true;
			on[2].fd = -1;
		}
	}
}

/* ---- the process */

static int remove_entry(const char *path, const struct stat *s, int kind, struct FTW *at)
{
	(void)s, (void)kind, (void)at;
	remove(path);
	return 0;
}

static void remove_folder(const char *folder)
{
	nftw(folder, remove_entry, DEPTH, FTW_DEPTH | FTW_PHYS);
}

/* Leaves the caller's terminal and files, and makes room for a descriptor an object. */
static void settle(struct broker *broker)
{
	enum { LIFELINE = 3, READY, OTHERS };
	struct rlimit files;
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	for (int fd = 0; fd < LIFELINE; fd++)
		dup2(null, fd);
	/* First out of the way, so that neither lands on the other. */
	broker->ready = fcntl(broker->ready, F_DUPFD, OTHERS);
	broker->lifeline = dup2(broker->lifeline, LIFELINE);
	broker->ready = dup2(broker->ready, READY);
	close_range(OTHERS, UINT_MAX, 0);
	setsid();
	umask(077);
	if (chdir("/") == 0)
		prctl(PR_SET_NAME, "skep-broker", 0, 0, 0);
	signal(SIGPIPE, SIG_IGN);
	if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
	}
}

/* The socket that clients find in the folder; -1 with errno set. */
static int listen_in(const char *folder)
{
	struct sockaddr_un address;
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0), on = 1;

	skep_wire_address(folder, &address);
	if (fd >= 0 &&
	    (setsockopt(fd, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)) ||
	     bind(fd, (struct sockaddr *)&address, sizeof(address)) || listen(fd, WAITING))) {
		close(fd);
		return -1;
	}
	return fd;
}

/* The whole life of the broker; tells when it serves, or errno. */
static _Noreturn void live(struct broker *broker, const char *folder)
{
	int error;

	broker->folder = folder;
	settle(broker);
	broker->left = eventfd(0, EFD_CLOEXEC);
	broker->socket = broker->left < 0 ? -1 : listen_in(folder);
	error = broker->socket < 0 ? errno : 0;
	if (write(broker->ready, &error, sizeof(error)) != sizeof(error))
		error = EPIPE;
	close(broker->ready);
	if (!error)
		run(broker);
	if (broker->catcher)
		skep_catcher_free(broker->catcher);
	remove_folder(folder);
	skep_system_free(broker->skep);
	_exit(0);
}

/* ---- the start */

/* Starts the broker as a grandchild; what it says when it serves is errno, or 0. */
static int start(struct broker *broker, const char *folder)
{
	int ready[2], error = 0, status;
	pid_t child;

	if (pipe2(ready, O_CLOEXEC))
		return errno;
	broker->ready = ready[1];
	child = fork();
	if (child == 0) {
		if (fork() == 0)
			live(broker, folder);
		_exit(0);
	}
	close(ready[1]);
	if (child < 0)
		error = errno;
	else
		waitpid(child, &status, 0);
	if (!error && read(ready[0], &error, sizeof(error)) != sizeof(error))
		error = ECHILD;
	close(ready[0]);
	return error;
}

/* Starts it with the pipe that tells the tree's end, whose writing end whoever comes from here
 * inherits. */
static int start_with_lifeline(struct broker *broker, const char *folder)
{
	int ends[2], error, up;

	if (pipe2(ends, O_CLOEXEC))
		return errno;
	broker->lifeline = ends[0];
	error = start(broker, folder);
	up = error ? -1 : fcntl(ends[1], F_DUPFD, TREE_NUMBER);
	if (!error && up < 0)
		up = dup(ends[1]);
	if (!error && up < 0)
		error = errno;
	close(ends[0]);
	close(ends[1]);
	return error;
}

static bool make_folder(char folder[PATH_MAX], struct skep_diag *d)
{
	const char *temporary = getenv("TMPDIR");
	struct sockaddr_un address;

	snprintf(folder, PATH_MAX, "%s/skep-XXXXXX", temporary && *temporary ? temporary : "/tmp");
	if (!skep_wire_address(folder, &address)) {
		skep_fail(d, SKEP_E_LIMIT, "%s is too long a name for a folder with a socket",
			  folder);
		return skep_hint(d, "set TMPDIR to a shorter one");
	}
	if (mkdtemp(folder))
		return true;
	skep_fail(d, SKEP_E_IO, "cannot make a folder %s: %s", folder, strerror(errno));
	return skep_hint(d, "set TMPDIR to a folder that can be written to");
}

bool skep_broker_start(char folder[PATH_MAX], struct skep_diag *d)
{
	struct skep_config config = {.folder = folder};
	struct broker broker = {0};
	int error;

	if (!make_folder(folder, d))
		return false;
	broker.skep = skep_system_new(&config, d);
	error = broker.skep ? start_with_lifeline(&broker, folder) : 0;
	if (error)
		skep_fail(d, SKEP_E_SYSTEM, "cannot start the system's process: %s",
			  strerror(error));
	if (error || !broker.skep)
		remove_folder(folder);
	skep_system_free(broker.skep);
	return broker.skep && !error;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Connections of this process to the broker. A call takes one that is free or opens one, so calls
 * of several threads do not wait for each other, and a call from a signal handler finds no lock
 * held.
 *
 * A connection is used by the process alone that opened it: a child of fork(2) forgets those of its
 * parent, a child that shares memory (vfork(2)) opens one for each call. Programs close descriptors
 * that they do not know: a connection is used only if its number still is the socket that it was.
 */
#include "preload/client.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "preload/wire.h"

enum {
	CONNECTIONS = 8, /* kept; more are closed after a call */
	NUMBER = 240,	 /* connections lie above what programs choose by hand */
};

/* The second thing in skep that belongs to nobody, because libc's entry points say nothing of who
 * calls. */
static struct {
	char folder[sizeof(((struct sockaddr_un *)0)->sun_path)];
	struct skep_mounts *mounts;
	pid_t owner;	       /* of the connections */
	u64 free[CONNECTIONS]; /* the socket's inode << 32 | its descriptor + 1; 0: none */
} client;

/* ---- connections */

/* What is kept of a connection, 0: the descriptor is none. */
static u64 name_of(int fd)
{
	struct stat s;

	if (fstat(fd, &s) || !S_ISSOCK(s.st_mode))
		return 0;
	return (u64)s.st_ino << 32 | (u32)(fd + 1);
}

static int take(void)
{
	for (int i = 0; i < CONNECTIONS; i++) {
		u64 name = __atomic_exchange_n(&client.free[i], 0, __ATOMIC_ACQUIRE);
		int fd = (int)(u32)name - 1;

		if (name && name_of(fd) == name)
			return fd;
	}
	return -1;
}

static void give(int fd)
{
	u64 name = name_of(fd);

	for (int i = 0; i < CONNECTIONS; i++) {
		u64 none = 0;

		if (__atomic_compare_exchange_n(&client.free[i], &none, name, false,
						__ATOMIC_RELEASE, __ATOMIC_RELAXED))
			return;
	}
	close(fd);
}

static void forget(void)
{
	for (int fd; (fd = take()) >= 0;)
		close(fd);
	client.owner = getpid();
}

/* Lets the broker into this process where Yama asks for it. */
static void admit(int fd)
{
	struct ucred broker;
	socklen_t size = sizeof(broker);

	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &broker, &size) == 0)
		prctl(PR_SET_PTRACER, (unsigned long)broker.pid, 0, 0, 0);
}

static int move_up(int fd)
{
	int up = fcntl(fd, F_DUPFD_CLOEXEC, NUMBER);

	if (up < 0)
		return fd;
	close(fd);
	return up;
}

static int open_connection(void)
{
	struct sockaddr_un address;
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0), error;

	if (fd < 0)
		return -errno;
	fd = move_up(fd);
	skep_wire_address(client.folder, &address);
	do
		error = connect(fd, (struct sockaddr *)&address, sizeof(address));
	while (error && errno == EINTR);
	if (error) {
		close(fd);
		return -ENOSYS;
	}
	admit(fd);
	return fd;
}

/* ---- a call */

static bool ask(int fd, const struct skep_bpf_args *args)
{
	ssize_t sent;

	do
		sent = send(fd, args, sizeof(*args), MSG_NOSIGNAL);
	while (sent < 0 && errno == EINTR);
	return sent == (ssize_t)sizeof(*args);
}

/* The answer, or the descriptor that came with it; false if the broker is gone. */
static bool hear(int fd, long *result)
{
	struct skep_wire_answer answer;
	union skep_wire_control control;
	struct iovec data = {&answer, sizeof(answer)};
	struct msghdr message = {.msg_iov = &data,
				 .msg_iovlen = 1,
				 .msg_control = &control,
				 .msg_controllen = sizeof(control)};
	const int *opened;
	ssize_t got;

	do
		got = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
	while (got < 0 && errno == EINTR);
	if (got != (ssize_t)sizeof(answer))
		return false;
	opened = skep_wire_control(&message, SCM_RIGHTS, sizeof(*opened));
	*result = message.msg_flags & MSG_CTRUNC ? -EMFILE : opened ? *opened : answer.result;
	return true;
}

long skep_client_call(const struct skep_bpf_args *args)
{
	bool keep = client.owner == getpid();
	int fd = keep ? take() : -1;
	long result;

	if (fd < 0)
		fd = open_connection();
	if (fd < 0)
		return fd;
	if (!ask(fd, args) || !hear(fd, &result)) {
		keep = false;
		result = -ENOSYS;
	}
	if (keep)
		give(fd);
	else
		close(fd);
	return result;
}

bool skep_client_begin(const char *folder)
{
	struct sockaddr_un address;

	if (!skep_wire_address(folder, &address))
		return false;
	/* Before there is a folder: the file's own path is led nowhere. */
	client.mounts = skep_mounts_open(folder, false);
	strcpy(client.folder, folder);
	client.owner = getpid();
	return pthread_atfork(NULL, NULL, forget) == 0;
}

const char *skep_client_folder(void)
{
	return client.folder[0] ? client.folder : NULL;
}

const struct skep_mounts *skep_client_mounts(void)
{
	return client.mounts;
}

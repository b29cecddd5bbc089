/* SPDX-License-Identifier: BSD-2-Clause */
/* A token (Linux 6.9): who has no privilege but in a user namespace of its own may use BPF as far
 * as a bpffs allows that root made for it. A child enters such a namespace and begins the bpffs,
 * the parent delegates to it, the child makes a map with the token. Both have one table of
 * descriptors, so that numbers are all that they tell each other. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "linux/probe.h"
#include "spec/uapi.h"

enum step { NAMESPACE, BEGIN, DELEGATE, MOUNT, TOKEN, MAP, STEPS };

static const char *const calls[STEPS] = {
    [NAMESPACE] = "unshare", [BEGIN] = "fsopen",       [DELEGATE] = "fsconfig",
    [MOUNT] = "fsmount",     [TOKEN] = "TOKEN_CREATE", [MAP] = "MAP_CREATE",
};

/* What one tells the other: a descriptor, 0 or -errno, and what was done last. */
struct answer {
	int result;
	enum step step;
};

static bool tell(int to, int result, enum step step)
{
	const struct answer answer = {result, step};

	return write(to, &answer, sizeof(answer)) == sizeof(answer) && result >= 0;
}

static bool hear(int from, struct answer *answer)
{
	if (read(from, answer, sizeof(*answer)) != sizeof(*answer))
		*answer = (struct answer){-EPIPE, NAMESPACE};
	return answer->result >= 0;
}

static int result_of(int result)
{
	return result < 0 ? -errno : result;
}

/* ---- in the namespace */

/* MAP_CREATE as Linux 6.9 reads it. */
struct map_attr {
	u32 type, key_size, value_size, max_entries, flags, unused[14];
	s32 token;
};
static_assert(offsetof(struct map_attr, token) == 76, "MAP_CREATE");

static int make_map(int token)
{
	struct map_attr attr = {.type = BPF_MAP_TYPE_ARRAY,
				.key_size = 4,
				.value_size = 8,
				.max_entries = 1,
				.flags = BPF_F_TOKEN_FD,
				.token = token};

	return (int)skep_linux_bpf(BPF_MAP_CREATE, &attr, sizeof(attr));
}

static void use_token(int to, int mount)
{
	struct {
		u32 flags, folder;
	} attr = {.folder = (u32)openat(mount, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
	int token, map;

	token = (int)skep_linux_bpf(BPF_TOKEN_CREATE, &attr, sizeof(attr));
	close((int)attr.folder);
	if (token < 0) {
		tell(to, token, TOKEN);
		return;
	}
	map = make_map(token);
	close(token);
	if (map >= 0)
		close(map);
	tell(to, map < 0 ? map : 0, MAP);
}

static _Noreturn void run_child(int to)
{
	struct answer answer;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (tell(to, result_of(unshare(CLONE_NEWUSER | CLONE_NEWNS)), NAMESPACE) &&
	    tell(to, result_of(fsopen("bpf", FSOPEN_CLOEXEC)), BEGIN) && hear(to, &answer))
		use_token(to, answer.result);
	_exit(0);
}

/* ---- outside */

/* The descriptor of a mount that nobody sees, or -errno. */
static int delegate(int fs, enum step *step)
{
	static const char *const options[] = {"delegate_cmds", "delegate_maps", "delegate_progs",
					      "delegate_attachs"};

	*step = DELEGATE;
	for (size_t i = 0; i < SKEP_COUNT(options); i++)
		if (fsconfig(fs, FSCONFIG_SET_STRING, options[i], "any", 0) < 0)
			return -errno;
	if (fsconfig(fs, FSCONFIG_CMD_CREATE, NULL, NULL, 0) < 0)
		return -errno;
	*step = MOUNT;
	return result_of(fsmount(fs, FSMOUNT_CLOEXEC, 0));
}

static struct answer converse(int with)
{
	struct answer answer;
	int mount;

	if (!hear(with, &answer) || !hear(with, &answer))
		return answer;
	mount = delegate(answer.result, &answer.step);
	close(answer.result);
	if (tell(with, mount, answer.step))
		hear(with, &answer);
	else
		answer.result = mount;
	if (mount >= 0)
		close(mount);
	return answer;
}

SKEP_PROBE(skep_try_token)
{
	struct answer answer = {0};
	int ends[2];
	long child;

	(void)probe;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return skep_scene_note(scene, "socketpair", -errno);
	child = syscall(SYS_clone, (unsigned long)(CLONE_FILES | SIGCHLD), 0, 0, 0, 0);
	if (child == 0)
		run_child(ends[1]);
	if (child < 0)
		answer.result = -errno;
	else
		answer = converse(ends[0]);
	if (child > 0) {
		kill((pid_t)child, SIGKILL);
		waitpid((pid_t)child, NULL, 0);
	}
	close(ends[0]);
	close(ends[1]);
	return skep_scene_note(scene, calls[answer.step], answer.result);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A program that another process has run: who that is, and its memory. The process is a child,
 * which has the same descriptors, and memory of its own at the same addresses. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "prog/prog.h"
#include "run.h"
#include "syscall/skep.h"
#include "test.h"

static u64 number = 1; /* the child has another one */

static const char program[] =
    "r7 = map[out][0]+0\n"
    "call bpf_get_current_pid_tgid\n*(u64 *)(r7 + 0) = r0\n"
    "call bpf_get_current_uid_gid\n*(u64 *)(r7 + 8) = r0\n"
    "r1 = r7\nr1 += 16\nr2 = 16\ncall bpf_get_current_comm\n*(u64 *)(r7 + 32) = r0\n"
    "r8 = map[in][0]+0\n"
    "r1 = r7\nr1 += 40\nr2 = 8\nr3 = *(u64 *)(r8 + 0)\ncall bpf_probe_read_user\n"
    "*(u64 *)(r7 + 48) = r0\n"
    "r1 = *(u64 *)(r8 + 8)\nr2 = *(u64 *)(r8 + 16)\nr3 = r7\nr3 += 56\nr4 = 8\n"
    "call bpf_get_ns_current_pid_tgid\n*(u64 *)(r7 + 64) = r0\n"
    "r0 = 0\nexit\n";

struct seen {
	u64 pid_tgid, uid_gid;
	char comm[16];
	u64 comm_result, number, read_result;
	u32 ns_pid, ns_tgid;
	u64 ns_result;
};

struct input {
	u64 address, device, inode;
};

static void be_other(int ready)
{
	number = 77;
	prctl(PR_SET_NAME, "another");
	if (write(ready, "", 1) != 1)
		_exit(1);
	for (;;)
		pause();
}

/* Runs the program for the child: the attr that is read is the child's. */
static long run_for(const struct loaded *l, pid_t child, union bpf_attr *attr)
{
	struct skep_client client = {.pid = child, .uid = getuid()};
	struct skep_bpf_args args = {
	    .cmd = BPF_PROG_TEST_RUN, .size = sizeof(*attr), .attr = (u64)(uintptr_t)attr};

	return skep_bpf_for(l->side->skep, &client, &args);
}

static void check(const struct seen *seen, pid_t child, const char *name)
{
	u64 ids = (u64)child << 32 | (u32)child;

	test_eq(seen->pid_tgid, ids, "%s: process", name);
	test_eq(seen->uid_gid, (u64)getgid() << 32 | getuid(), "%s: user and group", name);
	test_eq(seen->comm_result, 0, "%s: it has a name", name);
	test_text(seen->comm, "another", "%s: its name", name);
	test_eq(seen->read_result, 0, "%s: its memory is read", name);
	test_eq(seen->number, 77, "%s: its memory", name);
	test_eq(seen->ns_result, 0, "%s: its name space", name);
	test_eq(seen->ns_pid, child, "%s: its number there", name);
	test_eq(seen->ns_tgid, child, "%s: and its process", name);
}

static void run_side(const struct side *side, const struct subject *s)
{
	static union bpf_attr attr;
	static u8 packet[RUN_PACKET];
	struct loaded *l = calloc(1, sizeof(*l));
	struct input in = {.address = (u64)(uintptr_t)&number};
	u8 out[RUN_OUT] = {0};
	struct seen seen;
	struct stat ns = {0};
	pid_t child = -1;
	int ready[2];
	char byte;

	stat("/proc/self/ns/pid", &ns);
	in.device = ns.st_dev;
	in.inode = ns.st_ino;
	if (test_ok(side_load(side, s, l) && side_put(l, "in", &in) && !pipe(ready), "%s: loads",
		    side->name)) {
		attr = (union bpf_attr){.test = {.prog_fd = (u32)l->prog,
						 .data_in = (u64)(uintptr_t)packet,
						 .data_size_in = sizeof(packet)}};
		child = fork();
		if (!child)
			be_other(ready[1]);
		test_ok(read(ready[0], &byte, 1) == 1, "%s: the child is ready", side->name);
		test_eq(run_for(l, child, &attr), 0, "%s: runs for it", side->name);
		side_get(l, "out", out);
		memcpy(&seen, out, sizeof(seen));
		check(&seen, child, side->name);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		close(ready[0]);
		close(ready[1]);
	}
	side_close(l);
	free(l);
}

int main(void)
{
	struct side sides[RUN_SIDES];
	struct subject_maps maps;
	const char *bad;
	struct names names = {.maps = &maps};
	char wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog;
	struct subject s = {.type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &maps};

	sides_open(sides);
	bad = subject_read_maps(&maps, "out array 4 1024 1\nin array 4 24 1\n");
	prog = text_assemble(program, &names, wrong);
	if (test_ok(!bad && prog, "the program %s", wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		for (u32 i = 1; i < RUN_SIDES; i++)
			run_side(&sides[i], &s);
	}
	skep_prog_free(prog);
	subject_free_maps(&maps);
	sides_close(sides);
	return test_end();
}

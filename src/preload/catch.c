/* SPDX-License-Identifier: BSD-2-Clause */
/* The client's side of caught system calls: a filter of classic BPF, made from the rows of
 * caught.def, whose listener is handed to the broker. Between the filter and the broker's answer
 * this process must make no call that is caught: nobody would answer it. */
#include "preload/catch.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/diag.h"
#include "preload/caught.h"
#include "preload/client.h"
#include "preload/raw.h"
#include "preload/wire.h"

enum { HEAD = 4, ROW = 6, TAIL = 1 }; /* instructions */

#define LOAD(field)	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (u32)offsetof(struct seccomp_data, field))
#define RETURN(what)	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_##what)
#define UNLESS(k, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, k, 0, skip)

/* A call that a row is about is told; of an argument, its lower half is looked at (both machines
 * are little endian). */
static u32 emit_row(struct sock_filter *at, const struct skep_caught_row *row)
{
	u32 argument = (u32)(offsetof(struct seccomp_data, args) + row->argument * sizeof(u64));
	const struct sock_filter code[ROW] = {
	    UNLESS(row->number, ROW - 1),
	    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, argument),
	    BPF_STMT(BPF_ALU | BPF_AND | BPF_K, row->mask),
	    UNLESS(row->value, 1),
	    RETURN(USER_NOTIF),
	    LOAD(nr),
	};

	memcpy(at, code, sizeof(code));
	return ROW;
}

static u32 emit(struct sock_filter code[HEAD + SKEP_CAUGHT_ROWS * ROW + TAIL])
{
	const struct sock_filter head[HEAD] = {
	    LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, skep_raw_arch, 1, 0), RETURN(ALLOW),
	    LOAD(nr)};
	const struct sock_filter tail[TAIL] = {RETURN(ALLOW)};
	struct skep_caught_row rows[SKEP_CAUGHT_ROWS];
	u32 count = skep_caught_rows(rows), at = HEAD;

	memcpy(code, head, sizeof(head));
	for (u32 i = 0; i < count; i++)
		at += emit_row(code + at, &rows[i]);
	memcpy(code + at, tail, sizeof(tail));
	return at + TAIL;
}

/* A signal that does not kill must not end a call that the broker has taken: the call would be made
 * again. Linux can hold such signals back since 5.19. */
static long install(const struct sock_fprog *filter)
{
	static const u32 flags[] = {SECCOMP_FILTER_FLAG_NEW_LISTENER |
					SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV,
				    SECCOMP_FILTER_FLAG_NEW_LISTENER};
	long fd = -EINVAL;

	for (u32 i = 0; i < SKEP_COUNT(flags) && fd == -EINVAL; i++) {
		long args[6] = {SECCOMP_SET_MODE_FILTER, flags[i], (long)filter};

		fd = skep_raw_syscall(SYS_seccomp, args);
	}
	return fd;
}

/* The listener, -errno. */
static long open_listener(void)
{
	struct sock_filter code[HEAD + SKEP_CAUGHT_ROWS * ROW + TAIL];
	struct sock_fprog filter = {.filter = code};
	long fd;

	if (!skep_raw_arch)
		return -EOPNOTSUPP;
	filter.len = (unsigned short)emit(code);
	fd = install(&filter);
	if (fd != -EACCES || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return fd;
	return install(&filter);
}

static bool fail(struct skep_diag *d, long error)
{
	skep_fail(d, SKEP_E_SYSTEM, "seccomp(2) cannot catch the command's system calls: %s",
		  strerror((int)-error));
	if (error == -EBUSY)
		skep_hint(d, "they are caught already: run it outside of the other skep with");
	return false;
}

bool skep_catch_begin(const char *folder, struct skep_diag *d)
{
	struct skep_bpf_args args = {.cmd = SKEP_WIRE_CATCH};
	long fd, error;

	if (!skep_client_begin(folder))
		return fail(d, -ENAMETOOLONG);
	fd = open_listener();
	if (fd < 0)
		return fail(d, fd);
	args.attr = (u64)fd;
	error = skep_client_call(&args);
	close((int)fd);
	return error ? fail(d, error) : true;
}

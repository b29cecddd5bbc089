/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux's answer. Rights that a program has to do without are laid down for the call. */
#include <bpf/btf.h>
#include <errno.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "subject.h"

enum { LOG = 1 << 22, BPF_LOG_LEVEL1 = 1, BPF_LOG_STATS = 4 };

/* ---- rights */

static bool capset(u64 effective, u64 permitted)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[2] = {
	    {.effective = (u32)effective, .permitted = (u32)permitted},
	    {.effective = (u32)(effective >> 32), .permitted = (u32)(permitted >> 32)}};

	return syscall(SYS_capset, &head, data) == 0;
}

static u64 capabilities(void)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[2] = {0};

	syscall(SYS_capget, &head, data);
	return (u64)data[1].permitted << 32 | data[0].permitted;
}

/* Those that are left to a program. */
static u64 rights_of(const struct subject_type *t, u64 all)
{
	if (t->no_bpf)
		return 0;
	return t->no_perfmon ? all & ~(1ULL << CAP_PERFMON | 1ULL << CAP_SYS_ADMIN) : all;
}

/* ---- loading */

static int load(const struct subject *s, union bpf_attr *attr)
{
	u64 all = capabilities();
	int fd, error;

	if (!capset(rights_of(&s->type, all), all))
		return -1;
	fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, attr, sizeof(*attr));
	error = errno;
	capset(all, all);
	errno = error;
	return fd;
}

static bool add_funcs(const struct subject *s, union bpf_attr *attr,
		      struct skep_verify_func funcs[SUBJECT_FUNCS])
{
	if (!s->funcs)
		return true;
	if (btf__fd(s->funcs->btf) < 0 && btf__load_into_kernel(s->funcs->btf) < 0)
		return false;
	s->funcs->fd = btf__fd(s->funcs->btf);
	attr->prog_btf_fd = (u32)s->funcs->fd;
	attr->func_info = (u64)(uintptr_t)funcs;
	attr->func_info_rec_size = sizeof(funcs[0]);
	attr->func_info_cnt = subject_funcs_of(s, funcs);
	return true;
}

/* ---- the log */

static bool is_insn(const char *line, s64 *place)
{
	unsigned long long insn;
	int used = 0;

	if ((sscanf(line, "%llu: (%*2[0-9a-f])%n", &insn, &used) != 1 || !used) &&
	    (sscanf(line, "%llu: BUG_%*2[0-9a-f]%n", &insn, &used) != 1 || !used))
		return false;
	*place = (s64)insn;
	return true;
}

static bool is_statistic(const char *line)
{
	return strncmp(line, "processed ", 10) == 0 ||
	       strncmp(line, "verification time", 17) == 0 || strncmp(line, "stack depth", 11) == 0;
}

/* Finds the last instruction, and the last line that is no statistic. Of a loop the line says which
 * instruction it comes back to; where a budget ends is nobody's fault. */
static void read_log(char *log, struct subject_answer *a)
{
	char *rest, *line;
	const char *endless;
	long long loop;

	for (line = strtok_r(log, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (is_statistic(line))
			break;
		is_insn(line, &a->place);
		snprintf(a->reason, sizeof(a->reason), "%s", line);
		endless = strstr(line, "infinite loop detected");
		if (endless && sscanf(endless, "infinite loop detected at insn %lld", &loop) == 1) {
			a->place = loop;
			return;
		}
	}
	if (strstr(a->reason, "BPF program is too large"))
		a->place = -1;
}

/* The instruction that a reason names itself. */
static void read_reason(struct subject_answer *a)
{
	static const char *const words[] = {"unreachable insn %lld", "back-edge from insn %lld",
					    "insn %lld", "jump out of range from insn %lld",
					    "unknown opcode %*x from insn %lld"};
	long long place;

	for (size_t i = 0; i < SKEP_COUNT(words); i++)
		if (a->place < 0 && sscanf(a->reason, words[i], &place) == 1)
			a->place = place;
}

bool subject_is_judge(void)
{
	struct utsname system;

	return uname(&system) == 0 && strncmp(system.release, "6.18.", 5) == 0;
}

/* Whether the least program of all is loaded. */
static bool loads_any(void)
{
	struct bpf_insn insns[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K},
				   {.code = BPF_JMP | BPF_EXIT}};
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			       .insns = (u64)(uintptr_t)insns,
			       .insn_cnt = SKEP_COUNT(insns),
			       .license = (u64)(uintptr_t) "GPL"};
	int fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, &attr, sizeof(attr));

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool may_ask(const struct subject *s)
{
	FILE *f;
	int disabled = 0;

	if (!subject_is_judge() || !loads_any())
		return false;
	if (!s->type.no_bpf)
		return true;
	f = fopen("/proc/sys/kernel/unprivileged_bpf_disabled", "re");
	if (f && fscanf(f, "%d", &disabled) != 1)
		disabled = 1;
	if (f)
		fclose(f);
	return !disabled;
}

/* The verdict alone; and if it refuses, the path that failed, unless that is a whole budget long.
 */
static void load_with(const struct subject *s, union bpf_attr *attr, char *log,
		      struct subject_answer *a)
{
	int fd;

	attr->log_buf = (u64)(uintptr_t)log;
	attr->log_size = LOG;
	attr->log_level = BPF_LOG_STATS;
	fd = load(s, attr);
	a->verdict = fd >= 0 ? SUBJECT_ACCEPTED : SUBJECT_REFUSED;
	if (fd >= 0) {
		close(fd);
		return;
	}
	attr->log_level = BPF_LOG_LEVEL1;
	if (!strstr(log, "BPF program is too large") && load(s, attr) >= 0)
		return;
	/* It does not list its variables: nothing is said of the program. */
	if (strstr(log, "failed to find the address for kernel symbol")) {
		a->verdict = SUBJECT_NOT_ASKED;
		return;
	}
	read_log(log, a);
	if (!a->reason[0])
		snprintf(a->reason, sizeof(a->reason), "%s", strerror(errno));
	read_reason(a);
}

void subject_ask_linux(const struct subject *s, struct subject_answer *a)
{
	struct skep_verify_func funcs[SUBJECT_FUNCS] = {0};
	int fds[SUBJECT_MAPS];
	union bpf_attr attr = {.prog_type = s->type.prog_type,
			       .insns = (u64)(uintptr_t)s->insns,
			       .insn_cnt = s->count,
			       .fd_array = (u64)(uintptr_t)fds,
			       .license =
				   (u64)(uintptr_t)(s->type.proprietary ? "Proprietary" : "GPL")};
	char *log;

	*a = (struct subject_answer){.place = -1, .verdict = SUBJECT_NOT_ASKED};
	if (!may_ask(s))
		return;
	if ((s->maps && !subject_make_maps(s->maps)) || !add_funcs(s, &attr, funcs)) {
		snprintf(a->reason, sizeof(a->reason), "maps or types: %s", strerror(errno));
		return;
	}
	for (u32 i = 0; s->maps && i < s->maps->count; i++)
		fds[i] = s->maps->maps[i].fd;
	attr.prog_flags = (s->type.sleepable ? BPF_F_SLEEPABLE : 0) |
			  (s->type.strict ? BPF_F_STRICT_ALIGNMENT : 0);
	attr.expected_attach_type = subject_attach_type(s);
	attr.attach_btf_id = subject_attached(s);
	log = calloc(1, LOG);
	load_with(s, &attr, log, a);
	free(log);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "spec_ask.h"

#include <errno.h>
#include <linux/capability.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "spec_btf.h"

static char log_text[ASK_LOG_SIZE];

long ask_bpf(int cmd, union bpf_attr *attr, size_t size)
{
	long result = syscall(SYS_bpf, cmd, attr, size);

	return result < 0 ? -errno : result;
}

/* ---- code */

void ask_emit(struct ask_code *code, struct bpf_insn insn)
{
	code->insns[code->count++] = insn;
}

void ask_mov(struct ask_code *code, u32 reg, s32 value)
{
	ASK(code, .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = reg & 15, .imm = value);
}

void ask_copy(struct ask_code *code, u32 to, u32 from)
{
	ASK(code, .code = BPF_ALU64 | BPF_MOV | BPF_X, .dst_reg = to & 15, .src_reg = from & 15);
}

static u8 width(u32 size)
{
	return size == 1 ? BPF_B : size == 2 ? BPF_H : size == 4 ? BPF_W : BPF_DW;
}

void ask_load_mem(struct ask_code *code, u32 to, u32 from, s32 off, u32 size)
{
	ASK(code, .code = BPF_LDX | BPF_MEM | width(size), .dst_reg = to & 15, .src_reg = from & 15,
	    .off = (s16)off);
}

void ask_store_mem(struct ask_code *code, u32 to, s32 off, u32 from, u32 size)
{
	ASK(code, .code = BPF_STX | BPF_MEM | width(size), .dst_reg = to & 15, .src_reg = from & 15,
	    .off = (s16)off);
}

void ask_load_map(struct ask_code *code, u32 reg, int fd, bool value)
{
	ASK(code, .code = BPF_LD | BPF_IMM | BPF_DW, .dst_reg = reg & 15,
	    .src_reg = value ? BPF_PSEUDO_MAP_VALUE : BPF_PSEUDO_MAP_FD, .imm = fd);
	ASK(code, .imm = 0);
}

void ask_call(struct ask_code *code, s32 helper)
{
	ASK(code, .code = BPF_JMP | BPF_CALL, .imm = helper);
}

void ask_exit(struct ask_code *code)
{
	ASK(code, .code = BPF_JMP | BPF_EXIT);
}

/* ---- programs */

/* What traced programs are for. */
static const struct {
	u32 prog, attach;
	u32 kind;
	const char *name;
} targets[] = {
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_RAW_TP, BTF_TYPEDEF, "btf_trace_sched_switch"},
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_ITER, BTF_FUNC, "bpf_iter_task"},
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_FENTRY, BTF_FUNC, "security_file_permission"},
    {BPF_PROG_TYPE_TRACING, BPF_TRACE_FEXIT, BTF_FUNC, "security_file_permission"},
    {BPF_PROG_TYPE_TRACING, BPF_MODIFY_RETURN, BTF_FUNC, "security_file_permission"},
    {BPF_PROG_TYPE_LSM, BPF_LSM_MAC, BTF_FUNC, "bpf_lsm_file_open"},
    {BPF_PROG_TYPE_LSM, BPF_LSM_CGROUP, BTF_FUNC, "bpf_lsm_socket_post_create"},
    {BPF_PROG_TYPE_STRUCT_OPS, 0, BTF_STRUCT, "tcp_congestion_ops"},
};

bool ask_type(u32 prog, u32 attach, struct ask_type *type)
{
	const struct skep_prog_row *row = skep_prog_row(prog);
	bool targeted = row->traits & SKEP_PROG_T_BTF_CTX;

	*type = (struct ask_type){.prog = prog, .attach = attach};
	if (row->traits & SKEP_PROG_T_ALWAYS_SLEEPS)
		type->flags = BPF_F_SLEEPABLE;
	for (size_t i = 0; i < SKEP_COUNT(targets); i++)
		if (targets[i].prog == prog && targets[i].attach == attach)
			type->btf_id = btf_find(targets[i].kind, targets[i].name);
	return !targeted || type->btf_id;
}

static int load(const struct ask_type *type, const struct ask_code *code, const char *licence,
		u32 level)
{
	union bpf_attr attr = {.prog_type = type->prog,
			       .insns = (uintptr_t)code->insns,
			       .insn_cnt = code->count,
			       .license = (uintptr_t)licence,
			       .log_level = level,
			       .log_size = ASK_LOG_SIZE,
			       .log_buf = (uintptr_t)log_text,
			       .prog_flags = type->flags,
			       .expected_attach_type = type->attach,
			       .attach_btf_id = type->btf_id};
	long fd;

	log_text[0] = 0;
	fd = ask_bpf(BPF_PROG_LOAD, &attr, sizeof(attr));
	if (fd < 0)
		return (int)fd;
	close((int)fd);
	return 0;
}

int ask_load(const struct ask_type *type, const struct ask_code *code, u32 level)
{
	return load(type, code, "GPL", level);
}

int ask_load_licence(const struct ask_type *type, const struct ask_code *code, const char *licence)
{
	return load(type, code, licence, 1);
}

const char *ask_log(void)
{
	return log_text;
}

const char *ask_why(void)
{
	static char line[200];
	const char *end = strstr(log_text, "\nprocessed "), *start = end;

	if (!end)
		return "";
	while (start > log_text && start[-1] != '\n')
		start--;
	snprintf(line, sizeof(line), "%.*s", (int)(end - start), start);
	return line;
}

bool ask_said(const char *text)
{
	return strstr(log_text, text) != NULL;
}

bool ask_lacks(const struct ask_type *type, s32 helper)
{
	struct ask_code code = {0};

	ask_call(&code, helper);
	ask_exit(&code);
	return ask_load(type, &code, 1) && ask_said("cannot use helper");
}

bool ask_loadable(const struct ask_type *type)
{
	struct skep_ret_range range = skep_prog_ret_range(type->prog, type->attach);
	struct ask_code code = {0};

	ask_mov(&code, 0, range.checked ? range.min : 0);
	ask_exit(&code);
	return ask_load(type, &code, 1) == 0;
}

bool ask_some_type(u32 prog, struct ask_type *type)
{
	for (u32 attach = 0; attach < ASK_ATTACH_TYPES; attach++)
		if (ask_type(prog, attach, type) && ask_loadable(type))
			return true;
	return false;
}

bool ask_type_for(const struct skep_helper_row *row, struct ask_type *type)
{
	for (u32 prog = 1; prog <= BPF_PROG_TYPE_NETFILTER; prog++)
		for (u32 attach = 0; attach < ASK_ATTACH_TYPES; attach++) {
			struct skep_caller caller = {.prog_type = prog, .attach_type = attach};

			if (skep_prog_row(prog)->attaches & skep_attach_bit(attach) &&
			    skep_helper_for(row->number, caller) == row &&
			    ask_type(prog, attach, type) && ask_loadable(type))
				return true;
		}
	return false;
}

bool ask_is_sample(const struct skep_prog_row *prog, u32 attach)
{
	return prog->traits & (SKEP_PROG_T_ATTACH | SKEP_PROG_T_BTF_CTX) || attach % 8 == 0;
}

s32 ask_field(const struct ask_type *type, u32 kind, u32 *size)
{
	struct skep_field field;

	for (u32 off = 0; off < skep_prog_row(type->prog)->ctx_size; off += 4)
		for (*size = 4; *size <= 8; *size += 4) {
			struct skep_ctx_ask ask = {.off = off, .size = *size};

			if (skep_ctx_access(type->prog, type->attach, ask, &field) &&
			    field.kind == kind)
				return (s32)off;
		}
	return -1;
}

/* ---- maps */

u32 ask_entries(const struct skep_map_row *row)
{
	if (row->traits & SKEP_MAP_NO_ENTRIES)
		return 0;
	return row->traits & SKEP_MAP_PAGES ? (u32)sysconf(_SC_PAGESIZE) : 1;
}

int ask_create(u32 type, u32 key, u32 value, u32 entries, u32 flags)
{
	static int inner;
	const struct skep_map_row *row = skep_map_row(type);
	union bpf_attr attr = {.map_type = type,
			       .key_size = key,
			       .value_size = value,
			       .max_entries = entries,
			       .map_flags = flags};
	int fd = 0;
	long map;

	if (type == BPF_MAP_TYPE_ARENA)
		attr.map_extra = 1ULL << 44; /* where it lies in the process */
	if (row->traits & SKEP_MAP_OF_MAPS) {
		if (!inner)
			inner = ask_create(BPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
		attr.inner_map_fd = (u32)inner;
	}
	if (row->traits & SKEP_MAP_BTF) {
		fd = btf_of_bytes(value);
		attr.btf_fd = (u32)fd;
		attr.btf_key_type_id = BTF_BYTES_KEY;
		attr.btf_value_type_id = BTF_BYTES_VALUE;
	}
	map = ask_bpf(BPF_MAP_CREATE, &attr, sizeof(attr));
	if (fd > 0)
		close(fd);
	return (int)map;
}

int ask_map(u32 type)
{
	static int maps[64];
	const struct skep_map_row *row = skep_map_row(type);
	u32 value = row->value.min < 8 && row->value.max >= 8 ? 8 : row->value.min;
	u32 key = row->key.min < 4 && row->key.max >= 4 ? 4 : row->key.min;

	if (maps[type] > 0 && row->traits & SKEP_MAP_OWNED) {
		close(maps[type]);
		maps[type] = 0;
	}
	if (!maps[type])
		maps[type] = ask_create(type, key, value, ask_entries(row), row->required);
	return maps[type] < 0 ? -1 : maps[type];
}

int ask_string_map(void)
{
	static int fd;
	union bpf_attr update, freeze;
	u32 key = 0;
	char value[64] = "x";

	if (fd)
		return fd;
	fd = ask_create(BPF_MAP_TYPE_ARRAY, 4, sizeof(value), 1, BPF_F_RDONLY_PROG);
	memset(&update, 0, sizeof(update));
	update.map_fd = (u32)fd;
	update.key = (uintptr_t)&key;
	update.value = (uintptr_t)value;
	ask_bpf(BPF_MAP_UPDATE_ELEM, &update, sizeof(update));
	memset(&freeze, 0, sizeof(freeze));
	freeze.map_fd = (u32)fd;
	ask_bpf(BPF_MAP_FREEZE, &freeze, sizeof(freeze));
	return fd;
}

/* Gives up a capability, and the one that stands for all of BPF's. */
static void give_up(u32 capability)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[2];
	const u32 gone[] = {capability, CAP_SYS_ADMIN};

	syscall(SYS_capget, &head, data);
	for (size_t i = 0; i < SKEP_COUNT(gone); i++) {
		data[gone[i] / 32].effective &= ~(1U << gone[i] % 32);
		data[gone[i] / 32].permitted &= ~(1U << gone[i] % 32);
	}
	syscall(SYS_capset, &head, data);
}

void ask_without(u32 capability, void (*run)(void *shared), void *result, size_t size)
{
	void *shared = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t child;

	if (shared == MAP_FAILED)
		return;
	memcpy(shared, result, size);
	fflush(stdout);
	child = fork();
	if (child == 0) {
		give_up(capability);
		run(shared);
		fflush(stdout);
		_exit(0);
	}
	waitpid(child, NULL, 0);
	memcpy(result, shared, size);
	munmap(shared, size);
}

void ask_differs(u32 *differences, const char *format, ...)
{
	va_list args;

	if (++*differences > 12)
		return;
	va_start(args, format);
	printf("# ");
	vprintf(format, args);
	printf("\n");
	va_end(args);
}

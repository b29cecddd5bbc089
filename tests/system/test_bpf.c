/* SPDX-License-Identifier: BSD-2-Clause */
/* bpf(2): the same calls to skep and to Linux, with the same answers; and what only skep can be
 * asked: which objects are left, and what happens when memory runs out. */
#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <skep/prog.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/types.h"
#include "fault_alloc.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

/* ---- both sides */

struct side {
	const char *name;
	struct skep *skep; /* NULL: Linux */
};

static long call(const struct side *side, int cmd, const void *attr, unsigned size)
{
	long got;

	if (side->skep)
		return skep_bpf(side->skep, cmd, (union bpf_attr *)attr, size);
	got = syscall(SYS_bpf, cmd, attr, size);
	return got < 0 ? -errno : got;
}

#define CALL(side, cmd, ...)                                                                       \
	({                                                                                         \
		union bpf_attr attr_ = {__VA_ARGS__};                                              \
		call(side, cmd, &attr_, sizeof(attr_));                                            \
	})

#define at(pointer) ((u64)(uintptr_t)(pointer))

static int make_map(const struct side *side, u32 type, u32 key, u32 value, u32 entries)
{
	return (int)CALL(side, BPF_MAP_CREATE, .map_type = type, .key_size = key,
			 .value_size = value, .max_entries = entries);
}

static long update(const struct side *side, int fd, u32 key, u64 value, u64 flags)
{
	return CALL(side, BPF_MAP_UPDATE_ELEM, .map_fd = (u32)fd, .key = at(&key),
		    .value = at(&value), .flags = flags);
}

static long lookup(const struct side *side, int fd, u32 key, u64 *value)
{
	return CALL(side, BPF_MAP_LOOKUP_ELEM, .map_fd = (u32)fd, .key = at(&key),
		    .value = at(value));
}

static long remove_key(const struct side *side, int fd, u32 key)
{
	return CALL(side, BPF_MAP_DELETE_ELEM, .map_fd = (u32)fd, .key = at(&key));
}

static long next_key(const struct side *side, int fd, const u32 *key, u32 *next)
{
	return CALL(side, BPF_MAP_GET_NEXT_KEY, .map_fd = (u32)fd, .key = at(key),
		    .next_key = at(next));
}

/* ---- attr */

static void test_attr(const struct side *side)
{
	struct {
		union bpf_attr attr;
		u8 more[256];
	} big = {
	    .attr = {
		.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8, .max_entries = 1}};
	int fd = (int)call(side, BPF_MAP_CREATE, &big, sizeof(big));

	test_ok(fd >= 0, "%s: attr may be longer, with zeros", side->name);
	close(fd);
	big.more[200] = 1;
	test_eq(call(side, BPF_MAP_CREATE, &big, sizeof(big)), -E2BIG, "%s: but with nothing else",
		side->name);
	test_eq(call(side, BPF_MAP_CREATE, &big, 5000), -E2BIG, "%s: nor longer than a page",
		side->name);
	test_eq(call(side, BPF_MAP_CREATE, &big, 8), -EINVAL, "%s: what is missing is zero",
		side->name);
	big.more[200] = 0;
	((u8 *)&big.attr)[sizeof(big.attr) - 1] = 1;
	test_eq(call(side, BPF_MAP_CREATE, &big, sizeof(big.attr)), -EINVAL,
		"%s: nothing behind a command's last field", side->name);
	test_eq(call(side, 9999, &big, sizeof(big.attr)), -EINVAL, "%s: an unknown command",
		side->name);
	test_eq(call(side, BPF_MAP_CREATE, (void *)8, 64), -EFAULT, "%s: attr that is no memory",
		side->name);
}

/* ---- MAP_CREATE */

static const struct {
	u32 type, key, value, entries, flags;
	long want;
} creations[] = {
    {BPF_MAP_TYPE_ARRAY, 4, 8, 1, 0, 0},
    {BPF_MAP_TYPE_ARRAY, 8, 8, 1, 0, -EINVAL},
    {BPF_MAP_TYPE_ARRAY, 4, 0, 1, 0, -EINVAL},
    {BPF_MAP_TYPE_ARRAY, 4, 8, 0, 0, -EINVAL},
    {BPF_MAP_TYPE_ARRAY, 4, 8, 1, BPF_F_MMAPABLE, 0},
    {BPF_MAP_TYPE_ARRAY, 4, 8, 1, BPF_F_NO_PREALLOC, -EINVAL},
    {BPF_MAP_TYPE_ARRAY, 4, 8, 1, BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG, -EINVAL},
    {BPF_MAP_TYPE_ARRAY, 4, 8, 1, BPF_F_RDONLY | BPF_F_WRONLY, -EINVAL},
    {BPF_MAP_TYPE_ARRAY, 4, 8, 1, 1u << 31, -EINVAL},
    {BPF_MAP_TYPE_HASH, 1, 1, 1, 0, 0},
    {BPF_MAP_TYPE_HASH, 0, 1, 1, 0, -EINVAL},
    {BPF_MAP_TYPE_HASH, 1, 0, 1, 0, -EINVAL},
    {BPF_MAP_TYPE_HASH, 512, 1, 1, 0, 0},
    {BPF_MAP_TYPE_HASH, 16, 64, 100, BPF_F_NO_PREALLOC, 0},
    {BPF_MAP_TYPE_HASH, 16, 64, 0, 0, -EINVAL},
    {BPF_MAP_TYPE_HASH, 4, 8, 1, BPF_F_MMAPABLE, -EINVAL},
    {BPF_MAP_TYPE_PERCPU_ARRAY, 4, 8, 1, 0, 0},
    {BPF_MAP_TYPE_LPM_TRIE, 8, 4, 10, BPF_F_NO_PREALLOC, 0},
    {BPF_MAP_TYPE_LPM_TRIE, 8, 4, 10, 0, -EINVAL},
    {BPF_MAP_TYPE_LPM_TRIE, 4, 4, 10, BPF_F_NO_PREALLOC, -EINVAL},
    {BPF_MAP_TYPE_RINGBUF, 0, 0, 4096, 0, 0},
    {BPF_MAP_TYPE_RINGBUF, 0, 0, 4095, 0, -EINVAL},
    {BPF_MAP_TYPE_RINGBUF, 4, 0, 4096, 0, -EINVAL},
    {BPF_MAP_TYPE_QUEUE, 0, 4, 10, 0, 0},
    {BPF_MAP_TYPE_QUEUE, 4, 4, 10, 0, -EINVAL},
    {BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 10, 0, 0},
    {BPF_MAP_TYPE_PROG_ARRAY, 4, 8, 10, 0, -EINVAL},
    {BPF_MAP_TYPE_STACK_TRACE, 4, 1016, 10, 0, 0},
    {BPF_MAP_TYPE_STACK_TRACE, 4, 1024, 10, 0, -EINVAL},
    {BPF_MAP_TYPE_STACK_TRACE, 4, 127 * 32, 10, BPF_F_STACK_BUILD_ID, 0},
    {BPF_MAP_TYPE_STACK_TRACE, 4, 128 * 32, 10, BPF_F_STACK_BUILD_ID, -EINVAL},
    {BPF_MAP_TYPE_STACK_TRACE, 4, 40, 10, BPF_F_STACK_BUILD_ID, -EINVAL},
    {BPF_MAP_TYPE_STACK_TRACE, 4, 40, 10, 0, 0},
    {0, 4, 4, 10, 0, -EINVAL},
    {4000, 4, 4, 10, 0, -EINVAL},
};

static void test_create(const struct side *side)
{
	for (size_t i = 0; i < SKEP_COUNT(creations); i++) {
		long got =
		    CALL(side, BPF_MAP_CREATE, .map_type = creations[i].type,
			 .key_size = creations[i].key, .value_size = creations[i].value,
			 .max_entries = creations[i].entries, .map_flags = creations[i].flags);

		test_eq(got > 0 ? 0 : got, creations[i].want,
			"%s: type %u, key %u, value %u, %u entries, flags 0x%x", side->name,
			creations[i].type, creations[i].key, creations[i].value,
			creations[i].entries, creations[i].flags);
		if (got > 0)
			close((int)got);
	}
	test_eq(CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		     .value_size = 4, .max_entries = 1, .map_name = "a name"),
		-EINVAL, "%s: a name with a blank", side->name);
	test_eq(CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		     .value_size = 4, .max_entries = 1, .map_name = "0123456789abcdef"),
		-EINVAL, "%s: a name without NUL", side->name);
	test_eq(CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY_OF_MAPS, .key_size = 4,
		     .value_size = 4, .max_entries = 1, .inner_map_fd = 999),
		-EBADF, "%s: no inner map", side->name);
}

static void test_nodes(const struct side *side)
{
	static const struct {
		u32 node;
		int want;
	} nodes[] = {{0, 0}, {(u32)-1, 0}, {(u32)-2, -EINVAL}, {1000, -EINVAL}};

	for (size_t i = 0; i < SKEP_COUNT(nodes); i++) {
		long got = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_HASH, .key_size = 4,
				.value_size = 4, .max_entries = 1, .map_flags = BPF_F_NUMA_NODE,
				.numa_node = nodes[i].node);

		test_eq(got > 0 ? 0 : got, nodes[i].want, "%s: on node %d", side->name,
			(s32)nodes[i].node);
		if (got > 0)
			close((int)got);
	}
}

/* ---- elements */

static void test_array(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_ARRAY, 4, 8, 3);
	u32 last = 2, next = 99, over = 7;
	u64 value = 1;

	test_eq(lookup(side, fd, 2, &value), 0, "%s: array: all elements exist", side->name);
	test_eq(value, 0, "%s: array: as zeros", side->name);
	test_eq(update(side, fd, 2, 42, BPF_ANY), 0, "%s: array: update", side->name);
	test_eq(lookup(side, fd, 2, &value), 0, "%s: array: lookup", side->name);
	test_eq(value, 42, "%s: array: the value", side->name);
	test_eq(lookup(side, fd, 3, &value), -ENOENT, "%s: array: lookup outside", side->name);
	test_eq(update(side, fd, 3, 1, BPF_ANY), -E2BIG, "%s: array: update outside", side->name);
	test_eq(update(side, fd, 1, 1, BPF_NOEXIST), -EEXIST, "%s: array: NOEXIST", side->name);
	test_eq(update(side, fd, 1, 1, BPF_EXIST), 0, "%s: array: EXIST", side->name);
	test_eq(update(side, fd, 1, 1, 3), -EINVAL, "%s: array: unknown flag", side->name);
	test_eq(update(side, fd, 1, 1, BPF_F_LOCK), -EINVAL, "%s: array: no lock", side->name);
	test_eq(remove_key(side, fd, 1), -EINVAL, "%s: array: delete", side->name);
	test_eq(next_key(side, fd, NULL, &next), 0, "%s: array: first key", side->name);
	test_eq(next, 0, "%s: array: is 0", side->name);
	test_eq(next_key(side, fd, &next, &next), 0, "%s: array: next key", side->name);
	test_eq(next, 1, "%s: array: is 1", side->name);
	test_eq(next_key(side, fd, &last, &next), -ENOENT, "%s: array: no key behind the last",
		side->name);
	test_eq(next_key(side, fd, &over, &next), 0, "%s: array: behind no key", side->name);
	test_eq(next, 0, "%s: array: is the first", side->name);
	close(fd);
	test_eq(lookup(side, fd, 0, &value), -EBADF, "%s: a closed map", side->name);
	test_eq(lookup(side, 0, 0, &value), -EINVAL, "%s: a descriptor of something else",
		side->name);
}

static void test_hash(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_HASH, 4, 8, 2);
	u32 next = 0, gone = 77, count = 0;
	u64 value;

	test_eq(lookup(side, fd, 5, &value), -ENOENT, "%s: hash: lookup of nothing", side->name);
	test_eq(next_key(side, fd, NULL, &next), -ENOENT, "%s: hash: no first key", side->name);
	test_eq(update(side, fd, 5, 50, BPF_EXIST), -ENOENT, "%s: hash: EXIST", side->name);
	test_eq(update(side, fd, 5, 50, BPF_NOEXIST), 0, "%s: hash: NOEXIST", side->name);
	test_eq(update(side, fd, 5, 51, BPF_NOEXIST), -EEXIST, "%s: hash: NOEXIST again",
		side->name);
	test_eq(update(side, fd, 5, 52, 4), -EINVAL, "%s: hash: BPF_F_LOCK without a lock",
		side->name);
	test_eq(update(side, fd, 6, 60, BPF_ANY), 0, "%s: hash: a second key", side->name);
	test_eq(update(side, fd, 7, 70, BPF_ANY), -E2BIG, "%s: hash: full", side->name);
	test_eq(update(side, fd, 6, 61, BPF_ANY), 0, "%s: hash: replaced when full", side->name);
	test_eq(lookup(side, fd, 6, &value), 0, "%s: hash: lookup", side->name);
	test_eq(value, 61, "%s: hash: the new value", side->name);
	for (long got = next_key(side, fd, NULL, &next); !got;
	     got = next_key(side, fd, &next, &next))
		count += next;
	test_eq(count, 11, "%s: hash: all keys once", side->name);
	test_eq(next_key(side, fd, &gone, &next), 0, "%s: hash: behind no key is the first",
		side->name);
	test_eq(remove_key(side, fd, 5), 0, "%s: hash: delete", side->name);
	test_eq(remove_key(side, fd, 5), -ENOENT, "%s: hash: delete again", side->name);
	test_eq(update(side, fd, 7, 70, BPF_ANY), 0, "%s: hash: room again", side->name);
	test_eq(CALL(side, BPF_MAP_LOOKUP_ELEM, .map_fd = (u32)fd, .key = 16, .value = at(&value)),
		-EFAULT, "%s: a key that is no memory", side->name);
	close(fd);
}

static void test_freeze(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	u64 value;

	test_eq(CALL(side, BPF_MAP_FREEZE, .map_fd = (u32)fd), 0, "%s: freeze", side->name);
	test_eq(CALL(side, BPF_MAP_FREEZE, .map_fd = (u32)fd), -EPERM, "%s: freeze again",
		side->name);
	test_eq(update(side, fd, 0, 1, BPF_ANY), -EPERM, "%s: frozen: update", side->name);
	test_eq(lookup(side, fd, 0, &value), 0, "%s: frozen: lookup", side->name);
	close(fd);
}

static long freeze(const struct side *side, int fd)
{
	return CALL(side, BPF_MAP_FREEZE, .map_fd = (u32)fd);
}

/* A child that has inherited a mapping, until the other end of the pipe is closed. */
static pid_t keep_mapping(const int until[2])
{
	char byte;
	pid_t pid = fork();

	if (!pid) {
		close(until[1]);
		_exit(read(until[0], &byte, 1) != 0);
	}
	return pid;
}

/* Nobody may write when a map is frozen, in whatever process. */
static void test_freeze_mapped(const struct side *side)
{
	long fd = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		       .value_size = 8, .max_entries = 2, .map_flags = BPF_F_MMAPABLE);
	void *mine = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, (int)fd, 0), *read_only;
	int until[2], ended;
	pid_t pid;

	if (!test_ok(mine != MAP_FAILED && pipe2(until, O_CLOEXEC) == 0, "%s: mapped", side->name))
		return;
	test_eq(freeze(side, (int)fd), -EBUSY, "%s: freeze what is mapped", side->name);
	pid = keep_mapping(until);
	close(until[0]);
	munmap(mine, 4096);
	test_eq(freeze(side, (int)fd), -EBUSY, "%s: ... by a child", side->name);
	close(until[1]);
	waitpid(pid, &ended, 0);
	read_only = mmap(NULL, 4096, PROT_READ, MAP_SHARED, (int)fd, 0);
	test_eq(freeze(side, (int)fd), 0, "%s: ... to be read", side->name);
	munmap(read_only, 4096);
	close((int)fd);
}

/* The page of a ring buffer that its reader writes. */
static void test_freeze_ring(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_RINGBUF, 0, 0, 4096);
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	test_eq(freeze(side, fd), -EBUSY, "%s: freeze a ring that is read", side->name);
	munmap(page, 4096);
	test_eq(freeze(side, fd), 0, "%s: ... and that is not", side->name);
	close(fd);
}

static void test_mmap(const struct side *side)
{
	long fd = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		       .value_size = 12, .max_entries = 2, .map_flags = BPF_F_MMAPABLE);
	u8 *values = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, (int)fd, 0);
	u8 value[12] = "eleven byte";
	u32 key = 1;

	if (!test_ok(values != MAP_FAILED, "%s: mmap", side->name))
		return;
	test_eq(
	    CALL(side, BPF_MAP_UPDATE_ELEM, .map_fd = (u32)fd, .key = at(&key), .value = at(value)),
	    0, "%s: mmap: update", side->name);
	test_ok(memcmp(values + 16, value, sizeof(value)) == 0, "%s: mmap: shows it", side->name);
	values[16] = 'E';
	CALL(side, BPF_MAP_LOOKUP_ELEM, .map_fd = (u32)fd, .key = at(&key), .value = at(value));
	test_eq(value[0], 'E', "%s: mmap: writes it", side->name);
	munmap(values, 4096);
	close((int)fd);
}

static void test_inner(const struct side *side)
{
	int inner = make_map(side, BPF_MAP_TYPE_HASH, 4, 8, 4);
	int other = make_map(side, BPF_MAP_TYPE_HASH, 4, 16, 4);
	int fd =
	    (int)CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY_OF_MAPS, .key_size = 4,
		      .value_size = 4, .max_entries = 2, .inner_map_fd = (u32)inner);
	u64 id = 0;

	test_ok(fd >= 0, "%s: a map of maps", side->name);
	test_eq(lookup(side, fd, 0, &id), -ENOENT, "%s: maps: empty", side->name);
	test_eq(update(side, fd, 0, (u32)inner, BPF_ANY), 0, "%s: maps: update", side->name);
	test_eq(update(side, fd, 0, (u32)other, BPF_ANY), -EINVAL, "%s: maps: another shape",
		side->name);
	test_eq(update(side, fd, 0, 999, BPF_ANY), -EBADF, "%s: maps: no descriptor", side->name);
	test_eq(lookup(side, fd, 0, &id), 0, "%s: maps: lookup", side->name);
	test_ok(id > 0, "%s: maps: gives an id", side->name);
	test_eq(remove_key(side, fd, 0), 0, "%s: maps: delete", side->name);
	test_eq(remove_key(side, fd, 0), -ENOENT, "%s: maps: delete again", side->name);
	close(fd);
	close(inner);
	close(other);
}

/* ---- PROG_LOAD */

#define INSN(op, dst, src, offset, number)                                                         \
	{                                                                                          \
		.code = (op), .dst_reg = (dst), .src_reg = (src), .off = (offset), .imm = (number) \
	}
#define EXIT INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0)

static const struct bpf_insn good[] = {INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0), EXIT};
static const struct bpf_insn unread[] = {EXIT};
static const struct bpf_insn unreached[] = {INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0), EXIT,
					    EXIT};
static const struct bpf_insn no_map[] = {
    INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, 999), INSN(0, 0, 0, 0, 0),
    INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0), EXIT};

static long load_with(const struct side *side, const struct bpf_insn *insns, u32 count, char *log,
		      u32 size)
{
	return CALL(side, BPF_PROG_LOAD, .prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
		    .insns = at(insns), .insn_cnt = count, .license = at("GPL"),
		    .log_level = log != NULL, .log_buf = at(log), .log_size = size);
}

#define LOAD(side, insns, log, size) load_with(side, insns, SKEP_COUNT(insns), log, size)

static void test_load(const struct side *side)
{
	char log[4096] = "", small[16] = "";
	long fd = LOAD(side, good, NULL, 0);

	test_ok(fd >= 0, "%s: a program", side->name);
	close((int)fd);
	test_eq(LOAD(side, unread, log, sizeof(log)), -EACCES, "%s: r0 is not written", side->name);
	test_ok(strstr(log, "processed 1 insns"), "%s: the log has its last line", side->name);
	test_ok(strstr(log, "0: (95) exit\n"), "%s: an instruction has a line to itself",
		side->name);
	test_eq(LOAD(side, unread, small, sizeof(small)), -ENOSPC, "%s: a log that is too small",
		side->name);
	test_eq(strlen(small), sizeof(small) - 1, "%s: has what fits", side->name);
	test_eq(LOAD(side, unreached, NULL, 0), -EINVAL, "%s: unreachable code", side->name);
	test_eq(LOAD(side, no_map, NULL, 0), -EBADF, "%s: no map", side->name);
	test_eq(load_with(side, good, 0, NULL, 0), -E2BIG, "%s: no instruction", side->name);
	test_eq(load_with(side, good, 1000001, NULL, 0), -E2BIG, "%s: too many", side->name);
	test_eq(load_with(side, (void *)16, 2, NULL, 0), -EFAULT, "%s: insns that are no memory",
		side->name);
	test_eq(load_with(side, good, 2, NULL, 4096), -EINVAL, "%s: a log's size without a log",
		side->name);
	test_eq(CALL(side, BPF_PROG_LOAD, .prog_type = 999, .insns = at(good), .insn_cnt = 2,
		     .license = at("GPL")),
		-EINVAL, "%s: an unknown type", side->name);
}

/* An input that shows a refusal stands in skep's log, before its end; Linux has none. */
static void test_log_input(const struct side *side)
{
	int map = make_map(side, BPF_MAP_TYPE_HASH, 4, 8, 1);
	struct bpf_insn unchecked[] = {
	    INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, map),
	    INSN(0, 0, 0, 0, 0),
	    INSN(BPF_ST | BPF_MEM | BPF_W, 10, 0, -4, 7),
	    INSN(BPF_ALU64 | BPF_MOV | BPF_X, 2, 10, 0, 0),
	    INSN(BPF_ALU64 | BPF_ADD | BPF_K, 2, 0, 0, -4),
	    INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_map_lookup_elem),
	    INSN(BPF_LDX | BPF_MEM | BPF_DW, 0, 0, 0, 0),
	    EXIT};
	char log[8192] = "";
	const char *input, *end;

	test_eq(LOAD(side, unchecked, log, sizeof(log)), -EACCES, "%s: NULL is read", side->name);
	input = strstr(log, "it happens: instruction 6 reads through a pointer that is NULL");
	end = strstr(log, "\nprocessed ");
	if (side->skep)
		test_ok(input && end && input < end, "skep: the log shows it, and then ends");
	else
		test_ok(!input && end, "Linux: the log ends");
	close(map);
}

/* ---- types */

/* A function with an argument that has a name, or none. */
static long load_function(const struct side *side, const char *argument)
{
	struct btf *btf = btf__new_empty();
	const void *bytes;
	u32 size;
	long fd;

	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	btf__add_func_proto(btf, 1);
	btf__add_func_param(btf, argument, 1);
	btf__add_func(btf, "function", BTF_FUNC_GLOBAL, 2);
	bytes = btf__raw_data(btf, &size);
	fd = CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size);
	btf__free(btf);
	if (fd < 0)
		return fd;
	close((int)fd);
	return 0;
}

static void test_btf(const struct side *side)
{
	struct btf *btf = btf__new_empty();
	u32 size;
	u8 *bytes;
	long fd;

	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	btf__add_struct(btf, "pair", 8);
	btf__add_field(btf, "first", 1, 0, 0);
	btf__add_field(btf, "second", 1, 32, 0);
	bytes = (u8 *)btf__raw_data(btf, &size);
	fd = CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size);
	test_ok(fd >= 0, "%s: types", side->name);
	close((int)fd);
	test_eq(CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size - 1), -EINVAL,
		"%s: types that are cut", side->name);
	bytes[sizeof(struct btf_header) + 16 + 12 + 4] = 9;
	test_eq(CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size), -EINVAL,
		"%s: a member of a type that does not exist", side->name);
	test_eq(load_function(side, "argument"), 0, "%s: a function", side->name);
	test_eq(load_function(side, NULL), -EINVAL, "%s: a function whose argument has no name",
		side->name);
	btf__free(btf);
}

/* The types of an array whose values begin with a lock of each of one or two kinds: the value is
 * number 3, or 4. */
static long load_lock_types(const struct side *side, const char *lock, const char *other)
{
	struct btf *btf = btf__new_empty();
	u32 size, count = other ? 2 : 1;
	const void *bytes;
	long fd;

	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	for (u32 i = 0; i < count; i++) {
		btf__add_struct(btf, i ? other : lock, 4);
		btf__add_field(btf, "val", 1, 0, 0);
	}
	btf__add_struct(btf, "value", 4 + 4 * (int)count);
	btf__add_field(btf, "lock", 2, 0, 0);
	if (other)
		btf__add_field(btf, "other", 3, 32, 0);
	btf__add_field(btf, "number", 1, 32 * count, 0);
	bytes = btf__raw_data(btf, &size);
	fd = CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size);
	btf__free(btf);
	return fd;
}

static long load_naming(const struct side *side, u32 type, long map)
{
	struct bpf_insn insns[] = {
	    INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, (int)map), INSN(0, 0, 0, 0, 0),
	    INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0), EXIT};
	long fd = CALL(side, BPF_PROG_LOAD, .prog_type = type, .insns = at(insns), .insn_cnt = 4,
		       .license = at("GPL"));

	if (fd < 0)
		return fd;
	close((int)fd);
	return 0;
}

/* A map with a lock in its values, named by programs of which some may not take it. */
static void test_fit(const struct side *side, const char *lock, bool resilient)
{
	long types = load_lock_types(side, lock, NULL);
	long fd = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		       .value_size = 8, .max_entries = 2, .btf_fd = (u32)types,
		       .btf_key_type_id = 1, .btf_value_type_id = 3);
	u64 value = 0;

	if (test_ok(fd >= 0, "%s: a map with a %s", side->name, lock)) {
		test_eq(update(side, (int)fd, 1, ~0ull, BPF_F_LOCK), resilient ? -EINVAL : 0,
			"%s: updated under it", side->name);
		test_eq(update(side, (int)fd, 1, ~0ull, BPF_ANY), 0, "%s: updated", side->name);
		test_eq(lookup(side, (int)fd, 1, &value), 0, "%s: looked up", side->name);
		test_eq(value, ~0ull << 32, "%s: without the lock", side->name);
		test_eq(load_naming(side, BPF_PROG_TYPE_SOCKET_FILTER, fd), -EINVAL,
			"%s: not for a socket filter", side->name);
		test_eq(load_naming(side, BPF_PROG_TYPE_TRACEPOINT, fd), -EINVAL,
			"%s: nor for a tracepoint", side->name);
		test_eq(load_naming(side, BPF_PROG_TYPE_XDP, fd), 0, "%s: but for XDP", side->name);
	}
	close((int)fd);
	close((int)types);
}

/* Linux sees it as soon as it is told the types. */
static void test_two_locks(const struct side *side, const char *lock, const char *other, long error)
{
	long types = load_lock_types(side, lock, other);
	long fd = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		       .value_size = 12, .max_entries = 2, .btf_fd = (u32)types,
		       .btf_key_type_id = 1, .btf_value_type_id = 4);

	test_eq(types < 0 ? types : fd, error, "%s: a value with a %s and a %s", side->name, lock,
		other);
	close((int)fd);
	close((int)types);
}

static void test_locks(const struct side *side)
{
	static const char spin[] = "bpf_spin_lock", resilient[] = "bpf_res_spin_lock";

	test_fit(side, spin, false);
	test_fit(side, resilient, true);
	test_two_locks(side, spin, spin, -E2BIG);
	test_two_locks(side, spin, resilient, -EINVAL);
}

static void test_side(const struct side *side)
{
	test_attr(side);
	test_create(side);
	test_nodes(side);
	test_array(side);
	test_hash(side);
	test_freeze(side);
	test_freeze_mapped(side);
	test_freeze_ring(side);
	test_mmap(side);
	test_inner(side);
	test_load(side);
	test_log_input(side);
	test_btf(side);
	test_locks(side);
}

/* ---- skep alone */

static u32 count_maps(const struct side *side)
{
	union bpf_attr attr = {0};
	u32 count = 0;

	while (!call(side, BPF_MAP_GET_NEXT_ID, &attr, sizeof(attr))) {
		attr.start_id = attr.next_id;
		count++;
	}
	return count;
}

/* A program that has no context, and memory besides, in the interpreter that checks each access. */
static void test_no_context(void)
{
	struct skep_config config = {.mode = SKEP_CODE_CHECKED};
	struct side side = {"skep", skep_system_new(&config, NULL)};
	int map = make_map(&side, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	struct bpf_insn insns[] = {INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_VALUE, 0, map),
				   INSN(0, 0, 0, 0, 0), INSN(BPF_LDX | BPF_MEM | BPF_W, 0, 1, 0, 0),
				   EXIT};
	long prog;

	update(&side, map, 0, 7, BPF_ANY);
	prog = CALL(&side, BPF_PROG_LOAD, .prog_type = BPF_PROG_TYPE_RAW_TRACEPOINT,
		    .insns = at(insns), .insn_cnt = SKEP_COUNT(insns), .license = at("GPL"));
	if (test_ok(prog >= 0, "a program of a raw tracepoint")) {
		union bpf_attr run = {.test = {.prog_fd = (u32)prog}};

		test_eq(call(&side, BPF_PROG_TEST_RUN, &run, sizeof(run)), 0,
			"... without a context");
		test_eq(run.test.retval, 7, "... reads a map");
	}
	close((int)prog);
	close(map);
	skep_system_free(side.skep);
}

/* What Linux lets go on 8,388,608 times is stopped where instructions are counted; that it is no
 * trap is told, and no run follows. */
static void test_budget(void)
{
	struct skep_config config = {.mode = SKEP_CODE_CHECKED};
	struct side side = {"skep", skep_system_new(&config, NULL)};
	int map = make_map(&side, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	struct bpf_insn insns[] = {INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_VALUE, 0, map),
				   INSN(0, 0, 0, 0, 0),
				   INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 1),
				   INSN(BPF_STX | BPF_ATOMIC | BPF_DW, 1, 0, 0, BPF_ADD),
				   INSN(0xe5, 0, 0, 1, 0),
				   INSN(BPF_JMP | BPF_JA, 0, 0, -2, 0),
				   INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0),
				   EXIT};
	u8 packet[64] = {0};
	u64 runs = 0;
	union bpf_attr run = {
	    .test = {.data_in = at(packet), .data_size_in = sizeof(packet), .repeat = 1000}};
	long prog = CALL(&side, BPF_PROG_LOAD, .prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			 .insns = at(insns), .insn_cnt = SKEP_COUNT(insns), .license = at("GPL"));

	test_ok(prog >= 0, "a loop that only may_goto ends");
	run.test.prog_fd = (u32)prog;
	test_eq(call(&side, BPF_PROG_TEST_RUN, &run, sizeof(run)), -ETIMEDOUT,
		"... ends with its budget");
	test_eq(lookup(&side, map, 0, &runs), 0, "... which");
	test_eq(runs, 1, "... is not repeated");
	close((int)prog);
	close(map);
	skep_system_free(side.skep);
}

static void test_references(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_ARRAY, 4, 8, 1), copy;
	struct bpf_insn insns[] = {INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, fd),
				   INSN(0, 0, 0, 0, 0),
				   INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0), EXIT};
	void *mapped;
	long prog;

	test_eq(count_maps(side), 1, "one map");
	copy = dup(fd);
	close(fd);
	test_eq(count_maps(side), 1, "a duplicate keeps it");
	mapped = mmap(NULL, 4096, PROT_READ, MAP_SHARED, copy, 0);
	insns[0].imm = copy;
	prog = LOAD(side, insns, NULL, 0);
	test_ok(prog >= 0, "a program that names it");
	close(copy);
	test_eq(count_maps(side), 1, "a mapping and a program keep it");
	munmap(mapped, 4096);
	test_eq(count_maps(side), 1, "the program keeps it");
	close((int)prog);
	test_eq(count_maps(side), 0, "nobody keeps it");
}

static u32 count_progs(const struct side *side)
{
	union bpf_attr attr = {0};
	u32 count = 0;

	for (; !call(side, BPF_PROG_GET_NEXT_ID, &attr, sizeof(attr)); count++)
		attr.start_id = attr.next_id;
	return count;
}

/* A program and the array that it is in and that it names. */
static void test_circle(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 3);
	struct bpf_insn insns[] = {INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, fd),
				   INSN(0, 0, 0, 0, 0),
				   INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0), EXIT};
	long prog = LOAD(side, insns, NULL, 0);

	test_eq(update(side, fd, 1, (u32)prog, BPF_ANY), 0, "an array of programs");
	close((int)prog);
	test_eq(count_progs(side), 1, "keeps its program");
	close(fd);
	test_eq(count_progs(side), 0, "until it is closed, though the program names it");
	test_eq(count_maps(side), 0, "and goes itself");
}

static void test_pins(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	const char *path = "/sys/fs/bpf/none-such";
	long again;
	u64 value = 0;

	test_eq(CALL(side, BPF_OBJ_GET, .pathname = at(path)), -ENOENT, "pins: nothing there");
	test_eq(CALL(side, BPF_OBJ_GET, .pathname = 16), -EFAULT, "pins: a path that is no memory");
	test_eq(CALL(side, BPF_OBJ_PIN, .pathname = at(path), .bpf_fd = 999), -EBADF,
		"pins: no descriptor");
	test_eq(CALL(side, BPF_OBJ_PIN, .pathname = at(path), .bpf_fd = (u32)fd), 0, "pins: a map");
	test_eq(CALL(side, BPF_OBJ_PIN, .pathname = at(path), .bpf_fd = (u32)fd), -EEXIST,
		"pins: a path that is taken");
	update(side, fd, 0, 9, BPF_ANY);
	close(fd);
	test_eq(count_maps(side), 1, "pins: keep it");
	again = CALL(side, BPF_OBJ_GET, .pathname = at(path));
	test_eq(lookup(side, (int)again, 0, &value), 0, "pins: give it back");
	test_eq(value, 9, "pins: it is the same");
	close((int)again);
}

/* What is left when a system goes: maps in maps, and a program that nobody closed. */
static void test_end_of_system(void)
{
	struct skep_config config = {0};
	struct side side = {"skep", skep_system_new(&config, NULL)};
	int inner = make_map(&side, BPF_MAP_TYPE_HASH, 4, 8, 4);
	int fd =
	    (int)CALL(&side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_HASH_OF_MAPS, .key_size = 4,
		      .value_size = 4, .max_entries = 2, .inner_map_fd = (u32)inner);
	long prog = LOAD(&side, good, NULL, 0);
	u64 value;

	test_eq(update(&side, fd, 0, (u32)inner, BPF_ANY), 0, "a map in a map");
	skep_system_free(side.skep);
	side.skep = skep_system_new(&config, NULL);
	test_eq(lookup(&side, fd, 0, &value), -EINVAL, "another system does not know it");
	skep_system_free(side.skep);
	close(inner);
	close(fd);
	close((int)prog);
}

enum { THREADS = 4, ROUNDS = 2000, KEYS = 64 };

struct worker {
	const struct side *side;
	int fd;
	u32 number, wrong;
};

/* Values are their keys in both halves, whoever writes them. */
static void *work(void *context)
{
	struct worker *w = context;
	u64 value;

	for (u32 i = 0; i < ROUNDS; i++) {
		u32 key = (i * 7 + w->number * 3) % KEYS;

		if (i % 5 == w->number % 5)
			remove_key(w->side, w->fd, key);
		else
			update(w->side, w->fd, key, (u64)key << 32 | key, BPF_ANY);
		if (!lookup(w->side, w->fd, key, &value) && (value >> 32) != (u32)value)
			w->wrong++;
	}
	return NULL;
}

static void test_threads(const struct side *side)
{
	int fd = make_map(side, BPF_MAP_TYPE_HASH, 4, 8, KEYS);
	struct worker workers[THREADS];
	pthread_t threads[THREADS];
	u32 wrong = 0, next = 0, keys = 0, full = 0;

	for (u32 i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){side, fd, i, 0};
		pthread_create(&threads[i], NULL, work, &workers[i]);
	}
	for (u32 i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		wrong += workers[i].wrong;
	}
	test_eq(wrong, 0, "threads: no value is torn");
	for (long got = next_key(side, fd, NULL, &next); !got && keys <= KEYS;
	     got = next_key(side, fd, &next, &next))
		keys++;
	for (u32 key = 1000; !update(side, fd, key, 0, BPF_ANY); key++)
		full++;
	test_eq(keys + full, KEYS, "threads: no element is lost");
	close(fd);
}

/* Flips each bit of the types in turn: refused or taken, nothing else. */
static void test_damaged_btf(const struct side *side)
{
	struct btf *btf = btf__new_empty();
	const u8 *good_bytes;
	u8 bytes[512];
	u32 size, taken = 0;

	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	btf__add_ptr(btf, 3);
	btf__add_struct(btf, "list", 16);
	btf__add_field(btf, "next", 2, 0, 0);
	btf__add_field(btf, "value", 1, 64, 0);
	btf__add_array(btf, 1, 3, 4);
	btf__add_typedef(btf, "lists", 4);
	good_bytes = btf__raw_data(btf, &size);
	for (u32 bit = 0; bit < size * 8; bit++) {
		long fd, map;

		memcpy(bytes, good_bytes, size);
		bytes[bit / 8] ^= (u8)(1 << bit % 8);
		fd = CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size);
		if (fd < 0)
			continue;
		taken++;
		map = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
			   .value_size = 16, .max_entries = 1, .btf_fd = (u32)fd,
			   .btf_key_type_id = 1, .btf_value_type_id = 3);
		close((int)map);
		close((int)fd);
	}
	test_ok(taken < size * 8, "damaged types: %u of %u taken", taken, size * 8);
	btf__free(btf);
}

/* Each allocation of a load fails in turn: -ENOMEM, and nothing is left. */
static void test_memory(const struct side *side)
{
	unsigned long n = 0;
	long fd;

	do {
		fault_after(++n);
		fd = make_map(side, BPF_MAP_TYPE_HASH, 4, 8, 16);
		if (fd >= 0) {
			struct bpf_insn insns[] = {
			    INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, (int)fd),
			    INSN(0, 0, 0, 0, 0), INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0),
			    EXIT};
			long prog = LOAD(side, insns, NULL, 0);

			close((int)fd);
			fd = prog;
		}
	} while (fd == -ENOMEM && n < 10000);
	fault_after(0);
	test_ok(fd >= 0, "memory runs out at each of %lu allocations", n);
	close((int)fd);
	test_eq(count_maps(side), 0, "and no map is left");
}

int main(void)
{
	struct skep_config config = {0};
	struct side ours = {"skep", skep_system_new(&config, NULL)}, linux_side = {"linux", NULL};
	int fd;

	test_side(&ours);
	test_no_context();
	test_budget();
	test_references(&ours);
	test_circle(&ours);
	test_end_of_system();
	test_threads(&ours);
	test_damaged_btf(&ours);
	test_pins(&ours);
	skep_system_free(ours.skep);
	ours.skep = skep_system_new(&config, NULL);
	LOAD(&ours, good, NULL, 0);
	test_memory(&ours);
	skep_system_free(ours.skep);
	fd = make_map(&linux_side, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	if (fd >= 0)
		test_side(&linux_side);
	else
		test_skip("the same calls to Linux", strerror(-fd));
	close(fd);
	return test_end();
}

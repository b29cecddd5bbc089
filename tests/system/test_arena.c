/* SPDX-License-Identifier: BSD-2-Clause */
/* Arenas as maps: the same calls to skep and to Linux, with the same answers. */
#include <errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

struct side {
	const char *name;
	struct skep *skep; /* NULL: Linux */
};

static long call(const struct side *side, int cmd, union bpf_attr *attr)
{
	long got;

	if (side->skep)
		return skep_bpf(side->skep, cmd, attr, sizeof(*attr));
	got = syscall(SYS_bpf, cmd, attr, sizeof(*attr));
	return got < 0 ? -errno : got;
}

#define CALL(side, cmd, ...) call(side, cmd, &(union bpf_attr){__VA_ARGS__})
#define at(pointer)	     ((u64)(uintptr_t)(pointer))

enum { PAGE = 4096, FREEZE = 22, ENOTSUPP = 524 };

static const struct {
	u32 key, value, pages, flags;
	u64 extra;
	long want;
} creations[] = {
    {0, 0, 1, BPF_F_MMAPABLE, 0, 0},
    {0, 0, 1, BPF_F_MMAPABLE | BPF_F_SEGV_ON_FAULT | BPF_F_NO_USER_CONV, 0, 0},
    {0, 0, 1, 0, 0, -EINVAL},
    {0, 0, 0, BPF_F_MMAPABLE, 0, -EINVAL},
    {4, 0, 1, BPF_F_MMAPABLE, 0, -EINVAL},
    {0, 8, 1, BPF_F_MMAPABLE, 0, -EINVAL},
    {0, 0, 1, BPF_F_MMAPABLE | BPF_F_NO_PREALLOC, 0, -EINVAL},
    {0, 0, 1, BPF_F_MMAPABLE | BPF_F_RDONLY_PROG, 0, -EINVAL},
    {0, 0, 1, BPF_F_MMAPABLE | BPF_F_RDONLY, 0, -EINVAL},
    {0, 0, 1, BPF_F_MMAPABLE, 1, -EINVAL},
    {0, 0, 1, BPF_F_MMAPABLE, PAGE, 0},
    {0, 0, 1, BPF_F_MMAPABLE, 0xfffffffffffff000, 0},
    {0, 0, 1 << 20, BPF_F_MMAPABLE, 0, 0},
    {0, 0, (1 << 20) + 1, BPF_F_MMAPABLE, 0, -E2BIG},
    {0, 0, UINT32_MAX, BPF_F_MMAPABLE, 0, -E2BIG},
    {0, 0, 1, BPF_F_MMAPABLE, 0xfffff000, 0},
    {0, 0, 2, BPF_F_MMAPABLE, 0xfffff000, -ERANGE},
    {0, 0, 1 << 20, BPF_F_MMAPABLE, PAGE, -ERANGE},
    {0, 0, (1 << 20) + 1, BPF_F_MMAPABLE, PAGE, -E2BIG},
};

static int make(const struct side *side, u32 pages, u64 extra)
{
	return (int)CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARENA, .max_entries = pages,
			 .map_flags = BPF_F_MMAPABLE, .map_extra = extra);
}

static void test_create(const struct side *side)
{
	for (size_t i = 0; i < SKEP_COUNT(creations); i++) {
		long got = CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARENA,
				.key_size = creations[i].key, .value_size = creations[i].value,
				.max_entries = creations[i].pages, .map_flags = creations[i].flags,
				.map_extra = creations[i].extra);

		test_eq(got > 0 ? 0 : got, creations[i].want,
			"%s: key %u, value %u, %u pages, flags 0x%x at 0x%llx", side->name,
			creations[i].key, creations[i].value, creations[i].pages,
			creations[i].flags, (unsigned long long)creations[i].extra);
		if (got > 0)
			close((int)got);
	}
}

/* Nothing is in one for bpf(2). */
static void test_elements(const struct side *side)
{
	u32 fd = (u32)make(side, 4, 0);
	u64 key[2] = {0}, value[2] = {0};

	test_eq(CALL(side, BPF_MAP_LOOKUP_ELEM, .map_fd = fd, .value = at(value)), -EINVAL,
		"%s: lookup", side->name);
	test_eq(CALL(side, BPF_MAP_LOOKUP_ELEM, .map_fd = fd, .key = at(key), .value = at(value)),
		-EINVAL, "%s: lookup of a key", side->name);
	test_eq(CALL(side, BPF_MAP_UPDATE_ELEM, .map_fd = fd, .value = at(value)), -EOPNOTSUPP,
		"%s: update", side->name);
	test_eq(CALL(side, BPF_MAP_UPDATE_ELEM, .map_fd = fd, .key = at(key), .value = at(value)),
		-EINVAL, "%s: update of a key", side->name);
	test_eq(CALL(side, BPF_MAP_DELETE_ELEM, .map_fd = fd), -EOPNOTSUPP, "%s: delete",
		side->name);
	test_eq(CALL(side, BPF_MAP_GET_NEXT_KEY, .map_fd = fd, .next_key = at(value)), -EOPNOTSUPP,
		"%s: next key", side->name);
	test_eq(CALL(side, BPF_MAP_LOOKUP_AND_DELETE_ELEM, .map_fd = fd, .value = at(value)),
		-ENOTSUPP, "%s: take", side->name);
	close((int)fd);
}

static void test_info(const struct side *side)
{
	int fd = make(side, 16, 0x510000000000);
	struct bpf_map_info info = {0};
	long got = CALL(side, BPF_OBJ_GET_INFO_BY_FD,
			.info = {.bpf_fd = (u32)fd, .info_len = sizeof(info), .info = at(&info)});

	test_eq(got, 0, "%s: info", side->name);
	test_eq(info.type, BPF_MAP_TYPE_ARENA, "%s: info: type", side->name);
	test_eq(info.max_entries, 16, "%s: info: pages", side->name);
	test_eq(info.map_extra, 0x510000000000, "%s: info: address", side->name);
	close(fd);
}

static void test_freeze(const struct side *side)
{
	u64 address = side->skep ? 0x520000000000 : 0x530000000000;
	void *wanted = (void *)(uintptr_t)address, *got;
	int fd = make(side, 4, address), other = make(side, 4, 0);

	test_eq(CALL(side, FREEZE, .map_fd = (u32)other), 0, "%s: freeze", side->name);
	got =
	    mmap(wanted, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, fd, 0);
	test_ok(got == wanted, "%s: mmap where map_extra says", side->name);
	((volatile u8 *)got)[PAGE] = 1;
	test_eq(CALL(side, FREEZE, .map_fd = (u32)fd), -EBUSY, "%s: freeze while it is mapped",
		side->name);
	munmap(got, 4 * PAGE);
	close(fd);
	close(other);
}

static void test_side(const struct side *side)
{
	test_create(side);
	test_elements(side);
	test_info(side);
	test_freeze(side);
}

static bool linux_has_arenas(void)
{
	struct side linux_side = {.name = "Linux"};
	int fd = make(&linux_side, 1, 0);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

int main(void)
{
	struct skep_config config = {0};
	struct side ours = {.name = "skep", .skep = skep_system_new(&config, NULL)};

	test_side(&ours);
	skep_system_free(ours.skep);
	if (linux_has_arenas())
		test_side(&(struct side){.name = "Linux"});
	else
		test_skip("Linux", "it has no arenas, or bpf(2) is not allowed");
	return test_end();
}

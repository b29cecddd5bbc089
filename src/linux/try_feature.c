/* SPDX-License-Identifier: BSD-2-Clause */
/* Features of maps, BTF, sockets and limits. */
#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/if_xdp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "linux/probe.h"
#include "spec/spec.h"

/* Closes, if it is one, and hands on. */
static int finish(int fd)
{
	if (fd > 0)
		close(fd);
	return fd;
}

/* ---- BTF */

SKEP_PROBE(skep_try_kernel_btf)
{
	(void)probe;
	return skep_scene_note(scene, "open", scene->btf ? 0 : -ENOENT);
}

/* Loads and frees; 0 or -errno. */
static int load_btf(struct btf *btf)
{
	int result = btf__load_into_kernel(btf) == 0 ? 0 : -errno;

	btf__free(btf);
	return result;
}

/* number: a kind of types */
SKEP_PROBE(skep_try_program_btf)
{
	struct btf *btf = btf__new_empty();
	int number;

	if (!btf)
		return -ENOMEM;
	number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	switch (probe->number) {
	case BTF_KIND_FLOAT:
		btf__add_float(btf, "double", 8);
		break;
	case BTF_KIND_TYPE_TAG:
		btf__add_ptr(btf, btf__add_type_tag(btf, "user", number));
		break;
	case BTF_KIND_ENUM64:
		btf__add_enum64(btf, "large", 8, false);
		btf__add_enum64_value(btf, "LARGE", 1ULL << 40);
		break;
	default:
		number = btf__add_func_proto(btf, number);
		btf__add_func(btf, "main", BTF_FUNC_GLOBAL, number);
	}
	return skep_scene_note(scene, "BTF_LOAD", load_btf(btf));
}

/* BTF of a value { struct <name> field; }: 1 int, 3 the value; the descriptor or -errno. */
static int special_btf(const char *name, u32 size)
{
	struct btf *btf = btf__new_empty();
	int field, fd;

	if (!btf)
		return -ENOMEM;
	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	field = btf__add_struct(btf, name, size);
	if (size == 4)
		btf__add_field(btf, "val", 1, 0, 0);
	btf__add_struct(btf, "value", size);
	btf__add_field(btf, "field", field, 0, 0);
	fd = btf__load_into_kernel(btf) == 0 ? dup(btf__fd(btf)) : -errno;
	btf__free(btf);
	return fd;
}

/* text: the kernel's struct; number: its size */
SKEP_PROBE(skep_try_special)
{
	int btf = special_btf(probe->text, (u32)probe->number), fd;
	union bpf_attr attr = {.map_type = BPF_MAP_TYPE_ARRAY,
			       .key_size = 4,
			       .value_size = (u32)probe->number,
			       .max_entries = 1,
			       .btf_fd = (u32)btf,
			       .btf_key_type_id = 1,
			       .btf_value_type_id = 3};

	if (btf < 0)
		return skep_scene_note(scene, "BTF_LOAD", btf);
	fd = (int)skep_linux_bpf(BPF_MAP_CREATE, &attr, sizeof(attr));
	close(btf);
	return finish(skep_scene_note(scene, "MAP_CREATE", fd));
}

/* ---- maps */

/* text: a map type; number: a flag of MAP_CREATE */
SKEP_PROBE(skep_try_map_flag)
{
	for (u32 type = 1; skep_map_row(type); type++)
		if (strcmp(skep_map_row(type)->name, probe->text) == 0)
			return finish(skep_scene_map(scene, type, (u32)probe->number));
	return -ENOENT;
}

/* A frozen map refuses what is written from user space. */
SKEP_PROBE(skep_try_frozen)
{
	int map = skep_scene_map(scene, BPF_MAP_TYPE_ARRAY, 0), result;
	union bpf_attr freeze = {.map_fd = (u32)map}, change = {.map_fd = (u32)map};
	u64 value = 1;
	u32 key = 0;

	(void)probe;
	if (map < 0)
		return map;
	change.key = (uintptr_t)&key;
	change.value = (uintptr_t)&value;
	result = (int)skep_linux_bpf(BPF_MAP_FREEZE, &freeze, sizeof(freeze));
	if (!result && skep_linux_bpf(BPF_MAP_UPDATE_ELEM, &change, sizeof(change)) != -EPERM)
		result = -EPROTO;
	close(map);
	return skep_scene_note(scene, "MAP_FREEZE", result);
}

/* number: the map's type */
SKEP_PROBE(skep_try_mapped)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	int map = skep_scene_map(scene, (u32)probe->number, BPF_F_MMAPABLE), result = 0;
	char *memory;

	if (map < 0)
		return map;
	memory = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, map, 0);
	if (memory == MAP_FAILED)
		result = -errno;
	else
		munmap(memory, page);
	close(map);
	return skep_scene_note(scene, "mmap", result);
}

SKEP_PROBE(skep_try_batch)
{
	int map = skep_scene_map(scene, BPF_MAP_TYPE_ARRAY, 0), result;
	union bpf_attr attr = {0};
	u64 value = 1;
	u32 key = 0;

	(void)probe;
	if (map < 0)
		return map;
	attr.batch.map_fd = (u32)map;
	attr.batch.keys = (uintptr_t)&key;
	attr.batch.values = (uintptr_t)&value;
	attr.batch.count = 1;
	result = (int)skep_linux_bpf(BPF_MAP_UPDATE_BATCH, &attr, sizeof(attr));
	close(map);
	return skep_scene_note(scene, "MAP_UPDATE_BATCH", result);
}

/* ---- ids, pins, statistics */

/* number: a command; that there is no object is an answer, too */
SKEP_PROBE(skep_try_by_id)
{
	union bpf_attr attr = {0};
	int result = (int)skep_linux_bpf((int)probe->number, &attr, sizeof(attr));

	return skep_scene_note(scene, "GET_NEXT_ID", result == -ENOENT ? 0 : result);
}

/* OBJ_PIN as Linux 6.5 reads it. */
struct pin_attr {
	u64 path;
	u32 fd, flags;
	s32 folder;
};

/* In a file system of the probe's own. */
SKEP_PROBE(skep_try_pin)
{
	int fs = fsopen("bpf", FSOPEN_CLOEXEC), folder = -1, map, result = -errno;
	struct pin_attr attr = {.path = (uintptr_t) "map", .flags = BPF_F_PATH_FD};

	(void)probe;
	if (fs < 0)
		return skep_scene_note(scene, "fsopen", result);
	if (fsconfig(fs, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == 0)
		folder = fsmount(fs, FSMOUNT_CLOEXEC, 0);
	result = folder < 0 ? -errno : 0;
	close(fs);
	if (folder < 0)
		return skep_scene_note(scene, "fsmount", result);
	map = skep_scene_map(scene, BPF_MAP_TYPE_ARRAY, 0);
	attr.fd = (u32)map;
	attr.folder = folder;
	if (map >= 0) {
		result = (int)skep_linux_bpf(BPF_OBJ_PIN, &attr, sizeof(attr));
		skep_scene_note(scene, "OBJ_PIN", result);
	}
	close(folder);
	if (map < 0)
		return map;
	close(map);
	return result;
}

SKEP_PROBE(skep_try_statistics)
{
	union bpf_attr attr = {.enable_stats = {.type = BPF_STATS_RUN_TIME}};

	(void)probe;
	return finish(skep_scene_note(scene, "ENABLE_STATS",
				      (int)skep_linux_bpf(BPF_ENABLE_STATS, &attr, sizeof(attr))));
}

/* ---- sockets */

SKEP_PROBE(skep_try_classic)
{
	struct sock_filter all = BPF_STMT(BPF_RET | BPF_K, 0xffff);
	struct sock_fprog program = {.len = 1, .filter = &all};
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), result = 0;

	(void)probe;
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)) < 0)
		result = -errno;
	if (fd >= 0)
		close(fd);
	return skep_scene_note(scene, "SO_ATTACH_FILTER", result);
}

enum { XSK_SIZE = 64 << 10, XSK_FRAME = 4096, XSK_RING = 8 };

/* 0 or -errno */
static int bind_xsk(int fd, void *memory, u32 interface)
{
	struct xdp_umem_reg area = {
	    .addr = (uintptr_t)memory, .len = XSK_SIZE, .chunk_size = XSK_FRAME};
	struct sockaddr_xdp address = {
	    .sxdp_family = AF_XDP, .sxdp_flags = XDP_COPY, .sxdp_ifindex = interface};
	int entries = XSK_RING;
	static const int rings[] = {XDP_UMEM_FILL_RING, XDP_UMEM_COMPLETION_RING, XDP_RX_RING};

	if (setsockopt(fd, SOL_XDP, XDP_UMEM_REG, &area, sizeof(area)) < 0)
		return -errno;
	for (size_t i = 0; i < SKEP_COUNT(rings); i++)
		if (setsockopt(fd, SOL_XDP, rings[i], &entries, sizeof(entries)) < 0)
			return -errno;
	return bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0 ? -errno : 0;
}

SKEP_PROBE(skep_try_xsk)
{
	int fd, result;
	void *memory;

	(void)probe;
	if (!scene->interface)
		return SKEP_PROBE_NO_NETWORK;
	fd = socket(AF_XDP, SOCK_RAW | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return skep_scene_note(scene, "socket", -errno);
	memory = mmap(NULL, XSK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	result = memory == MAP_FAILED ? -errno : bind_xsk(fd, memory, scene->interface);
	close(fd);
	if (memory != MAP_FAILED)
		munmap(memory, XSK_SIZE);
	return skep_scene_note(scene, "bind", result);
}

/* ---- limits */

/* In this process alone, which ends behind the probes. */
SKEP_PROBE(skep_try_memlock)
{
	struct rlimit limit;

	(void)probe;
	if (getrlimit(RLIMIT_MEMLOCK, &limit) < 0)
		return -errno;
	if (limit.rlim_max == RLIM_INFINITY)
		return 0;
	limit.rlim_max += 4096;
	return skep_scene_note(scene, "setrlimit",
			       setrlimit(RLIMIT_MEMLOCK, &limit) < 0 ? -errno : 0);
}

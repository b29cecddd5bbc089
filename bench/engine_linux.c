/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux: the same instructions as a socket filter, run by BPF_PROG_TEST_RUN. What programs get in
 * r1 and r2 they get from three instructions before them: the value of an array map, and its size,
 * which the verifier then knows. Times include the kernel's own loop around each run. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "engine.h"

enum { LOG = 1 << 16, PROLOGUE = 3, FRAME = 64 };

/* Maps, by the index that instructions give: data first, as in struct skep_prog. */
enum { DATA, MEMORY, MAPS };

struct state {
	int prog;
	int maps[MAPS]; /* DATA is MEMORY again if there is no data */
	size_t mapped;	/* bytes at r->memory */
};

static int bpf(int command, union bpf_attr *attr)
{
	return (int)syscall(SYS_bpf, command, attr, sizeof(*attr));
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

static int make_map(u32 size, u32 flags)
{
	union bpf_attr attr = {.map_type = BPF_MAP_TYPE_ARRAY,
			       .key_size = 4,
			       .value_size = size,
			       .max_entries = 1,
			       .map_flags = flags};

	return bpf(BPF_MAP_CREATE, &attr);
}

static int make_data(const struct bench_object *o)
{
	int map = make_map(o->data_size, BPF_F_RDONLY_PROG);
	u32 key = 0;
	union bpf_attr element = {
	    .map_fd = (u32)map, .key = address(&key), .value = address(o->data)};
	union bpf_attr freeze = {.map_fd = (u32)map};

	if (map < 0)
		return -1;
	if (bpf(BPF_MAP_UPDATE_ELEM, &element) || bpf(BPF_MAP_FREEZE, &freeze)) {
		close(map);
		return -1;
	}
	return map;
}

static bool make_maps(struct bench_run *r, struct state *s)
{
	const struct bench_object *o = r->program->object;
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	void *memory;

	s->maps[MEMORY] = make_map(r->program->size, BPF_F_MMAPABLE);
	if (s->maps[MEMORY] < 0)
		return bench_cannot(r, "BPF_MAP_CREATE: %s", strerror(errno));
	s->maps[DATA] = o->data_size ? make_data(o) : dup(s->maps[MEMORY]);
	if (s->maps[DATA] < 0)
		return bench_cannot(r, "a map of read-only data: %s", strerror(errno));
	s->mapped = (r->program->size + page - 1) / page * page;
	memory = mmap(NULL, s->mapped, PROT_READ | PROT_WRITE, MAP_SHARED, s->maps[MEMORY], 0);
	if (memory == MAP_FAILED)
		return bench_cannot(r, "mmap: %s", strerror(errno));
	r->memory = memory;
	return true;
}

/* The verifier's last line before its statistics. */
static bool refused(struct bench_run *r, char *log, int error)
{
	char *end = strstr(log, "processed "), *line;

	if (end)
		*end = 0;
	while ((line = strrchr(log, '\n')) && !line[1])
		*line = 0;
	line = line ? line + 1 : log;
	return bench_cannot(r, "BPF_PROG_LOAD: %s: %s", strerror(error), line);
}

static bool load(struct bench_run *r, struct state *s, struct bpf_insn *insns, u32 count)
{
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			       .insns = address(insns),
			       .insn_cnt = count,
			       .license = address("GPL"),
			       .fd_array = address(s->maps)};
	char *log;

	s->prog = bpf(BPF_PROG_LOAD, &attr);
	if (s->prog >= 0)
		return true;
	log = calloc(1, LOG);
	if (!log)
		return bench_cannot(r, "no memory for the verifier's log");
	attr.log_buf = address(log);
	attr.log_size = LOG;
	attr.log_level = 1;
	s->prog = bpf(BPF_PROG_LOAD, &attr);
	refused(r, log, errno);
	free(log);
	return s->prog >= 0;
}

static bool make_prog(struct bench_run *r, struct state *s)
{
	const struct bench_object *o = r->program->object;
	struct bpf_insn *insns = calloc(PROLOGUE + o->count, sizeof(*insns));
	bool ok;

	if (!insns)
		return bench_cannot(r, "no memory");
	insns[0] =
	    (struct bpf_insn){BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_IDX_VALUE, 0, MEMORY};
	insns[2] = (struct bpf_insn){BPF_ALU64 | BPF_MOV | BPF_K, 2, 0, 0, (s32)r->program->size};
	memcpy(insns + PROLOGUE, o->insns, o->count * sizeof(*insns));
	ok = load(r, s, insns, PROLOGUE + o->count);
	free(insns);
	return ok;
}

static void close_linux(struct bench_run *r)
{
	struct state *s = r->state;

	if (r->memory)
		munmap(r->memory, s->mapped);
	for (u32 i = 0; i < MAPS; i++)
		if (s->maps[i] >= 0)
			close(s->maps[i]);
	if (s->prog >= 0)
		close(s->prog);
	free(s);
	r->state = NULL;
	r->memory = NULL;
}

static bool open_linux(struct bench_run *r)
{
	struct state *s = malloc(sizeof(*s));

	if (!s)
		return bench_cannot(r, "no memory");
	*s = (struct state){.prog = -1, .maps = {-1, -1}};
	r->state = s;
	if (make_maps(r, s) && make_prog(r, s))
		return true;
	close_linux(r);
	return false;
}

static u64 run_linux(struct bench_run *r, u32 times)
{
	static const u8 frame[FRAME] = {[12] = 8};
	union bpf_attr attr = {.test = {.prog_fd = (u32)((struct state *)r->state)->prog,
					.data_in = address(frame),
					.data_size_in = sizeof(frame),
					.repeat = times}};

	/* A signal ends it early; there are none. */
	return bpf(BPF_PROG_TEST_RUN, &attr) ? UINT64_MAX : attr.test.retval;
}

const struct bench_engine bench_engine_linux = {.open = open_linux,
						.run = run_linux,
						.close = close_linux,
						.result = UINT32_MAX,
						.looped = true};

/* SPDX-License-Identifier: BSD-2-Clause */
/* Streams of programs: what comes of writes and reads, on skep and on Linux. */
#include <bpf/btf.h>
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

enum { LIMIT = 100000 /* bytes of a stream, and one more */ };

static struct skep *skep;
static const char format[16] = "all of %d\n";

static long call(bool beside, u32 command, void *attr, u32 size)
{
	long got;

	if (!beside)
		return skep_bpf(skep, (int)command, attr, size);
	got = syscall(SYS_bpf, command, attr, size);
	return got < 0 ? -errno : got;
}

/* A frozen map that holds a format. */
static int make_text(bool beside)
{
	u32 key = 0;
	union bpf_attr made = {.map_type = BPF_MAP_TYPE_ARRAY,
			       .key_size = 4,
			       .value_size = 16,
			       .max_entries = 1,
			       .map_flags = BPF_F_RDONLY_PROG};
	int map = (int)call(beside, BPF_MAP_CREATE, &made, sizeof(made));
	union bpf_attr attr = {
	    .map_fd = (u32)map, .key = (uintptr_t)&key, .value = (uintptr_t)format};

	call(beside, BPF_MAP_UPDATE_ELEM, &attr, sizeof(attr));
	attr = (union bpf_attr){.map_fd = (u32)map};
	call(beside, BPF_MAP_FREEZE, &attr, sizeof(attr));
	return map;
}

/* Writes to the stream of the number at the context, and says what came of it. */
static int load(bool beside, int map, s32 function)
{
	const struct bpf_insn insns[] = {
	    {.code = BPF_LDX | BPF_MEM | BPF_W, .dst_reg = 1, .src_reg = 1},
	    {.code = BPF_ST | BPF_MEM | BPF_DW, .dst_reg = 10, .off = -8, .imm = 42},
	    {.code = BPF_LD | BPF_IMM | BPF_DW, .dst_reg = 2, .src_reg = 2, .imm = map},
	    {0},
	    {.code = BPF_ALU64 | BPF_MOV | BPF_X, .dst_reg = 3, .src_reg = 10},
	    {.code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = 3, .imm = -8},
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 4, .imm = 8},
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 5},
	    {.code = BPF_JMP | BPF_CALL, .src_reg = BPF_PSEUDO_KFUNC_CALL, .imm = function},
	    {.code = BPF_JMP | BPF_EXIT},
	};
	static char log[8192];
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SYSCALL,
			       .prog_flags = BPF_F_SLEEPABLE,
			       .insns = (uintptr_t)insns,
			       .insn_cnt = SKEP_COUNT(insns),
			       .log_buf = (uintptr_t)log,
			       .log_size = sizeof(log),
			       .log_level = 1,
			       .license = (uintptr_t) "GPL"};
	long fd = call(beside, BPF_PROG_LOAD, &attr, sizeof(attr));

	if (fd < 0)
		printf("# %s\n", log);
	return (int)fd;
}

static long run(bool beside, int prog, s32 number)
{
	union bpf_attr attr = {.test = {.prog_fd = (u32)prog,
					.ctx_in = (uintptr_t)&number,
					.ctx_size_in = sizeof(number)}};
	long got = call(beside, BPF_PROG_TEST_RUN, &attr, sizeof(attr));

	return got ?: (long)(s32)attr.test.retval;
}

static long take(bool beside, int prog, u32 number, void *to, u32 size)
{
	struct {
		u64 buffer;
		u32 size, number, prog, unused;
	} attr = {(uintptr_t)to, size, number, (u32)prog, 0};

	return call(beside, BPF_PROG_STREAM_READ_BY_FD, &attr, sizeof(attr));
}

static const struct step {
	s32 to; /* which stream is written to; 0: none */
	long wrote;
	u32 from, size; /* what is read */
	long took;
	const char *text;
} steps[] = {
    {1, 0, 1, 64, 10, "all of 42\n"},
    {0, 0, 1, 64, 0, ""},
    {1, 0, 2, 64, 0, ""},
    {2, 0, 2, 5, 5, "all o"},
    {1, 0, 2, 64, 5, "f 42\n"},
    {0, 0, 1, 3, 3, "all"},
    {0, 0, 1, 64, 17, " of 42\nall of 42\n"},
    {3, -ENOENT, 1, 64, 0, ""},
    {-1, -ENOENT, 1, 64, 0, ""},
    {0, 0, 0, 64, -ENOENT, ""},
    {0, 0, 3, 64, -ENOENT, ""},
    {1, 0, 1, 0, 0, ""},
    {0, 0, 1, 200, 10, "all of 42\n"},
};

static void follow(bool beside, int prog)
{
	const char *who = beside ? "Linux" : "skep";

	for (u32 i = 0; i < SKEP_COUNT(steps); i++) {
		const struct step *s = &steps[i];
		char text[256] = "";

		if (s->to)
			test_eq(run(beside, prog, s->to), s->wrote, "%s, %u: writing", who, i);
		test_eq(take(beside, prog, s->from, text, s->size), s->took, "%s, %u: reading", who,
			i);
		test_text(text, s->text, "%s, %u: the text", who, i);
	}
}

static void fill(bool beside, int prog)
{
	u32 count = 0;
	long last = 0;

	while (!last && count <= LIMIT)
		last = run(beside, prog, 1) ?: (count++, 0);
	test_eq(count, LIMIT / (sizeof("all of 42\n") - 1) - 1, "texts that fit");
	test_eq(last, -ENOSPC, "one more");
}

int main(void)
{
	struct skep_config config = {0};
	struct btf *types = btf__load_vmlinux_btf();
	s32 function =
	    types ? btf__find_by_name_kind(types, "bpf_stream_vprintk_impl", BTF_KIND_FUNC) : -1;

	btf__free(types);
	if (function < 0 || geteuid() != 0) {
		test_skip("streams", "root and a Linux that has bpf_stream_vprintk");
		return test_end();
	}
	skep = skep_system_new(&config, NULL);
	for (u32 beside = 0; beside < 2; beside++) {
		int prog = load(beside, make_text(beside), function);

		if (!test_ok(prog >= 0, "the program is loaded"))
			continue;
		if (run(beside, prog, 1) == -ENOMEM) {
			test_skip("streams in Linux",
				  "it has no memory that it takes without a lock");
			continue;
		}
		take(beside, prog, 1, (char[16]){""}, 16);
		follow(beside, prog);
		fill(beside, prog);
	}
	skep_system_free(skep);
	return test_end();
}

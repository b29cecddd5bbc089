/* SPDX-License-Identifier: BSD-2-Clause */
/* Features of programs: instructions, functions, callbacks, and running them. A program that can be
 * run in PROG_TEST_RUN is, and must return what it should. */
#include <bpf/btf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "linux/probe.h"

#define MOV(reg, value)                                                                            \
	{                                                                                          \
		.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = (reg), .imm = (value)              \
	}
#define COPY(to, from)                                                                             \
	{                                                                                          \
		.code = BPF_ALU64 | BPF_MOV | BPF_X, .dst_reg = (to), .src_reg = (from)            \
	}
#define ADD(reg, value)                                                                            \
	{                                                                                          \
		.code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = (reg), .imm = (value)              \
	}
#define CALL(number)                                                                               \
	{                                                                                          \
		.code = BPF_JMP | BPF_CALL, .imm = (number)                                        \
	}
#define CALL_KFUNC(id)                                                                             \
	{                                                                                          \
		.code = BPF_JMP | BPF_CALL, .src_reg = BPF_PSEUDO_KFUNC_CALL, .imm = (id)          \
	}
#define STORE(off_, val)                                                                           \
	{                                                                                          \
		.code = BPF_ST | BPF_MEM | BPF_DW, .dst_reg = 10, .off = (off_), .imm = (val)      \
	}
#define MAP(reg, kind, fd)                                                                         \
	{.code = BPF_LD | BPF_IMM | BPF_DW, .dst_reg = (reg), .src_reg = (kind), .imm = (fd)},     \
	{                                                                                          \
		0                                                                                  \
	}
#define EXIT                                                                                       \
	{                                                                                          \
		.code = BPF_JMP | BPF_EXIT                                                         \
	}

enum { ANSWER = 7 }; /* what the programs return */

/* r0 = 7 in as many ways. */
static const struct {
	const char *name;
	struct bpf_insn insns[12];
	u32 count;
} codes[] = {
    {"subprogram",
     {{.code = BPF_JMP | BPF_CALL, .src_reg = BPF_PSEUDO_CALL, .imm = 1},
      EXIT,
      MOV(0, ANSWER),
      EXIT},
     4},
    {"loop",
     {MOV(0, 0),
      ADD(0, 1),
      {.code = BPF_JMP | BPF_JLT | BPF_K, .dst_reg = 0, .off = -2, .imm = ANSWER},
      EXIT},
     4},
    {"may_goto",
     {MOV(0, ANSWER),
      {.code = BPF_JMP | 0xe0, .off = 1},
      {.code = BPF_JMP | BPF_JA, .off = -2},
      EXIT},
     4},
    {"jmp32",
     {MOV(0, ANSWER),
      {.code = BPF_JMP32 | BPF_JEQ | BPF_K, .dst_reg = 0, .off = 1, .imm = ANSWER},
      MOV(0, 1),
      EXIT},
     4},
    /* -21 / -3, then its low byte with its sign */
    {"v4",
     {MOV(0, -21),
      {.code = BPF_ALU64 | BPF_DIV | BPF_K, .dst_reg = 0, .off = 1, .imm = -3},
      {.code = BPF_ALU64 | BPF_MOV | BPF_X, .dst_reg = 0, .src_reg = 0, .off = 8},
      EXIT},
     4},
    {"atomic",
     {STORE(-8, ANSWER),
      MOV(0, 1),
      {.code = BPF_STX | BPF_ATOMIC | BPF_DW,
       .dst_reg = 10,
       .src_reg = 0,
       .off = -8,
       .imm = BPF_ADD | BPF_FETCH},
      EXIT},
     4},
    {"acquire",
     {STORE(-8, 0),
      MOV(1, ANSWER),
      {.code = BPF_STX | BPF_ATOMIC | BPF_DW, .dst_reg = 10, .src_reg = 1, .off = -8, .imm = 0x110},
      {.code = BPF_STX | BPF_ATOMIC | BPF_DW, .dst_reg = 0, .src_reg = 10, .off = -8, .imm = 0x100},
      EXIT},
     5},
};

/* ---- running */

/* What a program that looks at packets returns, or -errno. Closes it. */
static int run(struct skep_scene *scene, int fd)
{
	u8 packet[64] = {[12] = 8};
	union bpf_attr attr = {0};
	int result;

	if (fd < 0)
		return fd;
	attr.test.prog_fd = (u32)fd;
	attr.test.data_in = (uintptr_t)packet;
	attr.test.data_size_in = sizeof(packet);
	attr.test.repeat = 1;
	result = (int)skep_linux_bpf(BPF_PROG_TEST_RUN, &attr, sizeof(attr));
	close(fd);
	skep_scene_note(scene, "PROG_TEST_RUN", result);
	return result < 0 ? result : (int)attr.test.retval;
}

/* Runs a program that must return ANSWER. */
static int run_answer(struct skep_scene *scene, int fd)
{
	int result = run(scene, fd);

	return result >= 0 && result != ANSWER ? -EPROTO : result;
}

static int load_code(struct skep_scene *scene, const struct skep_probe *probe,
		     const struct bpf_insn *insns, u32 count)
{
	const struct skep_scene_prog prog = {.type = probe->prog, .attach = probe->attach};

	return skep_scene_load_code(scene, &prog, insns, count);
}

/* text: a row of codes */
SKEP_PROBE(skep_try_code)
{
	for (size_t i = 0; i < SKEP_COUNT(codes); i++)
		if (strcmp(codes[i].name, probe->text) == 0)
			return run_answer(scene,
					  load_code(scene, probe, codes[i].insns, codes[i].count));
	return -ENOENT;
}

/* number: how many instructions */
SKEP_PROBE(skep_try_large)
{
	static const struct bpf_insn one = MOV(0, ANSWER), last = EXIT;
	struct bpf_insn *insns = skep_alloc(probe->number * sizeof(*insns));
	int fd;

	if (!insns)
		return -ENOMEM;
	for (u64 i = 0; i < probe->number; i++)
		insns[i] = i + 1 < probe->number ? one : last;
	fd = skep_linux_load(&(struct skep_linux_prog){
	    .type = probe->prog, .insns = insns, .count = (u32)probe->number});
	skep_scene_note(scene, "PROG_LOAD", fd);
	skep_free(insns);
	return run_answer(scene, fd);
}

SKEP_PROBE(skep_try_test_run)
{
	int result = run(scene, skep_probe_load(scene, probe));

	return result > 0 ? -EPROTO : result;
}

/* The packets go the way of packets that arrive on the scene's interface, and are dropped. */
SKEP_PROBE(skep_try_live_frames)
{
	static const struct bpf_insn drop[] = {MOV(0, XDP_DROP), EXIT};
	u8 packet[64] = {[12] = 8};
	struct xdp_md context = {.data_end = sizeof(packet)};
	union bpf_attr attr = {0};
	int fd, result;

	if (!scene->interface)
		return SKEP_PROBE_NO_NETWORK;
	fd = load_code(scene, probe, drop, SKEP_COUNT(drop));
	if (fd < 0)
		return fd;
	context.ingress_ifindex = scene->interface;
	attr.test.prog_fd = (u32)fd;
	attr.test.data_in = (uintptr_t)packet;
	attr.test.data_size_in = sizeof(packet);
	attr.test.ctx_in = (uintptr_t)&context;
	attr.test.ctx_size_in = sizeof(context);
	attr.test.repeat = 64;
	attr.test.flags = BPF_F_TEST_XDP_LIVE_FRAMES;
	result = (int)skep_linux_bpf(BPF_PROG_TEST_RUN, &attr, sizeof(attr));
	close(fd);
	return skep_scene_note(scene, "PROG_TEST_RUN", result);
}

/* ---- other functions */

/* BTF of two functions of a program, `main` and `callback`; the descriptor or -errno. */
static int functions_btf(struct bpf_func_info info[2])
{
	struct btf *btf = btf__new_empty();
	int number, context, proto, fd;

	if (!btf)
		return -ENOMEM;
	number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	context = btf__add_ptr(btf, 0);
	proto = btf__add_func_proto(btf, number);
	btf__add_func_param(btf, "context", context);
	info[0].type_id = (u32)btf__add_func(btf, "main", BTF_FUNC_STATIC, proto);
	proto = btf__add_func_proto(btf, number);
	btf__add_func_param(btf, "index", number);
	btf__add_func_param(btf, "context", context);
	info[1].type_id = (u32)btf__add_func(btf, "callback", BTF_FUNC_STATIC, proto);
	fd = btf__load_into_kernel(btf) == 0 ? dup(btf__fd(btf)) : -errno;
	btf__free(btf);
	return fd;
}

/* number: bpf_loop */
SKEP_PROBE(skep_try_callback)
{
	const struct bpf_insn insns[] = {
	    MOV(1, ANSWER),
	    MAP(2, BPF_PSEUDO_FUNC, 5), /* the instruction that many behind the next */
	    MOV(3, 0),
	    MOV(4, 0),
	    CALL((s32)probe->number),
	    EXIT,
	    MOV(0, 0),
	    EXIT,
	};
	struct bpf_func_info info[2] = {{.insn_off = 0}, {.insn_off = 7}};
	int btf = functions_btf(info), fd;
	struct skep_linux_prog prog = {.type = probe->prog,
				       .insns = insns,
				       .count = SKEP_COUNT(insns),
				       .btf_fd = (u32)btf,
				       .functions = info,
				       .function_count = 2};

	if (btf < 0)
		return skep_scene_note(scene, "BTF_LOAD", btf);
	fd = skep_scene_note(scene, "PROG_LOAD", skep_linux_load(&prog));
	close(btf);
	return run_answer(scene, fd);
}

/* text: two functions of the kernel; number: 1 if they make and end an iterator */
SKEP_PROBE(skep_try_kfunc)
{
	char first[40] = "", second[40] = "";
	size_t length = strcspn(probe->text, " ");
	u32 one, two;

	memcpy(first, probe->text, length);
	memccpy(second, probe->text + length + 1, '\0', sizeof(second) - 1);
	one = skep_scene_find(scene, first, BTF_KIND_FUNC);
	two = skep_scene_find(scene, second, BTF_KIND_FUNC);
	if (!one || !two)
		return skep_scene_note(scene, "BTF", -ENOENT);

	const struct bpf_insn insns[] = {
	    COPY(1, 10),	  ADD(1, -8),  MOV(2, 0),  MOV(3, 1),
	    CALL_KFUNC((s32)one), COPY(1, 10), ADD(1, -8), CALL_KFUNC((s32)two),
	    MOV(0, ANSWER),	  EXIT,
	};
	const struct bpf_insn plain[] = {CALL_KFUNC((s32)one), CALL_KFUNC((s32)two), MOV(0, ANSWER),
					 EXIT};
	int fd = probe->number ? load_code(scene, probe, insns, SKEP_COUNT(insns))
			       : load_code(scene, probe, plain, SKEP_COUNT(plain));

	return run_answer(scene, fd);
}

/* ---- programs with maps */

static int update(int map, u32 key, const void *value)
{
	union bpf_attr attr = {
	    .map_fd = (u32)map, .key = (uintptr_t)&key, .value = (uintptr_t)value};

	return (int)skep_linux_bpf(BPF_MAP_UPDATE_ELEM, &attr, sizeof(attr));
}

SKEP_PROBE(skep_try_tail_call)
{
	static const struct bpf_insn target[] = {MOV(0, ANSWER), EXIT};
	int map = skep_scene_map(scene, BPF_MAP_TYPE_PROG_ARRAY, 0), fd, result;

	if (map < 0)
		return map;
	const struct bpf_insn caller[] = {MAP(2, BPF_PSEUDO_MAP_FD, map), MOV(3, 0),
					  CALL(BPF_FUNC_tail_call), MOV(0, 0), EXIT};

	fd = load_code(scene, probe, caller, SKEP_COUNT(caller));
	result = fd < 0 ? fd : load_code(scene, probe, target, SKEP_COUNT(target));
	if (result >= 0) {
		int program = result;

		result = skep_scene_note(scene, "MAP_UPDATE_ELEM", update(map, 0, &program));
		close(program);
	}
	result = result < 0 ? result : run_answer(scene, dup(fd));
	if (fd >= 0)
		close(fd);
	close(map);
	return result;
}

SKEP_PROBE(skep_try_direct_value)
{
	const u64 value = ANSWER;
	int map = skep_scene_map(scene, BPF_MAP_TYPE_ARRAY, 0), result;

	if (map < 0)
		return map;
	const struct bpf_insn insns[] = {
	    MAP(1, BPF_PSEUDO_MAP_VALUE, map),
	    {.code = BPF_LDX | BPF_MEM | BPF_DW, .dst_reg = 0, .src_reg = 1},
	    EXIT,
	};

	result = skep_scene_note(scene, "MAP_UPDATE_ELEM", update(map, 0, &value));
	if (!result)
		result = run_answer(scene, load_code(scene, probe, insns, SKEP_COUNT(insns)));
	close(map);
	return result;
}

/* A record of 8 bytes must lie in the ring behind the run. */
SKEP_PROBE(skep_try_ring)
{
	int map = skep_scene_map(scene, BPF_MAP_TYPE_RINGBUF, 0), result;

	if (map < 0)
		return map;
	const struct bpf_insn insns[] = {
	    STORE(-8, 1),
	    MAP(1, BPF_PSEUDO_MAP_FD, map),
	    COPY(2, 10),
	    ADD(2, -8),
	    MOV(3, 8),
	    MOV(4, 0),
	    CALL(BPF_FUNC_ringbuf_output),
	    MAP(1, BPF_PSEUDO_MAP_FD, map),
	    MOV(2, BPF_RB_AVAIL_DATA),
	    CALL(BPF_FUNC_ringbuf_query),
	    ADD(0, ANSWER - 16),
	    EXIT,
	};

	result = run_answer(scene, load_code(scene, probe, insns, SKEP_COUNT(insns)));
	close(map);
	return result;
}

SKEP_PROBE(skep_try_bind_map)
{
	int fd = skep_probe_load(scene, probe), map = -1, result = fd;
	union bpf_attr attr = {0};

	if (fd >= 0)
		result = map = skep_scene_map(scene, BPF_MAP_TYPE_ARRAY, 0);
	if (map >= 0) {
		attr.prog_bind_map.prog_fd = (u32)fd;
		attr.prog_bind_map.map_fd = (u32)map;
		result =
		    skep_scene_note(scene, "PROG_BIND_MAP",
				    (int)skep_linux_bpf(BPF_PROG_BIND_MAP, &attr, sizeof(attr)));
		close(map);
	}
	if (fd >= 0)
		close(fd);
	return result;
}

/* number: a flag of PROG_LOAD */
SKEP_PROBE(skep_try_prog_flag)
{
	const struct bpf_insn pass[] = {MOV(0, probe->prog == BPF_PROG_TYPE_XDP ? XDP_PASS : 0),
					EXIT};
	const struct skep_linux_prog prog = {.type = probe->prog,
					     .attach = probe->attach,
					     .flags = (u32)probe->number,
					     .insns = pass,
					     .count = SKEP_COUNT(pass)};
	int fd = skep_linux_load(&prog);

	if (fd >= 0)
		close(fd);
	return skep_scene_note(scene, "PROG_LOAD", fd);
}

SKEP_PROBE(skep_try_link_update)
{
	int first = scene->interface ? skep_probe_load(scene, probe) : SKEP_PROBE_NO_NETWORK;
	struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)first, .target = scene->interface, .attach_type = probe->attach};
	union bpf_attr change = {0};
	int link, second, result;

	if (first < 0)
		return first;
	link = skep_scene_note(scene, "LINK_CREATE", skep_linux_link(&attr));
	close(first);
	if (link < 0)
		return link;
	result = second = skep_probe_load(scene, probe);
	change.link_update.link_fd = (u32)link;
	change.link_update.new_prog_fd = (u32)second;
	if (second >= 0) {
		result = (int)skep_linux_bpf(BPF_LINK_UPDATE, &change, sizeof(change));
		skep_scene_note(scene, "LINK_UPDATE", result);
		close(second);
	}
	close(link);
	return result;
}

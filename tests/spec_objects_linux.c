/* SPDX-License-Identifier: BSD-2-Clause */
/* Every access through the pointers to sockets and to flow keys. */
#include <stdio.h>

#include "spec_ask.h"
#include "test.h"

enum { OBJECT = 7, FRAME = 10 };

struct maker {
	const char *name;
	u32 prog, attach;
	enum skep_object object;
	u32 size; /* of its struct, bytes */
	/* Leaves the pointer in register OBJECT; r1 is the context. */
	void (*make)(struct ask_code *code);
};

static void leave_if_null(struct ask_code *code, u32 reg)
{
	ASK(code, .code = BPF_JMP | BPF_JNE | BPF_K, .dst_reg = reg & 15, .off = 2);
	ask_mov(code, 0, 1);
	ask_exit(code);
}

static void make_common(struct ask_code *code)
{
	ask_load_mem(code, OBJECT, 1, offsetof(struct __sk_buff, sk), 8);
	leave_if_null(code, OBJECT);
}

static void make_socket(struct ask_code *code)
{
	ask_load_mem(code, OBJECT, 1, offsetof(struct bpf_sock_addr, sk), 8);
}

static void make_tcp(struct ask_code *code)
{
	make_common(code);
	ask_copy(code, 1, OBJECT);
	ask_call(code, BPF_FUNC_tcp_sock);
	ask_copy(code, OBJECT, 0);
	leave_if_null(code, OBJECT);
}

static void make_xdp(struct ask_code *code)
{
	ask_mov(code, 0, 0);
	ask_store_mem(code, FRAME, -8, 0, 8);
	ask_load_map(code, 1, ask_map(BPF_MAP_TYPE_XSKMAP), false);
	ask_copy(code, 2, FRAME);
	ASK(code, .code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = 2, .imm = -8);
	ask_call(code, BPF_FUNC_map_lookup_elem);
	ask_copy(code, OBJECT, 0);
	leave_if_null(code, OBJECT);
}

static void make_flow_keys(struct ask_code *code)
{
	ask_load_mem(code, OBJECT, 1, offsetof(struct __sk_buff, flow_keys), 8);
}

static const struct maker makers[] = {
    {"sock_common", BPF_PROG_TYPE_CGROUP_SKB, BPF_CGROUP_INET_INGRESS, SKEP_OBJECT_SOCK_COMMON,
     sizeof(struct bpf_sock), make_common},
    {"sock", BPF_PROG_TYPE_CGROUP_SOCK_ADDR, BPF_CGROUP_INET4_BIND, SKEP_OBJECT_SOCKET,
     sizeof(struct bpf_sock), make_socket},
    {"tcp_sock", BPF_PROG_TYPE_CGROUP_SKB, BPF_CGROUP_INET_INGRESS, SKEP_OBJECT_TCP_SOCK,
     sizeof(struct bpf_tcp_sock), make_tcp},
    {"xdp_sock", BPF_PROG_TYPE_XDP, 0, SKEP_OBJECT_XDP_SOCK, sizeof(struct bpf_xdp_sock), make_xdp},
    {"flow_keys", BPF_PROG_TYPE_FLOW_DISSECTOR, 0, SKEP_OBJECT_FLOW_KEYS,
     sizeof(struct bpf_flow_keys), make_flow_keys},
};

static bool linux_access(const struct maker *maker, const struct ask_type *type,
			 struct skep_ctx_ask ask)
{
	struct ask_code code = {0};

	maker->make(&code);
	if (ask.write) {
		ask_mov(&code, 2, 0);
		ask_store_mem(&code, OBJECT, (s32)ask.off, 2, ask.size);
	} else {
		ask_load_mem(&code, 2, OBJECT, (s32)ask.off, ask.size);
	}
	ask_mov(&code, 0, 1);
	ask_exit(&code);
	return ask_load(type, &code, 1) == 0;
}

static void check_object(const struct maker *maker)
{
	u32 differences = 0, asked = 0;
	struct ask_type type;
	struct skep_field field;

	ask_type(maker->prog, maker->attach, &type);
	for (u32 off = 0; off < maker->size + 8; off++)
		for (u32 way = 0; way < 8; way++, asked++) {
			struct skep_ctx_ask ask = {off, 1U << (way & 3), way & 4};
			bool ours = skep_object_access(maker->object, ask, &field);
			bool theirs = linux_access(maker, &type, ask);

			if (ours != theirs)
				ask_differs(&differences, "Linux %s %s of %u bytes at %u: %s",
					    theirs ? "allows the" : "refuses the",
					    ask.write ? "write" : "read", ask.size, off, ask_why());
		}
	test_eq(differences, 0, "pointer to %s: %u accesses", maker->name, asked);
}

void spec_objects_linux(void)
{
	for (size_t i = 0; i < SKEP_COUNT(makers); i++)
		check_object(&makers[i]);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Asks Linux about small programs and maps: what the tables of src/spec say is compared with what
 * bpf(2) of the running kernel answers. */
#ifndef SPEC_ASK_H
#define SPEC_ASK_H

#include "spec/spec.h"

/* A program in the making. */
struct ask_code {
	struct bpf_insn insns[160];
	u32 count;
};

#define ASK_LOG_SIZE 65536

enum { ASK_ATTACH_TYPES = 60 }; /* two more than there are */

/* How programs of a type are loaded here. */
struct ask_type {
	u32 prog, attach;
	u32 btf_id; /* of the kernel's function or type that the program is for; 0: none */
	u32 flags;  /* BPF_F_SLEEPABLE */
};

/* bpf(2); the result or -errno. */
long ask_bpf(int cmd, union bpf_attr *attr, size_t size);

void ask_emit(struct ask_code *code, struct bpf_insn insn);
#define ASK(code_, ...) ask_emit(code_, (struct bpf_insn){__VA_ARGS__})
void ask_mov(struct ask_code *code, u32 reg, s32 value);
void ask_copy(struct ask_code *code, u32 to, u32 from);
/* to = *(size *)(from + off) */
void ask_load_mem(struct ask_code *code, u32 to, u32 from, s32 off, u32 size);
/* *(size *)(to + off) = from */
void ask_store_mem(struct ask_code *code, u32 to, s32 off, u32 from, u32 size);
void ask_load_map(struct ask_code *code, u32 reg, int fd, bool value);
void ask_call(struct ask_code *code, s32 helper);
void ask_exit(struct ask_code *code);

/* The type's program and attach type with what else they need; false if this kernel lacks it. */
bool ask_type(u32 prog, u32 attach, struct ask_type *type);

/* The first attach type with which programs of a type can be loaded here; false if there is none.
 */
bool ask_some_type(u32 prog, struct ask_type *type);

/* Whether programs of the type can be loaded here at all. */
bool ask_loadable(const struct ask_type *type);

/* A type and attach type that a row of helpers.def is for and that this kernel loads. */
bool ask_type_for(const struct skep_helper_row *row, struct ask_type *type);

/* The offset of a field of a kind in the context, or -1; *size: how many bytes are read. */
s32 ask_field(const struct ask_type *type, u32 kind, u32 *size);

/* Where a type takes any attach type, only some of them are asked for. */
bool ask_is_sample(const struct skep_prog_row *prog, u32 attach);

/* Loads and closes; 0 or -errno. ask_log() has what the verifier said of it, at the given level. */
int ask_load(const struct ask_type *type, const struct ask_code *code, u32 level);
int ask_load_licence(const struct ask_type *type, const struct ask_code *code, const char *licence);
const char *ask_log(void);
bool ask_said(const char *text);
/* The last line before the log's statistics: what the verifier minded. Valid until the next call.
 */
const char *ask_why(void);
/* Whether this kernel lacks a helper that programs of the type may call. */
bool ask_lacks(const struct ask_type *type, s32 helper);

/* A map of a type with its smallest key and value; one descriptor a type is kept, but of types
 * that a program owns, whose map is a new one each time. -1 if none can be made here. */
int ask_map(u32 type);

/* Creates a map; the descriptor, or -errno. BTF is added where the type wants it. */
int ask_create(u32 type, u32 key, u32 value, u32 entries, u32 flags);
/* max_entries that a type takes */
u32 ask_entries(const struct skep_map_row *row);

/* A frozen map whose value is the string "x" and zeros, 64 bytes that programs cannot write. */
int ask_string_map(void);

/* Runs a function in a child that has given up a capability. What it leaves in the `size` bytes
 * that it is given is copied back to `result`. */
void ask_without(u32 capability, void (*run)(void *shared), void *result, size_t size);

/* Prints at most a few of a test's differences. */
__attribute__((format(printf, 2, 3))) void ask_differs(u32 *differences, const char *format, ...);

void spec_helpers_linux(void);
void spec_calls_linux(void);
void spec_ctx_linux(void);
void spec_objects_linux(void);
void spec_traits_linux(void);
void spec_kfuncs_linux(void);
void spec_maps_linux(void);

#endif

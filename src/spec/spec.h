/* SPDX-License-Identifier: BSD-2-Clause */
/* What exists in Linux's BPF system, as data: helpers with their prototypes, map types, program
 * types and the fields of their contexts. No behaviour: the verifier, lower/ and the hooks read
 * these rows. Read-only tables: all of it may be called from several threads. */
#ifndef SKEP_SPEC_H
#define SKEP_SPEC_H

#include "base/types.h"
#include "spec/uapi.h"

/* A program type as a bit of a set; 0 for one that does not exist. */
static inline u64 skep_prog_bit(u32 prog_type)
{
	return prog_type &&
		       (prog_type <= BPF_PROG_TYPE_NETFILTER || prog_type == SKEP_PROG_TYPE_RAW)
		   ? 1ULL << prog_type
		   : 0;
}

/* An attach type as a bit of a set; bit 63 stands for all from 63 on. */
static inline u64 skep_attach_bit(u32 attach_type)
{
	return 1ULL << (attach_type < 63 ? attach_type : 63);
}

/* ---- helpers */

/* What an argument must be: one row of args.def each. */
enum skep_arg_kind {
#define ARG(name, ...) SKEP_ARG_##name,
#include "spec/args.def"
#undef ARG
	SKEP_ARG_COUNT
};

enum skep_arg_flag {
	SKEP_ARG_F_NULL = 1 << 0,    /* 0 is allowed in place of a pointer */
	SKEP_ARG_F_UNINIT = 1 << 1,  /* the memory need not be initialised: the helper writes it */
	SKEP_ARG_F_WRITE = 1 << 2,   /* the helper writes to the memory */
	SKEP_ARG_F_RDONLY = 1 << 3,  /* read-only memory will do: the helper only reads */
	SKEP_ARG_F_ALIGNED = 1 << 4, /* the memory is aligned to its fixed size */
	SKEP_ARG_F_RELEASE = 1 << 5, /* the reference ends here */
	SKEP_ARG_F_LOCAL = 1 << 6,   /* dynptr over memory of the program's own */
	SKEP_ARG_F_RINGBUF = 1 << 7, /* dynptr over a record of a ring buffer */
};

struct skep_arg {
	u8 kind;	 /* enum skep_arg_kind */
	u16 flags;	 /* enum skep_arg_flag */
	u32 size;	 /* fixed size in bytes of MEM; 0: the next argument says it */
	const char *btf; /* name of the kernel struct of BTF_ID; NULL: any, or not BTF */
};

/* What r0 is behind a call. */
enum skep_ret_kind {
	SKEP_RET_INTEGER,
	SKEP_RET_VOID,
	SKEP_RET_MAP_VALUE,
	SKEP_RET_MAP_VALUE_OR_NULL,
	SKEP_RET_SOCKET_OR_NULL,
	SKEP_RET_TCP_SOCK_OR_NULL,
	SKEP_RET_SOCK_COMMON_OR_NULL,
	SKEP_RET_RINGBUF_MEM_OR_NULL,
	SKEP_RET_DYNPTR_MEM_OR_NULL,
	SKEP_RET_BTF_ID_OR_NULL, /* kernel struct `ret_btf`, or what the argument had */
	SKEP_RET_BTF_ID,	 /* kernel struct `ret_btf`, never NULL, not trusted */
	SKEP_RET_BTF_ID_TRUSTED, /* kernel struct `ret_btf`, never NULL */
	SKEP_RET_MEM_OR_BTF,	 /* a per-CPU variable of the kernel */
	SKEP_RET_MEM_OR_BTF_OR_NULL,
};

enum skep_helper_flag {
	SKEP_HELPER_GPL = 1 << 0,	     /* only for programs under a GPL-compatible licence */
	SKEP_HELPER_PACKET = 1 << 1,	     /* may be given pointers into the packet */
	SKEP_HELPER_CHANGES_PACKET = 1 << 2, /* pointers into the packet are lost */
	SKEP_HELPER_SLEEPS = 1 << 3,	     /* only where sleeping is allowed */
	SKEP_HELPER_PERFMON = 1 << 4,	     /* needs CAP_PERFMON */
	SKEP_HELPER_BPF = 1 << 5,	     /* needs CAP_BPF */
	SKEP_HELPER_ACQUIRES = 1 << 6,	     /* r0 is a reference that must be released */
	SKEP_HELPER_RELEASES = 1 << 7,	     /* an argument's reference ends */
	SKEP_HELPER_CALLBACK = 1 << 8,	     /* calls a function of the program before it returns */
	SKEP_HELPER_CALLBACK_LATER = 1 << 9, /* ... or after it: timers */
	SKEP_HELPER_FASTCALL = 1 << 10,	     /* r1 to r5 may be kept over the call */
};

struct skep_helper_row {
	s32 number;	    /* BPF_FUNC_... */
	const char *name;   /* without "bpf_" */
	const char *symbol; /* with it */
	u8 ret;		    /* enum skep_ret_kind */
	u16 flags;	    /* enum skep_helper_flag */
	u16 since;	    /* first Linux that has it: 418 is 4.18, 601 is 6.1 */
	struct skep_arg args[5];
	const char *ret_btf;
	u64 progs;    /* program types that may call it: skep_prog_bit() of each */
	u64 attaches; /* attach types: skep_attach_bit() of each */
	bool more;    /* only progs, attaches and since differ from the row before */
};

/* The first row of a helper, NULL if there is none of that number. What a helper takes can depend
 * on the program's type: skep_helper_for() knows which row holds. */
const struct skep_helper_row *skep_helper_row(s32 number);

/* The next row of the same helper, NULL behind its last. */
const struct skep_helper_row *skep_helper_next(const struct skep_helper_row *row);

/* Who calls a helper. */
struct skep_caller {
	u32 prog_type, attach_type;
	u16 kernel; /* the Linux to be like, as `since`; 0: the newest known */
};

/* The row of a helper that holds for a caller, NULL if it may not call it. Programs of type EXT are
 * asked for as the type they replace; STRUCT_OPS stands for TCP congestion control. Of LSM hooks
 * and of functions that are traced, Linux refuses some helpers besides (d_path, the IMA hashes,
 * setsockopt): the answer here is that of the hook that may most. */
const struct skep_helper_row *skep_helper_for(s32 number, struct skep_caller caller);

/* Whether programs of a type may call it on the newest Linux known. */
bool skep_helper_allowed(const struct skep_helper_row *helper, u32 prog_type, u32 attach_type);

/* The number of a helper by its name without "bpf_"; 0 if there is none. */
s32 skep_helper_find(const char *name, size_t length);

/* How args.def describes a kind: `log` is what Linux's log says it expected, "" if it asks nothing
 * of the register's type. */
struct skep_arg_row {
	const char *log, *title;
};
const struct skep_arg_row *skep_arg_row(enum skep_arg_kind kind);

/* ---- functions of the kernel */

enum skep_kfunc_flag {
	SKEP_KFUNC_ACQUIRES = 1 << 0,	     /* r0 is a reference that must be released */
	SKEP_KFUNC_RELEASES = 1 << 1,	     /* an argument's reference ends */
	SKEP_KFUNC_OR_NULL = 1 << 2,	     /* r0 may be NULL */
	SKEP_KFUNC_TRUSTED = 1 << 3,	     /* its kernel pointers live for certain */
	SKEP_KFUNC_RCU = 1 << 4,	     /* ... or as long as the RCU read lock is held */
	SKEP_KFUNC_IN_RCU = 1 << 5,	     /* only under the RCU read lock */
	SKEP_KFUNC_SLEEPS = 1 << 6,	     /* only where sleeping is allowed */
	SKEP_KFUNC_ITER_NEW = 1 << 7,	     /* makes an iterator */
	SKEP_KFUNC_ITER_NEXT = 1 << 8,	     /* gives its next element, NULL behind the last */
	SKEP_KFUNC_ITER_END = 1 << 9,	     /* ends it */
	SKEP_KFUNC_LOCKED = 1 << 10,	     /* also while a spin lock is held */
	SKEP_KFUNC_CHANGES_PACKET = 1 << 11, /* pointers into the packet are lost */
	SKEP_KFUNC_TRUSTED_RESULT = 1 << 12, /* r0 may be passed on */
	SKEP_KFUNC_MAY_WAIT = 1 << 13,	  /* only in LSM hooks, iterators and sleepable programs */
	SKEP_KFUNC_CALLS_BACK = 1 << 14,  /* a function of the program, before it returns, */
	SKEP_KFUNC_CALLS_LATER = 1 << 15, /* ... or some time after */
	SKEP_KFUNC_DEVICE = 1 << 16,	  /* only of programs made for one device, dead code, too */
};

struct skep_kfunc_row {
	const char *name;
	u16 since;
	u32 flags; /* enum skep_kfunc_flag */
	u64 progs; /* program types that may call it: skep_prog_bit() of each */
};

/* By number, in the order of names; NULL behind the last. */
const struct skep_kfunc_row *skep_kfunc_row(size_t number);

/* NULL if there is none of that name, or none that is known. */
const struct skep_kfunc_row *skep_kfunc_find(const char *name);

bool skep_kfunc_allowed(const struct skep_kfunc_row *row, struct skep_caller caller);

/* ---- map types */

enum skep_map_trait {
	SKEP_MAP_ARRAY_LIKE =
	    1 << 0, /* keys are u32 indices below max_entries; values always exist */
	SKEP_MAP_PER_CPU = 1 << 1,
	SKEP_MAP_DIRECT_VALUE = 1 << 2, /* 64-bit immediates may name its value */
	SKEP_MAP_NO_KEY = 1 << 3,	/* key_size is 0 */
	SKEP_MAP_NO_VALUE = 1 << 4,	/* value_size is 0 */
	SKEP_MAP_OF_MAPS = 1 << 5,
	SKEP_MAP_SPIN_LOCK = 1 << 6, /* values may hold a bpf_spin_lock or a bpf_res_spin_lock */
	SKEP_MAP_TIMER = 1 << 7,     /* ... a bpf_timer or a bpf_wq */
	SKEP_MAP_KPTR = 1 << 8,	     /* ... kernel pointers */
	SKEP_MAP_LOOKUP_SOCK =
	    1 << 9, /* lookup gives a socket: sockmap, sockhash; xskmap: xdp_sock */
	SKEP_MAP_NO_LOOKUP = 1 << 10,  /* programs cannot look anything up */
	SKEP_MAP_SLEEPS = 1 << 11,     /* sleepable programs may use it */
	SKEP_MAP_NO_ENTRIES = 1 << 12, /* max_entries is 0 */
	SKEP_MAP_PAGES = 1 << 13, /* max_entries is a power of 2 and a multiple of the page size */
	SKEP_MAP_BTF = 1 << 14,	  /* key and value are described by BTF */
	SKEP_MAP_LIST = 1 << 15,  /* values may hold a bpf_list_head or a bpf_rb_root */
	SKEP_MAP_OWNED = 1 << 16, /* its first program decides: only programs alike may use it */
	SKEP_MAP_UNTYPED = 1 << 17,	/* BTF does not describe its elements */
	SKEP_MAP_KEY_U32 = 1 << 18,	/* a key that BTF describes is a number of 32 bits, */
	SKEP_MAP_KEY_STRUCT = 1 << 19,	/* ... a struct, */
	SKEP_MAP_KEY_NONE = 1 << 20,	/* ... or not there: the value alone has a type */
	SKEP_MAP_LONELY = 1 << 21,	/* lies in no other map */
	SKEP_MAP_LRU = 1 << 22,		/* old elements make room for new ones */
	SKEP_MAP_LATE = 1 << 23,	/* MAP_CREATE looks at it behind the token, */
	SKEP_MAP_LARGE_FIRST = 1 << 24, /* ... and says that it is too large before all else */
};

/* Sizes in bytes that MAP_CREATE takes: min, min + step, ... max. */
struct skep_map_sizes {
	u32 min, max, step;
};

struct skep_map_row {
	u32 type; /* BPF_MAP_TYPE_... */
	const char *name;
	u16 since;
	u32 traits;   /* enum skep_map_trait */
	u32 flags;    /* BPF_F_... that MAP_CREATE takes */
	u32 required; /* ... and insists on */
	struct skep_map_sizes key, value;
	u32 both_max; /* bytes of key and value together; 0: no limit of their sum */
};

/* The row of a map type, NULL if there is none. */
const struct skep_map_row *skep_map_row(u32 type);

/* Whether a helper takes maps of a type (Linux: check_map_func_compatibility). Sockmaps and
 * sockhashes are changed by some programs alone, which skep_map_fits_caller() knows; the value that
 * map_update_elem stores there is a socket (SKEP_ARG_BTF_ID_SOCK_COMMON). */
bool skep_map_fits_helper(u32 map_type, s32 helper);
bool skep_map_fits_caller(u32 map_type, s32 helper, struct skep_caller caller);

/* ---- program types */

enum skep_prog_trait {
	SKEP_PROG_T_PACKET_READ = 1 << 0,  /* packet pointers may be read through */
	SKEP_PROG_T_PACKET_WRITE = 1 << 1, /* ... and written */
	SKEP_PROG_T_LD_ABS = 1 << 2,	   /* LD_ABS and LD_IND */
	SKEP_PROG_T_TRACING =
	    1 << 3, /* kprobe, tracepoint, perf event, raw tracepoint and the like */
	SKEP_PROG_T_BTF_CTX = 1 << 4,	   /* the context is an array of u64 that BTF describes */
	SKEP_PROG_T_SLEEPS = 1 << 5,	   /* may be sleepable */
	SKEP_PROG_T_ATTACH = 1 << 6,	   /* load wants expected_attach_type */
	SKEP_PROG_T_NET_ADMIN = 1 << 7,	   /* needs CAP_NET_ADMIN */
	SKEP_PROG_T_UNPRIVILEGED = 1 << 8, /* loads without CAP_BPF where that is not disabled */
	SKEP_PROG_T_PACKET_HELPER = 1
				    << 9, /* helpers with SKEP_HELPER_PACKET take packet pointers */
	SKEP_PROG_T_PERFMON = 1 << 10,	  /* needs CAP_PERFMON */
	SKEP_PROG_T_ALWAYS_SLEEPS = 1 << 11, /* must be sleepable */
	SKEP_PROG_T_GPL = 1 << 12,	     /* only under a GPL-compatible licence */
};

struct skep_prog_row {
	u32 type; /* BPF_PROG_TYPE_... */
	const char *name;
	u16 since;
	u32 traits;	 /* enum skep_prog_trait */
	const char *ctx; /* its struct, e.g. "__sk_buff"; "" if it has none */
	u32 ctx_size;	 /* bytes that can be reached at all */
	u64 attaches;	 /* expected_attach_type that PROG_LOAD takes: skep_attach_bit() of each */
};

const struct skep_prog_row *skep_prog_row(u32 type);

struct skep_attach_row {
	u32 type; /* BPF_..., enum bpf_attach_type */
	const char *name;
	u16 since;
};

/* The row of an attach type, NULL if there is none. */
const struct skep_attach_row *skep_attach_row(u32 type);

/* Values that r0 may have at exit. Linux checks a range only for some types and attach types; then
 * `checked` is set. */
struct skep_ret_range {
	bool checked;
	bool exact32; /* the low 32 bits count */
	s32 min, max;
};
struct skep_ret_range skep_prog_ret_range(u32 prog_type, u32 attach_type);

/* ---- fields of contexts */

/* What a load from a field gives. */
enum skep_field_kind {
	SKEP_FIELD_SCALAR,
	SKEP_FIELD_PACKET, /* packet's start */
	SKEP_FIELD_PACKET_END,
	SKEP_FIELD_PACKET_META,
	SKEP_FIELD_SOCK_COMMON_OR_NULL,
	SKEP_FIELD_SOCKET,
	SKEP_FIELD_SOCKET_OR_NULL,
	SKEP_FIELD_FLOW_KEYS,
	SKEP_FIELD_BTF_ID,  /* a trusted kernel pointer to struct `btf` */
	SKEP_FIELD_BUFFER,  /* what a writable raw tracepoint may write to */
	SKEP_FIELD_BTF_ARG, /* what BTF says of argument off / 8 of the kernel function */
};

/* One access that Linux allows. */
struct skep_field {
	const char *name;
	u32 off, size;	 /* of the field in the context, bytes */
	u8 kind;	 /* enum skep_field_kind */
	bool narrow;	 /* parts of it may be read: 1, 2, 4 bytes, aligned to their size */
	const char *btf; /* struct name of BTF_ID kinds */
};

struct skep_ctx_ask {
	u32 off, size; /* bytes */
	bool write;
};

/* Whether programs of a type may read or write `size` bytes at `off` of their context; fills *field
 * with what is there. On false *field has the field that lies there, or name NULL. */
bool skep_ctx_access(u32 prog_type, u32 attach_type, struct skep_ctx_ask ask,
		     struct skep_field *field);

/* What pointers that Linux's helpers and contexts give lead to. */
enum skep_object {
	SKEP_OBJECT_SOCK_COMMON, /* struct bpf_sock, of a socket that may be half-made */
	SKEP_OBJECT_SOCKET,	 /* struct bpf_sock */
	SKEP_OBJECT_TCP_SOCK,	 /* struct bpf_tcp_sock */
	SKEP_OBJECT_XDP_SOCK,	 /* struct bpf_xdp_sock */
	SKEP_OBJECT_FLOW_KEYS,	 /* struct bpf_flow_keys */
	SKEP_OBJECT_COUNT
};

/* The same as skep_ctx_access() for what a pointer leads to. */
bool skep_object_access(enum skep_object object, struct skep_ctx_ask ask, struct skep_field *field);

/* ---- tracepoints.def */

/* Arguments as masks: bit n is the (n+1)-th that programs see. */
struct skep_tracepoint_row {
	const char *name;
	u32 null;  /* may be NULL */
	u32 error; /* may be an error number */
};

/* NULL: its pointers are what its prototype says. */
const struct skep_tracepoint_row *skep_tracepoint_find(const char *name);

/* ---- kptrs.def */

struct skep_kptr_row {
	const char *name;
	u16 since, rcu; /* versions of Linux; rcu 0: none */
};

/* NULL: maps and objects of a Linux (0: the newest) cannot own that struct of the kernel. */
const struct skep_kptr_row *skep_kptr_find(const char *name, u16 kernel);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What a system holds: maps, programs and types, each with a descriptor and an id. Private to the
 * room. */
#ifndef SKEP_SYSCALL_SYSTEM_H
#define SKEP_SYSCALL_SYSTEM_H

#include <linux/bpf.h>
#include <pthread.h>
#include <sys/types.h>

#include "base/sha.h"
#include "lower/lower.h"
#include "map/map.h"
#include "map/perf_ring.h"
#include "prog/kernel.h"
#include "prog/map.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "syscall/trace.h"
#include "vm/env.h"

struct btf;
struct skep_code;
struct skep_mounts;
struct skep_streams;

struct skep_bpf_call;

/* ---- entities */

enum skep_entity_kind {
	SKEP_ENTITY_MAP,
	SKEP_ENTITY_PROG,
	SKEP_ENTITY_BTF,
	SKEP_ENTITY_LINK,
	SKEP_ENTITY_STATS, /* an order to count runs; has no id */
	SKEP_ENTITY_PERF,  /* a perf event; has no id */
	SKEP_ENTITY_KINDS,
};

struct skep_entity;

struct skep_entity_ops {
	/* No descriptor is left, but uses; whether that let others go. May be NULL. */
	bool (*unheld)(struct skep_entity *e);
	void (*drop)(struct skep_entity *e); /* stops using others */
	void (*free)(struct skep_entity *e); /* ... and is no more */
};

struct skep_entity {
	enum skep_entity_kind kind;
	u32 id;	   /* 0 until it is added */
	u32 uses;  /* by commands that run and by other entities */
	int file;  /* the system's own opening, -1: none yet */
	dev_t dev; /* of the file */
	ino_t ino; /* ... */
	const struct skep_entity_ops *ops;
	struct skep_entity *next; /* in the order of ids */
};

struct skep_btf_entity {
	struct skep_entity e;
	void *bytes; /* as they were loaded */
	u32 size;
	struct btf *btf;
};

/* Who waits for data of a ring. */
struct skep_events {
	u32 number; /* 1 + an eventfd; 0: nobody. Atomic */
};

enum skep_probe_kind {
	SKEP_PROBE_OUTPUT, /* what programs write */
	SKEP_PROBE_SAMPLE, /* a counter that overflows */
	SKEP_PROBE_TRACEPOINT,
	SKEP_PROBE_KERNEL, /* a function of the kernel */
	SKEP_PROBE_USER,   /* a place in a file */
};

/* What a perf event is about, and which program it would call. */
struct skep_probe {
	enum skep_probe_kind kind;
	u32 type;   /* as it was asked for */
	u64 config; /* ... */
	char *name; /* of the tracepoint, function or file, owned; NULL: an address, or none */
	u64 offset;
	u64 address; /* of a function without name, or of a file's counter of who looks */
	bool returns;
	struct skep_prog_entity
	    *prog; /* used; NULL: none. Under the system's mutex, as what follows */
	u64 cookie;
};

/* An event as elements of perf event arrays name it, or as programs are attached to it. */
struct skep_perf_entity {
	struct skep_entity e;
	struct skep_probe probe;
	struct skep_perf_ring ring;
	struct skep_events events;
	size_t mapped; /* bytes of its memory */
};

struct skep_map_entity {
	struct skep_entity e;
	struct skep_map *map;
	struct skep_events events; /* of a ring buffer */
	char name[BPF_OBJ_NAME_LEN];
	struct skep_map_desc desc;
	struct skep_btf_entity *btf;
	struct skep_special *specials;
	struct skep_map_span *spans;
	struct skep_map_entity *inner; /* that shows what all maps in it look like */
	u64 extra;
	bool exclusive;		       /* one program alone may use it, */
	u8 only_for[SKEP_SHA256_SIZE]; /* ... whose instructions have this SHA-256 */
	struct skep_timers *timers;    /* of the system */
	pthread_mutex_t holding;       /* of what elements hold, and of what follows */
	u32 held_count;		       /* elements that use another entity */
	u32 prog_type;	/* of all programs in a prog array; 0: there was none so far */
	void *drop_key; /* room for a key when all is let go */
};

struct skep_object_type;
struct skep_hook;
struct skep_objects;

/* A type that a program makes objects of. */
struct skep_made_type {
	u32 id; /* in the program's BTF */
	bool per_cpu;
	struct skep_object_type *type; /* used */
};

struct skep_prog_entity {
	struct skep_entity e;
	char name[BPF_OBJ_NAME_LEN];
	u32 type, attach_type, attach_btf_id;
	bool
	    one_attach; /* it is attached as it was loaded, though others of its type need not be */
	bool gpl, sleepable;
	struct skep_code *code; /* runnable; NULL: it cannot run here */
	struct bpf_insn *insns; /* maps by their number in `maps` */
	u32 count;
	struct skep_map_entity **maps;
	size_t map_count, map_room;
	struct skep_btf_entity *btf;
	struct bpf_func_info *func_info; /* as they were loaded */
	struct bpf_line_info *line_info; /* ... */
	u32 func_count, line_count;
	struct skep_lowered lowered;
	struct {
		struct skep_made_type *data;
		size_t count, room;
	} types;		      /* of the objects that it makes */
	struct skep_objects *objects; /* of the system */
	struct skep_streams *streams; /* owned; NULL: it writes to none */
	u64 visited;		      /* instructions, by the verifier */
	u32 context_end;	      /* bytes of the context that must be there */
	u64 loaded;		      /* nanoseconds since the host started */
	u32 uid;
	u8 tag[BPF_TAG_SIZE];
	u64 run_ns, run_count; /* while they were asked for; atomic */
};

/* A program that is attached to something, as far as anybody asks. */
struct skep_link_entity {
	struct skep_entity e;
	u32 type;		       /* BPF_LINK_TYPE_... */
	u32 attach_type;	       /* BPF_..., enum bpf_attach_type */
	struct skep_prog_entity *prog; /* under the system's mutex, as all below */
	bool detached;
	u64 target;	      /* interface, or inode of a cgroup or name space */
	u32 mode;	      /* of XDP (xdp.h) */
	u32 hook[4];	      /* netfilter: family, hook, priority, flags */
	char name[128];	      /* of a tracepoint */
	struct skep_hook *at; /* NULL: it is at no hook */
	u64 cookie;
	struct skep_perf_entity *perf; /* used; of a perf event */
	struct skep_sites *sites;      /* owned; of many functions or places */
};

/* Where a program is attached to many functions of the kernel, or many places of a file. */
struct skep_sites {
	u32 count, flags;
	u32 pid;     /* 0: every process */
	char *names; /* one behind the other; of the file, one. NULL: addresses */
	struct skep_site {
		u64 at;	     /* address or offset */
		u64 counter; /* offset of a counter of who looks */
		u64 cookie;
	} site[];
};

/* A program that netlink has put at an interface (xdp.h). */
struct skep_xdp_attached {
	u32 interface, mode;
	struct skep_prog_entity *prog; /* used */
};

/* An interface that has the qdisc clsact, or had it (filters.h). */
struct skep_clsact {
	u32 interface;
	bool there;
};

struct skep_filter;

struct skep_pin {
	char *path;	       /* owned; NULL where it is a file */
	int file;	       /* O_PATH, -1: it is none */
	dev_t dev;	       /* of the file */
	ino_t ino;	       /* ... */
	struct skep_entity *e; /* used */
};

struct skep_timers;

struct skep {
	struct skep_config config;
	pthread_mutex_t mutex; /* of all below */
	struct skep_entity *first[SKEP_ENTITY_KINDS];
	u32 last_id[SKEP_ENTITY_KINDS];
	u32 count;	 /* entities */
	u32 sweep_count; /* when there are as many, those that nobody has are looked for */
	struct {
		struct skep_pin *data;
		size_t count, room;
	} pins;
	struct skep_hook *hooks;
	struct {
		struct skep_xdp_attached *data;
		size_t count, room;
	} xdp;
	struct {
		struct skep_clsact *data;
		size_t count, room;
	} clsacts;
	struct {
		struct skep_filter *data;
		size_t count, room;
	} filters;
	struct skep_mounts *mounts; /* NULL: without a folder */
	struct skep_trace trace;
	struct {
		char *text; /* owned */
		int state;  /* of note.c */
	} note;		    /* of the first program that is attached to events of the host */
	struct skep_kernel *kernel;
	bool kernel_tried;
	struct skep_services services; /* for programs that run */
	struct skep_timers *timers;
	struct skep_objects *objects; /* that programs have made */
	u64 *cpus_taken;	      /* a bit for each virtual CPU */
	u32 cpus_wanted;	      /* who waits for any of them; read without the mutex */
	pthread_cond_t cpu_given;
};

/* Opens a memory file for an entity that is being made. Returns the caller's descriptor, which may
 * do what `access` says (O_RDWR, of maps also O_RDONLY or O_WRONLY), or -errno. */
SKEP_MUST_USE int skep_entity_open(struct skep_entity *e, const char *name, int access);

/* What a descriptor of the caller's may do with a map. */
int skep_entity_access(const struct skep_bpf_call *call, int fd);

/* The same from BPF_F_RDONLY and BPF_F_WRONLY among flags; -EINVAL for both. */
int skep_access_of(u32 flags);

/* Gives the entity its id; from here on it goes with its last descriptor and use. */
void skep_entity_add(struct skep *skep, struct skep_entity *e);

/* The entity of a descriptor of the caller's, used until skep_entity_put(); NULL with *error =
 * -EBADF (closed) or -EINVAL (something else). */
void *skep_entity_get(const struct skep_bpf_call *call, enum skep_entity_kind kind, int fd,
		      int *error);
void *skep_entity_get_any(const struct skep_bpf_call *call, int fd, int *error);

/* The one with an id; NULL with *error = -ENOENT. */
void *skep_entity_by_id(struct skep *skep, enum skep_entity_kind kind, u32 id, int *error);

/* NULL is allowed. */
static inline void skep_entity_put(void *entity)
{
	struct skep_entity *e = entity;

	if (e)
		__atomic_sub_fetch(&e->uses, 1, __ATOMIC_ACQ_REL);
}

/* One more use of an entity that is used; returns it. NULL is allowed. */
static inline void *skep_entity_use(void *entity)
{
	struct skep_entity *e = entity;

	if (e)
		__atomic_add_fetch(&e->uses, 1, __ATOMIC_ACQ_REL);
	return e;
}

/* The first id behind another one, 0: there is none. Those that nobody has do not count. */
u32 skep_entity_next(struct skep *skep, enum skep_entity_kind kind, u32 id);

/* Frees what nobody has any more; other calls do so now and then. */
void skep_entity_sweep(struct skep *skep);

/* Whether there is an entity of a kind that somebody has. */
bool skep_entity_any(struct skep *skep, enum skep_entity_kind kind);

/* A new descriptor of an entity, or -errno. */
int skep_entity_reopen(struct skep *skep, enum skep_entity_kind kind, u32 id, int access);

/* Bytes that say which of so many virtual CPUs are taken. */
size_t skep_cpus_bytes(u32 cpus);

/* A virtual CPU for a run, which has it alone until skep_cpu_give(); waits until one is free. */
u32 skep_cpu_take(struct skep *skep);
/* The same for a certain one, that the system has; returns it. */
u32 skep_cpu_take_that(struct skep *skep, u32 cpu);
void skep_cpu_give(struct skep *skep, u32 cpu);
/* Lets one who waits for a CPU have this one, until it gives it back; if there is one. Not while
 * maps are read. */
void skep_cpu_lend(struct skep *skep, u32 cpu);

/* The types of the kernel that runs, NULL if they cannot be read. */
const struct skep_kernel *skep_system_kernel(struct skep *skep);

/* ---- commands */

enum { SKEP_ATTR_SIZE = 168 }; /* bytes of the attr of Linux 6.18 */

/* Offsets of fields that headers of Linux 6.1 lack. */
enum {
	SKEP_ATTR_PATH_FD = 16,
	SKEP_ATTR_BTF_TRUE_SIZE = 28,
	SKEP_ATTR_PROG_TRUE_SIZE = 140,
};

struct skep_bpf_call {
	struct skep *skep;
	struct skep_client client;
	union {
		union bpf_attr attr; /* copied; zero behind what was given */
		u8 bytes[SKEP_ATTR_SIZE];
	};
	u64 at;	  /* the caller's attr */
	u32 size; /* bytes of it */
};

/* Bytes of memory, about: what Linux calls memlock. */
u64 skep_map_memory(const struct skep_map_entity *e);
u64 skep_prog_memory(const struct skep_prog_entity *e);

/* Counts runs of a program if somebody asked for that; the time of all of them. */
void skep_prog_count(struct skep *skep, struct skep_prog_entity *prog, u64 runs, u64 nanoseconds);

/* Whether it runs as machine code. */
bool skep_prog_is_jited(const struct skep_prog_entity *e);

#define COMMAND(name, function, size) long skep_cmd_##function(struct skep_bpf_call *call);
#define OPENS			      COMMAND
#include "syscall/commands.def"
#undef OPENS
#undef COMMAND
#define PRIVATE(name, function, size) long skep_cmd_##function(struct skep_bpf_call *call);
#define PRIVATE_OPENS		      PRIVATE
#include "syscall/private.def"
#undef PRIVATE_OPENS
#undef PRIVATE

/* Whether the caller is gone, so that what it waits for may be left undone. */
bool skep_call_is_abandoned(const struct skep_bpf_call *call);

/* What a descriptor of attr at an offset, of a token, gives: -EBADF, or -EINVAL for what is none.
 * There are no tokens. */
enum { SKEP_TOKEN = 1 << 16 }; /* the flag of each command that says so */
int skep_call_token(const struct skep_bpf_call *call, u32 offset);

/* Writes into the caller's attr, as far as it reaches; -errno. */
int skep_call_answer(const struct skep_bpf_call *call, u32 offset, u32 value);

/* Copies a name if it is one: letters, digits, '_' and '.', and a NUL; -EINVAL. */
int skep_call_name(char to[BPF_OBJ_NAME_LEN], const char from[BPF_OBJ_NAME_LEN]);

/* Writes a log to the caller as Linux does: the end of it if it is too long, with -ENOSPC.
 * `true_size` is the offset in attr of the field that tells its length. */
struct skep_call_log {
	u64 buffer;
	u32 size, level;
	u32 true_size;
};
int skep_call_check_log(const struct skep_call_log *log);
int skep_call_log(const struct skep_bpf_call *call, const struct skep_call_log *log,
		  const char *text, size_t length);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* Hooks: places where programs are attached, in an order, by links or directly. A link and what is
 * attached directly stand in one list, as in Linux. Nothing in skep brings packets or events of the
 * host to a hook: it is a record of what would run there. Private to the room. */
#ifndef SKEP_SYSCALL_HOOKS_H
#define SKEP_SYSCALL_HOOKS_H

#include "spec/uapi.h"
#include "syscall/system.h"

enum {
	SKEP_HOOK_MOST = 64,  /* programs at a hook */
	SKEP_HOOK_ABOVE = 64, /* folders above a cgroup that are looked at */
};

/* Where a hook is. */
struct skep_hook_place {
	u32 link_type; /* BPF_LINK_TYPE_... of what attaches there */
	u32 attach;    /* BPF_..., enum bpf_attach_type */
	u64 number;    /* an interface, a map's id, the inode of a cgroup or name space */
	u64 device;    /* of the inode */
};

struct skep_hook_entry {
	struct skep_prog_entity *prog; /* used; NULL: the link's */
	struct skep_link_entity *link; /* NULL: it is attached directly */
	u32 flags;		       /* it was attached with */
};

struct skep_hook {
	struct skep_hook_place place;
	int folder;   /* of a cgroup, O_PATH; -1: none */
	u32 flags;    /* of a cgroup: BPF_F_ALLOW_..., of all entries */
	u64 revision; /* 1, and 1 more with each change */
	struct {
		struct skep_hook_entry *data;
		size_t count, room;
	} entries;
	struct skep_hook *next;
};

/* What stands beside the place that is wanted; a program or link that is named is used. */
struct skep_hook_anchor {
	int error; /* of finding it; told when it is looked at */
	struct skep_prog_entity *prog;
	struct skep_link_entity *link;
};

/* What is to be attached or detached. */
struct skep_hook_change {
	const struct skep_bpf_call *call;
	struct skep_hook_place place;
	u32 target;		       /* as the caller named the place */
	bool direct;		       /* no link attaches it */
	struct skep_prog_entity *prog; /* NULL: none was named */
	struct skep_link_entity *link; /* NULL: directly */
	struct skep_prog_entity *old;  /* in whose place it comes */
	int error; /* of finding what of these was named, told behind the place's */
	u32 flags;
	u64 revision; /* that the hook must have, 0: any */
	u32 relative; /* names the anchor, 0: there is none */
	struct skep_hook_anchor anchor;
};

/* What is at a hook. */
struct skep_hook_view {
	u32 flags;
	u64 revision;
	struct {
		struct skep_hook_ids {
			u32 prog, link;
		} * data;
		size_t count, room;
	} ids;
};

/* The rules of one kind of hook. The system's mutex is held in attach, detach and view. */
struct skep_hook_ops {
	u32 link_type;
	u32 flags;	  /* that PROG_ATTACH takes at first sight, */
	u32 link_flags;	  /* ... LINK_CREATE, */
	u32 link_adds;	  /* ... which adds these, */
	u32 detach_flags; /* ... and PROG_DETACH */
	bool ordered;	  /* an anchor and a revision may be named */
	bool bare;	  /* in truth no flags, and no program to replace */
	bool lax;	  /* PROG_DETACH may name what is no program */
	/* The place that `target` names; -errno. */
	int (*find)(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place);
	/* The same for LINK_CREATE, and where no link attaches; NULL: as above. */
	int (*find_link)(const struct skep_bpf_call *call, u32 target,
			 struct skep_hook_place *place);
	int (*find_direct)(const struct skep_bpf_call *call, u32 target,
			   struct skep_hook_place *place);
	int (*attach)(struct skep_hook_change *c);
	int (*detach)(struct skep_hook_change *c);
	int (*view)(struct skep_bpf_call *call, const struct skep_hook_place *place,
		    struct skep_hook_view *view);
	/* Whether a program may come in place of a link's, of the same type. */
	int (*update)(struct skep_link_entity *link, const struct skep_prog_entity *prog);
};

extern const struct skep_hook_ops skep_hook_cgroup;
extern const struct skep_hook_ops skep_hook_tcx;
extern const struct skep_hook_ops skep_hook_netns;
extern const struct skep_hook_ops skep_hook_sockmap;

/* The rules for links of a type, NULL: they are at no hook. */
const struct skep_hook_ops *skep_hook_ops(u32 link_type);

/* ---- the mutex is held in all that follow */

/* NULL: nothing was ever attached there. */
struct skep_hook *skep_hook_find(struct skep *skep, const struct skep_hook_place *place);

/* The same, and makes it; NULL if memory ran out. */
struct skep_hook *skep_hook_make(struct skep *skep, const struct skep_hook_place *place);

/* What runs for an entry. */
struct skep_prog_entity *skep_hook_prog(const struct skep_hook_entry *entry);

/* Puts what a change attaches at a place among the entries, or in the place of one. -ENOMEM. */
int skep_hook_insert(struct skep_hook *h, size_t at, const struct skep_hook_change *c);
void skep_hook_replace(struct skep_hook *h, size_t at, const struct skep_hook_change *c);

void skep_hook_remove(struct skep_hook *h, size_t at);

/* Takes away the one program that is attached directly; -errno, `linked` where a link attaches. */
int skep_hook_remove_direct(struct skep_hook *h, const struct skep_prog_entity *prog, int linked);

/* Tells the programs of a hook, NULL: it has none; -ENOMEM. */
int skep_hook_list(const struct skep_hook *h, struct skep_hook_view *view);

/* Takes a link from its hook, if it is at one. */
void skep_hook_leave(struct skep_link_entity *link);

/* Forgets hooks that have nothing to tell: of a folder or map that is gone, and empty ones. Whether
 * that let programs go. */
bool skep_hooks_sweep(struct skep *skep);

/* ---- the mutex is not held */

void skep_hooks_free(struct skep *skep);

/* The path by which a descriptor of the caller's is reached: its length. */
enum { SKEP_HOOK_PATH = 48 };
int skep_hook_path(const struct skep_bpf_call *call, u32 fd, char path[SKEP_HOOK_PATH]);

/* Number and device of a place: those of the inode of a descriptor of the caller's, of a cgroup,
 * which any folder may be, a name space, or a perf event. -EBADF; -EINVAL: it is no name space. */
int skep_hook_inode(const struct skep_bpf_call *call, u32 fd, struct skep_hook_place *place);

/* The same for the network name space that the caller is in. */
int skep_hook_own_space(const struct skep_bpf_call *call, struct skep_hook_place *place);

/* Finds the place and the anchor of a change and attaches; -errno. */
int skep_hook_attach(const struct skep_hook_ops *ops, struct skep_hook_change *c);
int skep_hook_detach(const struct skep_hook_ops *ops, struct skep_hook_change *c);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* LINK_CREATE, LINK_UPDATE, LINK_DETACH and RAW_TRACEPOINT_OPEN: records of programs and what they
 * would be attached to (links.def). */
#include <errno.h>
#include <fcntl.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "spec/spec.h"
#include "syscall/links.h"
#include "syscall/memory.h"
#include "syscall/note.h"
#include "syscall/xdp.h"

/* Offsets in attr of fields that headers of Linux 6.1 lack. */
enum {
	FIELDS = 16,	      /* pf, hooknum, priority, flags; or the anchor, */
	FIELDS_REVISION = 24, /* ... and the revision of the hook */
	TRACEPOINT_COOKIE = 16,
};

static void drop_link(struct skep_entity *entity)
{
	struct skep_link_entity *e = (struct skep_link_entity *)entity;

	skep_hook_leave(e);
	skep_link_release(e);
	skep_entity_put(e->prog);
	e->prog = NULL;
}

static void free_link(struct skep_entity *entity)
{
	if (entity->file >= 0)
		close(entity->file);
	skep_free(entity);
}

static const struct skep_entity_ops link_ops = {.drop = drop_link, .free = free_link};

/* Puts a link where it belongs, if that is a hook; -errno. */
static int attach(struct skep_bpf_call *call, struct skep_link_entity *e,
		  struct skep_hook_change *change)
{
	const struct skep_hook_ops *ops = skep_hook_ops(e->type);
	int error;

	if (!ops)
		return 0;
	change->call = call;
	change->prog = e->prog;
	change->link = e;
	error = skep_hook_attach(ops, change);
	e->target = change->place.number;
	return error;
}

/* Adds a link that uses its program and has what `like` has; the caller's descriptor, or -errno. */
static long add(struct skep_bpf_call *call, struct skep_link_entity *like,
		struct skep_hook_change *change)
{
	struct skep_link_entity *e = skep_alloc(sizeof(*e));
	long fd;
	int error;

	if (!e)
		return -ENOMEM;
	*e = *like;
	e->e = (struct skep_entity){.kind = SKEP_ENTITY_LINK, .file = -1, .ops = &link_ops};
	fd = skep_entity_open(&e->e, "", O_RDWR);
	error = fd < 0 ? (int)fd : attach(call, e, change);
	if (error) {
		if (fd >= 0)
			close((int)fd);
		free_link(&e->e);
		return error;
	}
	like->perf = NULL;
	like->sites = NULL;
	skep_entity_use(e->prog);
	if (skep_link_is_trace(e->type))
		skep_note_link(call->skep, e);
	skep_entity_add(call->skep, &e->e);
	return fd;
}

/* What a link uses and has that was not made. */
static void give_back(struct skep_bpf_call *call, struct skep_link_entity *like)
{
	pthread_mutex_lock(&call->skep->mutex);
	skep_link_release(like);
	pthread_mutex_unlock(&call->skep->mutex);
	skep_entity_put(like->prog);
}

/* ---- LINK_CREATE */

static int check_xdp(struct skep *skep, struct skep_link_entity *like, u32 flags)
{
	struct skep_xdp_change change = {
	    .interface = (u32)like->target, .flags = flags, .link = true, .prog = like->prog};
	const char *why = NULL;
	int error;

	like->mode = skep_xdp_mode(change.interface, flags);
	skep_entity_sweep(skep);
	pthread_mutex_lock(&skep->mutex);
	error = skep_xdp_check(skep, &change, &why);
	pthread_mutex_unlock(&skep->mutex);
	return error;
}

/* The first and the last place are the kernel's own, and packets are whole from a place on. */
static int check_hook(const u32 hook[4])
{
	s32 priority = (s32)hook[2];

	if (hook[0] != NFPROTO_IPV4 && hook[0] != NFPROTO_IPV6)
		return -EAFNOSUPPORT;
	if (hook[1] >= NF_INET_NUMHOOKS)
		return -EPROTO;
	if (hook[3] & ~(u32)BPF_F_NETFILTER_IP_DEFRAG)
		return -EOPNOTSUPP;
	return priority == NF_IP_PRI_FIRST || priority == NF_IP_PRI_LAST ||
		       (hook[3] && priority <= NF_IP_PRI_CONNTRACK_DEFRAG)
		   ? -ERANGE
		   : 0;
}

/* Where links are that are at no hook. */
static int set_target(const struct skep_bpf_call *call, struct skep_link_entity *like)
{
	struct skep_hook_place place = {.link_type = like->type};
	int error;

	if (skep_link_is_trace(like->type))
		return skep_link_trace(call, like);
	switch (like->type) {
	case BPF_LINK_TYPE_XDP:
		like->target = call->attr.link_create.target_ifindex;
		return like->target ? check_xdp(call->skep, like, call->attr.link_create.flags)
				    : -EINVAL;
	case BPF_LINK_TYPE_NETFILTER:
		memcpy(like->hook, call->bytes + FIELDS, sizeof(like->hook));
		return check_hook(like->hook);
	default:
		error = skep_hook_inode(call, call->attr.link_create.target_fd, &place);
		like->target = place.number;
		return error;
	}
}

static struct skep_hook_change make_change(const struct skep_bpf_call *call, u32 adds)
{
	struct skep_hook_change c = {.place.attach = call->attr.link_create.attach_type,
				     .target = call->attr.link_create.target_fd,
				     .flags = call->attr.link_create.flags | adds};

	memcpy(&c.relative, call->bytes + FIELDS, sizeof(c.relative));
	memcpy(&c.revision, call->bytes + FIELDS_REVISION, sizeof(c.revision));
	return c;
}

/* There are no objects of a kernel to walk over. */
static bool is_iterator(const struct skep_link_entity *like)
{
	return like->prog->type == BPF_PROG_TYPE_TRACING &&
	       like->prog->attach_type == BPF_TRACE_ITER && like->attach_type == BPF_TRACE_ITER;
}

static long create(struct skep_bpf_call *call, struct skep_link_entity *like)
{
	const struct skep_hook_ops *ops = skep_hook_ops(like->type);
	bool any = like->type == BPF_LINK_TYPE_XDP || skep_link_is_trace(like->type);
	u32 flags = any ? UINT32_MAX : ops ? ops->link_flags : 0;
	struct skep_hook_change c;
	int error = 0;

	if (is_iterator(like))
		return call->attr.link_create.flags ? -EINVAL : -EOPNOTSUPP;
	if (!like->type || call->attr.link_create.flags & ~flags)
		return -EINVAL;
	c = make_change(call, ops ? ops->link_adds : 0);
	if (!ops)
		error = set_target(call, like);
	return error ?: add(call, like, &c);
}

long skep_cmd_link_create(struct skep_bpf_call *call)
{
	struct skep_link_entity like = {.attach_type = call->attr.link_create.attach_type};
	int error = 0;
	long fd;

	like.prog =
	    skep_entity_get(call, SKEP_ENTITY_PROG, (int)call->attr.link_create.prog_fd, &error);
	if (!like.prog)
		return error;
	like.type = skep_link_type(like.prog, like.attach_type);
	fd = create(call, &like);
	give_back(call, &like);
	return fd;
}

/* ---- RAW_TRACEPOINT_OPEN */

/* Programs that were loaded for a function or a tracepoint name no other. */
static int aim_loaded(const struct skep_bpf_call *call, struct skep_link_entity *like)
{
	like->type = skep_link_type(like->prog, like->attach_type);
	if (call->attr.raw_tracepoint.name)
		return -EINVAL;
	if (like->type == BPF_LINK_TYPE_RAW_TRACEPOINT)
		return skep_link_tracepoint(call, like, NULL);
	like->cookie = 0;
	return like->type == BPF_LINK_TYPE_TRACING ? skep_link_function(call, like) : -EINVAL;
}

static int aim_named(const struct skep_bpf_call *call, struct skep_link_entity *like)
{
	char name[sizeof(like->name)];

	return skep_memory_text(call, name, call->attr.raw_tracepoint.name, sizeof(name))
		   ?: skep_link_tracepoint(call, like, name);
}

static int aim(const struct skep_bpf_call *call, struct skep_link_entity *like)
{
	like->attach_type = like->prog->attach_type;
	memcpy(&like->cookie, call->bytes + TRACEPOINT_COOKIE, sizeof(like->cookie));
	switch (like->prog->type) {
	case BPF_PROG_TYPE_TRACING:
	case BPF_PROG_TYPE_LSM:
		return aim_loaded(call, like);
	case BPF_PROG_TYPE_RAW_TRACEPOINT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE:
		return aim_named(call, like);
	default:
		return -EINVAL;
	}
}

long skep_cmd_raw_tracepoint_open(struct skep_bpf_call *call)
{
	struct skep_link_entity like = {.type = BPF_LINK_TYPE_RAW_TRACEPOINT};
	int error = 0;
	long fd;

	like.prog =
	    skep_entity_get(call, SKEP_ENTITY_PROG, (int)call->attr.raw_tracepoint.prog_fd, &error);
	if (!like.prog)
		return error;
	fd = aim(call, &like) ?: add(call, &like, NULL);
	give_back(call, &like);
	return fd;
}

/* ---- LINK_UPDATE, LINK_DETACH */

static bool can_change(const struct skep_link_entity *link)
{
	return !skep_link_is_trace(link->type);
}

/* Whether a link may have another program; of some kinds of links it is told last that they are at
 * nothing. */
static int check_replace(struct skep_link_entity *link, const struct skep_prog_entity *prog,
			 const struct skep_prog_entity *old)
{
	const struct skep_hook_ops *ops = skep_hook_ops(link->type);

	if (!can_change(link))
		return -EINVAL;
	if (link->detached && !(ops && ops->bare))
		return -ENOLINK;
	if (old && old != link->prog)
		return -EPERM;
	if (prog->type != link->prog->type)
		return -EINVAL;
	if (ops && ops->bare && link->detached)
		return -ENOLINK;
	return link->at ? ops->update(link, prog) : 0;
}

/* Puts a program in place of another one, which the caller must have named if `old` is set. */
static int replace(struct skep *skep, struct skep_link_entity *link, struct skep_prog_entity *prog,
		   const struct skep_prog_entity *old)
{
	struct skep_prog_entity *before = NULL;
	int error;

	pthread_mutex_lock(&skep->mutex);
	error = check_replace(link, prog, old);
	if (!error) {
		before = link->prog;
		link->prog = skep_entity_use(prog);
	}
	pthread_mutex_unlock(&skep->mutex);
	skep_entity_put(before);
	return error;
}

static int update(struct skep_bpf_call *call, struct skep_link_entity *link)
{
	const union bpf_attr *attr = &call->attr;
	bool checks = attr->link_update.flags & BPF_F_REPLACE;
	struct skep_prog_entity *prog, *old = NULL;
	int error = 0;

	prog = skep_entity_get(call, SKEP_ENTITY_PROG, (int)attr->link_update.new_prog_fd, &error);
	if (prog && checks)
		old = skep_entity_get(call, SKEP_ENTITY_PROG, (int)attr->link_update.old_prog_fd,
				      &error);
	else if (prog && attr->link_update.old_prog_fd)
		error = -EINVAL;
	error = error ?: replace(call->skep, link, prog, old);
	skep_entity_put(old);
	skep_entity_put(prog);
	return error;
}

long skep_cmd_link_update(struct skep_bpf_call *call)
{
	int error = call->attr.link_update.flags & ~(u32)BPF_F_REPLACE ? -EINVAL : 0;
	struct skep_link_entity *link;

	if (error)
		return error;
	link = skep_entity_get(call, SKEP_ENTITY_LINK, (int)call->attr.link_update.link_fd, &error);
	if (!link)
		return error;
	error = update(call, link);
	skep_entity_put(link);
	return error;
}

long skep_cmd_link_detach(struct skep_bpf_call *call)
{
	int error = 0;
	struct skep_link_entity *link =
	    skep_entity_get(call, SKEP_ENTITY_LINK, (int)call->attr.link_detach.link_fd, &error);

	if (!link)
		return error;
	pthread_mutex_lock(&call->skep->mutex);
	if (can_change(link)) {
		skep_hook_leave(link);
		link->detached = true;
		link->target = 0;
	} else {
		error = -EOPNOTSUPP;
	}
	pthread_mutex_unlock(&call->skep->mutex);
	skep_entity_put(link);
	return error;
}

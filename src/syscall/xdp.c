/* SPDX-License-Identifier: BSD-2-Clause */
/* Checks in the order of dev_xdp_attach() (net/core/dev.c). */
#include "syscall/xdp.h"

#include <errno.h>
#include <linux/if_link.h>

#include "base/array.h"

enum { LOOPBACK = 1 };

static bool has_driver(u32 interface)
{
	return interface != LOOPBACK;
}

u32 skep_xdp_mode(u32 interface, u32 flags)
{
	if (flags & XDP_FLAGS_HW_MODE)
		return SKEP_XDP_OFFLOADED;
	if (flags & XDP_FLAGS_DRV_MODE)
		return SKEP_XDP_NATIVE;
	if (flags & XDP_FLAGS_SKB_MODE || !has_driver(interface))
		return SKEP_XDP_GENERIC;
	return SKEP_XDP_NATIVE;
}

/* ---- what is there; the mutex is held */

static struct skep_link_entity *find_link(struct skep *skep, u32 interface, u32 mode)
{
	for (struct skep_entity *e = skep->first[SKEP_ENTITY_LINK]; e; e = e->next) {
		struct skep_link_entity *link = (struct skep_link_entity *)e;

		if (link->type == BPF_LINK_TYPE_XDP && !link->detached &&
		    link->target == interface && link->mode == mode)
			return link;
	}
	return NULL;
}

static struct skep_xdp_attached *find_set(struct skep *skep, u32 interface, u32 mode)
{
	for (size_t i = 0; i < skep->xdp.count; i++) {
		struct skep_xdp_attached *x = &skep->xdp.data[i];

		if (x->interface == interface && x->mode == mode)
			return x;
	}
	return NULL;
}

struct skep_prog_entity *skep_xdp_find(struct skep *skep, u32 interface, u32 mode)
{
	const struct skep_xdp_attached *x = find_set(skep, interface, mode);
	const struct skep_link_entity *link = x ? NULL : find_link(skep, interface, mode);

	return x ? x->prog : link ? link->prog : NULL;
}

/* ---- checks */

static int fail(const char **why, int error, const char *words)
{
	*why = words;
	return error;
}

static int check_flags(const struct skep_xdp_change *change, const char **why)
{
	u32 modes = change->flags & XDP_FLAGS_MODES;

	if (change->link && change->flags != modes)
		return fail(why, -EINVAL, "Invalid XDP flags for BPF link attachment");
	if (modes & (modes - 1))
		return fail(why, -EINVAL, "Only one XDP mode flag can be set");
	return 0;
}

static int check_program(const struct skep_prog_entity *prog, const char **why)
{
	if (prog->attach_type == BPF_XDP_DEVMAP)
		return fail(why, -EINVAL,
			    "BPF_XDP_DEVMAP programs can not be attached to a device");
	if (prog->attach_type == BPF_XDP_CPUMAP)
		return fail(why, -EINVAL,
			    "BPF_XDP_CPUMAP programs can not be attached to a device");
	return 0;
}

static int check_new(struct skep *skep, const struct skep_xdp_change *change, u32 mode,
		     const char **why)
{
	u32 other = mode == SKEP_XDP_GENERIC ? SKEP_XDP_NATIVE : SKEP_XDP_GENERIC;

	if (change->flags & XDP_FLAGS_UPDATE_IF_NOEXIST &&
	    skep_xdp_find(skep, change->interface, mode))
		return fail(why, -EBUSY, "XDP program already attached");
	if (mode != SKEP_XDP_OFFLOADED && skep_xdp_find(skep, change->interface, other))
		return fail(why, -EEXIST,
			    "Native and generic XDP can't be active at the same time");
	return check_program(change->prog, why);
}

static int check_driver(u32 interface, u32 mode, const char **why)
{
	if (mode != SKEP_XDP_GENERIC && !has_driver(interface))
		return fail(why, -EOPNOTSUPP,
			    "Underlying driver does not support XDP in native mode");
	return mode == SKEP_XDP_OFFLOADED ? -EINVAL : 0;
}

int skep_xdp_check(struct skep *skep, const struct skep_xdp_change *change, const char **why)
{
	u32 mode = skep_xdp_mode(change->interface, change->flags);
	struct skep_prog_entity *now = skep_xdp_find(skep, change->interface, mode);
	int error = check_flags(change, why);

	if (error)
		return error;
	if (find_link(skep, change->interface, mode))
		return fail(why, -EBUSY, "Can't replace active BPF XDP link");
	if (change->link && now)
		return fail(why, -EBUSY, "Can't replace active XDP program with BPF link");
	if (change->flags & XDP_FLAGS_REPLACE && now != change->old)
		return fail(why, -EEXIST, "Active program does not match expected");
	if (change->prog)
		error = check_new(skep, change, mode, why);
	if (error || change->prog == now)
		return error;
	return check_driver(change->interface, mode, why);
}

/* ---- changes */

static int put(struct skep *skep, const struct skep_xdp_change *change, u32 mode)
{
	struct skep_xdp_attached *x = find_set(skep, change->interface, mode);
	struct skep_xdp_attached add = {change->interface, mode, change->prog};

	if (!change->prog) {
		if (!x)
			return 0;
		skep_entity_put(x->prog);
		*x = skep->xdp.data[--skep->xdp.count];
		return 0;
	}
	if (!x && !SKEP_PUSH(&skep->xdp, add))
		return -ENOMEM;
	skep_entity_use(change->prog);
	if (x) {
		skep_entity_put(x->prog);
		x->prog = change->prog;
	}
	return 0;
}

int skep_xdp_set(struct skep *skep, const struct skep_xdp_change *change, const char **why)
{
	int error;

	skep_entity_sweep(skep);
	pthread_mutex_lock(&skep->mutex);
	error = skep_xdp_check(skep, change, why)
		    ?: put(skep, change, skep_xdp_mode(change->interface, change->flags));
	pthread_mutex_unlock(&skep->mutex);
	return error;
}

void skep_xdp_forget(struct skep *skep)
{
	skep_free(skep->xdp.data);
}

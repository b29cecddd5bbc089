/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs at an interface, in an order that who attaches them chooses (Linux: kernel/bpf/mprog.c).
 * Each program is there once. */
#include <errno.h>

#include "base/array.h"
#include "syscall/hooks.h"

enum {
	SIDES = BPF_F_BEFORE | BPF_F_AFTER,
	MOST = SKEP_HOOK_MOST - 1, /* Linux's list ends in nothing */
	NOWHERE = -100,		   /* no index, and no place in front of the first */
};

static int find(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place)
{
	(void)call;
	place->number = target;
	return target ? 0 : -ENODEV;
}

static int total(const struct skep_hook *h)
{
	return h ? (int)h->entries.count : 0;
}

static int index_of(const struct skep_hook *h, const struct skep_prog_entity *prog)
{
	for (int i = 0; i < total(h); i++)
		if (skep_hook_prog(&h->entries.data[i]) == prog)
			return i;
	return -ENOENT;
}

/* The anchor's index; a link's program is another one's anchor no longer. */
static int index_of_anchor(const struct skep_hook *h, const struct skep_hook_anchor *anchor)
{
	int i = index_of(h, anchor->link ? anchor->link->prog : anchor->prog);

	if (i >= 0 && anchor->link && h->entries.data[i].link != anchor->link)
		return -ENOENT;
	return i;
}

/* The entry of a program that is attached by a link, or directly if there is none. */
static int index_exact(const struct skep_hook *h, const struct skep_prog_entity *prog,
		       const struct skep_link_entity *link)
{
	int i = index_of(h, prog);

	return i >= 0 && h->entries.data[i].link != link ? -EBUSY : i;
}

static bool has_anchor(const struct skep_hook_change *c)
{
	return c->anchor.prog || c->anchor.link;
}

static int check_anchor(const struct skep_hook_change *c, const struct skep_prog_entity *prog)
{
	const struct skep_prog_entity *other =
	    c->anchor.link ? c->anchor.link->prog : c->anchor.prog;

	if (c->anchor.error)
		return c->anchor.error;
	return other && prog && other->type != prog->type ? -EINVAL : 0;
}

/* One side of the anchor, or of all entries: `index` is what was known before, or NOWHERE. In front
 * of an entry is the index of the one before that, -1: there is none. */
static int narrow(const struct skep_hook *h, const struct skep_hook_change *c, u32 side, int *index)
{
	int at = side == BPF_F_BEFORE ? 0 : total(h) - 1;

	if (!(c->flags & side))
		return 0;
	if (has_anchor(c))
		at = index_of_anchor(h, &c->anchor);
	if (at == -ENOENT)
		return at;
	at += side == BPF_F_BEFORE ? -1 : 1;
	if (*index != NOWHERE && at != *index)
		return -ERANGE;
	*index = at;
	return 0;
}

/* What flags and anchor say: an index, -1 in front of the first, the total behind the last. */
static int choose(const struct skep_hook *h, const struct skep_hook_change *c, int *index)
{
	int error = narrow(h, c, BPF_F_BEFORE, index) ?: narrow(h, c, BPF_F_AFTER, index);

	if (error)
		return error;
	if (*index == NOWHERE) {
		if (has_anchor(c) || c->flags)
			return -EINVAL;
		*index = total(h);
	}
	return *index >= MOST ? -ERANGE : 0;
}

static int put(struct skep_hook *h, struct skep_hook_change *c)
{
	int index = NOWHERE, error;

	if (c->flags & BPF_F_REPLACE) {
		index = index_exact(h, c->old, c->link);
		if (index < 0)
			return index;
	}
	error = choose(h, c, &index);
	if (error)
		return error;
	if (c->flags & BPF_F_REPLACE) {
		skep_hook_replace(h, (size_t)index, c);
		return 0;
	}
	if (index != total(h) && (c->flags & SIDES) == BPF_F_BEFORE)
		index++;
	return total(h) >= MOST ? -ERANGE : skep_hook_insert(h, (size_t)index, c);
}

static int attach(struct skep_hook_change *c)
{
	struct skep_hook *h = skep_hook_make(c->call->skep, &c->place);

	if (!h)
		return -ENOMEM;
	if (c->revision && c->revision != h->revision)
		return -ESTALE;
	if (index_of(h, c->prog) >= 0)
		return -EEXIST;
	return check_anchor(c, c->prog) ?: put(h, c);
}

/* What is attached by a link is not detached without it. */
static int detach(struct skep_hook_change *c)
{
	struct skep_hook *h = skep_hook_find(c->call->skep, &c->place);
	int index = NOWHERE, error;

	if (!h)
		return -ENOENT;
	if (c->flags & BPF_F_REPLACE)
		return -EINVAL;
	if (c->revision && c->revision != h->revision)
		return -ESTALE;
	error = check_anchor(c, c->prog);
	if (!error && c->prog) {
		index = index_exact(h, c->prog, NULL);
		error = index < 0 ? index : 0;
	}
	error = error ?: choose(h, c, &index);
	if (error)
		return error;
	if (index < 0)
		index = 0;
	if (index == total(h))
		index--;
	if (h->entries.data[index].link)
		return -EBUSY;
	skep_hook_remove(h, (size_t)index);
	return 0;
}

static int view(struct skep_bpf_call *call, const struct skep_hook_place *place,
		struct skep_hook_view *v)
{
	const struct skep_hook *h = skep_hook_find(call->skep, place);

	v->revision = h ? h->revision : 1;
	for (int i = 0; i < total(h); i++) {
		const struct skep_hook_entry *entry = &h->entries.data[i];
		struct skep_hook_ids ids = {.prog = skep_hook_prog(entry)->e.id,
					    .link = entry->link ? entry->link->e.id : 0};

		if (!SKEP_PUSH(&v->ids, ids))
			return -ENOMEM;
	}
	return 0;
}

static int update(struct skep_link_entity *link, const struct skep_prog_entity *prog)
{
	if (index_of(link->at, prog) >= 0)
		return prog == link->prog ? 0 : -EEXIST;
	link->at->revision++;
	return 0;
}

const struct skep_hook_ops skep_hook_tcx = {
    .link_type = BPF_LINK_TYPE_TCX,
    .flags = BPF_F_REPLACE | SIDES | BPF_F_ID | BPF_F_LINK,
    .link_flags = UINT32_MAX,
    .detach_flags = BPF_F_REPLACE | SIDES | BPF_F_ID | BPF_F_LINK,
    .ordered = true,
    .find = find,
    .attach = attach,
    .detach = detach,
    .view = view,
    .update = update,
};

/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs at a cgroup. What stands above decides what may be attached below it, and runs below it,
 * too (Linux: kernel/bpf/cgroup.c). A cgroup is any folder here; above it is what contains it in
 * the same file system. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "syscall/hooks.h"

enum { KINDS = BPF_F_ALLOW_OVERRIDE | BPF_F_ALLOW_MULTI };

/* ---- folders */

static int find(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place)
{
	return skep_hook_inode(call, target, place);
}

/* Hooks of a folder and of those above it, from below; NULL where nothing was ever attached. */
struct line {
	const struct skep_hook *hooks[1 + SKEP_HOOK_ABOVE];
	u32 count;
};

static struct line climb(const struct skep_bpf_call *call, u32 target,
			 const struct skep_hook_place *place)
{
	char path[SKEP_HOOK_PATH + 3 * (SKEP_HOOK_ABOVE + 1)];
	struct skep_hook_place at = *place;
	struct line line = {.count = 0};
	int length = skep_hook_path(call, target, path);
	struct stat s;

	for (;;) {
		line.hooks[line.count++] = skep_hook_find(call->skep, &at);
		memcpy(path + length, "/..", sizeof("/.."));
		length += 3;
		if (line.count > SKEP_HOOK_ABOVE || stat(path, &s) || s.st_dev != place->device ||
		    s.st_ino == at.number)
			return line;
		at.number = s.st_ino;
	}
}

/* ---- attaching */

static bool is_allowed(const struct skep_hook_change *c)
{
	struct line line = climb(c->call, c->target, &c->place);

	for (u32 i = 1; i < line.count; i++) {
		const struct skep_hook *h = line.hooks[i];

		if (h && h->entries.count)
			return h->flags & KINDS;
	}
	return true;
}

static bool is_anchor(const struct skep_hook_anchor *anchor, const struct skep_hook_entry *entry)
{
	return anchor->link ? entry->link == anchor->link
			    : entry->prog && entry->prog == anchor->prog;
}

/* Where an entry stands beside its anchor. */
static int beside(const struct skep_hook *h, const struct skep_hook_change *c, size_t *at)
{
	for (size_t i = 0; i < h->entries.count; i++) {
		const struct skep_hook_entry *entry = &h->entries.data[i];

		if (!is_anchor(&c->anchor, entry))
			continue;
		*at = c->flags & BPF_F_BEFORE ? i : i + 1;
		return (entry->flags ^ c->flags) & BPF_F_PREORDER ? -EINVAL : 0;
	}
	return -ENOENT;
}

static int choose_place(const struct skep_hook *h, const struct skep_hook_change *c, size_t *at)
{
	u32 sides = c->flags & (BPF_F_BEFORE | BPF_F_AFTER);
	bool both = sides == (BPF_F_BEFORE | BPF_F_AFTER);

	*at = sides == BPF_F_BEFORE ? 0 : h->entries.count;
	if (!c->relative && !(c->flags & (BPF_F_ID | BPF_F_LINK)))
		return both && h->entries.count ? -EINVAL : 0;
	if (both || !sides || !(c->flags & BPF_F_LINK) != !c->link)
		return -EINVAL;
	return c->anchor.error ?: beside(h, c, at);
}

/* Which entry a program takes the place of; `count`: none. */
static int choose_old(const struct skep_hook *h, const struct skep_hook_change *c, size_t *at)
{
	size_t count = h->entries.count;

	*at = c->flags & BPF_F_ALLOW_MULTI ? count : 0;
	if (!(c->flags & BPF_F_ALLOW_MULTI))
		return 0;
	for (size_t i = 0; i < count && !c->link; i++)
		if (h->entries.data[i].prog == c->prog && c->prog != c->old)
			return -EINVAL;
	if (!c->old)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (h->entries.data[i].prog == c->old)
			*at = i;
	return *at == count ? -ENOENT : 0;
}

static int put(struct skep_hook *h, const struct skep_hook_change *c)
{
	size_t at;
	int error = choose_old(h, c, &at);

	if (error)
		return error;
	if (at < h->entries.count) {
		skep_hook_replace(h, at, c);
	} else {
		error = choose_place(h, c, &at) ?: skep_hook_insert(h, at, c);
		if (error)
			return error;
	}
	h->flags = c->flags & KINDS;
	return 0;
}

static int check(const struct skep_hook *h, const struct skep_hook_change *c)
{
	if (c->revision && c->revision != h->revision)
		return -ESTALE;
	if (!is_allowed(c) || (h->entries.count && h->flags != (c->flags & KINDS)))
		return -EPERM;
	return h->entries.count >= SKEP_HOOK_MOST ? -E2BIG : 0;
}

static bool is_sound(u32 flags)
{
	bool multi = flags & BPF_F_ALLOW_MULTI;

	if (multi && flags & BPF_F_ALLOW_OVERRIDE)
		return false;
	return !(flags & BPF_F_REPLACE) || (multi && !(flags & (BPF_F_BEFORE | BPF_F_AFTER)));
}

static int attach(struct skep_hook_change *c)
{
	char path[SKEP_HOOK_PATH];
	struct skep_hook *h;

	if (!is_sound(c->flags))
		return -EINVAL;
	h = skep_hook_make(c->call->skep, &c->place);
	if (!h)
		return -ENOMEM;
	if (h->folder < 0) {
		skep_hook_path(c->call, c->target, path);
		h->folder = open(path, O_PATH | O_CLOEXEC);
	}
	return check(h, c) ?: put(h, c);
}

/* ---- detaching */

/* Where there is one program alone, it need not be named. */
static int detach(struct skep_hook_change *c)
{
	struct skep_hook *h = skep_hook_find(c->call->skep, &c->place);
	bool multi = h && h->flags & BPF_F_ALLOW_MULTI;

	if (c->revision && c->revision != (h ? h->revision : 1))
		return -ESTALE;
	if (multi && !c->prog)
		return -EINVAL;
	for (size_t i = 0; h && i < h->entries.count; i++) {
		if (multi && h->entries.data[i].prog != c->prog)
			continue;
		skep_hook_remove(h, i);
		return 0;
	}
	return -ENOENT;
}

/* ---- what is there */

static bool add_id(struct skep_hook_view *view, const struct skep_hook_entry *entry)
{
	struct skep_hook_ids ids = {.prog = skep_hook_prog(entry)->e.id};

	return SKEP_PUSH(&view->ids, ids);
}

static bool add_entries(struct skep_hook_view *view, const struct skep_hook *h, bool preorder)
{
	bool added = true;

	for (size_t i = 0; i < h->entries.count && added; i++)
		if (!(h->entries.data[i].flags & BPF_F_PREORDER) == !preorder)
			added = add_id(view, &h->entries.data[i]);
	return added;
}

/* Of those above, what allows others beside it; what is preordered comes first, from above. */
static int view_effective(struct skep_hook_view *view, const struct line *line)
{
	bool runs[1 + SKEP_HOOK_ABOVE], any = false, added = true;

	for (u32 i = 0; i < line->count; i++) {
		const struct skep_hook *h = line->hooks[i];

		runs[i] = h && h->entries.count && (!any || h->flags & BPF_F_ALLOW_MULTI);
		any |= runs[i];
	}
	for (u32 i = line->count; i-- && added;)
		added = !runs[i] || add_entries(view, line->hooks[i], true);
	for (u32 i = 0; i < line->count && added; i++)
		added = !runs[i] || add_entries(view, line->hooks[i], false);
	return added ? 0 : -ENOMEM;
}

static int view(struct skep_bpf_call *call, const struct skep_hook_place *place,
		struct skep_hook_view *v)
{
	const struct skep_hook *h = skep_hook_find(call->skep, place);

	if (call->attr.query.query_flags & BPF_F_QUERY_EFFECTIVE) {
		struct line line = climb(call, call->attr.query.target_fd, place);

		return view_effective(v, &line);
	}
	v->revision = h ? h->revision : 1;
	v->flags = h ? h->flags : 0;
	for (size_t i = 0; h && i < h->entries.count; i++)
		if (!add_id(v, &h->entries.data[i]))
			return -ENOMEM;
	return 0;
}

static int update(struct skep_link_entity *link, const struct skep_prog_entity *prog)
{
	(void)prog;
	link->at->revision++;
	return 0;
}

const struct skep_hook_ops skep_hook_cgroup = {
    .link_type = BPF_LINK_TYPE_CGROUP,
    .flags =
	KINDS | BPF_F_REPLACE | BPF_F_BEFORE | BPF_F_AFTER | BPF_F_ID | BPF_F_LINK | BPF_F_PREORDER,
    .link_flags = BPF_F_BEFORE | BPF_F_AFTER | BPF_F_ID | BPF_F_LINK | BPF_F_PREORDER,
    .link_adds = BPF_F_ALLOW_MULTI,
    .ordered = true,
    .lax = true,
    .find = find,
    .attach = attach,
    .detach = detach,
    .view = view,
    .update = update,
};

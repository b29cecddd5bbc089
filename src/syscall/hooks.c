/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of hooks and the lists of what is at each. A hook of a cgroup stays as long as its
 * folder, since its revision counts on; others go when they are empty. */
#include "syscall/hooks.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"

/* ---- the list */

static bool is_at(const struct skep_hook *h, const struct skep_hook_place *place)
{
	return h->place.link_type == place->link_type && h->place.attach == place->attach &&
	       h->place.number == place->number && h->place.device == place->device;
}

struct skep_hook *skep_hook_find(struct skep *skep, const struct skep_hook_place *place)
{
	struct skep_hook *h = skep->hooks;

	while (h && !is_at(h, place))
		h = h->next;
	return h;
}

struct skep_hook *skep_hook_make(struct skep *skep, const struct skep_hook_place *place)
{
	struct skep_hook *h = skep_hook_find(skep, place);

	if (h)
		return h;
	h = skep_alloc(sizeof(*h));
	if (!h)
		return NULL;
	*h = (struct skep_hook){.place = *place, .folder = -1, .revision = 1, .next = skep->hooks};
	skep->hooks = h;
	return h;
}

static void free_hook(struct skep_hook *h)
{
	if (h->folder >= 0)
		close(h->folder);
	skep_free(h->entries.data);
	skep_free(h);
}

void skep_hooks_free(struct skep *skep)
{
	struct skep_hook *next;

	for (struct skep_hook *h = skep->hooks; h; h = next) {
		next = h->next;
		free_hook(h);
	}
	skep->hooks = NULL;
}

/* ---- entries */

struct skep_prog_entity *skep_hook_prog(const struct skep_hook_entry *entry)
{
	return entry->link ? entry->link->prog : entry->prog;
}

static struct skep_hook_entry make_entry(struct skep_hook *h, const struct skep_hook_change *c)
{
	if (c->link)
		c->link->at = h;
	return (struct skep_hook_entry){
	    .prog = c->link ? NULL : skep_entity_use(c->prog), .link = c->link, .flags = c->flags};
}

int skep_hook_insert(struct skep_hook *h, size_t at, const struct skep_hook_change *c)
{
	if (!SKEP_RESERVE(&h->entries, 1))
		return -ENOMEM;
	memmove(h->entries.data + at + 1, h->entries.data + at,
		(h->entries.count - at) * sizeof(*h->entries.data));
	h->entries.data[at] = make_entry(h, c);
	h->entries.count++;
	h->revision++;
	return 0;
}

void skep_hook_replace(struct skep_hook *h, size_t at, const struct skep_hook_change *c)
{
	skep_entity_put(h->entries.data[at].prog);
	h->entries.data[at] = make_entry(h, c);
	h->revision++;
}

void skep_hook_remove(struct skep_hook *h, size_t at)
{
	struct skep_hook_entry *entry = &h->entries.data[at];

	if (entry->link)
		entry->link->at = NULL;
	skep_entity_put(entry->prog);
	h->entries.count--;
	memmove(entry, entry + 1, (h->entries.count - at) * sizeof(*entry));
	h->revision++;
	if (!h->entries.count)
		h->flags = 0;
}

int skep_hook_remove_direct(struct skep_hook *h, const struct skep_prog_entity *prog, int linked)
{
	if (!h || !h->entries.count)
		return -ENOENT;
	if (h->entries.data[0].link)
		return linked;
	if (h->entries.data[0].prog != prog)
		return -ENOENT;
	skep_hook_remove(h, 0);
	return 0;
}

int skep_hook_list(const struct skep_hook *h, struct skep_hook_view *view)
{
	for (size_t i = 0; h && i < h->entries.count; i++) {
		struct skep_hook_ids ids = {.prog = skep_hook_prog(&h->entries.data[i])->e.id};

		if (!SKEP_PUSH(&view->ids, ids))
			return -ENOMEM;
	}
	return 0;
}

void skep_hook_leave(struct skep_link_entity *link)
{
	struct skep_hook *h = link->at;

	for (size_t i = 0; h && i < h->entries.count; i++) {
		if (h->entries.data[i].link != link)
			continue;
		skep_hook_remove(h, i);
		return;
	}
}

/* ---- what is gone */

static bool is_removed(int folder)
{
	static const char mark[] = " (deleted)";
	char self[32], path[PATH_MAX + sizeof(mark)];
	ssize_t length;

	snprintf(self, sizeof(self), "/proc/self/fd/%d", folder);
	length = readlink(self, path, sizeof(path));
	return length >= (ssize_t)sizeof(mark) &&
	       memcmp(path + length - (sizeof(mark) - 1), mark, sizeof(mark) - 1) == 0;
}

static bool is_map(struct skep *skep, u64 id)
{
	struct skep_entity *e = skep->first[SKEP_ENTITY_MAP];

	while (e && e->id < id)
		e = e->next;
	return e && e->id == id;
}

static bool is_gone(struct skep *skep, const struct skep_hook *h)
{
	if (h->folder >= 0)
		return is_removed(h->folder);
	return h->place.link_type == BPF_LINK_TYPE_SOCKMAP && !is_map(skep, h->place.number);
}

/* Its links stay, at nothing. */
static void empty(struct skep_hook *h)
{
	while (h->entries.count) {
		struct skep_link_entity *link = h->entries.data[h->entries.count - 1].link;

		if (link) {
			link->detached = true;
			link->target = 0;
		}
		skep_hook_remove(h, h->entries.count - 1);
	}
}

bool skep_hooks_sweep(struct skep *skep)
{
	struct skep_hook **at = &skep->hooks, *h;
	bool any = false;

	while ((h = *at)) {
		bool gone = is_gone(skep, h);

		any |= gone && h->entries.count;
		if (gone)
			empty(h);
		if (!gone && (h->entries.count || h->folder >= 0)) {
			at = &h->next;
			continue;
		}
		*at = h->next;
		free_hook(h);
	}
	return any;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs at a map of sockets: one for messages, one that parses streams, one that decides of
 * them, or one that does so without a parser (Linux: net/core/sock_map.c). */
#include <errno.h>

#include "syscall/hooks.h"

static bool is_of_sockets(const struct skep_map_entity *e)
{
	return e->desc.type == BPF_MAP_TYPE_SOCKMAP || e->desc.type == BPF_MAP_TYPE_SOCKHASH;
}

/* `other`: what is said of another map. */
static int find_map(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place,
		    int other)
{
	int error = 0;
	struct skep_map_entity *e = skep_entity_get(call, SKEP_ENTITY_MAP, (int)target, &error);

	if (!e)
		return error;
	if (!is_of_sockets(e))
		error = other;
	place->number = e->e.id;
	skep_entity_put(e);
	return error;
}

static int find_link(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place)
{
	return find_map(call, target, place, -EINVAL);
}

static int find(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place)
{
	return find_map(call, target, place, -EOPNOTSUPP);
}

/* Of the two kinds of verdicts there is one at a time. */
static bool is_barred(const struct skep_bpf_call *call, const struct skep_hook_place *place)
{
	struct skep_hook_place other = *place;
	const struct skep_hook *h;

	if (place->attach != BPF_SK_SKB_STREAM_VERDICT && place->attach != BPF_SK_SKB_VERDICT)
		return false;
	other.attach =
	    place->attach == BPF_SK_SKB_VERDICT ? BPF_SK_SKB_STREAM_VERDICT : BPF_SK_SKB_VERDICT;
	h = skep_hook_find(call->skep, &other);
	return h && h->entries.count;
}

static int attach(struct skep_hook_change *c)
{
	struct skep_hook *h;

	if (is_barred(c->call, &c->place))
		return -EBUSY;
	h = skep_hook_make(c->call->skep, &c->place);
	if (!h)
		return -ENOMEM;
	if (!h->entries.count)
		return skep_hook_insert(h, 0, c);
	if (h->entries.data[0].link)
		return -EBUSY;
	skep_hook_replace(h, 0, c);
	return 0;
}

static int detach(struct skep_hook_change *c)
{
	if (is_barred(c->call, &c->place))
		return -EBUSY;
	return skep_hook_remove_direct(skep_hook_find(c->call->skep, &c->place), c->prog, -EBUSY);
}

static int view(struct skep_bpf_call *call, const struct skep_hook_place *place,
		struct skep_hook_view *v)
{
	if (is_barred(call, place))
		return -EBUSY;
	return skep_hook_list(skep_hook_find(call->skep, place), v);
}

static int update(struct skep_link_entity *link, const struct skep_prog_entity *prog)
{
	return prog->attach_type == link->prog->attach_type ? 0 : -EINVAL;
}

const struct skep_hook_ops skep_hook_sockmap = {
    .link_type = BPF_LINK_TYPE_SOCKMAP,
    .flags = BPF_F_ALLOW_OVERRIDE | BPF_F_ALLOW_MULTI | BPF_F_REPLACE | BPF_F_PREORDER,
    .bare = true,
    .find = find,
    .find_link = find_link,
    .attach = attach,
    .detach = detach,
    .view = view,
    .update = update,
};

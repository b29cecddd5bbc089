/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs at a network name space: flow dissectors, of which there is one, attached directly or by
 * a link, and socket lookups, by links alone (Linux: kernel/bpf/net_namespace.c). */
#include <errno.h>

#include "syscall/hooks.h"

/* Links name the name space; what is attached directly is at the caller's own. */
static int find(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place)
{
	return skep_hook_inode(call, target, place);
}

static int find_own(const struct skep_bpf_call *call, u32 target, struct skep_hook_place *place)
{
	return target || place->attach != BPF_FLOW_DISSECTOR ? -EINVAL
							     : skep_hook_own_space(call, place);
}

static bool has_direct(const struct skep_hook *h)
{
	return h->entries.count && !h->entries.data[0].link;
}

static int attach(struct skep_hook_change *c)
{
	size_t most = c->place.attach == BPF_FLOW_DISSECTOR ? 1 : SKEP_HOOK_MOST;
	struct skep_hook *h = skep_hook_make(c->call->skep, &c->place);

	if (!h)
		return -ENOMEM;
	if (c->link && h->entries.count >= most && !has_direct(h))
		return -E2BIG;
	if (c->link ? has_direct(h) : h->entries.count && !has_direct(h))
		return -EEXIST;
	if (c->link || !h->entries.count)
		return skep_hook_insert(h, h->entries.count, c);
	if (h->entries.data[0].prog == c->prog)
		return -EINVAL;
	skep_hook_replace(h, 0, c);
	return 0;
}

static int detach(struct skep_hook_change *c)
{
	return skep_hook_remove_direct(skep_hook_find(c->call->skep, &c->place), c->prog, -EINVAL);
}

static int view(struct skep_bpf_call *call, const struct skep_hook_place *place,
		struct skep_hook_view *v)
{
	return skep_hook_list(skep_hook_find(call->skep, place), v);
}

static int update(struct skep_link_entity *link, const struct skep_prog_entity *prog)
{
	(void)link;
	(void)prog;
	return 0;
}

const struct skep_hook_ops skep_hook_netns = {
    .link_type = BPF_LINK_TYPE_NETNS,
    .flags = BPF_F_ALLOW_OVERRIDE | BPF_F_ALLOW_MULTI | BPF_F_REPLACE | BPF_F_PREORDER,
    .bare = true,
    .find = find,
    .find_direct = find_own,
    .attach = attach,
    .detach = detach,
    .view = view,
    .update = update,
};

/* SPDX-License-Identifier: BSD-2-Clause */
/* clsact and its filters in messages of tc: checks in the order of tc_new_tfilter() and its like
 * (net/sched/cls_api.c), __tc_modify_qdisc() and tc_get_qdisc() (sch_api.c), and of cls_bpf.c.
 *
 * clsact is skep's own, since Linux asks for privilege before it makes one; so what is about
 * filters of another kind, or of an interface that has no clsact of skep's, is Linux's. */
#include <errno.h>
#include <linux/pkt_cls.h>
#include <linux/rtnetlink.h>
#include <stddef.h>
#include <string.h>

#include "syscall/filters.h"
#include "syscall/netlink.h"
#include "syscall/requests.h"

enum {
	TYPES = TCA_CHAIN + 1,
	BPF_TYPES = TCA_BPF_ID + 1,
	CHAIN_LAST = TC_ACT_EXT_VAL_MASK,
	HANDLE = TC_H_MAJ(TC_H_CLSACT), /* of clsact */
};

static const u8 least[TYPES] = {[TCA_CHAIN] = 4};
static const u8 bpf_least[BPF_TYPES] = {
    [TCA_BPF_CLASSID] = 4, [TCA_BPF_FD] = 4, [TCA_BPF_FLAGS] = 4, [TCA_BPF_FLAGS_GEN] = 4};

/* What a message of tc says. */
struct about {
	struct tcmsg head;
	struct skep_nl_part list[TYPES];
	struct skep_filter_place place;
};

/* False: it is no message of tc. */
static bool read_about(const struct skep_nl_call *c, struct about *a)
{
	struct skep_nl_part list = skep_nl_behind(c->body, sizeof(a->head));

	if (c->body.size < sizeof(a->head) || skep_nl_parse(list, least, TYPES, a->list))
		return false;
	memcpy(&a->head, c->body.at, sizeof(a->head));
	a->place = (struct skep_filter_place){.interface = c->interface,
					      .parent = a->head.tcm_parent,
					      .chain = skep_nl_word(a->list[TCA_CHAIN], 0),
					      .priority = TC_H_MAJ(a->head.tcm_info),
					      .handle = a->head.tcm_handle,
					      .protocol = (u16)TC_H_MIN(a->head.tcm_info)};
	return true;
}

static bool is_kind(const struct about *a, const char *kind)
{
	return skep_nl_is(a->list[TCA_KIND], kind);
}

/* ---- clsact; the system's mutex is held in all that follows */

static bool has_clsact(struct skep *skep, u32 interface)
{
	const struct skep_clsact *c = skep_clsact_find(skep, interface);

	return c && c->there;
}

static void put_clsact(struct skep_nl_call *c, u16 type, u16 flags, u32 interface)
{
	struct nlmsghdr head = {.nlmsg_type = type,
				.nlmsg_flags = flags,
				.nlmsg_seq = c->head.nlmsg_seq,
				.nlmsg_pid = c->port};
	struct tcmsg about = {.tcm_ifindex = (int)interface,
			      .tcm_handle = (u32)HANDLE,
			      .tcm_parent = TC_H_CLSACT,
			      .tcm_info = 1};
	size_t message = skep_nl_begin(c->out, &head);

	skep_buffer_bytes(c->out, &about, sizeof(about));
	skep_nl_put(c->out, TCA_KIND, "clsact", sizeof("clsact"));
	skep_nl_end(c->out, message);
}

static void echo_clsact(struct skep_nl_call *c, u16 type, u16 flags)
{
	if (c->head.nlmsg_flags & NLM_F_ECHO)
		put_clsact(c, type, flags, c->interface);
}

static int make_clsact(struct skep_nl_call *c, const struct about *a)
{
	bool there = has_clsact(c->call->skep, c->interface);
	u16 flags = c->head.nlmsg_flags;
	int error = 0;

	if (!c->interface)
		return -ENODEV;
	if (a->head.tcm_parent != TC_H_CLSACT || a->head.tcm_handle != HANDLE)
		return -EOPNOTSUPP;
	if (!there && !(flags & NLM_F_CREATE))
		return skep_nl_fail(c, -ENOENT,
				    "Qdisc not found. To create specify NLM_F_CREATE flag");
	if (there && flags & NLM_F_EXCL)
		return skep_nl_fail(c, -EEXIST, "Exclusivity flag on, cannot modify");
	if (!there)
		error = skep_clsact_add(c->call->skep, c->interface);
	if (!error)
		echo_clsact(c, RTM_NEWQDISC, there ? 0 : NLM_F_REPLACE);
	return error;
}

static int delete_clsact(struct skep_nl_call *c, const struct about *a)
{
	struct skep_clsact *q = skep_clsact_find(c->call->skep, c->interface);

	if (!c->interface)
		return -ENODEV;
	if (!q)
		return skep_nl_fail(c, -ENOENT, "Cannot find specified qdisc on specified device");
	if (a->head.tcm_handle && (!q->there || a->head.tcm_handle != HANDLE))
		return skep_nl_fail(c, -EINVAL, "Invalid handle");
	if (!q->there)
		return skep_nl_fail(c, -EINVAL, "Invalid qdisc name: must match existing qdisc");
	echo_clsact(c, RTM_DELQDISC, 0);
	skep_clsact_remove(c->call->skep, q);
	return 0;
}

static void list_clsacts(struct skep_nl_call *c)
{
	const struct skep *skep = c->call->skep;

	for (size_t i = 0; i < skep->clsacts.count; i++)
		if (skep->clsacts.data[i].there)
			put_clsact(c, RTM_NEWQDISC, NLM_F_MULTI, skep->clsacts.data[i].interface);
}

/* ---- telling of filters */

static void put_options(struct skep_buffer *b, const struct skep_filter *f)
{
	size_t nest = skep_nl_nest(b, TCA_OPTIONS);

	if (f->class)
		skep_nl_put_word(b, TCA_BPF_CLASSID, f->class);
	if (f->name[0])
		skep_nl_put(b, TCA_BPF_NAME, f->name, strlen(f->name) + 1);
	skep_nl_put_word(b, TCA_BPF_ID, f->prog->e.id);
	skep_nl_put(b, TCA_BPF_TAG, f->prog->tag, sizeof(f->prog->tag));
	if (f->flags)
		skep_nl_put_word(b, TCA_BPF_FLAGS, f->flags);
	skep_nl_put_word(b, TCA_BPF_FLAGS_GEN, f->gen_flags | TCA_CLS_FLAGS_NOT_IN_HW);
	skep_nl_unnest(b, nest);
}

/* One filter, or what those of a priority have in common. */
static void put_filter(struct skep_nl_call *c, u16 type, const struct skep_filter *f, bool common)
{
	const struct skep_filter_place *at = &f->place;
	struct nlmsghdr head = {.nlmsg_type = type,
				.nlmsg_flags = skep_request_is_dump(&c->head) ? NLM_F_MULTI
									      : c->head.nlmsg_flags,
				.nlmsg_seq = c->head.nlmsg_seq,
				.nlmsg_pid = c->port};
	struct tcmsg about = {.tcm_ifindex = (int)at->interface,
			      .tcm_handle = common ? 0 : at->handle,
			      .tcm_parent = at->parent,
			      .tcm_info = TC_H_MAKE(at->priority, at->protocol)};
	size_t message = skep_nl_begin(c->out, &head);

	skep_buffer_bytes(c->out, &about, sizeof(about));
	skep_nl_put(c->out, TCA_KIND, "bpf", sizeof("bpf"));
	skep_nl_put_word(c->out, TCA_CHAIN, at->chain);
	if (!common)
		put_options(c->out, f);
	skep_nl_end(c->out, message);
}

static void echo(struct skep_nl_call *c, u16 type, const struct skep_filter *f, bool common)
{
	if (c->head.nlmsg_flags & NLM_F_ECHO)
		put_filter(c, type, f, common);
}

/* Those of a priority stand one behind the other. */
static void list_at(struct skep_nl_call *c, const struct skep_filter_place *place)
{
	const struct skep *skep = c->call->skep;
	const struct skep_filter *before = NULL;

	for (size_t i = 0; i < skep->filters.count; i++) {
		const struct skep_filter *f = &skep->filters.data[i];

		if (!skep_filter_is_at(f, place))
			continue;
		if (!before || before->place.chain != f->place.chain ||
		    before->place.priority != f->place.priority)
			put_filter(c, RTM_NEWTFILTER, f, true);
		put_filter(c, RTM_NEWTFILTER, f, false);
		before = f;
	}
}

/* ---- finding filters */

/* Whether a request about filters is answered here. */
static bool is_ours(const struct skep_nl_call *c, const struct about *a)
{
	if (TC_H_MAJ(a->place.parent) != TC_H_MAJ(TC_H_CLSACT))
		return false;
	return is_kind(a, "bpf") ||
	       (!a->list[TCA_KIND].at && has_clsact(c->call->skep, c->interface));
}

/* The side of clsact that a request names, and its chain. */
static int check_side(struct skep_nl_call *c, const struct about *a)
{
	u32 side = TC_H_MIN(a->place.parent);

	if (!c->interface)
		return -ENODEV;
	if (!has_clsact(c->call->skep, c->interface))
		return skep_nl_fail(c, -EINVAL, "Parent Qdisc doesn't exists");
	if (!side)
		return -EINVAL;
	if (side != TC_H_MIN_INGRESS && side != TC_H_MIN_EGRESS)
		return skep_nl_fail(c, -ENOENT, "Specified class doesn't exist");
	if (a->place.chain > CHAIN_LAST)
		return skep_nl_fail(c, -EINVAL, "Specified chain index exceeds upper limit");
	return 0;
}

static struct skep_filter *find_any(struct skep *skep, struct skep_filter_place place, u32 priority)
{
	place.priority = priority;
	place.handle = place.protocol = 0;
	return skep_filter_find(skep, &place);
}

static const char wrong_protocol[] = "Protocol mismatch for filter with specified priority";

/* A filter of the priority that is asked for, whose protocol must be right. */
static int find_priority(struct skep_nl_call *c, const struct about *a,
			 const struct skep_filter **found)
{
	*found = find_any(c->call->skep, a->place, a->place.priority);
	if (*found && (!a->place.protocol || (*found)->place.protocol == a->place.protocol))
		return 0;
	if (*found)
		return skep_nl_fail(c, -EINVAL, wrong_protocol);
	return skep_nl_fail(c, -ENOENT, "Filter with specified priority/protocol not found");
}

/* The filter that is asked for, or one of its priority where no handle is given. */
static int find_filter(struct skep_nl_call *c, const struct about *a,
		       const struct skep_filter **found)
{
	int error = find_priority(c, a, found);

	if (error || !a->place.handle)
		return error;
	*found = skep_filter_find(c->call->skep, &a->place);
	return *found ? 0 : skep_nl_fail(c, -ENOENT, "Specified filter handle not found");
}

/* ---- RTM_NEWTFILTER */

/* What a filter of cls_bpf is made of; uses its program where that succeeds. */
static int read_options(struct skep_nl_call *c, struct skep_nl_part options, struct skep_filter *f)
{
	struct skep_nl_part bpf[BPF_TYPES];
	int error = options.at ? skep_nl_parse(options, bpf_least, BPF_TYPES, bpf) : -EINVAL;
	struct skep_nl_part name;

	if (error)
		return error;
	if (bpf[TCA_BPF_OPS].at || bpf[TCA_BPF_ACT].at || bpf[TCA_BPF_POLICE].at)
		return skep_nl_fail(c, -EOPNOTSUPP,
				    "skep has filters that are programs of eBPF, without actions");
	f->flags = skep_nl_word(bpf[TCA_BPF_FLAGS], 0);
	f->gen_flags = skep_nl_word(bpf[TCA_BPF_FLAGS_GEN], 0);
	f->class = skep_nl_word(bpf[TCA_BPF_CLASSID], 0);
	if (!bpf[TCA_BPF_FD].at || f->flags & ~(u32)TCA_BPF_FLAG_ACT_DIRECT)
		return -EINVAL;
	if (f->gen_flags & ~(u32)TCA_CLS_FLAGS_SKIP_HW && f->gen_flags != TCA_CLS_FLAGS_SKIP_SW)
		return -EINVAL;
	name = bpf[TCA_BPF_NAME];
	if (name.size < sizeof(f->name) && name.at)
		memcpy(f->name, name.at, name.size);
	f->prog = skep_entity_get(c->call, SKEP_ENTITY_PROG, (int)skep_nl_word(bpf[TCA_BPF_FD], 0),
				  &error);
	return error ?: f->prog->type == BPF_PROG_TYPE_SCHED_CLS ? 0 : -EINVAL;
}

static const char not_to_be_made[] =
    "Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter";

/* The priority of a new filter, and whether there may be one. */
static int choose_priority(struct skep_nl_call *c, struct about *a)
{
	bool creates = c->head.nlmsg_flags & NLM_F_CREATE;
	u32 chosen = TC_H_MAKE(0x80000000U, 0U);
	const struct skep_filter *other;

	if (!a->place.priority) {
		if (find_any(c->call->skep, a->place, chosen))
			return -ENOSPC;
		a->place.priority = skep_filter_choose_priority(c->call->skep, &a->place);
	}
	other = find_any(c->call->skep, a->place, a->place.priority);
	if (other && a->place.protocol && other->place.protocol != a->place.protocol)
		return skep_nl_fail(c, -EINVAL, wrong_protocol);
	if (other)
		a->place.protocol = other->place.protocol;
	else if (!a->list[TCA_KIND].at || !a->place.protocol)
		return skep_nl_fail(c, -EINVAL, "Filter kind and protocol must be specified");
	else if (!creates)
		return skep_nl_fail(c, -ENOENT, not_to_be_made);
	return 0;
}

static int choose_handle(struct skep_nl_call *c, struct about *a)
{
	const struct skep_filter *f = NULL;

	if (a->place.handle)
		f = skep_filter_find(c->call->skep, &a->place);
	else
		a->place.handle = skep_filter_choose_handle(c->call->skep, a->place);
	if (!a->place.handle)
		return -ENOSPC;
	if (f && c->head.nlmsg_flags & NLM_F_EXCL)
		return skep_nl_fail(c, -EEXIST, "Filter already exists");
	if (!f && !(c->head.nlmsg_flags & NLM_F_CREATE))
		return skep_nl_fail(c, -ENOENT, not_to_be_made);
	return 0;
}

/* Nothing is offloaded, and a filter stays as far from that as the one that it replaces. */
static int check_offload(struct skep *skep, const struct skep_filter *f)
{
	const struct skep_filter *old = skep_filter_find(skep, &f->place);

	if (old && old->gen_flags != f->gen_flags)
		return -EINVAL;
	return f->gen_flags == TCA_CLS_FLAGS_SKIP_SW ? -EOPNOTSUPP : 0;
}

/* The filter's options were read before, with what came of it. */
static int put_new(struct skep_nl_call *c, struct about *a, struct skep_filter *f, int options)
{
	int error = check_side(c, a) ?: choose_priority(c, a) ?: choose_handle(c, a) ?: options;

	f->place = a->place;
	error = error ?: check_offload(c->call->skep, f) ?: skep_filter_put(c->call->skep, f);
	if (!error)
		echo(c, RTM_NEWTFILTER, f, false);
	return error;
}

int skep_nl_new_filter(struct skep_nl_call *c)
{
	struct skep_filter f = {0};
	struct about a;
	int error, options;
	const char *why;

	if (!read_about(c, &a) || !is_kind(&a, "bpf"))
		return SKEP_NL_FOREIGN;
	if (!a.place.priority && !(c->head.nlmsg_flags & NLM_F_CREATE))
		return skep_nl_fail(c, -ENOENT, "Invalid filter command with priority of zero");
	if (TC_H_MAJ(a.place.parent) != TC_H_MAJ(TC_H_CLSACT))
		return skep_nl_fail(c, -EOPNOTSUPP, "skep has filters at clsact alone");
	options = read_options(c, a.list[TCA_OPTIONS], &f);
	why = c->why;
	c->why = NULL;
	pthread_mutex_lock(&c->call->skep->mutex);
	error = put_new(c, &a, &f, options);
	pthread_mutex_unlock(&c->call->skep->mutex);
	skep_entity_put(f.prog);
	if (error && error == options && !c->why)
		c->why = why;
	return error;
}

/* ---- RTM_DELTFILTER, RTM_GETTFILTER */

static int take_away(struct skep_nl_call *c, struct about *a)
{
	struct skep *skep = c->call->skep;
	const struct skep_filter *f;
	int error = check_side(c, a);

	if (error)
		return error;
	if (!find_any(skep, a->place, 0)) {
		return a->place.priority
			   ? skep_nl_fail(c, -ENOENT, "Cannot find specified filter chain")
			   : 0;
	}
	if (a->place.priority) {
		error = find_filter(c, a, &f);
		if (error)
			return error;
		echo(c, RTM_DELTFILTER, f, !a->place.handle);
	}
	skep_filter_remove(skep, &a->place);
	return 0;
}

static int delete_filter(struct skep_nl_call *c, struct about *a)
{
	bool more = a->place.protocol || a->place.handle || a->list[TCA_KIND].at;

	if (!is_ours(c, a))
		return SKEP_NL_FOREIGN;
	if (!a->place.priority && more)
		return skep_nl_fail(c, -ENOENT,
				    "Cannot flush filters with protocol, handle or kind set");
	return take_away(c, a);
}

static int get_filter(struct skep_nl_call *c, struct about *a)
{
	const struct skep_filter *f;
	int error;

	if (!is_ours(c, a))
		return SKEP_NL_FOREIGN;
	if (!a->place.priority)
		return skep_nl_fail(c, -ENOENT, "Invalid filter command with priority of zero");
	error = check_side(c, a);
	if (error)
		return error;
	if (!find_any(c->call->skep, a->place, 0))
		return skep_nl_fail(c, -EINVAL, "Cannot find specified filter chain");
	error = find_filter(c, a, &f);
	if (!error && !a->place.handle)
		error = skep_nl_fail(c, -ENOENT, "Specified filter handle not found");
	if (!error)
		put_filter(c, RTM_NEWTFILTER, f, false);
	return error;
}

/* ---- under the mutex */

static int locked(struct skep_nl_call *c, int (*run)(struct skep_nl_call *c, struct about *a))
{
	struct about a;
	int error;

	if (!read_about(c, &a))
		return SKEP_NL_FOREIGN;
	pthread_mutex_lock(&c->call->skep->mutex);
	error = run(c, &a);
	pthread_mutex_unlock(&c->call->skep->mutex);
	return error;
}

int skep_nl_delete_filter(struct skep_nl_call *c)
{
	return locked(c, delete_filter);
}

int skep_nl_get_filter(struct skep_nl_call *c)
{
	return locked(c, get_filter);
}

static int list_filters(struct skep_nl_call *c, struct about *a)
{
	if (!a->list[TCA_CHAIN].at)
		a->place.chain = (u32)SKEP_ANY_CHAIN;
	a->place.handle = 0;
	list_at(c, &a->place);
	return 0;
}

int skep_nl_list_filters(struct skep_nl_call *c)
{
	return locked(c, list_filters);
}

static int new_qdisc(struct skep_nl_call *c, struct about *a)
{
	return is_kind(a, "clsact") ? make_clsact(c, a) : SKEP_NL_FOREIGN;
}

int skep_nl_new_qdisc(struct skep_nl_call *c)
{
	return locked(c, new_qdisc);
}

static int delete_qdisc(struct skep_nl_call *c, struct about *a)
{
	bool ours = a->head.tcm_parent == TC_H_CLSACT && !a->list[TCA_KIND].at &&
		    has_clsact(c->call->skep, c->interface);

	return is_kind(a, "clsact") || ours ? delete_clsact(c, a) : SKEP_NL_FOREIGN;
}

int skep_nl_delete_qdisc(struct skep_nl_call *c)
{
	return locked(c, delete_qdisc);
}

static int list_qdiscs(struct skep_nl_call *c, struct about *a)
{
	(void)a;
	list_clsacts(c);
	return 0;
}

int skep_nl_list_qdiscs(struct skep_nl_call *c)
{
	return locked(c, list_qdiscs);
}

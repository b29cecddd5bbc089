/* SPDX-License-Identifier: BSD-2-Clause */
/* Networks are prefixes: any two of them are apart, or one holds the other. Sorted by address, and
 * those that are held by another dropped, they are walked a word at a time: networks that end
 * within the word are a set of ranges of it; the others are told apart by the word, through
 * halving, and looked at in the next. */
#include "filter/ip6_set.h"

#include <stdlib.h>

struct level {
	struct skep_lower *l;
	skep_vid words[4];	   /* of the address in the packet */
	struct skep_range *ranges; /* room for all networks */
};

/* Networks that agree in the words before one. */
struct part {
	const struct skep_ip6_net *nets;
	size_t count;
	u32 word;
};

static int by_address(const void *a, const void *b)
{
	const struct skep_ip6_net *x = a, *y = b;

	for (u32 i = 0; i < 4; i++)
		if (x->address[i] != y->address[i])
			return x->address[i] < y->address[i] ? -1 : 1;
	for (u32 i = 0; i < 4; i++)
		if (x->mask[i] != y->mask[i])
			return x->mask[i] < y->mask[i] ? -1 : 1;
	return 0;
}

static bool holds(const struct skep_ip6_net *outer, const struct skep_ip6_net *inner)
{
	for (u32 i = 0; i < 4; i++)
		if ((inner->address[i] & outer->mask[i]) != outer->address[i])
			return false;
	return true;
}

/* Sorts and drops what another holds; returns how many are left. */
static size_t simplify(struct skep_ip6_net *nets, size_t count)
{
	size_t kept = 0;

	qsort(nets, count, sizeof(*nets), by_address);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || !holds(&nets[kept - 1], &nets[i]))
			nets[kept++] = nets[i];
	return kept;
}

static bool ends_within(const struct skep_ip6_net *net, u32 word)
{
	return word == 3 || net->mask[word + 1] == 0;
}

static skep_cid in_part(struct level *v, struct part p);

/* How many networks from `at` on share its word. */
static size_t same_word(const struct part *p, size_t at)
{
	size_t end = at + 1;

	while (end < p->count && p->nets[end].address[p->word] == p->nets[at].address[p->word])
		end++;
	return end - at;
}

/* The networks that do not end within the word, told apart by halving. */
static skep_cid by_halves(struct level *v, struct part p)
{
	struct skep_graph *g = v->l->g;
	size_t middle = p.count / 2, first = same_word(&p, 0);
	u32 key = p.nets[0].address[p.word];
	struct part low = p, high = p;
	skep_cid above;

	if (first == p.count) {
		p.word++;
		return skep_cond_and(g, skep_cond_is(g, v->words[p.word - 1], key), in_part(v, p));
	}
	/* The middle moves up to where a word begins, or down if none begins there. */
	while (middle < p.count &&
	       p.nets[middle].address[p.word] == p.nets[middle - 1].address[p.word])
		middle++;
	if (middle == p.count)
		middle = first;
	low.count = middle;
	high.nets += middle;
	high.count -= middle;
	above = skep_cond_test(g, SKEP_CMP_GE, v->words[p.word],
			       skep_value_const(g, high.nets[0].address[p.word]));
	return skep_cond_or(g, skep_cond_and(g, above, by_halves(v, high)),
			    skep_cond_and(g, skep_cond_not(g, above), by_halves(v, low)));
}

/* The whole address has to be there, also where a network ends before its last word. */
static skep_cid whole(struct level *v, u32 word, skep_cid within)
{
	if (word == 3)
		return within;
	return skep_cond_and(v->l->g, within, skep_cond_need(v->l->g, v->words[3]));
}

static skep_cid one_net(struct level *v, const struct skep_ip6_net *net, u32 word)
{
	skep_cid words[4];
	u32 count = 0;

	for (; word < 4; word++)
		words[count++] =
		    skep_cond_masked(v->l->g, v->words[word], net->mask[word], net->address[word]);
	return skep_cond_all(v->l->g, words, count);
}

static skep_cid in_part(struct level *v, struct part p)
{
	struct skep_graph *g = v->l->g;
	skep_cid within = SKEP_COND_FALSE;
	struct skep_ip6_net *others;
	struct part rest = {.word = p.word};
	u32 count = 0, set;

	if (p.count == 1)
		return one_net(v, p.nets, p.word);
	others = skep_arena_array(v->l->arena, p.count, sizeof(*others));
	if (!others) {
		g->failed = true;
		return SKEP_COND_FALSE;
	}
	rest.nets = others;
	for (size_t i = 0; i < p.count; i++) {
		const struct skep_ip6_net *net = &p.nets[i];
		u32 lo = net->address[p.word];

		if (ends_within(net, p.word))
			v->ranges[count++] = (struct skep_range){lo, lo | ~net->mask[p.word]};
		else
			others[rest.count++] = *net;
	}
	if (count == 1 && v->ranges[0].lo == v->ranges[0].hi)
		within = skep_cond_is(g, v->words[p.word], v->ranges[0].lo);
	else if (count && skep_graph_add_set(g, v->ranges, count, &set))
		within = skep_cond_in(g, v->words[p.word], set);
	within = whole(v, p.word, within);
	return rest.count ? skep_cond_or(g, within, by_halves(v, rest)) : within;
}

static skep_cid one_end(struct skep_lower *l, u32 offset, struct part p)
{
	struct level v = {.l = l};

	v.ranges = skep_arena_array(l->arena, p.count, sizeof(*v.ranges));
	if (!v.ranges) {
		l->g->failed = true;
		return SKEP_COND_FALSE;
	}
	for (u32 i = 0; i < 4; i++)
		v.words[i] = skep_lower_load(l, SKEP_REL_NET, offset + 4 * i, 4);
	return in_part(&v, p);
}

skep_cid skep_lower_ip6_set(struct skep_lower *l, u8 dir, struct skep_ip6_net *nets, size_t count)
{
	struct part p = {nets, simplify(nets, count), 0};
	skep_cid type = skep_lower_linktype(l, SKEP_ETHER_IP6);
	skep_cid src = dir == SKEP_Q_DST ? SKEP_COND_FALSE : one_end(l, 8, p);
	skep_cid dst = dir == SKEP_Q_SRC ? SKEP_COND_FALSE : one_end(l, 24, p);

	return skep_cond_and(l->g, type, skep_lower_ends(l, dir, src, dst));
}

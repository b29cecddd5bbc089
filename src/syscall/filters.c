/* SPDX-License-Identifier: BSD-2-Clause */
#include "syscall/filters.h"

#include <errno.h>
#include <linux/pkt_sched.h>
#include <string.h>

#include "base/array.h"

/* ---- clsact */

struct skep_clsact *skep_clsact_find(struct skep *skep, u32 interface)
{
	for (size_t i = 0; i < skep->clsacts.count; i++)
		if (skep->clsacts.data[i].interface == interface)
			return &skep->clsacts.data[i];
	return NULL;
}

int skep_clsact_add(struct skep *skep, u32 interface)
{
	struct skep_clsact *c = skep_clsact_find(skep, interface);
	struct skep_clsact add = {interface, true};

	if (c)
		c->there = true;
	else if (!SKEP_PUSH(&skep->clsacts, add))
		return -ENOMEM;
	return 0;
}

void skep_clsact_remove(struct skep *skep, struct skep_clsact *c)
{
	struct skep_filter_place in = {.interface = c->interface,
				       .parent = TC_H_MAKE(TC_H_CLSACT, TC_H_MIN_INGRESS),
				       .chain = (u32)SKEP_ANY_CHAIN};
	struct skep_filter_place out = in;

	out.parent = TC_H_MAKE(TC_H_CLSACT, TC_H_MIN_EGRESS);
	skep_filter_remove(skep, &in);
	skep_filter_remove(skep, &out);
	c->there = false;
}

/* ---- filters */

bool skep_filter_is_at(const struct skep_filter *f, const struct skep_filter_place *place)
{
	const struct skep_filter_place *at = &f->place;

	return at->interface == place->interface && at->parent == place->parent &&
	       (at->chain == place->chain || place->chain == (u32)SKEP_ANY_CHAIN) &&
	       (at->priority == place->priority || !place->priority) &&
	       (at->protocol == place->protocol || !place->protocol) &&
	       (at->handle == place->handle || !place->handle);
}

struct skep_filter *skep_filter_find(struct skep *skep, const struct skep_filter_place *place)
{
	for (size_t i = 0; i < skep->filters.count; i++)
		if (skep_filter_is_at(&skep->filters.data[i], place))
			return &skep->filters.data[i];
	return NULL;
}

/* The first filter of a chain that comes behind a priority, or has it; the end of all. */
static size_t find_behind(const struct skep *skep, struct skep_filter_place place, u32 priority)
{
	size_t i;

	place.priority = place.handle = place.protocol = 0;
	for (i = 0; i < skep->filters.count; i++) {
		const struct skep_filter *f = &skep->filters.data[i];

		if (skep_filter_is_at(f, &place) && f->place.priority >= priority)
			break;
	}
	return i;
}

u32 skep_filter_choose_priority(struct skep *skep, const struct skep_filter_place *place)
{
	size_t i = find_behind(skep, *place, TC_H_MAKE(0x80000000U, 0U));

	if (i == skep->filters.count)
		return TC_H_MAKE(0xC0000000U, 0U);
	return TC_H_MAJ(skep->filters.data[i].place.priority - 1);
}

u32 skep_filter_choose_handle(struct skep *skep, struct skep_filter_place place)
{
	place.protocol = 0;
	for (place.handle = 1; place.handle <= INT32_MAX; place.handle++)
		if (!skep_filter_find(skep, &place))
			return place.handle;
	return 0;
}

int skep_filter_put(struct skep *skep, const struct skep_filter *filter)
{
	struct skep_filter *f = skep_filter_find(skep, &filter->place);
	size_t at = find_behind(skep, filter->place, filter->place.priority), behind;

	if (f) {
		skep_entity_use(filter->prog);
		skep_entity_put(f->prog);
		*f = *filter;
		return 0;
	}
	if (!SKEP_RESERVE(&skep->filters, 1))
		return -ENOMEM;
	behind = skep->filters.count++ - at;
	f = &skep->filters.data[at];
	memmove(f + 1, f, behind * sizeof(*f));
	*f = *filter;
	skep_entity_use(f->prog);
	return 0;
}

void skep_filter_remove(struct skep *skep, const struct skep_filter_place *place)
{
	size_t kept = 0;

	for (size_t i = 0; i < skep->filters.count; i++) {
		struct skep_filter *f = &skep->filters.data[i];

		if (skep_filter_is_at(f, place))
			skep_entity_put(f->prog);
		else
			skep->filters.data[kept++] = *f;
	}
	skep->filters.count = kept;
}

void skep_filters_free(struct skep *skep)
{
	skep_free(skep->filters.data);
	skep_free(skep->clsacts.data);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects: how long they live, what they own, and the lists and trees that they lie in, beside
 * models of those. */
#include <stdlib.h>
#include <string.h>

#include "fault_alloc.h"
#include "map/list.h"
#include "map/object.h"
#include "map/rcu.h"
#include "map/tree.h"
#include "maps.h"
#include "test.h"

/* An object in a list and a tree, which owns another one. */
struct item {
	u64 number;
	struct item *next;
	struct skep_list_node listed;
	struct skep_tree_node sorted;
};

/* A value with one of each. */
struct holder {
	u32 lock;
	struct item *item;
	struct skep_list list;
	struct skep_tree tree;
};

static const struct skep_map_span item_spans[] = {
    {offsetof(struct item, next), 8, 0, SKEP_SPAN_POINTER},
    {offsetof(struct item, listed), 24, 0, SKEP_SPAN_PLAIN},
    {offsetof(struct item, sorted), 32, 0, SKEP_SPAN_PLAIN},
};
static const struct skep_map_span holder_spans[] = {
    {offsetof(struct holder, lock), 4, 0, SKEP_SPAN_LOCK},
    {offsetof(struct holder, item), 8, 0, SKEP_SPAN_POINTER},
    {offsetof(struct holder, list), 16, offsetof(struct item, listed), SKEP_SPAN_LIST},
    {offsetof(struct holder, tree), 16, offsetof(struct item, sorted), SKEP_SPAN_TREE},
};

static const struct skep_object_plan plan = {
    .size = sizeof(struct item), .spans = item_spans, .span_count = SKEP_COUNT(item_spans)};

struct subject {
	struct skep_objects *all;
	struct skep_object_type *type;
	u64 chance;
};

static struct subject begin(void)
{
	struct subject s = {.all = skep_objects_new(), .chance = 1};

	s.type = skep_object_type_new(s.all, &plan);
	return s;
}

static void end(const struct subject *s)
{
	skep_object_type_put(s->type);
	skep_objects_free(s->all);
}

static struct item *new_item(const struct subject *s, u64 number)
{
	struct item *item = skep_object_new(s->type);

	item->number = number;
	return item;
}

/* ---- owners */

static void test_owners(void)
{
	struct subject s = begin();
	struct item *item = new_item(&s, 1);
	bool ok = skep_object_acquire(item) == item;

	skep_object_drop(item);
	ok &= skep_objects_count(s.all) == 1;
	skep_object_drop(item);
	test_ok(ok && skep_objects_count(s.all) == 0, "the last owner's drop is the end");
	test_ok(!skep_object_acquire(item), "who comes later gets none");
	test_ok(item->number == 1, "who still reads it sees what it was");
	end(&s);
}

/* Each owns the next one. */
static void test_chain(void)
{
	enum { LENGTH = 100000 };
	struct subject s = begin();
	struct item *first = NULL;

	for (u32 i = 0; i < LENGTH; i++) {
		struct item *item = new_item(&s, i);

		item->next = first;
		first = item;
	}
	test_ok(skep_objects_count(s.all) == LENGTH, "a chain of objects");
	skep_object_drop(first);
	test_ok(skep_objects_count(s.all) == 0, "goes with its first");
	skep_objects_settle(s.all);
	test_ok(!skep_objects_allow(s.all, (u64)(uintptr_t)first, 8),
		"and its memory, when nobody reads");
	end(&s);
}

static void test_allowed(void)
{
	struct subject s = begin();
	struct item *item = new_item(&s, 1);
	u64 at = (u64)(uintptr_t)item;

	test_ok(skep_objects_allow(s.all, at, 8), "the bytes of an object may be touched");
	test_ok(!skep_objects_allow(s.all, at + 4, 8), "but no part of what only functions may");
	test_ok(!skep_objects_allow(s.all, at + sizeof(*item), 1) &&
		    !skep_objects_allow(s.all, at - 1, 1),
		"nor what is beside it");
	skep_object_drop(item);
	end(&s);
}

static void test_sizes(void)
{
	struct subject s = begin();
	static const struct {
		u32 size;
		bool given;
	} sizes[] = {{0, false}, {1, true}, {4088, true}, {4089, false}};
	bool ok = true;

	for (size_t i = 0; i < SKEP_COUNT(sizes); i++) {
		struct skep_object_plan of = {.size = sizes[i].size, .spans = item_spans};
		struct skep_object_type *type = skep_object_type_new(s.all, &of);
		void *object = skep_object_new(type);

		ok &= !object == !sizes[i].given;
		if (object)
			skep_object_drop(object);
		skep_object_type_put(type);
	}
	test_ok(ok, "objects are as large as Linux gives them");
	end(&s);
}

static void test_cpus(void)
{
	struct subject s = begin();
	struct skep_object_plan of = {.size = 20, .cpus = MAP_CPUS, .spans = item_spans};
	struct skep_object_type *type = skep_object_type_new(s.all, &of);
	u8 *object = skep_object_new(type);
	bool ok = true;

	for (u32 cpu = 0; cpu < MAP_CPUS; cpu++)
		memset(skep_object_of_cpu(object, cpu), (int)cpu + 1, of.size);
	for (u32 cpu = 0; cpu < MAP_CPUS; cpu++) {
		const u8 *bytes = skep_object_of_cpu(object, cpu);

		ok &= bytes[0] == cpu + 1 && bytes[of.size - 1] == cpu + 1 &&
		      skep_objects_allow(s.all, (u64)(uintptr_t)bytes, of.size) &&
		      !skep_objects_allow(s.all, (u64)(uintptr_t)bytes + of.size, 8);
	}
	test_ok(ok, "each CPU has bytes of its own");
	test_ok(!skep_object_of_cpu(object, MAP_CPUS), "one that is not there has none");
	skep_object_drop(object);
	skep_object_type_put(type);
	end(&s);
}

/* ---- what values own */

static void test_values(void)
{
	enum { ITEMS = 1000 };
	struct subject s = begin();
	struct holder holder = {0};
	struct item *shared = new_item(&s, ITEMS);

	holder.item = new_item(&s, 0);
	for (u32 i = 0; i < ITEMS; i++) {
		struct item *item = i % 7 ? new_item(&s, i) : skep_object_acquire(shared);

		if (!skep_node_take(&item->listed.owner))
			skep_object_drop(item);
		else
			skep_list_push(&holder.list, &item->listed, i % 2);
	}
	for (u32 i = 0; i < ITEMS; i++) {
		struct item *item = new_item(&s, i);
		struct skep_tree_place place = {0};

		for (struct skep_tree_node *at = holder.tree.root; at; at = at->side[1])
			place = (struct skep_tree_place){at, 1};
		if (skep_node_take(&item->sorted.owner))
			skep_tree_insert(&holder.tree, &item->sorted, place);
	}
	skep_spans_release(holder_spans, SKEP_COUNT(holder_spans), &holder);
	test_ok(!holder.item && !holder.list.first && !holder.list.last && !holder.tree.root,
		"a value is empty when it was released");
	test_ok(skep_objects_count(s.all) == 1,
		"all that it owned is gone, but for what others own");
	test_ok(skep_node_take(&shared->listed.owner), "which is in no list any more");
	skep_object_drop(shared);
	test_ok(skep_objects_count(s.all) == 0, "none is left");
	end(&s);
}

/* ---- lists and trees beside models */

enum { NODES = 200, STEPS = 20000 };

static void test_list(void)
{
	static struct skep_list_node nodes[NODES];
	struct skep_list list = {0};
	struct skep_list_node *model[NODES];
	u32 count = 0;
	u64 chance = 5;
	bool ok = true;

	for (u32 i = 0; ok && i < STEPS; i++) {
		struct skep_list_node *node = &nodes[map_chance(&chance, NODES)], *want = NULL;
		bool front = map_chance(&chance, 2), there = node->owner;

		if (map_chance(&chance, 100) < 55) {
			ok &= skep_node_take(&node->owner) != there;
			if (there)
				continue;
			skep_list_push(&list, node, front);
			memmove(&model[front], &model[0], front * count * sizeof(model[0]));
			model[front ? 0 : count] = node;
			count++;
			continue;
		}
		if (count) {
			want = model[front ? 0 : count - 1];
			count--;
			memmove(&model[0], &model[front], count * sizeof(model[0]));
		}
		ok &= skep_list_pop(&list, front) == want;
	}
	test_ok(ok, "a list gives what was put there");
}

/* How many black nodes are on each way down, -1: that differs, or two red ones follow each other,
 * or the order is wrong. */
static int black_height(const struct skep_tree_node *node, const struct skep_tree_node *parent)
{
	int left, right;

	if (!node)
		return 0;
	if (skep_tree_parent(node) != parent || (parent && !(node->up & 1) && !(parent->up & 1)))
		return -1;
	if ((node->side[0] && node->side[0] > node) || (node->side[1] && node->side[1] < node))
		return -1;
	left = black_height(node->side[0], node);
	right = black_height(node->side[1], node);
	return left < 0 || left != right ? -1 : left + (int)(node->up & 1);
}

static struct skep_tree_place place_of(const struct skep_tree *tree,
				       const struct skep_tree_node *node)
{
	struct skep_tree_place place = {0};

	for (struct skep_tree_node *at = tree->root; at; at = at->side[place.side])
		place = (struct skep_tree_place){at, node > at};
	return place;
}

static u32 first_of(const struct skep_tree_node *nodes)
{
	u32 i = 0;

	while (i < NODES && !nodes[i].owner)
		i++;
	return i;
}

/* Nodes are ordered by their addresses. */
static void test_tree(void)
{
	static struct skep_tree_node nodes[NODES];
	struct skep_tree tree = {0};
	u64 chance = 7;
	bool ok = true;

	for (u32 i = 0; ok && i < STEPS; i++) {
		struct skep_tree_node *node = &nodes[map_chance(&chance, NODES)];
		u32 first;

		if (node->owner)
			skep_tree_remove(&tree, node);
		else if (skep_node_take(&node->owner))
			skep_tree_insert(&tree, node, place_of(&tree, node));
		first = first_of(nodes);
		ok &= black_height(tree.root, NULL) >= 0 && !(tree.root && !(tree.root->up & 1)) &&
		      skep_tree_first(&tree) == (first < NODES ? &nodes[first] : NULL);
	}
	test_ok(ok, "a tree stays ordered, and as deep on all ways");
	for (u32 i = 0; i < NODES; i++)
		ok &= !nodes[i].owner || place_of(&tree, &nodes[i]).parent;
	while (skep_tree_pick(&tree))
		;
	test_ok(ok && !tree.root, "all of it can be taken");
}

/* ---- maps */

static struct skep_map *open_holder(u32 type, u32 flags, int *error)
{
	struct map_kind kind = {"holder", type, 4, sizeof(struct holder), 4, flags};
	struct skep_map *map = map_open(&kind, error);

	if (!map)
		return NULL;
	map->spans = holder_spans;
	map->span_count = SKEP_COUNT(holder_spans);
	map->owns = true;
	map->lock = offsetof(struct holder, lock);
	return map;
}

/* A value gets one of each. */
static void fill(const struct subject *s, struct holder *h)
{
	struct item *item = new_item(s, 1);

	h->item = new_item(s, 1);
	(void)!skep_node_take(&item->listed.owner);
	skep_list_push(&h->list, &item->listed, true);
	item = new_item(s, 2);
	(void)!skep_node_take(&item->sorted.owner);
	skep_tree_insert(&h->tree, &item->sorted, place_of(&h->tree, &item->sorted));
}

static int put_fresh(struct skep_map *map, u32 key)
{
	static const struct holder fresh;

	if (map->ops->update_cpu)
		return map->ops->update_cpu(map, &key, &fresh, 0, 0);
	return map->ops->update(map, &key, &fresh, 0);
}

static void test_map(const char *name, u32 type, u32 flags)
{
	struct subject s = begin();
	int error = 0;
	struct skep_map *map = open_holder(type, flags, &error);
	bool array = map_is_array(map), ok = true;

	for (u32 key = 0; key < 4; key++) {
		ok &= array || put_fresh(map, key) == 0;
		fill(&s, map_lookup(map, &key, 0));
	}
	ok &= skep_objects_count(s.all) == 12;
	for (u32 key = 1; key < 3; key++)
		ok &= put_fresh(map, key) == 0;
	test_ok(ok && skep_objects_count(s.all) == 6,
		"%s: a value that is written over owns nothing", name);
	if (!array) {
		u32 key = 0;
		struct holder *h = map_lookup(map, &key, 0), out[MAP_CPUS];

		ok = map->ops->remove(map, &key) == 0 && skep_objects_count(s.all) == 3;
		fill(&s, h); /* a program that has found it before */
		key = 3;
		ok &= map->ops->take(map, &key, out, 0) == 0 && skep_objects_count(s.all) == 3;
		test_ok(ok, "%s: so does one that is deleted", name);
	}
	map_close(map);
	test_ok(skep_objects_count(s.all) == 0, "%s: nor does a map that is freed", name);
	end(&s);
}

static void test_memory(void)
{
	struct subject s = {0};
	bool ok = true;

	for (u32 i = 1; i < 4; i++) {
		struct item *item;

		fault_after(i);
		s.all = skep_objects_new();
		s.type = s.all ? skep_object_type_new(s.all, &plan) : NULL;
		item = s.type ? skep_object_new(s.type) : NULL;
		fault_after(0);
		ok &= !item && !s.all == (i == 1) && !s.type == (i < 3);
		skep_object_type_put(s.type);
		skep_objects_free(s.all);
	}
	test_ok(ok, "memory that runs out is said");
}

int main(void)
{
	test_owners();
	test_chain();
	test_allowed();
	test_sizes();
	test_cpus();
	test_values();
	test_list();
	test_tree();
	test_map("array", BPF_MAP_TYPE_ARRAY, 0);
	test_map("percpu array", BPF_MAP_TYPE_PERCPU_ARRAY, 0);
	test_map("hash", BPF_MAP_TYPE_HASH, 0);
	test_map("percpu hash", BPF_MAP_TYPE_PERCPU_HASH, 0);
	test_map("LRU hash", BPF_MAP_TYPE_LRU_HASH, 0);
	test_memory();
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Cormen, Leiserson, Rivest, Stein: Introduction to Algorithms, chapter 13. A node with two
 * children gives its place to the next one in order. Both sides are one code: `side` is 0 or 1, the
 * other one is !side. What is missing is black. */
#include "map/tree.h"

enum { BLACK = 1 };

static bool is_red(const struct skep_tree_node *node)
{
	return node && !(node->up & BLACK);
}

static void set_black(struct skep_tree_node *node, bool black)
{
	node->up = (node->up & ~(u64)BLACK) | black;
}

static void set_parent(struct skep_tree_node *node, const struct skep_tree_node *parent)
{
	node->up = (u64)(uintptr_t)parent | (node->up & BLACK);
}

static u32 side_of(const struct skep_tree_node *parent, const struct skep_tree_node *node)
{
	return parent->side[1] == node;
}

/* Puts `new` where `node` hangs. */
static void put_in_place(struct skep_tree *tree, const struct skep_tree_node *node,
			 struct skep_tree_node *new)
{
	struct skep_tree_node *parent = skep_tree_parent(node);

	if (parent)
		parent->side[side_of(parent, node)] = new;
	else
		tree->root = new;
	if (new)
		set_parent(new, parent);
}

/* The child on the other side comes up, `node` goes down to `side`. */
static void rotate(struct skep_tree *tree, struct skep_tree_node *node, u32 side)
{
	struct skep_tree_node *up = node->side[!side], *inner = up->side[side];

	put_in_place(tree, node, up);
	up->side[side] = node;
	set_parent(node, up);
	node->side[!side] = inner;
	if (inner)
		set_parent(inner, node);
}

/* ---- insertion */

static void mend_insertion(struct skep_tree *tree, struct skep_tree_node *node)
{
	struct skep_tree_node *parent;

	while (is_red(parent = skep_tree_parent(node))) {
		struct skep_tree_node *above = skep_tree_parent(parent);
		u32 side = side_of(above, parent);
		struct skep_tree_node *uncle = above->side[!side];

		if (is_red(uncle)) {
			set_black(parent, true);
			set_black(uncle, true);
			set_black(above, false);
			node = above;
			continue;
		}
		if (parent->side[!side] == node) {
			rotate(tree, parent, side);
			parent = node;
		}
		set_black(parent, true);
		set_black(above, false);
		rotate(tree, above, !side);
		break;
	}
	set_black(tree->root, true);
}

void skep_tree_insert(struct skep_tree *tree, struct skep_tree_node *node,
		      struct skep_tree_place place)
{
	node->up = (u64)(uintptr_t)place.parent;
	node->side[0] = node->side[1] = NULL;
	if (place.parent)
		place.parent->side[place.side] = node;
	else
		tree->root = node;
	mend_insertion(tree, node);
	__atomic_store_n(&node->owner, tree, __ATOMIC_RELEASE);
}

/* ---- removal */

/* Below `parent`, on `side`, one black node is missing. */
static void mend_removal(struct skep_tree *tree, struct skep_tree_node *parent, u32 side)
{
	while (parent && !is_red(parent->side[side])) {
		struct skep_tree_node *beside = parent->side[!side], *above;

		if (is_red(beside)) {
			set_black(beside, true);
			set_black(parent, false);
			rotate(tree, parent, side);
			beside = parent->side[!side];
		}
		if (!is_red(beside->side[0]) && !is_red(beside->side[1])) {
			set_black(beside, false);
			above = skep_tree_parent(parent);
			if (is_red(parent) || !above) {
				set_black(parent, true);
				return;
			}
			side = side_of(above, parent);
			parent = above;
			continue;
		}
		if (!is_red(beside->side[!side])) {
			set_black(beside->side[side], true);
			set_black(beside, false);
			rotate(tree, beside, !side);
			beside = parent->side[!side];
		}
		set_black(beside, !is_red(parent));
		set_black(parent, true);
		set_black(beside->side[!side], true);
		rotate(tree, parent, side);
		return;
	}
	if (parent)
		set_black(parent->side[side], true);
	else if (tree->root)
		set_black(tree->root, true);
}

/* A node with one child at most. */
static void cut_out(struct skep_tree *tree, struct skep_tree_node *node)
{
	struct skep_tree_node *parent = skep_tree_parent(node);
	struct skep_tree_node *child = node->side[0] ? node->side[0] : node->side[1];
	u32 side = parent ? side_of(parent, node) : 0;
	bool was_black = !is_red(node);

	put_in_place(tree, node, child);
	if (was_black)
		mend_removal(tree, parent, side);
}

/* `next` takes place, children and colour of `node`. */
static void take_over(struct skep_tree *tree, const struct skep_tree_node *node,
		      struct skep_tree_node *next)
{
	next->side[0] = node->side[0];
	next->side[1] = node->side[1];
	next->up = node->up;
	for (u32 side = 0; side < 2; side++)
		if (next->side[side])
			set_parent(next->side[side], next);
	put_in_place(tree, node, next);
}

static struct skep_tree_node *leftmost(struct skep_tree_node *node)
{
	while (node && node->side[0])
		node = node->side[0];
	return node;
}

void skep_tree_remove(struct skep_tree *tree, struct skep_tree_node *node)
{
	if (node->side[0] && node->side[1]) {
		struct skep_tree_node *next = leftmost(node->side[1]);

		cut_out(tree, next);
		take_over(tree, node, next);
	} else {
		cut_out(tree, node);
	}
	__atomic_store_n(&node->owner, NULL, __ATOMIC_RELEASE);
}

/* ---- looking */

struct skep_tree_node *skep_tree_first(const struct skep_tree *tree)
{
	return leftmost(tree->root);
}

struct skep_tree_node *skep_tree_pick(struct skep_tree *tree)
{
	struct skep_tree_node *node = leftmost(tree->root);

	while (node && node->side[1])
		node = leftmost(node->side[1]);
	if (node)
		put_in_place(tree, node, NULL);
	return node;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Red-black trees in values of maps and in objects, of nodes in objects. All zero is an empty tree,
 * and a node that is in none. Programs see how a tree is built: it is as Linux builds it. Who
 * changes or reads a tree holds the lock beside it. */
#ifndef SKEP_MAP_TREE_H
#define SKEP_MAP_TREE_H

#include "map/list.h"

struct skep_tree_node {
	u64 up;				/* the address of the parent, plus 1 if the node is black */
	struct skep_tree_node *side[2]; /* left, right */
	void *owner;			/* as a list node's */
};
static_assert(sizeof(struct skep_tree_node) == 32, "struct bpf_rb_node");

struct skep_tree {
	struct skep_tree_node *root;
	u64 unused;
};
static_assert(sizeof(struct skep_tree) == 16, "struct bpf_rb_root");

static inline struct skep_tree_node *skep_tree_parent(const struct skep_tree_node *node)
{
	return (struct skep_tree_node *)(uintptr_t)(node->up & ~(u64)1);
}

/* Where a node comes to lie: on a side of one that has nothing there; NULL: it is the first. */
struct skep_tree_place {
	struct skep_tree_node *parent;
	u32 side;
};

/* Puts a node that was taken (list.h) into a place. */
void skep_tree_insert(struct skep_tree *tree, struct skep_tree_node *node,
		      struct skep_tree_place place);

/* Takes a node of the tree out. */
void skep_tree_remove(struct skep_tree *tree, struct skep_tree_node *node);

/* The leftmost node, NULL: the tree is empty. */
struct skep_tree_node *skep_tree_first(const struct skep_tree *tree);

/* Takes some node out that has none below it, and leaves the tree unbalanced: for who takes all.
 * NULL: the tree is empty. */
struct skep_tree_node *skep_tree_pick(struct skep_tree *tree);

#endif

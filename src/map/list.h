/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists in values of maps and in objects, of nodes in objects. All zero is an empty list, and a
 * node that is in none. Who changes or reads a list holds the lock beside it. */
#ifndef SKEP_MAP_LIST_H
#define SKEP_MAP_LIST_H

#include <assert.h>

#include "base/types.h"

/* Its owner is the list, or the tree, that a node is in; none; or this, while it is moved. */
#define SKEP_NODE_MOVED ((void *)1)

struct skep_list_node {
	struct skep_list_node *next, *back; /* NULL: the last, the first */
	void *owner;			    /* atomic */
};
static_assert(sizeof(struct skep_list_node) == 24, "struct bpf_list_node");

struct skep_list {
	struct skep_list_node *first, *last; /* NULL: it is empty */
};
static_assert(sizeof(struct skep_list) == 16, "struct bpf_list_head");

/* Takes a node that is in no list and no tree for somebody who will put it there. False: it is in
 * one. `owner` is that of struct skep_list_node or struct skep_tree_node. */
static inline bool skep_node_take(void **owner)
{
	void *none = NULL;

	return __atomic_compare_exchange_n(owner, &none, SKEP_NODE_MOVED, false, __ATOMIC_ACQ_REL,
					   __ATOMIC_RELAXED);
}

/* Puts a node that was taken at an end. */
void skep_list_push(struct skep_list *list, struct skep_list_node *node, bool front);

/* Takes a node out that is at an end; NULL: the list is empty. */
struct skep_list_node *skep_list_pop(struct skep_list *list, bool front);

#endif

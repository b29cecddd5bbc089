/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects that programs allocate, and the lists and trees that they put them into under a lock that
 * they hold. What Linux's verifier fills in stands in arguments that programs leave to it
 * (lower/call.c): the type of a new object, and where the node lies in one that is put somewhere.
 * bpf_throw. */
#include <errno.h>

#include "helper/do.h"
#include "map/list.h"
#include "map/object.h"
#include "map/tree.h"

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

/* ---- objects */

u64 skep_kfunc_bpf_obj_new_impl(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return address(skep_object_new(skep_pointer(r1)));
}

u64 skep_kfunc_bpf_obj_drop_impl(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	skep_object_drop(skep_pointer(r1));
	return 0;
}

u64 skep_kfunc_bpf_percpu_obj_new_impl(HELPER_ARGS)
{
	return skep_kfunc_bpf_obj_new_impl(run, r1, r2, r3, r4, r5);
}

u64 skep_kfunc_bpf_percpu_obj_drop_impl(HELPER_ARGS)
{
	return skep_kfunc_bpf_obj_drop_impl(run, r1, r2, r3, r4, r5);
}

u64 skep_kfunc_bpf_refcount_acquire_impl(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return address(skep_object_acquire(skep_pointer(r1)));
}

/* No pointer to memory of each CPU but these comes to programs that run here. */
u64 skep_do_per_cpu_ptr(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return address(skep_object_of_cpu(skep_pointer(r1), (u32)r2));
}

u64 skep_do_this_cpu_ptr(HELPER_ARGS)
{
	UNUSED_2;
	return address(skep_object_of_cpu(skep_pointer(r1), skep_env(run)->cpu));
}

/* ---- lists */

/* What cannot be put there is dropped: the caller has given it away. */
static u64 push(u64 list, u64 node, u64 offset, bool front)
{
	struct skep_list_node *n = skep_pointer(node);

	if (!skep_node_take(&n->owner)) {
		skep_object_drop(skep_pointer(node - offset));
		return skep_kfunc_result(-EINVAL);
	}
	skep_list_push(skep_pointer(list), n, front);
	return 0;
}

u64 skep_kfunc_bpf_list_push_front_impl(HELPER_ARGS)
{
	(void)run, (void)r3, (void)r5;
	return push(r1, r2, r4, true);
}

u64 skep_kfunc_bpf_list_push_back_impl(HELPER_ARGS)
{
	(void)run, (void)r3, (void)r5;
	return push(r1, r2, r4, false);
}

u64 skep_kfunc_bpf_list_pop_front(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return address(skep_list_pop(skep_pointer(r1), true));
}

u64 skep_kfunc_bpf_list_pop_back(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return address(skep_list_pop(skep_pointer(r1), false));
}

u64 skep_kfunc_bpf_list_front(HELPER_ARGS)
{
	const struct skep_list *list = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return address(list->first);
}

u64 skep_kfunc_bpf_list_back(HELPER_ARGS)
{
	const struct skep_list *list = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return address(list->last);
}

/* ---- trees */

/* Where a node belongs; false: the program's function has ended the run. */
static bool find_place(struct skep_run *run, const struct skep_tree *tree, u64 node, u64 less,
		       struct skep_tree_place *place)
{
	struct skep_tree_node *at = tree->root;

	*place = (struct skep_tree_place){0};
	while (at) {
		place->parent = at;
		place->side = !skep_run_callback(run, less, node, address(at), 0, 0, 0);
		if (run->fault)
			return false;
		at = at->side[place->side];
	}
	return true;
}

u64 skep_kfunc_bpf_rbtree_add_impl(HELPER_ARGS)
{
	struct skep_tree *tree = skep_pointer(r1);
	struct skep_tree_node *node = skep_pointer(r2);
	struct skep_tree_place place;

	(void)r4;
	if (!skep_node_take(&node->owner)) {
		skep_object_drop(skep_pointer(r2 - r5));
		return skep_kfunc_result(-EINVAL);
	}
	if (find_place(run, tree, r2, r3, &place)) {
		skep_tree_insert(tree, node, place);
		return 0;
	}
	__atomic_store_n(&node->owner, NULL, __ATOMIC_RELEASE);
	skep_object_drop(skep_pointer(r2 - r5));
	return 0;
}

static bool is_in(const struct skep_tree_node *node, const struct skep_tree *tree)
{
	return __atomic_load_n(&node->owner, __ATOMIC_ACQUIRE) == tree;
}

u64 skep_kfunc_bpf_rbtree_remove(HELPER_ARGS)
{
	struct skep_tree *tree = skep_pointer(r1);
	struct skep_tree_node *node = skep_pointer(r2);

	(void)run;
	UNUSED_3;
	if (!is_in(node, tree))
		return 0;
	skep_tree_remove(tree, node);
	return r2;
}

u64 skep_kfunc_bpf_rbtree_first(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return address(skep_tree_first(skep_pointer(r1)));
}

u64 skep_kfunc_bpf_rbtree_root(HELPER_ARGS)
{
	const struct skep_tree *tree = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return address(tree->root);
}

static u64 child(u64 tree, u64 node, u32 side)
{
	const struct skep_tree_node *n = skep_pointer(node);

	return is_in(n, skep_pointer(tree)) ? address(n->side[side]) : 0;
}

u64 skep_kfunc_bpf_rbtree_left(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return child(r1, r2, 0);
}

u64 skep_kfunc_bpf_rbtree_right(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return child(r1, r2, 1);
}

/* ---- exceptions */

u64 skep_kfunc_bpf_throw(HELPER_ARGS)
{
	UNUSED_2;
	skep_run_throw(run, r1);
	return 0;
}

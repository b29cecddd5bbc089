/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects in lists and trees: the arguments and results of the functions of the kernel that put
 * them there and take them out. Each refuses what Linux does. */
#ifndef SKEP_VERIFY_GRAPH_H
#define SKEP_VERIFY_GRAPH_H

#include "verify/kfunc.h"

/* ---- arguments, in r<number> */

/* An owning pointer to an object, which is given back. */
SKEP_MUST_USE bool skep_graph_object(struct skep_walk *w, struct skep_kcall *c, u32 number);

/* An object with a bpf_refcount. */
SKEP_MUST_USE bool skep_graph_counted(struct skep_walk *w, struct skep_kcall *c, u32 number);

/* A list or tree whose lock is held. */
SKEP_MUST_USE bool skep_graph_root(struct skep_walk *w, struct skep_kcall *c, u32 number,
				   const struct skep_karg *arg);

/* A node of an object that fits into it. */
SKEP_MUST_USE bool skep_graph_node(struct skep_walk *w, struct skep_kcall *c, u32 number,
				   const struct skep_karg *arg);

/* ---- what calls do */

/* The node in r2 is in the list: who had it has only borrowed it now. */
SKEP_MUST_USE bool skep_graph_give(struct skep_walk *w, const struct skep_kcall *c);
/* ... in the tree, where the program's function says which of two nodes is less. */
SKEP_MUST_USE bool skep_graph_add(struct skep_walk *w, const struct skep_kcall *c);

/* ---- what they leave in r0 */

SKEP_MUST_USE bool skep_graph_new(struct skep_walk *w, const struct skep_kcall *c,
				  struct skep_reg *r);
SKEP_MUST_USE bool skep_graph_same(struct skep_walk *w, const struct skep_kcall *c,
				   struct skep_reg *r);
SKEP_MUST_USE bool skep_graph_taken(struct skep_walk *w, const struct skep_kcall *c,
				    struct skep_reg *r);
SKEP_MUST_USE bool skep_graph_seen(struct skep_walk *w, const struct skep_kcall *c,
				   struct skep_reg *r);

#endif

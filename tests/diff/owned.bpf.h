/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What programs that own objects use, whichever headers there are: those of Linux 6.1 lack it. */
#ifndef OWNED_BPF_H
#define OWNED_BPF_H

#include <linux/types.h>

#include <bpf/bpf_helpers.h>

enum {
	MAP_HASH = 1,
	MAP_ARRAY = 2,
	MAP_PROG_ARRAY = 3,
	MAP_PERCPU_ARRAY = 6,
	MAP_LRU_HASH = 9,
};

struct __sk_buff {
	__u32 len;
};

struct bpf_spin_lock {
	__u32 val;
};

struct bpf_list_head {
	__u64 opaque[2];
} __attribute__((aligned(8)));

struct bpf_list_node {
	__u64 opaque[3];
} __attribute__((aligned(8)));

struct bpf_rb_root {
	__u64 opaque[2];
} __attribute__((aligned(8)));

struct bpf_rb_node {
	__u64 opaque[4];
} __attribute__((aligned(8)));

struct bpf_refcount {
	__u32 opaque[1];
} __attribute__((aligned(4)));

struct bpf_wq {
	__u64 opaque[2];
} __attribute__((aligned(8)));

typedef _Bool less_function(struct bpf_rb_node *a, const struct bpf_rb_node *b);

extern void *bpf_obj_new_impl(__u64 type, void *meta) __ksym;
extern void bpf_obj_drop_impl(void *object, void *meta) __ksym;
extern void *bpf_percpu_obj_new_impl(__u64 type, void *meta) __ksym;
extern void bpf_percpu_obj_drop_impl(void *object, void *meta) __ksym;
extern void *bpf_refcount_acquire_impl(void *object, void *meta) __ksym;
extern int bpf_list_push_front_impl(struct bpf_list_head *head, struct bpf_list_node *node,
				    void *meta, __u64 off) __ksym;
extern int bpf_list_push_back_impl(struct bpf_list_head *head, struct bpf_list_node *node,
				   void *meta, __u64 off) __ksym;
extern struct bpf_list_node *bpf_list_pop_front(struct bpf_list_head *head) __ksym;
extern struct bpf_list_node *bpf_list_pop_back(struct bpf_list_head *head) __ksym;
extern struct bpf_list_node *bpf_list_front(struct bpf_list_head *head) __ksym;
extern struct bpf_list_node *bpf_list_back(struct bpf_list_head *head) __ksym;
extern int bpf_rbtree_add_impl(struct bpf_rb_root *root, struct bpf_rb_node *node,
			       less_function *less, void *meta, __u64 off) __ksym;
extern struct bpf_rb_node *bpf_rbtree_remove(struct bpf_rb_root *root,
					     struct bpf_rb_node *node) __ksym;
extern struct bpf_rb_node *bpf_rbtree_first(struct bpf_rb_root *root) __ksym;
extern struct bpf_rb_node *bpf_rbtree_root(struct bpf_rb_root *root) __ksym;
extern struct bpf_rb_node *bpf_rbtree_left(struct bpf_rb_root *root,
					   struct bpf_rb_node *node) __ksym;
extern struct bpf_rb_node *bpf_rbtree_right(struct bpf_rb_root *root,
					    struct bpf_rb_node *node) __ksym;
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
extern void bpf_throw(__u64 cookie) __ksym;

#define KPTR		     __attribute__((btf_type_tag("kptr")))
#define PERCPU_KPTR	     __attribute__((btf_type_tag("percpu_kptr")))
#define CONTAINS(name, node) __attribute__((btf_decl_tag("contains:" #name ":" #node)))
#define HANDLER(name)	     __attribute__((btf_decl_tag("exception_callback:" #name)))
#define PRIVATE(name)	     SEC(".data." #name) __attribute__((visibility("hidden"), aligned(8)))

/* BPF_TYPE_ID_LOCAL */
#define NEW(type) ((struct type *)bpf_obj_new_impl(__builtin_btf_type_id(*(struct type *)0, 0), 0))
#define NEW_PERCPU(type)                                                                           \
	((struct type *)bpf_percpu_obj_new_impl(__builtin_btf_type_id(*(struct type *)0, 0), 0))
#define DROP(object) bpf_obj_drop_impl(object, 0)
#define OBJECT(node, type, member)                                                                 \
	((struct type *)((void *)(node) - __builtin_offsetof(struct type, member)))

#endif

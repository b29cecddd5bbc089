/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Objects of the program's own types in values of maps, in lists and in trees; what is left of them
 * stands in variables. Each packet adds and removes some, by its length. */
#include "owned.bpf.h"

struct item {
	__u64 number;
	struct bpf_refcount count;
	struct bpf_list_node listed;
	struct bpf_rb_node sorted;
	__u64 text[4];
};

struct leaf {
	__u64 number;
};

struct bunch {
	__u64 number;
	struct leaf KPTR *leaf;
	struct bpf_spin_lock lock;
	struct bpf_list_head items CONTAINS(item, listed);
};

struct counted {
	__u64 packets, bytes;
};

struct kept {
	__u64 seen;
	struct leaf KPTR *leaf;
	struct bunch KPTR *bunch;
	struct bpf_spin_lock lock;
	struct bpf_list_head list CONTAINS(item, listed);
	struct bpf_rb_root tree CONTAINS(item, sorted);
};

struct stash {
	__u64 seen;
	struct leaf KPTR *leaf;
};

struct cell {
	__u64 seen;
	struct counted PERCPU_KPTR *counted;
};

struct {
	__uint(type, MAP_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct kept);
} array SEC(".maps");

struct {
	__uint(type, MAP_HASH);
	__uint(max_entries, 8);
	__type(key, __u32);
	__type(value, struct kept);
} hash SEC(".maps");

struct {
	__uint(type, MAP_LRU_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, struct stash);
} lru SEC(".maps");

struct {
	__uint(type, MAP_PERCPU_ARRAY);
	__uint(max_entries, 2);
	__type(key, __u32);
	__type(value, struct stash);
} percpu SEC(".maps");

struct {
	__uint(type, MAP_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct cell);
} cells SEC(".maps");

PRIVATE(own) struct bpf_spin_lock lock;
PRIVATE(own) struct bpf_list_head queue CONTAINS(item, listed);
PRIVATE(own) struct bpf_rb_root tree CONTAINS(item, sorted);

__u64 packets, made, dropped, exchanged, popped, ends, orders, shapes, refused_puts, removed,
    missing, per_cpu;
__s64 updates;

/* ---- pointers in values */

static int exchange(struct leaf KPTR **place, __u64 number)
{
	struct leaf *new = NEW(leaf), *old;

	if (!new)
		return 1;
	new->number = number;
	made++;
	old = bpf_kptr_xchg(place, new);
	if (!old)
		return 0;
	exchanged = exchanged * 31 + old->number;
	DROP(old);
	dropped++;
	return 0;
}

SEC("tc")
int pointers(struct __sk_buff *skb)
{
	__u32 key = skb->len % 4, one = skb->len % 2;
	struct stash zero = {.seen = skb->len}, *s;
	struct kept *v = bpf_map_lookup_elem(&array, &key);

	packets++;
	if (!v || exchange(&v->leaf, skb->len))
		return 1;
	v->seen++;
	s = bpf_map_lookup_elem(&percpu, &one);
	if (!s || exchange(&s->leaf, packets))
		return 1;
	key = skb->len;
	s = bpf_map_lookup_elem(&lru, &key);
	if (!s) {
		bpf_map_update_elem(&lru, &key, &zero, 0);
		s = bpf_map_lookup_elem(&lru, &key);
	}
	if (!s || exchange(&s->leaf, packets))
		return 1;
	return 2;
}

/* Values that are written over, and elements that go. */
SEC("tc")
int overwritten(struct __sk_buff *skb)
{
	struct kept fresh = {.seen = 1000};
	__u32 key = skb->len % 8, index = skb->len % 4;
	struct leaf *old;
	struct kept *v;

	packets++;
	updates = updates * 7 + bpf_map_update_elem(&hash, &key, &fresh, packets % 3);
	v = bpf_map_lookup_elem(&hash, &key);
	if (!v)
		return 1;
	old = bpf_kptr_xchg(&v->leaf, NULL);
	missing += !old;
	if (old)
		DROP(old);
	if (exchange(&v->leaf, packets))
		return 1;
	if (packets % 5 == 0)
		updates = updates * 7 + bpf_map_delete_elem(&hash, &key);
	v = bpf_map_lookup_elem(&array, &index);
	if (!v || exchange(&v->leaf, packets))
		return 1;
	if (packets % 2)
		updates = updates * 7 +
			  bpf_map_update_elem(&array, &index, &fresh, packets % 3 == 0 ? 4 : 0);
	v = bpf_map_lookup_elem(&array, &index);
	if (!v)
		return 1;
	old = bpf_kptr_xchg(&v->leaf, NULL);
	missing += !old;
	if (old)
		DROP(old);
	return 3;
}

/* A pointer that is read while nobody may free what it leads to. */
SEC("tc")
int read_only(struct __sk_buff *skb)
{
	__u32 key = 1;
	struct kept *v = bpf_map_lookup_elem(&array, &key);
	struct leaf *leaf, *old;
	__u64 before = 0, after = 0;

	if (!v || exchange(&v->leaf, skb->len))
		return 1;
	bpf_rcu_read_lock();
	leaf = v->leaf;
	if (leaf) {
		before = leaf->number;
		old = bpf_kptr_xchg(&v->leaf, NULL);
		if (old)
			DROP(old);
		if (!exchange(&v->leaf, 77))
			after = leaf->number;
	}
	bpf_rcu_read_unlock();
	orders = orders * 31 + before * 3 + after;
	return before == after;
}

/* ---- lists */

static struct item *new_item(__u64 number)
{
	struct item *i = NEW(item);

	if (!i)
		return 0;
	made++;
	i->number = number;
	i->text[3] = ~number;
	return i;
}

SEC("tc")
int lists(struct __sk_buff *skb)
{
	struct item *i = new_item(skb->len), *other;
	struct bpf_list_node *n;

	if (!i)
		return 1;
	bpf_spin_lock(&lock);
	if (skb->len % 2)
		bpf_list_push_front_impl(&queue, &i->listed, 0, 0);
	else
		bpf_list_push_back_impl(&queue, &i->listed, 0, 0);
	n = bpf_list_front(&queue);
	if (n)
		ends = ends * 31 + OBJECT(n, item, listed)->number;
	n = bpf_list_back(&queue);
	if (n)
		ends = ends * 31 + OBJECT(n, item, listed)->number;
	bpf_spin_unlock(&lock);
	if (++packets % 3 == 0)
		return 0;
	bpf_spin_lock(&lock);
	n = packets % 2 ? bpf_list_pop_front(&queue) : bpf_list_pop_back(&queue);
	bpf_spin_unlock(&lock);
	if (!n)
		return 4;
	other = OBJECT(n, item, listed);
	popped = popped * 31 + other->number + (other->text[3] == ~other->number);
	DROP(other);
	dropped++;
	return 5;
}

/* An object that is in two places, and what is put where it is already. */
SEC("tc")
int twice(struct __sk_buff *skb)
{
	struct item *i = new_item(skb->len), *same, *third;
	struct bpf_list_node *n;
	int error;

	if (!i)
		return 1;
	same = bpf_refcount_acquire_impl(i, 0);
	third = bpf_refcount_acquire_impl(i, 0);
	if (!same || !third) {
		DROP(i);
		if (same)
			DROP(same);
		if (third)
			DROP(third);
		return 1;
	}
	bpf_spin_lock(&lock);
	bpf_list_push_back_impl(&queue, &i->listed, 0, 0);
	error = bpf_list_push_front_impl(&queue, &same->listed, 0, 0);
	bpf_spin_unlock(&lock);
	refused_puts = refused_puts * 31 + (__u32)error;
	third->number++;
	orders = orders * 31 + third->number;
	DROP(third);
	if (++packets % 4 == 0)
		return 2;
	bpf_spin_lock(&lock);
	n = bpf_list_pop_front(&queue);
	bpf_spin_unlock(&lock);
	if (!n)
		return 3;
	popped = popped * 31 + OBJECT(n, item, listed)->number;
	DROP(OBJECT(n, item, listed));
	return 4;
}

/* ---- trees */

static _Bool less(struct bpf_rb_node *a, const struct bpf_rb_node *b)
{
	return OBJECT(a, item, sorted)->number < OBJECT(b, item, sorted)->number;
}

/* The tree as it is built, from its root some steps down. */
static __always_inline __u64 look_at(__u64 way)
{
	struct bpf_rb_node *n = bpf_rbtree_root(&tree);
	__u64 seen = 7;
	int step;

	for (step = 0; step < 5; step++) {
		if (!n)
			return seen * 31;
		seen = seen * 31 + OBJECT(n, item, sorted)->number;
		n = way >> step & 1 ? bpf_rbtree_right(&tree, n) : bpf_rbtree_left(&tree, n);
	}
	return seen;
}

SEC("tc")
int trees(struct __sk_buff *skb)
{
	struct item *i = new_item(skb->len * 2654435761u % 1009), *least;
	struct bpf_rb_node *n;

	if (!i)
		return 1;
	packets++;
	bpf_spin_lock(&lock);
	bpf_rbtree_add_impl(&tree, &i->sorted, less, 0, 0);
	shapes = shapes * 31 + look_at(packets);
	bpf_spin_unlock(&lock);
	if (packets % 3)
		return 0;
	bpf_spin_lock(&lock);
	n = bpf_rbtree_first(&tree);
	if (n && packets % 2)
		n = bpf_rbtree_root(&tree);
	if (!n) {
		bpf_spin_unlock(&lock);
		return 2;
	}
	n = bpf_rbtree_remove(&tree, n);
	shapes = shapes * 31 + look_at(packets >> 1);
	bpf_spin_unlock(&lock);
	if (!n)
		return 3;
	least = OBJECT(n, item, sorted);
	removed = removed * 31 + least->number;
	DROP(least);
	return 4;
}

/* Lists and trees in values, in objects in values. All of it goes when the values do. */
SEC("tc")
int nested(struct __sk_buff *skb)
{
	struct kept fresh = {0};
	__u32 key = skb->len % 8;
	struct bunch *b, *old;
	struct item *i;
	struct kept *v;

	packets++;
	v = bpf_map_lookup_elem(&hash, &key);
	if (!v) {
		bpf_map_update_elem(&hash, &key, &fresh, 0);
		v = bpf_map_lookup_elem(&hash, &key);
	}
	b = NEW(bunch);
	if (!v || !b) {
		if (b)
			DROP(b);
		return 1;
	}
	b->number = packets;
	i = new_item(packets);
	if (i) {
		bpf_spin_lock(&b->lock);
		bpf_list_push_back_impl(&b->items, &i->listed, 0, 0);
		bpf_spin_unlock(&b->lock);
	}
	old = bpf_kptr_xchg(&v->bunch, b);
	if (old) {
		exchanged = exchanged * 31 + old->number;
		DROP(old);
	}
	i = new_item(skb->len);
	if (!i)
		return 1;
	bpf_spin_lock(&v->lock);
	bpf_list_push_back_impl(&v->list, &i->listed, 0, 0);
	bpf_spin_unlock(&v->lock);
	i = new_item(skb->len);
	if (!i)
		return 1;
	bpf_spin_lock(&v->lock);
	bpf_rbtree_add_impl(&v->tree, &i->sorted, less, 0, 0);
	bpf_spin_unlock(&v->lock);
	v->seen++;
	if (packets % 4 == 0)
		bpf_map_delete_elem(&hash, &key);
	return 2;
}

/* ---- memory of each CPU */

SEC("tc")
int each_cpu(struct __sk_buff *skb)
{
	struct counted *c, *old;
	struct cell *v;
	__u32 key = 0;

	v = bpf_map_lookup_elem(&cells, &key);
	if (!v)
		return 1;
	if (!v->seen++) {
		c = NEW_PERCPU(counted);
		if (!c)
			return 1;
		old = bpf_kptr_xchg(&v->counted, c);
		if (old)
			bpf_percpu_obj_drop_impl(old, 0);
	}
	bpf_rcu_read_lock();
	c = v->counted;
	if (c) {
		struct counted *mine = bpf_this_cpu_ptr(c), *first = bpf_per_cpu_ptr(c, 0),
			       *none = bpf_per_cpu_ptr(c, 100000);

		mine->packets++;
		mine->bytes = skb->len;
		/* Not what other CPUs have counted: Linux may go from one to another. */
		per_cpu = per_cpu * 31 + mine->bytes + (first != 0) * 2 + (none != 0);
	}
	bpf_rcu_read_unlock();
	if (v->seen % 16 == 0) {
		old = bpf_kptr_xchg(&v->counted, 0);
		if (old)
			bpf_percpu_obj_drop_impl(old, 0);
		v->seen = 0;
	}
	return 3;
}

char _license[] SEC("license") = "GPL";

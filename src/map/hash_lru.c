/* SPDX-License-Identifier: BSD-2-Clause */
/* Which element an LRU map forgets: a hand goes over all of them in the order of their numbers and
 * takes the first that nobody used since it came by last. So a lookup costs a mark, not a place in
 * a list, and what was just added stays for a whole round. */
#include "map/hash.h"

void skep_lru_place(struct skep_hash *h, u32 number, u64 hash)
{
	u32 bucket = (u32)hash & h->table.mask;
	struct skep_lru_head *head = skep_lru_head(h, number, 0);

	__atomic_store_n(&head->bucket_low, (u16)bucket, __ATOMIC_RELAXED);
	__atomic_store_n(&head->bucket_high, (u8)(bucket >> 16), __ATOMIC_RELAXED);
	for (u32 cpu = 0; cpu < h->table.copies; cpu++)
		__atomic_store_n(&skep_lru_head(h, number, cpu)->used, 0, __ATOMIC_RELAXED);
}

static u32 bucket_of(const struct skep_lru_head *head)
{
	return (u32)__atomic_load_n(&head->bucket_high, __ATOMIC_RELAXED) << 16 |
	       __atomic_load_n(&head->bucket_low, __ATOMIC_RELAXED);
}

/* Whether any CPU used it; none has then. */
static bool was_used(struct skep_hash *h, u32 number)
{
	bool used = false;

	for (u32 cpu = 0; cpu < h->table.copies; cpu++) {
		u8 *mark = &skep_lru_head(h, number, cpu)->used;

		if (!__atomic_load_n(mark, __ATOMIC_RELAXED))
			continue;
		used = true;
		__atomic_store_n(mark, 0, __ATOMIC_RELAXED);
	}
	return used;
}

static bool take_out(struct skep_hash *h, u32 number)
{
	struct skep_place place;
	struct skep_bucket *b = skep_table_lock_number(
	    &h->table, bucket_of(skep_lru_head(h, number, 0)), number, &place);

	if (!b)
		return false;
	skep_table_unlink(&h->table, b, &place);
	skep_table_unlock(b);
	return true;
}

u32 skep_lru_evict(struct skep_hash *h)
{
	u32 last = skep_supply_last(h->table.supply.count, h->map.cpus);

	for (u64 tries = 0; tries < 2 * (u64)last; tries++) {
		u32 number = __atomic_fetch_add(&h->hand, 1, __ATOMIC_RELAXED) % last + 1;

		if (!was_used(h, number) && take_out(h, number))
			return number;
	}
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Each share has a range of elements that were never used, and a list of those that were. Whose
 * share is empty looks into the others. */
#include "map/supply.h"

#include <assert.h>
#include <sched.h>

#include "map/area.h"
#include "map/spin.h"

enum { SHARES_MAX = 64 };

struct skep_supply_share {
	u32 lock;
	u32 freed;	 /* first of a list; 0: none */
	u32 unused, end; /* never used: unused to end - 1 */
	u32 spare_lock;	 /* held while the spare one is borrowed */
	u32 spare;
	u32 rest[10]; /* of the cache line */
};
static_assert(sizeof(struct skep_supply_share) == SKEP_AREA_ALIGN, "a cache line each");

static u32 shares_of(u32 count, u32 cpus)
{
	u32 most = cpus < SHARES_MAX ? cpus : SHARES_MAX;

	return count < most ? count : most;
}

u32 skep_supply_last(u32 count, u32 cpus)
{
	return count + shares_of(count, cpus);
}

bool skep_supply_init(struct skep_supply *supply, u32 count, u32 cpus)
{
	u32 shares = shares_of(count, cpus), next = 1;

	supply->shares = skep_area_new(shares * sizeof(*supply->shares));
	if (!supply->shares)
		return false;
	supply->share_count = shares;
	supply->count = count;
	for (u32 i = 0; i < shares; i++) {
		u32 size = count / shares + (i < count % shares);

		supply->shares[i].unused = next;
		next += size;
		supply->shares[i].end = next;
		supply->shares[i].spare = count + 1 + i;
	}
	return true;
}

void skep_supply_fini(struct skep_supply *supply)
{
	skep_area_free(supply->shares, supply->share_count * sizeof(*supply->shares));
}

static u32 *link_of(const struct skep_supply *supply, u32 number)
{
	return (u32 *)(supply->links + number * supply->stride);
}

/* The share of the CPU that the caller is on. */
static u32 own_share(const struct skep_supply *supply)
{
	int cpu = supply->share_count > 1 ? sched_getcpu() : 0;

	return cpu > 0 ? (u32)cpu % supply->share_count : 0;
}

static bool is_empty(const struct skep_supply_share *share)
{
	return !__atomic_load_n(&share->freed, __ATOMIC_RELAXED) &&
	       __atomic_load_n(&share->unused, __ATOMIC_RELAXED) == share->end;
}

static u32 take_from(struct skep_supply *supply, struct skep_supply_share *share)
{
	u32 number = 0;

	if (is_empty(share))
		return 0;
	skep_spin_lock(&share->lock);
	if (share->freed) {
		number = share->freed;
		__atomic_store_n(&share->freed,
				 __atomic_load_n(link_of(supply, number), __ATOMIC_RELAXED),
				 __ATOMIC_RELAXED);
	} else if (share->unused < share->end) {
		number = share->unused;
		__atomic_store_n(&share->unused, number + 1, __ATOMIC_RELAXED);
	}
	skep_spin_unlock(&share->lock);
	return number;
}

u32 skep_supply_take(struct skep_supply *supply)
{
	u32 first = own_share(supply), number = 0;

	for (u32 i = 0; !number && i < supply->share_count; i++)
		number = take_from(supply, &supply->shares[(first + i) % supply->share_count]);
	return number;
}

void skep_supply_give(struct skep_supply *supply, u32 number)
{
	struct skep_supply_share *share = &supply->shares[own_share(supply)];

	skep_spin_lock(&share->lock);
	__atomic_store_n(link_of(supply, number), share->freed, __ATOMIC_RELEASE);
	__atomic_store_n(&share->freed, number, __ATOMIC_RELAXED);
	skep_spin_unlock(&share->lock);
}

u32 skep_supply_borrow(struct skep_supply *supply, struct skep_supply_share **share)
{
	*share = &supply->shares[own_share(supply)];
	skep_spin_lock(&(*share)->spare_lock);
	return (*share)->spare;
}

void skep_supply_return(struct skep_supply_share *share, u32 number)
{
	share->spare = number;
	skep_spin_unlock(&share->spare_lock);
}

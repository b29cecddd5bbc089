/* SPDX-License-Identifier: BSD-2-Clause */
/* MAP_CREATE with sizes around the limits of each type, with each flag, and with entries that the
 * type does not take; and which special fields values may hold. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "spec_ask.h"
#include "spec_btf.h"
#include "test.h"

enum { MOST = 8 << 20 /* bytes that a test asks memory for */ };

struct attempt {
	u32 key, value, entries, flags;
};

struct tally {
	u32 asked, differences;
};

static bool size_fits(u32 size, struct skep_map_sizes sizes)
{
	return size >= sizes.min && size <= sizes.max && (size - sizes.min) % sizes.step == 0;
}

static bool entries_fit(const struct skep_map_row *row, u32 entries)
{
	if (row->traits & SKEP_MAP_NO_ENTRIES)
		return entries == 0;
	return entries && (!(row->traits & SKEP_MAP_PAGES) || entries % ask_entries(row) == 0);
}

static bool ours(const struct skep_map_row *row, const struct attempt *a)
{
	if (row->both_max && (u64)a->key + a->value > row->both_max)
		return false;
	return size_fits(a->key, row->key) && size_fits(a->value, row->value) &&
	       entries_fit(row, a->entries) && !(a->flags & ~row->flags) &&
	       (a->flags & row->required) == row->required;
}

static void compare(const struct skep_map_row *row, struct attempt a, struct tally *t)
{
	bool expected = ours(row, &a);
	int fd;

	if (expected && (a.key > MOST || a.value > MOST))
		return;
	fd = ask_create(row->type, a.key, a.value, a.entries, a.flags);
	if (fd >= 0)
		close(fd);
	t->asked++;
	if (expected != (fd >= 0))
		ask_differs(&t->differences,
			    "key %u, value %u, %u entries, flags 0x%x: Linux says %d", a.key,
			    a.value, a.entries, a.flags, fd < 0 ? fd : 0);
}

/* Sizes that tell the limits: those within a step of either end, and a few between. */
static u32 sizes_around(struct skep_map_sizes sizes, u32 *list)
{
	static const u32 others[] = {0,	 1,  2,	 3,  4,	 5,   7,    8,	  9,
				     12, 16, 24, 32, 64, 512, 4096, 65536};
	u32 count = 0;

	for (size_t i = 0; i < SKEP_COUNT(others); i++)
		list[count++] = others[i];
	for (u32 i = 0; i < 3; i++) {
		list[count++] = sizes.max - 1 + i;
		list[count++] = sizes.max - sizes.step + i;
		list[count++] = sizes.min + sizes.step + i;
	}
	return count;
}

static void compare_sizes(const struct skep_map_row *row, struct attempt base, struct tally *t)
{
	u32 list[40], count = sizes_around(row->key, list);

	for (u32 i = 0; i < count; i++) {
		struct attempt a = base;

		a.key = list[i];
		compare(row, a, t);
	}
	count = sizes_around(row->value, list);
	for (u32 i = 0; i < count; i++) {
		struct attempt a = base;

		a.value = list[i];
		compare(row, a, t);
	}
}

static void compare_sums(const struct skep_map_row *row, struct attempt base, struct tally *t)
{
	for (u32 i = 0; i < 3 && row->both_max; i++) {
		struct attempt a = base;

		a.key = 1000;
		a.value = row->both_max - 1000 - 1 + i;
		compare(row, a, t);
	}
}

/* Flags that say of what they want more than the flag. */
static struct attempt with_flag(const struct skep_map_row *row, struct attempt a, u32 bit)
{
	a.flags ^= 1U << bit;
	if (1U << bit == BPF_F_STACK_BUILD_ID && row->type == BPF_MAP_TYPE_STACK_TRACE)
		a.value = 32; /* entries are struct bpf_stack_build_id then */
	return a;
}

static void compare_flags(const struct skep_map_row *row, struct attempt base, struct tally *t)
{
	for (u32 bit = 0; bit < 32; bit++)
		compare(row, with_flag(row, base, bit), t);
}

static void compare_entries(const struct skep_map_row *row, struct attempt base, struct tally *t)
{
	static const u32 entries[] = {0, 1, 2, 3, 4095, 4096, 4097, 8192};

	for (size_t i = 0; i < SKEP_COUNT(entries); i++) {
		struct attempt a = base;

		a.entries = entries[i];
		if (row->type == BPF_MAP_TYPE_CPUMAP && a.entries > 1)
			continue; /* no more than there are CPUs */
		compare(row, a, t);
	}
}

static void check_map(const struct skep_map_row *row)
{
	struct attempt base = {row->key.min, row->value.min, ask_entries(row), row->required};
	struct tally t = {0};
	int fd = ask_create(row->type, base.key, base.value, base.entries, base.flags);

	if (fd < 0) {
		printf("# %s\n", row->name);
		test_skip("a map type", "cannot be created on its own");
		return;
	}
	close(fd);
	compare_sizes(row, base, &t);
	compare_sums(row, base, &t);
	compare_flags(row, base, &t);
	compare_entries(row, base, &t);
	test_eq(t.differences, 0, "map type %s: %u ways to create it", row->name, t.asked);
}

/* Whether a map of the type can be made whose values hold something special. */
static bool holds(const struct skep_map_row *row, enum btf_special special)
{
	u32 key = row->key.min < 4 && row->key.max >= 4 ? 4 : row->key.min, value;
	int btf = btf_of_special(special, key ? key : 4, &value);
	union bpf_attr attr = {.map_type = row->type,
			       .key_size = key,
			       .value_size = value,
			       .max_entries = ask_entries(row),
			       .map_flags = row->required,
			       .btf_fd = (u32)btf,
			       .btf_key_type_id = key ? BTF_SPECIAL_KEY : 0,
			       .btf_value_type_id = BTF_SPECIAL_VALUE};
	long fd = ask_bpf(BPF_MAP_CREATE, &attr, sizeof(attr));

	if (fd >= 0)
		close((int)fd);
	close(btf);
	return fd >= 0;
}

static const struct {
	const char *name;
	u32 trait;
} specials[BTF_SPECIALS] = {
    [BTF_SPIN_LOCK] = {"bpf_spin_lock", SKEP_MAP_SPIN_LOCK},
    [BTF_RES_SPIN_LOCK] = {"bpf_res_spin_lock", SKEP_MAP_SPIN_LOCK},
    [BTF_TIMER] = {"bpf_timer", SKEP_MAP_TIMER},
    [BTF_KPTR] = {"kernel pointer", SKEP_MAP_KPTR},
};

static void check_special(enum btf_special special)
{
	u32 differences = 0;

	for (u32 type = 1; type <= BPF_MAP_TYPE_ARENA; type++) {
		const struct skep_map_row *row = skep_map_row(type);
		bool expected = row->traits & specials[special].trait;
		bool theirs = holds(row, special);

		if (expected != theirs)
			ask_differs(&differences, "map type %s: Linux %s it", row->name,
				    theirs ? "takes" : "refuses");
	}
	test_eq(differences, 0, "which maps may hold a %s", specials[special].name);
}

/* Whether a program that names the map, or its value, is loaded. */
static bool names(u32 prog, u32 type, bool value)
{
	struct ask_type loader;
	struct ask_code code = {0};

	ask_type(prog, 0, &loader);
	ask_load_map(&code, 1, ask_map(type), value);
	ask_mov(&code, 0, 0);
	ask_exit(&code);
	return ask_load(&loader, &code, 1) == 0;
}

static void check_uses(void)
{
	u32 differences = 0, asked = 0;

	for (u32 type = 1; type <= BPF_MAP_TYPE_ARENA; type++) {
		const struct skep_map_row *row = skep_map_row(type);
		bool sleeper, value;

		if (ask_map(type) < 0)
			continue;
		asked++;
		sleeper = names(BPF_PROG_TYPE_SYSCALL, type, false);
		value = names(BPF_PROG_TYPE_KPROBE, type, true);
		if (sleeper != !!(row->traits & SKEP_MAP_SLEEPS))
			ask_differs(&differences, "%s and sleeping: %s", row->name, ask_why());
		if (value != !!(row->traits & SKEP_MAP_DIRECT_VALUE))
			ask_differs(&differences, "%s: Linux %s its value named: %s", row->name,
				    value ? "takes" : "refuses", ask_why());
	}
	test_eq(differences, 0, "%u map types in sleepable programs, and named values", asked);
}

void spec_maps_linux(void)
{
	for (u32 type = 1; type <= BPF_MAP_TYPE_ARENA; type++)
		check_map(skep_map_row(type));
	for (enum btf_special special = 0; special < BTF_SPECIALS; special++)
		check_special(special);
	check_uses();
	test_eq(skep_map_row(BPF_MAP_TYPE_ARENA + 1) == NULL, 1,
		"there is no map type behind the last row");
}

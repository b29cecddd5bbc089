/* SPDX-License-Identifier: BSD-2-Clause */
/* Elements of all map types: the same random commands to skep and to Linux, and the same answers:
 * results, values of all CPUs, and which keys there are. */
#include <bpf/btf.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "chance.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

enum {
	ENOTSUPPORTED = 524, /* Linux's own ENOTSUPP */
	KEY_MAX = 72,
	VALUE_MAX = 128,
	CPUS_MAX = 64,
	STEPS = 4000, /* commands a map */
	KEYS_MAX = 512,
};

/* ---- both sides */

struct side {
	struct skep *skep; /* NULL: Linux */
	int map, inner, other_inner;
};

static long call(const struct side *side, int cmd, void *attr, unsigned size)
{
	long got;

	if (side->skep)
		return skep_bpf(side->skep, cmd, attr, size);
	got = syscall(SYS_bpf, cmd, attr, size);
	return got < 0 ? -errno : got;
}

#define CALL(side, cmd, ...)                                                                       \
	({                                                                                         \
		union bpf_attr attr_ = {__VA_ARGS__};                                              \
		call(side, cmd, &attr_, sizeof(attr_));                                            \
	})

#define at(pointer) ((u64)(uintptr_t)(pointer))

/* ---- what is tried */

enum keys {
	KEYS_INDEX,  /* mostly below max_entries */
	KEYS_RANDOM, /* any bytes, few of them */
	KEYS_PREFIX,
	KEYS_NONE,
};

enum values {
	VALUES_BYTES,
	VALUES_MAPS,
	VALUES_FEW,
	VALUES_DEVICES, /* the loopback interface, or none */
	VALUES_LOCKED,	/* they begin with a bpf_spin_lock */
};

static const struct kind {
	const char *name;
	u32 type, key, value, entries, flags;
	enum keys keys;
	enum values values;
	bool per_cpu, ordered; /* ordered: keys come in the same order */
} kinds[] = {
    {"array", BPF_MAP_TYPE_ARRAY, 4, 8, 9, 0, KEYS_INDEX, VALUES_BYTES, false, true},
    {"array of 1", BPF_MAP_TYPE_ARRAY, 4, 13, 1, 0, KEYS_INDEX, VALUES_BYTES, false, true},
    {"array, mmapable", BPF_MAP_TYPE_ARRAY, 4, 12, 5, BPF_F_MMAPABLE, KEYS_INDEX, VALUES_BYTES,
     false, true},
    {"array with locks", BPF_MAP_TYPE_ARRAY, 4, 16, 5, 0, KEYS_INDEX, VALUES_LOCKED, false, true},
    {"hash with locks", BPF_MAP_TYPE_HASH, 4, 16, 30, 0, KEYS_RANDOM, VALUES_LOCKED, false, false},
    {"hash with locks, not preallocated", BPF_MAP_TYPE_HASH, 4, 16, 30, BPF_F_NO_PREALLOC,
     KEYS_RANDOM, VALUES_LOCKED, false, false},
    {"percpu array", BPF_MAP_TYPE_PERCPU_ARRAY, 4, 12, 7, 0, KEYS_INDEX, VALUES_BYTES, true, true},
    {"hash 4", BPF_MAP_TYPE_HASH, 4, 8, 20, 0, KEYS_RANDOM, VALUES_BYTES, false, false},
    {"hash 8", BPF_MAP_TYPE_HASH, 8, 3, 300, 0, KEYS_RANDOM, VALUES_BYTES, false, false},
    {"hash 16", BPF_MAP_TYPE_HASH, 16, 64, 1, 0, KEYS_RANDOM, VALUES_BYTES, false, false},
    {"hash 1", BPF_MAP_TYPE_HASH, 1, 8, 40, 0, KEYS_RANDOM, VALUES_BYTES, false, false},
    {"hash 64, not preallocated", BPF_MAP_TYPE_HASH, 64, 16, 30, BPF_F_NO_PREALLOC, KEYS_RANDOM,
     VALUES_BYTES, false, false},
    {"hash, read only", BPF_MAP_TYPE_HASH, 4, 8, 30, BPF_F_RDONLY, KEYS_RANDOM, VALUES_BYTES, false,
     false},
    {"hash, write only", BPF_MAP_TYPE_HASH, 4, 8, 30, BPF_F_WRONLY, KEYS_RANDOM, VALUES_BYTES,
     false, false},
    {"percpu hash", BPF_MAP_TYPE_PERCPU_HASH, 4, 12, 20, 0, KEYS_RANDOM, VALUES_BYTES, true, false},
    {"percpu hash, not preallocated", BPF_MAP_TYPE_PERCPU_HASH, 11, 8, 20, BPF_F_NO_PREALLOC,
     KEYS_RANDOM, VALUES_BYTES, true, false},
    {"lru hash", BPF_MAP_TYPE_LRU_HASH, 4, 8, 1000, 0, KEYS_RANDOM, VALUES_BYTES, false, false},
    {"lru hash of each CPU", BPF_MAP_TYPE_LRU_HASH, 8, 8, 1000, BPF_F_NO_COMMON_LRU, KEYS_RANDOM,
     VALUES_BYTES, false, false},
    {"lru percpu hash", BPF_MAP_TYPE_LRU_PERCPU_HASH, 16, 8, 1000, 0, KEYS_RANDOM, VALUES_BYTES,
     true, false},
    {"lpm trie", BPF_MAP_TYPE_LPM_TRIE, 8, 8, 60, BPF_F_NO_PREALLOC, KEYS_PREFIX, VALUES_BYTES,
     false, true},
    {"lpm trie of one byte", BPF_MAP_TYPE_LPM_TRIE, 5, 4, 400, BPF_F_NO_PREALLOC, KEYS_PREFIX,
     VALUES_BYTES, false, true},
    {"lpm trie of 16 bytes", BPF_MAP_TYPE_LPM_TRIE, 20, 1, 100, BPF_F_NO_PREALLOC, KEYS_PREFIX,
     VALUES_BYTES, false, true},
    {"array of maps", BPF_MAP_TYPE_ARRAY_OF_MAPS, 4, 4, 6, 0, KEYS_INDEX, VALUES_MAPS, false, true},
    {"hash of maps", BPF_MAP_TYPE_HASH_OF_MAPS, 4, 4, 12, 0, KEYS_RANDOM, VALUES_MAPS, false,
     false},
    {"prog array", BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 6, 0, KEYS_INDEX, VALUES_MAPS, false, true},
    {"perf event array", BPF_MAP_TYPE_PERF_EVENT_ARRAY, 4, 4, 6, 0, KEYS_INDEX, VALUES_MAPS, false,
     true},
    {"devmap", BPF_MAP_TYPE_DEVMAP, 4, 4, 6, 0, KEYS_INDEX, VALUES_DEVICES, false, true},
    {"devmap with programs", BPF_MAP_TYPE_DEVMAP, 4, 8, 6, 0, KEYS_INDEX, VALUES_DEVICES, false,
     true},
    {"devmap hash", BPF_MAP_TYPE_DEVMAP_HASH, 4, 8, 12, 0, KEYS_RANDOM, VALUES_DEVICES, false,
     false},
    {"queue", BPF_MAP_TYPE_QUEUE, 0, 8, 5, 0, KEYS_NONE, VALUES_BYTES, false, false},
    {"stack", BPF_MAP_TYPE_STACK, 0, 5, 6, 0, KEYS_NONE, VALUES_BYTES, false, false},
    {"bloom filter", BPF_MAP_TYPE_BLOOM_FILTER, 0, 8, 10000, 0, KEYS_NONE, VALUES_FEW, false,
     false},
    {"ring buffer", BPF_MAP_TYPE_RINGBUF, 0, 0, 4096, 0, KEYS_NONE, VALUES_BYTES, false, false},
    {"user ring buffer", BPF_MAP_TYPE_USER_RINGBUF, 0, 0, 4096, 0, KEYS_NONE, VALUES_BYTES, false,
     false},
};

/* ---- chance */

static u64 state = 1;

static u32 chance(u32 below)
{
	return chance_below(&state, below);
}

static void make_key(const struct kind *k, u8 key[KEY_MAX])
{
	u32 number = k->keys == KEYS_INDEX ? chance(k->entries + 2)
					   : chance(2 * k->entries > 90 ? 90 : 2 * k->entries);

	memset(key, 0, KEY_MAX);
	if (k->keys == KEYS_PREFIX) {
		u32 bits = chance(8) ? chance((k->key - 4) * 8 + 2) : (k->key - 4) * 8;

		memcpy(key, &bits, sizeof(bits));
		for (u32 i = 4; i < k->key; i++)
			key[i] = (u8)(chance(3) ? 0xa0 : chance(256));
		return;
	}
	memcpy(key, &number, k->key < 4 ? k->key : 4);
	for (u32 i = 4; i < k->key; i++)
		key[i] = (u8)(number * 7 + i);
}

static u64 make_flags(void)
{
	static const u64 flags[] = {0,	       0,	   0, 0, 0,	    BPF_NOEXIST,
				    BPF_EXIST, BPF_F_LOCK, 3, 8, 1ull << 32};

	return flags[chance(SKEP_COUNT(flags))];
}

/* ---- one command on both sides */

static u32 cpus;

struct step {
	const struct kind *k;
	u32 command;
	u64 flags;
	u8 key[KEY_MAX];
	u8 value[VALUE_MAX * CPUS_MAX];
	u32 inner;  /* which map, where values are maps */
	bool first; /* the first key is asked for */
};

struct answer {
	long result;
	u8 key[KEY_MAX], value[VALUE_MAX * CPUS_MAX];
};

static const u32 commands[] = {BPF_MAP_LOOKUP_ELEM,
			       BPF_MAP_UPDATE_ELEM,
			       BPF_MAP_UPDATE_ELEM,
			       BPF_MAP_DELETE_ELEM,
			       BPF_MAP_LOOKUP_AND_DELETE_ELEM,
			       BPF_MAP_GET_NEXT_KEY};

static u32 value_size(const struct kind *k)
{
	return k->per_cpu ? ((k->value + 7) & ~7u) * cpus : k->value;
}

static void make_step(const struct kind *k, struct step *s)
{
	memset(s, 0, sizeof(*s));
	s->k = k;
	s->command = commands[chance(SKEP_COUNT(commands))];
	s->flags = make_flags();
	make_key(k, s->key);
	s->inner = chance(4);
	s->first = chance(4) == 0;
	for (u32 i = 0; i < value_size(k); i++)
		s->value[i] = (u8)(k->values == VALUES_DEVICES ? i == 0 && chance(4)
				   : k->values == VALUES_FEW   ? (i ? 0 : chance(60))
							       : chance(256));
}

static void answer(const struct side *side, const struct step *s, struct answer *a)
{
	u64 key = s->k->key || s->flags == 8 ? at(s->key) : 0;
	bool maps = s->k->values == VALUES_MAPS;
	int fds[] = {side->inner, side->inner, side->other_inner, 9999};

	memset(a, 0, sizeof(*a));
	memcpy(a->value, s->value, sizeof(a->value));
	if (maps)
		memcpy(a->value, &fds[s->inner], sizeof(int));
	if (s->command == BPF_MAP_GET_NEXT_KEY)
		a->result = CALL(side, s->command, .map_fd = (u32)side->map,
				 .key = s->first ? 0 : key, .next_key = at(a->key));
	else if (s->command == BPF_MAP_DELETE_ELEM)
		a->result = CALL(side, s->command, .map_fd = (u32)side->map, .key = key);
	else
		a->result = CALL(side, s->command, .map_fd = (u32)side->map, .key = key,
				 .value = at(a->value), .flags = s->flags);
	if (maps && !a->result)
		memset(a->value, 0, sizeof(int)); /* ids are different ones */
}

/* Per-CPU values have gaps that say nothing. */
static bool same_value(const struct kind *k, const u8 *a, const u8 *b)
{
	u32 step = (k->value + 7) & ~7u, count = k->per_cpu ? cpus : 1;

	for (u32 i = 0; i < count; i++)
		if (memcmp(a + i * step, b + i * step, k->value))
			return false;
	return true;
}

static bool same(const struct step *s, const struct answer *a, const struct answer *b)
{
	if (s->command == BPF_MAP_GET_NEXT_KEY && !s->k->ordered && !s->first)
		return (a->result == 0 || a->result == -ENOENT) ==
		       (b->result == 0 || b->result == -ENOENT); /* another key is the last */
	if (a->result != b->result)
		return false;
	if (s->command == BPF_MAP_GET_NEXT_KEY)
		return !s->k->ordered || memcmp(a->key, b->key, s->k->key) == 0;
	return a->result || same_value(s->k, a->value, b->value);
}

/* ---- which keys there are */

struct keys_there {
	u32 count;
	u8 keys[KEYS_MAX][KEY_MAX];
};

static int compare(const void *a, const void *b)
{
	return memcmp(a, b, KEY_MAX);
}

static void list_keys(const struct side *side, const struct kind *k, struct keys_there *list)
{
	u8 key[KEY_MAX] = {0}, next[KEY_MAX] = {0};
	u64 from = 0;

	list->count = 0;
	while (list->count < KEYS_MAX && !CALL(side, BPF_MAP_GET_NEXT_KEY, .map_fd = (u32)side->map,
					       .key = from, .next_key = at(next))) {
		memcpy(key, next, sizeof(key));
		memcpy(list->keys[list->count++], key, sizeof(key));
		from = at(key);
	}
	if (!k->ordered)
		qsort(list->keys, list->count, KEY_MAX, compare);
}

static bool same_keys(const struct side *sides, const struct kind *k)
{
	static struct keys_there a, b;

	memset(&a, 0, sizeof(a));
	memset(&b, 0, sizeof(b));
	list_keys(&sides[0], k, &a);
	list_keys(&sides[1], k, &b);
	return a.count == b.count && memcmp(a.keys, b.keys, sizeof(a.keys)) == 0;
}

/* ---- batches */

struct batch {
	u32 command, count, room;
	u64 flags, elem_flags;
	bool goes_on;
};

struct batch_answer {
	long result;
	u32 count;
	u8 keys[KEYS_MAX * KEY_MAX];
};

static const u32 batch_commands[] = {BPF_MAP_LOOKUP_BATCH, BPF_MAP_LOOKUP_AND_DELETE_BATCH,
				     BPF_MAP_UPDATE_BATCH, BPF_MAP_DELETE_BATCH};

static void batch_answer(const struct side *side, const struct kind *k, const struct batch *b,
			 struct batch_answer *a)
{
	static u8 values[KEYS_MAX * VALUE_MAX * 8];
	u8 place[KEY_MAX] = {0};
	union bpf_attr attr = {.batch = {.out_batch = at(place),
					 .keys = at(a->keys),
					 .values = at(values),
					 .count = b->count,
					 .map_fd = (u32)side->map,
					 .elem_flags = b->elem_flags,
					 .flags = b->flags}};

	memset(values, 7, sizeof(values));
	if (k->values == VALUES_MAPS)
		for (u32 i = 0; i < KEYS_MAX; i++)
			memcpy(values + i * 4, &side->inner, 4);
	a->result = call(side, (int)b->command, &attr, sizeof(attr));
	a->count = attr.batch.count;
}

static bool same_batch(const struct side *sides, const struct kind *k)
{
	static struct batch_answer a, b;
	struct batch batch = {.command = batch_commands[chance(4)],
			      .count = chance(6) ? KEYS_MAX : 0,
			      .flags = chance(12) ? 0 : 1,
			      .elem_flags = chance(8) ? 0 : make_flags()};
	bool writes =
	    batch.command == BPF_MAP_UPDATE_BATCH || batch.command == BPF_MAP_DELETE_BATCH;

	memset(&a, 0, sizeof(a));
	if (writes) {
		batch.count = chance(8);
		for (u32 i = 0; i < batch.count; i++)
			make_key(k, a.keys + i * k->key);
	}
	memcpy(&b, &a, sizeof(b));
	batch_answer(&sides[0], k, &batch, &a);
	batch_answer(&sides[1], k, &batch, &b);
	if (a.result != b.result || a.count != b.count) {
		printf("# batch command %u, count %u, flags %llu, %llu: %ld and %u here, %ld and "
		       "%u in Linux\n",
		       batch.command, batch.count, (unsigned long long)batch.flags,
		       (unsigned long long)batch.elem_flags, a.result, a.count, b.result, b.count);
		return false;
	}
	return !k->ordered || memcmp(a.keys, b.keys, a.count * k->key) == 0;
}

enum { PART = 40, PARTS_MAX = 64 };

/* All keys, PART at a time; what ended it. */
static long list_parts(const struct side *side, const struct kind *k, struct keys_there *list)
{
	static u8 values[PART * VALUE_MAX * CPUS_MAX], keys[PART * KEY_MAX];
	u8 place[KEY_MAX] = {0};
	long result = 0;

	list->count = 0;
	for (u32 part = 0; !result && part < PARTS_MAX; part++) {
		union bpf_attr attr = {.batch = {.in_batch = part ? at(place) : 0,
						 .out_batch = at(place),
						 .keys = at(keys),
						 .values = at(values),
						 .count = PART,
						 .map_fd = (u32)side->map}};

		result = call(side, BPF_MAP_LOOKUP_BATCH, &attr, sizeof(attr));
		for (u32 i = 0; i < attr.batch.count && list->count < KEYS_MAX &&
				(!result || result == -ENOENT);
		     i++)
			memcpy(list->keys[list->count++], keys + i * k->key, k->key);
	}
	qsort(list->keys, list->count, KEY_MAX, compare);
	return result;
}

static bool same_parts(const struct side *sides, const struct kind *k)
{
	static struct keys_there a, b;
	long here, there;

	memset(&a, 0, sizeof(a));
	memset(&b, 0, sizeof(b));
	here = list_parts(&sides[0], k, &a);
	there = list_parts(&sides[1], k, &b);
	return here == there && a.count == b.count && memcmp(a.keys, b.keys, sizeof(a.keys)) == 0;
}

/* ---- a kind of map */

static int make_inner(const struct side *side, const struct kind *k, u32 value)
{
	if (k->type == BPF_MAP_TYPE_PROG_ARRAY) {
		struct bpf_insn insns[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K, .imm = 0},
					   {.code = BPF_JMP | BPF_EXIT}};

		return (int)CALL(side, BPF_PROG_LOAD,
				 .prog_type =
				     value == 8 ? BPF_PROG_TYPE_SOCKET_FILTER : BPF_PROG_TYPE_XDP,
				 .insns = at(insns), .insn_cnt = 2, .license = at("GPL"));
	}
	return (int)CALL(side, BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
			 .value_size = value, .max_entries = 3);
}

/* Types of a key of four bytes (1) and a value of 16 with a lock (3). */
static int load_types(const struct side *side)
{
	struct btf *btf = btf__new_empty();
	const void *bytes;
	u32 size;
	int fd;

	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	btf__add_struct(btf, "bpf_spin_lock", 4);
	btf__add_field(btf, "val", 1, 0, 0);
	btf__add_struct(btf, "value", 16);
	btf__add_field(btf, "lock", 2, 0, 0);
	btf__add_field(btf, "first", 1, 32, 0);
	btf__add_field(btf, "second", 1, 64, 0);
	btf__add_field(btf, "third", 1, 96, 0);
	bytes = btf__raw_data(btf, &size);
	fd = (int)CALL(side, BPF_BTF_LOAD, .btf = at(bytes), .btf_size = size);
	btf__free(btf);
	return fd;
}

static bool open_side(struct side *side, const struct kind *k)
{
	bool of_maps =
	    k->type == BPF_MAP_TYPE_ARRAY_OF_MAPS || k->type == BPF_MAP_TYPE_HASH_OF_MAPS;

	int types;

	side->inner = make_inner(side, k, 8);
	side->other_inner = make_inner(side, k, 16);
	types = k->values == VALUES_LOCKED ? load_types(side) : 0;
	side->map =
	    (int)CALL(side, BPF_MAP_CREATE, .map_type = k->type, .key_size = k->key,
		      .btf_fd = (u32)types, .btf_key_type_id = k->values == VALUES_LOCKED ? 1 : 0,
		      .btf_value_type_id = k->values == VALUES_LOCKED ? 3 : 0,
		      .value_size = k->value, .max_entries = k->entries, .map_flags = k->flags,
		      .inner_map_fd = of_maps ? (u32)side->inner : 0);
	if (k->values == VALUES_LOCKED)
		close(types);
	return side->map >= 0 && side->inner >= 0 && side->other_inner >= 0;
}

static void close_side(struct side *side)
{
	close(side->map);
	close(side->inner);
	close(side->other_inner);
}

static void tell(const struct step *s, const struct answer *a, const struct answer *b)
{
	printf("# command %u, flags 0x%llx, key", s->command, (unsigned long long)s->flags);
	for (u32 i = 0; i < s->k->key; i++)
		printf(" %02x", s->key[i]);
	printf(": %ld here, %ld in Linux\n", a->result, b->result);
}

static bool try_kind(struct side *sides, const struct kind *k)
{
	static struct step s;
	static struct answer a, b;

	for (u32 i = 0; i < STEPS; i++) {
		if (chance(20) == 0) {
			if (!same_batch(sides, k))
				return false;
		} else {
			make_step(k, &s);
			answer(&sides[0], &s, &a);
			answer(&sides[1], &s, &b);
			if (!same(&s, &a, &b)) {
				tell(&s, &a, &b);
				return false;
			}
		}
		if (i % 50 == 0 && (!same_keys(sides, k) || !same_parts(sides, k))) {
			printf("# other keys after %u commands\n", i);
			return false;
		}
	}
	return true;
}

static void test_kind(struct side *sides, const struct kind *k)
{
	state = k->type + k->key + k->value;
	if (!open_side(&sides[0], k))
		test_ok(false, "%s: cannot be made", k->name);
	else if (!open_side(&sides[1], k))
		test_skip(k->name, "Linux does not make it");
	else
		test_ok(try_kind(sides, k), "%s: %u commands have the same answers", k->name,
			STEPS);
	close_side(&sides[0]);
	close_side(&sides[1]);
}

int main(void)
{
	struct skep_config config = {0};
	struct side sides[2] = {{.skep = skep_system_new(&config, NULL)}, {.skep = NULL}};
	long fd = CALL(&sides[1], BPF_MAP_CREATE, .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4,
		       .value_size = 4, .max_entries = 1);

	cpus = (u32)sysconf(_SC_NPROCESSORS_CONF);
	if (fd < 0)
		test_skip("elements of maps beside Linux", strerror((int)-fd));
	else if (cpus > CPUS_MAX)
		test_skip("elements of maps beside Linux", "more CPUs than values have room for");
	else
		for (size_t i = 0; i < SKEP_COUNT(kinds); i++)
			test_kind(sides, &kinds[i]);
	if (fd >= 0)
		close((int)fd);
	skep_system_free(sides[0].skep);
	return test_end();
}

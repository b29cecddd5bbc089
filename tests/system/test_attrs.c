/* SPDX-License-Identifier: BSD-2-Clause */
/* attr of bpf(2) at random: mostly sound, with a field or two that are not. The same calls to skep
 * and to Linux, and the same answers: results, and what is written where the order of elements and
 * the numbers of objects do not matter. Arguments: how many calls, the seed, and whether all
 * differences are shown.
 *
 * A call is made once, as bytes and places that differ on the two sides: descriptors, ids,
 * addresses. Linux is asked for at most 1 MiB for a map, and in a network namespace of its own. */
#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "chance.h"
#include "spec/spec.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

enum {
	OBJECTS = 48,
	FDS_KEPT = 70,
	FDS_FROM = 700,
	FIRST = 4,	     /* those before it stay, so that there is always one of each kind */
	ENOTSUPPORTED = 524, /* Linux's own ENOTSUPP */
	MEMORY = 1 << 17,    /* bytes that a side may read and write */
	/* Its parts. */
	AT_KEY = 0,
	AT_VALUE = 4096,
	AT_BATCH = 1 << 16,
	AT_INFO = AT_BATCH + 4096,
	AT_INSNS = AT_INFO + 4096,
	AT_TYPES = AT_INSNS + 4096,
	AT_LOG = AT_TYPES + 4096,
	AT_FDS = AT_LOG + 32768,
	ATTR = 4096,
	USED = 200, /* bytes of attr that are ever set */
	PLACES = 24,
	SHOWN = 10,
	MAP_MOST = 1 << 20,
};

#define ANY UINT32_MAX /* command */

struct side {
	struct skep *skep; /* NULL: Linux */
	u8 *memory;
	u8 *attr;
	int fds[OBJECTS];
};

struct object {
	bool is;     /* something */
	u32 command; /* that opened it */
	u32 type;    /* of a map or program */
	u32 value_size, key_size;
};

enum place_kind { PLACE_FD, PLACE_ID, PLACE_MEMORY };

struct place {
	u32 off;
	enum place_kind kind;
	u32 value; /* an object, or bytes from the beginning of the memory */
};

struct recipe {
	u8 bytes[USED];
	struct place places[PLACES];
	u32 count;
	u32 size;   /* of attr */
	u32 object; /* that it is about, OBJECTS: none */
};

static struct {
	struct side sides[2];
	struct object objects[OBJECTS];
	u64 state;
	u8 types[512]; /* BTF */
	u32 types_size;
	u32 cpus;
} t;

/* ---- chance */

static u32 chance(u32 below)
{
	return chance_below(&t.state, below);
}

#define ONE_OF(...)                                                                                \
	({                                                                                         \
		static const u32 list_[] = {__VA_ARGS__};                                          \
		list_[chance(SKEP_COUNT(list_))];                                                  \
	})

/* ---- recipes */

static void set32(struct recipe *r, u32 off, u32 value)
{
	memcpy(r->bytes + off, &value, sizeof(value));
}

static u32 get32(const struct recipe *r, u32 off)
{
	u32 value;

	memcpy(&value, r->bytes + off, sizeof(value));
	return value;
}

static void set64(struct recipe *r, u32 off, u64 value)
{
	memcpy(r->bytes + off, &value, sizeof(value));
}

static void set_place(struct recipe *r, u32 off, enum place_kind kind, u32 value)
{
	if (r->count < PLACES)
		r->places[r->count++] = (struct place){off, kind, value};
}

/* One that a command opened, ANY: any. */
static u32 find_object(u32 command)
{
	u32 first = chance(OBJECTS);

	for (u32 i = 0; i < OBJECTS; i++) {
		u32 at = (first + i) % OBJECTS;

		if (t.objects[at].is && (command == ANY || t.objects[at].command == command))
			return at;
	}
	return OBJECTS;
}

static void put_fd(struct recipe *r, u32 off, u32 command)
{
	u32 object = find_object(chance(30) ? command : ANY);

	if (object == OBJECTS || !chance(60)) {
		set32(r, off, ONE_OF(0xffffffff, 1000000, 0x7fffffff));
		return;
	}
	set_place(r, off, PLACE_FD, object);
	if (r->object == OBJECTS)
		r->object = object;
}

static void put_id(struct recipe *r, u32 off, u32 command)
{
	u32 object = find_object(command);

	if (object == OBJECTS || !chance(4))
		set32(r, off, ONE_OF(0, 0x7ffffff0, 0xffffffff));
	else
		set_place(r, off, PLACE_ID, object);
}

static void put_address(struct recipe *r, u32 off, u32 at)
{
	if (!chance(40))
		set64(r, off, chance(2) ? 0 : 0xffff888000000000);
	else
		set_place(r, off, PLACE_MEMORY, chance(50) ? at : MEMORY - chance(64));
}

static u32 odd_word(void)
{
	if (chance(2))
		return 1u << chance(32);
	return ONE_OF(0, 1, 2, 3, 4, 5, 7, 8, 64, 0xff, 0xffff, 0x7fffffff, 0xffffffff);
}

/* ---- fields */

enum kind {
	KIND_ANY,
	KIND_ATTACH,
	KIND_BATCH,
	KIND_BTF,
	KIND_BTF_ID,
	KIND_COUNT,
	KIND_ENTRIES,
	KIND_FDS,
	KIND_FEW,
	KIND_FLAGS,
	KIND_INFO,
	KIND_INFO_AT,
	KIND_INFO_SIZE,
	KIND_INNER,
	KIND_INSNS,
	KIND_KEY,
	KIND_LEVEL,
	KIND_LICENSE,
	KIND_LINK,
	KIND_LINK_ID,
	KIND_LOG,
	KIND_LOG_SIZE,
	KIND_MAP,
	KIND_MAP_ID,
	KIND_NAME,
	KIND_OPEN_FLAGS,
	KIND_OTHER,
	KIND_PACKET,
	KIND_PACKET_SIZE,
	KIND_PID,
	KIND_PROG,
	KIND_PROG_FLAGS,
	KIND_PROG_ID,
	KIND_PROG_TYPE,
	KIND_RECORD,
	KIND_SIZE,
	KIND_SMALL,
	KIND_START,
	KIND_STATS,
	KIND_TARGET,
	KIND_TRACEPOINT,
	KIND_TYPE,
	KIND_TYPE_ID,
	KIND_TYPES,
	KIND_TYPES_SIZE,
	KIND_VALUE,
	KIND_WIDE,
	KIND_ZERO,
};

struct field {
	u8 off, kind;
};

enum answer { ANSWER_ALL, ANSWER_RESULT, ANSWER_OPENS };

static const struct call {
	u32 command;
	const char *name;
	enum answer answer;
	struct field fields[32]; /* ends where `off` is 0 once more */
} calls[] = {
#define CALL(name, answer)                                                                         \
	{                                                                                          \
		BPF_##name, #name, ANSWER_##answer,                                                \
		{
#define FIELD(off, kind) {off, KIND_##kind},
#define END()                                                                                      \
	}                                                                                          \
	}                                                                                          \
	,
#include "attrs.def"
};

/* Where memory of a kind lies; 0: it is no address. */
static u32 memory_of(enum kind kind)
{
	switch (kind) {
	case KIND_KEY:
		return AT_KEY + 16;
	case KIND_VALUE:
	case KIND_PACKET:
		return AT_VALUE;
	case KIND_BATCH:
		return AT_BATCH + chance(2) * 128;
	case KIND_INFO:
		return AT_INFO;
	case KIND_INSNS:
		return AT_INSNS;
	case KIND_LICENSE:
		return AT_FDS + 256;
	case KIND_TYPES:
		return AT_TYPES;
	case KIND_FDS:
		return AT_FDS;
	default:
		return 0;
	}
}

static u32 opener_of(enum kind kind)
{
	static const u32 openers[] = {[KIND_MAP] = BPF_MAP_CREATE,
				      [KIND_MAP_ID] = BPF_MAP_CREATE,
				      [KIND_PROG] = BPF_PROG_LOAD,
				      [KIND_PROG_ID] = BPF_PROG_LOAD,
				      [KIND_BTF_ID] = BPF_BTF_LOAD,
				      [KIND_LINK] = BPF_LINK_CREATE,
				      [KIND_LINK_ID] = BPF_LINK_CREATE,
				      [KIND_ANY] = ANY,
				      [KIND_ZERO] = ANY};

	return openers[kind];
}

/* What a field is in a sound call. */
static void set_sound(struct recipe *r, u32 off, enum kind kind)
{
	u32 memory = memory_of(kind);

	if (memory) {
		put_address(r, off, memory);
		return;
	}
	switch (kind) {
	case KIND_MAP:
	case KIND_PROG:
	case KIND_LINK:
	case KIND_ANY:
		put_fd(r, off, opener_of(kind));
		break;
	case KIND_MAP_ID:
	case KIND_PROG_ID:
	case KIND_BTF_ID:
	case KIND_LINK_ID:
		put_id(r, off, opener_of(kind));
		break;
	case KIND_COUNT:
		set32(r, off, chance(20) ? chance(8) : 0xffffffff);
		break;
	case KIND_WIDE:
		set64(r, off, chance(3) ? 0 : chance(8));
		break;
	case KIND_INFO_SIZE:
		set32(r, off, ONE_OF(0, 4, 16, 80, 88, 96, 200, 228, 232, 240, 256, 400));
		break;
	case KIND_START:
		set32(r, off, ONE_OF(0, 0, 0x7ffffffe, 0x7fffffff, 0xffffffff));
		break;
	case KIND_TARGET:
		set32(r, off, chance(3));
		break;
	case KIND_PACKET_SIZE:
		set32(r, off, ONE_OF(0, 13, 14, 64, 64, 64, 100));
		break;
	case KIND_PID:
		set32(r, off, (u32)getpid());
		break;
	case KIND_TYPES_SIZE:
		set32(r, off, t.types_size);
		break;
	case KIND_NAME:
		memcpy(r->bytes + off, "name.of_it", 11);
		break;
	case KIND_FEW:
		set32(r, off, 0);
		break;
	default:
		break;
	}
}

/* What a field is in a call that may not be. */
static void set_odd(struct recipe *r, u32 off, enum kind kind)
{
	u32 word = odd_word();

	for (u32 i = 0; i < r->count; i++) {
		if (r->places[i].off != off)
			continue;
		if (r->places[i].kind == PLACE_FD && r->places[i].value == r->object)
			r->object = OBJECTS;
		r->places[i] = r->places[--r->count];
	}
	if (kind == KIND_NAME)
		r->bytes[off + chance(16)] = (u8)chance(256);
	else if (kind == KIND_BTF)
		put_fd(r, off, BPF_BTF_LOAD);
	else if (kind == KIND_START)
		set32(r, off, ONE_OF(0, 0x7ffffffe, 0x7fffffff, 0xffffffff));
	else if (kind == KIND_PID)
		set32(r, off, ONE_OF(0x7fffffff, 0xffffffff));
	else if (kind == KIND_OTHER)
		put_fd(r, off, ANY);
	else if (kind == KIND_INNER)
		put_fd(r, off, BPF_MAP_CREATE);
	else if (kind == KIND_MAP || kind == KIND_PROG || kind == KIND_LINK || kind == KIND_ANY)
		put_fd(r, off, ANY);
	else if (kind == KIND_MAP_ID || kind == KIND_PROG_ID || kind == KIND_BTF_ID ||
		 kind == KIND_LINK_ID)
		put_id(r, off, opener_of(kind));
	else if (kind == KIND_LOG && chance(2))
		put_address(r, off, AT_LOG);
	else if (kind == KIND_LOG_SIZE)
		set32(r, off, ONE_OF(0, 1, 32767, 32768, 0xffffffff));
	else if (kind == KIND_LEVEL)
		set32(r, off, chance(10));
	else if (kind == KIND_ENTRIES)
		set32(r, off, ONE_OF(0, 1, 2, 3, 4, 7, 8, 100, 1000, 4096, 8192));
	else if (kind == KIND_ATTACH || kind == KIND_TYPE || kind == KIND_PROG_TYPE)
		set32(r, off, chance(64));
	else if (kind == KIND_FEW || kind == KIND_RECORD || kind == KIND_SMALL)
		set32(r, off, chance(20));
	else if (kind == KIND_INFO)
		put_address(r, off, AT_INFO + chance(8));
	else if (memory_of(kind) || kind == KIND_INFO_AT)
		set_place(r, off, PLACE_MEMORY, chance(MEMORY));
	else if (kind == KIND_TYPE_ID)
		set32(r, off, chance(1000));
	else
		set32(r, off, word);
}

/* ---- sound calls of what opens objects */

static u32 choose_size(const struct skep_map_sizes *sizes)
{
	u32 steps = (sizes->max - sizes->min) / (sizes->step ? sizes->step : 1);

	if (8 >= sizes->min && 8 <= sizes->max && chance(2))
		return 8;
	return sizes->min + sizes->step * chance(steps < 64 ? steps + 1 : 64);
}

static void describe_map(struct recipe *r)
{
	const struct skep_map_row *row = skep_map_row(1 + chance(34));

	if (!row)
		return;
	set32(r, 0, row->type);
	set32(r, 4, choose_size(&row->key));
	set32(r, 8, choose_size(&row->value));
	set32(r, 12, ONE_OF(1, 2, 3, 4, 5, 8, 17, 100));
	if (row->traits & SKEP_MAP_NO_ENTRIES)
		set32(r, 12, 0);
	if (row->traits & SKEP_MAP_PAGES)
		set32(r, 12, 4096u << chance(3));
	set32(r, 16, row->required | (chance(3) ? 0 : row->flags & 1u << chance(20)));
	if (row->traits & SKEP_MAP_OF_MAPS)
		put_fd(r, 20, BPF_MAP_CREATE);
}

/* A type of skep's own, and those that Linux has or has not by its configuration and policies. */
static bool is_left_out(u32 type)
{
	return type == SKEP_PROG_TYPE_RAW || type == BPF_PROG_TYPE_EXT ||
	       type == BPF_PROG_TYPE_LSM || type == BPF_PROG_TYPE_TRACING ||
	       type == BPF_PROG_TYPE_STRUCT_OPS || type == BPF_PROG_TYPE_LIRC_MODE2;
}

static void describe_prog(struct recipe *r)
{
	const struct skep_prog_row *row = skep_prog_row(1 + chance(32));
	u32 attach = chance(64);

	if (!row || is_left_out(row->type))
		return;
	set32(r, 0, row->type);
	set32(r, 4, 2);
	for (u32 i = 0; i < 64 && row->attaches && !(row->attaches & skep_attach_bit(attach)); i++)
		attach = (attach + 1) % 64;
	if (row->attaches && chance(2))
		set32(r, 68, attach);
	if (row->traits & SKEP_PROG_T_ALWAYS_SLEEPS)
		set32(r, 44, BPF_F_SLEEPABLE);
}

/* Of Linux no more memory is wanted than that. */
static bool is_small(const struct recipe *r)
{
	u64 key = get32(r, 4), value = get32(r, 8), entries = get32(r, 12);
	const struct skep_map_row *row = skep_map_row(get32(r, 0));
	u64 each = (key + value + 128) * (row && row->traits & SKEP_MAP_PER_CPU ? t.cpus : 1);

	return entries <= 8192 * 4 && (entries <= 1 || each * entries <= MAP_MOST);
}

/* ---- making a call */

static void make(struct recipe *r, const struct call *c)
{
	u32 odd = chance(3) ? 0 : 1 + chance(2), fields = 1;

	*r = (struct recipe){.object = OBJECTS, .size = 152};
	while (fields < SKEP_COUNT(c->fields) && c->fields[fields].off)
		fields++;
	for (u32 i = 0; i < fields; i++)
		set_sound(r, c->fields[i].off, (enum kind)c->fields[i].kind);
	if (c->command == BPF_MAP_CREATE)
		describe_map(r);
	if (c->command == BPF_PROG_LOAD)
		describe_prog(r);
	for (; odd; odd--) {
		const struct field *f = &c->fields[chance(fields)];

		set_odd(r, f->off, (enum kind)f->kind);
	}
	if (!chance(40))
		r->bytes[chance(USED)] ^= (u8)(1 << chance(8));
	if (!chance(12))
		r->size = ONE_OF(0, 4, 8, 12, 16, 20, 24, 28, 32, 40, 60, 64, 76, 92, 120, 144, 160,
				 200, 4096, 4097);
	if (c->command == BPF_PROG_LOAD && is_left_out(get32(r, 0)))
		set32(r, 0, 1);
	if (c->command == BPF_MAP_CREATE && !is_small(r))
		set32(r, 12, 1);
}

/* ---- what a side gets */

static u32 id_of(const struct side *s, int fd);

static const struct bpf_insn insns[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K},
					{.code = BPF_JMP | BPF_EXIT}};

/* Values that are descriptors are those of no object: skep's own files have numbers behind 2. */
static void fill_memory(u64 seed)
{
	u8 *memory = t.sides[0].memory;

	memset(memory, 0, MEMORY);
	for (u32 i = 0; i < AT_BATCH; i += 4)
		memory[i] = (u8)((seed >> i / 4 % 8 * 3 & 255) % (i < AT_VALUE ? 6 : 3));
	memcpy(memory + AT_TYPES, t.types, t.types_size);
	for (u32 n = chance(4); n; n--)
		memory[AT_TYPES + chance(t.types_size)] ^= (u8)(1 << chance(8));
	memcpy(memory + AT_INSNS, insns, sizeof(insns));
	memory[AT_INSNS + 4] = (u8)chance(2);
	memcpy(memory + AT_FDS + 256, "GPL", 4);
	memcpy(t.sides[1].memory, memory, MEMORY);
}

static void put_side(struct side *s, const struct recipe *r)
{
	memset(s->attr, 0, ATTR);
	memcpy(s->attr, r->bytes, USED);
	for (u32 i = 0; i < r->count; i++) {
		const struct place *p = &r->places[i];
		u64 address = (uintptr_t)s->memory + p->value;
		u32 word = p->kind == PLACE_FD	 ? (u32)s->fds[p->value]
			   : p->kind == PLACE_ID ? id_of(s, s->fds[p->value])
						 : 0;

		if (p->kind == PLACE_MEMORY)
			memcpy(s->attr + p->off, &address, sizeof(address));
		else
			memcpy(s->attr + p->off, &word, sizeof(word));
	}
}

static long call_raw(const struct side *s, u32 command, void *attr, u32 size)
{
	long got;

	if (s->skep)
		return skep_bpf(s->skep, (int)command, attr, size);
	got = syscall(SYS_bpf, command, attr, size);
	return got < 0 ? -errno : got;
}

/* Of what has an id: the second word of its info, of BTF the fourth. */
static u32 id_of(const struct side *s, int fd)
{
	u32 info[64] = {0};
	union bpf_attr attr = {
	    .info = {.bpf_fd = (u32)fd, .info_len = 80, .info = (uintptr_t)info}};

	if (call_raw(s, BPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)))
		return 0;
	for (u32 i = 0; i < OBJECTS; i++)
		if (t.objects[i].is && t.objects[i].command == BPF_BTF_LOAD && s->fds[i] == fd)
			return info[3];
	return info[1];
}

/* ---- answers */

/* Descriptors of objects are none of the numbers that calls have for descriptors besides. */
static int move(int fd)
{
	int moved = fcntl(fd, F_DUPFD_CLOEXEC, FDS_FROM);

	if (moved < 0)
		return fd;
	close(fd);
	return moved;
}

static void keep(const struct call *c, const struct recipe *r, const long got[2])
{
	u32 at = FIRST + chance(OBJECTS - FIRST);
	struct object like = {true, c->command, get32(r, 0), get32(r, 8), get32(r, 4)};

	if (c->command == BPF_MAP_GET_FD_BY_ID || c->command == BPF_PROG_GET_FD_BY_ID ||
	    c->command == BPF_BTF_GET_FD_BY_ID || c->command == BPF_LINK_GET_FD_BY_ID)
		like = t.objects[r->places[0].value];
	for (u32 i = FIRST; i < OBJECTS; i++)
		if (!t.objects[i].is)
			at = i;
	for (u32 i = 0; i < 2; i++) {
		if (t.objects[at].is)
			close(t.sides[i].fds[at]);
		t.sides[i].fds[at] = move((int)got[i]);
	}
	t.objects[at] = like;
	if (c->command == BPF_RAW_TRACEPOINT_OPEN)
		t.objects[at].command = BPF_LINK_CREATE;
}

static void drop(const struct call *c, const long got[2])
{
	for (u32 i = 0; i < 2; i++)
		if (got[i] >= 0 && c->answer == ANSWER_OPENS)
			close((int)got[i]);
}

/* Keys in no order, or values that are descriptors. */
static bool is_compared(const struct call *c, const struct recipe *r)
{
	u32 type = r->object < OBJECTS ? t.objects[r->object].type : 0;

	if (c->answer != ANSWER_ALL || r->object >= OBJECTS ||
	    t.objects[r->object].command != BPF_MAP_CREATE)
		return false;
	/* What lies between the values of two CPUs is nobody's. */
	if (type == BPF_MAP_TYPE_PERCPU_ARRAY)
		return t.objects[r->object].value_size % 8 == 0;
	return type == BPF_MAP_TYPE_ARRAY || type == BPF_MAP_TYPE_LPM_TRIE ||
	       type == BPF_MAP_TYPE_QUEUE || type == BPF_MAP_TYPE_STACK ||
	       (type == BPF_MAP_TYPE_HASH && c->command == BPF_MAP_LOOKUP_ELEM);
}

/* Types whose elements nobody reaches in skep. */
static bool is_unreached(u32 type)
{
	return type == BPF_MAP_TYPE_ARENA || type == BPF_MAP_TYPE_STACK_TRACE ||
	       type == BPF_MAP_TYPE_CGROUP_ARRAY || type == BPF_MAP_TYPE_SOCKMAP ||
	       type == BPF_MAP_TYPE_SOCKHASH || type == BPF_MAP_TYPE_XSKMAP ||
	       type == BPF_MAP_TYPE_REUSEPORT_SOCKARRAY || type == BPF_MAP_TYPE_CGROUP_STORAGE ||
	       type == BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;
}

/* What a walk over a hash finds depends on the order in which elements lie in it, and on how many
 * of them lie in a bucket. */
static bool is_ordered(const struct call *c, const struct object *o, const long got[2])
{
	bool hash = o->type == BPF_MAP_TYPE_HASH || o->type == BPF_MAP_TYPE_PERCPU_HASH ||
		    o->type == BPF_MAP_TYPE_LRU_HASH || o->type == BPF_MAP_TYPE_LRU_PERCPU_HASH ||
		    o->type == BPF_MAP_TYPE_HASH_OF_MAPS || o->type == BPF_MAP_TYPE_DEVMAP_HASH;

	if (!hash)
		return false;
	if (c->command == BPF_MAP_GET_NEXT_KEY)
		return got[0] == -ENOENT || got[1] == -ENOENT;
	return (c->command == BPF_MAP_LOOKUP_BATCH ||
		c->command == BPF_MAP_LOOKUP_AND_DELETE_BATCH) &&
	       (got[1] == -ENOENT || got[1] == -ENOSPC);
}

static bool is_walk(u32 command)
{
	return command == BPF_MAP_GET_NEXT_ID || command == BPF_PROG_GET_NEXT_ID ||
	       command == BPF_BTF_GET_NEXT_ID || command == BPF_LINK_GET_NEXT_ID;
}

/* Differences that docs/system.md lists: Linux cannot test programs of tracepoints, and tests those
 * of netfilter; starts a thread for an element of a CPU map; knows interfaces. */
static bool is_known(const struct call *c, const struct recipe *r, const long got[2])
{
	const struct object *o = r->object < OBJECTS ? &t.objects[r->object] : NULL;

	if (c->answer == ANSWER_RESULT && is_walk(c->command))
		return got[0] == -ENOENT; /* the host has objects of its own */
	if (c->command == BPF_PROG_QUERY && get32(r, 4) == BPF_LSM_CGROUP)
		return got[0] == -EINVAL;
	if (c->command == BPF_PROG_QUERY && got[1] == -ENODEV)
		return true; /* any interface will do */
	if (!o)
		return false;
	if (c->command == BPF_PROG_TEST_RUN)
		return o->type == BPF_PROG_TYPE_TRACEPOINT || o->type == BPF_PROG_TYPE_PERF_EVENT ||
		       o->type == BPF_PROG_TYPE_NETFILTER;
	if (o->command != BPF_MAP_CREATE || c->answer == ANSWER_OPENS)
		return false;
	if (is_ordered(c, o, got))
		return true;
	if (o->type == BPF_MAP_TYPE_DEVMAP || o->type == BPF_MAP_TYPE_DEVMAP_HASH)
		return got[0] == 0 && got[1] < 0; /* any interface will do */
	if (is_unreached(o->type))
		return got[0] == -EOPNOTSUPP || got[0] == -ENOTSUPPORTED;
	return false;
}

static bool same(const struct call *c, const struct recipe *r, const long got[2])
{
	if (is_known(c, r, got))
		return true;
	if (got[0] < 0 || got[1] < 0)
		return got[0] == got[1];
	return !is_compared(c, r) || memcmp(t.sides[0].memory, t.sides[1].memory, MEMORY) == 0;
}

static void show(const struct call *c, const struct recipe *r, const long got[2], u32 step)
{
	printf("# step %u: %s: Linux %ld, skep %ld; size %u, attr", step, c->name, got[1], got[0],
	       r->size);
	for (u32 i = 0; i < 152; i += 4)
		if (get32(r, i))
			printf(" %u:%x", i, get32(r, i));
	for (u32 i = 0; i < r->count; i++)
		printf(" %u:%s%x", r->places[i].off, &"fd \0id \0at "[r->places[i].kind * 4],
		       r -> places[i].value);
	for (u32 i = 0; c->command == BPF_BTF_LOAD && i < t.types_size; i++)
		if (t.sides[0].memory[AT_TYPES + i] != t.types[i])
			printf(" [%u: %x->%x]", i, t.types[i], t.sides[0].memory[AT_TYPES + i]);
	if (r->object < OBJECTS)
		printf("; type %u, key %u, value %u", t.objects[r->object].type,
		       t.objects[r->object].key_size, t.objects[r->object].value_size);
	printf("\n");
}

/* Whether both sides answer alike. */
static bool step(u32 number, u32 shown)
{
	const struct call *c = &calls[chance(3) ? chance(SKEP_COUNT(calls)) : 0];
	struct recipe r;
	long got[2];
	bool alike;

	if (!chance(4))
		for (u32 i = 0; i < SKEP_COUNT(calls); i++)
			if (calls[i].command == BPF_PROG_LOAD)
				c = &calls[i];
	make(&r, c);
	fill_memory(t.state);
	for (u32 i = 0; i < 2; i++) {
		put_side(&t.sides[i], &r);
		got[i] = call_raw(&t.sides[i], c->command, t.sides[i].attr, r.size);
	}
	alike = same(c, &r, got);
	if (!alike && shown)
		show(c, &r, got, number);
	if (c->answer == ANSWER_OPENS && got[0] >= 0 && got[1] >= 0)
		keep(c, &r, got);
	else
		drop(c, got);
	return alike;
}

/* ---- the run */

static void open_first(u32 at, u32 command, union bpf_attr attr)
{
	for (u32 i = 0; i < 2; i++) {
		if (command == BPF_RAW_TRACEPOINT_OPEN)
			attr.raw_tracepoint.prog_fd = (u32)t.sides[i].fds[1];
		t.sides[i].fds[at] = move((int)call_raw(&t.sides[i], command, &attr, sizeof(attr)));
	}
	t.objects[at] = (struct object){true, command, 0, 0, 0};
	if (command == BPF_RAW_TRACEPOINT_OPEN)
		t.objects[at].command = BPF_LINK_CREATE;
}

#define AT(pointer) ((u64)(uintptr_t)(pointer))

static void open_all_first(void)
{
	open_first(
	    0, BPF_MAP_CREATE,
	    (union bpf_attr){
		.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8, .max_entries = 4});
	t.objects[0].type = BPF_MAP_TYPE_ARRAY;
	open_first(1, BPF_PROG_LOAD,
		   (union bpf_attr){.prog_type = BPF_PROG_TYPE_RAW_TRACEPOINT,
				    .insns = AT(insns),
				    .insn_cnt = SKEP_COUNT(insns),
				    .license = AT("GPL")});
	t.objects[1].type = BPF_PROG_TYPE_RAW_TRACEPOINT;
	open_first(2, BPF_BTF_LOAD, (union bpf_attr){.btf = AT(t.types), .btf_size = t.types_size});
	open_first(3, BPF_RAW_TRACEPOINT_OPEN,
		   (union bpf_attr){.raw_tracepoint = {.name = AT("task_newtask")}});
}

static void make_types(void)
{
	struct btf *btf = btf__new_empty();
	const void *bytes;

	btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	btf__add_ptr(btf, 3);
	btf__add_struct(btf, "list", 16);
	btf__add_field(btf, "next", 2, 0, 0);
	btf__add_field(btf, "value", 1, 64, 0);
	btf__add_array(btf, 1, 3, 4);
	btf__add_typedef(btf, "lists", 4);
	btf__add_enum(btf, "kind", 4);
	btf__add_enum_value(btf, "one", 1);
	btf__add_func_proto(btf, 1);
	btf__add_func_param(btf, "a", 2);
	btf__add_func(btf, "function", BTF_FUNC_STATIC, 7);
	btf__add_var(btf, "var", BTF_VAR_STATIC, 1);
	btf__add_datasec(btf, ".data", 4);
	btf__add_datasec_var_info(btf, 9, 0, 4);
	btf__add_float(btf, "double", 8);
	btf__add_fwd(btf, "later", BTF_FWD_STRUCT);
	btf__add_const(btf, 1);
	btf__add_decl_tag(btf, "tag", 3, 1);
	btf__add_type_tag(btf, "user", 1);
	bytes = btf__raw_data(btf, &t.types_size);
	memcpy(t.types, bytes, t.types_size);
	btf__free(btf);
}

static bool linux_can(void)
{
	union bpf_attr attr = {
	    .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
	long fd = call_raw(&t.sides[1], BPF_MAP_CREATE, &attr, sizeof(attr));

	if (fd < 0)
		return false;
	close((int)fd);
	return unshare(CLONE_NEWNET) == 0;
}

static void *pages(size_t size)
{
	u8 *at =
	    mmap(NULL, size + 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (at == MAP_FAILED || mprotect(at + size, 4096, PROT_NONE))
		abort();
	return at;
}

int main(int argc, char **argv)
{
	u32 steps = argc > 1 ? (u32)atoi(argv[1]) : 4000, differences = 0;
	u64 seed = argc > 2 ? (u64)atoll(argv[2]) : 1;
	u32 shown = argc > 3 ? UINT32_MAX : SHOWN;
	struct skep_config config = {0};

	/* Small numbers are no descriptors of skep's own files. */
	for (u32 i = 0; i < FDS_KEPT; i++)
		if (open("/dev/null", O_RDONLY | O_CLOEXEC) < 0)
			abort();
	t.cpus = (u32)sysconf(_SC_NPROCESSORS_CONF);
	t.state = seed * 0x9e3779b97f4a7c15 | 1;
	config.cpus = t.cpus;
	t.sides[0].skep = skep_system_new(&config, NULL);
	for (u32 i = 0; i < 2; i++) {
		t.sides[i].memory = pages(MEMORY);
		t.sides[i].attr = pages(ATTR + 4096);
	}
	make_types();
	if (!linux_can()) {
		test_skip("attr at random", "bpf(2) or a network namespace needs root");
		return test_end();
	}
	open_all_first();
	for (u32 i = 0; i < steps; i++)
		differences += !step(i, differences < shown);
	test_eq(differences, 0, "%u calls at random, seed %llu", steps, (unsigned long long)seed);
	skep_system_free(t.sides[0].skep);
	return test_end();
}

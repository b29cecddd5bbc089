/* SPDX-License-Identifier: BSD-2-Clause */
/* Choices of calls of bpf(2) on one system: maps of all types, BTF that is nearly right, programs
 * that are nearly right, run in the checked interpreter or as machine code, while others write to
 * what is mapped. Nothing may happen but answers; a program that the verifier let pass keeps to its
 * memory.
 *
 * The types of the kernel and the stock of programs are read once: a system of its own for each
 * input costs little then. */
#include <bpf/btf.h>
#include <skep/prog.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bpf_game.h"
#include "bpf_stock.h"
#include "fuzz.h"
#include "prog/kernel.h"

enum { CALLS = 24, MAPPED = 1 << 16, GUARD = 4096, BUDGET = 4000 /* fuzz_verify does more */ };

#define FAR	 0x13579bdf0000
#define FAR_SIZE 0x10000

enum field_kind {
	KIND_TYPE,
	KIND_LITTLE,
	KIND_SMALL,
	KIND_FLAGS,
	KIND_ANY,
	KIND_MAP,
	KIND_PROG,
	KIND_TYPES,
	KIND_LINK,
	KIND_NAME,
	KIND_MEMORY,
	KIND_PATH,
	KIND_BTF,
	KIND_MESSAGES,
	KIND_PID,
	KIND_PAGES,
};

struct field {
	u8 off, kind;
};

struct call {
	u32 command;
	struct field fields[12]; /* ends where `off` is 0 once more */
};

#define CALL(name)                                                                                 \
	{                                                                                          \
		BPF_##name,                                                                        \
		{
#define PRIVATE(name)                                                                              \
	{                                                                                          \
		SKEP_BPF_##name,                                                                   \
		{
#define FIELD(off, kind) {off, KIND_##kind},
#define END()                                                                                      \
	}                                                                                          \
	}                                                                                          \
	,
static const struct call calls[] = {
#include "bpf_fields.def"
};

/* ---- fields */

static u32 choose_little(struct game *g)
{
	u32 kind = game_choose(g, 256);

	return kind < 250 ? kind % 71 : game_word(g) & 0xfffff;
}

static u32 fill_word(struct game *g, enum field_kind kind)
{
	static const u32 opened[] = {
	    [KIND_ANY] = 0,
	    [KIND_MAP] = BPF_MAP_CREATE,
	    [KIND_PROG] = BPF_PROG_LOAD,
	    [KIND_TYPES] = BPF_BTF_LOAD,
	    [KIND_LINK] = BPF_LINK_CREATE,
	};

	switch (kind) {
	case KIND_TYPE:
		return game_choose(g, 36);
	case KIND_SMALL:
		return game_choose(g, 8);
	case KIND_FLAGS:
		return game_choose(g, 2) ? 0 : 1u << game_choose(g, 20);
	case KIND_PID:
		return (u32)getpid();
	case KIND_PAGES:
		return 4096 * game_choose(g, 8);
	case KIND_ANY:
	case KIND_MAP:
	case KIND_PROG:
	case KIND_TYPES:
	case KIND_LINK:
		return (u32)game_fd(g, opened[kind]);
	default:
		return choose_little(g);
	}
}

static u64 choose_path(struct game *g)
{
	char *at = (char *)g->memory + 15 * GAME_SLOT;

	snprintf(at, GAME_SLOT, "/sys/fs/bpf/%c", 'a' + (int)game_choose(g, 4));
	return game_choose(g, 8) == 1 ? game_memory(g) : game_address(at);
}

static void fill(struct game *g, u8 *attr, const struct field *f)
{
	u32 word;
	u64 wide;

	if (f->kind == KIND_NAME) {
		memcpy(attr + f->off, "name", 5);
		return;
	}
	if (f->kind < KIND_MEMORY || f->kind > KIND_MESSAGES) {
		word = fill_word(g, f->kind);
		memcpy(attr + f->off, &word, sizeof(word));
		return;
	}
	if (f->kind >= KIND_BTF) {
		wide = f->kind == KIND_BTF ? game_make_btf(g, &word) : game_make_messages(g, &word);
		memcpy(attr + 16, &word, sizeof(word));
	} else {
		wide = f->kind == KIND_PATH ? choose_path(g) : game_memory(g);
	}
	memcpy(attr + f->off, &wide, sizeof(wide));
}

/* ---- what is mapped */

static void map(struct game *g, const u8 *attr)
{
	struct skep_mmap_attr how;
	struct stat s;
	u8 *at;

	memcpy(&how, attr, sizeof(how));
	if (g->mapped == GAME_MAPPINGS || how.length > MAPPED || !how.length || fstat(how.fd, &s) ||
	    how.offset % GUARD || how.offset + how.length > (u64)s.st_size)
		return;
	at = mmap(NULL, how.length, (int)how.protection, MAP_SHARED, how.fd, (off_t)how.offset);
	if (at == MAP_FAILED)
		return;
	g->mappings[g->mapped].at = at;
	g->mappings[g->mapped].size = how.length;
	g->mappings[g->mapped].writable = how.protection & PROT_WRITE;
	g->mapped++;
}

static void scatter(struct game *g)
{
	u32 kind = game_choose(g, 4), count = game_choose(g, 32),
	    at = game_choose(g, GAME_BTF / 64);
	u8 *to = g->memory + at * 8;

	if (kind < g->mapped && g->mappings[kind].writable)
		to = g->mappings[kind].at + at * 8 % (g->mappings[kind].size - 32);
	for (u32 i = 0; i < count; i++)
		to[i] = (u8)game_choose(g, 256);
}

/* Descriptors into slots, as values of what holds objects. */
static void put_fds(struct game *g)
{
	for (u32 i = 0; i < 4; i++) {
		int fd = game_fd(g, i % 2 ? BPF_MAP_CREATE : BPF_PROG_LOAD);

		memcpy(g->memory + i * GAME_SLOT, &fd, sizeof(fd));
	}
}

/* ---- calls */

enum { REPEAT = 64 };

/* A run that is asked for four billion times is no finding. */
static void bound(u32 command, u8 *attr)
{
	union bpf_attr all = {0};

	if (command != BPF_PROG_TEST_RUN)
		return;
	memcpy(&all, attr, GAME_ATTR < sizeof(all) ? GAME_ATTR : sizeof(all));
	all.test.repeat %= REPEAT;
	memcpy(attr, &all, GAME_ATTR < sizeof(all) ? GAME_ATTR : sizeof(all));
}

static void call(struct game *g, const struct call *c)
{
	u8 attr[GAME_ATTR] = {0};
	u32 kind = game_choose(g, 32), size = GAME_ATTR;

	for (u32 i = 0; i < SKEP_COUNT(c->fields) && (!i || c->fields[i].off); i++)
		fill(g, attr, &c->fields[i]);
	if (kind == 30)
		attr[game_choose(g, GAME_ATTR)] ^= (u8)game_choose(g, 256);
	if (kind == 31)
		size = game_choose(g, GAME_ATTR + 1);
	bound(c->command, attr);
	if (game_bpf(g, c->command, attr, size) == 0 && c->command == SKEP_BPF_MMAP)
		map(g, attr);
}

static void play(struct game *g)
{
	for (u32 i = 0; i < CALLS && g->left; i++) {
		u32 kind = game_choose(g, 16);

		if (kind == 0)
			scatter(g);
		else if (kind == 1)
			put_fds(g);
		else if (kind < 4)
			game_load(g);
		else if (kind < 7)
			game_make_map(g);
		else
			call(g, &calls[game_choose(g, SKEP_COUNT(calls))]);
	}
}

/* ---- an input */

/* What all inputs share, made by the first one. */
static struct {
	u8 *memory;
	struct skep_kernel *kernel;
	const struct subject *stock;
	u32 stock_count;
} shared;

static void share(void)
{
	struct btf *btf = btf__load_vmlinux_btf();

	/* Where a byte of an address that is another one leads nowhere either. */
	shared.memory = mmap((void *)FAR, FAR_SIZE, PROT_NONE,
			     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (shared.memory == MAP_FAILED ||
	    mprotect(shared.memory, GAME_MEMORY, PROT_READ | PROT_WRITE))
		abort();
	shared.kernel = btf ? skep_kernel_new(btf, NULL) : NULL;
	shared.stock = stock_read(FUZZ_DATA, shared.kernel, &shared.stock_count);
}

/* Slots hold small numbers: indices, keys, lengths of prefixes. */
static void begin_memory(u8 *memory)
{
	memset(memory, 0, GAME_MEMORY);
	for (u32 i = 0; i < 16; i++)
		memory[i * GAME_SLOT] = (u8)(i % 8);
}

static void end(struct game *g)
{
	for (u32 i = 0; i < g->mapped; i++)
		munmap(g->mappings[i].at, g->mappings[i].size);
	for (u32 i = 0; i < g->count; i++)
		close(g->objects[i].fd);
	skep_system_free(g->skep);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct game g = {.bytes = data, .left = size};
	struct skep_config config = {.cpus = 2, .budget = BUDGET};

	if (!shared.memory)
		share();
	begin_memory(shared.memory);
	g.memory = shared.memory;
	g.stock = shared.stock;
	g.stock_count = shared.stock_count;
	g.checked = game_choose(&g, 2);
	config.mode = g.checked ? SKEP_CODE_CHECKED : SKEP_CODE_DEFAULT;
	config.types = shared.kernel;
	g.skep = skep_system_new(&config, NULL);
	if (!g.skep)
		return 0;
	play(&g);
	end(&g);
	return 0;
}

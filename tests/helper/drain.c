/* SPDX-License-Identifier: BSD-2-Clause */
/* Samples that user space sends: what bpf_user_ringbuf_drain() makes of rings that are filled at
 * random, rightly and wrongly.
 *
 * usage: helper_drain SEED COUNT */
#include <errno.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "prog/prog.h"
#include "run.h"
#include "test.h"

enum { PAGE = 4096, RING = 4096, RECORDS = 12, SIZES = 700, ENOUGH = 3 };

static const char map_text[] = "out array 4 1024 1\nsent user_ringbuf 0 0 4096\n";
static const char func_text[] = "static int main(ctx)\nstatic int take(ptr, ptr)\n";

/* Counts samples, adds their sizes and first bytes; the sample that begins with 3 is the last. */
static const char program[] =
    "r7 = map[out][0]+0\nr1 = map[sent]\nr2 = subprog[take]\nr3 = r10\nr3 += -8\n"
    "*(u64 *)(r10 - 8) = 0\nr4 = 0\ncall bpf_user_ringbuf_drain\n*(u64 *)(r7 + 0) = r0\n"
    "r0 = 0\nexit\n"
    "take: r6 = r1\nr8 = map[out][0]+0\n"
    "*(u64 *)(r10 - 8) = 0\nr1 = r10\nr1 += -8\nr2 = 4\nr3 = r6\nr4 = 0\nr5 = 0\n"
    "call bpf_dynptr_read\n"
    "r1 = *(u64 *)(r8 + 8)\nr1 += 1\n*(u64 *)(r8 + 8) = r1\n"
    "r1 = *(u64 *)(r8 + 16)\nr1 *= 31\nr2 = *(u32 *)(r10 - 8)\nr1 += r2\nr1 += r0\n"
    "*(u64 *)(r8 + 16) = r1\n"
    "r1 = r6\nr2 = 0\nr3 = 16\ncall bpf_dynptr_data\nif r0 == 0 goto short\n"
    "r1 = *(u64 *)(r0 + 8)\nr2 = *(u64 *)(r8 + 24)\nr2 ^= r1\n*(u64 *)(r8 + 24) = r2\n"
    "short: r0 = 0\nr1 = *(u32 *)(r10 - 8)\nif r1 != 3 goto +1\nr0 = 1\nexit\n";

/* A ring as its sender sees it. */
struct ring {
	u64 *consumer, *producer;
	u8 *data;
};

static bool ring_open(struct ring *r, int fd)
{
	u8 *first = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0);
	u8 *rest = mmap(NULL, PAGE + 2 * RING, PROT_READ | PROT_WRITE, MAP_SHARED, fd, PAGE);

	*r = (struct ring){(u64 *)first, (u64 *)rest, rest + PAGE};
	return first != MAP_FAILED && rest != MAP_FAILED;
}

static void ring_close(struct ring *r)
{
	munmap(r->consumer, PAGE);
	munmap(r->producer, PAGE + 2 * RING);
}

/* What is sent, the same to each side. */
struct record {
	u32 size, bits; /* of the header */
	u32 first;	/* four bytes */
};

struct batch {
	struct record records[RECORDS];
	u32 count;
	u64 more; /* what the producer's position is too far by */
};

static u32 below(u64 *state, u32 limit)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (u32)(*state >> 16) % limit;
}

static void make_batch(u64 *state, struct batch *b)
{
	memset(b, 0, sizeof(*b));
	b->count = below(state, RECORDS);
	for (u32 i = 0; i < b->count; i++) {
		struct record *r = &b->records[i];

		r->size = below(state, below(state, 4) ? 40 : SIZES);
		r->first = below(state, 30);
		if (!below(state, 12))
			r->bits |= BPF_RINGBUF_DISCARD_BIT;
		if (!below(state, 25))
			r->bits |= BPF_RINGBUF_BUSY_BIT;
	}
	b->more = below(state, 20) ? 0 : 8 * below(state, 4) + below(state, 3);
}

static u64 space(u32 size)
{
	return (size + BPF_RINGBUF_HDR_SZ + 7u) & ~7u;
}

/* Sends what there is room for; as Linux's mapping shows it, the data lies there twice. */
static void send_batch(struct ring *r, const struct batch *b)
{
	u64 at = *r->producer, used = at - __atomic_load_n(r->consumer, __ATOMIC_ACQUIRE);

	for (u32 i = 0; i < b->count && used + space(b->records[i].size) <= RING; i++) {
		const struct record *record = &b->records[i];
		u32 head[2] = {record->size | record->bits, 0};
		u8 *to = r->data + at % RING;

		memset(to + sizeof(head), (int)record->first, record->size);
		if (record->size >= sizeof(record->first))
			memcpy(to + sizeof(head), &record->first, sizeof(record->first));
		memcpy(to, head, sizeof(head));
		at += space(record->size);
		used += space(record->size);
	}
	__atomic_store_n(r->producer, at + b->more, __ATOMIC_RELEASE);
}

struct result {
	s64 returned;
	u64 count, sum, bytes;
	u64 consumed;
};

static void drain(const struct loaded *l, const struct batch *b, struct result *result)
{
	static const u8 nothing[RUN_OUT];
	struct outcome o;
	struct ring r;

	memset(result, 0, sizeof(*result));
	if (!ring_open(&r, l->maps[1]))
		return;
	send_batch(&r, b);
	side_put(l, "out", nothing);
	side_run(l, &o);
	memcpy(result, o.out, offsetof(struct result, consumed));
	result->consumed = *r.consumer;
	ring_close(&r);
}

/* Batches that follow each other in one ring, until one of them is wrong. */
static bool compare(const struct side *sides, const struct subject *s, u64 *state)
{
	struct loaded *l = calloc(RUN_SIDES, sizeof(*l));
	struct result results[RUN_SIDES];
	struct batch batch;
	bool ok = true, wrong = false;

	for (u32 i = 0; i < RUN_SIDES; i++)
		ok &= side_load(&sides[i], s, &l[i]);
	for (u32 n = 0; n < ENOUGH && ok && !wrong; n++) {
		make_batch(state, &batch);
		wrong = batch.more;
		for (u32 i = 0; i < RUN_SIDES; i++) {
			drain(&l[i], &batch, &results[i]);
			ok &= memcmp(&results[0], &results[i], sizeof(results[0])) == 0;
		}
		for (u32 i = 0; i < RUN_SIDES && !ok; i++)
			printf("# %s: %lld, %llu samples, 0x%llx 0x%llx, consumed %llu\n",
			       sides[i].name, (long long)results[i].returned,
			       (unsigned long long)results[i].count,
			       (unsigned long long)results[i].sum,
			       (unsigned long long)results[i].bytes,
			       (unsigned long long)results[i].consumed);
	}
	for (u32 i = 0; i < RUN_SIDES; i++)
		side_close(&l[i]);
	free(l);
	return ok;
}

int main(int argc, char **argv)
{
	struct side sides[RUN_SIDES];
	bool linux_there = sides_open(sides);
	struct subject_maps maps;
	struct subject_funcs funcs;
	const char *bad = subject_read_maps(&maps, map_text);
	const char *worse = subject_read_funcs(&funcs, func_text, "xdp_md");
	struct names names = {.maps = &maps};
	char wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog = text_assemble(program, &names, wrong);
	struct subject s = {
	    .type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &maps, .funcs = &funcs};
	u32 count = argc == 3 ? (u32)strtoul(argv[2], NULL, 0) : 0, differ = 0;
	u64 state = argc == 3 ? strtoull(argv[1], NULL, 0) * 0x9e3779b97f4a7c15 | 1 : 1;

	if (!linux_there)
		test_skip("rings of samples beside Linux's", strerror(errno));
	else if (test_ok(!bad && !worse && prog, "the program %s", wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		for (u32 i = 0; i < count && differ < 3; i++)
			differ += !compare(sides, &s, &state);
		test_ok(!differ, "%u rings, %u differ", count, differ);
	}
	skep_prog_free(prog);
	subject_free_funcs(&funcs);
	subject_free_maps(&maps);
	sides_close(sides);
	return test_end();
}

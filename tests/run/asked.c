/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of BPF_PROG_TEST_RUN made at random, sound ones and others, for every type of program: what
 * skep answers is what Linux answers. Arguments: how many calls, and the seed. */
#include <errno.h>
#include <skep/prog.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "both.h"
#include "packets.h"
#include "spec/uapi.h"
#include "test.h"

enum { SHOWN = 5, SIDES = 2, CONTEXT = 256 };

/* ---- programs */

/* r6 is the context of programs that see none of it. */
#define PLAIN "r0 = $\nexit\n"

static const struct {
	u32 type, attach, flags;
	const char *text;
} programs[] = {
    {BPF_PROG_TYPE_XDP, 0, 0, PLAIN},
    {BPF_PROG_TYPE_XDP, 0, BPF_F_XDP_HAS_FRAGS, PLAIN},
    {BPF_PROG_TYPE_XDP, 0, 0, "r2 = -20\ncall bpf_xdp_adjust_head\n" PLAIN},
    {BPF_PROG_TYPE_XDP, 0, 0, "r2 = -5\ncall bpf_xdp_adjust_tail\n" PLAIN},
    {BPF_PROG_TYPE_XDP, 0, 0, "r2 = -8\ncall bpf_xdp_adjust_meta\n" PLAIN},
    {BPF_PROG_TYPE_XDP, 0, 0, "r0 = *(u32 *)(r1 + 12)\nexit\n"},
    {BPF_PROG_TYPE_XDP, 0, 0, "r0 = *(u32 *)(r1 + 16)\nexit\n"},
    {BPF_PROG_TYPE_XDP, BPF_XDP_DEVMAP, 0, PLAIN},
    {BPF_PROG_TYPE_XDP, BPF_XDP_CPUMAP, 0, PLAIN},
    {BPF_PROG_TYPE_SOCKET_FILTER, 0, 0, PLAIN},
    {BPF_PROG_TYPE_SOCKET_FILTER, 0, 0, "r0 = *(u32 *)(r1 + 0)\nexit\n"},
    {BPF_PROG_TYPE_SCHED_CLS, 0, 0, PLAIN},
    {BPF_PROG_TYPE_SCHED_CLS, 0, 0,
     "r2 = 5\n*(u32 *)(r1 + 8) = r2\n*(u32 *)(r1 + 56) = r2\n" PLAIN},
    {BPF_PROG_TYPE_SCHED_CLS, 0, 0,
     "r2 = *(u32 *)(r1 + 164)\nr0 = *(u32 *)(r1 + 160)\nr0 += r2\nexit\n"},
    {BPF_PROG_TYPE_SCHED_CLS, 0, 0, "r2 = 60\nr3 = 0\ncall bpf_skb_change_tail\n" PLAIN},
    {BPF_PROG_TYPE_SCHED_ACT, 0, 0, PLAIN},
    {BPF_PROG_TYPE_SCHED_ACT, 0, 0, "r0 = *(u32 *)(r1 + 40)\nexit\n"},
    {BPF_PROG_TYPE_CGROUP_SKB, BPF_CGROUP_INET_INGRESS, 0, "r0 = 1\nexit\n"},
    {BPF_PROG_TYPE_CGROUP_SKB, BPF_CGROUP_INET_EGRESS, 0, "r0 = 0\nexit\n"},
    {BPF_PROG_TYPE_LWT_IN, 0, 0, PLAIN},
    {BPF_PROG_TYPE_LWT_OUT, 0, 0, PLAIN},
    {BPF_PROG_TYPE_LWT_XMIT, 0, 0, PLAIN},
    {BPF_PROG_TYPE_LWT_XMIT, 0, 0, "r2 = 20\nr3 = 0\ncall bpf_skb_change_head\n" PLAIN},
    {BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_FLOW_DISSECTOR, 0, "r0 = 0\nexit\n"},
    {BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_FLOW_DISSECTOR, 0,
     "r2 = *(u64 *)(r1 + 144)\nr3 = 300\n*(u16 *)(r2 + 2) = r3\nr3 = 3\n*(u16 *)(r2 + 0) = r3\n"
     "r0 = 129\nexit\n"},
    {BPF_PROG_TYPE_SK_LOOKUP, BPF_SK_LOOKUP, 0, "r0 = 1\nexit\n"},
    {BPF_PROG_TYPE_SK_LOOKUP, BPF_SK_LOOKUP, 0, "r0 = 0\nexit\n"},
    {BPF_PROG_TYPE_RAW_TRACEPOINT, 0, 0, PLAIN},
    {BPF_PROG_TYPE_RAW_TRACEPOINT, 0, 0, "r0 = *(u64 *)(r1 + 16)\nexit\n"},
    {BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, 0, 0, PLAIN},
    {BPF_PROG_TYPE_SYSCALL, 0, BPF_F_SLEEPABLE, PLAIN},
    {BPF_PROG_TYPE_SYSCALL, 0, BPF_F_SLEEPABLE,
     "r2 = *(u32 *)(r1 + 4)\nr2 += 1\n*(u32 *)(r1 + 8) = r2\n" PLAIN},
    {BPF_PROG_TYPE_SK_SKB, 0, 0, "r0 = 1\nexit\n"},
    {BPF_PROG_TYPE_SK_MSG, 0, 0, "r0 = 1\nexit\n"},
    {BPF_PROG_TYPE_KPROBE, 0, 0, "r0 = 0\nexit\n"},
    {BPF_PROG_TYPE_PERF_EVENT, 0, 0, "r0 = 0\nexit\n"},
    {BPF_PROG_TYPE_LWT_SEG6LOCAL, 0, 0, "r0 = 0\nexit\n"},
    {BPF_PROG_TYPE_CGROUP_SOCK, BPF_CGROUP_INET_SOCK_CREATE, 0, "r0 = 1\nexit\n"},
    {BPF_PROG_TYPE_CGROUP_DEVICE, 0, 0, "r0 = 1\nexit\n"},
    {BPF_PROG_TYPE_SOCK_OPS, 0, 0, "r0 = 1\nexit\n"},
};

static u32 below(u64 *random, u32 limit)
{
	return (u32)(random_next(random) % limit);
}

static u32 one_of(u64 *random, const u32 *values, u32 count)
{
	return values[below(random, count)];
}

#define ONE_OF(random, ...)                                                                        \
	one_of(random, (const u32[]){__VA_ARGS__}, SKEP_COUNT(((const u32[]){__VA_ARGS__})))

/* A program's text; '$' stands for what it returns. */
static void make_text(char *to, size_t room, const char *text, u64 *random)
{
	const char *number = strchr(text, '$');
	u32 value = ONE_OF(random, 0, 1, 2, 3, 77, 0xffffffff, 0x7fffffff);

	if (number)
		snprintf(to, room, "%.*s%d%s", (int)(number - text), text, (s32)value, number + 1);
	else
		snprintf(to, room, "%s", text);
}

/* ---- arguments */

/* Where fields of contexts begin that a caller may set, and some that it may not. */
static u32 offset(u32 type, u64 *random)
{
	if (type == BPF_PROG_TYPE_XDP)
		return ONE_OF(random, 0, 0, 4, 4, 8, 12, 16, 20);
	if (type == BPF_PROG_TYPE_SK_LOOKUP)
		return ONE_OF(random, 0, 8, 12, 16, 20, 36, 40, 44, 60, 64, 68);
	if (type == BPF_PROG_TYPE_FLOW_DISSECTOR)
		return ONE_OF(random, 48, 48, 48, 0, 4, 8, 52);
	return ONE_OF(random, 8, 32, 36, 40, 48, 52, 56, 60, 64, 152, 160, 164, 176, 184, 188, 0, 4,
		      16, 28, 44, 68, 72, 180, 192, 200);
}

static u32 context_size(u32 type, u64 *random)
{
	u32 usual = type == BPF_PROG_TYPE_XDP		   ? 24
		    : type == BPF_PROG_TYPE_SK_LOOKUP	   ? 72
		    : type == BPF_PROG_TYPE_FLOW_DISSECTOR ? 56
							   : 192;

	if (type == BPF_PROG_TYPE_SYSCALL || type == BPF_PROG_TYPE_RAW_TRACEPOINT ||
	    type == BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE)
		usual = ONE_OF(random, 8, 12, 24, 48, 96);
	return below(random, 4) ? usual : ONE_OF(random, 1, 4, 8, 16, 60, 97, 104, 196, 200, 256);
}

static u32 word(u64 *random, u32 size)
{
	switch (below(random, 4)) {
	case 0:
		return ONE_OF(random, 0, 1, 2, 10, 4, 8, 216, 255, 0xffff, 0x10000, 0xffffffff);
	case 1:
		return size + below(random, 9) - 4;
	case 2:
		return 4 * below(random, 20);
	default:
		return (u32)random_next(random) >> below(random, 32);
	}
}

static void make_context(struct question *q, u64 *random)
{
	u32 count = below(random, 4);

	q->context_size = context_size(q->type, random);
	if (q->type == BPF_PROG_TYPE_SK_LOOKUP)
		q->context[8] = below(random, 8) ? (u8)ONE_OF(random, 2, 10) : 3;
	for (u32 i = 0; i < count; i++) {
		u32 at = offset(q->type, random), value = word(random, q->packet_size);

		memcpy(q->context + at, &value, sizeof(value));
	}
}

static u32 size_of_packet(u8 *packet, u64 *random)
{
	u32 size = packet_random(packet, random), more;

	if (below(random, 6))
		return size;
	more = ONE_OF(random, 0, 1, 13, 14, 33, 34, 53, 54, 3408, 3409, 3519, 3520, 3521, 3712,
		      3713, 3776, 4096, 4097, 9000, 65535, 73152, 73153);
	for (; size < more; size++)
		packet[size] = (u8)size;
	return more;
}

static void make_question(struct question *q, u8 *packet, u64 *random)
{
	bool memory = q->type == BPF_PROG_TYPE_RAW_TRACEPOINT ||
		      q->type == BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE ||
		      q->type == BPF_PROG_TYPE_SYSCALL || q->type == BPF_PROG_TYPE_SK_LOOKUP;

	q->packet = packet;
	q->shows_all = true;
	if (below(random, memory ? 8 : 40) == 0 || !memory)
		q->packet_size = size_of_packet(packet, random);
	if (below(random, memory ? 8 : 2))
		make_context(q, random);
	q->wants_context = below(random, 3) == 0;
	q->no_data_out = below(random, 6) == 0;
	if (below(random, 4) == 0)
		q->data_out =
		    ONE_OF(random, 1, 14, 42, q->packet_size + 1, q->packet_size ?: 1, 4000);
	if (below(random, 4) == 0)
		q->context_out = ONE_OF(random, 1, 4, 23, 24, 72, 191, 192, 193);
	if (below(random, 3) == 0)
		q->repeat = below(random, 4);
	if (below(random, 4) == 0)
		q->flags = ONE_OF(random, 1, 2, 4, 4, 8, 3, 6, 0x80000000);
	if (below(random, 10) == 0)
		q->cpu = ONE_OF(random, 1, 2, 1000, 0xffffffff);
	if (below(random, 10) == 0)
		q->batch = ONE_OF(random, 1, 64, 256, 257, 0xffffffff);
	if (below(random, 5) == 0)
		q->spoils[below(random, 4)] = (u8)below(random, 3);
	if (below(random, 8) == 0)
		q->spoils[below(random, 4)] = (u8)below(random, 3);
}

/* ---- answers */

static void show(const struct question *q, const char *ours, const char *linux_says)
{
	printf(
	    "# skep says\n%s# Linux says\n%s# type %u attach %u flags 0x%x packet %u bytes "
	    "context %u bytes out %u %u no data %d wants %d\n# flags 0x%x repeat %u cpu %u batch "
	    "%u spoils %u %u %u %u, context",
	    ours, linux_says, q->type, q->attach, q->load_flags, q->packet_size, q->context_size,
	    q->data_out, q->context_out, q->no_data_out, q->wants_context, q->flags, q->repeat,
	    q->cpu, q->batch, q->spoils[0], q->spoils[1], q->spoils[2], q->spoils[3]);
	for (u32 i = 0; i < CONTEXT; i += 4) {
		u32 value;

		memcpy(&value, q->context + i, sizeof(value));
		if (value)
			printf(" %u=%x", i, value);
	}
	printf("\n# %s\n", q->text);
}

static bool ask(struct side *const sides[SIDES], u8 *packet, u64 *random, bool *shown)
{
	u32 i = below(random, SKEP_COUNT(programs));
	struct question q = {.type = programs[i].type,
			     .attach = programs[i].attach,
			     .load_flags = programs[i].flags};
	char text[256], *ours;
	const char *linux_says;
	bool same;

	make_text(text, sizeof(text), programs[i].text, random);
	q.text = text;
	make_question(&q, packet, random);
	ours = strdup(side_ask(sides[0], &q, 0));
	linux_says = side_ask(sides[1], &q, 0);
	same = strcmp(ours, linux_says) == 0;
	if (!same && *shown)
		show(&q, ours, linux_says);
	free(ours);
	return same;
}

int main(int argc, char **argv)
{
	static u8 packet[PACKET_ROOM];
	u32 count = argc > 1 ? (u32)strtoul(argv[1], NULL, 0) : 1000, differed = 0;
	u64 random = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
	struct side *sides[SIDES] = {NULL, side_linux()};
	bool shown = true;

	if (!sides[1]) {
		test_skip("Linux", strerror(errno));
		return test_end();
	}
	sides[0] = side_skep(SKEP_CODE_PLAIN);
	for (u32 i = 0; i < count; i++) {
		differed += !ask(sides, packet, &random, &shown);
		shown = differed < SHOWN;
	}
	test_eq(differed, 0, "%u calls made at random are answered as by Linux", count);
	side_free(sides[0]);
	side_free(sides[1]);
	return test_end();
}

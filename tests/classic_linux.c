/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux as the judge of classic BPF, through SO_ATTACH_FILTER on a pair of Unix datagram sockets:
 * which programs it accepts, and what they return. Needs no privilege. */
#include <errno.h>
#include <skep/classic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "classic_programs.h"
#include "test.h"

/* Datagrams go in at send; what the filter lets through comes out at receive. */
struct pair {
	int send, receive;
};

static bool pair_open(struct pair *pair)
{
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, fds) != 0)
		return false;
	*pair = (struct pair){.send = fds[0], .receive = fds[1]};
	return true;
}

static void pair_close(struct pair *pair)
{
	close(pair->send);
	close(pair->receive);
}

/* Attaches in place of the program before; returns 0 or the errno. */
static int attach(struct pair *pair, const struct sock_filter *insns, u32 count)
{
	struct sock_fprog prog = {.len = (unsigned short)count,
				  .filter = (struct sock_filter *)insns};

	return setsockopt(pair->receive, SOL_SOCKET, SO_ATTACH_FILTER, &prog, sizeof(prog)) ? errno
											    : 0;
}

struct agreement {
	struct pair pair;
	u32 accepted, refused, differences;
};

static void compare_check(struct agreement *a, const struct program *p)
{
	struct skep_diag d = {0};
	bool ours = skep_classic_check(p->insns, p->count, SKEP_CLASSIC_LINUX_LIMIT, &d);
	int theirs = attach(&a->pair, p->insns, p->count);

	a->accepted += theirs == 0;
	a->refused += theirs == EINVAL;
	if (ours == (theirs == 0) && (theirs == 0 || theirs == EINVAL))
		return;
	if (a->differences++ < 5)
		printf("# %s: Linux says %s, we say %s (%s)\n", p->name, strerror(theirs),
		       ours ? "yes" : "no", d.what);
}

static void test_check(const char *name, u32 rounds, u32 longest, bool mutate)
{
	static struct program p;
	struct agreement a = {0};
	u64 seed = 20240607;

	if (!test_ok(pair_open(&a.pair), "a pair of sockets for %s", name))
		return;
	for (u32 i = 0; i < rounds; i++) {
		u32 words = program_random(&seed) % 5;

		program_make(&p, words + 1 + program_random(&seed) % longest, words, &seed);
		if (mutate)
			program_mutate(&p, &seed);
		compare_check(&a, &p);
	}
	test_eq(a.differences, 0, "%s: Linux and we agree on %u programs", name, rounds);
	test_ok(a.accepted > rounds / 20, "%s: %u were accepted", name, a.accepted);
	test_ok(!mutate || a.refused > rounds / 20, "%s: %u were refused", name, a.refused);
	pair_close(&a.pair);
}

/* Every opcode by itself, with operands at the edges. */
static void test_opcodes(void)
{
	static const u32 operands[] = {
	    0, 1, 15, 16, 31, 32, 0x7fffffff, 0xffffefff, 0xfffff000, 0xfffff03c, 0xfffff040};
	static struct program p;
	struct agreement a = {0};

	if (!test_ok(pair_open(&a.pair), "a pair of sockets for opcodes"))
		return;
	snprintf(p.name, sizeof(p.name), "an opcode");
	for (u32 code = 0; code < 0x400; code++) {
		for (size_t i = 0; i < SKEP_COUNT(operands); i++) {
			p.count = 3;
			p.insns[0] = (struct sock_filter){.code = BPF_ST, .k = operands[i] % 16};
			p.insns[1] = (struct sock_filter){.code = (u16)code, .k = operands[i]};
			p.insns[2] = (struct sock_filter){.code = BPF_RET | BPF_K};
			compare_check(&a, &p);
		}
	}
	test_eq(a.differences, 0, "each opcode, each operand");
	pair_close(&a.pair);
}

static void test_sizes(void)
{
	static struct program p;
	struct agreement a = {0};

	if (!test_ok(pair_open(&a.pair), "a pair of sockets for sizes"))
		return;
	for (u32 i = 0; i < PROGRAM_ROOM; i++)
		p.insns[i] = (struct sock_filter){.code = BPF_RET | BPF_K};
	snprintf(p.name, sizeof(p.name), "returns");
	for (p.count = 0; p.count <= PROGRAM_ROOM; p.count = p.count ? p.count * 2 : 1)
		compare_check(&a, &p);
	test_eq(a.differences, 0, "0 to 4,096 instructions");
	test_eq(a.accepted, 13, "all but the empty one");
	test_eq(attach(&a.pair, p.insns, 4097), EINVAL, "Linux refuses 4,097");
	pair_close(&a.pair);
}

enum { DATAGRAM = 300 };

/* Sends a datagram; returns how many bytes of it the filter let through. */
static u32 filtered(struct pair *pair, const u8 *data)
{
	u8 received[DATAGRAM];
	ssize_t n;

	if (send(pair->send, data, DATAGRAM, 0) < 0 && errno != EPERM)
		return UINT32_MAX;
	n = recv(pair->receive, received, sizeof(received), 0);
	return n < 0 ? 0 : (u32)n;
}

/* Appends to a program, whose last instruction alone is `ret a`, what turns byte `byte` of a into a
 * length: 1 for 0. */
static void return_byte(struct program *p, u32 byte)
{
	const struct sock_filter tail[] = {
	    {.code = BPF_ALU | BPF_RSH | BPF_K, .k = byte * 8},
	    {.code = BPF_ALU | BPF_AND | BPF_K, .k = 0xff},
	    {.code = BPF_ALU | BPF_ADD | BPF_K, .k = 1},
	    {.code = BPF_RET | BPF_A},
	};

	memcpy(&p->insns[p->count - 1], tail, sizeof(tail));
	p->count += SKEP_COUNT(tail) - 1;
}

/* Whether Linux gives what we give, all four bytes of it. */
static bool same_result(struct pair *pair, const struct program *p,
			const struct skep_packet *packet)
{
	static struct program shown;
	u32 lengths[4], ours;

	for (u32 byte = 0; byte < 4; byte++) {
		shown = *p;
		return_byte(&shown, byte);
		if (attach(pair, shown.insns, shown.count) != 0)
			return false;
		lengths[byte] = filtered(pair, packet->data);
		ours = skep_classic_run(shown.insns, shown.count, packet);
		ours = ours < DATAGRAM ? ours : DATAGRAM;
		if (lengths[byte] == ours)
			continue;
		printf("# %s, byte %u: Linux gives %u, we give %u\n", p->name, byte, lengths[byte],
		       ours);
		return false;
	}
	return true;
}

/* Makes x small wherever it is set, so that no x + k passes 2^32: what then happens is a difference
 * on purpose (src/classic/run.c). */
static void tame(struct program *p)
{
	for (u32 at = 0; at < p->count; at++) {
		struct sock_filter *i = &p->insns[at];

		if (i->code == (BPF_LDX | BPF_MEM) || i->code == (BPF_MISC | BPF_TAX))
			i->code = BPF_LDX | BPF_IMM;
		if (i->code == (BPF_LDX | BPF_IMM) ||
		    (BPF_CLASS(i->code) == BPF_LD && BPF_MODE(i->code) == BPF_IND))
			i->k %= DATAGRAM / 2;
	}
}

/* The other difference on purpose, shifts by x, and what differs between two runs. */
static bool comparable(const struct program *p)
{
	for (u32 at = 0; at < p->count; at++) {
		struct sock_filter i = p->insns[at];
		u32 field = i.k - (u32)SKF_AD_OFF;

		if (i.code == (BPF_ALU | BPF_LSH | BPF_X) || i.code == (BPF_ALU | BPF_RSH | BPF_X))
			return false;
		if (i.code == (BPF_LDX | BPF_MSH | BPF_B) && i.k >= (u32)SKF_LL_OFF)
			return false;
		if (BPF_CLASS(i.code) != BPF_LD || BPF_MODE(i.code) != BPF_ABS)
			continue;
		if (field == SKF_AD_CPU || field == SKF_AD_RANDOM || field == SKF_AD_IFINDEX ||
		    field == SKF_AD_HATYPE || (i.k >= (u32)SKF_LL_OFF && i.k < (u32)SKF_AD_OFF))
			return false;
	}
	return true;
}

static void some_datagram(u8 *data, u64 *seed)
{
	for (u32 i = 0; i < DATAGRAM; i++)
		data[i] = (u8)(program_random(seed) % 8 ? program_random(seed) % 16
							: program_random(seed));
}

static void test_run(void)
{
	enum { ROUNDS = 3000 };
	static struct program p;
	struct pair pair;
	u8 data[DATAGRAM];
	struct skep_packet packet = {.data = data, .caplen = DATAGRAM, .wirelen = DATAGRAM};
	u32 compared = 0, differences = 0;
	u64 seed = 77;

	if (!test_ok(pair_open(&pair), "a pair of sockets for runs"))
		return;
	for (u32 i = 0; i < ROUNDS; i++) {
		u32 words = program_random(&seed) % 4;

		program_make(&p, words + 2 + program_random(&seed) % 20, words, &seed);
		tame(&p);
		some_datagram(data, &seed);
		if (!comparable(&p))
			continue;
		compared++;
		differences += !same_result(&pair, &p, &packet);
	}
	test_eq(differences, 0, "%u programs return in Linux what they return here", compared);
	test_ok(compared > ROUNDS / 4, "enough of them could be compared");
	pair_close(&pair);
}

static u32 run_in_linux(const struct sock_filter *insns, u32 count, const u8 *data)
{
	struct pair pair;
	u32 length;

	if (!pair_open(&pair))
		return UINT32_MAX;
	length = attach(&pair, insns, count) == 0 ? filtered(&pair, data) : UINT32_MAX;
	pair_close(&pair);
	return length;
}

/* The two differences that run.c documents: they must be there, or the document is wrong. */
static void test_documented_differences(void)
{
	const struct sock_filter shift[] = {
	    {.code = BPF_LDX | BPF_IMM, .k = 33},
	    {.code = BPF_LD | BPF_IMM, .k = 5},
	    {.code = BPF_ALU | BPF_LSH | BPF_X},
	    {.code = BPF_RET | BPF_A},
	};
	const struct sock_filter wrap[] = {
	    {.code = BPF_LDX | BPF_IMM, .k = 8},
	    {.code = BPF_LD | BPF_B | BPF_IND, .k = (u32)-4},
	    {.code = BPF_RET | BPF_A},
	};
	u8 data[DATAGRAM] = {[4] = 77};
	struct skep_packet packet = {.data = data, .caplen = DATAGRAM, .wirelen = DATAGRAM};

	test_eq(run_in_linux(shift, 4, data), 10, "Linux shifts by x modulo 32");
	test_eq(skep_classic_run(shift, 4, &packet), 0, "we shift everything out");
	test_eq(run_in_linux(wrap, 3, data), 77, "Linux wraps x + k");
	test_eq(skep_classic_run(wrap, 3, &packet), 0, "we do not");
}

int main(void)
{
	test_opcodes();
	test_sizes();
	test_check("programs that keep the rules", 4000, 30, false);
	test_check("mutations", 20000, 30, true);
	test_check("tiny programs", 10000, 4, true);
	test_run();
	test_documented_differences();
	return test_end();
}

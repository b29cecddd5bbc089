/* SPDX-License-Identifier: BSD-2-Clause */
/* The translation to eBPF: Linux's verifier must take every program, and BPF_PROG_TEST_RUN and our
 * own eBPF interpreter must give what the classic interpreter gives. Linux's part needs bpf(2).
 * Argument: data/classic/expressions.txt */
#include <errno.h>
#include <linux/bpf.h>
#include <skep/classic.h>
#include <skep/prog.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "classic/translate.h"
#include "classic_programs.h"
#include "test.h"

/* A test run takes a frame off its Ethernet header before a socket filter sees it. */
enum { ETHERNET = 14, PACKET = 128, FRAME = ETHERNET + PACKET, MARK = 0x1234567 };

struct counts {
	u64 seed;
	bool ask_linux;
	u32 loaded, refused, unsupported, backward, runs, differences;
};

static int bpf(int command, union bpf_attr *attr)
{
	return (int)syscall(SYS_bpf, command, attr, sizeof(*attr));
}

static int load(const struct skep_prog *prog, char *log, u32 log_size)
{
	union bpf_attr attr = {
	    .prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
	    .insns = (u64)(uintptr_t)prog->insns,
	    .insn_cnt = prog->count,
	    .license = (u64)(uintptr_t) "GPL",
	    .log_buf = (u64)(uintptr_t)log,
	    .log_size = log_size,
	    .log_level = log ? 1 : 0,
	};

	return bpf(BPF_PROG_LOAD, &attr);
}

/* Runs over a frame of `length` bytes; false if Linux would not. */
static bool run(int fd, const u8 *frame, u32 length, u32 *result)
{
	struct __sk_buff context = {.mark = MARK};
	union bpf_attr attr = {0};

	attr.test.prog_fd = (u32)fd;
	attr.test.data_in = (u64)(uintptr_t)frame;
	attr.test.data_size_in = length;
	attr.test.ctx_in = (u64)(uintptr_t)&context;
	attr.test.ctx_size_in = sizeof(context);
	if (bpf(BPF_PROG_TEST_RUN, &attr) != 0)
		return false;
	*result = attr.test.retval;
	return true;
}

/* What Linux knows of the frame, as far as this test compares it. */
static struct skep_packet as_packet(const u8 *frame, u32 length)
{
	return (struct skep_packet){
	    .data = frame + ETHERNET,
	    .caplen = length - ETHERNET,
	    .wirelen = length - ETHERNET,
	    .mark = MARK,
	    .protocol = 0x0800,
	    .ifindex = 1,
	};
}

static void some_frame(u8 *frame, u64 *seed)
{
	memset(frame, 0, ETHERNET);
	frame[12] = 8;
	for (u32 i = ETHERNET; i < FRAME; i++)
		frame[i] = (u8)(program_random(seed) >> (program_random(seed) % 32));
}

static void compare_runs(const struct program *p, int fd, struct counts *c)
{
	u8 frame[FRAME];

	for (u32 round = 0; round < 8; round++) {
		u32 length = ETHERNET + 20 + program_random(&c->seed) % (PACKET - 20);
		struct skep_packet packet;
		u32 got, want;

		some_frame(frame, &c->seed);
		packet = as_packet(frame, length);
		if (!run(fd, frame, length, &got)) {
			test_ok(false, "%s: a test run of %u bytes: %s", p->name, length,
				strerror(errno));
			return;
		}
		want = skep_classic_run(p->insns, p->count, &packet);
		c->runs++;
		if (got != want && c->differences++ < 5)
			printf("# %s: Linux gives %u, the interpreter %u\n", p->name, got, want);
	}
}

/* Our interpreter, watched, so that an access outside the program's memory is seen. */
static void compare_ours(const struct program *p, const struct skep_prog *prog, struct counts *c)
{
	const struct skep_code_options options = {.mode = SKEP_CODE_CHECKED};
	struct skep_diag d = {0};
	struct skep_code *code = skep_code_new_with(prog, &options, &d);
	u8 frame[FRAME];

	c->loaded += code != NULL;
	c->unsupported += d.code == SKEP_E_UNSUPPORTED;
	for (u32 round = 0; code && round < 8; round++) {
		struct skep_packet packet;
		u64 got = 0;
		u32 want;

		some_frame(frame, &c->seed);
		packet = as_packet(frame, ETHERNET + program_random(&c->seed) % PACKET);
		packet.vlan_present = true;
		packet.vlan_tci = 100;
		packet.vlan_tpid = 0x8100;
		packet.queue = 3;
		packet.pkttype = 4;
		packet.rxhash = 0xdeadbeef;
		want = skep_classic_run(p->insns, p->count, &packet);
		c->runs++;
		if (skep_code_try_packet(code, &packet, &got, &d) && (u32)got == want)
			continue;
		if (c->differences++ < 5)
			printf("# %s: our eBPF gives %u, the interpreter %u %s\n", p->name,
			       (u32)got, want, d.what);
	}
	skep_code_free(code);
}

static void use(const struct program *p, void *context)
{
	static char log[1 << 16];
	struct counts *c = context;
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_classic_to_ebpf(p->insns, p->count, &d);
	int fd;

	if (!prog) {
		c->unsupported += d.code == SKEP_E_UNSUPPORTED;
		c->backward += d.code == SKEP_E_RANGE;
		return;
	}
	if (!c->ask_linux) {
		compare_ours(p, prog, c);
		goto done;
	}
	fd = load(prog, NULL, 0);
	if (fd < 0 && c->refused++ < 3) {
		load(prog, log, sizeof(log));
		printf("# %s: %s\n", p->name, log);
	}
	if (fd >= 0) {
		c->loaded++;
		compare_runs(p, fd, c);
		close(fd);
	}
done:
	skep_prog_free(prog);
}

/* Fields whose value differs from run to run, or whose place in a test run is another. */
static bool comparable(const struct program *p)
{
	for (u32 at = 0; at < p->count; at++) {
		u32 k = p->insns[at].k, field = k - (u32)SKF_AD_OFF;

		if (BPF_CLASS(p->insns[at].code) > BPF_LDX)
			continue;
		if (field == SKF_AD_CPU || field == SKF_AD_RANDOM || field == SKF_AD_RXHASH)
			return false;
		if (k >= (u32)SKF_LL_OFF && k < (u32)SKF_NET_OFF)
			return false;
	}
	return true;
}

static void test_compiled(const char *path, bool ask_linux)
{
	struct counts c = {.seed = 99, .ask_linux = ask_linux};
	u32 programs = programs_compiled(path, use, &c);

	test_ok(c.loaded >= 300 && c.loaded + c.backward == programs,
		"%s loads all %u compiled programs but the %u that jump backward",
		ask_linux ? "Linux" : "our eBPF", programs, c.backward);
	test_eq(c.differences, 0, "%u runs of them agree", c.runs);
}

static void test_made(bool ask_linux)
{
	enum { ROUNDS = 1500 };
	static struct program p;
	struct counts c = {.seed = 1234, .ask_linux = ask_linux};
	u32 made = 0;

	for (u32 i = 0; i < ROUNDS; i++) {
		u32 words = program_random(&c.seed) % 4;

		program_make(&p, words + 2 + program_random(&c.seed) % 24, words, &c.seed);
		if (!comparable(&p))
			continue;
		use(&p, &c);
		made++;
	}
	test_eq(c.refused, 0, "none of %u made programs is refused by %s", made,
		ask_linux ? "Linux's verifier" : "our eBPF");
	test_eq(c.loaded + c.unsupported, made, "of which %u ask what eBPF cannot", c.unsupported);
	test_eq(c.differences, 0, "%u runs of them agree", c.runs);
}

static bool bpf_allowed(void)
{
	struct sock_filter ret = {.code = BPF_RET | BPF_K};
	struct skep_prog *prog = skep_classic_to_ebpf(&ret, 1, NULL);
	int fd = load(prog, NULL, 0);

	skep_prog_free(prog);
	if (fd < 0) {
		test_skip("loading translated programs", strerror(errno));
		return false;
	}
	close(fd);
	return true;
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : "tests/data/classic/expressions.txt";

	if (bpf_allowed()) {
		test_compiled(path, true);
		test_made(true);
	}
	test_compiled(path, false);
	test_made(false);
	return test_end();
}

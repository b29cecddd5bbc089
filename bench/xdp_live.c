/* SPDX-License-Identifier: BSD-2-Clause */
/* Sends frames of TCP to 192.0.2.80, port 80, into an interface from within Linux: a program that
 * redirects them there runs on frames that BPF_PROG_TEST_RUN makes (BPF_F_TEST_XDP_LIVE_FRAMES), so
 * that making them costs next to nothing. Prints how many there were and how many a second.
 *
 * usage: xdp_live IFACE COUNT */
#include <bpf/bpf.h>
#include <net/if.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FRAME = 64, BATCH = 64, SLICE = 1 << 16, WORDS = 13 };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const unsigned char head[4 * WORDS] = {
    2,	  2,	2, 2,  2, 2,  2, 2, 2, 2,   2,	3,   8,	   0,	0x45, 0, 0,
    50,	  0,	0, 0,  0, 64, 6, 0, 0, 198, 51, 100, 2,	   192, 0,    2, 80,
    0x12, 0x67, 0, 80, 0, 0,  0, 1, 0, 0,   0,	1,   0x50, 16,	250,  0};

/* Writes the head, for frames come again as others left them: the loads, a check, the stores, and
 * return bpf_redirect(interface, 0). */
static int load(int interface)
{
	const struct bpf_insn before[] = {
	    {BPF_LDX | BPF_MEM | BPF_W, BPF_REG_2, BPF_REG_1, offsetof(struct xdp_md, data), 0},
	    {BPF_LDX | BPF_MEM | BPF_W, BPF_REG_3, BPF_REG_1, offsetof(struct xdp_md, data_end), 0},
	    {BPF_ALU64 | BPF_MOV | BPF_X, BPF_REG_4, BPF_REG_2, 0, 0},
	    {BPF_ALU64 | BPF_ADD | BPF_K, BPF_REG_4, 0, 0, FRAME},
	    {BPF_JMP | BPF_JGT | BPF_X, BPF_REG_4, BPF_REG_3, WORDS, 0},
	};
	const struct bpf_insn after[] = {
	    {BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_1, 0, 0, interface},
	    {BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_2, 0, 0, 0},
	    {BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_redirect},
	    {BPF_JMP | BPF_EXIT, 0, 0, 0, 0},
	};
	struct bpf_insn insns[COUNT(before) + WORDS + COUNT(after)];

	memcpy(insns, before, sizeof(before));
	for (int i = 0; i < WORDS; i++) {
		int word;

		memcpy(&word, head + 4 * i, sizeof(word));
		insns[COUNT(before) + i] =
		    (struct bpf_insn){BPF_ST | BPF_MEM | BPF_W, BPF_REG_2, 0, (short)(4 * i), word};
	}
	memcpy(insns + COUNT(before) + WORDS, after, sizeof(after));
	return bpf_prog_load(BPF_PROG_TYPE_XDP, "live_frames", "GPL", insns, COUNT(insns), NULL);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	unsigned char frame[FRAME] = {0};
	long count = argc == 3 ? atol(argv[2]) : 0, sent = 0;
	int fd = count ? load((int)if_nametoindex(argv[1])) : -1;
	double start = seconds();

	LIBBPF_OPTS(bpf_test_run_opts, run, .data_in = frame, .data_size_in = FRAME,
		    .repeat = SLICE, .batch_size = BATCH, .flags = BPF_F_TEST_XDP_LIVE_FRAMES);
	if (fd < 0)
		return 1;
	memcpy(frame, head, sizeof(head));
	for (; sent < count; sent += SLICE)
		if (bpf_prog_test_run_opts(fd, &run))
			return 1;
	printf("%ld %.0f\n", sent, (double)sent / (seconds() - start));
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Compiling lists of hosts beside libpcap: milliseconds and instructions as the list grows, and a
 * million prefixes for skep alone.
 *
 * usage: bench_compile
 *
 * Each compilation is a process of its own that has 20 seconds. */
#include <err.h>
#include <signal.h>
#include <skep/filter.h>
#include <skep/prog.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "peer.h"
#include "prog/prog.h"
#include "traffic.h"

enum { SECONDS = 20, RUNS = 3 };

struct result {
	bool done;	 /* else its time was over */
	double ms;	 /* the least of RUNS */
	u32 classic;	 /* instructions; 0: none */
	u32 ebpf;	 /* instructions; 0: none */
	u64 data;	 /* bytes of tables beside the eBPF instructions */
	char error[320]; /* if there is neither */
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void compile_peer(const char *text, struct result *r)
{
	struct peer *peer = peer_compile(text);

	if (peer)
		r->classic = peer_length(peer);
	else
		snprintf(r->error, sizeof(r->error), "refused");
	peer_free(peer);
}

static void compile_classic(const char *text, struct result *r)
{
	struct skep_filter_options options = {.netmask = SKEP_NETMASK_UNKNOWN};
	struct skep_diag d = {0};
	struct skep_filter *f = skep_filter_compile(text, &options, &d);

	if (!f || !skep_filter_classic(f, &r->classic, &d))
		snprintf(r->error, sizeof(r->error), "%s", d.what);
	skep_filter_free(f);
}

static void compile_ebpf(const char *text, struct result *r)
{
	struct skep_filter_options options = {.netmask = SKEP_NETMASK_UNKNOWN};
	struct skep_diag d = {0};
	struct skep_filter *f = skep_filter_compile(text, &options, &d);
	const struct skep_prog *prog = f ? skep_filter_prog(f, &d) : NULL;

	if (!prog)
		snprintf(r->error, sizeof(r->error), "%s", d.what);
	else
		r->ebpf = prog->count;
	r->data = 0;
	for (u32 i = 0; prog && i < prog->data_count; i++)
		r->data += prog->data[i].size;
	skep_filter_free(f);
}

typedef void compiler(const char *text, struct result *r);

static void child(compiler *compile, const char *text, u32 runs, int out)
{
	struct result r = {.done = true, .ms = 1e12};

	alarm(SECONDS);
	for (u32 i = 0; i < runs; i++) {
		double start = now_ms(), took;

		compile(text, &r);
		took = now_ms() - start;
		r.ms = took < r.ms ? took : r.ms;
	}
	_exit(write(out, &r, sizeof(r)) == sizeof(r) ? 0 : 1);
}

static struct result measure(compiler *compile, const char *text, u32 runs)
{
	struct result r = {0};
	int ends[2], status;
	pid_t pid;

	if (pipe(ends))
		err(1, "pipe");
	fflush(stdout);
	pid = fork();
	if (pid < 0)
		err(1, "fork");
	if (pid == 0)
		child(compile, text, runs, ends[1]);
	close(ends[1]);
	if (read(ends[0], &r, sizeof(r)) != sizeof(r))
		r.done = false;
	close(ends[0]);
	waitpid(pid, &status, 0);
	if (!r.done && !(WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM))
		errx(1, "a compilation ended with status %d", status);
	return r;
}

static void print(const char *name, const struct result *r)
{
	if (!r->done)
		printf("  %s: not within %u s", name, SECONDS);
	else if (!r->classic && !r->ebpf)
		printf("  %s: %s", name, r->error);
	else if (r->ebpf)
		printf("  %s %.2f ms, %u insns and %lu bytes", name, r->ms, r->ebpf, r->data);
	else
		printf("  %s %.2f ms, %u insns", name, r->ms, r->classic);
}

/* `host A or host B ...`, or `net A/24 or ...` of different networks. */
static char *list(u32 count, bool nets)
{
	struct traffic t = {.state = 9};
	char *text = malloc((size_t)count * 32 + 1);
	size_t length = 0;

	if (!text)
		err(1, "memory");
	for (u32 i = 0; i < count; i++) {
		u32 a = nets ? i * 2 << 8 : traffic_draw(&t, 0x7fffffff);

		length += (size_t)sprintf(text + length, "%s%s %u.%u.%u.%u%s", i ? " or " : "",
					  nets ? "net" : "host", a >> 24, a >> 16 & 255,
					  a >> 8 & 255, nets ? 0 : a & 255, nets ? "/24" : "");
	}
	return text;
}

int main(void)
{
	for (u32 count = 1; count <= 10000; count *= 10) {
		char *text = list(count, false);
		struct result peer = measure(compile_peer, text, RUNS);
		struct result classic = measure(compile_classic, text, RUNS);
		struct result ebpf = measure(compile_ebpf, text, RUNS);

		printf("%u hosts:", count);
		print("libpcap", &peer);
		print("skep classic", &classic);
		if (peer.done && classic.done && peer.classic && classic.classic)
			printf(" ratio %.2f", classic.ms / peer.ms);
		print("skep eBPF", &ebpf);
		printf("\n");
		free(text);
	}
	char *text = list(1000000, true);
	struct result many = measure(compile_ebpf, text, 1);

	printf("1000000 prefixes:");
	print("skep eBPF", &many);
	printf("\n");
	free(text);
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Capturing on interfaces and filters in Linux, in a network namespace that ends with this process:
 * frames are sent into one end of a veth pair and captured at the other. */
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <pcap/pcap.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/bytes.h"
#include "capture/source.h"
#include "linux/attach.h"
#include "test.h"

enum {
	FRAME_SIZE = 64,
	FRAMES = 400,
	PATIENCE = 10, /* seconds until a capture that gets too little is given up */
};

/* The kinds of frames that are sent in turn. */
static const struct {
	u16 ethertype;
	u16 vlan; /* tag; 0 = none */
	u8 protocol;
	u16 port;
} kinds[] = {
    {ETH_P_IP, 0, IPPROTO_UDP, 53},   {ETH_P_IP, 0, IPPROTO_TCP, 80},
    {ETH_P_IP, 7, IPPROTO_UDP, 53},   {ETH_P_ARP, 0, 0, 0},
    {ETH_P_IP, 0, IPPROTO_UDP, 4000}, {ETH_P_IP, 9, IPPROTO_TCP, 53},
};

static u32 make_frame(u32 n, u8 *frame)
{
	size_t kind = n % SKEP_COUNT(kinds);
	u8 *at = frame + 12;

	memset(frame, 0, FRAME_SIZE);
	memset(frame, 0xff, 6);
	frame[11] = 2;
	if (kinds[kind].vlan) {
		skep_put_be16(at, ETH_P_8021Q);
		skep_put_be16(at + 2, kinds[kind].vlan);
		at += 4;
	}
	skep_put_be16(at, kinds[kind].ethertype);
	at += 2;
	if (kinds[kind].ethertype == ETH_P_IP) {
		at[0] = 0x45;
		skep_put_be16(at + 2, 40);
		at[8] = 64;
		at[9] = kinds[kind].protocol;
		skep_put_be16(at + 22, kinds[kind].port);
	}
	skep_put_be32(frame + FRAME_SIZE - 4, n);
	return FRAME_SIZE;
}

static void send_frames(const char *interface)
{
	struct sockaddr_ll to = {.sll_family = AF_PACKET,
				 .sll_ifindex = (int)if_nametoindex(interface)};
	int fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
	u8 frame[FRAME_SIZE];

	for (u32 n = 0; n < FRAMES; n++) {
		u32 size = make_frame(n, frame);

		if (sendto(fd, frame, size, 0, (struct sockaddr *)&to, sizeof(to)) != (ssize_t)size)
			printf("# sending failed: %s\n", strerror(errno));
	}
	close(fd);
}

static struct bpf_program compile(const char *text)
{
	pcap_t *dead = pcap_open_dead(DLT_EN10MB, 65535);
	struct bpf_program program;

	if (pcap_compile(dead, &program, text, 1, PCAP_NETMASK_UNKNOWN) < 0)
		abort();
	pcap_close(dead);
	return program;
}

/* What one capture saw. */
struct seen {
	bool frames[FRAMES];
	u32 count, wrong;
	struct skep_source_statistics statistics;
	struct skep_source_info info;
	struct skep_diag d;
};

/* Compares a packet with what was sent; `header` bytes were put before it. */
static void note(struct seen *seen, const struct skep_packet *p, u32 header)
{
	u8 frame[FRAME_SIZE];
	u32 skip = header ? ETH_HLEN : 0, n;
	const u8 *end = p->data + p->caplen;

	if (p->caplen != FRAME_SIZE + header - skip || p->wirelen != p->caplen) {
		seen->wrong++;
		return;
	}
	n = skep_get_be32(end - 4);
	if (n >= FRAMES || seen->frames[n]) {
		seen->wrong++;
		return;
	}
	make_frame(n, frame);
	seen->wrong += memcmp(p->data + header, frame + skip, FRAME_SIZE - skip) != 0;
	seen->wrong += header && skep_get_be16(p->data) != skep_get_be16(frame + 12);
	seen->frames[n] = true;
	seen->count++;
}

static int open_timer(void)
{
	struct itimerspec time = {.it_value.tv_sec = PATIENCE};
	int fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);

	timerfd_settime(fd, 0, &time, NULL);
	return fd;
}

struct plan {
	const char *interface;		  /* to capture on */
	const char *send;		  /* to send on */
	const struct bpf_program *kernel; /* filter in Linux; NULL = none */
	const struct bpf_program *user;	  /* filter here */
	u32 want;			  /* stop after so many matches */
	u32 header;			  /* bytes of a cooked header */
	u32 only;			  /* interface index that counts; 0 = all */
};

static void collect(struct skep_source *source, const struct plan *plan, struct seen *seen)
{
	struct skep_batch *batch = malloc(sizeof(*batch));

	batch->end = false;
	while (seen->count < plan->want && !batch->end &&
	       skep_source_read(source, batch, &seen->d)) {
		for (u32 i = 0; i < batch->count; i++) {
			const struct skep_packet *p = &batch->packets[i];
			struct pcap_pkthdr h = {.caplen = p->caplen, .len = p->wirelen};

			if (plan->user && !pcap_offline_filter(plan->user, &h, p->data))
				continue;
			if (!plan->only || plan->only == p->ifindex)
				note(seen, p, plan->header);
		}
	}
	free(batch);
}

static struct seen capture(const struct plan *plan)
{
	struct seen seen = {0};
	int timer = open_timer();
	struct skep_live_options options = {
	    .interface = plan->interface, .snaplen = 65535, .promiscuous = true, .stop_fd = timer};
	struct skep_source *source = skep_source_open_live(&options, &seen.d);

	if (source)
		seen.info = *skep_source_info(source);
	if (source &&
	    (!plan->kernel ||
	     skep_linux_attach_filter(skep_source_fd(source), (const void *)plan->kernel->bf_insns,
				      plan->kernel->bf_len, &seen.d)) &&
	    skep_source_start(source, &seen.d)) {
		send_frames(plan->send);
		collect(source, plan, &seen);
		seen.d.code |= !skep_source_count(source, &seen.statistics, &seen.d);
	}
	skep_source_free(source);
	close(timer);
	return seen;
}

static void check_all(const struct seen *seen, const char *name)
{
	test_ok(seen->d.code == 0, "%s: no failure %s", name, seen->d.what);
	test_eq(seen->count, FRAMES, "%s: each packet once", name);
	test_eq(seen->wrong, 0, "%s: with the bytes that were sent, VLAN tags included", name);
}

static void test_everything(void)
{
	struct seen seen = capture(&(struct plan){.interface = "b", .send = "a", .want = FRAMES});

	check_all(&seen, "Ethernet");
	test_eq(seen.info.linktype, 1, "Ethernet's link type");
	test_eq(seen.info.netmask, 0xffffff00, "the interface's netmask");
	test_eq(seen.statistics.received, FRAMES, "Linux counted the same packets");
	test_eq(seen.statistics.dropped, 0, "and dropped none");
}

static void test_any(void)
{
	struct seen seen = capture(&(struct plan){.interface = "any",
						  .send = "a",
						  .want = FRAMES,
						  .header = 20,
						  .only = if_nametoindex("b")});

	check_all(&seen, "any");
	test_eq(seen.info.linktype, 276, "any has LINUX_SLL2 headers");
	test_ok(!seen.info.takes_filter, "and takes no filter in Linux");
}

static void test_loopback(void)
{
	struct seen seen = capture(&(struct plan){.interface = "lo", .send = "lo", .want = FRAMES});

	check_all(&seen, "loopback");
}

/* The filter does not look past VLAN tags: of the data when it runs here, of the packet that
 * Linux has taken the tag from when it runs there. Frames without tags must be the same. */
static void test_filters(void)
{
	static const char *const filters[] = {"udp port 53", "arp", "tcp", "arp or udp port 4000"};

	for (size_t i = 0; i < SKEP_COUNT(filters); i++) {
		struct bpf_program program = compile(filters[i]);
		u8 frame[FRAME_SIZE];
		u32 want = 0, differ = 0;
		struct seen kernel, user;

		for (u32 n = 0; n < FRAMES; n++) {
			struct pcap_pkthdr h = {.caplen = FRAME_SIZE, .len = FRAME_SIZE};

			make_frame(n, frame);
			want += pcap_offline_filter(&program, &h, frame) != 0;
		}
		user = capture(
		    &(struct plan){.interface = "b", .send = "a", .user = &program, .want = want});
		kernel = capture(&(struct plan){.interface = "b",
						.send = "a",
						.kernel = &program,
						.user = &program,
						.want = want});
		for (u32 n = 0; n < FRAMES; n++)
			differ += kernel.frames[n] != user.frames[n];
		test_ok(kernel.count == want && user.count == want && differ == 0,
			"'%s': %u packets, in Linux and here (%u, %u)", filters[i], want,
			kernel.count, user.count);
		test_ok(kernel.statistics.received < FRAMES && kernel.statistics.received >= want,
			"'%s': Linux handed over no packet from before its filter (%llu)",
			filters[i], (unsigned long long)kernel.statistics.received);
		pcap_freecode(&program);
	}
}

static void test_snaplen(void)
{
	struct skep_diag d = {0};
	struct skep_batch *batch = malloc(sizeof(*batch));
	int timer = open_timer();
	struct skep_live_options options = {.interface = "b", .snaplen = 30, .stop_fd = timer};
	struct skep_source *source = skep_source_open_live(&options, &d);
	u32 seen = 0, wrong = 0;

	test_ok(source && skep_source_start(source, &d), "a small snaplen %s", d.what);
	send_frames("a");
	batch->end = false;
	while (seen < FRAMES && !batch->end && skep_source_read(source, batch, &d)) {
		for (u32 i = 0; i < batch->count; i++, seen++)
			wrong += batch->packets[i].caplen != 30 ||
				 batch->packets[i].wirelen != FRAME_SIZE;
	}
	test_ok(seen == FRAMES && wrong == 0, "cuts each packet and tells its length");
	skep_source_free(source);
	close(timer);
	free(batch);
}

static void test_refused(void)
{
	struct skep_diag d = {0};
	struct skep_live_options options = {.interface = "nope", .snaplen = 100, .stop_fd = -1};
	struct skep_source *source = skep_source_open_live(&options, &d);

	test_ok(!source && d.code == SKEP_E_NAME && strstr(d.hint, "lo, ") && strstr(d.hint, "b, "),
		"an unknown interface: %s: %s", d.what, d.hint);
	d = (struct skep_diag){0};
	options.interface = "down";
	source = skep_source_open_live(&options, &d);
	test_ok(source && !skep_source_start(source, &d) && d.code == SKEP_E_IO,
		"an interface that is down: %s: %s", d.what, d.hint);
	skep_source_free(source);
}

static void check_attach(int fd, const struct sock_filter *insns, u32 count, enum skep_error want)
{
	struct skep_diag d = {0};
	bool ok = skep_linux_attach_filter(fd, insns, count, &d);

	test_ok(ok == (want == SKEP_OK) && d.code == want, "attaching: %s %s",
		want ? skep_error_name(want) : "accepted", d.what);
}

/* In kernels from 6.7 on the limit belongs to the namespace; it is put back in any case. */
static void test_memory_limit(int fd, const struct sock_filter *insns, u32 count)
{
	FILE *file = fopen("/proc/sys/net/core/optmem_max", "r+e");
	unsigned long old;

	if (!file || fscanf(file, "%lu", &old) != 1 ||
	    (rewind(file), fprintf(file, "2048\n")) < 0 || fflush(file) != 0) {
		test_skip("attaching: limit", "net.core.optmem_max cannot be set");
	} else {
		check_attach(fd, insns, count, SKEP_E_LIMIT);
		rewind(file);
		fprintf(file, "%lu\n", old);
	}
	if (file)
		fclose(file);
}

static void test_attach(void)
{
	static struct sock_filter insns[BPF_MAXINSNS + 1];
	const struct sock_filter bad = {.code = BPF_JMP | BPF_JA, .k = 5};
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), one = 1;

	for (u32 i = 0; i <= BPF_MAXINSNS; i++)
		insns[i] = (struct sock_filter){.code = BPF_RET | BPF_K};
	check_attach(fd, insns, 0, SKEP_E_LIMIT);
	check_attach(fd, insns, BPF_MAXINSNS + 1, SKEP_E_LIMIT);
	check_attach(fd, &bad, 1, SKEP_E_INVALID);
	check_attach(-1, insns, 1, SKEP_E_SYSTEM);
	test_memory_limit(fd, insns, 4000);
	check_attach(fd, insns, BPF_MAXINSNS, SKEP_OK);
	setsockopt(fd, SOL_SOCKET, SO_LOCK_FILTER, &one, sizeof(one));
	check_attach(fd, insns, 1, SKEP_E_PERMISSION);
	close(fd);
}

/* The namespace, with nothing but our own traffic in it. */
static const char *set_up(void)
{
	static const char commands[] =
	    "exec 2>/dev/null; set -e; "
	    "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done; "
	    "ip link add name a type veth peer name b; ip link add name down type veth peer name "
	    "down2; "
	    "ip address add 192.0.2.1/24 dev b; "
	    "ip link set lo up; ip link set dev a arp off up; ip link set dev b arp off up";

	if (unshare(CLONE_NEWNET) < 0)
		return "no network namespace: this needs CAP_SYS_ADMIN";
	return system(commands) == 0 ? NULL : "cannot make a veth pair with ip(8)";
}

int main(void)
{
	const char *why = set_up();

	if (why) {
		test_skip("live capture", why);
		return test_end();
	}
	test_everything();
	test_any();
	test_loopback();
	test_filters();
	test_snaplen();
	test_refused();
	test_attach();
	return test_end();
}

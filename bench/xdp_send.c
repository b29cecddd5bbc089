/* SPDX-License-Identifier: BSD-2-Clause */
/* Sends frames of UDP to port 53 into an interface as fast as a packet socket takes them, and
 * prints how many there were a second.
 *
 * usage: xdp_send IFACE COUNT */
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 64, FRAME = 64 };

static int open_socket(const char *interface)
{
	struct sockaddr_ll to = {.sll_family = AF_PACKET,
				 .sll_ifindex = (int)if_nametoindex(interface)};
	int fd = socket(AF_PACKET, SOCK_RAW, 0), one = 1;

	if (fd < 0 || bind(fd, (struct sockaddr *)&to, sizeof(to)) < 0)
		return -1;
	setsockopt(fd, SOL_PACKET, PACKET_QDISC_BYPASS, &one, sizeof(one));
	return fd;
}

static void make_frame(unsigned char frame[FRAME])
{
	static const unsigned char head[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2,  2, 2,   2, 2,
					     2,	   8,	 0,    0x45, 0,	   0,	 50, 0, 0,   0, 0,
					     64,   17,	 0,    0,    192,  0,	 2,  1, 192, 0, 2,
					     2,	   0x12, 0x67, 0,    53,   0,	 30, 0, 0};

	memset(frame, 0, FRAME);
	memcpy(frame, head, sizeof(head));
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	unsigned char frame[FRAME];
	struct iovec part = {frame, FRAME};
	struct mmsghdr messages[BATCH];
	long count = argc == 3 ? atol(argv[2]) : 0, sent = 0;
	int fd = count ? open_socket(argv[1]) : -1;
	double start = seconds();

	if (fd < 0)
		return 1;
	make_frame(frame);
	memset(messages, 0, sizeof(messages));
	for (int i = 0; i < BATCH; i++) {
		messages[i].msg_hdr.msg_iov = &part;
		messages[i].msg_hdr.msg_iovlen = 1;
	}
	while (sent < count) {
		int done = sendmmsg(fd, messages, BATCH, 0);

		sent += done > 0 ? done : 0;
	}
	printf("%ld %.0f\n", sent, (double)sent / (seconds() - start));
	return 0;
}

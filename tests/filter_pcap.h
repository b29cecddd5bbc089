/* SPDX-License-Identifier: BSD-2-Clause */
/* libpcap, the truth of the filter tests, kept apart: its headers and linux/filter.h name the same
 * things. Also reads the captures that tests/captures/make.py has made. */
#ifndef SKEP_FILTER_PCAP_H
#define SKEP_FILTER_PCAP_H

#include <skep/packet.h>

#include "base/types.h"

/* One capture, wholly in memory. */
struct capture {
	char file[64]; /* name in the directory of the list */
	char link[32]; /* name of the link type, as in the list */
	char kind[16]; /* full, cut, damaged, small, format */
	u32 dlt;       /* as libpcap reports it */
	bool variable; /* libpcap keeps header lengths of this link type in scratch memory */
	struct skep_packet *packets;
	size_t count;
	void *handle; /* pcap_t: what expressions are compiled for */
	u8 *bytes;
};

struct captures {
	struct capture *data;
	size_t count;
};

/* Which captures are wanted. */
typedef bool capture_wanted(const struct capture *capture, void *closure);

/* Loads the wanted captures of a list, in its order; exits with a message if one cannot be read. */
struct captures captures_load(const char *list, capture_wanted *wanted, void *closure);

/* One capture that holds a copy of one packet, of a link type by its LINKTYPE_ number. */
struct captures captures_around(const char *link, u32 linktype, const struct skep_packet *packet);

void captures_free(struct captures *captures);

/* A program of libpcap for captures of one link type. */
struct truth;

/* Compiles; NULL with the reason in error[256] where libpcap refuses. */
struct truth *truth_compile(const struct capture *capture, const char *text, bool optimise,
			    char *error);
u32 truth_run(const struct truth *truth, const struct skep_packet *packet);

/* How a program came to its verdict on a packet. */
struct truth_course {
	/* It hangs on nothing but the packet. Some programs read scratch memory that they have
	 * never written (for encapsulations inside headers of variable length), and then
	 * bpf_filter() finds there what its stack happens to hold. */
	bool defined;
	u32 verdict; /* if it is; 0 also where a load failed */
};
struct truth_course truth_follow(const struct truth *truth, const struct skep_packet *packet);

u32 truth_length(const struct truth *truth); /* instructions */
void truth_free(struct truth *truth);	     /* NULL is allowed */

/* The netmask that both sides are given, host order. */
enum { TRUTH_NETMASK = 0xffffff00 };

#endif

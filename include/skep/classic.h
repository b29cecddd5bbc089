/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic BPF, the filters of SO_ATTACH_FILTER and `tcpdump -d`: check, run, print, read.
 *
 * A program is an array of struct sock_filter (linux/filter.h). Nothing here keeps state: every
 * function may be called from several threads at once. */
#ifndef SKEP_CLASSIC_H
#define SKEP_CLASSIC_H

#include <linux/filter.h>
#include <skep/api.h>
#include <skep/diag.h>
#include <skep/packet.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many instructions a program may have. */
enum {
	SKEP_CLASSIC_LINUX_LIMIT = BPF_MAXINSNS, /* for a socket of Linux: 4,096 */
	SKEP_CLASSIC_LIMIT = 1 << 24,		 /* for skep_classic_run */
};

/* The three forms of `tcpdump -d`. */
enum skep_classic_form {
	SKEP_CLASSIC_LISTING, /* -d:   (000) ldh      [12] */
	SKEP_CLASSIC_C,	      /* -dd:  { 0x28, 0, 0, 0x0000000c }, */
	SKEP_CLASSIC_DECIMAL, /* -ddd: the count, then 40 0 0 12 */
};

/* Checks a program by the rules of Linux (bpf_check_classic in net/core/filter.c).
 *
 *   insns, count  the program, borrowed for the call
 *   limit         SKEP_CLASSIC_LINUX_LIMIT, SKEP_CLASSIC_LIMIT or a smaller number of your own
 *
 * Returns whether Linux's rules allow it; otherwise *d names the instruction, the value, what is
 * allowed and what to write. Takes memory only for programs that read scratch words. */
SKEP_API bool skep_classic_check(const struct sock_filter *insns, uint32_t count, uint32_t limit,
				 struct skep_diag *d);

/* Runs a program over one packet.
 *
 *   insns, count  a program that skep_classic_check has allowed; others may do anything
 *   packet        borrowed for the call
 *
 * Returns what the program returns: the bytes of the packet to keep, 0 for "no match". A load
 * outside the captured bytes ends the program with 0, and so does a division by zero. Loads and
 * arithmetic are those of libpcap's bpf_filter(), ancillary loads (SKF_AD_*, SKF_NET_OFF,
 * SKF_LL_OFF) are those of Linux. */
SKEP_API uint32_t skep_classic_run(const struct sock_filter *insns, uint32_t count,
				   const struct skep_packet *packet);

/* Writes a program as tcpdump does, byte for byte; it need not be a program that the check allows.
 * Returns the NUL-terminated text, which the caller owns and gives to skep_classic_free; NULL with
 * *d set if memory ran out. */
SKEP_API char *skep_classic_print(const struct sock_filter *insns, uint32_t count,
				  enum skep_classic_form form, struct skep_diag *d);

/* Reads a program back from any of the three forms; which one is seen from the first character.
 * The decimal form may have commas in place of newlines, as iptables' bpf match and tc write it.
 * Indices before the instructions of a listing may be left out.
 *
 *   text    `length` bytes, borrowed for the call; needs no NUL
 *   *count  is set to the number of instructions, at most SKEP_CLASSIC_LIMIT
 *
 * Returns the program, which the caller owns and gives to skep_classic_free; it still needs
 * skep_classic_check. NULL with *d set to line, column and reason. */
SKEP_API struct sock_filter *skep_classic_parse(const char *text, size_t length, uint32_t *count,
						struct skep_diag *d);

/* Frees what print or parse returned; NULL is allowed. */
SKEP_API void skep_classic_free(void *printed_or_parsed);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* Compares skep with libpcap: one expression, the captures of one link type. */
#ifndef SKEP_FILTER_COMPARE_H
#define SKEP_FILTER_COMPARE_H

#include <regex.h>

#include "base/types.h"
#include "filter_pcap.h"

/* A difference that is meant, from differences.txt. */
struct difference {
	char theme[32];	 /* file of expressions that it is for; "*" for all of them */
	char kind[16];	 /* accepted (libpcap refuses), refused (libpcap accepts), verdict */
	regex_t pattern; /* finds its place in "link: expression => libpcap's message" */
	char *reason;
	size_t hits;
};

struct differences {
	struct difference *data;
	size_t count;
};

/* Reads the lines `theme TAB kind TAB pattern TAB reason`; `theme` selects, NULL takes all. Exits
 * with a message where the file is not right. */
struct differences differences_load(const char *path, const char *theme);
void differences_free(struct differences *d);

/* What was found, over many expressions. */
struct tally {
	u64 expressions, accepted, refused;
	u64 pairs;		      /* expression and capture */
	u64 packets;		      /* verdicts compared, packet by packet */
	u64 known;		      /* expressions that differ as differences.txt has it */
	u64 itself;		      /* expressions where libpcap's two programs disagree */
	u64 chance;		      /* verdicts of libpcap that come from unwritten memory */
	u64 clobbered;		      /* verdicts that a test before them changes */
	u64 constant;		      /* expressions that libpcap's optimiser refuses: no match */
	u64 no_classic;		      /* expressions that cannot be said in classic BPF */
	u64 failures;		      /* expressions that differ otherwise */
	u64 our_length, their_length; /* instructions, optimised, where both have a program */
	u64 longer;		      /* expressions for which ours is longer */
};

/* What made an expression fail, for a shrinker; text is a sentence of its own. */
struct failure {
	char text[512];
};

/* Compares one expression on captures of one link type, at least one. Adds to the tally. False with
 * *failure filled if skep differs from libpcap and no entry of `known` says so. */
bool compare(const char *text, const struct captures *captures, struct differences *known,
	     struct tally *tally, struct failure *failure);

/* Adds b to a. */
void tally_add(struct tally *a, const struct tally *b);

/* Prints the figures as TAP comments. */
void tally_print(const struct tally *tally);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* What a capture file's link type decides about reading it. All functions are thread-safe. */
#ifndef SKEP_CAPTURE_LINKS_H
#define SKEP_CAPTURE_LINKS_H

#include "base/types.h"

enum skep_link_libpcap {
	SKEP_LINK_LIBPCAP_NEVER,
	SKEP_LINK_LIBPCAP_SWAPPED, /* in files of the other byte order */
	SKEP_LINK_LIBPCAP_ALWAYS,
};

struct skep_link {
	u32 linktype;			/* LINKTYPE_ value, as in files */
	u32 dlt;			/* DLT_ value, as in libpcap's functions on Linux */
	u32 caplen_max;			/* bytes a packet may have */
	enum skep_link_libpcap libpcap; /* when libpcap must put the pseudo-header right */
};

/* The description of a link type; unknown ones follow the rule at the head of links.def. */
struct skep_link skep_link_by_linktype(u32 linktype);
struct skep_link skep_link_by_dlt(u32 dlt);

#endif

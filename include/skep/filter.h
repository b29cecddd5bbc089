/* SPDX-License-Identifier: BSD-2-Clause */
/* The filter language of pcap-filter(7): from an expression to classic BPF and to eBPF.
 *
 * The same text selects the same packets as with libpcap 1.10, also where that surprises; each such
 * surprise gives a warning. docs/filter.md lists them. */
#ifndef SKEP_FILTER_H
#define SKEP_FILTER_H

#include <linux/filter.h>
#include <skep/api.h>
#include <skep/diag.h>
#include <stdbool.h>
#include <stdint.h>

struct skep_filter;
struct skep_prog;

/* How an expression is to be understood. {0} is Ethernet with the largest snap length, optimised.
 */
struct skep_filter_options {
	uint32_t linktype; /* DLT_ value as libpcap reports it, e.g. 1 for Ethernet; 0 is Ethernet
			    * unless `null_link` is set, as DLT_NULL is 0 too */
	bool null_link;	   /* linktype 0 means DLT_NULL */
	uint32_t snaplen;  /* bytes to keep of a matching packet; 0: 262144 */
	uint32_t netmask;  /* of the network that is captured, host order, for `ip broadcast`;
			    * SKEP_NETMASK_UNKNOWN refuses that primitive */
	bool no_optimise;  /* emit each test where the text has it */
	bool swapped;	   /* the capture comes from a machine of the other byte order, whose
			    * address families (NULL, ENC) are in its order */
	bool live;	   /* the kernel's knowledge beside the bytes may be used: VLAN tags that it
			    * took out, direction, interface index */
};

#define SKEP_NETMASK_UNKNOWN UINT32_MAX

/* Compiles a pcap-filter(7) expression for packets of one link type.
 *
 *   text     NUL-terminated, borrowed for the call; "" matches every packet
 *   options  borrowed for the call
 *
 * Returns a filter that the caller frees with skep_filter_free, or NULL with *d set to the place in
 * the text, the reason and what to write instead. Names are looked up by getaddrinfo and friends,
 * which may take time. Thread-safe. */
SKEP_API struct skep_filter *skep_filter_compile(const char *text,
						 const struct skep_filter_options *options,
						 struct skep_diag *d);

/* Frees; NULL is allowed. */
SKEP_API void skep_filter_free(struct skep_filter *filter);

/* Where the expression says something else than it seems to say: `count` warnings, in text order.
 * `index` < count; borrowed until skep_filter_free. */
SKEP_API uint32_t skep_filter_warning_count(const struct skep_filter *filter);
SKEP_API const struct skep_diag *skep_filter_warning(const struct skep_filter *filter,
						     uint32_t index);

/* The filter as classic BPF, which returns the number of bytes to keep, 0 for "no match". Made at
 * the first call; borrowed until skep_filter_free. May be longer than the 4,096 instructions that
 * Linux takes. NULL with *d set if it cannot be said in classic BPF or memory ran out. One thread
 * at a time for one filter. */
SKEP_API const struct sock_filter *skep_filter_classic(struct skep_filter *filter, uint32_t *count,
						       struct skep_diag *d);

/* The filter as an eBPF program with direct packet access, which returns the number of bytes to
 * keep, 0 for "no match". Made at the first call; borrowed until skep_filter_free. NULL with *d set
 * if memory ran out. One thread at a time for one filter. */
SKEP_API const struct skep_prog *skep_filter_prog(struct skep_filter *filter, struct skep_diag *d);

/* The filter as an XDP program for Linux, which returns `match` or `other` (XDP_PASS and so on).
 *
 * The caller frees it with skep_prog_free. NULL with *d set if it asks what XDP does not see
 * (`live`), or memory ran out. Packets that would have to be read beyond 32,767 bytes, or have more
 * than 16 IPv6 extension headers under `protochain`, do not match. One thread at a time for one
 * filter. */
SKEP_API struct skep_prog *skep_filter_xdp(struct skep_filter *filter, uint32_t match,
					   uint32_t other, struct skep_diag *d);

/* What the expression means in plain words. The caller frees it with skep_text_free. NULL with *d
 * set if memory ran out. */
SKEP_API char *skep_filter_explain(const struct skep_filter *filter, struct skep_diag *d);

/* Frees a text that the library returned; NULL is allowed. */
SKEP_API void skep_text_free(char *text);

/* Finds a link type by its name without "DLT_" or "LINKTYPE_", in any case; false if unknown. */
SKEP_API bool skep_linktype_by_name(const char *name, uint32_t *linktype);

/* Returns the name of a link type, static storage; NULL for one that the filter language does not
 * know (raw offsets and `len` work on it all the same). */
SKEP_API const char *skep_linktype_name(uint32_t linktype);

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* Where packets come from: a capture file, standard input or an interface, behind one interface
 * that hands packets over in batches without copying them where that can be.
 * A source is used by one thread at a time. */
#ifndef SKEP_CAPTURE_SOURCE_H
#define SKEP_CAPTURE_SOURCE_H

#include <skep/diag.h>
#include <skep/packet.h>
#include <sys/types.h>

#include "base/types.h"

enum { SKEP_BATCH_MAX = 256 };

/* Packets in the order of arrival. What they point to is lent by the source until it is read
 * again, or freed. */
struct skep_batch {
	u32 count; /* may be 0 before the end */
	bool end;  /* nothing will follow */
	struct skep_packet packets[SKEP_BATCH_MAX];
	s64 ns[SKEP_BATCH_MAX]; /* time of arrival: nanoseconds since 1970, UTC */
	/* The packet's whole record in a file of this machine's byte order, 16 + caplen bytes of
	 * which the last are the packet's; NULL if there is none. */
	const u8 *records[SKEP_BATCH_MAX];
};

struct skep_source_info {
	u32 linktype;	    /* LINKTYPE_ value, as in files: 101 for raw IP */
	u32 dlt;	    /* DLT_ value, as libpcap and the filter language have it: 12 */
	u32 linktype_flags; /* upper six bits of the word in the file header, e.g. FCS length */
	u32 snaplen;	    /* bytes; no packet of the source is longer */
	bool nanoseconds;   /* the times are kept to the nanosecond, else to the microsecond */
	bool swapped;	    /* a file from a machine of the other byte order */
	bool live;	    /* an interface */
	bool takes_filter;  /* a classic program may be attached to skep_source_fd */
	u32 netmask;  /* of the interface's IPv4 address, host order; UINT32_MAX = not known */
	dev_t device; /* of a regular file, with inode */
	ino_t inode;  /* 0 = not a regular file */
};

struct skep_source_progress {
	u64 done;  /* bytes */
	u64 total; /* bytes; 0 = not known */
};

struct skep_source_statistics {
	u64 received; /* packets that passed the filter, the dropped ones included */
	u64 dropped;  /* packets the kernel had no room for */
};

struct skep_source;

/* Opens a capture file.
 *
 *   path     "-" is standard input
 *   stop_fd  when it becomes readable, waiting for input ends as at the end of the file; -1 = none
 *
 * Classic files are read here; pcapng, pipes and rare variants through libpcap. Returns a source
 * that the caller frees, or NULL with *d set: the file cannot be opened or is no capture. */
SKEP_MUST_USE struct skep_source *skep_source_open_file(const char *path, int stop_fd,
							struct skep_diag *d);

/* What a source on an interface is opened with. */
struct skep_live_options {
	const char *interface; /* "any" = all of them, with LINUX_SLL2 headers */
	u32 snaplen;	       /* bytes to keep of each packet at most */
	bool promiscuous;      /* also what is addressed to others */
	int stop_fd;	       /* readable = the end; -1 = none */
};

/* Prepares to capture on an interface through a ring shared with Linux. Nothing arrives before
 * skep_source_start, so a filter that is attached before sees every packet. Returns a source that
 * the caller frees, or NULL with *d set: no such interface, its link type is not known, or
 * SKEP_E_PERMISSION without CAP_NET_RAW. Source: Documentation/networking/packet_mmap.rst. */
SKEP_MUST_USE struct skep_source *skep_source_open_live(const struct skep_live_options *options,
							struct skep_diag *d);

/* Live sources only: the packet socket, for attaching a filter; lent until the source is freed. */
int skep_source_fd(const struct skep_source *source);

/* Live sources only: begins to capture. */
SKEP_MUST_USE bool skep_source_start(struct skep_source *source, struct skep_diag *d);

/* Live sources only: counts since skep_source_start. */
SKEP_MUST_USE bool skep_source_count(struct skep_source *source,
				     struct skep_source_statistics *statistics,
				     struct skep_diag *d);

/* Fills the batch. False with *d set, place = offset in the file, if the input is corrupt or
 * cannot be read; all packets before that were delivered by earlier calls. */
SKEP_MUST_USE bool skep_source_read(struct skep_source *source, struct skep_batch *batch,
				    struct skep_diag *d);

/* What the source is; borrowed until skep_source_free. */
const struct skep_source_info *skep_source_info(const struct skep_source *source);

/* How far reading has come. */
struct skep_source_progress skep_source_progress(const struct skep_source *source);

void skep_source_free(struct skep_source *source); /* NULL is allowed */

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* The classic capture file, shared by its reader and its writer: a header of 24 bytes, then one
 * record of 16 bytes and the captured bytes for each packet, all in the byte order of the machine
 * that wrote it (draft-ietf-opsawg-pcap). */
#ifndef SKEP_CAPTURE_PCAP_FORMAT_H
#define SKEP_CAPTURE_PCAP_FORMAT_H

#include "base/types.h"

/* First word of the file: names the byte order and the unit of the fractions of a second. */
enum skep_pcap_magic {
	SKEP_PCAP_MICRO = 0xa1b2c3d4,
	SKEP_PCAP_NANO = 0xa1b23c4d,
};

enum {
	SKEP_PCAP_VERSION_MAJOR = 2,
	SKEP_PCAP_VERSION_MINOR = 4,
	/* A record that claims more is corrupt, for all link types but those of links.def. */
	SKEP_PCAP_CAPLEN_MAX = 262144,
	/* The link type's word has flags (length of the frame check sequence) above these bits. */
	SKEP_PCAP_LINKTYPE_MASK = 0x03ffffff,
};

struct skep_pcap_file_header {
	u32 magic;
	u16 major;
	u16 minor;
	u32 zone;     /* always 0 in practice; ignored */
	u32 sigfigs;  /* the same */
	u32 snaplen;  /* bytes; 0 or more than INT_MAX: not known */
	u32 linktype; /* LINKTYPE_ value and flags */
};

struct skep_pcap_record {
	u32 seconds;  /* since 1970, UTC */
	u32 fraction; /* micro- or nanoseconds */
	u32 caplen;   /* bytes that follow */
	u32 wirelen;  /* bytes that were on the wire */
};

_Static_assert(sizeof(struct skep_pcap_file_header) == 24, "the header of a capture file");
_Static_assert(sizeof(struct skep_pcap_record) == 16, "the header of a record");

#endif

/* SPDX-License-Identifier: BSD-2-Clause */
/* One packet as every filter and program of skep sees it. Plain data, borrowed by whoever reads it.
 */
#ifndef SKEP_PACKET_H
#define SKEP_PACKET_H

#include <stdbool.h>
#include <stdint.h>

struct skep_packet {
	const uint8_t *data; /* caplen bytes, starting with the link-layer header */
	uint32_t caplen;     /* bytes that were captured */
	uint32_t wirelen;    /* bytes on the wire, >= caplen in a sound capture */

	/* What Linux knows beside the bytes (linux/filter.h, SKF_AD_*). All 0 for a capture file.
	 */
	uint32_t ifindex;
	uint32_t mark;
	uint32_t rxhash;
	uint32_t cpu;
	uint16_t protocol; /* EtherType, host order */
	uint16_t queue;
	uint16_t hatype;   /* ARPHRD_ value */
	uint16_t vlan_tci; /* of a tag that the kernel has taken out of the data */
	uint16_t vlan_tpid;
	bool vlan_present;
	uint8_t pkttype;     /* PACKET_HOST ... PACKET_OUTGOING, linux/if_packet.h */
	uint32_t net_offset; /* start of the network header in data; SKF_NET_OFF counts from here */
	int32_t link_offset; /* of the link-layer header, which may lie before data; SKF_LL_OFF */
};

#endif

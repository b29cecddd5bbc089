/* SPDX-License-Identifier: BSD-2-Clause */
#include "capture/links.h"

#include "capture/pcap_format.h"

static const struct skep_link special[] = {
#define LINK(name, linktype, dlt, caplen_max, libpcap)                                             \
	{linktype, dlt, caplen_max, SKEP_LINK_LIBPCAP_##libpcap},
#include "capture/links.def"
#undef LINK
};

struct skep_link skep_link_by_linktype(u32 linktype)
{
	for (size_t i = 0; i < SKEP_COUNT(special); i++) {
		if (special[i].linktype == linktype)
			return special[i];
	}
	return (struct skep_link){linktype, linktype, SKEP_PCAP_CAPLEN_MAX,
				  SKEP_LINK_LIBPCAP_NEVER};
}

struct skep_link skep_link_by_dlt(u32 dlt)
{
	for (size_t i = 0; i < SKEP_COUNT(special); i++) {
		if (special[i].dlt == dlt)
			return special[i];
	}
	return (struct skep_link){dlt, dlt, SKEP_PCAP_CAPLEN_MAX, SKEP_LINK_LIBPCAP_NEVER};
}

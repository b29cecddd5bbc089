/* SPDX-License-Identifier: BSD-2-Clause */
#include "peer.h"

#include <pcap/pcap.h>
#include <stdlib.h>

struct peer {
	struct bpf_program program;
};

struct peer *peer_compile(const char *text)
{
	pcap_t *handle = pcap_open_dead(DLT_EN10MB, 262144);
	struct peer *peer = calloc(1, sizeof(*peer));

	if (!peer || !handle ||
	    pcap_compile(handle, &peer->program, text, 1, PCAP_NETMASK_UNKNOWN)) {
		free(peer);
		peer = NULL;
	}
	if (handle)
		pcap_close(handle);
	return peer;
}

u32 peer_run(const struct peer *peer, const struct skep_packet *p)
{
	return bpf_filter(peer->program.bf_insns, p->data, p->wirelen, p->caplen);
}

u32 peer_length(const struct peer *peer)
{
	return peer->program.bf_len;
}

void peer_free(struct peer *peer)
{
	if (!peer)
		return;
	pcap_freecode(&peer->program);
	free(peer);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "capture/ring.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include "base/diag.h"

enum {
	BLOCK_SIZE = 1 << 19, /* bytes; has room for the largest packet, 262,144 */
	BLOCK_COUNT = 16,     /* asked for; fewer if Linux has no memory */
	RETIRE_MS = 50,	      /* a block with packets is handed over after so long at the latest */
};

static struct tpacket_block_desc *block(const struct skep_ring *ring)
{
	return (void *)(ring->map + (size_t)ring->current * ring->block_size);
}

/* The word that both sides write. */
static u32 *status(const struct skep_ring *ring)
{
	return &block(ring)->hdr.bh1.block_status;
}

static bool ask(struct skep_ring *ring, int fd, u32 blocks)
{
	struct tpacket_req3 request = {
	    .tp_block_size = BLOCK_SIZE,
	    .tp_block_nr = blocks,
	    .tp_frame_size = BLOCK_SIZE,
	    .tp_frame_nr = blocks,
	    .tp_retire_blk_tov = RETIRE_MS,
	};

	ring->block_size = BLOCK_SIZE;
	ring->block_count = blocks;
	return setsockopt(fd, SOL_PACKET, PACKET_RX_RING, &request, sizeof(request)) == 0;
}

bool skep_ring_init(struct skep_ring *ring, int fd, u32 reserve, struct skep_diag *d)
{
	int version = TPACKET_V3;
	u32 blocks = BLOCK_COUNT;
	void *map;

	*ring = (struct skep_ring){0};
	if (setsockopt(fd, SOL_PACKET, PACKET_VERSION, &version, sizeof(version)) < 0 ||
	    setsockopt(fd, SOL_PACKET, PACKET_RESERVE, &reserve, sizeof(reserve)) < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot set up the packet socket: %s",
				 strerror(errno));
	while (!ask(ring, fd, blocks)) {
		if (errno != ENOMEM || blocks == 1)
			return skep_fail(d, SKEP_E_SYSTEM,
					 "cannot get a packet ring of %u blocks of %u bytes: %s",
					 blocks, (u32)BLOCK_SIZE, strerror(errno));
		blocks /= 2;
	}
	map = mmap(NULL, (size_t)blocks * BLOCK_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (map == MAP_FAILED)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot map the packet ring: %s",
				 strerror(errno));
	ring->map = map;
	return true;
}

void skep_ring_fini(struct skep_ring *ring)
{
	if (ring->map)
		munmap(ring->map, (size_t)ring->block_count * ring->block_size);
	ring->map = NULL;
}

void skep_ring_advance(struct skep_ring *ring)
{
	if (!ring->held || ring->left > 0)
		return;
	__atomic_store_n(status(ring), TP_STATUS_KERNEL, __ATOMIC_RELEASE);
	ring->held = false;
	ring->current = (ring->current + 1) % ring->block_count;
}

/* Takes the current block over if Linux is done with it. */
static bool hold(struct skep_ring *ring)
{
	struct tpacket_block_desc *desc = block(ring);

	if (!(__atomic_load_n(status(ring), __ATOMIC_ACQUIRE) & TP_STATUS_USER))
		return false;
	ring->held = true;
	ring->left = desc->hdr.bh1.num_pkts;
	ring->frame = (void *)((u8 *)desc + desc->hdr.bh1.offset_to_first_pkt);
	return true;
}

struct tpacket3_hdr *skep_ring_next(struct skep_ring *ring)
{
	struct tpacket3_hdr *frame;

	if ((!ring->held && !hold(ring)) || ring->left == 0)
		return NULL;
	frame = ring->frame;
	ring->left--;
	ring->frame = (void *)((u8 *)frame + frame->tp_next_offset);
	return frame;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of XDP programs that move the ends of the packet. Room ends where Linux's frames end. */
#include <errno.h>

#include "helper/do.h"

enum { ETH_HEADER = 14, FRAME_STRUCT = 40 /* struct xdp_frame at the start of the headroom */ };

u64 skep_do_xdp_adjust_head(HELPER_ARGS)
{
	struct skep_xdp *xdp = skep_pointer(r1);
	struct skep_packet_room *f = &xdp->room;
	s64 by = (s32)r2, meta = f->data - f->meta;

	(void)run;
	UNUSED_3;
	if (by < f->start + FRAME_STRUCT + meta - f->data || by > f->end - f->data - ETH_HEADER)
		return (u64)-EINVAL;
	if (meta)
		__builtin_memmove(f->meta + by, f->meta, (size_t)meta);
	f->meta += by;
	f->data += by;
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of ring buffers: records that are copied, and records that are written in place. */
#include "map/ringbuf.h"

#include <errno.h>

#include "helper/do.h"
#include "helper/dynptr.h"

static u64 result(int error)
{
	return (u64)(s64)error;
}

u64 skep_do_ringbuf_output(HELPER_ARGS)
{
	(void)run, (void)r5;
	return result(skep_ringbuf_output(skep_pointer(r1), skep_pointer(r2), r3, r4));
}

u64 skep_do_ringbuf_reserve(HELPER_ARGS)
{
	(void)run;
	UNUSED_4;
	return (u64)(uintptr_t)skep_ringbuf_reserve(skep_pointer(r1), r2, r3);
}

u64 skep_do_ringbuf_submit(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	skep_ringbuf_submit(skep_pointer(r1), r2);
	return 0;
}

u64 skep_do_ringbuf_discard(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	skep_ringbuf_discard(skep_pointer(r1), r2);
	return 0;
}

u64 skep_do_ringbuf_query(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return skep_ringbuf_query(skep_pointer(r1), r2);
}

/* ---- records as dynptrs */

u64 skep_do_ringbuf_reserve_dynptr(HELPER_ARGS)
{
	struct skep_dynptr *to = skep_pointer(r4);
	u32 size = (u32)r2;
	void *record;

	(void)run, (void)r5;
	*to = (struct skep_dynptr){0};
	if (r3)
		return result(-EINVAL);
	if (size > SKEP_DYNPTR_MAX)
		return result(-E2BIG);
	record = skep_ringbuf_reserve(skep_pointer(r1), size, 0);
	if (!record)
		return result(-EINVAL);
	*to = skep_dynptr_point(record, SKEP_DYNPTR_RINGBUF, size);
	return 0;
}

static u64 finish(u64 dynptr, u64 flags, void (*end)(void *record, u64 flags))
{
	struct skep_dynptr *p = skep_pointer(dynptr);

	if (p->data)
		end(p->data, flags);
	*p = (struct skep_dynptr){0};
	return 0;
}

u64 skep_do_ringbuf_submit_dynptr(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return finish(r1, r2, skep_ringbuf_submit);
}

u64 skep_do_ringbuf_discard_dynptr(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return finish(r1, r2, skep_ringbuf_discard);
}

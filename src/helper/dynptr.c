/* SPDX-License-Identifier: BSD-2-Clause */
/* Dynptrs. Whether a packet still has the bytes is asked at each access: it may have been cut. */
#include "helper/dynptr.h"

#include <errno.h>
#include <string.h>

#include "helper/do.h"
#include "spec/spec.h"

#define RDONLY	   (1u << 31)
#define KIND_SHIFT 28
#define KIND_MASK  (7u << KIND_SHIFT)
#define SIZE_MASK  ((1u << 24) - 1)

struct skep_dynptr skep_dynptr_point(void *data, enum skep_dynptr_kind kind, u32 size)
{
	return (struct skep_dynptr){.data = data, .kind_size = (u32)kind << KIND_SHIFT | size};
}

static u32 size_of(const struct skep_dynptr *p)
{
	return p->kind_size & SIZE_MASK;
}

static u32 kind_of(const struct skep_dynptr *p)
{
	return (p->kind_size & KIND_MASK) >> KIND_SHIFT;
}

static bool is_rdonly(const struct skep_dynptr *p)
{
	return p->kind_size & RDONLY;
}

static bool has(const struct skep_dynptr *p, u64 offset, u64 size)
{
	return size <= size_of(p) && offset <= size_of(p) - size;
}

static bool is_memory(const struct skep_dynptr *p)
{
	return kind_of(p) == SKEP_DYNPTR_LOCAL || kind_of(p) == SKEP_DYNPTR_RINGBUF;
}

static u8 *in_room(u8 *begin, const u8 *end, u64 offset, u64 size)
{
	return offset + size <= (u64)(end - begin) ? begin + offset : NULL;
}

/* The bytes of a dynptr that has them, NULL: of a packet that has them no more. */
static u8 *bytes_at(const struct skep_dynptr *p, u64 offset, u64 size)
{
	struct skep_skb *skb = p->data;
	struct skep_xdp *xdp = p->data;

	offset += p->offset;
	switch (kind_of(p)) {
	case SKEP_DYNPTR_SKB:
		return in_room(skb->room.data, skb->room.end, offset, size);
	case SKEP_DYNPTR_SKB_META:
		return in_room(skb->room.meta, skb->room.data, offset, size);
	case SKEP_DYNPTR_XDP:
		return in_room(xdp->room.data, xdp->room.end, offset, size);
	}
	return (u8 *)p->data + offset;
}

/* What Linux returns where a packet no longer has the bytes. */
static int gone(const struct skep_dynptr *p)
{
	return kind_of(p) == SKEP_DYNPTR_SKB ? -EFAULT : -EINVAL;
}

static u64 result(int error)
{
	return (u64)(s64)error;
}

/* Functions of the kernel that return an int leave the high half zero. */
static u64 kresult(int error)
{
	return (u32)error;
}

/* ---- helpers */

u64 skep_do_dynptr_from_mem(HELPER_ARGS)
{
	struct skep_dynptr *p = skep_pointer(r4);
	int error = (u32)r2 > SKEP_DYNPTR_MAX ? -E2BIG : r3 ? -EINVAL : 0;

	(void)run, (void)r5;
	*p = (struct skep_dynptr){0};
	if (!error)
		*p = skep_dynptr_point(skep_pointer(r1), SKEP_DYNPTR_LOCAL, (u32)r2);
	return result(error);
}

u64 skep_do_dynptr_read(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r3);
	const u8 *from;

	(void)run;
	r2 = (u32)r2, r4 = (u32)r4;
	if (!p->data || r5)
		return result(-EINVAL);
	if (!has(p, r4, r2))
		return result(-E2BIG);
	from = bytes_at(p, r4, r2);
	if (!from) {
		memset(skep_pointer(r1), 0, r2);
		return result(gone(p));
	}
	memmove(skep_pointer(r1), from, r2);
	return 0;
}

static bool takes_flags(const struct skep_dynptr *p, u64 flags)
{
	u64 known = BPF_F_RECOMPUTE_CSUM | BPF_F_INVALIDATE_HASH;

	return !(flags & ~(kind_of(p) == SKEP_DYNPTR_SKB ? known : 0));
}

u64 skep_do_dynptr_write(HELPER_ARGS)
{
	struct skep_dynptr *p = skep_pointer(r1);
	u8 *to;

	(void)run;
	r2 = (u32)r2, r4 = (u32)r4;
	if (!p->data || is_rdonly(p))
		return result(-EINVAL);
	if (!has(p, r2, r4))
		return result(-E2BIG);
	if (!takes_flags(p, r5))
		return result(-EINVAL);
	to = bytes_at(p, r2, r4);
	if (!to)
		return result(gone(p));
	memmove(to, skep_pointer(r3), r4);
	if (r5 & BPF_F_INVALIDATE_HASH)
		((struct skep_skb *)p->data)->user.hash = 0;
	return 0;
}

u64 skep_do_dynptr_data(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);

	(void)run;
	UNUSED_4;
	r2 = (u32)r2, r3 = (u32)r3;
	if (!p->data || !has(p, r2, r3) || is_rdonly(p) || !is_memory(p))
		return 0;
	return (u64)(uintptr_t)bytes_at(p, r2, r3);
}

/* ---- dynptrs of packets */

static u64 from_packet(const struct skep_run *run, u64 flags, struct skep_dynptr *to,
		       struct skep_dynptr packet)
{
	const struct skep_prog_row *row = skep_prog_row(skep_env(run)->prog_type);

	*to = (struct skep_dynptr){0};
	if (flags)
		return kresult(-EINVAL);
	*to = packet;
	if (!row || !(row->traits & SKEP_PROG_T_PACKET_WRITE))
		to->kind_size |= RDONLY;
	return 0;
}

u64 skep_kfunc_bpf_dynptr_from_skb(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	u32 size = (u32)(skb->room.end - skb->room.data);

	UNUSED_4;
	return from_packet(run, r2, skep_pointer(r3),
			   skep_dynptr_point(skb, SKEP_DYNPTR_SKB, size));
}

u64 skep_kfunc_bpf_dynptr_from_skb_meta(HELPER_ARGS)
{
	struct skep_skb *skb = skep_pointer(r1);
	u32 size = (u32)(skb->room.data - skb->room.meta);

	UNUSED_4;
	return from_packet(run, r2, skep_pointer(r3),
			   skep_dynptr_point(skb, SKEP_DYNPTR_SKB_META, size));
}

u64 skep_kfunc_bpf_dynptr_from_xdp(HELPER_ARGS)
{
	struct skep_xdp *xdp = skep_pointer(r1);
	u32 size = (u32)(xdp->room.end - xdp->room.data);

	UNUSED_4;
	return from_packet(run, r2, skep_pointer(r3),
			   skep_dynptr_point(xdp, SKEP_DYNPTR_XDP, size));
}

/* ---- functions of the kernel */

/* Packets lie in one piece: the program's buffer is not needed. */
static u64 slice(const struct skep_dynptr *p, u64 offset, u64 size)
{
	if (!p->data || !has(p, offset, size))
		return 0;
	return (u64)(uintptr_t)bytes_at(p, offset, size);
}

u64 skep_kfunc_bpf_dynptr_slice(HELPER_ARGS)
{
	(void)run, (void)r3, (void)r5;
	return slice(skep_pointer(r1), (u32)r2, (u32)r4);
}

u64 skep_kfunc_bpf_dynptr_slice_rdwr(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);

	(void)run, (void)r3, (void)r5;
	return is_rdonly(p) ? 0 : slice(p, (u32)r2, (u32)r4);
}

u64 skep_kfunc_bpf_dynptr_adjust(HELPER_ARGS)
{
	struct skep_dynptr *p = skep_pointer(r1);
	u32 begin = (u32)r2, end = (u32)r3, size = size_of(p);

	(void)run;
	UNUSED_4;
	if (!p->data || begin > end)
		return kresult(-EINVAL);
	if (begin > size || end > size)
		return kresult(-ERANGE);
	p->offset += begin;
	p->kind_size = (p->kind_size & ~SIZE_MASK) | (end - begin);
	return 0;
}

u64 skep_kfunc_bpf_dynptr_is_null(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return !p->data;
}

u64 skep_kfunc_bpf_dynptr_is_rdonly(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return p->data && is_rdonly(p);
}

u64 skep_kfunc_bpf_dynptr_size(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);

	(void)run;
	UNUSED_2;
	return p->data ? size_of(p) : kresult(-EINVAL);
}

u64 skep_kfunc_bpf_dynptr_clone(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	struct skep_dynptr *to = skep_pointer(r2);

	(void)run;
	UNUSED_3;
	*to = p->data ? *p : (struct skep_dynptr){0};
	return p->data ? 0 : kresult(-EINVAL);
}

static u8 *writable_slice(const struct skep_dynptr *p, u64 offset, u64 size)
{
	return is_rdonly(p) ? NULL : skep_pointer(slice(p, offset, size));
}

/* Why there are no such bytes to write. */
static int no_slice(const struct skep_dynptr *p, u64 offset, u64 size)
{
	if (is_rdonly(p))
		return -EINVAL;
	return has(p, offset, size) ? gone(p) : -E2BIG;
}

u64 skep_kfunc_bpf_dynptr_copy(HELPER_ARGS)
{
	const struct skep_dynptr *to = skep_pointer(r1), *from = skep_pointer(r3);
	u64 size = (u32)r5, to_at = (u32)r2, from_at = (u32)r4;
	const u8 *source = skep_pointer(slice(from, from_at, size));
	u8 *target = writable_slice(to, to_at, size);

	(void)run;
	if (source && target) {
		memmove(target, source, size);
		return 0;
	}
	if (source)
		return kresult(to->data ? no_slice(to, to_at, size) : -EINVAL);
	if (target && !from->data)
		return kresult(-EINVAL);
	return kresult(has(from, from_at, size) ? gone(from) : -E2BIG);
}

u64 skep_kfunc_bpf_dynptr_memset(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	u64 offset = (u32)r2, size = (u32)r3;
	u8 *to = writable_slice(p, offset, size);

	(void)run, (void)r5;
	if (!to)
		return kresult(no_slice(p, offset, size));
	memset(to, (u8)r4, size);
	return 0;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Dynptrs. Whether a packet still has the bytes is asked at each access: it may have been cut. */
#include "helper/dynptr.h"

#include <errno.h>
#include <string.h>

#include "helper/do.h"
#include "spec/spec.h"
#include "vm/packet.h"

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

static bool is_packet(const struct skep_dynptr *p)
{
	return kind_of(p) == SKEP_DYNPTR_SKB || kind_of(p) == SKEP_DYNPTR_XDP;
}

static u8 *in_room(u8 *begin, const u8 *end, u64 offset, u64 size)
{
	return offset + size <= (u64)(end - begin) ? begin + offset : NULL;
}

/* The bytes of a dynptr that has them, NULL: the packet has them no more, or in several parts. */
static u8 *bytes_at(const struct skep_env *env, const struct skep_dynptr *p, u32 offset, u32 size)
{
	struct skep_skb *skb = p->data;

	offset += p->offset;
	if (is_packet(p))
		return skep_env_packet_at(env, offset, size);
	if (kind_of(p) == SKEP_DYNPTR_SKB_META)
		return in_room(skb->room.meta, skb->room.data, offset, size);
	return (u8 *)p->data + offset;
}

/* What Linux returns where a packet no longer has the bytes. */
static int gone(const struct skep_dynptr *p)
{
	return kind_of(p) == SKEP_DYNPTR_SKB ? -EFAULT : -EINVAL;
}

/* Copies bytes of a dynptr that has them. */
static int read_bytes(const struct skep_env *env, const struct skep_dynptr *p, u32 offset, void *to,
		      u32 size)
{
	const u8 *from;

	if (is_packet(p) && skep_env_packet_read(env, offset + p->offset, to, size))
		return 0;
	from = is_packet(p) ? NULL : bytes_at(env, p, offset, size);
	if (from)
		memmove(to, from, size);
	else
		memset(to, 0, size);
	return from ? 0 : gone(p);
}

/* The same the other way. */
struct piece {
	const void *from;
	u32 size;
	u64 flags; /* of bpf_skb_store_bytes */
};

static int write_bytes(struct skep_run *run, const struct skep_dynptr *p, u32 offset,
		       const struct piece *piece)
{
	u64 from = (u64)(uintptr_t)piece->from;
	u8 *to;

	if (kind_of(p) == SKEP_DYNPTR_SKB)
		return (int)skep_do_skb_store_bytes(run, (u64)(uintptr_t)p->data,
						    offset + p->offset, from, piece->size,
						    piece->flags);
	if (piece->flags)
		return -EINVAL;
	if (kind_of(p) == SKEP_DYNPTR_XDP)
		return skep_env_packet_write(skep_env(run), offset + p->offset, piece->from,
					     piece->size)
			   ? 0
			   : gone(p);
	to = bytes_at(skep_env(run), p, offset, piece->size);
	if (to)
		memmove(to, piece->from, piece->size);
	return to ? 0 : gone(p);
}

static u64 result(int error)
{
	return (u64)(s64)error;
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
	u32 size = (u32)r2, offset = (u32)r4;

	if (!p->data || r5)
		return result(-EINVAL);
	if (!has(p, offset, size))
		return result(-E2BIG);
	return result(read_bytes(skep_env(run), p, offset, skep_pointer(r1), size));
}

u64 skep_do_dynptr_write(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	const struct piece piece = {skep_pointer(r3), (u32)r4, r5};

	if (!p->data || is_rdonly(p))
		return result(-EINVAL);
	if (!has(p, (u32)r2, piece.size))
		return result(-E2BIG);
	return result(write_bytes(run, p, (u32)r2, &piece));
}

u64 skep_do_dynptr_data(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	u32 offset = (u32)r2, size = (u32)r3;

	UNUSED_4;
	if (!p->data || !has(p, offset, size) || is_rdonly(p) || !is_memory(p))
		return 0;
	return (u64)(uintptr_t)bytes_at(skep_env(run), p, offset, size);
}

/* ---- dynptrs of packets */

static u64 from_packet(const struct skep_run *run, u64 flags, struct skep_dynptr *to,
		       struct skep_dynptr packet)
{
	const struct skep_prog_row *row = skep_prog_row(skep_env(run)->prog_type);

	*to = (struct skep_dynptr){0};
	if (flags)
		return skep_kfunc_result(-EINVAL);
	*to = packet;
	if (!row || !(row->traits & SKEP_PROG_T_PACKET_WRITE))
		to->kind_size |= RDONLY;
	return 0;
}

u64 skep_kfunc_bpf_dynptr_from_skb(HELPER_ARGS)
{
	u32 size = skep_env_packet_size(skep_env(run));

	UNUSED_4;
	return from_packet(run, r2, skep_pointer(r3),
			   skep_dynptr_point(skep_pointer(r1), SKEP_DYNPTR_SKB, size));
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
	u32 size = skep_env_packet_size(skep_env(run));

	UNUSED_4;
	return from_packet(run, r2, skep_pointer(r3),
			   skep_dynptr_point(skep_pointer(r1), SKEP_DYNPTR_XDP, size));
}

/* ---- functions of the kernel */

/* NULL also where the bytes lie in several parts. */
static u8 *slice(const struct skep_run *run, const struct skep_dynptr *p, u32 offset, u32 size)
{
	return p->data && has(p, offset, size) ? bytes_at(skep_env(run), p, offset, size) : NULL;
}

u64 skep_kfunc_bpf_dynptr_slice(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	u8 *at = slice(run, p, (u32)r2, (u32)r4), *buffer = skep_pointer(r3);

	(void)r5;
	if (!at && buffer && p->data && is_packet(p) && has(p, (u32)r2, (u32)r4) &&
	    !read_bytes(skep_env(run), p, (u32)r2, buffer, (u32)r4))
		at = buffer;
	return (u64)(uintptr_t)at;
}

u64 skep_kfunc_bpf_dynptr_slice_rdwr(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);

	return is_rdonly(p) ? 0 : skep_kfunc_bpf_dynptr_slice(run, r1, r2, r3, r4, r5);
}

u64 skep_kfunc_bpf_dynptr_adjust(HELPER_ARGS)
{
	struct skep_dynptr *p = skep_pointer(r1);
	u32 begin = (u32)r2, end = (u32)r3, size = size_of(p);

	(void)run;
	UNUSED_4;
	if (!p->data || begin > end)
		return skep_kfunc_result(-EINVAL);
	if (begin > size || end > size)
		return skep_kfunc_result(-ERANGE);
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
	return p->data ? size_of(p) : skep_kfunc_result(-EINVAL);
}

u64 skep_kfunc_bpf_dynptr_clone(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	struct skep_dynptr *to = skep_pointer(r2);

	(void)run;
	UNUSED_3;
	*to = p->data ? *p : (struct skep_dynptr){0};
	return p->data ? 0 : skep_kfunc_result(-EINVAL);
}

enum { CHUNK = 256 };

/* Copies from one to the other where one of them is a packet in parts. */
static int copy_chunks(struct skep_run *run, const u64 *r)
{
	const struct skep_dynptr *to = skep_pointer(r[1]), *from = skep_pointer(r[3]);
	u32 size = (u32)r[5];
	u8 chunk[CHUNK];
	int error = 0;

	for (u32 done = 0; done < size && !error; done += CHUNK) {
		struct piece piece = {chunk, size - done < CHUNK ? size - done : CHUNK, 0};

		error = read_bytes(skep_env(run), from, (u32)r[4] + done, chunk, piece.size)
			    ?: write_bytes(run, to, (u32)r[2] + done, &piece);
	}
	return error;
}

static int copy(struct skep_run *run, const u64 *r)
{
	const struct skep_dynptr *to = skep_pointer(r[1]), *from = skep_pointer(r[3]);
	u32 size = (u32)r[5];
	const u8 *source = slice(run, from, (u32)r[4], size);
	u8 *target = is_rdonly(to) ? NULL : slice(run, to, (u32)r[2], size);

	if (source && target) {
		memmove(target, source, size);
		return 0;
	}
	if ((source && (!to->data || is_rdonly(to))) || (target && !from->data))
		return -EINVAL;
	if (!has(to, (u32)r[2], size) || !has(from, (u32)r[4], size))
		return -E2BIG;
	return is_rdonly(to) ? -EINVAL : copy_chunks(run, r);
}

u64 skep_kfunc_bpf_dynptr_copy(HELPER_ARGS)
{
	const u64 r[] = {0, r1, r2, r3, r4, r5};

	return skep_kfunc_result(copy(run, r));
}

static int fill_chunks(struct skep_run *run, const struct skep_dynptr *p, u32 offset,
		       struct piece all)
{
	int error = 0;

	for (u32 done = 0; done < all.size && !error; done += CHUNK) {
		struct piece piece = all;

		piece.size = all.size - done < CHUNK ? all.size - done : CHUNK;
		error = write_bytes(run, p, offset + done, &piece);
	}
	return error;
}

u64 skep_kfunc_bpf_dynptr_memset(HELPER_ARGS)
{
	const struct skep_dynptr *p = skep_pointer(r1);
	u32 offset = (u32)r2, size = (u32)r3;
	u8 *to = is_rdonly(p) ? NULL : slice(run, p, offset, size);
	u8 chunk[CHUNK];

	(void)r5;
	if (to) {
		memset(to, (u8)r4, size);
		return 0;
	}
	if (is_rdonly(p))
		return skep_kfunc_result(-EINVAL);
	if (!has(p, offset, size))
		return skep_kfunc_result(-E2BIG);
	memset(chunk, (u8)r4, sizeof(chunk));
	return skep_kfunc_result(fill_chunks(run, p, offset, (struct piece){chunk, size, 0}));
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* BTF before it is believed (Documentation/bpf/btf.rst of Linux): a header, types one behind the
 * other, strings. Types are numbered from 1 in their order; the first pass finds their places and
 * looks at what each says on its own, the second at what they refer to (btf_resolve.c). */
#include <bpf/btf.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/alloc.h"
#include "syscall/btf.h"
#include "syscall/system.h"

/* ---- types */

/* What stands behind struct btf_type. */
static const struct {
	bool known;
	u8 fixed; /* bytes */
	u8 each;  /* bytes for each of vlen */
} kinds[] = {
    [BTF_KIND_INT] = {true, 4, 0},
    [BTF_KIND_PTR] = {true, 0, 0},
    [BTF_KIND_ARRAY] = {true, sizeof(struct btf_array), 0},
    [BTF_KIND_STRUCT] = {true, 0, sizeof(struct btf_member)},
    [BTF_KIND_UNION] = {true, 0, sizeof(struct btf_member)},
    [BTF_KIND_ENUM] = {true, 0, sizeof(struct btf_enum)},
    [BTF_KIND_FWD] = {true, 0, 0},
    [BTF_KIND_TYPEDEF] = {true, 0, 0},
    [BTF_KIND_VOLATILE] = {true, 0, 0},
    [BTF_KIND_CONST] = {true, 0, 0},
    [BTF_KIND_RESTRICT] = {true, 0, 0},
    [BTF_KIND_FUNC] = {true, 0, 0},
    [BTF_KIND_FUNC_PROTO] = {true, 0, sizeof(struct btf_param)},
    [BTF_KIND_VAR] = {true, sizeof(struct btf_var), 0},
    [BTF_KIND_DATASEC] = {true, 0, sizeof(struct btf_var_secinfo)},
    [BTF_KIND_FLOAT] = {true, 0, 0},
    [BTF_KIND_DECL_TAG] = {true, sizeof(struct btf_decl_tag), 0},
    [BTF_KIND_TYPE_TAG] = {true, 0, 0},
    [BTF_KIND_ENUM64] = {true, 0, sizeof(struct btf_enum64)},
};

/* Bytes of a type with all that belongs to it; 0 if its kind is not known. */
static u32 size_of(const struct btf_type *t)
{
	u32 kind = btf_kind(t);

	if (kind >= SKEP_COUNT(kinds) || !kinds[kind].known)
		return 0;
	return (u32)sizeof(*t) + kinds[kind].fixed + kinds[kind].each * (u32)btf_vlen(t);
}

static int check_type(const struct skep_btf_types *types, u32 at, u32 *size)
{
	const struct btf_type *t = (const void *)(types->bytes + at);
	u32 left = types->size - at;
	int error;

	if (left < sizeof(*t))
		return skep_btf_wrong(types, types->count, "is cut, bytes left:", left);
	*size = size_of(t);
	if (!*size)
		return skep_btf_wrong(types, types->count, "is of an unknown kind", btf_kind(t));
	if (*size > left)
		return skep_btf_wrong(types, types->count, "is cut, bytes left:", left);
	error = skep_btf_check_meta(t, &types->strings);
	if (error)
		skep_btf_wrong(types, types->count, "says what its kind may not say:", btf_kind(t));
	return error;
}

/* Counts types, and keeps their places. */
static int place_types(struct skep_btf_types *types, u32 *places)
{
	u32 size = 0;

	types->count = 1;
	for (u32 at = 0; at < types->size; at += size) {
		int error = check_type(types, at, &size);

		if (error)
			return error;
		places[types->count++] = at;
	}
	return 0;
}

static int check_types(struct skep_btf_types *types)
{
	u32 most = 2 + types->size / (u32)sizeof(struct btf_type);
	u32 *places = skep_alloc(most * sizeof(*places));
	int error = places ? 0 : -ENOMEM;

	types->places = places;
	error = error ?: place_types(types, places) ?: skep_btf_resolve(types);
	skep_free(places);
	return error;
}

/* ---- header */

/* A header may be longer than it is known, and shorter. */
static int read_header(const u8 *bytes, u32 size, struct btf_header *h)
{
	memset(h, 0, sizeof(*h));
	if (size < offsetof(struct btf_header, hdr_len) + sizeof(h->hdr_len))
		return -EINVAL;
	memcpy(h, bytes, offsetof(struct btf_header, hdr_len) + sizeof(h->hdr_len));
	if (h->hdr_len > size)
		return -EINVAL;
	for (u32 i = sizeof(*h); i < h->hdr_len; i++)
		if (bytes[i])
			return -E2BIG;
	size = h->hdr_len;
	memset(h, 0, sizeof(*h));
	memcpy(h, bytes, size < sizeof(*h) ? size : sizeof(*h));
	return 0;
}

/* Types, then strings, and nothing else. */
static bool is_filled(const struct btf_header *h, u32 left)
{
	return left && !h->type_off && h->str_off == h->type_len && h->type_len <= left &&
	       h->str_len == left - h->type_len;
}

static int check_header(const struct btf_header *h, u32 size)
{
	if (h->magic != BTF_MAGIC)
		return -EINVAL;
	if (h->version != BTF_VERSION || h->flags)
		return -SKEP_ENOTSUPP;
	return h->hdr_len <= size && is_filled(h, size - h->hdr_len) ? 0 : -EINVAL;
}

static bool is_strings(const char *bytes, u32 size)
{
	return size && !bytes[0] && !bytes[size - 1];
}

/* Types have their place behind a header of the usual length, where they are aligned. */
static bool make_plain(const struct btf_header *h, const u8 *bytes, struct skep_buffer *plain)
{
	struct btf_header usual = *h;

	usual.hdr_len = sizeof(usual);
	skep_buffer_bytes(plain, &usual, sizeof(usual));
	skep_buffer_bytes(plain, bytes + h->hdr_len, h->type_len + h->str_len);
	return !plain->failed;
}

int skep_btf_check(const void *bytes, u32 size, struct skep_buffer *plain, struct skep_buffer *log)
{
	struct skep_btf_types types = {.log = log};
	struct btf_header h;
	int error = read_header(bytes, size, &h) ?: check_header(&h, size);

	if (error) {
		skep_buffer_printf(log, "BTF: the header does not fit %u bytes\n", size);
		return error;
	}
	if (!make_plain(&h, bytes, plain))
		return -ENOMEM;
	types.bytes = (const u8 *)plain->data + sizeof(h);
	types.size = h.type_len;
	types.strings =
	    (struct skep_btf_strings){(const char *)types.bytes + h.type_len, h.str_len};
	if (!is_strings(types.strings.bytes, h.str_len)) {
		skep_buffer_text(log, "BTF: the strings do not begin and end with NUL\n");
		return -EINVAL;
	}
	if (!h.type_len) {
		skep_buffer_text(log, "BTF: there are no types\n");
		return -EINVAL;
	}
	return check_types(&types);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* What a type of BTF is to those who print, read and measure its values. */
#ifndef SKEP_OBJECT_KIND_H
#define SKEP_OBJECT_KIND_H

#include "object/value.h"

struct btf_type;

enum skep_kind {
	SKEP_KIND_BYTES, /* nothing is known but the size */
	SKEP_KIND_UNSIGNED,
	SKEP_KIND_SIGNED,
	SKEP_KIND_BOOL,
	SKEP_KIND_ENUM,
	SKEP_KIND_NETWORK, /* integer in network order */
	SKEP_KIND_IP4,
	SKEP_KIND_IP6,
	SKEP_KIND_MAC,
	SKEP_KIND_CHARS,
	SKEP_KIND_ARRAY,
	SKEP_KIND_STRUCT, /* or union */
};

struct skep_kinded {
	enum skep_kind kind;
	u32 size;		     /* bytes */
	const struct btf_type *type; /* behind names and qualifiers; NULL: BYTES */
};

/* Of a type, by its id; 0 is BYTES of size 0. */
struct skep_kinded skep_kind_of(const struct btf *btf, u32 id);

/* Of a value, whose size may be known better than its type. */
struct skep_kinded skep_kind_of_value(const struct skep_value_type *type);

/* An integer of 1 to 8 bytes in the byte order of the host. */
u64 skep_kind_get(const struct skep_kinded *k, const void *value);
void skep_kind_put(const struct skep_kinded *k, void *value, u64 number);

/* A member of a struct that is a bit-field is read and written apart from others. */
struct skep_bits {
	u32 at, count; /* bits from the start of the struct; count 0: it is no bit-field */
};
struct skep_bits skep_kind_bits(const struct btf_type *structure, u32 member);
u64 skep_bits_get(struct skep_bits bits, const void *structure);
void skep_bits_put(struct skep_bits bits, void *structure, u64 number);

#endif

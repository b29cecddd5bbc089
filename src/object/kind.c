/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/kind.h"

#include <bpf/btf.h>
#include <endian.h>
#include <string.h>

/* Names that say more than the type behind them. */
static const struct {
	const char *name;
	u32 size;
	enum skep_kind kind;
} names[] = {
    {"__be16", 2, SKEP_KIND_NETWORK}, {"__be64", 8, SKEP_KIND_NETWORK},
    {"__be32", 4, SKEP_KIND_IP4},     {"in_addr", 4, SKEP_KIND_IP4},
    {"in6_addr", 16, SKEP_KIND_IP6},
};

static bool is_name(const struct btf_type *t)
{
	return btf_is_typedef(t) || btf_is_struct(t);
}

static bool named_kind(const struct btf *btf, const struct btf_type *t, struct skep_kinded *k)
{
	const char *name = is_name(t) ? btf__name_by_offset(btf, t->name_off) : NULL;

	for (size_t i = 0; name && i < SKEP_COUNT(names); i++) {
		if (strcmp(names[i].name, name) == 0 && names[i].size == k->size) {
			k->kind = names[i].kind;
			return true;
		}
	}
	return false;
}

static enum skep_kind integer_kind(const struct btf_type *t)
{
	u32 encoding = btf_int_encoding(t);

	if (t->size > sizeof(u64))
		return SKEP_KIND_BYTES;
	if (encoding & BTF_INT_BOOL)
		return SKEP_KIND_BOOL;
	return encoding & BTF_INT_SIGNED ? SKEP_KIND_SIGNED : SKEP_KIND_UNSIGNED;
}

static enum skep_kind array_kind(const struct btf *btf, const struct btf_type *t)
{
	const struct btf_array *array = btf_array(t);
	int base = btf__resolve_type(btf, array->type);
	const struct btf_type *element = btf__type_by_id(btf, base < 0 ? 0 : (u32)base);
	const char *name;

	if (!element || !btf_is_int(element) || element->size != 1)
		return SKEP_KIND_ARRAY;
	name = btf__name_by_offset(btf, element->name_off);
	if (name && strcmp(name, "char") == 0)
		return SKEP_KIND_CHARS;
	if (btf_int_encoding(element) & BTF_INT_BOOL)
		return SKEP_KIND_ARRAY;
	return array->nelems == 6 ? SKEP_KIND_MAC : SKEP_KIND_BYTES;
}

static enum skep_kind plain_kind(const struct btf *btf, const struct btf_type *t)
{
	switch (btf_kind(t)) {
	case BTF_KIND_INT:
		return integer_kind(t);
	case BTF_KIND_PTR:
		return SKEP_KIND_UNSIGNED;
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		return SKEP_KIND_ENUM;
	case BTF_KIND_ARRAY:
		return array_kind(btf, t);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return SKEP_KIND_STRUCT;
	default:
		return SKEP_KIND_BYTES;
	}
}

struct skep_kinded skep_kind_of(const struct btf *btf, u32 id)
{
	struct skep_kinded k = {.kind = SKEP_KIND_BYTES};
	s64 size = btf && id ? btf__resolve_size(btf, id) : 0;
	const struct btf_type *t = size > 0 ? btf__type_by_id(btf, id) : NULL;

	k.size = size > 0 ? (u32)size : 0;
	while (t && !named_kind(btf, t, &k) &&
	       (btf_is_mod(t) || btf_is_typedef(t) || btf_is_var(t)))
		t = btf__type_by_id(btf, t->type);
	k.type = t;
	if (t && k.kind == SKEP_KIND_BYTES)
		k.kind = plain_kind(btf, t);
	return k;
}

struct skep_kinded skep_kind_of_value(const struct skep_value_type *type)
{
	struct skep_kinded k = skep_kind_of(type->btf, type->id);

	if (k.size == type->size)
		return k;
	return (struct skep_kinded){.kind = type->index ? SKEP_KIND_UNSIGNED : SKEP_KIND_BYTES,
				    .size = type->size};
}

u64 skep_kind_get(const struct skep_kinded *k, const void *value)
{
	u64 number = 0;

	for (u32 i = 0; i < k->size; i++) {
		bool little = k->kind != SKEP_KIND_NETWORK && BYTE_ORDER == LITTLE_ENDIAN;
		u32 place = little ? i : k->size - 1 - i;

		number |= (u64)((const u8 *)value)[i] << 8 * place;
	}
	return number;
}

void skep_kind_put(const struct skep_kinded *k, void *value, u64 number)
{
	for (u32 i = 0; i < k->size; i++) {
		bool little = k->kind != SKEP_KIND_NETWORK && BYTE_ORDER == LITTLE_ENDIAN;
		u32 place = little ? i : k->size - 1 - i;

		((u8 *)value)[i] = (u8)(number >> 8 * place);
	}
}

struct skep_bits skep_kind_bits(const struct btf_type *structure, u32 member)
{
	return (struct skep_bits){.at = btf_member_bit_offset(structure, member),
				  .count = btf_member_bitfield_size(structure, member)};
}

/* Bits of a byte are counted from its least significant one where bytes are, too. */
static u32 bit_of(u32 at)
{
	return BYTE_ORDER == LITTLE_ENDIAN ? at % 8 : 7 - at % 8;
}

static u32 place_of(struct skep_bits bits, u32 i)
{
	return BYTE_ORDER == LITTLE_ENDIAN ? i : bits.count - 1 - i;
}

u64 skep_bits_get(struct skep_bits bits, const void *structure)
{
	const u8 *bytes = structure;
	u64 number = 0;

	for (u32 i = 0; i < bits.count; i++) {
		u32 at = bits.at + i;

		number |= (u64)(bytes[at / 8] >> bit_of(at) & 1) << place_of(bits, i);
	}
	return number;
}

void skep_bits_put(struct skep_bits bits, void *structure, u64 number)
{
	u8 *bytes = structure;

	for (u32 i = 0; i < bits.count; i++) {
		u32 at = bits.at + i;
		u8 bit = (u8)(1u << bit_of(at));

		if (number >> place_of(bits, i) & 1)
			bytes[at / 8] |= bit;
		else
			bytes[at / 8] &= (u8)~bit;
	}
}

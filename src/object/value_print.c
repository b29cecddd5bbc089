/* SPDX-License-Identifier: BSD-2-Clause */
#include <arpa/inet.h>
#include <bpf/btf.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "object/kind.h"
#include "object/value.h"

struct printer {
	struct skep_buffer *b;
	const struct btf *btf;
	bool json;
};

static void print(const struct printer *p, const struct skep_kinded *k, const u8 *value);

/* A word that JSON has in quotes. */
static void word(const struct printer *p, const char *text)
{
	skep_buffer_printf(p->b, p->json ? "\"%s\"" : "%s", text);
}

static void print_bytes(const struct printer *p, const u8 *value, u32 size)
{
	skep_buffer_text(p->b, p->json ? "\"" : "");
	for (u32 i = 0; i < size; i++)
		skep_buffer_printf(p->b, "%02x", value[i]);
	skep_buffer_text(p->b, p->json ? "\"" : "");
}

static s64 extend(u64 number, u32 bits)
{
	return bits < 64 ? (s64)(number << (64 - bits)) >> (64 - bits) : (s64)number;
}

static const char *enum_name(const struct printer *p, const struct btf_type *t, u64 number)
{
	for (u32 i = 0; i < btf_vlen(t); i++) {
		bool wide = btf_is_enum64(t);
		u64 is = wide ? btf_enum64_value(&btf_enum64(t)[i]) : (u32)btf_enum(t)[i].val;
		u32 name = wide ? btf_enum64(t)[i].name_off : btf_enum(t)[i].name_off;

		if (is == number)
			return btf__name_by_offset(p->btf, name);
	}
	return NULL;
}

/* A number of `bits` bits, as its type has it. */
static void print_number(const struct printer *p, const struct skep_kinded *k, u64 number, u32 bits)
{
	const char *name = k->kind == SKEP_KIND_ENUM ? enum_name(p, k->type, number) : NULL;

	if (name)
		word(p, name);
	else if (k->kind == SKEP_KIND_BOOL && number < 2)
		skep_buffer_text(p->b, number ? "true" : "false");
	else if (k->kind == SKEP_KIND_SIGNED)
		skep_buffer_printf(p->b, "%" PRId64, extend(number, bits));
	else
		skep_buffer_printf(p->b, "%" PRIu64, number);
}

static void print_address(const struct printer *p, const struct skep_kinded *k, const u8 *value)
{
	char text[INET6_ADDRSTRLEN] = "";

	if (k->kind == SKEP_KIND_MAC)
		snprintf(text, sizeof(text), "%02x:%02x:%02x:%02x:%02x:%02x", value[0], value[1],
			 value[2], value[3], value[4], value[5]);
	else
		inet_ntop(k->kind == SKEP_KIND_IP4 ? AF_INET : AF_INET6, value, text, sizeof(text));
	word(p, text);
}

static void print_chars(const struct printer *p, const u8 *value, u32 size)
{
	struct skep_buffer text = {0};

	skep_buffer_bytes(&text, value, strnlen((const char *)value, size));
	if (!text.failed)
		skep_json_string(p->b, text.data ? text.data : "");
	p->b->failed |= text.failed;
	skep_buffer_fini(&text);
}

static void print_array(const struct printer *p, const struct skep_kinded *k, const u8 *value)
{
	struct skep_kinded element = skep_kind_of(p->btf, btf_array(k->type)->type);

	skep_buffer_text(p->b, "[");
	for (u32 i = 0; i < btf_array(k->type)->nelems; i++) {
		skep_buffer_text(p->b, !i ? "" : p->json ? "," : ", ");
		print(p, &element, value + (size_t)i * element.size);
	}
	skep_buffer_text(p->b, "]");
}

static void print_name(const struct printer *p, const char *name)
{
	char last = p->b->count ? p->b->data[p->b->count - 1] : '{';

	if (last != '{')
		skep_buffer_text(p->b, p->json ? "," : ", ");
	word(p, name);
	skep_buffer_text(p->b, p->json ? ":" : ": ");
}

/* Members of a struct without a name are members of the one around it. */
static void print_members(const struct printer *p, const struct btf_type *t, const u8 *value)
{
	for (u32 i = 0; i < btf_vlen(t) && !p->b->failed; i++) {
		const struct btf_member *m = &btf_members(t)[i];
		const char *name = btf__name_by_offset(p->btf, m->name_off);
		struct skep_kinded k = skep_kind_of(p->btf, m->type);
		struct skep_bits bits = skep_kind_bits(t, i);

		if (name[0])
			print_name(p, name);
		if (bits.count)
			print_number(p, &k, skep_bits_get(bits, value), bits.count);
		else if (!name[0] && k.kind == SKEP_KIND_STRUCT)
			print_members(p, k.type, value + bits.at / 8);
		else
			print(p, &k, value + bits.at / 8);
	}
}

static void print(const struct printer *p, const struct skep_kinded *k, const u8 *value)
{
	switch (k->kind) {
	case SKEP_KIND_BYTES:
		print_bytes(p, value, k->size);
		break;
	case SKEP_KIND_IP4:
	case SKEP_KIND_IP6:
	case SKEP_KIND_MAC:
		print_address(p, k, value);
		break;
	case SKEP_KIND_CHARS:
		print_chars(p, value, k->size);
		break;
	case SKEP_KIND_ARRAY:
		print_array(p, k, value);
		break;
	case SKEP_KIND_STRUCT:
		skep_buffer_text(p->b, "{");
		print_members(p, k->type, value);
		skep_buffer_text(p->b, "}");
		break;
	default:
		print_number(p, k, skep_kind_get(k, value), 8 * k->size);
	}
}

void skep_value_print(struct skep_buffer *b, const struct skep_value_type *type, const void *value,
		      bool json)
{
	const struct printer p = {b, type->btf, json};
	const struct skep_kinded k = skep_kind_of_value(type);

	print(&p, &k, value);
}

/* ---- sums and order */

static bool is_number(const struct skep_kinded *k)
{
	return k->kind == SKEP_KIND_UNSIGNED || k->kind == SKEP_KIND_SIGNED ||
	       k->kind == SKEP_KIND_NETWORK;
}

static void add(const struct btf *btf, const struct skep_kinded *k, u8 *sum, const u8 *value)
{
	if (is_number(k))
		skep_kind_put(k, sum, skep_kind_get(k, sum) + skep_kind_get(k, value));
	if (k->kind == SKEP_KIND_ARRAY) {
		struct skep_kinded element = skep_kind_of(btf, btf_array(k->type)->type);

		for (u32 i = 0; i < btf_array(k->type)->nelems; i++)
			add(btf, &element, sum + (size_t)i * element.size,
			    value + (size_t)i * element.size);
	}
	if (k->kind != SKEP_KIND_STRUCT || btf_is_union(k->type))
		return;
	for (u32 i = 0; i < btf_vlen(k->type); i++) {
		struct skep_kinded member = skep_kind_of(btf, btf_members(k->type)[i].type);
		struct skep_bits bits = skep_kind_bits(k->type, i);

		if (bits.count)
			skep_bits_put(bits, sum,
				      skep_bits_get(bits, sum) + skep_bits_get(bits, value));
		else
			add(btf, &member, sum + bits.at / 8, value + bits.at / 8);
	}
}

void skep_value_add(const struct skep_value_type *type, void *sum, const void *value)
{
	const struct skep_kinded k = skep_kind_of_value(type);

	add(type->btf, &k, sum, value);
}

int skep_value_compare(const struct skep_value_type *type, const void *a, const void *b)
{
	const struct skep_kinded k = skep_kind_of_value(type);
	u64 left, right;

	if (!is_number(&k))
		return memcmp(a, b, type->size);
	left = skep_kind_get(&k, a);
	right = skep_kind_get(&k, b);
	if (k.kind == SKEP_KIND_SIGNED) {
		left = (u64)extend(left, 8 * k.size) ^ 1ULL << 63;
		right = (u64)extend(right, 8 * k.size) ^ 1ULL << 63;
	}
	return (left > right) - (left < right);
}

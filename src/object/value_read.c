/* SPDX-License-Identifier: BSD-2-Clause */
#include <arpa/inet.h>
#include <bpf/btf.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "object/kind.h"
#include "object/value.h"

struct reader {
	const struct btf *btf;
	const char *text; /* that the tree was made from */
	struct skep_diag *d;
};

static bool read_kind(const struct reader *r, const struct skep_kinded *k,
		      const struct skep_json *json, u8 *value);

static struct skep_place place_of(const struct reader *r, const struct skep_json *json)
{
	return skep_place_text(r->text, json->at, json->length ?: 1);
}

static bool expected(const struct reader *r, const struct skep_json *json, const char *what)
{
	return skep_fail_at(r->d, SKEP_E_SYNTAX, place_of(r, json), "expected %s", what);
}

/* ---- numbers */

struct number {
	u64 size; /* without the sign */
	bool negative;
};

/* Reads a whole number, decimal or 0x..; false: it is none of 64 bits. */
static bool parse_number(const char *text, struct number *n)
{
	char *end;

	n->negative = text[0] == '-';
	text += n->negative;
	if (!strchr("0123456789", text[0]) || !text[0])
		return false;
	errno = 0;
	n->size = strtoull(text, &end, text[0] == '0' && (text[1] | 32) == 'x' ? 16 : 10);
	return !errno && !*end;
}

static bool fits(const struct skep_kinded *k, u32 bits, const struct number *n)
{
	u64 most = bits < 64 ? (1ULL << bits) - 1 : UINT64_MAX;

	if (k->kind == SKEP_KIND_BOOL)
		return !n->negative && n->size < 2;
	if (n->negative)
		return k->kind != SKEP_KIND_UNSIGNED && k->kind != SKEP_KIND_NETWORK &&
		       n->size <= most / 2 + 1;
	return n->size <= (k->kind == SKEP_KIND_SIGNED ? most / 2 : most);
}

static bool enum_value(const struct reader *r, const struct btf_type *t, const char *text, u64 *to)
{
	for (u32 i = 0; i < btf_vlen(t); i++) {
		bool wide = btf_is_enum64(t);
		u32 name = wide ? btf_enum64(t)[i].name_off : btf_enum(t)[i].name_off;

		if (strcmp(btf__name_by_offset(r->btf, name), text) != 0)
			continue;
		*to = wide ? btf_enum64_value(&btf_enum64(t)[i]) : (u32)btf_enum(t)[i].val;
		return true;
	}
	return false;
}

static bool read_number(const struct reader *r, const struct skep_kinded *k, u32 bits,
			const struct skep_json *json, u64 *to)
{
	struct number n = {.size = json->kind == SKEP_JSON_TRUE};

	if (json->kind == SKEP_JSON_TEXT && k->kind == SKEP_KIND_ENUM &&
	    enum_value(r, k->type, json->text, to))
		return true;
	if (json->kind == SKEP_JSON_NUMBER || json->kind == SKEP_JSON_TEXT) {
		if (!parse_number(json->text, &n))
			return expected(r, json,
					k->kind == SKEP_KIND_ENUM ? "a number or a name of the enum"
								  : "a whole number");
	} else if (json->kind != SKEP_JSON_TRUE && json->kind != SKEP_JSON_FALSE) {
		return expected(r, json, "a number");
	}
	if (!fits(k, bits, &n))
		return skep_fail_at(r->d, SKEP_E_RANGE, place_of(r, json),
				    "%s%" PRIu64 " does not fit: the type has %u bits%s",
				    n.negative ? "-" : "", n.size, bits,
				    k->kind == SKEP_KIND_SIGNED ? " with its sign" : "");
	*to = n.negative ? 0 - n.size : n.size;
	return true;
}

/* ---- addresses and bytes */

static bool parse_mac(const char *text, u8 *value)
{
	for (u32 i = 0; i < 6; i++) {
		size_t digits = strspn(text, "0123456789abcdefABCDEF");

		if (!digits || digits > 2 || text[digits] != (i < 5 ? ':' : '\0'))
			return false;
		value[i] = (u8)strtoul(text, NULL, 16);
		text += digits + 1;
	}
	return true;
}

/* Hexadecimal digits, two for each byte and nothing else. */
static bool parse_hex(const char *text, u8 *value, u32 size)
{
	if (strlen(text) != 2 * (size_t)size ||
	    strspn(text, "0123456789abcdefABCDEF") != 2 * (size_t)size)
		return false;
	for (u32 i = 0; i < size; i++) {
		const char digits[] = {text[2 * i], text[2 * i + 1], '\0'};

		value[i] = (u8)strtoul(digits, NULL, 16);
	}
	return true;
}

/* An address that has as many bytes as the value. */
static bool parse_address(const char *text, u8 *value, u32 size)
{
	u8 address[16];
	bool ok = size == 4    ? inet_pton(AF_INET, text, address) == 1
		  : size == 6  ? parse_mac(text, address)
		  : size == 16 ? inet_pton(AF_INET6, text, address) == 1
			       : false;

	if (ok)
		memcpy(value, address, size);
	return ok;
}

static bool read_chars(const struct reader *r, const struct skep_kinded *k,
		       const struct skep_json *json, u8 *value)
{
	size_t length;

	if (json->kind != SKEP_JSON_TEXT)
		return expected(r, json, "a text");
	length = strlen(json->text);
	if (length > k->size)
		return skep_fail_at(r->d, SKEP_E_RANGE, place_of(r, json),
				    "the text has %zu bytes, there is room for %u", length,
				    k->size);
	memset(value, 0, k->size);
	memcpy(value, json->text, length);
	return true;
}

static bool read_bytes(const struct reader *r, const struct skep_kinded *k,
		       const struct skep_json *json, u8 *value)
{
	const char *forms[] = {[SKEP_KIND_IP4] = "an IPv4 address, or a number",
			       [SKEP_KIND_IP6] = "an IPv6 address",
			       [SKEP_KIND_MAC] = "an address of Ethernet"};

	if (json->kind == SKEP_JSON_TEXT && parse_hex(json->text, value, k->size))
		return true;
	if (k->kind != SKEP_KIND_BYTES)
		return expected(r, json, forms[k->kind]);
	return skep_fail_at(r->d, SKEP_E_SYNTAX, place_of(r, json),
			    "expected a text of %u hexadecimal digits, two a byte", 2 * k->size);
}

/* ---- arrays and structs */

static bool read_array(const struct reader *r, const struct skep_kinded *k,
		       const struct skep_json *json, u8 *value)
{
	struct skep_kinded element = skep_kind_of(r->btf, btf_array(k->type)->type);
	u32 count = btf_array(k->type)->nelems, i = 0;

	if (json->kind != SKEP_JSON_ARRAY)
		return expected(r, json, "an array: [..]");
	memset(value, 0, k->size);
	for (const struct skep_json *e = json->first; e; e = e->next, i++) {
		if (i == count)
			return skep_fail_at(r->d, SKEP_E_RANGE, place_of(r, e),
					    "the array has %u elements", count);
		if (!read_kind(r, &element, e, value + (size_t)i * element.size))
			return false;
	}
	return true;
}

/* A member by its name, also within structs that have none. */
struct found {
	struct skep_kinded kind;
	struct skep_bits bits; /* `at` counts from the outermost struct */
};

static bool find_member(const struct btf *btf, const struct btf_type *t, const char *wanted,
			struct found *found)
{
	for (u32 i = 0; i < btf_vlen(t); i++) {
		const char *name = btf__name_by_offset(btf, btf_members(t)[i].name_off);
		struct skep_bits bits = skep_kind_bits(t, i);

		found->kind = skep_kind_of(btf, btf_members(t)[i].type);
		if (strcmp(name, wanted) == 0) {
			found->bits = bits;
			return true;
		}
		if (name[0] || found->kind.kind != SKEP_KIND_STRUCT ||
		    !find_member(btf, found->kind.type, wanted, found))
			continue;
		found->bits.at += bits.at;
		return true;
	}
	return false;
}

static void add_names(struct skep_buffer *b, const struct btf *btf, const struct btf_type *t)
{
	for (u32 i = 0; i < btf_vlen(t); i++) {
		const char *name = btf__name_by_offset(btf, btf_members(t)[i].name_off);
		struct skep_kinded k = skep_kind_of(btf, btf_members(t)[i].type);

		if (name[0])
			skep_buffer_printf(b, "%s%s", b->count ? ", " : "", name);
		else if (k.kind == SKEP_KIND_STRUCT)
			add_names(b, btf, k.type);
	}
}

static bool no_member(const struct reader *r, const struct btf_type *t, const struct skep_json *m)
{
	struct skep_buffer names = {0};

	add_names(&names, r->btf, t);
	skep_fail_at(r->d, SKEP_E_NAME, place_of(r, m), "there is no member %s", m->name);
	if (names.count && !names.failed)
		skep_hint(r->d, "there are %s", names.data);
	skep_buffer_fini(&names);
	return false;
}

static bool read_member(const struct reader *r, const struct found *f, const struct skep_json *m,
			u8 *value)
{
	u64 number;

	if (!f->bits.count)
		return read_kind(r, &f->kind, m, value + f->bits.at / 8);
	if (!read_number(r, &f->kind, f->bits.count, m, &number))
		return false;
	skep_bits_put(f->bits, value, number);
	return true;
}

static bool read_struct(const struct reader *r, const struct skep_kinded *k,
			const struct skep_json *json, u8 *value)
{
	struct found found;

	if (json->kind != SKEP_JSON_OBJECT)
		return expected(r, json, "a struct: {\"member\":..}");
	memset(value, 0, k->size);
	for (const struct skep_json *m = json->first; m; m = m->next) {
		if (!find_member(r->btf, k->type, m->name, &found))
			return no_member(r, k->type, m);
		if (!read_member(r, &found, m, value))
			return false;
	}
	return true;
}

/* ---- any value */

static bool read_integer(const struct reader *r, const struct skep_kinded *k,
			 const struct skep_json *json, u8 *value)
{
	struct skep_kinded as = *k;
	u64 number;

	/* A number for an address is one of the host: 0x7f000001 is 127.0.0.1. */
	if (k->kind == SKEP_KIND_IP4)
		as.kind = SKEP_KIND_NETWORK;
	if (!read_number(r, &as, 8 * k->size, json, &number))
		return false;
	skep_kind_put(&as, value, number);
	return true;
}

/* Whether a number is given for bytes without a type, of which there are as many as an integer has.
 */
static bool is_plain_number(const struct skep_kinded *k, const struct skep_json *json)
{
	struct number n;
	bool integer = k->size == 1 || k->size == 2 || k->size == 4 || k->size == 8;

	if (!integer || (json->kind != SKEP_JSON_NUMBER && json->kind != SKEP_JSON_TEXT))
		return false;
	return (json->kind == SKEP_JSON_NUMBER || strlen(json->text) != 2 * (size_t)k->size) &&
	       parse_number(json->text, &n);
}

static bool read_kind(const struct reader *r, const struct skep_kinded *k,
		      const struct skep_json *json, u8 *value)
{
	bool number = json->kind == SKEP_JSON_NUMBER;

	if (json->kind == SKEP_JSON_TEXT && k->kind != SKEP_KIND_CHARS &&
	    parse_address(json->text, value, k->size))
		return true;
	if (k->kind == SKEP_KIND_BYTES && is_plain_number(k, json))
		return read_integer(r, k, json, value);
	switch (k->kind) {
	case SKEP_KIND_CHARS:
		return read_chars(r, k, json, value);
	case SKEP_KIND_ARRAY:
		return read_array(r, k, json, value);
	case SKEP_KIND_STRUCT:
		return read_struct(r, k, json, value);
	case SKEP_KIND_IP4:
		return number ? read_integer(r, k, json, value) : read_bytes(r, k, json, value);
	case SKEP_KIND_BYTES:
	case SKEP_KIND_IP6:
	case SKEP_KIND_MAC:
		return read_bytes(r, k, json, value);
	default:
		return read_integer(r, k, json, value);
	}
}

bool skep_value_read(const struct skep_value_type *type, const struct skep_json *json, void *value,
		     const char *text, struct skep_diag *d)
{
	const struct reader r = {type->btf, text, d};
	const struct skep_kinded k = skep_kind_of_value(type);

	return read_kind(&r, &k, json, value);
}

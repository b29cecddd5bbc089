/* SPDX-License-Identifier: BSD-2-Clause */
/* JSON as it is read from a user, and values by types of BTF: what is printed reads back. */
#include <bpf/btf.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "fault_alloc.h"
#include "object/value.h"
#include "test.h"

/* ---- JSON */

static void show(struct skep_buffer *b, const struct skep_json *json)
{
	static const char *const words[] = {
	    [SKEP_JSON_NULL] = "null", [SKEP_JSON_FALSE] = "false", [SKEP_JSON_TRUE] = "true"};

	if (json->name)
		skep_buffer_printf(b, "%s:", json->name);
	if (json->kind <= SKEP_JSON_TRUE)
		skep_buffer_text(b, words[json->kind]);
	else if (json->kind == SKEP_JSON_NUMBER)
		skep_buffer_text(b, json->text);
	else if (json->kind == SKEP_JSON_TEXT)
		skep_buffer_printf(b, "'%s'", json->text);
	else
		skep_buffer_text(b, json->kind == SKEP_JSON_ARRAY ? "[" : "{");
	for (const struct skep_json *e = json->first; e; e = e->next) {
		show(b, e);
		skep_buffer_text(b, e->next ? " " : "");
	}
	if (json->kind >= SKEP_JSON_ARRAY)
		skep_buffer_text(b, json->kind == SKEP_JSON_ARRAY ? "]" : "}");
}

static void check_json(const char *text, const char *want)
{
	struct skep_arena arena = {0};
	struct skep_buffer got = {0};
	struct skep_diag d = {0};
	struct skep_json *json = skep_json_parse(&arena, text, &d);

	if (json)
		show(&got, json);
	else
		skep_buffer_printf(&got, "%u: %s", d.place.column, d.what);
	test_text(got.data, want, "%s", text);
	skep_buffer_fini(&got);
	skep_arena_fini(&arena);
}

static void check_depth(void)
{
	char deep[80] = "";

	for (int i = 0; i < 33; i++)
		deep[i] = '[';
	check_json(deep, "33: more than 32 brackets are open");
}

static void check_texts(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {" 1 ", "1"},
	    {"-0x1F", "-0x1F"},
	    {"[]", "[]"},
	    {"[1,true , null,false]", "[1 true null false]"},
	    {"[1,]", "[1]"},
	    {"{\"a\":{\"b\":[\"c\"]}, \"d\" : 2}", "{a:{b:['c']} d:2}"},
	    {"\"a\\n\\\"\\\\\\u0041\\u00e4\\u20ac\"", "'a\n\"\\A\xc3\xa4\xe2\x82\xac'"},
	    {"", "1: a value is missing"},
	    {"[1 2]", "4: expected ',' or ']'"},
	    {"{\"a\" 1}", "6: expected ':' behind the name of a member"},
	    {"{a:1}", "2: expected the name of a member, in quotes"},
	    {"{\"a\":1", "7: expected ',' or '}'"},
	    {"abc", "1: expected a value: texts stand in quotes"},
	    {"\"abc", "2: the text has no end"},
	    {"\"\\", "2: the text has no end"},
	    {"\"\\x\"", "3: there is no such escape in a text"},
	    {"\"\\u12\"", "6: expected four hexadecimal digits behind \\u"},
	    {"\"\\u0000\"", "8: \\u0000 and \\ud800 to \\udfff cannot be written"},
	    {"1 2", "3: nothing may follow the value"},
	    {"@", "1: expected a value"},
	};

	for (size_t i = 0; i < SKEP_COUNT(cases); i++)
		check_json(cases[i].text, cases[i].want);
	check_depth();
}

/* Texts that are nearly right must not do harm: a sanitizer looks on. */
static void check_random(void)
{
	static const char start[] = "{\"a\":[1,-0x2,\"\\u00e4\"],\"b\":{\"c\":null,},\"d\":true}";
	static const char bytes[] = "{}[]\",:\\u0a-x \x80";
	u32 parsed = 0, random = 1;

	for (u32 i = 0; i < 20000; i++) {
		struct skep_arena arena = {0};
		struct skep_diag d = {0};
		char text[sizeof(start)];

		memcpy(text, start, sizeof(start));
		for (u32 changes = 0; changes < 1 + i % 3; changes++) {
			random = random * 1103515245u + 12345;
			text[(random >> 8) % (sizeof(start) - 1)] =
			    bytes[(random >> 20) % (sizeof(bytes) - 1)];
		}
		if (skep_json_parse(&arena, text, &d))
			parsed++;
		else if (!d.what[0])
			test_ok(false, "%s: no reason", text);
		skep_arena_fini(&arena);
	}
	test_ok(parsed > 100 && parsed < 19900, "%u of 20000 random texts are JSON", parsed);
}

static void check_faults(void)
{
	bool failed = true;

	for (u32 n = 1; failed; n++) {
		struct skep_arena arena = {0};
		struct skep_diag d = {0};

		fault_after(n);
		failed = !skep_json_parse(&arena, "{\"a\":[\"b\",1]}", &d);
		fault_after(0);
		if (failed && d.code != SKEP_E_NOMEM)
			test_ok(false, "allocation %u: %s", n, d.what);
		skep_arena_fini(&arena);
	}
	test_ok(true, "each allocation may fail");
}

/* ---- values */

/* Types of BTF, and how values of them are read and printed. */
struct types {
	struct btf *btf;
	u32 u8_type, u16_type, u32_type, s32_type, u64_type, bool_type, char_type, huge;
	u32 be16, be32, colour, mac, name, bytes, pair, flow;
};

static u32 add_array(struct btf *btf, u32 index, u32 element, u32 count)
{
	return (u32)btf__add_array(btf, (int)index, (int)element, count);
}

static void make_types(struct types *t)
{
	struct btf *btf = btf__new_empty();

	t->btf = btf;
	t->u8_type = (u32)btf__add_int(btf, "unsigned char", 1, 0);
	t->u16_type = (u32)btf__add_int(btf, "unsigned short", 2, 0);
	t->u32_type = (u32)btf__add_int(btf, "unsigned int", 4, 0);
	t->s32_type = (u32)btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	t->u64_type = (u32)btf__add_int(btf, "unsigned long", 8, 0);
	t->bool_type = (u32)btf__add_int(btf, "_Bool", 1, BTF_INT_BOOL);
	t->char_type = (u32)btf__add_int(btf, "char", 1, BTF_INT_SIGNED);
	t->huge = (u32)btf__add_int(btf, "__int128", 16, 0);
	t->be16 = (u32)btf__add_typedef(btf, "__be16", (int)t->u16_type);
	t->be32 = (u32)btf__add_typedef(btf, "__be32", (int)t->u32_type);
	t->colour = (u32)btf__add_enum(btf, "colour", 4);
	btf__add_enum_value(btf, "RED", 0);
	btf__add_enum_value(btf, "BLUE", -1);
	t->mac = add_array(btf, t->u32_type, t->u8_type, 6);
	t->name = add_array(btf, t->u32_type, t->char_type, 4);
	t->bytes = add_array(btf, t->u32_type, t->u8_type, 3);
	t->pair = add_array(btf, t->u32_type, t->u16_type, 2);
	t->flow = (u32)btf__add_struct(btf, "flow", 12);
	btf__add_field(btf, "from", (int)t->be32, 0, 0);
	btf__add_field(btf, "low", (int)t->u32_type, 32, 3);
	btf__add_field(btf, "high", (int)t->s32_type, 35, 29);
	btf__add_field(btf, "port", (int)t->be16, 64, 0);
	btf__add_field(btf, "last", (int)t->u8_type, 80, 0);
}

static bool read_text(const struct skep_value_type *type, const char *text, void *value,
		      struct skep_diag *d)
{
	struct skep_arena arena = {0};
	struct skep_json *json = skep_json_parse(&arena, text, d);
	bool ok = json && skep_value_read(type, json, value, text, d);

	skep_arena_fini(&arena);
	return ok;
}

/* Reads a text, and wants it printed as another one, or the reason that it is not read. */
static void check_value(const struct types *t, u32 id, const char *text, const char *want)
{
	s64 size = btf__resolve_size(t->btf, id);
	const struct skep_value_type type = {.btf = t->btf, .id = id, .size = (u32)size};
	struct skep_buffer got = {0};
	struct skep_diag d = {0};
	u8 value[32] = {0}, again[32] = {0};

	if (!read_text(&type, text, value, &d)) {
		test_text(d.what, want, "%s", text);
		return;
	}
	skep_value_print(&got, &type, value, true);
	test_text(got.data, want, "%s", text);
	test_ok(read_text(&type, got.data, again, &d) && memcmp(value, again, sizeof(value)) == 0,
		"%s reads back", got.data);
	skep_buffer_fini(&got);
}

static void check_numbers(const struct types *t)
{
	check_value(t, t->u8_type, "255", "255");
	check_value(t, t->u8_type, "256", "256 does not fit: the type has 8 bits");
	check_value(t, t->u8_type, "1.5", "expected a whole number");
	check_value(t, t->s32_type, "-2147483648", "-2147483648");
	check_value(t, t->s32_type, "-2147483649",
		    "-2147483649 does not fit: the type has 32 bits with its sign");
	check_value(t, t->s32_type, "2147483648",
		    "2147483648 does not fit: the type has 32 bits with its sign");
	check_value(t, t->u64_type, "\"0xffffffffffffffff\"", "18446744073709551615");
	check_value(t, t->u64_type, "18446744073709551616", "expected a whole number");
	check_value(t, t->bool_type, "true", "true");
	check_value(t, t->bool_type, "2", "2 does not fit: the type has 8 bits");
	check_value(t, t->u32_type, "\"192.0.2.1\"", "16908480");
	check_value(t, t->u32_type, "[]", "expected a number");
	check_value(t, t->colour, "\"BLUE\"", "\"BLUE\"");
	check_value(t, t->colour, "7", "7");
	check_value(t, t->colour, "\"GREEN\"", "expected a number or a name of the enum");
	check_value(t, t->be16, "443", "443");
	check_value(t, t->huge, "\"000102030405060708090a0b0c0d0e0f\"",
		    "\"000102030405060708090a0b0c0d0e0f\"");
}

static void check_others(const struct types *t)
{
	check_value(t, t->be32, "0xc0000201", "\"192.0.2.1\"");
	check_value(t, t->be32, "\"192.0.2\"", "expected an IPv4 address, or a number");
	check_value(t, t->mac, "\"2:0:0:0:0:a\"", "\"02:00:00:00:00:0a\"");
	check_value(t, t->mac, "\"02:00:00:00:00\"", "expected an address of Ethernet");
	check_value(t, t->name, "\"abcd\"", "\"abcd\"");
	check_value(t, t->name, "\"abcde\"", "the text has 5 bytes, there is room for 4");
	check_value(t, t->bytes, "\"0aFF10\"", "\"0aff10\"");
	check_value(t, t->bytes, "\"0aFF1\"",
		    "expected a text of 6 hexadecimal digits, two a byte");
	check_value(t, t->pair, "[1]", "[1,0]");
	check_value(t, t->pair, "[1,2,3]", "the array has 2 elements");
	check_value(t, t->flow, "{\"from\":\"10.0.0.1\",\"low\":7,\"high\":-5,\"port\":80}",
		    "{\"from\":\"10.0.0.1\",\"low\":7,\"high\":-5,\"port\":80,\"last\":0}");
	check_value(t, t->flow, "{\"low\":8}", "8 does not fit: the type has 3 bits");
	check_value(t, t->flow, "{\"to\":1}", "there is no member to");
	check_value(t, t->flow, "7", "expected a struct: {\"member\":..}");
}

static void check_sums(const struct types *t)
{
	const struct skep_value_type type = {.btf = t->btf, .id = t->flow, .size = 12};
	struct skep_buffer got = {0};
	struct skep_diag d = {0};
	u8 a[12], b[12];

	if (!read_text(&type, "{\"from\":\"10.0.0.1\",\"low\":3,\"port\":256}", a, &d) ||
	    !read_text(&type, "{\"from\":\"10.0.0.2\",\"low\":2,\"high\":-9,\"port\":1}", b, &d))
		test_ok(false, "%s", d.what);
	skep_value_add(&type, a, b);
	skep_value_print(&got, &type, a, false);
	test_text(got.data, "{from: 10.0.0.1, low: 5, high: -9, port: 257, last: 0}", "a sum");
	skep_buffer_fini(&got);
}

static void check_order(const struct types *t)
{
	const struct skep_value_type wide = {.btf = t->btf, .id = t->u32_type, .size = 4},
				     sign = {.btf = t->btf, .id = t->s32_type, .size = 4},
				     none = {.size = 4}, index = {.size = 4, .index = true};
	const u32 low = 1, high = 256, minus = (u32)-1;

	test_eq(skep_value_compare(&wide, &low, &high), -1, "unsigned numbers by their size");
	test_eq(skep_value_compare(&wide, &minus, &high), 1, "the largest is the last");
	test_eq(skep_value_compare(&sign, &minus, &low), -1, "below zero is before");
	test_eq(skep_value_compare(&index, &low, &high), -1, "so are numbers of elements");
	test_ok(skep_value_compare(&none, &low, &low) == 0, "bytes are equal");
}

int main(void)
{
	struct types types = {0};

	check_texts();
	check_random();
	check_faults();
	make_types(&types);
	check_numbers(&types);
	check_others(&types);
	check_sums(&types);
	check_order(&types);
	btf__free(types.btf);
	return test_end();
}

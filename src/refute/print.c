/* SPDX-License-Identifier: BSD-2-Clause */
/* An input that shows why a program was refused, in lines. */
#include "base/buffer.h"
#include "refute/refute.h"

enum { SHOWN = 48 /* bytes of a packet, a value or a context */, SHORT = 8 };

/* Zeros at the end of many bytes need no mention. */
static void print_hex(struct skep_buffer *b, const u8 *bytes, u32 count)
{
	u32 shown = count;

	while (count > SHORT && shown && !bytes[shown - 1])
		shown--;
	if (!shown) {
		skep_buffer_text(b, count ? "all zero" : "nothing");
		return;
	}
	for (u32 i = 0; i < shown && i < SHOWN; i++)
		skep_buffer_printf(b, "%s%02x", i ? " " : "", bytes[i]);
	if (shown > SHOWN)
		skep_buffer_text(b, " ...");
	else if (shown < count)
		skep_buffer_text(b, ", then zeros");
}

static void print_bytes(struct skep_buffer *b, const char *what, const u8 *bytes, u32 count)
{
	if (!bytes)
		return;
	skep_buffer_printf(b, "      a %s of %u bytes: ", what, count);
	print_hex(b, bytes, count);
	skep_buffer_text(b, "\n");
}

static void print_element(struct skep_buffer *b, const struct skep_verify_input *in,
			  const struct skep_refute_element *e)
{
	skep_buffer_printf(b, "      in the map %s, at key ", in->maps[e->map]->name);
	print_hex(b, e->key, e->key_size);
	skep_buffer_text(b, ": ");
	print_hex(b, e->value, e->value_size);
	skep_buffer_text(b, "\n");
}

static void print_result(struct skep_buffer *b, const struct skep_verify_input *in,
			 const struct skep_refute_result *r)
{
	skep_buffer_printf(b, "      %llu returned by instruction %u, ",
			   (unsigned long long)r->value, r->insn);
	skep_reason_insn(b, in, r->insn);
	skep_buffer_text(b, "\n");
}

void skep_refutation_print(struct skep_buffer *b, const struct skep_verify_input *in,
			   const struct skep_refutation *r)
{
	skep_buffer_printf(b, "  it happens: instruction %u %s, with\n", r->insn, r->what);
	print_bytes(b, "packet", r->packet, r->packet_size);
	print_bytes(b, "context", r->context, r->context_size);
	for (u32 i = 0; i < r->field_count; i++)
		skep_buffer_printf(b, "      %s of the context: %llu\n", r->fields[i].name,
				   (unsigned long long)r->fields[i].value);
	for (u32 i = 0; i < r->element_count; i++)
		print_element(b, in, &r->elements[i]);
	for (u32 i = 0; i < r->result_count; i++)
		print_result(b, in, &r->results[i]);
}

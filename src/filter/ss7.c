/* SPDX-License-Identifier: BSD-2-Clause */
/* The words about SS7, on MTP2 (ITU-T Q.703, and Q.704 for the label): the kind of a signal unit by
 * its length field, and the fields of a message. The words with `h` are for the high-speed form
 * (annex A of Q.703), whose sequence numbers and length are longer. */
#include "filter/link.h"

/* Places from the MTP2 header on. */
enum { AT_LENGTH = 2, AT_LENGTH_HIGH = 4, AT_SIO = 3, AT_LABEL = 4, AT_SLS = 7, HIGH_MORE = 3 };

/* Fill-in units have length 0, link status units up to `status_max`, messages more. */
skep_cid skep_ss7_unit(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_graph *g = l->g;
	bool high = ast->word >= SKEP_WORD_SS7_HFISU;
	u32 status_max = high ? 0x0100 : 2;
	skep_vid length;
	skep_cid some, many;

	if (l->link->mtp2 == SKEP_LINK_NONE)
		return skep_link_refuse(l, ast->span, "the SS7 signal unit");
	length = skep_lower_load(l, SKEP_REL_PACKET,
				 l->link->mtp2 + (high ? AT_LENGTH_HIGH : AT_LENGTH), high ? 2 : 1);
	length = skep_value_alu(g, BPF_AND, length, skep_value_const(g, high ? 0xff80 : 0x3f));
	if (ast->word == SKEP_WORD_SS7_FISU || ast->word == SKEP_WORD_SS7_HFISU)
		return skep_cond_is(g, length, 0);
	many = skep_cond_test(g, SKEP_CMP_GT, length, skep_value_const(g, status_max));
	if (ast->word == SKEP_WORD_SS7_MSU || ast->word == SKEP_WORD_SS7_HMSU)
		return many;
	some = skep_cond_test(g, SKEP_CMP_GT, length, skep_value_const(g, 0));
	return skep_cond_and(g, some, skep_cond_not(g, many));
}

/* The routing label is little-endian: 14 bits destination, 14 bits origin, 4 bits selection. These
 * give a code the form in which a big-endian load of the label has it. */
static u32 origin_bits(u32 code)
{
	return (code & 0x3c00) >> 10 | (code & 0x03fc) << 6 | (code & 0x0003) << 22;
}

static u32 destination_bits(u32 code)
{
	return (code & 0x00ff) << 24 | (code & 0x3f00) << 8;
}

static u32 selection_bits(u32 code)
{
	return code << 4;
}

/* Fields by word, from SIO; the high-speed ones follow in the same order. */
static const struct field {
	u8 at, size;
	u32 mask, max;
	u32 (*bits)(u32 code);
} fields[] = {
    {AT_SIO, 1, UINT32_MAX, 255, NULL},
    {AT_LABEL, 4, 0x00c0ff0f, 16383, origin_bits},
    {AT_LABEL, 4, 0xff3f0000, 16383, destination_bits},
    {AT_SLS, 1, 0xf0, 15, selection_bits},
};

/* Order of codes and order of what is compared differ where the bytes of a code are swapped. */
static void warn_of_order(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->relop == SKEP_REL_EQ || ast->relop == SKEP_REL_NE)
		return;
	skep_lower_warn(
	    l, ast->span, "use '=' with point codes, several of them with 'or'",
	    "larger and smaller are decided in the byte order of the packet, not by the "
	    "point code");
}

skep_cid skep_ss7_field(struct skep_lower *l, const struct skep_ast *ast)
{
	bool high = ast->word >= SKEP_WORD_SS7_HSIO;
	const struct field *f =
	    &fields[ast->word - (high ? SKEP_WORD_SS7_HSIO : SKEP_WORD_SS7_SIO)];
	u32 number = ast->numbers[0];
	skep_vid value;

	if (l->link->mtp2 == SKEP_LINK_NONE)
		return skep_link_refuse(l, ast->span, "a field of an SS7 message");
	if (number > f->max) {
		skep_lower_fail(l, ast->span, SKEP_E_RANGE, "%u is too large here: at most %u",
				number, f->max);
		return SKEP_COND_FALSE;
	}
	value = skep_lower_load(l, SKEP_REL_PACKET, l->link->mtp2 + f->at + (high ? HIGH_MORE : 0),
				f->size);
	if (f->mask != UINT32_MAX)
		value = skep_value_alu(l->g, BPF_AND, value, skep_value_const(l->g, f->mask));
	if (f->size == 4)
		warn_of_order(l, ast);
	return skep_link_relation(l, ast, value, f->bits ? f->bits(number) : number);
}

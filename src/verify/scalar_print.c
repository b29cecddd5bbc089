/* SPDX-License-Identifier: BSD-2-Clause */
/* Scalars as text, as Linux's verifier log has them: the forms in a fixed order, each left out
 * where it says nothing, forms of one value written together (smax=umax=...), numbers of up to 16
 * bits in decimal and larger ones in hexadecimal. */
#include <inttypes.h>

#include "verify/scalar.h"

struct form {
	const char *name;
	u64 number; /* as it is printed */
	bool is_signed;
	bool done; /* says nothing, or is printed */
};

static void print_number(struct skep_buffer *b, u64 number, bool is_signed)
{
	if (is_signed && (s64)number >= INT16_MIN && (s64)number <= INT16_MAX)
		skep_buffer_printf(b, "%" PRId64, (s64)number);
	else if (!is_signed && number <= UINT16_MAX)
		skep_buffer_printf(b, "%" PRIu64, number);
	else
		skep_buffer_printf(b, "%#" PRIx64, number);
}

/* Of 32 bits, large numbers are printed without their sign. */
static u64 printed32(s32 number)
{
	return number >= INT16_MIN && number <= INT16_MAX ? (u64)(s64)number : (u32)number;
}

/* A form with all later ones of its kind (minima or maxima) that have its value. */
static void print_equal(struct skep_buffer *b, struct form *first, struct form *end)
{
	const bool negative = first->is_signed && (s64)first->number < 0;

	skep_buffer_printf(b, "%s=", first->name);
	for (struct form *f = first + 2; f < end; f += 2) {
		if (f->done || f->number != first->number ||
		    negative != (f->is_signed && (s64)f->number < 0))
			continue;
		skep_buffer_printf(b, "%s=", f->name);
		f->done = true;
	}
	print_number(b, first->number, first->is_signed);
}

void skep_scalar_print(struct skep_buffer *b, const struct skep_scalar *s)
{
	struct form forms[] = {
	    {"smin", (u64)s->smin, true, s->smin == INT64_MIN},
	    {"smax", (u64)s->smax, true, s->smax == INT64_MAX},
	    {"umin", s->umin, false, s->umin == 0},
	    {"umax", s->umax, false, s->umax == UINT64_MAX},
	    {"smin32", printed32(s->smin32), true, s->smin32 == INT32_MIN},
	    {"smax32", printed32(s->smax32), true, s->smax32 == INT32_MAX},
	    {"umin32", s->umin32, false, s->umin32 == 0},
	    {"umax32", s->umax32, false, s->umax32 == UINT32_MAX},
	};
	const char *comma = "";

	if (skep_scalar_is_const(s)) {
		print_number(b, s->t.value, true);
		return;
	}
	skep_buffer_text(b, "scalar(");
	for (struct form *f = forms; f < forms + SKEP_COUNT(forms); f++) {
		if (f->done)
			continue;
		skep_buffer_text(b, comma);
		print_equal(b, f, forms + SKEP_COUNT(forms));
		comma = ",";
	}
	if (~s->t.mask)
		skep_buffer_printf(b, "%svar_off=(0x%" PRIx64 "; 0x%" PRIx64 ")", comma, s->t.value,
				   s->t.mask);
	skep_buffer_text(b, ")");
}

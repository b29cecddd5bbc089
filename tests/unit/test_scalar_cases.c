/* SPDX-License-Identifier: BSD-2-Clause */
/* How much is known after an operation, in Linux's words, where skep knows more than Linux or a way
 * of its own leads there. */
#include "test.h"
#include "verify/scalar.h"

static const struct row {
	u64 min, max; /* of d; a range past the largest number is one around 0 */
	enum skep_alu op;
	u32 bits;
	u64 smin, smax;
	const char *text;
} rows[] = {
#define CASE(min, max, op, bits, smin, smax, text)                                                 \
	{min, max, SKEP_ALU_##op, bits, smin, smax, text},
#include "unit/scalar_cases.def"
};

/* From min up to max; past the largest number it is a signed range. */
static struct skep_scalar between(u64 min, u64 max)
{
	struct skep_scalar s = skep_scalar_unknown();

	if (min <= max)
		return skep_scalar_range(min, max);
	s.smin = (s64)min;
	s.smax = (s64)max;
	return skep_scalar_sync(&s) ? s : skep_scalar_unknown();
}

int main(void)
{
	for (const struct row *row = rows; row < rows + SKEP_COUNT(rows); row++) {
		struct skep_scalar d = between(row->min, row->max),
				   s = between(row->smin, row->smax);
		struct skep_buffer text = {0};

		skep_scalar_alu(&d, &s, row->op, row->bits);
		skep_scalar_print(&text, &d);
		test_text(text.data, row->text, "case %u: %s", (u32)(row - rows), row->text);
		skep_buffer_fini(&text);
	}
	return test_end();
}

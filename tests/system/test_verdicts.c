/* SPDX-License-Identifier: BSD-2-Clause */
/* Object files on both sides: for each program the same verdict, and for a refusal the same
 * instruction.
 *
 * usage: test_verdicts OBJECT... */
#include <stdlib.h>

#include "base/diag.h"
#include "object/sides.h"
#include "object/verify.h"
#include "test.h"

enum { PROGRAMS = 64 };

struct outcome {
	char prog[64];
	enum skep_object_outcome outcome;
	s64 insn; /* -1: not refused */
};

struct side {
	struct outcome outcomes[PROGRAMS];
	u32 count;
};

static void keep(void *context, const struct skep_object_verdict *v)
{
	struct side *side = context;
	struct outcome *o = &side->outcomes[side->count];

	if (side->count == PROGRAMS)
		return;
	side->count++;
	snprintf(o->prog, sizeof(o->prog), "%s", v->prog);
	o->outcome = v->outcome;
	o->insn = v->reason_count ? v->reasons[0].insn : v->insn;
}

static bool verify(const char *path, bool linux_side, struct side *side, struct skep_diag *d)
{
	struct skep_object_verify how = {
	    .path = path, .reasons = 1, .linux_side = linux_side, .each = keep, .context = side};

	*side = (struct side){0};
	return skep_object_verify(&how, d);
}

static void compare(const char *path, const struct side *ours, const struct side *linux_side)
{
	test_eq(ours->count, linux_side->count, "%s: programs", path);
	for (u32 i = 0; i < ours->count && i < linux_side->count; i++) {
		const struct outcome *o = &ours->outcomes[i], *l = &linux_side->outcomes[i];

		test_eq(o->outcome, l->outcome, "%s: %s: verdict", path, o->prog);
		/* Linux names none where the whole program is at fault. */
		if (l->insn >= 0)
			test_eq(o->insn, l->insn, "%s: %s: instruction", path, o->prog);
	}
}

int main(int argc, char **argv)
{
	static struct side ours, linux_side;

	for (int i = 1; i < argc; i++) {
		const char *slash = strrchr(argv[i], '/'), *name = slash ? slash + 1 : argv[i];
		struct skep_diag d = {0};

		test_ok(verify(argv[i], false, &ours, &d) && ours.count, "%s: skep verifies: %s",
			name, d.what);
		if (!skep_side_linux_allows(&d))
			test_skip(name, d.what);
		else if (verify(argv[i], true, &linux_side, &d))
			compare(name, &ours, &linux_side);
		else
			test_ok(false, "%s: Linux: %s", name, d.what);
	}
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* An object is compared with itself in Linux while memory runs out at one allocation after the
 * other: the comparison fails and says so, or is whole.
 *
 * usage: faults OBJECT PROGRAM */
#include "base/diag.h"
#include "fault_alloc.h"
#include "object/diff.h"
#include "object/sides.h"
#include "test.h"

enum { POINTS = 100 }; /* allocations that fail, over all of them */

static const u8 frame[60] = {[12] = 8, [14] = 0x45, [23] = 6};

static void ignore_refusal(void *context, const struct skep_object_verdict *verdict)
{
	(void)context, (void)verdict;
}

/* Each has what is there. */
static void count_difference(void *context, const struct skep_difference *difference)
{
	*(u32 *)context += difference->sides[SKEP_DIFF_SKEP] || difference->sides[SKEP_DIFF_LINUX];
}

static bool load(struct skep_diff *diff, struct skep_diag *d)
{
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++) {
		struct skep_running *running = skep_diff_running(diff, side);

		skep_running_enter(running);
		if (!skep_running_load(running, d) ||
		    !skep_running_type(running, "records=record", d))
			return false;
	}
	return true;
}

/* The differences that are told; all of them are counted besides. */
static bool compare(char **argv, u32 *told, u64 *counted, struct skep_diag *d)
{
	static const char *const ignored[] = {"records.size"};
	const struct skep_packet packets[] = {
	    {.data = frame, .caplen = sizeof(frame), .wirelen = sizeof(frame)},
	    {.data = frame, .caplen = 40, .wirelen = 40},
	};
	const struct skep_diff_options options = {.path = argv[1],
						  .prog = argv[2],
						  .ignored = ignored,
						  .ignored_count = 1,
						  .refused = ignore_refusal,
						  .different = count_difference,
						  .context = told};
	struct skep_diff *diff = skep_diff_new(&options, d);
	bool ok = diff && load(diff, d) && skep_diff_run(diff, packets, 2, d) &&
		  skep_diff_finish(diff, d);

	for (u32 kind = 0; ok && kind < SKEP_DIFF_KINDS; kind++)
		*counted += skep_diff_counts(diff).different[kind];
	skep_diff_free(diff);
	return ok;
}

int main(int argc, char **argv)
{
	struct skep_diag d = {0};
	unsigned long all, step;
	u32 told = 0, failed = 0, wrong = 0;
	u64 counted = 0;

	(void)argc;
	if (!skep_side_linux_allows(&d)) {
		test_skip("faults", d.what);
		return test_end();
	}
	fault_after(0);
	test_ok(compare(argv, &told, &counted, &d), "with memory: %s", d.what);
	/* Verdict, bytes and event of each packet, its element, the newest and the variable. */
	test_eq(told, 10, "differences");
	test_eq(counted, told, "all are told");
	all = fault_calls();
	step = all / POINTS + 1;
	for (unsigned long n = 1; n <= all; n += step) {
		struct skep_diag why = {0};
		u32 seen = 0;
		u64 sum = 0;
		bool ok;

		fault_after(n);
		ok = compare(argv, &seen, &sum, &why);
		fault_after(0);
		failed += !ok;
		if (ok ? seen != told || sum != told : !why.what[0]) {
			printf("# allocation %lu: %u differences, '%s'\n", n, seen, why.what);
			wrong++;
		}
	}
	test_ok(failed > 0, "%u of %lu comparisons fail", failed, (all + step - 1) / step);
	test_eq(wrong, 0, "each failure has its reason");
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* An object is loaded, given its maps, run and shown while memory runs out at one allocation after
 * the other: it fails and says so, or is not hurt.
 *
 * usage: test_faults OBJECT ASSIGNMENT... */
#include "base/diag.h"
#include "fault_alloc.h"
#include "object/lane.h"
#include "test.h"

enum { POINTS = 400 }; /* allocations that fail, over all of them */

static const u8 frame[60] = {[12] = 8, [14] = 0x45, [23] = 6};

static void ignore_refusal(void *context, const struct skep_object_verdict *verdict)
{
	(void)context, (void)verdict;
}

static void ignore_print(void *context, const char *text, size_t length)
{
	(void)context, (void)text, (void)length;
}

static void ignore_event(void *context, const struct skep_event *event)
{
	(void)context, (void)event;
}

static bool set_all(struct skep_running *r, char **assignments, struct skep_diag *d)
{
	for (; *assignments; assignments++)
		if (!skep_running_set(r, *assignments, d))
			return false;
	return true;
}

static void count_element(void *context, const struct skep_running_element *element)
{
	(void)element;
	++*(u32 *)context;
}

static void count_variable(void *context, const char *section, const char *name,
			   const struct skep_value_type *type, const void *value)
{
	(void)section, (void)name, (void)type, (void)value;
	++*(u32 *)context;
}

static bool run(struct skep_running *r, u32 *elements, struct skep_diag *d)
{
	const struct skep_packet packet = {
	    .data = frame, .caplen = sizeof(frame), .wirelen = sizeof(frame)};
	const struct skep_running_show show = {
	    .element = count_element, .variable = count_variable, .context = elements};
	struct skep_running_lane *lane = skep_running_lane_new(r, d);

	if (!lane)
		return false;
	skep_running_lane_run(lane, &packet, 1, NULL, NULL);
	skep_running_lane_free(lane);
	return skep_running_show(r, &show, d);
}

static bool run_all(const char *path, char **assignments, u32 *elements, struct skep_diag *d)
{
	const struct skep_running_options options = {.path = path,
						     .cpus = 1,
						     .refused = ignore_refusal,
						     .print = ignore_print,
						     .event = ignore_event};
	struct skep_running *r = skep_running_new(&options, d);
	bool ok = r && set_all(r, assignments, d) && skep_running_load(r, d) &&
		  set_all(r, assignments, d) && run(r, elements, d);

	skep_running_free(r);
	return ok;
}

int main(int argc, char **argv)
{
	struct skep_diag d = {0};
	unsigned long all, step;
	u32 elements = 0, failed = 0, wrong = 0;

	(void)argc;
	fault_after(0);
	test_ok(run_all(argv[1], argv + 2, &elements, &d), "with memory: %s", d.what);
	test_ok(elements > 0, "%u elements are shown", elements);
	all = fault_calls();
	step = all / POINTS + 1;
	for (unsigned long n = 1; n <= all; n += step) {
		struct skep_diag why = {0};
		u32 seen = 0;
		bool ok;

		fault_after(n);
		ok = run_all(argv[1], argv + 2, &seen, &why);
		fault_after(0);
		failed += !ok;
		if (ok ? seen != elements : !why.what[0]) {
			printf("# allocation %lu: %u elements, '%s'\n", n, seen, why.what);
			wrong++;
		}
	}
	test_ok(failed > 0, "%u of %lu runs fail", failed, (all + step - 1) / step);
	test_eq(wrong, 0, "each failure has its reason");
	return test_end();
}

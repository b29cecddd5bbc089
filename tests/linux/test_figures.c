/* SPDX-License-Identifier: BSD-2-Clause */
/* Metrics as text, and the table of skep top, from figures of the test's own; each also with every
 * allocation failing in turn. */
#include "cli/top_table.h"
#include "fault_alloc.h"
#include "linux/families.h"
#include "linux/programs.h"
#include "test.h"

/* ---- families */

static void add_all(struct skep_families *f)
{
	static const u64 slots[] = {1, 0, 2, 4};
	struct skep_buffer labels = {0};

	skep_label_add(&labels, "a-b", "x\"\\\n\x01\xff\xc3\xa9");
	skep_label_add(&labels, "7th", "");
	if (labels.failed)
		f->failed = true;
	else
		skep_family_add(skep_families_get(f, "m.total", SKEP_METRIC_COUNTER, "One."),
				labels.data, "%d", 5);
	skep_family_add(skep_families_get(f, "m", SKEP_METRIC_GAUGE, "Two."), "", "%d", -6);
	skep_family_add(skep_families_get(f, "m_total", SKEP_METRIC_COUNTER, "One."), "", "7");
	skep_family_add_log2(skep_families_get(f, "h", SKEP_METRIC_HISTOGRAM, "Three."), "k=\"v\"",
			     slots, SKEP_COUNT(slots));
	skep_buffer_fini(&labels);
}

static char *text_of_all(void)
{
	struct skep_families f = {0};
	struct skep_buffer b = {0};

	add_all(&f);
	skep_families_write(&f, &b);
	skep_families_fini(&f);
	return skep_buffer_take(&b);
}

static void test_families(void)
{
	char *text = text_of_all();

	test_text(text,
		  "# TYPE m counter\n# HELP m One.\n"
		  "m_total{a_b=\"x\\\"\\\\\\\\u000a\\\\u0001\\\\ufffd\xc3\xa9\",_7th=\"\"} 5\n"
		  "m_total 7\n"
		  "# TYPE m_gauge gauge\n# HELP m_gauge Two.\n"
		  "m_gauge -6\n"
		  "# TYPE h histogram\n# HELP h Three.\n"
		  "h_bucket{k=\"v\",le=\"1.0\"} 1\nh_bucket{k=\"v\",le=\"3.0\"} 1\n"
		  "h_bucket{k=\"v\",le=\"7.0\"} 3\nh_bucket{k=\"v\",le=\"+Inf\"} 7\n"
		  "h_count{k=\"v\"} 7\n# EOF\n",
		  "families");
	skep_free(text);
}

static void test_families_faults(void)
{
	unsigned long calls, told = 0;

	fault_after(0);
	skep_free(text_of_all());
	calls = fault_calls();
	for (unsigned long n = 1; n <= calls; n++) {
		char *text;

		fault_after(n);
		text = text_of_all();
		told += text == NULL;
		fault_after(0);
		skep_free(text);
	}
	test_eq(told, calls, "families: each of %lu allocations that fails is told", calls);
}

/* ---- skep top */

static struct skep_linux_program programs[] = {
    {.id = 7, .type = 1, .name = "slow", .tag = "00", .runs = 10, .nanoseconds = 5000},
    {.id = 9, .type = 6, .name = "fast", .tag = "01", .runs = 3000, .nanoseconds = 30000},
};
static struct skep_linux_map maps[] = {
    {.id = 1, .type = 2, .name = "array", .max_entries = 4, .entries = 4, .counted = true},
    {.id = 2, .type = 1, .name = "half", .max_entries = 8, .entries = 4, .counted = true},
    {.id = 3, .type = 27, .name = "ring", .max_entries = 4096},
    {.id = 4,
     .type = 1,
     .name = "more",
     .max_entries = 16,
     .entries = 12,
     .counted = true,
     .more = true},
};

static struct skep_linux_living living(size_t program_count)
{
	struct skep_linux_living l = {0};

	l.programs.data = programs;
	l.programs.count = program_count;
	l.maps.data = maps;
	l.maps.count = SKEP_COUNT(maps);
	return l;
}

/* Two intervals: of the first only the second program was there. */
static bool two_intervals(struct skep_top_table *second)
{
	struct skep_linux_living l = {0};
	struct skep_top_table none = {0}, first;
	struct skep_linux_program before[] = {
	    {.id = 8, .name = "gone"},
	    {.id = 9, .type = 6, .runs = 1000, .nanoseconds = 10000},
	};
	bool ok;

	l.programs.data = before;
	l.programs.count = 2;
	if (!skep_top_table_next(&first, &none, &l, 0))
		return false;
	l = living(2);
	ok = skep_top_table_next(second, &first, &l, 2000000000);
	skep_top_table_fini(&first);
	return ok;
}

static void test_table(void)
{
	struct skep_top_table t;
	struct skep_buffer b = {0};

	if (!test_ok(two_intervals(&t), "top: two intervals"))
		return;
	test_eq(t.ended, 1, "top: one ended");
	test_eq(t.rows[0].program.id, 9, "top: who ran longest is first");
	test_eq(t.rows[0].runs, 2000, "top: runs of the interval");
	test_eq(t.rows[0].nanoseconds, 20000, "top: its time");
	test_eq(t.rows[1].runs, 10, "top: all runs of one that is new");
	test_eq(t.maps[0].id, 4, "top: the fullest map is first");
	test_eq(t.maps[3].id, 1, "top: arrays are last");
	skep_top_table_json(&b, &t);
	test_ok(strstr(b.data,
		       "{\"program\":9,\"type\":\"xdp\",\"name\":\"fast\",\"tag\":\"01\","
		       "\"interval_ns\":2000000000,\"runs\":2000,\"run_ns\":20000,"
		       "\"runs_per_second\":1000.000,\"average_ns\":10.0,\"cpu_share\":0.000010,"
		       "\"missed\":0}\n") != NULL,
		"top: JSON of a program");
	test_ok(strstr(b.data, "{\"map\":3,\"type\":\"ringbuf\",\"name\":\"ring\",\"entries\":null,"
			       "\"more\":null,\"max_entries\":4096}\n") != NULL,
		"top: JSON of a map that cannot be counted");
	skep_buffer_fini(&b);
	skep_top_table_fini(&t);
}

static u32 lines_of(const char *text)
{
	u32 lines = 0;

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

/* Whatever the screen's height, the table has a line less, for the cursor. */
static void test_screen(void)
{
	struct skep_top_table t;

	if (!two_intervals(&t))
		return;
	for (u32 height = 4; height < 14; height++) {
		struct skep_buffer b = {0};
		u32 all = 3 + 2 + SKEP_COUNT(maps);

		skep_top_table_print(&b, &t, height);
		/* Two heads and two lines that say how much is left out are the least. */
		test_ok(lines_of(b.data) <= (height - 1 < 5 ? 5 : height - 1) &&
			    (height <= all || lines_of(b.data) == all),
			"top: a screen of %u lines has %u", height, lines_of(b.data));
		skep_buffer_fini(&b);
	}
	skep_top_table_fini(&t);
}

static void test_table_faults(void)
{
	struct skep_top_table t;
	unsigned long calls, told = 0;

	fault_after(0);
	if (two_intervals(&t))
		skep_top_table_fini(&t);
	calls = fault_calls();
	for (unsigned long n = 1; n <= calls; n++) {
		fault_after(n);
		if (two_intervals(&t))
			skep_top_table_fini(&t);
		else
			told++;
	}
	fault_after(0);
	test_eq(told, calls, "top: each of %lu allocations that fails is told", calls);
}

int main(void)
{
	test_families();
	test_families_faults();
	test_table();
	test_screen();
	test_table_faults();
	return test_end();
}

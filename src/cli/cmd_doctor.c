/* SPDX-License-Identifier: BSD-2-Clause */
/* skep doctor: what this kernel and this process's privileges allow of BPF. What works is listed by
 * name, what does not has a line with its cause. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "linux/doctor.h"

struct doctor_options {
	const char *section;
	u32 json, verbose, help;
};

#define OPTION(...) SKEP_OPTION_ROW(doctor_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/doctor_options.def"
};
#undef OPTION
const struct skep_options skep_options_doctor = {rows, SKEP_COUNT(rows)};

enum { WIDTH = 100 };

/* A section that is being told. */
struct telling {
	const struct doctor_options *options;
	enum skep_linux_section section;
	bool started;
	struct skep_buffer works, rest; /* text of the section */
	size_t column;			/* of the last line of `works` */
	u32 counts[SKEP_DOCTOR_STATES];
	u32 tried, work; /* outside the section `system` */
	bool wrote;
};

/* ---- JSON */

static void add_json(struct skep_buffer *b, const struct skep_doctor_row *row)
{
	const struct {
		const char *key, *text;
	} texts[] = {
	    {"section", skep_linux_section_name(row->section)},
	    {"name", row->name},
	    {"state", skep_doctor_state_name(row->state)},
	    {"why", row->why},
	    {"hint", row->hint},
	};

	for (size_t i = 0; i < SKEP_COUNT(texts); i++) {
		skep_buffer_printf(b, "%s\"%s\":", i ? "," : "{", texts[i].key);
		skep_json_string(b, texts[i].text);
	}
	skep_buffer_text(b, ",\"error\":");
	if (row->error && strerrorname_np(row->error))
		skep_json_string(b, strerrorname_np(row->error));
	else
		skep_buffer_text(b, "null");
	skep_buffer_text(b, "}\n");
}

/* ---- text */

static void add_name(struct telling *t, const char *name)
{
	size_t length = strlen(name) + 2;

	if (!t->works.count || t->column + length > WIDTH) {
		skep_buffer_text(&t->works, t->works.count ? ",\n    " : "    ");
		t->column = 4;
	} else {
		skep_buffer_text(&t->works, ", ");
	}
	skep_buffer_text(&t->works, name);
	t->column += length;
}

static void add_line(struct skep_buffer *b, const struct skep_doctor_row *row)
{
	if (row->state == SKEP_DOCTOR_TELLS)
		skep_buffer_printf(b, "  %s: %s\n", row->name, row->why);
	else
		skep_buffer_printf(b, "  %-9s %s%s%s\n", skep_doctor_state_name(row->state),
				   row->name, row->why[0] ? ": " : "", row->why);
	if (row->hint[0])
		skep_buffer_printf(b, "            %s\n", row->hint);
}

static void end_section(struct telling *t)
{
	struct skep_buffer b = {0};

	if (!t->started)
		return;
	skep_buffer_printf(&b, "%s:", skep_linux_section_name(t->section));
	if (t->section != SKEP_LINUX_SYSTEM)
		skep_buffer_printf(&b, " %u work, %u are refused, %u were not tried",
				   t->counts[SKEP_DOCTOR_WORKS], t->counts[SKEP_DOCTOR_REFUSED],
				   t->counts[SKEP_DOCTOR_UNTRIED]);
	skep_buffer_text(&b, "\n");
	if (t->works.count)
		skep_buffer_printf(&b, "  work:\n%s\n", t->works.data);
	if (t->rest.count)
		skep_buffer_bytes(&b, t->rest.data, t->rest.count);
	b.failed |= t->works.failed | t->rest.failed;
	t->wrote = skep_usage_print(&b) == SKEP_EXIT_OK && t->wrote;
	skep_buffer_fini(&t->works);
	skep_buffer_fini(&t->rest);
	t->works = t->rest = (struct skep_buffer){0};
	memset(t->counts, 0, sizeof(t->counts));
}

static void show_text(struct telling *t, const struct skep_doctor_row *row)
{
	if (!t->started || t->section != row->section)
		end_section(t);
	t->started = true;
	t->section = row->section;
	t->counts[row->state]++;
	if (row->state == SKEP_DOCTOR_WORKS && !t->options->verbose &&
	    row->section != SKEP_LINUX_SYSTEM)
		add_name(t, row->name);
	else
		add_line(&t->rest, row);
}

/* ---- the run */

static void show(void *context, const struct skep_doctor_row *row)
{
	struct telling *t = context;
	struct skep_buffer b = {0};

	if (row->section != SKEP_LINUX_SYSTEM) {
		t->tried++;
		t->work += row->state == SKEP_DOCTOR_WORKS;
	}
	if (!t->options->json) {
		show_text(t, row);
		return;
	}
	add_json(&b, row);
	t->wrote = skep_usage_print(&b) == SKEP_EXIT_OK && t->wrote;
}

/* Bits of the sections that a name stands for; 0: there is none of that name. */
static u32 find_sections(const char *name)
{
	u32 all = (1U << SKEP_LINUX_SECTIONS) - 1;

	for (u32 i = 0; name && i < SKEP_LINUX_SECTIONS; i++)
		if (strcmp(skep_linux_section_name(i), name) == 0)
			return 1U << i;
	return name ? 0 : all;
}

enum skep_exit skep_cmd_doctor(const struct skep_call *call)
{
	struct doctor_options o = {0};
	struct telling t = {.options = &o, .wrote = true};
	struct skep_doctor doctor = {.each = show, .context = &t};
	struct skep_diag d = {0};
	int word = skep_options_parse(&skep_options_doctor, call->argc, call->argv, &o);
	bool ok;

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word < call->argc)
		return skep_out_usage("skep doctor takes no words, but got '%s'", call->argv[word]);
	doctor.sections = find_sections(o.section);
	if (!doctor.sections)
		return skep_out_usage("--section %s: expected system, programs, maps, helpers, "
				      "attach or features",
				      o.section);
	ok = skep_doctor_examine(&doctor, &d);
	if (!o.json)
		end_section(&t);
	if (!ok)
		return skep_out_failure(&d, NULL, NULL);
	/* A kernel on which nothing works is one that cannot. */
	if (t.wrote && t.tried && !t.work)
		return SKEP_EXIT_UNABLE;
	return t.wrote ? SKEP_EXIT_OK : SKEP_EXIT_FAILED;
}

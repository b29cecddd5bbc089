/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs the themes of tests/data/verify (see file.h): what our verifier says of each program, and
 * whether Linux says the same of it, and of the same instruction. Where Linux is known to do
 * otherwise, the file and docs/verifier.md say so.
 *
 * usage: verify_data DOCUMENT FILE... [--bless] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "datafile.h"
#include "file.h"
#include "prog/prog.h"
#include "test.h"
#include "text.h"

struct totals {
	u32 cases, asked, verdict, place, places, known, wrong, examples;
};

struct runner {
	bool bless;
	const char *document; /* the text of docs/verifier.md */
	struct skep_kernel *kernel;
	struct totals all;

	/* the file that is run */
	struct theme theme;
	char name[64];
	size_t at; /* its section */
	struct subject_type type;
	struct subject_maps maps;
	struct subject_funcs funcs;
	bool has_funcs;
	const char *before, *after;
	struct set *sets;
	u32 set_count;

	/* the case */
	size_t first_difference, differences; /* its `-- linux` sections */
	u32 failed;
	struct skep_buffer notes;   /* what differs */
	struct skep_buffer facts;   /* of the last program, if it was accepted */
	struct skep_buffer example; /* ... if it was refused */
	struct skep_buffer reasons; /* ... and a section asks for them */
};

/* ---- what sections say */

static bool complain(const struct runner *r, const char *wrong)
{
	return test_ok(false, "%s: -- %s: %s", r->name, r->theme.sections.data[r->at].head, wrong);
}

/* All that follows is about the kernel's functions. */
static bool need_kernel(struct runner *r, const char *rest, const char *text)
{
	(void)rest, (void)text;
	if (!r->kernel)
		test_skip(r->name, "the types of Linux 6.18 are not here");
	return r->kernel;
}

static bool set_type(struct runner *r, const char *rest, const char *text)
{
	const char *wrong = subject_read_type(&r->type, rest);

	(void)text;
	return !wrong || complain(r, wrong);
}

static bool set_maps(struct runner *r, const char *rest, const char *text)
{
	const char *wrong;

	(void)rest;
	subject_free_maps(&r->maps);
	wrong = subject_read_maps_of(&r->maps, text, r->has_funcs ? r->funcs.btf : NULL);
	return !wrong || complain(r, wrong);
}

static bool set_funcs(struct runner *r, const char *rest, const char *text)
{
	const struct skep_prog_row *row = skep_prog_row(r->type.prog_type);
	const char *wrong;

	(void)rest;
	if (r->has_funcs)
		subject_free_funcs(&r->funcs);
	r->has_funcs = text[0];
	wrong = text[0] ? subject_read_funcs(&r->funcs, text, row ? row->ctx : "") : NULL;
	return !wrong || complain(r, wrong);
}

static bool set_before(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	r->before = text;
	return true;
}

static bool set_after(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	r->after = text;
	return true;
}

static struct set *find_set(const struct runner *r, const char *name)
{
	for (u32 i = 0; i < r->set_count; i++)
		if (strcmp(r->sets[i].name, name) == 0)
			return &r->sets[i];
	return NULL;
}

static bool set_set(struct runner *r, const char *rest, const char *text)
{
	struct set *s = find_set(r, rest);
	const char *wrong;

	if (!s && r->set_count == SETS)
		return complain(r, "too many sets");
	s = s ? s : &r->sets[r->set_count++];
	wrong = set_read(s, rest, text);
	return !wrong || complain(r, wrong);
}

/* ---- one program */

static void note(struct runner *r, const char *cell, const char *who,
		 const struct subject_answer *a)
{
	skep_buffer_printf(&r->notes, "# %s%s%s: %s @%lld %s\n", cell, cell[0] ? ": " : "", who,
			   a->verdict == SUBJECT_ACCEPTED ? "accepts" : "refuses",
			   (long long)a->place, a->reason);
}

/* The `-- linux` section of the case for a cell ("" for a case of its own). */
static const char *find_difference(const struct runner *r, const char *cell)
{
	for (size_t i = 0; i < r->differences; i++) {
		const struct section *s = &r->theme.sections.data[r->first_difference + i];
		const char *rest = section_is(s, "linux");

		if (strncmp(rest, cell, strlen(cell)) == 0)
			return rest + strlen(cell) + (cell[0] != 0);
	}
	return NULL;
}

static bool is_documented(const struct runner *r, const char *name)
{
	return r->document && strstr(r->document, name);
}

/* A difference that is known stays what it was said to be. */
static void check_known(struct runner *r, const char *cell, const char *said,
			const struct subject_answer *them)
{
	const char *word = them->verdict == SUBJECT_ACCEPTED ? "accept" : "refuse";

	r->all.known++;
	if (strncmp(said, word, strlen(word)) == 0 && is_documented(r, r->name))
		return;
	r->failed++;
	note(r, cell, "Linux, other than is said (and docs/verifier.md has to name it)", them);
}

static void compare(struct runner *r, const char *cell, const struct subject_answer *us,
		    const struct subject_answer *them)
{
	const char *said = find_difference(r, cell);
	bool same = us->verdict == them->verdict;
	bool placed = same && us->verdict == SUBJECT_REFUSED && them->place >= 0;

	if (them->verdict == SUBJECT_NOT_ASKED && them->reason[0]) {
		r->failed++;
		note(r, cell, "Linux is not asked", them);
	}
	if (them->verdict == SUBJECT_NOT_ASKED)
		return;
	r->all.asked++;
	r->all.verdict += same;
	r->all.places += placed;
	r->all.place += placed && us->place == them->place;
	if (same && (!placed || us->place == them->place) && !said)
		return;
	if (said && same) {
		r->failed++;
		note(r, cell, "no longer different: Linux", them);
		return;
	}
	if (said) {
		check_known(r, cell, said, them);
		return;
	}
	r->all.wrong++;
	r->failed++;
	note(r, cell, "skep", us);
	note(r, cell, "Linux", them);
}

static void show_program(struct runner *r, const char *text)
{
	if (getenv("VERIFY_SHOW"))
		skep_buffer_printf(&r->notes, "%s\n", text);
}

/* All reasons are looked for where the section behind the case has them. */
static bool wants_reasons(const struct runner *r)
{
	size_t at = r->first_difference + r->differences;

	return at < r->theme.sections.count && section_is(&r->theme.sections.data[at], "reasons");
}

/* Asks both. False if the text is no program. */
static bool ask(struct runner *r, const char *cell, const char *text, struct subject_answer *us)
{
	struct subject s = {
	    .type = r->type, .maps = &r->maps, .funcs = r->has_funcs ? &r->funcs : NULL};
	char wrong[SUBJECT_TEXT];
	struct names names = {&r->maps, r->kernel, r->has_funcs ? r->funcs.btf : NULL};
	struct skep_prog *prog = text_assemble(text, &names, wrong);
	struct subject_answer them;
	u32 failed = r->failed;

	if (!prog) {
		skep_buffer_printf(&r->notes, "# %s: %s\n", cell, wrong);
		r->failed++;
		return false;
	}
	s.kernel = r->kernel;
	s.insns = prog->insns;
	s.count = prog->count;
	s.facts = &r->facts;
	r->facts.count = 0;
	r->example.count = 0;
	s.example = &r->example;
	r->reasons.count = 0;
	s.reasons = wants_reasons(r) ? &r->reasons : NULL;
	subject_ask_us(&s, us);
	subject_ask_linux(&s, &them);
	compare(r, cell, us, &them);
	if (r->failed > failed)
		show_program(r, text);
	r->all.cases++;
	r->all.examples += r->example.count != 0;
	skep_prog_free(prog);
	return true;
}

static char *whole(const struct runner *r, const char *text)
{
	struct skep_buffer b = {0};

	skep_buffer_printf(&b, "%s%s%s", r->before, text, r->after);
	return skep_buffer_take(&b);
}

/* ---- results */

/* What follows a case: its expectation, if it has one, then what Linux does otherwise. */
static size_t expectation(struct runner *r, const char *const *heads)
{
	size_t at = r->at + 1, found = 0;

	for (; *heads; heads++)
		if (at < r->theme.sections.count && section_is(&r->theme.sections.data[at], *heads))
			found = at;
	r->first_difference = found ? found + 1 : at;
	r->differences = 0;
	while (r->first_difference + r->differences < r->theme.sections.count &&
	       section_is(&r->theme.sections.data[r->first_difference + r->differences], "linux"))
		r->differences++;
	return found;
}

static void report(struct runner *r, const char *title)
{
	char *notes = skep_buffer_take(&r->notes);

	if (!test_ok(!r->failed, "%s: %s", r->name, title))
		printf("%s", notes ? notes : "");
	skep_free(notes);
	r->failed = 0;
}

/* Each line is a comment of TAP. */
static void note_text(struct runner *r, const char *what, const char *text)
{
	skep_buffer_printf(&r->notes, "# %s\n", what);
	while (*text) {
		size_t length = strcspn(text, "\n");

		skep_buffer_printf(&r->notes, "#   %.*s\n", (int)length, text);
		text += length + (text[length] != 0);
	}
}

static void differs(struct runner *r, const char *got, const char *want)
{
	r->failed++;
	note_text(r, "got", got);
	note_text(r, "want", want);
}

/* ---- cases */

static bool run_case(struct runner *r, const char *title, const char *text)
{
	static const char *const heads[] = {"accept", "refuse", NULL};
	size_t want = expectation(r, heads);
	char *program = whole(r, text), got[64] = "accept";
	struct subject_answer us = {0};

	if (ask(r, "", program, &us) && us.verdict == SUBJECT_REFUSED)
		snprintf(got, sizeof(got), "refuse %s @%lld", us.class, (long long)us.place);
	if (r->bless && !want)
		theme_insert(&r->theme, r->at + 1, got, "");
	else if (r->bless)
		theme_set(&r->theme, want, got, "");
	else if (!want || strcmp(r->theme.sections.data[want].head, got) != 0)
		differs(r, got, want ? r->theme.sections.data[want].head : "(nothing said)");
	report(r, title);
	skep_free(program);
	return true;
}

/* A section with what was found of the case before. */
static bool run_found(struct runner *r, const char *head, const char *text,
		      struct skep_buffer *found)
{
	const char *got;

	skep_buffer_text(found, "");
	got = found->count ? found->data : "";
	if (r->bless)
		theme_set(&r->theme, r->at, head, got);
	else if (strcmp(text, got) != 0)
		differs(r, got, text);
	report(r, head);
	return true;
}

static bool run_facts(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	return run_found(r, "facts", text, &r->facts);
}

static bool run_example(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	return run_found(r, "example", text, &r->example);
}

static bool run_reasons(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	return run_found(r, "reasons", text, &r->reasons);
}

/* ---- tables: texts of sets may name other sets */

enum { AXES = 4 };

struct table {
	const struct set *axes[AXES];
	u32 count;
	const char *text;
	char cells[SET_ROWS][SET_ROWS][32]; /* of the rows that are printed */
};

static void run_cell(struct runner *r, struct table *t, const u32 *at, char *result)
{
	struct binding bindings[AXES];
	char cell[160] = "", *once, *bound, *program;
	struct subject_answer us = {0};

	for (u32 i = 0; i < t->count; i++) {
		bindings[i] = (struct binding){t->axes[i]->name, t->axes[i]->rows[at[i]].text};
		snprintf(cell + strlen(cell), sizeof(cell) - strlen(cell), "%s%s", i ? " " : "",
			 t->axes[i]->rows[at[i]].key);
	}
	program = whole(r, t->text);
	once = text_bind(program, bindings, t->count);
	bound = text_bind(once, bindings, t->count);
	snprintf(result, 32, "?");
	if (ask(r, cell, bound, &us))
		snprintf(result, 32, "ok");
	if (us.verdict == SUBJECT_REFUSED)
		snprintf(result, 32, "%s@%lld", us.class, (long long)us.place);
	skep_free(bound);
	skep_free(once);
	skep_free(program);
}

/* The keys of a row: all axes but the last. */
static void row_name(const struct table *t, const u32 *at, char *name, size_t size)
{
	name[0] = 0;
	for (u32 i = 0; i + 1 < t->count || i == 0; i++)
		snprintf(name + strlen(name), size - strlen(name), "%s%s", i ? "/" : "",
			 t->axes[i]->rows[at[i]].key);
}

/* Counts up the axes before the columns. */
static bool next_row(const struct table *t, u32 *at)
{
	u32 rows = t->count > 1 ? t->count - 1 : 1;

	for (u32 i = rows; i-- > 0;) {
		if (++at[i] < t->axes[i]->count)
			return true;
		at[i] = 0;
	}
	return false;
}

/* Columns as wide as they must be. */
static void print_row(struct skep_buffer *b, const char *name, char cells[][32], const u32 *widths)
{
	skep_buffer_printf(b, "%-*s", (int)widths[0], name);
	for (u32 i = 1; widths[i]; i++)
		skep_buffer_printf(b, " %-*s", widths[i + 1] ? (int)widths[i] : 0, cells[i - 1]);
	skep_buffer_text(b, "\n");
}

static void widen(u32 *width, const char *text)
{
	if (strlen(text) > *width)
		*width = (u32)strlen(text);
}

static char *run_rows(struct runner *r, struct table *t)
{
	u32 columns = t->count > 1 ? t->axes[t->count - 1]->count : 1, rows = 0;
	u32 at[AXES] = {0}, widths[SET_ROWS + 2] = {0};
	char(*names)[96] = calloc(SET_ROWS, sizeof(*names)), header[SET_ROWS][32] = {""};
	struct skep_buffer b = {0};

	for (u32 c = 0; c < columns && t->count > 1; c++) {
		snprintf(header[c], sizeof(header[c]), "%s", t->axes[t->count - 1]->rows[c].key);
		widen(&widths[c + 1], header[c]);
	}
	do {
		row_name(t, at, names[rows], sizeof(names[0]));
		widen(&widths[0], names[rows]);
		for (u32 c = 0; c < columns; c++) {
			if (t->count > 1)
				at[t->count - 1] = c;
			run_cell(r, t, at, t->cells[rows][c]);
			widen(&widths[c + 1], t->cells[rows][c]);
		}
		rows++;
	} while (next_row(t, at));
	if (t->count > 1)
		print_row(&b, "", header, widths);
	for (u32 i = 0; i < rows; i++)
		print_row(&b, names[i], t->cells[i], widths);
	free(names);
	return skep_buffer_take(&b);
}

/* The last set is the columns, if there are several. */
static u32 count_rows(const struct table *t)
{
	u32 rows = 1;

	for (u32 i = 0; i == 0 || i + 1 < t->count; i++)
		rows *= t->axes[i]->count;
	return rows;
}

/* "title: A B" */
static bool read_axes(struct runner *r, struct table *t, char *title)
{
	char *axes = strrchr(title, ':'), *rest;

	if (!axes)
		return complain(r, "a table is `title: SET SET`");
	*axes = 0;
	for (char *word = strtok_r(axes + 1, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		const struct set *s = find_set(r, word);

		if (!s || t->count == AXES)
			return complain(r, "a set that is not there, or too many");
		t->axes[t->count++] = s;
	}
	return t->count ? count_rows(t) <= SET_ROWS || complain(r, "more rows than a table has")
			: complain(r, "no sets");
}

static bool run_table(struct runner *r, const char *rest, const char *text)
{
	static const char *const heads[] = {"expect", NULL};
	struct table *t = calloc(1, sizeof(*t));
	size_t want = expectation(r, heads);
	char *title = strdup(rest), *got;
	bool ok;

	t->text = text;
	ok = read_axes(r, t, title);
	got = ok ? run_rows(r, t) : NULL;
	if (r->bless && got && want) {
		theme_set(&r->theme, want, "expect", got);
	} else if (r->bless && got) {
		theme_insert(&r->theme, r->at + 1, "expect", got);
	} else if (got && (!want || strcmp(r->theme.sections.data[want].text, got) != 0)) {
		differs(r, got, want ? r->theme.sections.data[want].text : "(nothing said)");
	}
	report(r, title);
	skep_free(got);
	free(title);
	free(t);
	return ok;
}

/* ---- files */

static bool skip(struct runner *r, const char *rest, const char *text)
{
	(void)r, (void)rest, (void)text;
	return true;
}

static const struct {
	const char *word;
	bool (*run)(struct runner *r, const char *rest, const char *text);
} sections[] = {
    {"type", set_type},	      {"maps", set_maps},   {"funcs", set_funcs},
    {"before", set_before},   {"after", set_after}, {"set", set_set},
    {"case", run_case},	      {"table", run_table}, {"accept", skip},
    {"refuse", skip},	      {"expect", skip},	    {"linux", skip},
    {"kernel", need_kernel},  {"facts", run_facts}, {"example", run_example},
    {"reasons", run_reasons},
};

static bool run_section(struct runner *r)
{
	for (size_t i = 0; i < SKEP_COUNT(sections); i++) {
		const struct section *s = &r->theme.sections.data[r->at];
		const char *rest = section_is(s, sections[i].word);

		if (rest)
			return sections[i].run(r, rest, s->text);
	}
	return complain(r, "no such section");
}

static void run_file(struct runner *r, const char *path)
{
	const char *base = strrchr(path, '/');
	struct totals before = r->all;

	snprintf(r->name, sizeof(r->name), "%s", base ? base + 1 : path);
	r->name[strcspn(r->name, ".")] = 0;
	r->before = r->after = "";
	r->set_count = 0;
	r->has_funcs = false;
	r->type = (struct subject_type){.prog_type = BPF_PROG_TYPE_SOCKET_FILTER};
	if (!theme_read(&r->theme, path))
		test_ok(false, "%s cannot be read", path);
	for (r->at = 0; r->at < r->theme.sections.count; r->at++)
		if (!run_section(r))
			break;
	printf("# %s: %u cases, %u differ\n", r->name, r->all.cases - before.cases,
	       r->all.wrong - before.wrong);
	if (r->bless)
		theme_write(&r->theme);
	set_funcs(r, "", "");
	subject_free_maps(&r->maps);
	theme_free(&r->theme);
}

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "re");
	char *text = NULL;
	size_t size = 0;

	if (f && getdelim(&text, &size, 0, f) < 0)
		text = NULL;
	if (f)
		fclose(f);
	return text;
}

int main(int argc, char **argv)
{
	struct runner r = {.bless = datafile_blessing(argc, argv)};
	char *document = argc > 1 ? slurp(argv[1]) : NULL;

	r.document = document;
	r.kernel = subject_kernel();
	r.sets = calloc(SETS, sizeof(*r.sets));
	for (int i = 2; i < argc; i++)
		if (argv[i][0] != '-')
			run_file(&r, argv[i]);
	printf("# %u cases, %u asked of Linux: %u agree in verdict, %u of %u places, "
	       "%u known differences, %u wrong; %u trap with an input that was found\n",
	       r.all.cases, r.all.asked, r.all.verdict, r.all.place, r.all.places, r.all.known,
	       r.all.wrong, r.all.examples);
	if (!r.all.asked)
		test_skip("the same by Linux", "bpf(2) is not allowed, or this is not Linux 6.18");
	skep_buffer_fini(&r.facts);
	skep_buffer_fini(&r.example);
	skep_buffer_fini(&r.reasons);
	skep_kernel_free(r.kernel);
	free(r.sets);
	free(document);
	return test_end();
}

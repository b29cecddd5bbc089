/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs the themes of tests/data/helper: programs in the form of tests/verify/file.h, with `-- case`
 * and `-- table` alone. What a program returns and leaves in the map `out` must be the same in
 * Linux and in each engine. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../verify/file.h"
#include "base/alloc.h"
#include "prog/prog.h"
#include "run.h"
#include "test.h"

enum { AXES = 4, NAME = 160, SHOWN = 8 /* programs that differ */, SHOWN_BYTES = 96 };

struct runner {
	const char *name;
	struct theme theme;
	size_t at;
	struct side sides[RUN_SIDES];
	bool linux_there;
	struct skep_kernel *kernel;
	struct subject_type type;
	struct subject_maps maps;
	struct subject_funcs funcs;
	bool has_funcs;
	bool loads;	      /* Linux accepts all programs */
	char *before, *after; /* borrowed from the theme */
	struct set sets[SETS];
	u32 set_count;
	u32 shown;
};

static bool complain(struct runner *r, const char *wrong)
{
	return test_ok(false, "%s: -- %s: %s", r->name, r->theme.sections.data[r->at].head, wrong);
}

/* ---- one program */

static void show(const struct side *side, const struct outcome *o, const char *log)
{
	printf("# %s: load %ld, run %ld, r0 0x%x, out", side->name, o->load, o->run, o->result);
	for (u32 i = 0; i < SHOWN_BYTES; i++)
		printf("%s%02x", i % 8 ? "" : " ", o->out[i]);
	printf("\n");
	if (o->load)
		printf("# %.300s\n", log);
}

static bool same(const struct outcome *a, const struct outcome *b)
{
	return a->load == b->load && a->run == b->run && a->result == b->result &&
	       memcmp(a->out, b->out, RUN_OUT) == 0;
}

static bool compare(struct runner *r, const struct subject *s, const char *name)
{
	struct outcome outcomes[RUN_SIDES];
	char logs[RUN_SIDES][RUN_LOG];
	u32 first = r->linux_there ? 0 : 1;
	bool ok = true;

	for (u32 i = first; i < RUN_SIDES; i++) {
		side_try(&r->sides[i], s, &outcomes[i], logs[i]);
		ok &= same(&outcomes[first], &outcomes[i]);
	}
	ok &= !r->loads || !outcomes[first].load;
	if (ok || r->shown++ >= SHOWN)
		return ok;
	for (u32 i = first; i < RUN_SIDES; i++)
		show(&r->sides[i], &outcomes[i], logs[i]);
	printf("# ... of %s\n", name);
	return false;
}

static bool run_text(struct runner *r, const char *text, const char *name)
{
	struct names names = {&r->maps, r->kernel, r->has_funcs ? r->funcs.btf : NULL};
	char wrong[SUBJECT_TEXT], *whole = NULL;
	struct subject s = {.type = r->type,
			    .maps = &r->maps,
			    .funcs = r->has_funcs ? &r->funcs : NULL,
			    .kernel = r->kernel};
	struct skep_prog *prog;
	bool ok;

	if (asprintf(&whole, "%s%s\n%s", r->before, text, r->after) < 0)
		return false;
	prog = text_assemble(whole, &names, wrong);
	free(whole);
	if (!prog) {
		printf("# %s: %s\n", name, wrong);
		return false;
	}
	s.insns = prog->insns;
	s.count = prog->count;
	ok = compare(r, &s, name);
	skep_prog_free(prog);
	return ok;
}

static bool run_case(struct runner *r, const char *rest, const char *text)
{
	return test_ok(run_text(r, text, rest), "%s: %s", r->name, rest);
}

/* ---- tables */

struct table {
	const struct set *axes[AXES];
	u32 count, row[AXES];
	const char *text;
};

static bool run_cell(struct runner *r, const struct table *t)
{
	struct binding bindings[AXES];
	char name[NAME] = "", *text, *again;
	bool ok;

	for (u32 i = 0; i < t->count; i++) {
		bindings[i] = (struct binding){t->axes[i]->name, t->axes[i]->rows[t->row[i]].text};
		snprintf(name + strlen(name), sizeof(name) - strlen(name), " %s",
			 t->axes[i]->rows[t->row[i]].key);
	}
	again = text_bind(t->text, bindings, t->count);
	text = text_bind(again, bindings, t->count);
	ok = run_text(r, text, name);
	skep_free(again);
	skep_free(text);
	return ok;
}

static bool next_row(struct table *t)
{
	for (u32 i = t->count; i--;) {
		if (++t->row[i] < t->axes[i]->count)
			return true;
		t->row[i] = 0;
	}
	return false;
}

static const struct set *find_set(const struct runner *r, const char *name)
{
	for (u32 i = 0; i < r->set_count; i++)
		if (strcmp(r->sets[i].name, name) == 0)
			return &r->sets[i];
	return NULL;
}

static bool read_axes(struct runner *r, struct table *t, char *title)
{
	char *list = strrchr(title, ':'), *rest;

	if (!list)
		return complain(r, "a table is `title: SET SET`");
	*list++ = '\0';
	for (char *word = strtok_r(list, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		const struct set *s = find_set(r, word);

		if (!s || t->count == AXES)
			return complain(r, "a set that is not there, or too many");
		t->axes[t->count++] = s;
	}
	return t->count || complain(r, "no sets");
}

static bool run_table(struct runner *r, const char *rest, const char *text)
{
	char *title = strdup(rest);
	struct table t = {.text = text};
	u32 cells = 0, differ = 0;

	if (read_axes(r, &t, title)) {
		do {
			cells++;
			differ += !run_cell(r, &t);
		} while (next_row(&t));
		test_ok(!differ, "%s: %s: %u programs, %u differ", r->name, title, cells, differ);
	}
	free(title);
	return true;
}

/* ---- sections */

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
	const char *wrong = NULL;

	(void)rest;
	if (r->has_funcs)
		subject_free_funcs(&r->funcs);
	r->has_funcs = *text != '\0';
	if (r->has_funcs)
		wrong = subject_read_funcs(&r->funcs, text, skep_prog_row(r->type.prog_type)->ctx);
	return !wrong || complain(r, wrong);
}

static bool set_before(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	r->before = (char *)(uintptr_t)text;
	return true;
}

static bool set_after(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	r->after = (char *)(uintptr_t)text;
	return true;
}

static bool add_set(struct runner *r, const char *rest, const char *text)
{
	const char *wrong;

	if (r->set_count == SETS)
		return complain(r, "too many sets");
	wrong = set_read(&r->sets[r->set_count++], rest, text);
	return !wrong || complain(r, wrong);
}

/* `-- loads`: all programs that follow are there to be run. */
static bool set_loads(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	(void)text;
	r->loads = true;
	return true;
}

/* All that follows is about the kernel's functions. */
static bool need_kernel(struct runner *r, const char *rest, const char *text)
{
	(void)rest;
	(void)text;
	if (r->kernel)
		return true;
	test_skip(r->name, "the types of this kernel are not those that are known");
	r->at = r->theme.sections.count - 1;
	return true;
}

/* `-- packet SIZE`: what the programs that follow run on. */
static bool set_packet(struct runner *r, const char *rest, const char *text)
{
	(void)text;
	for (u32 i = 0; i < RUN_SIDES; i++)
		r->sides[i].packet = (u32)strtoul(rest, NULL, 0);
	return true;
}

static const struct {
	const char *head;
	bool (*run)(struct runner *r, const char *rest, const char *text);
} heads[] = {
    {"type", set_type},	  {"maps", set_maps},	   {"funcs", set_funcs},   {"before", set_before},
    {"after", set_after}, {"set", add_set},	   {"packet", set_packet}, {"case", run_case},
    {"table", run_table}, {"kernel", need_kernel}, {"loads", set_loads},
};

static void run_section(struct runner *r)
{
	const struct section *s = &r->theme.sections.data[r->at];

	for (size_t i = 0; i < SKEP_COUNT(heads); i++) {
		const char *rest = section_is(s, heads[i].head);

		if (rest) {
			heads[i].run(r, rest, s->text);
			return;
		}
	}
	complain(r, "a section that is not known");
}

int main(int argc, char **argv)
{
	struct runner *r = calloc(1, sizeof(*r));
	static char nothing[] = "";

	if (argc != 2 || !r)
		return 2;
	r->name = strrchr(argv[1], '/') ? strrchr(argv[1], '/') + 1 : argv[1];
	r->before = r->after = nothing;
	r->linux_there = sides_open(r->sides);
	r->kernel = subject_kernel();
	if (!r->linux_there)
		test_skip("the same programs in Linux", strerror(errno));
	if (!theme_read(&r->theme, argv[1]))
		test_ok(false, "%s can be read", argv[1]);
	for (r->at = 0; r->at < r->theme.sections.count; r->at++)
		run_section(r);
	set_funcs(r, "", "");
	subject_free_maps(&r->maps);
	skep_kernel_free(r->kernel);
	theme_free(&r->theme);
	sides_close(r->sides);
	free(r);
	return test_end();
}

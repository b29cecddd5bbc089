/* SPDX-License-Identifier: BSD-2-Clause */
/* Of a table, some cells: neighbours say nearly the same. */
#include "bpf_stock.h"

#include <dirent.h>
#include <limits.h>
#include <skep/prog.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prog/prog.h"
#include "spec/spec.h"
#include "verify/file.h"
#include "verify/text.h"

enum { ITEMS = 2000, CELLS = 5, AXES = 4, TEXT = 8192, KEPT = 200 };

struct reader {
	struct subject *items;
	u32 count;
	const struct skep_kernel *kernel;
	/* of the file that is read */
	struct theme theme;
	struct subject_type type;
	struct subject_maps *maps;
	struct subject_funcs *funcs;
	const char *before, *after;
	struct set *sets;
	u32 set_count;
	void **kept; /* maps and functions of all files */
	u32 kept_count;
};

static void *keep(struct reader *r, size_t size)
{
	void *made = calloc(1, size);

	if (!made || r->kept_count == KEPT)
		abort();
	r->kept[r->kept_count++] = made;
	return made;
}

static void add(struct reader *r, const char *text)
{
	struct names names = {.maps = r->maps, .kernel = r->kernel};
	char wrong[SUBJECT_TEXT], whole[TEXT];
	struct skep_prog *prog;
	struct bpf_insn *insns;

	snprintf(whole, sizeof(whole), "%s%s\n%s", r->before, text, r->after);
	prog = r->count < ITEMS ? text_assemble(whole, &names, wrong) : NULL;
	if (!prog)
		return;
	insns = calloc(prog->count, sizeof(*insns));
	if (!insns)
		abort();
	memcpy(insns, prog->insns, prog->count * sizeof(*insns));
	r->items[r->count++] = (struct subject){.type = r->type,
						.maps = r->maps,
						.funcs = r->funcs,
						.kernel = r->kernel,
						.insns = insns,
						.count = prog->count};
	skep_prog_free(prog);
}

/* ---- tables */

static const struct set *find_set(const struct reader *r, const char *name)
{
	for (u32 i = 0; i < r->set_count; i++)
		if (strcmp(r->sets[i].name, name) == 0)
			return &r->sets[i];
	return NULL;
}

static void add_cell(struct reader *r, const char *text, const struct binding *bindings, u32 count)
{
	char *once = text_bind(text, bindings, count), *twice = text_bind(once, bindings, count);

	add(r, twice);
	free(once);
	free(twice);
}

static void add_table(struct reader *r, const char *head, const char *text)
{
	const struct set *axes[AXES];
	struct binding bindings[AXES];
	char *copy = strdup(head), *rest, *list = strrchr(copy, ':');
	u32 count = 0, cells = 1;

	for (char *word = list ? strtok_r(list + 1, " ", &rest) : NULL; word && count < AXES;
	     word = strtok_r(NULL, " ", &rest)) {
		axes[count] = find_set(r, word);
		if (!axes[count])
			break;
		cells *= axes[count++]->count;
	}
	for (u32 i = 0; count && i < CELLS && i < cells; i++) {
		for (u32 axis = 0, at = i * cells / CELLS; axis < count; axis++) {
			bindings[axis] = (struct binding){
			    axes[axis]->name, axes[axis]->rows[at % axes[axis]->count].text};
			at = at / axes[axis]->count + i;
		}
		add_cell(r, text, bindings, count);
	}
	free(copy);
}

/* ---- sections */

static void set_type(struct reader *r, const char *rest, const char *text)
{
	(void)text;
	subject_read_type(&r->type, rest);
}

static void set_maps(struct reader *r, const char *rest, const char *text)
{
	(void)rest;
	r->maps = keep(r, sizeof(*r->maps));
	if (subject_read_maps_of(r->maps, text, r->funcs ? r->funcs->btf : NULL))
		abort();
}

static void set_funcs(struct reader *r, const char *rest, const char *text)
{
	(void)rest;
	r->funcs = *text ? keep(r, sizeof(*r->funcs)) : NULL;
	if (r->funcs && subject_read_funcs(r->funcs, text, skep_prog_row(r->type.prog_type)->ctx))
		abort();
}

static void set_before(struct reader *r, const char *rest, const char *text)
{
	(void)rest;
	r->before = text;
}

static void set_after(struct reader *r, const char *rest, const char *text)
{
	(void)rest;
	r->after = text;
}

static void add_set(struct reader *r, const char *rest, const char *text)
{
	if (r->set_count < SETS && !set_read(&r->sets[r->set_count], rest, text))
		r->set_count++;
}

static void add_case(struct reader *r, const char *rest, const char *text)
{
	(void)rest;
	add(r, text);
}

static const struct {
	const char *head;
	void (*read)(struct reader *r, const char *rest, const char *text);
} heads[] = {
    {"type", set_type},	  {"maps", set_maps}, {"funcs", set_funcs}, {"before", set_before},
    {"after", set_after}, {"set", add_set},   {"case", add_case},   {"table", add_table},
};

static void read_theme(struct reader *r, const char *path)
{
	static struct subject_maps none;

	r->set_count = 0;
	r->before = r->after = "";
	r->maps = &none;
	r->funcs = NULL;
	if (!theme_read(&r->theme, path))
		return;
	for (size_t at = 0; at < r->theme.sections.count; at++) {
		const struct section *s = &r->theme.sections.data[at];

		for (size_t i = 0; i < SKEP_COUNT(heads); i++) {
			const char *rest = section_is(s, heads[i].head);

			if (rest)
				heads[i].read(r, rest, s->text);
		}
	}
	theme_free(&r->theme);
	r->theme = (struct theme){0};
}

static void read_folder(struct reader *r, const char *folder)
{
	struct dirent **names;
	int count = scandir(folder, &names, NULL, alphasort);
	char path[PATH_MAX];

	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]->d_name);
		if (strstr(names[i]->d_name, ".t"))
			read_theme(r, path);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
}

const struct subject *stock_read(const char *folder, const struct skep_kernel *kernel, u32 *count)
{
	static const char *const parts[] = {"helper", "run"};
	static void *kept[KEPT];
	struct reader r = {.kernel = kernel, .kept = kept};
	char path[PATH_MAX / 2];

	r.items = calloc(ITEMS, sizeof(*r.items));
	r.sets = calloc(SETS, sizeof(*r.sets));
	if (!r.items || !r.sets)
		abort();
	for (size_t i = 0; i < SKEP_COUNT(parts); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, parts[i]);
		read_folder(&r, path);
	}
	free(r.sets);
	*count = r.count;
	return r.items;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* The filter language against libpcap: every expression of a file, for each of its link types, on
 * every packet of every capture of that type.
 *
 * usage: filter_truth CAPTURES.LIST DIFFERENCES THEME.expr
 *
 * A file of expressions has one a line; `#` starts a comment line, `.` is the empty expression,
 * `links: NAMES` says which link types ("*" is every one), `expect: refused` that libpcap refuses
 * all. FILTER_LINK in the environment keeps to one link type, FILTER_SHOW sets how many failures
 * are shown for each (20). */
#include <err.h>
#include <libgen.h>
#include <stdlib.h>

#include "filter_compare.h"
#include "test.h"

struct theme {
	char name[32];
	char links[1024]; /* with a space around each */
	bool refused;
	char **expressions;
	size_t count;
};

static void add_expression(struct theme *t, const char *line)
{
	t->expressions = realloc(t->expressions, (t->count + 1) * sizeof(*t->expressions));
	if (!t->expressions)
		err(1, "memory");
	t->expressions[t->count] = strdup(strcmp(line, ".") == 0 ? "" : line);
	if (!t->expressions[t->count++])
		err(1, "memory");
}

static void read_theme(struct theme *t, const char *path)
{
	static const char links[] = "links: ";
	FILE *file = fopen(path, "r");
	char copy[4096], *line = NULL, *dot;
	size_t room = 0;
	ssize_t got;

	if (!file)
		err(1, "%s", path);
	snprintf(copy, sizeof(copy), "%s", path);
	snprintf(t->name, sizeof(t->name), "%s", basename(copy));
	dot = strrchr(t->name, '.');
	if (dot)
		*dot = '\0';
	while ((got = getline(&line, &room, file)) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		if (strncmp(line, links, strlen(links)) == 0)
			snprintf(t->links, sizeof(t->links), " %s ", line + strlen(links));
		else if (strcmp(line, "expect: refused") == 0)
			t->refused = true;
		else
			add_expression(t, line);
	}
	free(line);
	fclose(file);
}

static bool link_named(const char *links, const char *link)
{
	const char *one = getenv("FILTER_LINK");
	char padded[64];

	if (one && strcmp(one, link) != 0)
		return false;
	snprintf(padded, sizeof(padded), " %s ", link);
	return strstr(links, " * ") || strstr(links, padded);
}

/* The capture file formats hold the same packets: one theme is enough for them. */
static bool wanted(const struct capture *c, void *closure)
{
	const struct theme *t = closure;

	if (strcmp(c->kind, "format") == 0 && strcmp(t->name, "practice") != 0)
		return false;
	return link_named(t->links, c->link);
}

/* Every capture of one link type: they need not stand together in the list. */
static struct captures of_link(const struct captures *all, const char *link)
{
	struct captures some = {.data = calloc(all->count + 1, sizeof(*some.data))};

	if (!some.data)
		err(1, "memory");
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->data[i].link, link) == 0)
			some.data[some.count++] = all->data[i];
	return some;
}

static void run_link(const struct theme *t, const struct captures *some, struct differences *known,
		     struct tally *total)
{
	const char *limit = getenv("FILTER_SHOW");
	u32 show = limit ? (u32)atoi(limit) : 20;
	struct tally tally = {0};
	struct failure failure;

	for (size_t i = 0; i < t->count; i++) {
		if (compare(t->expressions[i], some, known, &tally, &failure))
			continue;
		if (tally.failures <= show)
			printf("# %s | %s | %s\n", some->data[0].link, t->expressions[i],
			       failure.text);
	}
	test_ok(tally.failures == 0,
		"%s on %s: %lu expressions, %lu accepted, %lu packets, %lu differ", t->name,
		some->data[0].link, tally.expressions, tally.accepted, tally.packets,
		tally.failures);
	if (t->refused)
		test_eq(tally.accepted, 0, "libpcap refuses all of %s", t->name);
	tally_add(total, &tally);
}

static void check_hits(const struct differences *known)
{
	for (size_t i = 0; i < known->count; i++)
		if (strcmp(known->data[i].theme, "*") != 0)
			test_ok(known->data[i].hits > 0, "a listed difference is met: %s",
				known->data[i].reason);
}

int main(int argc, char **argv)
{
	struct theme theme = {0};
	struct captures all;
	struct differences known;
	struct tally total = {0};

	if (argc != 4)
		errx(2, "usage: filter_truth CAPTURES.LIST DIFFERENCES THEME.expr");
	read_theme(&theme, argv[3]);
	all = captures_load(argv[1], wanted, &theme);
	known = differences_load(argv[2], theme.name);
	for (size_t i = 0; i < all.count; i++) {
		struct captures some = of_link(&all, all.data[i].link);

		if (some.data[0].handle == all.data[i].handle)
			run_link(&theme, &some, &known, &total);
		free(some.data);
	}
	test_ok(total.expressions > 0, "%s has expressions and captures", theme.name);
	check_hits(&known);
	tally_print(&total);
	differences_free(&known);
	captures_free(&all);
	for (size_t i = 0; i < theme.count; i++)
		free(theme.expressions[i]);
	free(theme.expressions);
	return test_end();
}

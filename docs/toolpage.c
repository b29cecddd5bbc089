/* SPDX-License-Identifier: BSD-2-Clause */
/* Writes the manual page of a tool of skep trace: synopsis and columns from the tool itself,
 *between them the text of a file. It fails where the file does not fit the tool, so that what is
 *built has a page that is right.
 *
 *	what the tool does, for DESCRIPTION
 *	.SH COLUMNS
 *	@ HEAD
 *	what that column says, beyond what all of its kind do
 *	.SH OVERHEAD
 *	...
 *	.SH EXAMPLES
 *	commands and their output as they are
 *
 * usage: toolpage TOOL TEXT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roff.h"
#include "trace/tool.h"

enum { TEXT = 1 << 16 };

enum part { INTRO, WORDS, REST, EXAMPLES, PARTS };

static const char *const heads[PARTS] = {"", ".SH COLUMNS\n", ".SH OVERHEAD\n", ".SH EXAMPLES\n"};

/* A page's file, cut into parts: each begins behind its head. */
struct page {
	const struct skep_trace_tool *tool;
	const char *path;
	const char *begin[PARTS];
	size_t length[PARTS];
};

static bool fail(const struct page *p, const char *problem, const char *what)
{
	fprintf(stderr, "%s: %s: %s\n", p->path, problem, what);
	return false;
}

static bool cut(struct page *p, const char *text)
{
	for (int i = 0; i < PARTS; i++) {
		const char *at = strstr(text, heads[i]);

		if (!at)
			return fail(p, "there is no line", heads[i]);
		if (i)
			p->length[i - 1] = (size_t)(at - p->begin[i - 1]);
		p->begin[i] = text = at + strlen(heads[i]);
	}
	p->length[EXAMPLES] = strlen(p->begin[EXAMPLES]);
	return p->length[EXAMPLES] || fail(p, "there is nothing in", heads[EXAMPLES]);
}

/* ---- columns */

static const char *kind_words(const struct skep_trace_column *c)
{
	static const char *const words[] = {
#define KIND(name, json, words) [SKEP_SHOW_##name] = words,
#include "trace/kinds.def"
#undef KIND
	};

	return words[c->show];
}

/* What the numbers of rows mean in every tool; NULL: it is the tool's own. */
static const char *row_words(const struct skep_trace_tool *tool, const struct skep_trace_column *c)
{
	static const char *const words[] = {
	    [SKEP_ROW_COUNT] = "How many.",
	    [SKEP_ROW_ERRORS] = "How many of them failed.",
	    [SKEP_ROW_TOTAL] = "How long all of them took.",
	    [SKEP_ROW_AVERAGE] = "How long they took on average.",
	    [SKEP_ROW_MOST] = "How long the longest took.",
	};
	bool number = c->show == SKEP_SHOW_NUMBER || c->show == SKEP_SHOW_MILLIS;

	return tool->unit[0] && number && c->number < SKEP_COUNT(words) ? words[c->number] : NULL;
}

/* The words of a column in the file, to the next one; NULL: there are none. */
static const char *find_words(const struct page *p, const char *head, size_t *length)
{
	const char *end = p->begin[WORDS] + p->length[WORDS];
	char mark[64];
	const char *at, *next;

	snprintf(mark, sizeof(mark), "@ %s\n", head);
	at = strstr(p->begin[WORDS], mark);
	if (!at || at >= end)
		return NULL;
	at += strlen(mark);
	next = strstr(at, "\n@ ");
	*length = (size_t)((next && next + 1 < end ? next + 1 : end) - at);
	return at;
}

static bool put_column(const struct page *p, const struct skep_trace_column *c)
{
	const char *kind = kind_words(c), *row = row_words(p->tool, c), *own;
	size_t length = 0;

	own = find_words(p, c->head, &length);
	if (!own && !row && !kind[0])
		return fail(p, "there are no words for the column", c->head);
	printf(".TP\n.BR ");
	skep_roff_text(c->head);
	if (c->show != SKEP_SHOW_UID)
		printf(" \" (\" \\fI%s\\fR )", c->key);
	printf("\n%.*s", (int)length, own ? own : "");
	if (!own && row)
		printf("%s\n", row);
	if (kind[0]) {
		skep_roff_text(kind);
		putchar('\n');
	}
	return true;
}

/* Whether each of the file is one of the tool's. */
static bool check_words(const struct page *p)
{
	const struct skep_trace_view *view = p->tool->view;
	const char *end = p->begin[WORDS] + p->length[WORDS];

	for (const char *at = p->begin[WORDS]; at < end; at = strchr(at, '\n') + 1) {
		bool known = strncmp(at, "@ ", 2) != 0;
		char head[64];

		snprintf(head, sizeof(head), "%.*s", (int)strcspn(at + 2, "\n"), at + 2);
		for (u32 i = 0; i < view->column_count; i++)
			known = known || strcmp(view->columns[i].head, head) == 0;
		if (!known)
			return fail(p, "the tool has no column", head);
	}
	return true;
}

static bool put_columns(const struct page *p)
{
	const struct skep_trace_view *view = p->tool->view;

	printf(".SH COLUMNS\n"
	       "In parentheses the keys of\n.BR \\-j ,\nwhere times are nanoseconds unless the key "
	       "says otherwise.\n");
	for (u32 i = 0; i < view->column_count; i++)
		if (!put_column(p, &view->columns[i]))
			return false;
	return true;
}

/* ---- the page */

static void put_head(const struct page *p)
{
	const struct skep_trace_tool *tool = p->tool;
	const char *target = tool->view->target;

	printf(".TH SKEP-TRACE-%s 1\n.SH NAME\nskep-trace-%s \\- ", tool->name, tool->name);
	skep_roff_text(tool->help);
	printf("\n.SH SYNOPSIS\n.B skep trace %s\n[options]", tool->name);
	if (target)
		printf(tool->view->fallback ? " [%s]" : " %s", target);
	printf(" [INTERVAL [COUNT]]\n.SH DESCRIPTION\n");
}

static void put_mechanism(const struct page *p)
{
	const struct skep_trace_view *view = p->tool->view;

	printf(".PP\n%s\n", p->tool->unit[0]
				? "A table is printed at the end, or after each interval."
				: "A line is printed for each as it comes.");
	if (view->can_stacks)
		printf("With\n.B \\-\\-stacks\nit tells by which way in the code, too.\n");
	if (view->nobodys)
		printf("These are no process's:\n.B \\-n\nalone can choose.\n");
	printf(".br\nLinux calls it by: ");
	skep_roff_text(p->tool->mechanism);
	printf(".\n");
}

static bool put_page(const struct page *p)
{
	put_head(p);
	printf("%.*s", (int)p->length[INTRO], p->begin[INTRO]);
	put_mechanism(p);
	if (!check_words(p) || !put_columns(p))
		return false;
	printf("%s%.*s", heads[REST], (int)p->length[REST], p->begin[REST]);
	printf("%s.nf\n", heads[EXAMPLES]);
	skep_roff_text(p->begin[EXAMPLES]);
	printf(".fi\n.SH SEE ALSO\n.BR skep\\-trace (1)\n");
	return fflush(stdout) == 0;
}

static bool read_page(struct page *p, char text[TEXT])
{
	FILE *file = fopen(p->path, "re");
	size_t size = file ? fread(text, 1, TEXT - 1, file) : 0;

	if (file)
		fclose(file);
	text[size] = '\0';
	return file ? cut(p, text) : fail(p, "cannot be read", p->tool->name);
}

int main(int argc, char **argv)
{
	static char text[TEXT];
	struct page p = {.path = argc == 3 ? argv[2] : ""};

	if (argc != 3)
		return 2;
	for (size_t i = 0; (p.tool = skep_trace_tool(i)); i++)
		if (strcmp(p.tool->name, argv[1]) == 0)
			return !read_page(&p, text) || !put_page(&p);
	return 2;
}

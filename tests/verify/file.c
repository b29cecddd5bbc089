/* SPDX-License-Identifier: BSD-2-Clause */
#include "file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "re");
	char *text = NULL;
	size_t size = 0;

	if (!f)
		return NULL;
	if (getdelim(&text, &size, '\0', f) < 0) {
		free(text);
		text = NULL;
	}
	fclose(f);
	return text;
}

static char *copy(const char *from, const char *to)
{
	char *text = strndup(from, (size_t)(to - from));

	if (!text)
		abort();
	return text;
}

static const char *line_end(const char *at)
{
	const char *end = strchr(at, '\n');

	return end ? end + 1 : at + strlen(at);
}

static const char *next_section(const char *at)
{
	while (*at && strncmp(at, "-- ", 3) != 0)
		at = line_end(at);
	return at;
}

static void push(struct theme *t, struct section s)
{
	if (!SKEP_PUSH(&t->sections, s))
		abort();
}

_Bool theme_read(struct theme *t, const char *path)
{
	char *text = slurp(path);
	const char *at;

	*t = (struct theme){.path = path};
	if (!text)
		return 0;
	at = next_section(text);
	t->comment = copy(text, at);
	while (*at) {
		const char *body = line_end(at), *end = next_section(body);
		char *head = copy(at + 3, body);

		head[strcspn(head, "\n")] = 0;
		push(t, (struct section){.head = head, .text = copy(body, end)});
		at = end;
	}
	free(text);
	return 1;
}

void theme_free(struct theme *t)
{
	for (size_t i = 0; i < t->sections.count; i++) {
		free(t->sections.data[i].head);
		free(t->sections.data[i].text);
	}
	skep_free(t->sections.data);
	free(t->comment);
}

void theme_write(const struct theme *t)
{
	FILE *f = fopen(t->path, "we");

	if (!f)
		abort();
	fputs(t->comment, f);
	for (size_t i = 0; i < t->sections.count; i++)
		fprintf(f, "-- %s\n%s", t->sections.data[i].head, t->sections.data[i].text);
	fclose(f);
}

static struct section make(const char *head, const char *text)
{
	return (struct section){copy(head, head + strlen(head)), copy(text, text + strlen(text))};
}

void theme_set(struct theme *t, size_t at, const char *head, const char *text)
{
	free(t->sections.data[at].head);
	free(t->sections.data[at].text);
	t->sections.data[at] = make(head, text);
}

void theme_insert(struct theme *t, size_t at, const char *head, const char *text)
{
	struct section s = make(head, text);

	push(t, s);
	memmove(&t->sections.data[at + 1], &t->sections.data[at],
		(t->sections.count - 1 - at) * sizeof(s));
	t->sections.data[at] = s;
}

const char *section_is(const struct section *s, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(s->head, word, length) != 0 || (s->head[length] && s->head[length] != ' '))
		return NULL;
	return s->head + length + (s->head[length] == ' ');
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "datafile.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "test.h"

/* A test that has no memory cannot say anything. */
static void *must(void *block)
{
	if (!block)
		abort();
	return block;
}

static char *slurp(const char *path)
{
	FILE *file = fopen(path, "re");
	char *text = NULL;
	size_t size = 0;

	if (!file)
		return NULL;
	if (getdelim(&text, &size, '\0', file) < 0) {
		free(text);
		text = must(calloc(1, 1));
	}
	fclose(file);
	return text;
}

/* A copy of [from, to) without the blank lines at its end. */
static char *section_text(const char *from, const char *to)
{
	char *text;
	size_t length;

	while (to > from && isspace((unsigned char)to[-1]))
		to--;
	length = (size_t)(to - from);
	text = must(malloc(length + 2));
	memcpy(text, from, length);
	memcpy(text + length, "\n", 2);
	if (!length)
		text[0] = 0;
	return text;
}

static const char *next_line(const char *at)
{
	const char *end = strchr(at, '\n');

	return end ? end + 1 : at + strlen(at);
}

/* The next `-- ` line at or after `at`, or the end of the text. */
static const char *next_section(const char *at)
{
	while (*at && strncmp(at, "-- ", 3) != 0)
		at = next_line(at);
	return at;
}

static bool split(struct datafile *f, const char *text)
{
	const char *at = next_section(text);
	unsigned line = 1;

	f->comment = section_text(text, at);
	for (const char *c = text; c < at; c++)
		line += *c == '\n';
	while (*at) {
		const char *body = next_line(at), *end = next_section(body);
		struct datafile_section *s = &f->sections[f->count];

		if (f->count == DATAFILE_SECTIONS)
			return test_ok(false, "%s: more than %d sections", f->path,
				       DATAFILE_SECTIONS);
		s->name = section_text(at + 3, body);
		s->name[strcspn(s->name, "\n")] = 0;
		s->text = section_text(body, end);
		s->line = line + 1;
		if (datafile_get(f, s->name))
			test_ok(false, "%s: section '%s' stands twice", f->path, s->name);
		f->count++;
		for (; at < end; at++)
			line += *at == '\n';
	}
	return f->count || test_ok(false, "%s: no section", f->path);
}

bool datafile_read(const char *path, struct datafile *f)
{
	char *text = slurp(path);
	bool ok;

	*f = (struct datafile){.path = must(strdup(path))};
	if (!text)
		return test_ok(false, "%s: %s", path, strerror(errno));
	ok = split(f, text);
	free(text);
	return ok;
}

void datafile_free(struct datafile *f)
{
	for (size_t i = 0; i < f->count; i++) {
		free(f->sections[i].name);
		free(f->sections[i].text);
	}
	free(f->comment);
	free(f->path);
}

const char *datafile_name(const struct datafile *f)
{
	const char *name = f->path + strlen(f->path);

	for (int slashes = 0; name > f->path; name--)
		if (name[-1] == '/' && ++slashes == 2)
			break;
	return name;
}

const char *datafile_get(const struct datafile *f, const char *section)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->sections[i].name, section) == 0)
			return f->sections[i].text;
	return NULL;
}

static void write_back(const struct datafile *f)
{
	FILE *file = must(fopen(f->path, "we"));

	fputs(f->comment, file);
	for (size_t i = 0; i < f->count; i++)
		fprintf(file, "-- %s\n%s", f->sections[i].name, f->sections[i].text);
	fclose(file);
}

static void bless_section(struct datafile *f, const char *section, char *text)
{
	size_t i = 0;

	while (i < f->count && strcmp(f->sections[i].name, section) != 0)
		i++;
	if (i == f->count) {
		if (i == DATAFILE_SECTIONS)
			abort();
		f->sections[f->count++].name = must(strdup(section));
	}
	free(f->sections[i].text);
	f->sections[i].text = text;
	write_back(f);
}

void datafile_expect(struct datafile *f, const char *section, const char *got, bool bless)
{
	char *text = section_text(got, got + strlen(got));
	const char *want = datafile_get(f, section);

	if (bless && (!want || strcmp(text, want) != 0)) {
		bless_section(f, section, text);
		test_ok(true, "%s: %s blessed", datafile_name(f), section);
		return;
	}
	test_text(text, want ? want : "(no such section)", "%s: %s", datafile_name(f), section);
	free(text);
}

static int digit(char c)
{
	const char *digits = "0123456789abcdef", *at = strchr(digits, tolower((unsigned char)c));

	return c && at ? (int)(at - digits) : -1;
}

unsigned char *datafile_hex(const char *text, size_t *size)
{
	unsigned char *bytes = must(malloc(strlen(text) / 2 + 1));

	*size = 0;
	while (*text) {
		if (isspace((unsigned char)*text)) {
			text++;
		} else if (*text == '#') {
			text = next_line(text);
		} else if (digit(text[0]) >= 0 && digit(text[1]) >= 0) {
			bytes[(*size)++] = (unsigned char)(digit(text[0]) * 16 + digit(text[1]));
			text += 2;
		} else {
			free(bytes);
			return NULL;
		}
	}
	return bytes;
}

static int wanted(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	if (entry->d_type == DT_DIR)
		return entry->d_name[0] != '.';
	return length > 2 && strcmp(entry->d_name + length - 2, ".t") == 0;
}

static int walk(const char *directory, int depth, void (*run)(struct datafile *, void *),
		void *context)
{
	struct dirent **entries;
	int count = scandir(directory, &entries, wanted, alphasort), files = 0;

	for (int i = 0; i < count; i++) {
		struct datafile f;
		char *path = NULL;

		if (asprintf(&path, "%s/%s", directory, entries[i]->d_name) < 0)
			abort();
		if (entries[i]->d_type == DT_DIR) {
			files += depth < 8 ? walk(path, depth + 1, run, context) : 0;
		} else {
			files++;
			if (datafile_read(path, &f))
				run(&f, context);
			datafile_free(&f);
		}
		free(path);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return files;
}

int datafile_each(const char *directory, void (*run)(struct datafile *, void *), void *context)
{
	int files = walk(directory, 0, run, context);

	test_ok(files > 0, "%s holds tests (%d)", directory, files);
	return files;
}

bool datafile_blessing(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--bless") == 0)
			return true;
	return false;
}

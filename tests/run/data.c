/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs on packets, in files: what every engine of skep gives back is what the file says, and
 * what Linux gives back.
 *
 *	What the theme is.
 *	-- type sched_cls attach=N flags=N    what programs are loaded as, until the next such line
 *	-- case NAME                          a program
 *	-- try PACKET word=N...               a run of it: packets.c has the packets' names; words
 *are those of struct question, OFFSET=N is a word of the context and `hides` the words of map[out]
 *that nobody compares 0, retval 0                           what it gives
 *
 * Where Linux does otherwise, `-- linux: why` stands behind a run. --bless writes what is given. */
#include <errno.h>
#include <skep/prog.h>
#include <stdlib.h>

#include "../verify/file.h"
#include "both.h"
#include "datafile.h"
#include "packets.h"
#include "spec/spec.h"
#include "test.h"

enum { SIDES = 4 };

static const char *const names[SIDES] = {"JIT", "interpreter", "checked interpreter", "Linux"};

struct runner {
	struct theme theme;
	struct side *sides[SIDES]; /* the last is Linux, or NULL */
	const char *program, *name;
	struct question type; /* what the type says */
	u8 packet[PACKET_ROOM];
	bool bless;
};

/* ---- words */

static u32 program_type(const char *name, size_t length)
{
	for (u32 type = 1; type < 64; type++) {
		const struct skep_prog_row *row = skep_prog_row(type);

		if (row && strlen(row->name) == length && strncmp(row->name, name, length) == 0)
			return type;
	}
	fprintf(stderr, "no type %s\n", name);
	abort();
}

static const struct {
	const char *name;
	size_t offset;
} words[] = {
#define WORD(field)                                                                                \
	{                                                                                          \
#field, offsetof(struct question, field)                                           \
	}
    WORD(attach), WORD(load_flags), WORD(context_size), WORD(flags),	   WORD(repeat),
    WORD(cpu),	  WORD(batch),	    WORD(data_out),	WORD(context_out),
#undef WORD
};

static void set_context(struct question *q, u32 offset, u32 value)
{
	memcpy(q->context + offset, &value, sizeof(value));
	if (q->context_size < offset + 4)
		q->context_size = offset + 4;
}

static void read_word(struct question *q, const char *word, u64 *hides)
{
	size_t length = strcspn(word, "=");
	u64 value = word[length] ? strtoull(word + length + 1, NULL, 0) : 1;

	for (size_t i = 0; i < SKEP_COUNT(words); i++)
		if (strlen(words[i].name) == length && strncmp(words[i].name, word, length) == 0) {
			memcpy((u8 *)q + words[i].offset, &value, sizeof(u32));
			return;
		}
	if (strncmp(word, "hides", length) == 0)
		*hides = value;
	else if (strncmp(word, "wants_context", length) == 0)
		q->wants_context = true;
	else if (strncmp(word, "no_data_out", length) == 0)
		q->no_data_out = true;
	else
		set_context(q, (u32)strtoul(word, NULL, 0), (u32)value);
}

static void read_words(struct question *q, const char *text, u64 *hides)
{
	char *copy = strdup(text), *rest;

	for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		read_word(q, word, hides);
	free(copy);
}

static void set_type(struct runner *r, const char *text)
{
	size_t length = strcspn(text, " ");

	r->type = (struct question){.type = program_type(text, length)};
	read_words(&r->type, text + length, NULL);
}

/* ---- runs */

static void compare(struct runner *r, size_t i, const char *got, u32 side)
{
	const char *want = r->theme.sections.data[i].text;

	if (!test_ok(strcmp(got, want) == 0, "%s, %s: %s", r->name, r->theme.sections.data[i].head,
		     names[side]))
		printf("# got:\n# %s\n# want:\n# %s\n# %s\n", got, want, side_log(r->sides[side]));
}

static void compare_linux(struct runner *r, size_t i, const char *got)
{
	bool differs =
	    i + 1 < r->theme.sections.count && section_is(&r->theme.sections.data[i + 1], "linux:");

	if (!differs)
		compare(r, i, got, SIDES - 1);
	else
		test_ok(strcmp(got, r->theme.sections.data[i].text) != 0, "%s, %s: Linux differs",
			r->name, r->theme.sections.data[i].head);
}

static void try_section(struct runner *r, size_t i, const char *text)
{
	struct question q = r->type;
	u64 hides = 0;
	char packet[32] = "";

	snprintf(packet, sizeof(packet), "%.*s", (int)strcspn(text, " "), text);
	q.text = r->program;
	q.packet = r->packet;
	if (strcmp(packet, "none") != 0) {
		q.packet_size = packet_named(r->packet, packet);
		test_ok(q.packet_size != 0, "%s: packet %s", r->name, packet);
	}
	read_words(&q, text + strcspn(text, " "), &hides);
	if (r->bless) {
		char *head = strdup(r->theme.sections.data[i].head);

		theme_set(&r->theme, i, head, side_ask(r->sides[0], &q, hides));
		free(head);
	}
	for (u32 side = 0; side + 1 < SIDES; side++)
		compare(r, i, side_ask(r->sides[side], &q, hides), side);
	if (r->sides[SIDES - 1])
		compare_linux(r, i, side_ask(r->sides[SIDES - 1], &q, hides));
}

static void run_theme(struct runner *r)
{
	for (size_t i = 0; i < r->theme.sections.count; i++) {
		const struct section *s = &r->theme.sections.data[i];
		const char *text;

		if ((text = section_is(s, "type"))) {
			set_type(r, text);
		} else if ((text = section_is(s, "case"))) {
			r->name = text;
			r->program = s->text;
		} else if ((text = section_is(s, "try"))) {
			try_section(r, i, text);
		}
	}
	if (r->bless)
		theme_write(&r->theme);
}

int main(int argc, char **argv)
{
	static const u32 modes[] = {SKEP_CODE_JIT, SKEP_CODE_PLAIN, SKEP_CODE_CHECKED};
	static struct runner r;

	r.bless = datafile_blessing(argc, argv);
	r.sides[SIDES - 1] = side_linux();
	if (!r.sides[SIDES - 1])
		test_skip("Linux", strerror(errno));
	for (u32 i = 0; i < SKEP_COUNT(modes); i++)
		r.sides[i] = side_skep(modes[i]);
	if (argc < 2 || !theme_read(&r.theme, argv[1]))
		return 2;
	run_theme(&r);
	theme_free(&r.theme);
	for (u32 i = 0; i < SIDES; i++)
		side_free(r.sides[i]);
	return test_end();
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/hook.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "linux/attaching.h"
#include "spec/uapi.h"

#define PID	SKEP_HOOK_PID
#define PIN	SKEP_HOOK_PIN
#define PIN_PID SKEP_HOOK_PIN_PID
#define REPLACE SKEP_HOOK_REPLACE

/* What NONE and SECTION are. */
#define BPF_NONE	      0
#define BPF_SECTION	      SKEP_HOOK_SECTION
#define BPF_PROG_TYPE_SECTION SKEP_HOOK_SECTION

static const struct skep_hook_row rows[] = {
#define HOOK(word, function, prog, attach, sections, form, least, most, separator, traits, probe)  \
	{#word,                                                                                    \
	 skep_attach_##function,                                                                   \
	 BPF_PROG_TYPE_##prog,                                                                     \
	 BPF_##attach,                                                                             \
	 sections,                                                                                 \
	 form,                                                                                     \
	 least,                                                                                    \
	 most,                                                                                     \
	 separator,                                                                                \
	 traits,                                                                                   \
	 probe},
#include "linux/hooks.def"
#undef HOOK
};

const struct skep_hook_row *skep_hook_row(size_t number)
{
	return number < SKEP_COUNT(rows) ? &rows[number] : NULL;
}

/* ---- text */

/* Cuts the text at separators, from the right, so that a path may have some. */
static void split(struct skep_hook *hook)
{
	const char *args[3];
	u32 count = 0;

	while (count + 1 < hook->row->most) {
		char *at = strrchr(hook->text, hook->row->separator);

		if (!at)
			break;
		*at = '\0';
		args[count++] = at + 1;
	}
	args[count++] = hook->text;
	hook->count = count;
	for (u32 i = 0; i < SKEP_COUNT(hook->args); i++)
		hook->args[i] = i < count ? args[count - 1 - i] : "";
}

static bool set(struct skep_hook *hook, const struct skep_hook_row *row, const char *rest)
{
	hook->row = row;
	if (snprintf(hook->text, sizeof(hook->text), "%s", rest) >= (int)sizeof(hook->text))
		return false;
	split(hook);
	if (hook->count < row->least)
		return false;
	for (u32 i = 0; i < hook->count; i++)
		if (!hook->args[i][0])
			return false;
	return true;
}

static bool fail_word(const char *text, size_t length, struct skep_diag *d)
{
	struct skep_buffer words = {0};

	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		skep_buffer_printf(&words, "%s%s", i ? ", " : "", rows[i].word);
	skep_fail(d, SKEP_E_SYNTAX, "there is no hook '%.*s'", (int)length, text);
	if (!words.failed)
		skep_hint(d, "hooks are %s, each with a colon behind it", words.data);
	skep_buffer_fini(&words);
	return false;
}

bool skep_hook_read(struct skep_hook *hook, const char *text, struct skep_diag *d)
{
	size_t length = strcspn(text, ":");

	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		if (strlen(rows[i].word) != length || strncmp(rows[i].word, text, length) != 0)
			continue;
		if (text[length] && set(hook, &rows[i], text + length + 1))
			return true;
		skep_fail(d, SKEP_E_SYNTAX, "'%s' does not say where", text);
		return skep_hint(d, "its form is %s:%s", rows[i].word, rows[i].form);
	}
	return fail_word(text, length, d);
}

void skep_hook_text(const struct skep_hook *hook, struct skep_buffer *b)
{
	skep_buffer_printf(b, "%s:", hook->row->word);
	for (u32 i = 0; i < hook->count; i++) {
		if (i)
			skep_buffer_bytes(b, &hook->row->separator, 1);
		skep_buffer_text(b, hook->args[i]);
	}
}

/* ---- sections */

/* What follows one of the prefixes in a list; NULL if the section begins with none of them. */
static const char *behind_prefix(const char *prefixes, const char *section)
{
	while (*prefixes) {
		size_t length = strcspn(prefixes, " ");

		if (strncmp(prefixes, section, length) == 0)
			return section + length;
		prefixes += length + (prefixes[length] == ' ');
	}
	return NULL;
}

bool skep_hook_of_section(struct skep_hook *hook, const char *section)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		const char *rest = behind_prefix(rows[i].sections, section);

		if (rest && set(hook, &rows[i], rest))
			return true;
	}
	return false;
}

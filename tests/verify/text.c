/* SPDX-License-Identifier: BSD-2-Clause */
#include "text.h"

#include <ctype.h>
#include <skep/asm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "datafile.h"
#include "prog/prog.h"

/* ---- sets */

bool set_read(struct set *s, const char *name, const char *text)
{
	char *copy = strdup(text), *rest;

	*s = (struct set){0};
	snprintf(s->name, sizeof(s->name), "%s", name);
	for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		char *value = line + strcspn(line, " \t");
		size_t length = (size_t)(value - line);

		if (s->count == SET_ROWS || (size_t)(value - line) >= sizeof(s->rows[0].key) ||
		    strlen(value) >= SET_TEXT)
			break;
		memcpy(s->rows[s->count].key, line, (size_t)(value - line));
		value += strspn(value, " \t");
		/* A key alone stands for itself. */
		if (*value)
			memcpy(s->rows[s->count].text, value, strlen(value) + 1);
		else
			memcpy(s->rows[s->count].text, line, length);
		s->count++;
	}
	free(copy);
	return s->count;
}

static const struct binding *find_binding(const char *at, const struct binding *b, u32 count)
{
	const struct binding *best = NULL;

	for (u32 i = 0; i < count; i++)
		if (strncmp(at, b[i].name, strlen(b[i].name)) == 0 &&
		    (!best || strlen(b[i].name) > strlen(best->name)))
			best = &b[i];
	return best;
}

static void put(struct skep_buffer *out, const char *text)
{
	for (; *text; text++)
		skep_buffer_bytes(out, *text == ';' ? "\n" : text, 1);
}

char *text_bind(const char *text, const struct binding *bindings, u32 count)
{
	struct skep_buffer out = {0};

	for (; *text; text++) {
		const struct binding *b =
		    *text == '$' ? find_binding(text + 1, bindings, count) : NULL;

		if (b)
			put(&out, b->text);
		else
			skep_buffer_bytes(&out, text, 1);
		text += b ? strlen(b->name) : 0;
	}
	return skep_buffer_take(&out);
}

/* ---- raw instructions: a move of a number stands in for each until labels are resolved */

enum { RAW_MARK = 777000, RAW_MAX = 32 };

struct raw {
	struct bpf_insn insns[RAW_MAX];
	u32 count;
};

static bool read_raw(struct raw *raw, const char *line, size_t length)
{
	char *hex = strndup(line, length);
	size_t size;
	unsigned char *bytes = datafile_hex(hex, &size);
	bool ok = bytes && size == sizeof(raw->insns[0]) && raw->count < RAW_MAX;

	if (ok)
		memcpy(&raw->insns[raw->count++], bytes, size);
	free(bytes);
	free(hex);
	return ok;
}

static void put_raw(struct skep_prog *prog, const struct raw *raw)
{
	for (u32 i = 0; i < prog->count; i++) {
		struct bpf_insn *insn = &prog->insns[i];

		if (insn->code == (BPF_ALU64 | BPF_MOV | BPF_K) && insn->imm >= RAW_MARK &&
		    insn->imm < RAW_MARK + (s32)raw->count)
			*insn = raw->insns[insn->imm - RAW_MARK];
	}
}

/* ---- map[NAME] */

static s32 map_number(const struct subject_maps *maps, const char *name, size_t length)
{
	for (u32 i = 0; i < maps->count; i++)
		if (strlen(maps->maps[i].name) == length &&
		    strncmp(maps->maps[i].name, name, length) == 0)
			return (s32)i;
	return -1;
}

/* One line, with maps by number. */
static void put_line(struct skep_buffer *out, const char *at, size_t length,
		     const struct subject_maps *maps)
{
	const char *map = memmem(at, length, "map[", 4), *end = at + length, *close;
	s32 number;

	close = map ? memchr(map, ']', (size_t)(end - map)) : NULL;
	number = close ? map_number(maps, map + 4, (size_t)(close - map - 4)) : -1;
	if (number < 0) {
		skep_buffer_bytes(out, at, length);
		return;
	}
	skep_buffer_bytes(out, at, (size_t)(map - at));
	skep_buffer_printf(out, "map[idx:%d", number);
	skep_buffer_bytes(out, close, (size_t)(end - close));
}

static char *prepare(const char *text, const struct subject_maps *maps, struct raw *raw)
{
	struct skep_buffer out = {0};

	while (*text) {
		size_t length = strcspn(text, "\n"), blank = strspn(text, " \t");

		if (strncmp(text + blank, "raw ", 4) == 0) {
			skep_buffer_printf(&out, "r0 = %u", RAW_MARK + raw->count);
			if (!read_raw(raw, text + blank + 4, length - blank - 4))
				skep_buffer_text(&out, " is no raw instruction");
		} else {
			put_line(&out, text, length, maps);
		}
		skep_buffer_text(&out, "\n");
		text += length + (text[length] != 0);
	}
	return skep_buffer_take(&out);
}

struct skep_prog *text_assemble(const char *text, const struct subject_maps *maps,
				char wrong[SUBJECT_TEXT])
{
	struct raw raw = {.count = 0};
	struct skep_diag d = {0};
	char *prepared = prepare(text, maps, &raw);
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, prepared, &d);

	if (prog)
		put_raw(prog, &raw);
	else
		snprintf(wrong, SUBJECT_TEXT, "line %u: %s", (unsigned)d.place.line, d.what);
	skep_free(prepared);
	return prog;
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include "text.h"

#include <bpf/btf.h>
#include <ctype.h>
#include <linux/btf.h>
#include <skep/asm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "datafile.h"
#include "prog/prog.h"

/* ---- sets */

/* A key alone stands for itself. */
static const char *read_row(struct set *s, const char *line)
{
	size_t length = strcspn(line, " \t");
	const char *value = line + length + strspn(line + length, " \t");

	if (s->count == SET_ROWS)
		return "too many rows";
	if (length >= sizeof(s->rows[0].key))
		return "a key that is too long";
	if (strlen(value) >= SET_TEXT)
		return "a row that is too long";
	memcpy(s->rows[s->count].key, line, length);
	value = *value ? value : s->rows[s->count].key;
	memcpy(s->rows[s->count].text, value, strlen(value) + 1);
	s->count++;
	return NULL;
}

const char *set_read(struct set *s, const char *name, const char *text)
{
	char *copy = strdup(text), *rest;
	const char *wrong = NULL;

	*s = (struct set){0};
	snprintf(s->name, sizeof(s->name), "%s", name);
	for (char *line = strtok_r(copy, "\n", &rest); line && !wrong;
	     line = strtok_r(NULL, "\n", &rest))
		wrong = read_row(s, line);
	free(copy);
	return wrong ? wrong : s->count ? NULL : "no rows";
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

/* ---- map[NAME], kfunc[NAME], var[NAME], struct[NAME] and off[STRUCT.MEMBER] */

static s64 map_number(const struct names *names, const char *name, size_t length)
{
	const struct subject_maps *maps = names->maps;

	for (u32 i = 0; i < maps->count; i++)
		if (strlen(maps->maps[i].name) == length &&
		    strncmp(maps->maps[i].name, name, length) == 0)
			return (s64)i;
	return -1;
}

static s64 type_number(const struct names *names, u32 kind, const char *name, size_t length)
{
	char word[64];
	u32 id;

	if (!names->kernel || length >= sizeof(word))
		return -1;
	memcpy(word, name, length);
	word[length] = 0;
	id = skep_kernel_find(names->kernel, kind, word);
	return id ? (s64)id : -1;
}

static s64 kfunc_number(const struct names *names, const char *name, size_t length)
{
	return type_number(names, BTF_KIND_FUNC, name, length);
}

static s64 variable_number(const struct names *names, const char *name, size_t length)
{
	return type_number(names, BTF_KIND_VAR, name, length);
}

static s64 struct_number(const struct names *names, const char *name, size_t length)
{
	return type_number(names, BTF_KIND_STRUCT, name, length);
}

/* STRUCT.MEMBER: how far into the struct, in bytes. */
static s64 member_offset(const struct names *names, const char *name, size_t length)
{
	const char *dot = memchr(name, '.', length);
	size_t rest = dot ? length - (size_t)(dot + 1 - name) : 0;
	s64 id = dot ? type_number(names, BTF_KIND_STRUCT, name, (size_t)(dot - name)) : -1;
	const struct btf *btf = id > 0 ? skep_kernel_btf(names->kernel) : NULL;
	const struct btf_type *t = btf ? btf__type_by_id(btf, (u32)id) : NULL;

	for (u32 i = 0; t && i < btf_vlen(t); i++) {
		const char *member = btf__name_by_offset(btf, btf_members(t)[i].name_off);

		if (strlen(member) == rest && strncmp(member, dot + 1, rest) == 0)
			return btf_member_bit_offset(t, i) / 8;
	}
	return -1;
}

static s64 own_type(const struct names *names, const char *name, size_t length)
{
	char word[64];

	if (!names->types || length >= sizeof(word))
		return -1;
	memcpy(word, name, length);
	word[length] = 0;
	return btf__find_by_name_kind(names->types, word, BTF_KIND_STRUCT);
}

static const struct {
	const char *open, *before, *after;
	s64 (*number)(const struct names *names, const char *name, size_t length);
} words[] = {
    {"map[", "map[idx:", "]", map_number},  {"kfunc[", "kfunc#", "", kfunc_number},
    {"var[", "var[", "]", variable_number}, {"struct[", "", "", struct_number},
    {"off[", "", "", member_offset},	    {"type[", "", "", own_type},
};

/* One line, with maps and functions of the kernel by number. */
static void put_line(struct skep_buffer *out, const char *at, size_t length,
		     const struct names *names)
{
	const char *end = at + length;

	for (size_t i = 0; i < SKEP_COUNT(words); i++) {
		const char *word = memmem(at, length, words[i].open, strlen(words[i].open));
		const char *name = word ? word + strlen(words[i].open) : NULL;
		const char *close = name ? memchr(name, ']', (size_t)(end - name)) : NULL;
		s64 number = close ? words[i].number(names, name, (size_t)(close - name)) : -1;

		if (number < 0)
			continue;
		skep_buffer_bytes(out, at, (size_t)(word - at));
		skep_buffer_printf(out, "%s%lld%s", words[i].before, (long long)number,
				   words[i].after);
		at = close + 1;
		break;
	}
	skep_buffer_bytes(out, at, (size_t)(end - at));
}

static char *prepare(const char *text, const struct names *names, struct raw *raw)
{
	struct skep_buffer out = {0};

	while (*text) {
		size_t length = strcspn(text, "\n"), blank = strspn(text, " \t");

		if (strncmp(text + blank, "raw ", 4) == 0) {
			skep_buffer_printf(&out, "r0 = %u", RAW_MARK + raw->count);
			if (!read_raw(raw, text + blank + 4, length - blank - 4))
				skep_buffer_text(&out, " is no raw instruction");
		} else {
			put_line(&out, text, length, names);
		}
		skep_buffer_text(&out, "\n");
		text += length + (text[length] != 0);
	}
	return skep_buffer_take(&out);
}

struct skep_prog *text_assemble(const char *text, const struct names *names,
				char wrong[SUBJECT_TEXT])
{
	struct raw raw = {.count = 0};
	struct skep_diag d = {0};
	char *prepared = prepare(text, names, &raw);
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, prepared, &d);

	if (prog)
		put_raw(prog, &raw);
	else
		snprintf(wrong, SUBJECT_TEXT, "line %u: %s", (unsigned)d.place.line, d.what);
	skep_free(prepared);
	return prog;
}

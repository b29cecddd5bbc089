/* SPDX-License-Identifier: BSD-2-Clause */
/* .BTF.ext is a header, then tables. That of lines begins with the size of a record; then come, for
 * each section of code, the offset of its name, the number of records, and the records:
 *
 *	u32 offset of the instruction in the section, in bytes
 *	u32 file name, u32 line of source (both offsets of strings in .BTF)
 *	u32 line << 10 | column */
#include "object/lines.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/diag.h"

enum {
	HEADER_LENGTH = 4, /* offset of the header's own size */
	HEADER_LINES = 16, /* offset of the table's place behind the header */
	HEADER_LINES_SIZE = 20,
	RECORD = 16, /* bytes of a record that are known */
	LINE_SHIFT = 10,
};

/* What is left of a table. */
struct table {
	const u8 *at;
	size_t size;
};

static bool take(struct table *t, size_t size, struct table *piece)
{
	if (size > t->size)
		return false;
	*piece = (struct table){t->at, size};
	t->at += size;
	t->size -= size;
	return true;
}

/* The table of lines; false if there is none. */
static bool find_table(const struct skep_elf_section *section, struct table *lines)
{
	u64 start;

	if (!section || !section->bytes || section->size < HEADER_LINES_SIZE + 4)
		return false;
	start = (u64)skep_get_le32(section->bytes + HEADER_LENGTH) +
		skep_get_le32(section->bytes + HEADER_LINES);
	lines->size = skep_get_le32(section->bytes + HEADER_LINES_SIZE);
	if (start > section->size || lines->size > section->size - start)
		return false;
	lines->at = section->bytes + start;
	return true;
}

static const char *string_at(const struct skep_build *build, const u8 *at)
{
	const struct btf *btf = bpf_object__btf(build->opened);
	const char *text = btf ? btf__name_by_offset(btf, skep_get_le32(at)) : NULL;

	return text ? text : "";
}

static const char *copy_trimmed(struct skep_arena *arena, const char *text)
{
	size_t length;

	text += strspn(text, " \t");
	length = strcspn(text, "\r\n");
	while (length && strchr(" \t", text[length - 1]))
		length--;
	return skep_arena_text(arena, text, length);
}

/* The section of code that a name in .BTF means; 0 if there is none. */
static u32 section_of(const struct skep_build *build, const char *name)
{
	const struct skep_elf_section *section = skep_elf_find(&build->elf, name);

	return section ? (u32)(section - build->elf.sections) : 0;
}

static bool add_line(struct skep_build *build, u32 section, const u8 *record)
{
	struct skep_object *object = build->object;
	u64 offset = skep_get_le32(record);
	const struct skep_function *f = skep_functions_at(build, section, offset);
	struct skep_object_line line = {.number = skep_get_le32(record + 12) >> LINE_SHIFT};

	if (!f || !f->wanted)
		return true;
	line.insn = f->first + (u32)((offset - f->offset) / sizeof(struct bpf_insn));
	line.file = copy_trimmed(&object->arena, string_at(build, record + 4));
	line.text = copy_trimmed(&object->arena, string_at(build, record + 8));
	if (!line.file || !line.text)
		return skep_fail_nomem(build->d);
	object->lines[object->line_count++] = line;
	return true;
}

static int compare_lines(const void *left, const void *right)
{
	const struct skep_object_line *a = left, *b = right;

	return (a->insn > b->insn) - (a->insn < b->insn);
}

bool skep_lines_read(struct skep_build *build)
{
	struct skep_object *object = build->object;
	struct table lines, head, records;
	size_t size;

	if (!find_table(skep_elf_find(&build->elf, ".BTF.ext"), &lines) || !take(&lines, 4, &head))
		return true;
	size = skep_get_le32(head.at);
	if (size < RECORD)
		return true;
	object->lines =
	    skep_arena_array(&object->arena, lines.size / size + 1, sizeof(*object->lines));
	if (!object->lines)
		return skep_fail_nomem(build->d);
	while (take(&lines, 8, &head) &&
	       take(&lines, skep_get_le32(head.at + 4) * size, &records)) {
		u32 section = section_of(build, string_at(build, head.at));

		for (size_t at = 0; section && at < records.size; at += size)
			if (!add_line(build, section, records.at + at))
				return false;
	}
	qsort(object->lines, object->line_count, sizeof(*object->lines), compare_lines);
	return true;
}

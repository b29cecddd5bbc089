/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/sections.h"

#include <bpf/libbpf.h>
#include <string.h>

#include "spec/spec.h"
#include "spec/uapi.h"

/* What NONE is. */
#define BPF_NONE 0

static const struct section {
	const char *name;
	u32 type, attach;
} sections[] = {
#define SECTION(name, program, attach) {name, BPF_PROG_TYPE_##program, BPF_##attach},
#include "object/sections.def"
#undef SECTION
};

static const struct section *find(const char *name)
{
	for (size_t i = 0; i < SKEP_COUNT(sections); i++) {
		size_t length = strlen(sections[i].name);

		if (strncmp(name, sections[i].name, length) == 0 &&
		    (name[length] == '\0' || name[length] == '/'))
			return &sections[i];
	}
	return NULL;
}

struct bpf_object *skep_sections_type(struct bpf_object *object)
{
	struct bpf_program *prog = object ? bpf_object__next_program(object, NULL) : NULL;

	for (; prog; prog = bpf_object__next_program(object, prog)) {
		const struct section *section = find(bpf_program__section_name(prog));

		if (!section || bpf_program__type(prog) != BPF_PROG_TYPE_UNSPEC)
			continue;
		bpf_program__set_type(prog, section->type);
		bpf_program__set_expected_attach_type(prog, section->attach);
	}
	return object;
}

struct bpf_object *skep_sections_unpin(struct bpf_object *object)
{
	struct bpf_map *map = object ? bpf_object__next_map(object, NULL) : NULL;

	for (; map; map = bpf_object__next_map(object, map))
		bpf_map__set_pin_path(map, NULL);
	return object;
}

const char *skep_sections_type_name(u32 type)
{
	const struct skep_prog_row *row = skep_prog_row(type);

	return row && row->name ? row->name : "unknown type";
}

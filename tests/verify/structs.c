/* SPDX-License-Identifier: BSD-2-Clause */
/* Structs of a program under test: `node 64 list_node@0 rb_node@24 refcount@56 long@8`. A member
 * kptr@OFFSET=NAME is a pointer to struct NAME, which may be the kernel's. */
#include <bpf/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "subject.h"

static const struct {
	const char *word, *type;
	u32 size;
} kinds[] = {
    {"spin_lock", "bpf_spin_lock", 4},
    {"res_spin_lock", "bpf_res_spin_lock", 4},
    {"wq", "bpf_wq", 16},
    {"task_work", "bpf_task_work", 8},
    {"list_head", "bpf_list_head", 16},
    {"list_node", "bpf_list_node", 24},
    {"rb_root", "bpf_rb_root", 16},
    {"rb_node", "bpf_rb_node", 32},
    {"refcount", "bpf_refcount", 4},
};

static const char *const pointers[] = {"kptr", "kptr_untrusted", "percpu_kptr", "ptr"};

static s32 struct_of(struct btf *btf, size_t kind)
{
	s32 id = btf__find_by_name_kind(btf, kinds[kind].type, BTF_KIND_STRUCT);

	return id > 0 ? id : btf__add_struct(btf, kinds[kind].type, kinds[kind].size);
}

/* int, long, ptr, a special kind, or a struct that is there. */
static s32 type_of(struct btf *btf, const char *word)
{
	if (strcmp(word, "int") == 0)
		return btf__find_by_name_kind(btf, "int", BTF_KIND_INT);
	if (strcmp(word, "long") == 0)
		return btf__add_int(btf, "long", 8, BTF_INT_SIGNED);
	if (strcmp(word, "ptr") == 0)
		return btf__add_ptr(btf, 0);
	for (size_t i = 0; i < SKEP_COUNT(kinds); i++)
		if (strcmp(kinds[i].word, word) == 0)
			return struct_of(btf, i);
	return btf__find_by_name_kind(btf, word, BTF_KIND_STRUCT);
}

enum { MEMBERS = 12 };

struct member {
	char type[24], contains[40];
	u32 off;
	s32 id;
};

/* A pointer to a struct, with a tag if it is not "ptr"; 0: the member is none. */
static s32 pointer_of(struct btf *btf, struct member *m)
{
	s32 to;

	for (size_t i = 0; m->contains[0] && i < SKEP_COUNT(pointers); i++) {
		if (strcmp(pointers[i], m->type) != 0)
			continue;
		to = btf__find_by_name_kind(btf, m->contains, BTF_KIND_STRUCT);
		to = to > 0 ? to : btf__add_struct(btf, m->contains, 8);
		m->contains[0] = 0;
		if (strcmp(pointers[i], "ptr") != 0)
			to = btf__add_type_tag(btf, pointers[i], to);
		return btf__add_ptr(btf, to);
	}
	return 0;
}

static const char *read_member(struct btf *btf, const char *word, struct member *m)
{
	*m = (struct member){.off = 0};
	if (sscanf(word, "%23[^@]@%u=%39s", m->type, &m->off, m->contains) < 2)
		return "a member is TYPE@OFFSET or TYPE@OFFSET=STRUCT:MEMBER";
	m->id = pointer_of(btf, m);
	m->id = m->id ? m->id : type_of(btf, m->type);
	return m->id > 0 ? NULL : "the type of a member is not known";
}

static void add_member(struct btf *btf, const struct member *m)
{
	char name[16];

	snprintf(name, sizeof(name), "m%u", m->off);
	btf__add_field(btf, name, m->id, 8 * m->off, 0);
}

static void add_tag(struct btf *btf, s32 id, s32 number, const struct member *m)
{
	char tag[64];

	snprintf(tag, sizeof(tag), "contains:%s", m->contains);
	if (m->contains[0])
		btf__add_decl_tag(btf, tag, id, number);
}

const char *subject_add_struct(struct btf *btf, char *line)
{
	struct member members[MEMBERS];
	char name[32], *rest;
	u32 size, count = 0;
	const char *wrong = NULL;
	s32 id;
	int used;

	if (sscanf(line, "%31s %u%n", name, &size, &used) != 2)
		return "a struct is `struct NAME SIZE MEMBER...`";
	for (char *word = strtok_r(line + used, " ", &rest); word && !wrong;
	     word = strtok_r(NULL, " ", &rest))
		wrong = count == MEMBERS ? "too many members"
					 : read_member(btf, word, &members[count++]);
	if (wrong)
		return wrong;
	id = btf__add_struct(btf, name, size);
	for (u32 i = 0; i < count; i++)
		add_member(btf, &members[i]);
	for (u32 i = 0; i < count; i++)
		add_tag(btf, id, (s32)i, &members[i]);
	return NULL;
}

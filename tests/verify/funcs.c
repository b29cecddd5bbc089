/* SPDX-License-Identifier: BSD-2-Clause */
/* Types of functions of verifier tests: from `static int name(int, ctx, mem8)` to BTF. */
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "subject.h"

/* Ids of the types that signatures have. */
struct types {
	struct btf *btf;
	int number, byte, ctx;
};

static void add_types(struct types *t, const char *ctx)
{
	int s;

	t->number = btf__add_int(t->btf, "int", 4, BTF_INT_SIGNED);
	t->byte = btf__add_int(t->btf, "char", 1, BTF_INT_CHAR);
	s = btf__add_struct(t->btf, ctx, 4);
	btf__add_field(t->btf, "first", t->number, 0, 0);
	t->ctx = btf__add_ptr(t->btf, s);
}

/* int, long, void, ctx, ptr (to void), memN; 0 where it is void, -1 where it is nothing. */
static int type_of(const struct types *t, const char *word)
{
	unsigned size;

	if (strcmp(word, "void") == 0)
		return 0;
	if (strcmp(word, "int") == 0)
		return t->number;
	if (strcmp(word, "long") == 0)
		return btf__add_int(t->btf, "long", 8, BTF_INT_SIGNED);
	if (strcmp(word, "ctx") == 0)
		return t->ctx;
	if (strcmp(word, "ptr") == 0)
		return btf__add_ptr(t->btf, 0);
	if (sscanf(word, "mem%u", &size) == 1)
		return btf__add_ptr(t->btf, btf__add_array(t->btf, t->number, t->byte, size));
	return -1;
}

enum { PARAMS = 8 };

static const char *add_params(const struct types *t, char *list, int params[PARAMS], int *count)
{
	char *rest;

	for (char *word = strtok_r(list, ", )", &rest); word; word = strtok_r(NULL, ", )", &rest)) {
		if (*count == PARAMS)
			return "too many parameters";
		params[*count] = type_of(t, word);
		if (params[(*count)++] < 0)
			return "a type is int, long, void, ctx, ptr or memN";
	}
	return NULL;
}

/* A tag of the program: the function that its exceptions go to. */
static const char *add_handler(const struct subject_funcs *f, const char *name)
{
	char tag[64];

	snprintf(tag, sizeof(tag), "exception_callback:%s", name);
	if (!f->count || btf__add_decl_tag(f->btf, tag, (int)f->type_ids[0], -1) < 0)
		return "a handler comes behind the program's function";
	return NULL;
}

static const char *add_func(struct subject_funcs *f, const struct types *t, char *line)
{
	char linkage[16], type[16], name[32];
	int params[PARAMS], count = 0, used, returns, proto;
	const char *wrong;

	if (strncmp(line, "struct ", 7) == 0)
		return subject_add_struct(t->btf, line + 7);
	if (strncmp(line, "handler ", 8) == 0)
		return add_handler(f, line + 8);
	if (sscanf(line, "%15s %15s %31[^(](%n", linkage, type, name, &used) != 3)
		return "a function is `static|global TYPE NAME(TYPE, ...)`";
	wrong = add_params(t, line + used, params, &count);
	returns = type_of(t, type);
	if (wrong || returns < 0)
		return wrong ? wrong : "a type that is not known is returned";
	proto = btf__add_func_proto(t->btf, returns);
	for (int i = 0; i < count; i++) {
		char param[16];

		snprintf(param, sizeof(param), "a%d", i);
		btf__add_func_param(t->btf, param, params[i]);
	}
	f->type_ids[f->count++] = (u32)btf__add_func(
	    t->btf, name, strcmp(linkage, "global") == 0 ? BTF_FUNC_GLOBAL : BTF_FUNC_STATIC,
	    proto);
	return NULL;
}

const char *subject_read_funcs(struct subject_funcs *f, const char *text, const char *ctx)
{
	struct types types = {.btf = btf__new_empty()};
	char *copy = strdup(text), *rest, *line;
	const char *wrong = NULL;

	*f = (struct subject_funcs){.btf = types.btf, .fd = -1};
	add_types(&types, ctx);
	for (line = strtok_r(copy, "\n", &rest); line && !wrong; line = strtok_r(NULL, "\n", &rest))
		wrong =
		    f->count == SUBJECT_FUNCS ? "too many functions" : add_func(f, &types, line);
	free(copy);
	return wrong;
}

void subject_free_funcs(struct subject_funcs *f)
{
	btf__free(f->btf);
	*f = (struct subject_funcs){.fd = -1};
}

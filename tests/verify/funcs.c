/* SPDX-License-Identifier: BSD-2-Clause */
/* Types of functions of verifier tests: from `static int name(int, ctx+nonnull, mem8)` to BTF. */
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
	int anonymous; /* a struct of 4 bytes without a name */
};

static void add_types(struct types *t, const char *ctx)
{
	int s;

	t->number = btf__add_int(t->btf, "int", 4, BTF_INT_SIGNED);
	t->byte = btf__add_int(t->btf, "char", 1, BTF_INT_CHAR);
	s = btf__add_struct(t->btf, ctx, 4);
	btf__add_field(t->btf, "first", t->number, 0, 0);
	t->ctx = btf__add_ptr(t->btf, s);
	t->anonymous = btf__add_struct(t->btf, "", 4);
	btf__add_field(t->btf, "first", t->number, 0, 0);
}

/* Pointers to struct[NAME] and union[NAME], of 4 bytes, fwd[NAME], and typedef[NAME], of a struct
 * without a name; -1: none of these. */
static int named_type_of(const struct types *t, const char *word)
{
	char kind[16], name[40];
	int id;

	if (sscanf(word, "%15[a-z][%39[^]]]", kind, name) != 2)
		return -1;
	if (strcmp(kind, "struct") == 0)
		id = btf__add_struct(t->btf, name, 4);
	else if (strcmp(kind, "union") == 0)
		id = btf__add_union(t->btf, name, 4);
	else if (strcmp(kind, "fwd") == 0)
		id = btf__add_fwd(t->btf, name, BTF_FWD_STRUCT);
	else if (strcmp(kind, "typedef") == 0)
		id = btf__add_typedef(t->btf, name, t->anonymous);
	else
		return -1;
	if (kind[0] == 's' || kind[0] == 'u')
		btf__add_field(t->btf, "first", t->number, 0, 0);
	return btf__add_ptr(t->btf, id);
}

/* int, long, void, ctx, ptr (to void), iptr (to int), lptr (to long), anon (to a struct without a
 * name), memN, and names; 0 where it is void, -1 where it is nothing. */
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
	if (strcmp(word, "iptr") == 0)
		return btf__add_ptr(t->btf, t->number);
	if (strcmp(word, "lptr") == 0)
		return btf__add_ptr(t->btf, type_of(t, "long"));
	if (strcmp(word, "anon") == 0)
		return btf__add_ptr(t->btf, t->anonymous);
	if (sscanf(word, "mem%u", &size) == 1)
		return btf__add_ptr(t->btf, btf__add_array(t->btf, t->number, t->byte, size));
	return named_type_of(t, word);
}

enum { PARAMS = 8 };

/* A parameter of a function. */
struct param {
	int type;
	char *tags; /* behind its '+', more of them between; NULL: none */
};

static const char *read_params(const struct types *t, char *list, struct param params[PARAMS],
			       int *count)
{
	char *rest;

	for (char *word = strtok_r(list, ", )", &rest); word; word = strtok_r(NULL, ", )", &rest)) {
		struct param *p = &params[*count];

		if (*count == PARAMS)
			return "too many parameters";
		p->tags = strchr(word, '+');
		if (p->tags)
			*p->tags++ = '\0';
		p->type = type_of(t, word);
		if (p->type < 0)
			return "a type that is not known";
		++*count;
	}
	return NULL;
}

static void add_tags(struct btf *btf, int func, int number, char *tags)
{
	char tag[64], *rest;

	for (char *word = strtok_r(tags, "+", &rest); word; word = strtok_r(NULL, "+", &rest)) {
		snprintf(tag, sizeof(tag), "arg:%s", word);
		btf__add_decl_tag(btf, tag, func, number);
	}
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

/* What a line says. */
struct function {
	char linkage[16], type[16], name[32];
	struct param params[PARAMS];
	int count, returns;
};

static u32 add_function(const struct types *t, const struct function *f)
{
	int linkage = strcmp(f->linkage, "global") == 0 ? BTF_FUNC_GLOBAL : BTF_FUNC_STATIC,
	    proto = btf__add_func_proto(t->btf, f->returns), func;
	char param[16];

	for (int i = 0; i < f->count; i++) {
		snprintf(param, sizeof(param), "a%d", i);
		btf__add_func_param(t->btf, param, f->params[i].type);
	}
	func = btf__add_func(t->btf, f->name, linkage, proto);
	for (int i = 0; i < f->count; i++)
		if (f->params[i].tags)
			add_tags(t->btf, func, i, f->params[i].tags);
	return (u32)func;
}

static const char *add_func(struct subject_funcs *f, const struct types *t, char *line)
{
	struct function function = {.count = 0};
	const char *wrong;
	int used;

	if (strncmp(line, "struct ", 7) == 0)
		return subject_add_struct(t->btf, line + 7);
	if (strncmp(line, "handler ", 8) == 0)
		return add_handler(f, line + 8);
	if (sscanf(line, "%15s %15s %31[^(](%n", function.linkage, function.type, function.name,
		   &used) != 3)
		return "a function is `static|global TYPE NAME(TYPE, ...)`";
	wrong = read_params(t, line + used, function.params, &function.count);
	function.returns = type_of(t, function.type);
	if (wrong || function.returns < 0)
		return wrong ? wrong : "a type that is not known is returned";
	f->type_ids[f->count++] = add_function(t, &function);
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

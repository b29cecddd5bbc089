/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree is drawn with the root below. Each frame is an element that carries its place and width
 * in thousandths of a percent, so that its script zooms by arithmetic on what is drawn. */
#include "trace/flame.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"

enum {
	ROW = 17, /* pixels */
	WIDTH = 1200,
	MARGIN = 10,
	HEADROOM = 44, /* for the title and the buttons */
	TOO_THIN = 10, /* of a hundred thousand: is left out */
	WHOLE = 100000,
};

struct node {
	char *name;
	bool kernel;
	u64 value;
	struct node *first, *next; /* child, and the next child of its parent */
};

struct skep_flame {
	struct node root;
};

struct skep_flame *skep_flame_new(void)
{
	return skep_alloc(sizeof(struct skep_flame));
}

/* ---- the tree */

static struct node *child_of(struct node *parent, const char *name, size_t length, bool kernel)
{
	struct node *n;

	for (n = parent->first; n; n = n->next)
		if (n->kernel == kernel && strlen(n->name) == length &&
		    memcmp(n->name, name, length) == 0)
			return n;
	n = skep_alloc(sizeof(*n));
	if (!n)
		return NULL;
	n->name = skep_alloc(length + 1);
	if (!n->name) {
		skep_free(n);
		return NULL;
	}
	memcpy(n->name, name, length);
	n->name[length] = '\0';
	n->kernel = kernel;
	n->next = parent->first;
	parent->first = n;
	return n;
}

bool skep_flame_add(struct skep_flame *f, const struct skep_stack *stack, const char *root,
		    u64 value)
{
	struct node *at = &f->root;

	at->value += value;
	at = child_of(at, root, strlen(root), false);
	for (u32 i = stack->count; at && i-- > 0;) {
		at->value += value;
		at = child_of(at, stack->frames[i], strlen(stack->frames[i]), i < stack->kernel);
	}
	if (at)
		at->value += value;
	return at != NULL;
}

static u32 depth_of(const struct node *n)
{
	u32 most = 0;

	for (const struct node *c = n->first; c; c = c->next) {
		u32 depth = depth_of(c);

		most = depth > most ? depth : most;
	}
	return most + 1;
}

/* ---- the picture */

struct picture {
	struct skep_buffer b;
	const char *unit;
	u64 total;
	u32 height;
};

static void put_escaped(struct skep_buffer *b, const char *text)
{
	static const struct {
		char c;
		const char *as;
	} rows[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

	for (; *text; text++) {
		char plain[2] = {(u8)*text < ' ' ? '?' : *text};
		const char *as = plain;

		for (size_t i = 0; i < SKEP_COUNT(rows); i++)
			if (*text == rows[i].c)
				as = rows[i].as;
		skep_buffer_text(b, as);
	}
}

static int by_name(const void *a, const void *b)
{
	const struct node *const *left = a, *const *right = b;
	int order = strcmp((*left)->name, (*right)->name);

	return order ? order : (int)(*left)->kernel - (int)(*right)->kernel;
}

static u32 share(const struct picture *p, u64 value)
{
	return p->total ? (u32)((double)value * WHOLE / (double)p->total) : 0;
}

/* The same name has the same colour: warm ones for programs, cold ones for the kernel. */
static void put_colour(struct skep_buffer *b, const struct node *n)
{
	u32 hash = 2166136261u;

	for (const char *c = n->name; *c; c++)
		hash = (hash ^ (u8)*c) * 16777619u;
	skep_buffer_printf(b, "hsl(%u,%u%%,%u%%)", (n->kernel ? 190 : 15) + hash % 40,
			   60 + hash / 64 % 30, 58 + hash / 4096 % 12);
}

static void put_frame(struct picture *p, const struct node *n, u64 from, u32 level)
{
	struct skep_buffer *b = &p->b;
	u32 y = p->height - MARGIN - (level + 1) * ROW;

	skep_buffer_printf(b, "<g class=\"f\" data-x=\"%u\" data-w=\"%u\" data-l=\"%u\" data-n=\"",
			   share(p, from), share(p, n->value), level);
	put_escaped(b, n->name);
	skep_buffer_text(b, "\"><title>");
	put_escaped(b, n->name);
	skep_buffer_printf(b, "%s (%llu %s, %.2f%%)</title><rect y=\"%u\" height=\"%u\" fill=\"",
			   n->kernel ? " [kernel]" : "", (unsigned long long)n->value, p->unit,
			   (double)share(p, n->value) * 100 / WHOLE, y, ROW - 1);
	put_colour(b, n);
	skep_buffer_printf(b, "\"/><text y=\"%u\"></text></g>\n", y + ROW - 5);
}

static void put_tree(struct picture *p, const struct node *n, u64 from, u32 level)
{
	struct {
		const struct node **data;
		size_t count, room;
	} children = {0};

	if (share(p, n->value) < TOO_THIN)
		return;
	put_frame(p, n, from, level);
	for (const struct node *c = n->first; c; c = c->next)
		if (!SKEP_PUSH(&children, c))
			p->b.failed = true;
	if (children.count)
		qsort(children.data, children.count, sizeof(*children.data), by_name);
	for (size_t i = 0; i < children.count; i++) {
		put_tree(p, children.data[i], from, level + 1);
		from += children.data[i]->value;
	}
	skep_free(children.data);
}

static const char script[] =
#include "trace/flame_script.def"
    ;

static void draw(struct picture *p, const struct node *root, const char *title)
{
	struct skep_buffer *b = &p->b;

	skep_buffer_printf(b,
			   "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
			   "width=\"%u\" height=\"%u\" viewBox=\"0 0 %u %u\">\n<style>"
			   "text{font:11px monospace}.f{cursor:pointer}.b{cursor:pointer;fill:#06c}"
			   ".hit rect{fill:#e0f}.dim{opacity:.5}</style>\n"
			   "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
			   "<text x=\"%u\" y=\"18\" style=\"font-size:15px\">",
			   WIDTH, p->height, WIDTH, p->height, MARGIN);
	put_escaped(b, title);
	skep_buffer_printf(
	    b,
	    "</text>\n<text id=\"reset\" class=\"b\" x=\"%u\" y=\"36\">reset</text>\n"
	    "<text id=\"search\" class=\"b\" x=\"%u\" y=\"36\">search</text>\n"
	    "<text id=\"found\" x=\"%u\" y=\"36\"></text>\n",
	    MARGIN, MARGIN + 60, MARGIN + 130);
	put_tree(p, root, 0, 0);
	skep_buffer_text(b, "<script><![CDATA[\n");
	skep_buffer_text(b, script);
	skep_buffer_text(b, "]]></script>\n</svg>\n");
}

static bool save(const struct skep_buffer *b, const char *path, struct skep_diag *d)
{
	FILE *file = b->failed ? NULL : fopen(path, "we");
	bool ok;

	if (b->failed)
		return skep_fail_nomem(d);
	ok = file && fwrite(b->data, 1, b->count, file) == b->count;
	if (file && fclose(file) != 0)
		ok = false;
	return ok || skep_fail(d, SKEP_E_IO, "%s could not be written: %s", path, strerror(errno));
}

bool skep_flame_write(const struct skep_flame *f, const char *path, const char *title,
		      const char *unit, struct skep_diag *d)
{
	static char all[] = "all";
	struct node root = f->root;
	struct picture p = {.unit = unit, .total = root.value};
	bool ok;

	root.name = all;
	p.height = HEADROOM + depth_of(&root) * ROW + MARGIN;
	draw(&p, &root, title);
	ok = save(&p.b, path, d);
	skep_buffer_fini(&p.b);
	return ok;
}

/* ---- the end */

static void free_children(struct node *n)
{
	while (n->first) {
		struct node *child = n->first;

		n->first = child->next;
		free_children(child);
		skep_free(child->name);
		skep_free(child);
	}
}

void skep_flame_free(struct skep_flame *f)
{
	if (!f)
		return;
	free_children(&f->root);
	skep_free(f);
}

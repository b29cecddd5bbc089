/* SPDX-License-Identifier: BSD-2-Clause */
/* An input that shows why a program is refused, as text. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buffer.h"
#include "refute/refute.h"
#include "subject.h"

/* ---- maps that can be run with */

struct world {
	struct skep_map *maps[SUBJECT_MAPS];
	int files[SUBJECT_MAPS];
	u32 count;
};

static bool make_map(struct world *w, const struct skep_map_desc *desc)
{
	struct skep_map like = {.shape = {.type = desc->type,
					  .key_size = desc->key_size,
					  .value_size = desc->value_size,
					  .max_entries = desc->max_entries,
					  .flags = desc->flags},
				.cpus = 1,
				.lock = -1};
	struct skep_map **map = &w->maps[w->count];
	void *value;

	like.file = w->files[w->count] = memfd_create("example", MFD_CLOEXEC);
	w->count++;
	if (skep_map_new(&like, map) != 0)
		return false;
	value = (*map)->ops->direct ? (*map)->ops->direct(*map) : NULL;
	if (value && desc->contents)
		memcpy(value, desc->contents, desc->value_size);
	return true;
}

static void free_maps(struct world *w)
{
	for (u32 i = 0; i < w->count; i++) {
		if (w->maps[i])
			skep_map_free(w->maps[i]);
		close(w->files[i]);
	}
}

/* ---- text */

static void print_bytes(struct skep_buffer *b, const char *what, const u8 *bytes, u32 count)
{
	u32 shown = count;

	skep_buffer_printf(b, "%s", what);
	while (shown && !bytes[shown - 1])
		shown--;
	for (u32 i = 0; i < shown; i++)
		skep_buffer_printf(b, " %02x", bytes[i]);
	skep_buffer_printf(b, " (%u)\n", count);
}

static void print(struct skep_buffer *b, const struct skep_verify_input *in,
		  const struct skep_refutation *r)
{
	skep_buffer_printf(b, "%u: %s\n", r->insn, r->what);
	if (r->packet)
		print_bytes(b, "packet", r->packet, r->packet_size);
	if (r->context)
		print_bytes(b, "context", r->context, r->context_size);
	for (u32 i = 0; i < r->field_count; i++)
		skep_buffer_printf(b, "%s %llu\n", r->fields[i].name,
				   (unsigned long long)r->fields[i].value);
	for (u32 i = 0; i < r->element_count; i++) {
		skep_buffer_printf(b, "%s", in->maps[r->elements[i].map]->name);
		print_bytes(b, " key", r->elements[i].key, r->elements[i].key_size);
		print_bytes(b, "  value", r->elements[i].value, r->elements[i].value_size);
	}
	for (u32 i = 0; i < r->result_count; i++)
		skep_buffer_printf(b, "result of %u: %llu\n", r->results[i].insn,
				   (unsigned long long)r->results[i].value);
}

void subject_print_example(const struct subject *s, const struct skep_verify_input *in,
			   const struct skep_verdict *verdict)
{
	struct world w = {.count = 0};
	struct skep_refute_input ask = {.in = in, .verdict = verdict, .maps = w.maps};
	struct skep_refutation found;
	struct skep_arena arena = {0};
	bool ok = true;

	for (u32 i = 0; ok && i < in->map_count; i++)
		ok = make_map(&w, in->maps[i]);
	if (ok && skep_refute(&ask, &arena, &found))
		print(s->example, in, &found);
	skep_arena_fini(&arena);
	free_maps(&w);
}

/* SPDX-License-Identifier: BSD-2-Clause */
#include <stddef.h>

#include "spec/sets.h"
#include "spec/sizes.h"
#include "spec/spec.h"

/* ---- the words of ctx.def */

#define W1     1
#define W2     2
#define W4     4
#define W8     8
#define NARROW (W1 | W2 | W4)
#define ANY    (NARROW | W8)
#define HEAD   16
#define LOOSE  32
#define READS  false
#define WRITES true

struct access {
	const char *name, *btf;
	u64 attaches;
	u32 off, end; /* bytes of the context */
	u8 widths;    /* W1 to W8, HEAD, LOOSE */
	u8 kind;      /* enum skep_field_kind */
	bool write;
};

static const struct access rows[] = {
#define AREA(text, first, last, direction, sizes, gives, type, types, attach)                      \
	{.name = #text,                                                                            \
	 .btf = (type),                                                                            \
	 .attaches = (attach),                                                                     \
	 .off = (first),                                                                           \
	 .end = (last),                                                                            \
	 .widths = (sizes),                                                                        \
	 .kind = SKEP_FIELD_##gives,                                                               \
	 .write = (direction)},
#define END(context, field) (offsetof(struct context, field) + sizeof((struct context){}.field))
#define READ(context, field, sizes, gives, types, attach)                                          \
	AREA(field, offsetof(struct context, field), END(context, field), READS, sizes, gives,     \
	     NULL, types, attach)
#define WRITE(context, field, sizes, types, attach)                                                \
	AREA(field, offsetof(struct context, field), END(context, field), WRITES, sizes, SCALAR,   \
	     NULL, types, attach)
#include "spec/ctx.def"
#undef AREA
};

/* Who may, of each row: looked through for every access, so they lie together. */
static const u64 progs[] = {
#define AREA(text, first, last, direction, sizes, gives, type, types, attach) (types),
#include "spec/ctx.def"
#undef AREA
#undef READ
#undef WRITE
};

static bool widths_allow(const struct access *row, struct skep_ctx_ask ask)
{
	bool one_width = ask.size == W1 || ask.size == W2 || ask.size == W4 || ask.size == W8;

	return one_width && row->widths & ask.size &&
	       (row->widths & LOOSE || ask.off % ask.size == 0) && ask.off + ask.size <= row->end &&
	       !(row->widths & HEAD && ask.off != row->off);
}

static void describe(const struct access *row, struct skep_field *field)
{
	*field = (struct skep_field){.name = row->name,
				     .off = row->off,
				     .size = row->end - row->off,
				     .kind = row->kind,
				     .narrow = (row->widths & W1) != 0,
				     .btf = row->btf};
}

static bool access_of(u64 who, u64 attach, struct skep_ctx_ask ask, struct skep_field *field)
{
	*field = (struct skep_field){0};
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		const struct access *row = &rows[i];
		bool allowed = row->attaches & attach;

		if (!(progs[i] & who) || ask.off < row->off || ask.off >= row->end)
			continue;
		if (!field->name || allowed)
			describe(row, field);
		if (allowed && row->write == ask.write && widths_allow(row, ask))
			return true;
	}
	return false;
}

bool skep_ctx_access(u32 prog_type, u32 attach_type, struct skep_ctx_ask ask,
		     struct skep_field *field)
{
	return access_of(skep_prog_bit(prog_type), skep_attach_bit(attach_type), ask, field);
}

bool skep_object_access(enum skep_object object, struct skep_ctx_ask ask, struct skep_field *field)
{
	return access_of(1ULL << (40 + object), ALWAYS, ask, field);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Contexts and sockets: memory of which a table says what may be read and written, and what it
 * holds. */
#include <linux/btf.h>

#include "verify/kernel.h"
#include "verify/walk.h"
#include "verify/words.h"

/* Which register a field gives. */
static const struct {
	u8 type;
	bool null;
} field_types[] = {
    [SKEP_FIELD_SCALAR] = {SKEP_REG_SCALAR, false},
    [SKEP_FIELD_PACKET] = {SKEP_REG_PACKET, false},
    [SKEP_FIELD_PACKET_END] = {SKEP_REG_PACKET_END, false},
    [SKEP_FIELD_PACKET_META] = {SKEP_REG_PACKET_META, false},
    [SKEP_FIELD_SOCK_COMMON_OR_NULL] = {SKEP_REG_SOCK_COMMON, true},
    [SKEP_FIELD_SOCKET] = {SKEP_REG_SOCKET, false},
    [SKEP_FIELD_SOCKET_OR_NULL] = {SKEP_REG_SOCKET, true},
    [SKEP_FIELD_FLOW_KEYS] = {SKEP_REG_FLOW_KEYS, false},
    [SKEP_FIELD_BUFFER] = {SKEP_REG_BUF, false},
};

static bool refuse_field(struct skep_walk *w, const struct skep_access *a, s64 off,
			 const struct skep_field *field)
{
	const char *type = skep_prog_row(w->in->prog_type)->name;
	const char *verb = a->write ? "write" : "read";

	if (field->name)
		return skep_refuse(
		    w, SKEP_RULE_CONTEXT,
		    "%s programs may not %s '%s' of the context as %u bytes at offset "
		    "%lld",
		    type, verb, field->name, a->size, (long long)off);
	return skep_refuse(w, SKEP_RULE_CONTEXT, "%s programs may not %s %s of the context", type,
			   verb, skep_words_bytes(w, off, a->size));
}

static u32 kernel_struct(const struct skep_walk *w, const char *name)
{
	return w->in->kernel ? skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, name) : 0;
}

static struct skep_reg field_value(struct skep_walk *w, const struct skep_access *a,
				   const struct skep_field *field)
{
	struct skep_reg r;

	if (field->kind == SKEP_FIELD_SCALAR)
		return skep_access_loaded(a);
	if (field->kind == SKEP_FIELD_BTF_ID)
		return skep_kernel_pointer(w, kernel_struct(w, field->btf), SKEP_REG_F_TRUSTED);
	r = skep_reg_pointer(field_types[field->kind].type);
	/* A buffer's size is looked at when the program is attached. */
	r.size = field->kind == SKEP_FIELD_BUFFER ? SKEP_MAX_OFFSET : 0;
	if (field_types[field->kind].null) {
		r.flags = SKEP_REG_F_NULL;
		r.id = skep_walk_id(w);
	}
	return r;
}

static void reach(struct skep_walk *w, u32 end)
{
	if (end > w->verdict->stats.context_end)
		w->verdict->stats.context_end = end;
}

/* The context of the program. */
static bool access_context(struct skep_walk *w, const struct skep_access *a)
{
	struct skep_ctx_ask ask = {.size = a->size, .write = a->write};
	struct skep_field field = {0};
	s64 off;

	if (!skep_pointer_unmoved(w, a->reg, true))
		return false;
	if (skep_prog_row(w->in->prog_type)->traits & SKEP_PROG_T_BTF_CTX)
		return skep_kernel_context(w, a);
	off = a->off;
	ask.off = (u32)off;
	if (off < 0 || !skep_ctx_access(w->in->prog_type, w->in->attach_type, ask, &field))
		return refuse_field(w, a, off, &field);
	reach(w, (u32)off + a->size);
	if (a->write || a->value < 0)
		return true;
	if (a->sign && field.kind != SKEP_FIELD_SCALAR)
		return skep_refuse(
		    w, SKEP_RULE_CONTEXT,
		    "'%s' of the context is a pointer, and is read with sign extension",
		    field.name);
	return skep_reg_set(w, (u32)a->value, field_value(w, a, &field));
}

/* What else a table describes. */
static const u8 objects[SKEP_REG_COUNT] = {
    [SKEP_REG_SOCK_COMMON] = SKEP_OBJECT_SOCK_COMMON, [SKEP_REG_SOCKET] = SKEP_OBJECT_SOCKET,
    [SKEP_REG_TCP_SOCK] = SKEP_OBJECT_TCP_SOCK,	      [SKEP_REG_XDP_SOCK] = SKEP_OBJECT_XDP_SOCK,
    [SKEP_REG_FLOW_KEYS] = SKEP_OBJECT_FLOW_KEYS,
};

static bool access_object(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	struct skep_ctx_ask ask = {
	    .off = (u32)(r->off + a->off), .size = a->size, .write = a->write};
	struct skep_field field = {0};

	if (r->off + a->off < 0 || !skep_object_access(objects[r->type], ask, &field))
		return skep_refuse(w, SKEP_RULE_CONTEXT, "%s of %s cannot be %s",
				   skep_words_bytes(w, (s64)r->off + a->off, a->size),
				   skep_words_target(w, r), a->write ? "written" : "read");
	return a->write || a->value < 0 ||
	       skep_reg_set(w, (u32)a->value, field_value(w, a, &field));
}

bool skep_context_access(struct skep_walk *w, const struct skep_access *a)
{
	u8 type = skep_walk_reg(w, a->reg)->type;

	return type == SKEP_REG_CTX ? access_context(w, a) : access_object(w, a);
}

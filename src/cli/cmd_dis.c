/* SPDX-License-Identifier: BSD-2-Clause */
/* skep dis: bytes, hex and object files as a listing. What is no instruction is said, and all else
 * is listed; the exit code is 0 if the whole of the listing can be assembled. */
#include <string.h>

#include "base/diag.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "cli/usage.h"

struct dis_options {
	const char *section, *prog;
	u32 hex, raw, words, bytes, json, help;
};

#define OPTION(...) SKEP_OPTION_ROW(dis_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/dis_options.def"
};
#undef OPTION
const struct skep_options skep_options_dis = {rows, SKEP_COUNT(rows)};

/* One run. */
struct dis {
	const struct dis_options *options;
	const char *name; /* of the file */
	struct skep_buffer out;
	bool wrong; /* something was said */
};

static void say(struct dis *dis, const struct skep_diag *d)
{
	skep_out_failure(d, dis->name, NULL);
	dis->wrong = true;
}

static void list(struct dis *dis, const struct skep_prog *prog, const struct skep_object *object)
{
	struct skep_listing l = {.prog = prog,
				 .object = object,
				 .syntax =
				     dis->options->words ? SKEP_SYNTAX_MNEMONIC : SKEP_SYNTAX_LINUX,
				 .bytes = dis->options->bytes,
				 .json = dis->options->json};
	u32 more;

	skep_listing_print(&l, &dis->out);
	for (u32 i = 0; i < l.error_count && i < SKEP_LISTING_ERRORS; i++)
		say(dis, &l.errors[i]);
	more = l.error_count > SKEP_LISTING_ERRORS ? l.error_count - SKEP_LISTING_ERRORS : 0;
	if (more)
		skep_out_note("skep: %s: %u more are no instructions", dis->name, more);
}

/* Bytes behind the last whole instruction. */
static void list_rest(struct dis *dis, const char *bytes, size_t size)
{
	size_t rest = size % sizeof(struct bpf_insn);
	struct skep_diag d = {0};

	if (!rest)
		return;
	skep_fail_at(&d, SKEP_E_FORMAT, skep_place_offset(size - rest),
		     "the last %zu byte%s no whole instruction, which has 8", rest,
		     rest == 1 ? " is" : "s are");
	say(dis, &d);
	skep_buffer_text(&dis->out, dis->options->json ? "{\"rest\":\"" : "; no instruction: ");
	for (size_t i = size - rest; i < size; i++)
		skep_buffer_printf(&dis->out, "%02x", (u8)bytes[i]);
	skep_buffer_text(&dis->out, dis->options->json ? "\"}\n" : "\n");
}

static void list_bytes(struct dis *dis, const struct skep_buffer *bytes)
{
	const struct bpf_insn *insns = (const struct bpf_insn *)(const void *)bytes->data;
	struct skep_diag d = {0};
	struct skep_prog *prog =
	    bytes->count / sizeof(*insns) > UINT32_MAX
		? NULL
		: skep_prog_new(SKEP_PROG_RAW, insns, (u32)(bytes->count / sizeof(*insns)), &d);

	if (prog) {
		list(dis, prog, NULL);
		list_rest(dis, bytes->data, bytes->count);
	} else {
		skep_fail(&d, SKEP_E_LIMIT, "more than %u instructions", UINT32_MAX);
		say(dis, &d);
	}
	skep_prog_free(prog);
}

static enum skep_exit list_object(struct dis *dis, const struct skep_buffer *file)
{
	const struct skep_object_choice choice = {dis->options->section, dis->options->prog};
	struct skep_diag d = {0};
	struct skep_object *object =
	    skep_object_read(dis->name, file->data, file->count, &choice, &d);

	if (!object)
		return skep_out_failure(&d, NULL, NULL);
	list(dis, object->prog, object);
	skep_object_free(object);
	return SKEP_EXIT_OK;
}

static bool is_object(const struct skep_buffer *file)
{
	return file->count >= 4 && memcmp(file->data, "\177ELF", 4) == 0;
}

/* Bytes of a program that are all readable do not occur: opcodes come with registers, and these
 * with offsets and immediates that are mostly 0. */
static bool is_text(const struct skep_buffer *file)
{
	for (size_t i = 0; i < file->count; i++) {
		char c = file->data[i];

		if (!(c >= ' ' && c <= '~') && (!c || !strchr("\t\r\n", c)))
			return false;
	}
	return true;
}

/* A line that is not readable is not shown. */
static void list_hex(struct dis *dis, const struct skep_buffer *text)
{
	struct skep_buffer bytes = {0};
	struct skep_diag d = {0};

	if (skep_input_is_text(text, &d) && skep_input_hex(text->data, &bytes, &d)) {
		list_bytes(dis, &bytes);
	} else {
		skep_out_failure(&d, dis->name, is_text(text) ? text->data : NULL);
		dis->wrong = true;
	}
	skep_buffer_fini(&bytes);
}

static enum skep_exit list_file(struct dis *dis, const struct skep_buffer *file)
{
	const struct dis_options *o = dis->options;

	if (!o->hex && !o->raw && is_object(file))
		return list_object(dis, file);
	if (o->section || o->prog)
		return skep_out_usage("%s is no object file: %s belongs to one", dis->name,
				      o->section ? "--section" : "--prog");
	if (o->hex || (!o->raw && is_text(file)))
		list_hex(dis, file);
	else
		list_bytes(dis, file);
	return SKEP_EXIT_OK;
}

static enum skep_exit disassemble(const struct dis_options *o, const char *path)
{
	struct dis dis = {.options = o, .name = skep_input_name(path)};
	struct skep_buffer file = {0};
	struct skep_diag d = {0};
	enum skep_exit code = SKEP_EXIT_FAILED;

	if (skep_input_read(path, &file, &d))
		code = list_file(&dis, &file);
	else
		skep_out_failure(&d, NULL, NULL);
	if (dis.out.count && !skep_output_write(NULL, dis.out.data, dis.out.count, &d))
		code = skep_out_failure(&d, NULL, NULL);
	if (dis.out.failed) {
		skep_fail_nomem(&d);
		code = skep_out_failure(&d, NULL, NULL);
	}
	skep_buffer_fini(&dis.out);
	skep_buffer_fini(&file);
	return code == SKEP_EXIT_OK && dis.wrong ? SKEP_EXIT_FAILED : code;
}

enum skep_exit skep_cmd_dis(const struct skep_call *call)
{
	struct dis_options o = {0};
	int word = skep_options_parse(&skep_options_dis, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (o.hex && o.raw)
		return skep_out_usage("--hex and --raw contradict each other: the file has one "
				      "form");
	if (word + 1 < call->argc)
		return skep_out_usage("'%s': one file at a time", call->argv[word + 1]);
	return disassemble(&o, word < call->argc ? call->argv[word] : "-");
}

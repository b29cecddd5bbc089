/* SPDX-License-Identifier: BSD-2-Clause */
/* skep asm: from text to bytes, hex or JSON. */
#include <skep/asm.h>

#include "base/diag.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/insn_json.h"
#include "cli/usage.h"

struct asm_options {
	const char *output;
	u32 hex, raw, json, help;
};

#define OPTION(...) SKEP_OPTION_ROW(asm_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/asm_options.def"
};
#undef OPTION
const struct skep_options skep_options_asm = {rows, SKEP_COUNT(rows)};

static void add_hex(struct skep_buffer *b, const struct skep_prog *prog)
{
	for (u32 i = 0; i < prog->count; i++) {
		const u8 *bytes = (const u8 *)&prog->insns[i];

		for (size_t k = 0; k < sizeof(prog->insns[i]); k++)
			skep_buffer_printf(b, "%s%02x", k ? " " : "", bytes[k]);
		skep_buffer_text(b, "\n");
	}
}

static void add_json(struct skep_buffer *b, const struct skep_prog *prog)
{
	skep_json_data(b, prog);
	for (u32 i = 0; i < prog->count;) {
		skep_buffer_text(b, "{");
		i += skep_json_insn(b, &prog->insns[i], prog->count - i);
		skep_buffer_text(b, "}\n");
	}
}

/* Bytes and hex are the instructions alone. */
static void warn_of_data(const struct skep_prog *prog)
{
	struct skep_diag d = {0};

	if (!prog->data_count)
		return;
	skep_fail(&d, SKEP_E_INVALID,
		  "the output has the instructions alone, not the data and "
		  "maps that they have by index");
	skep_hint(&d, "-j has both");
	skep_out_warning(&d, NULL);
}

static enum skep_exit write_prog(const struct asm_options *o, const struct skep_prog *prog)
{
	bool raw = o->raw || (o->output && !o->hex && !o->json), ok;
	struct skep_buffer b = {0};
	struct skep_diag d = {0};

	if (!o->json)
		warn_of_data(prog);
	if (raw)
		skep_buffer_bytes(&b, prog->insns, prog->count * sizeof(prog->insns[0]));
	else if (o->json)
		add_json(&b, prog);
	else
		add_hex(&b, prog);
	ok = b.failed ? skep_fail_nomem(&d) : skep_output_write(o->output, b.data, b.count, &d);
	skep_buffer_fini(&b);
	return ok ? SKEP_EXIT_OK : skep_out_failure(&d, NULL, NULL);
}

static enum skep_exit assemble(const struct asm_options *o, const char *path)
{
	const char *name = skep_input_name(path);
	struct skep_buffer text = {0};
	struct skep_diag d = {0};
	struct skep_prog *prog = NULL;
	enum skep_exit code;
	bool read = skep_input_read(path, &text, &d);

	if (read && !skep_input_is_text(&text, &d))
		skep_hint(&d, "skep dis lists a program that is assembled already");
	else if (read)
		prog = skep_prog_parse(SKEP_PROG_RAW, text.data, &d);
	/* "cannot open" names the file already. */
	code = prog ? write_prog(o, prog)
		    : skep_out_failure(&d, read ? name : NULL, read ? text.data : NULL);
	skep_prog_free(prog);
	skep_buffer_fini(&text);
	return code;
}

enum skep_exit skep_cmd_asm(const struct skep_call *call)
{
	struct asm_options o = {0};
	int word = skep_options_parse(&skep_options_asm, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if ((o.hex != 0) + (o.raw != 0) + (o.json != 0) > 1)
		return skep_out_usage("--hex, --raw and -j contradict each other: the output has "
				      "one form");
	if (word + 1 < call->argc)
		return skep_out_usage("'%s': one file at a time", call->argv[word + 1]);
	return assemble(&o, word < call->argc ? call->argv[word] : "-");
}

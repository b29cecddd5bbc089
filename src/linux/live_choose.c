/* SPDX-License-Identifier: BSD-2-Clause */
/* Which program of an object goes to which hook. To each hook: the program that is named, else the
 * only one whose type fits. Without hooks: every program whose section says where. */
#include <bpf/libbpf.h>
#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "linux/explain.h"
#include "linux/live_parts.h"
#include "spec/spec.h"

/* ---- types */

/* Whether a program's section gives it a type that fits the hook. */
static bool fits(const struct bpf_program *prog, const struct skep_hook *hook)
{
	u32 type = bpf_program__type(prog);

	if (hook->row->prog == SKEP_HOOK_SECTION)
		return strstr(skep_prog_row(type) ? skep_prog_row(type)->name : "", "cgroup") ||
		       type == BPF_PROG_TYPE_SOCK_OPS;
	if (type == BPF_PROG_TYPE_TRACING &&
	    bpf_program__expected_attach_type(prog) != hook->row->attach_type)
		return false;
	return type == hook->row->prog;
}

/* Whether it gives it none: libbpf does not know the section. */
static bool is_open(const struct bpf_program *prog)
{
	return bpf_program__type(prog) == BPF_PROG_TYPE_UNSPEC;
}

static bool prepare_cgroup(struct bpf_program *prog, const struct skep_hook *hook,
			   struct skep_diag *d)
{
	bool bad;
	u32 type = skep_cgroup_attach_type(hook->args[1], &bad);

	if (bad) {
		skep_fail(d, SKEP_E_NAME, "cgroups have no place '%s'", hook->args[1]);
		return skep_hint(d,
				 "places are ingress, egress, sock_create, inet4_connect, sysctl, "
				 "device, setsockopt and others: skep doctor lists them");
	}
	if (type != SKEP_HOOK_SECTION)
		bpf_program__set_expected_attach_type(prog, type);
	return true;
}

/* Tells libbpf what the program is loaded as. */
static bool prepare(struct bpf_program *prog, const struct skep_hook *hook, struct skep_diag *d)
{
	const struct skep_hook_row *row = hook->row;
	int error = 0;

	if (row->prog == SKEP_HOOK_SECTION)
		return prepare_cgroup(prog, hook, d);
	bpf_program__set_type(prog, row->prog);
	bpf_program__set_expected_attach_type(prog, row->attach_type);
	if (row->prog == BPF_PROG_TYPE_TRACING || row->prog == BPF_PROG_TYPE_LSM)
		error = bpf_program__set_attach_target(prog, 0, hook->args[0]);
	if (!error)
		return true;
	skep_fail(d, SKEP_E_NAME, "the kernel's BTF has nothing of the name that %s:%s needs",
		  row->word, hook->args[0]);
	return skep_hint(d,
			 row->attach_type == BPF_TRACE_RAW_TP
			     ? "tp_btf takes the name of a tracepoint without its category"
			     : "bpftool btf dump file /sys/kernel/btf/vmlinux lists what there is");
}

/* ---- entries */

/* An entry of the same program; NULL: it is the first. */
static const struct skep_live_entry *find_other(const struct skep_live *live,
						const struct bpf_program *prog)
{
	for (u32 i = 0; i < live->entry_count; i++)
		if (live->entries[i]->attaching.prog == prog)
			return live->entries[i];
	return NULL;
}

/* Loads the program once for all its hooks. */
static bool prepare_once(const struct skep_live_entry *other, struct skep_live_entry *entry,
			 struct skep_diag *d)
{
	struct bpf_program *prog = entry->attaching.prog;
	const struct skep_hook_row *row = entry->hook.row;

	if (!other) {
		bpf_program__set_autoload(prog, true);
		bpf_program__set_log_buf(prog, entry->log, SKEP_LIVE_LOG);
		return prepare(prog, &entry->hook, d);
	}
	if (row->prog == other->hook.row->prog &&
	    row->attach_type == other->hook.row->attach_type &&
	    row->prog != BPF_PROG_TYPE_TRACING && row->prog != BPF_PROG_TYPE_LSM &&
	    row->prog != SKEP_HOOK_SECTION)
		return true;
	return skep_fail(d, SKEP_E_INVALID, "%s is loaded for %s: it cannot go to %s as well",
			 bpf_program__name(prog), other->hook.row->word, row->word);
}

static bool add(struct skep_live *live, struct bpf_program *prog, const struct skep_hook *hook,
		struct skep_diag *d)
{
	const struct skep_live_entry *other = find_other(live, prog);
	size_t size = (live->entry_count + 1) * sizeof(*live->entries);
	struct skep_live_entry **grown = skep_realloc(live->entries, size);
	struct skep_live_entry *entry = skep_alloc(sizeof(*entry));

	if (grown)
		live->entries = grown;
	if (!grown || !entry) {
		skep_free(entry);
		return skep_fail_nomem(d);
	}
	live->entries[live->entry_count++] = entry;
	entry->hook = *hook;
	/* The arguments point into the text, which is a copy now. */
	for (size_t i = 0; i < SKEP_COUNT(hook->args); i++)
		if (hook->args[i][0])
			entry->hook.args[i] = entry->hook.text + (hook->args[i] - hook->text);
	entry->attaching.hook = &entry->hook;
	entry->attaching.prog = prog;
	entry->attaching.object = live->object;
	entry->attaching.pid = live->options->pid;
	entry->log = skep_alloc(SKEP_LIVE_LOG);
	if (!entry->log)
		return skep_fail_nomem(d);
	return prepare_once(other, entry, d);
}

/* ---- messages */

static void list_programs(struct bpf_object *object, struct skep_diag *d)
{
	struct skep_buffer names = {0};
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, object)
	    skep_buffer_printf(&names, "%s%s (%s)", names.count ? ", " : "",
			       bpf_program__name(prog), bpf_program__section_name(prog));
	if (names.count && !names.failed)
		skep_hint(d, "there are %s", names.data);
	skep_buffer_fini(&names);
}

/* The hook whose word the section begins with, else the first for programs of its type; NULL if
 * there is none. */
static const struct skep_hook_row *row_for(const struct bpf_program *prog)
{
	const char *section = bpf_program__section_name(prog);
	const struct skep_hook_row *first = NULL;

	for (size_t i = 0; skep_hook_row(i); i++) {
		const struct skep_hook hook = {.row = skep_hook_row(i)};
		size_t length = strlen(hook.row->word);

		if (!fits(prog, &hook) && !is_open(prog))
			continue;
		if (strncmp(section, hook.row->word, length) == 0 && !isalnum(section[length]))
			return hook.row;
		first = first || is_open(prog) ? first : hook.row;
	}
	return first;
}

/* Whether Linux refuses all programs of the type, wherever they are to go; says so. */
static bool explain_type(const struct bpf_program *prog, struct skep_diag *d)
{
	u32 type = bpf_program__type(prog), attach = bpf_program__expected_attach_type(prog);

	if (!skep_linux_refuses_all(type, attach, EPERM))
		return false;
	skep_linux_explain_load(type, attach, EPERM, d);
	return true;
}

static bool fail_nowhere(struct skep_live *live, const struct bpf_program *prog,
			 struct skep_diag *d)
{
	const struct skep_hook_row *row = row_for(prog);

	if (explain_type(prog, d))
		return false;
	skep_fail(d, SKEP_E_NAME, "section %s of program %s does not say where to attach it",
		  bpf_program__section_name(prog), bpf_program__name(prog));
	if (row)
		return skep_hint(d, "skep attach %s %s:%s", live->options->path, row->word,
				 row->form);
	return skep_hint(d, "skep attach --help lists the hooks");
}

/* ---- choosing */

/* The last program that is meant; *count tells how many are. */
static struct bpf_program *find(struct skep_live *live, const struct skep_hook *hook, u32 *count)
{
	const char *name = live->options->prog;
	struct bpf_program *prog, *chosen = NULL, *open = NULL;
	u32 open_count = 0;

	*count = 0;
	bpf_object__for_each_program(prog, live->object)
	{
		bool wanted = name ? strcmp(bpf_program__name(prog), name) == 0 : fits(prog, hook);

		chosen = wanted ? prog : chosen;
		*count += wanted;
		open = is_open(prog) ? prog : open;
		open_count += is_open(prog);
	}
	if (*count || name)
		return chosen;
	*count = open_count;
	return open;
}

static bool choose_by_hook(struct skep_live *live, const char *text, struct skep_diag *d)
{
	const struct skep_live_options *o = live->options;
	struct bpf_program *chosen;
	struct skep_hook hook;
	u32 count;

	if (!skep_hook_read(&hook, text, d))
		return false;
	chosen = find(live, &hook, &count);
	if (count == 1 && (is_open(chosen) || fits(chosen, &hook)))
		return add(live, chosen, &hook, d);
	if (count == 1)
		return skep_fail(d, SKEP_E_INVALID,
				 "%s does not take program %s: its section is %s", text,
				 bpf_program__name(chosen), bpf_program__section_name(chosen));
	if (o->prog)
		skep_fail(d, SKEP_E_NAME, "there is no program %s", o->prog);
	else if (count)
		skep_fail(d, SKEP_E_NAME, "%u programs fit %s: say which with -p", count, text);
	else
		skep_fail(d, SKEP_E_NAME, "no program of the object fits %s", text);
	list_programs(live->object, d);
	return false;
}

static bool choose_by_hooks(struct skep_live *live, struct skep_diag *d)
{
	for (u32 i = 0; i < live->options->hook_count; i++)
		if (!choose_by_hook(live, live->options->hooks[i], d))
			return false;
	return true;
}

static bool choose_by_section(struct skep_live *live, struct skep_diag *d)
{
	const struct skep_live_options *o = live->options;
	struct bpf_program *prog, *last = NULL;
	struct skep_hook hook;
	u32 named = 0;

	bpf_object__for_each_program(prog, live->object)
	{
		if (o->prog && strcmp(bpf_program__name(prog), o->prog) != 0)
			continue;
		named++;
		last = prog;
		if (skep_hook_of_section(&hook, bpf_program__section_name(prog)) &&
		    !add(live, prog, &hook, d))
			return false;
	}
	if (live->entry_count)
		return true;
	if (last)
		return fail_nowhere(live, last, d);
	skep_fail(d, SKEP_E_NAME,
		  o->prog ? "there is no program %s" : "the object holds no program", o->prog);
	list_programs(live->object, d);
	return false;
}

/* Whether the link of a hook can be pinned; else says why not. */
static bool check_pin(const struct skep_live *live, const struct skep_hook_row *row,
		      struct skep_diag *d)
{
	static const struct {
		const char *word, *why, *hint;
	} rows[] = {
	    {"tc", "a filter of tc is the interface's, and no link holds it", "tcx can be pinned"},
	    {"socket", "Linux has no link for a socket's program, which goes with the socket",
	     "tcx:IFACE,ingress sees what comes in, too, and can be pinned"},
	    {"usdt", "each place of the mark has a link of its own, and a pin holds one",
	     "uprobe:BINARY:FUNCTION is one link, and can be pinned"},
	    {"perf", "each processor has a link of its own, and a pin holds one",
	     "with --pid PID it is one link, and can be pinned"},
	};
	u32 can = SKEP_HOOK_PIN | (live->options->pid ? SKEP_HOOK_PIN_PID : 0);

	if (row->traits & can)
		return true;
	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		if (strcmp(rows[i].word, row->word) == 0) {
			skep_fail(d, SKEP_E_INVALID, "--pin: %s cannot be pinned: %s", row->word,
				  rows[i].why);
			return skep_hint(d, "%s", rows[i].hint);
		}
	return skep_fail(d, SKEP_E_INVALID, "--pin: %s cannot be pinned", row->word);
}

/* Options that not every hook takes. */
static bool check(const struct skep_live *live, struct skep_diag *d)
{
	const struct skep_live_options *o = live->options;

	for (u32 i = 0; i < live->entry_count; i++) {
		const struct skep_hook_row *row = live->entries[i]->hook.row;

		if (o->pid && !(row->traits & SKEP_HOOK_PID)) {
			skep_fail(d, SKEP_E_INVALID, "--pid: %s runs for every process", row->word);
			return skep_hint(d, "compare bpf_get_current_pid_tgid() in the program");
		}
		if (o->pin && !check_pin(live, row, d))
			return false;
		if (o->replace && !(row->traits & SKEP_HOOK_REPLACE))
			return skep_fail(d, SKEP_E_INVALID,
					 "--replace: %s cannot be swapped, xdp and tcx can",
					 row->word);
	}
	if ((o->pin || o->replace) && live->entry_count != 1)
		return skep_fail(d, SKEP_E_INVALID,
				 "%s is for one program at one hook: say which with -p",
				 o->pin ? "--pin" : "--replace");
	return true;
}

bool skep_live_choose(struct skep_live *live, struct skep_diag *d)
{
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, live->object) bpf_program__set_autoload(prog, false);
	if (!(live->options->hook_count ? choose_by_hooks(live, d) : choose_by_section(live, d)))
		return false;
	return check(live, d);
}

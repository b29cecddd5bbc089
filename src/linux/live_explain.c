/* SPDX-License-Identifier: BSD-2-Clause */
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "linux/explain.h"
#include "linux/live_parts.h"
#include "object/log.h"
#include "spec/spec.h"

/* ---- loading */

static bool fail_refused(struct skep_live *live, const struct skep_live_entry *entry,
			 struct skep_buffer *log, struct skep_diag *d)
{
	const char *name = bpf_program__name(entry->attaching.prog);
	char what[96];

	if (log)
		skep_buffer_text(log, entry->log);
	snprintf(what, sizeof(what), "program %s", name);
	skep_linux_refused(entry->log, what, d);
	return skep_hint(d, "skep verify %s %s says why", live->options->path, name);
}

/* The entry that was refused, of which nothing is left; else the first. */
static const struct skep_live_entry *find_refused(const struct skep_live *live, int error)
{
	for (u32 i = 0; i < live->entry_count; i++) {
		const struct bpf_program *prog = live->entries[i]->attaching.prog;

		if (skep_linux_refuses_all(bpf_program__type(prog),
					   bpf_program__expected_attach_type(prog), error))
			return live->entries[i];
	}
	return live->entries[0];
}

bool skep_live_explain_load(struct skep_live *live, int error, struct skep_buffer *log,
			    struct skep_diag *d)
{
	struct skep_linux_failure f = {
	    .section = SKEP_LINUX_PROGRAMS, .call = "PROG_LOAD", .error = error};
	const struct skep_live_entry *entry;

	for (u32 i = 0; i < live->entry_count; i++)
		if (live->entries[i]->log[0])
			return fail_refused(live, live->entries[i], log, d);
	/* libbpf's words for these two are guesses. */
	if (error != EPERM && error != EACCES)
		return skep_log_fail(d, SKEP_E_SYSTEM,
				     (struct skep_log_task){"load", live->options->path}, error);
	entry = find_refused(live, error);
	f.prog_type = bpf_program__type(entry->attaching.prog);
	f.attach_type = bpf_program__expected_attach_type(entry->attaching.prog);
	f.name = skep_prog_row(f.prog_type) ? skep_prog_row(f.prog_type)->name : "";
	/* The hook's own row knows what to use instead. */
	if (f.prog_type == BPF_PROG_TYPE_TRACING || f.prog_type == BPF_PROG_TYPE_LSM) {
		f.section = SKEP_LINUX_ATTACH;
		f.name = entry->hook.row->probe;
	}
	return skep_linux_explain(NULL, &f, d);
}

/* ---- attaching */

/* What an error means where neither privilege nor the kernel is the reason. */
static bool explain_error(const struct skep_hook *hook, int error, struct skep_diag *d)
{
	static const struct {
		const char *word;
		int error;
		const char *what, *hint;
	} rows[] = {
#define HOOK_ERROR(word, error, what, hint) {#word, error, what, hint},
#include "linux/hook_errors.def"
#undef HOOK_ERROR
	};

	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		const char *place = strstr(rows[i].what, "%s");

		if (rows[i].error != error || strcmp(rows[i].word, hook->row->word) != 0)
			continue;
		skep_fail(d, SKEP_E_SYSTEM, "%.*s%s%s", (int)(place - rows[i].what), rows[i].what,
			  hook->args[0], place + 2);
		if (rows[i].hint[0])
			skep_hint(d, "%s", rows[i].hint);
		return true;
	}
	return false;
}

static void fail_word(const struct skep_hook *hook, const char *what, struct skep_diag *d)
{
	struct skep_buffer text = {0};

	skep_hook_text(hook, &text);
	skep_fail(d, SKEP_E_SYNTAX, "%s: no such %s", text.failed ? "" : text.data, what);
	skep_buffer_fini(&text);
}

static bool explain_rate(const struct skep_live_entry *entry, struct skep_diag *d)
{
	char line[24] = "";

	if (strcmp(entry->attaching.call, SKEP_ATTACHING_RATE) != 0)
		return false;
	skep_linux_line(SKEP_ATTACHING_RATE, line, sizeof(line));
	skep_fail(d, SKEP_E_LIMIT, "%s samples a second: Linux takes no more than %s",
		  entry->hook.args[1], line);
	skep_hint(d, "kernel.perf_event_max_sample_rate is the limit");
	return true;
}

/* The map that an iterator is to go over: it is not found, or not one for it. */
static bool explain_map(const struct skep_live_entry *entry, int error, struct skep_diag *d)
{
	const char *kind = entry->hook.args[0], *option = entry->hook.args[1];
	bool finding = strcmp(entry->attaching.call, SKEP_ATTACHING_MAP) == 0;
	const char *map = strchr(option, '=');

	if (strcmp(entry->hook.row->word, "iter") != 0 || strncmp(option, "map=", 4) != 0)
		return false;
	map++;
	if (finding && error == ENOENT) {
		skep_fail(d, SKEP_E_NAME, "there is no map %s, of the object or of Linux", map);
		skep_hint(d, "bpftool map lists those of Linux");
	} else if (finding && error == ENOTUNIQ) {
		skep_fail(d, SKEP_E_NAME, "several maps of Linux are named %s", map);
		skep_hint(d, "map=ID takes one: bpftool map lists their numbers");
	} else if (finding && error == EPERM) {
		skep_fail(d, SKEP_E_PERMISSION,
			  "a map that is not of the object needs "
			  "CAP_SYS_ADMIN to be found");
	} else if (error == EINVAL) {
		skep_fail(d, SKEP_E_SYSTEM, "the iterator %s does not go over the map %s", kind,
			  map);
		skep_hint(d, "bpf_map_elem goes over hashes and arrays, bpf_sk_storage_map over "
			     "storage of sockets, sockmap over sockets");
	} else if (error == EACCES) {
		skep_fail(d, SKEP_E_SYSTEM,
			  "the program reads or writes beyond the keys or "
			  "values of the map %s",
			  map);
	} else {
		return false;
	}
	return true;
}

/* Calls that are not the kernel's: what was said is wrong. */
static bool explain_words(const struct skep_live_entry *entry, struct skep_diag *d)
{
	static const char *const words[] = {"mode", "direction", "event",    "frequency",
					    "hook", "family",	 "priority", "option"};
	const struct skep_hook *hook = &entry->hook;
	const char *call = entry->attaching.call;

	if (strcmp(call, "if_nametoindex") == 0) {
		skep_fail(d, SKEP_E_NAME, "there is no interface %s", hook->args[0]);
		skep_hint(d, "ip link lists them; --netns looks in another network namespace");
		return true;
	}
	for (size_t i = 0; i < SKEP_COUNT(words); i++)
		if (strcmp(words[i], call) == 0) {
			fail_word(hook, call, d);
			skep_hint(d, "its form is %s:%s", hook->row->word, hook->row->form);
			return true;
		}
	return false;
}

bool skep_live_explain_attach(const struct skep_live_entry *entry, int error, struct skep_diag *d)
{
	const struct skep_hook *hook = &entry->hook;
	struct skep_linux_failure f = {
	    .section = SKEP_LINUX_ATTACH,
	    .name = hook->row->probe,
	    .call = entry->attaching.call ? entry->attaching.call : "LINK_CREATE",
	    .prog_type = bpf_program__type(entry->attaching.prog),
	    .attach_type = bpf_program__expected_attach_type(entry->attaching.prog),
	    .error = error,
	};
	struct skep_diag general = {0};

	if (explain_words(entry, d) || explain_rate(entry, d) || explain_map(entry, error, d))
		return false;
	if (error == ESRCH && entry->attaching.pid)
		return skep_fail(d, SKEP_E_NAME, "there is no process %d", entry->attaching.pid);
	/* hardware events are another thing than those of software */
	if (strcmp(hook->row->word, "perf") == 0 && error == ENOENT)
		f.name = "perf hardware cycles";
	skep_linux_explain(NULL, &f, &general);
	/* Found: a privilege, or something that the kernel lacks. */
	if (general.code == SKEP_E_SYSTEM && explain_error(hook, error, d))
		return false;
	if (d)
		*d = general;
	return false;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Looked at in this order: capabilities, what needs.def asks for, the version, the limit of locked
 * memory (kernels before 5.11), and at last whether the kernel refuses a broken program in the same
 * way: then it never came to the verifier, and the program is not the reason. */
#include "linux/explain.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/diag.h"
#include "linux/sys.h"
#include "spec/spec.h"

#define CAP(name) (1ULL << CAP_##name)

static const struct need {
	enum skep_linux_section section;
	const char *name;
	u64 capabilities;
	const char *words, *instead;
} needs[] = {
#define NEEDS(section, name, capabilities, words, instead)                                         \
	{SKEP_LINUX_##section, name, capabilities, words, instead},
#include "linux/needs.def"
#undef NEEDS
};

const char *skep_linux_section_name(enum skep_linux_section section)
{
	static const char *const names[] = {
	    [SKEP_LINUX_SYSTEM] = "system", [SKEP_LINUX_PROGRAMS] = "programs",
	    [SKEP_LINUX_MAPS] = "maps",	    [SKEP_LINUX_HELPERS] = "helpers",
	    [SKEP_LINUX_ATTACH] = "attach", [SKEP_LINUX_FEATURES] = "features",
	};

	return section < SKEP_LINUX_SECTIONS ? names[section] : "";
}

/* The row of a thing, else the one of its whole section; NULL if there is neither. */
static const struct need *find_need(enum skep_linux_section section, const char *name)
{
	const struct need *whole = NULL;

	for (size_t i = 0; i < SKEP_COUNT(needs); i++) {
		if (needs[i].section != section)
			continue;
		if (strcmp(needs[i].name, name) == 0)
			return &needs[i];
		if (!needs[i].name[0])
			whole = &needs[i];
	}
	return whole;
}

const char *skep_linux_instead(enum skep_linux_section section, const char *name)
{
	const struct need *need = find_need(section, name);

	return need ? need->instead : "";
}

/* One question with what is needed to answer it. */
struct inquiry {
	const struct skep_linux_facts *facts;
	const struct skep_linux_failure *f;
	const struct need *need; /* may be NULL */
	const struct need *prog; /* of the program's type; may be NULL */
	struct skep_diag *d;
};

static bool is_permission(int error)
{
	return error == EPERM || error == EACCES;
}

/* " (PROG_LOAD: EPERM)" */
static const char *ending(const struct inquiry *q, char text[80])
{
	const char *name = strerrorname_np(q->f->error);

	snprintf(text, 80, " (%s: %s)", q->f->call ? q->f->call : "bpf(2)",
		 name ? name : "unknown error");
	return text;
}

/* ---- capabilities */

/* What a helper wants besides its program. */
static u64 wanted_by_helper(const char *name)
{
	const struct skep_helper_row *row = skep_helper_row(skep_helper_find(name, strlen(name)));
	u64 wanted = 0;

	for (; row; row = skep_helper_next(row)) {
		wanted |= row->flags & SKEP_HELPER_PERFMON ? CAP(PERFMON) : 0;
		wanted |= row->flags & SKEP_HELPER_BPF ? CAP(BPF) : 0;
	}
	return wanted;
}

static u64 wanted_capabilities(const struct inquiry *q)
{
	const struct skep_prog_row *prog = skep_prog_row(q->f->prog_type);
	u64 wanted = q->need ? q->need->capabilities : 0;
	char line[16] = "0";

	if (q->f->section == SKEP_LINUX_HELPERS)
		wanted |= wanted_by_helper(q->f->name);
	if (!q->f->prog_type || !prog)
		return wanted;
	skep_linux_line("/proc/sys/kernel/unprivileged_bpf_disabled", line, sizeof(line));
	if (!(prog->traits & SKEP_PROG_T_UNPRIVILEGED) || line[0] != '0')
		wanted |= CAP(BPF);
	if (prog->traits & SKEP_PROG_T_NET_ADMIN)
		wanted |= CAP(NET_ADMIN);
	if (prog->traits & SKEP_PROG_T_PERFMON)
		wanted |= CAP(PERFMON);
	return wanted;
}

/* CAP_SYS_ADMIN stands for the ones that were once a part of it, and for CAP_NET_ADMIN in bpf(2).
 */
static bool granted(u32 capability)
{
	bool part = capability == CAP_BPF || capability == CAP_PERFMON;

	return skep_linux_has(capability) || (part && skep_linux_has(CAP_SYS_ADMIN));
}

static bool explain_capabilities(const struct inquiry *q)
{
	u64 wanted = wanted_capabilities(q);
	char missing[96] = "", end[80];
	u32 count = 0;

	for (u32 bit = 0; bit < 64; bit++) {
		size_t at = strlen(missing);

		if (!(wanted >> bit & 1) || granted(bit))
			continue;
		snprintf(missing + at, sizeof(missing) - at, "%s%s", count ? ", " : "",
			 skep_linux_capability_name(bit));
		count++;
	}
	if (!count)
		return false;
	skep_fail(q->d, SKEP_E_PERMISSION, "this process lacks %s%s", missing, ending(q, end));
	if (geteuid() == 0)
		skep_hint(q->d,
			  "the user is root: who started this process took %s away "
			  "(a container, capsh or setpriv)",
			  count == 1 ? "it" : "them");
	else
		skep_hint(q->d,
			  "run it as root, or with %s: setpriv --inh-caps, or setcap(8) on "
			  "the command",
			  count == 1 ? "this capability" : "these capabilities");
	return true;
}

/* ---- what needs.def asks for */

static int lockdown_level(const char *level)
{
	static const char *const levels[] = {"none", "integrity", "confidentiality"};

	for (size_t i = 0; i < SKEP_COUNT(levels); i++)
		if (strcmp(levels[i], level) == 0)
			return (int)i;
	return 0;
}

static bool fail_word(const struct inquiry *q, enum skep_error code, const char *cause)
{
	char end[80];

	skep_fail(q->d, code, "%s%s", cause, ending(q, end));
	return true;
}

static bool explain_word(const struct inquiry *q, const char *word)
{
	char cause[200];

	if (word[0] == '/' && access(word, F_OK) != 0) {
		snprintf(cause, sizeof(cause),
			 "there is no %s: this kernel or machine has no such %s", word,
			 strstr(word, "event_source") ? "counter or probe" : "thing");
		return fail_word(q, SKEP_E_UNSUPPORTED, cause);
	}
	if (strncmp(word, "CONFIG_", 7) == 0 &&
	    skep_linux_config(q->facts, word) == SKEP_CONFIG_OFF) {
		snprintf(cause, sizeof(cause), "this kernel is built without %s (%s says so)", word,
			 q->facts->config_path);
		return fail_word(q, SKEP_E_UNSUPPORTED, cause);
	}
	if (strncmp(word, "lockdown=", 9) == 0 &&
	    lockdown_level(q->facts->lockdown) > lockdown_level(word + 9)) {
		snprintf(cause, sizeof(cause),
			 "the kernel is locked down for %s (/sys/kernel/security/lockdown)",
			 q->facts->lockdown);
		return fail_word(q, SKEP_E_UNSUPPORTED, cause);
	}
	if (strncmp(word, "lsm=", 4) == 0 &&
	    skep_linux_fs_line("securityfs", "lsm", cause, sizeof(cause)) &&
	    !strstr(cause, word + 4)) {
		snprintf(cause, sizeof(cause),
			 "the security module %s is not among those that Linux was booted with",
			 word + 4);
		return fail_word(q, SKEP_E_UNSUPPORTED, cause);
	}
	return false;
}

static bool explain_words(const struct inquiry *q, const struct need *need)
{
	const char *at = need ? need->words : "";

	while (*at) {
		size_t length = strcspn(at, " ");
		char word[64];

		snprintf(word, sizeof(word), "%.*s", (int)length, at);
		if (explain_word(q, word))
			return true;
		at += length + (at[length] == ' ');
	}
	return false;
}

/* ---- version */

static u32 since(const struct skep_linux_failure *f)
{
	const struct skep_prog_row *prog = skep_prog_row(f->prog_type);
	const struct skep_attach_row *attach = skep_attach_row(f->attach_type);
	u32 version = f->prog_type && prog ? prog->since : 0;

	if (f->attach_type && attach && attach->since > version)
		version = attach->since;
	if (f->section == SKEP_LINUX_MAPS)
		for (u32 type = 1; skep_map_row(type); type++)
			if (strcmp(skep_map_row(type)->name, f->name) == 0)
				version = skep_map_row(type)->since;
	if (f->section == SKEP_LINUX_HELPERS && skep_helper_find(f->name, strlen(f->name)))
		version = skep_helper_row(skep_helper_find(f->name, strlen(f->name)))->since;
	return version;
}

static bool explain_version(const struct inquiry *q)
{
	u32 first = since(q->f);
	char end[80];

	if (!q->facts->version || first <= q->facts->version)
		return false;
	skep_fail(q->d, SKEP_E_UNSUPPORTED, "Linux has it from %u.%u on, this is %s%s", first / 100,
		  first % 100, q->facts->release, ending(q, end));
	return true;
}

/* ---- locked memory, and the perf sysctl */

static bool explain_limits(const struct inquiry *q)
{
	struct rlimit limit = {0};
	char line[16] = "";

	if (q->facts->version && q->facts->version < 511 && q->f->error == EPERM &&
	    getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
		skep_fail(q->d, SKEP_E_LIMIT,
			  "Linux %s counts BPF memory as locked, and the limit is %llu bytes",
			  q->facts->release, (unsigned long long)limit.rlim_cur);
		skep_hint(q->d, "raise it: ulimit -l unlimited");
		return true;
	}
	if (q->f->call && strcmp(q->f->call, "perf_event_open") == 0 && !granted(CAP_PERFMON) &&
	    skep_linux_line("/proc/sys/kernel/perf_event_paranoid", line, sizeof(line))) {
		skep_fail(q->d, SKEP_E_PERMISSION,
			  "kernel.perf_event_paranoid is %s and this process lacks CAP_PERFMON",
			  line);
		return true;
	}
	return false;
}

/* ---- a rule of this kernel alone */

/* Whether a program that no verifier accepts is refused with the same errno. */
static bool refused_unseen(const struct skep_linux_failure *f)
{
	static const struct bpf_insn unknown[] = {{.code = 0xff}, {.code = BPF_JMP | BPF_EXIT}};
	const struct skep_linux_prog prog = {.type = f->prog_type,
					     .attach = f->attach_type,
					     .btf_id = f->btf_id,
					     .insns = unknown,
					     .count = SKEP_COUNT(unknown)};
	int fd = skep_linux_load(&prog);

	if (fd >= 0)
		close(fd);
	return fd == -f->error;
}

bool skep_linux_refuses_all(u32 prog_type, u32 attach_type, int error)
{
	const struct skep_linux_failure f = {
	    .prog_type = prog_type, .attach_type = attach_type, .error = error};

	return refused_unseen(&f);
}

static bool explain_unseen(const struct inquiry *q)
{
	const struct skep_linux_failure *f = q->f;
	const struct skep_prog_row *prog = skep_prog_row(f->prog_type);
	const struct skep_attach_row *attach = skep_attach_row(f->attach_type);

	if (!f->prog_type || !is_permission(f->error) || !f->call ||
	    strcmp(f->call, "PROG_LOAD") != 0 || !refused_unseen(f))
		return false;
	skep_fail(q->d, SKEP_E_UNSUPPORTED,
		  "Linux %s refuses every %s program%s%s before its verifier sees it (PROG_LOAD: "
		  "%s; the same for an instruction that does not exist): capabilities, "
		  "configuration and lockdown (%s) allow it",
		  q->facts->release, prog ? prog->name : "such",
		  f->attach_type && attach ? " for " : "",
		  f->attach_type && attach ? attach->name : "", strerrorname_np(f->error),
		  q->facts->lockdown[0] ? q->facts->lockdown : "not known");
	if (!q->need || !q->need->instead[0])
		skep_hint(q->d, "it is a rule of this kernel, not of ulimit -l");
	return true;
}

/* ---- the answer */

static void explain_not_known(const struct inquiry *q)
{
	char end[80];

	if (!q->facts->config)
		skep_fail(q->d, SKEP_E_SYSTEM,
			  "%s%s; no capability is missing, and how the kernel is built cannot be "
			  "read (neither /proc/config.gz nor /boot)",
			  strerror(q->f->error), ending(q, end));
	else
		skep_fail(q->d, SKEP_E_SYSTEM,
			  "%s%s; no cause was found in capabilities, configuration, version and "
			  "lockdown",
			  strerror(q->f->error), ending(q, end));
}

/* The verifier answers EINVAL to what it would allow to others. */
static bool may_be_privilege(const struct skep_linux_failure *f)
{
	return is_permission(f->error) || f->section == SKEP_LINUX_HELPERS ||
	       (f->error == EINVAL && strcmp(f->call ? f->call : "", "PROG_LOAD") == 0);
}

/* Where tracefs is not mounted, skep mounts it for itself; its files are root's. */
static bool explain_tracefs(const struct inquiry *q)
{
	if (q->f->error != EACCES || strcmp(q->f->call ? q->f->call : "", "tracefs") != 0)
		return false;
	return skep_fail(q->d, SKEP_E_PERMISSION,
			 "the files of tracefs are root's, and not for this user") ||
	       true;
}

static void inquire(const struct inquiry *q)
{
	/* Words of the thing itself say more than those of its program's type. */
	bool found = explain_tracefs(q) || (may_be_privilege(q->f) && explain_capabilities(q)) ||
		     explain_words(q, q->need) || explain_words(q, q->prog) || explain_version(q) ||
		     (is_permission(q->f->error) && (explain_limits(q) || explain_unseen(q)));
	const char *instead = q->need ? q->need->instead : "";

	if (!found)
		explain_not_known(q);
	if (instead[0])
		skep_hint(q->d, "what to use instead: %s", instead);
}

bool skep_linux_explain(const struct skep_linux_facts *facts, const struct skep_linux_failure *f,
			struct skep_diag *d)
{
	static const char tracefs[] = "tracefs";
	bool files = f->call && strcmp(f->call, tracefs) == 0;
	const struct skep_prog_row *row =
	    f->prog_type && !files ? skep_prog_row(f->prog_type) : NULL;
	struct skep_linux_facts own = {0};
	struct inquiry q = {.facts = facts, .f = f, .d = d};
	struct skep_diag unwanted = {0};

	q.need = find_need(f->section, files ? tracefs : f->name);
	if (row)
		q.prog = find_need(SKEP_LINUX_PROGRAMS, row->name);
	if (!d)
		q.d = &unwanted;
	if (!facts) {
		skep_linux_facts_init(&own);
		q.facts = &own;
	}
	inquire(&q);
	skep_linux_facts_fini(&own);
	return false;
}

bool skep_linux_explain_load(u32 prog_type, u32 attach_type, int error, struct skep_diag *d)
{
	const struct skep_prog_row *row = skep_prog_row(prog_type);
	const struct skep_linux_failure f = {
	    .section = SKEP_LINUX_PROGRAMS,
	    .name = row ? row->name : "",
	    .call = "PROG_LOAD",
	    .prog_type = prog_type,
	    .attach_type = attach_type,
	    .error = error,
	};

	return skep_linux_explain(NULL, &f, d);
}

/* The last line that the verifier wrote before its figures. */
static void last_line(const char *log, char *line, size_t size)
{
	const char *end = strstr(log, "\nverification time "), *start;

	if (!end)
		end = strstr(log, "\nprocessed ");
	if (!end)
		end = log + strlen(log);
	while (end > log && end[-1] == '\n')
		end--;
	for (start = end; start > log && start[-1] != '\n';)
		start--;
	snprintf(line, size, "%.*s", (int)(end - start), start);
}

/* Without CAP_PERFMON, the verifier allows less: no pointer may be seen as a number, and what could
 * be read in speculation counts. Its messages then end in one of these. */
bool skep_linux_wants_perfmon(const char *log)
{
	static const char *const ends[] = {"!root", "unprivileged"};
	char line[200];

	last_line(log, line, sizeof(line));
	for (size_t i = 0; i < SKEP_COUNT(ends); i++)
		if (strstr(line, ends[i]))
			return !granted(CAP_PERFMON);
	return false;
}

bool skep_linux_refused(const char *log, const char *what, struct skep_diag *d)
{
	char line[200];

	last_line(log, line, sizeof(line));
	if (!skep_linux_wants_perfmon(log))
		return skep_fail(d, SKEP_E_REFUSED, "Linux's verifier refuses %s: %s", what, line);
	skep_fail(d, SKEP_E_PERMISSION, "Linux's verifier refuses %s to who lacks CAP_PERFMON: %s",
		  what, line);
	return skep_hint(d, "with CAP_PERFMON it allows more");
}

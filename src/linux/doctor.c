/* SPDX-License-Identifier: BSD-2-Clause */
/* The probes run in a child, which has left for a network namespace of its own; rows come through a
 * pipe. Whichever of the two is left removes the cgroup, so that nothing stays when one is killed.
 */
#include "linux/doctor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "linux/probe.h"
#include "linux/system.h"
#include "spec/spec.h"

enum {
	PROGS = BPF_PROG_TYPE_NETFILTER,
	HELPERS = 211,
	ATTACH_TYPES = 58, /* of Linux 6.18 */
};

/* The child. */
struct examination {
	struct skep_scene *scene;
	u32 sections;
	int pipe;
	/* Attach types with which programs of a type can be loaded, as far as was asked. */
	u64 loadable[PROGS + 1];
};

const char *skep_doctor_state_name(enum skep_doctor_state state)
{
	static const char *const names[] = {
	    [SKEP_DOCTOR_WORKS] = "works",
	    [SKEP_DOCTOR_REFUSED] = "refused",
	    [SKEP_DOCTOR_UNTRIED] = "not tried",
	    [SKEP_DOCTOR_TELLS] = "tells",
	};

	return state < SKEP_DOCTOR_STATES ? names[state] : "";
}

/* ---- one row */

static void send_row(void *context, const struct skep_doctor_row *row)
{
	const struct examination *e = context;

	/* Nobody reads any more: what is the probes' own is given back by the end. */
	if (write(e->pipe, row, sizeof(*row)) == sizeof(*row))
		return;
	skep_scene_clean(getpid());
	_exit(1);
}

static void tell_untried(struct skep_doctor_row *row, int result, const struct skep_scene *scene)
{
	row->state = SKEP_DOCTOR_UNTRIED;
	switch (result) {
	case SKEP_PROBE_NO_NETWORK:
		snprintf(row->why, sizeof(row->why),
			 "there is no network namespace of its own to try it in: %s%s",
			 strerror(scene->no_network),
			 scene->no_network == EPERM ? ": unshare(2) needs CAP_SYS_ADMIN" : "");
		break;
	case SKEP_PROBE_NO_CGROUP:
		snprintf(row->why, sizeof(row->why),
			 "there is no cgroup of its own to try it on: %s",
			 strerror(scene->no_cgroup));
		break;
	default:
		snprintf(row->why, sizeof(row->why), "it needs a device that can do it");
	}
}

/* Tells the result of a probe: *f says what was tried. */
static void tell(struct examination *e, struct skep_linux_failure *f, int result)
{
	struct skep_doctor_row row = {.section = f->section, .state = SKEP_DOCTOR_WORKS};
	struct skep_diag d = {0};

	snprintf(row.name, sizeof(row.name), "%s", f->name);
	if (result <= SKEP_PROBE_NO_NETWORK) {
		tell_untried(&row, result, e->scene);
	} else if (result < 0) {
		f->error = row.error = -result;
		f->call = e->scene->call;
		f->btf_id = e->scene->btf_id;
		skep_linux_explain(e->scene->facts, f, &d);
		row.state = SKEP_DOCTOR_REFUSED;
		snprintf(row.why, sizeof(row.why), "%s", d.what);
		snprintf(row.hint, sizeof(row.hint), "%s", d.hint);
	}
	send_row(e, &row);
}

/* ---- program types */

/* Tries a type with its attach types: all that can matter, else until one is loaded. 0, or the
 * first -errno. */
static int try_type(struct examination *e, const struct skep_prog_row *row, u32 *attach)
{
	bool all = row->traits & (SKEP_PROG_T_ATTACH | SKEP_PROG_T_BTF_CTX);
	int first = 0;

	for (u32 i = 0; i < ATTACH_TYPES && (all || !e->loadable[row->type]); i++) {
		const struct skep_scene_prog prog = {.type = row->type, .attach = i};
		int fd;

		if (!(row->attaches & skep_attach_bit(i)))
			continue;
		fd = skep_scene_load(e->scene, &prog);
		if (fd >= 0) {
			close(fd);
			e->loadable[row->type] |= skep_attach_bit(i);
		} else if (!first) {
			first = fd;
			*attach = i;
		}
	}
	return e->loadable[row->type] ? 0 : first;
}

static void examine_programs(struct examination *e, bool wanted)
{
	for (u32 type = 1; type <= PROGS; type++) {
		const struct skep_prog_row *row = skep_prog_row(type);
		struct skep_linux_failure f = {
		    .section = SKEP_LINUX_PROGRAMS, .name = row->name, .prog_type = type};
		int result = try_type(e, row, &f.attach_type);

		/* A program that replaces another one needs the other one. */
		if (wanted && type == BPF_PROG_TYPE_EXT) {
			static const struct skep_probe ext = {.prog = BPF_PROG_TYPE_EXT};

			result = skep_try_freplace(e->scene, &ext);
		}
		if (wanted)
			tell(e, &f, result);
	}
}

/* ---- map types */

static void examine_maps(struct examination *e)
{
	for (u32 type = 1; skep_map_row(type); type++) {
		struct skep_linux_failure f = {.section = SKEP_LINUX_MAPS,
					       .name = skep_map_row(type)->name};
		int map = skep_scene_map(e->scene, type, 0);

		tell(e, &f, map);
		if (map >= 0)
			close(map);
	}
}

/* ---- helpers: each is called without arguments, and the verifier's log says if that is what it
 * minds */

static bool refused_helper(const char *log)
{
	static const char *const refusals[] = {
	    "program of this type cannot use helper",
	    "invalid func",
	    "unknown func",
	    "not allowed in probe",
	    "not supported for program type",
	    "supported only for fentry/fexit",
	};

	for (size_t i = 0; i < SKEP_COUNT(refusals); i++)
		if (strstr(log, refusals[i]))
			return true;
	return false;
}

/* A type that may call the helper and that can be loaded here. */
static bool find_caller(const struct examination *e, s32 number, struct skep_scene_prog *prog)
{
	for (u32 type = 1; type <= PROGS; type++)
		for (u32 attach = 0; attach < ATTACH_TYPES; attach++)
			if (e->loadable[type] & skep_attach_bit(attach) &&
			    skep_helper_for(number, (struct skep_caller){type, attach, 0})) {
				*prog = (struct skep_scene_prog){.type = type, .attach = attach};
				return true;
			}
	return false;
}

/* Which programs may call it. */
static void list_callers(s32 number, char *text, size_t size)
{
	size_t at = 0;

	text[0] = '\0';
	for (u32 type = 1; type <= PROGS; type++) {
		bool may = false;

		for (u32 attach = 0; attach < ATTACH_TYPES && !may; attach++)
			may = skep_helper_for(number, (struct skep_caller){type, attach, 0});
		if (may && at < size)
			at += (size_t)snprintf(text + at, size - at, "%s%s", at ? ", " : "",
					       skep_prog_row(type)->name);
	}
}

static void tell_no_caller(struct examination *e, const struct skep_helper_row *helper)
{
	struct skep_doctor_row row = {.section = SKEP_LINUX_HELPERS, .state = SKEP_DOCTOR_UNTRIED};
	char callers[200];

	list_callers(helper->number, callers, sizeof(callers));
	snprintf(row.name, sizeof(row.name), "%s", helper->name);
	snprintf(row.why, sizeof(row.why),
		 "none of the programs that may call it (%s) can be loaded here", callers);
	send_row(e, &row);
}

static void examine_helper(struct examination *e, s32 number)
{
	const struct skep_helper_row *helper = skep_helper_row(number);
	const struct bpf_insn insns[] = {
	    {.code = BPF_JMP | BPF_CALL, .imm = number},
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K},
	    {.code = BPF_JMP | BPF_EXIT},
	};
	struct skep_linux_failure f = {.section = SKEP_LINUX_HELPERS};
	struct skep_scene_prog prog;
	int fd;

	if (!helper)
		return;
	f.name = helper->name;
	if (!find_caller(e, number, &prog)) {
		tell_no_caller(e, helper);
		return;
	}
	fd = skep_scene_load_code(e->scene, &prog, insns, SKEP_COUNT(insns));
	if (fd >= 0)
		close(fd);
	f.prog_type = prog.type;
	f.attach_type = prog.attach;
	/* Without arguments the call is refused; what counts is whether the helper is there. */
	tell(e, &f, fd < 0 && (!e->scene->log[0] || refused_helper(e->scene->log)) ? fd : 0);
}

static void examine_helpers(struct examination *e)
{
	for (s32 number = 1; number <= HELPERS; number++)
		examine_helper(e, number);
}

/* ---- the rest */

static void examine_probes(struct examination *e, enum skep_linux_section section)
{
	for (size_t i = 0; i < skep_probe_count; i++) {
		const struct skep_probe *probe = &skep_probes[i];
		struct skep_linux_failure f = {.section = section,
					       .name = probe->name,
					       .prog_type = probe->prog,
					       .attach_type = probe->attach};

		if (probe->section != section)
			continue;
		e->scene->call = NULL;
		e->scene->btf_id = 0;
		tell(e, &f, probe->run(e->scene, probe));
	}
}

static void examine(struct examination *e)
{
	/* Helpers need to know which programs can be loaded. */
	if (e->sections & (1U << SKEP_LINUX_PROGRAMS | 1U << SKEP_LINUX_HELPERS))
		examine_programs(e, e->sections >> SKEP_LINUX_PROGRAMS & 1);
	if (e->sections >> SKEP_LINUX_MAPS & 1)
		examine_maps(e);
	if (e->sections >> SKEP_LINUX_HELPERS & 1)
		examine_helpers(e);
	if (e->sections >> SKEP_LINUX_ATTACH & 1)
		examine_probes(e, SKEP_LINUX_ATTACH);
	if (e->sections >> SKEP_LINUX_FEATURES & 1)
		examine_probes(e, SKEP_LINUX_FEATURES);
}

static int run_child(const struct skep_doctor *doctor, int pipe)
{
	struct examination e = {.sections = doctor->sections, .pipe = pipe};
	struct skep_linux_facts facts;
	int id = getpid();

	signal(SIGPIPE, SIG_IGN);
	e.scene = skep_alloc(sizeof(*e.scene));
	if (!e.scene)
		return 1;
	skep_linux_facts_init(&facts);
	/* Some settings are those of the first network namespace alone. */
	if (e.sections >> SKEP_LINUX_SYSTEM & 1)
		skep_system_tell(&facts, send_row, &e);
	skep_scene_init(e.scene, &facts, id);
	examine(&e);
	skep_scene_fini(e.scene);
	skep_scene_clean(id);
	skep_linux_facts_fini(&facts);
	skep_free(e.scene);
	return 0;
}

/* Hands on all rows of the child; the last one is left in *last. */
static void read_rows(const struct skep_doctor *doctor, int pipe, struct skep_doctor_row *last)
{
	struct skep_doctor_row row;
	size_t have = 0;

	for (;;) {
		ssize_t count = read(pipe, (char *)&row + have, sizeof(row) - have);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return;
		have += (size_t)count;
		if (have == sizeof(row)) {
			have = 0;
			*last = row;
			doctor->each(doctor->context, &row);
		}
	}
}

bool skep_doctor_examine(const struct skep_doctor *doctor, struct skep_diag *d)
{
	struct skep_doctor_row last = {0};
	int pipes[2], status;
	pid_t child;

	if (pipe(pipes) < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "pipe: %s", strerror(errno));
	child = fork();
	if (child == 0) {
		close(pipes[0]);
		_exit(run_child(doctor, pipes[1]));
	}
	close(pipes[1]);
	if (child > 0)
		read_rows(doctor, pipes[0], &last);
	close(pipes[0]);
	if (child < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "fork: %s", strerror(errno));
	waitpid(child, &status, 0);
	skep_scene_clean(child);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	return skep_fail(d, SKEP_E_SYSTEM, "the examination ended behind '%s'%s%s", last.name,
			 WIFSIGNALED(status) ? ": " : "",
			 WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "");
}

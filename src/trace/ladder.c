/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/ladder.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/diag.h"
#include "linux/explain.h"
#include "object/log.h"
#include "trace/netns.h"

struct skep_rung {
	const char *name, *section, *words, *probe;
	u32 prog_type, attach_type;
	const char *call, *folder;
};

enum { BPF_NONE };

static const struct skep_rung rungs[] = {
#define RUNG(name, section, words, probe, type, attach, call, folder)                              \
	{#name, section, words, probe, BPF_PROG_TYPE_##type, BPF_##attach, call, folder},
#include "trace/rungs.def"
#undef RUNG
};

/* Programs that walk over what is there already, or look at what is left, belong to every
 * mechanism. */
static const char walks[] = "iter/", ends[] = "syscall";

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

bool skep_ladder_knows(const char *name)
{
	for (size_t i = 0; i < SKEP_COUNT(rungs); i++)
		if (strcmp(rungs[i].name, name) == 0)
			return true;
	return false;
}

/* ---- what did not work */

/* A privilege, or something that this kernel lacks, is found by explain; libbpf's own words else.
 */
static bool explain(const struct skep_ladder *l, const char *call, int error, struct skep_diag *d)
{
	struct skep_linux_failure f = {
	    .section = SKEP_LINUX_ATTACH,
	    .name = l->rung->probe,
	    .call = call,
	    .prog_type = l->rung->prog_type,
	    .attach_type = l->rung->attach_type,
	    .error = error,
	};

	if (l->rung->folder[0] && access(l->rung->folder, F_OK) < 0) {
		skep_fail(d, SKEP_E_UNSUPPORTED, "there is no %s", l->rung->folder);
		return skep_hint(d, "mount -t tracefs tracefs /sys/kernel/tracing");
	}
	if (error == EPERM || error == EACCES || error == ESRCH || error == ENOENT)
		return skep_linux_explain(NULL, &f, d);
	return skep_log_fail(d, SKEP_E_SYSTEM, (struct skep_log_task){"trace", l->tool->name},
			     error);
}

bool skep_ladder_keep(struct skep_ladder *l, struct bpf_link *link, struct skep_diag *d)
{
	if (!link)
		return explain(l, l->rung->call, errno, d);
	if (SKEP_PUSH(&l->links, link))
		return true;
	bpf_link__destroy(link);
	return skep_fail_nomem(d);
}

/* ---- one mechanism */

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000 + (u64)t.tv_nsec;
}

static bool set_filter(struct skep_ladder *l, struct skep_diag *d)
{
	struct bpf_map *map = bpf_object__find_map_by_name(l->object, ".rodata.filter");
	struct skep_trace_filter own = l->wish.filter;

	own.self = (u32)getpid();
	own.begun = now();
	own.stacks = l->wish.stacks;
	own.step = l->wish.step;
	own.truth = own.by & SKEP_TRACE_BY_NET ? own.net : skep_trace_netns_own();
	if (!map || bpf_map__set_initial_value(map, &own, sizeof(own)))
		return skep_fail(d, SKEP_E_FORMAT, "%s has no filter to set", l->tool->name);
	return true;
}

/* libbpf keeps nothing of the bytes. */
static bool open_bytes(struct skep_ladder *l, struct skep_diag *d)
{
	const struct skep_trace_object *o = l->tool->object;
	u8 *own = l->wish.matcher ? skep_alloc(o->size) : NULL;
	LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = l->tool->name);

	if (l->wish.matcher && !own)
		return skep_fail_nomem(d);
	if (own)
		memcpy(own, o->bytes, o->size);
	if (own && !skep_trace_matcher_place(own, o->size, l->wish.matcher, d)) {
		skep_free(own);
		return false;
	}
	l->object = bpf_object__open_mem(own ? own : o->bytes, o->size, &options);
	skep_free(own);
	return l->object || skep_log_fail(d, SKEP_E_FORMAT,
					  (struct skep_log_task){"open", l->tool->name}, errno);
}

static bool open_object(struct skep_ladder *l, struct skep_diag *d)
{
	const struct skep_trace_object *o = l->tool->object;

	if (!o->size) {
		skep_fail(d, SKEP_E_UNSUPPORTED, "this skep has no programs for %s", l->tool->name);
		return skep_hint(d, "they are compiled when skep is built with clang there");
	}
	return open_bytes(l, d) && set_filter(l, d);
}

/* Leaves out the programs of other mechanisms; how many are of this one. */
static u32 choose(struct skep_ladder *l)
{
	struct bpf_program *prog;
	u32 count = 0;

	bpf_object__for_each_program(prog, l->object)
	{
		bool own = begins(bpf_program__section_name(prog), l->rung->section);

		count += own;
		bpf_program__set_autoload(prog,
					  own || begins(bpf_program__section_name(prog), walks) ||
					      begins(bpf_program__section_name(prog), ends));
	}
	return count;
}

/* What begins while it walks is seen by the programs that are attached already. */
static bool walk(const struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d)
{
	struct bpf_link *link = bpf_program__attach(prog);
	int fd = link ? bpf_iter_create(bpf_link__fd(link)) : -1;
	bool ok = fd >= 0 || skep_fail(d, SKEP_E_SYSTEM, "%s cannot look at the tasks: %s",
				       l->tool->name, strerror(errno));
	char nothing[64];

	while (ok && read(fd, nothing, sizeof(nothing)) > 0)
		;
	if (fd >= 0)
		close(fd);
	bpf_link__destroy(link);
	return ok;
}

static bool attach_all(struct skep_ladder *l, struct skep_diag *d)
{
	bool (*attach)(struct skep_ladder *, struct bpf_program *, struct skep_diag *) =
	    l->tool->view->attach;
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, l->object)
	{
		const char *section = bpf_program__section_name(prog);

		if (!bpf_program__autoload(prog) || begins(section, walks) || begins(section, ends))
			continue;
		if (attach ? !attach(l, prog, d)
			   : !skep_ladder_keep(l, bpf_program__attach(prog), d))
			return false;
	}
	bpf_object__for_each_program(
	    prog, l->object) if (begins(bpf_program__section_name(prog), walks) &&
				 !walk(l, prog, d)) return false;
	return true;
}

static bool stand(struct skep_ladder *l, struct skep_diag *d)
{
	int error = -bpf_object__load(l->object);

	if (error)
		return explain(l, "PROG_LOAD", error, d);
	return attach_all(l, d);
}

/* ---- all of them */

/* *tried: whether the tool has programs for it. */
static bool try(struct skep_ladder *l, const struct skep_rung *rung, bool *tried,
		struct skep_diag *d)
{
	l->rung = rung;
	*tried = true;
	skep_log_begin();
	if (!open_object(l, d))
		return false;
	*tried = choose(l) > 0;
	if (*tried && stand(l, d))
		return true;
	skep_ladder_fini(l);
	return false;
}

bool skep_ladder_climb(struct skep_ladder *l, struct skep_diag *d)
{
	struct skep_diag later = {0};
	bool any = false, tried;

	for (size_t i = 0; i < SKEP_COUNT(rungs); i++) {
		if (l->wish.via && strcmp(l->wish.via, rungs[i].name) != 0)
			continue;
		if (try(l, &rungs[i], &tried, any ? &later : d))
			return true;
		any = any || tried;
	}
	return any ? false
		   : skep_fail(d, SKEP_E_INVALID, "it has no programs for the mechanism %s",
			       l->wish.via ? l->wish.via : "");
}

void skep_ladder_describe(const struct skep_ladder *l, struct skep_buffer *b)
{
	struct bpf_program *prog;
	const char *comma = "";
	size_t count = 0;

	if (l->wish.target) {
		skep_buffer_printf(b, "%s %s", l->rung->words, l->wish.target);
		return;
	}
	bpf_object__for_each_program(prog, l->object)
	{
		count += begins(bpf_program__section_name(prog), l->rung->section);
	}
	skep_buffer_printf(b, "%s%s", l->rung->words, count > 1 ? "s" : "");
	bpf_object__for_each_program(prog, l->object)
	{
		const char *section = bpf_program__section_name(prog), *name;

		if (!begins(section, l->rung->section))
			continue;
		name = strrchr(section, '/');
		skep_buffer_printf(b, "%s %s", comma, name ? name + 1 : section);
		comma = ",";
	}
}

/* ---- the end */

static void look_at_rest(const struct skep_ladder *l)
{
	LIBBPF_OPTS(bpf_test_run_opts, options);
	struct bpf_program *prog;

	bpf_object__for_each_program(prog,
				     l->object) if (begins(bpf_program__section_name(prog), ends))
	    bpf_prog_test_run_opts(bpf_program__fd(prog), &options);
}

/* The last one that was attached goes first: a tool that has to see an end for each beginning names
 * the ends first. */
void skep_ladder_detach(struct skep_ladder *l)
{
	if (l->links.count)
		look_at_rest(l);
	while (l->links.count)
		bpf_link__destroy(l->links.data[--l->links.count]);
}

void skep_ladder_fini(struct skep_ladder *l)
{
	skep_ladder_detach(l);
	skep_free(l->links.data);
	skep_places_fini(&l->places);
	bpf_object__close(l->object);
	l->links = (struct skep_links){0};
	l->object = NULL;
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* Only the chosen program is loaded, and where there is a map of programs all others besides,
 * because it may go on in them, and libbpf puts into the map what the file says. */
#include "object/running.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "object/log.h"
#include "object/running_parts.h"
#include "object/sections.h"
#include "object/sides.h"
#include "object/tell.h"
#include "object/verdicts.h"
#include "preload/route.h"
#include "syscall/run.h"
#include "syscall/skep.h"
#include "verify/verify.h"

enum { LOG_SIZE = 1 << 16, LEVEL_STATS = 4 };

/* ---- the program */

static bool can_run(const struct bpf_program *prog)
{
	u32 type = bpf_program__type(prog);

	return skep_lane_is_offered(type) && skep_verdicts_of(type, NULL);
}

static bool is_named(const struct bpf_program *prog, const char *name)
{
	return !name || strcmp(bpf_program__name(prog), name) == 0 ||
	       strcmp(bpf_program__section_name(prog), name) == 0;
}

static const char *type_name(const struct bpf_program *prog)
{
	return skep_sections_type_name(bpf_program__type(prog));
}

static bool fail_choice(const struct skep_running *r, u32 count, struct skep_diag *d)
{
	const char *wanted = r->options.prog;
	struct skep_buffer names = {0};
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, r->object) skep_buffer_printf(
	    &names, "%s%s (%s)", names.count ? ", " : "", bpf_program__name(prog), type_name(prog));
	if (!names.count || names.failed)
		skep_fail(d, SKEP_E_FORMAT, "the object file holds no program");
	else if (count > 1)
		skep_fail(d, SKEP_E_NAME, "%u programs %s%s", count,
			  wanted ? "have the section " : "can run on packets",
			  wanted ? wanted : "");
	else
		skep_fail(d, SKEP_E_NAME, "there is no program %s",
			  wanted ? wanted : "that runs on packets");
	skep_hint(d, "%s%s", count > 1 ? "choose one with -p NAME: " : "there are ",
		  names.data ? names.data : "");
	skep_buffer_fini(&names);
	return false;
}

static bool choose(struct skep_running *r, struct skep_diag *d)
{
	const char *wanted = r->options.prog;
	struct bpf_program *prog;
	u32 count = 0;

	bpf_object__for_each_program(prog, r->object)
	{
		if (!is_named(prog, wanted) || (!wanted && !can_run(prog)))
			continue;
		/* A name is one program's, a section may be several's. */
		if (wanted && strcmp(bpf_program__name(prog), wanted) == 0) {
			r->prog = prog;
			count = 1;
			break;
		}
		r->prog = prog;
		count++;
	}
	if (count != 1)
		return fail_choice(r, count, d);
	if (can_run(r->prog))
		return true;
	return skep_fail(d, SKEP_E_UNSUPPORTED, "%s is a program of type %s, which has no packets",
			 bpf_program__name(r->prog), type_name(r->prog));
}

static bool has_programs_in_maps(const struct skep_running *r)
{
	for (u32 i = 0; i < r->map_count; i++)
		if (bpf_map__type(r->maps[i].map) == BPF_MAP_TYPE_PROG_ARRAY)
			return true;
	return false;
}

static void choose_loads(struct skep_running *r)
{
	bool all = has_programs_in_maps(r);
	struct bpf_program *prog;
	u32 at = 0;

	bpf_object__for_each_program(prog, r->object)
	{
		bpf_program__set_autoload(prog, all || prog == r->prog);
		/* With a log of ours libbpf does not try again for its own. */
		bpf_program__set_log_buf(prog, r->log + (size_t)at++ * LOG_SIZE, LOG_SIZE);
		bpf_program__set_log_level(prog, LEVEL_STATS);
	}
}

/* The log of the program that was loaded last, and so of the one that failed; NULL: there is none.
 */
static const char *last_log(const struct skep_running *r, const struct bpf_program **last)
{
	const char *found = NULL;
	struct bpf_program *prog;
	size_t at = 0;

	bpf_object__for_each_program(prog, r->object)
	{
		const char *log = r->log + LOG_SIZE * at++;

		if (!*log)
			continue;
		found = log;
		*last = prog;
	}
	return found;
}

/* ---- opening */

bool skep_running_list_maps(struct skep_running *r, struct skep_diag *d)
{
	struct bpf_map *map;
	u32 count = 0;

	bpf_object__for_each_map(map, r->object) count++;
	r->maps = skep_alloc((count + 1) * sizeof(*r->maps));
	if (!r->maps)
		return skep_fail_nomem(d);
	bpf_object__for_each_map(map, r->object) r->maps[r->map_count++] =
	    (struct skep_running_part){map, bpf_map__btf_key_type_id(map),
				       bpf_map__btf_value_type_id(map)};
	return true;
}

static bool make_logs(struct skep_running *r, struct skep_diag *d)
{
	struct bpf_program *prog;
	size_t count = 0;

	bpf_object__for_each_program(prog, r->object) count++;
	r->log = skep_alloc((count + 1) * LOG_SIZE);
	return r->log || skep_fail_nomem(d);
}

static bool open_object(struct skep_running *r, struct skep_diag *d)
{
	skep_log_begin();
	r->object = skep_sections_type(bpf_object__open_file(r->options.path, NULL));
	skep_sections_unpin(r->object);
	if (!r->object)
		return skep_log_fail(d, SKEP_E_FORMAT,
				     (struct skep_log_task){"open", r->options.path}, errno);
	if (!skep_running_list_maps(r, d) || !choose(r, d) || !make_logs(r, d))
		return false;
	choose_loads(r);
	return true;
}

/* ---- loading */

/* libbpf also loads small programs to find out what the kernel can; theirs is another name. */
static const struct bpf_program *find_loading(const struct skep_running *r, const char *name)
{
	struct bpf_program *prog;

	bpf_object__for_each_program(prog,
				     r->object) if (bpf_program__autoload(prog) &&
						    strncmp(bpf_program__name(prog), name,
							    BPF_OBJ_NAME_LEN - 1) == 0) return prog;
	return NULL;
}

static void told(void *context, const struct skep_loading *loading)
{
	struct skep_running *r = context;
	const struct bpf_program *prog = find_loading(r, loading->name);

	if (!prog || loading->verdict->accepted)
		return;
	r->told = true;
	skep_tell(loading, skep_side_begin(prog), r->options.refused, r->options.context);
}

static void print(void *context, const char *text, size_t length)
{
	struct skep_running *r = context;

	r->options.print(r->options.context, text, length);
}

static void count_copy(void *context, u32 interface, const void *packet, u32 size)
{
	struct skep_running *r = context;

	(void)interface, (void)packet, (void)size;
	__atomic_add_fetch(&r->copies, 1, __ATOMIC_RELAXED);
}

static bool fail_linux(struct skep_running *r, int error, struct skep_diag *d)
{
	const struct bpf_program *prog = r->prog;
	const char *log = last_log(r, &prog);
	struct skep_object_verdict v = skep_side_begin(prog);

	r->error = error;
	if (!log || !strstr(log, "processed ") || skep_side_linux_accepts(log))
		return skep_log_fail(d, SKEP_E_INVALID,
				     (struct skep_log_task){"load", r->options.path}, error);
	r->error = 0;
	v.outcome = SKEP_OBJECT_REFUSED;
	v.log = log;
	r->options.refused(r->options.context, &v);
	return skep_fail(d, SKEP_E_REFUSED, "Linux's verifier refuses a program of %s",
			 r->options.path);
}

/* What PROG_LOAD said of a program that was accepted, but does not run here. */
static bool fail_load(struct skep_running *r, int error, struct skep_diag *d)
{
	static const char mark[] = "skep cannot run this program: ";
	const struct bpf_program *prog = r->prog;
	const char *log = last_log(r, &prog), *found = log ? strstr(log, mark) : NULL;

	if (r->told)
		return skep_fail(d, SKEP_E_REFUSED, "the verifier refuses a program of %s",
				 r->options.path);
	if (!found)
		return skep_log_fail(d, SKEP_E_INVALID,
				     (struct skep_log_task){"load", r->options.path}, error);
	found += strlen(mark);
	return skep_fail(d, SKEP_E_UNSUPPORTED, "%s cannot run here: %.*s", bpf_program__name(prog),
			 (int)strcspn(found, "\n"), found);
}

static bool begin_system(struct skep_running *r, struct skep_diag *d)
{
	struct skep_config config = {.cpus = r->options.cpus,
				     .reasons = 1,
				     .told = told,
				     .print = print,
				     .send = count_copy,
				     .context = r};

	r->skep = skep_system_new(&config, d);
	if (r->skep)
		r->before = skep_route_set(r->skep);
	return r->skep;
}

u32 skep_running_linux_cpus(void)
{
	int cpus = libbpf_num_possible_cpus();

	return cpus > 0 ? (u32)cpus : 1;
}

bool skep_running_load(struct skep_running *r, struct skep_diag *d)
{
	int error;

	if (r->options.linux_side) {
		r->options.cpus = skep_running_linux_cpus();
		skep_side_linux_retreat();
	} else if (!begin_system(r, d)) {
		return false;
	}
	skep_log_begin();
	error = bpf_object__load(r->object);
	r->loaded = !error;
	if (error)
		return r->skep ? fail_load(r, -error, d) : fail_linux(r, -error, d);
	r->rings = skep_rings_new(r, d);
	return r->rings;
}

int skep_running_error(const struct skep_running *r)
{
	return r->error;
}

void skep_running_enter(const struct skep_running *r)
{
	skep_route_set(r->skep);
}

bool skep_running_type(struct skep_running *r, const char *assignment, struct skep_diag *d)
{
	return skep_rings_type(r->rings, assignment, d);
}

/* ---- names */

struct skep_running_program skep_running_program(const struct skep_running *r)
{
	return (struct skep_running_program){.name = bpf_program__name(r->prog),
					     .section = bpf_program__section_name(r->prog),
					     .type_name = type_name(r->prog),
					     .type = bpf_program__type(r->prog),
					     .attach_type =
						 bpf_program__expected_attach_type(r->prog)};
}

u64 skep_running_copies(const struct skep_running *r)
{
	return __atomic_load_n(&r->copies, __ATOMIC_RELAXED);
}

int skep_running_fd(const struct skep_running *r)
{
	return bpf_program__fd(r->prog);
}

static u32 id_of_map(const struct bpf_map *map)
{
	struct bpf_map_info info = {0};
	u32 size = sizeof(info);

	return bpf_obj_get_info_by_fd(bpf_map__fd(map), &info, &size) ? 0 : info.id;
}

static u32 id_of_program(const struct bpf_program *prog)
{
	struct bpf_prog_info info = {0};
	u32 size = sizeof(info);

	return bpf_obj_get_info_by_fd(bpf_program__fd(prog), &info, &size) ? 0 : info.id;
}

const char *skep_running_map_name(const struct skep_running *r, u32 id)
{
	for (u32 i = 0; i < r->map_count; i++)
		if (id && id_of_map(r->maps[i].map) == id)
			return bpf_map__name(r->maps[i].map);
	return NULL;
}

const char *skep_running_program_name(const struct skep_running *r, u32 id)
{
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, r->object) if (bpf_program__fd(prog) >= 0 &&
							  id_of_program(prog) ==
							      id) return bpf_program__name(prog);
	return NULL;
}

/* ---- from the beginning to the end */

struct skep_running *skep_running_new(const struct skep_running_options *options,
				      struct skep_diag *d)
{
	struct skep_running *r = skep_alloc(sizeof(*r));

	if (!r) {
		skep_fail_nomem(d);
		return NULL;
	}
	r->options = *options;
	if (open_object(r, d))
		return r;
	skep_running_free(r);
	return NULL;
}

void skep_running_free(struct skep_running *r)
{
	if (!r)
		return;
	skep_running_enter(r);
	skep_rings_free(r->rings);
	bpf_object__close(r->object);
	if (r->skep)
		skep_route_set(r->before);
	skep_system_free(r->skep);
	skep_free(r->maps);
	skep_free(r->log);
	skep_free(r);
}

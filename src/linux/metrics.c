/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/metrics.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "linux/live_parts.h"
#include "linux/metrics_map.h"

/* ---- which ones */

static bool is_in(const u32 *ids, size_t count, u32 id)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

bool skep_metrics_choose(struct skep_metrics_choice *choice, const struct skep_live *live)
{
	struct bpf_program *program;
	struct bpf_map *map;

	bpf_object__for_each_program(program, live->object)
	{
		struct bpf_prog_info info = {0};
		u32 size = sizeof(info);

		if (bpf_program__fd(program) >= 0 &&
		    bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &size) == 0 &&
		    !SKEP_PUSH(&choice->programs, info.id))
			return false;
	}
	bpf_object__for_each_map(map, live->object)
	{
		struct bpf_map_info info = {0};
		u32 size = sizeof(info);

		if (bpf_map__fd(map) >= 0 &&
		    bpf_obj_get_info_by_fd(bpf_map__fd(map), &info, &size) == 0 &&
		    !SKEP_PUSH(&choice->maps, info.id))
			return false;
	}
	return true;
}

void skep_metrics_choice_fini(struct skep_metrics_choice *choice)
{
	skep_free(choice->programs.data);
	skep_free(choice->maps.data);
	*choice = (struct skep_metrics_choice){0};
}

/* ---- programs */

/* What is told of each program and map besides what maps hold. */
enum figure { RUNS, SECONDS, MISSED, LINKS, ENTRIES, MAX_ENTRIES, MORE, FIGURES };

static const struct {
	const char *name, *help;
	enum skep_metric kind;
} figures[FIGURES] = {
    [RUNS] = {"skep_program_runs", "Times that the program ran.", SKEP_METRIC_COUNTER},
    [SECONDS] = {"skep_program_run_seconds", "Time that the program ran.", SKEP_METRIC_COUNTER},
    [MISSED] = {"skep_program_missed_runs", "Calls that found the program running already.",
		SKEP_METRIC_COUNTER},
    [LINKS] = {"skep_program_links", "Links that hold the program.", SKEP_METRIC_GAUGE},
    [ENTRIES] = {"skep_map_entries", "Elements in the map.", SKEP_METRIC_GAUGE},
    [MAX_ENTRIES] = {"skep_map_max_entries", "Elements that fit into the map.", SKEP_METRIC_GAUGE},
    [MORE] = {"skep_map_entries_more", "1: there are more elements than were read.",
	      SKEP_METRIC_GAUGE},
};

static struct skep_family *family(struct skep_families *f, enum figure figure)
{
	return skep_families_get(f, figures[figure].name, figures[figure].kind,
				 figures[figure].help);
}

static void name_labels(struct skep_buffer *labels, u32 id, const char *name, const char *type)
{
	char number[16];

	snprintf(number, sizeof(number), "%u", id);
	skep_label_add(labels, "id", number);
	skep_label_add(labels, "name", name);
	skep_label_add(labels, "type", type);
}

static u32 links_of(const struct skep_linux_living *living, u32 program)
{
	u32 count = 0;

	for (size_t i = 0; i < living->links.count; i++)
		count += living->links.data[i].program == program;
	return count;
}

static void add_program(struct skep_families *f, const struct skep_linux_living *living,
			const struct skep_linux_program *p)
{
	struct skep_buffer labels = {0};
	char type[16];

	name_labels(&labels, p->id, p->name, skep_linux_program_type(p->type, type));
	skep_label_add(&labels, "tag", p->tag);
	if (labels.failed) {
		f->failed = true;
		skep_buffer_fini(&labels);
		return;
	}
	skep_family_add(family(f, RUNS), labels.data, "%" PRIu64, p->runs);
	skep_family_add(family(f, SECONDS), labels.data, "%" PRIu64 ".%09" PRIu64,
			p->nanoseconds / 1000000000, p->nanoseconds % 1000000000);
	skep_family_add(family(f, MISSED), labels.data, "%" PRIu64, p->missed);
	skep_family_add(family(f, LINKS), labels.data, "%u", links_of(living, p->id));
	skep_buffer_fini(&labels);
}

/* ---- maps */

/* Arrays are full, but no more elements than the bound are told. */
static void add_fill(struct skep_families *f, const struct skep_linux_map *m, u32 bound)
{
	struct skep_buffer labels = {0};
	char type[16];

	name_labels(&labels, m->id, m->name, skep_linux_map_type(m->type, type));
	if (labels.failed) {
		f->failed = true;
		skep_buffer_fini(&labels);
		return;
	}
	if (m->counted) {
		skep_family_add(family(f, ENTRIES), labels.data, "%" PRIu64, m->entries);
		skep_family_add(family(f, MORE), labels.data, "%d", m->more || m->entries > bound);
	}
	skep_family_add(family(f, MAX_ENTRIES), labels.data, "%u", m->max_entries);
	skep_buffer_fini(&labels);
}

static bool add_map(struct skep_families *f, const struct skep_metrics_options *o,
		    const struct skep_linux_map *m)
{
	struct btf *btf = m->btf ? btf__load_from_kernel_by_id(m->btf) : NULL;
	bool ok;

	add_fill(f, m, o->bound);
	ok = skep_metrics_map(f, o, m, btf);
	btf__free(btf);
	return ok;
}

static bool add_all(struct skep_families *f, const struct skep_metrics_options *o,
		    const struct skep_linux_living *living)
{
	const struct skep_metrics_choice *c = &o->choice;

	for (size_t i = 0; i < living->programs.count; i++) {
		const struct skep_linux_program *p = &living->programs.data[i];

		if (o->all || is_in(c->programs.data, c->programs.count, p->id))
			add_program(f, living, p);
	}
	for (size_t i = 0; i < living->maps.count; i++) {
		const struct skep_linux_map *m = &living->maps.data[i];

		if ((o->all || is_in(c->maps.data, c->maps.count, m->id)) && !add_map(f, o, m))
			return false;
	}
	return true;
}

bool skep_metrics_write(struct skep_buffer *b, const struct skep_metrics_options *options,
			struct skep_diag *d)
{
	struct skep_families families = {0};
	struct skep_linux_living living;
	bool ok;

	if (!skep_linux_living_read(&living, options->bound, d))
		return false;
	ok = add_all(&families, options, &living);
	if (ok)
		skep_families_write(&families, b);
	skep_families_fini(&families);
	skep_linux_living_fini(&living);
	return (ok && !b->failed) || skep_fail_nomem(d);
}

/* SPDX-License-Identifier: BSD-2-Clause */
/* A system from its beginning to its end. */
#include "syscall/system.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "map/object.h"
#include "map/rcu.h"
#include "syscall/filters.h"
#include "syscall/hooks.h"
#include "syscall/mounts.h"
#include "syscall/pins.h"
#include "syscall/timers.h"
#include "syscall/xdp.h"

static bool open_folder(struct skep *skep, struct skep_diag *d)
{
	const char *folder = skep->config.folder;

	skep->mounts = skep_mounts_open(folder, true);
	if (!skep->mounts)
		return skep_fail(d, SKEP_E_IO, "cannot make files in %s: %s", folder,
				 strerror(errno));
	if (skep_mounts_add(skep->mounts, folder, SKEP_MOUNTS_FIRST))
		return skep_fail(d, SKEP_E_IO, "cannot make folders in %s", folder);
	return true;
}

/* ---- what it does for programs */

static void print(void *system, const char *text, size_t length)
{
	const struct skep_config *config = &((struct skep *)system)->config;

	if (config->print)
		config->print(config->context, text, length);
	else
		skep_trace_line(&((struct skep *)system)->trace, text, length);
}

static int send(void *system, const struct skep_device *to, const void *packet, u32 size, u64 flags)
{
	const struct skep_config *config = &((struct skep *)system)->config;

	(void)flags;
	if (config->send)
		config->send(config->context, to->index, packet, size);
	return 0;
}

/* A call may wait for those that read maps, of whom the program that makes it is one: what it has
 * found in maps it must find again afterwards. */
static long call(void *system, int cmd, void *attr, u32 size)
{
	bool reads = skep_map_read_ongoing();
	long result;

	if (reads)
		skep_map_read_end();
	result = skep_bpf(system, cmd, attr, size);
	if (reads)
		skep_map_read_begin();
	return result;
}

static u32 find_type(void *system, const char *name, u32 kind)
{
	const struct skep_kernel *kernel = skep_system_kernel(system);

	s32 id = kernel ? btf__find_by_name_kind(skep_kernel_btf(kernel), name, kind) : 0;

	return id > 0 ? (u32)id : 0;
}

/* As many virtual CPUs as the host may have: clients size the values of per-CPU maps by that. */
static bool begin_services(struct skep *skep)
{
	int possible = libbpf_num_possible_cpus();

	if (!skep->config.cpus)
		skep->config.cpus = possible > 0 ? (u32)possible : 1;
	skep->services = (struct skep_services){.system = skep,
						.print = print,
						.cpus = skep->config.cpus,
						.send = send,
						.bpf = call,
						.find_type = find_type,
						.timers = &skep_timer_services};
	skep->timers = skep_timers_new(skep);
	skep->objects = skep_objects_new();
	skep->cpus_taken = skep_alloc(skep_cpus_bytes(skep->services.cpus));
	return skep->timers && skep->objects && skep->cpus_taken;
}

/* ---- the system */

struct skep *skep_system_new(const struct skep_config *config, struct skep_diag *d)
{
	struct skep *skep = skep_alloc(sizeof(*skep));

	if (!skep) {
		skep_fail_nomem(d);
		return NULL;
	}
	skep->config = *config;
	pthread_mutex_init(&skep->mutex, NULL);
	skep_trace_init(&skep->trace);
	pthread_cond_init(&skep->cpu_given, NULL);
	if (!begin_services(skep))
		skep_fail_nomem(d);
	else if (!config->folder || open_folder(skep, d))
		return skep;
	skep_system_free(skep);
	return NULL;
}

void skep_system_free(struct skep *skep)
{
	if (!skep)
		return;
	skep_timers_stop(skep->timers);
	/* Who uses whom no longer matters when nobody uses anything. */
	for (u32 kind = 0; kind < SKEP_ENTITY_KINDS; kind++)
		for (struct skep_entity *e = skep->first[kind]; e; e = e->next)
			e->ops->drop(e);
	for (u32 kind = 0; kind < SKEP_ENTITY_KINDS; kind++) {
		struct skep_entity *next;

		for (struct skep_entity *e = skep->first[kind]; e; e = next) {
			next = e->next;
			e->ops->free(e);
		}
	}
	skep_hooks_free(skep);
	skep_objects_free(skep->objects);
	skep_timers_free(skep->timers);
	skep_pins_free(skep);
	skep_xdp_forget(skep);
	skep_filters_free(skep);
	skep_trace_fini(&skep->trace);
	skep_mounts_close(skep->mounts);
	skep_kernel_free(skep->kernel);
	skep_free(skep->cpus_taken);
	pthread_cond_destroy(&skep->cpu_given);
	skep_free(skep->note.text);
	pthread_mutex_destroy(&skep->mutex);
	skep_free(skep);
}

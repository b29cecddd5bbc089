/* SPDX-License-Identifier: BSD-2-Clause */
/* A probe is one row of probes.def: how a part of BPF is tried. A probe that has been tried says
 * what Linux said: 0 or more if it worked, else -errno, with the failed call in the scene. Private
 * to the room. */
#ifndef SKEP_LINUX_PROBE_H
#define SKEP_LINUX_PROBE_H

#include "linux/scene.h"

/* Results that are no errno: the probe was not tried. */
enum {
	SKEP_PROBE_NO_NETWORK = -10000, /* no namespace of its own */
	SKEP_PROBE_NO_CGROUP = -10001,
	SKEP_PROBE_NO_DEVICE = -10002, /* it needs hardware */
};

struct skep_probe {
	enum skep_linux_section section;
	const char *name;
	int (*run)(struct skep_scene *scene, const struct skep_probe *probe);
	u32 prog, attach; /* types of its program; 0: it has none, or several */
	u64 number;	  /* what else the function wants to know: see there */
	const char *text;
};

extern const struct skep_probe skep_probes[];
extern const size_t skep_probe_count;

/* Loads the probe's program, one that does nothing; the descriptor or -errno. */
static inline int skep_probe_load(struct skep_scene *scene, const struct skep_probe *probe)
{
	const struct skep_scene_prog prog = {.type = probe->prog, .attach = probe->attach};

	return skep_scene_load(scene, &prog);
}

/* Functions of probes.def. */
#define SKEP_PROBE(name)					   int name(struct skep_scene *scene, const struct skep_probe *probe)
#define PROBE(section, name, function, prog, attach, number, text) SKEP_PROBE(skep_try_##function);
#include "linux/probes.def"
#undef PROBE

#endif

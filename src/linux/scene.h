/* SPDX-License-Identifier: BSD-2-Clause */
/* What probes are tried on: objects that exist for the probes alone. A network namespace with a
 * veth pair in it belongs to this process and ends with it; the cgroup is removed by whoever of the
 * two processes is left. One thread. */
#ifndef SKEP_LINUX_SCENE_H
#define SKEP_LINUX_SCENE_H

#include "linux/explain.h"
#include "linux/sys.h"

struct btf;

enum { SKEP_SCENE_LOG = 65536 };

struct skep_scene {
	const struct skep_linux_facts *facts;
	struct btf *btf;	   /* of the kernel; NULL: not to be had */
	u32 interface;		   /* number of one end of the pair; 0: there is none */
	int netns;		   /* descriptor of the namespace; -1 */
	int cgroup;		   /* descriptor of the cgroup; -1 */
	int no_network, no_cgroup; /* errno value: why there is none */
	const char *call;	   /* the call that failed */
	u32 btf_id;		   /* what the program was to be attached to */
	char log[SKEP_SCENE_LOG];  /* the verifier's, of the last load */
};

/* Sets the scene in this process, which leaves its network namespace. Nothing of it can fail as a
 * whole: what there is not is marked. */
void skep_scene_init(struct skep_scene *scene, const struct skep_linux_facts *facts, int id);
void skep_scene_fini(struct skep_scene *scene);

/* Removes what a scene of that id may have left behind its process. */
void skep_scene_clean(int id);

/* What a program is for. */
struct skep_scene_prog {
	u32 type, attach;
	const char *target; /* of the kernel, by BTF: "bpf_iter_task"; NULL: the usual one */
};

/* Loads a program that does nothing and returns what its type may; the descriptor or -errno. */
int skep_scene_load(struct skep_scene *scene, const struct skep_scene_prog *prog);

/* The same with code of its own. */
int skep_scene_load_code(struct skep_scene *scene, const struct skep_scene_prog *prog,
			 const struct bpf_insn *insns, u32 count);

/* Keeps what failed; returns the result. */
int skep_scene_note(struct skep_scene *scene, const char *call, int result);

/* Makes a map with the smallest key and value of its type; the descriptor or -errno. */
int skep_scene_map(struct skep_scene *scene, u32 type, u32 flags);

/* The number of a kernel's function (BTF_KIND_FUNC) or type; 0 if there is none. */
u32 skep_scene_find(struct skep_scene *scene, const char *name, u32 kind);

#endif

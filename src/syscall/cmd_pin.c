/* SPDX-License-Identifier: BSD-2-Clause */
/* OBJ_PIN and OBJ_GET: names that keep entities, in the system's own memory. They look like paths,
 * but no file is made, and only the end of the system takes one away. */
#include <errno.h>
#include <limits.h>
#include <string.h>

#include "base/alloc.h"
#include "base/array.h"
#include "syscall/memory.h"
#include "syscall/system.h"

static int read_path(const struct skep_bpf_call *call, char path[PATH_MAX])
{
	int error = skep_memory_text(call, path, call->attr.pathname, PATH_MAX);

	if (error)
		return error;
	return path[0] ? 0 : -ENOENT;
}

/* The pin of a path, or NULL; the mutex is held. */
static struct skep_pin *find(struct skep *skep, const char *path)
{
	for (size_t i = 0; i < skep->pins.count; i++)
		if (strcmp(skep->pins.data[i].path, path) == 0)
			return &skep->pins.data[i];
	return NULL;
}

/* Takes over a use of the entity. */
static int add(struct skep *skep, const char *path, struct skep_entity *e)
{
	struct skep_pin pin = {.path = skep_alloc(strlen(path) + 1), .e = e};
	int error = 0;

	if (!pin.path)
		return -ENOMEM;
	strcpy(pin.path, path);
	pthread_mutex_lock(&skep->mutex);
	if (find(skep, path))
		error = -EEXIST;
	else if (!SKEP_PUSH(&skep->pins, pin))
		error = -ENOMEM;
	pthread_mutex_unlock(&skep->mutex);
	if (error)
		skep_free(pin.path);
	return error;
}

long skep_cmd_pin(struct skep_bpf_call *call)
{
	char path[PATH_MAX];
	int error = call->attr.file_flags ? -EINVAL : read_path(call, path);
	struct skep_entity *e;

	if (error)
		return error;
	e = skep_entity_get_any(call, (int)call->attr.bpf_fd, &error);
	if (!e)
		return error;
	error = e->kind == SKEP_ENTITY_BTF ? -EINVAL : add(call->skep, path, e);
	if (error)
		skep_entity_put(e);
	return error;
}

long skep_cmd_get(struct skep_bpf_call *call)
{
	char path[PATH_MAX];
	bool flags = call->attr.file_flags || call->attr.bpf_fd;
	int error = flags ? -EINVAL : read_path(call, path);
	struct skep_entity *e = NULL;
	struct skep_pin *pin;

	if (error)
		return error;
	pthread_mutex_lock(&call->skep->mutex);
	pin = find(call->skep, path);
	if (pin)
		e = skep_entity_use(pin->e);
	pthread_mutex_unlock(&call->skep->mutex);
	if (!e)
		return -ENOENT;
	error = skep_entity_reopen(call->skep, e->kind, e->id);
	skep_entity_put(e);
	return error;
}

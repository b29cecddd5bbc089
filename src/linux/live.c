/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/live.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "linux/explain.h"
#include "linux/live_parts.h"
#include "linux/replace.h"
#include "object/log.h"
#include "object/sections.h"

/* ---- network namespaces */

static int open_netns(const char *name)
{
	char path[PATH_MAX];

	if (strchr(name, '/'))
		snprintf(path, sizeof(path), "%s", name);
	else if (strspn(name, "0123456789") == strlen(name))
		snprintf(path, sizeof(path), "/proc/%s/ns/net", name);
	else
		snprintf(path, sizeof(path), "/run/netns/%s", name);
	return open(path, O_RDONLY | O_CLOEXEC);
}

static bool enter_netns(const char *name, struct skep_diag *d)
{
	const struct skep_linux_failure enter = {.section = SKEP_LINUX_FEATURES,
						 .name = "network namespaces entered",
						 .call = "setns",
						 .error = EPERM};
	int fd = open_netns(name);

	if (fd < 0) {
		skep_fail(d, SKEP_E_IO, "there is no network namespace %s: %s", name,
			  strerror(errno));
		return skep_hint(d,
				 "ip netns list names them; a process's number or a file of /proc "
				 "will do as well");
	}
	if (setns(fd, CLONE_NEWNET) < 0) {
		if (errno == EINVAL)
			skep_fail(d, SKEP_E_NAME, "%s is no network namespace", name);
		else
			skep_linux_explain(NULL, &enter, d);
	}
	close(fd);
	return !d->code;
}

/* ---- pins */

/* Whether a path that may not be there yet lies on a bpffs. */
static bool on_bpffs(const char *path)
{
	struct statfs fs;
	char folder[PATH_MAX];
	const char *end = strrchr(path, '/');

	snprintf(folder, sizeof(folder), "%.*s", end ? (int)(end - path) + 1 : 1, end ? path : ".");
	return statfs(folder, &fs) == 0 && fs.f_type == BPF_FS_MAGIC;
}

static bool pin(const struct skep_live_entry *entry, const char *path, struct skep_diag *d)
{
	const struct skep_attaching *a = &entry->attaching;
	int error;

	if (!on_bpffs(path)) {
		skep_fail(d, SKEP_E_IO, "cannot pin the link at %s: its folder is on no bpffs",
			  path);
		return skep_hint(d, "/sys/fs/bpf is one where it is mounted");
	}
	if (bpf_obj_pin(a->link ? bpf_link__fd(a->link) : a->fds.data[0], path) == 0)
		return true;
	error = errno;
	skep_fail(d, error == EPERM || error == EACCES ? SKEP_E_PERMISSION : SKEP_E_IO,
		  "cannot pin the link at %s: %s", path, strerror(error));
	return error == EEXIST ? skep_hint(d, "remove it, or choose another name") : false;
}

/* ---- attaching */

static bool attach_one(struct skep_live_entry *entry, struct skep_diag *d)
{
	struct skep_attaching *a = &entry->attaching;
	int error;

	a->fd = bpf_program__fd(a->prog);
	error = -entry->hook.row->attach(a);
	return !error || skep_live_explain_attach(entry, error, d);
}

/* The link is held by this process from here on, too. */
static bool swap(struct skep_live_entry *entry, struct skep_replace *r, struct skep_diag *d)
{
	struct skep_attaching *a = &entry->attaching;
	int error;

	a->fd = bpf_program__fd(a->prog);
	error = -skep_replace_swap(r, a->fd);
	if (error == EPERM)
		return skep_fail(d, SKEP_E_SYSTEM,
				 "somebody else has replaced the program meanwhile");
	if (error)
		return skep_live_explain_attach(entry, error, d);
	if (skep_attaching_keep(a, "LINK_UPDATE", r->link) < 0)
		return skep_fail_nomem(d);
	r->link = -1;
	return true;
}

static bool fill(struct skep_live *live, bool loaded, struct skep_diag *d)
{
	const struct skep_live_options *o = live->options;

	if (!o->fill)
		return true;
	if (!live->contents)
		live->contents = skep_contents_new(live->object, d);
	return live->contents && o->fill(o->fill_context, live->contents, loaded, d);
}

static bool load(struct skep_live *live, struct skep_buffer *log, struct skep_diag *d)
{
	int error;

	if (!fill(live, false, d))
		return false;
	skep_log_begin();
	error = -bpf_object__load(live->object);
	if (error)
		return skep_live_explain_load(live, error, log, d);
	return fill(live, true, d);
}

static bool attach_all(struct skep_live *live, struct skep_diag *d)
{
	for (u32 i = 0; i < live->entry_count; i++)
		if (!attach_one(live->entries[i], d))
			return false;
	return true;
}

static bool replace(struct skep_live *live, struct skep_buffer *log, struct skep_diag *d)
{
	struct skep_replace r;
	bool ok;

	ok = skep_replace_init(&r, &live->entries[0]->hook, d) &&
	     skep_replace_maps(&r, live->object, d) && load(live, log, d) &&
	     skep_live_listen(live, d) && swap(live->entries[0], &r, d);
	skep_replace_fini(&r);
	return ok;
}

static bool start(struct skep_live *live, struct skep_buffer *log, struct skep_diag *d)
{
	const struct skep_live_options *o = live->options;

	if (o->netns && !enter_netns(o->netns, d))
		return false;
	skep_log_begin();
	live->object = skep_sections_type(bpf_object__open_file(o->path, NULL));
	if (!live->object)
		return skep_log_fail(d, SKEP_E_FORMAT, (struct skep_log_task){"open", o->path},
				     errno);
	if (!skep_live_choose(live, d) || !skep_live_check_types(live, d))
		return false;
	if (o->replace)
		return replace(live, log, d) && (!o->pin || pin(live->entries[0], o->pin, d));
	return load(live, log, d) && skep_live_listen(live, d) && attach_all(live, d) &&
	       (!o->pin || pin(live->entries[0], o->pin, d));
}

struct skep_live *skep_live_open(const struct skep_live_options *options, struct skep_buffer *log,
				 struct skep_diag *d)
{
	struct skep_live *live = skep_alloc(sizeof(*live));

	if (!live) {
		skep_fail_nomem(d);
		return NULL;
	}
	live->options = options;
	if (start(live, log, d))
		return live;
	skep_live_free(live);
	return NULL;
}

void skep_live_describe(const struct skep_live *live, struct skep_buffer *b)
{
	for (u32 i = 0; i < live->entry_count; i++) {
		const struct skep_hook *hook = &live->entries[i]->hook;

		skep_buffer_printf(b, "%s%s: ", i ? ", " : "",
				   bpf_program__name(live->entries[i]->attaching.prog));
		skep_hook_text(hook, b);
	}
}

/* ---- iterators */

static bool copy_all(int from, int to, struct skep_diag *d)
{
	char bytes[4096];
	ssize_t count;

	while ((count = read(from, bytes, sizeof(bytes))) != 0) {
		if (count < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (count < 0)
			return skep_fail(d, SKEP_E_IO, "cannot read the iterator: %s",
					 strerror(errno));
		for (ssize_t done = 0, one; done < count; done += one) {
			one = write(to, bytes + done, (size_t)(count - done));
			if (one < 0)
				return skep_fail(d, SKEP_E_IO, "cannot write: %s", strerror(errno));
		}
	}
	return true;
}

bool skep_live_iterate(struct skep_live *live, int to, bool *any, struct skep_diag *d)
{
	*any = false;
	for (u32 i = 0; i < live->entry_count; i++) {
		const struct skep_attaching *a = &live->entries[i]->attaching;
		int fd;
		bool ok;

		if (strcmp(a->hook->row->word, "iter") != 0)
			continue;
		*any = true;
		fd = bpf_iter_create(a->fds.data[0]);
		if (fd < 0)
			return skep_fail(d, SKEP_E_SYSTEM, "cannot start the iterator: %s",
					 strerror(errno));
		ok = copy_all(fd, to, d);
		close(fd);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- the end */

void skep_live_free(struct skep_live *live)
{
	if (!live)
		return;
	for (u32 i = 0; i < live->entry_count; i++) {
		skep_attaching_fini(&live->entries[i]->attaching);
		skep_free(live->entries[i]->log);
		skep_free(live->entries[i]);
	}
	skep_free(live->entries);
	skep_live_deafen(live);
	skep_contents_free(live->contents);
	bpf_object__close(live->object);
	skep_free(live);
}

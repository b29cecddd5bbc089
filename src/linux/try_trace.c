/* SPDX-License-Identifier: BSD-2-Clause */
/* Attaching to what the kernel and programs do: tracepoints, probes, counters. perf events count
 * for this process alone. */
#include <bpf/btf.h>
#include <errno.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "linux/probe.h"

/* Opens an event of this process and attaches a program to it. Closes both. */
static int attach_event(struct skep_scene *scene, struct perf_event_attr *attr, int prog)
{
	long event;
	int result;

	if (prog < 0)
		return prog;
	attr->size = sizeof(*attr);
	attr->exclude_kernel = attr->type == PERF_TYPE_SOFTWARE || attr->type == PERF_TYPE_HARDWARE;
	event = syscall(SYS_perf_event_open, attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
	result = event < 0 ? -errno : 0;
	skep_scene_note(scene, "perf_event_open", result);
	if (!result && ioctl((int)event, PERF_EVENT_IOC_SET_BPF, prog) < 0)
		result = skep_scene_note(scene, "PERF_EVENT_IOC_SET_BPF", -errno);
	if (event >= 0)
		close((int)event);
	close(prog);
	return result;
}

/* number: the counter; text: "software" or "hardware" */
SKEP_PROBE(skep_try_perf)
{
	bool hardware = strcmp(probe->text, "hardware") == 0;
	struct perf_event_attr attr = {.type = hardware ? PERF_TYPE_HARDWARE : PERF_TYPE_SOFTWARE,
				       .config = probe->number,
				       .sample_period = 1000000,
				       .disabled = 1};

	return attach_event(scene, &attr, skep_probe_load(scene, probe));
}

/* text: category/name */
SKEP_PROBE(skep_try_tracepoint)
{
	struct perf_event_attr attr = {
	    .type = PERF_TYPE_TRACEPOINT, .sample_period = 1, .disabled = 1};
	char path[96], id[16];

	snprintf(path, sizeof(path), "events/%s/id", probe->text);
	if (!skep_linux_fs_line("tracefs", path, id, sizeof(id)))
		return skep_scene_note(scene, "tracefs", -errno);
	attr.config = strtoull(id, NULL, 10);
	return attach_event(scene, &attr, skep_probe_load(scene, probe));
}

/* text: name; NULL: BTF has it */
SKEP_PROBE(skep_try_raw_tracepoint)
{
	int fd = skep_probe_load(scene, probe), link;
	union bpf_attr attr = {0};

	if (fd < 0)
		return fd;
	attr.raw_tracepoint.name = (uintptr_t)probe->text;
	attr.raw_tracepoint.prog_fd = (u32)fd;
	link = (int)skep_linux_bpf(BPF_RAW_TRACEPOINT_OPEN, &attr, sizeof(attr));
	close(fd);
	if (link >= 0)
		close(link);
	return skep_scene_note(scene, "RAW_TRACEPOINT_OPEN", link);
}

/* ---- probes */

/* Where a function of this program lies in its file. */
static u64 offset_in_file(const void *function)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	u64 wanted = (uintptr_t)function, found = 0;
	unsigned long long first, end, offset;
	char line[512];

	while (maps && !found && fgets(line, sizeof(line), maps))
		if (sscanf(line, "%llx-%llx %*s %llx", &first, &end, &offset) == 3 &&
		    wanted >= first && wanted < end)
			found = wanted - first + offset;
	if (maps)
		fclose(maps);
	return found;
}

/* text: "kprobe" or "uprobe"; number: 1 for the function's return */
SKEP_PROBE(skep_try_kernel_probe)
{
	static const char self[] = "/proc/self/exe", function[] = "do_nanosleep";
	bool user = probe->text[0] == 'u';
	struct perf_event_attr attr = {.disabled = 1};
	char path[80], line[32];
	unsigned bit = 0;

	snprintf(path, sizeof(path), "/sys/bus/event_source/devices/%s/type", probe->text);
	if (!skep_linux_line(path, line, sizeof(line)))
		return skep_scene_note(scene, "perf_event_open", -ENOENT);
	attr.type = (u32)strtoul(line, NULL, 10);
	snprintf(path, sizeof(path), "/sys/bus/event_source/devices/%s/format/retprobe",
		 probe->text);
	if (probe->number && skep_linux_line(path, line, sizeof(line)) &&
	    sscanf(line, "config:%u", &bit) == 1)
		attr.config = 1ULL << bit;
	attr.config1 = (uintptr_t)(user ? self : function);
	attr.config2 = user ? offset_in_file((const void *)skep_try_kernel_probe) : 0;
	return attach_event(scene, &attr, skep_probe_load(scene, probe));
}

static int link_probe(struct skep_scene *scene, const struct skep_probe *probe,
		      struct skep_linux_link_attr *attr)
{
	int fd = skep_probe_load(scene, probe), link;

	if (fd < 0)
		return fd;
	attr->prog_fd = (u32)fd;
	attr->attach_type = probe->attach;
	link = skep_linux_link(attr);
	close(fd);
	if (link >= 0)
		close(link);
	return skep_scene_note(scene, "LINK_CREATE", link);
}

SKEP_PROBE(skep_try_kprobe_multi)
{
	static const char *const functions[] = {"do_nanosleep"};
	struct skep_linux_link_attr attr = {
	    .kprobe_multi = {.count = 1, .symbols = (uintptr_t)functions}};

	return link_probe(scene, probe, &attr);
}

SKEP_PROBE(skep_try_uprobe_multi)
{
	static const char self[] = "/proc/self/exe";
	unsigned long offset = offset_in_file((const void *)skep_try_uprobe_multi);
	struct skep_linux_link_attr attr = {.uprobe_multi = {.path = (uintptr_t)self,
							     .offsets = (uintptr_t)&offset,
							     .count = 1,
							     .pid = (u32)getpid()}};

	return link_probe(scene, probe, &attr);
}

/* ---- replacing a program */

/* BTF of a function of a program, whose number is left in *id; the descriptor or -errno. */
static int function_btf(u32 *id)
{
	struct btf *btf = btf__new_empty();
	int number, context, proto, function, fd;

	if (!btf)
		return -ENOMEM;
	number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	context = btf__add_ptr(btf, btf__add_struct(btf, "xdp_md", 0));
	proto = btf__add_func_proto(btf, number);
	btf__add_func_param(btf, "context", context);
	function = btf__add_func(btf, "target", BTF_FUNC_GLOBAL, proto);
	*id = (u32)function;
	fd = btf__load_into_kernel(btf) == 0 ? dup(btf__fd(btf)) : -errno;
	btf__free(btf);
	return fd;
}

SKEP_PROBE(skep_try_freplace)
{
	static const struct bpf_insn pass[] = {
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .imm = XDP_PASS},
	    {.code = BPF_JMP | BPF_EXIT},
	};
	struct bpf_func_info info = {0};
	struct skep_linux_prog prog = {.type = BPF_PROG_TYPE_XDP,
				       .insns = pass,
				       .count = SKEP_COUNT(pass),
				       .functions = &info,
				       .function_count = 1};
	int btf = function_btf(&info.type_id), target, fd;

	if (btf < 0)
		return skep_scene_note(scene, "BTF_LOAD", btf);
	prog.btf_fd = (u32)btf;
	target = skep_linux_load(&prog);
	skep_scene_note(scene, "PROG_LOAD", target);
	if (target < 0) {
		close(btf);
		return target;
	}
	prog.type = probe->prog;
	prog.attach_fd = (u32)target;
	prog.btf_id = info.type_id;
	fd = skep_linux_load(&prog);
	close(target);
	close(btf);
	if (fd >= 0)
		close(fd);
	return skep_scene_note(scene, "PROG_LOAD", fd);
}

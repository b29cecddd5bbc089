#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""What libbpf attaches under `skep with`, in each way that it knows, and what bpftool tells of it: by this user,
and by one without privilege, to whom Linux gives no event. Prints TAP.

usage: linked.py SKEP BPFTOOL CLIENT..."""
import os
import re
import subprocess
import sys

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
ATTACHED = """btf_point raw_point point call call_exit function function_exit hook probe probe_exit probes place place_exit
sample""".split()
NOT_THERE = {"no_point", "no_raw_point", "no_function", "no_functions"}
LINKS = {"raw_tracepoint": 2, "perf_event": 8, "tracing": 3, "kprobe_multi": 1}
PERF = ["raw_tracepoint  sched_switch", "raw_tracepoint  sched_switch", "tracepoint  sched_switch",
        "tracepoint  sys_enter_openat", "tracepoint  sys_exit_getpid", "kprobe  func do_unlinkat  offset 0",
        "kretprobe  func do_unlinkat  offset 0", "uprobe  filename /bin/sh  offset 16",
        "uretprobe  filename /bin/sh  offset 16"]


def run(become, skep, bpftool, client):
    env = dict(os.environ, LD_PRELOAD=os.environ["ASAN"]) if os.environ.get("ASAN") else os.environ
    show = f"echo links; {bpftool} link show; echo perf; {bpftool} perf show"
    done = subprocess.run([*become, skep, "with", client, show], capture_output=True, text=True, env=env, cwd="/")
    attached, _, rest = done.stdout.partition("links\n")
    links, _, perf = rest.partition("perf\n")
    return dict(line.split(": ") for line in attached.splitlines()), links, perf, done


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def ok(self, passed, name, *what):
        self.count += 1
        self.failed += not passed
        print(f"{'ok' if passed else 'not ok'} {self.count} - {name}")
        for text in [] if passed else what:
            print(*(f"# {line}" for line in str(text).splitlines()), sep="\n")


def is_static(client):
    """Events that Linux opens for such a client stay Linux's."""
    return client.endswith("_static")


def check(tap, who, become, args):
    said, links, perf, done = run(become, *args)
    for name in ATTACHED:
        tap.ok(said.get(name) == "attached", f"{who}: {name}", said.get(name), done.stderr)
    for name in sorted(NOT_THERE):
        tap.ok(said.get(name) == "No such file or directory", f"{who}: {name}", said.get(name))
    opened = "Invalid argument" if is_static(args[2]) else "Success"
    tap.ok(said.get("set") == opened, f"{who}: set on an event that Linux has opened", said.get("set"))
    kinds = re.findall(r"^\d+: ([a-z_]+) ", links, re.M)
    tap.ok({kind: kinds.count(kind) for kind in set(kinds)} == LINKS, f"{who}: links", links)
    told = [line.split("prog_id ")[1].split("  ", 1)[1].strip() for line in perf.splitlines()]
    tap.ok(sorted(told) == sorted(PERF), f"{who}: perf", perf)
    notes = [line for line in done.stderr.splitlines() if line.startswith("skep: program btf_point is attached to "
                                                                          "tracepoint sched_switch, but events")]
    tap.ok(len(notes) == 1 and done.returncode == 0, f"{who}: what does not come is said once", done.stderr)


def main():
    skep, bpftool, *clients = (os.path.abspath(path) for path in sys.argv[1:])
    if not os.access("/sys/kernel/btf/vmlinux", os.R_OK):
        print("1..1\nok 1 - attached # SKIP the kernel does not tell its types")
        return False
    tap = Tap()
    can_become = os.getuid() == 0 and subprocess.run([*NOBODY, skep, "--version"], capture_output=True).returncode == 0
    for client in clients:
        for who, become in [("this user", [])] * (not is_static(client)) + [("nobody", NOBODY)] * can_become:
            check(tap, f"{os.path.basename(client)}, {who}", become, (skep, bpftool, client))
    print(f"1..{tap.count}")
    return tap.failed != 0


sys.exit(main())

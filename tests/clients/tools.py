#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Tools that Debian builds of libbpf-tools, each under `skep with` as a user without privilege: a tool gets to
where it waits for events, its programs are attached, and Ctrl-C ends it. Prints TAP.

usage: tools.py SKEP          all tools
       tools.py -- TOOL...    one of them, inside `skep with`"""
import glob
import os
import signal
import subprocess
import sys
import tempfile
import time

import raw

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
ARGUMENTS = {"funclatency": ["do_unlinkat"], "ksnoop": ["trace", "do_unlinkat"], "fsdist": ["-t", "ext4"],
             "fsslower": ["-t", "ext4"]}
# What they are for is no longer in Linux 6.18, or not in every kernel: they fail on Linux, too.
ABSENT = {"bindsnoop", "cachestat", "cpufreq", "mdflush", "nfsdist", "nfsslower", "numamove", "readahead", "runqlen",
          "slabratetop"}
NOTHING = {"statsnoop"}  # looks for events by names that no Linux has, and attaches nothing
PROCESS = {"javagc"}  # looks at a process that is named
WAITS = {"x86_64": {7, 23, 34, 35, 230, 232, 270, 271, 281}, "aarch64": {22, 72, 73, 101, 115}}
LIMIT = 120  # seconds, for a machine that hangs
NOTE = "events of the host do not come here"


def is_waiting(pid):
    """Whether it waits for time or for data; what it asks of skep is another call."""
    try:
        with open(f"/proc/{pid}/syscall", encoding="ascii") as f:
            number = f.read().split()[0]
    except OSError:
        return False  # it has ended
    return number.isdigit() and int(number) in WAITS[raw.platform.machine()]


def attached(pid):
    """How many programs are linked, or called by a perf event of the process."""
    count, link = 0, 0
    while True:
        attr = raw.buffer(raw.struct.pack("II", link, 0), 8)
        if raw.LIBC.syscall(raw.NUMBER, raw.LINK_NEXT_ID, attr, 8) < 0:
            break
        link = raw.struct.unpack_from("I", attr.raw, 4)[0]
        count += 1
    for fd in os.listdir(f"/proc/{pid}/fd"):
        attr = raw.struct.pack("IIII", pid, int(fd), 0, 0)
        count += raw.bpf(raw.TASK_FD_QUERY, attr, 48) >= 0
    return count


def inside(command):
    """Runs a tool until it waits; says how many programs are attached, then ends it."""
    tool = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    end = time.monotonic() + LIMIT
    while tool.poll() is None and not is_waiting(tool.pid) and time.monotonic() < end:
        time.sleep(0.05)
    if tool.poll() is None:
        print("attached", attached(tool.pid) > 0, flush=True)
        tool.send_signal(signal.SIGINT)
    print("exit", tool.wait(LIMIT), flush=True)


def run(skep, tool):
    name = os.path.basename(tool)
    env = dict(os.environ, LD_PRELOAD=os.environ["ASAN"]) if os.environ.get("ASAN") else os.environ
    command = [*become(), skep, "with", os.path.abspath(__file__), "--", tool, *ARGUMENTS.get(name, [])]
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=said, env=env, cwd="/")
        said.seek(0)
        return done.stdout.decode(errors="replace").split("\n"), said.read().decode(errors="replace").split("\n")


def become():
    return NOBODY if os.getuid() == 0 else []


def why_not(skep, tools):
    if not tools:
        return "no libbpf-tools (Debian: libbpf-tools)"
    if not os.access("/sys/kernel/btf/vmlinux", os.R_OK):
        return "the kernel does not tell its types"
    if not os.access("/proc/self/syscall", os.R_OK) or raw.platform.machine() not in WAITS:
        return "the kernel does not tell what a process waits for"
    if subprocess.run([*become(), skep, "--version"], capture_output=True).returncode:
        return "a user without privilege cannot run " + skep
    return None


def check(skep, tool):
    """What is wrong, and why the tool is skipped."""
    said, errors = run(skep, tool)
    name = os.path.basename(tool)
    ended = "exit 0" in said or f"exit {-signal.SIGINT}" in said
    noted = sum(NOTE in line for line in errors)
    if ended and ("attached True" in said, noted) == ((False, 0) if name in NOTHING else (True, 1)):
        return [], None
    if name in ABSENT and "exit 1" in said:
        return [], "this kernel lacks what it is for"
    return said + errors, None


def main():
    skep = os.path.abspath(sys.argv[1])
    tools = sorted(tool for tool in installed() if os.path.basename(tool) not in PROCESS)
    why = why_not(skep, tools)
    print(f"1..{len(tools) if not why else 1}")
    if why:
        print("ok 1 - tools # SKIP", why)
        return False
    failed = 0
    for number, tool in enumerate(tools, 1):
        wrong, skipped = check(skep, tool)
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {os.path.basename(tool)}{f' # SKIP {skipped}' if skipped else ''}",
              flush=True)
        for line in wrong:
            print("#", line)
    return failed != 0


def installed():
    listed = subprocess.run(["dpkg", "-L", "libbpf-tools"], capture_output=True, text=True).stdout.split("\n")
    return [path for path in listed if "/sbin/" in path and not os.path.islink(path)] + \
        [path for path in listed if "/sbin/" in path and os.path.islink(path)]


if sys.argv[1] == "--":
    inside(sys.argv[2:])
else:
    sys.exit(main())

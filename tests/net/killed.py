#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""A topology that is killed leaves nothing: neither its processes nor its programs. Prints TAP.

usage: killed.py SCRIPT SKEP OBJECTS
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

PATIENCE = 30  # seconds


def eventually(what):
    end = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < end:
        time.sleep(0.02)
    return what()


def children(pid):
    """A process and all below it."""
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [pid] + [p for child in file.read().split() for p in children(int(child))]


def programs_of(pids):
    """Identities of the BPF programs and links that processes hold."""
    ids = set()
    for pid in pids:
        for fd in os.listdir(f"/proc/{pid}/fdinfo"):
            with open(f"/proc/{pid}/fdinfo/{fd}", encoding="ascii") as file:
                ids |= set(re.findall(r"^prog_id:\s*(\d+)$", file.read(), re.M))
    return ids


def is_there(program):
    return subprocess.run(["bpftool", "prog", "show", "id", program], capture_output=True, check=False).returncode == 0


def lives(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def main():
    if not shutil.which("bpftool"):
        return skip("no bpftool")
    with subprocess.Popen([*sys.argv[1:], "--linger"], stdout=subprocess.PIPE, text=True) as process:
        lines = []
        for line in process.stdout:
            lines.append(line.strip())
            if line == "lingers\n" or line.startswith("skipped"):
                break
        if lines and lines[-1].startswith("skipped"):
            return skip(lines[-1].removeprefix("skipped: "))
        pids = children(process.pid)
        programs = programs_of(pids)
        held = bool(programs) and all(is_there(p) for p in programs)
        process.send_signal(signal.SIGKILL)
    results = [(held, "its programs are in Linux while it runs", lines),
               (eventually(lambda: not any(lives(p) for p in pids)), "killed: none of its processes is left", pids),
               (eventually(lambda: not any(is_there(p) for p in programs)), "killed: none of its programs is left", programs)]
    for number, (good, name, why) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}" + ("" if good else f"\n# {json.dumps(list(why))}"))
    print(f"1..{len(results)}")
    return any(not good for good, _, _ in results)


def skip(why):
    print(f"ok 1 - a killed topology # SKIP {why}\n1..1")
    return 0


sys.exit(main())

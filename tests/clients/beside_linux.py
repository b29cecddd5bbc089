#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Clients on Linux and under `skep with`: what they print must be the same, but for what skep says
of events that do not come. On Linux each has a network namespace and a tracefs of its own. Prints TAP.

usage: beside_linux.py SKEP CLIENT..."""
import difflib
import os
import subprocess
import sys

ALONE = ["unshare", "-n", "-m", "sh", "-c", 'ip link set lo up && mount -t tracefs none /sys/kernel/tracing; exec "$0" "$@"']
LIMIT = 60  # seconds
NOTE = "skep: program "


def run(command, preload=""):
    env = dict(os.environ, LD_PRELOAD=preload) if preload else os.environ
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, env=env)
    except subprocess.TimeoutExpired:
        return f"not done after {LIMIT} seconds"
    errors = "".join(line for line in done.stderr.splitlines(True) if not line.startswith(NOTE))
    return done.stdout + errors + f"exit {done.returncode}\n"


def linux_can():
    probe = "import sys; sys.path.insert(0, sys.argv[1]); import raw; sys.exit(raw.make_map(1, 4, 4, 1) < 0)"
    return subprocess.run(ALONE + [sys.executable, "-c", probe, os.path.dirname(os.path.abspath(__file__))],
                          capture_output=True).returncode == 0


def main():
    skep, clients = sys.argv[1], sys.argv[2:]
    print(f"1..{len(clients)}")
    able, failed = linux_can(), 0
    for number, client in enumerate(clients, 1):
        name = os.path.basename(client)
        if not able:
            print(f"ok {number} - {name} # SKIP bpf(2) or a network namespace needs root")
            continue
        linux = run(ALONE + [client])
        ours = run([skep, "with", client], os.environ.get("ASAN", ""))
        same = linux == ours and linux.endswith("exit 0\n")
        failed += not same
        print(f"{'ok' if same else 'not ok'} {number} - {name}")
        for line in [] if same else difflib.unified_diff(linux.split("\n"), ours.split("\n"), "Linux", "skep", lineterm=""):
            print("#", line)
    return failed != 0


sys.exit(main())

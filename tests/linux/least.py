#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Commands on Linux with the smallest set of capabilities, as nobody: each does its work with all of its set, and without
one of them ends with status 3 and the name of what is missing. Those of attach are in attach.py, of run, verify and diff
in diff.py, of filters at XDP in filter_xdp.sh. Prints TAP.

usage: least.py SKEP
"""
import os
import shutil
import socket
import subprocess
import sys
import threading

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

report = Report()
COMMANDS = (
    (("filter", "-i", "lo", "-c", "1", "--count", "udp"), ("net_raw",)),
    (("trace", "opens", "1", "1"), ("bpf", "perfmon")),
    (("trace", "syscalls", "1", "1"), ("bpf", "perfmon")),
    (("trace", "profile", "1", "1"), ("bpf", "perfmon")),
    (("top", "1", "1"), ("sys_admin",)),
    (("export", "--once"), ("sys_admin",)),
)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def with_only(capabilities, *words):
    """As nobody, who has these capabilities alone."""
    sets = ",".join(["-all", *("+" + name for name in capabilities)])
    return run("setpriv", "--reuid", "65534", "--clear-groups", f"--inh-caps={sets}", f"--ambient-caps={sets}",
               f"--bounding-set={sets}", SKEP, *words)


def packets(end):
    """On lo, until somebody has seen one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        while not end.wait(0.01):
            s.sendto(b"hello", ("127.0.0.1", 4711))


def reason_to_skip():
    for name in ("setpriv", "unshare", "ip"):
        if not shutil.which(name):
            return f"no {name}"
    if run("unshare", "-n", "true").returncode:
        return "no network namespace: this needs CAP_SYS_ADMIN"
    if run(SKEP, "trace", "opens", "1", "1").returncode:
        return "skep trace does not work here"
    return None


def main():
    run("ip", "link", "set", "lo", "up")
    end = threading.Event()
    sender = threading.Thread(target=packets, args=(end,))
    sender.start()
    for words, needed in COMMANDS:
        name = " ".join(words[:2])
        done = with_only(needed, *words)
        report(done.returncode == 0, f"{name} with {', '.join(needed)} alone", done.stderr)
        for missing in needed:
            done = with_only([c for c in needed if c != missing], *words)
            report(done.returncode == 3 and "CAP_" + missing.upper() in done.stderr, f"{name} without {missing} says so",
                   f"exit {done.returncode}: {done.stderr}")
    end.set()
    sender.join()


SKEP = os.path.abspath(sys.argv[1])
if "inside" not in sys.argv:
    why = reason_to_skip()
    if why:
        print(f"ok 1 - least privilege # SKIP {why}\n1..1")
        sys.exit(0)
    os.execvp("unshare", ["unshare", "-n", sys.executable, os.path.abspath(__file__), SKEP, "inside"])
main()
sys.exit(report.end())

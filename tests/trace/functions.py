#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep trace funccount, funclat and usdt on a program whose functions and marks are known, beside the same program that
is not wanted.

usage: tests/trace/functions.py SKEP BURN
"""
import json
import os
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

SKEP, BURN = sys.argv[1:]
CALLS, SPINS = 103, 20000
report = Report()


def equal(name, got, wanted):
    report(got == wanted, name, f"got {got}, wanted {wanted}")


class Program:
    def __init__(self):
        self.process = subprocess.Popen([BURN, str(CALLS), str(SPINS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.process.stdout.read(1)

    def run(self):
        begin = time.monotonic()
        self.process.stdin.write(b"g")
        self.process.stdin.flush()
        self.process.stdout.read(1)
        return time.monotonic() - begin

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()


def trace(tool, target):
    """Rows of the program; how long it took; its status."""
    program, decoy = Program(), Program()
    skep = subprocess.Popen([SKEP, "trace", tool, "-j", "-p", str(program.process.pid), f"{BURN}:{target}"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    said = skep.stderr.readline()
    seconds = program.run()
    decoy.run()
    skep.send_signal(signal.SIGINT)
    out, talk = skep.communicate()
    decoy.end()
    equal(f"{tool}: ends well, and says by what", (skep.returncode, said, talk),
          (0, f"skep trace {tool}: by uprobe {BURN}:{target}\n", ""))
    return [json.loads(line) for line in out.splitlines()], seconds, program.end()


def test_funccount():
    rows, _, _ = trace("funccount", "[io]*er")
    equal("funccount: two functions by a pattern", {row["function"]: row["count"] for row in rows},
          {"inner": CALLS, "outer": CALLS})


def test_funclat():
    rows, seconds, _ = trace("funclat", "[io]*er")
    calls = {row["function"]: row for row in rows}
    equal("funclat: calls", {name: row["count"] for name, row in calls.items()}, {"inner": CALLS, "outer": CALLS})
    report(calls["inner"]["total_ns"] < calls["outer"]["total_ns"] < seconds * 1e9,
           "funclat: a call lasts longer than what it calls, and not longer than the clock of the test", str(rows))


def test_usdt():
    rows, _, status = trace("usdt", "burn:outer")
    equal("usdt: a mark", {row["mark"]: row["count"] for row in rows}, {"burn:outer": CALLS})
    equal("usdt: the program knows that somebody listens", status, 0)
    program = Program()
    program.run()
    equal("usdt: and that nobody does", program.end(), 2)


def test_words():
    for words, wanted in (
            (["funccount"], "skep: funccount: FILE:FUNCTION is missing\n"),
            (["funccount", "burn"], "skep: funccount: 'burn' is not FILE:FUNCTION\n"),
            (["funccount", "/nonexistent:main"], "skep: funccount: there is no file '/nonexistent'\n"),
            (["funccount", f"{BURN}:none"], f"skep: funccount: {BURN} has no function 'none'\n"),
            (["usdt", f"{BURN}:burn:none"], f"skep: usdt: {BURN} has no mark 'burn:none'\n")):
        done = subprocess.run([SKEP, "trace", *words], capture_output=True, text=True)
        equal(f"refused: {' '.join(words)}", (done.returncode != 0, done.stderr), (True, wanted))


def main():
    if os.geteuid() != 0:
        print("ok 1 - functions # SKIP it needs root\n1..1")
        return 0
    for test in test_funccount, test_funclat, test_usdt, test_words:
        test()
    return report.end()


sys.exit(main())

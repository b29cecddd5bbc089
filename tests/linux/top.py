#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep top beside programs of the test's own, which run a known number of times, and maps with a known number of
elements. Prints TAP.

usage: top.py SKEP
"""
import json
import os
import shutil
import signal
import struct
import subprocess
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from kernel import PATIENCE, Map, Program, eventually
from report import Report

RUNS = 1009
NAME, BUSY, FILL, LONG = (f"top_{letter}_{os.getpid()}" for letter in "kbfl")
report = Report()


class Top:
    """skep top -j as long as it runs; every line that came."""

    def __init__(self):
        self.process = subprocess.Popen([SKEP, "top", "-j", "1"], stdout=subprocess.PIPE, text=True)
        self.lines = []

    def until(self, held):
        while not any(held(line) for line in self.lines):
            text = self.process.stdout.readline()
            if not text:
                return False
            self.lines.append(json.loads(text))
        return True

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        # Not communicate(), which does not know what readline() has read ahead.
        self.lines += [json.loads(line) for line in self.process.stdout]
        return self.process.wait(timeout=PATIENCE)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)


def of(lines, name):
    return [line for line in lines if line["name"] == name]


def test_runs(program, busy):
    top = Top()
    report(top.until(lambda line: line["name"] == NAME), "the program is listed")
    program.run(RUNS)
    busy.run(50 * RUNS)
    code = top.stop()
    rows = of(top.lines, NAME)
    report(code == 0, "Ctrl-C is a good end", code)
    report(sum(row["runs"] for row in rows) == RUNS, f"{RUNS} runs are counted, none more", rows)
    report(sum(row["runs"] for row in of(top.lines, BUSY)) == 50 * RUNS, "and those of the other program")
    for row in rows:
        if row["runs"] and abs(row["average_ns"] * row["runs"] - row["run_ns"]) > row["runs"]:
            report(False, "the average is time by runs", row)
        if abs(row["cpu_share"] - row["run_ns"] / row["interval_ns"]) > 1e-5:
            report(False, "the share is time by time", row)
        if abs(row["runs_per_second"] - row["runs"] * 1e9 / row["interval_ns"]) > 1e-2:
            report(False, "the rate is runs by time", row)
    report({row["type"] for row in rows} == {"socket_filter"}, "its type has a name", rows)


def test_order(program, busy):
    top = Top()
    top.until(lambda line: line["name"] == NAME)
    program.run(1)
    busy.run(100000)
    top.until(lambda line: line["name"] == NAME and line["runs"])
    top.stop()
    names = [line["name"] for line in top.lines if line.get("runs") and line["name"] in (NAME, BUSY)]
    report(set(names) == {NAME, BUSY} and names.index(BUSY) < names.index(NAME), "the busiest is first", names)


def test_maps():
    out = run(SKEP, "top", "-j", "1", "2")
    lines = [json.loads(line) for line in out.stdout.splitlines()]
    report(out.returncode == 0 and len(of(lines, NAME)) == 2, "two intervals are two", out.stderr)
    fill, long = of(lines, FILL), of(lines, LONG)
    report([(m["entries"], m["max_entries"], m["more"]) for m in fill] == 2 * [(23, 64, False)],
           "a hash map's elements are counted", fill)
    report([(m["entries"], m["more"]) for m in long] == 2 * [(10000, True)], "counting has a bound, and says so", long)


def test_text():
    out = run(SKEP, "top", "1", "1")
    rows = [line.split() for line in out.stdout.splitlines()]
    report(out.returncode == 0 and any(row[1:3] == ["socket_filter", NAME] for row in rows),
           "without a terminal it is a table", out.stdout + out.stderr)
    report(any(row[1:] == ["hash", FILL, "23", "64", "35.9"] for row in rows), "which says how full a map is", out.stdout)
    report("\033" not in out.stdout, "without escape sequences", repr(out.stdout[:80]))


def test_words():
    for words, code in ((["0"], 2), (["x"], 2), (["1", "0"], 2), (["1", "1", "1"], 2), (["-x"], 2)):
        out = run(SKEP, "top", *words)
        report(out.returncode == code and out.stderr.startswith("skep: "), f"skep top {' '.join(words)} is refused",
               out.stderr)


def test_privileges():
    if not shutil.which("setpriv"):
        report.skip("without privileges it says so", "no setpriv")
        return
    out = run("setpriv", "--bounding-set=-all", "--inh-caps=-all", SKEP, "top", "1", "1")
    report(out.returncode == 3 and "CAP_SYS_ADMIN" in out.stderr, "without privileges it says so",
           f"{out.returncode} {out.stderr}")


def test_terminal():
    """One screen, whatever there is to show."""
    if not shutil.which("tmux"):
        report.skip("a terminal", "no tmux")
        return
    tmux = ["tmux", "-L", f"skep-top-{os.getpid()}"]
    many = [Map(name=b"skep_many") for _ in range(30)]
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run([*tmux, "-u", "-f", "/dev/null", "new-session", "-d", "-x", "72", "-y", "20", f"{SKEP} top"],
                   check=True, env=env)
    screen = lambda: run(*tmux, "capture-pane", "-p").stdout.splitlines()
    try:
        shown = eventually(lambda: any(NAME in line for line in screen()))
        lines = screen()
        report(shown, "a terminal shows the program", lines)
        report(" programs, " in lines[0] and len(lines) <= 20, "it is one screen, its head at the top", lines)
        report(any(" more" in line and "..." in line for line in lines), "what does not fit is counted", lines)
        run(*tmux, "send-keys", "C-c")
        report(eventually(lambda: run(*tmux, "has-session").returncode != 0), "Ctrl-C ends it", screen())
    finally:
        run(*tmux, "kill-server")
        for one in many:
            one.close()


def main():
    program, busy = Program(NAME.encode()), Program(BUSY.encode())
    fill, long = Map(name=FILL.encode()), Map(entries=10050, name=LONG.encode())
    for number in range(23):
        fill.put(struct.pack("I", number), bytes(8))
    for number in range(10050):
        long.put(struct.pack("I", number), bytes(8))
    test_runs(program, busy)
    test_order(program, busy)
    test_maps()
    test_text()
    test_words()
    test_privileges()
    test_terminal()
    return report.end()


SKEP = sys.argv[1]
if os.geteuid() != 0:
    print("1..0 # SKIP programs of Linux are listed for root alone")
    sys.exit(0)
sys.exit(main())

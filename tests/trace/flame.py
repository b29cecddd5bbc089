#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep trace profile on a program whose functions are known; its flame graph is opened in headless Chromium, zoomed
into by clicks, searched and reset.

usage: tests/trace/flame.py SKEP BURN
"""
import json
import os
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")]
from browser import Page, chromium
from report import Report

SKEP, BURN = sys.argv[1:]
CALLS, SPINS = 103, 3000000
report = Report()


def equal(name, got, wanted):
    report(got == wanted, name, f"got {got}, wanted {wanted}")


def burn(*options):
    """What skep trace profile prints of the program."""
    with subprocess.Popen([BURN, str(CALLS), str(SPINS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        program.stdout.read(1)
        skep = subprocess.Popen([SKEP, "trace", "profile", "-p", str(program.pid), *options], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)
        said = skep.stderr.readline()
        program.stdin.write(b"g")
        program.stdin.flush()
        program.stdout.read(1)
        skep.send_signal(signal.SIGINT)
        out, talk = skep.communicate()
        program.stdin.close()
    equal(f"profile {options[0]}: ends well, and says by what", (skep.returncode, said, talk),
          (0, "skep trace profile: by perf event cpu-clock\n", ""))
    return out


def test_folded():
    lines = [line.rpartition(" ") for line in burn("--folded").splitlines()]
    inner = sum(int(count) for stack, _, count in lines if ";outer;inner" in stack)
    every = sum(int(count) for _, _, count in lines)
    report(every > 0, "folded: samples were taken", str(lines))
    report(inner >= every * 0.8, "folded: most of them where the program is", f"{inner} of {every}: {lines}")


def test_json():
    rows = [json.loads(line) for line in burn("-j").splitlines()]
    report(any(row["stack"][:2] == ["inner", "outer"] for row in rows), "json: stacks, the innermost first", str(rows))
    equal("json: of this program alone", {row["comm"] for row in rows}, {"burn"})


def wide(page, name):
    return page.value(f"+document.querySelector('.f[data-n={name}] rect').getAttribute('width')")


def test_flame():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "flame.svg")
        burn("--flame", path)
        text = open(path, encoding="utf8").read()
        equal("flame: one file that fetches nothing", ("<script>" not in text, text.count("http")), (False, 1))
        if not chromium():
            report.skip("flame: in a browser", "chromium is not installed: scripts/deps browser")
            return
        page = Page(path)
        try:
            look(page)
        finally:
            page.close()


def look(page):
    whole, before = wide(page, "all"), wide(page, "inner")
    report(whole > 1000 and before <= whole, "flame: drawn", f"{before} of {whole}")
    page.click(".f[data-n=inner] rect")
    equal("flame: a click zooms", wide(page, "inner"), whole)
    equal("flame: what leads there is dimmed", page.value("document.querySelector('.f[data-n=outer]').classList.contains('dim')"),
          True)
    page.click("#reset")
    equal("flame: reset", wide(page, "inner"), before)
    page.click_and_say("#search", "^(inner|outer)$")
    report(page.value("document.querySelectorAll('.hit').length") >= 2, "flame: a search marks what it finds", "too few")
    report("frames, " in page.value("document.getElementById('found').textContent"), "flame: and says how much it is", "")
    page.click("#reset")
    equal("flame: reset ends the search", page.value("document.querySelectorAll('.hit').length"), 0)


def main():
    if os.geteuid() != 0:
        print("ok 1 - flame # SKIP it needs root\n1..1")
        return 0
    test_folded()
    test_json()
    test_flame()
    return report.end()


sys.exit(main())

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Each tool of skep trace has a manual page, with the sections that are promised, which roff reads without complaint.
That the columns are the tool's is seen to when the pages are made (docs/toolpage.c). Each example is a command that
works, and its first line is what the tool prints now.

usage: tests/trace/pages.py SKEP PAGE...
"""
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

SKEP, PAGES = os.path.abspath(sys.argv[1]), sys.argv[2:]
SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "COLUMNS", "OVERHEAD", "EXAMPLES", "SEE ALSO"]
report = Report()


def look(tool, path):
    text = open(path, encoding="utf-8").read()
    parts = re.split(r"^\.SH (.*)\n", text, flags=re.M)
    sections = dict(zip(parts[1::2], parts[2::2]))
    report(list(sections) == SECTIONS and all(part.strip() for part in sections.values()), f"{tool}: sections",
           str({name: len(part) for name, part in sections.items()}))
    report(f"skep trace {tool}" in sections.get("EXAMPLES", ""), f"{tool}: an example of it", text)
    report(re.search(r"\d+", sections.get("OVERHEAD", "")), f"{tool}: figures", text)
    for command, after in examples(sections.get("EXAMPLES", "")):
        try_example(tool, command, after)
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", path], capture_output=True, text=True)
        report((done.returncode, done.stderr) == (0, ""), f"{tool}: roff reads it", done.stderr)


def examples(text):
    """Each command of a page, and the line that follows."""
    plain = text.replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")
    lines = [line for line in plain.splitlines() if not line.startswith(".")]
    return [(line[2:], after) for line, after in zip(lines, [*lines[1:], ""]) if line.startswith("$ ")]


def try_example(tool, command, after):
    """Ends it as soon as it begins: then it prints what there is, below its heads."""
    words = [SKEP if word == "skep" else word.replace("/usr/bin/skep:", SKEP + ":") for word in shlex.split(command)]
    with tempfile.TemporaryDirectory() as folder:
        skep = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        told = skep.stderr.readline()
        if ": by " in told:
            skep.send_signal(signal.SIGINT)
        out, rest = skep.communicate(timeout=60)
    if skep.returncode == 3:
        report.skip(f"{tool}: {command}", told.strip())
    elif "--folded" in command or after.startswith("$ ") or not after:
        report(skep.returncode == 0, f"{tool}: {command}: works", told + rest)
    else:
        report((skep.returncode, out.splitlines()[:1]) == (0, [after]), f"{tool}: {command}: its heads",
               f"{told}{rest}{out}wanted:\n{after}")


def main():
    listed = subprocess.run([SKEP, "trace", "--list", "-j"], capture_output=True, text=True, check=True).stdout
    pages = {re.fullmatch(r"skep-trace-(\w+)\.1", os.path.basename(path))[1]: path for path in PAGES}
    tools = [json.loads(line)["tool"] for line in listed.splitlines()]
    report(sorted(tools) == sorted(pages), "a page for each tool", f"{tools}: {pages}")
    for tool, path in sorted(pages.items()):
        look(tool, path)
    return report.end()


sys.exit(main())

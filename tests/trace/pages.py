#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Each tool of skep trace has a manual page, with the sections that are promised, which roff reads without complaint.
That the columns are the tool's is seen to when the pages are made (docs/toolpage.c).

usage: tests/trace/pages.py SKEP PAGE...
"""
import json
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

SKEP, PAGES = sys.argv[1], sys.argv[2:]
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
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", path], capture_output=True, text=True)
        report((done.returncode, done.stderr) == (0, ""), f"{tool}: roff reads it", done.stderr)


def main():
    listed = subprocess.run([SKEP, "trace", "--list", "-j"], capture_output=True, text=True, check=True).stdout
    pages = {re.fullmatch(r"skep-trace-(\w+)\.1", os.path.basename(path))[1]: path for path in PAGES}
    tools = [json.loads(line)["tool"] for line in listed.splitlines()]
    report(sorted(tools) == sorted(pages), "a page for each tool", f"{tools}: {pages}")
    for tool, path in sorted(pages.items()):
        look(tool, path)
    return report.end()


sys.exit(main())

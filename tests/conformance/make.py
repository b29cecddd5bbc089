#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Makes tests/data/conformance: each instruction on edge values, with what RFC 9669 says must come out.

The rows come from src/isa/*.def; what they compute is written here once more, in Python's integers, so that
the data judges the library and never the other way round. A row without an oracle is an error. The format
is told at the head of tests/test_conformance.c.

usage: tests/conformance/make.py DIRECTORY           writes the files anew
       tests/conformance/make.py DIRECTORY --check   TAP: are the files there the ones that would be written?
"""
import os
import sys

sys.dont_write_bytecode = True  # nothing but the data is left behind

import memory
import operations
import programs


def make():
    """Name of each file -> its text."""
    files = {}
    for part in (operations, memory, programs):
        for name, text in part.files():
            if name in files:
                raise SystemExit(f"{name} is made twice")
            files[name] = text
    return files


def present(directory):
    """Name of each file below a directory -> its text."""
    files = {}
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                files[os.path.relpath(path, directory)] = file.read()
    return files


def write(directory, files):
    for name in present(directory):
        if name not in files:
            os.remove(os.path.join(directory, name))
    for name, text in files.items():
        path = os.path.join(directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def check(directory, files):
    """Prints TAP; returns whether all is as it should be."""
    there = present(directory)
    names = sorted(files.keys() | there.keys())
    wrong = [name for name in names if files.get(name) != there.get(name)]
    for name in wrong:
        how = "is missing" if name not in there else "is not made any more" if name not in files else "differs"
        print(f"# {name} {how}: run tests/conformance/make.py and read the diff")
    print(f"{'not ok' if wrong or not names else 'ok'} 1 - {len(names)} files are as they are made")
    print("1..1")
    return not wrong


def main():
    if len(sys.argv) == 3 and sys.argv[2] == "--check":
        return 0 if check(sys.argv[1], make()) else 1
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    write(sys.argv[1], make())
    return 0


sys.exit(main())

# SPDX-License-Identifier: BSD-2-Clause
"""The rows of src/isa/*.def, numbers of a width, and how a file of cases is written."""
import os
import re

ISA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "isa")


def rows(file, macro):
    """The arguments of each MACRO(...) line of a .def file; texts without their quotes."""
    found = []
    with open(os.path.join(ISA, file), encoding="utf-8") as lines:
        for line in lines:
            match = re.match(rf"{macro}\((.*)\)$", line.strip())
            if match:
                fields = re.findall(r'\s*("[^"]*"|[^,]+)\s*(?:,|$)', match.group(1))
                found.append([field.strip().strip('"') for field in fields])
    if not found:
        raise SystemExit(f"src/isa/{file} has no {macro} row")
    return found


def unsigned(value, bits=64):
    return value & ((1 << bits) - 1)


def signed(value, bits=64):
    value = unsigned(value, bits)
    return value - (1 << bits) if value >> (bits - 1) else value


def oracle_of(oracles, name):
    if name not in oracles:
        raise SystemExit(f"{name} stands in src/isa, but tests/conformance has no oracle for it")
    return oracles[name]


class Cases:
    """The text of one file."""

    def __init__(self, comment, asm, packet=None):
        self.lines = [comment, "-- asm", *asm.strip("\n").split("\n")]
        if packet is not None:
            self.lines += ["-- packet", packet.hex(" ")]
        self.lines.append("-- cases")
        self.count = 0

    def program(self, linux=True, **placeholders):
        """The cases that follow are of the program with these in the place of $NAME."""
        words = [f"{name}={value}" for name, value in placeholders.items()]
        self.lines.append(" ".join(["program", *words] + ([] if linux else ["!linux"])))

    def case(self, before, after):
        self.lines.append(" ".join([f"{unsigned(word):x}" for word in before] + ["->"] +
                                   [f"{unsigned(word):x}" for word in after]))
        self.count += 1

    def text(self):
        return "\n".join(self.lines) + "\n"

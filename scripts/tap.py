# SPDX-License-Identifier: BSD-2-Clause
"""Counting TAP: one place that says what a result line is."""
import re

RESULT = re.compile(r"^(not )?ok\b(.*)$", re.M)


class Counts:
    """Results so far; str() is the closing line."""

    def __init__(self):
        self.passed = self.failed = 0
        self.skipped = []  # reasons

    def add(self, text):
        """Counts every result line of a TAP text."""
        for bad, rest in RESULT.findall(text):
            skip = re.search(r"# SKIP\s*(.*)", rest)
            if bad:
                self.failed += 1
            elif skip:
                self.skipped.append(skip.group(1))
            else:
                self.passed += 1

    def __str__(self):
        line = f"{self.passed} passed, {self.failed} failed"
        return line + (f", {len(self.skipped)} skipped" if self.skipped else "")

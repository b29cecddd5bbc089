# SPDX-License-Identifier: BSD-2-Clause
"""A report in TAP, for tests in Python."""


class Report:
    """Counts tests and prints them as TAP."""

    def __init__(self):
        self.count = self.failed = 0

    def __call__(self, held, name, why=""):
        self.count += 1
        self.failed += not held
        print(f"{'ok' if held else 'not ok'} {self.count} - {name}", flush=True)
        if not held:
            print("\n".join("# " + line for line in str(why).splitlines()[:60]), flush=True)

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}", flush=True)

    def end(self):
        print(f"1..{self.count}")
        return 1 if self.failed else 0

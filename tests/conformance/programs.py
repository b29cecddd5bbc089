# SPDX-License-Identifier: BSD-2-Clause
"""What takes more than one instruction: wide immediates, jumps over each other, loops, local calls."""
from operations import INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, PATTERN, REVERSED
from table import Cases, unsigned

WIDE = """
r$D = $W ll
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
# Each way through leaves a mark of its own.
GOTO = """
r0 = 0
r2 = *(u64 *)(r1 +0)
if r2 == 0 goto none
$G first
none:
r0 += 1
$G last
back:
r0 += 4
exit:
*(u64 *)(r1 +64) = r0
r0 = 0
exit
first:
r0 += 2
if r2 == 1 goto last
$G back
last:
r0 += 8
$G exit
"""
LOOP = """
r2 = *(u64 *)(r1 +0)
r2 &= 31
r0 = 0
r3 = 1
next:
if r2 == 0 goto done
r0 += r3
r3 *= 3
r2 -= 1
goto next
done:
*(u64 *)(r1 +64) = r0
r0 = 0
exit
"""
# What is left of the run is enough: each goes on.
MAY_GOTO = """
r2 = *(u64 *)(r1 +0)
r2 &= 31
r0 = 0
r3 = 1
may_goto on
on:
r0 += 2
next:
may_goto done
if r2 == 0 goto done
r0 += r3
r3 *= 3
r2 -= 1
may_goto +1
goto next
r0 = -1
done:
*(u64 *)(r1 +64) = r0
r0 = 0
exit
"""
EXITS = """
r0 = 7
*(u64 *)(r1 +64) = r0
r2 = *(u64 *)(r1 +0)
if r2 s< 0 goto negative
r0 = 0
exit
negative:
r0 = 9
*(u64 *)(r1 +64) = r0
r0 = 0
exit
"""
# The callee spoils r1 to r9 and its own stack: r6 to r9 and the caller's stack are as before.
CALL_KEEPS = """
r6 = r1
r7 = *(u64 *)(r6 +0)
r8 = *(u64 *)(r6 +8)
r9 = *(u64 *)(r6 +16)
*(u64 *)(r10 -8) = r7
*(u64 *)(r10 -{far}) = r8
r1 = r7
r2 = r8
r3 = r9
r4 = 4
r5 = 5
call mix
*(u64 *)(r6 +64) = r0
*(u64 *)(r6 +72) = r7
*(u64 *)(r6 +80) = r8
*(u64 *)(r6 +88) = r9
r2 = *(u64 *)(r10 -8)
*(u64 *)(r6 +96) = r2
r2 = *(u64 *)(r10 -{far})
*(u64 *)(r6 +104) = r2
r0 = 0
exit
mix:
r0 = r1
r0 *= 3
r0 += r2
r0 *= 3
r0 += r3
r0 *= 3
r0 += r4
r0 *= 3
r0 += r5
r6 = -1
r7 = -2
r8 = -3
r9 = -4
*(u64 *)(r10 -8) = r6
{deep}
r1 = 0
r2 = 0
r3 = 0
r4 = 0
r5 = 0
exit
"""
# A pointer to the caller's stack is good in the callee.
CALL_POINTER = """
r6 = r1
r2 = *(u64 *)(r6 +0)
*(u64 *)(r10 -8) = r2
*(u64 *)(r10 -16) = r2
r1 = r10
r1 += -16
r2 = *(u64 *)(r6 +8)
call put
r2 = *(u64 *)(r10 -8)
*(u64 *)(r6 +64) = r2
r2 = *(u64 *)(r10 -16)
*(u64 *)(r6 +72) = r2
r0 = 0
exit
put:
*(u64 *)(r10 -8) = r2
*(u64 *)(r1 +0) = r2
r0 = 0
exit
"""
# One after the other, and one of them twice.
CALL_TWICE = """
r6 = r1
r1 = *(u64 *)(r6 +0)
call double
r1 = r0
call double
r1 = r0
call increase
*(u64 *)(r6 +64) = r0
r0 = 0
exit
increase:
r0 = r1
r0 += 1
exit
double:
r0 = r1
r0 += r0
exit
"""
# A function that calls itself, which Linux does not allow.
CALL_ITSELF = """
r6 = r1
r1 = *(u64 *)(r6 +0)
r1 &= 7
if r1 < 7 goto call
r1 = 6
call:
call factorial
*(u64 *)(r6 +64) = r0
r0 = 0
exit
factorial:
r6 = r1
r0 = 1
if r1 == 0 goto end
r1 -= 1
call factorial
r0 *= r6
end:
exit
"""


def wide():
    cases = Cases("LD_IMM64: 64 bits of immediate.", WIDE)
    for value in (0, 1, -1, INT32_MAX, INT32_MIN, 1 << 31, (1 << 32) - 1, 1 << 32, INT64_MAX, INT64_MIN, PATTERN,
                  REVERSED):
        for d in (0, 2, 6, 9):
            cases.program(D=d, W=f"0x{unsigned(value):x}")
            cases.case([], [value])
    return cases


def goto():
    cases = Cases("Jumps that are always taken, forwards and back, in both sizes.", GOTO)
    for word in ("goto", "gotol"):
        cases.program(G=word)
        cases.case([0], [1 + 8])
        cases.case([1], [2 + 8])
        cases.case([2], [2 + 4])
    return cases


def loop():
    cases = Cases("A loop: the sum of the powers of 3.", LOOP)
    cases.program()
    for turns in range(32):
        cases.case([turns], [sum(3**n for n in range(turns))])
    return cases


def may_goto():
    cases = Cases("may_goto that goes on: to what follows, out of a loop, over its jump back.", MAY_GOTO)
    cases.program()
    for turns in range(32):
        cases.case([turns], [2 + sum(3**n for n in range(turns))])
    return cases


def exits():
    cases = Cases("More than one exit.", EXITS)
    cases.program()
    for value in (0, 1, -1, INT64_MIN):
        cases.case([value], [9 if value < 0 else 7])
    return cases


def call_keeps():
    for name, far, deep, linux in (("call_keeps", 256, "", True),
                                   ("call_keeps_stack", 512, "*(u64 *)(r10 -512) = r7", False)):
        cases = Cases("What a local call keeps." + ("" if linux else " Linux has 512 bytes for all frames together."),
                      CALL_KEEPS.format(far=far, deep=deep))
        cases.program(linux=linux)
        for a, b, c in ((1, 2, 3), (PATTERN, REVERSED, -1), (INT64_MIN, INT64_MAX, 0)):
            result = (((a * 3 + b) * 3 + c) * 3 + 4) * 3 + 5
            cases.case([a, b, c], [result, a, b, c, a, b])
        yield name, cases


def call_pointer():
    cases = Cases("The callee writes the caller's stack through a pointer.", CALL_POINTER)
    cases.program()
    for a, b in ((1, 2), (PATTERN, REVERSED)):
        cases.case([a, b], [a, b])
    return cases


def call_twice():
    cases = Cases("Local calls one after the other.", CALL_TWICE)
    cases.program()
    for value in (0, 5, -1, INT64_MAX, PATTERN):
        cases.case([value], [4 * value + 1])
    return cases


def call_itself():
    cases = Cases("A function that calls itself, down to the eighth frame.", CALL_ITSELF)
    cases.program(linux=False)
    for value, factorial in enumerate((1, 1, 2, 6, 24, 120, 720)):
        cases.case([value], [factorial])
    return cases


def call_chain():
    """Eight frames; each keeps its depth in r6 and on its stack, and adds both to what it gets back."""
    lines = ["r7 = r1", "r6 = *(u64 *)(r7 +0)", "*(u64 *)(r10 -8) = r6", "r1 = r6", "call f2", "r0 += r6",
             "r2 = *(u64 *)(r10 -8)", "r0 += r2", "*(u64 *)(r7 +64) = r0", "r0 = 0", "exit"]
    for depth in range(2, 9):
        lines += [f"f{depth}:", "r6 = r1", f"r6 *= {depth}", "*(u64 *)(r10 -8) = r6", "r1 = r6",
                  f"call f{depth + 1}" if depth < 8 else "r0 = r1", "r0 += r6", "r2 = *(u64 *)(r10 -8)", "r0 += r2",
                  "exit"]
    cases = Cases("Local calls down to the eighth frame.", "\n".join(lines))
    cases.program()
    for value in (0, 1, -1, 12345, PATTERN):
        kept, total = value, 2 * value
        for depth in range(2, 9):
            kept *= depth
            total += 2 * kept + (kept if depth == 8 else 0)
        cases.case([value], [total])
    return cases


def files():
    """Pairs of name and text."""
    made = {"ld_imm64": wide(), "goto": goto(), "loop": loop(), "may_goto": may_goto(), "exits": exits(),
            "call_pointer": call_pointer(), "call_twice": call_twice(), "call_itself": call_itself(),
            "call_chain": call_chain(), **dict(call_keeps())}
    return [(f"program/{name}.t", cases.text()) for name, cases in made.items()]

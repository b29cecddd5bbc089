# SPDX-License-Identifier: BSD-2-Clause
"""Arithmetic and jumps."""
from table import Cases, oracle_of, rows, signed, unsigned

INT32_MIN, INT32_MAX = -(1 << 31), (1 << 31) - 1
INT64_MIN, INT64_MAX = -(1 << 63), (1 << 63) - 1
PATTERN, REVERSED = 0x123456789abcdef0, 0xfedcba9876543210

FIRST = [0, 1, 2, 7, 100, -1, -2, INT32_MAX, 1 << 31, (1 << 32) - 1, 1 << 32, INT32_MIN, INT64_MAX, INT64_MIN,
         INT64_MIN + 1, PATTERN, REVERSED, 0x00ff00ff80008000]
SECOND = [0, 1, 2, 3, 10, -1, -2, -10, INT32_MAX, 1 << 31, (1 << 32) - 1, 1 << 32, INT32_MIN, INT64_MAX, INT64_MIN,
          PATTERN]
COUNTS = [0, 1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 127, 256, -1, 1 << 31, (1 << 32) + 1]

IMMEDIATES = [0, 1, 2, 7, -1, -2, 127, 128, -128, -129, 0x8000, 0xffff, INT32_MAX, INT32_MIN, 0x12345678]
DIVISORS = [3, 5, 6, 9, 10, 11, 12, 13, 14, 25, 60, 64, 100, 125, 641, 1000, 4096, 65535, 65536, 1000000007, 1 << 30,
            INT32_MAX - 1, -3, -7, -10, -64, -1000, INT32_MIN + 1]
SHIFTS = [0, 1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, -1]

# Neighbours, and both sides of each sign.
COMPARED = [0, 1, 2, -1, -2, INT32_MAX - 1, INT32_MAX, 1 << 31, (1 << 31) + 1, (1 << 32) - 1, 1 << 32, INT32_MIN,
            INT64_MAX, INT64_MIN, INT64_MIN + 1, 0x5555555555555555]
COMPARED_IMMEDIATES = [0, 1, 2, -1, -2, INT32_MAX - 1, INT32_MAX, INT32_MIN, INT32_MIN + 1, 0x55555555]

# Registers are not alike in machine code; r1 holds the memory.
REGISTERS = [0, 2, 3, 4, 5, 6, 9]


def divide(d, s):
    """Rounds towards zero."""
    quotient = abs(d) // abs(s)
    return quotient if (d < 0) == (s < 0) else -quotient


def sdiv(d, s, bits):
    d, s = signed(d, bits), signed(s, bits)
    return divide(d, s) if s else 0


def smod(d, s, bits):
    d, s = signed(d, bits), signed(s, bits)
    return d - divide(d, s) * s if s else d


# d and s are unsigned numbers of the width; results are cut to it.
COMPUTE = {
    "ADD": lambda d, s, bits: d + s,
    "SUB": lambda d, s, bits: d - s,
    "MUL": lambda d, s, bits: d * s,
    "DIV": lambda d, s, bits: d // s if s else 0,
    "SDIV": sdiv,
    "OR": lambda d, s, bits: d | s,
    "AND": lambda d, s, bits: d & s,
    "LSH": lambda d, s, bits: d << s % bits,
    "RSH": lambda d, s, bits: d >> s % bits,
    "MOD": lambda d, s, bits: d % s if s else d,
    "SMOD": smod,
    "XOR": lambda d, s, bits: d ^ s,
    "MOV": lambda d, s, bits: s,
    "ARSH": lambda d, s, bits: signed(d, bits) >> s % bits,
}

EXTEND = {"MOVSX8": 8, "MOVSX16": 16, "MOVSX32": 32}

NEGATE = {"NEG": lambda d, bits: -d}


def reverse(value, bits):
    return int.from_bytes(unsigned(value, bits).to_bytes(bits // 8, "little"), "big")


# Of a little-endian machine.
SWAP = {
    "LE16": lambda d: unsigned(d, 16),
    "LE32": lambda d: unsigned(d, 32),
    "LE64": lambda d: d,
    **{f"{kind}{bits}": lambda d, bits=bits: reverse(d, bits) for kind in ("BE", "BSWAP") for bits in (16, 32, 64)},
}

COMPARE = {
    "JEQ": lambda d, s, bits: d == s,
    "JGT": lambda d, s, bits: d > s,
    "JGE": lambda d, s, bits: d >= s,
    "JSET": lambda d, s, bits: d & s != 0,
    "JNE": lambda d, s, bits: d != s,
    "JSGT": lambda d, s, bits: signed(d, bits) > signed(s, bits),
    "JSGE": lambda d, s, bits: signed(d, bits) >= signed(s, bits),
    "JLT": lambda d, s, bits: d < s,
    "JLE": lambda d, s, bits: d <= s,
    "JSLT": lambda d, s, bits: signed(d, bits) < signed(s, bits),
    "JSLE": lambda d, s, bits: signed(d, bits) <= signed(s, bits),
}

LETTER = {32: "w", 64: "r"}
SHIFTING = ("LSH", "RSH", "ARSH")
DIVIDING = ("DIV", "SDIV", "MOD", "SMOD")


def result(name, d, s, bits):
    return unsigned(oracle_of(COMPUTE, name)(unsigned(d, bits), unsigned(s, bits), bits), bits)


def holds(name, d, s, bits):
    return oracle_of(COMPARE, name)(unsigned(d, bits), unsigned(s, bits), bits)


def linux_takes(name, bits, immediate):
    """Linux refuses what it sees to be pointless."""
    if name in DIVIDING:
        return immediate != 0
    return name not in SHIFTING or 0 <= immediate < bits


# The second operand is written back, so that it is seen to be what it was.
ALU_X = """
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
{r}$D {sign} {r}$S
*(u64 *)(r1 +64) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
"""
ALU_K = """
r$D = *(u64 *)(r1 +0)
{r}$D {sign} $K
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
ALU_SAME = """
r$D = *(u64 *)(r1 +0)
{r}$D {sign} {r}$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
ALU_ONE = """
r$D = *(u64 *)(r1 +0)
{r}$D = {sign}{r}$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
ALU_EXTEND = """
r$S = *(u64 *)(r1 +0)
r$D = -1
{r}$D = {sign}{r}$S
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
JUMP_X = """
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r7 = 1
if {r}$D {sign} {r}$S goto +1
r7 = 0
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +0) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
"""
JUMP_K = """
r7 = 1
r$D = *(u64 *)(r1 +0)
if {r}$D {sign} $K goto +1
r7 = 0
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +0) = r$D
r0 = 0
exit
"""


def register_pairs(usual):
    return [(d, s) for d in REGISTERS for s in REGISTERS if d != s and (d, s) != usual]


def alu_x(name, sign, bits):
    cases = Cases(f"{name}, {bits} bits, from a register.", ALU_X.format(r=LETTER[bits], sign=sign))
    cases.program(D=0, S=2)
    for d in FIRST:
        for s in COUNTS if name in SHIFTING else SECOND:
            cases.case([d, s], [result(name, d, s, bits)])
    for d, s in register_pairs((0, 2)):
        cases.program(D=d, S=s)
        for values in ((REVERSED, 13), (-PATTERN, 0x80000000fffffff1)):
            cases.case(values, [result(name, *values, bits)])
    return cases


def alu_k(name, sign, bits):
    cases = Cases(f"{name}, {bits} bits, from an immediate.", ALU_K.format(r=LETTER[bits], sign=sign))
    immediates = SHIFTS if name in SHIFTING else IMMEDIATES + (DIVISORS if name in DIVIDING else [])
    for k in immediates:
        cases.program(D=0, K=k, linux=linux_takes(name, bits, k))
        for d in FIRST:
            cases.case([d], [result(name, d, k, bits)])
    for d in REGISTERS[1:]:
        for k in (5, 16):
            cases.program(D=d, K=k)
            cases.case([REVERSED], [result(name, REVERSED, k, bits)])
    return cases


def alu_same(name, sign, bits):
    cases = Cases(f"{name}, {bits} bits, of a register with itself.", ALU_SAME.format(r=LETTER[bits], sign=sign))
    for d in REGISTERS:
        cases.program(D=d)
        for value in FIRST:
            cases.case([value], [result(name, value, value, bits)])
    return cases


def alu_one(comment, asm, compute):
    cases = Cases(comment, asm)
    for d in REGISTERS:
        cases.program(D=d)
        for value in FIRST if d == 0 else (PATTERN, REVERSED):
            cases.case([value], [compute(unsigned(value))])
    return cases


def alu_extend(name, sign, bits):
    size = oracle_of(EXTEND, name)
    cases = Cases(f"{name}, to {bits} bits.", ALU_EXTEND.format(r=LETTER[bits], sign=sign))
    edges = [0, 1, -1, (1 << size - 1) - 1, 1 << size - 1, (1 << size) - 1, 1 << size, PATTERN, REVERSED]
    for d, s in [(0, 2), (2, 0), (3, 3), (6, 9), (9, 4), (0, 0)]:
        cases.program(D=d, S=s)
        for value in edges:
            # With one register the mov between has replaced what was loaded.
            read = -1 if d == s else value
            cases.case([value], [unsigned(signed(read, size), bits)])
    return cases


def jump_x(name, sign, bits):
    cases = Cases(f"{name}, {bits} bits, with a register.", JUMP_X.format(r=LETTER[bits], sign=sign))
    cases.program(D=2, S=3)
    for d in COMPARED:
        for s in COMPARED:
            cases.case([d, s], [holds(name, d, s, bits)])
    for d, s in register_pairs((2, 3)):
        cases.program(D=d, S=s)
        for values in ((5, -5), (-6, 5), (5, 5)):
            cases.case(values, [holds(name, *values, bits)])
    return cases


def jump_k(name, sign, bits):
    cases = Cases(f"{name}, {bits} bits, with an immediate.", JUMP_K.format(r=LETTER[bits], sign=sign))
    for k in COMPARED_IMMEDIATES:
        cases.program(D=2, K=k)
        for d in COMPARED:
            cases.case([d], [holds(name, d, k, bits)])
    for d in (0, 3, 4, 6, 9):
        cases.program(D=d, K=-6)
        for value in (-6, 5, -7):
            cases.case([value], [holds(name, value, -6, bits)])
    return cases


def files():
    """Pairs of name and text."""
    made = []
    for name, _, _, _, sign, word, _ in rows("alu.def", "ALU"):
        for bits in (32, 64):
            made.append((f"alu/{word}{bits}_x.t", alu_x(name, sign, bits)))
            made.append((f"alu/{word}{bits}_k.t", alu_k(name, sign, bits)))
            made.append((f"alu/{word}{bits}_same.t", alu_same(name, sign, bits)))
    for name, bits, _, _, sign, word, _ in rows("alu.def", "ALU_SIGN_EXTEND"):
        made.append((f"alu/{word}_{bits}.t", alu_extend(name, sign, int(bits))))
    for name, _, _, sign, word, _ in rows("alu.def", "ALU_ONE"):
        negate = oracle_of(NEGATE, name)
        for bits in (32, 64):
            made.append((f"alu/{word}{bits}.t",
                         alu_one(f"{name}, {bits} bits.", ALU_ONE.format(r=LETTER[bits], sign=sign),
                                 lambda d, bits=bits: unsigned(negate(d, bits), bits))))
    for name, _, _, _, word, _ in rows("alu.def", "ALU_SWAP"):
        made.append((f"alu/{word}.t", alu_one(f"{name}, on a little-endian machine.",
                                              ALU_ONE.format(r="r", sign=word + " "), oracle_of(SWAP, name))))
    for name, _, sign, word, _ in rows("cmp.def", "CMP"):
        for bits in (32, 64):
            made.append((f"jump/{word}{bits}_x.t", jump_x(name, sign, bits)))
            made.append((f"jump/{word}{bits}_k.t", jump_k(name, sign, bits)))
    return [(name, cases.text()) for name, cases in made]

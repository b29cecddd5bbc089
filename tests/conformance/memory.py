# SPDX-License-Identifier: BSD-2-Clause
"""Loads, stores, atomic operations and packet loads, on a little-endian machine."""
from operations import INT32_MAX, INT32_MIN, INT64_MIN, PATTERN, REVERSED
from table import Cases, oracle_of, rows, signed, unsigned

WORDS = [(0, -1), (0x7f7f7f7f7f7f7f7f, 0x8080808080808080), (PATTERN, REVERSED), (REVERSED, PATTERN)]
STORED = [0, -1, 0x7f, 0x80, 0x7fff8000, PATTERN, REVERSED, INT64_MIN]
STORED_IMMEDIATES = [0, 1, -1, 0x7f, 0x80, -128, 0x7fff, 0x8000, INT32_MAX, INT32_MIN, 0x12345678]

LOAD = """
r$B = r1
r$D = *({sign}{bits} *)(r$B $O)
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
LOAD_STACK = """
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = *(u64 *)(r1 +8)
*(u64 *)(r10 -8) = r3
r2 = r10
r2 += $M
r0 = *({sign}{bits} *)(r2 $O)
*(u64 *)(r1 +64) = r0
r0 = 0
exit
"""
# Two words of pattern, with the stored bytes between.
STORE = """
r7 = *(u64 *)(r1 +8)
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +72) = r7
r$S = *(u64 *)(r1 +0)
*(u{bits} *)(r1 $O) = {value}
r0 = 0
exit
"""
STORE_STACK = """
r7 = *(u64 *)(r1 +8)
*(u64 *)(r10 -16) = r7
*(u64 *)(r10 -8) = r7
r$S = *(u64 *)(r1 +0)
*(u{bits} *)(r10 $O) = {value}
r7 = *(u64 *)(r10 -16)
*(u64 *)(r1 +64) = r7
r7 = *(u64 *)(r10 -8)
*(u64 *)(r1 +72) = r7
r0 = 0
exit
"""
# Memory, src and r0 behind the operation, and the source of the next word, which it may not touch.
ATOMIC = """
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = -1
*(u64 *)(r10 -8) = r3
r0 = *(u64 *)(r1 +16)
r$S = *(u64 *)(r1 +8)
r5 = r10
{text}
*(u64 *)(r1 +72) = r$S
*(u64 *)(r1 +80) = r0
r3 = *(u64 *)(r10 -16)
*(u64 *)(r1 +64) = r3
r3 = *(u64 *)(r10 -8)
*(u64 *)(r1 +88) = r3
r0 = 0
exit
"""
# The same accesses in an order that others see, aligned ones.
LOAD_ACQUIRE = """
r$B = r10
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = *(u64 *)(r1 +8)
*(u64 *)(r10 -8) = r3
r$D = load_acquire((u{bits} *)(r$B $O))
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
"""
STORE_RELEASE = """
r7 = *(u64 *)(r1 +8)
*(u64 *)(r10 -16) = r7
*(u64 *)(r10 -8) = r7
r$B = r10
r$S = *(u64 *)(r1 +0)
store_release((u{bits} *)(r$B $O), r$S)
r7 = *(u64 *)(r10 -16)
*(u64 *)(r1 +64) = r7
r7 = *(u64 *)(r10 -8)
*(u64 *)(r1 +72) = r7
r0 = 0
exit
"""
PACKET_ABS = """
r6 = r1
r0 = 5
r0 = *(u{bits} *)skb[$K]
exit
"""
PACKET_IND = """
r6 = r1
r$S = $B
r0 = 5
r0 = *(u{bits} *)skb[r$S + $K]
exit
"""

# What memory and the old value make, and whether r0 or src gets the old value.
MODIFY = {
    "ADD": lambda old, s: old + s,
    "OR": lambda old, s: old | s,
    "AND": lambda old, s: old & s,
    "XOR": lambda old, s: old ^ s,
}


def as_bytes(words):
    return b"".join(unsigned(word).to_bytes(8, "little") for word in words)


def as_words(data):
    return [int.from_bytes(data[at:at + 8], "little") for at in range(0, len(data), 8)]


def loaded(words, at, bits, is_signed):
    return int.from_bytes(as_bytes(words)[at:at + bits // 8], "little", signed=is_signed)


def stored(words, at, bits, value):
    data = bytearray(as_bytes(words))
    data[at:at + bits // 8] = unsigned(value, bits).to_bytes(bits // 8, "little")
    return as_words(bytes(data))


def places(bits):
    """Offsets in two words, and whether Linux allows an access there: of what it has no room to be unaligned."""
    size = bits // 8
    return [(at, at % size == 0) for at in sorted({0, size, 16 - size, 8 - size, 1, 3, 9 - size, 16 - size - 1} - {8})
            if 0 <= at <= 16 - size]


def load(name, bits, is_signed):
    sign = "s" if is_signed else "u"
    cases = Cases(f"{name}: {bits} bits of memory.", LOAD.format(sign=sign, bits=bits))
    for at, aligned in places(bits):
        cases.program(D=0, B=2, O=f"{at:+}", linux=aligned)
        for words in WORDS:
            cases.case(words, [loaded(words, at, bits, is_signed)])
    for d, base in [(2, 2), (3, 2), (0, 0), (9, 6), (6, 9), (4, 4)]:
        cases.program(D=d, B=base, O="+8")
        for words in WORDS:
            cases.case(words, [loaded(words, 8, bits, is_signed)])
    return cases


def load_stack(name, bits, is_signed):
    sign = "s" if is_signed else "u"
    cases = Cases(f"{name}: {bits} bits of the stack, at offsets of both signs.",
                  LOAD_STACK.format(sign=sign, bits=bits))
    for at, aligned in places(bits):
        for moved in (0, -200, -16, 300):
            cases.program(M=moved, O=f"{at - 16 - moved:+}", linux=aligned)
            for words in WORDS[1:3]:
                cases.case(words, [loaded(words, at, bits, is_signed)])
    return cases


def store(name, bits, where):
    asm, base = where
    cases = Cases(f"{name}: {bits} bits from a register.", asm.format(bits=bits, value="r$S"))
    for at, aligned in places(bits):
        cases.program(S=2, O=f"{at + base:+}", linux=aligned)
        for value in STORED:
            pattern = ~value ^ 0x0f0f0f0f0f0f0f0f
            cases.case([value, pattern], stored([pattern] * 2, at, bits, value))
    for s in (0, 3, 4, 5, 6, 9):
        cases.program(S=s, O=f"{base:+}")
        cases.case([REVERSED, PATTERN], stored([PATTERN] * 2, 0, bits, REVERSED))
    return cases


def store_immediate(name, bits, where):
    asm, base = where
    cases = Cases(f"{name}: {bits} bits of an immediate, sign-extended.", asm.format(bits=bits, value="$K"))
    for at, aligned in places(bits):
        for value in STORED_IMMEDIATES:
            cases.program(S=2, O=f"{at + base:+}", K=value, linux=aligned)
            for pattern in (PATTERN, -1):
                cases.case([0, pattern], stored([pattern] * 2, at, bits, value))
    return cases


def aligned_places(bits):
    return [at for at, aligned in places(bits) if aligned]


def load_acquire(bits):
    cases = Cases(f"LOAD_ACQ{bits}: {bits} bits of the stack.", LOAD_ACQUIRE.format(bits=bits))
    for at in aligned_places(bits):
        cases.program(D=0, B=2, O=f"{at - 16:+}")
        for words in WORDS:
            cases.case(words, [loaded(words, at, bits, False)])
    for d, base in [(2, 2), (3, 5), (9, 6), (6, 9), (4, 4), (5, 0)]:
        cases.program(D=d, B=base, O="-8")
        for words in WORDS:
            cases.case(words, [loaded(words, 8, bits, False)])
    return cases


def store_release(bits):
    cases = Cases(f"STORE_REL{bits}: {bits} bits from a register.", STORE_RELEASE.format(bits=bits))
    for at in aligned_places(bits):
        cases.program(S=2, B=5, O=f"{at - 16:+}")
        for value in STORED:
            pattern = ~value ^ 0x0f0f0f0f0f0f0f0f
            cases.case([value, pattern], stored([pattern] * 2, at, bits, value))
    for s, base in ((0, 5), (3, 4), (4, 0), (5, 6), (6, 9), (9, 2)):
        cases.program(S=s, B=base, O="-16")
        cases.case([REVERSED, PATTERN], stored([PATTERN] * 2, 0, bits, REVERSED))
    return cases


def atomic(name, text, bits, operate):
    """operate(old, src, r0), of the width -> memory, and src and r0 of 64 bits, None where they stay."""
    cases = Cases(f"{name}.", ATOMIC.format(text=text))
    values = [0, 1, -1, INT32_MAX, 1 << 31, INT64_MIN, PATTERN, REVERSED]

    def one(at, source, old, s, r0):
        word, s, r0 = unsigned(old), unsigned(s), unsigned(s if source == 0 else r0)
        part = loaded([word], at, bits, False)
        memory, new_s, new_r0 = operate(part, unsigned(s, bits), unsigned(r0, bits))
        registers = {source: s, 0: r0}
        registers |= {} if new_s is None else {source: new_s}
        registers |= {} if new_r0 is None else {0: new_r0}
        cases.case([old, s, r0], [*stored([word], at, bits, memory), registers[source], registers[0], -1])

    for at in range(0, 8, bits // 8):
        cases.program(S=2, O=f"{at - 16:+}")
        for old in values:
            for s in values:
                one(at, 2, old, s, ~old)
            # Equal, and in one half alone.
            for r0 in (old, old ^ 1 << 32, old ^ 1 << 63, old ^ 1, old >> 32):
                one(at, 2, old, 1, r0)
    for source in (0, 3, 4, 6, 9):
        cases.program(S=source, O="-16")
        for old in (PATTERN, REVERSED):
            for r0 in (old, ~old):
                one(0, source, old, REVERSED, r0)
    return cases


def atomics():
    for name, _, sign, word, _ in rows("atomic.def", "ATOMIC"):
        modify = oracle_of(MODIFY, name)
        for bits, call in ((32, "atomic"), (64, "atomic64")):
            pointer = f"(u{bits} *)(r5 $O)"
            yield f"{word}{bits}", atomic(f"{name}, {bits} bits", f"lock *{pointer} {sign} r$S", bits,
                                          lambda old, s, r0: (modify(old, s), None, None))
            yield f"fetch_{word}{bits}", atomic(f"{name} and fetch, {bits} bits",
                                                f"r$S = {call}_fetch_{word}({pointer}, r$S)", bits,
                                                lambda old, s, r0: (modify(old, s), old, None))


def exchange(old, s, r0):
    return s, old, None


def compare_exchange(old, s, r0):
    return s if old == r0 else old, None, old


# How the text is written, and what it does.
EXCHANGE = {
    "XCHG": ("r$S = {call}_xchg({pointer}, r$S)", exchange),
    "CMPXCHG": ("r0 = {call}_cmpxchg({pointer}, r0, r$S)", compare_exchange),
}


def exchanges():
    for name, *_, word in rows("atomic.def", "ATOMIC_SWAP"):
        text, operate = oracle_of(EXCHANGE, name)
        for bits, call in ((32, "atomic"), (64, "atomic64")):
            line = text.format(call=call, pointer=f"(u{bits} *)(r5 $O)")
            yield f"{word}{bits}", atomic(f"{name}, {bits} bits", line, bits, operate)


PACKET = bytes((7 * n + 1) % 256 for n in range(50))
NET_OFFSET = -0x100000  # linux/filter.h: SKF_NET_OFF; the network header is the packet's first byte here
OFFSETS = [0, 1, 2, 3, 31, 45, 46, 47, 48, 49, 50, 51, INT32_MAX, INT32_MIN, -1, -0x1000, NET_OFFSET, NET_OFFSET + 46,
           NET_OFFSET + 49, NET_OFFSET + 50]


def packet_bytes(offset, bits):
    """What a load finds, in network order; 0 ends the program where there is nothing."""
    at = signed(offset, 32)
    at = at - NET_OFFSET if NET_OFFSET <= at < 0 else at
    return int.from_bytes(PACKET[at:at + bits // 8], "big") if 0 <= at <= len(PACKET) - bits // 8 else 0


def packets():
    for bits, *_ in rows("insn.def", "PACKET"):
        bits = int(bits)
        absolute = Cases(f"LD_ABS{bits}.", PACKET_ABS.format(bits=bits), PACKET)
        for k in OFFSETS:
            absolute.program(K=k)
            absolute.case([], [packet_bytes(k, bits)])
        yield f"ld_abs{bits}", absolute
        indirect = Cases(f"LD_IND{bits}.", PACKET_IND.format(bits=bits), PACKET)
        for k in OFFSETS:
            for base in (0, 3, -1, -40, INT32_MAX):
                indirect.program(S=7, B=base, K=k)
                indirect.case([], [packet_bytes(base + k, bits)])
        for source in (0, 2, 5, 8, 9):
            # r0 = 5 stands between.
            indirect.program(S=source, B=20, K=4)
            indirect.case([], [packet_bytes(4 + (5 if source == 0 else 20), bits)])
        yield f"ld_ind{bits}", indirect


def files():
    """Pairs of name and text."""
    made = {}
    sizes = [int(bits) for bits, *_ in rows("insn.def", "MEMORY")]
    loads = [(f"ldx{bits}", bits, False) for bits in sizes]
    loads += [(row[0].lower(), int(row[9]), True) for row in rows("insn.def", "INSN") if row[0].startswith("LDSX")]
    for name, bits, is_signed in loads:
        made[f"memory/{name}.t"] = load(name.upper(), bits, is_signed)
        made[f"memory/{name}_stack.t"] = load_stack(name.upper(), bits, is_signed)
    for bits in sizes:
        for place, where in (("", (STORE, 64)), ("_stack", (STORE_STACK, -16))):
            made[f"memory/stx{bits}{place}.t"] = store(f"STX{bits}", bits, where)
            made[f"memory/st{bits}{place}.t"] = store_immediate(f"ST{bits}", bits, where)
    for bits, *_ in rows("insn.def", "ORDERED"):
        made[f"atomic/load_acq{bits}.t"] = load_acquire(int(bits))
        made[f"atomic/store_rel{bits}.t"] = store_release(int(bits))
    made |= {f"atomic/{name}.t": cases for name, cases in (*atomics(), *exchanges())}
    made |= {f"packet/{name}.t": cases for name, cases in packets()}
    return [(name, cases.text()) for name, cases in made.items()]

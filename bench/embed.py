#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Takes the instructions and read-only data out of objects that clang made for BPF, and prints them as
C: a struct bench_object for each. Section `entry` comes first, then .text; calls between them are
resolved. What is read-only lies behind one another, and is addressed by BPF_PSEUDO_MAP_IDX_VALUE.

usage: bench/embed.py NAME.VARIANT.o...   each becomes bench_object_NAME_VARIANT
"""
import os
import struct
import sys

INSN = 8  # bytes
R_BPF_64_64, R_BPF_64_32 = 1, 10
SHT_PROGBITS, SHT_SYMTAB, SHT_REL = 1, 2, 9
BPF_PSEUDO_MAP_IDX_VALUE = 6
CODE = ["entry", ".text"]


class Object:
    """The sections of an ELF object, and where they come to lie."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        table, = struct.unpack_from("<Q", self.bytes, 40)
        size, count, names = struct.unpack_from("<HHH", self.bytes, 58)
        headers = [struct.unpack_from("<IIQQQQIIQQ", self.bytes, table + i * size) for i in range(count)]
        self.kinds = [h[1] for h in headers]
        self.links = [h[6:8] for h in headers]  # sh_link, sh_info
        self.contents = [self.bytes[h[4]:h[4] + h[5]] if h[1] != 8 else b"" for h in headers]
        strings = self.contents[names]
        self.names = [strings[h[0]:strings.index(b"\0", h[0])].decode() for h in headers]
        self.aligns = [h[8] for h in headers]
        self.code, self.data = bytearray(), bytearray()
        self.places = {}
        for name in CODE:
            self.place(self.code, [i for i, n in enumerate(self.names) if n == name])
        self.place(self.data, [i for i, n in enumerate(self.names) if n.startswith(".rodata")])
        self.relocate()

    def place(self, where, sections):
        for i in sections:
            where.extend(bytes(-len(where) % self.aligns[i]))
            self.places[i] = len(where)
            where.extend(self.contents[i])

    def relocate(self):
        symbols = self.contents[self.kinds.index(SHT_SYMTAB)]
        for i, kind in enumerate(self.kinds):
            base = self.places.get(self.links[i][1])
            if kind != SHT_REL or base is None:
                continue
            for at, info in struct.iter_unpack("<QQ", self.contents[i]):
                _, _, _, section, value, _ = struct.unpack_from("<IBBHQQ", symbols, (info >> 32) * 24)
                if section not in self.places:
                    sys.exit(f"{self.names[i]}: a relocation to section {self.names[section]}")
                self.patch(base + at, info & 0xffffffff, self.places[section] + value)

    def patch(self, at, kind, target):
        """`target`: a byte of the code or of the data; what the instruction holds is added."""
        held, = struct.unpack_from("<i", self.code, at + 4)
        if kind == R_BPF_64_32:
            struct.pack_into("<i", self.code, at + 4, (target - at) // INSN + held)
        elif kind == R_BPF_64_64:
            self.code[at + 1] = self.code[at + 1] & 15 | BPF_PSEUDO_MAP_IDX_VALUE << 4
            struct.pack_into("<i", self.code, at + 4, 0)
            struct.pack_into("<i", self.code, at + 12, target + held)
        else:
            sys.exit(f"a relocation of kind {kind} is not known")

    def print(self, name):
        print(f"static const struct bpf_insn insns_{name}[] = {{")
        for code, registers, offset, value in struct.iter_unpack("<BBhi", self.code):
            print(f"\t{{{code:#04x}, {registers & 15}, {registers >> 4}, {offset}, (s32){value & 0xffffffff:#x}}},")
        print("};")
        if self.data:
            print(f"_Alignas(8) static const u8 data_{name}[] = {{{', '.join(map(str, self.data))}}};")
        print(f"const struct bench_object bench_object_{name} = {{insns_{name}, SKEP_COUNT(insns_{name}),"
              f" {f'data_{name}' if self.data else 'NULL'}, {len(self.data)}}};\n")


print('#include "program.h"\n')
for path in sys.argv[1:]:
    name = "_".join(os.path.basename(path).split(".")[:2])
    print(f"extern const struct bench_object bench_object_{name};")
    Object(path).print(name)

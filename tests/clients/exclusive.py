#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Maps that are for one program, by the hash of its instructions (Linux 6.18)."""
import hashlib

from raw import *

ARRAY_OF_MAPS, PROG_BIND_MAP = 12, 35


def create(digest, size=32):
    attr = bytearray(92)
    struct.pack_into("IIIII", attr, 0, ARRAY, 4, 4, 1, 0)
    struct.pack_into("QI", attr, 80, address(digest) if digest else 0, size)
    return bpf(MAP_CREATE, bytes(attr), 92)


def naming(number, how):
    """A program that names a map by its descriptor (1) or its place in an array of them (5)."""
    return struct.pack("<BBhiBBhi", 0x18, how << 4 | 1, 0, number, 0, 0, 0, 0) + EXIT_0


def verdict(insns, fds=(), count=0):
    attr, log = bytearray(168), buffer(b"", 4096)
    fds = struct.pack(f"{len(fds)}i", *fds)
    struct.pack_into("IIQQIIQ", attr, 0, 1, len(insns) // 8, address(insns), address(b"GPL\0"), 1, 4096,
                     ctypes.addressof(log))
    struct.pack_into("Q", attr, 120, address(fds) if fds else 0)
    struct.pack_into("I", attr, 148, count)
    result = said(bpf(PROG_LOAD, bytes(attr), 168))
    return result, [line for line in log.value.decode().split("\n") if "hash" in line]


def digest(insns):
    return hashlib.sha256(insns).digest()


own, other = create(digest(naming(0, 1))), create(b"x" * 32)
print("made", said(own), said(other), *(said(create(given, size)) for given, size in ((b"x" * 32, 31), (None, 32), (b"x" * 32, 0))))
print("by descriptor", verdict(naming(own, 1)), verdict(naming(other, 1)))
by_place = create(digest(naming(0, 5)))
print("by place", verdict(naming(0, 5), [by_place]), verdict(naming(0, 5), [own]))
print("used besides", verdict(EXIT_0, [create(digest(EXIT_0))], 1), verdict(EXIT_0, [create(bytes(32))], 1))
print("bound", said(bpf(PROG_BIND_MAP, struct.pack("III", load(1), other, 0), 12)))
outer = bpf(MAP_CREATE, struct.pack("IIIIII", ARRAY_OF_MAPS, 4, 4, 4, 0, make_map(ARRAY, 4, 4, 1)))
zero, value = buffer(b"\0\0\0\0", 4), buffer(struct.pack("I", own), 4)
print("in another map", said(bpf(MAP_UPDATE, element(outer, zero, value), 32)),
      said(bpf(MAP_CREATE, struct.pack("IIIIII", ARRAY_OF_MAPS, 4, 4, 4, 0, own))))
print("user space", said(bpf(MAP_UPDATE, element(own, zero, value), 32)), said(bpf(MAP_LOOKUP, element(own, zero, value), 32)))

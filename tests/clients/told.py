#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""What is told of programs: tags, instructions, runs."""
import struct
import time

from raw import *

MAP_FD, MAP_VALUE, MAP_IDX, MAP_IDX_VALUE = 1, 2, 5, 6


def wide(kind, number, offset=0):
    return struct.pack("<BBhiBBhi", 0x18, 1 | kind << 4, 0, number, 0, 0, 0, offset)


def tag(fd):
    return info(fd)[1][8:16].hex() if fd >= 0 else said(fd)


def instructions(fd):
    """Those that run, by opcode, registers and the second half of wide ones."""
    room = buffer(b"", 512)
    given = bytearray(232)
    struct.pack_into("IIQQ", given, 16, 0, 512, 0, ctypes.addressof(room))
    result, got = info(fd, bytes(given), 232)
    length = struct.unpack_from("I", got, 20)[0]
    return said(result), [(code, registers, off) for code, registers, off, imm in
                          struct.iter_unpack("<BBhi", room.raw[:length])]


def tags():
    array = make_map(ARRAY, 4, 8, 1)
    fds = struct.pack("i", array)
    print("plain", tag(load(1)))
    print("longer", tag(load(1, insns=EXIT_0[:8] * 20 + EXIT_0)))
    print("map", tag(load(1, insns=wide(MAP_FD, array) + EXIT_0)))
    print("value", tag(load(1, insns=wide(MAP_VALUE, array, 4) + EXIT_0)))
    print("of an array of descriptors", tag(load(1, insns=wide(MAP_IDX, 0) + EXIT_0, fds=fds)))
    print("value", tag(load(1, insns=wide(MAP_IDX_VALUE, 0, 4) + EXIT_0, fds=fds)))


def shown():
    array = make_map(ARRAY, 4, 8, 1)
    print("instructions", *instructions(load(1, insns=wide(MAP_FD, array) + EXIT_0)))
    print("with a value", *instructions(load(1, insns=wide(MAP_VALUE, array, 4) + EXIT_0)))
    fd = load(6, insns=wide(MAP_FD, array) + EXIT_0)
    ids = buffer(b"", 8)
    given = bytearray(232)
    struct.pack_into("=IQ", given, 52, 2, ctypes.addressof(ids))
    result, got = info(fd, bytes(given), 232)
    print("maps", said(result), struct.unpack_from("I", got, 52)[0],
          struct.unpack("II", ids.raw)[0] == struct.unpack_from("I", info(array)[1], 4)[0])
    print("verified", struct.unpack_from("I", info(load(1))[1], 216)[0])


def functions():
    """One image, with the functions one behind the other."""
    call = struct.pack("<BBhi", 0x85, 0x10, 0, 1)
    fd = load(6, insns=call + EXIT_0[8:] + EXIT_0)
    symbols, lengths, tags = buffer(b"", 64), buffer(b"", 32), buffer(b"", 64)
    given = bytearray(232)
    struct.pack_into("IIQQ", given, 104, 8, 8, ctypes.addressof(symbols),
                     ctypes.addressof(lengths))
    struct.pack_into("=IQ", given, 180, 8, ctypes.addressof(tags))
    result, got = info(fd, bytes(given), 232)
    counts = struct.unpack_from("II", got, 104) + struct.unpack_from("I", got, 180)
    sizes = struct.unpack("8I", lengths.raw)
    print("functions", said(result), *counts, all(struct.unpack("8Q", symbols.raw)[:2]),
          all(sizes[:2]), sum(sizes) == struct.unpack_from("I", got, 16)[0],
          struct.unpack_from("Q", got, 184)[0] == ctypes.addressof(tags))


def run(fd, times):
    packet = buffer(b"", 64)
    attr = bytearray(80)
    struct.pack_into("IIIIQQII", attr, 0, fd, 0, 64, 0, ctypes.addressof(packet), 0, times, 0)
    return said(bpf(PROG_TEST_RUN, bytes(attr), 80))


def counts():
    """Runs that are counted before, while and after counting is asked for."""
    fd = load(6)
    answer = run(fd, 3)
    before = struct.unpack_from("Q", info(fd)[1], 200)[0]
    stats = bpf(ENABLE_STATS, struct.pack("I", 0), 4)
    run(fd, 5)
    counted = struct.unpack_from("Q", info(fd)[1], 200)[0]
    os.close(stats)
    run(fd, 7)
    return answer, before, counted, struct.unpack_from("Q", info(fd)[1], 200)[0]


def counted():
    """Linux counts for everybody as long as anybody asks for it: then this is done again."""
    found = counts()
    for _ in range(300):
        if found[1:] == (0, 5, 5):
            break
        time.sleep(0.1)
        found = counts()
    print("runs", *found)



tags()
shown()
functions()
counted()

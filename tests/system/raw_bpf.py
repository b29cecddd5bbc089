#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""bpf(2) by raw system calls, as a program of its own makes them: a hash map, its elements, a program that
names it. Prints what comes back."""
import ctypes
import os
import platform
import struct

NUMBER = {"x86_64": 321, "aarch64": 280}[platform.machine()]
MAP_CREATE, MAP_LOOKUP, MAP_UPDATE, MAP_DELETE, MAP_NEXT_KEY, PROG_LOAD = range(6)
LIBC = ctypes.CDLL(None, use_errno=True)


def address(buffer):
    return ctypes.addressof(buffer)


def bpf(command, attr):
    attr = ctypes.create_string_buffer(attr.ljust(144, b"\0"), 144)
    result = LIBC.syscall(NUMBER, command, attr, 144)
    return result if result >= 0 else -ctypes.get_errno()


def named(number):
    return os.strerror(-number) if number < 0 else "ok"


def main():
    fd = bpf(MAP_CREATE, struct.pack("IIIII", 1, 4, 8, 3, 0))
    print("map:", named(fd))
    key, value = ctypes.create_string_buffer(4), ctypes.create_string_buffer(8)
    element = struct.pack("IxxxxQQQ", fd, address(key), address(value), 0)
    for number in range(4):
        key.raw, value.raw = struct.pack("I", number), struct.pack("Q", number * number)
        print("update", number, named(bpf(MAP_UPDATE, element)))
    key.raw = struct.pack("I", 2)
    print("lookup", named(bpf(MAP_LOOKUP, element)), struct.unpack("Q", value.raw)[0])
    print("delete", named(bpf(MAP_DELETE, element[:16])), named(bpf(MAP_DELETE, element[:16])))
    keys, following = [], ctypes.create_string_buffer(4)
    at = 0
    while bpf(MAP_NEXT_KEY, struct.pack("IxxxxQQ", fd, at, address(following))) == 0:
        key.raw, at = following.raw, address(key)
        keys.append(struct.unpack("I", key.raw)[0])
    print("keys", sorted(keys))
    insns = ctypes.create_string_buffer(
        struct.pack("<BBhiBBhi", 0x18, 0x11, 0, fd, 0, 0, 0, 0) + struct.pack("<BBhi", 0xb7, 0, 0, 0)
        + struct.pack("<BBhi", 0x95, 0, 0, 0))
    licence = ctypes.create_string_buffer(b"GPL")
    load = lambda count: bpf(PROG_LOAD, struct.pack("IIQQ", 1, count, address(insns), address(licence)))
    print("program", named(load(4)), named(load(3)))


main()

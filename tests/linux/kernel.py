# SPDX-License-Identifier: BSD-2-Clause
"""bpf(2) of Linux for tests that need programs and maps of their own."""
import ctypes
import os
import platform
import struct
import time

NUMBER = {"x86_64": 321, "aarch64": 280}[platform.machine()]
MAP_CREATE, MAP_LOOKUP, MAP_UPDATE, MAP_DELETE, PROG_LOAD, TEST_RUN, MAP_BY_ID = 0, 1, 2, 3, 5, 10, 14
SOCKET_FILTER = 1
HASH, ARRAY, PERCPU_HASH = 1, 2, 5
PATIENCE = 30  # seconds, for what does not happen
LIBC = ctypes.CDLL(None, use_errno=True)


def eventually(what):
    end = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < end:
        time.sleep(0.05)
    return what()


def bpf(command, attr):
    attr = ctypes.create_string_buffer(attr.ljust(144, b"\0"), 144)
    result = LIBC.syscall(NUMBER, command, attr, 144)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


class Map:
    """A map of the test's own, or one that is found by its id."""

    def __init__(self, kind=HASH, key=4, value=8, entries=64, name=b"", fd=None):
        self.fd = bpf(MAP_CREATE, struct.pack("IIIII8x16s", kind, key, value, entries, 0, name)) if fd is None else fd

    @classmethod
    def by_id(cls, number):
        return cls(fd=bpf(MAP_BY_ID, struct.pack("I", number)))

    def put(self, key, value):
        key, value = ctypes.create_string_buffer(key, len(key)), ctypes.create_string_buffer(value, len(value))
        bpf(MAP_UPDATE, struct.pack("IxxxxQQQ", self.fd, ctypes.addressof(key), ctypes.addressof(value), 0))

    def get(self, key, size):
        key, value = ctypes.create_string_buffer(key, len(key)), ctypes.create_string_buffer(size)
        bpf(MAP_LOOKUP, struct.pack("IxxxxQQQ", self.fd, ctypes.addressof(key), ctypes.addressof(value), 0))
        return value.raw

    def close(self):
        os.close(self.fd)


class Program:
    """A socket filter that lets everything pass."""

    def __init__(self, name):
        insns = ctypes.create_string_buffer(struct.pack("<BBhiBBhi", 0xb7, 0, 0, 0, 0x95, 0, 0, 0), 16)
        licence = ctypes.create_string_buffer(b"GPL")
        self.fd = bpf(PROG_LOAD, struct.pack("IIQQIIQII16s", SOCKET_FILTER, 2, ctypes.addressof(insns),
                                             ctypes.addressof(licence), 0, 0, 0, 0, 0, name))

    def run(self, times):
        packet = ctypes.create_string_buffer(64)
        bpf(TEST_RUN, struct.pack("IIIIQQII", self.fd, 0, 64, 0, ctypes.addressof(packet), 0, times, 0))

    def close(self):
        os.close(self.fd)

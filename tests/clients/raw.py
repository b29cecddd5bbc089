# SPDX-License-Identifier: BSD-2-Clause
"""bpf(2) through ctypes: what the clients of this folder share."""
import ctypes
import os
import platform
import struct

NUMBER = {"x86_64": 321, "aarch64": 280}[platform.machine()]
(MAP_CREATE, MAP_LOOKUP, MAP_UPDATE, MAP_DELETE, MAP_NEXT_KEY, PROG_LOAD, OBJ_PIN, OBJ_GET, PROG_ATTACH, PROG_DETACH,
 PROG_TEST_RUN, PROG_NEXT_ID, MAP_NEXT_ID, PROG_BY_ID, MAP_BY_ID, INFO, PROG_QUERY, RAW_TRACEPOINT_OPEN, BTF_LOAD,
 BTF_BY_ID, TASK_FD_QUERY, MAP_TAKE, MAP_FREEZE, BTF_NEXT_ID, LOOKUP_BATCH, TAKE_BATCH, UPDATE_BATCH, DELETE_BATCH,
 LINK_CREATE, LINK_UPDATE, LINK_BY_ID, LINK_NEXT_ID, ENABLE_STATS, ITER_CREATE, LINK_DETACH) = range(35)
HASH, ARRAY = 1, 2
EXIT_0 = struct.pack("<BBhiBBhi", 0xb7, 0, 0, 0, 0x95, 0, 0, 0)
LIBC = ctypes.CDLL(None, use_errno=True)
KEPT = []  # what the system has addresses of


def buffer(content, size=None):
    KEPT.append(ctypes.create_string_buffer(content, size or max(len(content), 1)))
    return KEPT[-1]


def address(content, size=None):
    return ctypes.addressof(buffer(content, size))


def bpf(command, attr, size=144):
    """A number, or -errno."""
    attr = buffer(attr.ljust(size, b"\0"), size)
    result = LIBC.syscall(NUMBER, command, attr, size)
    return result if result >= 0 else -ctypes.get_errno()


def said(result):
    return "ok" if result >= 0 else os.strerror(-result)


def load(prog_type, attach=0, insns=EXIT_0, fds=b""):
    attr = bytearray(144)
    struct.pack_into("IIQQ", attr, 0, prog_type, len(insns) // 8, address(insns), address(b"GPL\0"))
    struct.pack_into("I", attr, 68, attach)
    struct.pack_into("Q", attr, 120, address(fds) if fds else 0)
    return bpf(PROG_LOAD, bytes(attr))


def make_map(map_type, key, value, entries, flags=0):
    return bpf(MAP_CREATE, struct.pack("IIIII", map_type, key, value, entries, flags))


def element(fd, key, value, flags=0):
    return struct.pack("IxxxxQQQ", fd, ctypes.addressof(key), ctypes.addressof(value), flags)


def info(fd, given=b"", size=256):
    """What OBJ_GET_INFO_BY_FD says, and the info."""
    room = buffer(given.ljust(size, b"\0"), size)
    return bpf(INFO, struct.pack("IIQ", fd, size, ctypes.addressof(room)), 16), room.raw

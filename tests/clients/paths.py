#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Pins named from a folder's descriptor (BPF_F_PATH_FD), in a bpffs of its own; and commands that have
nothing to give: tokens, iterators, streams that nobody wrote to."""
import os
import tempfile

from raw import *

PATH_FD, TOKEN_CREATE, STREAM_READ = 1 << 14, 36, 37
LIBC.unshare(0x20000)  # CLONE_NEWNS: on Linux the mount is its own
LIBC.mount(b"none", b"/", None, (1 << 18) | (1 << 14), None)


def listed(top):
    """Without what each bpffs of Linux has from the beginning."""
    return sorted(name for name in os.listdir(top) if not name.endswith(".debug"))


def pin(fd, path, flags=0, folder=0):
    return said(bpf(OBJ_PIN, struct.pack("QIIi", address(path), fd, flags, folder), 20))


def get(path, flags=0, folder=0):
    return bpf(OBJ_GET, struct.pack("QIIi", address(path), 0, flags, folder), 20)


def paths(top, folder, other):
    made = make_map(ARRAY, 4, 4, 1)
    inside = os.path.join(os.fsencode(top), b"whole")
    print("pin", pin(made, b"one\0", PATH_FD, folder), pin(made, b"one\0", PATH_FD, folder), listed(top))
    print("without the flag", pin(made, b"two\0", 0, folder), said(get(b"one\0", 0, folder)))
    print("get", said(get(b"one\0", PATH_FD, folder)), said(get(b"none\0", PATH_FD, folder)))
    print("less", said(get(b"one\0", PATH_FD | 8, folder)), said(get(b"one\0", PATH_FD | 24, folder)))
    print("not a folder", pin(made, b"two\0", PATH_FD, made), pin(made, b"two\0", PATH_FD, 999))
    print("not bpffs", pin(made, b"two\0", PATH_FD, other), said(get(b"two\0", PATH_FD, other)))
    print("whole", pin(made, inside + b"\0", PATH_FD, 999), said(get(inside + b"\0", PATH_FD, 999)))
    os.chdir(top)
    print("here", pin(made, b"three\0", PATH_FD, -100), said(get(b"./three\0")), listed(top))
    print("empty", pin(made, b"\0", PATH_FD, folder))


def token(flags, fd):
    return said(bpf(TOKEN_CREATE, struct.pack("II", flags, fd), 8))


def tokens(folder, other):
    print("token", token(0, folder), token(0, other), token(1, folder), token(0, 999), token(0, make_map(ARRAY, 4, 4, 1)))


def by_id():
    made = make_map(ARRAY, 4, 4, 1)
    number = struct.unpack_from("I", info(made)[1], 4)[0]
    key, value = buffer(b"\0\0\0\0", 4), buffer(b"abcd", 4)
    for flags in 0, 8, 16, 24, 1:
        fd = bpf(MAP_BY_ID, struct.pack("III", number, 0, flags), 12)
        print("by id", flags, said(fd))
        if fd >= 0:
            print("", said(bpf(MAP_UPDATE, element(fd, key, value), 32)), said(bpf(MAP_LOOKUP, element(fd, key, value), 32)))


def others():
    prog = load(6)
    text = buffer(b"", 16)
    print("iterator", *(said(bpf(ITER_CREATE, struct.pack("II", fd, flags), 8)) for fd, flags in ((prog, 0), (999, 0), (999, 1))))
    for fd, number in (prog, 0), (prog, 1), (prog, 2), (prog, 3), (999, 1), (make_map(ARRAY, 4, 4, 1), 1):
        print("stream", said(bpf(STREAM_READ, struct.pack("QIII", ctypes.addressof(text), 16, number, fd), 20)))


place = tempfile.mkdtemp()
print("mount", LIBC.mount(b"bpffs", os.fsencode(place), b"bpf", 0, None))
folder, other = os.open(place, os.O_RDONLY), os.open("/tmp", os.O_RDONLY)
paths(place, folder, other)
tokens(folder, other)
by_id()
others()

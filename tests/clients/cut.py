#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""A descriptor of a map is no file that could be cut, grown or written to: whoever has it mapped, and whoever
serves it, lives on."""
import mmap
import os
import select

from raw import *

RINGBUF, MMAPABLE = 27, 1 << 10
KEY = buffer(b"\0\0\0\0", 4)


def refused(call, *args):
    try:
        call(*args)
        return "done"
    except OSError:
        return "refused"


def tried(what, fd):
    print(what, "cut", refused(os.ftruncate, fd, 0), "grown", refused(os.ftruncate, fd, 1 << 24))


def array():
    fd = make_map(ARRAY, 4, 8, 1000, MMAPABLE)
    value = buffer(b"", 8)
    at = mmap.mmap(fd, 8000)
    at[:8] = b"as it is"
    tried("array", fd)
    print("mapped", at[:8], len(at[4096:]))
    print("served", said(bpf(MAP_LOOKUP, element(fd, KEY, value), 32)), value.raw)
    key = buffer(struct.pack("I", 999), 4)
    print("at its end", said(bpf(MAP_UPDATE, element(fd, key, value), 32)), at[999 * 8:])


def ring():
    fd = make_map(RINGBUF, 0, 0, 4096)
    at = mmap.mmap(fd, 4096)
    tried("ring", fd)
    print("mapped", struct.unpack_from("Q", at)[0])


def many():
    """Rings that were waited for leave nothing behind."""
    poll, watched = select.epoll(), select.poll()
    for _ in range(100):
        fd = make_map(RINGBUF, 0, 0, 4096)
        poll.register(fd, select.EPOLLIN)
        watched.register(fd, select.POLLIN)
        assert not watched.poll(0) and not poll.poll(0)
        watched.unregister(fd)
        os.close(fd)
    print("descriptors after 100 rings", "few" if len(os.listdir("/proc/self/fd")) < 60 else "many")


array()
ring()
many()
for map_type, key, size in (HASH, 4, 8), (ARRAY, 4, 8):
    print("other", refused(os.ftruncate, make_map(map_type, key, size, 4), 0) in ("refused", "done"))
print("still there", said(make_map(HASH, 4, 4, 1)))

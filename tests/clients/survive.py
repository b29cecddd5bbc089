#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Descriptors over dup, fork, exec, threads and a socket; what goes when its last reference goes; mmap."""
import mmap
import os
import socket
import subprocess
import sys
import threading

from raw import *

MMAPABLE = 1 << 10


def put(fd, key, value):
    return said(bpf(MAP_UPDATE, element(fd, buffer(struct.pack("I", key)), buffer(struct.pack("Q", value))), 32))


def get(fd, key):
    value = buffer(b"", 8)
    result = bpf(MAP_LOOKUP, element(fd, buffer(struct.pack("I", key)), value), 32)
    return struct.unpack("Q", value.raw)[0] if result >= 0 else said(result)


def id_of(fd):
    return struct.unpack_from("I", info(fd)[1], 4)[0]


def is_there(number):
    fd = bpf(MAP_BY_ID, struct.pack("I", number), 12)
    if fd >= 0:
        os.close(fd)
    return fd >= 0


def in_child(run):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        run()
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(child, 0)


def copies():
    fd = make_map(HASH, 4, 8, 8)
    other = os.dup(fd)
    number = id_of(fd)
    print("dup", put(fd, 1, 10), get(other, 1))
    os.close(fd)
    print("the other stays", get(other, 1), is_there(number))
    in_child(lambda: print("child", get(other, 1), put(other, 2, 20)))
    print("parent", get(other, 2))
    threads = [threading.Thread(target=put, args=(other, 3 + i, i)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("threads", [get(other, 3 + i) for i in range(4)])
    in_child(lambda: os.close(other))
    print("closed by a child alone", is_there(number))
    os.close(other)
    print("closed", is_there(number))


def executed():
    fd = make_map(HASH, 4, 8, 8)
    put(fd, 5, 50)
    print("not inherited by default", os.get_inheritable(fd))
    os.set_inheritable(fd, True)
    sys.stdout.flush()
    subprocess.run([sys.executable, sys.argv[0], "exec", str(fd)], close_fds=False, check=True)
    print("written there", get(fd, 6))
    number = id_of(fd)
    sleeper = subprocess.Popen(["cat"], close_fds=False, stdin=subprocess.PIPE)
    os.close(fd)
    print("held by a program that knows nothing of it", is_there(number))
    sleeper.communicate()
    print("which ended", is_there(number))


def sent():
    ours, theirs = socket.socketpair()
    fd = make_map(HASH, 4, 8, 8)
    put(fd, 7, 70)
    number = id_of(fd)
    socket.send_fds(ours, [b"x"], [fd])
    os.close(fd)
    print("on its way", is_there(number))
    got = socket.recv_fds(theirs, 1, 1)[1][0]
    print("received", get(got, 7))


def map_raw(fd, length=4096, protection=mmap.PROT_READ | mmap.PROT_WRITE, flags=mmap.MAP_SHARED, offset=0):
    """Past the checks of Python's own."""
    LIBC.mmap.restype = ctypes.c_void_p
    at = LIBC.mmap(None, ctypes.c_size_t(length), protection, flags, fd, ctypes.c_long(offset))
    return said(0 if at != ctypes.c_void_p(-1).value else -ctypes.get_errno())


def mapped():
    fd = make_map(ARRAY, 4, 8, 16, MMAPABLE)
    number = id_of(fd)
    memory = mmap.mmap(fd, 4096)
    put(fd, 3, 0x4142434445464748)
    print("mapped", memory[24:32])
    memory[0:8] = struct.pack("Q", 99)
    print("written", get(fd, 0))
    in_child(lambda: memory.__setitem__(slice(8, 16), struct.pack("Q", 77)))
    print("by a child", get(fd, 1))
    os.close(fd)
    print("held by its memory", is_there(number))
    memory.close()
    print("unmapped", is_there(number))
    print("refused: without the flag", map_raw(make_map(ARRAY, 4, 8, 16)))
    print("too long", map_raw(make_map(ARRAY, 4, 8, 16, MMAPABLE), 8192))
    print("a hash", map_raw(make_map(HASH, 4, 8, 16)))
    print("private", map_raw(make_map(ARRAY, 4, 8, 16, MMAPABLE), flags=mmap.MAP_PRIVATE))
    frozen = make_map(ARRAY, 4, 8, 16, MMAPABLE)
    bpf(MAP_FREEZE, struct.pack("I", frozen), 4)
    print("frozen", map_raw(frozen), map_raw(frozen, protection=mmap.PROT_READ))
    ring = make_map(27, 0, 0, 4096)
    print("ring", map_raw(ring), map_raw(ring, 8192), map_raw(ring, 3 * 4096, protection=mmap.PROT_READ, offset=4096))


if sys.argv[1:2] == ["exec"]:
    print("executed", get(int(sys.argv[2]), 5), put(int(sys.argv[2]), 6, 60))
else:
    copies()
    executed()
    sent()
    mapped()

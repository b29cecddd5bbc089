#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Links: what can be linked to what, and what is told of it. In a network namespace of its own, where the
loopback interface has number 1."""
import os
import struct

from raw import *

XDP_ATTACH, TCX_INGRESS, TCX_EGRESS, NETFILTER, SK_LOOKUP, FLOW = 37, 46, 47, 45, 36, 17
REPLACE = 4


def create(prog, target, attach, flags=0, rest=b""):
    return bpf(LINK_CREATE, struct.pack("IIII", prog, target, attach, flags) + rest, 60)


def update(link, new, flags=0, old=0):
    return said(bpf(LINK_UPDATE, struct.pack("IIII", link, new, flags, old), 16))


def detach(link):
    return said(bpf(LINK_DETACH, struct.pack("I", link), 4))


def told(link, form):
    """The fields of an info behind those that all links have."""
    return struct.unpack_from(form, info(link)[1], 16)


def xdp_links():
    one, other, skb = load(6), load(6), load(3)
    link = create(one, 1, XDP_ATTACH)
    print("xdp", said(link), told(link, "I"), "type", struct.unpack_from("I", info(link)[1])[0])
    print("again", said(create(other, 1, XDP_ATTACH)))
    print("no interface", said(create(other, 0, XDP_ATTACH)))
    print("no program", said(create(999, 1, XDP_ATTACH)))
    print("another type", said(create(load(1), 1, XDP_ATTACH)), said(create(one, 1, 0)))
    print("update", update(link, other), update(link, skb), update(one, one))
    print("replace", update(link, other, REPLACE, one), update(link, one, REPLACE, other), update(link, one, 0, other),
          update(link, one, 8))
    print("detach", detach(link), told(link, "I"), update(link, other), detach(one))
    print("free again", said(create(other, 1, XDP_ATTACH)))


def other_links():
    skb, lookup, flow = load(3), load(30, SK_LOOKUP), load(22)
    link, egress = create(skb, 1, TCX_INGRESS), create(skb, 1, TCX_EGRESS)
    print("tcx", said(link), told(link, "II"), said(egress), told(egress, "II"))
    print("tcx nowhere", said(create(skb, 0, TCX_INGRESS)), said(create(skb, 1, 0)))
    link = create(load(32, NETFILTER, insns=struct.pack("<BBhi", 0xb7, 0, 0, 1) + EXIT_0[8:]), 0, NETFILTER, 0,
                  struct.pack("IIiI", 2, 0, -128, 0))
    print("netfilter", said(link), told(link, "IIiI"))
    space = os.open("/proc/self/ns/net", os.O_RDONLY)
    for prog, attach in (lookup, SK_LOOKUP), (flow, FLOW):
        link = create(prog, space, attach)
        print("name space", said(link), told(link, "II")[1], told(link, "I")[0] == os.fstat(space).st_ino)


def query(target, attach, room):
    """What PROG_QUERY says, how many there are, and whether the ids are those of links that exist."""
    progs, links = buffer(b"", 64), buffer(b"", 64)
    attr = bytearray(64)
    struct.pack_into("IIIIQI", attr, 0, target, attach, 0, 0, ctypes.addressof(progs), room)
    struct.pack_into("Q", attr, 40, ctypes.addressof(links))
    attr = buffer(bytes(attr), 64)
    result = LIBC.syscall(NUMBER, PROG_QUERY, attr, 64)
    error = 0 if result >= 0 else -ctypes.get_errno()
    ids = [number for number in struct.unpack("16I", links.raw) if number]
    opened = [bpf(LINK_BY_ID, struct.pack("I", number), 4) for number in ids]
    known = [fd >= 0 for fd in opened]
    for fd in opened:
        os.close(fd)
    return said(error), struct.unpack_from("III", attr.raw, 8)[1], struct.unpack_from("I", attr.raw, 24)[0], known


def queries():
    skb = load(3)
    kept = [create(load(3), 1, TCX_INGRESS) for _ in range(3)] + [create(skb, 1, TCX_EGRESS)]
    print("twice", said(create(skb, 1, TCX_EGRESS)))
    print("query", query(1, TCX_INGRESS, 8), query(1, TCX_EGRESS, 8))
    print("no room", query(1, TCX_INGRESS, 2), query(1, TCX_INGRESS, 0))
    print("wrong", query(0, TCX_INGRESS, 8)[0], query(1, 9999, 8)[0], query(999, 0, 8)[0])
    os.close(kept[0])
    print("one less", query(1, TCX_INGRESS, 8))


def name_of(link, room):
    text = buffer(b"", 32)
    given = bytearray(64)
    struct.pack_into("QI", given, 16, ctypes.addressof(text) if room else 0, room)
    result, got = info(link, bytes(given), 64)
    return said(result), struct.unpack_from("I", got, 24)[0] if result >= 0 else 0, text.value.decode()


def tracepoints():
    prog = load(17)
    attr = struct.pack("QI", address(b"sys_enter\0"), prog)
    link = bpf(RAW_TRACEPOINT_OPEN, attr, 24)
    print("tracepoint", said(link), name_of(link, 0), name_of(link, 32), name_of(link, 5))
    print("another type", said(bpf(RAW_TRACEPOINT_OPEN, struct.pack("QI", address(b"sys_enter\0"), load(6)), 24)))
    print("detach", detach(link), "update", update(link, prog))


def fd_query(fd, room, pid=None, flags=0):
    text = buffer(b"", 32)
    attr = buffer(struct.pack("IIIIQIIQQ", pid or os.getpid(), fd, flags, room, ctypes.addressof(text), 0, 0, 0, 0), 48)
    result = LIBC.syscall(NUMBER, TASK_FD_QUERY, attr, 48)
    error = 0 if result >= 0 else -ctypes.get_errno()
    return said(error), struct.unpack_from("I", attr.raw, 12)[0], struct.unpack_from("I", attr.raw, 28)[0], text.value


def descriptors():
    prog = load(17)
    link = bpf(RAW_TRACEPOINT_OPEN, struct.pack("QI", address(b"sys_enter\0"), prog), 24)
    print("query of a descriptor", fd_query(link, 32), fd_query(link, 5), fd_query(link, 0))
    print("of others", fd_query(prog, 32)[0], fd_query(0, 32)[0], fd_query(999, 32)[0], fd_query(link, 32, 4194303)[0],
          fd_query(link, 32, None, 1)[0])


def ids():
    link = create(load(3), 1, TCX_INGRESS)
    number = struct.unpack_from("I", info(link)[1], 4)[0]
    print("by id", said(bpf(LINK_BY_ID, struct.pack("I", number), 4)), said(bpf(LINK_BY_ID, struct.pack("I", 9999999), 4)))
    print("stats", said(bpf(ENABLE_STATS, struct.pack("I", 0), 4)), said(bpf(ENABLE_STATS, struct.pack("I", 1), 4)))


xdp_links()
queries()
other_links()
tracepoints()
descriptors()
ids()

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Messages of rtnetlink that attach programs, made by hand: wrong ones, several in a datagram, with and without
acknowledgement, replies that are peeked at, cut or waited for, and requests at random. In a network namespace of its own.

usage: rtnetlink.py [REQUESTS [SEED]]"""
import random
import select
import socket
import subprocess
import sys
import threading

from raw import *

ROUTE, SOL_NETLINK, CAP_ACK, EXT_ACK = 0, 270, 10, 11
REQUEST, MULTI, ACK, ECHO, DUMP, EXCL, CREATE = 1, 2, 4, 8, 0x300, 0x200, 0x400
NOOP, ERROR, DONE = 1, 2, 3
NEWLINK, GETLINK, SETLINK, NEWQDISC, DELQDISC, GETQDISC, NEWTFILTER, DELTFILTER, GETTFILTER = 16, 18, 19, 36, 37, 38, 44, 45, 46
NAMES = {NOOP: "noop", ERROR: "error", DONE: "done", NEWLINK: "link", NEWQDISC: "qdisc", DELQDISC: "no qdisc", NEWTFILTER: "filter",
         DELTFILTER: "no filter"}
IFLA_XDP, XDP_FD, XDP_ATTACHED, XDP_FLAGS, XDP_EXPECTED = 43, 1, 2, 3, 8
KIND, OPTIONS, CHAIN = 1, 2, 11
BPF_CLASSID, BPF_FD, BPF_NAME, BPF_FLAGS, BPF_FLAGS_GEN = 3, 6, 7, 8, 9
CLSACT, HANDLE, IN, OUT, ALL = 0xfffffff1, 0xffff0000, 0xfffffff2, 0xfffffff3, 0x0300
LO = 1


def attribute(kind, value):
    length = 4 + len(value)
    return struct.pack("HH", length, kind) + value + b"\0" * (-length % 4)


def word(kind, value):
    return attribute(kind, struct.pack("I", value & 0xffffffff))


def attributes(data):
    found = {}
    while len(data) >= 4:
        length, kind = struct.unpack_from("HH", data)
        if length < 4:
            break
        found[kind & 0x7fff] = data[4:length]
        data = data[(length + 3) & ~3:]
    return found


class Route:
    def __init__(self, **options):
        self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, ROUTE)
        self.socket.setsockopt(SOL_NETLINK, EXT_ACK, options.get("explain", 1))
        self.socket.setsockopt(SOL_NETLINK, CAP_ACK, options.get("cut", 0))
        self.socket.bind((0, 0))
        self.number = 100

    def message(self, kind, body, flags=REQUEST | ACK):
        self.number += 1
        return struct.pack("IHHII", 16 + len(body), kind, flags, self.number, 0) + body

    def replies(self):
        """All that is there."""
        got = []
        while select.select([self.socket], [], [], 0)[0]:
            data = self.socket.recv(65536)
            while len(data) >= 16:
                length, kind, flags, number, port = struct.unpack_from("IHHII", data)
                got.append((kind, flags, number, port == self.socket.getsockname()[0], data[16:length]))
                data = data[(length + 3) & ~3:]
        return got

    def ask(self, what, kind, body, flags=REQUEST | ACK):
        self.socket.send(self.message(kind, body, flags))
        print(what + ":", *[self.tell(reply) for reply in self.replies()])

    def tell(self, reply):
        kind, flags, number, right, data = reply
        told = f"{NAMES.get(kind, kind)} {flags:#x} +{self.number - number}{'' if right else ' for somebody else'}"
        if kind == ERROR:
            error, length = struct.unpack_from("iI", data)
            told += f" {os.strerror(-error)}"
            if error and not flags & 0x100:
                told += f" whole {len(data) >= 4 + length}"
            if flags & 0x200:
                rest = 20 if flags & 0x100 else 4 + ((length + 3) & ~3)
                told += f" {attributes(data[rest:]).get(1)}"
        elif kind == NEWLINK:
            told += f" {struct.unpack_from('i', data, 4)[0]} {xdp_of(data)}"
        elif kind in (NEWTFILTER, DELTFILTER):
            told += filter_of(data)
        elif kind in (NEWQDISC, DELQDISC):
            told += f" {struct.unpack_from('iIII', data, 4)[:3]} {attributes(data[20:])[KIND]}"
        return f"[{told}]"


def ids(value):
    return "a program" if struct.unpack("I", value)[0] else "none"


def xdp_of(data):
    xdp = attributes(attributes(data[16:]).get(IFLA_XDP, b""))
    return {kind: value[0] if kind == XDP_ATTACHED else ids(value) for kind, value in xdp.items()}


def filter_of(data):
    """What is told of a filter but for ids."""
    number, handle, parent, about = struct.unpack_from("iIII", data, 4)
    found = attributes(data[20:])
    told = f" {number} {handle:#x} {parent:#x} {about:#x} {found.get(KIND)} {found.get(CHAIN)}"
    if OPTIONS in found:
        inner = attributes(found[OPTIONS])
        inner[11] = ids(inner[11])
        told += f" {inner}"
    return told


def link(fd=None, flags=None, number=LO, change=0, expected=None, more=b"", attached=b""):
    xdp = b"" if fd is None else word(XDP_FD, fd)
    xdp += b"" if flags is None else word(XDP_FLAGS, flags)
    xdp += b"" if expected is None else word(XDP_EXPECTED, expected)
    return struct.pack("BxHiII", 0, 0, number, 0, change) + more + attribute(IFLA_XDP | 0x8000, xdp + attached)


def traffic(parent=IN, priority=0, handle=0, protocol=ALL, number=LO, rest=b""):
    return struct.pack("BxxxiIII", 0, number, handle, parent, priority << 16 | protocol) + rest


def bpf_filter(fd, kind=b"bpf\0", rest=b"", **place):
    options = word(BPF_FD, fd) if fd is not None else b""
    chain = place.pop("chain", None)
    return traffic(**place, rest=attribute(KIND, kind) + (b"" if chain is None else word(CHAIN, chain)) +
                   attribute(OPTIONS, options + rest))


def links(prog, skb):
    r = Route()
    r.ask("attach", SETLINK, link(prog))
    r.ask("by RTM_NEWLINK", NEWLINK, link(prog, 1))
    r.ask("one interface", GETLINK, struct.pack("BxHiII", 0, 0, LO, 0, 0), REQUEST)
    r.ask("all", GETLINK, struct.pack("BxHiII", 0, 0, 0, 0, 0), REQUEST | DUMP)
    r.ask("without acknowledgement", SETLINK, link(prog), REQUEST)
    r.ask("error without it", SETLINK, link(prog, 1), REQUEST)
    r.ask("another type", SETLINK, link(skb))
    r.ask("without a program", SETLINK, link(None, 1))
    r.ask("no mode is right", SETLINK, link(prog, 6))
    r.ask("replace nothing told", SETLINK, link(prog, 1 << 4))
    r.ask("replace none", SETLINK, link(prog, 1 << 4, expected=-1))
    r.ask("replace", SETLINK, link(prog, 1 << 4, expected=prog))
    r.ask("replace a wrong one", SETLINK, link(prog, 1 << 4, expected=skb))
    r.ask("told that it is attached", SETLINK, link(prog, attached=attribute(XDP_ATTACHED, b"\1")))
    r.ask("too short a number", SETLINK, struct.pack("BxHiII", 0, 0, LO, 0, 0) +
          attribute(IFLA_XDP | 0x8000, attribute(XDP_FD, b"\1\0")))
    r.ask("no interface", SETLINK, link(prog, number=0))
    r.ask("none of that number", SETLINK, link(prog, number=99))
    r.ask("as others do", SETLINK, link(prog, 1), REQUEST | ACK | ECHO)
    r.ask("detach", SETLINK, link(-1))
    r.ask("one interface", GETLINK, struct.pack("BxHiII", 0, 0, LO, 0, 0), REQUEST)
    for explain, cut in (0, 0), (0, 1), (1, 1):
        r = Route(explain=explain, cut=cut)
        r.ask(f"explain {explain} cut {cut}", SETLINK, link(prog, 1 << 4, expected=prog))
        r.ask("  and no error", SETLINK, link(-1))


def together(prog):
    """Several messages in one datagram, skep's and Linux's."""
    r = Route()
    plain = struct.pack("BxHiII", 0, 0, LO, 0, 0)
    parts = [r.message(SETLINK, link(prog)), r.message(GETLINK, plain, REQUEST), r.message(SETLINK, link(prog, 1)),
             r.message(GETLINK, struct.pack("BxHiII", 0, 0, 99, 0, 0), REQUEST), r.message(SETLINK, link(prog))]
    print("sent", r.socket.send(b"".join(parts)) == sum(map(len, parts)))
    print("together:", *[r.tell(reply) for reply in r.replies()])
    print("in pieces", r.socket.sendmsg([b"".join(parts)[:10], b"".join(parts)[10:]]) == sum(map(len, parts)))
    print("together:", *[r.tell(reply) for reply in r.replies()])
    r.ask("detach", SETLINK, link(-1))
    print("cut", r.socket.send(parts[0][:-4]), *[r.tell(reply) for reply in r.replies()])
    print("shorter than a header", r.socket.send(parts[0][:10]), *[r.tell(reply) for reply in r.replies()])


def peeked(prog):
    r = Route()
    plain = struct.pack("BxHiII", 0, 0, LO, 0, 0)
    for what, kind, body in ("an error", SETLINK, link(prog, 1 << 4, expected=prog)), ("a link", GETLINK, plain):
        r.socket.send(r.message(SETLINK, link(prog)))
        r.replies()
        r.socket.send(r.message(kind, body))
        length = r.socket.recv_into(bytearray(1), 1, socket.MSG_PEEK | socket.MSG_TRUNC)
        head = r.socket.recv(24, socket.MSG_PEEK)
        room = bytearray(length)
        seen = r.socket.recvmsg_into([memoryview(room)[:7], memoryview(room)[7:]], 0, socket.MSG_PEEK)
        got = r.socket.recvmsg(length)
        print(what, length == len(got[0]), got[0][:24] == head, got[0] == bytes(room), seen[2], got[2], got[3])
        r.replies()
        r.socket.send(r.message(kind, body))
        got = r.socket.recvmsg(40)
        print("cut", len(got[0]), got[0][4:8] == head[4:8], got[2] == socket.MSG_TRUNC)
        r.replies()
    r.socket.setblocking(False)
    try:
        r.socket.recv(100)
    except BlockingIOError as nothing:
        print("nothing is left", nothing.strerror)
    r.socket.send(r.message(SETLINK, link(-1)))


def filters(prog, xdp):
    r = Route()
    change = REQUEST | ACK | CREATE
    clsact = attribute(KIND, b"clsact\0")
    r.ask("no clsact", NEWTFILTER, bpf_filter(prog), change)
    r.ask("to be changed", NEWQDISC, traffic(CLSACT, handle=HANDLE, protocol=0, rest=clsact), REQUEST | ACK)
    r.ask("clsact", NEWQDISC, traffic(CLSACT, handle=HANDLE, protocol=0, rest=clsact), change)
    r.ask("again", NEWQDISC, traffic(CLSACT, handle=HANDLE, protocol=0, rest=clsact), change)
    r.ask("again, alone", NEWQDISC, traffic(CLSACT, handle=HANDLE, protocol=0, rest=clsact), change | EXCL)
    r.ask("filter", NEWTFILTER, bpf_filter(prog), change)
    r.ask("echoed", NEWTFILTER, bpf_filter(prog, priority=7, rest=attribute(BPF_NAME, b"name\0") + word(BPF_FLAGS, 1)),
          change | ECHO)
    r.ask("with a class", NEWTFILTER, bpf_filter(prog, priority=7, handle=0x20, rest=word(BPF_CLASSID, 5)), change | ECHO)
    r.ask("in a chain", NEWTFILTER, bpf_filter(prog, priority=7, chain=3, protocol=8), change | ECHO)
    r.ask("skip_hw", NEWTFILTER, bpf_filter(prog, OUT and b"bpf\0", word(BPF_FLAGS_GEN, 1), parent=OUT, priority=1),
          change | ECHO)
    r.ask("list", GETTFILTER, traffic(protocol=0), REQUEST | DUMP)
    r.ask("list of the other side", GETTFILTER, traffic(OUT, protocol=0), REQUEST | DUMP)
    r.ask("of a chain", GETTFILTER, traffic(protocol=0, rest=word(CHAIN, 3)), REQUEST | DUMP)
    r.ask("of a priority", GETTFILTER, traffic(priority=7, protocol=0), REQUEST | DUMP)
    r.ask("of a protocol", GETTFILTER, traffic(protocol=8), REQUEST | DUMP)
    r.ask("of nothing", GETTFILTER, traffic(priority=9, protocol=0), REQUEST | DUMP)
    r.ask("of no interface", GETTFILTER, traffic(number=99, protocol=0), REQUEST | DUMP)
    wrong(r, prog, xdp, change)
    r.ask("get", GETTFILTER, traffic(priority=7, handle=0x20), REQUEST)
    r.ask("get with acknowledgement", GETTFILTER, traffic(priority=7, handle=0x20))
    r.ask("get another protocol", GETTFILTER, traffic(priority=7, handle=0x20, protocol=8))
    r.ask("get without a handle", GETTFILTER, traffic(priority=7))
    r.ask("get of priority 0", GETTFILTER, traffic())
    r.ask("delete of priority 0", DELTFILTER, traffic())
    r.ask("delete one", DELTFILTER, traffic(priority=7, handle=0x20), REQUEST | ACK | ECHO)
    r.ask("delete another kind", DELTFILTER, traffic(priority=7, rest=attribute(KIND, b"bpf\0")), REQUEST | ACK)
    r.ask("delete a chain that is not", DELTFILTER, traffic(protocol=0, rest=word(CHAIN, 99)))
    r.ask("delete a chain", DELTFILTER, traffic(protocol=0, rest=word(CHAIN, 3)))
    r.ask("list", GETTFILTER, traffic(protocol=0), REQUEST | DUMP)
    r.ask("delete all", DELTFILTER, traffic(protocol=0))
    r.ask("list", GETTFILTER, traffic(protocol=0), REQUEST | DUMP)
    r.ask("delete a qdisc of another name", DELQDISC, traffic(CLSACT, protocol=0, handle=0x10000, rest=clsact))
    r.ask("delete clsact", DELQDISC, traffic(CLSACT, protocol=0, rest=clsact))
    r.ask("again", DELQDISC, traffic(CLSACT, protocol=0, rest=clsact))


def wrong(r, prog, xdp, change):
    r.ask("no handle", NEWTFILTER, bpf_filter(prog, priority=7, handle=1), change | EXCL)
    r.ask("not to be made", NEWTFILTER, bpf_filter(prog, priority=8), REQUEST | ACK)
    r.ask("nor in a priority", NEWTFILTER, bpf_filter(prog, priority=7, handle=99), REQUEST | ACK)
    r.ask("nor in any", NEWTFILTER, bpf_filter(prog), REQUEST | ACK)
    r.ask("changed", NEWTFILTER, bpf_filter(prog, priority=7, handle=0x20), REQUEST | ACK | ECHO)
    r.ask("another protocol", NEWTFILTER, bpf_filter(prog, priority=7, protocol=8), change)
    r.ask("no protocol", NEWTFILTER, bpf_filter(prog, priority=8, protocol=0), change)
    r.ask("another type", NEWTFILTER, bpf_filter(xdp, priority=8), change)
    r.ask("no program", NEWTFILTER, bpf_filter(999, priority=8), change)
    r.ask("nothing", NEWTFILTER, bpf_filter(None, priority=8), change)
    r.ask("unknown flags", NEWTFILTER, bpf_filter(prog, priority=8, rest=word(BPF_FLAGS, 4)), change)
    r.ask("unknown flags of all", NEWTFILTER, bpf_filter(prog, priority=8, rest=word(BPF_FLAGS_GEN, 64)), change)
    r.ask("neither here nor there", NEWTFILTER, bpf_filter(prog, priority=8, rest=word(BPF_FLAGS_GEN, 3)), change)
    r.ask("no interface", NEWTFILTER, bpf_filter(prog, number=99), change)
    r.ask("no side", NEWTFILTER, bpf_filter(prog, parent=HANDLE), change)
    r.ask("a third side", NEWTFILTER, bpf_filter(prog, parent=0xffff0005), change)
    r.ask("too high a chain", NEWTFILTER, bpf_filter(prog, chain=1 << 28), change)


def waited(prog):
    """Replies that somebody waits for, in order, also those of two sockets."""
    one, two = Route(), Route()
    one.socket.send(one.message(SETLINK, link(prog)))
    two.socket.send(two.message(SETLINK, link(prog, 1)))
    ready = select.select([one.socket, two.socket], [], [], 20)[0]
    print("ready", len(ready), *[two.tell(reply) for reply in two.replies()], *[one.tell(reply) for reply in one.replies()])
    two.socket.send(two.message(SETLINK, link(prog, 1)))
    two.socket.close()
    one.ask("another was closed", SETLINK, link(-1))
    pid = os.fork()
    if not pid:
        Route().ask("of a child", SETLINK, link(prog))
        os._exit(0)
    os.waitpid(pid, 0)
    one.ask("survives it", SETLINK, link(prog, 1))
    one.ask("and is taken away", SETLINK, link(-1))


def others():
    """Sockets that are none of rtnetlink, and data that looks as if."""
    r = Route()
    r.ask("asked", GETLINK, struct.pack("BxHiII", 0, 0, LO, 0, 0), REQUEST)
    noop = struct.pack("IHHII", 16, NOOP, REQUEST | ACK, 1, 1)
    ack = struct.pack("IHHIIi", 36, ERROR, 0x100, 1, 1, 0) + noop
    told = struct.pack("IHHII", 44, NEWLINK, 0, 1, 1) + struct.pack("BxHiII", 0, 0, LO, 0, 0) + attribute(IFLA_XDP, b"12345678")
    request = r.message(SETLINK, link(4))
    kinds = (socket.AF_UNIX, socket.SOCK_STREAM), (socket.AF_UNIX, socket.SOCK_DGRAM), (socket.AF_UNIX, socket.SOCK_SEQPACKET)
    for family, kind in kinds:
        ends = socket.socketpair(family, kind)
        for data in ack, told, request:
            ends[0].send(data[:5])
            ends[0].sendmsg([data[:20], data[20:]])
            print(kind, ends[1].recv(5) == data[:5], ends[1].recv(100, socket.MSG_PEEK) == data, ends[1].recvfrom(100)[0] == data)
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    udp.bind(("127.0.0.1", 0))
    print("to itself", udp.sendto(ack, udp.getsockname()), udp.recvfrom(100) == (ack, udp.getsockname()))
    generic = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 16)
    generic.send(r.message(NOOP, b""))
    got = generic.recv(100)
    print("another protocol", len(got), got[24:28] == noop[4:8])


def at_once(prog):
    """Threads that attach and ask, each at a priority of its own."""
    clsact = attribute(KIND, b"clsact\0")
    Route().ask("clsact", NEWQDISC, traffic(CLSACT, handle=HANDLE, protocol=0, rest=clsact), REQUEST | ACK | CREATE)
    wrong = []

    def attach(priority):
        r = Route()
        for _ in range(20):
            for kind, flags, body in ((NEWTFILTER, REQUEST | ACK | CREATE | EXCL, bpf_filter(prog, priority=priority, handle=1)),
                                      (GETTFILTER, REQUEST, traffic(priority=priority, handle=1)),
                                      (DELTFILTER, REQUEST | ACK, traffic(priority=priority, handle=1))):
                r.socket.send(r.message(kind, body, flags))
                select.select([r.socket], [], [])
                reply = r.replies()
                if len(reply) != 1 or reply[0][2] != r.number or not reply[0][3]:
                    wrong.append((kind, reply))
                elif reply[0][0] == ERROR and struct.unpack_from("i", reply[0][4])[0]:
                    wrong.append((kind, r.tell(reply[0])))
    threads = [threading.Thread(target=attach, args=(1 + i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("at once", len(wrong), wrong[:1])
    Route().ask("nothing is left", GETTFILTER, traffic(protocol=0), REQUEST | DUMP)


def at_random(progs, count=300, seed=7):
    """Requests about few interfaces, priorities and handles."""
    random.seed(seed)
    r = Route()
    pick = random.choice

    def some_filter(kind):
        place = {"parent": pick((IN, IN, IN, OUT, HANDLE)), "priority": pick((0, 1, 1, 2, 2, 3)), "handle": pick((0, 1, 1, 2)),
                 "protocol": pick((ALL, ALL, ALL, 8, 0)), "number": pick((LO, LO, LO, LO, 99))}
        if kind == NEWTFILTER:
            return bpf_filter(pick(progs), rest=b"" if pick((0, 0, 1)) else word(pick((BPF_CLASSID, BPF_FLAGS, BPF_FLAGS_GEN)),
                              pick((0, 1, 2, 3))), chain=pick((None, None, 0, 1)), **place)
        return traffic(rest=pick((b"", b"", attribute(KIND, b"bpf\0"), word(CHAIN, pick((0, 1, 2))))), **place)

    def some_qdisc():
        return traffic(CLSACT, handle=HANDLE, protocol=0, number=pick((LO, LO, LO, 99)), rest=attribute(KIND, b"clsact\0"))

    for _ in range(count):
        kind = pick((SETLINK, SETLINK, NEWTFILTER, NEWTFILTER, NEWTFILTER, DELTFILTER, GETTFILTER, NEWQDISC, DELQDISC)
                    if pick(range(4)) else (NEWTFILTER, NEWQDISC, SETLINK))
        flags = REQUEST | pick((0, ACK, ACK, ACK | ECHO))
        if kind == SETLINK:
            body = link(pick((-1, *progs)), pick((None, 0, 1, 2, 4, 8, 16, 16, 17, 18, 20, 32, 6)), pick((LO, LO, LO, 0, 99)),
                        expected=pick((None, None, -1, *progs)))
        elif kind in (NEWQDISC, DELQDISC):
            body = some_qdisc()
        else:
            body = some_filter(kind)
        if kind in (NEWTFILTER, NEWQDISC):
            flags |= pick((0, CREATE, CREATE, CREATE, CREATE | EXCL))
        if kind == GETTFILTER:
            flags |= pick((0, 0, DUMP))
        r.ask(f"random {kind} {flags:#x} {body[4:20].hex()}", kind, body, flags)


LIBC.unshare(0x40000000)
sys.stdout.reconfigure(line_buffering=True)
xdp, cls = load(6), load(3)
links(xdp, cls)
together(xdp)
peeked(xdp)
filters(cls, xdp)
waited(xdp)
others()
at_once(cls)
at_random((xdp, load(6), cls, load(3), 999), *map(int, sys.argv[1:]))

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Makes the captures that the programs here are run on, NAME.pcap, and what their maps hold before,
NAME.maps. The same bytes come out on every run.

usage: make_captures.py FOLDER
"""
import os
import random
import socket
import struct
import sys

ROUTER, HOST = "02:00:00:00:00:01", "02:00:00:00:00:10"
TCP, UDP, ICMP, SYN, ACK, FIN = 6, 17, 1, 2, 16, 1


def mac(text):
    return bytes(int(part, 16) for part in text.split(":"))


def checksum(data):
    total = sum(struct.unpack(f">{len(data) // 2}H", data[:len(data) & ~1]))
    total += data[-1] << 8 if len(data) % 2 else 0
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def pseudo(src, dst, proto, segment):
    return socket.inet_aton(src) + socket.inet_aton(dst) + struct.pack(">BBH", 0, proto, len(segment)) + segment


def tcp(src, dst, ports, flags, data=b""):
    head = struct.pack(">HHIIBBHHH", *ports, 1000, 2000, 5 << 4, flags, 64240, 0, 0)
    total = checksum(pseudo(src, dst, TCP, head + data))
    return TCP, head[:16] + struct.pack(">H", total) + head[18:] + data


def udp(src, dst, ports, data=b"", summed=True):
    head = struct.pack(">HHHH", *ports, 8 + len(data), 0)
    total = checksum(pseudo(src, dst, UDP, head + data)) or 0xffff
    return UDP, head[:6] + struct.pack(">H", total if summed else 0) + data


def icmp(number):
    body = struct.pack(">BBHHH", 8, 0, 0, 7, number) + bytes(range(40))
    return ICMP, body[:2] + struct.pack(">H", checksum(body)) + body[4:]


class Capture:
    """Frames with the times between them."""

    def __init__(self):
        self.frames = []
        self.random = random.Random(1)
        self.time = 1700000000000000  # microseconds

    def frame(self, payload, ethertype=0x0800, src=HOST, dst=ROUTER):
        self.time += self.random.randrange(20, 20000)
        self.frames.append((self.time, mac(dst) + mac(src) + struct.pack(">H", ethertype) + payload))

    def ip(self, src, dst, transport, ttl=64):
        proto, segment = transport
        head = struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(segment), len(self.frames), 0x4000, ttl, proto, 0) + \
            socket.inet_aton(src) + socket.inet_aton(dst)
        self.frame(head[:10] + struct.pack(">H", checksum(head)) + head[12:] + segment)

    def arp(self, sender, target):
        self.frame(struct.pack(">HHBBH", 1, 0x0800, 6, 4, 1) + mac(HOST) + socket.inet_aton(sender) + bytes(6) +
                   socket.inet_aton(target), 0x0806, dst="ff:ff:ff:ff:ff:ff")

    def write(self, path):
        with open(path, "wb") as out:
            out.write(struct.pack("<IHHIIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1))
            for time, data in self.frames:
                out.write(struct.pack("<IIII", time // 1000000, time % 1000000, len(data), len(data)) + data)


def firewall():
    """What comes in from outside: visitors of a web server, and some who look for more."""
    c = Capture()
    server = "192.0.2.80"
    for n in range(160):
        kind, host = c.random.randrange(10), c.random.randrange(1, 255)
        ports = (c.random.randrange(1024, 65536), c.random.choice([80, 443, 443, 22, 23, 8080]))
        source = f"198.51.100.{host}" if kind < 6 else f"203.0.113.{host}" if kind < 8 else f"100.{64 + n % 64}.7.{host}"
        if kind == 9:
            c.ip(source, server, udp(source, server, (ports[0], c.random.choice([53, 1900, 123])), bytes(24)))
        else:
            c.ip(source, server, tcp(source, server, ports, SYN if n % 3 else ACK, bytes(n % 5 * 100)))
    for n in range(8):
        c.ip("198.51.100.7", server, icmp(n))
        c.arp("192.0.2.1", server)
    c.frame(bytes.fromhex("6000000000003a40") + bytes(32), 0x86dd)
    c.frame(bytes.fromhex("45000014") + bytes(10))      # an IP header that is cut
    c.frame(bytes.fromhex("35000014") + bytes(30))      # of version 3
    c.frame(bytes.fromhex("44000014") + bytes(30))      # that says it has 16 bytes
    c.frame(bytes.fromhex("450000140000000040060000c6336407c0000250") + bytes(2))  # no ports behind it
    maps = ["# Networks and ports that are closed.",
            'networks=[{"key":{"prefix":24,"address":"203.0.113.0"},"value":1},'
            '{"key":{"prefix":10,"address":"100.64.0.0"},"value":2},'
            '{"key":{"prefix":16,"address":"100.70.0.0"},"value":3}]',
            'ports=[{"key":{"number":23,"protocol":6},"value":1},{"key":{"number":1900,"protocol":17},"value":1}]']
    return c, maps


def maglev(weights, size):
    """The ring of consistent hashing: each server takes the next free place of its own permutation."""
    ring, left = [None] * size, size
    walks = [(number, random.Random(number)) for number in range(len(weights))]
    steps = [[rng.randrange(size), rng.randrange(1, size)] for _, rng in walks]
    while left:
        for number, step in enumerate(steps):
            while ring[step[0]] is not None:
                step[0] = (step[0] + step[1]) % size
            ring[step[0]] = number
            left -= 1
            if not left:
                break
    return ring


def balancer():
    """Connections to two services, and what is none of the balancer's business."""
    c = Capture()
    services, other, open_now = ["192.0.2.80", "192.0.2.81"], "192.0.2.99", []
    for n in range(220):
        if n % 11 == 10:
            source = f"198.51.100.{n}"
            c.ip(source, other, tcp(source, other, (5000 + n, 80), SYN))
        elif n % 17 == 16:
            c.ip("198.51.100.9", services[0], udp("198.51.100.9", services[0], (5353, 53), bytes(30)))
        elif not open_now or c.random.random() < 0.3:
            source = f"{c.random.randrange(1, 224)}.{c.random.randrange(256)}.7.{c.random.randrange(1, 255)}"
            open_now.append((source, services[n % 2], c.random.randrange(1024, 65536)))
            c.ip(source, open_now[-1][1], tcp(source, open_now[-1][1], (open_now[-1][2], 443), SYN))
        else:
            source, service, port = c.random.choice(open_now)
            data = bytes(c.random.choice([0, 0, 12, 512, 1400]))
            c.ip(source, service, tcp(source, service, (port, 443), ACK, data))
    c.arp("192.0.2.1", "192.0.2.80")
    servers = [{"key": n, "value": {"address": f"10.0.0.{10 + n}", "mac": f"02:00:00:00:0a:{10 + n:02x}"}}
               for n in range(5)]
    text = lambda value: repr(value).replace("'", '"').replace(" ", "")
    maps = ["# Two services, five servers, and a ring of consistent hashing that names servers.",
            'own_address="192.0.2.1"', 'own_mac="02:00:00:00:00:01"',
            'services={"192.0.2.80":1,"192.0.2.81":1}', "servers=" + text(servers),
            "ring=" + text({str(place): number for place, number in enumerate(maglev([1] * 5, 251))})]
    return c, maps


def nat():
    """Hosts inside talk to servers outside; both directions pass the same interface."""
    c = Capture()
    outside = "192.0.2.1"
    for n in range(90):
        host, server = f"10.1.0.{2 + n % 7}", f"198.51.100.{10 + n % 4}"
        ports = (40000 + n // 3, 443 if n % 2 else 53)
        make = tcp if n % 2 else udp
        more = (ACK, bytes(n % 6 * 90)) if n % 2 else (bytes(20 + n % 5), n % 4 != 0)
        c.ip(host, server, make(host, server, ports, *more))
        if n % 5 != 4:
            c.ip(server, outside, make(server, outside, ports[::-1], *more))
    c.ip("10.1.0.2", "198.51.100.10", icmp(1))
    c.ip("203.0.113.9", outside, tcp("203.0.113.9", outside, (4444, 22), SYN))  # nobody asked for it
    c.ip("203.0.113.9", "203.0.113.10", tcp("203.0.113.9", "203.0.113.10", (4444, 22), SYN))
    c.arp("192.0.2.1", "192.0.2.254")
    maps = ["# The address outside, and the network inside.", 'outside="192.0.2.1"', 'inside_net="10.1.0.0"',
            'inside_mask="255.255.0.0"']
    return c, maps


def policy():
    """What goes to a database: who has the right label, who has another, and who has none."""
    c = Capture()
    db, web, guest, stranger = "10.1.2.2", "10.1.1.2", "10.1.1.3", "10.1.1.9"
    for n in range(60):
        source = (web, web, guest, stranger)[n % 4]
        port = c.random.choice([5432, 5432, 5433])
        c.ip(source, db, (udp if n % 7 == 6 else tcp)(source, db, (40000 + n, port), *((ACK,) if n % 7 != 6 else ()),
                                                      bytes(n % 5 * 60)))
    c.ip(web, db, icmp(1))
    c.ip(guest, db, icmp(2))
    c.ip(web, "10.1.2.9", icmp(3))
    c.frame(bytes.fromhex("4500001c0000000040060000") + socket.inet_aton(web) + socket.inet_aton(db) + bytes(2))  # no ports
    c.arp("10.1.2.1", db)
    maps = ["# Labels of addresses, and which may talk to which.",
            'labels={"10.1.1.2":1,"10.1.2.2":2,"10.1.1.3":3}',
            'rules=[{"key":{"from":1,"to":2,"port":5432,"protocol":6},"value":1},'
            '{"key":{"from":1,"to":2,"port":0,"protocol":1},"value":1}]']
    return c, maps


def stats():
    """Anything that a socket may see."""
    c = Capture()
    for n in range(150):
        source, target = f"192.0.2.{1 + n * n % 23}", "192.0.2.200"
        size = c.random.choice([0, 1, 10, 60, 200, 600, 1400])
        transport = udp(source, target, (1000 + n, 53), bytes(size)) if n % 3 else \
            tcp(source, target, (1000 + n, 80), ACK, bytes(size)) if n % 2 else icmp(n)
        c.ip(source, target, transport)
    c.arp("192.0.2.1", "192.0.2.200")
    c.frame(bytes.fromhex("6000000000083a40") + bytes(32) + bytes(8), 0x86dd)
    return c, []


def main():
    for name, make in (("xdp_firewall", firewall), ("xdp_balancer", balancer), ("tc_nat", nat), ("tc_policy", policy),
                       ("sock_stats", stats)):
        capture, maps = make()
        capture.write(os.path.join(sys.argv[1], name + ".pcap"))
        if maps:
            with open(os.path.join(sys.argv[1], name + ".maps"), "w", encoding="utf-8") as out:
                out.write("\n".join(maps) + "\n")


main()

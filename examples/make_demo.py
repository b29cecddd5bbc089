#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Makes examples/demo.pcap: a few seconds in the life of a small office network. The same bytes come
out on every run.

usage: make_demo.py FILE
"""
import random
import sys

from scapy.all import (ARP, DNS, DNSQR, DNSRR, ICMP, IP, TCP, UDP, Dot1Q, Ether, ICMPv6EchoReply,
                       ICMPv6EchoRequest, ICMPv6ND_NA, ICMPv6ND_NS, IPv6, Raw, wrpcap)

MACS = {"router": "02:00:00:00:00:01", "laptop": "02:00:00:00:00:10", "desk": "02:00:00:00:00:11",
        "phone": "02:00:00:00:00:20", "printer": "02:00:00:00:00:30"}
IPS = {"router": "192.0.2.1", "laptop": "192.0.2.10", "desk": "192.0.2.11", "phone": "192.0.2.20",
       "printer": "192.0.2.30"}
WEB, MAIL, TIME = "198.51.100.80", "198.51.100.25", "203.0.113.123"
LAPTOP6, WEB6 = "2001:db8:1::10", "2001:db8:80::80"
TLS_HELLO = bytes.fromhex("1603010200010001fc0303")


class Story:
    """Collects packets and moves the clock."""

    def __init__(self):
        self.packets = []
        self.time = 1700000000000000 # microseconds
        self.random = random.Random(1)
        self.ident = 1

    def put(self, packet, wait=None):
        self.time += wait or self.random.randrange(80, 90000)
        packet.time = self.time / 1000000
        self.packets.append(packet)

    def out(self, who, packet, wait=None):
        self.put(Ether(src=MACS[who], dst=MACS["router"]) / packet, wait)

    def back(self, who, packet, wait=None):
        self.put(Ether(src=MACS["router"], dst=MACS[who]) / packet, wait)

    def ip(self, src, dst, **more):
        self.ident += 1
        return IP(src=src, dst=dst, id=self.ident, **more)

    def lookup(self, who, name, address, port):
        """A question to the router's name server, and its answer."""
        me, server = IPS[who], IPS["router"]
        question = DNSQR(qname=name, qtype="AAAA" if ":" in address else "A")
        answer = DNSRR(rrname=name, type=question.qtype, ttl=300, rdata=address)
        self.out(who, self.ip(me, server) / UDP(sport=port, dport=53) / DNS(id=port, rd=1, qd=question))
        self.back(who, self.ip(server, me) / UDP(sport=53, dport=port) /
                  DNS(id=port, qr=1, ra=1, qd=question, an=answer), 4000)

    def tcp(self, who, net, ports, talk):
        """A connection: talk is a list of (from the client?, bytes)."""
        (sport, dport), seq = ports, [self.random.getrandbits(31), self.random.getrandbits(31)]
        me, other = net

        def segment(client, flags, data=b""):
            src, dst = (me, other) if client else (other, me)
            head = IPv6(src=src, dst=dst) if ":" in src else self.ip(src, dst, flags="DF")
            a, b = (sport, dport) if client else (dport, sport)
            mine, theirs = (0, 1) if client else (1, 0)
            packet = head / TCP(sport=a, dport=b, flags=flags, seq=seq[mine],
                                ack=seq[theirs] if "A" in flags else 0, window=64240)
            (self.out if client else self.back)(who, packet / Raw(data) if data else packet)
            seq[mine] += len(data) + ("S" in flags or "F" in flags)

        segment(True, "S")
        segment(False, "SA")
        segment(True, "A")
        for client, data in talk:
            for at in range(0, len(data), 1400):
                segment(client, "PA", data[at:at + 1400])
            segment(not client, "A")
        segment(True, "FA")
        segment(False, "FA")
        segment(True, "A")


def arp(story):
    for who in ("laptop", "desk", "printer"):
        story.put(Ether(src=MACS[who], dst="ff:ff:ff:ff:ff:ff") /
                  ARP(op=1, hwsrc=MACS[who], psrc=IPS[who], pdst=IPS["router"]))
        story.put(Ether(src=MACS["router"], dst=MACS[who]) /
                  ARP(op=2, hwsrc=MACS["router"], psrc=IPS["router"], hwdst=MACS[who], pdst=IPS[who]), 300)


def ping(story, who, target, times):
    for n in range(times):
        story.out(who, story.ip(IPS[who], target) / ICMP(id=7, seq=n) / Raw(bytes(range(56))))
        story.back(who, story.ip(target, IPS[who], ttl=57) / ICMP(type=0, id=7, seq=n) / Raw(bytes(range(56))))


def ping6(story):
    router = "fe80::1"
    story.out("laptop", IPv6(src=LAPTOP6, dst=router) / ICMPv6ND_NS(tgt=router))
    story.back("laptop", IPv6(src=router, dst=LAPTOP6) / ICMPv6ND_NA(tgt=router))
    for n in range(4):
        story.out("laptop", IPv6(src=LAPTOP6, dst=WEB6) / ICMPv6EchoRequest(id=9, seq=n, data=bytes(40)))
        story.back("laptop", IPv6(src=WEB6, dst=LAPTOP6) / ICMPv6EchoReply(id=9, seq=n, data=bytes(40)))


def call(story, packets):
    """A voice call of the phone, which lives in VLAN 20."""
    for n in range(packets):
        data = Raw(bytes([0x80, 0]) + n.to_bytes(2, "big") + bytes(168))
        to, fro = (IPS["phone"], TIME), (TIME, IPS["phone"])
        src, dst = to if n % 2 else fro
        ether = Ether(src=MACS["phone"], dst=MACS["router"]) if n % 2 else Ether(src=MACS["router"], dst=MACS["phone"])
        story.put(ether / Dot1Q(vlan=20, prio=5) / story.ip(src, dst, tos=0xb8) / UDP(sport=16384, dport=16386) / data,
                  20000)


def tell():
    story = Story()
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6000\r\n\r\n" + b"<p>skep</p>\n" * 500
    arp(story)
    story.lookup("laptop", "www.example.com", WEB, 40001)
    story.tcp("laptop", (IPS["laptop"], WEB), (51000, 80),
              [(True, b"GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n"), (False, page)])
    ping(story, "desk", WEB, 5)
    story.lookup("desk", "mail.example.net", MAIL, 40002)
    story.tcp("desk", (IPS["desk"], MAIL), (51001, 25),
              [(False, b"220 mail.example.net ESMTP\r\n"), (True, b"EHLO desk.example.net\r\n"),
               (False, b"250 mail.example.net\r\n"), (True, b"QUIT\r\n"), (False, b"221 bye\r\n")])
    ping6(story)
    story.lookup("laptop", "www6.example.com", WEB6, 40003)
    story.tcp("laptop", (LAPTOP6, WEB6), (51002, 443),
              [(True, TLS_HELLO + bytes(506)), (False, TLS_HELLO + bytes(3200)), (True, bytes(120)),
               (False, bytes(2600))])
    call(story, 40)
    story.tcp("desk", (IPS["desk"], IPS["printer"]), (51003, 22),
              [(False, b"SSH-2.0-printer\r\n"), (True, b"SSH-2.0-desk\r\n"), (False, bytes(64)), (True, bytes(48))])
    story.out("laptop", story.ip(IPS["laptop"], TIME) / UDP(sport=123, dport=123) / Raw(b"\x23" + bytes(47)))
    story.back("laptop", story.ip(TIME, IPS["laptop"]) / UDP(sport=123, dport=123) / Raw(b"\x24\x01" + bytes(46)))
    # An answer that was too long for one packet: the second fragment has no ports.
    big = story.ip(WEB, IPS["laptop"])
    data = bytes(UDP(sport=53, dport=40004, len=2008, chksum=0)) + bytes(2000)
    story.back("laptop", IP(src=big.src, dst=big.dst, id=big.id, flags="MF", proto=17) / Raw(data[:1480]))
    story.back("laptop", IP(src=big.src, dst=big.dst, id=big.id, frag=185, proto=17) / Raw(data[1480:]))
    for port in (23, 3389, 5900, 8080): # refused
        story.out("desk", story.ip(IPS["desk"], WEB) / TCP(sport=51100, dport=port, flags="S", seq=port))
        story.back("desk", story.ip(WEB, IPS["desk"]) / TCP(sport=port, dport=51100, flags="RA", ack=port + 1))
    story.lookup("phone", "sip.example.net", TIME, 40005)
    ping(story, "laptop", IPS["router"], 8)
    return story.packets


wrpcap(sys.argv[1], tell(), linktype=1)

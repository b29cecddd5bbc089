#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Writes the capture files that the filter tests read, and the list of them.

usage: make.py LIST   (LIST is written last; the captures go into the directory it lies in)

The list has a line for each capture: file name, name of the link type, its LINKTYPE_ number, number
of packets, kind (full, cut, damaged, small, format). The same bytes come out on every run."""
import os
import random
import struct
import sys

sys.dont_write_bytecode = True # the source tree stays as it is

import frames
import links


class Writer:
    """Collects what the list will say."""

    def __init__(self, directory):
        self.directory = directory
        self.lines = []

    def pcap(self, name, linktype, packets, kind='full', order='<', magic=0xa1b2c3d4):
        """packets: bytes, or (bytes, length on the wire)"""
        out = [struct.pack(order + 'IHHiIII', magic, 2, 4, 0, 0, 262144, linktype)]
        for i, packet in enumerate(packets):
            data, wire = packet if isinstance(packet, tuple) else (packet, len(packet))
            out.append(struct.pack(order + 'IIII', 1700000000 + i // 100, i % 100, len(data), wire))
            out.append(data)
        self.write(name + '.pcap', linktype, len(packets), kind, b''.join(out))

    def pcapng(self, name, linktype, packets):
        out = [struct.pack('<IIIHHqI', 0x0a0d0d0a, 28, 0x1a2b3c4d, 1, 0, -1, 28),
               struct.pack('<IIHHII', 1, 20, linktype, 0, 262144, 20)]
        for i, data in enumerate(packets):
            padded = data + bytes(-len(data) % 4)
            size = 32 + len(padded)
            out.append(struct.pack('<IIIIIII', 6, size, 0, 0, i, len(data), len(data)) + padded +
                       struct.pack('<I', size))
        self.write(name + '.pcapng', linktype, len(packets), 'format', b''.join(out))

    def write(self, name, linktype, count, kind, data):
        with open(os.path.join(self.directory, name), 'wb') as file:
            file.write(data)
        self.lines.append(f'{name} {links.LINKS[linktype][0]} {linktype} {count} {kind}\n')


def base_packets():
    """A dozen Ethernet frames in which every length is worth trying."""
    f, eth = frames, links.eth
    return [eth(f.IP, f.ip4(f.tcp(1, 80, 2, f.HTTP), 6)), eth(f.IP, f.ip4(f.udp(1, 53, f.DNS), 17)),
            eth(f.IP, f.ip4(f.tcp(1, 80, 2, bytes(20)), 6, options=bytes(12))),
            eth(f.IP6, f.ip6(f.tcp(1, 80, 2, f.HTTP), 6)), eth(f.IP6, f.ip6(f.ext(17) + f.udp(1, 53, f.DNS), 0)),
            eth(f.ARP, f.arp()), eth(0x8100, struct.pack('>HH', 100, f.IP) + f.ip4(f.udp(1, 53, f.DNS), 17)),
            eth(0x8847, f.mpls([1024, 5], f.ip4(f.tcp(1, 80, 2), 6))),
            eth(0x8864, f.pppoes(0x27, 0x21, f.ip4(f.udp(1, 53, f.DNS), 17))),
            eth(f.IP, f.ip4(f.geneve(11, 0x6558, eth(f.IP, f.ip4(f.udp(1, 53), 17)), bytes(4)), 17)),
            links.eth_llc(f.llc_set()[0]), links.eth_llc(b'\xfe\xfe\3' + f.iso(0x83, 15)),
            links.eth_llc(links.snap(f.IP, f.ip4(f.udp(1, 53), 17))), eth(f.IP, f.ip4(f.icmp(8), 1))]


def cut(packets, limit=100):
    return [(data[:size], len(data)) for data in packets for size in range(min(limit, len(data)) + 1)]


def damaged(packets, rng, rounds):
    """Some bytes of each packet changed, and its end cut off now and then."""
    out = []
    for _ in range(rounds):
        for data in packets:
            data = bytearray(data)
            for _ in range(rng.randint(1, 4)):
                if data:
                    data[rng.randrange(min(len(data), 80))] = rng.choice((0, 0xff, rng.randrange(256)))
            size = rng.randint(0, len(data)) if rng.random() < 0.2 else len(data)
            out.append((bytes(data[:size]), len(data)))
    return out


def noise(rng, count):
    return [rng.randbytes(rng.choice((0, 1, 2, 4, 8, 14, 20, 34, 60, 100, 200))) for _ in range(count)]


def ethernet_files(w, rng):
    whole = links.ethernet()
    w.pcap('ethernet', 1, whole)
    w.pcap('ethernet_cut', 1, cut(base_packets()), 'cut')
    w.pcap('ethernet_snapped', 1, [(data[:68], len(data)) for data in whole[::3]], 'cut')
    w.pcap('ethernet_damaged', 1, damaged(whole, rng, 1), 'damaged')
    few = whole[:40] + base_packets()
    for order, name in (('<', 'little'), ('>', 'big')):
        w.pcap('format_' + name, 1, few, 'format', order)
        w.pcap('format_nano_' + name, 1, few, 'format', order, 0xa1b23c4d)
    w.pcapng('format_ng', 1, few)


def link_files(w, rng):
    """For each link type all frames, with some damaged, cut and random ones; and small selections."""
    for number, (name, make) in links.LINKS.items():
        packets = make()
        some = packets[::max(1, len(packets) // 60)]
        cuts = cut(packets[::max(1, len(packets) // 5)], 80)
        w.pcap(name, number, packets + damaged(some, rng, 2) + cuts + noise(rng, 60))
        small = {'whole': some, 'damaged': damaged(some[:20], rng, 1), 'cut': cuts[::23], 'noise': noise(rng, 12)}
        for kind, selection in small.items():
            w.pcap(f'{name}_{kind}', number, selection, 'small')


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: make.py LIST')
    target = os.path.abspath(sys.argv[1])
    rng = random.Random(19921)
    w = Writer(os.path.dirname(target))
    ethernet_files(w, rng)
    link_files(w, rng)
    with open(target, 'w', encoding='ascii') as file:
        file.writelines(w.lines)


main()

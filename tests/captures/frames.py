# SPDX-License-Identifier: BSD-2-Clause
"""Packets from the network layer up, as bytes: builders, and the sets that links.py wraps.

Nothing here is random and no checksum is right: a filter never looks at one."""
import socket
import struct

HOSTS4 = ['10.0.0.1', '10.0.0.2', '192.168.1.1', '192.168.1.77', '127.0.0.1', '1.2.3.4',
          '172.16.5.5', '8.8.8.8', '0.0.0.0', '255.255.255.255', '224.0.0.1', '192.168.1.255',
          '10.255.255.255', '239.255.255.250', '169.254.3.4', '128.3.0.9']
HOSTS6 = ['::1', '2001:db8::1', '2001:db8::2', '2001:db8:1::53', 'fe80::1', 'ff02::1', '::',
          'ff02::1:ff00:1', '::ffff:10.0.0.1']
PORTS = [20, 21, 22, 23, 25, 53, 67, 68, 69, 80, 110, 123, 143, 161, 389, 443, 513, 1812, 3306,
         4789, 6000, 6004, 6008, 6081, 7000, 8080, 49152, 65535]
A, B, C = HOSTS4[0], HOSTS4[1], HOSTS4[5]
A6, B6 = HOSTS6[1], HOSTS6[2]
IP, ARP, RARP, IP6 = 0x0800, 0x0806, 0x8035, 0x86dd

HTTP = b'GET /index.html HTTP/1.1\r\nHost: example.org\r\n\r\n'
REPLY = b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'
TLS = bytes.fromhex('16030100310100002d0303') + bytes(range(32)) + bytes.fromhex('000002130101000000')
DNS = bytes.fromhex('1234010000010000000000000765786d706c65036f72670000010001')
DNS_REPLY = bytes.fromhex('1234818000010001000000000765786d706c65036f72670000010001c00c00010001'
                          '0000003c00045db8d822')
SSH = b'SSH-2.0-OpenSSH_9.2p1\r\n'


def ip4(payload, proto, src=A, dst=B, *, frag=0, more=False, options=b'', ihl=None, tos=0, ttl=64,
        dont=False, version=4, total=None):
    """frag: offset in units of 8 bytes; ihl, total: written as given, also where they are wrong"""
    words = 5 + len(options) // 4 if ihl is None else ihl
    total = 20 + len(options) + len(payload) if total is None else total
    flags = frag | (0x2000 if more else 0) | (0x4000 if dont else 0)
    return struct.pack('>BBHHHBBH', version << 4 | words, tos, total, 0x1234, flags, ttl, proto, 0) + \
        socket.inet_aton(src) + socket.inet_aton(dst) + options + payload


def ip6(payload, nxt, src=A6, dst=B6, *, hop=64, tclass=0, flow=0):
    return struct.pack('>IHBB', 6 << 28 | tclass << 20 | flow, len(payload), nxt, hop) + \
        socket.inet_pton(socket.AF_INET6, src) + socket.inet_pton(socket.AF_INET6, dst) + payload


def tcp(sport, dport, flags, payload=b'', *, options=b'', window=1024):
    words = 5 + len(options) // 4
    return struct.pack('>HHIIBBHHH', sport, dport, 1000, 2000, words << 4, flags, window, 0, 0) + \
        options + payload


def udp(sport, dport, payload=b''):
    return struct.pack('>HHHH', sport, dport, 8 + len(payload), 0) + payload


def sctp(sport, dport, chunk=0, payload=b'data'):
    return struct.pack('>HHIIBBH', sport, dport, 7, 0, chunk, 3, 4 + len(payload)) + payload


def icmp(kind, code=0, rest=b'\0\1\0\1pingpayload'):
    return struct.pack('>BBH', kind, code, 0) + rest


def ext(nxt, body=6):
    """A hop-by-hop, routing or destination options header of 8 or more bytes."""
    return struct.pack('>BB', nxt, (body + 2) // 8 - 1) + bytes([1, body - 2]) + bytes(body - 2)


def fragment(nxt, offset=0, more=0):
    return struct.pack('>BBHI', nxt, 0, offset << 3 | more, 77)


def ah(nxt, icv=12):
    return struct.pack('>BBHII', nxt, (12 + icv) // 4 - 2, 0, 0x100, 1) + bytes(icv)


def esp():
    return struct.pack('>II', 0x200, 2) + bytes(range(24))


def arp(op=1, sender=A, target=B, hw=1, proto=IP):
    return struct.pack('>HHBBH', hw, proto, 6, 4, op) + bytes.fromhex('001122334455') + \
        socket.inet_aton(sender) + bytes.fromhex('00aabbccddee') + socket.inet_aton(target)


def gre(proto, payload, flags=0):
    extra = bytes(4) * bin(flags & 0xb000).count('1')
    return struct.pack('>HH', flags, proto) + extra + payload


def geneve(vni, proto, payload, options=b'', flags=0):
    return udp(50000, 6081, struct.pack('>BBHI', len(options) // 4, flags, proto, vni << 8) +
               options + payload)


def vxlan(vni, payload):
    return udp(50001, 4789, struct.pack('>II', 0x08000000, vni << 8) + payload)


def decnet(dst, src, long=False, pad=False):
    """DECnet phase IV routing header after its 16-bit length."""
    if long:
        body = bytes([0x26, 0, 0]) + b'\xaa\0\4\0' + struct.pack('<H', dst) + b'\0\0' + \
            b'\xaa\0\4\0' + struct.pack('<H', src) + bytes(4)
    else:
        body = bytes([0x02]) + struct.pack('<HHB', dst, src, 0)
    body = (b'\x81' if pad else b'') + body + b'decnet data'
    return struct.pack('<H', len(body)) + body


def iso(nlpid, kind=0, rest=b'\0' * 30):
    """An OSI network-layer PDU: identifier, length, version, id length, type."""
    return bytes([nlpid, 27, 1, 0, kind, 1, 0, 0]) + rest


def mpls(labels, payload):
    out = b''
    for i, label in enumerate(labels):
        out += struct.pack('>I', label << 12 | (0x100 if i == len(labels) - 1 else 0) | 64)
    return out + payload


def pppoes(session, proto, payload):
    return struct.pack('>BBHHH', 0x11, 0, session, len(payload) + 2, proto) + payload


def transport_set():
    """(protocol, bytes): one of each transport, the busiest ports."""
    out = [(6, tcp(40000, 80, 0x18, HTTP)), (6, tcp(80, 40000, 0x18, REPLY)),
           (6, tcp(40001, 443, 0x18, TLS)), (6, tcp(40002, 22, 0x02)), (6, tcp(22, 40002, 0x12, SSH)),
           (6, tcp(40000, 80, 0x11)), (6, tcp(40000, 80, 0x04)), (17, udp(40000, 53, DNS)),
           (17, udp(53, 40000, DNS_REPLY)), (17, udp(68, 67, bytes(60))), (17, udp(6004, 7000, b'x')),
           (132, sctp(38412, 53)), (132, sctp(80, 9)), (1, icmp(8)), (1, icmp(0)), (58, icmp(128)),
           (2, bytes.fromhex('16000904e0000001')), (9, bytes(12)), (103, bytes.fromhex('20000000')),
           (112, bytes.fromhex('2101640100010000')), (50, esp()), (51, ah(6) + tcp(1, 80, 2)),
           (47, gre(IP, ip4(udp(1, 53), 17))), (4, ip4(tcp(9, 80, 2), 6)), (59, b''), (88, bytes(20))]
    return out


def network_set():
    """(EtherType, bytes): the essentials, for every link type."""
    out = []
    for proto, body in transport_set():
        out.append((IP, ip4(body, proto)))
        out.append((IP6, ip6(body, proto)))
    for i, host in enumerate(HOSTS4):
        other = HOSTS4[(i + 1) % len(HOSTS4)]
        out.append((IP, ip4(udp(PORTS[i], 53, DNS), 17, host, other)))
        out.append((ARP, arp(1 + i % 2, host, other)))
    for i, host in enumerate(HOSTS6):
        out.append((IP6, ip6(tcp(PORTS[i], 80, 2), 6, host, HOSTS6[(i + 1) % len(HOSTS6)])))
    out += [(IP, ip4(udp(1, 53, DNS), 17, more=True)), (IP, ip4(b'x' * 24, 17, frag=3, more=True)),
            (IP, ip4(b'\0\x35\0\x35' * 6, 17, frag=185)),
            (IP, ip4(tcp(1, 80, 2), 6, options=b'\x94\4\0\0' + b'\1' * 8)),
            (IP, ip4(tcp(80, 2, 2), 6, options=bytes(40))),
            (RARP, arp(3)), (RARP, arp(4, B, C)), (IP6, ip6(ext(6) + tcp(1, 80, 2), 0)),
            (IP6, ip6(fragment(17) + udp(1, 53), 44)), (IP6, ip6(fragment(17, 9, 1) + b'x' * 16, 44)),
            (0x6003, decnet(0x0402, 0x0801)), (0x6003, decnet(0x0801, 0x0402, long=True)),
            (0x809b, bytes.fromhex('000000000000000004000001')), (0x80f3, arp(1, hw=1, proto=0x809b)),
            (0x8137, b'\xff\xff' + bytes(28)), (0x88cc, b'\x02\x07\x04' + bytes(20)),
            (0x6004, b'lat lat lat lat'), (0x6001, b'mopdl'), (0x6002, b'moprc'), (0x6007, b'sca'),
            (0x8847, mpls([100000], ip4(udp(1, 53), 17))), (0x8847, mpls([1024, 5], ip6(b'', 59))),
            (0x8848, mpls([3], ip4(tcp(1, 80, 2), 6))), (0x8863, bytes.fromhex('110900000000')),
            (0x8864, pppoes(0x27, 0x21, ip4(udp(1, 53), 17))),
            (0x8864, pppoes(0x28, 0x57, ip6(tcp(1, 80, 2), 6))),
            (0x8100, struct.pack('>HH', 100, IP) + ip4(udp(1, 53), 17)),
            (0x8100, struct.pack('>HHHH', 100, 0x8100, 200, IP) + ip4(tcp(1, 80, 2), 6)),
            (0x88a8, struct.pack('>HH', 0xe000 | 300, IP6) + ip6(udp(1, 53), 17)),
            (IP, ip4(geneve(11, 0x6558, bytes(12) + b'\x08\0' + ip4(udp(1, 53), 17)), 17)),
            (0x9000, bytes(46)), (0x88b5, bytes(20))]
    return out


def llc_set():
    """LLC PDUs: unnumbered, supervisory and information frames, SNAP, and the OSI family."""
    out = []
    unnumbered = [0x03, 0x13, 0x63, 0x73, 0x43, 0x53, 0x0f, 0x1f, 0x6f, 0x7f, 0xe3, 0xf3, 0xaf,
                  0xbf, 0x87, 0x97]
    for control in unnumbered:
        out.append(bytes([0xe0, 0xe1, control]) + b'unnumbered data')
    for control in (0x01, 0x05, 0x09, 0x0d, 0x00, 0x02, 0x7e):
        for poll in (0, 1):
            out.append(bytes([0x04, 0x05, control, poll | 0x06]) + b'sequence')
    for oui in (0, 0x080007, 0x00000c, 0xffffff):
        for kind, body in ((IP, ip4(udp(1, 53), 17)), (IP6, ip6(tcp(1, 80, 2), 6)), (ARP, arp()),
                           (0x809b, bytes(13)), (0x80f3, arp()), (0x8137, bytes(30)),
                           (0x8100, b'\0\x64\x08\0' + ip4(tcp(1, 80, 2), 6)), (0x2000, bytes(8))):
            out.append(b'\xaa\xaa\3' + struct.pack('>I', oui)[1:] + struct.pack('>H', kind) + body)
    for nlpid in (0x81, 0x82, 0x83, 0x84, 0xcc, 0x8e):
        out.append(b'\xfe\xfe\3' + iso(nlpid))
    for kind in (15, 16, 17, 18, 20, 24, 25, 26, 27, 0, 31):
        out.append(b'\xfe\xfe\3' + iso(0x83, kind))
    out += [b'\x42\x42\3' + bytes(35), b'\xe0\xe0\3' + b'\xff\xff' + bytes(28),
            b'\xf0\xf0\3' + bytes.fromhex('2c00ffef08'), b'\xf0\xf1\0\2' + bytes(8),
            b'\xff\xff' + bytes(28), b'\6\6\3' + ip4(udp(1, 53), 17), b'\xfe\3\3' + iso(0x81),
            b'\x80\x80\3' + bytes(9), b'\xaa\xab\3' + bytes(12), b'\xfe\xfe', b'\xaa\xaa\3']
    return out


def thorough_set():
    """(EtherType, bytes): everything that Ethernet is to carry beyond network_set()."""
    out = []
    for flags in range(256):
        out.append((IP, ip4(tcp(40000 + flags, PORTS[flags % len(PORTS)], flags,
                                HTTP[:flags % 32], options=bytes(4 * (flags % 11))), 6)))
    for kind in list(range(20)) + [30, 37, 40, 255]:
        out.append((IP, ip4(icmp(kind, kind % 5), 1, HOSTS4[kind % 8], HOSTS4[(kind + 3) % 16])))
    for kind in [1, 2, 3, 4, 100] + list(range(127, 162)) + [255]:
        out.append((IP6, ip6(icmp(kind, kind % 3), 58, HOSTS6[kind % 6], HOSTS6[(kind + 2) % 6])))
    for proto in list(range(0, 256, 7)) + [8, 41, 46, 89, 94, 115, 136]:
        out.append((IP, ip4(bytes(range(24)), proto)))
        out.append((IP6, ip6(bytes(range(24)), proto)))
    for i, port in enumerate(PORTS):
        other, host = PORTS[(i * 5 + 3) % len(PORTS)], HOSTS4[i % len(HOSTS4)]
        for proto, body in ((6, tcp(port, other, 0x10)), (17, udp(port, other)), (132, sctp(port, other))):
            out.append((IP, ip4(body, proto, host, HOSTS4[(i + 5) % len(HOSTS4)])))
            out.append((IP6, ip6(body, proto, HOSTS6[i % 7], HOSTS6[(i + 1) % 7])))
    return out + odd_ip4() + chains() + tunnels()


def odd_ip4():
    out = []
    for ihl in range(16):
        out.append((IP, ip4(tcp(80, 53, 2, bytes(60)), 6, ihl=ihl)))
    for version in (0, 5, 6, 15):
        out.append((IP, ip4(udp(1, 53), 17, version=version)))
    for proto, body in ((6, tcp(1, 80, 0x12)), (17, udp(1, 53, DNS)), (1, icmp(8)), (132, sctp(1, 80))):
        for words in (1, 3, 10):
            out.append((IP, ip4(body, proto, options=b'\1' * 4 * words)))
        for frag, more, dont in ((0, True, False), (1, True, False), (0x1fff, False, False),
                                 (64, False, False), (0, False, True)):
            out.append((IP, ip4(body, proto, frag=frag, more=more, dont=dont)))
    for tos in (0x10, 0xb8, 0xff):
        out.append((IP, ip4(udp(1, 53), 17, tos=tos, ttl=tos & 3)))
    for size in (0, 1, 100, 512, 513, 1000, 1400):
        out.append((IP, ip4(udp(1, 53, bytes(size)), 17, '1.2.3.4', '8.8.8.8')))
    out.append((IP, ip4(udp(1, 53), 17, total=1000)))
    out.append((IP, ip4(udp(1, 53), 17, total=4)))
    return out


def chains():
    """IPv6 extension headers, and IPv4 authentication headers, in every order up to three."""
    heads = {0: ext, 43: ext, 60: ext, 44: fragment, 51: ah, 135: ext}
    ends = [(6, tcp(1, 80, 2)), (17, udp(1, 53)), (58, icmp(128)), (59, b''), (50, esp())]
    out = []
    for first in heads:
        for nxt, end in ends:
            out.append((IP6, ip6(heads[first](nxt) + end, first)))
        for second in heads:
            nxt, end = ends[(first + second) % 5]
            out.append((IP6, ip6(heads[first](second) + heads[second](nxt) + end, first)))
            for third in (0, 44, 51):
                out.append((IP6, ip6(heads[first](second) + heads[second](third) +
                                     heads[third](6) + tcp(80, 1, 2), first)))
    for offset, more in ((0, 1), (1, 1), (1, 0), (0x1fff, 0)):
        out.append((IP6, ip6(fragment(6, offset, more) + tcp(1, 80, 2), 44)))
    for body in (14, 30):
        out.append((IP6, ip6(ext(17, body) + udp(53, 53), 0)))
    for nxt, end in ends:
        out.append((IP, ip4(ah(nxt) + end, 51)))
        out.append((IP, ip4(ah(51) + ah(nxt) + end, 51)))
    out.append((IP6, ip6(ext(0) * 9 + ext(6) + tcp(1, 80, 2), 0)))
    return out


def tunnels():
    """VLAN, MPLS, PPPoE, Geneve, VXLAN, GRE, IP in IP, each with several contents."""
    inner = [(IP, ip4(udp(40000, 53, DNS), 17)), (IP, ip4(tcp(40000, 80, 0x18, HTTP), 6, C, A)),
             (IP6, ip6(tcp(40000, 443, 2), 6)), (ARP, arp()), (IP6, ip6(udp(1, 53), 17, '::1'))]
    frame = bytes.fromhex('00aabbccddee001122334455')
    out = []
    for kind, body in inner:
        for vid in (0, 1, 100, 200, 300, 4095):
            out.append((0x8100, struct.pack('>HH', vid | 0x2000, kind) + body))
        for outer, mid in ((0x8100, 0x8100), (0x88a8, 0x8100), (0x9100, 0x8100), (0x8100, 0x9100)):
            out.append((outer, struct.pack('>HHHH', 100, mid, 200, kind) + body))
        out.append((0x88a8, struct.pack('>HHHHHH', 100, 0x8100, 200, 0x8100, 300, kind) + body))
        for options in (0, 4, 12, 24):
            for vni in (0, 11, 0xffffff):
                head = geneve(vni, kind, body, bytes(options), 0x40 if options else 0)
                out.append((IP, ip4(head, 17)))
                out.append((IP6, ip6(head, 17)))
                eth = geneve(vni, 0x6558, frame + struct.pack('>H', kind) + body, bytes(options))
                out.append((IP, ip4(eth, 17, options=bytes(options))))
                out.append((IP6, ip6(eth, 17)))
        tagged = frame + struct.pack('>HHH', 0x8100, 100, kind) + body
        out.append((IP, ip4(geneve(11, 0x6558, tagged), 17)))
        out.append((IP, ip4(vxlan(42, frame + struct.pack('>H', kind) + body), 17)))
        out += [(IP, ip4(gre(kind, body, flags), 47)) for flags in (0, 0x2000, 0xb000)]
        out.append((0x8100, struct.pack('>HH', 100, 0x8847) + mpls([1024], body)))
        out.append((0x8100, struct.pack('>HH', 100, 0x8864) + pppoes(1, 0x21, body)))
    for _, body in inner:
        for labels in ([100000], [1024], [100000, 1024], [1, 2, 3], [0], [0xfffff, 16]):
            out.append((0x8847, mpls(labels, body)))
        for session in (0, 1, 0x27, 0xffff):
            for proto in (0x21, 0x57, 0xc021, 0x281):
                out.append((0x8864, pppoes(session, proto, body)))
        out.append((IP, ip4(body, 4)))
        out.append((IP, ip4(body, 41)))
        out.append((IP6, ip6(body, 41)))
    out.append((0x8864, pppoes(0x27, 0x281, mpls([7], inner[0][1]))))
    out += [(0x8863, bytes([0x11, code]) + bytes(24)) for code in (0x09, 0x07, 0x19, 0x65, 0xa7)]
    out += [(IP, ip4(geneve(1, 0x6558, b''), 17)), (IP, ip4(udp(1, 6081, b'\x40'), 17)),
            (IP, ip4(geneve(11, IP, inner[0][1]), 17, more=True)),
            (IP, ip4(geneve(11, IP, inner[0][1]), 17, frag=10))]
    return out

# SPDX-License-Identifier: BSD-2-Clause
"""Link-layer headers around the sets of frames.py: for each link type the frames of one capture.

LINKS maps a LINKTYPE_ number to its name and to a function that returns a list of frames."""
import struct

import frames as f

MACS = [bytes.fromhex(m) for m in ('001122334455', '00aabbccddee', 'ffffffffffff', '01005e000001',
                                   '333300000001', '0180c2000000', '020406080a0c')]
PPP_PROTO = {f.IP: 0x21, f.IP6: 0x57, 0x8847: 0x281, 0x8848: 0x283, 0x6003: 0x27, 0x809b: 0x29,
             0x8137: 0x2b, 0x88cc: 0xc021, f.ARP: 0x8021}
AF = {f.IP: [2], f.IP6: [10, 24, 28, 30], 0x6003: [12], 0x809b: [16], 0x8137: [23]}


def be(value, size=2):
    return value.to_bytes(size, 'big')


def le(value, size=2):
    return value.to_bytes(size, 'little')


def snap(kind, body, oui=0):
    return b'\xaa\xaa\3' + be(oui, 3) + be(kind) + body


def eth(kind, body, dst=0, src=1):
    return MACS[dst] + MACS[src] + be(kind) + body


def eth_llc(body, dst=5, src=1):
    return MACS[dst] + MACS[src] + be(len(body)) + body


def ethernet(full=True):
    out = [eth(kind, body) for kind, body in f.network_set()]
    for i, (kind, body) in enumerate(f.network_set()[:40]):
        out.append(eth(kind, body, i % len(MACS), (i // 5) % 2 * 6))
    out += [eth_llc(body) for body in f.llc_set()]
    out += [eth(0x8100, be(100) + be(len(body)) + body) for body in f.llc_set()[::4]]
    if full:
        out += [eth(kind, body) for kind, body in f.thorough_set()]
        out += [MACS[2] + MACS[0] + be(kind) + bytes(46)
                for kind in list(range(1400, 1600, 13)) + [1500, 1501, 1535, 1536, 0x88e5, 0xffff]]
    return out


def null(order):
    out = []
    for kind, body in f.network_set():
        for af in AF.get(kind, [0]):
            out.append(af.to_bytes(4, order) + body)
    return out


def loop():
    return null('big') + null('little')[:20]


def enc():
    return [head + le(0x300, 4) + le(1, 4) for head in (le(2, 4), be(2, 4))] + \
        [le(af, 4) + bytes(8) + body for kind, body in f.network_set() for af in AF.get(kind, [0])]


def raw(only=None):
    return [body for kind, body in f.network_set() if only in (None, kind)] + \
        [body for kind, body in f.thorough_set()[256::3] if only in (None, kind)]


def sll():
    out = []
    for i, (kind, body) in enumerate(f.network_set()):
        out.append(be(i % 5) + be((1, 772, 512)[i % 3]) + be(6) + MACS[i % 7] + bytes(2) + be(kind) + body)
    for i, body in enumerate(f.llc_set()):
        out.append(be(i % 5) + be(1) + be(6) + MACS[i % 7] + bytes(2) + be(4) + body)
    out += [be(0) + be(280) + bytes(10) + be(kind) + le(0x123, 4) + bytes(12) for kind in (0xc, 0xd)]
    out += [be(4) + be(778) + be(4) + bytes(8) + be(1) + b'\xff\xff' + bytes(28)]
    return out


def sll2():
    out = []
    for i, (kind, body) in enumerate(f.network_set()):
        out.append(be(kind) + be(0) + be(i % 4, 4) + be(1) + bytes([i % 5, 6]) + MACS[i % 7] + bytes(2) + body)
    for i, body in enumerate(f.llc_set()):
        out.append(be(4) + be(0) + be(i % 4, 4) + be(1) + bytes([i % 5, 6]) + MACS[i % 7] + bytes(2) + body)
    out.append(be(1) + bytes(18) + b'\xff\xff' + bytes(28))
    return out


def ppp(heads):
    """heads: what may stand before the two-byte protocol"""
    out = []
    for i, (kind, body) in enumerate(f.network_set()):
        out.append(heads[i % len(heads)] + be(PPP_PROTO.get(kind, kind)) + body)
    out += [heads[0] + be(0x23) + f.iso(0x83, kind) for kind in range(15, 28)]
    out += [heads[0] + be(proto) + bytes(20) for proto in (0xc023, 0x8021, 0x2d, 0x2f, 0xfd, 0x23)]
    out += [b'\x21' + body for kind, body in f.network_set()[:20:2]]
    return out


def chdlc(before=b''):
    out = [before + (b'\x0f\0', b'\x8f\0')[i % 2] + be(kind) + body
           for i, (kind, body) in enumerate(f.network_set())]
    out += [before + b'\x0f\0\xfe\xfe\3' + f.iso(n, kind) for n in (0x81, 0x82, 0x83) for kind in (15, 20, 25)]
    return out + [before + b'\x8f\0\x80\x35' + bytes(18)]


def llc_after(heads):
    """LLC and SNAP behind each of several headers."""
    bodies = [snap(kind, body) for kind, body in f.network_set()] + f.llc_set()
    return [heads[i % len(heads)] + body for i, body in enumerate(bodies)]


def fddi():
    return llc_after([bytes([fc]) + MACS[i % 7] + MACS[(i + 1) % 2] for i, fc in
                      enumerate((0x50, 0x57, 0x51, 0x10, 0xd0, 0x50, 0x50))])


def token_ring():
    routed = bytes([MACS[1][0] | 0x80]) + MACS[1][1:]
    return llc_after([b'\x10\x40' + MACS[0] + MACS[1], b'\x10\x40' + MACS[2] + MACS[0],
                      b'\x10\x40\xc0\0\xff\xff\xff\xff' + MACS[1], b'\x10\x40' + MACS[3] + MACS[6],
                      b'\x10\x40' + MACS[0] + routed + bytes.fromhex('0630aabbccdd'),
                      b'\x10\0' + MACS[0] + MACS[1]])


def arcnet(linux):
    kinds = {f.IP: [0xf0, 0xd4], f.ARP: [0xf1, 0xd5], f.RARP: [0xd6], f.IP6: [0xc4], 0x809b: [0xdd],
             0x8137: [0xfa]}
    out = []
    for i, (kind, body) in enumerate(f.network_set()):
        for code in kinds.get(kind, [0x80]):
            addresses = bytes([i % 3, (0, 1, 2, 0xff)[i % 4]])
            middle = b'\0\0' + bytes([code]) if linux else bytes([code])
            out += [addresses + middle + b'\0\0\1' + body, addresses + middle + body]
    return out


def sunatm():
    out = []
    for i, body in enumerate([snap(kind, body) for kind, body in f.network_set()] + f.llc_set()):
        out.append(bytes([0x82 if i % 2 else 2, i % 3]) + be((35, 5, 100)[i % 3]) + body)
    for kind, body in f.network_set():
        out.append(bytes([0x81, 0]) + be(40) + be(1) + eth(kind, body))
    out.append(bytes([1, 0]) + be(40) + be(0xff00) + bytes(40))
    for vpi in (0, 1):
        for vci in (1, 2, 3, 4, 5, 16):
            for kind in (0x02, 0x05, 0x07, 0x0f, 0x4d, 0x5a, 0x10):
                out.append(bytes([6, vpi]) + be(vci) + b'\x09\3\0\0\1' + bytes([kind]) + bytes(8))
    return out + [bytes([kind, 0]) + be(5) + bytes(20) for kind in range(16)]


def dot11_frames():
    """Every type and subtype, every direction for data, with the QoS and fourth address fields."""
    llcs = [snap(kind, body) for kind, body in f.network_set()] + f.llc_set()
    addresses = MACS[0] + MACS[1] + MACS[6]
    out = []
    for subtype in range(16):
        out.append(bytes([subtype << 4, 0]) + bytes(2) + addresses + bytes(2) + bytes(20))
        out.append(bytes([subtype << 4 | 4, 0]) + bytes(2) + MACS[0] + MACS[1] + bytes(8))
        out.append(bytes([subtype << 4 | 0xc, 0]) + bytes(30))
        for ds in range(4):
            order = [MACS[(ds + subtype + k) % 7] for k in range(3)]
            head = bytes([subtype << 4 | 8, ds | (0x40 if subtype == 15 else 0)]) + bytes(2) + \
                b''.join(order) + bytes(2) + (MACS[6] if ds == 3 else b'') + (b'\0\0' if subtype & 8 else b'')
            out += [head + llcs[(subtype * 4 + ds) * 2 % len(llcs)], head + llcs[0]]
    plain = [bytes([8, 1, 0, 0]) + addresses + bytes(2), bytes([0x88, 2, 0, 0]) + addresses + bytes(4),
             bytes([8, 3, 0, 0]) + addresses + bytes(2) + MACS[2], bytes([8, 0, 0, 0]) + MACS[3] + MACS[1] * 2 + bytes(2)]
    out += [plain[i % 4] + body for i, body in enumerate(llcs)]
    # The header padded to four bytes, as some drivers leave it; radiotap says so in its flags.
    out += [bytes([0x88, 1, 0, 0]) + addresses + bytes(6) + body for body in llcs[:20]]
    out.append(bytes([8, 0x41, 0, 0]) + addresses + bytes(2) + b'wep iv and secret')
    return out


def radiotap():
    heads = [b'\0\0' + le(8) + le(0, 4), b'\0\0' + le(9) + le(2, 4) + b'\x20',
             b'\0\0' + le(9) + le(2, 4) + b'\x10', b'\0\0' + le(17) + le(3, 4) + bytes(8) + b'\x20',
             b'\0\0' + le(17) + le(3, 4) + bytes(8) + b'\0', b'\0\0' + le(24) + le(0x482f, 4) + bytes(16),
             b'\0\0' + le(13) + le(0x80000002, 4) + le(0, 4) + b'\x20', b'\0\0' + le(36) + le(0x486f, 4) + bytes(28),
             b'\0\0' + le(300) + le(2, 4) + bytes(292)]
    return [heads[i % len(heads)] + body for i, body in enumerate(dot11_frames() + dot11_frames()[-60:])] + \
        [b'\0\0' + le(400) + le(2, 4) + bytes(60), b'\0\0' + le(0) + le(0, 4) + dot11_frames()[2]]


def avs_head(size=64, magic=0x80211001):
    return be(magic, 4) + be(size, 4) + bytes(size - 8)


def prism():
    heads = [le(0x44, 4) + le(144, 4) + b'wlan0' + bytes(131), avs_head(), avs_head(72, 0x80211002)]
    return [heads[i % 3] + body for i, body in enumerate(dot11_frames())]


def avs():
    heads = [avs_head(), avs_head(72), avs_head(144, 0x80211002)]
    return [heads[i % 3] + body for i, body in enumerate(dot11_frames())]


def ppi():
    heads = [b'\0\0' + le(8) + le(105, 4), b'\0\0' + le(32) + le(105, 4) + le(2) + le(20) + bytes(20),
             b'\0\0' + le(8) + le(1, 4)]
    out = [heads[i % 2] + body for i, body in enumerate(dot11_frames())]
    return out + [heads[2] + body for body in ethernet(False)[:40]]


def pflog():
    out = []
    for i, (kind, body) in enumerate(f.network_set()):
        af = AF.get(kind, [0])[-1 if i % 2 else 0]
        size = (61, 64, 69, 48)[i % 4]
        head = bytes([size, af, i % 2, i % 14]) + (b'em0', b'lo0', b'em0')[i % 3].ljust(16, b'\0') + \
            (b'', b'ftp-proxy')[i % 2].ljust(16, b'\0') + be(i % 3, 4) + be((0, 0xffffffff)[i % 2], 4) + \
            bytes(16) + bytes([i % 3, 0, 0, 0])
        out.append(head.ljust(72, b'\0')[:(size + 3) & ~3] + body)
    return out


def frelay(before=b''):
    nlpid = {f.IP: 0xcc, f.IP6: 0x8e}
    out = []
    for kind, body in f.network_set():
        if kind in nlpid:
            out.append(before + b'\x18\x41\3' + bytes([nlpid[kind]]) + body)
        out.append(before + b'\x18\x41\3\0\x80' + be(0, 3) + be(kind) + body)
    out += [before + b'\x18\x41\3' + f.iso(n, kind) for n in (0x81, 0x82, 0x83) for kind in (15, 18, 20, 24, 27)]
    return out


def mtp3():
    """SIO, then the routing label: DPC 14 bits, OPC 14, SLS 4, little-endian."""
    out = []
    for i in range(48):
        dpc, opc, sls = (0, 1, 1000, 8191, 16383, 5000)[i % 6], (2, 3333, 0, 16383)[i % 4], i % 16
        out.append(bytes([i * 5 & 0xff]) + le(dpc | opc << 14 | sls << 28, 4) + bytes(range(i % 20)))
    return out


def mtp2(before=b'', high_speed=False):
    out = []
    for i, body in enumerate(mtp3()):
        head = be(i << 4) + be(i << 4) if high_speed else bytes([0x80 | i, 0x7f & i])
        size = (0, 1, 2, 3, min(len(body), 63))[i % 5] if i % 3 == 0 else min(len(body), 63)
        out.append(before + head + (le(size) if high_speed else bytes([size])) + body)
    return out


def mtp2_phdr():
    return mtp2(bytes([0, 0, 0, 1])) + mtp2(bytes([1, 1, 0, 2]), True) + mtp2(bytes([2, 2, 0, 0]))


def erf():
    heads = [bytes(8) + bytes([kind, 4]) + be(60) + bytes(4) for kind in (2, 0x11, 1, 0x1b)]
    out = [heads[0] + b'\0\0' + body for body in ethernet(False)[::3]]
    return out + [heads[1 + i % 3] + body for i, body in enumerate(mtp2())]


def ipnet():
    fam = {f.IP: 2, f.IP6: 26}
    return [bytes([1, fam.get(kind, 0)]) + be(i % 3) + be(len(body), 4) + be(i % 4, 4) + be(0, 4) + be(1, 4) +
            be(i % 2 + 1, 4) + body for i, (kind, body) in enumerate(f.network_set())]


def symantec():
    return [bytes(6) + be(kind) + bytes(36) + body for kind, body in f.network_set()]


def ip1394():
    return [bytes(8) + MACS[1] + b'\0\1' + be(kind) + body for kind, body in f.network_set()] + \
        [b'\xff' * 8 + MACS[1] + b'\0\1' + be(kind) + body for kind, body in f.network_set()[:10]]


def fibre():
    return llc_after([b'\x10\0' + MACS[i % 7] + b'\x10\0' + MACS[(i + 2) % 7] for i in range(7)])


def bacnet():
    return [b'\x55\xff' + bytes([kind, dst, src]) + be(10) + b'\1' + bytes(range(12))
            for kind in range(9) for dst in (0, 1, 255) for src in (0, 5)]


def prefixed(before):
    return [before + body for body in ethernet(False)]


def tagged(tag):
    """A switch tag between the addresses and the EtherType."""
    return [body[:12] + tag[:-1] + bytes([i % 8]) + body[12:] for i, body in enumerate(ethernet(False))]


def juniper(number):
    """Magic, flags with direction and with or without extensions; then the network layer at every
    offset that one of these link types could mean, behind several kinds of protocol field."""
    out = []
    for i, (kind, body) in enumerate(f.network_set()[::2] + f.network_set()[1::6]):
        for flags in (0x80, 0x81, 2, 3):
            for size in (0, 2, 4, 6, 8, 12, 16, 18):
                if (i + flags + size) % 5 == number % 5:
                    out.append(b'MGC' + bytes([flags]) + bytes(size) + body)
                    out.append(b'MGC' + bytes([flags]) + bytes(size) + be(kind) + body)
                    out.append(b'MGC' + bytes([flags]) + bytes(size) + be(PPP_PROTO.get(kind, kind)) + body)
    out += [b'MGC\2' + bytes(5) + bytes([kind]) + snap(f.IP, f.network_set()[0][1]) for kind in (0, 3, 0xaa)]
    out += [b'MGC\0' + bytes(n) + llc for llc in f.llc_set()[:60:3] for n in (0, 4)]
    return out


def slide():
    """For link types whose payload nobody can name: the same packets at many offsets."""
    out = []
    for size in range(0, 40):
        for kind, body in f.network_set()[size % 7::29]:
            out += [bytes(size) + be(kind) + body, bytes(range(size)) + body]
    return out


LINKS = {
    0: ('null', lambda: null('little') + null('big')), 1: ('en10mb', lambda: ethernet(False)),
    2: ('en3mb', slide), 6: ('ieee802_5', token_ring), 7: ('arcnet_bsd', lambda: arcnet(False)),
    8: ('slip', lambda: [bytes([i % 3]) + bytes(15) + body for i, (_, body) in enumerate(f.network_set())]),
    9: ('ppp', lambda: ppp([b'\xff\3'])), 10: ('fddi', fddi), 50: ('ppp_hdlc', lambda: ppp([b'\xff\3', b'\x0f\0'])),
    51: ('ppp_ether', lambda: ppp([b'\x11\0\0\x27\0\x40', b'\x11\0\0\1\0\x40'])),
    99: ('symantec', symantec), 100: ('atm_rfc1483', lambda: llc_after([b''])), 101: ('raw', raw),
    102: ('slip_bsdos', lambda: [bytes(24) + body for _, body in f.network_set()]),
    103: ('ppp_bsdos', lambda: [bytes(5) + be(PPP_PROTO.get(k, k)) + bytes(17) + body for k, body in f.network_set()]),
    104: ('c_hdlc', chdlc), 105: ('ieee802_11', dot11_frames), 106: ('atm_clip', lambda: llc_after([b''])),
    107: ('frelay', frelay), 108: ('loop', loop), 109: ('enc', enc), 113: ('linux_sll', sll),
    114: ('ltalk', lambda: [bytes([1, 2, n]) + bytes(20) for n in (1, 2, 0x81, 0x16)] + slide()[:60]),
    117: ('pflog', pflog), 119: ('prism', prism), 122: ('ip_over_fc', fibre), 123: ('sunatm', sunatm),
    127: ('radiotap', radiotap), 129: ('arcnet_linux', lambda: arcnet(True)), 138: ('ip1394', ip1394),
    139: ('mtp2_phdr', mtp2_phdr), 140: ('mtp2', lambda: mtp2() + mtp2(high_speed=True)), 141: ('mtp3', mtp3),
    147: ('user0', slide), 163: ('avs', avs), 165: ('bacnet_ms_tp', bacnet),
    166: ('ppp_pppd', lambda: ppp([b'\0\3', b'\1\3', b'\xff\3'])), 187: ('bluetooth_h4', slide),
    192: ('ppi', ppi), 195: ('ieee802_15_4', slide), 197: ('erf', erf), 204: ('ppp_with_dir', slide),
    219: ('mpls', lambda: [body for kind, body in f.tunnels() if kind == 0x8847] + slide()[:60]),
    226: ('ipnet', ipnet), 228: ('ipv4', lambda: raw(f.IP)), 229: ('ipv6', lambda: raw(f.IP6)),
    230: ('ieee802_15_4_nofcs', slide), 239: ('nflog', slide), 240: ('netanalyzer', lambda: prefixed(bytes(4))),
    241: ('netanalyzer_transparent', lambda: prefixed(bytes(4) + b'\x55' * 7 + b'\xd5')),
    276: ('linux_sll2', sll2), 281: ('dsa_tag_brcm', lambda: tagged(bytes.fromhex('20000003'))),
    282: ('dsa_tag_brcm_prepend', lambda: prefixed(bytes.fromhex('20000003'))),
    284: ('dsa_tag_dsa', lambda: tagged(bytes.fromhex('40010000'))),
    285: ('dsa_tag_edsa', lambda: tagged(bytes.fromhex('dada000040010000'))),
}
JUNIPER = {130: 'mlppp', 131: 'mlfr', 132: 'es', 133: 'ggsn', 134: 'mfr', 135: 'atm2', 136: 'services',
           137: 'atm1', 164: 'monitor', 167: 'pppoe', 168: 'pppoe_atm', 174: 'pic_peer', 178: 'ether',
           179: 'ppp', 180: 'frelay', 181: 'chdlc', 183: 'vp', 194: 'ism', 200: 'st', 232: 'vs',
           233: 'srx_e2e', 234: 'fibrechannel', 238: 'atm_cemic'}
for number_, name_ in JUNIPER.items():
    LINKS[number_] = ('juniper_' + name_, lambda number=number_: juniper(number))

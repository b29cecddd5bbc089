#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Three containers on two hosts and one Ethernet, whose frames travel between the hosts in UDP (VXLAN): at host1 by
tc_vxlan, at host2 by a plain vxlan device of Linux, which cannot tell.

      web 10.2.0.2                                db 10.2.0.3   cache 10.2.0.4
          |                                           |             |
        bridge (host1)                              bridge (host2) ----
          |                                           |
        port                                          |
          |                                           |
        over   tc_wrap                              vxlan7
        under 172.16.0.1   tc_unwrap -------------- under 172.16.0.2

In user space tc_wrap runs on what was captured at over, tc_unwrap on what came to under."""
import json
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
import lab

NETWORK, PORT, CALLS, PINGS = 7, 5432, 12, 5
ROOM = 50  # bytes of the headers outside


def words(given):
    return [word for name, value in given.items() for word in ("--map", f"{name}={json.dumps(value)}")]


class Place:
    """All hosts, and how they are cabled."""

    def __init__(self):
        self.host1, self.host2 = lab.Host("host1"), lab.Host("host2")
        self.web, self.db, self.cache = lab.Host("web"), lab.Host("db"), lab.Host("cache")
        self.all = [self.host1, self.host2, self.web, self.db, self.cache]
        for host in (self.host1, self.host2):
            # Without snooping a bridge has nothing to say for itself.
            host.ip("link", "add", "bridge", "type", "bridge", "mcast_snooping", "0")
            host.ip("link", "set", "bridge", "up")
        self.contain(self.web, self.host1, "web", "10.2.0.2/24")
        self.contain(self.db, self.host2, "db", "10.2.0.3/24")
        self.contain(self.cache, self.host2, "cache", "10.2.0.4/24")
        lab.connect(self.host1, "under", self.host2, "under")
        self.host1.ip("addr", "add", "172.16.0.1/24", "dev", "under")
        self.host2.ip("addr", "add", "172.16.0.2/24", "dev", "under")
        lab.connect(self.host1, "over", self.host1, "port")
        self.host1.ip("link", "set", "port", "master", "bridge")
        self.host2.ip("link", "add", "vxlan7", "type", "vxlan", "id", str(NETWORK), "local", "172.16.0.2", "remote",
                      "172.16.0.1", "dstport", "4789")
        self.host2.ip("link", "set", "vxlan7", "master", "bridge", "up")

    def contain(self, container, host, name, address):
        lab.connect(container, "eth0", host, name)
        container.ip("link", "set", "eth0", "mtu", str(1500 - ROOM))
        container.ip("addr", "add", address, "dev", "eth0")
        host.ip("link", "set", name, "master", "bridge")

    def settings(self):
        """What host1 knows: who is behind host2, and that everybody else is, too."""
        there = {"address": "172.16.0.2", "mac": lab.mac_of(self.host2, "under")}
        receivers = [lab.mac_of(self.db, "eth0"), "ff:ff:ff:ff:ff:ff"]
        return words({"places": [{"key": mac, "value": there} for mac in receivers], "network": NETWORK,
                      "own_address": "172.16.0.1", "own_mac": lab.mac_of(self.host1, "under"),
                      "to_hosts": self.number("under"), "to_bridge": self.number("over")})

    def number(self, interface):
        return json.loads(self.host1.ip("-j", "link", "show", interface))[0]["ifindex"]

    def device(self, way):
        """Frames that went through Linux's own device: rx or tx."""
        link = json.loads(self.host2.ip("-j", "-s", "link", "show", "vxlan7"))[0]
        return link["stats64"][way]["packets"]


def talk(place):
    """Who got through to whom."""
    seen = {"web to db": 0, "db to web": 0}
    for _ in range(CALLS):
        for name, host, to in (("web to db", place.web, "10.2.0.3"), ("db to web", place.db, "10.2.0.2")):
            with lab.connection_to(host, to, PORT) as connection:
                seen[name] += lab.ask(connection) in ("web", "db")
    seen["web pings cache"] = lab.ping(place.web, "10.2.0.4", PINGS)
    seen["large ones"] = lab.ping(place.web, "10.2.0.3", PINGS, size=1500 - ROOM - 28)
    return seen


def packets(counters, key):
    return lab.named(counters, "moved").get(key, {}).get("packets", 0)


def story(report, linger):
    place = Place()
    settings = place.settings()
    lab.Server(place.web, "10.2.0.2", PORT, "web")
    lab.Server(place.db, "10.2.0.3", PORT, "db")
    captures = {"wrap": lab.Capture(place.host1, "over", "inbound"),
                "unwrap": lab.Capture(place.host1, "under", "inbound"),
                "cable": lab.Capture(place.host2, "under", "inbound")}
    programs = {"wrap": lab.Attached(place.host1, "tc_vxlan", "tcx:over,ingress", "-p", "tc_wrap", *settings),
                "unwrap": lab.Attached(place.host1, "tc_vxlan", "tcx:under,ingress", "-p", "tc_unwrap", *settings)}
    if linger:
        lab.linger()
    seen = talk(place)
    lab.settle(place.all)
    linux = {name: program.stop() for name, program in programs.items()}
    files = {name: capture.stop() for name, capture in captures.items()}
    made = files["wrap"].removesuffix(".pcap") + "-wrapped.pcap"
    user = {"wrap": lab.run_here("tc_vxlan", files["wrap"], "-p", "tc_wrap", *settings, "--redirect", made),
            "unwrap": lab.run_here("tc_vxlan", files["unwrap"], "-p", "tc_unwrap", *settings)}

    want = {"web to db": CALLS, "db to web": CALLS, "web pings cache": PINGS, "large ones": PINGS}
    report.hold(seen == want, "containers reach each other, whatever is at the other end", seen)
    wrapped, unwrapped = packets(linux["wrap"], 0), packets(linux["unwrap"], 1)
    report.hold(wrapped and wrapped == place.device("rx"), "Linux's vxlan device takes each frame that tc_wrap wrapped",
                f"{wrapped} wrapped, {place.device('rx')} taken")
    report.hold(unwrapped and unwrapped == place.device("tx"), "tc_unwrap takes each frame that Linux's device wrapped",
                f"{unwrapped} unwrapped, {place.device('tx')} sent")
    form = f"ip dst 172.16.0.2 and udp dst port 4789 and udp[8:4] = 0x08000000 and udp[12:4] = {NETWORK << 8}"
    report.hold(lab.count_of(files["cable"], form) == wrapped, "and on the cable they are what RFC 7348 says")
    frames = [sorted(data for _, _, data in lab.packets_of(file)[1]) for file in (made, lab.select(files["cable"], form))]
    report.hold(frames[0] == frames[1], "user space makes of each frame the bytes that are on the cable",
                [len(f) for f in frames])
    senders = {json.dumps({"bytes": lab.mac_of(host, "eth0")}) for host in (place.db, place.cache)}
    report.hold(set(lab.named(linux["unwrap"], "senders")) == senders, "tc_unwrap has seen both senders behind it",
                lab.named(linux["unwrap"], "senders"))
    for name in programs:
        report.same(linux[name], user[name], name)
    report.figure(f"VXLAN: {wrapped} frames wrapped by tc_vxlan and {place.device('rx')} taken by Linux's vxlan device, "
                  f"{place.device('tx')} wrapped by Linux's and {unwrapped} taken here; user space: "
                  f"{'the same' if linux == user else 'OTHER'} counters")


lab.start("Three containers on one Ethernet over two hosts: VXLAN, with Linux's own device at the other end", story,
          device=("vxlan", "id", "1", "dstport", "4789"))

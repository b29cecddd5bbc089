#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Three containers on two hosts: to the world with the host's address (tc_nat), to each other inside another IP header
(tc_overlay), and to the database only who has the right label (tc_policy).

      web 10.1.1.2    guest 10.1.1.3                       db 10.1.2.2
            |               |                                  |  tc_policy
          bridge 10.1.1.1 (host1)                            db (host2)
             |           |                                     |
  out 192.0.2.1          under 172.16.0.1 ------ under 172.16.0.2
    tc_nat                 tc_overlay              tc_overlay
      |
  world 192.0.2.9

In user space the programs run on what was captured before they saw it; the policy on what the overlay unwrapped."""
import json
import socket
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
import lab

DATABASE, WEB_PORT, CALLS, PINGS, STRAY = ("10.1.2.2", 5432), 80, 12, 5, 7
NAT = {"outside": "192.0.2.1", "inside_net": "10.1.0.0", "inside_mask": "255.255.0.0"}
WEB, DB, GUEST = 1, 2, 3
POLICY = {"labels": {"10.1.1.2": WEB, "10.1.2.2": DB, "10.1.1.3": GUEST},
          "rules": [{"key": {"from": WEB, "to": DB, "port": 5432, "protocol": 6}, "value": 1},
                    {"key": {"from": WEB, "to": DB, "port": 0, "protocol": 1}, "value": 1}]}


def words(given):
    return [word for name, value in given.items() for word in ("--map", f"{name}={json.dumps(value)}")]


def overlay(number):
    """What a host knows of the other one."""
    other = 3 - number
    return words({"own_address": f"172.16.0.{number}",
                  "hosts": [{"key": {"prefix": 24, "address": f"10.1.{other}.0"}, "value": f"172.16.0.{other}"}]})


class Place:
    """All hosts, and how they are cabled."""

    def __init__(self):
        self.host1, self.host2, self.world = (lab.Host(name) for name in ("host1", "host2", "world"))
        self.web, self.guest, self.db = (lab.Host(name) for name in ("web", "guest", "db"))
        self.all = [self.host1, self.host2, self.world, self.web, self.guest, self.db]
        self.host1.ip("link", "add", "bridge", "type", "bridge")
        self.host1.ip("link", "set", "bridge", "up")
        self.host1.ip("addr", "add", "10.1.1.1/24", "dev", "bridge")
        for container, name, address in ((self.web, "web", "10.1.1.2"), (self.guest, "guest", "10.1.1.3")):
            self.contain(container, self.host1, name, address, "10.1.1.1")
            self.host1.ip("link", "set", name, "master", "bridge")
        self.contain(self.db, self.host2, "db", "10.1.2.2", "10.1.2.1")
        self.host2.ip("addr", "add", "10.1.2.1/24", "dev", "db")
        self.cable(self.host1, "under", "172.16.0.1/24", self.host2, "under", "172.16.0.2/24")
        self.host1.ip("route", "add", "10.1.2.0/24", "via", "172.16.0.2")
        self.host2.ip("route", "add", "10.1.1.0/24", "via", "172.16.0.1")
        self.cable(self.host1, "out", "192.0.2.1/24", self.world, "eth0", "192.0.2.9/24")
        for host in (self.host1, self.host2):
            with host.inside(), open("/proc/sys/net/ipv4/ip_forward", "w", encoding="ascii") as out:
                out.write("1")

    def contain(self, container, host, name, address, gateway):
        lab.connect(container, "eth0", host, name)
        container.ip("addr", "add", address + "/24", "dev", "eth0")
        container.ip("route", "add", "default", "via", gateway)

    def cable(self, a, a_name, a_address, b, b_name, b_address):
        lab.connect(a, a_name, b, b_name)
        a.ip("addr", "add", a_address, "dev", a_name)
        b.ip("addr", "add", b_address, "dev", b_name)


def attach(place):
    return {
        "nat": lab.Attached(place.host1, "tc_nat", "tcx:out,egress", "tcx:out,ingress", *words(NAT)),
        "wrap1": lab.Attached(place.host1, "tc_overlay", "tcx:under,egress", "-p", "tc_wrap", *overlay(1)),
        "unwrap1": lab.Attached(place.host1, "tc_overlay", "tcx:under,ingress", "-p", "tc_unwrap", *overlay(1)),
        "wrap2": lab.Attached(place.host2, "tc_overlay", "tcx:under,egress", "-p", "tc_wrap", *overlay(2)),
        "unwrap2": lab.Attached(place.host2, "tc_overlay", "tcx:under,ingress", "-p", "tc_unwrap", *overlay(2)),
        "policy": lab.Attached(place.host2, "tc_policy", "tcx:db,egress", *words(POLICY)),
    }


def listen(place):
    return {
        "bridge": lab.Capture(place.host1, "bridge", "inbound"),
        "out": lab.Capture(place.host1, "out", "inbound"),
        "under1": lab.Capture(place.host1, "under", "inbound"),
        "under2": lab.Capture(place.host2, "under", "inbound"),
        "db": lab.Capture(place.host2, "db", "inbound"),
    }


def talk(place):
    """Who got through to whom."""
    seen = {"web to db": 0, "web to world": 0}
    for _ in range(CALLS):
        for name, to in (("web to db", DATABASE), ("web to world", ("192.0.2.9", WEB_PORT))):
            with lab.connection_to(place.web, *to) as connection:
                seen[name] += lab.ask(connection) in ("db", "world")
    seen["web pings db"] = lab.ping(place.web, DATABASE[0], PINGS)
    seen["guest pings db"] = lab.ping(place.guest, DATABASE[0], PINGS, 0.3)
    with place.guest.inside(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        for _ in range(STRAY):
            s.sendto(b"let me in", DATABASE)
    return seen


def in_user_space(files):
    """The programs on the captures."""
    outwards = lab.merge(lab.select(files["bridge"], "not dst net 10.1.2.0/24"), files["out"])
    unwrapped = files["under2"].removesuffix(".pcap") + "-unwrapped.pcap"
    return {
        "nat": lab.run_here("tc_nat", outwards, *words(NAT)),
        "wrap1": lab.run_here("tc_overlay", files["bridge"], "-p", "tc_wrap", *overlay(1)),
        "unwrap1": lab.run_here("tc_overlay", files["under1"], "-p", "tc_unwrap", *overlay(1)),
        "wrap2": lab.run_here("tc_overlay", files["db"], "-p", "tc_wrap", *overlay(2)),
        "unwrap2": lab.run_here("tc_overlay", files["under2"], "-p", "tc_unwrap", *overlay(2), "-w", unwrapped),
        "policy": lab.run_here("tc_policy", unwrapped, *words(POLICY)),
    }


def tell(report, linux, user, seen):
    def packets(name, table, key):
        return lab.named(linux[name], table).get(key, {}).get("packets", 0)

    def verdict(*names):
        return f"user space: {'the same' if all(linux[n] == user[n] for n in names) else 'OTHER'} counters"

    out, back = (lab.named(linux["nat"], "translated").get(n, 0) for n in (0, 1))
    report.figure(f"address translation: {seen['web to world']} connections to the world, {out} packets out and {back} "
                  f"back; {verdict('nat')}")
    report.figure(f"policy: {packets('policy', 'verdicts', 0)} packets allowed, {packets('policy', 'verdicts', 2)} "
                  f"forbidden; {verdict('policy')}")
    report.figure(f"overlay: {packets('wrap1', 'moved', 0)} packets wrapped and {packets('unwrap2', 'moved', 1)} unwrapped "
                  f"one way, {packets('wrap2', 'moved', 0)} and {packets('unwrap1', 'moved', 1)} the other; "
                  f"{verdict('wrap1', 'unwrap1', 'wrap2', 'unwrap2')}")


def story(report, linger):
    place = Place()
    lab.Server(place.db, *DATABASE, "db")
    lab.Server(place.world, "192.0.2.9", WEB_PORT, "world")
    programs = attach(place)
    if linger:
        lab.linger()
    captures = listen(place)
    seen = talk(place)
    lab.settle(place.all)
    linux = {name: program.stop() for name, program in programs.items()}
    files = {name: capture.stop() for name, capture in captures.items()}
    user = in_user_space(files)

    want = {"web to db": CALLS, "web to world": CALLS, "web pings db": PINGS, "guest pings db": 0}
    report.hold(seen == want, "the right label gets through, and no other", seen)
    forbidden = lab.named(linux["policy"], "verdicts").get(2, {}).get("packets", 0)
    report.hold(forbidden == PINGS + STRAY, "each packet without the right is dropped", forbidden)
    for n, name in ((2, "wrap1"), (1, "wrap2")):
        wrapped = lab.named(linux[name], "moved").get(0, {}).get("packets", 0)
        report.hold(wrapped and wrapped == lab.count_of(files[f"under{n}"], "ip proto 4"),
                    f"{name}: what is counted is on the cable between the hosts", wrapped)
        report.hold(lab.count_of(files[f"under{n}"], "ip and not ip proto 4") == 0, f"{name}: and nothing else")
    for name in linux:
        report.same(linux[name], user[name], name)
    tell(report, linux, user, seen)


lab.start("Three containers on two hosts: address translation, policy by label, overlay", story)

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""A load balancer, native and generic: clients' connections to a service go to two backends inside another IP header,
which tc_unwrap takes off there; answers go straight back. Half-way xdp_balancer is replaced by itself with a ring that
names one backend alone: connections stay where they are, new ones go there. In user space the second half begins
with what the first one left.

      client 198.51.100.2    service 192.0.2.80 is known to balancer and backends
         |
      network (bridge) --- balancer 198.51.100.1    xdp_balancer
         |       |
      backend0  backend1     198.51.100.10, .11     tc_unwrap
"""
import json
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
import lab

SERVICE, PORT, RING, CONNECTIONS = "192.0.2.80", 80, 251, 24


class Network:
    """Hosts on one bridge."""

    def __init__(self):
        self.bridge = lab.Host("network")
        self.bridge.ip("link", "add", "bridge", "type", "bridge")
        self.bridge.ip("link", "set", "bridge", "up")
        self.hosts = [self.bridge]

    def add(self, name, address, *own):
        host = lab.Host(name)
        lab.connect(host, "eth0", self.bridge, name)
        self.bridge.ip("link", "set", name, "master", "bridge")
        host.ip("addr", "add", address + "/24", "dev", "eth0")
        for more in own:
            host.ip("addr", "add", more + "/32", "dev", "lo")
        self.hosts.append(host)
        return host


def settings(backends, ring):
    servers = {str(n): {"address": f"198.51.100.{10 + n}", "mac": lab.mac_of(host, "eth0")}
               for n, host in enumerate(backends)}
    return {"ring": {str(place): ring(place) for place in range(RING)}, "servers": servers, "services": {SERVICE: 1},
            "own_address": "198.51.100.1"}


def words(given):
    return [word for name, value in given.items() for word in ("--map", f"{name}={json.dumps(value)}")]


def kept(found):
    """What a run left of connections and numbers, for the next."""
    connections = [{"key": json.loads(key[len("connections["):-1]), "value": value}
                   for key, value in found.items() if key.startswith("connections[")]
    return words({"connections": connections, "sent": found["sent"], "missed": found["missed"]})


def attach(balancer, mode, given, *more):
    mac = words({"own_mac": lab.mac_of(balancer, "eth0")})
    return lab.Attached(balancer, "xdp_balancer", f"xdp:eth0,{mode}", *words(given), *mac, *more)


def talk(client, count):
    """Connections, and who answered first on each."""
    opened = [lab.connection_to(client, SERVICE, PORT) for _ in range(count)]
    return opened, [lab.ask(c) for c in opened]


def through(report, network, mode):
    bridge, client, balancer, *backends = network.hosts
    both, one = settings(backends, lambda place: place % 2), settings(backends, lambda place: 0)
    unwraps = [lab.Attached(host, "tc_overlay", "tcx:eth0,ingress", "-p", "tc_unwrap", "--set",
                            f'own_address="198.51.100.{10 + n}"') for n, host in enumerate(backends)]
    first = lab.Capture(bridge, "balancer", "outbound")
    old = attach(balancer, mode, both)
    opened, before = talk(client, CONNECTIONS)
    lab.settle(network.hosts)
    half = first.stop()
    second = lab.Capture(bridge, "balancer", "outbound")
    new = attach(balancer, mode, one, "--replace")
    old.stop()
    after = [lab.ask(c) for c in opened]
    fresh, answers = talk(client, CONNECTIONS)
    for c in opened + fresh:
        c.close()
    lab.settle(network.hosts)
    linux, rest = new.stop(), second.stop()
    arrived = sum(lab.named(u.stop(), "moved").get(1, {}).get("packets", 0) for u in unwraps)

    user = lab.run_here("xdp_balancer", half, *words(both))
    user = lab.run_here("xdp_balancer", rest, *words(one), *kept(user))
    report.hold(set(before) == {"backend0", "backend1"}, f"{mode}: both backends answer", before)
    report.hold(before == after, f"{mode}: connections stay where they are", f"{before}\n{after}")
    report.hold(set(answers) == {"backend0"}, f"{mode}: new connections follow the new ring", answers)
    report.hold(linux["sent"] and arrived == linux["sent"], f"{mode}: all that is sent arrives", (arrived, linux["sent"]))
    report.same(linux, user, f"balancer, {mode}")
    report.figure(f"balancer, {mode}: {linux['sent']} packets sent, {arrived} arrived; {len(opened)} connections: "
                  f"{before.count('backend0')} and {before.count('backend1')}, all stay when the ring changes, "
                  f"{len(fresh)} new ones follow it; user space: {'the same' if linux == user else 'OTHER'} counters")


def story(report, linger):
    network = Network()
    client = network.add("client", "198.51.100.2")
    balancer = network.add("balancer", "198.51.100.1")
    backends = [network.add(f"backend{n}", f"198.51.100.{10 + n}", SERVICE) for n in range(2)]
    client.ip("route", "add", SERVICE, "via", "198.51.100.1")
    # veth takes what XDP sends back only if the other end has a program, too: a firewall without rules.
    port = lab.Attached(network.bridge, "xdp_firewall", "xdp:balancer,native")
    for host in backends:
        lab.Server(host, SERVICE, PORT, host.name)
    if linger:
        kept_on = attach(balancer, "native", settings(backends, lambda place: 0))
        lab.linger()
        kept_on.stop()
    for mode in ("native", "generic"):
        through(report, network, mode)
    port.stop()


lab.start("A load balancer with two backends", story)

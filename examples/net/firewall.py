#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""A firewall on a cable (veth): xdp_firewall at the server's end, native and generic, while visitors ping it, iperf3
measures it, and a generator sends what xdp_firewall.pcap has of good and bad packets.

      outside                      server
      198.51.100.2  out0 --- in0   192.0.2.80
                             xdp_firewall
"""
import os
import socket
import subprocess
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
import lab

BYTES = "1M"  # of iperf3


def build():
    outside, server = lab.Host("outside"), lab.Host("server")
    lab.connect(outside, "out0", server, "in0")
    outside.ip("addr", "add", "198.51.100.2/24", "dev", "out0")
    server.ip("addr", "add", "192.0.2.80/24", "dev", "in0")
    outside.ip("route", "add", "192.0.2.0/24", "dev", "out0")
    server.ip("route", "add", "198.51.100.0/24", "dev", "in0")
    return outside, server


def generate(outside, capture):
    """Sends the frames of a capture; how many there were."""
    _, records = lab.packets_of(capture)
    with outside.inside(), socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as s:
        s.bind(("out0", 0))
        for _, _, frame in records:
            s.send(frame)
    return len(records)


def iperf(outside, server):
    """Megabits a second that iperf3 got through."""
    with subprocess.Popen(server.command("iperf3", "-s", "-1", "-p", "5201", "--forceflush"), stdout=subprocess.PIPE,
                          text=True) as there:
        for line in there.stdout:
            if "listening" in line:
                break
        out = lab.run(*outside.command("iperf3", "-J", "-c", "192.0.2.80", "-p", "5201", "-n", BYTES))
        there.communicate(timeout=lab.PATIENCE)
    return lab.json.loads(out)["end"]["sum_received"]["bits_per_second"] / 1e6


def through(report, hosts, mode):
    outside, server = hosts
    maps = "@" + os.path.join(lab.EXAMPLES, "xdp_firewall.maps")
    capture = lab.Capture(outside, "out0", "outbound")
    firewall = lab.Attached(server, "xdp_firewall", f"xdp:in0,{mode}", "--map", maps)
    answered = lab.ping(outside, "192.0.2.80", 5)
    generate(outside, os.path.join(lab.EXAMPLES, "xdp_firewall.pcap"))
    speed = iperf(outside, server)
    lab.settle(hosts)
    linux = firewall.stop()
    path = capture.stop()
    user = lab.run_here("xdp_firewall", path, "--map", maps, "--event", "events=event")
    report.hold(answered == 5, f"{mode}: who is allowed is answered", answered)
    report.same(linux, user, f"firewall, {mode}")
    passed, network, port, malformed = (lab.named(linux, "counters").get(n, {}).get("packets", 0) for n in range(4))
    report.hold(passed and (network, port, malformed) == (66, 16, 4), f"{mode}: each bad packet is dropped, and no other",
                (passed, network, port, malformed))
    report.figure(f"firewall, {mode}: {lab.count_of(path)} packets: {passed} passed, {network} of closed networks, "
                  f"{port} to closed ports, {malformed} malformed; iperf3 {speed:.0f} Mbit/s; user space: "
                  f"{'the same' if linux == user else 'OTHER'} counters")


def story(report, linger):
    hosts = build()
    if linger:
        kept = lab.Attached(hosts[1], "xdp_firewall", "xdp:in0,native")
        lab.linger()
        kept.stop()
    for mode in ("native", "generic"):
        through(report, hosts, mode)


lab.start("A firewall on veth", story)

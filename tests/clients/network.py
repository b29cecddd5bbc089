#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Tools that attach programs through netlink, unmodified, under `unshare -rn skep with`: without root. What they print is
written here, with all numbers that a system gives replaced; where root is there, Linux must print the same. Prints TAP.

usage: network.py SKEP OBJECT"""
import os
import re
import shutil
import subprocess
import sys

LIMIT = 60  # seconds
PRIVATE = ["unshare", "-rn"]
LINUX = ["unshare", "-mn", "sh", "-c", 'mount -t bpf bpf /sys/fs/bpf && exec "$@"', "sh"]

# name, tools, script, what it prints
CASES = [
    ("XDP by ip", ["ip"], """
ip link add v0 type veth peer name v1 2>/dev/null
ip link set dev lo xdp obj $OBJECT sec xdp && ip link show dev lo | sed -n '1s/.* \\(xdp[a-z]*\\) .*/\\1/p; /prog/p'
ip link set dev lo xdpgeneric obj $OBJECT sec xdp
ip -force link set dev lo xdpgeneric obj $OBJECT sec xdp && echo by force
ip link set dev lo xdpdrv obj $OBJECT sec xdp
ip -j link show dev lo | grep -o '"xdp":{"mode":[0-9]*,"prog":{"id":[0-9]*,"name":"pass"'
ip link show | grep -c xdp
ip link set dev lo xdp off && ip link show dev lo | grep -c xdp
ip link set dev v0 xdp obj $OBJECT sec xdp && ip link show dev v0 | sed -n '1s/.* \\(xdp\\) .*/\\1/p'
ip link set dev nowhere xdp obj $OBJECT sec xdp
""", """
xdpgeneric
    prog/xdp id N name pass tag T jited
Error: XDP program already attached.
by force
Error: Native and generic XDP can't be active at the same time.
"xdp":{"mode":2,"prog":{"id":N,"name":"pass"
2
0
xdp
Cannot find device "nowhere"
"""),
    ("filters by tc", ["tc"], """
tc filter add dev lo ingress bpf da obj $OBJECT sec tc 2>&1 | head -1
tc qdisc add dev lo clsact && tc qdisc show dev lo clsact
tc qdisc add dev lo clsact
tc qdisc replace dev lo clsact && echo replaced
tc filter add dev lo ingress bpf da obj $OBJECT sec tc
tc filter add dev lo egress prio 5 handle 3 protocol ip bpf da obj $OBJECT sec tc classid 1:7
tc filter show dev lo ingress | sed 's/[^ ]*:\\[tc\\]/FILE/'; tc filter show dev lo egress | sed 's/[^ ]*:\\[tc\\]/FILE/'
tc filter replace dev lo egress prio 5 handle 3 protocol ip bpf da obj $OBJECT sec tc
tc filter add dev lo egress prio 5 protocol ipv6 bpf da obj $OBJECT sec tc
tc filter get dev lo egress prio 5 handle 3 protocol ip bpf | sed 's/[^ ]*:\\[tc\\]/FILE/'
tc filter del dev lo egress prio 5 && tc filter show dev lo egress
tc filter del dev lo egress prio 5
tc qdisc del dev lo clsact && tc qdisc show dev lo clsact; tc filter show dev lo ingress
""", """
Error: Parent Qdisc doesn't exists.
qdisc clsact ffff: parent ffff:fff1
Error: Exclusivity flag on, cannot modify.
replaced
filter protocol all pref 49152 bpf chain 0
filter protocol all pref 49152 bpf chain 0 handle 0x1 FILE direct-action not_in_hw id N name let tag T jited
filter protocol ip pref 5 bpf chain 0
filter protocol ip pref 5 bpf chain 0 handle 0x3 flowid 1:7 FILE direct-action not_in_hw id N name let tag T jited
Error: Protocol mismatch for filter with specified priority.
We have an error talking to the kernel
filter egress protocol ip pref 5 bpf chain 0 handle 0x3 FILE direct-action not_in_hw id N name let tag T jited
Error: Cannot find specified filter chain.
We have an error talking to the kernel
"""),
    ("bpftool net", ["bpftool"], """
bpftool prog loadall $OBJECT /sys/fs/bpf/all
bpftool net attach xdpgeneric pinned /sys/fs/bpf/all/pass dev lo
bpftool net attach xdpgeneric pinned /sys/fs/bpf/all/pass dev lo
bpftool net attach xdpgeneric pinned /sys/fs/bpf/all/pass dev lo overwrite && echo overwritten
bpftool net show dev lo
bpftool -j net show dev lo | grep -o '"xdp":[^]]*]'
bpftool net detach xdpgeneric dev lo && bpftool net show dev lo | sed -n 2p
bpftool net attach xdp id 4000000 dev lo
""", """
libbpf: Kernel error message: XDP program already attached
Error: interface xdpgeneric attach failed: Device or resource busy
overwritten
xdp:
lo(N) generic id N

tc:

flow_dissector:

"xdp":[{"devname":"lo","ifindex":1,"mode":"generic","id":N}]

Error: get by id (4000000): No such file or directory
"""),
    ("a program of another's, by bpftool and tc", ["bpftool", "tc"], """
bpftool prog loadall $OBJECT /sys/fs/bpf/all && tc qdisc add dev lo clsact
tc filter add dev lo egress bpf da pinned /sys/fs/bpf/all/let
rm /sys/fs/bpf/all/let && bpftool net show dev lo | grep clsact | sed 's/\\(egress\\) .* id/\\1 id/'
bpftool prog show name let | head -1
tc qdisc del dev lo clsact && bpftool net show dev lo | grep -c clsact
""", """
lo(N) clsact/egress id N
N: sched_cls  name let  tag T  gpl
0
"""),
    ("xdp-loader", ["xdp-loader"], """
xdp-loader load lo $OBJECT -s xdp
xdp-loader load -m skb lo $OBJECT -s xdp && xdp-loader status lo | tail -2
xdp-loader load -m skb lo $OBJECT -s xdp
xdp-loader unload lo --all && xdp-loader status lo | tail -2
xdp-loader unload lo --all
""", """
Attaching XDP program in native mode not supported - try SKB mode.
lo                     pass              skb      N   T

 libxdp: Existing program is not using a dispatcher, can't replace; unload first
Couldn't attach XDP program on iface 'lo': Device or resource busy(-16)
lo                     <No XDP program loaded!>

No XDP program loaded on lo
"""),
    ("xdp-filter", ["xdp-filter"], """
xdp-filter load -m skb lo && xdp-filter port 22 && xdp-filter ip -m src 10.1.2.3 && ls /sys/fs/bpf/xdp-filter | sort
xdp-filter status | sed -n '/Loaded on/,$p' | grep -E 'skb|22|10.1'
xdp-filter load -m skb lo
xdp-filter unload lo && ls -d /sys/fs/bpf/xdp-filter
""", """
filter_ethernet
filter_ipv4
filter_ipv6
filter_ports
programs
xdp_stats_map
  lo (skb mode)                            tcp,udp,ipv6,ipv4,ethernet,allow
  22                                       dst,tcp,udp      0
  10.1.2.3                                 src              0
xdp-filter is already loaded on lo
ls: cannot access '/sys/fs/bpf/xdp-filter': No such file or directory
"""),
]


def same(text):
    """Without what each system numbers itself."""
    text = re.sub(r"(\bid|\"id\":) ?\d+", lambda m: m[1] + ("" if m[1].endswith(":") else " ") + "N", text)
    text = re.sub(r"\b(tag )[0-9a-f]{16}|(skb +)\d+( +)[0-9a-f]{16}", lambda m: m[1] + "T" if m[1] else m[2] + "N   T", text)
    text = re.sub(r"^\d+:", "N:", re.sub(r"\(1\)", "(N)", text), flags=re.M)
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def run(wrapper, script, preload=""):
    env = dict(os.environ, LC_ALL="C")
    if preload:
        env["LD_PRELOAD"] = preload
    try:
        done = subprocess.run(wrapper + ["sh", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=LIMIT, env=env)
    except subprocess.TimeoutExpired:
        return f"not done after {LIMIT} seconds"
    return same(done.stdout)


def can(wrapper):
    return subprocess.run(wrapper + ["true"], capture_output=True).returncode == 0


def check(number, what, wanted, got):
    right = wanted == got
    print(f"{'ok' if right else 'not ok'} {number} - {what}")
    for line in [] if right else ["wanted:"] + wanted.split("\n") + ["got:"] + got.split("\n"):
        print("#", line)
    return right


def main():
    skep, os.environ["OBJECT"] = sys.argv[1], os.path.abspath(sys.argv[2])
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    able, linux, failed, number = can(PRIVATE), can(LINUX), 0, 0
    print(f"1..{2 * len(CASES)}")
    for name, tools, script, wanted in CASES:
        missing = [tool for tool in tools if not shutil.which(tool)]
        for side, possible, wrapper in ("skep", able, PRIVATE + [skep, "with"]), ("Linux", linux, LINUX):
            number += 1
            if missing or not possible:
                why = f"no {missing[0]}" if missing else "no namespaces of its own"
                print(f"ok {number} - {name}, {side} # SKIP {why}")
                continue
            got = run(wrapper, script, os.environ.get("ASAN", "") if side == "skep" else "")
            failed += not check(number, f"{name}, {side}", same(wanted), got)
    return failed != 0


sys.exit(main())

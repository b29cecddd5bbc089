#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep diff over the examples and over all objects that tests compile: no difference; over an object that is
different each time: all of them. `--linux` of run, verify and filter beside the same without. Prints TAP.

usage: diff.py SKEP SOURCE TESTS
    SOURCE  the source folder
    TESTS   the build folder of tests, with *.bpf.o
"""
import collections
import glob
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

SKEP, SOURCE, TESTS = sys.argv[1:4]
EXAMPLES = os.path.join(SOURCE, "examples")
DEMO = os.path.join(EXAMPLES, "demo.pcap")
KINDS = ["verdicts", "bytes", "events", "elements", "variables"]
UNABLE, REFUSED, DIFFERENT = 3, 4, 5
# Programs that run on packets of the demo beside the examples on their own: object, program.
PROGRAMS = [
    ("examples/parts", "first"), ("examples/parts", "next"), ("examples/parts", "keep_40"),
    ("examples/parts", "only_ip"), ("examples/parts", "mark"), ("clients/counter", "count"),
    ("clients/talk", "talk"), ("clients/ring", "report"), ("linux/count.count", "count_xdp"),
    ("linux/count.count", "count_tc"), ("linux/count.count", "count_socket"), ("linux/count.count", "count_cgroup"),
    ("linux/count.count", "section_tcx"),
    ("diff/owned", "lists"), ("diff/owned", "twice"), ("diff/owned", "trees"), ("diff/thrown", "plain"),
    ("diff/thrown", "inner"), ("diff/thrown", "jumps_inside"), ("diff/thrown", "jumps_outside"),
    ("object/sample", "drop"), ("object/sample", "count"), ("diff/differs", "agrees"),
]
# Programs of diff/owned with pointers in values, which have no tags where clang is too old to make them.
TAGGED = ["pointers", "overwritten", "read_only", "nested", "each_cpu"]
EXAMPLE_NAMES = ["sock_stats", "tc_nat", "tc_policy", "xdp_balancer", "xdp_firewall"]
# Overlays: where what they wrap is found, and settings by which they wrap everything, for themselves.
OVERLAYS = [
    ("tc_overlay", "-w", ['own_address="172.16.0.1"', 'hosts=[{"key":{"prefix":0,"address":"0.0.0.0"},"value":"172.16.0.1"}]']),
    ("tc_vxlan", "--redirect", ['own_address="172.16.0.1"', "network=7", "to_hosts=1", "to_bridge=1",
                                'own_mac="02:00:00:00:00:01"', 'places=[{"key":"ff:ff:ff:ff:ff:ff","value":{"address":'
                                '"172.16.0.1","mac":"02:00:00:00:00:02"}}]']),
]
FILTERS = ["", "udp port 53", "tcp[tcpflags] & tcp-syn != 0", "greater 100", "vlan and udp", "ip6", "not ip",
           "net 192.0.2.0/24 and (tcp or icmp)", "ether[0] & 1 = 1"]
report = Report()
compared_in_all = collections.Counter()


def run(*words, before=()):
    return subprocess.run([*before, SKEP, *words], capture_output=True, text=True, check=False)


def lines(ran):
    return [json.loads(line) for line in ran.stdout.splitlines()]


def why(ran):
    return ran.stderr + ran.stdout


def built(name):
    return os.path.join(TESTS, name + ".bpf.o")


def example(name):
    """The object, and the options of its run."""
    maps = os.path.join(EXAMPLES, name + ".maps")
    options = ["-r", os.path.join(EXAMPLES, name + ".pcap")]
    options += ["--map", "@" + maps] if os.path.exists(maps) else []
    options += ["--event", "events=event"] if name == "xdp_firewall" else []
    return built("system/" + name), options


# ---- skep diff

def same(name, ran):
    """No difference on packets: how many of each kind were compared."""
    if ran.returncode == UNABLE:
        report.skip(name, ran.stderr.strip())
        return
    last = lines(ran)[-1] if ran.stdout else {}
    compared = last.get("compared")
    compared_in_all.update(compared or {})
    if compared and last["untried"]:
        compared["untried"] = last["untried"]
    held = (ran.returncode == 0 and compared["verdicts"] + last["untried"] == last["packets"] > last["untried"]
            and all(last["different"][kind] == 0 for kind in KINDS))
    report(held, f"{name}: {compared}", why(ran))


def examples():
    for name in EXAMPLE_NAMES:
        path, options = example(name)
        ignored = ["--ignore", "events.time"] if name == "xdp_firewall" else []
        same(f"diff of {name}", run("diff", "-j", path, *options, *ignored))


def programs():
    for name, program in PROGRAMS:
        if not os.path.exists(built(name)):
            report.skip(f"diff of {name}, {program}", "it was not compiled")
            continue
        same(f"diff of {name}, {program}", run("diff", "-j", built(name), "-p", program, "-r", DEMO))
    with open(built("diff/owned"), "rb") as file:
        tagged = b"\0kptr\0" in file.read()
    for program in TAGGED:
        if tagged:
            same(f"diff of diff/owned, {program}", run("diff", "-j", built("diff/owned"), "-p", program, "-r", DEMO))
        else:
            report.skip(f"diff of diff/owned, {program}", "clang is too old for tags of types")


def overlays(folder):
    """What is wrapped, and what is unwrapped of that."""
    for name, where, settings in OVERLAYS:
        words = [word for setting in settings for word in ("--map", setting)]
        wrapped = os.path.join(folder, name + ".pcap")
        same(f"diff of {name}, tc_wrap", run("diff", "-j", built("system/" + name), "-p", "tc_wrap", "-r", DEMO, *words))
        ran = run("run", "-j", built("system/" + name), "-p", "tc_wrap", "-r", DEMO, *words, where, wrapped)
        moved = [line["value"]["packets"] for line in lines(ran) if line.get("map") == "moved" and "key" in line]
        report(ran.returncode == 0 and moved and moved[0] > 80, f"{name} wraps {moved} packets", why(ran))
        same(f"diff of {name}, tc_unwrap", run("diff", "-j", built("system/" + name), "-p", "tc_unwrap", "-r", wrapped, *words))


def sizes(folder):
    """Frames of all sizes: what BPF_PROG_TEST_RUN does not take changes no map on either side."""
    path = os.path.join(folder, "sizes.pcap")
    with open(path, "wb") as file:
        file.write(struct.pack("=IHHIIII", 0xa1b2c3d4, 2, 4, 0, 0, 262144, 1))
        for size in [*range(64), 100, 1514, *range(3300, 4200, 50), 9000, 65535, 65550, 100000]:
            frame = (bytes(12) + b"\x08\0" + bytes(7 * i & 255 for i in range(size)))[:size]
            file.write(struct.pack("=IIII", size, 0, size, size) + frame)
    for name, program in [("diff/differs", "agrees"), ("examples/parts", "mark"), ("examples/parts", "keep_40"),
                          ("examples/parts", "only_ip"), ("system/xdp_firewall", "xdp_firewall"), ("system/tc_nat", "tc_nat")]:
        same(f"diff of {name}, {program}, on all sizes",
             run("diff", "-j", built(name), "-p", program, "-r", path, *(["--ignore", "events"] if "firewall" in name else [])))


def verdicts():
    for path in sorted(glob.glob(os.path.join(TESTS, "**", "*.bpf.o"), recursive=True)):
        name = os.path.relpath(path, TESTS)
        ran = run("diff", "-j", path)
        rows = lines(ran)
        asked = [row for row in rows if row["compared"]]
        compared_in_all["programs"] += len(asked)
        if rows and not asked:
            report.skip(f"verdicts on {name}", rows[0]["linux"]["why"])
            continue
        report(ran.returncode == 0 and all(row["same"] for row in asked),
               f"verdicts on {name}: {len(asked)} of {len(rows)} programs compared", why(ran))


def sections():
    """libbpf does not know them all; each program has its type, and both accept it."""
    ran = run("diff", "-j", built("diff/sections"))
    rows = lines(ran)
    if rows and not any(row["compared"] for row in rows):
        report.skip("sections", rows[0]["linux"]["why"])
        return
    report(ran.returncode == 0 and rows and all(row["compared"] and row["skep"]["verdict"] == "accepted" for row in rows),
           f"both accept a program in each of {len(rows)} sections", why(ran))


def differences():
    path = built("diff/differs")
    words = [path, "-p", "differs", "-r", DEMO, "--event", "records=record"]
    ran = run("diff", "-j", *words, "-c", "3")
    if ran.returncode == UNABLE:
        report.skip("what differs", ran.stderr.strip())
        return
    rows = lines(ran)
    different, shown = rows[-1]["different"], [row["difference"] for row in rows if "difference" in row]
    report(ran.returncode == DIFFERENT and different["verdicts"] == different["bytes"] == different["events"]
           == rows[-1]["packets"] and different["elements"] > rows[-1]["packets"] and different["variables"] == 1,
           f"what differs is found: {different}", why(ran))
    report({kind: shown.count(kind) for kind in set(shown)}
           == {"verdict": 3, "bytes": 3, "event": 3, "element": 3, "variable": 1}, "the first of each kind are shown", shown)
    first = next(row for row in rows if row.get("difference") == "element")
    report(first["skep"]["size"] == first["linux"]["size"] and first["skep"]["time"] != first["linux"]["time"],
           "values are shown by their types", first)
    ran = run("diff", "-j", *words, "--ignore", "records.time", "--ignore", "times.time", "--ignore", "newest",
              "--ignore", "last")
    different = lines(ran)[-1]["different"]
    report(ran.returncode == DIFFERENT and [different[kind] for kind in KINDS[2:]] == [0, 0, 0] and different["verdicts"],
           f"what is ignored may differ: {different}", why(ran))
    ran = run("diff", *words)
    report(ran.returncode == DIFFERENT and "packet 1, verdict:" in ran.stdout and "different" in ran.stdout,
           "differences as text", why(ran))
    for ignored, said in [("nothing", "there is no map or variable nothing"), ("times.end", "there is no member times.end")]:
        ran = run("diff", *words, "--ignore", ignored)
        report(ran.returncode == 1 and said in ran.stderr, f"--ignore {ignored} is wrong", why(ran))


# ---- --linux of others

def told(ran):
    """What skep run says, without what is a time or a CPU's."""
    rows = []
    for row in lines(ran):
        for key in ["program_ns", "total_ns", "packets_per_second", "cpus", "targets", "ended"]:
            row.pop(key, None)
        if "event" in row and isinstance(row["data"], dict):
            row["data"].pop("time", None)
        rows.append(row)
    return rows


def runs(folder):
    for name in EXAMPLE_NAMES:
        path, options = example(name)
        written = [os.path.join(folder, side) for side in ("skep", "linux")]
        ours = run("run", "-j", path, *options, "-w", written[0])
        theirs = run("run", "-j", "--linux", path, *options, "-w", written[1])
        if theirs.returncode == UNABLE:
            report.skip(f"run --linux of {name}", theirs.stderr.strip())
            continue
        report(ours.returncode == theirs.returncode == 0 and told(ours) == told(theirs),
               f"run --linux of {name} says the same", why(theirs))
        bytes_of = [open(path, "rb").read() for path in written]
        report(bytes_of[0] == bytes_of[1], f"run --linux of {name} writes the same {len(bytes_of[0])} bytes")


def filters():
    for expression in FILTERS:
        ours, theirs = (run("filter", *words, "-r", DEMO, expression) for words in ([], ["--linux"]))
        report(ours.returncode == theirs.returncode == 0 and ours.stdout == theirs.stdout,
               f"filter --linux '{expression}' prints the same {len(ours.stdout.splitlines())} packets", why(theirs))


def refusal():
    ran = run("run", "--linux", built("system/refused"), "-p", "unchecked_lookup", "-r", DEMO)
    if ran.returncode == UNABLE:
        report.skip("run --linux of what is refused", ran.stderr.strip())
        return
    report(ran.returncode == 4 and "map_value_or_null" in ran.stderr, "run --linux of what is refused", why(ran))


def privileges():
    setpriv = shutil.which("setpriv")
    if not setpriv or os.geteuid() != 0:
        report.skip("without privileges", "setpriv and root are needed to drop them")
        return
    before = [setpriv, "--bounding-set=-all", "--inh-caps=-all"]
    path = built("system/xdp_firewall")
    for words in (["verify", "--linux", path], ["run", "--linux", path, "-r", DEMO], ["diff", path, "-r", DEMO]):
        ran = run(*words, before=before)
        report(ran.returncode == UNABLE and "lacks CAP_" in why(ran) and "ulimit" not in why(ran),
               f"{words[0]} without privileges says which are missing", why(ran))
    for missing, name in [("net_admin", "tc_nat"), ("bpf", "sock_stats"), ("perfmon", "sock_stats"), (None, "xdp_firewall")]:
        caps = ",".join("+" + cap for cap in ["bpf", "net_admin", "perfmon"] if cap != missing)
        as_nobody = [setpriv, "--reuid", "65534", "--clear-groups", "--inh-caps=-all," + caps, "--ambient-caps=-all," + caps,
                     "--bounding-set=-all," + caps]
        for words in (["verify"], ["run", "-r", DEMO], ["diff", "-r", DEMO]):
            side = [] if words[0] == "diff" else ["--linux"]
            ran = run(words[0], *side, built("system/" + name), *words[1:], before=as_nobody)
            if missing:
                report(ran.returncode in (UNABLE, REFUSED, DIFFERENT) and "lacks CAP_" + missing.upper() in why(ran),
                       f"{words[0]} names {missing}, which is missing", why(ran))
            else:
                report(ran.returncode == 0, f"three capabilities are enough for {words[0]}", why(ran))
    ran = run("filter", "--linux", "-r", DEMO, "--count", "udp", before=before)
    report(ran.returncode == 0 and int(ran.stdout) > 0, "filter --linux needs none", why(ran))


def pins():
    return set(os.listdir("/sys/fs/bpf")) if os.access("/sys/fs/bpf", os.R_OK) else set()


pinned = pins()
examples()
programs()
verdicts()
sections()
with tempfile.TemporaryDirectory() as scratch:
    overlays(scratch)
    sizes(scratch)
    runs(scratch)
print("# compared with Linux, without a difference unless a test above failed: " +
      ", ".join(f"{compared_in_all[kind]} {kind}" for kind in ["programs", *KINDS]))
differences()
filters()
refusal()
privileges()
report(not pins() - pinned, "objects that pin their maps leave none in Linux", str(pins() - pinned))
sys.exit(report.end())

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep attach on each kind of hook: a known number of events is made, exactly as many must be counted, and
nothing may be left behind, also when the command is killed. All of it in a network namespace, a cgroup and
processes of the test's own. Prints TAP.

usage: attach.py SKEP COUNT.bpf.o WIDE.bpf.o WALK.bpf.o PROBED
"""
import ctypes
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

PORT, MARK = 4711, 0x51e9
LIBC = ctypes.CDLL(None, use_errno=True)
PATIENCE = 30  # seconds, for what does not happen
report = Report()


def run(*command):
    # Other programs of the machine may have any name.
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def eventually(what):
    end = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < end:
        time.sleep(0.02)
    return what()


# ---- skep attach

class Attached:
    """skep attach, from the line that says it is attached until it ends."""

    def __init__(self, *words, stdout=subprocess.PIPE):
        self.process = subprocess.Popen([SKEP, "attach", "-j", *words], stdout=stdout, stderr=subprocess.PIPE, text=True)
        self.said = self.process.stderr.readline()

    def stop(self, how=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(how)
        out, err = self.process.communicate(timeout=PATIENCE)
        self.said += err or ""
        self.lines = [json.loads(line) for line in (out or "").splitlines()]
        return self

    def hits(self):
        return sum(line["value"]["packets"] for line in self.lines if line.get("map") == "hits")

    @property
    def code(self):
        return self.process.returncode


def programs_of(name):
    """What bpftool lists; it is asked again where a program of somebody else ends while it looks, and it loses its way."""
    while True:
        try:
            listed = json.loads(run("bpftool", "-j", "prog", "show").stdout or "[]")
            return [p for p in listed if p.get("name", "") == name[:15]]
        except json.JSONDecodeError:
            time.sleep(0.05)


def gone(name):
    return eventually(lambda: not programs_of(name))


def counted(hook, program, make, want, *options):
    """Attaches, makes events, and compares the count."""
    a = Attached(COUNT, *([hook] if hook else []), "-p", program, *options)
    if not a.said.startswith("attached"):
        a.stop()
        report(False, f"{hook or program}: attached", a.said)
        return a
    make()
    a.stop()
    report(a.code == 0 and a.hits() == want, f"{hook or program}: {want} counted",
           f"exit {a.code}, {a.hits()} counted\n{a.said}")
    report(gone(program), f"{hook or program}: nothing is left", programs_of(program))
    return a


def killed(hook, program):
    """Also when nobody could clean up."""
    a = Attached(COUNT, *([hook] if hook else []), "-p", program)
    was = bool(programs_of(program))
    a.stop(signal.SIGKILL)
    report(was and gone(program), f"{hook or program}: nothing is left of a killed one", a.said)


# ---- events

RECEIVER = None


def send(number=10):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        for _ in range(number):
            s.sendto(b"hello", ("127.0.0.1", PORT))


def calls(number=7):
    for _ in range(number):
        LIBC.syscall(MARK)


def priorities(number=4):
    for _ in range(number):
        LIBC.getpriority(0, MARK)


def in_cgroup(path, number):
    child = os.fork()
    if child == 0:
        with open(os.path.join(path, "cgroup.procs"), "w") as procs:
            procs.write(str(os.getpid()))
        send(number)
        os._exit(0)
    os.waitpid(child, 0)


class Probed:
    """The program with a probe."""

    def __init__(self):
        self.process = subprocess.Popen([PROBED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def step(self, number):
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


# ---- the kinds

def packets():
    counted("xdp:lo,generic", "count_xdp", send, 10)
    counted("xdp:hand0,native", "count_xdp", to_peer, 10)
    counted("tc:lo,ingress", "count_tc", send, 10)
    counted("tc:lo,egress", "count_tc", send, 10)
    counted("tcx:lo,ingress", "count_tc", send, 10)
    counted("tcx:lo,egress", "count_tc", send, 10)
    counted("socket:lo", "count_socket", send, 20)  # on its way out, and in
    counted("netfilter:ip4,input,100", "count_netfilter", send, 10)
    counted("netfilter:ip4,output,-5", "count_netfilter", send, 10)
    report("clsact" not in run("tc", "qdisc", "show", "dev", "lo").stdout, "tc: its qdisc is gone, too")
    for hook, program in (("xdp:lo,generic", "count_xdp"), ("tc:lo,ingress", "count_tc"), ("tcx:lo,ingress", "count_tc"),
                          ("netfilter:ip4,input,100", "count_netfilter"), ("tp:syscalls/sys_enter_getpriority", "count_tp"),
                          ("perf:cpu-clock,100", "count_sample"), ("socket:lo", "count_socket"),
                          ("raw_tp:sys_enter", "count_raw_tp"), ("tp_btf:sys_enter", "count_tp_btf")):
        killed(hook, program)
    report(eventually(lambda: "clsact" not in run("tc", "qdisc", "show", "dev", "lo").stdout), "tc: nor of a killed one")


def to_peer():
    """Frames into the other end of the pair."""
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as s:
        s.bind(("hand1", 0))
        udp = PORT.to_bytes(2, "big") * 2 + b"\0\x0d\0\0hello"
        ip = b"\x45\0" + (20 + len(udp)).to_bytes(2, "big") + b"\0\0\0\0\x40\x11\0\0\x7f\0\0\1\x7f\0\0\1"
        for _ in range(10):
            s.send(b"\xff" * 6 + b"\x02" * 6 + b"\x08\0" + ip + udp)


def cgroups():
    mounts = [line.split()[1] for line in open("/proc/mounts") if line.split()[2] == "cgroup2"]
    if not mounts:
        print(f"# no cgroup2 is mounted")
        return
    path = os.path.join(mounts[0], f"skep-attach-{os.getpid()}")
    os.mkdir(path)
    try:
        counted(f"cgroup:{path},egress", "count_cgroup", lambda: (in_cgroup(path, 6), send(3)), 6)
        counted(f"cgroup:{os.path.basename(path)},cgroup_inet_egress", "count_cgroup", lambda: in_cgroup(path, 5), 5)
        counted(f"cgroup:{path}", "count_cgroup", lambda: in_cgroup(path, 4), 4)
        killed(f"cgroup:{path}", "count_cgroup")
        a = least("cap_bpf,cap_net_admin", f"cgroup:{path}", "count_cgroup")
        report(a.returncode == 0 and "attached" in a.stderr, "cgroup with cap_bpf,cap_net_admin alone", a.stderr)
        a = least("cap_bpf", f"cgroup:{path}", "count_cgroup")
        report(a.returncode == 3 and "CAP_NET_ADMIN" in a.stderr, "cgroup with cap_bpf alone: cap_net_admin is missing",
               a.stderr)
    finally:
        eventually(lambda: not open(os.path.join(path, "cgroup.procs")).read())
        os.rmdir(path)


def tracing():
    counted("raw_tp:sys_enter", "count_raw_tp", calls, 7)
    counted(None, "count_raw_tp", calls, 7)
    counted("tp_btf:sys_enter", "count_tp_btf", calls, 7)
    counted(None, "count_tp_btf", calls, 7)
    a = counted("tp:syscalls/sys_enter_getpriority", "count_tp", priorities, 4)
    for source in ("events", "others"):
        numbers = [line["data"]["number"] for line in a.lines if line.get("event") == source]
        report(numbers == [0, 1, 2, 3], f"events of {source} by their type", numbers)
    report([line["value"] for line in a.lines if line.get("variable") == "total"] == [4], "variables at the end")
    a = Attached(COUNT, "perf:cpu-clock,1000", "-p", "count_sample", "--pid", str(os.getpid()))
    spent = time.process_time() + 0.3
    while time.process_time() < spent:
        pass
    a.stop()
    report(a.code == 0 and a.hits() > 0, "perf:cpu-clock,1000: samples of one process", a.said)


def probes():
    ours, other = Probed(), Probed()
    for hook, program in ((f"uprobe:{PROBED}:probed_call", "count_call"), (f"uretprobe:{PROBED}:probed_call", "count_call"),
                          (f"usdt:{PROBED}:probed:step", "count_usdt")):
        counted(hook, program, lambda: [p.step(MARK) for p in (ours, ours, other)], 3)
        counted(hook, program, lambda: [p.step(MARK) for p in (ours, ours, other)], 2, "--pid", str(ours.process.pid))
    ours.end()
    other.end()
    counted(None, "count_library", priorities, 4, "--pid", str(os.getpid()))
    killed(f"uprobe:{PROBED}:probed_call", "count_call")


def iterators():
    a = subprocess.run([SKEP, "attach", COUNT, "-p", "list_maps"], capture_output=True, text=True, check=False)
    report(a.returncode == 0 and re.search(r"^map hits$", a.stdout, re.M), "iter/bpf_map prints what its program writes",
           a.stdout + a.stderr)
    report(gone("list_maps"), "iter/bpf_map: nothing is left")


def walk(hook, program, *words):
    a = subprocess.run([SKEP, "attach", "-q", WALK, hook, "-p", program, *words], capture_output=True, text=True, check=False)
    return a.returncode, a.stdout + a.stderr, re.findall(r"^(?:element|stored|task) (.*)$", a.stdout, re.M)


def walked(hook, program, want, *words):
    code, said, lines = walk(hook, program, *words)
    report((code, sorted(lines)) == (0, sorted(want)), f"{hook}: each once", f"exit {code}, wanted {want}: {said}")


def not_walked(hook, program, *said):
    code, text, _ = walk(hook, program)
    report(code in (1, 2) and all(words in text for words in said), f"{hook}: says {said[0]}", f"exit {code}: {text}")


def iterators_of_one():
    """Over one map, of the object or of Linux, by name or number; over one process or thread."""
    root = f"/tmp/skep-attach-{os.getpid()}"
    name = f"of_test{os.getpid()}"[:15]
    os.mkdir(root)
    run("mount", "-t", "bpf", "none", root)
    try:
        walked("iter:bpf_map_elem,map=numbers", "list_elements", ["0 0", "1 0", "2 7"], "--map", 'numbers={"2": 7}')
        run("bpftool", "map", "create", root + "/one", "type", "hash", "key", "4", "value", "4", "entries", "3", "name", name)
        run("bpftool", "map", "update", "pinned", root + "/one", "key", "5", "0", "0", "0", "value", "6", "0", "0", "0")
        walked(f"iter:bpf_map_elem,map={name}", "list_elements", ["5 6"])
        number = json.loads(run("bpftool", "-j", "map", "show", "pinned", root + "/one").stdout)["id"]
        walked(f"iter:bpf_map_elem,map={number}", "list_elements", ["5 6"])
        not_walked(f"iter:bpf_sk_storage_map,map={number}", "list_stored", "does not go over the map")
        run("bpftool", "map", "create", root + "/two", "type", "hash", "key", "4", "value", "4", "entries", "3", "name", name)
        not_walked(f"iter:bpf_map_elem,map={name}", "list_elements", "several maps", "map=ID")
    finally:
        run("umount", root)
        os.rmdir(root)
    not_walked("iter:bpf_map_elem", "list_elements", "none is named", "map=NAME")
    not_walked("iter:bpf_map_elem,map=none_such", "list_elements", "no map none_such")
    not_walked("iter:bpf_map_elem,mop=numbers", "list_elements", "no such option", "map=NAME|map=ID")

    storing = Attached(WALK, "tcx:lo,egress", "-p", "store")
    stored = [m["id"] for m in json.loads(run("bpftool", "-j", "map", "show").stdout) if m.get("name") == "stored"]
    one, two = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
    for sender in one, one, one, two:
        sender.sendto(b"x", ("127.0.0.1", PORT))
    found = [walk(f"iter:bpf_sk_storage_map,map={number}", "list_stored")[2] for number in stored]
    report(["1", "3"] in map(sorted, found), "iter:bpf_sk_storage_map,map=ID: each socket once", f"{stored}: {found}")
    storing.stop()

    ours = Probed()
    walked(f"iter:task,pid={ours.process.pid}", "list_tasks", [f"{ours.process.pid} {ours.process.pid}"])
    walked(f"iter:task,tid={ours.process.pid}", "list_tasks", [f"{ours.process.pid} {ours.process.pid}"])
    ours.end()
    not_walked("iter:task,pid=99999999", "list_tasks", "no process 99999999")
    not_walked("iter:task,pid=x", "list_tasks", "no such option")
    report(gone("list_tasks") and gone("list_elements"), "iterators of one: nothing is left")


def options():
    a = subprocess.run([SKEP, "attach", COUNT, "xdp:lo,generic", "--for", "1"], capture_output=True, text=True, check=False)
    report(a.returncode == 0 and gone("count_xdp"), "--for ends by itself", a.stderr)
    inner = subprocess.Popen(["unshare", "-n", "sh", "-c", "ip link set lo up; echo; exec cat"], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE)
    inner.stdout.readline()
    a = Attached(COUNT, "xdp:lo,generic", "-p", "count_xdp", "--netns", str(inner.pid))
    send(3)
    there = run("nsenter", "-t", str(inner.pid), "-n", "bash", "-c",
                f"for i in 1 2 3 4; do echo hi >/dev/udp/127.0.0.1/{PORT}; done")
    a.stop()
    report(a.hits() == 4, "--netns: what happens there is counted, and nothing else", a.said + there.stderr)
    inner.communicate()


def several():
    """One program at several hooks, which share its map."""
    for kind in ("tcx", "tc"):
        a = Attached(COUNT, f"{kind}:lo,ingress", f"{kind}:lo,egress", "-p", "count_tc")
        send(10)
        a.stop()
        report(a.code == 0 and a.hits() == 20, f"{kind}: both directions in one map", f"{a.hits()}\n{a.said}")
        report(gone("count_tc"), f"{kind}: nothing is left of both")
    refused(["tcx:lo,ingress", "xdp:lo,generic", "-p", "count_tc"], 1, "xdp:lo,generic does not take program count_tc")
    refused(["tp_btf:sys_enter", "tp_btf:sys_exit", "-p", "count_tp_btf"], 1, "it cannot go to tp_btf as well")
    refused(["tcx:lo,ingress", "tcx:lo,egress", "-p", "count_tc", "--replace"], 1, "--replace", "one hook")


def contents():
    """Maps and variables hold what was said before anything is attached."""
    path = f"/tmp/skep-attach-{os.getpid()}.maps"
    with open(path, "w", encoding="ascii") as out:
        out.write('# comment\nhits={"1":{"packets":5}}\n')
    a = Attached(COUNT, "xdp:lo,generic", "-p", "count_xdp", "--map", "@" + path, "--set", "total=7")
    send(3)
    a.stop()
    os.unlink(path)
    held = {line["key"]: line["value"]["packets"] for line in a.lines if line.get("map") == "hits"}
    report(held == {0: 3, 1: 5}, "--map: what it said is there, and counted on", f"{held}\n{a.said}")
    total = [line["value"] for line in a.lines if line.get("variable") == "total"]
    report(total and total[0] >= 7, "--set: a variable begins with it", f"{total}\n{a.said}")
    refused(["xdp:lo,generic", "-p", "count_xdp", "--map", "nothing=1"], 1, "nothing", "hits", "total")
    refused(["xdp:lo,generic", "-p", "count_xdp", "--map", 'hits={"1":{"packets":}}'], 1, "hits")
    report(gone("count_xdp"), "--map: nothing is left where it was refused")


def pinned(hook, program, path):
    """It stays as long as its pin."""
    a = subprocess.run([SKEP, "attach", COUNT, hook, "-p", program, "--pin", path], capture_output=True, text=True, check=False)
    report(a.returncode == 0 and os.path.exists(path) and programs_of(program), f"{hook} --pin: it goes on", a.stderr)
    if os.path.exists(path):
        os.unlink(path)
    report(gone(program), f"{hook} --pin: it ends with its pin", programs_of(program))


def pins():
    root = f"/tmp/skep-attach-{os.getpid()}"
    os.mkdir(root)
    run("mount", "-t", "bpf", "none", root)
    try:
        a = subprocess.run([SKEP, "attach", COUNT, "xdp:lo,generic", "--pin", root + "/link"], capture_output=True, text=True,
                           check=False)
        report(a.returncode == 0 and programs_of("count_xdp"), "--pin: it goes on when skep has ended", a.stderr)
        if os.path.exists(root + "/link"):
            os.unlink(root + "/link")
        report(gone("count_xdp"), "--pin: it ends when the pin is removed")
        pinned("tp:syscalls/sys_enter_getpriority", "count_tp", root + "/tp")
        pinned(f"uprobe:{PROBED}:probed_call", "count_call", root + "/uprobe")
        pinned("tcx:lo,ingress", "count_tc", root + "/tcx")
        for hook, program, why, instead in (("tc:lo,ingress", "count_tc", "no link holds it", "tcx"),
                                            ("socket:lo", "count_socket", "no link for a socket's program", "tcx"),
                                            (f"usdt:{PROBED}:probed:step", "count_usdt", "each place of the mark", "uprobe"),
                                            ("perf:cpu-clock,10", "count_sample", "each processor", "--pid")):
            refused([hook, "-p", program, "--pin", root + "/not"], 1, "cannot be pinned", why, instead)
        a = run(SKEP, "attach", COUNT, "perf:cpu-clock,10", "-p", "count_sample", "--pid", str(os.getpid()), "--pin", root + "/perf")
        report(a.returncode == 0 and programs_of("count_sample"), "--pin: perf of one process", a.stderr)
        if os.path.exists(root + "/perf"):
            os.unlink(root + "/perf")
        report(gone("count_sample"), "--pin: perf of one process ends when the pin is removed")
        a = subprocess.run([SKEP, "attach", COUNT, "xdp:lo,generic", "--pin", "/tmp/nowhere"], capture_output=True, text=True,
                           check=False)
        report(a.returncode == 1 and "no bpffs" in a.stderr and gone("count_xdp"), "--pin outside a bpffs: says so", a.stderr)
    finally:
        run("umount", root)
        os.rmdir(root)


# ---- --replace

def replaced(hook, program, interval=0.0005):
    """Traffic all the time: each packet is counted by the old or the new program, in the same map."""
    first = Attached(COUNT, hook, "-p", program)
    sent, received = 0, 0
    RECEIVER.setblocking(False)
    drain()
    changed = None
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        while sent < 1500:
            s.sendto(b"hello", ("127.0.0.1", PORT))
            sent += 1
            received += drain()
            if sent == 300:
                changed = subprocess.Popen([SKEP, "attach", "-j", COUNT, hook, "-p", program, "--replace"],
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(interval)
    said = changed.stderr.readline()
    sent += 200
    send(200)
    received += drain()
    first.stop()
    still = len(programs_of(program))
    send(100)
    sent += 100
    received += drain_until(sent - received)
    changed.send_signal(signal.SIGINT)
    out, err = changed.communicate(timeout=PATIENCE)
    hits = sum(line["value"]["packets"] for line in map(json.loads, out.splitlines()) if line.get("map") == "hits")
    report(said.startswith("attached") and changed.returncode == 0, f"{hook} --replace", said + err)
    report(hits == sent, f"{hook} --replace: all {sent} packets were counted in one map", f"{hits} of {sent}")
    report(received == sent, f"{hook} --replace: no packet was lost", f"{received} of {sent}")
    report(still >= 1, f"{hook} --replace: the new one stays when the old command ends", still)
    report(gone(program), f"{hook} --replace: nothing is left")


def drain_until(wanted):
    """What is still on its way comes, or does not."""
    got = drain()
    end = time.monotonic() + PATIENCE
    while got < wanted and time.monotonic() < end:
        time.sleep(0.01)
        got += drain()
    return got


def drain():
    got = 0
    try:
        while RECEIVER.recv(64):
            got += 1
    except BlockingIOError:
        pass
    return got


def layouts():
    first = Attached(COUNT, "xdp:lo,generic", "-p", "count_xdp")
    second = subprocess.run([SKEP, "attach", WIDE, "xdp:lo,generic", "-p", "count_xdp", "--replace"], capture_output=True,
                            text=True, check=False)
    report(second.returncode == 1 and "hits" in second.stderr and "__u64 bytes" in second.stderr,
           "--replace: a map that is laid out in another way is refused, with the difference", second.stderr)
    send(3)
    first.stop()
    report(first.hits() == 3, "--replace: the refused one changed nothing", first.hits())
    nothing = subprocess.run([SKEP, "attach", COUNT, "xdp:lo,generic", "-p", "count_xdp", "--replace"], capture_output=True,
                             text=True, check=False)
    report(nothing.returncode == 1 and "no XDP program" in nothing.stderr, "--replace: there must be something to replace",
           nothing.stderr)


# ---- what does not work

def refused(words, code, *said):
    a = subprocess.run([SKEP, "attach", COUNT, *words, "--for", "1"], capture_output=True, text=True, check=False)
    missing = [text for text in said if text not in a.stderr]
    report(a.returncode == code and not missing and "ulimit -l'" not in a.stderr and "Operation not permitted" not in a.stderr,
           f"{' '.join(words)}: exit status {code}, and says {said[0]}", f"exit {a.returncode}: {a.stderr}")


def works(section, name):
    rows = map(json.loads, run(SKEP, "doctor", "-j", "--section", section).stdout.splitlines())
    return any(r["name"] == name and r["state"] == "works" for r in rows)


def refusals():
    said = [json.loads(line) for line in run(SKEP, "doctor", "-j", "--section", "attach").stdout.splitlines()]
    causes = {r["name"]: r["why"] for r in said if r["state"] != "works"}
    for program, name in (("refused_kprobe", "kprobe"), ("refused_fentry", "fentry"), ("refused_lsm", "lsm"),
                          ("refused_modify", "fmod_ret"), ("refused_replace", "freplace")):
        if name not in causes:
            print(f"# {name} works here")
        else:
            refused(["-p", program], 3, causes[name][:60])
    if "fentry" in causes:
        refused([], 3, causes["fentry"][:80])  # of all programs the one that was refused
    refused(["xdp:nowhere", "-p", "count_xdp"], 1, "no interface nowhere")
    refused(["xdp:lo,native", "-p", "count_xdp"], 1, "does not run XDP natively", "generic")
    refused(["xdp:lo,sideways", "-p", "count_xdp"], 2, "no such mode")
    refused(["xdq:lo"], 2, "no hook 'xdq'")
    refused(["tp:none/such", "-p", "count_tp"], 1, "no tracepoint none/such")
    refused(["raw_tp:none_such", "-p", "count_raw_tp"], 1, "no tracepoint none_such")
    refused(["tp_btf:none_such", "-p", "count_tp_btf"], 1, "tp_btf:none_such")
    refused([f"uprobe:{PROBED}:none_such", "-p", "count_call"], 1, "no such function")
    refused([f"usdt:{PROBED}:probed:none", "-p", "count_usdt"], 1, "no such probe")
    refused(["tc:lo,sideways", "-p", "count_tc"], 2, "no such direction")
    refused(["netfilter:ip4,sideways,1", "-p", "count_netfilter"], 2, "no such hook")
    refused(["netfilter:ip5,input,1", "-p", "count_netfilter"], 2, "no such family")
    refused(["netfilter:ip4,input,high", "-p", "count_netfilter"], 2, "no such priority")
    refused(["netfilter:ip4,input,2147483647", "-p", "count_netfilter"], 1, "priorities are between")
    refused(["perf:none,9", "-p", "count_sample"], 2, "no such event")
    refused(["perf:cpu-clock,0", "-p", "count_sample"], 2, "no such frequency")
    refused(["perf:cpu-clock,99999999", "-p", "count_sample"], 1, "kernel.perf_event_max_sample_rate")
    if "perf hardware cycles" in causes:
        refused(["perf:cycles,9", "-p", "count_sample"], 3, causes["perf hardware cycles"][:40])
    refused(["iter:bpf_map_elem", "-p", "list_maps"], 1, "over one map")
    refused(["-p", "refused_sleep"], 1, "may sleep")
    refused(["-p", "section_tcx"], 1, "does not say where", "tcx:IFACE")
    refused(["xdp:lo", "-p", "count_tc"], 1, "does not take program count_tc")
    refused([f"uprobe:{PROBED}:probed_call", "-p", "count_call", "--pid", "99999999"], 1, "no process 99999999")
    refused(["xdp:lo,generic", "--netns", "/etc/passwd"], 1, "no network namespace")
    refused(["xdp:lo,generic", "--event", "events"], 2, "expected MAP=TYPE")
    refused(["xdp:lo,generic", "--event", "evnts=event"], 1, "no ring or perf buffer evnts")
    refused(["xdp:lo,generic", "--event", "events=none"], 1, "no struct none")
    refused(["-p", "count_xdp"], 1, "does not say where", "xdp:IFACE")
    refused(["-p", "none"], 1, "no program none")
    refused(["xdp:lo,generic", "-p", "count_xdp", "--pid", "1"], 1, "runs for every process")


def privileges():
    """Each kind with the smallest set of capabilities, and the message where one of them is missing."""
    base = "cap_bpf"
    for hook, program, caps, event in (
            ("xdp:lo,generic", "count_xdp", "cap_net_admin", send),
            ("tcx:lo,ingress", "count_tc", "cap_net_admin", send),
            ("tc:lo,ingress", "count_tc", "cap_net_admin", send),
            ("socket:lo", "count_socket", "cap_net_raw", send),
            ("netfilter:ip4,input,100", "count_netfilter", "cap_net_admin", send),
            ("raw_tp:sys_enter", "count_raw_tp", "cap_perfmon", calls),
            ("tp_btf:sys_enter", "count_tp_btf", "cap_perfmon", calls)):
        for names, enough in ((f"{base},{caps}", True), (base, False), (caps, False)):
            a = least(names, hook, program)
            if enough:
                report(a.returncode == 0 and "attached" in a.stderr, f"{hook} with {names} alone", a.stderr)
            else:
                lacks = caps if names == base else base
                report(a.returncode == 3 and lacks.upper() in a.stderr, f"{hook} with {names} alone: {lacks} is missing",
                       f"exit {a.returncode}: {a.stderr}")
    for hook, program, caps, lacking in (
            (f"uprobe:{PROBED}:probed_call", "count_call", "cap_bpf,cap_perfmon,cap_sys_admin", "cap_sys_admin"),
            (f"usdt:{PROBED}:probed:step", "count_usdt", "cap_bpf,cap_perfmon,cap_sys_admin", "cap_sys_admin"),
            ("perf:cpu-clock,10", "count_sample", "cap_bpf,cap_perfmon", "cap_perfmon"),
            ("iter:bpf_map", "list_maps", "cap_bpf,cap_perfmon", "cap_perfmon"),
            ("tp:syscalls/sys_enter_getpriority", "count_tp", "cap_bpf,cap_perfmon,cap_sys_admin", "cap_sys_admin")):
        user = "0" if program == "count_tp" else "65534"  # the files of tracefs are root's
        if program == "count_tp" and any(line.split()[2] == "tracefs" for line in open("/proc/mounts")):
            print("# tracefs is mounted: no capability is needed to reach it")
            continue
        a = least(caps, hook, program, user)
        report(a.returncode == 0 and "attached" in a.stderr, f"{hook} with {caps} alone", a.stderr)
        fewer = ",".join(name for name in caps.split(",") if name != lacking)
        a = least(fewer, hook, program, user)
        report(a.returncode == 3 and lacking.upper() in a.stderr, f"{hook} with {fewer} alone: {lacking} is missing",
               f"exit {a.returncode}: {a.stderr}")
    a = subprocess.run(["setpriv", "--reuid", "65534", "--clear-groups", "--inh-caps=-all", SKEP, "attach", COUNT,
                        "xdp:lo,generic"], capture_output=True, text=True, check=False)
    report(a.returncode == 3 and "CAP_BPF" in a.stderr and "root" in a.stderr, "without any privilege", a.stderr)
    a = subprocess.run(["setpriv", "--reuid", "65534", "--clear-groups", "--inh-caps=-all", SKEP, "doctor", "-j",
                        "--section", "maps"], capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in a.stdout.splitlines()]
    report(a.returncode == 3 and rows and all("CAP_" in r["why"] for r in rows),
           "skep doctor without any privilege names the capability", a.stderr)


    for caps in ("+bpf", "+bpf,+net_admin,+perfmon", "+bpf,+net_admin,+perfmon,+sys_admin"):
        a = subprocess.run(["setpriv", "--reuid", "65534", "--clear-groups", "--inh-caps=-all," + caps, "--ambient-caps=-all,"
                            + caps, "--bounding-set=-all," + caps, SKEP, "doctor", "-j"], capture_output=True, text=True,
                           check=False)
        unknown = [r for r in map(json.loads, a.stdout.splitlines()) if r["state"] == "refused" and "no cause" in r["why"]]
        report(a.returncode == 0 and not unknown, f"skep doctor with {caps} alone finds the cause of each refusal", unknown)


def least(names, hook, program, user="65534"):
    caps = ",".join("+" + name.removeprefix("cap_") for name in names.split(","))
    return subprocess.run(["setpriv", "--reuid", user, "--clear-groups", "--inh-caps=-all," + caps,
                           "--ambient-caps=-all," + caps, "--bounding-set=-all," + caps, SKEP, "attach", COUNT, hook, "-p",
                           program, "--for", "1"], capture_output=True, text=True, check=False)


def doctor():
    """A killed examination leaves nothing, whichever of its processes is killed."""
    mounts = [line.split()[1] for line in open("/proc/mounts") if line.split()[2] == "cgroup2"]
    left = lambda: [name for name in os.listdir(mounts[0]) if name.startswith("skep-doctor-")] if mounts else []
    for whole in (True, False):
        p = subprocess.Popen([SKEP, "doctor", "-j"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in p.stdout:
            if '"attach"' in line:
                break
        children = open(f"/proc/{p.pid}/task/{p.pid}/children").read().split()
        os.kill(p.pid if whole else int(children[0]), signal.SIGKILL)
        p.stdout.close()
        p.wait()
        report(eventually(lambda: not left()), f"skep doctor, {'itself' if whole else 'its child'} killed: nothing is left",
               left())


def inside():
    global RECEIVER
    run("ip", "link", "set", "lo", "up")
    run("ip", "link", "add", "hand0", "type", "veth", "peer", "name", "hand1")
    run("ip", "link", "set", "hand0", "up")
    run("ip", "link", "set", "hand1", "up")
    RECEIVER = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    RECEIVER.setsockopt(socket.SOL_SOCKET, 33, 1 << 22)  # SO_RCVBUFFORCE: nothing is dropped here
    RECEIVER.bind(("127.0.0.1", PORT))
    themes = [packets, cgroups, tracing, probes, iterators, iterators_of_one, options, several,
              contents, pins, layouts, refusals, privileges, doctor,
              lambda: replaced("xdp:lo,generic", "count_xdp"), lambda: replaced("tcx:lo,ingress", "count_tc")]
    chosen = sys.argv[7:]
    for theme in themes:
        if not chosen or theme.__name__ in chosen:
            theme()
            drain_quietly()


def drain_quietly():
    RECEIVER.setblocking(False)
    drain()


def reason_to_skip():
    for name in ("bpftool", "ip", "tc", "unshare", "setpriv", "nsenter"):
        if not shutil.which(name):
            return f"no {name}"
    if run("unshare", "-nm", "true").returncode:
        return "no namespaces: this needs CAP_SYS_ADMIN"
    return None if works("programs", "xdp") else "bpf(2) is not allowed here"


SKEP, COUNT, WIDE, WALK, PROBED = (os.path.abspath(path) for path in sys.argv[1:6])
if "inside" not in sys.argv:
    why = reason_to_skip()
    if why:
        print(f"ok 1 - skep attach # SKIP {why}\n1..1")
        sys.exit(0)
    os.execvp("unshare", ["unshare", "-nm", sys.executable, os.path.abspath(__file__), SKEP, COUNT, WIDE, WALK, PROBED,
                          "inside", *sys.argv[6:]])
inside()
sys.exit(report.end())

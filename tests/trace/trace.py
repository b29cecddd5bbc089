#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep trace beside known workloads: a process of the test's own makes a prime number of events,
while another one makes as many that are not wanted; exactly the first ones must be told.

usage: tests/trace/trace.py SKEP OBJECT...
"""
import collections
import ctypes
import errno
import fcntl
import json
import mmap
import os
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

SKEP, OBJECTS = sys.argv[1], sys.argv[2:]
N = 103
NAP = 0.002
PATIENCE = 60  # seconds for what is told at once
report = Report()


def equal(name, got, wanted):
    report(got == wanted, name, f"got {got}, wanted {wanted}")


class Cgroup:
    """A cgroup of the test's own, two levels below the root."""

    def __init__(self):
        mounts = [line.split()[1] for line in open("/proc/mounts") if line.split()[2] == "cgroup2"]
        self.top = os.path.join(mounts[0], f"skep-trace-{os.getpid()}") if mounts else None
        self.path = self.top and os.path.join(self.top, "inner")

    def __enter__(self):
        if self.path:
            os.makedirs(self.path)
        return self

    def enter(self):
        with open(os.path.join(self.path, "cgroup.procs"), "w", encoding="ascii") as file:
            file.write("0")

    def __exit__(self, *_):
        if self.path:
            os.rmdir(self.path)
            os.rmdir(self.top)


def perf_faults(pid, without):
    """A counter of a process's page faults; without: bits of struct perf_event_attr."""
    attr = struct.pack("IIQQQQQ", 1, 64, 2, 0, 0, 0, without).ljust(64, b"\0")
    fd = ctypes.CDLL(None, use_errno=True).syscall(298, attr, pid, -1, -1, 8)
    if fd < 0:
        raise OSError(ctypes.get_errno(), "perf_event_open")
    return fd


class Worker:
    """A process that works when it is told to, and then waits until it may end."""

    def __init__(self, work, cgroup=None):
        told, self.tell = os.pipe()
        self.told, tell = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.tell)
            if cgroup:
                cgroup.enter()
            os.write(tell, b"r")
            os.read(told, 1)
            try:
                work()
                os.write(tell, b"d")
                os.read(told, 1)
            finally:
                os._exit(0)
        os.close(told)
        os.close(tell)
        os.read(self.told, 1)
        self.wait_asleep()

    def wait_asleep(self):
        """Until it has left its processor: the state in stat changes before, this file waits for the switch."""
        while open(f"/proc/{self.pid}/syscall", encoding="ascii").read().startswith("running"):
            time.sleep(0.001)

    def arrivals(self):
        """As often as it left a processor, since it sleeps."""
        status = open(f"/proc/{self.pid}/status", encoding="ascii").read()
        return sum(map(int, re.findall(r"voluntary_ctxt_switches:\s*(\d+)", status)))

    def faults(self):
        """By counters of perf, which Linux counts where a fault comes in, as the tool does: of the program's own
        instructions, and of the kernel's but for those that may not be handled."""
        if not hasattr(self, "counters"):
            self.counters = {"user": perf_faults(self.pid, 1 << 5), "kernel": perf_faults(self.pid, 1 << 4)}
        return collections.Counter({name: int.from_bytes(os.read(fd, 8), sys.byteorder)
                                    for name, fd in self.counters.items()})

    def work(self):
        os.write(self.tell, b"g")
        assert os.read(self.told, 1) == b"d", "the work failed"
        self.wait_asleep()

    def end(self):
        os.write(self.tell, b"e")  # not by closing: later processes have the pipe, too
        os.close(self.tell)
        os.close(self.told)
        os.waitpid(self.pid, 0)


def trace(tool, work, cgroup=None, look=None, only=None, more=(), other=None, may_lose=False):
    """Objects that a tool tells of a worker; what `look` says of the worker grew by; seconds. Where the kernel may
    call no programs for some of its events, trace.lost is how many it says that were."""
    worker, decoy = Worker(work, cgroup), Worker(other or work)
    if not only:
        only = ["-c", cgroup.path] if cgroup else ["-p", str(worker.pid)]
    skep = subprocess.Popen([SKEP, "trace", tool, "-j", *only, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True)
    line = skep.stderr.readline()
    if f"skep trace {tool}: by " not in line:
        print(f"# {line}")
    before = look(worker) if look else 0
    begin = time.monotonic()
    worker.work()
    seconds = time.monotonic() - begin
    grown = look(worker) - before if look else 0
    decoy.work()
    skep.send_signal(signal.SIGINT)
    out, talk = skep.communicate(timeout=60)
    worker.end()
    decoy.end()
    rows = [json.loads(line) for line in out.splitlines()]
    trace.lost = rows.pop()["lost"] if may_lose and rows and "lost" in rows[-1] else 0
    equal(f"{tool}: ends well, nothing lost" + " that is not told" * may_lose, (skep.returncode, talk),
          (0, f"{trace.lost} events were lost\n" if trace.lost else ""))
    return rows, grown, seconds


def equal_but_lost(name, got, wanted):
    """Two lists of events in their order: but for the ones that were lost, as many as are told, they are the same."""
    rest = iter(wanted)
    report(all(event in rest for event in got) and len(got) + trace.lost >= len(wanted), name,
           f"{trace.lost} lost, got {got}, wanted {wanted}")


def own_network():
    """Not os.unshare: that is of Python 3.12."""
    if ctypes.CDLL(None, use_errno=True).unshare(0x40000000):
        raise OSError(ctypes.get_errno(), "unshare")
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)


def test_execs(cgroup):
    def work():
        for i in range(N):
            subprocess.run(["/bin/sh", "-c", f"exit {i % 5}"])
        subprocess.run(["/bin/sh", "-c", "kill -9 $$"])

    rows, _, seconds = trace("execs", work, cgroup)
    execs = [row for row in rows if row["event"] == "exec"]
    ends = [row for row in rows if row["event"] == "end"]
    equal("execs: all arguments, in their order", [row["arguments"] for row in execs],
          [f"/bin/sh -c 'exit {i % 5}'" for i in range(N)] + ["/bin/sh -c 'kill -9 $$'"])
    equal("execs: all statuses", [row["status"] for row in ends], [str(i % 5) for i in range(N)] + ["SIGKILL"])
    report(0 < sum(row["lifetime_ns"] for row in ends) < seconds * 1e9, "execs: they lived one after the other",
           f"{sum(row['lifetime_ns'] for row in ends)} ns in {seconds} s")


def test_opens(_):
    def work():
        for i in range(N):
            try:
                os.open(f"/nonexistent/{i}", os.O_WRONLY | os.O_APPEND)
            except FileNotFoundError:
                os.close(os.open("/dev/null", os.O_RDONLY))

    rows, _, _ = trace("opens", work)
    missing = [row for row in rows if row["path"].startswith("/nonexistent/")]
    equal("opens: all paths", [row["path"] for row in missing], [f"/nonexistent/{i}" for i in range(N)])
    equal("opens: errors", {row["result"] for row in missing}, {-errno.ENOENT})
    equal("opens: flags", {row["flags"] for row in missing}, {"WRONLY|APPEND|CLOEXEC"})
    found = [row for row in rows if row["path"] == "/dev/null"]
    equal("opens: those that are opened", (len(found), all(row["result"] > 2 for row in found)), (N, True))


def test_soon():
    """One event alone is told while the tool goes on: nothing has to fill up, nobody has to end it."""
    opens = Worker(lambda: os.open("/dev/null", os.O_RDONLY))
    skep = subprocess.Popen([SKEP, "trace", "opens", "-j", "-p", str(opens.pid)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)
    skep.stderr.readline()
    opens.work()
    told = select.select([skep.stdout], [], [], PATIENCE)[0]
    report(told and b"/dev/null" in skep.stdout.readline(), "soon: one event is told while the tool runs")
    skep.send_signal(signal.SIGINT)
    skep.communicate(timeout=60)
    opens.end()


def test_flood(_):
    """More events than there is room for: each is told, or told as lost."""
    many = 30011

    def work():
        for _ in range(many):
            os.close(os.open("/dev/null", os.O_RDONLY))

    rows, _, _ = trace("opens", work, may_lose=True)
    equal("flood: told or lost", sum(row["path"] == "/dev/null" for row in rows) + trace.lost, many)


def test_syscalls(_):
    def work():
        for _ in range(N):
            time.sleep(NAP)
            try:
                os.rmdir("/nonexistent")
            except FileNotFoundError:
                os.getpgid(0)

    rows, _, seconds = trace("syscalls", work)
    calls = {row["call"]: row for row in rows}
    counts = {name: (calls[name]["count"], calls[name]["errors"]) for name in ("rmdir", "getpgid", "clock_nanosleep")}
    equal("syscalls: counts and errors", counts,
          {"rmdir": (N, N), "getpgid": (N, 0), "clock_nanosleep": (N, 0)})
    nap = calls["clock_nanosleep"]
    report(N * NAP * 1e9 <= nap["total_ns"] < seconds * 1e9, "syscalls: time, by the clock of the test",
           f"{nap['total_ns']} ns in {seconds} s")
    equal("syscalls: the histogram has them all", sum(slot["count"] for slot in nap["histogram"]), N)
    report(min(slot["to"] for slot in nap["histogram"]) >= NAP * 1e9, "syscalls: no nap is too short", str(nap))


def test_signals(_):
    def work():
        signal.signal(signal.SIGUSR2, signal.SIG_IGN)
        for _ in range(N):
            os.kill(os.getpid(), signal.SIGUSR2)

    rows, _, _ = trace("signals", work)
    sent = [row for row in rows if row["signal"] == "SIGUSR2"]
    equal("signals: count", len(sent), N)
    equal("signals: fate, from and to", {(row["fate"], row["pid"] == row["to"]) for row in sent}, {("ignored", True)})


def talk_to_self(size):
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as one:
        other, _ = server.accept()
        one.sendall(b"x" * size)
        one.close()
        while other.recv(4096):
            pass
        other.close()


def test_tcplife(cgroup):
    def work():
        own_network()
        for i in range(N):
            talk_to_self(i + 1)

    rows, _, seconds = trace("tcplife", work, cgroup)
    active = [row for row in rows if row["by"] == "connect"]
    passive = [row for row in rows if row["by"] == "accept"]
    equal("tcplife: bytes sent", [row["sent_bytes"] for row in active], [i + 1 for i in range(N)])
    equal("tcplife: bytes received", [row["received_bytes"] for row in passive], [i + 1 for i in range(N)])
    equal("tcplife: a connection has two ends", sorted((row["local"], row["remote"]) for row in active),
          sorted((row["remote"], row["local"]) for row in passive))
    report(sum(row["lifetime_ns"] for row in active) < seconds * 1e9, "tcplife: one after the other",
           f"{sum(row['lifetime_ns'] for row in active)} ns in {seconds} s")


def test_conns(_):
    few = 13

    def work():
        own_network()
        for _ in range(N):
            with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
                time.sleep(NAP)
                server.accept()[0].close()
            with socket.socket() as one:
                one.connect_ex(("127.0.0.1", 1))
        for _ in range(few):
            with socket.socket() as one:  # told when the answer comes, not a second time by connect(2)
                one.setblocking(False)
                one.connect_ex(("127.0.0.1", 1))
                one.connect_ex(("127.0.0.1", 1))
            with socket.socket() as one:
                one.connect_ex(("192.0.2.1", 7))
        with open("/proc/sys/net/ipv4/ip_local_port_range", "w", encoding="ascii") as file:
            file.write("61000 61000")
        with socket.create_server(("127.0.0.1", 7)), socket.create_connection(("127.0.0.1", 7)):
            for _ in range(few):
                with socket.socket() as one:
                    one.connect_ex(("127.0.0.1", 7))

    rows, _, seconds = trace("conns", work)
    counts = collections.Counter((row["by"], row["result"]) for row in rows)
    equal("conns: made, refused, accepted", counts,
          {("connect", 0): N + 1, ("connect", -errno.ECONNREFUSED): N + few, ("accept", 0): N,
           ("connect", -errno.ENETUNREACH): few, ("connect", -errno.EADDRNOTAVAIL): few})
    equal("conns: to where", collections.Counter(row["remote"].rpartition(":")[2] for row in rows
                                                 if row["result"]), {"1": N + few, "7": 2 * few})
    waits = [row["latency_ns"] for row in rows if row["by"] == "accept"]
    report(min(waits) >= NAP * 1e9 and sum(waits) < seconds * 1e9, "conns: waits for accept, by the clock of the test",
           f"{waits} in {seconds} s")
    made = [row for row in rows if row["by"] == "connect" and row["result"] == 0]
    report(0 < sum(row["latency_ns"] for row in made) < seconds * 1e9, "conns: one after the other", str(made))
    report(all(0 < row["rtt_ns"] <= row["latency_ns"] + 1000 for row in made), "conns: the handshake is a part", str(made))
    equal("conns: a connection has two ends", sorted((row["local"], row["remote"]) for row in made[:N]),
          sorted((row["remote"], row["local"]) for row in rows if row["by"] == "accept"))


class Network:
    """A network namespace of the test's own, which lives as long as its process."""

    def __enter__(self):
        told, tell = os.pipe()
        hold, self.end = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.end)
            own_network()
            os.write(tell, b"r")
            os.read(hold, 1)
            os._exit(0)
        os.close(tell)
        os.close(hold)
        assert os.read(told, 1) == b"r"
        os.close(told)
        self.path = f"/proc/{self.pid}/ns/net"
        self.only = ["-n", str(self.pid)]
        return self

    def enter(self):
        with open(self.path, encoding="ascii") as file:
            if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), 0x40000000):
                raise OSError(ctypes.get_errno(), "setns")

    def __exit__(self, *_):
        os.close(self.end)
        os.waitpid(self.pid, 0)


def trace_network(tool, work, more=(), look=None, may_lose=False):
    """As trace(), of a network namespace in which the worker works; another one does so in another."""
    with Network() as network:
        def there():
            network.enter()
            work()

        def elsewhere():
            own_network()
            work()

        return trace(tool, there, only=network.only, more=more, look=look, other=elsewhere, may_lose=may_lose)


def test_tcpstates(_):
    def work():
        for _ in range(N):
            talk_to_self(1)

    rows, _, seconds = trace_network("tcpstates", work, may_lose=True)
    changes = collections.Counter((row["from"], row["to"]) for row in rows)
    ways = ["CLOSE LISTEN CLOSE", "CLOSE SYN_SENT ESTABLISHED FIN_WAIT1 FIN_WAIT2 CLOSE",
            "LISTEN SYN_RECV ESTABLISHED CLOSE_WAIT LAST_ACK CLOSE"]
    steps = [step for way in ways for step in zip(way.split(), way.split()[1:])]
    wanted = collections.Counter({step: N for step in steps})
    equal("tcpstates: each way, each step", changes if trace.lost == 0 else changes - wanted,
          wanted if trace.lost == 0 else collections.Counter())
    lasted = sum(row["lasted_ns"] for row in rows if row["from"] == "SYN_SENT")
    report(0 < lasted < seconds * 1e9, "tcpstates: one after the other", f"{lasted} ns in {seconds} s")


def test_retrans(_):
    def work():
        with open("/proc/sys/net/ipv4/tcp_syn_linear_timeouts", "w", encoding="ascii") as file:
            file.write("0")
        with socket.socket() as server, socket.socket() as fills:
            server.bind(("127.0.0.1", 0))
            server.listen(0)
            fills.connect(server.getsockname())
            asking = [socket.socket() for _ in range(N)]
            for one in asking:
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_SYNCNT, 1)
                one.setblocking(False)
                one.connect_ex(server.getsockname())
            for one in asking:
                select.select([], [one], [])
                one.close()

    rows, _, _ = trace_network("retrans", work, may_lose=True)
    equal("retrans: each SYN once more", {(row["what"], row["state"], row["why"]) for row in rows},
          {("segment", "SYN_SENT", "timeout")} if rows else set())
    equal("retrans: with what was lost, all", (len(rows) + trace.lost, len({row["local"] for row in rows})), (N, len(rows)))


def test_resets(_):
    def work():
        for _ in range(N):
            with socket.socket() as one:
                one.connect_ex(("127.0.0.1", 9))
            with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as one:
                other, _ = server.accept()
                one.sendall(b"unread")
                other.recv(1)
                other.close()

    rows, _, _ = trace_network("resets", work)
    equal("resets: sent and received, why",
          collections.Counter((row["reset"], row["state"], row.get("reason")) for row in rows),
          {("sent", "0", "NO_SOCKET"): N, ("received", "SYN_SENT", None): N,
           ("sent", "CLOSE", "TCP_ABORT_ON_CLOSE"): N, ("received", "ESTABLISHED", None): N})
    sent = sorted((row["local"], row["remote"]) for row in rows if row["reset"] == "sent")
    equal("resets: a connection has two ends", sent,
          sorted((row["remote"], row["local"]) for row in rows if row["reset"] == "received"))


def test_drops(_):
    def work():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, \
                socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as six:
            for i in range(N):
                one.sendto(b"x" * i, ("127.0.0.1", 9))
                six.sendto(b"x" * i, ("::1", 9))

    rows, _, _ = trace_network("drops", work)
    rows = [row for row in rows if row["protocol"] == "UDP"]
    equal("drops: nobody listens", collections.Counter((row["destination"], row["reason"], row["interface"])
                                                       for row in rows),
          {("127.0.0.1:9", "NO_SOCKET", "lo"): N, ("[::1]:9", "NO_SOCKET", "lo"): N})
    equal("drops: where", {re.sub(r"\+.*", "", row["where"]) for row in rows}, {"__udp4_lib_rcv", "__udp6_lib_rcv"})
    equal("drops: lengths grow by one",
          [sorted(row["bytes"] for row in rows if row["destination"] == to) for to in ("127.0.0.1:9", "[::1]:9")],
          [list(range(at, at + N)) for at in (rows[0]["bytes"], rows[1]["bytes"])])


def test_drops_stacks(_):
    """The way to where a datagram without a receiver goes, through functions that do not end in a call of the next."""
    def work():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            for _ in range(N):
                one.sendto(b"x", ("127.0.0.1", 9))

    rows, _, _ = trace_network("drops", work, more=["--stacks"])
    rows = [row for row in rows if row["protocol"] == "UDP"]
    equal("drops: all have a stack", (len(rows), all(row["stack"] for row in rows)), (N, True))
    for function in "__udp4_lib_rcv", "process_backlog", "net_rx_action":
        equal(f"drops: the way leads through {function}",
              sum(any(name.startswith(function) for name in row["stack"]) for row in rows), N)


def ways_of(more):
    """The way of each packet of a workload: its points, where its bytes go."""
    def work():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as here, \
                socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as six, \
                socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as there:
            there.bind(("127.0.0.1", 7777))
            for i in range(N):
                here.sendto(b"x" * i, ("127.0.0.1", 7777))
                there.recv(4096)
                here.sendto(b"x" * i, ("127.0.0.1", 9))
                six.sendto(b"x" * i, ("::1", 9))
                here.sendto(b"same", ("127.0.0.1", 7777))
                there.recv(4096)
            talk_to_self(1)

    rows, _, seconds = trace_network("pktpath", work, more=more)
    ways = collections.defaultdict(list)
    for row in rows:
        ways[row["packet"]].append(row)
    for way in ways.values():
        way.sort(key=lambda row: row["time_ns"])
    for way in ways.values():
        if any(row["at_ns"] > seconds * 1e9 for row in way):
            report(False, "pktpath: times, by the clock of the test", str(way))
    return collections.Counter((way[0]["destination"], " ".join(row["point"] for row in way), way[-1].get("reason"))
                               for way in ways.values() if way[0]["protocol"] == "UDP")


def test_pktpath(_):
    heard = ("127.0.0.1:7777", "queue start netif_rx sent receive", None)
    unheard = ("127.0.0.1:9", "queue start netif_rx sent receive drop", "NO_SOCKET")
    unheard6 = ("[::1]:9", "queue start netif_rx sent receive drop", "NO_SOCKET")

    def sorted_points(ways):
        """`sent` comes when the driver returns: on another processor the packet may be further by then.
        Linux 6.18 frees what UDP sockets have read without a tracepoint, others have `done` there."""
        known = collections.Counter()
        for (to, points, reason), count in ways.items():
            words = points.split()
            words.remove("sent")
            if to == "127.0.0.1:7777" and words[-1] == "done":
                words.pop()
            known[(to, " ".join(words[:3] + ["sent"] + words[3:]), reason)] += count
        return known

    for text, wanted in [
            ("udp dst port 7777", {heard: 2 * N}),
            ("ip6 and udp", {unheard6: N}),
            ("udp and not port 7777", {unheard: N, unheard6: N}),
            ("ip and udp[4:2] >= 8 + 100", {heard: 3, unheard: 3}),
            ("greater 143 and ip", {heard: 2, unheard: 2}),
            ("udp[107] == 120 and ip", {heard: 3, unheard: 3})]:
        equal(f"pktpath: {text}", sorted_points(ways_of(["-f", text])), wanted)


def naps():
    for _ in range(N):
        time.sleep(NAP)


def switches(tool, early):
    """Rows of a run, and its seconds: as many switches as the kernel itself counts."""
    rows, arrivals, seconds = trace(tool, naps, look=Worker.arrivals)
    counted = sum(row["count"] for row in rows)
    report(arrivals >= N, f"{tool}: it worked", str(arrivals))
    equal(f"{tool}: as often as it came to a processor", counted, arrivals - early)
    equal(f"{tool}: the histogram has them all",
          sum(slot["count"] for row in rows for slot in row["histogram"]), counted)
    return rows, seconds


class Loop:
    """A block device of the test's own over a file."""

    def __enter__(self):
        self.file = tempfile.NamedTemporaryFile(prefix="skep-trace-")
        self.file.truncate(N * 4096)
        done = subprocess.run(["losetup", "--find", "--show", self.file.name], capture_output=True, text=True)
        self.path = done.stdout.strip()
        self.name = os.path.basename(self.path)
        return self

    def __exit__(self, *_):
        if self.path:
            subprocess.run(["losetup", "--detach", self.path], check=True)
        self.file.close()

    def work(self):
        """Each block is read, written, and read in pairs, past the page cache."""
        device = os.open(self.path, os.O_RDWR | os.O_DIRECT)
        block = mmap.mmap(-1, 8192)
        for i in range(N):
            os.preadv(device, [memoryview(block)[:4096]], i * 4096)
        for i in range(N):
            os.pwritev(device, [memoryview(block)[:4096]], i * 4096)
        for i in range(N // 2):
            os.preadv(device, [block], i * 8192)
        os.close(device)


def test_biosnoop(_):
    with Loop() as loop:
        if not loop.path:
            report.skip("biosnoop", "no loop device is to be had")
            return
        rows, _, seconds = trace("biosnoop", loop.work, may_lose=True)
        rows = [row for row in rows if row["disk"] == loop.name]
        equal_but_lost("biosnoop: each block, in their order",
              [(row["operation"], row["sector"], row["bytes"], row["result"]) for row in rows],
              [("read", i * 8, 4096, "0") for i in range(N)] + [("write", i * 8, 4096, "0") for i in range(N)] +
              [("read", i * 16, 8192, "0") for i in range(N // 2)])
        report(all(row["queue_ns"] <= row["latency_ns"] for row in rows), "biosnoop: the queue is a part", str(rows))
        report(0 < sum(row["latency_ns"] for row in rows) < seconds * 1e9, "biosnoop: one after the other",
               f"{sum(row['latency_ns'] for row in rows)} ns in {seconds} s")


def test_biolat(_):
    with Loop() as loop:
        if not loop.path:
            report.skip("biolat", "no loop device is to be had")
            return
        rows, _, seconds = trace("biolat", loop.work, may_lose=True)
        rows = {row["operation"]: row for row in rows if row["disk"] == loop.name}
        reads, writes = rows["read"]["count"], rows["write"]["count"]
        report(reads <= N + N // 2 and writes <= N and reads + writes + trace.lost >= 2 * N + N // 2,
               "biolat: with what was lost, all", f"{trace.lost} {rows}")
        equal("biolat: errors", {row["errors"] for row in rows.values()}, {0})
        equal("biolat: the histogram has them all", sum(slot["count"] for slot in rows["read"]["histogram"]), reads)
        report(sum(row["total_us"] for row in rows.values()) < seconds * 1e6, "biolat: one after the other", str(rows))


def test_runqlat(_):
    switches("runqlat", 0)


def test_offcpu(_):
    rows, seconds = switches("offcpu", 1)  # the sleep that had begun before
    slept = sum(row["total_us"] for row in rows if row["state"] == "sleeps")
    report(N * NAP * 1e6 - N <= slept < seconds * 1e6, "offcpu: time, by the clock of the test",
           f"{slept} us in {seconds} s")


def test_faults(_):
    def work():
        sums = 0
        zero = os.open("/dev/zero", os.O_RDONLY)
        for touch in range(3):
            memory = mmap.mmap(-1, N * mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
            memory.madvise(mmap.MADV_NOHUGEPAGE)
            for at in range(0, N * mmap.PAGESIZE, mmap.PAGESIZE):
                if touch == 0:
                    memory[at] = 1
                elif touch == 1:
                    sums += memory[at]
                else:
                    os.preadv(zero, [memoryview(memory)[at:at + 1]], 0)

    rows, faults, _ = trace("faults", work, look=Worker.faults)
    user = sum(row["count"] for row in rows if not row["by"].startswith("kernel"))
    kernel = sum(row["count"] for row in rows if row["by"].startswith("kernel"))
    equal("faults: as many of the program as the kernel counts", user, faults["user"])
    # those that are not handled, as of other tools' reads of its memory, are not in the kernel's count
    report(N <= faults["kernel"] <= kernel, "faults: of the kernel, as many at least", f"{faults}: {rows}")
    for by in "write", "read", "kernel write":
        report(sum(row["count"] for row in rows if row["by"] == by) >= N, f"faults: by {by}", str(rows))


def sleeps_reading(pid, pipe):
    """Whether it sleeps until there is more: one that is woken, but not on a processor yet, looks as if it slept, with
    its byte still there."""
    left = int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)
    number = {"x86_64": "0", "aarch64": "63"}[os.uname().machine]
    return not left and open(f"/proc/{pid}/syscall", encoding="ascii").read().split()[0] == number


def test_wakeups(_):
    def work():
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            with open("/proc/self/comm", "w", encoding="ascii") as comm:
                comm.write("skep-sleeper")
            for _ in range(N):
                os.read(told, 1)
            os._exit(0)
        for _ in range(N):
            while not sleeps_reading(child, told):
                pass
            os.write(tell, b"w")
        os.waitpid(child, 0)

    rows, _, _ = trace("wakeups", work, may_lose=True)
    report(sum(row["count"] for row in rows if row["comm"] == "skep-sleeper") == N, "wakeups: of a process that slept",
           str(rows))


def interrupts():
    """What the kernel counted: all softirqs and interrupts with a number, and the latter by that."""
    stat = open("/proc/stat", encoding="ascii").read()
    both = int(re.search(r"^softirq (\d+)", stat, re.M)[1]) + \
        sum(map(int, re.search(r"^intr \d+(.*)", stat, re.M)[1].split()))
    lines = [line.split() for line in open("/proc/interrupts", encoding="ascii").read().splitlines()]
    hard = {int(line[0][:-1]): sum(map(int, line[1:1 + len(lines[0])])) for line in lines[1:] if line[0][:-1].isdigit()}
    return both, hard


def test_irqs(_):
    def work():
        own_network()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            for _ in range(N):
                one.sendto(b"skep", ("127.0.0.1", 9))

    rows, _, seconds = trace("irqs", work)
    received = sum(row["count"] for row in rows if (row["kind"], row["name"]) == ("soft", "NET_RX"))
    # an interrupt that comes meanwhile may bring a packet of somebody else's
    report(N <= received < 2 * N, "irqs: each packet to oneself is received in a softirq", str(rows))
    report(0 < sum(row["total_ns"] for row in rows) < seconds * 1e9, "irqs: one after the other", str(rows))

    before = interrupts()
    skep = subprocess.Popen([SKEP, "trace", "irqs", "-j"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    skep.stderr.readline()
    begun = interrupts()
    worker = Worker(work)
    worker.work()
    worker.end()
    ending = interrupts()
    skep.send_signal(signal.SIGINT)
    rows = [json.loads(line) for line in skep.communicate(timeout=60)[0].splitlines()]
    after = interrupts()
    both = sum(row.get("lost", 0) or row["count"] for row in rows)
    # one of each kind may be under way on each processor when the tool ends; each driver that shares one has a row
    hard = [row["irq"] for row in rows if row.get("kind") == "hard"]
    most = after[0] - before[0] if len(hard) == len(set(hard)) else float("inf")
    report(ending[0] - begun[0] - 2 * os.cpu_count() <= both <= most,
           "irqs: with what was lost, as many as the kernel counts",
           f"{both}: {before[0]} {begun[0]} {ending[0]} {after[0]}")
    more = [row for row in rows if row.get("kind") == "hard" and
            row["count"] > after[1].get(row["irq"], 0) - before[1].get(row["irq"], 0)]
    equal("irqs: no more interrupts than the kernel counts", more, [])


def test_pagecache(_):
    def work():
        fd = os.open("/var/tmp", os.O_TMPFILE | os.O_RDWR)
        for i in range(N):
            os.pwrite(fd, b"skep", i << 20)
        os.close(fd)

    rows, _, _ = trace("pagecache", work)
    equal("pagecache: pages of a file that has gone", sum(row["count"] for row in rows if row["event"] == "removed"), N)


def test_locks(_):
    def work():
        libc = ctypes.CDLL(None)
        word, nap = ctypes.c_uint32(0), (ctypes.c_long * 2)(0, int(NAP * 1e9))
        number = {"x86_64": 202, "aarch64": 98}[os.uname().machine]
        for _ in range(N):
            libc.syscall(number, ctypes.byref(word), 128, 0, nap, None, 0)

    rows, _, seconds = trace("locks", work)
    waits = [row for row in rows if row["lock"] == "futex"]
    equal("locks: waits for a futex", sum(row["count"] for row in waits), N)
    report(N * NAP * 1e9 <= sum(row["total_ns"] for row in waits) < seconds * 1e9,
           "locks: time, by the clock of the test", str(waits))


def test_linear(_):
    """Lines of 2 ms: naps of 2 ms are in the second or later, all of them, and none before."""
    rows, _, _ = trace("syscalls", naps, more=["--linear", "2000000"])
    slots = next(row["histogram"] for row in rows if row["call"] == "clock_nanosleep")
    equal("linear: all of them", sum(slot["count"] for slot in slots), N)
    report(all(slot["from"] % 2000000 == 0 and slot["from"] >= NAP * 1e9 and slot.get("to", slot["from"] + 1999999) ==
               slot["from"] + 1999999 for slot in slots), "linear: lines of one width", str(slots))
    rows, _, _ = trace("syscalls", naps, more=["--linear", "1"])
    slots = next(row["histogram"] for row in rows if row["call"] == "clock_nanosleep")
    equal("linear: what is too large is in the last line", slots, [{"from": 47, "count": N}])
    for words in ["faults", "--linear", "7"], ["runqlat", "--heat", "--linear", "7"], ["runqlat", "--linear", "4294967296"]:
        equal(f"linear: not {' '.join(words)}", subprocess.run([SKEP, "trace", *words], capture_output=True).returncode, 2)


def test_heat():
    """A line an interval; calls that sleep are as long as that, and nothing shorter is shown."""
    napping = subprocess.Popen([sys.executable, "-c", "import time\nwhile True: time.sleep(0.2)"])
    try:
        while "libc.so.6" not in open(f"/proc/{napping.pid}/maps", encoding="ascii").read():
            time.sleep(0.01)
        done = subprocess.run([SKEP, "trace", "funclat", "--heat", "-p", str(napping.pid), "libc.so.6:clock_nanosleep",
                               "1", "3"], capture_output=True, text=True)
    finally:
        napping.kill()
        napping.wait()
    lines = done.stdout.splitlines()
    equal("heat: heads and a line an interval", (done.returncode, len(lines), lines[0].split()[:4]),
          (0, 4, ["nsecs", "1", "16", "256"]))
    equal("heat: no call is too short", {line[16:16 + 27].strip() for line in lines[1:]}, {""})
    report("@" in done.stdout, "heat: there are calls", done.stdout)
    equal("heat: of counts", subprocess.run([SKEP, "trace", "faults", "--heat"], capture_output=True).returncode, 2)


def test_budget():
    """A tool that costs more than it may ends by itself; one that does not, goes on."""
    calls = subprocess.Popen([sys.executable, "-c", "import os\nwhile True: os.getppid()"])
    try:
        done = subprocess.run([SKEP, "trace", "syscalls", "-j", "-p", str(calls.pid), "--budget", "0.0001%"],
                              capture_output=True, text=True)
        equal("budget: it is said", "detached: its programs took " in done.stderr, True)
        equal("budget: ends well", (done.returncode, '"spent_percent"' in done.stdout), (0, True))
        done = subprocess.run([SKEP, "trace", "syscalls", "-j", "-p", str(calls.pid), "--budget", "10000", "2", "1"],
                              capture_output=True, text=True)
        equal("budget: kept", (done.returncode, '"spent_percent"' in done.stdout), (0, False))
    finally:
        calls.kill()
        calls.wait()
    equal("budget: none", subprocess.run([SKEP, "trace", "opens", "--budget", "much"], capture_output=True).returncode, 2)


def test_words():
    def run(*words):
        done = subprocess.run([SKEP, "trace", *words], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    tools = [line.split()[0] for line in run("--list")[1].splitlines()]
    equal("every tool has its programs", sorted(tools), sorted(os.path.basename(o).split(".")[0] for o in OBJECTS))
    equal("no tool", run()[0], 2)
    equal("an unknown one", run("open")[0::2], (2, "skep: there is no tool 'open': perhaps opens\n"))
    equal("an interval of 0", run("opens", "0")[0], 2)
    equal("a cgroup that is none", run("opens", "-c", "/proc")[0::2],
          (2, "skep: /proc is not a folder of cgroup2: mount -t cgroup2 tells where it is mounted\n"))
    return tools


def test_selftest(tool):
    done = subprocess.run([SKEP, "trace", "--selftest", tool], capture_output=True, text=True)
    counts = re.search(r"[1-9]\d* events made, [1-9]\d* counted, \d+ lost", done.stdout)
    report(done.returncode == 0 and counts, f"{tool}: selftest", done.stdout + done.stderr)


def mechanisms():
    """Of rungs.def, as their names and the sections of their programs."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../src/trace/rungs.def")
    return re.findall(r'^RUNG\((\w+), *"([\w/]+)"', open(path, encoding="utf8").read(), re.M)


def test_mechanisms(path):
    """Each mechanism that a tool has programs for counts right, or the kernel's reason is told; the best one is named."""
    tool = os.path.basename(path).split(".")[0]
    sections = re.findall(rb"(?:tp_btf/|raw_tp/|tp/|u(?:ret)?probe|perf_event)[\w/]*", open(path, "rb").read())
    for via, section in mechanisms():
        done = subprocess.run([SKEP, "trace", "--selftest", tool, "--via", via], capture_output=True, text=True)
        if not any(name.startswith(section.encode()) for name in sections):
            equal(f"{tool}: not by {via}", done.returncode, 1)
        elif done.returncode == 3:
            report(len(done.stderr.split(": ")) > 2, f"{tool}: by {via}: refused with a cause", done.stderr)
        else:
            report(done.returncode == 0, f"{tool}: by {via}: selftest", done.stdout + done.stderr)


def own_tracefs():
    """Where nobody has mounted it, plain tracepoints are tried in a mount namespace of our own."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not os.path.isdir("/sys/kernel/tracing/events") and not libc.unshare(0x20000) and \
            not libc.mount(b"none", b"/", None, 0x44000, None):
        libc.mount(b"tracefs", b"/sys/kernel/tracing", b"tracefs", 0, None)


def test_verifiers():
    for path in OBJECTS:
        for options in [], ["--linux"]:
            done = subprocess.run([SKEP, "verify", *options, path], capture_output=True, text=True)
            lines = done.stdout.splitlines()
            report(done.returncode == 0 and lines and all(re.fullmatch(r"\w+: accepted.*", line) for line in lines),
                   f"{os.path.basename(path)} is accepted by {'Linux' if options else 'skep'}",
                   done.stdout + done.stderr)


def main():
    if os.geteuid() != 0:
        print("ok 1 - trace # SKIP it needs root\n1..1")
        return 0
    own_tracefs()
    for tool in test_words():
        test_selftest(tool)
    for path in OBJECTS:
        test_mechanisms(path)
    test_verifiers()
    with Cgroup() as cgroup:
        for test in [test_execs, test_opens, test_flood, test_syscalls, test_signals, test_tcplife, test_conns, test_tcpstates,
                     test_retrans, test_resets, test_drops, test_drops_stacks, test_pktpath, test_biosnoop, test_biolat, test_runqlat,
                     test_offcpu, test_faults, test_wakeups, test_irqs, test_pagecache, test_locks, test_linear]:
            if cgroup.path or test not in (test_execs, test_tcplife):
                test(cgroup)
            else:
                report.skip(test.__name__, "cgroup2 is not mounted")
    test_soon()
    test_heat()
    test_budget()
    return report.end()


sys.exit(main())

# SPDX-License-Identifier: BSD-2-Clause
"""What the topology scripts share: hosts that are network namespaces, programs on their interfaces, captures of
what goes by, and the same programs on these captures in user space.

A script runs in namespaces of network, mounts and processes of its own. They end with its first process, however
that ends, and with them every interface, program and process of the demo.

usage of each script: SCRIPT SKEP OBJECTS [--check | --linger]
  OBJECTS   the folder of the compiled examples
  --check   prints TAP
  --linger  attaches its first program, says so, and waits to be killed
"""
import collections
import contextlib
import ctypes
import fcntl
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

PATIENCE = 30  # seconds, for what does not happen
EXAMPLES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {done.returncode}: {done.stderr}")
    return done.stdout


def eventually(what):
    end = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < end:
        time.sleep(0.01)
    return what()


# ---- what came of it

class Report:
    """Lines for readers, or TAP."""

    def __init__(self, check):
        self.check, self.count, self.failed = check, 0, 0

    def figure(self, text):
        print(("# " if self.check else "  ") + text, flush=True)

    def hold(self, held, name, why=""):
        self.count += 1
        self.failed += not held
        if self.check:
            print(f"{'ok' if held else 'not ok'} {self.count} - {name}", flush=True)
        if not held:
            print("\n".join("# " + line for line in [f"failed: {name}", *str(why).splitlines()]), flush=True)

    def same(self, linux, user, name):
        """Counters of the two sides; there must be some."""
        keys = sorted(key for key in {**linux, **user} if linux.get(key) != user.get(key))
        why = "\n".join(f"{key}: Linux {linux.get(key)}, user space {user.get(key)}" for key in keys)
        self.hold(linux and not keys, f"{name}: the same counters in Linux and in user space", why or "no counters")


# ---- hosts

class Host:
    """A network namespace."""

    def __init__(self, name):
        self.name = name
        run("ip", "netns", "add", name)
        with self.inside():
            for path in ("all", "default"):
                with open(f"/proc/sys/net/ipv6/conf/{path}/disable_ipv6", "w",
                          encoding="ascii") as out:
                    out.write("1")
        self.ip("link", "set", "lo", "up")

    def ip(self, *words):
        return run("ip", "-n", self.name, *words)

    @contextlib.contextmanager
    def inside(self):
        """Sockets that this thread makes are the host's."""
        with open("/proc/thread-self/ns/net", "rb") as before, open(f"/run/netns/{self.name}", "rb") as there:
            enter(there)
            try:
                yield
            finally:
                enter(before)

    def command(self, *words):
        return ["ip", "netns", "exec", self.name, *words]

    def sum_itself(self, interface):
        """No checksums are left to the interface: what ethtool -K tx off does."""
        value = ctypes.create_string_buffer(struct.pack("II", 0x17, 0))  # ETHTOOL_STXCSUM
        request = struct.pack("16sP16x", interface.encode(), ctypes.addressof(value))
        with self.inside(), socket.socket() as s:
            fcntl.ioctl(s, 0x8946, request)  # SIOCETHTOOL



def enter(namespace):
    if LIBC.setns(namespace.fileno(), CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


def connect(a, a_name, b, b_name):
    """A cable between two hosts. Packets on it have their checksums, as on a wire."""
    a.ip("link", "add", a_name, "type", "veth", "peer", "name", b_name, "netns", b.name)
    for host, name in ((a, a_name), (b, b_name)):
        host.sum_itself(name)
        host.ip("link", "set", name, "up")


def mac_of(host, interface):
    return json.loads(host.ip("-j", "link", "show", interface))[0]["address"]


def settle(hosts):
    """Waits until no packet has moved for a while."""
    def counts():
        return [[link["stats64"] for link in json.loads(host.ip("-j", "-s", "link"))] for host in hosts]

    before, quiet = counts(), 0
    end = time.monotonic() + PATIENCE
    while quiet < 3 and time.monotonic() < end:
        time.sleep(0.1)
        after = counts()
        quiet = quiet + 1 if after == before else 0
        before = after


# ---- skep

class Attached:
    """skep attach on a host."""

    def __init__(self, host, name, *words):
        self.process = subprocess.Popen([SKEP, "attach", "-j", "--netns", host.name, object_of(name), *words],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = self.process.stderr.readline()
        if not said.startswith("attached"):
            raise SystemExit(said + self.process.stderr.read())

    def stop(self):
        """Detaches; what it counted."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        if self.process.returncode:
            raise SystemExit(err)
        return counters(out)


class Capture:
    """skep filter -w on an interface of a host."""

    def __init__(self, host, interface, *expression):
        self.path = os.path.join(FOLDER, f"{host.name}-{interface}-{len(os.listdir(FOLDER))}.pcap")
        with host.inside():
            self.process = subprocess.Popen([SKEP, "filter", "-i", interface, "-w", self.path, *expression],
                                            stderr=subprocess.PIPE, text=True)
        said = self.process.stderr.readline()
        if not said.startswith("listening"):
            raise SystemExit(said + self.process.stderr.read())

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=PATIENCE)
        if self.process.returncode or "\n0 packets dropped" not in err:
            raise SystemExit(f"{self.path}: {err}")
        return self.path


def object_of(name):
    return os.path.join(OBJECTS, name + ".bpf.o")


def run_here(name, capture, *words):
    """skep run: what it counted."""
    return counters(run(SKEP, "run", "-j", object_of(name), "-r", capture, *words))


def select(capture, *expression):
    """The packets of a capture that an expression selects."""
    path = capture.removesuffix(".pcap") + f"-{len(os.listdir(FOLDER))}.pcap"
    run(SKEP, "filter", "-r", capture, "-w", path, *expression)
    return path


def count_of(capture, *expression):
    return int(run(SKEP, "filter", "-r", capture, "--count", *expression))


def packets_of(capture):
    """The records of a capture file: time, head and bytes."""
    with open(capture, "rb") as file:
        data = file.read()
    at, records = 24, []
    while at < len(data):
        seconds, part, size = struct.unpack_from("=III", data, at)
        records.append(((seconds, part), data[at:at + 16], data[at + 16:at + 16 + size]))
        at += 16 + size
    return data[:24], records


def merge(*captures):
    """One capture of several, in the order of time."""
    files = [packets_of(capture) for capture in captures]
    path = captures[0].removesuffix(".pcap") + f"-{len(os.listdir(FOLDER))}.pcap"
    with open(path, "wb") as out:
        out.write(files[0][0])
        for _, head, data in sorted((r for _, records in files for r in records), key=lambda record: record[0]):
            out.write(head + data)
    return path


def counters(text):
    """Elements of maps, variables and numbers of events, of either side's lines."""
    found = {}
    events = collections.Counter()
    for line in map(json.loads, text.splitlines()):
        if "event" in line:
            data = {name: value for name, value in line["data"].items() if name != "time"}
            events["event " + line["event"] + " " + json.dumps(data, sort_keys=True)] += 1
        elif "key" in line:
            found[f"{line['map']}[{json.dumps(line['key'], sort_keys=True)}]"] = line["value"]
        elif "variable" in line and line["section"] != ".rodata":
            found[line["variable"]] = line["value"]
    return {**found, **events}


def named(found, name):
    """The elements of one map."""
    return {json.loads(key[len(name) + 1:-1]) if key[len(name) + 1] != "{" else key[len(name) + 1:-1]: value
            for key, value in found.items() if key.startswith(name + "[")}


# ---- traffic

class Server:
    """Answers each line with a name, on each connection, until the script ends."""

    def __init__(self, host, address, port, name):
        import threading
        with host.inside():
            self.socket = socket.create_server((address, port), backlog=64)
        self.name = name
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        import threading
        while True:
            connection, _ = self.socket.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection:
            while connection.recv(100):
                connection.sendall(self.name.encode() + b"\n")


def connection_to(host, address, port, source=None):
    with host.inside():
        s = socket.socket()
    s.settimeout(PATIENCE)
    if source:
        s.bind(source)
    s.connect((address, port))
    return s


def ask(connection):
    connection.sendall(b"who\n")
    return connection.recv(100).decode().strip()


def ping(host, address, times, patience=PATIENCE, size=56):
    """How many of so many bytes were answered, without being cut; waits for the last one so many seconds."""
    done = subprocess.run(host.command("ping", "-q", "-i", "0.01", "-c", str(times), "-W", str(patience), "-M", "do", "-s",
                                       str(size), address), capture_output=True, text=True, check=False)
    return int(done.stdout.split(" received")[0].split(",")[-1])


# ---- the beginning

def reason_to_skip():
    for name in ("ip", "ping", "unshare", "bpftool", "iperf3"):
        if not shutil.which(name):
            return f"no {name}: scripts/deps net installs it"
    if subprocess.run(["unshare", "-nmp", "--fork", "true"], capture_output=True, check=False).returncode:
        return "no namespaces: this needs CAP_SYS_ADMIN"
    done = subprocess.run([SKEP, "doctor", "-j", "--section", "attach"], capture_output=True, text=True, check=False)
    works = {line["name"] for line in map(json.loads, done.stdout.splitlines()) if line["state"] == "works"}
    lacking = [name for name in ("xdp native", "xdp generic", "tcx ingress") if name not in works]
    return f"this Linux does not allow {lacking[0]}: skep doctor says why" if lacking else None


def start(title, story, device=None):
    """Runs the story of a script in namespaces of its own: story(report, linger). It may need a kind of devices, said by
    the words of ip link add."""
    check = "--check" in sys.argv
    if "--inside" not in sys.argv:
        why = reason_to_skip()
        if not why and device and subprocess.run(["unshare", "-n", "ip", "link", "add", "tried", "type", *device],
                                                 capture_output=True, check=False).returncode:
            why = f"this Linux makes no {device[0]} device"
        if why:
            print(f"ok 1 - {title} # SKIP {why}\n1..1" if check else f"skipped: {why}")
            sys.exit(0)
        os.execvp("unshare", ["unshare", "-nmp", "--fork", "--kill-child", "--mount-proc", sys.executable, "-B",
                              os.path.abspath(sys.argv[0]), *sys.argv[1:], "--inside"])
    # Names of hosts and files of the demo are this mount namespace's.
    run("mount", "-t", "tmpfs", "none", "/run")
    os.makedirs("/run/netns")
    os.makedirs(FOLDER)
    report = Report(check)
    if not check:
        print(title, flush=True)
    story(report, "--linger" in sys.argv)
    if check:
        print(f"1..{report.count}")
    sys.exit(5 if report.failed else 0)


def linger():
    print("lingers", flush=True)
    time.sleep(1000)


FOLDER = "/run/demo"
if len(sys.argv) < 3:
    raise SystemExit(__doc__.split("usage of each script: ")[-1])
SKEP, OBJECTS = (os.path.abspath(path) for path in sys.argv[1:3])

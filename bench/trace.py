#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep trace beside Debian's libbpf-tools and bpftrace: the tools of a row are attached at the same time and see the
same events; what each tells of them, how long it takes to start, its memory, and what its programs cost an event by
Linux's own BPF statistics. Peers that this kernel does not let run are named with what they say.

With --runs: nanoseconds that one run of each program of each tool takes, while selftests of that tool make its events.

usage: bench/trace.py BUILD [EVENTS | --runs]
"""
import ctypes
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

SKEP = os.path.join(os.path.abspath(sys.argv[1]), "src/skep")
RUNS = sys.argv[2:] == ["--runs"]
EVENTS = int(sys.argv[2]) if len(sys.argv) > 2 and not RUNS else 1009
SELFTESTS = 7
SPIN = 5  # seconds
COMM = b"skep-bench"
PATIENCE = 30  # seconds for a tool to see its first event
libc = ctypes.CDLL(None, use_errno=True)


def opens():
    os.close(os.open("/dev/null", os.O_RDONLY))


def execs():
    subprocess.run(["/bin/true"], check=True)


def signals():
    os.kill(os.getpid(), 0)
    os.kill(os.getpid(), signal.SIGUSR2)


def talks():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as one:
        server.accept()[0].close()
        one.recv(1)


def reads():
    os.preadv(reads.device, [reads.block], 0)


# Tool, what makes an event, what a line of one event matches, peers
ROWS = [
    ("opens", opens, "skep-bench.*/dev/null", [["opensnoop"], ["opensnoop.bt"]]),
    ("execs", execs, "/bin/true", [["execsnoop"], ["execsnoop.bt"]]),
    ("signals", signals, "skep-bench.*(SIGUSR2| 12 )", [["sigsnoop", "-n"], ["killsnoop.bt"]]),
    ("tcplife", talks, "skep-bench.*127", [["tcplife"], ["tcplife.bt"]]),
    ("conns", talks, "skep-bench +connect|skep-bench.*127", [["tcpconnect"], ["tcpconnlat"], ["tcpconnect.bt"]]),
    ("tcpstates", talks, "SYN_SENT +(-> )?ESTABLISHED", [["tcpstates"]]),
    ("biosnoop", reads, "skep-bench +loop", [["biosnoop"], ["biosnoop.bt"]]),
]


class Tool:
    """One that runs, and writes each line to a file at once."""

    def __init__(self, words):
        self.words = words
        self.out = tempfile.NamedTemporaryFile()
        self.begin = time.monotonic()
        lines = [] if words[0] == SKEP else ["stdbuf", "-oL"]  # skep gives out what there is by itself
        self.process = subprocess.Popen([*lines, *words], stdout=self.out, stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL, start_new_session=True)

    def text(self):
        return open(self.out.name, encoding="utf-8", errors="replace").read()

    def count(self, pattern):
        return sum(bool(re.search(pattern, line)) for line in self.text().splitlines())

    def wait(self, make, pattern):
        """Seconds until it tells of an event; None if it ends before, or never does."""
        while self.process.poll() is None and time.monotonic() - self.begin < PATIENCE:
            make()
            if self.count(pattern):
                return time.monotonic() - self.begin
            time.sleep(0.005)
        return None

    def fdinfo(self):
        """Nanoseconds that its programs ran, bytes of its programs and maps in Linux."""
        ran = locked = 0
        folder = f"/proc/{self.process.pid}/fdinfo"
        seen = set()
        for name in os.listdir(folder):
            fields = dict(re.findall(r"^(\w+):\s*(\S+)", open(os.path.join(folder, name), encoding="ascii").read(), re.M))
            key = ("p", fields["prog_id"]) if "prog_tag" in fields else ("m", fields.get("map_id"))
            if key[1] is None or key in seen:
                continue
            seen.add(key)
            ran += int(fields.get("run_time_ns", 0)) if key[0] == "p" else 0
            locked += int(fields.get("memlock", 0))
        return ran, locked

    def resident(self):
        status = open(f"/proc/{self.process.pid}/status", encoding="ascii").read()
        return int(re.search(r"VmHWM:\s*(\d+)", status)[1]) * 1024

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def find(words):
    for folder in "/usr/sbin", "/usr/bin":
        if os.path.exists(os.path.join(folder, words[0])):
            return [os.path.join(folder, words[0]), *words[1:]]
    return None


def last_words(tool):
    lines = [line for line in tool.text().splitlines() if line.strip()]
    return lines[-1][:100] if lines else "it tells nothing"


def measure(skep, make, pattern, peers):
    tools = [Tool([SKEP, "trace", skep])] + [Tool(words) for words in map(find, peers) if words]
    begins = [tool.wait(make, pattern) for tool in tools]
    for tool, begin in zip(tools, begins):
        if begin is None:
            tool.end()
    running = [tool for tool in tools if tool.process.poll() is None]
    time.sleep(0.5)
    before = {tool: (tool.count(pattern), tool.fdinfo()[0]) for tool in running}
    for _ in range(EVENTS):
        make()
    time.sleep(1.5)  # the slowest looks once a second
    first = None
    for tool, begin in zip(tools, begins):
        name = "skep " + skep if tool is tools[0] else os.path.basename(tool.words[0])
        if tool not in running:
            print(f"{skep:10} {name:15} does not run: {last_words(tool)}")
            continue
        ran, locked = tool.fdinfo()
        row = (begin, tool.resident() / 2**20, locked / 2**20, (ran - before[tool][1]) / EVENTS)
        first = first or row
        ratios = " ".join(f"{mine / own:7.2f}" if own else "      -" for own, mine in zip(first, row))
        print(f"{skep:10} {name:15} {tool.count(pattern) - before[tool][0]:7} {row[0]:8.2f} {row[1]:8.1f} {row[2]:8.1f} "
              f"{row[3]:9.0f}  {ratios}")
        sys.stdout.flush()
    for tool in running:
        tool.end()
        lost = [line for line in tool.text().splitlines() if re.search("[Ll]ost", line)]
        if lost:
            print(f"{skep:10} {os.path.basename(tool.words[0])} says: {lost[0]}" + f" ({len(lost)} times)" * (len(lost) > 1))


def programs_of(pid):
    """Name, nanoseconds and runs of each program that a process has."""
    folder = f"/proc/{pid}/fdinfo"
    programs = {}
    for name in os.listdir(folder):
        fields = dict(re.findall(r"^(\w+):\s*(\S+)", open(os.path.join(folder, name), encoding="ascii").read(), re.M))
        if "run_time_ns" in fields:
            programs[fields["prog_id"]] = int(fields["run_time_ns"]), int(fields["run_cnt"])
    for number, (ran, runs) in sorted(programs.items(), key=lambda item: int(item[0])):
        shown = json.loads(subprocess.run(["bpftool", "-j", "prog", "show", "id", number], capture_output=True).stdout)
        yield shown.get("name", number), ran, runs


def measure_runs_of(name, words):
    tool = Tool([SKEP, "trace", name, *words])
    while tool.process.poll() is None and ": by " not in tool.text():
        time.sleep(0.01)
    if tool.process.poll() is not None:
        return
    for _ in range(SELFTESTS):
        subprocess.run([SKEP, "trace", "--selftest", name], capture_output=True)
    end = time.monotonic() + (SPIN if name == "profile" else 0)  # which samples what runs
    while time.monotonic() < end:
        pass
    ran = [(program, f"{ran // runs} ({runs})") for program, ran, runs in programs_of(tool.process.pid) if runs]
    print(f"{' '.join([name, *words]):10}", ", ".join(" ".join(pair) for pair in ran) or last_words(tool))
    sys.stdout.flush()
    tool.end()


def measure_runs():
    print("# programs of each tool by section: ns a run (runs); --stacks: where the tool has them if they are asked for")
    tools = subprocess.run([SKEP, "trace", "--list", "-j"], capture_output=True, text=True, check=True).stdout
    for name in (json.loads(line)["tool"] for line in tools.splitlines()):
        # those on functions have to be told which: what their selftests call
        words = {"funccount": ["libc.so.6:getppid"], "funclat": ["libc.so.6:getppid"],
                 "usdt": [SKEP + ":skep:selftest"]}.get(name, [])
        measure_runs_of(name, words)
        if name != "profile":
            measure_runs_of(name, ["--stacks", *words])


def one_device():
    """A loop device of our own, which goes with its last descriptor."""
    import mmap
    one_device.file = tempfile.NamedTemporaryFile()
    one_device.file.truncate(1 << 20)
    done = subprocess.run(["losetup", "--find", "--show", one_device.file.name], capture_output=True, text=True)
    path = done.stdout.strip()
    if path:
        reads.device = os.open(path, os.O_RDONLY | os.O_DIRECT)
        reads.block = mmap.mmap(-1, 4096)
        subprocess.run(["losetup", "--detach", path], check=True)
    return path


def main():
    if os.geteuid() or not (RUNS or find(["opensnoop"])):
        print("skipped: it needs root, libbpf-tools and bpftrace")
        return
    if libc.unshare(0x40020000) or libc.mount(b"none", b"/", None, 0x44000, None):  # network, mounts; private
        print("skipped: no namespaces")
        return
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    if not os.path.isdir("/sys/kernel/tracing/events"):
        libc.mount(b"tracefs", b"/sys/kernel/tracing", b"tracefs", 0, None)
    libc.prctl(15, COMM, 0, 0, 0)
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    statistics = libc.syscall(321 if os.uname().machine == "x86_64" else 280, 32, ctypes.byref(ctypes.c_uint32(0)), 4)
    if RUNS:
        measure_runs()
        os.close(statistics)
        return
    print(f"# {EVENTS} events; told, seconds to the first event told, MiB resident, MiB in Linux, ns an event in Linux; "
          "ratios of the four to skep's")
    for tool, make, pattern, peers in ROWS:
        if make is not reads or one_device():
            measure(tool, make, pattern, peers)
    os.close(statistics)


main()

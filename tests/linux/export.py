#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep export: what it serves beside what the test itself wrote into maps and ran; a real Prometheus that scrapes
three of them; what is in contrib. Prints TAP.

usage: export.py SKEP METRICS.bpf.o CONTRIB
"""
import atexit
import http.client
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from kernel import LIBC, PATIENCE, Map, Program, eventually
from report import Report

MARK, CALLS, ROWS, WIDE = 0x51ea, 7, 8, 20
ODD = b'a"b\\c\nd\xff'
TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"
report = Report()


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)


def ask(port, path="/metrics", method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


SAMPLE = re.compile(r'([a-z_][A-Za-z0-9_]*)(?:\{((?:[A-Za-z_][A-Za-z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (\S+)$')
LABEL = re.compile(r'([A-Za-z_][A-Za-z0-9_]*)="((?:[^"\\]|\\.)*)"')
SUFFIXES = {"counter": ["_total"], "gauge": [""], "histogram": ["_bucket", "_count"]}


def parse(text):
    """{name: [(labels, value)]}; a line that OpenMetrics does not allow there is an error."""
    lines = text.split("\n")
    assert lines[-2:] == ["# EOF", ""], lines[-2:]
    samples, families, names, seen = {}, set(), None, set()
    for line in lines[:-2]:
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in families, f"{name} twice"
            families.add(name)
            names = [name + suffix for suffix in SUFFIXES[kind]]
        elif line.startswith("# HELP "):
            assert line.split(" ")[2] == name, line
        else:
            match = SAMPLE.match(line)
            assert match and match.group(1) in names, line
            assert line.rsplit(" ", 1)[0] not in seen, f"twice: {line}"
            seen.add(line.rsplit(" ", 1)[0])
            labels = {key: re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)
                      for key, value in LABEL.findall(match.group(2) or "")}
            samples.setdefault(match.group(1), []).append((labels, float(match.group(3))))
    return samples


class Exporter:
    """skep export on a free port, until it is stopped, or the test ends."""

    def __init__(self, *words):
        self.process = subprocess.Popen([SKEP, "export", "--listen", "127.0.0.1:0", *words], stderr=subprocess.PIPE,
                                        text=True)
        atexit.register(self.process.kill)
        self.said, self.port = "", 0
        while not self.port:
            line = self.process.stderr.readline()
            self.said += line
            found = re.match(r"listening at http://127.0.0.1:(\d+)/metrics$", line)
            if not line:
                break
            self.port = int(found.group(1)) if found else 0

    def samples(self):
        return parse(ask(self.port)[1])

    def map(self, name):
        (labels, _), = [s for s in self.samples()["skep_map_max_entries"] if s[0]["name"] == name]
        return Map.by_id(int(labels["id"]))

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


def values(samples, name, *wanted):
    """{labels that are wanted: value}, without the map's id."""
    return {tuple(labels.get(key) for key in wanted): value for labels, value in samples.get(name, [])}


# ---- what maps hold

def flow_key(address, port, verdict, comm, cgroup=0):
    return socket.inet_aton(address) + struct.pack(">H", port) + struct.pack("<HI16sxxxxQ", 0, verdict, comm, cgroup)


def fill(exporter):
    flows, wide, hist = (exporter.map(name) for name in ("flows", "wide", "hist"))
    cgroup = os.stat("/sys/fs/cgroup").st_ino if os.path.exists("/sys/fs/cgroup/cgroup.procs") else 0
    flows.put(flow_key("192.0.2.7", 443, 1, b"curl", cgroup),
              struct.pack("<QQIiI7I", 101, 2**53 - 1, 5, -9, 1, 31, 37, 1, 2, 3, 4, 5))
    flows.put(flow_key("198.51.100.1", 53, 7, ODD), struct.pack("<QQIiI7I", 3, 4, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0))
    cpus = cpus_possible()
    for number in range(WIDE):
        wide.put(struct.pack("I", number), b"".join(struct.pack("Q", number * 1000 + cpu) for cpu in range(cpus)))
    for slot, count in enumerate((2, 3, 5, 7, 11, 13)):
        hist.put(struct.pack("I", slot), struct.pack("Q", count))
    exporter.map("callers").put(struct.pack("I", os.getpid()), b"\1")
    return cgroup


def cpus_possible():
    with open("/sys/devices/system/cpu/possible", encoding="utf-8") as file:
        return int(re.split("[-,]", file.read().strip())[-1]) + 1


def wide_sum():
    cpus = cpus_possible()
    return sum(number * 1000 * cpus + cpus * (cpus - 1) // 2 for number in range(WIDE))


def test_values(exporter, cgroup):
    s = exporter.samples()
    keys = ("address", "port", "verdict", "comm", "cgroup_id")
    first = ("192.0.2.7", "443", "VERDICT_DROP", "curl", "/" if cgroup else "0")
    second = ("198.51.100.1", "53", "7", 'a"b\\c\\u000ad\\ufffd', "0")
    expected = {
        "skep_value_flows_packets_total": (101, 3), "skep_value_flows_bytes_total": (2**53 - 1, 4),
        "skep_value_flows_level": (5, 5), "skep_value_flows_balance": (-9, 6), "skep_value_flows_last": (1, 0)}
    for name, (one, two) in expected.items():
        report(values(s, name, *keys) == {first: one, second: two}, f"{name}: labels and values", s.get(name))
    report(values(s, "skep_value_flows_parts_total", "comm", "index") ==
           {("curl", "0"): 31, ("curl", "1"): 37, (second[3], "0"): 0, (second[3], "1"): 0},
           "elements of an array have their index", s.get("skep_value_flows_parts_total"))
    buckets = {le: value for (comm, le), value in values(s, "skep_value_flows_size_bucket", "comm", "le").items()
               if comm == "curl"}
    report(buckets == {"1.0": 1, "3.0": 3, "7.0": 6, "15.0": 10, "+Inf": 15}, "slots are a histogram", buckets)
    report(values(s, "skep_value_hist_bucket", "le") ==
           {("1.0",): 2, ("3.0",): 5, ("7.0",): 10, ("15.0",): 17, ("31.0",): 28, ("+Inf",): 41} and
           values(s, "skep_value_hist_count") == {(): 41}, "so is a map named hist", s.get("skep_value_hist_bucket"))
    report(values(s, "skep_variable_answered_total") == {(): CALLS} and values(s, "skep_variable_balance") == {(): -3},
           "variables are told", s)
    report(values(s, "skep_map_entries", "name")[("flows",)] == 2 and
           values(s, "skep_map_entries", "name")[("wide",)] == WIDE, "elements are counted", s["skep_map_entries"])
    report({labels["name"] for labels, _ in s["skep_program_runs_total"]} == {"skep_metrics"},
           "programs are the object's alone", s["skep_program_runs_total"])
    report(values(s, "skep_program_links", "name") == {("skep_metrics",): 1}, "which a link holds")


def test_other(exporter):
    rows = values(exporter.samples(), "skep_value_wide_total", "key")
    labelled = {int(key): value for (key,), value in rows.items() if key != "other"}
    cpus = cpus_possible()
    report(len(labelled) == ROWS and
           all(value == key * 1000 * cpus + cpus * (cpus - 1) // 2 for key, value in labelled.items()),
           f"{ROWS} elements have labels, the values of CPUs are added up", rows)
    report(rows.get(("other",)) == wide_sum() - sum(labelled.values()), "all others are one", rows)


# ---- programs

def test_programs(exporter):
    name, runs = f"exp_k_{os.getpid()}", 1013
    program = Program(name.encode())
    count = lambda: values(exporter.samples(), "skep_program_runs_total", "name").get((name,))
    before = count()
    program.run(runs)
    report((before, count()) == (0, runs), f"{runs} runs are counted, none more", f"{before} {count()}")
    seconds = values(exporter.samples(), "skep_program_run_seconds_total", "name").get((name,), 0)
    report(0 < seconds < 10, "and the time they took", seconds)
    program.close()
    report(eventually(lambda: count() is None), "what is gone is not told any more")


# ---- HTTP

def test_http(exporter):
    answer, body = ask(exporter.port)
    report(answer.status == 200 and answer.getheader("Content-Type") == TYPE, "the type is OpenMetrics",
           answer.getheaders())
    report(ask(exporter.port, method="HEAD")[0].status == 200, "HEAD is served")
    report(ask(exporter.port, "/")[0].status == 404, "there is one page")
    report(ask(exporter.port, method="POST")[0].status == 405, "it is read alone")
    idle = socket.create_connection(("127.0.0.1", exporter.port))
    idle.sendall(b"GET /met")
    report(ask(exporter.port)[0].status == 200, "a client that says nothing holds nobody up")
    idle.close()
    out = run(SKEP, "export", "--listen", f"127.0.0.1:{exporter.port}")
    report(out.returncode == 1 and "Address already in use" in out.stderr, "a port in use is named", out.stderr)
    report(body.endswith("# EOF\n"), "it has an end")


def test_words():
    for words, code in ((["--listen", "127.0.0.1"], 1), (["--listen", "here:1"], 1), (["--linux", "x.o"], 2),
                        (["--once", "--listen", "127.0.0.1:0"], 2), (["--rows", "100001"], 2), (["/no/such.o"], 1)):
        out = run(SKEP, "export", *words)
        report(out.returncode == code and out.stderr.startswith("skep: "), f"skep export {' '.join(words)} is refused",
               f"{out.returncode} {out.stderr}")
    out = run(SKEP, "export", "--once", OBJECT)
    report(out.returncode == 0 and values(parse(out.stdout), "skep_variable_balance") == {(): -3},
           "--once prints the same", out.stderr)
    if shutil.which("setpriv"):
        out = run("setpriv", "--bounding-set=-all", "--inh-caps=-all", SKEP, "export", "--once")
        report(out.returncode == 3 and "CAP_SYS_ADMIN" in out.stderr, "without privileges it says so", out.stderr)
    else:
        report.skip("without privileges it says so", "no setpriv")


# ---- Prometheus

def free_port():
    with socket.create_server(("127.0.0.1", 0)) as s:
        return s.getsockname()[1]


class Prometheus:
    """The Debian package's, with a folder of its own."""

    def __init__(self, folder, targets):
        self.port = free_port()
        path = os.path.join(folder, "prometheus.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("scrape_configs:\n- job_name: skep\n  scrape_interval: 1s\n  static_configs:\n  - targets: "
                       + json.dumps([f"127.0.0.1:{port}" for port in targets]) + "\n")
        self.log = open(os.path.join(folder, "log"), "w", encoding="utf-8")
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={path}", f"--storage.tsdb.path={folder}/data",
             f"--web.listen-address=127.0.0.1:{self.port}"], stdout=self.log, stderr=self.log)

    def query(self, text):
        """The values of a query, in the order of the instances; [] while it does not answer."""
        try:
            _, body = ask(self.port, "/api/v1/query?" + urllib.parse.urlencode({"query": text}))
            rows = json.loads(body)["data"]["result"]
        except (OSError, ValueError, KeyError, http.client.HTTPException):
            return []
        return [float(row["value"][1]) for row in sorted(rows, key=lambda row: row["metric"].get("instance", ""))]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=PATIENCE)
        self.log.close()


def test_prometheus(exporters):
    if not shutil.which("prometheus"):
        report.skip("Prometheus", "the package prometheus is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        prometheus = Prometheus(folder, [e.port for e in exporters])
        two = f"instance!='127.0.0.1:{exporters[2].port}'"
        ask_for = {
            "sum(up)": 3,
            f"sum(skep_variable_answered_total{{{two}}})": 2 * CALLS,
            f"sum(skep_value_flows_packets_total{{{two}, comm='curl', address='192.0.2.7', port='443'}})": 202,
            f"sum(skep_value_wide_total{{{two}}})": 2 * wide_sum(),
            f"sum(skep_value_hist_bucket{{{two}, le='15.0'}})": 34,
            f"histogram_quantile(1, sum by (le) (skep_value_hist_bucket{{{two}}}))": 31,
            "count(count by (instance) (skep_program_runs_total))": 3,
        }
        for query, want in ask_for.items():
            report(eventually(lambda: prometheus.query(query) == [want]), f"Prometheus says of {query.replace(two, '...')}: {want}",
                   prometheus.query(query))
        prometheus.stop()


# ---- contrib

def metrics_in(text):
    return set(re.findall(r"\bskep_[a-z_]+", text))


def test_contrib(exporter):
    served = set(exporter.samples())
    with open(os.path.join(CONTRIB, "grafana-skep.json"), encoding="utf-8") as file:
        board = json.load(file)
    asked = {name for panel in board["panels"] for target in panel["targets"] for name in metrics_in(target["expr"])}
    report(asked and asked <= served, "the dashboard asks for what is served", asked - served)
    if shutil.which("promtool"):
        out = run("promtool", "check", "config", os.path.join(CONTRIB, "prometheus.yml"))
        report(out.returncode == 0, "promtool takes prometheus.yml", out.stdout + out.stderr)
    else:
        report.skip("promtool takes prometheus.yml", "the package prometheus is not installed")
    if shutil.which("systemd-analyze"):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "skep-export.service")
            with open(os.path.join(CONTRIB, "skep-export.service"), encoding="utf-8") as file:
                unit = file.read().replace("/usr/local/bin/skep", SKEP)
            with open(path, "w", encoding="utf-8") as file:
                file.write(unit)
            out = run("systemd-analyze", "verify", "--man=no", path)
            lines = [line for line in out.stderr.splitlines() if "skep-export" in line]
            report(not lines, "systemd takes the unit", "\n".join(lines))
    else:
        report.skip("systemd takes the unit", "no systemd-analyze")


def main():
    probe = run(SKEP, "export", "--listen", "127.0.0.1")
    if "libmicrohttpd" in probe.stderr:
        print("1..0 # SKIP built without libmicrohttpd")
        return 0
    words = ["--rows", str(ROWS), "--gauge", "flows.level", OBJECT]
    exporter, again, everything = Exporter(*words), Exporter(*words), Exporter("--linux")
    report(exporter.port and again.port and everything.port, "three serve",
           exporter.said + again.said + everything.said)
    own = {labels["id"] for e in (exporter, again) for labels, _ in e.samples()["skep_program_runs_total"]}
    cgroup = fill(exporter)
    fill(again)
    for _ in range(CALLS):
        LIBC.syscall(MARK)
    test_values(exporter, cgroup)
    test_other(exporter)
    test_programs(everything)
    test_http(exporter)
    test_words()
    test_prometheus([exporter, again, everything])
    test_contrib(everything)
    for e in (exporter, again, everything):
        report(e.stop() == 0, "Ctrl-C is a good end", e.process.returncode)
    left = lambda: own & {str(p["id"]) for p in json.loads(run("bpftool", "-j", "prog", "show").stdout or "[]")}
    report(len(own) == 2 and eventually(lambda: not left()), "nothing is left", left())
    return report.end()


SKEP, OBJECT, CONTRIB = (os.path.abspath(path) for path in sys.argv[1:])
if os.geteuid() != 0:
    print("1..0 # SKIP programs of Linux are listed for root alone")
    sys.exit(0)
sys.exit(main())

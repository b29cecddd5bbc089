#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""skep doctor beside trying by hand: bpftool's probes, ip, tc and plain system calls answer the same
questions, each row is compared, and the table of the manual page has each. Prints TAP.

usage: doctor_by_hand.py SKEP PAGE [--table]
  PAGE     docs/man/doctor.man
  --table  prints the table for it instead
"""
import ctypes
import functools
import json
import os
import re
import resource
import shutil
import socket
import struct
import subprocess
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from report import Report

report = Report()

AT_LEAST = 60  # rows that must have been compared
LIBC = ctypes.CDLL(None, use_errno=True)
SYS_BPF, SYS_PERF = {"x86_64": (321, 298), "aarch64": (280, 241)}[os.uname().machine]
MAP_CREATE, PROG_LOAD, RAW_TP_OPEN, LINK_CREATE = 0, 5, 17, 28
# r0 = 0; exit
NOTHING = struct.pack("<BBhi", 0xb7, 0, 0, 0) + struct.pack("<BBhi", 0x95, 0, 0, 0)
ONE = struct.pack("<BBhi", 0xb7, 0, 0, 1) + struct.pack("<BBhi", 0x95, 0, 0, 0)
keep = []  # what addresses in attributes lead to


def address(data):
    buffer = ctypes.create_string_buffer(bytes(data), len(data))
    keep.append(buffer)
    return ctypes.addressof(buffer)


def bpf(command, attr):
    buffer = ctypes.create_string_buffer(attr.ljust(152, b"\0"), 152)
    result = LIBC.syscall(SYS_BPF, command, buffer, 152)
    return result if result >= 0 else -ctypes.get_errno()


def load(kind, attach=0, code=NOTHING, btf_id=0, flags=0, log=None):
    attr = struct.pack("<IIQQIIQII16sIIIIQIIQIII", kind, len(code) // 8, address(code), address(b"GPL\0"), log is not None,
                       len(log) if log else 0, ctypes.addressof(log) if log else 0,
                       0, flags, b"", 0, attach, 0, 0, 0, 0, 0, 0, 0, btf_id, 0)
    return bpf(PROG_LOAD, attr)


def perf(kind, config):
    attr = bytearray(128)
    struct.pack_into("<IIQQ", attr, 0, kind, 128, config, 1)
    struct.pack_into("<Q", attr, 40, 1 | 1 << 5)  # disabled, not in the kernel
    result = LIBC.syscall(SYS_PERF, (ctypes.c_char * 128).from_buffer(attr), 0, -1, -1, 0)
    return result if result >= 0 else -ctypes.get_errno()


def closed(fd):
    if fd >= 0:
        os.close(fd)
    return fd >= 0


def linked(prog, target, attach, flags=0, rest=b""):
    if prog < 0:
        return False
    fd = bpf(LINK_CREATE, struct.pack("<IIII", prog, target, attach, flags) + rest)
    os.close(prog)
    return closed(fd)


def works(*command):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


@functools.cache
def kernel_types():
    """The types of the kernel's BTF, as bpftool lists them."""
    out = subprocess.run(["bpftool", "-j", "btf", "dump", "file", "/sys/kernel/btf/vmlinux"],
                         capture_output=True, check=False).stdout
    return {(t["kind"], t["name"]): t for t in json.loads(out or b'{"types":[]}')["types"]}


def kernel_type(name, kind):
    """The number of one; 0 if there is none."""
    return kernel_types().get((kind, name), {"id": 0})["id"]


# ---- what bpftool says

def by_bpftool():
    """(section, name) -> whether it works. Its answers for helpers are not asked for: 7.1 does not know how
    Linux says today that there is none."""
    out = subprocess.run(["bpftool", "-j", "feature", "probe", "kernel"], capture_output=True, check=False).stdout
    probed = json.loads(out)
    answers = {}
    for key, value in probed["program_types"].items():
        answers["programs", key[len("have_"):-len("_prog_type")]] = value
    for key, value in probed["map_types"].items():
        answers["maps", key[len("have_"):-len("_map_type")]] = value
    # bpftool gives tracing programs no function of the kernel, so it never loads one.
    for name in ("tracing", "struct_ops", "ext", "lsm"):
        answers.pop(("programs", name), None)
    return answers


# ---- helpers: by number and name from the kernel's header

SIMPLE = ((1, 0), (2, 0), (3, 0), (5, 0), (6, 37), (7, 0), (8, 0), (9, 2), (10, 0), (12, 0), (13, 3), (14, 0), (15, 6),
          (16, 7), (17, 0), (18, 8), (18, 10), (19, 0), (21, 39), (22, 17), (23, 18), (25, 21), (30, 36))
REFUSED = (b"cannot use helper", b"unknown func", b"invalid func", b"not allowed in probe", b"not supported for program")


def helpers_by_hand():
    """name -> whether some type of programs may call it; tracing programs are asked for as raw tracepoints and
    iterators."""
    header = open("/usr/include/linux/bpf.h", encoding="utf-8").read()
    names = re.findall(r"^\tFN\((\w+)(?:, (\d+), [^)]*)?\),", header, re.M)
    types = [(*t, 0, 0) for t in SIMPLE]
    types.append((26, 23, kernel_type("btf_trace_sched_switch", "TYPEDEF"), 0))
    types.append((26, 28, kernel_type("bpf_iter_task", "FUNC"), 0))
    types.append((27, 0, kernel_type("tcp_congestion_ops", "STRUCT"), 0))
    types.append((31, 0, 0, 1 << 4))  # sleepable
    log = ctypes.create_string_buffer(4096)
    found = {}
    for index, (name, number) in enumerate(names):
        code = struct.pack("<BBhi", 0x85, 0, 0, int(number or index)) + NOTHING
        found[name] = False
        for kind, attach, btf_id, flags in types:
            log.value = b""
            closed(load(kind, attach, code, btf_id, flags, log))
            if log.value and not any(text in log.value for text in REFUSED):
                found[name] = True
                break
    return found


# ---- what is tried here

def iterator(name):
    prog = load(26, 28, btf_id=kernel_type("bpf_iter_" + name, "FUNC"))
    return linked(prog, 0, 28)


def on_function(kind, attach, name, type_kind="FUNC"):
    prog = load(kind, attach, btf_id=kernel_type(name, type_kind))
    if prog < 0:
        return False
    fd = bpf(RAW_TP_OPEN, struct.pack("<QI", 0, prog))
    os.close(prog)
    return closed(fd)


def raw_tracepoint():
    prog = load(17)
    fd = bpf(RAW_TP_OPEN, struct.pack("<QI", address(b"sched_switch\0"), prog))
    os.close(prog)
    return closed(fd)


def socket_filter(family, kind):
    try:
        with socket.socket(family, kind) as sock:
            prog = load(1)
            sock.setsockopt(socket.SOL_SOCKET, 50, prog)
            os.close(prog)
            return True
    except OSError:
        return False


def netfilter(family):
    return linked(load(32, 45, ONE), 0, 45, 0, struct.pack("<IIiI", family, 1, 9, 0))


def xdp(mode):
    prog = load(6, 37)
    fd = bpf(LINK_CREATE, struct.pack("<IIII", prog, socket.if_nametoindex("hand0"), 37, mode))
    os.close(prog)
    # Whether ip agrees that it is there.
    shown = subprocess.run(["ip", "link", "show", "hand0"], capture_output=True, text=True, check=False).stdout
    word = "xdpgeneric" if mode == 2 else "xdp"
    return fd >= 0 and any(w == word for w in shown.split()) and closed(fd)


def in_cgroup(kind, attach, code=ONE):
    return linked(load(kind, attach, code), CGROUP, attach)


def attribute(kind, data):
    """Of netlink."""
    return (struct.pack("HH", 4 + len(data), kind) + data).ljust((len(data) + 7) // 4 * 4, b"\0")


def tunnel(kind, where):
    """A route whose packets a program sees, by rtnetlink(7); and ip route must list it."""
    six = not where
    prog = load(kind)
    if prog < 0:
        return False
    name = attribute(1, struct.pack("I", prog)) + attribute(2, b"hand\0")
    encap = attribute(1, struct.pack("I", 15)) + attribute(8, name) if six else attribute(where, name)
    network = socket.inet_pton(socket.AF_INET6, "2001:db8:7::") if six else socket.inet_aton("198.51.100.0")
    body = struct.pack("BBBBBBBBI", *((10, 64, 0, 0, 254, 3, 0, 1, 0) if six else (2, 24, 0, 0, 254, 3, 253, 1, 0)))
    body += attribute(1, network) + attribute(4, struct.pack("I", INTERFACE()))
    body += attribute(21, struct.pack("H", 7 if six else 6)) + attribute(22, encap)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as s:
        s.send(struct.pack("IHHII", 16 + len(body), 24, 0x505, 1, 0) + body)  # RTM_NEWROUTE: replace or make
        error = struct.unpack_from("i", s.recv(4096), 16)[0]
    os.close(prog)
    listed = subprocess.run(["ip", "-6" if six else "-4", "route"], capture_output=True, text=True, check=False).stdout
    shown = any(line.startswith("2001:db8:7" if six else "198.51.100") and "encap" in line for line in listed.splitlines())
    if shown == (error == 0):
        return shown
    raise SystemExit(f"a tunnel of type {kind}: rtnetlink says {-error}, ip route lists {listed}")


def struct_ops():
    """A congestion control of programs, registered through a link; /proc must list it meanwhile."""
    try:
        outer = kernel_types()["STRUCT", "bpf_struct_ops_tcp_congestion_ops"]
        inner = kernel_types()["STRUCT", "tcp_congestion_ops"]
    except KeyError:
        return False
    data = next(m for m in outer["members"] if m["name"] == "data")["bits_offset"] // 8
    places = {m["name"]: (number, data + m["bits_offset"] // 8) for number, m in enumerate(inner["members"])}
    value = bytearray(outer["size"])
    struct.pack_into("16s", value, places["name"][1], b"hand_made")
    progs = []
    for function in ("ssthresh", "cong_avoid", "undo_cwnd"):
        progs.append(load(27, places[function][0], btf_id=inner["id"]))
        if progs[-1] < 0:
            return False
        struct.pack_into("I", value, places[function][1], progs[-1])
    # BTF_LOAD: struct_ops wants some BTF, of which it uses nothing. Here one int.
    own = struct.pack("<HBBIIIII4I", 0xeb9f, 1, 0, 24, 0, 16, 16, 5, 1, 1 << 24, 4, 1 << 24 | 32) + b"\0int\0"
    btf = bpf(18, struct.pack("<QQI", address(own), 0, len(own)))
    a_map = bpf(MAP_CREATE, struct.pack("<IIIII28xIIII", 26, 4, len(value), 1, 1 << 13, btf, 0, 0, outer["id"]))
    if a_map < 0:
        return False
    bpf(2, struct.pack("<IIQQQ", a_map, 0, address(bytes(4)), address(value), 0))
    link = bpf(LINK_CREATE, struct.pack("<IIII", a_map, 0, 44, 0))
    with open("/proc/sys/net/ipv4/tcp_available_congestion_control", encoding="ascii") as file:
        listed = "hand_made" in file.read().split()
    for fd in (*progs, btf, a_map):
        os.close(fd)
    return closed(link) and listed


def syscall(number, *words):
    result = LIBC.syscall(number, *words)
    return result if result >= 0 else -ctypes.get_errno()


def token():
    """A map made by who has no privilege but in a user namespace of its own (fsopen, fsconfig, fsmount: 430 to 432)."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        if LIBC.unshare(0x10000000 | 0x20000) == 0:  # user and mount namespace
            socket.send_fds(theirs, [b"x"], [syscall(430, b"bpf", 0)])
            folder = os.open(".", os.O_RDONLY, dir_fd=socket.recv_fds(theirs, 1, 1)[1][0])
            made = bpf(36, struct.pack("<II", 0, folder))
            made = bpf(MAP_CREATE, struct.pack("<IIIII56xi", 2, 4, 8, 1, 1 << 16, made)) if made >= 0 else made
            theirs.send(b"yes" if made >= 0 else b"no")
        os._exit(0)
    theirs.close()
    try:
        fs = socket.recv_fds(ours, 1, 1)[1][0]
        for option in (b"delegate_cmds", b"delegate_maps"):
            syscall(431, fs, 1, option, b"any", 0)
        syscall(431, fs, 6, None, None, 0)
        socket.send_fds(ours, [b"x"], [syscall(432, fs, 0, 0)])
        return ours.recv(3) == b"yes"
    except (IndexError, OSError):
        return False
    finally:
        ours.close()
        os.waitpid(child, 0)


def memlock():
    soft, hard = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    if hard == resource.RLIM_INFINITY:
        return True
    try:
        resource.setrlimit(resource.RLIMIT_MEMLOCK, (soft, hard + 4096))
        return True
    except (OSError, ValueError):
        return False


def map_flag(kind, flags, key=4):
    return closed(bpf(MAP_CREATE, struct.pack("<IIIII", kind, key, 4 if kind == 4 else 8, 1, flags)))


def xsk():
    try:
        with socket.socket(44, socket.SOCK_RAW):
            return True
    except OSError:
        return False


INTERFACE = lambda: socket.if_nametoindex("hand0")
ATTACH = {
    "xdp native": lambda: xdp(4),
    "xdp generic": lambda: xdp(2),
    "tc ingress": lambda: works("tc", "qdisc", "add", "dev", "hand0", "clsact"),
    "tcx ingress": lambda: linked(load(3), INTERFACE(), 46),
    "tcx egress": lambda: linked(load(3), INTERFACE(), 47),
    "netkit": lambda: works("ip", "link", "add", "hand2", "type", "netkit"),
    "cgroup ingress": lambda: in_cgroup(8, 0),
    "cgroup egress": lambda: in_cgroup(8, 1),
    "cgroup sock_create": lambda: in_cgroup(9, 2),
    "cgroup sock_release": lambda: in_cgroup(9, 34),
    "cgroup bind4": lambda: in_cgroup(18, 8),
    "cgroup connect4": lambda: in_cgroup(18, 10),
    "cgroup connect6": lambda: in_cgroup(18, 11),
    "cgroup connect_unix": lambda: in_cgroup(18, 49),
    "cgroup sendmsg4": lambda: in_cgroup(18, 14),
    "cgroup getsockopt": lambda: in_cgroup(25, 21),
    "cgroup setsockopt": lambda: in_cgroup(25, 22),
    "cgroup sysctl": lambda: in_cgroup(23, 18),
    "cgroup device": lambda: in_cgroup(15, 6),
    "cgroup sock_ops": lambda: in_cgroup(13, 3),
    "socket": lambda: socket_filter(socket.AF_INET, socket.SOCK_DGRAM),
    "packet socket": lambda: socket_filter(socket.AF_PACKET, socket.SOCK_RAW),
    "sk_lookup": lambda: linked(load(30, 36, ONE), os.open("/proc/self/ns/net", os.O_RDONLY), 36),
    "netfilter IPv4": lambda: netfilter(2),
    "netfilter IPv6": lambda: netfilter(10),
    "raw tracepoint": raw_tracepoint,
    "raw tracepoint with BTF": lambda: on_function(26, 23, "btf_trace_sched_switch", "TYPEDEF"),
    "light-weight tunnel in": lambda: tunnel(10, 1),
    "light-weight tunnel out": lambda: tunnel(11, 2),
    "light-weight tunnel xmit": lambda: tunnel(12, 3),
    "light-weight tunnel seg6local": lambda: tunnel(19, 0),
    "struct_ops": struct_ops,
    "kprobe": lambda: os.path.exists("/sys/bus/event_source/devices/kprobe"),
    "kretprobe": lambda: os.path.exists("/sys/bus/event_source/devices/kprobe"),
    "uprobe": lambda: os.path.exists("/sys/bus/event_source/devices/uprobe"),
    "fentry": lambda: on_function(26, 24, "security_file_permission"),
    "fexit": lambda: on_function(26, 25, "security_file_permission"),
    "fmod_ret": lambda: on_function(26, 26, "security_file_permission"),
    "lsm": lambda: on_function(29, 27, "bpf_lsm_file_open"),
    "perf software clock": lambda: closed(perf(1, 0)),
    "perf software page faults": lambda: closed(perf(1, 2)),
    "perf hardware cycles": lambda: closed(perf(0, 0)),
    "perf hardware cache misses": lambda: closed(perf(0, 3)),
    **{f"iterator {name}": lambda name=name: iterator(name)
       for name in ("task", "task_file", "task_vma", "bpf_map", "bpf_prog", "bpf_link", "tcp", "udp", "unix", "netlink",
                    "ipv6_route", "ksym")},
}
FEATURES = {
    "BTF of the kernel": lambda: os.path.exists("/sys/kernel/btf/vmlinux"),
    "memory lock limit raised": memlock,
    "programs above 4096 instructions": lambda: closed(load(1, code=NOTHING[:8] * 4999 + NOTHING[8:])),
    "bounded loops": lambda: closed(load(1, code=struct.pack("<BBhiBBhiBBhiBBhi", 0xb7, 0, 0, 0, 0x07, 0, 0, 1, 0xa5, 0, -2,
                                                             9, 0x95, 0, 0, 0))),
    "map flag BPF_F_NO_PREALLOC": lambda: map_flag(1, 1),
    "map flag BPF_F_NUMA_NODE": lambda: map_flag(1, 4),
    "map flag BPF_F_RDONLY_PROG": lambda: map_flag(2, 1 << 7),
    "map flag BPF_F_PRESERVE_ELEMS": lambda: map_flag(4, 1 << 11),
    "program flag BPF_F_XDP_HAS_FRAGS": lambda: closed(load(6, 37, flags=1 << 5)),
    "program flag BPF_F_TEST_REG_INVARIANTS": lambda: closed(load(1, flags=1 << 7)),
    "programs by id": lambda: bpf(11, struct.pack("<I", 0)) in (0, -2),
    "AF_XDP socket": xsk,
    "token (bpf for user namespaces)": token,
}


# ---- the table

# How rows are tried here, by how their names begin; the first that fits.
WAYS = (("xdp", "LINK_CREATE; ip link shows it"), ("tc ", "tc qdisc add ... clsact"), ("netkit", "ip link add type netkit"),
        ("light-weight tunnel", "RTM_NEWROUTE; ip route shows it"), ("struct_ops", "LINK_CREATE; /proc shows it"),
        ("socket", "SO_ATTACH_BPF"), ("packet socket", "SO_ATTACH_BPF"), ("raw tracepoint", "RAW_TRACEPOINT_OPEN"),
        ("kprobe", "/sys/bus/event_source/devices"), ("kretprobe", "/sys/bus/event_source/devices"),
        ("uprobe", "/sys/bus/event_source/devices"), ("fentry", "PROG_LOAD"), ("fexit", "PROG_LOAD"), ("fmod_ret", "PROG_LOAD"),
        ("lsm", "PROG_LOAD"), ("perf", "perf_event_open"), ("BTF", "/sys/kernel/btf/vmlinux"), ("memory lock", "setrlimit"),
        ("map flag", "MAP_CREATE"), ("programs by id", "PROG_GET_NEXT_ID"), ("programs", "PROG_LOAD"), ("program", "PROG_LOAD"),
        ("bounded", "PROG_LOAD"), ("AF_XDP", "socket"), ("token", "TOKEN_CREATE, MAP_CREATE"), ("", "LINK_CREATE"))
ALL = (("programs", "program types", "bpftool feature probe"), ("maps", "map types", "bpftool feature probe"),
       ("helpers", "helpers", "a call of each, PROG_LOAD"))


def listing(answers, rows):
    """Its lines: name, way, answer."""
    lines = []
    for section, title, way in ALL:
        asked = [answer for key, answer in answers.items() if key[0] == section and key in rows]
        lines.append(f"{f'{len(asked)} {title}':<42}{way:<33}{sum(asked)} work")
    for section in ("attach", "features"):
        for name, answer in ((key[1], answer) for key, answer in answers.items() if key[0] == section):
            way = next(way for begin, way in WAYS if name.startswith(begin))
            lines.append(f"{name:<42}{way:<33}{'works' if answer else 'refused'}")
    return lines


def page_lines(path):
    """Those of the page."""
    with open(path, encoding="utf-8") as file:
        part = file.read().split(".SH BESIDE TRYING BY HAND\n")[-1]
    return part.split(".nf\n")[-1].split(".fi\n")[0].replace("\\-", "-").splitlines()


def beginnings(lines):
    """What does not depend on the kernel."""
    return [re.sub(r"^\d+ ", "", line[:74]).split() for line in lines]


# ---- the comparison

def inside(skep, page):
    """In a network namespace and with a cgroup of its own."""
    global CGROUP
    works("ip", "link", "add", "hand0", "type", "veth", "peer", "name", "hand1")
    works("ip", "link", "set", "hand0", "up")
    mounts = [line.split()[1] for line in open("/proc/mounts") if line.split()[2] == "cgroup2"]
    path = os.path.join(mounts[0], f"skep-by-hand-{os.getpid()}") if mounts else None
    if path:
        os.mkdir(path)
    try:
        CGROUP = os.open(path, os.O_RDONLY) if path else -1
        compare(skep, page)
    finally:
        if path:
            os.close(CGROUP)
            os.rmdir(path)


def compare(skep, page):
    out = subprocess.run([skep, "doctor", "-j"], capture_output=True, text=True, check=False)
    rows = {(r["section"], r["name"]): r for r in map(json.loads, out.stdout.splitlines())}
    answers = by_bpftool()
    helpers = helpers_by_hand()
    for section, table in (("attach", ATTACH), ("features", FEATURES)):
        for name, ask in table.items():
            if section == "attach" and name.startswith("cgroup") and CGROUP < 0:
                continue
            answers[section, name] = ask()
    for name, answer in helpers.items():
        answers["helpers", name] = answer
    if "--table" in sys.argv:
        print("\n".join(listing(answers, rows)).replace("-", "\\-"))
        return
    compared, wrong = 0, []
    for key, answer in answers.items():
        row = rows.get(key)
        if row is None and key[0] in ("attach", "features"):
            wrong.append(f"{key[0]} {key[1]}: skep doctor has no such row")
        if row is None or row["state"] == "not tried":
            continue
        compared += 1
        if (row["state"] == "works") != answer:
            wrong.append(f"{key[0]} {key[1]}: by hand {'it works' if answer else 'it fails'}, skep doctor: "
                         f"{row['state']} {row['why']}")
    refused = [r for r in rows.values() if r["state"] == "refused"]
    report(out.returncode == 0, f"skep doctor ends well, {len(rows)} rows", out.stderr)
    report(not wrong, f"{compared} rows as by hand", "\n".join(wrong))
    report(compared >= AT_LEAST, f"at least {AT_LEAST} rows were compared")
    report(all(r["why"] for r in refused), f"each of the {len(refused)} refusals has a cause")
    report(not any("ulimit" in r["why"] or r["why"].startswith("Operation not") for r in refused if r["section"] != "system"),
           "no bare error, no ulimit among the causes")
    report(CGROUP < 0 or beginnings(page_lines(page)) == beginnings(listing(answers, rows)),
           "the table of the manual page has the rows (--table prints it)")


def main():
    skep, page = (os.path.abspath(path) for path in sys.argv[1:3])
    if "inside" not in sys.argv:
        missing = [name for name in ("bpftool", "ip", "tc", "unshare") if not shutil.which(name)]
        why = f"no {missing[0]}" if missing else None
        if not why and not works("unshare", "-n", "true"):
            why = "no network namespace: this needs CAP_SYS_ADMIN"
        if not why and load(1) < 0:
            why = "bpf(2) is not allowed here"
        if why:
            print(f"ok 1 - skep doctor beside trying by hand # SKIP {why}\n1..1")
            return 0
        os.execvp("unshare", ["unshare", "-n", sys.executable, os.path.abspath(__file__), skep, page, "inside", *sys.argv[3:]])
    inside(skep, page)
    return 0 if "--table" in sys.argv else report.end()


sys.exit(main())

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Links to tracepoints, perf events and places of files: what is refused, how, and what is told. Of what not every
kernel has (probes of functions, trampolines) linked.py tells. The tracepoint is one that is hardly ever reached,
and the file is never run."""
import os
import shutil
import struct
import tempfile

from raw import *

SOCKET, KPROBE, SCHED_CLS, TRACEPOINT, PERF_EVENT, RAW_TP, TRACING = 1, 2, 3, 5, 7, 17, 26
TRACE_RAW_TP, AT_PERF_EVENT, UPROBE_MULTI, UPROBE_SESSION = 23, 41, 48, 57
PERF_OPEN = {"x86_64": 298, "aarch64": 241}[platform.machine()]
SET_BPF, ENABLE = 0x40042408, 0x2400
NAME, GROUP = "mark_victim", "oom"
READ_FAR = struct.pack("<BBhi", 0x79, 0x12, 88, 0) + EXIT_0  # r2 = *(u64 *)(r1 + 88)
LIBBPF = ctypes.CDLL("libbpf.so.1")


def load_typed(name, attach=TRACE_RAW_TP):
    attr = bytearray(144)
    struct.pack_into("IIQQ", attr, 0, TRACING, len(EXIT_0) // 8, address(EXIT_0), address(b"GPL\0"))
    struct.pack_into("I", attr, 68, attach)
    struct.pack_into("I", attr, 108, LIBBPF.libbpf_find_vmlinux_btf_id(name.encode(), attach))
    return bpf(PROG_LOAD, bytes(attr))


def create(prog, target, attach, flags=0, rest=b""):
    return bpf(LINK_CREATE, struct.pack("IIII", prog, target, attach, flags) + rest, 60)


def open_raw(prog, name, cookie=0):
    return bpf(RAW_TRACEPOINT_OPEN, struct.pack("QIxxxxQ", address(name) if name else 0, prog, cookie), 24)


def fdinfo(fd):
    """Lines that are of BPF, but for numbers of objects."""
    with open(f"/proc/self/fdinfo/{fd}", encoding="ascii") as f:
        lines = [line.strip().replace("\t", " ") for line in f]
    begin = [i for i, line in enumerate(lines) if line.startswith("link_type")]
    return [line for line in lines[begin[0]:] if not line.startswith(("link_id", "prog_id", "target_"))] if begin else []


def told(fd, form, offset=16, given=b""):
    result, got = info(fd, given, 128)
    return said(result), struct.unpack_from(form, got, offset)


def event(event_type, config, config1=0, config2=0, pid=-1, cpu=0, size=112):
    attr = bytearray(112)
    struct.pack_into("IIQ", attr, 0, event_type, size, config)
    struct.pack_into("QQ", attr, 56, config1, config2)
    fd = LIBC.syscall(PERF_OPEN, buffer(bytes(attr)), pid, cpu, -1, 8)
    return fd if fd >= 0 else -ctypes.get_errno()


def ioctl(fd, request, argument=0):
    result = LIBC.ioctl(fd, ctypes.c_ulong(request), ctypes.c_long(argument))
    return said(result if result >= 0 else -ctypes.get_errno())


def query(fd):
    text = buffer(b"", 256)
    attr = buffer(struct.pack("IIIIQIIQQ", os.getpid(), fd, 0, 256, ctypes.addressof(text), 0, 0, 0, 0), 48)
    result = LIBC.syscall(NUMBER, TASK_FD_QUERY, attr, 48)
    error = 0 if result >= 0 else -ctypes.get_errno()
    return said(error), struct.unpack_from("I", attr.raw, 12)[0], struct.unpack_from("=IQQ", attr.raw, 28), text.value


def number(path):
    with open(path, encoding="ascii") as f:
        return int(f.read())


def event_number(group, name):
    try:
        return number(f"/sys/kernel/tracing/events/{group}/{name}/id")
    except OSError as error:
        return os.strerror(error.errno)


def raw_tracepoints():
    named, typed, far = load(RAW_TP), load_typed(NAME), load(RAW_TP, insns=READ_FAR)
    link = open_raw(named, NAME.encode() + b"\0", 7)
    print("named", said(link), fdinfo(link), query(link)[0], told(link, "Q", 32))
    print("again", said(open_raw(named, NAME.encode() + b"\0")))
    print("wrong", said(open_raw(named, b"no_such_tracepoint\0")), said(open_raw(named, None)), said(open_raw(far, NAME.encode())),
          said(open_raw(load(TRACEPOINT), NAME.encode())), said(open_raw(999, NAME.encode())), said(open_raw(0, NAME.encode())))
    print("typed", said(open_raw(typed, None)), said(open_raw(typed, NAME.encode())))
    link = create(typed, 0, TRACE_RAW_TP, 0, struct.pack("QQ", 0, 9))
    print("linked", said(link), fdinfo(link), told(link, "Q", 32), query(link)[3])
    print("what is not looked at", said(create(typed, 99, TRACE_RAW_TP, 5, struct.pack("Q", 3))))
    print("detach", said(bpf(LINK_DETACH, struct.pack("I", link), 4)), "update",
          said(bpf(LINK_UPDATE, struct.pack("IIII", link, typed, 0, 0), 16)))


def attach_types():
    """Programs at attach types that are not theirs; those of functions are left out, where kernels differ."""
    progs = {"kprobe": load(KPROBE), "for uprobes": load(KPROBE, UPROBE_MULTI), "tracepoint": load(TRACEPOINT),
             "perf": load(PERF_EVENT), "raw": load(RAW_TP), "typed": load_typed(NAME), "socket": load(SOCKET)}
    for name, prog in progs.items():
        answers = {attach: said(create(prog, 999, attach)) for attach in range(58)
                   if attach not in (42, 56) and (name, attach) != ("typed", TRACE_RAW_TP)}
        print("attach types of", name, {a: text for a, text in answers.items() if text != "Invalid argument"})


def tracepoints():
    config = event_number(GROUP, NAME)
    one, other, prog, another = event(2, config), event(2, config), load(TRACEPOINT), load(TRACEPOINT)
    print("numbers", isinstance(config, int), event_number(GROUP, "no_such_event"),
          isinstance(event_number("syscalls", "sys_enter_openat"), int), event_number("syscalls", "sys_enter_no_such_call"))
    print("events", said(one), said(other), query(one))
    print("wrong types", [ioctl(one, SET_BPF, load(t)) for t in (SOCKET, KPROBE, PERF_EVENT, RAW_TP)])
    print("wrong descriptors", ioctl(one, SET_BPF, 999), ioctl(one, SET_BPF, 0), ioctl(0, SET_BPF, prog), ioctl(999, SET_BPF, prog))
    print("far", ioctl(one, SET_BPF, load(TRACEPOINT, insns=READ_FAR)))
    print("set", ioctl(one, SET_BPF, prog), ioctl(one, SET_BPF, prog), ioctl(one, SET_BPF, another), ioctl(one, ENABLE))
    print("by another event", ioctl(other, SET_BPF, prog), said(create(prog, other, AT_PERF_EVENT)))
    print("told", query(one), query(other)[0])
    link = create(another, other, AT_PERF_EVENT, 0, struct.pack("Q", 11))
    print("link", said(link), fdinfo(link), query(other), query(link)[0], told(link, "I"), told(link, "Q", 40))
    print("again", said(create(another, other, AT_PERF_EVENT)), said(create(another, one, AT_PERF_EVENT)))
    text = buffer(b"", 64)
    given = bytearray(64)
    for room in 32, 5:
        struct.pack_into("QI", given, 24, ctypes.addressof(text), room)
        result, got = info(link, bytes(given), 64)
        print("name", said(result), text.value, struct.unpack_from("I", got, 32) if result >= 0 else "")
    os.close(link)
    print("free again", query(other)[0], said(create(another, other, AT_PERF_EVENT)))
    print("wrong", said(create(prog, one, AT_PERF_EVENT, 1)), said(create(prog, prog, AT_PERF_EVENT)),
          said(create(prog, 999, AT_PERF_EVENT)), said(create(load(KPROBE), one, AT_PERF_EVENT)), said(event(2, 1 << 29)))


def counters():
    one, prog, other = event(1, 3), load(PERF_EVENT), load(PERF_EVENT)
    print("counter", said(one), ioctl(one, SET_BPF, load(KPROBE)), ioctl(one, SET_BPF, prog), ioctl(one, SET_BPF, other),
          ioctl(one, SET_BPF, load(KPROBE)), query(one)[0])
    link = create(prog, event(1, 3), AT_PERF_EVENT, 0, struct.pack("Q", 5))
    print("link", said(link), fdinfo(link), told(link, "I"), told(link, "=QI", 24))
    print("wrong", said(event(1, 99)), said(event(1, 3, pid=-1, cpu=-1)), said(event(1, 3, pid=4194303)),
          said(event(1, 3, cpu=100000)))


def places(file, folder):
    kind = number("/sys/bus/event_source/devices/uprobe/type")
    path = address(file.encode() + b"\0")
    prog = load(KPROBE)
    for returns in 0, 1:
        one = event(kind, returns, path, 16)
        link = create(prog, one, AT_PERF_EVENT, 0, struct.pack("Q", 3))
        print("place", said(one), said(link), [line.replace(file, "FILE") for line in fdinfo(link)], query(one)[2],
              query(one)[3].decode() == file, told(link, "I"), told(link, "=IQQ", 36))
        os.close(link)
        print("set", ioctl(one, SET_BPF, load(TRACEPOINT)), ioctl(one, SET_BPF, prog), ioctl(one, SET_BPF, prog))
    print("wrong", said(event(kind, 0, address(b"/no/such/file\0"), 16)), said(event(kind, 0, address(folder.encode()), 16)),
          said(event(kind, 0, 1, 16)), said(event(kind, 0, 0, 16)), said(event(kind, 0, path, 1 << 40)),
          said(event(kind, 0, address(b"\0"), 16)))


def many_places(file, folder):
    prog, path = load(KPROBE, UPROBE_MULTI), address(file.encode() + b"\0")
    offsets, cookies = address(struct.pack("QQ", 16, 32)), address(struct.pack("QQ", 5, 6))
    far, odd = address(struct.pack("QQ", 16, 1 << 40)), address(struct.pack("QQ", 1, 1))

    def link(path=path, offsets=offsets, counters=0, cookies=0, count=2, flags=0, pid=0, link_flags=0, attach=UPROBE_MULTI):
        return create(prog, 0, attach, link_flags,
                      struct.pack("QQQQIIi", path, offsets, counters, cookies, count, flags, pid))

    for flags in 0, 1:
        fd = link(cookies=cookies, flags=flags, pid=os.getpid())
        print("places", said(fd), [line.replace(file, "FILE").replace(str(os.getpid()), "PID") for line in fdinfo(fd)])
    rooms = [buffer(b"", 64) for _ in range(4)]
    for room, count, given_path in (64, 2, True), (64, 1, True), (4, 2, True), (0, 2, True), (64, 0, True), (0, 2, False):
        given = struct.pack("QQQQII", ctypes.addressof(rooms[0]) if given_path else 0, *map(ctypes.addressof, rooms[1:]), room, count)
        result, got = info(fd, bytes(16) + given, 128)
        print("told", said(result), [struct.unpack_from("QQ", r.raw) for r in rooms[1:]], rooms[0].value.decode() == file,
              struct.unpack_from("III", got, 48) if result >= 0 else "")
    print("wrong", said(link(link_flags=1)), said(link(flags=2)), said(link(path=0)), said(link(offsets=0)), said(link(count=0)),
          said(link(count=(1 << 20) + 1)), said(link(pid=-1)), said(link(pid=4194303)), said(link(attach=UPROBE_SESSION)))
    print("memory", said(link(path=1)), said(link(offsets=1)), said(link(cookies=1)), said(link(counters=1)))
    print("files", said(link(path=address(b"/no/such/file\0"))), said(link(path=address(folder.encode() + b"\0"))),
          said(link(offsets=far)), said(link(counters=odd)))


raw_tracepoints()
attach_types()
tracepoints()
counters()
with tempfile.TemporaryDirectory(dir="/tmp") as folder:
    copied = shutil.copy("/bin/true", folder + "/file")
    places(copied, folder)
    many_places(copied, folder)

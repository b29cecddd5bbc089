#!/bin/bash
# SPDX-License-Identifier: BSD-2-Clause
# skep filter --xdp on the loopback interface (generic) and a veth pair (native) of a network namespace of its own:
# what is dropped, passed and captured is counted at both ends. Prints TAP.
# usage: filter_xdp.sh COMMAND
skep=$1
if [ "${2:-}" != inside ]; then
	if ! unshare -n true 2>/dev/null || ! "$skep" doctor -j --section attach | grep -q '"xdp generic","state":"works"'; then
		echo "ok 1 - filter --xdp # SKIP no network namespace, or no XDP"
		echo 1..1
		exit 0
	fi
	exec unshare -n "$0" "$skep" inside
fi

ip link set lo up
ip link add hand0 type veth peer name hand1
ip link set hand0 up
ip link set hand1 up
dir=$(mktemp -d /tmp/skep-xdp-XXXXXX)
trap 'kill $listener 2>/dev/null; rm -r "$dir"' EXIT
count=0
failed=0

result() { # name, then a command that must hold
	local name=$1
	shift
	count=$((count + 1))
	if "$@"; then
		echo "ok $count - $name"
	else
		echo "not ok $count - $name"
		sed 's/^/# /' "$dir"/err "$dir"/out
		failed=1
	fi
}

start() { # options of skep filter
	: >"$dir/err"
	"$skep" filter "$@" >"$dir/out" 2>"$dir/err" &
	pid=$!
	for _ in $(seq 400); do
		grep -q '^listening' "$dir/err" && return
		kill -0 $pid 2>/dev/null || return
		sleep 0.05
	done
}

finish() {
	wait $pid
	status=$?
}

stop() {
	kill -INT $pid
	finish
}

# Each word is a UDP port: frames into the other end of the pair.
frames() {
	python3 - "$@" <<-'END'
		import socket, sys
		s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
		s.bind(("hand1", 0))
		for port in sys.argv[1:]:
		    port, _, size = port.partition("x")
		    data = b"y" * int(size or 10)
		    udp = int(port).to_bytes(2, "big") * 2 + (8 + len(data)).to_bytes(2, "big") + b"\0\0" + data
		    ip = b"\x45\0" + (20 + len(udp)).to_bytes(2, "big") + b"\0\0\0\0\x40\x11\0\0\xc0\0\2\1\xc0\0\2\2"
		    s.send(b"\xff" * 6 + b"\x02" * 6 + b"\x08\0" + ip + udp)
	END
}

# What comes to the packet sockets of hand0, behind XDP.
listen() {
	: >"$dir/behind.err"
	"$skep" filter -i hand0 -w "$dir/behind" udp >/dev/null 2>"$dir/behind.err" &
	listener=$!
	for _ in $(seq 400); do
		grep -q '^listening' "$dir/behind.err" && return
		sleep 0.05
	done
}

heard() { # how many packets match an expression
	"$skep" filter -r "$1" --count "${@:2}" 2>/dev/null
}

behind() { # number, expression: waits for it
	for _ in $(seq 200); do
		[ "$(heard "$dir/behind" "${@:2}")" = "$1" ] && return
		sleep 0.05
	done
	return 1
}

listen
start --xdp --drop -i hand0 udp dst port 53
frames 53 53 54 53 55
result "--drop: the rest passes" behind 2 udp
stop
result "--drop ends well" [ $status = 0 ]
result "--drop counts what it dropped" grep -q '^dropped 3 packets, 156 bytes$' "$dir/out"
result "--drop counts what passed" grep -q '^passed [0-9]* packets' "$dir/out"
result "--drop: nothing of it is seen behind" behind 0 udp dst port 53

start --xdp --pass -j -i hand0 udp dst port 53
frames 53 54 53 55
result "--pass: what matches passes" behind 2 udp dst port 53
stop
result "--pass: all else is dropped" behind 2 udp dst port not 53
result "--pass -j counts" grep -q '"passed":2,"passed_bytes":104}' "$dir/out"

start --xdp -i hand0 -w "$dir/pcap" udp dst port 53
frames 53 54 53x100 53x600 53x1400 55
result "capture: all passes" behind 10 udp
for _ in $(seq 200); do
	[ "$(heard "$dir/pcap")" = 4 ] && break
	sleep 0.05
done
stop
result "capture ends well" [ $status = 0 ]
result "what matches is in the file" [ "$(heard "$dir/pcap" udp dst port 53)" = 4 ]
result "and nothing else" [ "$(heard "$dir/pcap")" = 4 ]
result "each packet whole" [ "$(heard "$dir/pcap" len = 52 or len = 142 or len = 642 or len = 1442)" = 4 ]
result "the counts are told" grep -q '^4 packets matched, .* 0 found no room$' "$dir/err"

start --xdp -c 300 --count -i hand0 udp dst port 53
frames $(printf '53 %.0s' $(seq 320))
finish
result "-c ends after as many" [ "$(cat "$dir/out")" = 300 ]

start --xdp -s 60 -c 1 -j -i hand0 udp dst port 53
frames 53x200
finish
result "-s cuts" grep -q '"caplen":60,"len":242' "$dir/out"
result "the time is the clock's" python3 -c "
import json, time, sys
sys.exit(abs(json.load(open('$dir/out'))['time'] - time.time()) > 100)"

start --xdp -c 2 -i lo "udp dst port 53 and dst host (127.0.0.1 or 192.0.2.7)"
for port in 54 53 53; do echo hello >"/dev/udp/127.0.0.1/$port"; done 2>/dev/null
finish
result "lo: two packets are printed" [ "$(grep -c '\.53: UDP' "$dir/out")" = 2 ]
result "nothing is left on the interfaces" [ "$(ip link | grep -c xdp)" = 0 ]

start --xdp -i nowhere udp
finish
result "no interface: exit status 1" [ $status = 1 ]
start --xdp udp
finish
result "no -i: wrong usage" [ $status = 2 ]
start --drop -i lo udp
finish
result "--drop without --xdp: wrong usage" [ $status = 2 ]
setpriv --reuid 65534 --clear-groups --inh-caps=-all "$skep" filter --xdp -i lo udp >"$dir/out" 2>"$dir/err"
status=$?
result "without privilege the exit status is 3" [ $status = 3 ]
result "and the message names it" grep -q CAP_BPF "$dir/err"

with() { # capabilities, then options of skep filter
	setpriv --reuid 65534 --clear-groups --inh-caps=-all,$1 --ambient-caps=-all,$1 --bounding-set=-all,$1 \
		"$skep" filter "${@:2}" >"$dir/out" 2>"$dir/err" &
	pid=$!
	for _ in $(seq 400); do
		grep -q '^listening' "$dir/err" && return
		kill -0 $pid 2>/dev/null || return
		sleep 0.05
	done
}

with +bpf,+net_admin,+perfmon --xdp -c 1 --count -i lo udp dst port 53
echo hello 2>/dev/null >"/dev/udp/127.0.0.1/53"
finish
result "CAP_BPF, CAP_NET_ADMIN and CAP_PERFMON are enough" [ "$(cat "$dir/out")" = 1 ]
for missing in perfmon bpf net_admin; do
	caps=$(echo +bpf,+net_admin,+perfmon | sed "s/+$missing//; s/,,/,/; s/^,//; s/,$//")
	with "$caps" --xdp -c 1 --count -i lo udp dst port 53
	finish
	result "without CAP_${missing^^} the exit status is 3" [ $status = 3 ]
	result "and the message names it" grep -q "CAP_${missing^^}" "$dir/err"
done

echo "1..$count"
exit $failed

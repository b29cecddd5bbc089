#!/bin/bash
# SPDX-License-Identifier: BSD-2-Clause
# On veth pairs of a network namespace of its own: what XDP does with frames, native and generic, beside what tcpdump
# captures of the same frames; then a filter at XDP beside the same filter on a packet socket and tcpdump. Frames a
# second that were sent, and how many of them were seen.
# usage: bench/xdp.sh BUILD [FRAMES]
skep=$1/src/skep
send=$1/bench/xdp_send
live=$1/bench/xdp_live
actions=$1/bench/xdp_actions.bpf.o
balancer=$1/tests/system/xdp_balancer.bpf.o
frames=${2:-500000}
if [ "${3:-}" != inside ]; then
	unshare -nmp --fork true 2>/dev/null || { echo "skipped: no namespaces: this needs CAP_SYS_ADMIN"; exit 0; }
	exec unshare -nmp --fork --kill-child --mount-proc "$0" "$1" "$frames" inside
fi
command -v ethtool >/dev/null || { echo "skipped: no ethtool: scripts/deps bench installs it"; exit 0; }
for pair in "hand0 hand1" "far0 far1"; do
	ip link add "${pair% *}" type veth peer name "${pair#* }"
	for end in $pair; do
		ip link set "$end" up
		ethtool -K "$end" gro on # then frames are polled for, and taken from XDP
	done
done
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -r "$dir"' EXIT

# Starts a command in the background and waits until it says that it is there.
start() {
	: >"$dir/err"
	"$@" >"$dir/out" 2>"$dir/err" &
	pid=$!
	for _ in $(seq 100); do
		grep -q '^\(tcpdump: \)\?listening\|^attached' "$dir/err" && return
		sleep 0.05
	done
}

finish() {
	sleep 0.5
	kill -INT $pid
	wait $pid
}

row() { # name, frames sent, a second, seen
	awk -v name="$1" -v sent="$2" -v rate="$3" -v seen="$4" \
		'BEGIN { printf "%-34s %9d frames/s, %5.1f %% seen: %9d/s\n", name, rate, 100 * seen / sent, rate * seen / sent }'
}

# ---- what XDP does, with frames that a program sends

# name, then words of skep attach; what was seen is a map `seen` or a variable `sent`
act() {
	local name=$1
	shift
	start "$skep" attach -j "$@"
	read -r sent rate < <("$live" hand1 "$frames")
	finish
	row "$name" "$sent" "$rate" "$(grep -E '"(map":"seen|variable":"sent)"' "$dir/out" |
		sed 's/.*"value":\([0-9]*\).*/\1/')"
}

# A ring of consistent hashing with one server.
balance=$(printf '"%s":0,' $(seq 0 250))
balance=(--map "ring={${balance%,}}" --map 'services={"192.0.2.80":1}' --map 'servers={"0":{"address":"192.0.2.10"}}')
for end in hand1 far1; do
	"$skep" attach "$actions" -p act_drop xdp:$end,native >/dev/null 2>&1 &
done
sleep 1
for mode in native generic; do
	act "XDP_DROP, $mode" "$actions" -p act_drop "xdp:hand0,$mode"
	act "XDP_PASS, $mode" "$actions" -p act_pass "xdp:hand0,$mode"
	act "XDP_TX, $mode" "$actions" -p act_tx "xdp:hand0,$mode"
	act "XDP_REDIRECT, $mode" "$actions" -p act_redirect --set target="$(ip -o link show far0 | cut -d: -f1)" \
		"xdp:hand0,$mode"
	act "load balancer, $mode" "$balancer" "${balance[@]}" "xdp:hand0,$mode"
done
start tcpdump -i hand0 -w /dev/null tcp dst port 80
read -r sent rate < <("$live" hand1 "$frames")
finish
row "tcpdump -w /dev/null" "$sent" "$rate" "$(sed -n 's/^\([0-9]*\) packets captured/\1/p' "$dir/err")"
kill -INT $(jobs -p)
wait

# ---- filters, with frames of a packet socket

# name, then a command; its last line or its notes tell how many it saw
measure() {
	local name=$1 seen
	shift
	start "$@"
	read -r sent rate < <("$send" hand1 "$frames")
	finish
	seen=$(cat "$dir/out" "$dir/err" | grep -oE '(dropped|passed) [0-9]+ packets|^[0-9]+ packets (matched|captured)' |
		grep -oE '[0-9]+' | sort -n | tail -1)
	row "$name" "$sent" "$rate" "$seen"
}

read -r sent rate < <("$send" hand1 "$frames")
printf '%-34s %9d frames/s\n' "nobody listens" "$rate"
measure "skep filter --xdp --drop" "$skep" filter --xdp --drop -i hand0 udp dst port 53
measure "skep filter --xdp --pass" "$skep" filter --xdp --pass -i hand0 udp dst port 53
measure "skep filter --xdp --count" "$skep" filter --xdp --count -i hand0 udp dst port 53
measure "skep filter --xdp -w /dev/null" "$skep" filter --xdp -w /dev/null -i hand0 udp dst port 53
measure "skep filter -w /dev/null" "$skep" filter -w /dev/null -i hand0 udp dst port 53
measure "tcpdump -w /dev/null" tcpdump -i hand0 -w /dev/null udp dst port 53

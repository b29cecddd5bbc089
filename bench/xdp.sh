#!/bin/bash
# SPDX-License-Identifier: BSD-2-Clause
# A filter at XDP beside the same filter on a packet socket and tcpdump, on a veth pair of a network namespace of its
# own: how many frames a second come in, and how many of them the filter saw.
# usage: bench/xdp.sh BUILD [FRAMES]
skep=$1/src/skep
send=$1/bench/xdp_send
frames=${2:-1000000}
if [ "${3:-}" != inside ]; then
	unshare -n true 2>/dev/null || { echo "skipped: no network namespace: this needs CAP_SYS_ADMIN"; exit 0; }
	exec unshare -n "$0" "$1" "$frames" inside
fi
ip link add hand0 type veth peer name hand1
ip link set hand0 up
ip link set hand1 up
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

# name, then a command; its last line or its notes tell how many it saw
measure() {
	local name=$1 pid seen
	shift
	: >"$dir/err"
	"$@" >"$dir/out" 2>"$dir/err" &
	pid=$!
	for _ in $(seq 100); do
		grep -q '^\(tcpdump: \)\?listening' "$dir/err" && break
		sleep 0.05
	done
	read -r sent rate < <("$send" hand1 "$frames")
	sleep 0.5
	kill -INT $pid
	wait $pid
	seen=$(cat "$dir/out" "$dir/err" | grep -oE '(dropped|passed) [0-9]+ packets|^[0-9]+ packets (matched|captured)' |
		grep -oE '[0-9]+' | sort -n | tail -1)
	awk -v name="$name" -v rate="$rate" -v seen="$seen" -v sent="$sent" \
		'BEGIN { printf "%-34s %9d frames/s, %5.1f %% seen\n", name, rate, 100 * seen / sent }'
}

read -r sent rate < <("$send" hand1 "$frames")
printf '%-34s %9d frames/s\n' "nobody listens" "$rate"
measure "skep filter --xdp --drop" "$skep" filter --xdp --drop -i hand0 udp dst port 53
measure "skep filter --xdp --pass" "$skep" filter --xdp --pass -i hand0 udp dst port 53
measure "skep filter --xdp --count" "$skep" filter --xdp --count -i hand0 udp dst port 53
measure "skep filter --xdp -w /dev/null" "$skep" filter --xdp -w /dev/null -i hand0 udp dst port 53
measure "skep filter -w /dev/null" "$skep" filter -w /dev/null -i hand0 udp dst port 53
measure "tcpdump -w /dev/null" tcpdump -i hand0 -w /dev/null udp dst port 53

#!/bin/bash
# SPDX-License-Identifier: BSD-2-Clause
# On veth pairs of a network namespace of its own: what XDP does with frames, native and generic, beside what tcpdump
# captures of the same frames; then a filter at XDP beside the same filter on a packet socket and tcpdump. Of each the
# best of three runs: frames a second that were sent, how many of them were seen, those a second, and their ratio to
# tcpdump's.
# usage: bench/xdp.sh BUILD [FRAMES]
skep=$1/src/skep
send=$1/bench/xdp_send
live=$1/bench/xdp_live
actions=$1/bench/xdp_actions.bpf.o
balancer=$1/tests/system/xdp_balancer.bpf.o
frames=${2:-500000}
runs=3
patience=30 # seconds, for each part of a run
if [ "${3:-}" != inside ]; then
	unshare -nmp --fork true 2>/dev/null || { echo "skipped: no namespaces: this needs CAP_SYS_ADMIN"; exit 0; }
	for command in ethtool tcpdump; do
		command -v $command >/dev/null || { echo "skipped: no $command: scripts/deps bench installs it"; exit 0; }
	done
	exec unshare -nmp --fork --kill-child --mount-proc "$0" "$1" "$frames" inside
fi
for pair in "hand0 hand1" "far0 far1"; do
	ip link add "${pair% *}" type veth peer name "${pair#* }"
	for end in $pair; do
		ip link set "$end" up
		ethtool -K "$end" gro on # then frames are polled for, and taken from XDP
	done
done
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -r "$dir"' EXIT

# Starts a command in the background and waits until it says that it is there; false if it does not.
start() {
	: >"$dir/err"
	timeout -s INT $((3 * patience)) "$@" >"$dir/out" 2>"$dir/err" &
	pid=$!
	for _ in $(seq $((20 * patience))); do
		grep -q '^\(tcpdump: \)\?listening\|^attached' "$dir/err" && return 0
		kill -0 $pid 2>/dev/null || return 1
		sleep 0.05
	done
	return 1
}

# Ends it, when all that was sent has arrived.
finish() {
	sleep 0.5
	kill -INT $pid
	wait $pid
}

base=0 # frames a second of the first row, which the others are beside
# name, sender, the function that finds how many were seen, then a command ("": nobody looks)
row() {
	local name=$1 sender=$2 figure=$3 best=-1 seen sent rate line
	shift 3
	for _ in $(seq $runs); do
		if [ $# -gt 0 ] && ! start "$@"; then
			echo "$name: $(tail -n 1 "$dir/err")"
			return
		fi
		read -r sent rate < <(timeout $patience "$sender" hand1 "$frames")
		[ $# -gt 0 ] && finish
		seen=$("$figure")
		if [ -n "$sent" ] && [ $((rate * seen / sent)) -gt $best ]; then
			best=$((rate * seen / sent))
			line="$rate $sent $seen"
		fi
	done
	if [ $best -lt 0 ]; then
		echo "$name: nothing could be sent"
		return
	fi
	[ $base -eq 0 ] && base=$best
	awk -v name="$name" -v ours="$best" -v theirs="$base" '{
		printf "%-31s %9d frames/s, %5.1f %% seen: %9d/s", name, $1, 100 * $3 / $2, ours
		printf (theirs ? "  ratio %.2f\n" : "\n"), ours / (theirs ? theirs : 1)
	}' <<<"$line"
}

# ---- how many were seen

# a map `seen` or a variable `sent`
counted() {
	grep -E '"(map":"seen|variable":"sent)"' "$dir/out" | sed 's/.*"value":\([0-9]*\).*/\1/' | grep . || echo 0
}

# the last line of a command, or its notes
told() {
	cat "$dir/out" "$dir/err" | grep -oE '(dropped|passed) [0-9]+ packets|^[0-9]+ packets (matched|captured)' |
		grep -oE '[0-9]+' | sort -n | tail -1 | grep . || echo 0
}

# nobody looked
all() {
	echo "$frames"
}

# ---- what XDP does, with frames that a program sends from within Linux

# A ring of consistent hashing with one server.
balance=$(printf '"%s":0,' $(seq 0 250))
balance=(--map "ring={${balance%,}}" --map 'services={"192.0.2.80":1}' --map 'servers={"0":{"address":"192.0.2.10"}}')
echo "what XDP does with frames on veth, beside what tcpdump captures of them; the best of $runs runs"
row "tcpdump -w /dev/null" "$live" told tcpdump -i hand0 -w /dev/null tcp dst port 80
# veth takes what XDP sends only if the other end has a program, too.
for end in hand1 far1; do
	"$skep" attach "$actions" -p act_drop xdp:$end,native >/dev/null 2>"$dir/$end" &
	others+=($!)
done
until grep -q ^attached "$dir/hand1" && grep -q ^attached "$dir/far1" || ! kill -0 "${others[@]}" 2>/dev/null; do
	sleep 0.05
done
for mode in native generic; do
	for act in drop pass tx; do
		row "XDP_${act^^}, $mode" "$live" counted "$skep" attach -j "$actions" -p act_$act "xdp:hand0,$mode"
	done
	row "XDP_REDIRECT, $mode" "$live" counted "$skep" attach -j "$actions" -p act_redirect \
		--set target="$(ip -o link show far0 | cut -d: -f1)" "xdp:hand0,$mode"
	row "load balancer, $mode" "$live" counted "$skep" attach -j "$balancer" "${balance[@]}" "xdp:hand0,$mode"
done
kill -INT "${others[@]}"
wait "${others[@]}"

# ---- filters, with frames of a packet socket

base=0
echo "filters on veth, beside tcpdump with the same one"
row "tcpdump -w /dev/null" "$send" told tcpdump -i hand0 -w /dev/null udp dst port 53
row "nobody listens" "$send" all
row "skep filter --xdp --drop" "$send" told "$skep" filter --xdp --drop -i hand0 udp dst port 53
row "skep filter --xdp --pass" "$send" told "$skep" filter --xdp --pass -i hand0 udp dst port 53
row "skep filter --xdp --count" "$send" told "$skep" filter --xdp --count -i hand0 udp dst port 53
row "skep filter --xdp -w /dev/null" "$send" told "$skep" filter --xdp -w /dev/null -i hand0 udp dst port 53
row "skep filter -w /dev/null" "$send" told "$skep" filter -w /dev/null -i hand0 udp dst port 53

#!/bin/bash
# SPDX-License-Identifier: BSD-2-Clause
# skep filter -i on the loopback interface of a network namespace of its own. Prints TAP.
# usage: live_command.sh COMMAND
skep=$1
if [ "${2:-}" != inside ]; then
	if ! unshare -n true 2>/dev/null; then
		echo "ok 1 - live command # SKIP no network namespace: this needs CAP_SYS_ADMIN"
		echo 1..1
		exit 0
	fi
	exec unshare -n "$0" "$skep" inside
fi

ip link set lo up
dir=$(mktemp -d /tmp/skep-live-XXXXXX)
trap 'rm -r "$dir"' EXIT
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

# Starts a capture in the background and waits until it listens.
capture() {
	: >"$dir/err"
	"$skep" filter "$@" >"$dir/out" 2>"$dir/err" &
	pid=$!
	for _ in $(seq 200); do
		grep -q '^listening' "$dir/err" && return
		kill -0 $pid 2>/dev/null || return
		sleep 0.05
	done
}

# Each word is a UDP port on the loopback interface.
send() {
	local port
	for port in "$@"; do
		echo hello >"/dev/udp/127.0.0.1/$port"
	done 2>/dev/null
}

finish() { # what wait says
	wait $pid
	status=$?
}

lines() {
	[ "$(wc -l <"$dir/out")" = "$1" ]
}

capture -i lo -c 3 udp dst port 53
send 53 54 53 55 53 53
finish
result "-c 3 ends after three packets" [ $status = 0 ]
result "and prints them" lines 3
result "all of them match" [ "$(grep -c '\.53: UDP, length 6$' "$dir/out")" = 3 ]
result "the filter ran in Linux" grep -q 'filter in Linux$' "$dir/err"
result "the count is told" grep -q '^3 packets captured$' "$dir/err"

capture -i lo -c 3 --user udp dst port 53
send 53 54 53 55 53 53
finish
result "--user finds the same" lines 3
result "the filter ran here" grep -q 'filter in user space$' "$dir/err"

capture -i any -c 2 udp dst port 53
send 54 53 53
finish
result "any" lines 2

capture -i lo -w "$dir/pcap" -s 40 udp dst port 53
send 53 54 53
for _ in $(seq 100); do
	[ "$("$skep" filter -r "$dir/pcap" --count 2>/dev/null)" = 2 ] && break
	sleep 0.05
done
kill -INT $pid
finish
result "Ctrl-C is an end like another" [ $status = 0 ]
result "what was captured is in the file, cut" \
	[ "$("$skep" filter -r "$dir/pcap" -j | grep -c '"caplen":40,"len":48')" = 2 ]
result "the counts are told" grep -q '^2 packets captured$' "$dir/err"

setpriv --reuid 65534 --clear-groups --inh-caps=-all "$skep" filter -i lo udp >"$dir/out" 2>"$dir/err"
result "without the privilege the exit status is 3" [ $? = 3 ]
result "and the message names it" grep -q CAP_NET_RAW "$dir/err"

echo "1..$count"
exit $failed

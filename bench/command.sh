#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The whole command beside tcpdump: seconds to filter a capture file of 1,000,000 packets, the two in
# turns, the least of five runs of each, and their ratio.
# usage: bench/command.sh BUILD [PACKETS]
set -eu
build=$1
count=${2:-1000000}
runs=5
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT INT TERM
capture=$directory/traffic.pcap
"$build/bench/make_capture" "$count" "$capture"

# milliseconds that a command takes
took() {
	start=$(date +%s%N)
	"$@" 2>/dev/null
	end=$(date +%s%N)
	echo $(((end - start) / 1000000))
}

least() {
	if [ -z "$1" ] || [ "$2" -lt "$1" ]; then echo "$2"; else echo "$1"; fi
}

measure() {
	ours= theirs=
	"$build/src/skep" filter -r "$capture" -w "$directory/ours.pcap" "$1" 2>/dev/null
	tcpdump -r "$capture" -w "$directory/theirs.pcap" "$1" 2>/dev/null
	cmp -s "$directory/ours.pcap" "$directory/theirs.pcap" || { echo "$1: the two write different files" >&2; exit 1; }
	i=0
	while [ "$i" -lt "$runs" ]; do
		ours=$(least "$ours" "$(took "$build/src/skep" filter -r "$capture" -w /dev/null "$1")")
		theirs=$(least "$theirs" "$(took tcpdump -r "$capture" -w /dev/null "$1")")
		i=$((i + 1))
	done
	awk -v name="$1" -v ours="$ours" -v theirs="$theirs" \
		'BEGIN { printf "%-40s skep %.3f s  tcpdump %.3f s  ratio %.2f\n", name, ours / 1000, theirs / 1000, ours / theirs }'
}

echo "$count packets, $(stat -c %s "$capture") bytes; least of $runs runs in turns"
measure 'udp port 53'
measure 'tcp port 80 and host 10.0.1.2'
measure 'ip'
measure 'tcp port 80 and (((ip[2:2] - ((ip[0]&0xf)<<2)) - ((tcp[12]&0xf0)>>2)) != 0)'
measure 'net 10.0.0.0/20 and not (port 443 or port 80 or port 53)'

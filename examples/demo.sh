#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The main jobs of skep on committed captures: run an object that clang compiled for Linux, its verdicts,
# counters and speed; then explain an expression, list its programs, select, write and count packets.
# usage: examples/demo.sh [COMMAND]
set -eu
cd "$(dirname "$0")/.."
skep=${1:-build/release/src/skep}
case $skep in */*) ;; *) skep=$(command -v "$skep") ;; esac
capture=examples/demo.pcap
out=$(mktemp -d)
trap 'rm -r "$out"' EXIT

heading() {
	printf '\n== %s\n' "$*"
}

# Shows a command line, then runs it.
run() {
	printf '$ skep'
	for word in "$@"; do
		case $word in
		*[!A-Za-z0-9_./-]*) printf " '%s'" "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done
	printf '\n'
	"$skep" "$@"
}

heading "A firewall for Linux's XDP, compiled by clang"
object=$out/xdp_firewall.bpf.o
echo '$ clang -target bpf -O2 -g -c examples/xdp_firewall.bpf.c -o xdp_firewall.bpf.o'
clang -target bpf -mcpu=v3 -O2 -g -I"/usr/include/$(uname -m)-linux-gnu" -c examples/xdp_firewall.bpf.c -o "$object"

heading "Is it safe to run?"
run verify -v "$object"

heading "On a capture: verdicts and counters; what passes is written"
run run "$object" -r examples/xdp_firewall.pcap --map @examples/xdp_firewall.maps -q -w "$out/passed.pcap"
run filter -r "$out/passed.pcap" --count

heading "The packets that it reports"
run run "$object" -r examples/xdp_firewall.pcap --map @examples/xdp_firewall.maps --event events=event |
	sed -n '/^[$]/p; /^events: {/p' | head -4

heading "How fast: the same capture 5,000 times"
run run "$object" -r examples/xdp_firewall.pcap --map @examples/xdp_firewall.maps -q --repeat 5000 | head -5

heading "An expression in plain words, what may surprise in it, and its programs"
run explain 'ip proto 47 or arp'

heading "The program for a socket of Linux, as tcpdump -d lists it"
run filter -d 'udp port 53 and not vlan'

heading "The same as eBPF"
run filter --ebpf 'udp port 53 and not vlan'

heading "Packets of a capture file"
run filter -r $capture 'udp port 53'

heading "The beginning of a connection over IPv6, with link-layer header and bytes"
run filter -r $capture -c 2 -e -x 'tcp port 443'

heading "For other programs"
run filter -r $capture -c 3 -j 'icmp or icmp6'

heading "Into a file, and how many they are"
run filter -r $capture -w "$out/voice.pcap" 'vlan 20 and udp'
run filter -r "$out/voice.pcap" --count

heading "A mistake"
run filter -r $capture 'tcp prot 80' || echo "(exit status $?)"

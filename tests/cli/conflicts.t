Options that contradict each other.
-- run
skep filter -r examples/demo.pcap -i lo; skep filter -dw x; skep filter -r examples/demo.pcap -jq; skep filter -r examples/demo.pcap --user; skep filter --ebpf -d
-- stderr
skep: -r and -i contradict each other: packets come from a file or from an interface
skep: -d and -w contradict each other: -d lists the program and reads no packets
skep: -j and -q contradict each other: -j prints all that is known
skep: -r and --user contradict each other: a file is always filtered here; --user belongs to -i
skep: -d and --ebpf contradict each other: -d lists the classic program, --ebpf the other
-- exit
2

What cannot be run.
-- run
skep run; echo $?; skep run $T/none.o; echo $?; (skep run $T/none.o -r examples/demo.pcap; echo $?) 2>&1 | sed "s#$T/##g"
run() { skep run $OBJECTS/"$@"; echo $?; }
run xdp_firewall.bpf.o -r $T/none.pcap 2>&1 | sed "s#$T/##g"
run xdp_firewall.bpf.o -r examples/xdp_firewall.pcap -p firewall
run trace_files.bpf.o -r examples/demo.pcap
run refused.bpf.o -r examples/demo.pcap 2>&1 | sed 's/[0-9]* programs/N programs/; s/choose one.*/choose one ../'
run xdp_firewall.bpf.o -r examples/demo.pcap --threads 1000; run xdp_firewall.bpf.o -r examples/demo.pcap --repeat x
printf '\324\303\262\241\2\0\4\0\0\0\0\0\0\0\0\0\0\0\1\0\145\0\0\0' >$T/raw.pcap
run xdp_firewall.bpf.o -r $T/raw.pcap 2>&1 | sed "s#$T/##g"
-- stdout
2
2
skep: libbpf cannot open none.o: elf: failed to open none.o: No such file or directory
1
skep: cannot open none.pcap: No such file or directory
1
1
1
skep: N programs can run on packets: choose one ..
1
2
2
skep: raw.pcap: the packets have link type RAW: programs of type xdp run on frames of Ethernet
3
-- exit
0
-- stderr
skep: which object file? see skep run --help
skep: where do packets come from? -r FILE
skep: there is no program firewall: there are xdp_firewall (xdp)
skep: there is no program that runs on packets: there are trace_files (tracepoint)
skep: --threads 1000: at most 256
skep: --repeat x: expected a number from 0 to 18446744073709551615

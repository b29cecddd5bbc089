-w and --count together.
-- run
skep filter -r examples/demo.pcap -w $T/a --count arp; skep filter -r $T/a --count
-- stdout
6
6
-- exit
0

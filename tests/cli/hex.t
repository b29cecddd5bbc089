-x and -xx print what tcpdump prints.
-- run
for x in -x -xx; do skep filter -r examples/demo.pcap $x | grep '^	0x' >$T/skep; tcpdump -nr examples/demo.pcap $x 2>/dev/null | grep '^	0x' >$T/tcpdump; cmp $T/skep $T/tcpdump && wc -l <$T/skep; done; skep filter -r examples/demo.pcap -x -c 1
-- stdout
1948
2108
22:13:20.017691 ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28
	0x0000:  0001 0800 0604 0001 0200 0000 0010 c000
	0x0010:  020a 0000 0000 0000 c000 0201
-- exit
0

-w writes what tcpdump -w writes.
-- run
skep filter -r examples/demo.pcap -w $T/skep tcp; tcpdump -r examples/demo.pcap -w $T/tcpdump tcp 2>/dev/null; cmp $T/skep $T/tcpdump && wc -c <$T/skep
-- stdout
17980
-- exit
0

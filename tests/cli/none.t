No match is no failure.
-- run
skep filter -r examples/demo.pcap host 10.1.1.1
-- exit
0

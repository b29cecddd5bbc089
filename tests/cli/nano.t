--nano and --micro.
-- run
skep filter -r examples/demo.pcap --nano -w $T/a -c 1; skep filter -r $T/a; skep filter -r $T/a --micro
-- stdout
22:13:20.017691000 ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28
22:13:20.017691 ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28
-- exit
0

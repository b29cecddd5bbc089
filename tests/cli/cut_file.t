What is readable of a damaged file is delivered.
-- run
head -c 200 examples/demo.pcap >$T/a; cd $T; skep filter -r a; skep filter -r a --count
-- stdout
22:13:20.017691 ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28
22:13:20.017991 ARP, Reply 192.0.2.1 is-at 02:00:00:00:00:01, length 28
22:13:20.092677 ARP, Request who-has 192.0.2.1 tell 192.0.2.11, length 28
3
-- stderr
skep: a: the file ends after 2 of the 16 bytes of a record's header, at byte 198: the file was cut short; the packets before it are complete
skep: a: the file ends after 2 of the 16 bytes of a record's header, at byte 198: the file was cut short; the packets before it are complete
-- exit
1

The link type and snapshot length of a file are in the program.
-- run
skep filter -r examples/demo.pcap -d arp
-- stdout
(000) ldh      [12]
(001) jeq      #0x806           jt 2	jf 3
(002) ret      #65535
(003) ret      #0
-- exit
0

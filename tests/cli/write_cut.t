-s cuts packets that are written; the header says so.
-- run
skep filter -r examples/demo.pcap -s 60 -w $T/a tcp and greater 500; skep filter -r $T/a -jc 1; skep filter -r $T/a -d ip
-- stdout
{"time":1700000000.435415,"caplen":60,"len":1454,"link_src":"02:00:00:00:00:01","link_dst":"02:00:00:00:00:10","ethertype":2048,"src":"198.51.100.80","dst":"192.0.2.10","sport":80,"dport":51000,"proto":"TCP","ip_proto":6,"tcp_flags":24,"payload":1400}
(000) ldh      [12]
(001) jeq      #0x800           jt 2	jf 3
(002) ret      #60
(003) ret      #0
-- exit
0

-d prints the program as tcpdump does.
-- run
skep filter -d 'arp or ip proto 47'
-- stdout
(000) ldh      [12]
(001) jeq      #0x806           jt 5	jf 2
(002) jeq      #0x800           jt 3	jf 6
(003) ldb      [23]
(004) jeq      #0x2f            jt 5	jf 6
(005) ret      #262144
(006) ret      #0
-- exit
0

-j prints an object a line, with stable keys.
-- run
skep filter -r examples/demo.pcap -jc 2 arp; skep filter -r examples/demo.pcap -jxc 1 udp; skep filter -r examples/demo.pcap -jc 1 vlan; skep filter -r examples/demo.pcap -jc 1 icmp6; skep filter -r examples/demo.pcap -jc 1 'tcp port 443'
-- stdout
{"time":1700000000.017691,"caplen":42,"len":42,"link_src":"02:00:00:00:00:10","link_dst":"ff:ff:ff:ff:ff:ff","ethertype":2054,"src":"192.0.2.10","dst":"192.0.2.1","proto":"ARP","arp_op":1,"payload":28}
{"time":1700000000.017991,"caplen":42,"len":42,"link_src":"02:00:00:00:00:01","link_dst":"02:00:00:00:00:10","ethertype":2054,"src":"192.0.2.1","dst":"192.0.2.10","proto":"ARP","arp_op":2,"payload":28}
{"time":1700000000.135140,"caplen":75,"len":75,"link_src":"02:00:00:00:00:10","link_dst":"02:00:00:00:00:01","ethertype":2048,"src":"192.0.2.10","dst":"192.0.2.1","sport":40001,"dport":53,"proto":"UDP","ip_proto":17,"payload":33,"data":"4500003d000200004011f6a2c000020ac00002019c4100350029f87b9c410100000100000000000003777777076578616d706c6503636f6d0000010001"}
{"time":1700000003.383017,"caplen":218,"len":218,"link_src":"02:00:00:00:00:01","link_dst":"02:00:00:00:00:20","ethertype":2048,"vlans":[20],"src":"203.0.113.123","dst":"192.0.2.20","sport":16384,"dport":16386,"proto":"UDP","ip_proto":17,"payload":172}
{"time":1700000001.975189,"caplen":78,"len":78,"link_src":"02:00:00:00:00:10","link_dst":"02:00:00:00:00:01","ethertype":34525,"src":"2001:db8:1::10","dst":"fe80::1","proto":"ICMP6","ip_proto":58,"icmp_type":135,"payload":24}
{"time":1700000002.557890,"caplen":74,"len":74,"link_src":"02:00:00:00:00:10","link_dst":"02:00:00:00:00:01","ethertype":34525,"src":"2001:db8:1::10","dst":"2001:db8:80::80","sport":51002,"dport":443,"proto":"TCP","ip_proto":6,"tcp_flags":2,"payload":0}
-- exit
0

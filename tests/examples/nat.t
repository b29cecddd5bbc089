NAT: the source outward, the destination inward, with right checksums.
-- run
skep run $OBJECTS/tc_nat.bpf.o -r examples/tc_nat.pcap --map @examples/tc_nat.maps -w $T/out.pcap | grep -v 'ns a packet' | head -5
skep filter -r $T/out.pcap -c 4
/usr/bin/tcpdump -nr $T/out.pcap -vv 2>/dev/null | grep -cE 'incorrect|bad (udp )?cksum'; true
-- stdout
tc_nat (sched_cls): 166 packets, 31642 bytes
  TC_ACT_OK                    166
inside (lru_hash, 16384): 90 elements
  {address: 198.51.100.10, port: 53, own_port: 40000, protocol: 17}: 10.1.0.2
  {address: 198.51.100.10, port: 53, own_port: 40001, protocol: 17}: 10.1.0.6
22:13:20.004422 IP 192.0.2.1.40000 > 198.51.100.10.53: UDP, length 20
22:13:20.023093 IP 198.51.100.10.53 > 10.1.0.2.40000: UDP, length 20
22:13:20.025180 IP 192.0.2.1.40000 > 198.51.100.11.443: TCP [.], length 90
22:13:20.033558 IP 198.51.100.11.443 > 10.1.0.3.40000: TCP [.], length 90
0
-- exit
0

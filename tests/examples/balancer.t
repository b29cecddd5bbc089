The balancer: packets to services go to servers in another IP header.
-- run
skep run $OBJECTS/xdp_balancer.bpf.o -r examples/xdp_balancer.pcap --map @examples/xdp_balancer.maps --tx $T/tx.pcap -w $T/passed.pcap >$T/out
grep -v 'ns a packet' $T/out | head -3
grep -c '^  {from: ' $T/out; grep -A2 '^.bss' $T/out
skep filter -r $T/tx.pcap --count; skep filter -r $T/tx.pcap -c 2 -e; skep filter -r $T/passed.pcap --count 'host 192.0.2.99'
# Each server has its share.
skep run -j $OBJECTS/xdp_balancer.bpf.o -r examples/xdp_balancer.pcap --map @examples/xdp_balancer.maps |
	python3 -c 'import collections,json,sys; print(sorted(collections.Counter(v["value"] for v in map(json.loads, sys.stdin) if v.get("map") == "connections" and "key" in v).items()))'
-- stdout
xdp_balancer (xdp): 221 packets, 52048 bytes
  XDP_PASS                     32
  XDP_TX                       189
67
.bss
  sent: 189
  missed: 0
189
22:13:20.016254 02:00:00:00:00:01 > 02:00:00:00:0a:0e, ethertype IPv4 (0x0800), length 74: 192.0.2.1 > 10.0.0.14: IP, length 40
22:13:20.023153 02:00:00:00:00:01 > 02:00:00:00:0a:0e, ethertype IPv4 (0x0800), length 586: 192.0.2.1 > 10.0.0.14: IP, length 552
20
[(0, 16), (1, 10), (2, 18), (3, 9), (4, 14)]
-- exit
0

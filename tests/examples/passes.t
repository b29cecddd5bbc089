Passes over a file on several threads come to the same counts and files.
-- run
run() { skep run -q "$@" | grep -v 'ns a packet' | sed 's/ (cpu.*//'; }
for threads in 1 2 3; do
	run $OBJECTS/xdp_firewall.bpf.o -r examples/demo.pcap --repeat 70 --threads $threads -w $T/$threads.pcap >$T/$threads
	run $OBJECTS/sock_stats.bpf.o -r examples/sock_stats.pcap --repeat 70 --threads $threads >>$T/$threads
	run $OBJECTS/xdp_balancer.bpf.o -r examples/xdp_balancer.pcap --map @examples/xdp_balancer.maps --repeat 70 --threads $threads --tx $T/$threads.tx >>$T/$threads
	cmp $T/1 $T/$threads; cmp $T/1.pcap $T/$threads.pcap; cmp $T/1.tx $T/$threads.tx
done
grep -e packets: -e XDP -e '^  sent' -e sizes $T/3; wc -c <$T/3.pcap
-- stdout
  XDP_PASS                     11410
  0: {packets: 6300, bytes: 1028440}
  192.0.2.1: {packets: 490, bytes: 160230}
  192.0.2.2: {packets: 910, bytes: 315070}
  192.0.2.3: {packets: 910, bytes: 369600}
  192.0.2.4: {packets: 910, bytes: 140700}
  192.0.2.5: {packets: 910, bytes: 183260}
  192.0.2.7: {packets: 910, bytes: 289870}
  192.0.2.9: {packets: 910, bytes: 412230}
  192.0.2.10: {packets: 910, bytes: 157640}
  192.0.2.13: {packets: 910, bytes: 473270}
  192.0.2.14: {packets: 910, bytes: 283360}
  192.0.2.17: {packets: 910, bytes: 265860}
  192.0.2.19: {packets: 910, bytes: 190330}
  sizes: [0, 0, 0, 0, 1890, 1890, 3150, 1330, 0, 1050, 1330, 0, 0, 0, 0, 0, 0]
  XDP_PASS                     2240
  XDP_TX                       13230
  sent: 13230
2446524
-- exit
0

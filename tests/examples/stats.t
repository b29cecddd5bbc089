Socket statistics: what a socket keeps of its packets.
-- run
skep run $OBJECTS/sock_stats.bpf.o -r examples/sock_stats.pcap | grep -v 'ns a packet'
-- stdout
sock_stats (socket_filter): 152 packets, 48510 bytes
  kept                         152
protocols (array, 256): 3 elements that are not zero
  1: 1700
  6: 8325
  17: 36281
senders (hash, 4096): 12 elements
  192.0.2.1: {packets: 7, bytes: 2289}
  192.0.2.2: {packets: 13, bytes: 4501}
  192.0.2.3: {packets: 13, bytes: 5280}
  192.0.2.4: {packets: 13, bytes: 2010}
  192.0.2.5: {packets: 13, bytes: 2618}
  192.0.2.7: {packets: 13, bytes: 4141}
  192.0.2.9: {packets: 13, bytes: 5889}
  192.0.2.10: {packets: 13, bytes: 2252}
  192.0.2.13: {packets: 13, bytes: 6761}
  192.0.2.14: {packets: 13, bytes: 4048}
  192.0.2.17: {packets: 13, bytes: 3798}
  192.0.2.19: {packets: 13, bytes: 2719}
.bss
  sizes: [0, 0, 0, 0, 27, 27, 45, 19, 0, 15, 19, 0, 0, 0, 0, 0, 0]
-- exit
0

Passes over a file on several threads come to the same counts.
-- run
for threads in 1 2 3; do
	skep run -q $OBJECTS/xdp_firewall.bpf.o -r examples/xdp_firewall.pcap --map @examples/xdp_firewall.maps --repeat 7 --threads $threads -w $T/$threads.pcap |
		grep -v 'ns a packet' | sed 's/ (cpu.*//; s/: [0-9]* records were read//'
	cmp $T/1.pcap $T/$threads.pcap
done
-- stdout
xdp_firewall (xdp): 1267 packets, 260386 bytes
  XDP_DROP                     602
  XDP_PASS                     665
networks (lpm_trie, 1024): 3 elements
  {prefix: 10, address: 100.64.0.0}: 2
  {prefix: 16, address: 100.70.0.0}: 3
  {prefix: 24, address: 203.0.113.0}: 1
ports (hash, 256): 2 elements
  {number: 23, protocol: 6, unused: 0}: 1
  {number: 1900, protocol: 17, unused: 0}: 1
counters (percpu_array, 4): 4 elements that are not zero
  0: {packets: 602, bytes: 143976}
  1: {packets: 462, bytes: 84112}
  2: {packets: 112, bytes: 28448}
  3: {packets: 28, bytes: 1120}
events (ringbuf, 65536)
xdp_firewall (xdp): 1267 packets, 260386 bytes
  XDP_DROP                     602
  XDP_PASS                     665
networks (lpm_trie, 1024): 3 elements
  {prefix: 10, address: 100.64.0.0}: 2
  {prefix: 16, address: 100.70.0.0}: 3
  {prefix: 24, address: 203.0.113.0}: 1
ports (hash, 256): 2 elements
  {number: 23, protocol: 6, unused: 0}: 1
  {number: 1900, protocol: 17, unused: 0}: 1
counters (percpu_array, 4): 4 elements that are not zero
  0: {packets: 602, bytes: 143976}
  1: {packets: 462, bytes: 84112}
  2: {packets: 112, bytes: 28448}
  3: {packets: 28, bytes: 1120}
events (ringbuf, 65536)
xdp_firewall (xdp): 1267 packets, 260386 bytes
  XDP_DROP                     602
  XDP_PASS                     665
networks (lpm_trie, 1024): 3 elements
  {prefix: 10, address: 100.64.0.0}: 2
  {prefix: 16, address: 100.70.0.0}: 3
  {prefix: 24, address: 203.0.113.0}: 1
ports (hash, 256): 2 elements
  {number: 23, protocol: 6, unused: 0}: 1
  {number: 1900, protocol: 17, unused: 0}: 1
counters (percpu_array, 4): 4 elements that are not zero
  0: {packets: 602, bytes: 143976}
  1: {packets: 462, bytes: 84112}
  2: {packets: 112, bytes: 28448}
  3: {packets: 28, bytes: 1120}
events (ringbuf, 65536)
-- exit
0

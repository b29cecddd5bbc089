The firewall: verdicts, events by their type, maps; what passes is written.
-- run
skep run $OBJECTS/xdp_firewall.bpf.o -r examples/xdp_firewall.pcap --map @examples/xdp_firewall.maps --event events=event -w $T/passed.pcap |
	grep -v 'ns a packet' | sed 's/time: [0-9]*/time: ./'
skep filter -r $T/passed.pcap --count
skep filter -r $T/passed.pcap --count 'net 203.0.113.0/24 or net 100.64.0.0/10 or dst port 23'
-- stdout
events: {time: ., from: 203.0.113.202, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.68.7.196, to: 192.0.2.80, port: {number: 123, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.73.7.57, to: 192.0.2.80, port: {number: 22, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.74.7.60, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.244, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.76.7.237, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.130, to: 192.0.2.80, port: {number: 8080, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.151, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.113, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.188, to: 192.0.2.80, port: {number: 22, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.181, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 100.87.7.101, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.89.7.60, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.90.7.91, to: 192.0.2.80, port: {number: 123, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.91.7.246, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.133, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.244, to: 192.0.2.80, port: {number: 22, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.94.7.142, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.96.7.160, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.154, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.98.7.150, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.30, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.115, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 100.111.7.214, to: 192.0.2.80, port: {number: 8080, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.58, to: 192.0.2.80, port: {number: 8080, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.173, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.34, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 100.118.7.210, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.119.7.131, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.121.7.50, to: 192.0.2.80, port: {number: 123, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.123.7.224, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.220, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.239, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.197, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.65.7.55, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.66.7.216, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.35, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.71.7.151, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.72.7.58, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.229, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.207, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.81.7.65, to: 192.0.2.80, port: {number: 22, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.29, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.170, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.88.7.54, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.24, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.48, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 198.51.100.86, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 100.94.7.24, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.19, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.98.7.200, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.99.7.244, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.182, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 198.51.100.200, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.141, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.108.7.117, to: 192.0.2.80, port: {number: 22, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.110.7.5, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.113.7.23, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.114.7.82, to: 192.0.2.80, port: {number: 8080, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.117.7.233, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.236, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 198.51.100.178, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 100.122.7.22, to: 192.0.2.80, port: {number: 123, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.123.7.97, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.175, to: 192.0.2.80, port: {number: 8080, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.132, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.65.7.216, to: 192.0.2.80, port: {number: 123, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.218, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.102, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.111, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.192, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.72.7.113, to: 192.0.2.80, port: {number: 80, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.73.7.63, to: 192.0.2.80, port: {number: 53, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 198.51.100.197, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 198.51.100.129, to: 192.0.2.80, port: {number: 23, protocol: 6, unused: 0}, reason: CLOSED_PORT}
events: {time: ., from: 203.0.113.129, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.85.7.127, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.87.7.51, to: 192.0.2.80, port: {number: 22, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.88.7.105, to: 192.0.2.80, port: {number: 8080, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.91.7.110, to: 192.0.2.80, port: {number: 1900, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 203.0.113.201, to: 192.0.2.80, port: {number: 443, protocol: 6, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 100.95.7.3, to: 192.0.2.80, port: {number: 123, protocol: 17, unused: 0}, reason: BLOCKED_NETWORK}
events: {time: ., from: 0.0.0.0, to: 0.0.0.0, port: {number: 0, protocol: 0, unused: 0}, reason: MALFORMED}
events: {time: ., from: 0.0.0.0, to: 0.0.0.0, port: {number: 0, protocol: 0, unused: 0}, reason: MALFORMED}
events: {time: ., from: 0.0.0.0, to: 0.0.0.0, port: {number: 0, protocol: 0, unused: 0}, reason: MALFORMED}
events: {time: ., from: 198.51.100.7, to: 192.0.2.80, port: {number: 0, protocol: 6, unused: 0}, reason: MALFORMED}
xdp_firewall (xdp): 181 packets, 37198 bytes
  XDP_DROP                     86
  XDP_PASS                     95
networks (lpm_trie, 1024): 3 elements
  {prefix: 10, address: 100.64.0.0}: 2
  {prefix: 16, address: 100.70.0.0}: 3
  {prefix: 24, address: 203.0.113.0}: 1
ports (hash, 256): 2 elements
  {number: 23, protocol: 6, unused: 0}: 1
  {number: 1900, protocol: 17, unused: 0}: 1
counters (percpu_array, 4): 4 elements that are not zero
  0: {packets: 86, bytes: 20568}
  1: {packets: 66, bytes: 12016}
  2: {packets: 16, bytes: 4064}
  3: {packets: 4, bytes: 160}
events (ringbuf, 65536): 86 records were read
95
0
-- exit
0

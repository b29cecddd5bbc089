A line for each match.
-- run
skep filter -nr examples/demo.pcap 'udp port 53 or icmp or arp'
-- stdout
22:13:20.017691 ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28
22:13:20.017991 ARP, Reply 192.0.2.1 is-at 02:00:00:00:00:01, length 28
22:13:20.092677 ARP, Request who-has 192.0.2.1 tell 192.0.2.11, length 28
22:13:20.092977 ARP, Reply 192.0.2.1 is-at 02:00:00:00:00:01, length 28
22:13:20.101328 ARP, Request who-has 192.0.2.1 tell 192.0.2.30, length 28
22:13:20.101628 ARP, Reply 192.0.2.1 is-at 02:00:00:00:00:01, length 28
22:13:20.135140 IP 192.0.2.10.40001 > 192.0.2.1.53: UDP, length 33
22:13:20.139140 IP 192.0.2.1.53 > 192.0.2.10.40001: UDP, length 64
22:13:20.814773 IP 192.0.2.11 > 198.51.100.80: ICMP echo request, length 64
22:13:20.892336 IP 198.51.100.80 > 192.0.2.11: ICMP echo reply, length 64
22:13:20.905815 IP 192.0.2.11 > 198.51.100.80: ICMP echo request, length 64
22:13:20.947501 IP 198.51.100.80 > 192.0.2.11: ICMP echo reply, length 64
22:13:20.951590 IP 192.0.2.11 > 198.51.100.80: ICMP echo request, length 64
22:13:20.954595 IP 198.51.100.80 > 192.0.2.11: ICMP echo reply, length 64
22:13:20.958010 IP 192.0.2.11 > 198.51.100.80: ICMP echo request, length 64
22:13:21.043227 IP 198.51.100.80 > 192.0.2.11: ICMP echo reply, length 64
22:13:21.114271 IP 192.0.2.11 > 198.51.100.80: ICMP echo request, length 64
22:13:21.115557 IP 198.51.100.80 > 192.0.2.11: ICMP echo reply, length 64
22:13:21.165602 IP 192.0.2.11.40002 > 192.0.2.1.53: UDP, length 34
22:13:21.169602 IP 192.0.2.1.53 > 192.0.2.11.40002: UDP, length 66
22:13:22.465952 IP 192.0.2.10.40003 > 192.0.2.1.53: UDP, length 34
22:13:22.469952 IP 192.0.2.1.53 > 192.0.2.10.40003: UDP, length 78
22:13:24.984692 IP 198.51.100.80.53 > 192.0.2.10.40004: UDP, fragment at 0, length 1472
22:13:25.443198 IP 192.0.2.20.40005 > 192.0.2.1.53: UDP, length 33
22:13:25.447198 IP 192.0.2.1.53 > 192.0.2.20.40005: UDP, length 64
22:13:25.518006 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:25.589957 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:25.620468 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:25.673560 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:25.740981 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:25.786126 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:25.861938 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:25.908322 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:25.968581 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:26.003955 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:26.090439 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:26.162345 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:26.242240 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:26.243068 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
22:13:26.293438 IP 192.0.2.10 > 192.0.2.1: ICMP echo request, length 64
22:13:26.360692 IP 192.0.2.1 > 192.0.2.10: ICMP echo reply, length 64
-- exit
0

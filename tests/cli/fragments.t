Only the first fragment has ports.
-- run
skep filter -r examples/demo.pcap 'ip[6:2] & 0x3fff != 0'
-- stdout
22:13:24.984692 IP 198.51.100.80.53 > 192.0.2.10.40004: UDP, fragment at 0, length 1472
22:13:25.062521 IP 198.51.100.80 > 192.0.2.10: UDP, fragment at 1480, length 528
-- exit
0

Captures go through pipes.
-- run
skep filter -r examples/demo.pcap -w - udp | skep filter -r - -c 2 port 53
-- stdout
22:13:20.135140 IP 192.0.2.10.40001 > 192.0.2.1.53: UDP, length 33
22:13:20.139140 IP 192.0.2.1.53 > 192.0.2.10.40001: UDP, length 64
-- exit
0

-q leaves out what stands in flags and types.
-- run
skep filter -qr examples/demo.pcap -c 2 tcp; skep filter -qr examples/demo.pcap -c 2 icmp
-- stdout
22:13:20.198135 IP 192.0.2.10.51000 > 198.51.100.80.80: TCP, length 0
22:13:20.260113 IP 198.51.100.80.80 > 192.0.2.10.51000: TCP, length 0
22:13:20.814773 IP 192.0.2.11 > 198.51.100.80: ICMP, length 64
22:13:20.892336 IP 198.51.100.80 > 192.0.2.11: ICMP, length 64
-- exit
0

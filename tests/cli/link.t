-e adds the link layer, VLAN tags included.
-- run
skep filter -er examples/demo.pcap -c 2 vlan 20; skep filter -er examples/demo.pcap -c 2 arp
-- stdout
22:13:23.383017 02:00:00:00:00:01 > 02:00:00:00:00:20, ethertype 802.1Q (0x8100), length 218: vlan 20, p 5, ethertype IPv4 (0x0800), 203.0.113.123.16384 > 192.0.2.20.16386: UDP, length 172
22:13:23.403017 02:00:00:00:00:20 > 02:00:00:00:00:01, ethertype 802.1Q (0x8100), length 218: vlan 20, p 5, ethertype IPv4 (0x0800), 192.0.2.20.16384 > 203.0.113.123.16386: UDP, length 172
22:13:20.017691 02:00:00:00:00:10 > ff:ff:ff:ff:ff:ff, ethertype ARP (0x0806), length 42: Request who-has 192.0.2.1 tell 192.0.2.10, length 28
22:13:20.017991 02:00:00:00:00:01 > 02:00:00:00:00:10, ethertype ARP (0x0806), length 42: Reply 192.0.2.1 is-at 02:00:00:00:00:01, length 28
-- exit
0

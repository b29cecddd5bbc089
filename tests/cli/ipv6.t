ICMPv6 by name.
-- run
skep filter -r examples/demo.pcap icmp6
-- stdout
22:13:21.975189 IP6 2001:db8:1::10 > fe80::1: ICMP6 neighbor solicitation, length 24
22:13:22.059455 IP6 fe80::1 > 2001:db8:1::10: ICMP6 neighbor advertisement, length 24
22:13:22.072642 IP6 2001:db8:1::10 > 2001:db8:80::80: ICMP6 echo request, length 48
22:13:22.097089 IP6 2001:db8:80::80 > 2001:db8:1::10: ICMP6 echo reply, length 48
22:13:22.179659 IP6 2001:db8:1::10 > 2001:db8:80::80: ICMP6 echo request, length 48
22:13:22.218587 IP6 2001:db8:80::80 > 2001:db8:1::10: ICMP6 echo reply, length 48
22:13:22.234512 IP6 2001:db8:1::10 > 2001:db8:80::80: ICMP6 echo request, length 48
22:13:22.278199 IP6 2001:db8:80::80 > 2001:db8:1::10: ICMP6 echo reply, length 48
22:13:22.343919 IP6 2001:db8:1::10 > 2001:db8:80::80: ICMP6 echo request, length 48
22:13:22.399325 IP6 2001:db8:80::80 > 2001:db8:1::10: ICMP6 echo reply, length 48
-- exit
0

Protocols and what carries them.
-- filter
tcp or ip or icmp6 or igmp or stp or l1 or arp or ip proto 89 or proto \udp or ether proto 0x88cc or ip6 protochain 6 or ah
-- words
any of:
  TCP over IPv4 or IPv6
  IPv4
  ICMPv6 over IPv6
  IGMP over IPv4
  spanning tree
  IS-IS level 1
  ARP
  IPv4 that carries protocol 89
  IPv4 or IPv6 that carries protocol 'udp'
  a frame that carries protocol 0x88cc
  IPv6 that carries, perhaps behind other headers, protocol 6
  AH over IPv4 or IPv6
-- tree
any  [0+123]
  prim tcp - -  [0+3]
  prim ip - -  [7+2]
  prim icmp6 - -  [13+5]
  prim igmp - -  [22+4]
  prim stp - -  [30+3]
  prim l1 - -  [37+2]
  prim arp - -  [43+3]
  prim ip - proto number '89' = 89  [50+11]
  prim - - proto name 'udp'  [65+10]
  prim ether - proto number '0x88cc' = 35020  [79+18]
  prim ip6 - protochain number '6' = 6  [101+16]
  prim ah - -  [121+2]
